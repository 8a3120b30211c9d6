//! A calendar of day numbers, for R0.2 and nothing more.

use std::fmt;

/// A calendar date as days since 1970-01-01 (proleptic Gregorian).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Day(pub i32);

impl Day {
    /// Before every real date.
    pub const MIN: Day = Day(-10_000_000);
    /// After every real date.
    pub const MAX: Day = Day(10_000_000);

    /// The day of year, month (1–12) and day (1–31); `None` if there is no such date.
    #[must_use]
    pub fn of(year: i32, month: i32, day: i32) -> Option<Day> {
        if !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        Some(Day(days_from_civil(year, month, day)))
    }

    /// Reads `YYYY-MM-DD`; `None` if it is anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Day> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        Day::of(text.get(0..4)?.parse().ok()?, text.get(5..7)?.parse().ok()?, text.get(8..10)?.parse().ok()?)
    }

    /// Year, month and day of the month.
    #[must_use]
    pub fn civil(self) -> (i32, i32, i32) {
        civil_from_days(self.0)
    }

    /// R0.2: calendar days; the start day does not count.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Day {
        Day(self.0 + days)
    }

    /// R0.2: calendar months, clamped to the last day of the month reached; negative months go back.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Day {
        let (year, month, day) = self.civil();
        let count = year * 12 + (month - 1) + months;
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
        Day(days_from_civil(year, month, day.min(days_in_month(year, month))))
    }

    /// The first day of the same month.
    #[must_use]
    pub fn first_of_month(self) -> Day {
        let (year, month, _) = self.civil();
        Day(days_from_civil(year, month, 1))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

fn leap(year: i32) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

fn days_in_month(year: i32, month: i32) -> i32 {
    match month {
        2 if leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

// The year is counted from March, so that the leap day is its last.
fn days_from_civil(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn civil_from_days(days: i32) -> (i32, i32, i32) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r0_2_every_day_comes_back() {
        let mut expected = Day::of(1899, 12, 31).unwrap();
        for _ in 0..100_000 {
            let (y, m, d) = expected.civil();
            assert_eq!(Day::of(y, m, d), Some(expected));
            assert_eq!(Day::parse(&expected.to_string()), Some(expected));
            expected = expected.plus_days(1);
        }
    }

    #[test]
    fn r0_2_months_clamp() {
        for (from, months, to) in [
            ("2023-10-31", 4, "2024-02-29"),
            ("2024-08-31", 6, "2025-02-28"),
            ("2024-01-01", -3, "2023-10-01"),
            ("2024-03-31", -1, "2024-02-29"),
        ] {
            assert_eq!(Day::parse(from).unwrap().plus_months(months).to_string(), to);
        }
        assert_eq!(Day::parse("2023-02-29"), None);
    }
}
