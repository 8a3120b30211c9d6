//! How wide the columns of a table are, and whether its page must be turned.

use super::fonts::Style;
use super::lines::longest_word;
use super::look::{CELL, CELL_LEADING};
use super::measure::{Measure, printable};
use super::page::Orientation;
use crate::model::{Alignment, Column, ColumnKind, RowKind, Table, Value};
use crate::wording::Wording;
use obligo_rules::money::Currency;

/// Left and right of a cell's text.
pub(super) const GUTTER: f32 = 4.0;

/// Type sizes of cells that are tried, and which way the page stands.
const TRIED: [(Orientation, f32); 5] = [
    (Orientation::Upright, CELL),
    (Orientation::Upright, 7.8),
    (Orientation::Lying, CELL),
    (Orientation::Lying, 7.8),
    (Orientation::Lying, 7.0),
];

/// The last one tried: below it a reader needs a glass, so a wider table is cut into several.
const SMALLEST: f32 = 7.0;

/// At 8.5 points, texts wider than this rather go over several lines than turn the page.
const COMFORTABLE: f32 = 150.0;

/// At 8.5 points, words wider than this are broken rather than turn the page.
const WORD_MAX: f32 = 96.0;

/// A column in its place.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// Which column of the table.
    pub(super) column: usize,
    /// From the left border of the contents, without the gutter.
    pub(super) left: f32,
    /// Of the texts, without gutters.
    pub(super) width: f32,
    pub(super) alignment: Alignment,
    /// Most places behind the decimal sign in this column.
    pub(super) places: u32,
    /// The currency of all its amounts, if they have one; else each amount names its own.
    pub(super) currency: Option<Currency>,
}

/// The columns of a table: one set, or several that are printed one after the other where all together are wider than a page.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    pub(super) orientation: Orientation,
    pub(super) size: f32,
    pub(super) sets: Vec<Vec<Spot>>,
}

impl Grid {
    /// From baseline to baseline.
    pub(super) fn leading(&self) -> f32 {
        self.size * CELL_LEADING
    }
}

/// What was found out about a column, at type size 1.
struct Measured {
    /// Its widest text on one line.
    natural: f32,
    /// What it cannot do without.
    least: f32,
    /// Its head on one line, if it is no longer than a long word.
    head: f32,
    is_text: bool,
    weight: u16,
    spot: Spot,
}

/// The columns of a table on pages with these widths; `may_turn` allows lying pages.
pub(super) fn grid(
    measure: &Measure,
    wording: &dyn Wording,
    table: &Table,
    widths: impl Fn(Orientation) -> f32,
    starts: Option<Orientation>,
) -> Grid {
    let columns: Vec<Measured> =
        (0..table.columns.len()).map(|n| measured(measure, wording, table, n)).collect();
    let tried = || TRIED.into_iter().filter(|(o, _)| starts.is_none_or(|fixed| fixed == *o));
    let sum = |size: f32, of: &dyn Fn(&Measured) -> f32| {
        columns.iter().map(|c| of(c) * size + 2.0 * GUTTER).sum::<f32>()
    };
    let comfortable =
        |c: &Measured| if c.is_text { c.natural.min((COMFORTABLE / CELL).max(c.least)) } else { c.least };
    let chosen = tried()
        .find(|(orientation, size)| sum(*size, &comfortable) <= widths(*orientation))
        .or_else(|| tried().find(|(orientation, size)| sum(*size, &|c| c.least) <= widths(*orientation)));
    if let Some((orientation, size)) = chosen {
        let all: Vec<&Measured> = columns.iter().collect();
        return Grid { orientation, size, sets: vec![spread(&all, size, widths(orientation))] };
    }
    let orientation = starts.unwrap_or(Orientation::Lying);
    let width = widths(orientation);
    let sets = cut(&columns, SMALLEST, width).iter().map(|set| spread(set, SMALLEST, width)).collect();
    Grid { orientation, size: SMALLEST, sets }
}

/// Sets of columns that fit a page each; the first column, which names the row, stands in all.
fn cut(columns: &[Measured], size: f32, width: f32) -> Vec<Vec<&Measured>> {
    let room = |c: &Measured| c.least * size + 2.0 * GUTTER;
    let Some((first, rest)) = columns.split_first() else { return Vec::new() };
    let mut sets = vec![vec![first]];
    let mut used = room(first);
    for column in rest {
        if used + room(column) > width && sets.last().is_some_and(|set| set.len() > 1) {
            sets.push(vec![first]);
            used = room(first);
        }
        used += room(column);
        if let Some(set) = sets.last_mut() {
            set.push(column);
        }
    }
    sets
}

/// The width among the columns: each what it needs, texts share what is left.
fn spread(columns: &[&Measured], size: f32, width: f32) -> Vec<Spot> {
    let room = width - 2.0 * GUTTER * columns.len() as f32;
    let least: Vec<f32> = columns.iter().map(|c| c.least * size).collect();
    let natural: Vec<f32> = columns.iter().map(|c| c.natural * size).collect();
    let mut widths = least.clone();
    let weights: f32 = columns.iter().map(|c| f32::from(c.weight)).sum();
    let wished: Vec<f32> = if weights > 0.0 && columns.iter().all(|c| c.weight > 0) {
        columns.iter().map(|c| room * f32::from(c.weight) / weights).collect()
    } else {
        natural
    };
    // First towards what the cells wish for, then the heads; then the rest to the texts, or to all if there are none.
    let heads: Vec<f32> = columns.iter().map(|c| c.head * size).collect();
    for wished in [wished, heads] {
        let lacking: Vec<f32> = wished.iter().zip(&widths).map(|(wish, has)| (wish - has).max(0.0)).collect();
        let (left, lacks) = (room - widths.iter().sum::<f32>(), lacking.iter().sum::<f32>());
        let share = if lacks > 0.0 { (left / lacks).clamp(0.0, 1.0) } else { 0.0 };
        for (width, lack) in widths.iter_mut().zip(&lacking) {
            *width += lack * share;
        }
    }
    let left = (room - widths.iter().sum::<f32>()).max(0.0);
    let takes: Vec<bool> = columns.iter().map(|c| c.is_text).collect();
    let texts = takes.iter().filter(|takes| **takes).count();
    let whole: f32 = widths.iter().zip(&takes).filter(|(_, takes)| **takes).map(|(w, _)| *w).sum();
    for (width, takes) in widths.iter_mut().zip(&takes) {
        if texts == 0 {
            *width += left / columns.len() as f32;
        } else if *takes && whole > 0.0 {
            *width += left * *width / whole;
        }
    }
    let mut at = 0.0;
    columns
        .iter()
        .zip(widths)
        .map(|(column, width)| {
            let spot = Spot { left: at + GUTTER, width: width.max(size), ..column.spot.clone() };
            at += width + 2.0 * GUTTER;
            spot
        })
        .collect()
}

fn measured(measure: &Measure, wording: &dyn Wording, table: &Table, n: usize) -> Measured {
    let column = &table.columns[n];
    let mut spot = Spot {
        column: n,
        left: 0.0,
        width: 0.0,
        alignment: column.kind.alignment(),
        places: 0,
        currency: None,
    };
    let cells = || table.rows.iter().filter_map(|row| Some((row.kind, row.cells.get(n)?)));
    spot.currency = only_currency(cells().map(|(_, value)| value));
    spot.places = cells().map(|(_, value)| places(value)).max().unwrap_or(0);
    let (head, mut least) = head_widths(measure, column);
    let mut natural = least;
    let is_text = column.kind == ColumnKind::Text;
    for (kind, value) in cells() {
        // The name of a group or sum reaches over the empty cells beside it.
        let reaches_over = kind != RowKind::Plain && matches!(value, Value::Text(_));
        if reaches_over || *value == Value::Empty {
            continue;
        }
        let style = if kind == RowKind::Plain { Style::Regular } else { Style::Strong };
        let text = cell_text(wording, value, spot.currency);
        let width =
            measure.width(&text, style, 1.0) + padding(measure, value, style, spot.places, wording, 1.0);
        natural = natural.max(width);
        let word = match value {
            Value::Text(_) => longest_word(measure, &text, style, 1.0).min(WORD_MAX / CELL),
            _ => width,
        };
        least = least.max(word);
    }
    Measured { natural, least: least.max(1.5), head, is_text, weight: column.weight, spot }
}

/// The head on one line, if it is no longer than a long word; its longest word.
fn head_widths(measure: &Measure, column: &Column) -> (f32, f32) {
    let label = printable(&column.label);
    let word = longest_word(measure, &label, Style::Strong, 1.0).min(WORD_MAX / CELL);
    let whole = measure.width(&label, Style::Strong, 1.0);
    (whole.clamp(word, (WORD_MAX / CELL).max(word)), word)
}

/// The one currency of all amounts.
fn only_currency<'a>(values: impl Iterator<Item = &'a Value>) -> Option<Currency> {
    let mut found = None;
    for value in values {
        if let Value::Amount(_, currency) = value {
            match found {
                None => found = Some(*currency),
                Some(other) if other != *currency => return None,
                Some(_) => {}
            }
        }
    }
    found
}

/// Places behind the decimal sign.
fn places(value: &Value) -> u32 {
    match value {
        Value::Amount(_, currency) => currency.exponent(),
        Value::Percent(number) | Value::Decimal(number) => number.scale(),
        _ => 0,
    }
}

/// How far a number stands from the right border, so that all decimal signs of its column stand below each other; in points.
pub(super) fn padding(
    measure: &Measure,
    value: &Value,
    style: Style,
    most: u32,
    wording: &dyn Wording,
    size: f32,
) -> f32 {
    let own = places(value);
    if own >= most || !matches!(value, Value::Amount(..) | Value::Percent(_) | Value::Decimal(_)) {
        return 0.0;
    }
    let tail = |places: u32| -> f32 {
        if places == 0 {
            return 0.0;
        }
        let text = wording.decimal(rust_decimal::Decimal::new(0, places.min(28)));
        let tail: String = text.chars().skip(1).collect();
        measure.width(&tail, style, size)
    };
    tail(most) - tail(own)
}

/// The text of a cell. An amount names its currency where its column has several.
pub(super) fn cell_text(wording: &dyn Wording, value: &Value, column_currency: Option<Currency>) -> String {
    match value {
        Value::Amount(minor, currency) if column_currency != Some(*currency) => {
            printable(&format!("{currency}\u{a0}{}", wording.amount(*minor, *currency)))
        }
        Value::Amount(minor, currency) => printable(&wording.amount(*minor, *currency)),
        _ => printable(&value_text(wording, value)),
    }
}

/// A percentage without its sign, and the sign with the space before it: both stand in a column of their own.
pub(super) fn sign_apart<'t>(value: &Value, text: &'t str) -> (&'t str, &'t str) {
    let end = match value {
        Value::Percent(_) => text.rfind(|c: char| c.is_ascii_digit()).map_or(text.len(), |at| at + 1),
        _ => text.len(),
    };
    text.split_at(end)
}

/// A value in running text: an amount with its currency.
pub(super) fn value_text(wording: &dyn Wording, value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Amount(minor, currency) => wording.money(*minor, *currency),
        Value::Day(day) => wording.day(*day),
        Value::Integer(number) => wording.integer(*number),
        Value::Percent(number) => wording.percent(*number),
        Value::Decimal(number) => wording.decimal(*number),
        Value::Flag(flag) => wording.flag(*flag),
    }
}
