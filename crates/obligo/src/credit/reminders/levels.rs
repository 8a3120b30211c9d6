//! Which reminders items have had.

use crate::credit::payers::Payers;
use crate::settled::SettledItems;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::item::item_get;
use obligo_store::reminder::reminder_item_each;
use std::collections::HashMap;

/// A reminder an item has had.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Had {
    /// Its level.
    pub level: u8,
    /// When it was sent.
    pub sent_on: Day,
    /// The letter.
    pub reminder: i64,
}

/// The reminders each item has had by a day, by item, in recorded order.
pub fn reminders_had(tx: &Tx<'_>, by: Day) -> Result<HashMap<i64, Vec<Had>>, Problem> {
    let mut had: HashMap<i64, Vec<Had>> = HashMap::new();
    reminder_item_each(tx, "sent", Some(by), |item, level, reminder, sent_on| {
        let sent_on = sent_on.unwrap_or(by);
        had.entry(item).or_default().push(Had { level, sent_on, reminder });
    })?;
    Ok(had)
}

/// The highest level of an item's reminders and when it was sent.
#[must_use]
pub fn highest(had: &[Had]) -> Option<(u8, Day)> {
    had.iter().map(|had| (had.level, had.sent_on)).max()
}

/// The highest level an open item of each payer has reached as of the snapshot (R9.1).
pub fn levels_of_payers(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    payers: &Payers,
) -> Result<HashMap<i64, u32>, Problem> {
    let had = reminders_had(tx, snapshot.as_of.key_date)?;
    let items: Vec<i64> = had.keys().copied().collect();
    let settled = SettledItems::of(tx, snapshot.as_of, &items)?;
    let mut levels: HashMap<i64, u32> = HashMap::new();
    for (item, had) in &had {
        let Some((level, _)) = highest(had) else { continue };
        item_get(tx, *item, |row| {
            if settled.open(*item, row.facts.amount) != 0 {
                let known = levels.entry(payers.payer_of(row.facts.buyer_id)).or_default();
                *known = (*known).max(u32::from(level));
            }
            Ok(())
        })?;
    }
    Ok(levels)
}
