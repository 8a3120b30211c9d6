//! How payers have paid over the recent period and the one before, and what was past due at its end (R9.1).

use super::Payers;
use super::tally::converted;
use crate::settled::SettledItems;
use crate::snapshot::Snapshot;
use obligo_rules::money::Currency;
use obligo_rules::open_amounts::OpenAmounts;
use obligo_rules::payment_behaviour::{
    Behaviour, SettledPart, comparison_date, period_before, standing_payments,
};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::item::item_due_each;
use obligo_store::settlement::{PaidPart, settlement_paid_each};
use std::collections::HashMap;

/// Payments of the recent period and the one before by payer, in the payer's currency at the key date's rate. Errors: `rate-missing`,
/// `amount-too-large`.
pub fn behaviour_of_payers(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    payers: &Payers,
) -> Result<HashMap<i64, Behaviour>, Problem> {
    let key_date = snapshot.as_of.key_date;
    let mut parts: Vec<PaidPart> = Vec::new();
    settlement_paid_each(tx, snapshot.as_of, *period_before(key_date).start(), |part| parts.push(part))?;
    // In order of date within an item, so that a return finds what it takes back.
    parts.sort_by_key(|part| (part.item_id, part.date));
    let mut found: HashMap<i64, Behaviour> = HashMap::new();
    for of_item in parts.chunk_by(|a, b| a.item_id == b.item_id) {
        let Some(first) = of_item.first() else { continue };
        let payer = payers.payer_of(first.buyer_id);
        let settled: Vec<SettledPart> = of_item
            .iter()
            .map(|part| SettledPart { date: part.date, amount: part.amount, method: part.method })
            .collect();
        let behaviour = found.entry(payer).or_default();
        for (paid_on, amount) in standing_payments(&settled) {
            let amount = converted(snapshot, amount, first.currency, payers.currency_of(payer))?;
            behaviour.add(key_date, paid_on, first.net_due_date, amount);
        }
    }
    Ok(found)
}

/// What was open and past due at the comparison date by payer, in the payer's currency at the key date's rate, bill liability left out.
/// Errors: `rate-missing`, `amount-too-large`.
pub fn past_due_before(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    payers: &Payers,
) -> Result<HashMap<i64, OpenAmounts>, Problem> {
    let key_date = comparison_date(snapshot.as_of.key_date);
    let then = AsOf { key_date, known: snapshot.as_of.known };
    let settled = SettledItems::load(tx, then)?;
    // Rates are those of today: what changed is what is owed, not what it is worth.
    let mut sums: HashMap<(i64, Currency), OpenAmounts> = HashMap::new();
    item_due_each(tx, then, |item| {
        let open = settled.open(item.item_id, item.amount);
        if open != 0 {
            let place = (payers.payer_of(item.buyer_id), item.currency);
            sums.entry(place).or_default().add(open, item.net_due_date, key_date, 0);
        }
    })?;
    let mut found: HashMap<i64, OpenAmounts> = HashMap::new();
    for ((payer, from), amounts) in sums {
        let to = payers.currency_of(payer);
        let amounts = OpenAmounts {
            open: converted(snapshot, amounts.open, from, to)?,
            past_due: converted(snapshot, amounts.past_due, from, to)?,
            ..amounts
        };
        found.entry(payer).or_default().merge(&amounts);
    }
    Ok(found)
}
