//! Exchange rates (R0.7), in our columns or as the European Central Bank publishes them.

use super::{FileReport, Import, Progress, counted, hash_of};
use obligo_formats::decode::open_file;
use obligo_formats::detect::{Detected, Format, detect_file};
use obligo_formats::ecb::EcbRates;
use obligo_formats::schema::rates as column;
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, Rate};
use obligo_rules::problem::Problem;
use obligo_store::rate::{rate_add, rate_known};
use obligo_store::version::Recorded;
use rust_decimal::Decimal;
use std::path::Path;

/// Imports a file of rates. Another rate for a known day is a conflict: items may have been valued with the first.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    if is_of_the_central_bank(path, &import.name(path), &import.request.format)? {
        return import_reference_rates(import, path, progress);
    }
    import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        let date = record.required_day(column::DATE)?;
        let base = record.need(column::BASE, record.currency(column::BASE)?)?;
        let currency = record.need(column::CURRENCY, record.currency(column::CURRENCY)?)?;
        if base == currency {
            return Err(record.problem(column::CURRENCY, "rate-same-currency"));
        }
        let value = record.need(column::RATE, record.decimal(column::RATE)?)?;
        let place = |code| record.problem(column::RATE, code);
        add(import, report, (base, currency, date), value, place)
    })
}

/// Adds a rate. Errors: `rate-out-of-range`, `rate-conflict`.
fn add(
    import: &mut Import<'_, '_, '_>,
    report: &mut FileReport,
    (base, currency, date): (Currency, Currency, Day),
    value: Decimal,
    place: impl Fn(&'static str) -> Problem,
) -> Result<(), Problem> {
    let rate = Rate::from_decimal(value).ok_or_else(|| place("rate-out-of-range"))?;
    let recorded = rate_add(import.tx, import.entry, base, currency, date, rate)?;
    if recorded == Recorded::Changed {
        let known = rate_known(import.tx, base, currency, date)?.unwrap_or_default();
        let problem = place("rate-conflict").with("base", base).with("currency", currency);
        return Err(problem.with("date", date).with("known", known).with("new", rate));
    }
    report.count(recorded);
    Ok(())
}

fn is_of_the_central_bank(path: &Path, name: &str, format: &str) -> Result<bool, Problem> {
    let mut file = open_file(path)?;
    let is_looked_at = matches!(format, "" | "auto") && file.metadata().is_ok_and(|about| about.is_file());
    Ok(is_looked_at && detect_file(name, &mut file)? == Detected::Format(Format::EcbRates))
}

/// Imports the file of reference rates: one euro in other currencies, day by day.
fn import_reference_rates(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let name = import.name(path);
    let (reader, hash) = counted(open_file(path)?, progress);
    let mut rates = EcbRates::open(&name, reader)?;
    let mut report =
        FileReport { file: name.clone(), kind: column::SCHEMA.kind.to_owned(), ..FileReport::default() };
    loop {
        match rates.next_rate() {
            Ok(None) => break,
            Ok(Some(rate)) => {
                report.records += 1;
                let place = |code| {
                    let problem = Problem::refused(code).in_file(&name).at_line(rate.line);
                    problem.at_column(rate.currency.code()).of_value(&rate.rate.to_string())
                };
                let what = (Currency::EUR, rate.currency, rate.date);
                if let Err(problem) = add(import, &mut report, what, rate.rate, place) {
                    import.refusal.push(problem);
                }
            }
            Err(problem) => {
                import.refusal.push(problem);
                if rates.is_ended() {
                    break;
                }
            }
        }
    }
    report.sha256 = hash_of(&hash);
    Ok(report)
}
