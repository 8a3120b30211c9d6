//! Axes: round ticks of money in a readable unit, and ticks of time.

use crate::wording::Wording;
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use rust_decimal::Decimal;

/// At most this many steps of money above zero, and as many labels of time.
const STEPS_MAX: i128 = 5;

/// Steps of a time axis in months.
const MONTH_STEPS: [i16; 11] = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/// An axis of money from a round value at or below the smallest one, never above zero, to a round value at or above the largest.
#[derive(Clone, Copy, Debug)]
pub struct MoneyAxis {
    low: i128,
    high: i128,
    step: i128,
    /// Minor units of one unit of the labels, and which unit that is: 0 one, 1 thousand, 2 million, 3 billion.
    unit: i128,
    unit_power: usize,
    currency: Currency,
}

impl MoneyAxis {
    /// The axis that holds all values, in minor units of the currency.
    #[must_use]
    pub fn over(values: impl IntoIterator<Item = i64>, currency: Currency) -> MoneyAxis {
        let (low, high) = values
            .into_iter()
            .fold((0_i128, 0_i128), |(low, high), v| (low.min(v.into()), high.max(v.into())));
        let one = 10_i128.pow(currency.exponent());
        let span = (high - low).max(one);
        let step = round_step(span);
        // The largest unit the values reach and in which a step needs no more than one decimal.
        let is_readable = |unit: i128| span >= unit && (step * 10) % unit == 0;
        let unit_power = (1..=3).rev().find(|p| is_readable(one * 1000_i128.pow(*p))).unwrap_or(0);
        MoneyAxis {
            low: low.div_euclid(step) * step,
            high: (-(-high.max(if low < 0 { 0 } else { one })).div_euclid(step)) * step,
            step,
            unit: one * 1000_i128.pow(unit_power),
            unit_power: unit_power as usize,
            currency,
        }
    }

    /// The round values from the lowest to the highest.
    pub fn ticks(&self) -> impl Iterator<Item = i128> {
        let (low, step) = (self.low, self.step);
        (0..=(self.high - self.low) / step).map(move |n| low + n * step)
    }

    /// Distance from the top, 0 to 100.
    #[must_use]
    pub fn y(&self, value: i128) -> f64 {
        100.0 - (value - self.low) as f64 * 100.0 / (self.high - self.low).max(1) as f64
    }

    /// A value in the axis's unit, with one decimal where it says something.
    #[must_use]
    pub fn label(&self, wording: &dyn Wording, value: i128) -> String {
        if self.unit_power == 0 && self.step % self.unit != 0 {
            return wording.amount(value as i64, self.currency);
        }
        let tenths = (value * 10 + value.signum() * self.unit / 2) / self.unit;
        let is_whole = (self.step % self.unit == 0 && value % self.step == 0) || tenths.abs() >= 10_000;
        wording.decimal(if is_whole {
            Decimal::from_i128_with_scale(tenths / 10, 0)
        } else {
            Decimal::from_i128_with_scale(tenths, 1)
        })
    }

    /// The unit in words: `EUR`, `thousand EUR`.
    #[must_use]
    pub fn unit(&self, wording: &dyn Wording) -> String {
        wording.money_unit(self.unit_power, self.currency)
    }
}

/// The smallest of 1, 2, 5 times a power of ten that covers the span in few steps.
fn round_step(span: i128) -> i128 {
    let mut power = 1;
    loop {
        for factor in [1, 2, 5] {
            if factor * power * STEPS_MAX >= span {
                return factor * power;
            }
        }
        power *= 10;
    }
}

/// An axis of days.
#[derive(Clone, Copy, Debug)]
pub struct DayAxis {
    first: Day,
    last: Day,
}

impl DayAxis {
    /// From the first day to the last; one day alone stands in the middle.
    #[must_use]
    pub fn new(first: Day, last: Day) -> DayAxis {
        DayAxis { first, last: last.max(first) }
    }

    /// Distance from the left, 0 to 100; days outside stand at the border.
    #[must_use]
    pub fn x(self, day: Day) -> f64 {
        let span = self.last.days_since(self.first);
        if span == 0 {
            return 50.0;
        }
        f64::from(day.clamp(self.first, self.last).days_since(self.first)) * 100.0 / f64::from(span)
    }

    /// Days with their labels: starts of months or years, or both ends of a short span.
    #[must_use]
    pub fn ticks(self, wording: &dyn Wording) -> Vec<(Day, String)> {
        let days = self.last.days_since(self.first);
        if days < 62 {
            let mut ends = vec![self.first, self.last];
            ends.dedup();
            return ends.into_iter().map(|day| (day, wording.day(day))).collect();
        }
        let months = days / 30 + 1;
        let step = MONTH_STEPS
            .into_iter()
            .find(|step| i128::from(months) <= i128::from(*step) * STEPS_MAX)
            .unwrap_or(2400);
        let (year, month, _) = self.first.ymd();
        let start = (i32::from(year) * 12 + i32::from(month) - 1).div_euclid(step.into());
        (start..)
            .map(|n| n * i32::from(step))
            .map_while(|month| {
                let year = i16::try_from(month.div_euclid(12)).ok()?;
                Day::from_ymd(year, i8::try_from(month.rem_euclid(12)).ok()? + 1, 1)
            })
            .take_while(|day| *day <= self.last)
            .filter(|day| *day >= self.first)
            .map(|day| (day, if step >= 12 { day.ymd().0.to_string() } else { wording.month(day) }))
            .collect()
    }
}

/// A share of the width or height as an attribute: two decimals, no more.
#[must_use]
pub fn percent(value: f64) -> String {
    format!("{}%", plain(value))
}

/// A coordinate with two decimals at most.
#[must_use]
pub fn plain(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}
