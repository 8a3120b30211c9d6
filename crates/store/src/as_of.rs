//! The two axes of time on which everything recorded is read (R0.4).

use crate::tx::Param;
use obligo_rules::calendar::Day;

/// A point on both axes: facts dated up to `key_date`, recorded by audit entry `known`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AsOf {
    /// Valid at.
    pub key_date: Day,
    /// Known at: the last audit entry that counts; [`AsOf::NOW`] for everything.
    pub known: i64,
}

impl AsOf {
    /// Everything recorded so far.
    pub const NOW: i64 = i64::MAX;

    /// Everything recorded so far, valid at `key_date`.
    #[must_use]
    pub fn at(key_date: Day) -> AsOf {
        AsOf { key_date, known: AsOf::NOW }
    }

    /// The parameters `$1` = key date and `$2` = known.
    #[must_use]
    pub fn params(&self) -> [Param<'static>; 2] {
        [Param::Int(self.key_date.epoch_days().into()), Param::Int(self.known)]
    }
}

/// A day as the store keeps it.
#[must_use]
pub fn day_param(day: Day) -> Param<'static> {
    Param::Int(day.epoch_days().into())
}

/// A day that may be absent.
#[must_use]
pub fn day_opt(day: Option<Day>) -> Param<'static> {
    day.map_or(Param::Null, day_param)
}

/// Reads a day the store keeps; a value outside the calendar counts as its last day.
#[must_use]
pub fn day_of(days: i64) -> Day {
    i32::try_from(days).ok().and_then(Day::from_epoch_days).unwrap_or(Day::LAST)
}
