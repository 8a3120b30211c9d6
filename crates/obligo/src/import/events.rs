//! Events of items and buyers (R3.9, R6.4).

use super::{FileReport, Import, Progress};
use crate::event::{check_target, record_in};
use obligo_formats::schema::events as column;
use obligo_formats::table::Record;
use obligo_rules::codes::{EventKind, ItemKind};
use obligo_rules::problem::Problem;
use obligo_store::event::EventRow;
use obligo_store::item::item_find;
use std::path::Path;

/// Imports a file of events.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let mut rows = Vec::new();
    let mut report = import.read_table(path, &column::SCHEMA, progress, |import, record, _| {
        rows.push(read(import, record)?);
        Ok(())
    })?;
    if import.refusal.total == 0 {
        let recorded = record_in(import.tx, import.entry, &rows)?;
        report.new += recorded.new as u64;
        report.same += recorded.known as u64;
    }
    Ok(report)
}

fn read(import: &Import<'_, '_, '_>, record: &Record<'_>) -> Result<EventRow, Problem> {
    let event = record.need(column::EVENT, record.one_of(column::EVENT)?.and_then(EventKind::parse))?;
    let date = record.required_day(column::DATE)?;
    let buyer = match record.optional(column::ACCOUNT) {
        Some(_) => Some(import.book.buyer(record, column::ACCOUNT, column::BRANCH, column::ACCOUNT_TYPE)?),
        None => None,
    };
    let names_item = !record.text(column::DOCUMENT_NO).is_empty();
    let (buyer_id, item_id, kind) = match buyer {
        Some(buyer) if !names_item => (buyer, None, None),
        None if !names_item => return Err(record.problem(column::ACCOUNT, "event-names-nothing")),
        buyer => {
            let found = item(import, record, buyer)?;
            (found.buyer_id, Some(found.item_id), Some(found.kind))
        }
    };
    check_target(event, kind).map_err(|problem| record.problem(column::EVENT, problem.code))?;
    Ok(EventRow { buyer_id, item_id, event, date, reference: record.text(column::REFERENCE).to_owned() })
}

struct Found {
    item_id: i64,
    buyer_id: i64,
    kind: ItemKind,
}

/// The item a record names; the account only where company, number and kind are not unique.
fn item(import: &Import<'_, '_, '_>, record: &Record<'_>, buyer: Option<i64>) -> Result<Found, Problem> {
    let company = import.book.company(record, column::COMPANY)?;
    let number = record.required(column::DOCUMENT_NO)?;
    let kind = record.one_of(column::KIND)?.and_then(ItemKind::parse);
    let mut found = Vec::new();
    item_find(import.tx, company.company_id, number, kind, buyer, |row| {
        found.push(Found { item_id: row.item_id, buyer_id: row.facts.buyer_id, kind: row.facts.kind });
        Ok(())
    })?;
    let name = |kind: Option<ItemKind>| {
        let kind = kind.map(|k| format!("/{}", k.code())).unwrap_or_default();
        format!("{}/{number}{kind}", company.company)
    };
    match found.pop() {
        None => Err(record.problem(column::DOCUMENT_NO, "item-not-found").with("item", name(kind))),
        Some(one) if found.is_empty() => Ok(one),
        Some(one) => {
            found.push(one);
            let account =
                |id: &i64| import.book.buyers.get(id).map(|b| b.key.to_string()).unwrap_or_default();
            let choices: Vec<String> =
                found.iter().map(|f| format!("{}@{}", name(Some(f.kind)), account(&f.buyer_id))).collect();
            let problem = record.problem(column::DOCUMENT_NO, "item-ambiguous").with("item", name(kind));
            Err(problem.with("choices", choices.join(", ")))
        }
    }
}
