//! The spelling of dates, numbers and truth values in other people's files.

use obligo_rules::calendar::Day;
use obligo_rules::money::{AMOUNT_MINOR_MAX, AmountError, parse_minor};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// Longest number looked at, in bytes.
const NUMBER_BYTES_MAX: usize = 64;

/// Cuts blanks off both ends; the usual field has none.
pub(crate) fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [] => text,
        [only] if only.is_ascii_graphic() => text,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim_matches([' ', '\t', '\u{a0}', '\u{202f}']),
    }
}

/// A date format: `%d`, `%m` (one or two digits; two where a number follows at once), `%Y` (four digits), `%y` (two
/// digits: 00 to 68 are 2000 to 2068, 69 to 99 are 1969 to 1999), `%H`, `%M`, `%S` (read and dropped), and other
/// characters as they stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DateFormat {
    text: String,
    parts: Vec<DatePart>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum DatePart {
    Year,
    ShortYear,
    Month,
    Day,
    Time,
    Literal(u8),
}

impl DateFormat {
    /// Reads a format; `None` if it has an unknown `%` code or not exactly one day, month and year.
    #[must_use]
    pub fn parse(format: &str) -> Option<DateFormat> {
        let mut parts = Vec::new();
        let mut bytes = format.bytes();
        while let Some(byte) = bytes.next() {
            parts.push(match byte {
                b'%' => match bytes.next()? {
                    b'Y' => DatePart::Year,
                    b'y' => DatePart::ShortYear,
                    b'm' => DatePart::Month,
                    b'd' => DatePart::Day,
                    b'H' | b'M' | b'S' => DatePart::Time,
                    _ => return None,
                },
                other => DatePart::Literal(other),
            });
        }
        let count = |wanted: &[DatePart]| parts.iter().filter(|part| wanted.contains(part)).count();
        let whole = count(&[DatePart::Day]) == 1
            && count(&[DatePart::Month]) == 1
            && count(&[DatePart::Year, DatePart::ShortYear]) == 1;
        whole.then(|| DateFormat { text: format.to_owned(), parts })
    }

    /// The format as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Reads a date in this format.
    #[must_use]
    pub fn read(&self, text: &str) -> Option<Day> {
        let mut rest = text.as_bytes();
        let (mut year, mut month, mut day) = (0, 0, 0);
        for (index, part) in self.parts.iter().enumerate() {
            let glued = !matches!(self.parts.get(index + 1), None | Some(DatePart::Literal(_)));
            let two = if glued { 2 } else { 1 };
            match part {
                DatePart::Year => year = digits(&mut rest, 4, 4)?,
                DatePart::ShortYear => {
                    let short = digits(&mut rest, 2, 2)?;
                    year = if short < 69 { 2000 + short } else { 1900 + short };
                }
                DatePart::Month => month = digits(&mut rest, two, 2)?,
                DatePart::Day => day = digits(&mut rest, two, 2)?,
                DatePart::Time => {
                    digits(&mut rest, two, 2)?;
                }
                DatePart::Literal(literal) => {
                    let (first, others) = rest.split_first()?;
                    if first != literal {
                        return None;
                    }
                    rest = others;
                }
            }
        }
        if rest.is_empty() { Day::from_ymd(year, month as i8, day as i8) } else { None }
    }
}

fn digits(rest: &mut &[u8], least: usize, most: usize) -> Option<i16> {
    let count = rest.iter().take(most).take_while(|byte| byte.is_ascii_digit()).count();
    if count < least {
        return None;
    }
    let (number, others) = rest.split_at(count);
    *rest = others;
    Some(number.iter().fold(0, |value, byte| value * 10 + i16::from(byte - b'0')))
}

/// How numbers are spelled. The default is the interchange format: a decimal point, the sign in front, no thousands
/// separators.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NumberFormat {
    /// The decimal sign if set; with only `thousands` set, the other of point and comma. Then also a sign at the end, brackets for minus, the minus of typographers and a number
    /// starting with the decimal sign are read.
    pub decimal: Option<char>,
    /// Separator of groups of three digits; a blank also means the no-break blanks.
    pub thousands: Option<char>,
    /// A single comma is a decimal sign, too: the table is not delimited by commas. Numbers whose groups show which sign is which are
    /// read in any case.
    pub comma: bool,
    /// Decimals beyond the currency's are rounded half away from zero (R0.1) instead of refused.
    pub round: bool,
}

impl NumberFormat {
    /// Reads an amount as minor units of a currency with `exponent` decimals.
    pub fn minor(&self, text: &str, exponent: u32) -> Result<i64, AmountError> {
        let plain = self.plain(text).ok_or(AmountError::NotANumber)?;
        match parse_minor(&plain, exponent) {
            Err(AmountError::TooManyDecimals) if self.round => round_minor(&plain, exponent),
            read => read,
        }
    }

    /// Reads an exact decimal of at most 28 digits.
    #[must_use]
    pub fn decimal(&self, text: &str) -> Option<Decimal> {
        let plain = self.plain(text)?;
        let digits = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
        let framed = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit());
        if !framed || !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return None;
        }
        Decimal::from_str_exact(&plain).ok()
    }

    /// The number in the interchange format; what is not a number may pass.
    fn plain<'a>(&self, text: &'a str) -> Option<Cow<'a, str>> {
        let other = |thousands| if thousands == '.' { ',' } else { '.' };
        let Some(decimal) = self.decimal.or(self.thousands.map(other)) else {
            if let Some(spelled) = spelling(text) {
                return spelled.plain(text);
            }
            let german =
                self.comma && !text.contains('.') && text.bytes().filter(|byte| *byte == b',').count() == 1;
            return Some(if german { text.replacen(',', ".", 1).into() } else { text.into() });
        };
        if text.len() > NUMBER_BYTES_MAX {
            return None;
        }
        let (negative, unsigned) = unsigned(text)?;
        let (whole, fraction) = match unsigned.split_once(decimal) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (unsigned, None),
        };
        let mut plain = String::from(if negative { "-" } else { "" });
        self.push_whole(whole, &mut plain)?;
        if whole.is_empty() && fraction.is_some() {
            plain.push('0');
        }
        if let Some(fraction) = fraction {
            plain.push('.');
            // A point inside the fraction would be taken for another decimal sign.
            plain.push_str(if fraction.contains('.') { return None } else { fraction });
        }
        Some(plain.into())
    }

    fn push_whole(&self, whole: &str, plain: &mut String) -> Option<()> {
        let separates = |c: char| match self.thousands {
            Some(' ') => matches!(c, ' ' | '\u{a0}' | '\u{202f}'),
            Some('\'') => matches!(c, '\'' | '’'),
            set => set == Some(c),
        };
        for (index, group) in whole.split(separates).enumerate() {
            let fits =
                if index == 0 { group.len() <= 3 || !whole.contains(separates) } else { group.len() == 3 };
            let empty_first = index == 0 && group.is_empty() && group.len() < whole.len();
            if !fits || empty_first || !group.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            plain.push_str(group);
        }
        Some(())
    }
}

/// The spelling that a number shows by itself: it has groups, so that one of its signs can only separate those. `None` where a sign
/// could be either.
fn spelling(text: &str) -> Option<NumberFormat> {
    if text.len() > NUMBER_BYTES_MAX {
        return None;
    }
    let set = |decimal, thousands| {
        Some(NumberFormat { decimal: Some(decimal), thousands: Some(thousands), ..NumberFormat::default() })
    };
    let count = |sign: char| text.chars().filter(|c| *c == sign).count();
    let (points, commas) = (count('.'), count(','));
    let is_group_sign = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’');
    let pairs = text.chars().zip(text.chars().skip(1));
    let other =
        pairs.into_iter().find(|(before, c)| before.is_ascii_digit() && is_group_sign(*c)).map(|(_, c)| c);
    match (other, points, commas) {
        (Some('\'' | '’'), 0, 0 | 1) => set(',', '\''),
        (Some('\'' | '’'), 1, 0) => set('.', '\''),
        (Some(_), 0, 0 | 1) => set(',', ' '),
        (Some(_), 1, 0) => set('.', ' '),
        (None, 1.., 1) if text.rfind(',') > text.rfind('.') => set(',', '.'),
        (None, 1, 1..) if text.rfind('.') > text.rfind(',') => set('.', ','),
        (None, 2.., 0) => set(',', '.'),
        (None, 0, 2..) => set('.', ','),
        _ => None,
    }
}

/// Splits the sign off: in front, at the end, or brackets.
fn unsigned(text: &str) -> Option<(bool, &str)> {
    const MINUS: [char; 2] = ['-', '\u{2212}'];
    let (negative, rest) = if let Some(inner) = text.strip_prefix('(') {
        (true, inner.strip_suffix(')')?)
    } else if let Some(rest) = text.strip_prefix(MINUS).or_else(|| text.strip_suffix(MINUS)) {
        (true, rest)
    } else {
        (false, text.strip_prefix('+').or_else(|| text.strip_suffix('+')).unwrap_or(text))
    };
    Some((negative, trimmed(rest)))
}

/// Whether a number is below zero by its spelling alone.
pub(crate) fn looks_negative(text: &str) -> bool {
    text.starts_with(['-', '\u{2212}', '(']) || text.ends_with(['-', '\u{2212}'])
}

fn round_minor(plain: &str, exponent: u32) -> Result<i64, AmountError> {
    let point = plain.find('.').unwrap_or(plain.len());
    let end = if exponent == 0 { point } else { point + 1 + exponent as usize };
    let (kept, dropped) = (plain.get(..end).unwrap_or(plain), plain.get(end..).unwrap_or_default());
    let first = dropped.bytes().find(u8::is_ascii_digit).unwrap_or(b'0');
    let away = i64::from(first >= b'5') * if plain.starts_with('-') { -1 } else { 1 };
    let minor = parse_minor(kept, exponent)? + away;
    if minor.abs() > AMOUNT_MINOR_MAX { Err(AmountError::TooLarge) } else { Ok(minor) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use AmountError::{NotANumber, TooLarge, TooManyDecimals};

    #[test]
    fn r14_1_dates_are_read_in_the_format_set() {
        for (format, text, expected) in [
            ("%d.%m.%Y", "31.01.2026", Some("2026-01-31")),
            ("%d.%m.%Y", "1.2.2026", Some("2026-02-01")),
            ("%d.%m.%Y", "31.02.2026", None),
            ("%d.%m.%Y", "31.01.26", None),
            ("%d.%m.%Y", "31.01.2026 ", None),
            ("%Y%m%d", "20260131", Some("2026-01-31")),
            ("%Y%m%d", "2026131", None),
            ("%Y%m%d", "00000000", None),
            ("%m/%d/%Y", "1/2/2013", Some("2013-01-02")),
            ("%m/%d/%Y", "13/2/2013", None),
            ("%m/%d/%Y", "12/31/2013", Some("2013-12-31")),
            ("%d-%m-%Y", "30-03-2020", Some("2020-03-30")),
            ("%d/%m/%y", "5/6/68", Some("2068-06-05")),
            ("%d/%m/%y", "5/6/69", Some("1969-06-05")),
            ("%d%m%y", "050626", Some("2026-06-05")),
            ("%Y-%m-%dT%H:%M:%S", "2026-01-31T23:59:00", Some("2026-01-31")),
            ("%d.%m.%Y", "", None),
            ("%d.%m.%Y", "٣١.01.2026", None),
        ] {
            let day = DateFormat::parse(format).unwrap().read(text);
            assert_eq!(day.map(|day| day.to_string()).as_deref(), expected, "{format} {text}");
        }
        for format in ["", "%d.%m", "%d.%m.%Y.%d", "%q", "%", "%d %m %Y %y"] {
            assert_eq!(DateFormat::parse(format), None, "{format}");
        }
    }

    #[test]
    fn r0_1_amounts_are_read_in_the_spelling_set() {
        let set = |decimal, thousands| NumberFormat {
            decimal: Some(decimal),
            thousands,
            ..NumberFormat::default()
        };
        let only = |thousands| NumberFormat { thousands: Some(thousands), ..NumberFormat::default() };
        let german = set(',', Some('.'));
        let swedish = set(',', Some(' '));
        let english = set('.', Some(','));
        let swiss = set('.', Some('\''));
        let comma = NumberFormat { comma: true, ..NumberFormat::default() };
        for (format, text, expected) in [
            (&german, "1.234,56", Ok(123_456)),
            (&german, "1234,5", Ok(123_450)),
            (&german, "1.234.567", Ok(123_456_700)),
            (&german, "1.5", Err(NotANumber)),
            (&german, "1.2345,00", Err(NotANumber)),
            (&german, ".123,00", Err(NotANumber)),
            (&german, "1234.567,00", Err(NotANumber)),
            (&german, "1,23.4", Err(NotANumber)),
            (&german, "1,2,3", Err(NotANumber)),
            (&german, "-45,00", Ok(-4_500)),
            (&german, "45,00-", Ok(-4_500)),
            (&german, "(45,00)", Ok(-4_500)),
            (&german, "(45,00", Err(NotANumber)),
            (&german, "--45,00", Err(NotANumber)),
            (&german, "−45,00", Ok(-4_500)),
            (&german, ",5", Ok(50)),
            (&german, "5,", Err(NotANumber)),
            (&german, ",", Err(NotANumber)),
            (&german, "-", Err(NotANumber)),
            (&german, "1,234", Err(TooManyDecimals)),
            (&german, "999.999.999.999.999", Err(TooLarge)),
            (&swedish, "1 234 567,89", Ok(123_456_789)),
            (&swedish, "1\u{a0}234,5", Ok(123_450)),
            (&swedish, "1\u{202f}234,5", Ok(123_450)),
            (&english, "1,234.56", Ok(123_456)),
            (&english, "1,23.56", Err(NotANumber)),
            (&swiss, "1'234.56", Ok(123_456)),
            (&swiss, "1’234.56", Ok(123_456)),
            (&only(','), "1,234.56", Ok(123_456)),
            (&only('.'), "1.234,56", Ok(123_456)),
            (&comma, "1234,56", Ok(123_456)),
            (&comma, "1234.56", Ok(123_456)),
            (&comma, "1.234,56", Ok(123_456)),
            (&comma, "1,234.56", Ok(123_456)),
            (&comma, "1.234", Err(TooManyDecimals)),
            (&comma, "1 234,56", Ok(123_456)),
            (&comma, "1\u{a0}234", Ok(123_400)),
            (&comma, "1'234.50", Ok(123_450)),
            (&comma, "-1.234.567", Ok(-123_456_700)),
            (&comma, "1.23,45", Err(NotANumber)),
            (&comma, "1.234,56.7", Err(NotANumber)),
            (&comma, "1 23,45", Err(NotANumber)),
            (&comma, "12.34.56", Err(NotANumber)),
            (&comma, "- 5", Err(NotANumber)),
            (&NumberFormat::default(), "1.234,56", Ok(123_456)),
            (&NumberFormat::default(), "1,234,567", Ok(123_456_700)),
            (&NumberFormat::default(), "1,234", Err(NotANumber)),
            (&comma, "1,234", Err(TooManyDecimals)),
            (&NumberFormat::default(), "1234,56", Err(NotANumber)),
            (&NumberFormat::default(), "1E3", Err(NotANumber)),
            (&NumberFormat::default(), "45-", Err(NotANumber)),
        ] {
            assert_eq!(format.minor(text, 2), expected, "{text}");
        }
    }

    #[test]
    fn r0_1_amounts_are_rounded_half_away_from_zero_where_the_map_says_so() {
        let round = NumberFormat { round: true, ..NumberFormat::default() };
        for (text, exponent, expected) in [
            ("64982.589", 2, Ok(6_498_259)),
            ("0.005", 2, Ok(1)),
            ("-0.005", 2, Ok(-1)),
            ("0.00499", 2, Ok(0)),
            ("99.995", 2, Ok(10_000)),
            ("1.5", 0, Ok(2)),
            ("-1.4999", 0, Ok(-1)),
            ("1.23", 2, Ok(123)),
            ("999999999999.999", 2, Ok(99_999_999_999_999 + 1)),
            ("1.2x9", 2, Err(NotANumber)),
        ] {
            let expected = expected.and_then(|n| if n > AMOUNT_MINOR_MAX { Err(TooLarge) } else { Ok(n) });
            assert_eq!(round.minor(text, exponent), expected, "{text}");
        }
    }

    #[test]
    fn r0_7_decimals_are_exact() {
        let german = NumberFormat { decimal: Some(','), thousands: Some('.'), ..NumberFormat::default() };
        assert_eq!(german.decimal("1.234,5678901234").unwrap().to_string(), "1234.5678901234");
        for text in
            ["", ".", "1.", ".5", "1e5", "1.2.3", "_1", "1_0", "0x1", "99999999999999999999999999999999"]
        {
            assert_eq!(NumberFormat::default().decimal(text), None, "{text}");
        }
    }
}
