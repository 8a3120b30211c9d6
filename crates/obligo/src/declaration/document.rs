//! What a declaration prints: a line per buyer, and the totals (R8.2, R8.3).

use super::{DeclareRequest, PlannedDeclaration};
use crate::frozen::{RunDocument, terms_hash};
use crate::snapshot::Snapshot;
use obligo_rules::declare::BuyerDeclaration;
use obligo_rules::evidence::Evidence;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::policy::Procedure;
use serde_json::{Map, Value, json};

/// The document of a planned declaration.
pub(super) fn document(
    planned: &PlannedDeclaration,
    snapshot: &Snapshot,
    request: &DeclareRequest,
) -> RunDocument {
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
        self.all.add(buyer);
        self.by_country.entry(country.to_owned()).or_default().add(buyer);
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
            side.add(sum);
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
