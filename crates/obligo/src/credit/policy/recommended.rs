//! The recommended credit line of every payer (R9.9), beside the own credit limit it has.

use super::in_force_as_of;
use crate::credit::payers::PayerStanding;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::codes::CoverKind;
use obligo_rules::cover::cover_at;
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::money::{Currency, div_round, format_minor};
use obligo_rules::policy_exception::PolicyException;
use obligo_rules::problem::Problem;
use obligo_rules::recommended_line::{Recommendation, recommend};
use obligo_rules::risk_class::{BuyerFacts, FactorPoints, RequiredEvidence, recorded_values};
use obligo_store::Tx;
use obligo_store::buyer::Buyer;
use obligo_store::item::item_first_documents;
use obligo_store::policy_exception::policy_exception_all;
use serde_json::{Value, json};
use std::collections::HashMap;

/// What the policy recommends for a payer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recommended {
    /// The payer's account.
    pub payer: i64,
    /// What is recommended; the line in `currency`.
    pub recommendation: Recommendation,
    /// Currency of the policy.
    pub currency: Currency,
    /// The payer's own credit limit (R1.8), minor units of `currency` at the key date's rate.
    pub credit_limit: Option<i64>,
    /// Insured sum, the same.
    pub insured_sum: Option<i64>,
}

/// The policy with what it is applied to, for a key date.
pub struct Recommender<'s> {
    snapshot: &'s Snapshot,
    /// The policy in force.
    pub policy: CreditPolicy,
    exceptions: HashMap<i64, Vec<PolicyException>>,
    first_documents: HashMap<i64, Day>,
}

impl<'s> Recommender<'s> {
    /// Loads the policy and exceptions as of the snapshot. Passes over the items once: pages ask the portfolio. Error: of reading.
    pub fn load(tx: &Tx<'_>, snapshot: &'s Snapshot) -> Result<Recommender<'s>, Problem> {
        let mut exceptions: HashMap<i64, Vec<PolicyException>> = HashMap::new();
        for row in policy_exception_all(tx, snapshot.as_of, None)? {
            exceptions.entry(row.buyer_id).or_default().push(row.exception);
        }
        let first_documents = item_first_documents(tx, snapshot.as_of)?;
        Ok(Recommender { snapshot, policy: in_force_as_of(tx, snapshot.as_of)?, exceptions, first_documents })
    }

    /// What the policy recommends for a payer. Errors: `rate-missing`, `amount-too-large`.
    pub fn of(&self, payer: &PayerStanding) -> Result<Recommended, Problem> {
        let currency = self.policy.currency;
        let insured_sum = payer.standing.insured_sum;
        let insured_sum = insured_sum.map(|sum| self.converted(sum, payer.currency, currency)).transpose()?;
        let buyer = self.snapshot.buyers.get(&payer.payer);
        let own = buyer.and_then(|buyer| Some((buyer.credit_limit?, Currency::parse(&buyer.currency)?)));
        let credit_limit = own.map(|(minor, from)| self.converted(minor, from, currency)).transpose()?;
        let key_date = self.snapshot.as_of.key_date;
        let facts = self.facts(payer, insured_sum);
        let of_payer = self.exceptions.get(&payer.payer).map_or(&[][..], Vec::as_slice);
        let recommendation = recommend(&self.policy, &facts, of_payer, key_date);
        Ok(Recommended { payer: payer.payer, recommendation, currency, credit_limit, insured_sum })
    }

    fn facts(&self, payer: &PayerStanding, insured_sum: Option<i64>) -> BuyerFacts {
        let key_date = self.snapshot.as_of.key_date;
        let buyer = self.snapshot.buyers.get(&payer.payer);
        let covers = self.snapshot.covers.get(&payer.payer);
        let covers: Vec<_> = covers.into_iter().flatten().map(|row| row.cover.clone()).collect();
        let first = payer.customers.iter().filter_map(|id| self.first_documents.get(id)).min();
        let evidence = self.snapshot.evidence.get(&payer.payer).into_iter().flatten();
        let reports = evidence.map(|row| row.evidence.date).filter(|date| *date <= key_date);
        let informed = reports.chain(buyer.and_then(|buyer| buyer.information_date)).max();
        BuyerFacts {
            country: buyer.map(|buyer| buyer.country.clone()).unwrap_or_default(),
            category: self.snapshot.category(payer.payer),
            cover: cover_at(&covers, key_date).map_or(CoverKind::None, |cover| cover.kind),
            recorded: buyer.map(|buyer| recorded_values(&buyer.risk_factors)).unwrap_or_default(),
            days_late: payer.standing.days_late,
            years_known: first.map(|first| months_between(*first, key_date) / 12),
            information_months: informed.map(|informed| months_between(informed, key_date)),
            insured_sum,
        }
    }

    fn converted(&self, minor: i64, from: Currency, to: Currency) -> Result<i64, Problem> {
        if from == to || minor == 0 {
            return Ok(minor);
        }
        let rate = self.snapshot.rates.rate(to, from, self.snapshot.as_of.key_date)?;
        let (n, d) = rate.fraction(from.exponent(), to.exponent());
        let too_large = || Problem::refused("amount-too-large").with("amount", minor).with("currency", from);
        div_round(i128::from(minor) * n, d).ok_or_else(too_large)
    }
}

/// Whole months from one day to a later one; 0 if it is not later.
fn months_between(from: Day, to: Day) -> i32 {
    let (from_year, from_month, from_day) = from.ymd();
    let (to_year, to_month, to_day) = to.ymd();
    let months =
        (i32::from(to_year) - i32::from(from_year)) * 12 + i32::from(to_month) - i32::from(from_month);
    let is_short = to_day < from_day && from.plus_months(months) > to;
    (months - i32::from(is_short)).max(0)
}

/// What the policy recommends for each of these payers, by account. Errors: `rate-missing`, `amount-too-large`.
pub fn recommended_of(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    payers: &[PayerStanding],
) -> Result<HashMap<i64, Recommended>, Problem> {
    let recommender = Recommender::load(tx, snapshot)?;
    payers.iter().map(|payer| Ok((payer.payer, recommender.of(payer)?))).collect()
}

/// What the policy recommends for a payer, as the list and the API say it.
#[must_use]
pub fn recommended_json(snapshot: &Snapshot, recommended: &Recommended) -> Value {
    let key = snapshot.account(recommended.payer);
    let buyer = snapshot.buyers.get(&recommended.payer);
    let text = |of: fn(&Buyer) -> &String| buyer.map(of).cloned().unwrap_or_default();
    let found = &recommended.recommendation;
    let amount = |minor: Option<i64>| minor.map(|n| format_minor(n, recommended.currency.exponent()));
    let factor = |factor: &FactorPoints| {
        json!({
            "factor": factor.factor,
            "measure": factor.measure.code(),
            "found": factor.found,
            "points": factor.points,
            "weight": factor.weight,
        })
    };
    let evidence = |rule: &RequiredEvidence| json!({ "kind": rule.kind.code(), "months": rule.months });
    let above = match (recommended.credit_limit, found.line) {
        (Some(own), Some(line)) => Some(own.saturating_sub(line)),
        _ => None,
    };
    json!({
        "payer": key.to_string(),
        "account": key.account,
        "branch": key.branch,
        "account_type": key.account_type,
        "name": text(|buyer| &buyer.name),
        "country": text(|buyer| &buyer.country),
        "credit_manager": text(|buyer| &buyer.credit_manager),
        "points": found.points,
        "risk_class": found.class,
        "recommended_line": amount(found.line),
        "basis": found.basis.code(),
        "credit_limit": amount(recommended.credit_limit),
        "credit_limit_above": amount(above),
        "insured_sum": amount(recommended.insured_sum),
        "currency": recommended.currency.to_string(),
        "payment_terms": found.payment_terms,
        "handling": found.handling,
        "evidence": found.evidence.iter().map(evidence).collect::<Vec<_>>(),
        "exceptions": found.exceptions.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "factors": found.factors.iter().map(factor).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::months_between;
    use obligo_rules::calendar::Day;

    #[test]
    fn r9_9_months_are_whole_ones() {
        for (from, to, months) in [
            ("2024-01-15", "2024-02-14", 0),
            ("2024-01-15", "2024-02-15", 1),
            ("2024-01-31", "2024-02-29", 1),
            ("2023-02-28", "2024-02-27", 11),
            ("2023-02-28", "2024-02-28", 12),
            ("2024-02-01", "2024-01-01", 0),
        ] {
            let day = |text| Day::parse_iso(text).unwrap();
            assert_eq!(months_between(day(from), day(to)), months, "{from} {to}");
        }
    }
}
