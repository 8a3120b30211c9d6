//! How some accounts have paid, month by month (R9.1).

use super::tally::converted;
use crate::snapshot::Snapshot;
use obligo_rules::money::Currency;
use obligo_rules::payment_behaviour::{ItemHistory, Month, SettledPart, history};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::item::item_get;
use obligo_store::settlement::settlement_of_at;

/// The last 24 months of these items, settled ones too, as of the snapshot; amounts in one currency at the key date's rate. Costs as much as
/// there are items. Errors: `rate-missing`, `amount-too-large`.
pub fn payment_history(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    items: impl Iterator<Item = i64>,
    currency: Currency,
) -> Result<Vec<Month>, Problem> {
    let as_of = snapshot.as_of;
    let mut histories = Vec::new();
    for item in items {
        item_get(tx, item, |row| {
            let facts = &row.facts;
            let from = Currency::parse(facts.currency).unwrap_or(currency);
            let mut settlements = Vec::new();
            settlement_of_at(tx, item, as_of, |s| {
                settlements.push(SettledPart { date: s.date, amount: s.amount, method: s.method });
            })?;
            for part in &mut settlements {
                part.amount = converted(snapshot, part.amount, from, currency)?;
            }
            histories.push(ItemHistory {
                posted: facts.posting_date,
                due: facts.net_due_date,
                amount: converted(snapshot, facts.amount, from, currency)?,
                settlements,
            });
            Ok(())
        })?;
    }
    Ok(history(&histories, as_of.key_date))
}
