//! Calendar dates without time (R0.2), small enough to keep ten million of them in memory.

use std::fmt;
use std::num::NonZeroI32;

/// Day 1 is 0001-01-01, so that no valid day is zero and an absent one takes no extra room.
const DAYS_BEFORE_1970: i32 = 719_163;

/// A calendar date from 0001-01-01 to 9999-12-31.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NonZeroI32);

impl Day {
    /// 0001-01-01, the first day of the calendar.
    pub const FIRST: Day = match NonZeroI32::new(1) {
        Some(n) => Day(n),
        None => Day(NonZeroI32::MAX),
    };

    /// The last day the calendar knows; sums beyond it stay there.
    pub const LAST: Day = match NonZeroI32::new(3_652_059) {
        Some(n) => Day(n),
        None => Day(NonZeroI32::MIN),
    };

    /// The day `year-month-day`, if there is one.
    #[must_use]
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Day> {
        let is_month = (1..=9999).contains(&year) && (1..=12).contains(&month);
        if !is_month || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        let (y, m, d) = (i32::from(year), i32::from(month), i32::from(day));
        // Counting from March puts the leap day last in the year.
        let (y, m) = if m > 2 { (y, m - 3) } else { (y - 1, m + 9) };
        let n =
            365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + (153 * m + 2) / 5 + d - 306;
        NonZeroI32::new(n).map(Day)
    }

    /// Reads `YYYY-MM-DD`, exactly ten characters; the years 0001 to 9999.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Day> {
        let b = text.as_bytes();
        if b.len() != 10 || b[4] != b'-' || b[7] != b'-' {
            return None;
        }
        let number = |from: usize, to: usize| {
            b[from..to].iter().try_fold(0i16, |n, c| c.is_ascii_digit().then(|| n * 10 + i16::from(c - b'0')))
        };
        Day::from_ymd(number(0, 4)?, number(5, 7)? as i8, number(8, 10)? as i8)
    }

    /// The day with this many days after 1970-01-01, as the store keeps it; `None` outside the calendar.
    #[must_use]
    pub fn from_epoch_days(days: i32) -> Option<Day> {
        let n = days.checked_add(DAYS_BEFORE_1970)?;
        if (1..=Day::LAST.0.get()).contains(&n) { NonZeroI32::new(n).map(Day) } else { None }
    }

    /// Days since 1970-01-01, negative before it.
    #[must_use]
    pub fn epoch_days(self) -> i32 {
        self.0.get() - DAYS_BEFORE_1970
    }

    /// Year, month and day.
    #[must_use]
    pub fn ymd(self) -> (i16, i8, i8) {
        let z = self.0.get() + 305;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = doy - (153 * mp + 2) / 5 + 1;
        let (month, carry) = if mp < 10 { (mp + 3, 0) } else { (mp - 9, 1) };
        ((yoe + era * 400 + carry) as i16, month as i8, day as i8)
    }

    /// `days` later (earlier if negative), the start day not counted; stays within the calendar (R0.2).
    #[must_use]
    pub fn plus_days(self, days: i32) -> Day {
        let n = self.0.get().saturating_add(days).clamp(1, Day::LAST.0.get());
        NonZeroI32::new(n).map_or(Day::LAST, Day)
    }

    /// `months` later (earlier if negative), clamped to the month's last day: 2023-10-31 + 4 = 2024-02-29 (R0.2).
    #[must_use]
    pub fn plus_months(self, months: i32) -> Day {
        let (y, m, d) = self.ymd();
        let total = (i32::from(y) * 12 + i32::from(m) - 1).saturating_add(months);
        let (year, month) = (total.div_euclid(12), total.rem_euclid(12) + 1);
        if year < 1 {
            return Day::LAST.plus_days(i32::MIN);
        }
        if year > 9999 {
            return Day::LAST;
        }
        let day = d.min(days_in_month(year as i16, month as i8));
        Day::from_ymd(year as i16, month as i8, day).unwrap_or(Day::LAST)
    }

    /// The first day of this day's month.
    #[must_use]
    pub fn month_start(self) -> Day {
        self.plus_days(1 - i32::from(self.ymd().2))
    }

    /// The last day of this day's month.
    #[must_use]
    pub fn month_end(self) -> Day {
        let (y, m, d) = self.ymd();
        self.plus_days(i32::from(days_in_month(y, m) - d))
    }

    /// Days from `earlier` to `self`.
    #[must_use]
    pub fn days_since(self, earlier: Day) -> i32 {
        self.0.get() - earlier.0.get()
    }
}

fn days_in_month(year: i16, month: i8) -> i8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.ymd();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A length of time as policies write it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Term {
    /// Calendar months, clamped to the month's end (R0.2).
    Months(u16),
    /// Calendar days, the start day not counted (R0.2).
    Days(u16),
}

impl Term {
    /// The day this long after `start`.
    #[must_use]
    pub fn after(self, start: Day) -> Day {
        match self {
            Term::Months(n) => start.plus_months(i32::from(n)),
            Term::Days(n) => start.plus_days(i32::from(n)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::Date;

    #[test]
    fn r0_2_every_day_of_the_calendar_survives_the_round_trip() {
        let mut day = Day::from_ymd(1, 1, 1).unwrap();
        let mut date = Date::new(1, 1, 1).unwrap();
        loop {
            assert_eq!(day.ymd(), (date.year(), date.month(), date.day()));
            assert_eq!(Day::from_ymd(date.year(), date.month(), date.day()), Some(day));
            if day == Day::LAST {
                break;
            }
            day = day.plus_days(1);
            date = date.tomorrow().unwrap();
        }
    }

    #[test]
    fn r0_2_adding_months_clamps_to_the_months_last_day() {
        for (start, months, expected) in [
            ("2023-10-31", 4, "2024-02-29"),
            ("2024-08-31", 6, "2025-02-28"),
            ("2024-01-15", 4, "2024-05-15"),
            ("2024-03-31", -1, "2024-02-29"),
            ("2024-01-31", -13, "2022-12-31"),
        ] {
            assert_eq!(Day::parse_iso(start).unwrap().plus_months(months).to_string(), expected, "{start}");
        }
    }

    #[test]
    fn r0_2_a_date_that_does_not_exist_is_no_date() {
        for text in [
            "2023-02-29",
            "2024-13-01",
            "2024-00-10",
            "0000-01-01",
            "2024-1-01",
            "20240101",
            "",
            "2024-01-0x",
        ] {
            assert_eq!(Day::parse_iso(text), None, "{text}");
        }
        assert_eq!(Day::parse_iso("2024-02-29").unwrap().to_string(), "2024-02-29");
        assert_eq!(Day::parse_iso("1970-01-01").unwrap().epoch_days(), 0);
    }
}
