//! Pictures by name: columns and bars of parts upon each other.

use super::over_time::money_grid;
use super::picture::{Anchor, Canvas, Fill, Lettering, Stroke, name};
use super::scale::MoneyAxis;
use crate::model::Chart;
use std::collections::HashMap;

/// Height of the plot of columns.
const PLOT: f64 = 150.0;

/// Height of a bar with its name above it.
const ROW: f64 = 25.0;

/// Bars at most; what comes after them is one more.
const BARS_MAX: usize = 24;

/// A name with its parts in the order of the series.
struct Stack {
    name: String,
    parts: Vec<i64>,
}

/// Upright stacks beside each other; negative parts stand below the line. Says the height of the picture.
pub(super) fn columns(canvas: &mut Canvas<'_>, chart: &Chart, top: f64) -> f64 {
    let stacks = stacks(canvas, chart);
    let sum = |stack: &Stack, of: fn(i64) -> i64| {
        stack.parts.iter().map(|part| of(*part)).fold(0_i64, i64::saturating_add)
    };
    let ends =
        stacks.iter().flat_map(|stack| [sum(stack, |part| part.max(0)), sum(stack, |part| part.min(0))]);
    let axis = MoneyAxis::over(ends, chart.currency);
    let (left, top) = money_grid(canvas, &axis, top, PLOT);
    let y = |value: i128| top + PLOT * axis.y(value) / 100.0;
    let each = (canvas.width - left) / stacks.len() as f64;
    for (n, stack) in stacks.iter().enumerate() {
        let x = left + each * n as f64;
        let (mut above, mut below) = (0_i128, 0_i128);
        for (series, part) in stack.parts.iter().enumerate().filter(|(_, part)| **part != 0) {
            let edge = if *part > 0 { &mut above } else { &mut below };
            let from = *edge;
            *edge = (from + i128::from(*part)).clamp(i64::MIN.into(), i64::MAX.into());
            let to = *edge;
            canvas.block(
                (x + each * 0.18, y(from.max(to))),
                (x + each * 0.82, y(from.min(to))),
                Fill(series),
            );
        }
        let label = canvas.cut(&stack.name, Lettering::Tick, each - 4.0);
        canvas.text((x + each / 2.0, top + PLOT + 11.0), Anchor::Middle, Lettering::Tick, label);
    }
    canvas.line(vec![(left, y(0)), (canvas.width, y(0))], Stroke::Axis);
    top + PLOT + 15.0
}

/// Lying stacks, the largest first, each with its name and what it comes to. What is negative is drawn as zero. Says the height of the
/// picture.
pub(super) fn bars(canvas: &mut Canvas<'_>, chart: &Chart, top: f64) -> f64 {
    let sum = |parts: &[i64]| parts.iter().copied().fold(0_i64, i64::saturating_add);
    let mut stacks = stacks(canvas, chart);
    stacks.sort_by_key(|stack| std::cmp::Reverse(sum(&stack.parts)));
    if stacks.len() > BARS_MAX {
        let rest = stacks.split_off(BARS_MAX - 1);
        let parts = (0..chart.series.len())
            .map(|n| rest.iter().map(|stack| stack.parts[n]).fold(0_i64, i64::saturating_add))
            .collect();
        stacks.push(Stack { name: format!("… + {}", canvas.wording.integer(rest.len() as i64)), parts });
    }
    let drawn = |part: i64| i128::from(part.max(0));
    let longest = stacks.iter().map(|stack| stack.parts.iter().map(|part| drawn(*part)).sum::<i128>()).max();
    let longest = longest.unwrap_or(0).max(1) as f64;
    let mut y = top;
    for stack in &stacks {
        let figure = canvas.wording.money(sum(&stack.parts), chart.currency);
        let room = canvas.width - (canvas.measuring)(&figure, Lettering::Figure) - 12.0;
        let label = canvas.cut(&stack.name, Lettering::Name, room);
        canvas.text((0.0, y + 9.0), Anchor::Start, Lettering::Name, label);
        canvas.text((canvas.width, y + 9.0), Anchor::End, Lettering::Figure, figure);
        let mut x = 0.0;
        for (series, part) in stack.parts.iter().enumerate() {
            let width = drawn(*part) as f64 * canvas.width / longest;
            if width > 0.0 {
                canvas.block((x, y + 13.0), (x + width, y + 19.0), Fill(series));
                x += width;
            }
        }
        y += ROW;
    }
    y
}

/// The names in the order they come, each with its parts. Two of the same name stay two.
fn stacks(canvas: &Canvas<'_>, chart: &Chart) -> Vec<Stack> {
    let mut stacks: Vec<Stack> = Vec::new();
    let mut places: HashMap<(String, usize), usize> = HashMap::new();
    for (n, series) in chart.series.iter().enumerate() {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for point in &series.points {
            let name = name(canvas.wording, &point.at);
            let times = seen.entry(name.clone()).or_default();
            let place = *places.entry((name.clone(), *times)).or_insert(stacks.len());
            *times += 1;
            if place == stacks.len() {
                stacks.push(Stack { name, parts: vec![0; chart.series.len()] });
            }
            stacks[place].parts[n] = point.minor;
        }
    }
    stacks
}
