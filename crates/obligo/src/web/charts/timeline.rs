//! A buyer's insured sum over time, with the exposure over it and what happened.

use super::frame::{Fill, Frame, block, day_labels, legend, money_grid};
use super::numbers::numbers_behind;
use super::scale::{DayAxis, MoneyAxis, percent, plain};
use super::standing::stretched;
use crate::messages::visible;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, format_minor};
use std::fmt::Write as _;

/// Something that happened on a day, such as a stop of cover.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TimelineMarker {
    /// The day.
    pub day: Day,
    /// What, as people read it.
    pub text: String,
}

/// What a time line shows. Amounts in minor units; each holds from its day until the next one.
#[derive(Clone, Copy, Debug)]
pub struct LimitTimeline<'a> {
    /// First day shown.
    pub from: Day,
    /// Last day shown; decisions ahead reach into it.
    pub until: Day,
    /// The exposure ends here, and a line marks it.
    pub today: Day,
    /// Insured sum by the day it starts to hold; 0 where there is none.
    pub sums: &'a [(Day, i64)],
    /// Exposure by the day it starts to hold.
    pub exposure: &'a [(Day, i64)],
    /// What happened.
    pub markers: &'a [TimelineMarker],
}

/// One value from its day until the day of the next one.
#[derive(Clone, Copy)]
struct Step {
    from: Day,
    until: Day,
    amount: i64,
}

/// Decisions past and ahead as a stepped line of the insured sum, the exposure as an area, the part above the sum cross-hatched,
/// numbered markers explained below.
#[must_use]
pub fn limit_timeline(words: &Words, id: &str, currency: Currency, line: &LimitTimeline<'_>) -> Markup {
    let frame = |unit: String, description: String| Frame {
        id,
        title: words.text("chart-timeline"),
        unit,
        description,
        height: 220,
        class: "plot-axes plot-no-last plot-markers",
    };
    let sums = steps(line.sums, line.from, line.until);
    let exposure = steps(line.exposure, line.from, line.today.min(line.until));
    if sums.is_empty() && exposure.is_empty() {
        return frame(String::new(), String::new()).nothing(words);
    }
    let axis = MoneyAxis::over(sums.iter().chain(&exposure).map(|step| step.amount.max(0)), currency);
    let days = DayAxis::new(line.from, line.until);
    let money = |minor: i64| words.money(&format_minor(minor, currency.exponent()), currency.code());
    let over = over_sum(&sums, &exposure);
    let at_today = |steps: &[Step]| {
        steps
            .iter()
            .rev()
            .find(|s| s.from <= line.today)
            .filter(|s| line.today <= s.until)
            .map_or(0, |s| s.amount)
    };
    let (sum_now, exposure_now) = (at_today(&sums), at_today(&exposure));
    let mut markers: Vec<&TimelineMarker> =
        line.markers.iter().filter(|m| (line.from..=line.until).contains(&m.day)).collect();
    markers.sort_by_key(|m| m.day);
    let description = words.with(
        "chart-timeline-description",
        &[
            ("from", words.date(line.from)),
            ("to", words.date(line.until)),
            ("sum", money(sum_now)),
            ("exposure", money(exposure_now)),
        ],
    );
    let inside = html! {
        (money_grid(words, &axis))
        (stretched(&html! { path.fill-exposure d=(area(&exposure, &axis, days)) {} }))
        (day_labels(words, days))
        @for (step, above) in &over {
            @let (left, top) = (days.x(step.from), axis.y(step.amount.into()));
            @let size = (days.x(step.until) - left, axis.y((step.amount - above).into()) - top);
            (block(id, Fill::Over, (left, top), size, ""))
        }
        (stretched(&html! {
            path.edge-exposure d=(outline(&exposure, &axis, days)) vector-effect="non-scaling-stroke" {}
            path.edge-sum d=(outline(&sums, &axis, days)) vector-effect="non-scaling-stroke" {}
        }))
        @if line.from < line.today && line.today < line.until {
            @let x = percent(days.x(line.today));
            line.today-line x1=(x) x2=(x) y1="0" y2="100%" {}
        }
        @for (n, marker) in markers.iter().enumerate() {
            @let x = percent(days.x(marker.day));
            line.marker-line x1=(x) x2=(x) y1="-4" y2="100%" {}
            circle.marker-dot cx=(x) cy="-12" r="9" {}
            text.marker-number x=(x) y="-12" dy="0.35em" { (n + 1) }
        }
    };
    let mut entries = vec![(Fill::Exposure, words.text("chart-exposure"), money(exposure_now))];
    if !over.is_empty() {
        entries.push((Fill::Over, words.text("chart-over"), String::new()));
    }
    let line_of_sum = html! {
        li {
            svg.chart-swatch width="16" height="12" aria-hidden="true" { path.edge-sum d="M0 6H16" {} }
            span { (words.text("chart-sum")) } " " strong { (money(sum_now)) }
        }
    };
    let legend = html! {
        (legend(id, &line_of_sum, &entries))
        @if !markers.is_empty() {
            ol.chart-markers {
                @for marker in &markers { li { time datetime=(marker.day) { (words.date(marker.day)) } " " (visible(&marker.text)) } }
            }
        }
    };
    frame(axis.unit(words), description).figure(&inside, &legend, &numbers(words, line, &money))
}

/// The days on which sum or exposure changed, the latest first.
fn numbers(words: &Words, line: &LimitTimeline<'_>, money: &dyn Fn(i64) -> String) -> Markup {
    let mut days: Vec<Day> = line.sums.iter().chain(line.exposure).map(|(day, _)| *day).collect();
    days.retain(|day| *day <= line.until);
    days.sort_unstable();
    days.dedup();
    let at = |values: &[(Day, i64)], day: Day| {
        values.iter().filter(|(from, _)| *from <= day).max_by_key(|(from, _)| *from).map(|(_, v)| money(*v))
    };
    let rows: Vec<Vec<String>> = days
        .iter()
        .rev()
        .map(|day| {
            let exposure = at(line.exposure, *day).filter(|_| *day <= line.today);
            vec![words.date(*day), at(line.sums, *day).unwrap_or_default(), exposure.unwrap_or_default()]
        })
        .collect();
    let headings = [words.text("chart-day"), words.text("chart-sum"), words.text("chart-exposure")];
    numbers_behind(words, &words.text("chart-timeline"), &headings, &rows)
}

/// The values that hold somewhere from `from` to `until`, in order.
fn steps(values: &[(Day, i64)], from: Day, until: Day) -> Vec<Step> {
    let mut values = values.to_vec();
    values.sort_by_key(|(day, _)| *day);
    let ends: Vec<Day> = values.iter().skip(1).map(|(day, _)| (*day).min(until)).chain([until]).collect();
    values
        .into_iter()
        .zip(ends)
        .filter(|((day, _), end)| *day <= until && *end >= from && (*day < *end || *end == until))
        .map(|((day, amount), end)| Step { from: day.max(from), until: end, amount })
        .collect()
}

/// Where the exposure is above the sum: the step of the exposure, and how much is above.
fn over_sum(sums: &[Step], exposure: &[Step]) -> Vec<(Step, i64)> {
    let mut over = Vec::new();
    for step in exposure {
        let mut cuts: Vec<Day> = sums.iter().flat_map(|s| [s.from, s.until]).collect();
        cuts.retain(|day| step.from < *day && *day < step.until);
        cuts.extend([step.from, step.until]);
        cuts.sort_unstable();
        cuts.dedup();
        for pair in cuts.windows(2) {
            let sum = sums.iter().find(|s| s.from <= pair[0] && pair[0] < s.until).map_or(0, |s| s.amount);
            let above = step.amount.saturating_sub(sum.max(0));
            if above > 0 {
                over.push((Step { from: pair[0], until: pair[1], amount: step.amount }, above));
            }
        }
    }
    over
}

/// The upper edge of the steps; a gap where nothing holds.
fn outline(steps: &[Step], axis: &MoneyAxis, days: DayAxis) -> String {
    let mut path = String::new();
    let mut end = None;
    for step in steps {
        let y = plain(axis.y(step.amount.max(0).into()));
        let join = if end == Some(step.from) { 'L' } else { 'M' };
        let _ = write!(path, "{join}{} {y}H{}", plain(days.x(step.from)), plain(days.x(step.until)));
        end = Some(step.until);
    }
    path
}

/// The surface under the steps.
fn area(steps: &[Step], axis: &MoneyAxis, days: DayAxis) -> String {
    let zero = plain(axis.y(0));
    steps.iter().fold(String::new(), |mut path, step| {
        let (left, right) = (plain(days.x(step.from)), plain(days.x(step.until)));
        let _ = write!(path, "M{left} {zero}V{}H{right}V{zero}Z", plain(axis.y(step.amount.max(0).into())));
        path
    })
}
