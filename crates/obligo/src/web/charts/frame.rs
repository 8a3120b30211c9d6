//! What stands around every picture: caption with unit, the accessible name and description, legend, numbers.

use super::scale::{DayAxis, MoneyAxis, percent};
use crate::messages::visible;
use crate::words::Words;
use maud::{Markup, html};

/// A picture with everything around it.
pub(super) struct Frame<'a> {
    /// Unique on the page.
    pub(super) id: &'a str,
    /// Heading.
    pub(super) title: String,
    /// Unit of the axis, may be empty.
    pub(super) unit: String,
    /// What the picture says, in one sentence.
    pub(super) description: String,
    /// In pixels, without the room for labels.
    pub(super) height: u32,
    /// Class of the margins around the plot: `plot-axes` or `plot-bare`.
    pub(super) class: &'static str,
}

impl Frame<'_> {
    /// The picture from its inside, its legend and its numbers.
    pub(super) fn figure(&self, inside: &Markup, legend: &Markup, numbers: &Markup) -> Markup {
        let (title_id, description_id) = (format!("{}-title", self.id), format!("{}-description", self.id));
        html! {
            figure.chart id=(self.id) {
                figcaption {
                    span.chart-title { (self.title) }
                    @if !self.unit.is_empty() { " " span.chart-unit { (self.unit) } }
                }
                svg.chart-plot.(self.class) role="img" width="100%" height=(self.height) aria-labelledby=(title_id)
                    aria-describedby=(description_id) {
                    title id=(title_id) { (self.title) }
                    desc id=(description_id) { (self.description) }
                    (patterns(self.id))
                    (inside)
                }
                (legend)
                (numbers)
            }
        }
    }

    /// The heading over a sentence that there is nothing to show.
    pub(super) fn nothing(&self, words: &Words) -> Markup {
        html! {
            figure.chart id=(self.id) {
                figcaption { span.chart-title { (self.title) } }
                p.chart-nothing { (words.text("chart-nothing")) }
            }
        }
    }
}

/// How a part of a picture is filled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fill {
    /// Insured: plain.
    Insured,
    /// Uninsured: hatched.
    Uninsured,
    /// Above the insured sum: cross-hatched.
    Over,
    /// Exposure: plain and light.
    Exposure,
}

impl Fill {
    /// Class of the ground under the pattern.
    pub(super) fn class(self) -> &'static str {
        match self {
            Fill::Insured => "fill-insured",
            Fill::Uninsured => "fill-uninsured",
            Fill::Over => "fill-over",
            Fill::Exposure => "fill-exposure",
        }
    }

    /// The pattern laid over the ground, as a fill.
    fn pattern(self, id: &str) -> Option<String> {
        match self {
            Fill::Insured | Fill::Exposure => None,
            Fill::Uninsured => Some(format!("url(#{id}-hatch)")),
            Fill::Over => Some(format!("url(#{id}-cross)")),
        }
    }
}

/// A rectangle in percent of the plot, with its pattern and its text for the pointer.
pub(super) fn block(
    id: &str,
    fill: Fill,
    (x, y): (f64, f64),
    (width, height): (f64, f64),
    text: &str,
) -> Markup {
    let (x, y, width, height) = (percent(x), percent(y), percent(width), percent(height));
    html! {
        g {
            @if !text.is_empty() { title { (text) } }
            rect.(fill.class()) x=(x) y=(y) width=(width) height=(height) {}
            @if let Some(pattern) = fill.pattern(id) {
                rect x=(x) y=(y) width=(width) height=(height) fill=(pattern) {}
            }
        }
    }
}

/// The two hatchings, under names of this picture.
pub(super) fn patterns(id: &str) -> Markup {
    html! {
        defs {
            pattern id=(format!("{id}-hatch")) width="6" height="6" patternUnits="userSpaceOnUse" {
                path.hatch-uninsured d="M-1 1 1 -1M0 6 6 0M5 7 7 5" {}
            }
            pattern id=(format!("{id}-cross")) width="6" height="6" patternUnits="userSpaceOnUse" {
                path.hatch-over d="M0 0 6 6M0 6 6 0" {}
            }
        }
    }
}

/// A legend: after entries of its own kind, for each fill what it is and a figure.
pub(super) fn legend(id: &str, leading: &Markup, entries: &[(Fill, String, String)]) -> Markup {
    html! {
        ul.chart-legend {
            (leading)
            @for (fill, name, figure) in entries {
                li {
                    svg.chart-swatch width="12" height="12" aria-hidden="true" {
                        (block(id, *fill, (0.0, 0.0), (100.0, 100.0), ""))
                    }
                    span { (name) }
                    @if !figure.is_empty() { " " strong { (figure) } }
                }
            }
        }
    }
}

/// Lines and labels of the axis of money.
pub(super) fn money_grid(words: &Words, axis: &MoneyAxis) -> Markup {
    html! {
        @for tick in axis.ticks() {
            @let y = percent(axis.y(tick));
            line.(if tick == 0 { "axis" } else { "grid-line" }) x1="0" x2="100%" y1=(y) y2=(y) {}
            text.tick-money x="-8" y=(y) dy="0.32em" { (axis.label(words, tick)) }
        }
    }
}

/// Labels of the axis of time. Labels near a border stand inside it; every second one gives way
/// where the picture is narrow.
pub(super) fn day_labels(words: &Words, axis: DayAxis) -> Markup {
    let ticks = axis.ticks(words);
    html! {
        @for (n, (day, label)) in ticks.iter().enumerate() {
            @let x = axis.x(*day);
            @let place = if x < 6.0 { "tick-start" } else if x > 94.0 { "tick-end" } else { "tick-middle" };
            line.tick-mark x1=(percent(x)) x2=(percent(x)) y1="100%" y2="100%" transform="translate(0 4)" {}
            text.tick-day.(place).tick-second[n % 2 == 1 && ticks.len() > 2] x=(percent(x)) y="100%" dy="18" { (label) }
        }
    }
}

/// A name of the ledger as a label: made visible, and cut where it would run into its figure.
pub(super) fn short_name(name: &str, characters: usize) -> String {
    let name = visible(name.trim());
    if name.chars().count() <= characters {
        return name;
    }
    let cut: String = name.chars().take(characters.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}
