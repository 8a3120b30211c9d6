//! The use case *declare* (R8): plan, show, freeze.

mod document;
mod renewals;

use crate::frozen::{RunResult, check_order, freeze, period_start, run_final};
use crate::planning::{LedgerScope, LoadedLedger, load_ledger};
use crate::session::Session;
use crate::snapshot::{LoadedPolicy, Snapshot};
use document::document;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, InsuranceStatus};
use obligo_rules::declare::{DeclarationPlan, DeclareParameters, break_down, plan_declaration};
use obligo_rules::evidence::Evidence;
use obligo_rules::money::format_minor;
use obligo_rules::policy::Procedure;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::evidence::{EvidenceRow, evidence_add};
use obligo_store::run::{RunRow, run_all};
use renewals::renewals;
use serde_json::{Value, json};
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
    let input = format!("declare {} {} {} final", request.policy, request.key_date, request.buyers.code());
    run_final(session, "declare", &input, |tx, entry| {
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
        let warnings = warnings(&planned, &snapshot);
        Ok(RunResult { document, run: Some(run), sha256, warnings })
    })
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
            let mut line = json!({
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
            });
            if policy.declaration.procedure == Procedure::Turnover {
                line["turnover"] = json!(money(part.brought.turnover));
                line["time_premium_base"] = json!(money(part.brought.time_premium_base));
            } else {
                line["receivables"] = json!(money(part.brought.receivables));
                line["bills"] = json!(money(part.brought.bills));
                line["credits"] = json!(money(part.brought.credits));
            }
            line["insurable_open"] = json!(money(part.brought.insurable_open));
            visit(line)?;
        }
        Ok(())
    })
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
