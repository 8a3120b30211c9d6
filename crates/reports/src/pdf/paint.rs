//! Pages into the PDF library.

use super::fonts::Fonts;
use super::look::Color;
use super::measure::{Glyph, Line};
use super::page::{Drawing, OutlineEntry, Sheet};
use super::structure::{PartId, Structure};
use krilla::Document;
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineJoin, Stroke, StrokeDash};
use krilla::surface::{Location, Surface};
use krilla::tagging::{Artifact, ArtifactType, ContentTag};
use krilla::text::GlyphId;
use std::ops::Range;

impl krilla::text::Glyph for Glyph {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.id.into())
    }

    fn text_range(&self) -> Range<usize> {
        self.text.clone()
    }

    fn x_advance(&self, size: f32) -> f32 {
        self.advance * size
    }

    fn x_offset(&self, size: f32) -> f32 {
        self.x_offset * size
    }

    fn y_offset(&self, size: f32) -> f32 {
        self.y_offset * size
    }

    fn y_advance(&self, _size: f32) -> f32 {
        0.0
    }

    fn location(&self) -> Option<Location> {
        None
    }
}

/// Adds a page to the document, and what was drawn on it to the structure.
pub(super) fn paint(document: &mut Document, sheet: &Sheet, fonts: &Fonts, structure: &mut Structure) {
    let Some(settings) = PageSettings::from_wh(sheet.width, sheet.height) else { return };
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let mut at = 0;
    while let Some((part, _)) = sheet.drawings.get(at) {
        let end = at + sheet.drawings[at..].iter().take_while(|(other, _)| other == part).count();
        tagged(&mut surface, *part, structure, |surface| {
            for (_, drawing) in &sheet.drawings[at..end] {
                draw(surface, drawing, fonts, (sheet.width, sheet.height));
            }
        });
        at = end;
    }
    surface.finish();
    page.finish();
}

/// Draws as a piece of a part, or as what is no part of the contents.
fn tagged(
    surface: &mut Surface<'_>,
    part: Option<PartId>,
    structure: &mut Structure,
    draw: impl FnOnce(&mut Surface<'_>),
) {
    if !structure.is_kept() {
        draw(surface);
        return;
    }
    let identifier = surface.start_tagged(match part {
        Some(_) => ContentTag::Other,
        None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
    });
    draw(surface);
    surface.end_tagged();
    if let Some(part) = part {
        structure.drawn(part, identifier);
    }
}

fn draw(surface: &mut Surface<'_>, drawing: &Drawing, fonts: &Fonts, (width, height): (f32, f32)) {
    match drawing {
        Drawing::Text { x, baseline, size, color, line } => {
            fill(surface, *color);
            text(surface, line, fonts, (*x, *baseline), *size);
        }
        Drawing::Across { size, color, line } => {
            fill(surface, *color);
            let angle = -(height / width).atan().to_degrees();
            surface.push_transform(&Transform::from_translate(width / 2.0, height / 2.0));
            surface.push_transform(&Transform::from_rotate(angle));
            text(surface, line, fonts, (-line.width * size / 2.0, size * 0.33), *size);
            surface.pop();
            surface.pop();
        }
        Drawing::Area { points, color } => {
            fill(surface, *color);
            if let Some(path) = path(points, true) {
                surface.draw_path(&path);
            }
        }
        Drawing::Stroke { points, width, color, dash } => {
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke {
                paint: rgb::Color::new(color.0, color.1, color.2).into(),
                width: *width,
                line_join: LineJoin::Round,
                dash: dash.map(|dash| StrokeDash { array: vec![dash, dash], offset: 0.0 }),
                ..Stroke::default()
            }));
            if let Some(path) = path(points, false) {
                surface.draw_path(&path);
            }
        }
    }
}

fn fill(surface: &mut Surface<'_>, color: Color) {
    surface.set_stroke(None);
    let paint = rgb::Color::new(color.0, color.1, color.2).into();
    surface.set_fill(Some(Fill { paint, ..Fill::default() }));
}

fn text(surface: &mut Surface<'_>, line: &Line, fonts: &Fonts, (mut x, y): (f32, f32), size: f32) {
    for run in &line.runs {
        let font = fonts.font(run.face);
        surface.draw_glyphs(Point::from_xy(x, y), &run.glyphs, font, &run.text, size, false);
        x += run.width * size;
    }
}

fn path(points: &[(f32, f32)], is_closed: bool) -> Option<Path> {
    let (first, rest) = points.split_first()?;
    let mut builder = PathBuilder::new();
    builder.move_to(first.0, first.1);
    for (x, y) in rest {
        builder.line_to(*x, *y);
    }
    if is_closed {
        builder.close();
    }
    builder.finish()
}

/// The outline from its headings: each below the last one of a lower level.
pub(super) fn outline(entries: &[OutlineEntry]) -> Outline {
    let mut outline = Outline::new();
    let mut rest = entries;
    while !rest.is_empty() {
        let node = node(&mut rest);
        outline.push_child(node);
    }
    outline
}

/// The first entry with all those below it; takes them off the entries, of which there is at least one.
fn node(entries: &mut &[OutlineEntry]) -> OutlineNode {
    let (level, text, page, y) = &entries[0];
    let destination = XyzDestination::new(*page, Point::from_xy(0.0, *y));
    let mut made = OutlineNode::new(text.clone(), destination).with_open(*level == 0);
    *entries = &entries[1..];
    while entries.first().is_some_and(|(below, ..)| below > level) {
        made.push_child(node(entries));
    }
    made
}
