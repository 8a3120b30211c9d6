//! Assignments with their history, and what is ready for collection.

use crate::credit::payers::Payers;
use crate::credit::reminders::{OpenItem, item_at};
use crate::items::item_name;
use crate::session::Session;
use crate::settled::SettledItems;
use crate::snapshot::Snapshot;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::collection::{
    AssignmentRow, CollectionStateRow, assignment_get, assignment_list, collection_history, collection_states,
};
use obligo_store::item::item_get;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Most assignments listed.
const LISTED: i64 = 10_000;

/// An assignment with how its items stood, the oldest first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assignment {
    /// As stored.
    pub row: AssignmentRow,
    /// Its items over time.
    pub history: Vec<CollectionStateRow>,
}

/// An assignment without its items.
pub fn json_of(snapshot: &Snapshot, assignment: &Assignment) -> Value {
    let row = &assignment.row;
    let exponent = Currency::parse(&row.currency).map_or(2, Currency::exponent);
    let amount = |minor: i64| format_minor(minor, exponent);
    let sum = row.open.saturating_add(row.interest).saturating_add(row.charges);
    json!({
        "assignment": row.assignment_id,
        "company": snapshot.company_code(row.company_id),
        "account": snapshot.account(row.payer_id).to_string(),
        "name": snapshot.buyers.get(&row.payer_id).map_or("", |payer| payer.name.as_str()),
        "assigned_on": row.assigned_on.to_string(),
        "agency": row.agency,
        "reference": row.reference,
        "currency": row.currency,
        "open": amount(row.open),
        "interest": amount(row.interest),
        "charges": amount(row.charges),
        "total": amount(sum),
        "language": row.language,
        "reason": row.reason,
        "assigned_by": row.assigned_by,
    })
}

/// Assignments, the latest first, of the payer of an account or of all; of companies that may be seen. Anybody who may read.
pub fn assignments(
    session: &mut Session,
    account: Option<i64>,
    companies: Option<&BTreeSet<String>>,
) -> Result<Vec<Value>, Problem> {
    let today = session.today();
    session.read(|tx| assignments_in(tx, &Snapshot::load(tx, AsOf::at(today))?, account, companies))
}

/// See [`assignments`], within a transaction and with master data at hand.
pub fn assignments_in(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    account: Option<i64>,
    companies: Option<&BTreeSet<String>>,
) -> Result<Vec<Value>, Problem> {
    let payer = account.map(|customer| Payers::of(snapshot).payer_of(customer));
    let rows = assignment_list(tx, payer, LISTED)?.into_iter();
    let seen = rows.filter(|row| sees(companies, snapshot, row.company_id));
    seen.map(|row| {
        let history = collection_history(tx, row.assignment_id)?;
        whole(tx, snapshot, &Assignment { row, history })
    })
    .collect()
}

/// One assignment with its items and their history. Error: `collection-not-found`. Anybody who may read.
pub fn assignment(
    session: &mut Session,
    companies: Option<&BTreeSet<String>>,
    assignment: i64,
) -> Result<Value, Problem> {
    let today = session.today();
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, AsOf::at(today))?;
        let found = found(tx, &snapshot, companies, assignment)?;
        whole(tx, &snapshot, &found)
    })
}

/// An assignment that may be seen. Error: `collection-not-found`.
pub(super) fn found(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    companies: Option<&BTreeSet<String>>,
    assignment: i64,
) -> Result<Assignment, Problem> {
    let row = assignment_get(tx, assignment)?.filter(|row| sees(companies, snapshot, row.company_id));
    let row = row.ok_or_else(|| Problem::refused("collection-not-found").with("assignment", assignment))?;
    Ok(Assignment { row, history: collection_history(tx, assignment)? })
}

fn sees(companies: Option<&BTreeSet<String>>, snapshot: &Snapshot, company_id: i64) -> bool {
    companies.is_none_or(|own| own.contains(snapshot.company_code(company_id)))
}

/// The state of each item of an assignment, the last one recorded.
pub(super) fn states(assignment: &Assignment) -> BTreeMap<i64, &CollectionStateRow> {
    assignment.history.iter().map(|state| (state.item_id, state)).collect()
}

fn whole(tx: &Tx<'_>, snapshot: &Snapshot, assignment: &Assignment) -> Result<Value, Problem> {
    let exponent = Currency::parse(&assignment.row.currency).map_or(2, Currency::exponent);
    let states = states(assignment);
    let ids: Vec<i64> = states.keys().copied().collect();
    let settled = SettledItems::of(tx, snapshot.as_of, &ids)?;
    let mut items = Vec::new();
    for (id, state) in states {
        let mut line = json!({ "item": item_name(tx, id)?, "assigned": format_minor(state.open, exponent) });
        item_get(tx, id, |row| {
            let open = settled.open(id, row.facts.amount);
            // What was paid in full has left collection by itself; the hand-over stays on record.
            let is_settled = open == 0 && state.state == "assigned";
            let since = if is_settled { settled.last(id).unwrap_or(state.date) } else { state.date };
            line["document_no"] = json!(row.facts.document_no);
            line["document_date"] = json!(row.facts.document_date.to_string());
            line["due_date"] = json!(row.facts.net_due_date.to_string());
            line["open"] = json!(format_minor(open, exponent));
            line["state"] = json!(if is_settled { "settled" } else { state.state.as_str() });
            line["since"] = json!(since.to_string());
            Ok(())
        })?;
        items.push(line);
    }
    let history = assignment.history.iter().map(|state| {
        Ok(json!({
            "item": item_name(tx, state.item_id)?,
            "date": state.date.to_string(),
            "state": state.state,
            "open": format_minor(state.open, exponent),
            "reason": state.reason,
            "recorded_by": state.recorded_by,
        }))
    });
    let mut json = json_of(snapshot, assignment);
    json["is_open"] = json!(items.iter().any(|item| item["state"] == "assigned"));
    json["history"] = json!(history.collect::<Result<Vec<Value>, Problem>>()?);
    json["items"] = json!(items);
    Ok(json)
}

/// Items that are ready for collection, by payer: `{account, name, company, item, document_no, due_date, days_late, open, currency,
/// collection_date}`. Anybody who may read.
pub fn ready(session: &mut Session, companies: Option<&BTreeSet<String>>) -> Result<Vec<Value>, Problem> {
    let today = session.today();
    session.read(|tx| ready_in(tx, &Snapshot::load(tx, AsOf::at(today))?, companies))
}

/// See [`ready`], within a transaction and with master data at hand. It reads the items that became ready and nothing else of the ledger.
pub fn ready_in(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    companies: Option<&BTreeSet<String>>,
) -> Result<Vec<Value>, Problem> {
    let payers = Payers::of(snapshot);
    let mut ready = Vec::new();
    for (id, state) in collection_states(tx)? {
        if state.state == "ready" {
            ready.extend(item_at(tx, snapshot, &payers, id)?);
        }
    }
    ready.retain(|item| item.open > 0 && sees(companies, snapshot, item.party.company));
    ready.sort_by_key(|item| (item.party, item.due, item.item_id));
    let line = |item: &OpenItem| {
        let currency = item.party.currency;
        Ok(json!({
            "account": snapshot.account(item.party.payer).to_string(),
            "name": snapshot.buyers.get(&item.party.payer).map_or("", |payer| payer.name.as_str()),
            "company": snapshot.company_code(item.party.company),
            "item": item_name(tx, item.item_id)?,
            "document_no": item.document_no,
            "due_date": item.due.to_string(),
            "days_late": snapshot.as_of.key_date.days_since(item.due),
            "open": format_minor(item.open, currency.exponent()),
            "currency": currency.code(),
            "collection_date": item.collection_date.map(|day| day.to_string()),
        }))
    };
    ready.iter().map(line).collect()
}
