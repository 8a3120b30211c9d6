//! Exchange rates (R0.7).

use super::{FileReport, Import, Progress};
use obligo_formats::schema::rates as column;
use obligo_rules::money::Rate;
use obligo_rules::problem::Problem;
use obligo_store::rate::{rate_add, rate_known};
use obligo_store::version::Recorded;
use std::path::Path;

/// Imports a file of rates. Another rate for a known day is a conflict: items may have been valued with the first.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        let date = record.required_day(column::DATE)?;
        let base = record.need(column::BASE, record.currency(column::BASE)?)?;
        let currency = record.need(column::CURRENCY, record.currency(column::CURRENCY)?)?;
        if base == currency {
            return Err(record.problem(column::CURRENCY, "rate-same-currency"));
        }
        let value = record.need(column::RATE, record.decimal(column::RATE)?)?;
        let Some(rate) = Rate::from_decimal(value) else {
            return Err(record.problem(column::RATE, "rate-out-of-range"));
        };
        let recorded = rate_add(import.tx, import.entry, base, currency, date, rate)?;
        if recorded == Recorded::Changed {
            let known = rate_known(import.tx, base, currency, date)?.unwrap_or_default();
            let problem = record.problem(column::RATE, "rate-conflict").with("base", base);
            return Err(problem
                .with("currency", currency)
                .with("date", date)
                .with("known", known)
                .with("new", rate));
        }
        report.count(recorded);
        Ok(())
    })
}
