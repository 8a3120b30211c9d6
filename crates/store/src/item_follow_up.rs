//! Follow-up date and stop date of items (R9.3): only added, the latest row of an item counts.

use crate::as_of::{day_of, day_opt};
use crate::company::next_id;
use crate::tx::{Param, Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;

/// The dates of an item as stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemFollowUpRow {
    /// Number.
    pub follow_up_id: i64,
    /// Item.
    pub item_id: i64,
    /// When it is to be looked at again.
    pub follow_up_on: Option<Day>,
    /// Last day on which no reminder goes out for it.
    pub stop_until: Option<Day>,
    /// Who set them.
    pub recorded_by: String,
    /// When, an instant in UTC.
    pub recorded_at: String,
}

const COLUMNS: &str = "follow_up_id, item_id, follow_up_on, stop_until, recorded_by, recorded_at";

fn of_row(row: &Row<'_>) -> ItemFollowUpRow {
    ItemFollowUpRow {
        follow_up_id: row.int(0),
        item_id: row.int(1),
        follow_up_on: row.int_opt(2).map(day_of),
        stop_until: row.int_opt(3).map(day_of),
        recorded_by: row.text(4).to_owned(),
        recorded_at: row.text(5).to_owned(),
    }
}

/// Adds the dates of an item.
pub fn item_follow_up_add(tx: &Tx<'_>, entry: i64, dates: &ItemFollowUpRow) -> Result<(), Problem> {
    let id = next_id(tx, "item_follow_up", "follow_up_id")?;
    tx.exec(
        &format!("INSERT INTO item_follow_up ({COLUMNS}, entry) VALUES ($1, $2, $3, $4, $5, $6, $7)"),
        &[
            id.into(),
            dates.item_id.into(),
            day_opt(dates.follow_up_on),
            day_opt(dates.stop_until),
            (&dates.recorded_by).into(),
            (&dates.recorded_at).into(),
            entry.into(),
        ],
    )?;
    Ok(())
}

/// Every row of an item, newest first.
pub fn item_follow_up_of(tx: &Tx<'_>, item_id: i64) -> Result<Vec<ItemFollowUpRow>, Problem> {
    let mut all = Vec::new();
    let sql = format!("SELECT {COLUMNS} FROM item_follow_up WHERE item_id = $1 ORDER BY follow_up_id DESC");
    tx.each(&sql, &[Param::Int(item_id)], |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    Ok(all)
}

/// Visits the dates that count, one row per item with any, by item.
pub fn item_follow_up_each(
    tx: &Tx<'_>,
    mut visit: impl FnMut(ItemFollowUpRow) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM item_follow_up WHERE follow_up_id IN \
         (SELECT max(follow_up_id) FROM item_follow_up GROUP BY item_id) ORDER BY item_id"
    );
    tx.each(&sql, &[], |row| visit(of_row(row)))
}
