//! Pictures on pages.

use super::fonts::Style;
use super::look::{Color, INK, LEADING, QUIET, TABLE_TITLE};
use super::measure::{Measure, printable};
use super::page::{Drawing, Pages};
use super::structure::{Part, PartId};
use crate::chart::{Anchor, Lettering, Picture, Shape, picture};
use crate::model::Chart;

/// Pictures on lying pages are no wider, so that they do not look stretched.
const WIDTH_MAX: f32 = 520.0;

/// Height of a picture with its title and legend.
pub(super) fn height(pages: &Pages<'_>, chart: &Chart) -> f32 {
    drawn(pages, chart).height as f32 + TABLE_TITLE * LEADING + 12.0
}

/// Draws a picture below its title; both stand on one page.
pub(super) fn chart(pages: &mut Pages<'_>, chart: &Chart) {
    let picture = drawn(pages, chart);
    let height = picture.height as f32;
    pages.space(6.0);
    pages.need((height + TABLE_TITLE * LEADING + 6.0).min(pages.room_of_page()));
    if !chart.title.is_empty() {
        pages.note(1, &chart.title);
        let part = Part::Heading(3, chart.title.clone());
        pages.paragraph(part, &chart.title, Style::Strong, TABLE_TITLE, INK);
        pages.y += 4.0;
    }
    let says =
        [&chart.description, &chart.title, &chart.key].into_iter().find(|text| !text.trim().is_empty());
    let part = pages.structure.add(None, Part::Figure(says.map_or("…".to_owned(), |text| printable(text))));
    for shape in &picture.shapes {
        draw(pages, part, shape);
    }
    pages.y += height + 14.0;
}

/// How wide a text of a picture is, in points.
pub(super) fn width(measure: &Measure, text: &str, lettering: Lettering) -> f64 {
    measure.width(text, style(lettering), lettering.size() as f32).into()
}

fn drawn(pages: &Pages<'_>, chart: &Chart) -> Picture {
    let measuring = |text: &str, lettering: Lettering| width(pages.measure, &printable(text), lettering);
    picture(chart, pages.wording, pages.width().min(WIDTH_MAX).into(), &measuring)
}

fn style(lettering: Lettering) -> Style {
    if lettering == Lettering::Figure { Style::Strong } else { Style::Regular }
}

fn draw(pages: &mut Pages<'_>, part: Option<PartId>, shape: &Shape) {
    let (left, top) = (pages.left(), pages.y);
    let placed = |points: &[(f64, f64)]| -> Vec<(f32, f32)> {
        points.iter().map(|(x, y)| (left + *x as f32, top + *y as f32)).collect()
    };
    let drawing = match shape {
        Shape::Surface { points, fill } => {
            Drawing::Area { points: placed(points), color: color(fill.ground()) }
        }
        Shape::Line { points, stroke } => {
            let (rgb, width, dash) = stroke.drawn();
            Drawing::Stroke {
                points: placed(points),
                width: width as f32,
                color: color(rgb),
                dash: dash.map(|dash| dash as f32),
            }
        }
        Shape::Text { at, anchor, lettering, text } => {
            let line = pages.measure.line(&printable(text), style(*lettering));
            let size = lettering.size() as f32;
            let before = match anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => line.width * size / 2.0,
                Anchor::End => line.width * size,
            };
            let color = if *lettering == Lettering::Tick { QUIET } else { INK };
            let (x, baseline) = (left + at.0 as f32 - before, top + at.1 as f32);
            Drawing::Text { x, baseline, size, color, line }
        }
    };
    pages.draw(part, drawing);
}

fn color([red, green, blue]: [u8; 3]) -> Color {
    Color(red, green, blue)
}
