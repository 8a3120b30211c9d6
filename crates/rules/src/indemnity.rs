//! What the insurer pays for a loss (R12.3): from the covered loss through threshold, insured percentage, deductible and first loss to the
//! maximum liability.

use crate::codes::codes;
use crate::money::div_round;
use rust_decimal::Decimal;

codes! {
    /// In which order the deductions are taken.
    LossOrder {
        /// Percentage, deductible of each loss, aggregate first loss.
        A = "A",
        /// Deductible of each loss, percentage, aggregate first loss.
        B = "B",
        /// Aggregate first loss, percentage, deductible of each loss.
        C = "C",
    }
}

/// What the policy says of losses (`[loss]`). Amounts in minor units of the policy's currency, at least 0.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LossTerms {
    /// The order of the deductions.
    pub order: LossOrder,
    /// Losses up to it are borne by the policyholder; all or nothing.
    pub threshold: i64,
    /// Whether a loss of exactly the threshold passes.
    pub threshold_itself_passes: bool,
    /// Borne of each loss.
    pub each_and_every: i64,
    /// Borne of the losses of a year together.
    pub aggregate_first_loss: i64,
    /// The most that is paid for a year; `None` without a limit.
    pub max_liability: Option<i64>,
}

impl Default for LossTerms {
    fn default() -> Self {
        LossTerms {
            order: LossOrder::A,
            threshold: 0,
            threshold_itself_passes: false,
            each_and_every: 0,
            aggregate_first_loss: 0,
            max_liability: None,
        }
    }
}

/// One computation with its steps, so that a person can follow it. Minor units of the policy's currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Indemnity {
    /// What is covered of the loss.
    pub covered_loss: i64,
    /// Whether it passes the threshold; without that nothing is paid and nothing used up.
    pub passes_threshold: bool,
    /// Taken off for the part the policyholder keeps by the insured percentage.
    pub own_share: i64,
    /// Taken off as deductible of this loss.
    pub each_and_every: i64,
    /// Taken off as first loss of the year; so much less remains of it.
    pub first_loss: i64,
    /// Taken off because the maximum liability has no more left.
    pub above_liability: i64,
    /// What the insurer pays; so much less remains of the maximum liability.
    pub indemnity: i64,
}

/// Computes the indemnity of a covered loss (R12.3). `insured_percent` is 0 to 100. `first_loss_left` and `liability_left` are what earlier
/// losses of the year have left of the two. Each step floors at 0; the percentage rounds half away from zero. Total.
#[must_use]
pub fn indemnity(
    terms: &LossTerms,
    covered_loss: i64,
    insured_percent: Decimal,
    first_loss_left: i64,
    liability_left: Option<i64>,
) -> Indemnity {
    let covered_loss = covered_loss.max(0);
    let passes_threshold =
        covered_loss > terms.threshold || (terms.threshold_itself_passes && covered_loss == terms.threshold);
    let mut found = Indemnity {
        covered_loss,
        passes_threshold,
        own_share: 0,
        each_and_every: 0,
        first_loss: 0,
        above_liability: 0,
        indemnity: 0,
    };
    if !passes_threshold {
        return found;
    }
    let mut left = covered_loss;
    let share = |left: i64| left - percent_of(left, insured_percent);
    let take = |left: &mut i64, amount: i64| {
        let taken = amount.clamp(0, *left);
        *left -= taken;
        taken
    };
    match terms.order {
        LossOrder::A => {
            found.own_share = share(left);
            left -= found.own_share;
            found.each_and_every = take(&mut left, terms.each_and_every);
            found.first_loss = take(&mut left, first_loss_left);
        }
        LossOrder::B => {
            found.each_and_every = take(&mut left, terms.each_and_every);
            found.own_share = share(left);
            left -= found.own_share;
            found.first_loss = take(&mut left, first_loss_left);
        }
        LossOrder::C => {
            found.first_loss = take(&mut left, first_loss_left);
            found.own_share = share(left);
            left -= found.own_share;
            found.each_and_every = take(&mut left, terms.each_and_every);
        }
    }
    found.indemnity = liability_left.map_or(left, |most| left.min(most.max(0)));
    found.above_liability = left - found.indemnity;
    found
}

/// A percentage of an amount, kept within 0 and the amount.
fn percent_of(amount: i64, percent: Decimal) -> i64 {
    let percent = percent.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED).normalize();
    let scale = 10_i128.pow(percent.scale().min(18));
    div_round(i128::from(amount).saturating_mul(percent.mantissa()), scale.saturating_mul(100))
        .map_or(amount, |part| part.clamp(0, amount))
}

#[cfg(test)]
mod tests {
    use super::*;
    use LossOrder::{A, B, C};

    const CENTS: i64 = 100;

    fn terms(order: LossOrder, threshold: i64, itself: bool, each: i64) -> LossTerms {
        LossTerms {
            order,
            threshold,
            threshold_itself_passes: itself,
            each_and_every: each * CENTS,
            ..LossTerms::default()
        }
    }

    #[test]
    fn r12_3_the_worked_cases() {
        let nothing = |order| terms(order, 0, false, 0);
        for (case, terms, loss, percent, first_loss, liability, expected) in [
            ("WE-12 c", nothing(A), 1_000_000, 90, 0, None, 900_000),
            ("WE-30", terms(A, 100_000, true, 500), 7_500_000, 90, 200_000, None, 6_500_000),
            ("WE-33 at the threshold", terms(A, 100_000, false, 0), 100_000, 85, 0, None, 0),
            ("WE-33 above it", terms(A, 100_000, false, 0), 100_100, 85, 0, None, 85_085),
            ("WE-34 below", terms(A, 100_000, true, 0), 99_999, 90, 0, None, 0),
            ("WE-34 at", terms(A, 100_000, true, 0), 100_000, 90, 0, None, 90_000),
            ("WE-34 above, in full", terms(A, 100_000, true, 0), 100_001, 100, 0, None, 100_001),
            ("WE-34 used up", terms(A, 500_000, true, 5_000), 600_000, 90, 500_000, None, 0),
            ("WE-35", nothing(A), 7_600_000, 100, 0, Some(5_000_000), 5_000_000),
            ("WE-36 before", terms(B, 0, false, 5_000), 5_000_000, 90, 0, None, 4_050_000),
            ("WE-36 after", terms(A, 0, false, 5_000), 5_000_000, 90, 0, None, 4_000_000),
            ("WE-65", terms(A, 100_000, false, 2_500), 7_200_000, 90, 400_000, Some(50_000_000), 5_830_000),
            ("WE-65 before", terms(B, 100_000, false, 2_500), 7_200_000, 90, 400_000, None, 5_855_000),
            ("first loss of the gross loss", terms(C, 0, false, 500), 1_000_000, 90, 200_000, None, 670_000),
        ] {
            let found = indemnity(&terms, loss, Decimal::from(percent), first_loss, liability);
            assert_eq!(found.indemnity, expected, "{case}: {found:?}");
        }
    }

    #[test]
    fn r12_3_the_steps_add_up_and_a_loss_below_the_threshold_uses_up_nothing() {
        for order in [A, B, C] {
            for loss in [0, 1, 99, 100, 101, 12_345, i64::MAX] {
                let terms = terms(order, 100, false, 3);
                let found = indemnity(&terms, loss, Decimal::new(875, 1), 777, Some(9_000));
                let steps = [found.own_share, found.each_and_every, found.first_loss, found.above_liability];
                assert!(steps.iter().all(|step| *step >= 0) && found.indemnity >= 0, "{found:?}");
                if found.passes_threshold {
                    assert_eq!(loss, steps.iter().sum::<i64>() + found.indemnity, "{found:?}");
                } else {
                    assert_eq!((found.first_loss, found.indemnity), (0, 0));
                }
            }
        }
    }
}
