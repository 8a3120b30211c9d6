//! Checks of fields that several kinds of files share, and problems found only after a file's last record.

use super::Import;
use obligo_formats::table::Record;
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::rate::Rates;
use std::collections::HashMap;
use std::hash::Hash;
use std::ops::RangeInclusive;

/// That an amount in a currency can be compared with what a buyer owes: today there is a rate to the buyer's currency. Error:
/// `rate-missing` with the place of the record (R0.7); found only later it would stop every figure of the payer.
pub fn comparable(
    import: &Import<'_, '_, '_>,
    record: &Record<'_>,
    column: usize,
    rates: &Rates,
    (buyer_id, currency): (i64, Currency),
) -> Result<(), Problem> {
    let own = import.book.buyers.get(&buyer_id).and_then(|buyer| Currency::parse(&buyer.currency));
    let Some(own) = own else { return Ok(()) };
    rates
        .rate(own, currency, import.today)
        .map(drop)
        .map_err(|missing| Problem { facts: missing.facts, ..record.problem(column, "rate-missing") })
}

/// An amount of at least 0, minor units of `currency`: `field-negative`.
pub fn not_negative(record: &Record<'_>, column: usize, currency: Currency) -> Result<Option<i64>, Problem> {
    let minor = record.minor(column, currency)?;
    if minor.is_some_and(|minor| minor < 0) {
        return Err(record.problem(column, "field-negative"));
    }
    Ok(minor)
}

/// A whole number within bounds: `field-out-of-range`.
pub fn whole_number(
    record: &Record<'_>,
    column: usize,
    range: &RangeInclusive<u16>,
) -> Result<Option<u16>, Problem> {
    let Some(number) = record.int(column)? else { return Ok(None) };
    match u16::try_from(number) {
        Ok(number) if range.contains(&number) => Ok(Some(number)),
        _ => Err(record
            .problem(column, "field-out-of-range")
            .with("from", range.start())
            .with("to", range.end())),
    }
}

/// A last day, not before the first: `field-ends-before-start`.
pub fn last_day(record: &Record<'_>, column: usize, first: Day) -> Result<Option<Day>, Problem> {
    match record.day(column)? {
        Some(last) if last < first => {
            Err(record.problem(column, "field-ends-before-start").with("start", first))
        }
        last => Ok(last),
    }
}

/// An ISO 3166 country, two capital letters, or nothing: `field-not-a-country`.
pub fn country<'a>(record: &Record<'a>, column: usize) -> Result<&'a str, Problem> {
    let text = record.text(column);
    if text.is_empty() || (text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())) {
        Ok(text)
    } else {
        Err(record.problem(column, "field-not-a-country"))
    }
}

/// The lines of a postal address without outer blanks; empty ones are left out.
pub fn address_lines(text: &str) -> String {
    let lines = text.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines on which facts stand, so that none stands twice in a file (R14.1).
pub struct Repeats<K>(HashMap<K, u64>);

impl<K> Default for Repeats<K> {
    fn default() -> Self {
        Repeats(HashMap::new())
    }
}

impl<K: Hash + Eq> Repeats<K> {
    /// Notes a fact; one that stood before is refused, naming that line: `record-repeated`.
    pub fn note(&mut self, key: K, record: &Record<'_>, column: usize) -> Result<(), Problem> {
        match self.0.insert(key, record.line()) {
            None => Ok(()),
            Some(line) => Err(record.problem(column, "record-repeated").with("first", line)),
        }
    }
}

/// The columns of a file as its own header names them, for problems found after its last record.
#[derive(Default)]
pub struct Columns {
    file: String,
    names: Vec<(usize, String)>,
}

impl Columns {
    /// Takes the names from the first record.
    pub fn note(&mut self, record: &Record<'_>, columns: &[usize]) {
        if self.names.is_empty() {
            for column in columns {
                let place = record.problem(*column, "").place;
                self.file = place.file.unwrap_or_default();
                self.names.push((*column, place.column.unwrap_or_default()));
            }
        }
    }

    /// A problem of a field read before.
    pub fn problem(&self, line: u64, column: usize, value: &str, code: &'static str) -> Problem {
        let name = self.names.iter().find(|(known, _)| *known == column).map_or("", |(_, name)| name);
        Problem::refused(code).in_file(&self.file).at_line(line).at_column(name).of_value(value)
    }
}
