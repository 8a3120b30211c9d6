//! Rates of late interest of the house, beside those of the program (R9.8).

use super::checks::{Repeats, last_day, not_negative};
use super::{FileReport, Import, Progress};
use obligo_formats::schema::interest_rates as column;
use obligo_formats::table::Record;
use obligo_rules::calendar::Day;
use obligo_rules::country;
use obligo_rules::late_interest::{DIRECTIVE, InterestTable, InterestTerms, Percent};
use obligo_rules::problem::Problem;
use obligo_store::interest_rate::{interest_rate_all, interest_rate_put};
use rust_decimal::Decimal;
use std::path::Path;

/// Lowest and highest reference rate taken, in per cent a year.
const REFERENCE: (i32, i32) = (-5, 50);
/// Least and most that is added to it.
const MARGIN: (i32, i32) = (0, 50);
/// Lowest and highest floor of agreed rates.
const LOWEST_AGREED: (i32, i32) = (0, 100);

/// Imports a file of rates. Margin, currency and sums a record leaves empty are as the country's law was last known; without a last day
/// it holds to the end of its half-year. Problems besides those of the fields:
/// `interest-rate-range`, `interest-rate-overlap`.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let mut repeats = Repeats::default();
    import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        let known = interest_rate_all(import.tx)?;
        let terms = read(record, &known)?;
        repeats.note((terms.country.clone(), terms.valid_from), record, column::VALID_FROM)?;
        let other = known.iter().find(|row| row.valid_from != terms.valid_from && row.overlaps(&terms));
        if let Some(other) = other {
            let problem = record.problem(column::VALID_FROM, "interest-rate-overlap");
            let problem = problem.with("country", &terms.country).with("until", terms.valid_until);
            return Err(problem.with("known_from", other.valid_from).with("known_until", other.valid_until));
        }
        report.count(interest_rate_put(import.tx, import.entry, &terms)?);
        Ok(())
    })
}

fn read(record: &Record<'_>, known: &[InterestTerms]) -> Result<InterestTerms, Problem> {
    let country = record.required(column::COUNTRY)?;
    if country != DIRECTIVE && !country::is_known(country) {
        return Err(record.problem(column::COUNTRY, "field-not-a-country"));
    }
    let valid_from = record.required_day(column::VALID_FROM)?;
    let valid_until =
        last_day(record, column::VALID_UNTIL, valid_from)?.unwrap_or_else(|| half_year_end(valid_from));
    let table = InterestTable::statutory().with(known.iter().cloned());
    let rows = table.of_country(country);
    let before = rows[..rows.partition_point(|row| row.valid_from <= valid_from)].last().or(rows.first());
    let currency = record.currency(column::CURRENCY)?.or(before.map(|row| row.currency));
    let currency = record.need(column::CURRENCY, currency)?;
    // Sums of the law known before hold in its own currency only.
    let usual = before.filter(|row| row.currency == currency);
    let reference = percent(record, column::REFERENCE_RATE, REFERENCE)?;
    let margin = percent(record, column::MARGIN, MARGIN)?.or(before.map(|row| row.margin));
    let lowest = percent(record, column::LOWEST_AGREED, LOWEST_AGREED)?;
    // A floor is published anew each time: an old one is as wrong as an old rate.
    let lowest_agreed = match before.and_then(|row| row.lowest_agreed) {
        Some(_) => Some(record.need(column::LOWEST_AGREED, lowest)?),
        None => lowest,
    };
    let sum = |column: usize| not_negative(record, column, currency);
    Ok(InterestTerms {
        country: country.to_owned(),
        valid_from,
        valid_until,
        reference: record.need(column::REFERENCE_RATE, reference)?,
        margin: record.need(column::MARGIN, margin)?,
        lowest_agreed,
        compensation: sum(column::COMPENSATION)?.or(usual.map(|row| row.compensation)).unwrap_or(0),
        reminder_charge: sum(column::REMINDER_CHARGE)?.or(usual.and_then(|row| row.reminder_charge)),
        collection_charge: sum(column::COLLECTION_CHARGE)?.or(usual.and_then(|row| row.collection_charge)),
        currency,
        source: record.text(column::SOURCE).trim().to_owned(),
    })
}

/// A percentage of at most four decimals within bounds, or nothing: `interest-rate-range`.
fn percent(record: &Record<'_>, column: usize, (from, to): (i32, i32)) -> Result<Option<Percent>, Problem> {
    let Some(value) = record.decimal(column)? else { return Ok(None) };
    let is_within = value >= Decimal::from(from) && value <= Decimal::from(to);
    let percent = Percent::from_decimal(value).filter(|_| is_within);
    let wrong = || record.problem(column, "interest-rate-range").with("from", from).with("to", to);
    percent.map(Some).ok_or_else(wrong)
}

/// Reference rates are published by half-year.
fn half_year_end(day: Day) -> Day {
    let (_, month, _) = day.ymd();
    let ahead = if month <= 6 { 6 - month } else { 12 - month };
    day.month_start().plus_months(ahead.into()).month_end()
}
