//! A picture as shapes.

use super::hatch::hatched;
use super::{by_name, over_time};
use crate::model::{Chart, ChartKind, Value};
use crate::wording::Wording;

/// Between the lines of a hatching.
const HATCHES_APART: f64 = 4.2;

/// Colours of surfaces: what is insured, what is not, what exceeds, what is there; then it begins again.
const GROUNDS: [[u8; 3]; 4] =
    [[0x2f, 0x66, 0x90], [0xf3, 0xd9, 0xb1], [0xf7, 0xcf, 0xc9], [0xd5, 0xe1, 0xec]];

/// Colours of lines on and around them.
const INKS: [[u8; 3]; 4] = [[0x2f, 0x66, 0x90], [0xb0, 0x7a, 0x24], [0xb3, 0x26, 0x1e], [0x5a, 0x66, 0x73]];

/// How a surface is filled: by the place of its series, which decides the colour, and hatched where colour alone would tell it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fill(pub usize);

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stroke {
    /// Of the grid.
    Grid,
    /// The zero of an axis.
    Axis,
    /// Of a hatching, in the ink of its fill.
    Hatch(Fill),
    /// The edge of a surface.
    Edge(Fill),
    /// A series that is only a line; each but the first is dashed.
    Series(usize),
}

impl Fill {
    /// Its colour: red, green, blue.
    #[must_use]
    pub fn ground(self) -> [u8; 3] {
        GROUNDS[self.0 % GROUNDS.len()]
    }

    /// The ink of its hatching and of lines of its series.
    fn ink(self) -> [u8; 3] {
        INKS[self.0 % INKS.len()]
    }
}

impl Stroke {
    /// Colour (red, green, blue), width and length of dashes, in points.
    #[must_use]
    pub fn drawn(self) -> ([u8; 3], f64, Option<f64>) {
        match self {
            Stroke::Grid => ([0xdf, 0xe4, 0xea], 0.4, None),
            Stroke::Axis => ([0x8a, 0x95, 0xa1], 0.7, None),
            Stroke::Hatch(fill) => (fill.ink(), 0.45, None),
            Stroke::Edge(fill) => (fill.ink(), 0.9, None),
            Stroke::Series(n) => (Fill(n).ink(), 1.5, (n > 0).then_some(3.0 + n as f64)),
        }
    }
}

/// What a text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lettering {
    /// On an axis: its unit, its ticks.
    Tick,
    /// A name in the legend or of a bar.
    Name,
    /// A figure at a bar.
    Figure,
}

impl Lettering {
    /// Type size in points.
    #[must_use]
    pub fn size(self) -> f64 {
        match self {
            Lettering::Tick => 7.5,
            Lettering::Name | Lettering::Figure => 8.5,
        }
    }
}

/// Which point of a text stands at its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A shape. Points from the upper left corner.
#[derive(Clone, PartialEq, Debug)]
pub enum Shape {
    /// A surface.
    Surface {
        /// Its corners.
        points: Vec<(f64, f64)>,
        /// How it is filled.
        fill: Fill,
    },
    /// A line through points.
    Line {
        /// The points.
        points: Vec<(f64, f64)>,
        /// What it is.
        stroke: Stroke,
    },
    /// A text.
    Text {
        /// Its place: the baseline.
        at: (f64, f64),
        /// Which point of it stands there.
        anchor: Anchor,
        /// What it is.
        lettering: Lettering,
        /// The text.
        text: String,
    },
}

/// A picture.
#[derive(Clone, PartialEq, Debug)]
pub struct Picture {
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
    /// Shapes, the lowest first.
    pub shapes: Vec<Shape>,
}

/// How wide a text is in points.
pub type Measuring<'a> = &'a dyn Fn(&str, Lettering) -> f64;

/// What drawing needs.
pub(super) struct Canvas<'a> {
    pub(super) wording: &'a dyn Wording,
    pub(super) measuring: Measuring<'a>,
    pub(super) width: f64,
    pub(super) shapes: Vec<Shape>,
}

/// The picture of a chart in a width; its title is not drawn. A chart without values is a sentence.
#[must_use]
pub fn picture(chart: &Chart, wording: &dyn Wording, width: f64, measuring: Measuring<'_>) -> Picture {
    let mut canvas = Canvas { wording, measuring, width, shapes: Vec::new() };
    let is_empty = chart.series.iter().flat_map(|series| &series.points).all(|point| point.minor == 0);
    let height = if is_empty {
        canvas.text((0.0, 12.0), Anchor::Start, Lettering::Name, wording.nothing());
        18.0
    } else {
        let top = canvas.legend(chart);
        match chart.kind {
            ChartKind::Areas => over_time::areas(&mut canvas, chart, top),
            ChartKind::Steps => over_time::steps(&mut canvas, chart, top),
            ChartKind::Columns => by_name::columns(&mut canvas, chart, top),
            ChartKind::Bars => by_name::bars(&mut canvas, chart, top),
        }
    };
    Picture { width, height, shapes: canvas.shapes }
}

impl Canvas<'_> {
    /// A text.
    pub(super) fn text(
        &mut self,
        at: (f64, f64),
        anchor: Anchor,
        lettering: Lettering,
        text: impl Into<String>,
    ) {
        self.shapes.push(Shape::Text { at, anchor, lettering, text: text.into() });
    }

    /// A line.
    pub(super) fn line(&mut self, points: Vec<(f64, f64)>, stroke: Stroke) {
        self.shapes.push(Shape::Line { points, stroke });
    }

    /// A surface with its hatching: the second series' lines climb, the third's cross, then it begins again.
    pub(super) fn surface(&mut self, points: Vec<(f64, f64)>, fill: Fill) {
        let mut pieces = Vec::new();
        if matches!(fill.0 % 4, 1 | 2) {
            pieces.extend(hatched(&points, HATCHES_APART, true));
        }
        if fill.0 % 4 == 2 {
            pieces.extend(hatched(&points, HATCHES_APART, false));
        }
        self.shapes.push(Shape::Surface { points, fill });
        for piece in pieces {
            self.line(piece.to_vec(), Stroke::Hatch(fill));
        }
    }

    /// A rectangle from its corners.
    pub(super) fn block(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), fill: Fill) {
        self.surface(vec![(x1, y1), (x2, y1), (x2, y2), (x1, y2)], fill);
    }

    /// The text, cut with `…` where it is wider than its room.
    pub(super) fn cut(&self, text: &str, lettering: Lettering, room: f64) -> String {
        if (self.measuring)(text, lettering) <= room {
            return text.to_owned();
        }
        let mut kept: Vec<char> = text.chars().take(120).collect();
        while !kept.is_empty() {
            kept.pop();
            let made: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
            if (self.measuring)(&made, lettering) <= room {
                return made;
            }
        }
        String::new()
    }

    /// The names of the series, if there are several, in as many lines as it takes; says where the plot may begin.
    fn legend(&mut self, chart: &Chart) -> f64 {
        if chart.series.len() < 2 {
            return 0.0;
        }
        let (mut x, mut y) = (0.0, 9.0);
        for (n, series) in chart.series.iter().enumerate() {
            let label = self.cut(&series.label, Lettering::Name, self.width - 14.0);
            let width = 13.0 + (self.measuring)(&label, Lettering::Name);
            if x > 0.0 && x + width > self.width {
                (x, y) = (0.0, y + 13.0);
            }
            if chart.kind == ChartKind::Steps {
                self.line(vec![(x, y - 3.0), (x + 10.0, y - 3.0)], Stroke::Series(n));
            } else {
                self.block((x, y - 7.0), (x + 8.0, y + 1.0), Fill(n));
            }
            self.text((x + 13.0, y), Anchor::Start, Lettering::Name, label);
            x += width + 16.0;
        }
        y + 10.0
    }
}

/// A name of a ledger or catalogue.
pub(super) fn name(wording: &dyn Wording, value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Day(day) => wording.day(*day),
        Value::Integer(number) => wording.integer(*number),
        Value::Percent(number) => wording.percent(*number),
        Value::Decimal(number) => wording.decimal(*number),
        Value::Amount(minor, currency) => wording.money(*minor, *currency),
        Value::Flag(flag) => wording.flag(*flag),
        Value::Empty => String::new(),
    }
}
