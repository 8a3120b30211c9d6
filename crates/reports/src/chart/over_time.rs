//! Pictures over dates: areas upon each other, steps.

use super::picture::{Anchor, Canvas, Fill, Lettering, Stroke};
use super::scale::{DayAxis, MoneyAxis};
use crate::model::{Chart, Series, Value};
use obligo_rules::calendar::Day;

/// Height of the plot.
const PLOT: f64 = 150.0;

/// More points than this show nothing more.
const POINTS_MAX: usize = 240;

/// Where the plot stands.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    money: MoneyAxis,
    days: DayAxis,
}

impl Plot {
    fn x(&self, day: Day) -> f64 {
        self.left + (self.right - self.left) * self.days.x(day) / 100.0
    }

    fn y(&self, value: i128) -> f64 {
        self.top + PLOT * self.money.y(value) / 100.0
    }

    fn bottom(&self) -> f64 {
        self.top + PLOT
    }
}

/// Areas upon each other, straight from point to point. What is negative is drawn as zero. Says the height of the picture.
pub(super) fn areas(canvas: &mut Canvas<'_>, chart: &Chart, top: f64) -> f64 {
    let days = thinned(&all_days(chart));
    let values: Vec<Vec<i128>> = chart.series.iter().map(|series| held(series, &days)).collect();
    // The upper edge of each series upon those before it.
    let mut edges: Vec<Vec<i128>> = vec![vec![0; days.len()]];
    for series in &values {
        let below = edges.last().map_or(&[][..], Vec::as_slice);
        edges.push(
            below.iter().zip(series).map(|(edge, value)| (edge + value).min(i64::MAX.into())).collect(),
        );
    }
    let highest = edges.iter().flatten().copied().max().unwrap_or(0);
    let Some(plot) = plot(canvas, chart, &days, highest, top) else { return top };
    for (n, pair) in edges.windows(2).enumerate() {
        let along = |edge: &[i128]| -> Vec<(f64, f64)> {
            match (days.as_slice(), edge) {
                // One day alone has no width of its own.
                ([_], [value]) => {
                    let middle = f64::midpoint(plot.left, plot.right);
                    vec![(middle - 20.0, plot.y(*value)), (middle + 20.0, plot.y(*value))]
                }
                _ => days.iter().zip(edge).map(|(day, value)| (plot.x(*day), plot.y(*value))).collect(),
            }
        };
        let upper = along(&pair[1]);
        let surface = upper.iter().copied().chain(along(&pair[0]).into_iter().rev()).collect();
        canvas.surface(surface, Fill(n));
        canvas.line(upper, Stroke::Edge(Fill(n)));
    }
    axis_line(canvas, &plot);
    plot.bottom() + 16.0
}

/// A line for each series that holds each value until the next. Says the height of the picture.
pub(super) fn steps(canvas: &mut Canvas<'_>, chart: &Chart, top: f64) -> f64 {
    let days = all_days(chart);
    let highest = chart.series.iter().flat_map(|s| &s.points).map(|p| i128::from(p.minor)).max().unwrap_or(0);
    let Some(plot) = plot(canvas, chart, &days, highest, top) else { return top };
    axis_line(canvas, &plot);
    for (n, series) in chart.series.iter().enumerate() {
        let mut points: Vec<(f64, f64)> = Vec::new();
        for (day, value) in sorted(series) {
            let (x, y) = (plot.x(day), plot.y(value.max(0).into()));
            if let Some((_, before)) = points.last().copied() {
                points.push((x, before));
            }
            points.push((x, y));
        }
        if let Some((x, y)) = points.last().copied() {
            points.push((if days.len() == 1 { x + 20.0 } else { plot.right }, y));
        }
        if !points.is_empty() {
            canvas.line(points, Stroke::Series(n));
        }
    }
    plot.bottom() + 16.0
}

/// The grid with its labels; `None` without days.
fn plot(canvas: &mut Canvas<'_>, chart: &Chart, days: &[Day], highest: i128, top: f64) -> Option<Plot> {
    let (first, last) = (*days.first()?, *days.last()?);
    let highest = i64::try_from(highest).unwrap_or(i64::MAX);
    let money = MoneyAxis::over([highest], chart.currency);
    let (left, top) = money_grid(canvas, &money, top, PLOT);
    let plot = Plot { left, right: canvas.width - 4.0, top, money, days: DayAxis::new(first, last) };
    let mut free_from = f64::NEG_INFINITY;
    for (day, label) in plot.days.ticks(canvas.wording) {
        let x = plot.x(day);
        let half = (canvas.measuring)(&label, Lettering::Tick) / 2.0;
        let middle = x.clamp(plot.left + half - 6.0, (canvas.width - half).max(plot.left + half));
        if middle - half > free_from {
            canvas.line(vec![(x, plot.bottom()), (x, plot.bottom() + 3.0)], Stroke::Grid);
            canvas.text((middle, plot.bottom() + 12.0), Anchor::Middle, Lettering::Tick, label);
            free_from = middle + half + 6.0;
        }
    }
    Some(plot)
}

/// The lines of an axis of money with their labels and its unit; says where the plot begins, left and above.
pub(super) fn money_grid(canvas: &mut Canvas<'_>, axis: &MoneyAxis, top: f64, height: f64) -> (f64, f64) {
    let labels: Vec<(i128, String)> =
        axis.ticks().map(|tick| (tick, axis.label(canvas.wording, tick))).collect();
    let widest =
        labels.iter().map(|(_, label)| (canvas.measuring)(label, Lettering::Tick)).fold(0.0, f64::max);
    let left = widest + 7.0;
    canvas.text((0.0, top + 8.0), Anchor::Start, Lettering::Tick, axis.unit(canvas.wording));
    let top = top + 18.0;
    for (tick, label) in labels {
        let y = top + height * axis.y(tick) / 100.0;
        if tick != 0 {
            canvas.line(vec![(left, y), (canvas.width, y)], Stroke::Grid);
        }
        canvas.text((left - 7.0, y + 2.5), Anchor::End, Lettering::Tick, label);
    }
    (left, top)
}

fn axis_line(canvas: &mut Canvas<'_>, plot: &Plot) {
    canvas.line(vec![(plot.left, plot.y(0)), (canvas.width, plot.y(0))], Stroke::Axis);
}

/// A series by its days; of two values of a day the later one.
fn sorted(series: &Series) -> Vec<(Day, i64)> {
    let mut points: Vec<(Day, i64)> = Vec::new();
    for point in &series.points {
        if let Value::Day(day) = point.at {
            points.push((day, point.minor));
        }
    }
    points.sort_by_key(|(day, _)| *day);
    points
}

fn all_days(chart: &Chart) -> Vec<Day> {
    let mut days: Vec<Day> = chart.series.iter().flat_map(sorted).map(|(day, _)| day).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Evenly chosen days, the last one among them.
fn thinned(days: &[Day]) -> Vec<Day> {
    let stride = days.len().div_ceil(POINTS_MAX).max(1);
    let mut kept: Vec<Day> = days.iter().rev().step_by(stride).copied().collect();
    kept.reverse();
    kept
}

/// What a series holds on each of the days: its last value up to then, nothing before its first.
fn held(series: &Series, days: &[Day]) -> Vec<i128> {
    let points = sorted(series);
    days.iter()
        .map(|day| {
            let until = points.partition_point(|(at, _)| at <= day);
            until.checked_sub(1).map_or(0, |n| i128::from(points[n].1.max(0)))
        })
        .collect()
}
