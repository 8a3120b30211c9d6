//! Own limits 1 to 4 of payers and credit groups, and what companies set instead (R9.1, FR-10).

use super::checks::{Repeats, comparable, last_day, not_negative, whole_number};
use super::{FileReport, Import, Progress};
use obligo_formats::schema::credit_limits as column;
use obligo_formats::table::Record;
use obligo_rules::calendar::Day;
use obligo_rules::credit_limit::DatedLimits;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_rules::standing::CreditLimits;
use obligo_store::as_of::AsOf;
use obligo_store::credit_group::{CreditGroup, credit_group_all};
use obligo_store::credit_limit::{CreditLimitRow, LimitsOf, credit_limit_put};
use obligo_store::rate::{Rates, rate_all};
use std::collections::BTreeMap;
use std::path::Path;

/// Most days an item may be overdue.
const DAYS_MAX: u16 = 999;

/// Imports a file of limits. Every record stays; one of the same first day replaces what was known.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let mut repeats = Repeats::default();
    let groups = credit_group_all(import.tx, AsOf::at(Day::LAST))?;
    let rates = rate_all(import.tx, i64::MAX)?;
    import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        let row = read(import, record, &groups, &rates)?;
        repeats.note((row.whose.clone(), row.dated.valid_from), record, column::ACCOUNT)?;
        report.count(credit_limit_put(import.tx, import.entry, &row)?);
        Ok(())
    })
}

fn read(
    import: &Import<'_, '_, '_>,
    record: &Record<'_>,
    groups: &BTreeMap<String, CreditGroup>,
    rates: &Rates,
) -> Result<CreditLimitRow, Problem> {
    let (whose, usual) = whose(import, record, groups)?;
    let currency = record.currency(column::CURRENCY)?.or(usual);
    let currency = record.need(column::CURRENCY, currency)?;
    comparable(import, record, column::CURRENCY, rates, (whose.buyer_id, currency))?;
    let valid_from = record.required_day(column::VALID_FROM)?;
    let days = whole_number(record, column::DAYS_OVERDUE, &(1..=DAYS_MAX))?;
    Ok(CreditLimitRow {
        whose,
        dated: DatedLimits {
            valid_from,
            valid_until: last_day(record, column::VALID_UNTIL, valid_from)?,
            limits: CreditLimits {
                past_due: not_negative(record, column::PAST_DUE, currency)?,
                outstanding: not_negative(record, column::OUTSTANDING, currency)?,
                outstanding_and_orders: not_negative(record, column::OUTSTANDING_AND_ORDERS, currency)?,
                days_overdue: days.map(i32::from),
            },
        },
        currency,
        approved_by: record.text(column::APPROVED_BY).to_owned(),
        reason: record.text(column::REASON).to_owned(),
        entry: import.entry,
    })
}

/// Whose limits a record sets, and the currency they are usually in.
fn whose(
    import: &Import<'_, '_, '_>,
    record: &Record<'_>,
    groups: &BTreeMap<String, CreditGroup>,
) -> Result<(LimitsOf, Option<Currency>), Problem> {
    let company_id = match record.text(column::COMPANY) {
        "" => 0,
        _ => import.book.company(record, column::COMPANY)?.company_id,
    };
    let (account, group) = (record.text(column::ACCOUNT), record.text(column::GROUP));
    match (account.is_empty(), group.is_empty()) {
        (false, true) => {
            let buyer_id =
                import.book.buyer(record, column::ACCOUNT, column::BRANCH, column::ACCOUNT_TYPE)?;
            super::payers::must_be_payer(import, record, column::ACCOUNT, buyer_id)?;
            let usual = import.book.buyers.get(&buyer_id).and_then(|b| Currency::parse(&b.currency));
            Ok((LimitsOf { company_id, ..LimitsOf::payer(buyer_id) }, usual))
        }
        (true, false) => {
            let known = groups.get(group).ok_or_else(|| {
                record.problem(column::GROUP, "credit-group-not-found").with("group", group)
            })?;
            Ok((LimitsOf { company_id, ..LimitsOf::group(group) }, Some(known.currency)))
        }
        _ => Err(record.problem(column::ACCOUNT, "credit-limit-whose")),
    }
}
