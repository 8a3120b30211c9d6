//! Reading back the amounts and dates that people type, as their language writes them.

use super::writing::Marks;
use obligo_rules::calendar::Day;

/// Nobody types longer amounts or dates.
const TYPED_MAX: usize = 60;

/// A typed amount as a plain decimal, see [`super::Words::parse_amount`].
pub(super) fn amount(typed: &str, marks: Marks) -> Option<String> {
    let typed = typed.trim();
    if typed.len() > TYPED_MAX {
        return None;
    }
    let (is_negative, digits) = match typed.strip_prefix(['-', '−']) {
        Some(digits) => (true, digits),
        None => (false, typed.strip_prefix('+').unwrap_or(typed)),
    };
    let plain = Marks { grouping: ' ', decimal: '.' };
    let (whole, fraction) = parts(digits, marks).or_else(|| parts(digits, plain))?;
    let significant = whole.trim_start_matches('0');
    let whole = if significant.is_empty() { "0" } else { significant };
    let is_zero = whole == "0" && fraction.bytes().all(|b| b == b'0');
    let sign = if is_negative && !is_zero { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole}{point}{fraction}"))
}

/// The digits before and after the decimal mark, if all marks stand where they belong.
fn parts(digits: &str, marks: Marks) -> Option<(String, &str)> {
    let (whole, fraction) = match digits.split_once(marks.decimal) {
        Some((whole, fraction)) if are_digits(fraction) => (whole, fraction),
        Some(_) => return None,
        None => (digits, ""),
    };
    let blank = |c: char| c.is_whitespace();
    let groups: Vec<&str> = if whole.contains(blank) {
        whole.split(blank).collect()
    } else {
        whole.split(marks.grouping).collect()
    };
    let is_number = match groups.as_slice() {
        // `,5` is a half.
        [""] => !fraction.is_empty(),
        [all] => are_digits(all),
        [first, rest @ ..] => {
            (1..=3).contains(&first.len())
                && are_digits(first)
                && rest.iter().all(|group| group.len() == 3 && are_digits(group))
        }
        [] => false,
    };
    is_number.then(|| (groups.concat(), fraction))
}

/// A typed date, see [`super::Words::parse_date`].
pub(super) fn date(typed: &str, language: &str, month_names: &[String]) -> Option<Day> {
    let typed = typed.trim();
    if typed.len() > TYPED_MAX {
        return None;
    }
    let is_mark = |c: char| c.is_whitespace() || "-./,".contains(c);
    let parts: Vec<&str> = typed.split(is_mark).filter(|part| !part.is_empty()).collect();
    let &[first, second, third] = parts.as_slice() else { return None };
    if first.len() == 4 {
        return typed.contains('-').then(|| day(first, number(second)?, third))?;
    }
    match number(second) {
        Some(month) => {
            let mark = match language {
                "de" => '.',
                "fr" => '/',
                // 03/04 is March in America and April in Britain; a Swede writes the year first.
                _ => return None,
            };
            typed.contains(mark).then(|| day(third, month, first))?
        }
        None => day(third, month_named(second, month_names)?, first),
    }
}

fn day(year: &str, month: i8, day: &str) -> Option<Day> {
    let year = match year.len() {
        4 if are_digits(year) => year.parse().ok()?,
        2 => 2000 + i16::from(number(year)?),
        _ => return None,
    };
    Day::from_ymd(year, month, number(day)?)
}

fn number(text: &str) -> Option<i8> {
    if (1..=2).contains(&text.len()) && are_digits(text) { text.parse().ok() } else { None }
}

/// The one month whose name begins so, from three letters on.
fn month_named(text: &str, month_names: &[String]) -> Option<i8> {
    let start = text.to_lowercase();
    let mut fits = (1..).zip(month_names).filter(|(_, name)| name.starts_with(&start));
    match (fits.next(), fits.next()) {
        (Some((month, _)), None) if start.chars().count() >= 3 => Some(month),
        _ => None,
    }
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
