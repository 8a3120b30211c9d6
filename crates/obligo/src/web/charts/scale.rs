//! Axes: round ticks of money in a readable unit, and ticks of time.

use crate::words::Words;
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, format_minor};

/// At most this many steps of money above zero, and as many labels of time.
const STEPS_MAX: i128 = 5;

/// Steps of a time axis in months.
const MONTH_STEPS: [i16; 11] = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/// An axis of money from a round value at or below the smallest one, never above zero, to a round value at or above the largest.
#[derive(Clone, Copy, Debug)]
pub(super) struct MoneyAxis {
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
    pub(super) fn over(values: impl IntoIterator<Item = i64>, currency: Currency) -> MoneyAxis {
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
    pub(super) fn ticks(&self) -> impl Iterator<Item = i128> {
        let (low, step) = (self.low, self.step);
        (0..=(self.high - self.low) / step).map(move |n| low + n * step)
    }

    /// Distance from the top, 0 to 100.
    pub(super) fn y(&self, value: i128) -> f64 {
        100.0 - (value - self.low) as f64 * 100.0 / (self.high - self.low).max(1) as f64
    }

    /// A value in the axis's unit, with one decimal where it says something.
    pub(super) fn label(&self, words: &Words, value: i128) -> String {
        if self.unit_power == 0 && self.step % self.unit != 0 {
            return words.number(&format_minor(value as i64, self.currency.exponent()));
        }
        let tenths = (value * 10 + value.signum() * self.unit / 2) / self.unit;
        let sign = if tenths < 0 { "-" } else { "" };
        let (whole, tenth) = (tenths.abs() / 10, tenths.abs() % 10);
        let is_whole = (self.step % self.unit == 0 && value % self.step == 0) || tenths.abs() >= 10_000;
        words.number(&if is_whole { format!("{sign}{whole}") } else { format!("{sign}{whole}.{tenth}") })
    }

    /// The unit in words: `EUR`, `thousand EUR`.
    pub(super) fn unit(&self, words: &Words) -> String {
        let id = ["", "chart-unit-thousand", "chart-unit-million", "chart-unit-billion"][self.unit_power];
        let currency = self.currency.code().to_owned();
        if id.is_empty() { currency } else { words.with(id, &[("currency", currency)]) }
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
pub(super) struct DayAxis {
    first: Day,
    last: Day,
}

impl DayAxis {
    /// From the first day to the last; one day alone stands in the middle.
    pub(super) fn new(first: Day, last: Day) -> DayAxis {
        DayAxis { first, last: last.max(first) }
    }

    /// Distance from the left, 0 to 100; days outside stand at the border.
    pub(super) fn x(self, day: Day) -> f64 {
        let span = self.last.days_since(self.first);
        if span == 0 {
            return 50.0;
        }
        f64::from(day.clamp(self.first, self.last).days_since(self.first)) * 100.0 / f64::from(span)
    }

    /// Days with their labels: starts of months or years, or both ends of a short span.
    pub(super) fn ticks(self, words: &Words) -> Vec<(Day, String)> {
        let days = self.last.days_since(self.first);
        if days < 62 {
            let mut ends = vec![self.first, self.last];
            ends.dedup();
            return ends.into_iter().map(|day| (day, words.date(day))).collect();
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
            .map(|day| (day, if step >= 12 { day.ymd().0.to_string() } else { words.month(day) }))
            .collect()
    }
}

/// A share of the width or height as an attribute: two decimals, no more.
pub(super) fn percent(value: f64) -> String {
    format!("{}%", plain(value))
}

/// A coordinate with two decimals at most.
pub(super) fn plain(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(values: &[i64], currency: &str) -> (String, String) {
        let words = Words::of("en");
        let axis = MoneyAxis::over(values.iter().copied(), Currency::parse(currency).unwrap());
        let labels: Vec<String> = axis.ticks().map(|tick| axis.label(words, tick)).collect();
        // Digits are grouped or not as the language does it; only the figures matter here.
        (labels.join(" ").replace(',', ""), axis.unit(words))
    }

    #[test]
    fn ticks_of_money_are_round_and_few() {
        let table: [(&[i64], &str, &str, &str); 10] = [
            (&[], "EUR", "0.00 0.20 0.40 0.60 0.80 1.00", "EUR"),
            (&[0], "EUR", "0.00 0.20 0.40 0.60 0.80 1.00", "EUR"),
            (&[0], "JPY", "0 1", "JPY"),
            (&[123], "EUR", "0.00 0.50 1.00 1.50", "EUR"),
            (&[48_000], "EUR", "0 100 200 300 400 500", "EUR"),
            (&[4_700_000], "EUR", "0 10 20 30 40 50", "thousand EUR"),
            (&[120_000_000], "EUR", "0.0 0.5 1.0 1.5", "million EUR"),
            (&[-30_000, 50_000], "EUR", "-400 -200 0 200 400 600", "EUR"),
            (&[-500], "EUR", "-5 -4 -3 -2 -1 0", "EUR"),
            (&[9_000_000_000_000_000], "EUR", "0 20000 40000 60000 80000 100000", "billion EUR"),
        ];
        for (values, currency, labels, unit) in table {
            assert_eq!(axis(values, currency), (labels.to_owned(), unit.to_owned()), "{values:?}");
        }
    }

    #[test]
    fn an_axis_holds_the_largest_and_smallest_amounts_there_are() {
        let axis = MoneyAxis::over([i64::MIN, i64::MAX], Currency::parse("EUR").unwrap());
        for value in [i64::MIN, 0, i64::MAX] {
            assert!((0.0..=100.0).contains(&axis.y(value.into())), "{value}");
        }
    }

    #[test]
    fn ticks_of_time_are_starts_of_months_or_years() {
        let table = [
            ("2024-03-05", "2024-03-05", "2024-03-05"),
            ("2024-03-05", "2024-03-20", "2024-03-05 2024-03-20"),
            ("2024-01-31", "2024-05-31", "2024-02-01 2024-03-01 2024-04-01 2024-05-01"),
            ("2023-06-30", "2024-06-30", "2023-07-01 2023-10-01 2024-01-01 2024-04-01"),
            ("2019-05-01", "2024-06-30", "2020-01-01 2022-01-01 2024-01-01"),
        ];
        for (first, last, expected) in table {
            let axis = DayAxis::new(Day::parse_iso(first).unwrap(), Day::parse_iso(last).unwrap());
            let ticks: Vec<String> =
                axis.ticks(Words::of("en")).iter().map(|(day, _)| day.to_string()).collect();
            assert_eq!(ticks.join(" "), expected, "{first} to {last}");
        }
        let all = DayAxis::new(Day::from_ymd(1, 1, 1).unwrap(), Day::LAST);
        assert!(all.ticks(Words::of("en")).len() <= 6);
    }
}
