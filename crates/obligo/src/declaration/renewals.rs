//! Payment experience that a declaration of unnamed buyers renews (R2.4).

use crate::planning::{SettledItems, item_amounts, item_rate, main_buyer_at};
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::codes::{CoverKind, EvidenceKind, ItemKind};
use obligo_rules::cover::cover_at;
use obligo_rules::deadline::max_term;
use obligo_rules::evidence::{
    Delivery, Evidence, evidence_deciding, experience_lookback_start, experience_renewal,
};
use obligo_rules::money::Currency;
use obligo_rules::policy::DulyPaidBy;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::item::item_each;
use std::collections::HashMap;

/// The payment experience a declaration of unnamed buyers renews (R2.4).
pub(super) fn renewals(
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
            // What a company outside the insured group delivers is no experience of the policyholder (R1.1).
            let is_delivery = matches!(row.facts.kind, ItemKind::Invoice | ItemKind::DebitNote)
                && snapshot.is_insured_company(row.facts.company_id);
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
