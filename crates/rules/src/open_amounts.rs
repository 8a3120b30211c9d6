//! What a buyer owes against its insured sum, and how long it is past due (R9.1, R10). Amounts in minor units of one currency, credits
//! negative.

use crate::calendar::Day;
use rust_decimal::{Decimal, RoundingStrategy};

/// Decimals of a ratio between amounts.
const RATIO_DECIMALS: u32 = 1;

/// By how much an exposure is above the insured sum; 0 if it is not (R9.1, R10.1).
#[must_use]
pub fn over_insured_sum(exposure: i64, insured_sum: i64) -> i64 {
    exposure.saturating_sub(insured_sum).max(0)
}

/// What of the insured sum is not used by an exposure, at least 0; credits in excess free nothing beyond the sum (R10.1).
#[must_use]
pub fn unused_sum(exposure: i64, insured_sum: i64) -> i64 {
    insured_sum.saturating_sub(exposure.max(0)).max(0)
}

/// The balance of a buyer's open items, and what of it is past due (R10.2).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct OpenAmounts {
    /// How many items are open.
    pub items: usize,
    /// Debits less credits.
    pub open: i64,
    /// Of those, what was due before the accounting date by the net due date as first agreed.
    pub past_due: i64,
    /// Of those, what is past due by more days than asked for.
    pub past_due_longer: i64,
}

impl OpenAmounts {
    /// Adds an open item. `longer_than` is the *n* of R10.2: an item exactly *n* days past due stays out of the last column; no item and no
    /// buyer is left out for it.
    pub fn add(&mut self, open: i64, net_due_date: Day, accounting_date: Day, longer_than: i32) {
        if open == 0 {
            return;
        }
        self.items += 1;
        self.open = self.open.saturating_add(open);
        let days = accounting_date.days_since(net_due_date);
        if days > 0 {
            self.past_due = self.past_due.saturating_add(open);
        }
        if days > longer_than.max(0) {
            self.past_due_longer = self.past_due_longer.saturating_add(open);
        }
    }

    /// Adds the amounts of another account in the same currency.
    pub fn merge(&mut self, other: &OpenAmounts) {
        self.items += other.items;
        for (sum, more) in [
            (&mut self.open, other.open),
            (&mut self.past_due, other.past_due),
            (&mut self.past_due_longer, other.past_due_longer),
        ] {
            *sum = sum.saturating_add(more);
        }
    }

    /// What is past due in per cent of what is open; `None` where nothing is owed.
    #[must_use]
    pub fn past_due_ratio(&self) -> Option<Decimal> {
        ratio(self.past_due, self.open)
    }

    /// What is past due longer than asked for, in per cent of what is open; `None` where nothing is owed.
    #[must_use]
    pub fn past_due_longer_ratio(&self) -> Option<Decimal> {
        ratio(self.past_due_longer, self.open)
    }
}

/// A part in per cent of a whole, to one decimal, rounded once (R0.1); `None` unless the whole is above 0.
#[must_use]
pub fn ratio(part: i64, whole: i64) -> Option<Decimal> {
    if whole <= 0 {
        return None;
    }
    let percent = Decimal::from(part) * Decimal::ONE_HUNDRED / Decimal::from(whole);
    let mut rounded = percent.round_dp_with_strategy(RATIO_DECIMALS, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(RATIO_DECIMALS);
    Some(rounded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    fn sum(items: &[(i64, &str)], longer_than: i32) -> OpenAmounts {
        let mut amounts = OpenAmounts::default();
        for (open, due) in items {
            amounts.add(*open, day(due), day("2024-06-30"), longer_than);
        }
        amounts
    }

    #[test]
    fn r10_1_a_sum_is_used_in_part_in_full_or_exceeded() {
        // open, insured sum, unused, exceeding
        for (open, insured_sum, unused, exceeding) in [
            (80_000, 100_000, 20_000, 0),
            (100_000, 100_000, 0, 0),
            (100_001, 100_000, 0, 1),
            (50_000, 0, 0, 50_000),
            (0, 100_000, 100_000, 0),
            (-5_000, 100_000, 100_000, 0),
            (-5_000, 0, 0, 0),
            (i64::MAX, -1, 0, i64::MAX),
            (i64::MIN, 1, 1, 0),
        ] {
            assert_eq!(unused_sum(open, insured_sum), unused, "unused of {insured_sum} with {open} open");
            assert_eq!(over_insured_sum(open, insured_sum), exceeding, "{open} open over {insured_sum}");
        }
    }

    #[test]
    fn r10_2_an_item_is_past_due_from_the_day_after_its_net_due_date() {
        // net due date, n, open, past due, past due by more than n days
        for (due, longer_than, past_due, longer) in [
            ("2024-07-01", 30, 0, 0),
            ("2024-06-30", 30, 0, 0),
            ("2024-06-29", 30, 100, 0),
            ("2024-05-31", 30, 100, 0),
            ("2024-05-30", 30, 100, 100),
            ("2024-06-29", 0, 100, 100),
            ("2024-06-29", -5, 100, 100),
            ("2024-06-30", -5, 0, 0),
        ] {
            let amounts = sum(&[(100, due)], longer_than);
            let found = [amounts.open, amounts.past_due, amounts.past_due_longer];
            assert_eq!(found, [100, past_due, longer], "due {due}, more than {longer_than} days");
        }
    }

    #[test]
    fn r10_2_the_number_of_days_moves_amounts_and_excludes_nobody() {
        let items = [(70_000, "2024-07-15"), (20_000, "2024-06-01"), (10_000, "2024-03-01")];
        for (longer_than, longer) in [(0, 30_000), (28, 30_000), (29, 10_000), (121, 0), (9_999, 0)] {
            let amounts = sum(&items, longer_than);
            let found = (amounts.items, amounts.open, amounts.past_due, amounts.past_due_longer);
            assert_eq!(found, (3, 100_000, 30_000, longer), "more than {longer_than} days");
        }
    }

    #[test]
    fn r10_2_credits_count_where_their_own_due_date_puts_them() {
        let amounts = sum(&[(10_000, "2024-06-01"), (-4_000, "2024-06-10"), (0, "2024-01-01")], 25);
        assert_eq!(
            amounts,
            OpenAmounts { items: 2, open: 6_000, past_due: 6_000, past_due_longer: 10_000 },
            "the credit is 20 days past due"
        );
    }

    #[test]
    fn r10_2_ratios_are_of_what_is_open_and_empty_where_nothing_is() {
        // part, whole, per cent
        for (part, whole, expected) in [
            (30_000, 100_000, Some("30")),
            (1, 3, Some("33.3")),
            (2, 3, Some("66.7")),
            (1, 2_000, Some("0.1")),
            (150, 100, Some("150")),
            (-50, 100, Some("-50")),
            (0, 100, Some("0")),
            (10, 0, None),
            (10, -100, None),
        ] {
            let found = ratio(part, whole).map(|percent| percent.normalize().to_string());
            assert_eq!(found.as_deref(), expected, "{part} of {whole}");
        }
        assert!(ratio(i64::MAX, 1).is_some(), "the largest amount is no reason to stop");
    }

    #[test]
    fn r10_1_accounts_of_a_buyer_add_up() {
        let mut all = sum(&[(100, "2024-06-01")], 10);
        all.merge(&sum(&[(50, "2024-07-01"), (-20, "2024-05-01")], 10));
        assert_eq!(all, OpenAmounts { items: 3, open: 130, past_due: 80, past_due_longer: 80 });
        assert_eq!(all.past_due_ratio(), all.past_due_longer_ratio());
        assert_eq!(all.past_due_ratio().map(|percent| percent.to_string()).as_deref(), Some("61.5"));
    }
}
