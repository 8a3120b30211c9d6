//! Small bars and lines for lists: cover of an item, use of an insured sum, a run of values.

use super::frame::{Fill, block, patterns};
use super::scale::{percent, plain};
use super::standing::stretched;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::money::{Currency, format_minor};
use std::fmt::Write as _;

/// How much of an item is insured: a full, a partly filled or an empty dashed bar. `share` from 0 to 1; a part that is not nothing
/// and not all is never drawn as either. `label` is what a screen reader says and the pointer shows.
#[must_use]
pub fn cover_bar(share: f64, label: &str) -> Markup {
    let share = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
    let (class, width) = match share {
        s if s <= 0.0 => ("cover-none", 0.0),
        s if s >= 1.0 => ("cover-full", 100.0),
        s => ("cover-partly", (s * 100.0).clamp(8.0, 92.0)),
    };
    html! {
        svg.cover-bar.(class) role="img" width="48" height="10" {
            title { (label) }
            rect.cover-track x="0.5" y="0.5" width="47" height="9" rx="2" {}
            @if width > 0.0 { rect.cover-fill x="0.5" y="0.5" width=(plain(width * 0.47)) height="9" rx="2" {} }
        }
    }
}

/// Use of an insured sum. Amounts in minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LimitUse {
    /// Insured sum.
    pub sum: i64,
    /// What is insured under it.
    pub insured: i64,
    /// Insurable open items, insured or not.
    pub exposure: i64,
}

/// Insured sum against exposure: the insured part plain, what else is open within the sum hatched, what exceeds it cross-hatched behind
/// a mark at the sum. Below: insured, room (or what exceeds the sum), sum.
#[must_use]
pub fn limit_bar(words: &Words, id: &str, currency: Currency, limit: LimitUse) -> Markup {
    let [sum, insured, exposure] =
        [limit.sum, limit.insured, limit.exposure].map(|amount| i128::from(amount.max(0)));
    let money = |minor: i64| words.money(&format_minor(minor, currency.exponent()), currency.code());
    let room = i64::try_from(sum - insured).unwrap_or(i64::MAX);
    let over = i64::try_from(exposure - sum).unwrap_or(i64::MAX).max(0);
    let length = sum.max(exposure).max(insured);
    let x = |amount: i128| if length == 0 { 0.0 } else { amount as f64 * 100.0 / length as f64 };
    let parts = [
        (Fill::Insured, 0, insured.min(sum)),
        (Fill::Uninsured, insured.min(sum), exposure.min(sum)),
        (Fill::Over, sum, exposure.max(insured)),
    ];
    let facts = [
        ("sum", money(limit.sum)),
        ("insured", money(limit.insured)),
        ("exposure", money(limit.exposure)),
        ("over", money(over)),
    ];
    let text = words.with(if over > 0 { "chart-limit-over" } else { "chart-limit-within" }, &facts);
    html! {
        div.limit-bar.limit-over[over > 0] {
            svg role="img" width="100%" height="18" aria-label=(text) {
                title { (text) }
                (patterns(id))
                rect.limit-track y="4" width=(percent(x(sum))) height="10" {}
                svg y="4" width="100%" height="10" {
                    @for (fill, from, to) in parts {
                        @if to > from { (block(id, fill, (x(from), 0.0), (x(to) - x(from), 100.0), "")) }
                    }
                }
                @if sum > 0 { line.limit-mark x1=(percent(x(sum))) x2=(percent(x(sum))) y1="0" y2="18" {} }
            }
            dl.limit-figures {
                div { dt { (words.text("chart-insured")) } dd { (money(limit.insured)) } }
                @if over > 0 {
                    div.limit-figure-over { dt { (words.text("chart-over")) } dd { (money(over)) } }
                } @else {
                    div { dt { (words.text("chart-room")) } dd { (money(room)) } }
                }
                div { dt { (words.text("chart-sum")) } dd { (money(limit.sum)) } }
            }
        }
    }
}

/// A run of values as a line without axes, the last one as a dot. `label` says what it shows.
#[must_use]
pub fn spark(values: &[i64], label: &str) -> Markup {
    let Some(last) = values.last() else { return Markup::default() };
    let (low, high) = values.iter().fold((*last, *last), |(low, high), v| (low.min(*v), high.max(*v)));
    let span = i128::from(high) - i128::from(low);
    // Room above and below for the stroke; a level line stands in the middle.
    let y = |value: i64| match span {
        0 => 50.0,
        _ => 90.0 - (i128::from(value) - i128::from(low)) as f64 * 80.0 / span as f64,
    };
    let x = |n: usize| n as f64 * 94.0 / values.len().saturating_sub(1).max(1) as f64;
    let path = values.iter().enumerate().fold(String::new(), |mut path, (n, value)| {
        let _ = write!(path, "{}{} {}", if n == 0 { 'M' } else { 'L' }, plain(x(n)), plain(y(*value)));
        path
    });
    html! {
        svg.spark role="img" width="96" height="24" {
            title { (label) }
            (stretched(&html! { path.spark-line d=(path) vector-effect="non-scaling-stroke" {} }))
            circle.spark-last cx=(percent(x(values.len() - 1))) cy=(percent(y(*last))) r="2.5" {}
        }
    }
}
