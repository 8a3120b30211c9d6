//! Own limits 1 to 4 of a payer or credit group: which are in force, what a group leaves its members, and how far each is used (R9.1).

use crate::calendar::Day;
use crate::codes::codes;
use crate::standing::{CreditLimits, Standing};

/// From how many per cent of a limit on its use is cautious, where the house sets nothing else.
pub const USUAL_WARNING_PERCENT: u8 = 80;

codes! {
    /// How far a limit is used (FR-14).
    Band {
        /// Below the warning threshold.
        Good = "good",
        /// From the warning threshold on.
        Cautious = "cautious",
        /// Above the limit.
        Exceeded = "exceeded",
    }
}

codes! {
    /// A limit something is compared with.
    LimitKind {
        /// Limit 1: past due.
        PastDue = "past_due",
        /// Limit 2: outstanding.
        Outstanding = "outstanding",
        /// Limit 3: outstanding and orders.
        OutstandingAndOrders = "outstanding_and_orders",
        /// Limit 4: days the oldest open item is overdue.
        DaysOverdue = "days_overdue",
        /// The insured sum.
        InsuredSum = "insured_sum",
    }
}

/// What is used of a limit. Minor units of the standing's currency; days for [`LimitKind::DaysOverdue`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Utilisation {
    /// Of which limit.
    pub kind: LimitKind,
    /// What was found.
    pub actual: i64,
    /// The limit.
    pub limit: i64,
    /// Its band.
    pub band: Band,
}

impl Utilisation {
    /// Compares a figure with a limit; `warning_percent` of the limit and more is cautious, only above the limit is exceeded (FR-14).
    #[must_use]
    pub fn of(kind: LimitKind, actual: i64, limit: i64, warning_percent: u8) -> Utilisation {
        let is_near = i128::from(actual) * 100 >= i128::from(limit) * i128::from(warning_percent);
        let band = if actual > limit {
            Band::Exceeded
        } else if actual > 0 && is_near {
            Band::Cautious
        } else {
            Band::Good
        };
        Utilisation { kind, actual, limit, band }
    }

    /// What is used in per cent of the limit, rounded down, at least 0; `None` for a limit of 0.
    #[must_use]
    pub fn percent(&self) -> Option<i64> {
        let percent = (i128::from(self.actual.max(0)) * 100).checked_div(i128::from(self.limit.max(0)))?;
        Some(i64::try_from(percent).unwrap_or(i64::MAX))
    }
}

/// How far each limit of a payer is used, those not set left out, the insured sum last.
#[must_use]
pub fn utilisations(standing: &Standing, warning_percent: u8) -> Vec<Utilisation> {
    let limits = &standing.limits;
    let with_orders = standing.outstanding.saturating_add(standing.orders);
    let days = i64::from(standing.days_overdue.unwrap_or(0));
    [
        (LimitKind::PastDue, standing.past_due, limits.past_due),
        (LimitKind::Outstanding, standing.outstanding, limits.outstanding),
        (LimitKind::OutstandingAndOrders, with_orders, limits.outstanding_and_orders),
        (LimitKind::DaysOverdue, days, limits.days_overdue.map(i64::from)),
        (LimitKind::InsuredSum, standing.insured_exposure, standing.insured_sum),
    ]
    .into_iter()
    .filter_map(|(kind, actual, limit)| Some(Utilisation::of(kind, actual, limit?, warning_percent)))
    .collect()
}

/// The worst band of all; good where no limit is set.
#[must_use]
pub fn worst_band(utilisations: &[Utilisation]) -> Band {
    utilisations.iter().map(|u| u.band).max().unwrap_or(Band::Good)
}

/// A record of limits with its first and last day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DatedLimits {
    /// First day.
    pub valid_from: Day,
    /// Last day; none for until further notice.
    pub valid_until: Option<Day>,
    /// The limits.
    pub limits: CreditLimits,
}

/// The position of the record in force on a day: of those that hold then, the one that began last, and of several of one day the one
/// recorded last. When a temporary record has ended, the one before it holds again.
#[must_use]
pub fn limits_in_force(records: &[DatedLimits], day: Day) -> Option<usize> {
    let holds = |r: &DatedLimits| r.valid_from <= day && r.valid_until.is_none_or(|until| until >= day);
    let found = records.iter().enumerate().filter(|(_, record)| holds(record));
    found.max_by_key(|(n, record)| (record.valid_from, *n)).map(|(n, _)| n)
}

/// What counts against the limits of a credit group: minor units of one currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct GroupUse {
    /// Past due.
    pub past_due: i64,
    /// Outstanding.
    pub outstanding: i64,
    /// Open orders and deliveries not invoiced.
    pub orders: i64,
}

impl GroupUse {
    /// What a payer uses.
    #[must_use]
    pub fn of(standing: &Standing) -> GroupUse {
        GroupUse { past_due: standing.past_due, outstanding: standing.outstanding, orders: standing.orders }
    }

    /// Adds another member.
    pub fn add(&mut self, other: &GroupUse) {
        self.past_due = self.past_due.saturating_add(other.past_due);
        self.outstanding = self.outstanding.saturating_add(other.outstanding);
        self.orders = self.orders.saturating_add(other.orders);
    }
}

impl CreditLimits {
    /// Whether no limit is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == CreditLimits::default()
    }

    /// The limits that bind a member of a group: its own, or what the group's leave beside the use of the other members, whichever is
    /// lower and at least 0. A member is above such a limit just when the group is above its own and the member has a part in it.
    #[must_use]
    pub fn bound_by_group(&self, group: &CreditLimits, others: &GroupUse) -> CreditLimits {
        let lower = |own: Option<i64>, group: Option<i64>, used: i64| {
            let left = group.map(|limit| limit.saturating_sub(used).max(0));
            [own, left].into_iter().flatten().min()
        };
        let with_orders = others.outstanding.saturating_add(others.orders);
        CreditLimits {
            past_due: lower(self.past_due, group.past_due, others.past_due),
            outstanding: lower(self.outstanding, group.outstanding, others.outstanding),
            outstanding_and_orders: lower(
                self.outstanding_and_orders,
                group.outstanding_and_orders,
                with_orders,
            ),
            days_overdue: [self.days_overdue, group.days_overdue].into_iter().flatten().min(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    #[test]
    fn fr_14_use_is_good_cautious_from_the_threshold_on_and_exceeded_above_the_limit() {
        use Band::{Cautious, Exceeded, Good};
        // actual, limit, threshold, band, per cent
        for (actual, limit, threshold, band, percent) in [
            (0, 100, 80, Good, Some(0)),
            (79, 100, 80, Good, Some(79)),
            (80, 100, 80, Cautious, Some(80)),
            (100, 100, 80, Cautious, Some(100)),
            (101, 100, 80, Exceeded, Some(101)),
            (90, 100, 95, Good, Some(90)),
            (95, 100, 95, Cautious, Some(95)),
            (1, 100, 0, Cautious, Some(1)),
            (0, 0, 80, Good, None),
            (1, 0, 80, Exceeded, None),
            (-50, 0, 80, Good, None),
            (-50, 100, 80, Good, Some(0)),
            (i64::MAX, i64::MAX, 80, Cautious, Some(100)),
            (i64::MAX, 1, 80, Exceeded, Some(i64::MAX)),
        ] {
            let used = Utilisation::of(LimitKind::Outstanding, actual, limit, threshold);
            assert_eq!((used.band, used.percent()), (band, percent), "{actual} of {limit} at {threshold} %");
        }
    }

    #[test]
    fn fr_14_the_worst_band_stands_for_the_payer_and_limits_not_set_count_for_nothing() {
        let standing = Standing {
            past_due: 10,
            outstanding: 90,
            orders: 20,
            days_overdue: Some(12),
            insured_exposure: 90,
            insured_sum: Some(500),
            limits: CreditLimits {
                outstanding: Some(100),
                outstanding_and_orders: Some(109),
                ..CreditLimits::default()
            },
            ..Standing::default()
        };
        let found = utilisations(&standing, 80);
        let bands: Vec<_> = found.iter().map(|u| (u.kind.code(), u.band.code())).collect();
        let expected =
            [("outstanding", "cautious"), ("outstanding_and_orders", "exceeded"), ("insured_sum", "good")];
        assert_eq!(bands, expected);
        assert_eq!((worst_band(&found), worst_band(&[])), (Band::Exceeded, Band::Good));
    }

    #[test]
    fn fr_10_when_a_temporary_limit_has_ended_the_one_before_holds_again() {
        let record = |from: &str, until: Option<&str>| DatedLimits {
            valid_from: day(from),
            valid_until: until.map(day),
            limits: CreditLimits::default(),
        };
        let records = [
            record("2024-01-01", None),
            record("2024-03-01", Some("2024-04-30")),
            record("2024-01-01", None),
            record("2024-06-01", None),
        ];
        for (on, expected) in [
            ("2023-12-31", None),
            ("2024-02-29", Some(2)),
            ("2024-03-01", Some(1)),
            ("2024-04-30", Some(1)),
            ("2024-05-01", Some(2)),
            ("2024-06-01", Some(3)),
        ] {
            assert_eq!(limits_in_force(&records, day(on)), expected, "{on}");
        }
    }

    #[test]
    fn fr_10_a_group_leaves_its_members_what_the_others_do_not_use() {
        // own limit 2, the group's, what others have outstanding, limit that binds
        for (own, group, others, binds) in [
            (None, None, 500, None),
            (Some(300), None, 500, Some(300)),
            (None, Some(1_000), 400, Some(600)),
            (Some(300), Some(1_000), 400, Some(300)),
            (Some(900), Some(1_000), 400, Some(600)),
            (None, Some(1_000), 1_400, Some(0)),
            (None, Some(1_000), -400, Some(1_400)),
            (None, Some(i64::MAX), i64::MIN, Some(i64::MAX)),
        ] {
            let limits = |outstanding| CreditLimits { outstanding, ..CreditLimits::default() };
            let others = GroupUse { outstanding: others, ..GroupUse::default() };
            let bound = limits(own).bound_by_group(&limits(group), &others);
            assert_eq!(bound.outstanding, binds, "own {own:?}, group {group:?}, others {others:?}");
        }
    }

    #[test]
    fn fr_10_a_member_is_above_what_the_group_leaves_just_when_the_group_is_above_its_limit() {
        let limits = CreditLimits { outstanding_and_orders: Some(1_000), ..CreditLimits::default() };
        for (own, others) in [(1, 1_000), (1, 999), (600, 400), (601, 400), (1_000, 0), (1_001, 0)] {
            let used = GroupUse { outstanding: others, ..GroupUse::default() };
            let bound = CreditLimits::default().bound_by_group(&limits, &used).outstanding_and_orders;
            assert_eq!(bound.is_some_and(|limit| own > limit), own + others > 1_000, "{own} and {others}");
        }
    }
}
