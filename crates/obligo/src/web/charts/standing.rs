//! Insured against uninsured over time.

use super::frame::{Fill, Frame, block, day_labels, legend, money_grid};
use super::numbers::numbers_behind;
use super::scale::{DayAxis, MoneyAxis, percent, plain};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, format_minor};
use std::fmt::Write as _;

/// More points than pixels show nothing more.
const POINTS_MAX: usize = 240;

/// What was open at the end of a day. Amounts in minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// The day.
    pub day: Day,
    /// Insured part.
    pub insured: i64,
    /// Uninsured part.
    pub uninsured: i64,
}

/// Insured and uninsured open items over time, one area on the other, the last figures beside their areas. `points` in order of their days. A
/// negative part is drawn as zero; its figure stands in the table.
#[must_use]
pub fn standing_chart(words: &Words, id: &str, currency: Currency, points: &[Standing]) -> Markup {
    let frame = |unit: String, description: String| Frame {
        id,
        title: words.text("chart-standing"),
        unit,
        description,
        height: 220,
        class: "plot-axes",
    };
    let points = thinned(points);
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return frame(String::new(), String::new()).nothing(words);
    };
    let axis = MoneyAxis::over(points.iter().map(|p| total(p) as i64), currency);
    let days = DayAxis::new(first.day, last.day);
    let money = |minor: i64| words.money(&format_minor(minor, currency.exponent()), currency.code());
    let description = words.with(
        "chart-standing-description",
        &[
            ("from", words.date(first.day)),
            ("to", words.date(last.day)),
            ("insured", money(last.insured)),
            ("uninsured", money(last.uninsured)),
        ],
    );
    let inside = html! {
        (money_grid(words, &axis))
        @if points.len() == 1 {
            @let (top, middle) = (axis.y(total(last)), axis.y(drawn(last.insured)));
            (block(id, Fill::Insured, (40.0, middle), (20.0, 100.0 - middle), ""))
            (block(id, Fill::Uninsured, (40.0, top), (20.0, middle - top), ""))
        } @else {
            (areas(id, &points, &axis, days))
        }
        (day_labels(words, days))
        (last_labels(words, &axis, last))
    };
    let names = [words.text("chart-insured"), words.text("chart-uninsured")];
    let legend = legend(
        id,
        &Markup::default(),
        &[
            (Fill::Insured, names[0].clone(), money(last.insured)),
            (Fill::Uninsured, names[1].clone(), money(last.uninsured)),
        ],
    );
    let [insured, uninsured] = names;
    let rows: Vec<Vec<String>> =
        points.iter().rev().map(|p| vec![words.date(p.day), money(p.insured), money(p.uninsured)]).collect();
    let headings = [words.text("chart-day"), insured, uninsured];
    let numbers = numbers_behind(words, &words.text("chart-standing"), &headings, &rows);
    frame(axis.unit(words), description).figure(&inside, &legend, &numbers)
}

fn drawn(amount: i64) -> i128 {
    amount.max(0).into()
}

/// Of both parts as drawn, within the largest amount there is.
fn total(point: &Standing) -> i128 {
    (drawn(point.insured) + drawn(point.uninsured)).min(i64::MAX.into())
}

/// Evenly chosen points, the last one among them.
fn thinned(points: &[Standing]) -> Vec<Standing> {
    let stride = points.len().div_ceil(POINTS_MAX).max(1);
    let mut kept: Vec<Standing> = points.iter().rev().step_by(stride).copied().collect();
    kept.reverse();
    kept
}

/// The two areas with their upper edges. Shapes live in a square of 100 that is stretched over the plot; the hatching is
/// cut out by the shape, so that it is not stretched with it.
fn areas(id: &str, points: &[Standing], axis: &MoneyAxis, days: DayAxis) -> Markup {
    let edge = |height: &dyn Fn(&Standing) -> i128| -> String {
        points.iter().enumerate().fold(String::new(), |mut path, (n, p)| {
            let sign = if n == 0 { 'M' } else { 'L' };
            let _ = write!(path, "{sign}{} {}", plain(days.x(p.day)), plain(axis.y(height(p))));
            path
        })
    };
    let below = |edge: &str| format!("{edge}L100 100L0 100Z");
    let (insured, all) = (edge(&|p| drawn(p.insured)), edge(&total));
    html! {
        mask id=(format!("{id}-area")) {
            (stretched(&html! { path fill="#fff" d=(below(&all)) {} path fill="#000" d=(below(&insured)) {} }))
        }
        (stretched(&html! { path.fill-uninsured d=(below(&all)) {} }))
        g mask=(format!("url(#{id}-area)")) {
            rect width="100%" height="100%" fill=(format!("url(#{id}-hatch)")) {}
        }
        (stretched(&html! {
            path.fill-insured d=(below(&insured)) {}
            path.edge-insured d=(insured) vector-effect="non-scaling-stroke" {}
            path.edge-uninsured d=(all) vector-effect="non-scaling-stroke" {}
        }))
    }
}

/// Shapes in a square of 100, stretched over the plot.
pub(super) fn stretched(inside: &Markup) -> Markup {
    html! { svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" { (inside) } }
}

/// The last figures at the right border, in the middle of their areas, never on top of each other.
fn last_labels(words: &Words, axis: &MoneyAxis, last: &Standing) -> Markup {
    const APART: f64 = 8.0;
    let (insured, all) = (drawn(last.insured), total(last));
    let mut lower = f64::midpoint(axis.y(insured), 100.0).min(97.0);
    let mut upper = f64::midpoint(axis.y(all), axis.y(insured));
    if lower - upper < APART {
        let middle = f64::midpoint(lower, upper).min(97.0 - APART / 2.0);
        (lower, upper) = (middle + APART / 2.0, middle - APART / 2.0);
    }
    html! {
        text.last-insured x="100%" dx="8" y=(percent(lower)) dy="0.32em" { (axis.label(words, last.insured.into())) }
        text.last-uninsured x="100%" dx="8" y=(percent(upper)) dy="0.32em" { (axis.label(words, last.uninsured.into())) }
    }
}
