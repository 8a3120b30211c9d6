//! Settlements of items.

use super::{FileReport, Import, Progress};
use crate::planning::SettledItems;
use obligo_formats::schema::settlements as column;
use obligo_formats::table::Record;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{ItemKind, SettlementMethod};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::item::item_find;
use obligo_store::settlement::{Settlement, SettlementWriter, settlement_of};
use std::collections::HashMap;
use std::path::Path;

/// What a settlement needs to know of its item.
#[derive(Clone)]
struct Target {
    item_id: i64,
    amount: i64,
    currency: Currency,
}

/// An item that this file settles: what is settled in all, and where it last grew.
struct Running {
    settled: i64,
    amount: i64,
    currency: Currency,
    problem: Option<Problem>,
}

/// Settlements alike but for their number, by item, date, amount, method and reference.
type Alike = HashMap<(i64, Day, i64, SettlementMethod, String), i64>;

/// Imports a file of settlements.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let before = SettledItems::load(import.tx, AsOf::at(Day::LAST))?;
    let mut writer = SettlementWriter::new(import.tx, import.entry)?;
    let mut running: HashMap<i64, Running> = HashMap::new();
    let mut alike = Alike::new();
    let mut numbers: HashMap<(i64, String), (Day, i64)> = HashMap::new();
    let report = import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        let target = find(import, record)?;
        let amount = record.required_minor(column::AMOUNT, target.currency)?;
        let method = record.one_of(column::METHOD)?.and_then(SettlementMethod::parse);
        let method = method.unwrap_or(SettlementMethod::Payment);
        if amount == 0 || (amount < 0) != (method == SettlementMethod::Return) {
            return Err(record.problem(column::AMOUNT, "settlement-sign").with("method", method.code()));
        }
        let settlement = Settlement {
            item_id: target.item_id,
            date: record.required_day(column::DATE)?,
            amount,
            method,
            reference: record.text(column::REFERENCE),
            settlement_no: record.text(column::SETTLEMENT_NO),
            occurrence: 1,
            derived: false,
        };
        let known = before.last(target.item_id).is_some();
        let (settlement, is_known) = if settlement.settlement_no.is_empty() {
            nth(import, settlement, known, &mut alike)?
        } else {
            let number = (target.item_id, settlement.settlement_no.to_owned());
            if let Some(first) = numbers.insert(number, (settlement.date, settlement.amount)) {
                let same = first == (settlement.date, settlement.amount);
                let code = if same { "settlement-duplicate" } else { "settlement-conflict" };
                return Err(record
                    .problem(column::SETTLEMENT_NO, code)
                    .with("settlement_no", settlement.settlement_no));
            }
            (settlement, known && by_number(import, record, &settlement, target.currency)?)
        };
        if is_known {
            report.same += 1;
            return Ok(());
        }
        writer.put(&settlement)?;
        report.new += 1;
        let entry = running.entry(target.item_id).or_insert_with(|| Running {
            settled: target.amount.abs() - before.open(target.item_id, target.amount).abs(),
            amount: target.amount.abs(),
            currency: target.currency,
            problem: None,
        });
        entry.settled = entry.settled.saturating_add(amount);
        // Only a settlement beyond the amount needs its place; a later return may still bring it back.
        let beyond = entry.settled > entry.amount || entry.settled < 0;
        if beyond && entry.problem.is_none() {
            let document = record.text(column::DOCUMENT_NO).to_owned();
            entry.problem =
                Some(record.problem(column::AMOUNT, "settlement-above-open").with("document_no", document));
        }
        Ok(())
    })?;
    let beyond = running.into_values().filter(|r| r.settled > r.amount || r.settled < 0);
    let mut problems: Vec<Problem> = beyond
        .map(|entry| {
            let exponent = entry.currency.exponent();
            let problem = entry.problem.unwrap_or_else(|| Problem::refused("settlement-above-open"));
            problem
                .with("amount", format_minor(entry.amount, exponent))
                .with("settled", format_minor(entry.settled, exponent))
        })
        .collect();
    problems.sort_by_key(|problem| problem.place.line);
    for problem in problems {
        import.refusal.push(problem);
    }
    Ok(report)
}

/// The item a record names; the account only where company, number and kind are not unique.
fn find(import: &Import<'_, '_, '_>, record: &Record<'_>) -> Result<Target, Problem> {
    let company = import.book.company(record, column::COMPANY)?.company_id;
    let document_no = record.required(column::DOCUMENT_NO)?;
    let kind = record.need(column::KIND, record.one_of(column::KIND)?.and_then(ItemKind::parse))?;
    let buyer = if record.text(column::ACCOUNT).is_empty() {
        None
    } else {
        Some(import.book.buyer(record, column::ACCOUNT, column::BRANCH, column::ACCOUNT_TYPE)?)
    };
    let mut found: Option<Target> = None;
    let mut count = 0;
    item_find(import.tx, company, document_no, Some(kind), buyer, |row| {
        count += 1;
        found = Some(Target {
            item_id: row.item_id,
            amount: row.facts.amount,
            currency: Currency::parse(row.facts.currency).unwrap_or(Currency::EUR),
        });
        Ok(())
    })?;
    match found {
        Some(target) if count == 1 => Ok(target),
        Some(_) => Err(record
            .problem(column::DOCUMENT_NO, "settlement-item-ambiguous")
            .with("document_no", document_no)
            .with("count", count)),
        None => Err(record
            .problem(column::DOCUMENT_NO, "settlement-item-unknown")
            .with("document_no", document_no)),
    }
}

/// A settlement without a number: the n-th of its like in the file, known if the store has n of them.
fn nth<'a>(
    import: &Import<'_, '_, '_>,
    mut settlement: Settlement<'a>,
    has_known: bool,
    alike: &mut Alike,
) -> Result<(Settlement<'a>, bool), Problem> {
    let key = (
        settlement.item_id,
        settlement.date,
        settlement.amount,
        settlement.method,
        settlement.reference.to_owned(),
    );
    let n = alike.entry(key).or_insert(0);
    *n += 1;
    settlement.occurrence = *n;
    let mut is_known = false;
    if has_known {
        settlement_of(import.tx, settlement.item_id, |other| {
            is_known |= other.date == settlement.date
                && other.amount == settlement.amount
                && other.method == settlement.method
                && other.reference == settlement.reference
                && other.settlement_no.is_empty()
                && other.occurrence == settlement.occurrence;
        })?;
    }
    Ok((settlement, is_known))
}

/// A settlement with a number: known if the store has it; with another date or amount it is a conflict.
fn by_number(
    import: &Import<'_, '_, '_>,
    record: &Record<'_>,
    settlement: &Settlement<'_>,
    currency: Currency,
) -> Result<bool, Problem> {
    let mut known: Option<(Day, i64)> = None;
    settlement_of(import.tx, settlement.item_id, |other| {
        if other.settlement_no == settlement.settlement_no {
            known = Some((other.date, other.amount));
        }
    })?;
    match known {
        None => Ok(false),
        Some(same) if same == (settlement.date, settlement.amount) => Ok(true),
        Some((date, amount)) => Err(record
            .problem(column::SETTLEMENT_NO, "settlement-conflict")
            .with("settlement_no", settlement.settlement_no)
            .with("known_date", date)
            .with("known_amount", format_minor(amount, currency.exponent()))),
    }
}
