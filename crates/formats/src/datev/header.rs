//! The first line of a DATEV file, and what follows from it: the year of its dates, the length of its accounts.

use crate::csv::Row;
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;

/// Digits of a general ledger account, where the file does not say.
const ACCOUNT_DIGITS: usize = 4;

/// What the first line says.
#[derive(Debug)]
pub(super) struct Header {
    /// What the file holds: 21 bookings, 16 debtors and creditors, 20 names of accounts.
    pub category: u32,
    /// The category in words.
    pub format: String,
    /// Number of the client at the tax adviser.
    pub client: String,
    /// First day of the fiscal year.
    year_start: Day,
    /// Digits of an account of the general ledger; debtors and creditors have one more.
    digits: usize,
    pub currency: Currency,
}

impl Header {
    /// `None` if the row is no first line of DATEV.
    pub fn read(row: Row<'_>) -> Option<Header> {
        let field = |number: usize| row.field(number - 1).trim();
        if !matches!(field(1), "EXTF" | "DTVF") || field(2).parse::<u32>().is_err() {
            return None;
        }
        // Field 13; some programs put one field too few or too many before it.
        let year = (11..=15).find(|number| date(field(*number)).is_some())?;
        let digits = field(year + 1).parse().ok().filter(|digits| (3..=9).contains(digits));
        let currency = (year + 7..=year + 11).find_map(|number| Currency::parse(field(number)));
        Some(Header {
            category: field(3).parse().ok()?,
            format: field(4).to_owned(),
            client: field(year - 1).to_owned(),
            year_start: date(field(year))?,
            digits: digits.unwrap_or(ACCOUNT_DIGITS),
            currency: currency.unwrap_or(Currency::EUR),
        })
    }

    /// Whether an account is a debtor's or a creditor's.
    pub fn is_person(&self, account: &str) -> bool {
        account.trim().trim_start_matches('0').len() == self.digits + 1
    }

    /// Whether an account is a debtor's: those of creditors begin with 7, 8 or 9.
    pub fn is_debtor(&self, account: &str) -> bool {
        self.is_person(account)
            && account.trim().trim_start_matches('0').starts_with(['1', '2', '3', '4', '5', '6'])
    }

    /// The day of a document: day and month, of the fiscal year; or with its year.
    pub fn day(&self, text: &str) -> Option<Day> {
        let text = text.trim();
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let padded = if text.len() % 2 == 1 { format!("0{text}") } else { text.to_owned() };
        let part = |from: usize, to: usize| padded.get(from..to)?.parse::<i16>().ok();
        let (day, month) = (part(0, 2)?, part(2, 4)?);
        let on = |year: i16| Day::from_ymd(year, month as i8, day as i8);
        match padded.len() {
            4 => {
                let (first, ..) = self.year_start.ymd();
                [first, first + 1].into_iter().filter_map(on).find(|day| *day >= self.year_start)
            }
            6 => on(2000 + part(4, 6)?),
            8 => on(part(4, 8)?),
            _ => None,
        }
    }
}

/// A date such as `20240131`, as the first line has them.
fn date(text: &str) -> Option<Day> {
    let is_whole = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_whole {
        return None;
    }
    Day::from_ymd(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?)
}

/// A column's name without what differs between versions: letters and digits, small.
pub(super) fn normal(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
