//! Reference rates of the European Central Bank, as it publishes them (`eurofxref.csv`, `eurofxref-hist.csv`): a line for each day, a
//! column for each currency, one euro in that currency, `N/A` where there is none.

use crate::csv::{Dialect, Rows};
use crate::field::DateFormat;
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;
use std::collections::VecDeque;
use std::io::Read;

/// Months as the file of one day has them: `02 January 2024`.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Least count of currencies in a header that is taken for one of these files.
const CURRENCIES_MIN: usize = 3;

/// Whether a line is the header of such a file: `Date`, then codes of currencies.
#[must_use]
pub fn is_header(line: &str) -> bool {
    let mut fields = line.split(',').map(str::trim);
    let is_code = |field: &&str| field.len() == 3 && field.bytes().all(|byte| byte.is_ascii_uppercase());
    fields.next() == Some("Date") && {
        let codes: Vec<&str> = fields.filter(|field| !field.is_empty()).collect();
        codes.len() >= CURRENCIES_MIN && codes.iter().all(is_code)
    }
}

/// One rate: one euro is `rate` of the currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EcbRate {
    /// Line in the file.
    pub line: u64,
    /// The day.
    pub date: Day,
    /// The other currency.
    pub currency: Currency,
    /// Units of it for one euro.
    pub rate: Decimal,
}

/// Reads such a file rate by rate.
pub struct EcbRates<R> {
    rows: Rows<R>,
    /// By column; `None` for currencies that are not known and for the column behind the last comma.
    currencies: Vec<Option<Currency>>,
    names: Vec<String>,
    waiting: VecDeque<EcbRate>,
    is_ended: bool,
}

impl<R: Read> EcbRates<R> {
    /// Opens a file; `name` is the file as the user named it. Errors: `csv-missing-column`, those of text tables.
    pub fn open(name: &str, reader: R) -> Result<EcbRates<R>, Problem> {
        let dialect = Dialect { delimiter: Some(b','), ..Dialect::default() };
        let mut rows = Rows::open(name, reader, &dialect)?;
        let problem = || {
            let problem = Problem::refused("csv-missing-column").in_file(name).at_line(1).at_column("Date");
            problem.with("kind", "rates").with("missing", "Date").with("nearest", "none")
        };
        let Some(row) = rows.next_row()? else { return Err(problem()) };
        let names: Vec<String> = (0..row.len()).map(|index| row.field(index).trim().to_owned()).collect();
        if !is_header(&names.join(",")) {
            return Err(problem());
        }
        let currencies = names.iter().map(|name| Currency::parse(name)).collect();
        Ok(EcbRates { rows, currencies, names, waiting: VecDeque::new(), is_ended: false })
    }

    /// Currencies of the file that are not known, whose rates are passed over.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        let columns = self.names.iter().zip(&self.currencies).skip(1);
        columns.filter(|(name, known)| known.is_none() && !name.is_empty()).map(|(name, _)| name.as_str())
    }

    /// Whether nothing more can be read.
    #[must_use]
    pub fn is_ended(&self) -> bool {
        self.is_ended
    }

    /// The next rate, `None` at the end. After a problem of one line reading goes on with the next. Errors: `field-not-a-date`,
    /// `field-not-a-number`, those of text tables.
    pub fn next_rate(&mut self) -> Result<Option<EcbRate>, Problem> {
        loop {
            if let Some(rate) = self.waiting.pop_front() {
                return Ok(Some(rate));
            }
            let name = self.rows.name().to_owned();
            let row = match self.rows.next_row() {
                Ok(Some(row)) => row,
                read => {
                    self.is_ended = true;
                    return read.map(|_| None);
                }
            };
            let place = |code, column: &str| {
                Problem::refused(code).in_file(&name).at_line(row.line).at_column(column)
            };
            let text = row.field(0).trim();
            let date = date(text).ok_or_else(|| {
                place("field-not-a-date", "Date").of_value(text).with("format", "YYYY-MM-DD")
            })?;
            for (index, currency) in self.currencies.iter().enumerate().skip(1) {
                let (Some(currency), text) = (currency, row.field(index).trim()) else { continue };
                if matches!(text, "" | "N/A" | "-") {
                    continue;
                }
                let rate = Decimal::from_str_exact(text).ok().filter(|rate| *rate > Decimal::ZERO);
                let Some(rate) = rate else {
                    self.waiting.clear();
                    return Err(place("field-not-a-number", &self.names[index]).of_value(text));
                };
                self.waiting.push_back(EcbRate { line: row.line, date, currency: *currency, rate });
            }
        }
    }
}

fn date(text: &str) -> Option<Day> {
    if let Some(day) = Day::parse_iso(text) {
        return Some(day);
    }
    let mut words = text.split(' ');
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    DateFormat::parse("%d.%m.%Y")?.read(&format!("{day}.{month}.{year}"))
}
