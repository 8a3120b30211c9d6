//! Limit decisions and requests (R2.1, R2.2).

use super::checks::{last_day, not_negative, whole_number};
use super::{FileReport, Import, Progress};
use crate::credit::limit_requests::{pending, requests_of};
use crate::late_facts::LateFact;
use obligo_formats::schema::limits as column;
use obligo_formats::table::Record;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{REASONS, REQUESTS, RESPONSES};
use obligo_rules::limit::LimitDecision;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::buyer::buyer_key;
use obligo_store::limit::{LimitRow, limit_add, limit_of_day};
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::path::Path;

/// Longest term of a decision, months.
const MONTHS_MAX: u16 = 120;

/// Buyer, policy, first day and whether it tops up: later answers of the same day follow each other.
type Key = (i64, u16, Day, bool);

/// Imports a file of decisions. Every answer stays on record: one that differs from the last of its day is added.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let mut keys: Vec<Key> = Vec::new();
    let mut of_key: HashMap<Key, Vec<LimitRow>> = HashMap::new();
    let mut lines: HashMap<Key, Vec<u64>> = HashMap::new();
    let mut report = import.read_table(path, &column::SCHEMA, progress, |import, record, _| {
        let row = read(import, record)?;
        let key = (row.buyer_id, row.policy_id, row.decision.valid_from, row.decision.top_up);
        let rows = of_key.entry(key).or_default();
        if rows.is_empty() {
            keys.push(key);
        }
        rows.push(row);
        lines.entry(key).or_default().push(record.line());
        Ok(())
    })?;
    if import.refusal.total > 0 {
        return Ok(report);
    }
    for key in keys {
        let (buyer_id, policy_id, date, top_up) = key;
        let rows = of_key.remove(&key).unwrap_or_default();
        let mut recorded = limit_of_day(import.tx, buyer_id, policy_id, date)?;
        recorded.retain(|row| row.decision.top_up == top_up);
        let known = known_already(&recorded, &rows);
        report.same += known as u64;
        let news = &rows[known..];
        let lines = lines.remove(&key).unwrap_or_default();
        for (n, row) in news.iter().enumerate() {
            if let Some(problem) = other_waits(import.tx, row)? {
                let line = lines.get(known + n).copied().unwrap_or_default();
                let column = column::SCHEMA.columns[column::REQUESTED_ON].name;
                import.refusal.push(problem.in_file(&import.name(path)).at_line(line).at_column(column));
                continue;
            }
            limit_add(import.tx, import.entry, row)?;
            let first_of_day = recorded.is_empty() && n == 0;
            *(if first_of_day { &mut report.new } else { &mut report.changed }) += 1;
        }
        if !news.is_empty() && import.book.last_final.is_some_and(|last| date <= last) {
            import.late.push(LateFact { buyer_id, policy_id: Some(policy_id), date, what: "decision" });
        }
    }
    Ok(report)
}

/// How many of the file's rows of one day are on record already: as many of its first as are the last on record, so that a file read
/// again adds nothing, and an answer taken back and given again is added.
fn known_already(recorded: &[LimitRow], rows: &[LimitRow]) -> usize {
    let same = |known: &LimitRow, row: &LimitRow| {
        let decision = LimitDecision { id: row.decision.id, ..known.decision.clone() };
        decision == row.decision && LimitRow { decision, ..known.clone() } == *row
    };
    (1..=rows.len().min(recorded.len()))
        .rev()
        .find(|n| recorded[recorded.len() - n..].iter().zip(rows).all(|(known, row)| same(known, row)))
        .unwrap_or(0)
}

/// Why a request cannot be recorded: another one of its buyer and policy is with the insurer since another day (R2.1). Error:
/// `limit-request-pending`.
fn other_waits(tx: &Tx<'_>, row: &LimitRow) -> Result<Option<Problem>, Problem> {
    let decision = &row.decision;
    let is_request = decision.response == 0 && decision.amount.is_none() && row.requested_amount.is_some();
    if !is_request || row.requested_on.is_none() {
        return Ok(None);
    }
    let requests = requests_of(tx, row.buyer_id, row.policy_id)?;
    let waiting = requests.iter().find(|request| {
        request.is_pending()
            && request.top_up == decision.top_up
            && request.sent_on.is_some_and(|day| Some(day) != row.requested_on)
    });
    let Some(request) = waiting else { return Ok(None) };
    let account = buyer_key(tx, row.buyer_id)?.to_string();
    Ok(Some(pending(&account, request, decision.valid_from)))
}

fn read(import: &Import<'_, '_, '_>, record: &Record<'_>) -> Result<LimitRow, Problem> {
    let policy = import.book.policy(record, column::POLICY)?;
    let buyer_id = import.book.buyer(record, column::ACCOUNT, column::BRANCH, column::ACCOUNT_TYPE)?;
    let valid_from = record.required_day(column::VALID_FROM)?;
    let currency = record.currency(column::CURRENCY)?.unwrap_or(policy.currency);
    let months = |at: usize| whole_number(record, at, &(1..=MONTHS_MAX));
    let code = |at: usize, last: u16| whole_number(record, at, &(1..=last));
    let code_text = |n: Option<u16>| n.map(|n| n.to_string()).unwrap_or_default();
    let decision = LimitDecision {
        id: 0,
        valid_from,
        valid_until: last_day(record, column::VALID_UNTIL, valid_from)?,
        amount: not_negative(record, column::AMOUNT, currency)?,
        currency,
        response: code(column::RESPONSE, RESPONSES.len() as u16)?.map_or(0, |n| n as u8),
        conditions_met: record.boolean(column::CONDITIONS_MET)?,
        max_term_months: months(column::MAX_TERM_MONTHS)?,
        max_term_months_value_dated: months(column::MAX_TERM_MONTHS_VALUE_DATED)?,
        max_term_months_bills: months(column::MAX_TERM_MONTHS_BILLS)?,
        insured_percent: percent(record)?,
        top_up: record.boolean(column::TOP_UP)?,
    };
    check_answer(record, &decision)?;
    Ok(LimitRow {
        buyer_id,
        policy_id: policy.number,
        decision,
        requested_amount: not_negative(record, column::REQUESTED_AMOUNT, currency)?,
        requested_on: record.day(column::REQUESTED_ON)?,
        conditions: record.text(column::CONDITIONS).to_owned(),
        decided_on: record.day(column::DECIDED_ON)?,
        reference: record.text(column::REFERENCE).to_owned(),
        request: code_text(code(column::REQUEST, u16::from(*REQUESTS.end()))?),
        reason: code_text(code(column::REASON, u16::from(*REASONS.end()))?),
    })
}

/// Whether response and amount go together (R2.2).
fn check_answer(record: &Record<'_>, decision: &LimitDecision) -> Result<(), Problem> {
    match (decision.response, decision.amount) {
        (3 | 8, Some(amount)) if amount > 0 => Err(record
            .problem(column::AMOUNT, "limit-refused-with-amount")
            .with("response", meaning(decision))),
        (2 | 4 | 5 | 9, None) => {
            Err(record.problem(column::AMOUNT, "limit-without-amount").with("response", meaning(decision)))
        }
        _ => Ok(()),
    }
}

fn meaning(decision: &LimitDecision) -> String {
    let code = decision.response.to_string();
    let meaning = RESPONSES.iter().find(|(known, _)| *known == code).map_or("", |(_, meaning)| meaning);
    format!("{code} ({meaning})")
}

fn percent(record: &Record<'_>) -> Result<Option<Decimal>, Problem> {
    match record.decimal(column::INSURED_PERCENT)? {
        Some(percent) if percent < Decimal::ZERO || percent > Decimal::ONE_HUNDRED => {
            Err(record.problem(column::INSURED_PERCENT, "field-out-of-range").with("from", 0).with("to", 100))
        }
        percent => Ok(percent.map(|percent| percent.normalize())),
    }
}
