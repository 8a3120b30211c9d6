//! How cells of workbooks become texts: numbers without the noise of binary fractions, serial numbers as dates.

use super::number_format::NumberLook;
use crate::row::CellKind;
use obligo_rules::calendar::Day;

/// Significant digits a spreadsheet keeps.
const SIGNIFICANT_DIGITS: usize = 15;
/// Decimals kept; what stands behind them is the noise of sums in binary.
const DECIMALS_MAX: i32 = 12;
/// Longest number in bytes.
const NUMBER_BYTES_MAX: usize = 64;

/// The day of a serial number: 1 is 1 January 1900, or 2 January 1904 in workbooks that count from there. `None` out of range,
/// and for 60: spreadsheets take 1900 for a leap year.
pub(crate) fn serial_day(serial: i32, since_1904: bool) -> Option<Day> {
    let base = if since_1904 {
        Day::from_ymd(1904, 1, 1)?
    } else if serial > 60 {
        Day::from_ymd(1899, 12, 30)?
    } else if serial < 60 {
        Day::from_ymd(1899, 12, 31)?
    } else {
        return None;
    };
    if serial < i32::from(!since_1904) {
        return None;
    }
    Day::from_epoch_days(base.epoch_days().checked_add(serial)?)
}

/// Writes the number of a cell as its look asks; what is no number is written as it is and is a text.
pub(crate) fn push_number(raw: &str, look: NumberLook, since_1904: bool, text: &mut String) -> CellKind {
    let raw = raw.trim();
    if raw.is_empty() {
        return CellKind::Text;
    }
    let Ok(value) = raw.parse::<f64>() else {
        text.push_str(raw);
        return CellKind::Text;
    };
    if !value.is_finite() || raw.len() > NUMBER_BYTES_MAX {
        text.push_str(raw);
        return CellKind::Text;
    }
    if look == NumberLook::Date
        && let Some(day) = in_days(value).and_then(|days| serial_day(days, since_1904))
    {
        text.push_str(&day.to_string());
        return CellKind::Date;
    }
    let start = text.len();
    push_plain(raw, value, text);
    if let NumberLook::Zeros(width) = look {
        let digits = text.len() - start;
        if text[start..].bytes().all(|byte| byte.is_ascii_digit()) && digits < usize::from(width) {
            text.insert_str(start, &"0".repeat(usize::from(width) - digits));
        }
    }
    CellKind::Number
}

fn in_days(value: f64) -> Option<i32> {
    (0.0..3_000_000.0).contains(&value).then_some(value.floor() as i32)
}

/// A plain decimal: whole numbers as they are written, all others rounded to the digits a spreadsheet keeps.
fn push_plain(raw: &str, value: f64, text: &mut String) {
    let digits = raw.strip_prefix('-').unwrap_or(raw);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let kept = digits.trim_start_matches('0');
        if raw.starts_with('-') && !kept.is_empty() {
            text.push('-');
        }
        text.push_str(if kept.is_empty() { "0" } else { kept });
        return;
    }
    let magnitude = exponent(&format!("{value:.*e}", SIGNIFICANT_DIGITS - 1));
    let significant = (magnitude + 1 + DECIMALS_MAX).min(SIGNIFICANT_DIGITS as i32);
    if significant < 1 || value == 0.0 {
        text.push('0');
        return;
    }
    // The digits as text: in binary they would bring their noise back.
    let rounded = format!("{:.*e}", significant as usize - 1, value.abs());
    let whole = exponent(&rounded) + 1;
    let kept: String =
        rounded.bytes().take_while(|b| *b != b'e').filter(u8::is_ascii_digit).map(char::from).collect();
    let kept = kept.trim_end_matches('0');
    if value < 0.0 {
        text.push('-');
    }
    let split = usize::try_from(whole).unwrap_or(0).min(kept.len());
    text.push_str(if split == 0 { "0" } else { &kept[..split] });
    text.extend(std::iter::repeat_n('0', (whole - kept.len() as i32).max(0) as usize));
    if split < kept.len() {
        text.push('.');
        text.extend(std::iter::repeat_n('0', (-whole).max(0) as usize));
        text.push_str(&kept[split..]);
    }
}

fn exponent(scientific: &str) -> i32 {
    scientific.split_once('e').and_then(|(_, exponent)| exponent.parse().ok()).unwrap_or(0)
}

/// The date a text such as `2024-01-31T00:00:00` begins with.
pub(crate) fn iso_day(text: &str) -> Option<Day> {
    let text = text.trim();
    let is_whole =
        text.len() == 10 || text.as_bytes().get(10).is_some_and(|byte| matches!(byte, b'T' | b' '));
    if is_whole { Day::parse_iso(text.get(..10)?) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lose_the_noise_of_binary_fractions_and_nothing_else() {
        for (raw, expected) in [
            ("1", "1"),
            ("-0", "0"),
            ("0012", "12"),
            ("1234.56", "1234.56"),
            ("1234.5599999999999", "1234.56"),
            ("0.30000000000000004", "0.3"),
            ("-0.1", "-0.1"),
            ("1E3", "1000"),
            ("1.5E-3", "0.0015"),
            ("1.1368683772161603E-13", "0"),
            ("1e15", "1000000000000000"),
            ("1.23456789012345678E+20", "123456789012346000000"),
            ("12345678901234567890", "12345678901234567890"),
            ("3.6699999999999999E-5", "0.0000367"),
            ("100000000000000.25", "100000000000000"),
            ("99999999999.99", "99999999999.99"),
            ("-99.999999999999999", "-100"),
            ("0.05", "0.05"),
            ("-1234.5", "-1234.5"),
            ("10.0", "10"),
        ] {
            let mut text = String::new();
            assert_eq!(push_number(raw, NumberLook::Plain, false, &mut text), CellKind::Number, "{raw}");
            assert_eq!(text, expected, "{raw}");
        }
        for raw in ["12a", "NaN", "inf", "1e999", "0x10"] {
            let mut text = String::new();
            assert_eq!(push_number(raw, NumberLook::Plain, false, &mut text), CellKind::Text, "{raw}");
            assert_eq!(text, raw);
        }
    }

    #[test]
    fn serial_numbers_are_dates_by_both_calendars() {
        for (raw, since_1904, expected, kind) in [
            ("1", false, "1900-01-01", CellKind::Date),
            ("59", false, "1900-02-28", CellKind::Date),
            ("60", false, "60", CellKind::Number),
            ("61", false, "1900-03-01", CellKind::Date),
            ("45322", false, "2024-01-31", CellKind::Date),
            ("45322.99", false, "2024-01-31", CellKind::Date),
            ("43860", true, "2024-01-31", CellKind::Date),
            ("0", false, "0", CellKind::Number),
            ("-1", false, "-1", CellKind::Number),
            ("2958466", false, "2958466", CellKind::Number),
        ] {
            let mut text = String::new();
            assert_eq!(push_number(raw, NumberLook::Date, since_1904, &mut text), kind, "{raw}");
            assert_eq!(text, expected, "{raw}");
        }
        let mut text = String::new();
        push_number("4711", NumberLook::Zeros(7), false, &mut text);
        assert_eq!(text, "0004711");
        assert_eq!(iso_day("2024-01-31T10:00:00").map(|day| day.to_string()).as_deref(), Some("2024-01-31"));
        assert_eq!(iso_day("2024-01-31x"), None);
    }
}
