//! How many days after the due date a payer has paid, month by month.

use super::frame::{Frame, day_labels};
use super::numbers::numbers_behind;
use super::scale::{DayAxis, percent, plain};
use super::standing::stretched;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, format_minor};
use rust_decimal::Decimal;
use std::fmt::Write as _;

/// Steps of the axis of days.
const STEPS: [i32; 12] = [1, 2, 5, 10, 20, 30, 60, 90, 180, 360, 1_800, 18_000];

/// Steps at most above and below the due date together.
const STEPS_MAX: i32 = 6;

/// A month of payments. `paid` in minor units.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct MonthPaid {
    /// Its last day.
    pub end: Day,
    /// Days after the due date, weighted by amount, below 0 for early; `None` where nothing was paid.
    pub days_late: Option<i32>,
    /// What was paid.
    pub paid: i64,
    /// What was past due at its end in per cent of what was open; `None` where nothing was open.
    pub past_due_percent: Option<Decimal>,
}

/// Days from the due date, the earliest and latest rounded to whole steps, the due date itself always among them.
struct LateAxis {
    low: i32,
    high: i32,
    step: i32,
}

impl LateAxis {
    fn over(days: impl Iterator<Item = i32> + Clone) -> LateAxis {
        // Beyond some decades nothing is to be told apart any more.
        let clamped = days.map(|days| days.clamp(-36_000, 36_000));
        let low = clamped.clone().min().unwrap_or(0).min(0);
        let high = clamped.max().unwrap_or(0).max(1);
        let fits = |step: &i32| (high - low) <= step * STEPS_MAX;
        let step = STEPS.into_iter().find(fits).unwrap_or(18_000);
        LateAxis { low: low.div_euclid(step) * step, high: -(-high).div_euclid(step) * step, step }
    }

    fn y(&self, days: i32) -> f64 {
        let share = f64::from(days.clamp(self.low, self.high) - self.low) / f64::from(self.high - self.low);
        100.0 - share * 100.0
    }
}

/// Days late over time as a line with a dot for each month that had payments; months without any break it. The table behind it also shows
/// what was paid and what was past due.
#[must_use]
pub fn behaviour_chart(words: &Words, id: &str, currency: Currency, months: &[MonthPaid]) -> Markup {
    let title = words.text("chart-behaviour");
    let frame = |unit: String, description: String| Frame {
        id,
        title: title.clone(),
        unit,
        description,
        height: 180,
        class: "plot-axes",
    };
    let paid: Vec<(Day, i32)> = months.iter().filter_map(|m| Some((m.end, m.days_late?))).collect();
    let (Some(first), Some(last), Some((_, latest))) = (months.first(), months.last(), paid.last()) else {
        return frame(String::new(), String::new()).nothing(words);
    };
    let axis = LateAxis::over(paid.iter().map(|(_, days)| *days));
    let days = DayAxis::new(first.end, last.end);
    let description = words.with(
        "chart-behaviour-description",
        &[("from", words.date(first.end)), ("to", words.date(last.end)), ("days", latest.to_string())],
    );
    let inside = html! {
        @for n in 0..=(axis.high - axis.low) / axis.step {
            @let tick = axis.low + n * axis.step;
            @let y = percent(axis.y(tick));
            line.(if tick == 0 { "axis" } else { "grid-line" }) x1="0" x2="100%" y1=(y) y2=(y) {}
            text.tick-money x="-8" y=(y) dy="0.32em" { (words.number(&tick.to_string())) }
        }
        (stretched(&html! { path.spark-line d=(line(months, &axis, days)) vector-effect="non-scaling-stroke" {} }))
        @for (end, late) in &paid {
            circle.spark-last cx=(percent(days.x(*end))) cy=(percent(axis.y(*late))) r="2.5" {
                title { (words.date(*end)) ": " (words.number(&late.to_string())) }
            }
        }
        (day_labels(words, days))
    };
    let rows: Vec<Vec<String>> = months
        .iter()
        .rev()
        .map(|month| {
            let or_none = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
            vec![
                words.date(month.end),
                or_none(month.days_late.map(|days| words.number(&days.to_string()))),
                words.money(&format_minor(month.paid, currency.exponent()), currency.code()),
                or_none(month.past_due_percent.map(|percent| words.number(&percent.to_string()))),
            ]
        })
        .collect();
    let headings = ["chart-month", "chart-days-late", "chart-paid", "chart-past-due-percent"];
    let headings = headings.map(|heading| words.text(heading));
    let numbers = numbers_behind(words, &title, &headings, &rows);
    frame(words.text("chart-days"), description).figure(&inside, &Markup::default(), &numbers)
}

/// The line through months next to each other that had payments.
fn line(months: &[MonthPaid], axis: &LateAxis, days: DayAxis) -> String {
    let mut path = String::new();
    let mut is_drawing = false;
    for month in months {
        if let Some(late) = month.days_late {
            let sign = if is_drawing { 'L' } else { 'M' };
            let _ = write!(path, "{sign}{} {}", plain(days.x(month.end)), plain(axis.y(late)));
        }
        is_drawing = month.days_late.is_some();
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_holds_early_and_late_payments_in_few_round_steps() {
        for (days, expected) in [
            (vec![], (0, 1, 1)),
            (vec![0], (0, 1, 1)),
            (vec![12, 3], (0, 12, 2)),
            (vec![-4, 17], (-5, 20, 5)),
            (vec![-20, 95], (-20, 100, 20)),
            (vec![i32::MIN, i32::MAX], (-36_000, 36_000, 18_000)),
        ] {
            let axis = LateAxis::over(days.iter().copied());
            assert_eq!((axis.low, axis.high, axis.step), expected, "{days:?}");
        }
    }
}
