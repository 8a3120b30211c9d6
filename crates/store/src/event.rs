//! Events that fix dates or stop cover (R3.9, R6.4), and day-end closes (R4.7).

use crate::as_of::{AsOf, day_of, day_param};
use crate::company::next_id;
use crate::tx::{Param, Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::codes::EventKind;
use obligo_rules::problem::Problem;

/// Something that happened to an item, or to a buyer as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EventRow {
    /// Whose account.
    pub buyer_id: i64,
    /// Which item; `None` = the whole buyer.
    pub item_id: Option<i64>,
    /// What.
    pub event: EventKind,
    /// When.
    pub date: Day,
    /// Reference.
    pub reference: String,
}

/// Records an event unless it is on record; says whether it was new.
pub fn event_add(tx: &Tx<'_>, entry: i64, event: &EventRow) -> Result<bool, Problem> {
    let params = [
        Param::Int(event.buyer_id),
        Param::Int(event.item_id.unwrap_or(0)),
        Param::Text(event.event.code()),
        day_param(event.date),
    ];
    let known = tx.one(
        "SELECT count(*) FROM event WHERE buyer_id = $1 AND coalesce(item_id, 0) = $2 AND event = $3 AND date = $4",
        &params,
        |row| Ok(row.int(0) > 0),
    )?;
    if known == Some(true) {
        return Ok(false);
    }
    let id = next_id(tx, "event", "event_id")?;
    tx.exec(
        "INSERT INTO event (event_id, buyer_id, item_id, event, date, reference, entry) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            Param::Int(id),
            Param::Int(event.buyer_id),
            event.item_id.into(),
            Param::Text(event.event.code()),
            day_param(event.date),
            Param::Text(&event.reference),
            Param::Int(entry),
        ],
    )?;
    Ok(true)
}

/// All events dated by the key date and known, in order of date.
pub fn event_all(tx: &Tx<'_>, as_of: AsOf) -> Result<Vec<EventRow>, Problem> {
    let mut all = Vec::new();
    tx.each(
        &format!("SELECT {COLUMNS} FROM event WHERE date <= $1 AND entry <= $2 ORDER BY date, event_id"),
        &as_of.params(),
        |row| {
            all.extend(event_of_row(row));
            Ok(())
        },
    )?;
    Ok(all)
}

const COLUMNS: &str = "buyer_id, item_id, event, date, reference";

fn event_of_row(row: &Row<'_>) -> Option<EventRow> {
    Some(EventRow {
        buyer_id: row.int(0),
        item_id: row.int_opt(1),
        event: EventKind::parse(row.text(2))?,
        date: day_of(row.int(3)),
        reference: row.text(4).to_owned(),
    })
}

/// The events of one account and its items with their audit entries, in recorded order.
pub fn event_of_buyer(tx: &Tx<'_>, buyer_id: i64) -> Result<Vec<(i64, EventRow)>, Problem> {
    let mut all = Vec::new();
    tx.each(
        &format!("SELECT {COLUMNS}, entry FROM event WHERE buyer_id = $1 ORDER BY event_id"),
        &[Param::Int(buyer_id)],
        |row| {
            all.extend(event_of_row(row).map(|event| (row.int(5), event)));
            Ok(())
        },
    )?;
    Ok(all)
}

/// Records a day-end close.
pub fn day_close_add(tx: &Tx<'_>, entry: i64, date: Day) -> Result<(), Problem> {
    tx.exec("INSERT INTO day_close (date, entry) VALUES ($1, $2)", &[day_param(date), Param::Int(entry)])?;
    Ok(())
}

/// The last day closed, as known.
pub fn day_close_last(tx: &Tx<'_>, known: i64) -> Result<Option<Day>, Problem> {
    let last = tx.one("SELECT max(date) FROM day_close WHERE entry <= $1", &[Param::Int(known)], |row| {
        Ok(row.int_opt(0).map(day_of))
    })?;
    Ok(last.flatten())
}
