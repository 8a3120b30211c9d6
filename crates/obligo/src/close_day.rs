//! The use case *close-day* (R4.7): the day-end close marks the bills whose due date has passed.

use crate::session::Session;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::codes::EventKind;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::event::{day_close_add, day_close_last};
use obligo_store::item::item_bill_each;
use obligo_store::{Tx, Written};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashSet};

/// Closes a day and returns `{date, expired_bills, bill_liability}`: how many bills it marks that were not marked before, and the liability that is
/// left, by currency. The same day again changes nothing. Error: a day before the last one closed (forbidden). Role: clerk.
pub fn close_day(session: &mut Session, date: Day) -> Result<Value, Problem> {
    let outcome = session.write("close-day", "", &format!("close-day {date}"), |tx, entry| {
        let last = day_close_last(tx, AsOf::NOW)?;
        if let Some(last) = last.filter(|last| date < *last) {
            let early = Problem::forbidden("close-day-before-last");
            return Err(early.with("date", date).with("last_date", last));
        }
        let result = result(tx, date, last)?;
        if last == Some(date) {
            return Ok(Written::nothing(result));
        }
        day_close_add(tx, entry, date)?;
        Ok(Written::new(result.clone(), result))
    })?;
    Ok(outcome.result)
}

fn result(tx: &Tx<'_>, date: Day, last: Option<Day>) -> Result<Value, Problem> {
    let snapshot = Snapshot::load(tx, AsOf::at(date))?;
    let protests = snapshot.events.all.iter().filter(|e| e.event == EventKind::Protest);
    let protested: HashSet<i64> = protests.filter_map(|e| e.item_id).collect();
    let mut expired = 0;
    let mut liability: BTreeMap<String, i64> = BTreeMap::new();
    item_bill_each(tx, snapshot.as_of, |row| {
        let facts = &row.facts;
        if !snapshot.is_insured_company(facts.company_id) || protested.contains(&row.item_id) {
            return Ok(());
        }
        if facts.net_due_date < date {
            expired += i64::from(last.is_none_or(|last| facts.net_due_date >= last));
        } else {
            let sum = liability.entry(facts.currency.to_owned()).or_default();
            *sum = sum.saturating_add(facts.amount);
        }
        Ok(())
    })?;
    let amounts: Map<String, Value> = liability
        .into_iter()
        .map(|(code, minor)| {
            let exponent = Currency::parse(&code).map_or(2, Currency::exponent);
            (code, json!(format_minor(minor, exponent)))
        })
        .collect();
    Ok(json!({
        "date": date.to_string(),
        "expired_bills": expired,
        "bill_liability": amounts,
        "already_closed": last == Some(date),
    }))
}
