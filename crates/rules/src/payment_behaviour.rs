//! How a buyer pays: days after the due date, weighted by amount, what is past due of what is open, month by month, and whether it gets worse
//! (R9.1).
//!
//! Only payments tell when somebody pays: credit notes, write-offs, set-offs and bills taken are left out, and so is a payment that came back.

use crate::calendar::Day;
use crate::codes::SettlementMethod;
use crate::money::div_round;
use crate::open_amounts::OpenAmounts;
use std::ops::RangeInclusive;

/// Months of the recent period.
const RECENT_MONTHS: i32 = 3;
/// Months of the period it is compared with.
const BEFORE_MONTHS: i32 = 12;
/// Months a history shows.
pub const HISTORY_MONTHS: i32 = 24;

/// A settlement of an item; the amount in minor units, negative for a return.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SettledPart {
    /// When.
    pub date: Day,
    /// How much.
    pub amount: i64,
    /// How.
    pub method: SettlementMethod,
}

/// The payments of an item that stand: a return takes back the latest payments before it. `settlements` in order of date.
#[must_use]
pub fn standing_payments(settlements: &[SettledPart]) -> Vec<(Day, i64)> {
    let mut payments: Vec<(Day, i64)> = Vec::new();
    for part in settlements {
        match part.method {
            SettlementMethod::Payment if part.amount > 0 => payments.push((part.date, part.amount)),
            SettlementMethod::Payment | SettlementMethod::Return => {
                let mut returned = part.amount.saturating_abs();
                while let Some(last) = payments.last_mut() {
                    let taken = returned.min(last.1);
                    returned -= taken;
                    last.1 -= taken;
                    if last.1 > 0 {
                        break;
                    }
                    payments.pop();
                }
            }
            _ => {}
        }
    }
    payments
}

/// Days after the due date of payments, weighted by amount.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Lateness {
    days_times_amount: i128,
    paid: i128,
}

impl Lateness {
    /// Adds a payment of an item due on a day; amounts of one currency, minor units. One of 0 or less counts for nothing.
    pub fn add(&mut self, paid_on: Day, due: Day, amount: i64) {
        let amount = i128::from(amount.max(0));
        let days = i128::from(paid_on.days_since(due));
        self.days_times_amount = self.days_times_amount.saturating_add(days * amount);
        self.paid = self.paid.saturating_add(amount);
    }

    /// Adds the payments of another account in the same currency.
    pub fn merge(&mut self, other: &Lateness) {
        self.days_times_amount = self.days_times_amount.saturating_add(other.days_times_amount);
        self.paid = self.paid.saturating_add(other.paid);
    }

    /// Days after the due date on average, below 0 for early, rounded half away from 0; `None` where nothing was paid.
    #[must_use]
    pub fn days(&self) -> Option<i32> {
        if self.paid == 0 {
            return None;
        }
        i32::try_from(div_round(self.days_times_amount, self.paid)?).ok()
    }

    /// What was paid, minor units.
    #[must_use]
    pub fn paid(&self) -> i64 {
        i64::try_from(self.paid).unwrap_or(i64::MAX)
    }
}

/// The recent 3 months up to a key date.
#[must_use]
pub fn recent_period(key_date: Day) -> RangeInclusive<Day> {
    comparison_date(key_date).plus_days(1)..=key_date
}

/// The 12 months before them.
#[must_use]
pub fn period_before(key_date: Day) -> RangeInclusive<Day> {
    key_date.plus_months(-RECENT_MONTHS - BEFORE_MONTHS).plus_days(1)..=comparison_date(key_date)
}

/// The day whose ageing is compared with that of the key date: the end of the period before.
#[must_use]
pub fn comparison_date(key_date: Day) -> Day {
    key_date.plus_months(-RECENT_MONTHS)
}

/// How payments of the recent period stand against those before.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Behaviour {
    /// Payments of the recent 3 months.
    pub recent: Lateness,
    /// Payments of the 12 months before.
    pub before: Lateness,
}

impl Behaviour {
    /// Adds a payment made by the key date to the period it falls in.
    pub fn add(&mut self, key_date: Day, paid_on: Day, due: Day, amount: i64) {
        if recent_period(key_date).contains(&paid_on) {
            self.recent.add(paid_on, due, amount);
        } else if period_before(key_date).contains(&paid_on) {
            self.before.add(paid_on, due, amount);
        }
    }

    /// Adds those of another account in the same currency.
    pub fn merge(&mut self, other: &Behaviour) {
        self.recent.merge(&other.recent);
        self.before.merge(&other.before);
    }

    /// By how many days payments are later than before; `None` where one of the periods has none.
    #[must_use]
    pub fn drift(&self) -> Option<i32> {
        self.recent.days().zip(self.before.days()).map(|(now, before)| now.saturating_sub(before))
    }
}

/// A month of a history.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Month {
    /// Its last day, for the running one the key date.
    pub end: Day,
    /// Payments within it.
    pub late: Lateness,
    /// What was open and past due at its end.
    pub open: OpenAmounts,
}

/// An item of a buyer with all that happened to it. Amounts in minor units of one currency, credits negative.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemHistory {
    /// Posted on.
    pub posted: Day,
    /// Net due date as first agreed.
    pub due: Day,
    /// Gross amount.
    pub amount: i64,
    /// Its settlements in order of date, as they reduce the amount whatever its sign.
    pub settlements: Vec<SettledPart>,
}

impl ItemHistory {
    /// What was open at the end of a day.
    #[must_use]
    pub fn open_at(&self, day: Day) -> i64 {
        if self.posted > day {
            return 0;
        }
        let settled = self.settlements.iter().filter(|part| part.date <= day);
        let settled = settled.fold(0i64, |sum, part| sum.saturating_add(part.amount));
        if self.amount < 0 {
            self.amount.saturating_add(settled)
        } else {
            self.amount.saturating_sub(settled)
        }
    }
}

/// The last 24 months of a buyer up to a key date, the oldest first, the running one last; credits pay nothing late.
#[must_use]
pub fn history(items: &[ItemHistory], key_date: Day) -> Vec<Month> {
    let ends = (0..HISTORY_MONTHS).rev().map(|n| match n {
        0 => key_date,
        _ => key_date.month_start().plus_months(-n).month_end(),
    });
    let mut months: Vec<Month> =
        ends.map(|end| Month { end, late: Lateness::default(), open: OpenAmounts::default() }).collect();
    for item in items {
        for month in &mut months {
            month.open.add(item.open_at(month.end), item.due, month.end, 0);
        }
        if item.amount <= 0 {
            continue;
        }
        for (paid_on, amount) in standing_payments(&item.settlements) {
            let of_month = |month: &&mut Month| paid_on <= month.end && paid_on >= month.end.month_start();
            if let Some(month) = months.iter_mut().find(of_month) {
                month.late.add(paid_on, item.due, amount);
            }
        }
    }
    months
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    fn part(date: &str, amount: i64, method: SettlementMethod) -> SettledPart {
        SettledPart { date: day(date), amount, method }
    }

    #[test]
    fn r9_1_only_payments_that_stand_tell_when_a_buyer_pays() {
        use SettlementMethod::{Bill, CreditNote, Offset, Payment, Return, WriteOff};
        // settlements of an item, payments that stand
        for (parts, expected) in [
            (vec![part("2024-03-10", 100, Payment)], vec![("2024-03-10", 100)]),
            (vec![part("2024-03-10", 50, CreditNote), part("2024-03-11", 50, WriteOff)], vec![]),
            (vec![part("2024-03-10", 50, Offset), part("2024-03-11", 50, Bill)], vec![]),
            (vec![part("2024-03-10", 100, Payment), part("2024-03-14", -100, Return)], vec![]),
            (
                vec![
                    part("2024-03-01", 60, Payment),
                    part("2024-03-10", 40, Payment),
                    part("2024-03-14", -50, Return),
                    part("2024-04-02", 50, Payment),
                ],
                vec![("2024-03-01", 50), ("2024-04-02", 50)],
            ),
            (vec![part("2024-03-14", -50, Return)], vec![]),
            (
                vec![part("2024-03-10", 50, Payment), part("2024-03-12", -20, Payment)],
                vec![("2024-03-10", 30)],
            ),
            (vec![part("2024-03-10", i64::MAX, Payment), part("2024-03-12", i64::MIN, Return)], vec![]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(on, amount)| (day(on), amount)).collect();
            assert_eq!(standing_payments(&parts), expected, "{parts:?}");
        }
    }

    #[test]
    fn r9_1_days_late_are_weighted_by_amount_and_partial_payments_count_on_their_own_day() {
        // payments of an item due on 31 March, days late on average
        for (payments, expected) in [
            (vec![("2024-04-10", 100)], Some(10)),
            (vec![("2024-03-21", 100)], Some(-10)),
            (vec![("2024-03-31", 900), ("2024-04-30", 100)], Some(3)),
            (vec![("2024-04-01", 1), ("2024-03-31", 1)], Some(1)),
            (vec![("2024-03-30", 1), ("2024-03-31", 1)], Some(-1)),
            (vec![("2024-03-30", 0)], None),
            (vec![], None),
        ] {
            let mut late = Lateness::default();
            for (on, amount) in &payments {
                late.add(day(on), day("2024-03-31"), *amount);
            }
            assert_eq!(late.days(), expected, "{payments:?}");
        }
    }

    #[test]
    fn r9_1_the_recent_three_months_are_compared_with_the_twelve_before() {
        let key_date = day("2024-06-30");
        let mut behaviour = Behaviour::default();
        // paid on, days after due, amount: outside both, the first and last day of each period
        for (paid_on, late, amount) in [
            ("2023-03-30", 900, 100),
            ("2023-03-31", 2, 100),
            ("2024-03-30", 4, 100),
            ("2024-03-31", 20, 100),
            ("2024-06-30", 30, 100),
            ("2024-07-01", 900, 100),
        ] {
            behaviour.add(key_date, day(paid_on), day(paid_on).plus_days(-late), amount);
        }
        assert_eq!((behaviour.recent.days(), behaviour.before.days()), (Some(25), Some(3)));
        assert_eq!(behaviour.drift(), Some(22));
        assert_eq!(Behaviour::default().drift(), None);
    }

    #[test]
    fn r9_1_a_history_shows_24_months_with_what_was_past_due_at_each_end() {
        let items = [
            ItemHistory {
                posted: day("2024-04-01"),
                due: day("2024-05-15"),
                amount: 1_000,
                settlements: vec![
                    part("2024-05-25", 400, SettlementMethod::Payment),
                    part("2024-06-04", 600, SettlementMethod::Payment),
                ],
            },
            ItemHistory {
                posted: day("2024-05-02"),
                due: day("2024-07-01"),
                amount: 500,
                settlements: vec![],
            },
            ItemHistory {
                posted: day("2024-05-02"),
                due: day("2024-05-02"),
                amount: -100,
                settlements: vec![],
            },
        ];
        let months = history(&items, day("2024-06-10"));
        assert_eq!(months.len(), 24);
        let shown: Vec<_> = months[20..]
            .iter()
            .map(|m| (m.end.to_string(), m.late.days(), m.open.open, m.open.past_due))
            .collect();
        assert_eq!(
            shown,
            [
                ("2024-03-31".to_owned(), None, 0, 0),
                ("2024-04-30".to_owned(), None, 1_000, 0),
                ("2024-05-31".to_owned(), Some(10), 1_000, 500),
                ("2024-06-10".to_owned(), Some(20), 400, -100),
            ]
        );
        assert_eq!(months[0].end, day("2022-07-31"));
    }
}
