//! Letters proposed and sent, and one with its items.

use super::answers::json_of;
use crate::credit::payers::Payers;
use crate::items::item_name;
use crate::session::Session;
use crate::snapshot::Snapshot;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::item::item_get;
use obligo_store::reminder::{ReminderItemRow, ReminderRow, reminder_get, reminder_items, reminder_list};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// How a letter may stand.
pub const STATES: [&str; 4] = ["proposed", "left_out", "superseded", "sent"];
/// Most letters listed.
const LISTED: i64 = 10_000;

/// Which letters.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReminderFilter {
    /// `proposed`, `left_out`, `superseded` or `sent`; `None` for all.
    pub state: Option<String>,
    /// Of the payer of this account, by the store's number.
    pub payer: Option<i64>,
    /// Only of these companies, by code; `None` for all.
    pub companies: Option<BTreeSet<String>>,
}

/// A letter with its answer.
#[derive(Clone, PartialEq, Debug)]
pub struct Listed {
    /// As stored.
    pub row: ReminderRow,
    /// As shown.
    pub json: Value,
}

/// Letters, the latest first. Anybody who may read.
pub fn list(session: &mut Session, filter: &ReminderFilter) -> Result<Vec<Listed>, Problem> {
    let today = session.today();
    session.read(|tx| list_in(tx, &Snapshot::load(tx, AsOf::at(today))?, filter))
}

/// See [`list`], within a transaction and with master data at hand.
pub fn list_in(tx: &Tx<'_>, snapshot: &Snapshot, filter: &ReminderFilter) -> Result<Vec<Listed>, Problem> {
    let payer = filter.payer.map(|customer| Payers::of(snapshot).payer_of(customer));
    let rows = reminder_list(tx, filter.state.as_deref(), payer, LISTED)?;
    let is_seen = |row: &ReminderRow| sees(filter.companies.as_ref(), snapshot, row.company_id);
    let seen = rows.into_iter().filter(is_seen);
    Ok(seen.map(|row| Listed { json: json_of(snapshot, &row), row }).collect())
}

/// A letter whole.
#[derive(Clone, PartialEq, Debug)]
pub struct Shown {
    /// As stored.
    pub row: ReminderRow,
    /// Its items as stored, left out or not.
    pub items: Vec<ReminderItemRow>,
    /// As shown, with its items under `items`.
    pub json: Value,
}

/// One letter with its items. Error: `reminder-not-found`, also for one of a company that may not be seen. Anybody who may read.
pub fn show(
    session: &mut Session,
    companies: Option<&BTreeSet<String>>,
    reminder: i64,
) -> Result<Shown, Problem> {
    let today = session.today();
    session.read(|tx| show_in(tx, &Snapshot::load(tx, AsOf::at(today))?, companies, reminder))
}

/// See [`show`], within a transaction and with master data at hand.
pub fn show_in(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    companies: Option<&BTreeSet<String>>,
    reminder: i64,
) -> Result<Shown, Problem> {
    let row = found(tx, snapshot, companies, reminder)?;
    let items = reminder_items(tx, reminder)?;
    let mut json = json_of(snapshot, &row);
    let lines: Vec<Value> = items.iter().map(|item| line(tx, &row, item)).collect::<Result<_, _>>()?;
    json["items"] = json!(lines);
    Ok(Shown { row, items, json })
}

/// The letter, where it may be seen. Error: `reminder-not-found`.
pub(super) fn found(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    companies: Option<&BTreeSet<String>>,
    reminder: i64,
) -> Result<ReminderRow, Problem> {
    let row = reminder_get(tx, reminder)?.filter(|row| sees(companies, snapshot, row.company_id));
    row.ok_or_else(|| Problem::refused("reminder-not-found").with("reminder", reminder))
}

fn sees(companies: Option<&BTreeSet<String>>, snapshot: &Snapshot, company_id: i64) -> bool {
    companies.is_none_or(|own| own.contains(snapshot.company_code(company_id)))
}

fn line(tx: &Tx<'_>, letter: &ReminderRow, item: &ReminderItemRow) -> Result<Value, Problem> {
    let exponent = Currency::parse(&letter.currency).map_or(2, Currency::exponent);
    let amount = |minor: i64| format_minor(minor, exponent);
    let mut line = json!({
        "item": item_name(tx, item.item_id)?,
        "level": item.level,
        "days_late": item.days_late,
        "open": amount(item.open),
        "interest": amount(item.interest),
        "compensation": amount(item.compensation),
        "left_out": item.left_out,
    });
    item_get(tx, item.item_id, |row| {
        line["document_no"] = json!(row.facts.document_no);
        line["kind"] = json!(row.facts.kind.code());
        line["document_date"] = json!(row.facts.document_date.to_string());
        line["due_date"] = json!(row.extended_due_date.unwrap_or(row.facts.net_due_date).to_string());
        line["amount"] = json!(amount(row.facts.amount));
        Ok(())
    })?;
    Ok(line)
}
