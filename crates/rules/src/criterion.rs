//! What brings a payer onto the credit manager's work list (R9.1): measures with thresholds, each of them data that can be switched off
//! or added.

use crate::calendar::Day;
use crate::codes::codes;
use crate::open_amounts::over_insured_sum;
use crate::standing::Standing;

codes! {
    /// What a criterion looks at.
    Measure {
        /// Blocked by hand. No threshold.
        Blocked = "blocked",
        /// Past due against limit 1, or an amount.
        PastDue = "past_due",
        /// Outstanding against limit 2, or an amount.
        Outstanding = "outstanding",
        /// Outstanding and orders against limit 3, or an amount.
        OutstandingAndOrders = "outstanding_and_orders",
        /// Days the oldest item is overdue against limit 4, or days.
        DaysOverdue = "days_overdue",
        /// Exposure above the insured sum and the excess accepted. No threshold.
        InsuranceLimitExceeded = "insurance_limit_exceeded",
        /// Exposure from a percentage of the insured sum on, as long as it is not exceeded. Per cent.
        InsuranceLimitWarning = "insurance_limit_warning",
        /// Something is open and no sum is insured. No threshold.
        NoCover = "no_cover",
        /// New receivables are uncovered. No threshold.
        Uncovered = "uncovered",
        /// A deadline to the insurer is near or past. Days.
        Deadline = "deadline",
        /// The limit decision ends soon. Days.
        LimitExpiring = "limit_expiring",
        /// Paid later than in the period before. Days.
        PaymentBehaviour = "payment_behaviour",
        /// More of the balance is past due than at the comparison date. Percentage points.
        Ageing = "ageing",
        /// A reminder of this level or a higher one is open. Level.
        Reminders = "reminders",
        /// A follow-up is due. No threshold.
        FollowUp = "follow_up",
    }
}

/// One criterion as the credit policy sets it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Criterion {
    /// Its name, one of its own: for the usual ones the measure's code.
    pub name: String,
    /// What it looks at.
    pub measure: Measure,
    /// Whether it selects.
    pub is_on: bool,
    /// Amount in minor units, days, per cent or level, as the measure says; empty takes the payer's own limit, or the usual value.
    pub threshold: Option<i64>,
}

/// A value a criterion shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    /// Minor units of the standing's currency.
    Amount(i64),
    /// Days.
    Days(i32),
    /// Per cent.
    Percent(i32),
    /// A number of its own, such as a reminder level.
    Count(u32),
    /// A date.
    Date(Day),
    /// Nothing to compare.
    None,
}

/// A criterion that fired, with its two values (R9.3).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fired {
    /// Name of the criterion.
    pub name: String,
    /// What it looks at.
    pub measure: Measure,
    /// Value 1: what was found.
    pub actual: Value,
    /// Value 2: what it is compared with.
    pub limit: Value,
}

impl Measure {
    /// The threshold where a criterion names none and no limit of the payer applies.
    #[must_use]
    pub fn usual_threshold(self) -> Option<i64> {
        match self {
            Measure::InsuranceLimitWarning => Some(80),
            Measure::Deadline => Some(7),
            Measure::LimitExpiring => Some(30),
            Measure::PaymentBehaviour | Measure::Ageing => Some(10),
            Measure::Reminders => Some(2),
            _ => None,
        }
    }
}

/// The criteria that fire for a payer on a key date, in the order given (R9.1).
#[must_use]
pub fn criteria_fired(criteria: &[Criterion], standing: &Standing, key_date: Day) -> Vec<Fired> {
    let on = criteria.iter().filter(|criterion| criterion.is_on);
    on.filter_map(|criterion| {
        let (actual, limit) = fires(criterion, standing, key_date)?;
        Some(Fired { name: criterion.name.clone(), measure: criterion.measure, actual, limit })
    })
    .collect()
}

fn fires(criterion: &Criterion, standing: &Standing, key_date: Day) -> Option<(Value, Value)> {
    let limits = &standing.limits;
    let threshold = criterion.threshold.or_else(|| criterion.measure.usual_threshold());
    let amount = |found: i64, own: Option<i64>| {
        let limit = criterion.threshold.or(own)?;
        (found > limit).then_some((Value::Amount(found), Value::Amount(limit)))
    };
    let until = |found: Option<Day>| {
        let (found, days) = (found?, days_of(threshold?));
        (found.days_since(key_date) <= days).then_some((Value::Date(found), Value::Days(days)))
    };
    match criterion.measure {
        Measure::Blocked => standing.is_blocked.then_some((Value::None, Value::None)),
        Measure::PastDue => amount(standing.past_due, limits.past_due),
        Measure::Outstanding => amount(standing.outstanding, limits.outstanding),
        Measure::OutstandingAndOrders => {
            amount(standing.outstanding.saturating_add(standing.orders), limits.outstanding_and_orders)
        }
        Measure::DaysOverdue => {
            let limit = criterion.threshold.map(days_of).or(limits.days_overdue)?;
            let found = standing.days_overdue.filter(|days| *days > limit)?;
            Some((Value::Days(found), Value::Days(limit)))
        }
        Measure::InsuranceLimitExceeded => {
            let sum = standing.insured_sum.filter(|sum| *sum > 0)?.saturating_add(standing.accepted_excess);
            let over = over_insured_sum(standing.insured_exposure, sum) > 0;
            over.then_some((Value::Amount(standing.insured_exposure), Value::Amount(sum)))
        }
        Measure::InsuranceLimitWarning => {
            let sum = standing.insured_sum.filter(|sum| *sum > 0)?;
            let (used, percent) = (standing.insured_exposure, threshold?);
            let is_near = i128::from(used) * 100 >= i128::from(sum) * i128::from(percent);
            (is_near && used <= sum).then_some((Value::Amount(used), Value::Amount(sum)))
        }
        Measure::NoCover => {
            let has_none = standing.insured_sum.is_none_or(|sum| sum <= 0) && standing.outstanding > 0;
            has_none.then_some((Value::Amount(standing.outstanding), Value::Amount(0)))
        }
        Measure::Uncovered => {
            let from = standing.uncovered_from.filter(|from| *from <= key_date)?;
            Some((Value::Date(from), Value::None))
        }
        Measure::Deadline => until(standing.deadline),
        Measure::LimitExpiring => until(standing.limit_ends),
        Measure::PaymentBehaviour => {
            let (now, before) = (standing.days_late?, standing.days_late_before?);
            (i64::from(now) - i64::from(before) >= threshold?)
                .then_some((Value::Days(now), Value::Days(before)))
        }
        Measure::Ageing => {
            let (now, before) = (standing.past_due_percent?, standing.past_due_percent_before?);
            (i64::from(now) - i64::from(before) >= threshold?)
                .then_some((Value::Percent(now), Value::Percent(before)))
        }
        Measure::Reminders => {
            let level = u32::try_from(threshold?).ok()?;
            (standing.reminder_level >= level && standing.reminder_level > 0)
                .then_some((Value::Count(standing.reminder_level), Value::Count(level)))
        }
        Measure::FollowUp => {
            let due = standing.follow_up.filter(|due| *due <= key_date)?;
            Some((Value::Date(due), Value::None))
        }
    }
}

fn days_of(threshold: i64) -> i32 {
    i32::try_from(threshold).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standing::CreditLimits;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    fn standing() -> Standing {
        Standing {
            past_due: 5_000,
            outstanding: 20_000,
            orders: 4_000,
            days_overdue: Some(31),
            insured_exposure: 20_000,
            insured_sum: Some(25_000),
            ..Standing::default()
        }
    }

    fn fired(measure: Measure, threshold: Option<i64>, standing: &Standing) -> Option<(Value, Value)> {
        let criterion = Criterion { name: measure.code().to_owned(), measure, is_on: true, threshold };
        let found = criteria_fired(&[criterion], standing, day("2024-06-30"));
        found.into_iter().next().map(|fired| (fired.actual, fired.limit))
    }

    #[test]
    fn r9_1_amounts_fire_above_the_limit_and_not_at_it() {
        use Measure::{Outstanding, OutstandingAndOrders, PastDue};
        // measure, own limit of the payer, threshold of the criterion, fires with
        for (measure, own, threshold, expected) in [
            (PastDue, Some(4_999), None, Some((5_000, 4_999))),
            (PastDue, Some(5_000), None, None),
            (PastDue, None, None, None),
            (PastDue, Some(9_000), Some(1_000), Some((5_000, 1_000))),
            (Outstanding, Some(19_999), None, Some((20_000, 19_999))),
            (Outstanding, Some(20_000), None, None),
            (OutstandingAndOrders, Some(23_999), None, Some((24_000, 23_999))),
            (OutstandingAndOrders, Some(24_000), None, None),
        ] {
            let limits = CreditLimits {
                past_due: own,
                outstanding: own,
                outstanding_and_orders: own,
                days_overdue: None,
            };
            let found = fired(measure, threshold, &Standing { limits, ..standing() });
            let expected = expected.map(|(a, l)| (Value::Amount(a), Value::Amount(l)));
            assert_eq!(found, expected, "{measure:?} {own:?} {threshold:?}");
        }
    }

    #[test]
    fn r9_1_the_insurance_limit_is_exceeded_beyond_the_sum_and_the_accepted_excess() {
        // exposure, sum, accepted excess, exceeded, warned at 80 %
        for (exposure, sum, accepted, exceeded, warned) in [
            (19_999, Some(25_000), 0, false, false),
            (20_000, Some(25_000), 0, false, true),
            (25_000, Some(25_000), 0, false, true),
            (25_001, Some(25_000), 0, true, false),
            (26_000, Some(25_000), 1_000, false, false),
            (26_001, Some(25_000), 1_000, true, false),
            (10, Some(0), 0, false, false),
            (10, None, 0, false, false),
            (i64::MAX, Some(i64::MAX), i64::MAX, false, true),
        ] {
            let standing = Standing {
                insured_exposure: exposure,
                insured_sum: sum,
                accepted_excess: accepted,
                ..standing()
            };
            let found = fired(Measure::InsuranceLimitExceeded, None, &standing).is_some();
            assert_eq!(found, exceeded, "{exposure} of {sum:?} and {accepted}");
            let found = fired(Measure::InsuranceLimitWarning, None, &standing).is_some();
            assert_eq!(found, warned, "warning at {exposure} of {sum:?}");
        }
    }

    #[test]
    fn r9_1_dates_fire_from_their_distance_on_and_once_past() {
        use Measure::{Deadline, FollowUp, LimitExpiring, Uncovered};
        for (measure, date, threshold, fires) in [
            (Deadline, "2024-07-07", None, true),
            (Deadline, "2024-07-08", None, false),
            (Deadline, "2024-06-01", None, true),
            (LimitExpiring, "2024-07-30", None, true),
            (LimitExpiring, "2024-07-31", None, false),
            (LimitExpiring, "2024-07-31", Some(31), true),
            (Uncovered, "2024-06-30", None, true),
            (Uncovered, "2024-07-01", None, false),
            (FollowUp, "2024-06-30", None, true),
            (FollowUp, "2024-07-01", None, false),
        ] {
            let date = Some(day(date));
            let standing = Standing {
                deadline: date,
                limit_ends: date,
                uncovered_from: date,
                follow_up: date,
                ..standing()
            };
            assert_eq!(fired(measure, threshold, &standing).is_some(), fires, "{measure:?} {date:?}");
        }
    }

    #[test]
    fn r9_1_behaviour_ageing_reminders_days_and_cover() {
        let late = Standing { days_late: Some(25), days_late_before: Some(15), ..standing() };
        assert_eq!(fired(Measure::PaymentBehaviour, None, &late), Some((Value::Days(25), Value::Days(15))));
        assert_eq!(fired(Measure::PaymentBehaviour, Some(11), &late), None);
        assert_eq!(
            fired(Measure::PaymentBehaviour, None, &Standing { days_late_before: None, ..late }),
            None
        );
        let old = Standing { past_due_percent: Some(40), past_due_percent_before: Some(30), ..standing() };
        assert_eq!(fired(Measure::Ageing, None, &old), Some((Value::Percent(40), Value::Percent(30))));
        assert_eq!(fired(Measure::Ageing, Some(11), &old), None);
        let reminded = Standing { reminder_level: 2, ..standing() };
        assert_eq!(fired(Measure::Reminders, None, &reminded), Some((Value::Count(2), Value::Count(2))));
        assert_eq!(fired(Measure::Reminders, Some(3), &reminded), None);
        assert_eq!(fired(Measure::Reminders, Some(0), &standing()), None);
        assert_eq!(
            fired(Measure::DaysOverdue, Some(30), &standing()),
            Some((Value::Days(31), Value::Days(30)))
        );
        assert_eq!(fired(Measure::DaysOverdue, Some(31), &standing()), None);
        assert_eq!(fired(Measure::DaysOverdue, None, &standing()), None);
        let bare = Standing { insured_sum: None, ..standing() };
        assert_eq!(fired(Measure::NoCover, None, &bare), Some((Value::Amount(20_000), Value::Amount(0))));
        assert_eq!(fired(Measure::NoCover, None, &Standing { outstanding: 0, ..bare }), None);
        assert_eq!(fired(Measure::NoCover, None, &standing()), None);
        assert!(fired(Measure::Blocked, None, &standing()).is_none());
        assert!(fired(Measure::Blocked, None, &Standing { is_blocked: true, ..standing() }).is_some());
    }

    #[test]
    fn r9_1_a_criterion_that_is_off_selects_nobody() {
        let criterion = Criterion {
            name: "over 1".to_owned(),
            measure: Measure::PastDue,
            is_on: false,
            threshold: Some(1),
        };
        assert!(criteria_fired(std::slice::from_ref(&criterion), &standing(), day("2024-06-30")).is_empty());
        let on = Criterion { is_on: true, ..criterion };
        let found = criteria_fired(&[on.clone(), on], &standing(), day("2024-06-30"));
        assert_eq!(found.iter().map(|f| f.name.as_str()).collect::<Vec<_>>(), ["over 1", "over 1"]);
    }
}
