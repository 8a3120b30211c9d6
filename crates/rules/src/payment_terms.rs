//! Payment terms as ledgers write them (`30 eom`, `2M`, `cash`), for items that come without a net due date. With
//! the document date they give the `ND` of R3.

use crate::calendar::Day;
use std::fmt;

/// Longest term a text may name; a longer one is a slip of the hand.
const DAYS_MAX: u16 = 3650;
const MONTHS_MAX: u16 = 120;

/// When an item is due, counted from its document date. Month and days are added first, then the date moves to the
/// end of its month, then to a day of the month after.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PaymentTerms {
    /// Calendar months, 0 to 120, clamped to the month's last day (R0.2).
    pub months: u16,
    /// Calendar days, 0 to 3650, the document date not counted (R0.2).
    pub days: u16,
    /// The due date is the last day of the month reached.
    pub end_of_month: bool,
    /// After the end of the month, the first such day, 1 to 31 or the month's last; only with `end_of_month`.
    pub day_of_month: Option<u8>,
}

impl PaymentTerms {
    /// Due on the document date.
    pub const CASH: PaymentTerms =
        PaymentTerms { months: 0, days: 0, end_of_month: false, day_of_month: None };

    /// Reads `cash`, `0`, `30`, `30 days`, `30D`, `2 months`, `2M`, each also with `eom` (end of month) and a day
    /// after it (`60 eom 15`), `eom` alone, `last day next month`, `last day this month`. Case, blanks, `-` and `_`
    /// between the parts do not matter, and `net` may stand in front. `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<PaymentTerms> {
        let tokens = tokens(text)?;
        let words: Vec<&str> = tokens.iter().map(String::as_str).collect();
        let rest = match words.as_slice() {
            [] => return None,
            ["cash"] => return Some(PaymentTerms::CASH),
            ["last", "day", rest @ ..] => return last_day(rest),
            ["net", rest @ ..] => rest,
            all => all,
        };
        let (terms, rest) = match rest {
            [n, "months" | "month" | "m", rest @ ..] => {
                (PaymentTerms { months: number(n, MONTHS_MAX)?, ..PaymentTerms::CASH }, rest)
            }
            [n, "days" | "day" | "d", rest @ ..] => {
                (PaymentTerms { days: number(n, DAYS_MAX)?, ..PaymentTerms::CASH }, rest)
            }
            rest @ ["eom" | "end", ..] => (PaymentTerms::CASH, rest),
            [n, rest @ ..] => (PaymentTerms { days: number(n, DAYS_MAX)?, ..PaymentTerms::CASH }, rest),
            [] => return None,
        };
        let day_of_month = match rest {
            [] => return Some(terms),
            ["eom"] | ["end", "of", "month"] => None,
            ["eom", day] | ["end", "of", "month", day] => {
                Some(u8::try_from(number(day, 31)?).ok().filter(|day| *day > 0)?)
            }
            _ => return None,
        };
        Some(PaymentTerms { end_of_month: true, day_of_month, ..terms })
    }

    /// The net due date of an item with this document date (R3); stays within the calendar.
    #[must_use]
    pub fn due_date(self, document_date: Day) -> Day {
        let counted = document_date.plus_months(i32::from(self.months)).plus_days(i32::from(self.days));
        if !self.end_of_month {
            return counted;
        }
        match self.day_of_month {
            None => counted.month_end(),
            Some(day) => {
                let next = counted.month_end().plus_days(1);
                next.plus_days(i32::from(day) - 1).min(next.month_end())
            }
        }
    }
}

fn last_day(rest: &[&str]) -> Option<PaymentTerms> {
    let months = match rest {
        ["next", "month"] | ["of", "next", "month"] => 1,
        ["this", "month"] | ["of", "this", "month"] => 0,
        _ => return None,
    };
    Some(PaymentTerms { months, end_of_month: true, ..PaymentTerms::CASH })
}

/// Runs of digits and runs of letters, lower case; `None` if there is anything else but separators.
fn tokens(text: &str) -> Option<Vec<String>> {
    let mut tokens: Vec<String> = Vec::new();
    let mut previous = ' ';
    for c in text.chars().take(80).map(|c| c.to_ascii_lowercase()) {
        let continues = (c.is_ascii_digit() && previous.is_ascii_digit())
            || (c.is_ascii_lowercase() && previous.is_ascii_lowercase());
        match tokens.last_mut() {
            Some(token) if continues => token.push(c),
            _ if c.is_ascii_alphanumeric() => tokens.push(c.to_string()),
            _ if matches!(c, ' ' | '-' | '_' | '\t') => {}
            _ => return None,
        }
        previous = c;
    }
    Some(tokens)
}

fn number(text: &str, max: u16) -> Option<u16> {
    text.parse().ok().filter(|n| *n <= max)
}

impl fmt::Display for PaymentTerms {
    /// A spelling [`PaymentTerms::parse`] reads back.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.months, self.days) {
            (0, 0) if self.end_of_month => f.write_str("eom")?,
            (0, 0) => f.write_str("cash")?,
            (0, days) => write!(f, "{days} days")?,
            (months, _) => write!(f, "{months} months")?,
        }
        if self.end_of_month && (self.months, self.days) != (0, 0) {
            f.write_str(" eom")?;
        }
        self.day_of_month.map_or(Ok(()), |day| write!(f, " {day}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r3_an_empty_net_due_date_is_document_date_plus_payment_terms() {
        // document date, payment terms, net due date
        for (document, terms, due) in [
            ("2026-01-15", "cash", "2026-01-15"),
            ("2026-01-15", "0", "2026-01-15"),
            ("2026-01-15", "30", "2026-02-14"),
            ("2026-01-15", "30 days", "2026-02-14"),
            ("2026-01-15", "30D", "2026-02-14"),
            ("2026-01-15", "1 day", "2026-01-16"),
            ("2026-01-15", "Net 30", "2026-02-14"),
            ("2026-01-15", "2 months", "2026-03-15"),
            ("2025-12-31", "2M", "2026-02-28"),
            ("2026-01-15", "eom", "2026-01-31"),
            ("2026-01-15", "30 eom", "2026-02-28"),
            ("2026-01-15", "30 days EOM", "2026-02-28"),
            ("2026-01-15", "30-eom", "2026-02-28"),
            ("2026-01-15", "30eom", "2026-02-28"),
            ("2026-01-15", "30 days end of month", "2026-02-28"),
            ("2026-01-15", "45 eom", "2026-03-31"),
            ("2026-02-10", "60 eom 15", "2026-05-15"),
            ("2026-02-10", "60EOM15", "2026-05-15"),
            ("2026-01-10", "eom 31", "2026-02-28"),
            ("2016-01-22", "1 month eom", "2016-02-29"),
            ("2016-01-22", "last day next month", "2016-02-29"),
            ("2016-01-31", "last day of next month", "2016-02-29"),
            ("2016-01-22", "last day this month", "2016-01-31"),
            // Cases PT-1, 3, 5, 7, 9, 11 and 13 of other programs
            ("2026-01-15", "net 30 days", "2026-02-14"),
            ("2026-01-15", "30 days end of month", "2026-02-28"),
            ("2026-01-15", "45 days end of month", "2026-03-31"),
            ("2026-02-10", "60 days end of month 15", "2026-05-15"),
            ("2026-03-15", "cash", "2026-03-15"),
            ("2016-01-22", "30 days", "2016-02-21"),
            ("2016-01-22", "last day of next month", "2016-02-29"),
            // WE-22
            ("2026-07-02", "14", "2026-07-16"),
            ("2026-07-02", "30 eom", "2026-08-31"),
        ] {
            let parsed = PaymentTerms::parse(terms).unwrap_or_else(|| panic!("{terms}"));
            assert_eq!(
                parsed.due_date(Day::parse_iso(document).unwrap()).to_string(),
                due,
                "{document} {terms}"
            );
            assert_eq!(PaymentTerms::parse(&parsed.to_string()), Some(parsed), "{terms} as {parsed}");
        }
    }

    #[test]
    fn r14_1_other_texts_are_no_payment_terms() {
        for text in [
            "",
            " ",
            "soon",
            "30 weeks",
            "-",
            "30 eom 0",
            "30 eom 32",
            "30 eom 15 16",
            "30 15",
            "net",
            "4000",
            "121 months",
            "99999999999",
            "30,5",
            "2/10 net 30",
            "30 days days",
            "cash 30",
            "last day",
            "last day next year",
            "eom 1 month",
            "３０",
        ] {
            assert_eq!(PaymentTerms::parse(text), None, "{text}");
        }
    }

    #[test]
    fn r14_2_due_dates_stay_within_the_calendar() {
        let terms = PaymentTerms::parse("120 months eom 15").unwrap();
        assert_eq!(terms.due_date(Day::LAST), Day::LAST);
    }
}
