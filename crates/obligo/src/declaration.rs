//! The use case *declare* (R8): plan, show, freeze.

use crate::frozen::{RunDocument, RunResult, check_order, freeze, period_start, terms_hash};
use crate::planning::{
    LedgerScope, LoadedLedger, SettledItems, item_amounts, item_rate, load_ledger, main_buyer_at,
};
use crate::session::Session;
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, CoverKind, EvidenceKind, InsuranceStatus, ItemKind};
use obligo_rules::cover::cover_at;
use obligo_rules::deadline::max_term;
use obligo_rules::declare::{
    BuyerDeclaration, DeclarationPlan, DeclareParameters, break_down, plan_declaration,
};
use obligo_rules::evidence::{
    Delivery, Evidence, evidence_deciding, experience_lookback_start, experience_renewal,
};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::policy::{DulyPaidBy, Procedure};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::evidence::{EvidenceRow, evidence_add};
use obligo_store::item::item_each;
use obligo_store::run::{RunRow, run_all};
use obligo_store::{Tx, Written};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// What a declaration is asked for.
#[derive(Clone, Debug)]
pub struct DeclareRequest {
    /// Policy code.
    pub policy: String,
    /// Key date.
    pub key_date: Day,
    /// Named or unnamed.
    pub buyers: BuyerKind,
    /// Make it final.
    pub is_final: bool,
    /// What is known by then; [`AsOf::NOW`] except for retroactive previews.
    pub known: i64,
}

/// A planned declaration before it is printed or frozen.
pub struct PlannedDeclaration {
    /// Policy as of the key date.
    pub policy: LoadedPolicy,
    /// Items and buyers.
    pub loaded: LoadedLedger,
    /// The plan.
    pub plan: DeclarationPlan,
    /// First day of the reporting period.
    pub period_start: Day,
    /// Payment experience it renews (R2.4), by main buyer.
    pub renewed: HashMap<i64, Evidence>,
}

/// Declares: a preview writes nothing; a final run is numbered, frozen and hashed. Errors: unknown policy, a missing rate, a final run out
/// of order (R8.4). Roles: viewer for previews, runner for final runs.
pub fn declare(session: &mut Session, request: &DeclareRequest) -> Result<RunResult, Problem> {
    if !request.is_final {
        return session.read(|tx| {
            let (planned, snapshot) = plan(tx, request)?;
            let document = document(&planned, &snapshot, request);
            let warnings = warnings(&planned, &snapshot);
            Ok(RunResult { sha256: document.preview_hash(), document, run: None, warnings })
        });
    }
    let mut done: Option<RunResult> = None;
    let input = format!("declare {} {} {} final", request.policy, request.key_date, request.buyers.code());
    let outcome = session.write("declare", "", &input, |tx, entry| {
        let (planned, snapshot) = plan(tx, request)?;
        let buyers = request.buyers.code();
        check_order(&run_all(tx)?, &planned.policy, "declare", buyers, request.key_date)?;
        let document = document(&planned, &snapshot, request);
        let (run, sha256) =
            freeze(tx, entry, &planned.policy, &document, &planned.loaded, &planned.plan.changes)?;
        for (buyer_id, evidence) in &planned.renewed {
            let row = EvidenceRow {
                buyer_id: *buyer_id,
                evidence: evidence.clone(),
                amount: None,
                source: format!("run {run}"),
                run: Some(run),
            };
            evidence_add(tx, entry, &row)?;
        }
        let payload = json!({ "run": run, "sha256": sha256, "parameters": document.parameters });
        let warnings = warnings(&planned, &snapshot);
        done = Some(RunResult { document, run: Some(run), sha256, warnings });
        Ok(Written::new(payload, json!({ "run": run })))
    })?;
    match done {
        Some(mut result) => {
            if outcome.dry_run {
                result.run = None;
            }
            Ok(result)
        }
        None => session.read(|tx| repeated(tx, &outcome.result)),
    }
}

/// Breaks a preview down by buyer, account and company (R8.5): one object per part, marked as internal.
pub fn declare_break_down(
    session: &mut Session,
    request: &DeclareRequest,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<(), Problem> {
    session.read(|tx| {
        let (planned, snapshot) = plan(tx, request)?;
        let policy = &planned.policy.policy;
        let ledger = &planned.loaded.ledger;
        let parameters = DeclareParameters {
            buyers: request.buyers,
            key_date: request.key_date,
            period_start: planned.period_start,
            policy_number: planned.policy.number,
        };
        let money = |minor: i64| format_minor(minor, policy.currency.exponent());
        for part in break_down(policy, ledger, &parameters, &planned.plan) {
            let account = &ledger.accounts[part.account as usize];
            let key = snapshot.account(account.buyer_id);
            visit(json!({
                "internal": true,
                "policy": policy.policy,
                "buyers": request.buyers.code(),
                "key_date": request.key_date.to_string(),
                "main_account": snapshot.account(ledger.cases[part.case as usize].buyer_id).to_string(),
                "company": ledger.names.companies[usize::from(part.company)],
                "account": key.account,
                "branch": key.branch,
                "account_type": key.account_type,
                "co_insured": account.co_insured,
                "currency": policy.currency.code(),
                "receivables": money(part.brought.receivables),
                "bills": money(part.brought.bills),
                "credits": money(part.brought.credits),
                "turnover": money(part.brought.turnover),
                "time_premium_base": money(part.brought.time_premium_base),
                "insurable_open": money(part.brought.insurable_open),
            }))?;
        }
        Ok(())
    })
}

/// The result of a final run that an idempotency key has done already.
pub fn repeated(tx: &Tx<'_>, result: &Value) -> Result<RunResult, Problem> {
    let run = result["run"].as_i64().unwrap_or(0);
    let mut lines = Vec::new();
    let row = crate::frozen::reprint(tx, run, |line| {
        lines.push(line.to_owned());
        Ok(())
    })?;
    lines.pop();
    let document = RunDocument {
        kind: if row.kind == "declare" { "declare" } else { "notify" },
        buyers: BuyerKind::parse(&row.buyers).map_or("", BuyerKind::code),
        key_date: row.key_date,
        parameters: serde_json::from_str(&row.parameters).unwrap_or(Value::Null),
        lines,
        totals: serde_json::from_str(&row.totals).unwrap_or(Value::Null),
    };
    Ok(RunResult { document, run: Some(run), sha256: row.sha256, warnings: Vec::new() })
}

/// Plans a declaration as of its key date. Writes nothing.
pub fn plan(tx: &Tx<'_>, request: &DeclareRequest) -> Result<(PlannedDeclaration, Snapshot), Problem> {
    let snapshot = Snapshot::load(tx, AsOf { key_date: request.key_date, known: request.known })?;
    let runs = run_all(tx)?;
    let planned = plan_in(tx, &snapshot, &runs, request, LedgerScope::default())?;
    Ok((planned, snapshot))
}

/// Plans within a snapshot already loaded; `scope` may narrow the buyers.
pub fn plan_in(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    runs: &[RunRow],
    request: &DeclareRequest,
    mut scope: LedgerScope,
) -> Result<PlannedDeclaration, Problem> {
    let policy = snapshot.policy(&request.policy)?.clone();
    let period_start = period_start(runs, policy.number, request.buyers.code(), request.key_date);
    let is_turnover = policy.policy.declaration.procedure == Procedure::Turnover;
    scope.posted_from = is_turnover.then_some(period_start);
    if request.buyers == BuyerKind::Unnamed {
        scope.renewed = renewals(tx, snapshot, &policy)?;
    }
    let loaded = load_ledger(tx, snapshot, &policy.policy, policy.number, &scope)?;
    let parameters = DeclareParameters {
        buyers: request.buyers,
        key_date: request.key_date,
        period_start,
        policy_number: policy.number,
    };
    let plan = plan_declaration(&policy.policy, &loaded.ledger, &parameters);
    Ok(PlannedDeclaration { policy, loaded, plan, period_start, renewed: scope.renewed })
}

/// The payment experience a declaration of unnamed buyers renews (R2.4).
fn renewals(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    policy: &LoadedPolicy,
) -> Result<HashMap<i64, Evidence>, Problem> {
    let terms = &policy.policy.unnamed;
    let key_date = snapshot.as_of.key_date;
    let mut deliveries: HashMap<i64, Vec<Delivery>> = HashMap::new();
    let mut evidence: HashMap<i64, Vec<Evidence>> = HashMap::new();
    for (buyer, rows) in &snapshot.covers {
        let covers: Vec<_> = rows.iter().map(|r| r.cover.clone()).collect();
        let is_unnamed = cover_at(&covers, key_date)
            .is_some_and(|c| c.kind == CoverKind::Unnamed && c.policy == Some(policy.number));
        let known: Vec<Evidence> =
            snapshot.evidence.get(buyer).into_iter().flatten().map(|r| r.evidence.clone()).collect();
        // Only an expired category can be renewed, so only those buyers' deliveries are read.
        let has_category = evidence_deciding(&known, EvidenceKind::PaymentExperience, key_date).is_some();
        if is_unnamed && has_category && !terms.experience.is_empty() {
            deliveries.insert(*buyer, Vec::new());
            evidence.insert(*buyer, known);
        }
    }
    if deliveries.is_empty() {
        return Ok(HashMap::new());
    }
    let settled = SettledItems::load(tx, snapshot.as_of)?;
    let first_day = experience_lookback_start(terms, key_date);
    let duly = |row: &obligo_store::item::ItemRow<'_>| {
        let by = match terms.duly_paid_by {
            DulyPaidBy::NetDue => row.facts.net_due_date,
            DulyPaidBy::MaxTerm => row.state.insurance.deadlines.max_term_date.unwrap_or_else(|| {
                let start = row.state.receivable_start.unwrap_or(row.facts.document_date);
                let value_dated = row.facts.value_date.is_some_and(|day| day > row.facts.document_date);
                max_term(&policy.policy, None, row.facts.kind, value_dated).after(start)
            }),
        };
        settled.open(row.item_id, row.facts.amount) == 0
            && settled.last(row.item_id).is_some_and(|paid| paid <= by)
    };
    item_each(
        tx,
        snapshot.as_of,
        |item, amount, _| settled.open(item, amount) == 0,
        |row| {
            let buyer = main_buyer_at(snapshot, row.facts.buyer_id).unwrap_or(row.facts.buyer_id);
            let is_delivery = matches!(row.facts.kind, ItemKind::Invoice | ItemKind::DebitNote);
            let Some(of_buyer) = deliveries.get_mut(&buyer) else { return Ok(()) };
            if is_delivery && row.facts.document_date >= first_day && row.facts.document_date <= key_date {
                let currency = Currency::parse(row.facts.currency).unwrap_or(policy.policy.currency);
                let rate = item_rate(snapshot, &policy.policy, row, &row.state, currency)?;
                let fraction = rate.fraction(currency.exponent(), policy.policy.currency.exponent());
                let vat = policy.policy.declaration.vat_insured;
                let amounts = item_amounts(row.facts.amount, row.facts.net_amount, 0, vat, fraction);
                of_buyer.push(Delivery { amount: amounts.map_or(0, |a| a.amount), duly_paid: duly(row) });
            }
            Ok(())
        },
    )?;
    let renewed = deliveries.into_iter().filter_map(|(buyer, found)| {
        let (category, until) = experience_renewal(terms, &evidence[&buyer], &found, key_date)?;
        Some((
            buyer,
            Evidence {
                kind: EvidenceKind::PaymentExperience,
                date: key_date,
                positive: true,
                category: Some(category),
                valid_until: Some(until),
            },
        ))
    });
    Ok(renewed.collect())
}

fn document(planned: &PlannedDeclaration, snapshot: &Snapshot, request: &DeclareRequest) -> RunDocument {
    let policy = &planned.policy.policy;
    let money = |minor: i64| Value::String(format_minor(minor, policy.currency.exponent()));
    let is_turnover = policy.declaration.procedure == Procedure::Turnover;
    let mut lines = Vec::with_capacity(planned.plan.buyers.len());
    let mut sums = Sums::default();
    let mut in_order: Vec<&BuyerDeclaration> = planned.plan.buyers.iter().collect();
    in_order.sort_by_cached_key(|b| snapshot.account(planned.loaded.ledger.cases[b.case as usize].buyer_id));
    for buyer in in_order {
        let case = &planned.loaded.ledger.cases[buyer.case as usize];
        let key = snapshot.account(case.buyer_id);
        let mut line = Map::new();
        line.insert("policy".into(), json!(policy.policy));
        line.insert("buyers".into(), json!(request.buyers.code()));
        line.insert("key_date".into(), json!(request.key_date.to_string()));
        line.insert("account".into(), json!(key.account));
        line.insert("branch".into(), json!(key.branch));
        line.insert("account_type".into(), json!(key.account_type));
        let name = snapshot.buyers.get(&case.buyer_id).map_or("", |b| b.name.as_str());
        line.insert("name".into(), json!(name));
        let country = snapshot.buyers.get(&case.buyer_id).map_or("", |b| b.country.as_str());
        line.insert("country".into(), json!(country));
        line.insert("currency".into(), json!(policy.currency.code()));
        line.insert("insured_sum".into(), money(buyer.insured_sum));
        if is_turnover {
            line.insert("turnover".into(), money(buyer.turnover));
            line.insert("time_premium_base".into(), money(buyer.time_premium_base));
        } else {
            line.insert("receivables".into(), money(buyer.receivables));
            line.insert("bills".into(), money(buyer.bills));
            line.insert("credits".into(), money(buyer.credits));
        }
        line.insert("declared".into(), money(buyer.declared));
        line.insert("insurable_open".into(), money(buyer.insurable_open));
        line.insert("uncovered_from".into(), json!(case.uncovered_from.map(|day| day.to_string())));
        sums.add(buyer, country);
        lines.push(Value::Object(line).to_string());
    }
    let parameters = json!({
        "kind": "declare",
        "policy": policy.policy,
        "external_number": policy.external_number,
        "buyers": request.buyers.code(),
        "procedure": if is_turnover { "turnover" } else { "balance" },
        "key_date": request.key_date.to_string(),
        "period_start": planned.period_start.to_string(),
        "exceeding_amounts": policy.declaration.exceeding_amounts,
        "vat_insured": policy.declaration.vat_insured,
        "totals_only": policy.declaration.totals_only,
        "terms_sha256": terms_hash(&planned.policy),
        "renewed": renewed_names(planned, snapshot),
    });
    let home = snapshot.home_country(policy);
    let totals = sums.json(is_turnover, policy.declaration.by_country, &money, home, policy.currency);
    RunDocument {
        kind: "declare",
        buyers: request.buyers.code(),
        key_date: request.key_date,
        parameters,
        lines,
        totals,
    }
}

fn renewed_names(planned: &PlannedDeclaration, snapshot: &Snapshot) -> Vec<Value> {
    let mut renewed: Vec<_> = planned.renewed.iter().collect();
    renewed.sort_by_key(|(buyer, _)| **buyer);
    let until = |e: &Evidence| e.valid_until.map(|day| day.to_string());
    renewed
        .into_iter()
        .map(|(buyer, e)| json!({ "account": snapshot.account(*buyer).to_string(), "category": e.category, "valid_until": until(e) }))
        .collect()
}

/// Totals of a declaration (R8.2): over all, and by country.
#[derive(Default)]
struct Sums {
    all: BuyerDeclaration,
    buyers: usize,
    by_country: std::collections::BTreeMap<String, BuyerDeclaration>,
}

impl Sums {
    fn add(&mut self, buyer: &BuyerDeclaration, country: &str) {
        self.buyers += 1;
        let of_country = self.by_country.entry(country.to_owned()).or_default();
        for sum in [&mut self.all, of_country] {
            sum.insured_sum = sum.insured_sum.saturating_add(buyer.insured_sum);
            sum.receivables = sum.receivables.saturating_add(buyer.receivables);
            sum.bills = sum.bills.saturating_add(buyer.bills);
            sum.credits = sum.credits.saturating_add(buyer.credits);
            sum.turnover = sum.turnover.saturating_add(buyer.turnover);
            sum.time_premium_base = sum.time_premium_base.saturating_add(buyer.time_premium_base);
            sum.declared = sum.declared.saturating_add(buyer.declared);
            sum.insurable_open = sum.insurable_open.saturating_add(buyer.insurable_open);
        }
    }

    fn json(
        &self,
        is_turnover: bool,
        by_country: bool,
        money: &dyn Fn(i64) -> Value,
        home: &str,
        currency: Currency,
    ) -> Value {
        let figures = |sum: &BuyerDeclaration| {
            let mut figures = Map::new();
            if is_turnover {
                figures.insert("turnover".into(), money(sum.turnover));
                figures.insert("time_premium_base".into(), money(sum.time_premium_base));
            } else {
                figures.insert("receivables".into(), money(sum.receivables));
                figures.insert("bills".into(), money(sum.bills));
                figures.insert("credits".into(), money(sum.credits));
            }
            figures.insert("declared".into(), money(sum.declared));
            figures
        };
        let mut totals = figures(&self.all);
        totals.insert("insured_sum".into(), money(self.all.insured_sum));
        totals.insert("insurable_open".into(), money(self.all.insurable_open));
        totals.insert("buyers".into(), json!(self.buyers));
        totals.insert("currency".into(), json!(currency.code()));
        let mut domestic = BuyerDeclaration::default();
        let mut abroad = BuyerDeclaration::default();
        for (country, sum) in &self.by_country {
            let side = if home == country { &mut domestic } else { &mut abroad };
            side.receivables = side.receivables.saturating_add(sum.receivables);
            side.bills = side.bills.saturating_add(sum.bills);
            side.credits = side.credits.saturating_add(sum.credits);
            side.turnover = side.turnover.saturating_add(sum.turnover);
            side.time_premium_base = side.time_premium_base.saturating_add(sum.time_premium_base);
            side.declared = side.declared.saturating_add(sum.declared);
        }
        totals.insert("domestic".into(), Value::Object(figures(&domestic)));
        totals.insert("abroad".into(), Value::Object(figures(&abroad)));
        if by_country {
            let countries: Map<String, Value> = self
                .by_country
                .iter()
                .map(|(country, sum)| (country.clone(), Value::Object(figures(sum))))
                .collect();
            totals.insert("countries".into(), Value::Object(countries));
        }
        Value::Object(totals)
    }
}

/// Items dated before a withdrawal that no run has examined (R8.6): they would have been insurable while the sum stood.
fn warnings(planned: &PlannedDeclaration, snapshot: &Snapshot) -> Vec<Problem> {
    let mut warnings = Vec::new();
    let ledger = &planned.loaded.ledger;
    for (position, case) in ledger.cases.iter().enumerate() {
        let Some(withdrawn_on) = crate::late_facts::withdrawn_on(case) else { continue };
        let missed = ledger.range(position).filter(|n| {
            let item = &ledger.items[*n];
            item.insurance.status == InsuranceStatus::Unexamined
                && item.insurance.deadlines.max_term_date.is_none()
                && item.document_date < withdrawn_on
        });
        let documents: Vec<&str> = missed.map(|n| ledger.document_no(n)).collect();
        if !documents.is_empty() {
            let shown = documents.iter().take(10).copied().collect::<Vec<_>>().join(", ");
            warnings.push(
                Problem::refused("warning-unexamined-before-withdrawal")
                    .with("account", snapshot.account(case.buyer_id))
                    .with("date", withdrawn_on)
                    .with("count", documents.len())
                    .with("documents", shown),
            );
        }
    }
    warnings
}
