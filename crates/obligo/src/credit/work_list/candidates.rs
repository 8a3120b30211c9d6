//! What is to be followed up, by payer and item: until when notes keep a payer off the list, and when something is due (R9.5).

use crate::credit::payers::Payers;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::follow_up_note::FollowUpNote;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::follow_up_note::{FollowUpNoteRow, follow_up_note_all};
use obligo_store::item::item_get;
use obligo_store::item_follow_up::item_follow_up_each;
use obligo_store::settlement::settlement_of_at;
use std::collections::HashMap;

/// What is to be followed up as of a key date.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FollowUps {
    /// By payer, until when, that day included, an open note keeps it off the list.
    pub waits_until: HashMap<i64, Day>,
    /// By payer, the earliest day on which something is due on an open note or item, past ones included.
    pub due: HashMap<i64, Day>,
}

impl FollowUps {
    /// Reads open notes and the dates of open items. A note counts for the payer of the account it was written on.
    pub fn load(tx: &Tx<'_>, snapshot: &Snapshot, payers: &Payers) -> Result<FollowUps, Problem> {
        let as_of = snapshot.as_of;
        let mut found = FollowUps::default();
        for row in follow_up_note_all(tx, false)? {
            let note = note_of(tx, as_of, &row)?;
            let payer = payers.payer_of(row.payer_id);
            if let Some(until) = note.waits_until(as_of.key_date) {
                found.waits_until.entry(payer).and_modify(|day| *day = until.max(*day)).or_insert(until);
            }
            found.add_due(payer, note.follow_up(as_of.key_date));
        }
        let mut dates: Vec<(i64, Day)> = Vec::new();
        item_follow_up_each(tx, |row| {
            dates.extend(row.follow_up_on.map(|day| (row.item_id, day)));
            Ok(())
        })?;
        for (item, day) in dates {
            if let Some(buyer) = open_item_of(tx, as_of, item)? {
                found.add_due(payers.payer_of(buyer), Some(day));
            }
        }
        Ok(found)
    }

    fn add_due(&mut self, payer: i64, day: Option<Day>) {
        if let Some(day) = day {
            self.due.entry(payer).and_modify(|due| *due = day.min(*due)).or_insert(day);
        }
    }
}

/// A note of the store as the rules look at it.
pub(super) fn note_of(tx: &Tx<'_>, as_of: AsOf, row: &FollowUpNoteRow) -> Result<FollowUpNote, Problem> {
    let mut items_settled = Vec::with_capacity(row.items.len());
    for item in &row.items {
        items_settled.push(open_item_of(tx, as_of, *item)?.is_none());
    }
    Ok(FollowUpNote {
        action_date: row.action_date,
        is_promise: row.promised.is_some(),
        is_closed: row.end.is_some(),
        items_settled,
    })
}

/// The account of an item that is open as of a point in time; `None` where it is settled, or gone.
pub(super) fn open_item_of(tx: &Tx<'_>, as_of: AsOf, item_id: i64) -> Result<Option<i64>, Problem> {
    let (mut buyer, mut amount) = (None, 0_i64);
    item_get(tx, item_id, |row| {
        (buyer, amount) = (Some(row.facts.buyer_id), row.facts.amount);
        Ok(())
    })?;
    let mut settled = 0_i64;
    settlement_of_at(tx, item_id, as_of, |settlement| settled = settled.saturating_add(settlement.amount))?;
    // Settlements move an item towards zero, whichever its sign.
    Ok(buyer.filter(|_| amount.unsigned_abs() != settled.unsigned_abs()))
}
