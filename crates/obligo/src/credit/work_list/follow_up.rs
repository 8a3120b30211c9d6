//! Follow-up date and stop date of items (R9.3).

use super::candidates::open_item_of;
use crate::items::{ItemName, item_name};
use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::item_follow_up::{
    ItemFollowUpRow, item_follow_up_add, item_follow_up_each, item_follow_up_of,
};
use obligo_store::{Tx, Written};
use serde_json::{Value, json};

/// What is to be changed of an item's dates: `None` leaves a date, `Some(None)` clears it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ItemDatesChange {
    /// When it is to be looked at again.
    pub follow_up_on: Option<Option<Day>>,
    /// Last day on which no reminder goes out for it.
    pub stop_until: Option<Option<Day>>,
}

/// The dates of an item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemDates {
    /// Item as it is named.
    pub item: String,
    /// Dates, by whom and when.
    pub row: ItemFollowUpRow,
}

impl ItemDates {
    /// The dates as results show them.
    #[must_use]
    pub fn json(&self) -> Value {
        let day = |day: Option<Day>| json!(day.map(|day| day.to_string()));
        json!({
            "item": self.item,
            "follow_up_date": day(self.row.follow_up_on),
            "stop_until": day(self.row.stop_until),
            "recorded_by": self.row.recorded_by,
            "recorded_at": self.row.recorded_at,
        })
    }
}

/// Sets or clears dates of items, all or none; nothing is recorded for one that has them already. Errors: `follow-up-nothing`, those of
/// naming an item. Roles: clerk, manager.
pub fn set_item_dates(
    session: &mut Session,
    changes: &[(String, ItemDatesChange)],
) -> Result<Value, Problem> {
    if changes.is_empty() || changes.iter().any(|(_, change)| *change == ItemDatesChange::default()) {
        return Err(Problem::usage("follow-up-nothing"));
    }
    let day =
        |day: Option<Option<Day>>| json!(day.map(|day| day.map_or("none".to_owned(), |d| d.to_string())));
    let told: Vec<Value> = changes
        .iter()
        .map(|(item, change)| {
            json!({ "item": item, "follow_up_on": day(change.follow_up_on), "stop_until": day(change.stop_until) })
        })
        .collect();
    let input = format!("item-follow-up {}", json!(told));
    let (recorded_by, recorded_at) = (session.actor.clone(), session.now.clone());
    let outcome = session.write("item-follow-up", "", &input, |tx, entry| {
        let mut is_changed = false;
        for (item, change) in changes {
            let item_id = ItemName::parse(item)?.resolve(tx)?;
            let before = item_follow_up_of(tx, item_id)?.into_iter().next();
            let before = before.map_or((None, None), |row| (row.follow_up_on, row.stop_until));
            let after = (change.follow_up_on.unwrap_or(before.0), change.stop_until.unwrap_or(before.1));
            if before == after {
                continue;
            }
            is_changed = true;
            let row = ItemFollowUpRow {
                follow_up_id: 0,
                item_id,
                follow_up_on: after.0,
                stop_until: after.1,
                recorded_by: recorded_by.clone(),
                recorded_at: recorded_at.clone(),
            };
            item_follow_up_add(tx, entry, &row)?;
        }
        let facts = json!({ "items": told });
        if is_changed { Ok(Written::new(facts.clone(), facts)) } else { Ok(Written::nothing(facts)) }
    })?;
    Ok(outcome.result)
}

/// Every row recorded of an item, newest first; the first one counts. Errors: those of naming an item. Role: viewer.
pub fn item_dates(session: &mut Session, item: &str) -> Result<Vec<ItemDates>, Problem> {
    session.read(|tx| {
        let rows = item_follow_up_of(tx, ItemName::parse(item)?.resolve(tx)?)?;
        Ok(rows.into_iter().map(|row| ItemDates { item: item.to_owned(), row }).collect())
    })
}

/// The open items with a follow-up or stop date as of a key date, by follow-up date. Role: viewer.
pub fn items_followed_up(session: &mut Session, key_date: Day) -> Result<Vec<ItemDates>, Problem> {
    session.read(|tx| {
        let mut found = open_dates(tx, key_date)?;
        found.sort_by_key(|(_, row)| (row.follow_up_on.unwrap_or(Day::LAST), row.item_id));
        let named =
            |(_, row): (i64, ItemFollowUpRow)| Ok(ItemDates { item: item_name(tx, row.item_id)?, row });
        found.into_iter().map(named).collect()
    })
}

/// The dates that count of open items, with the account of each.
pub(super) fn open_dates(tx: &Tx<'_>, key_date: Day) -> Result<Vec<(i64, ItemFollowUpRow)>, Problem> {
    let mut rows = Vec::new();
    item_follow_up_each(tx, |row| {
        if row.follow_up_on.is_some() || row.stop_until.is_some() {
            rows.push(row);
        }
        Ok(())
    })?;
    let mut found = Vec::new();
    for row in rows {
        if let Some(buyer) = open_item_of(tx, AsOf::at(key_date), row.item_id)? {
            found.push((buyer, row));
        }
    }
    Ok(found)
}
