//! Pages as lists of what is drawn on them, filled from the top down; each is handed on as soon as it is full.

use super::fonts::Style;
use super::lines::{broken, cut};
use super::look::{ASCENT, Color, FOOT, HAIR, INK, LEADING, LONG_SIDE, MARK, MM, Margins, QUIET, SHORT_SIDE};
use super::measure::{Line, Measure, printable};
use super::structure::{Part, PartId, Structure};
use crate::wording::Wording;
use std::rc::Rc;

/// How many lines `made_from` may take at the foot.
const FOOT_LINES: usize = 2;

/// A heading in the outline: its level from 0, its text, its page from 0, its height on it.
pub(super) type OutlineEntry = (usize, String, usize, f32);

/// Something drawn. Points from the upper left corner of the page.
#[derive(Clone, Debug)]
pub(super) enum Drawing {
    Text {
        x: f32,
        baseline: f32,
        size: f32,
        color: Color,
        line: Rc<Line>,
    },
    Stroke {
        points: Vec<(f32, f32)>,
        width: f32,
        color: Color,
        dash: Option<f32>,
    },
    Area {
        points: Vec<(f32, f32)>,
        color: Color,
    },
    /// Text across the page, in its middle.
    Across {
        size: f32,
        color: Color,
        line: Rc<Line>,
    },
}

/// A page.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) width: f32,
    pub(super) height: f32,
    /// What is drawn, the lowest first, and the part of the structure it belongs to.
    pub(super) drawings: Vec<(Option<PartId>, Drawing)>,
}

/// What all pages have: above, below and behind.
pub(super) struct Running {
    /// At the head of every page but the first: what it is.
    pub(super) head: [String; 2],
    /// At the foot: what it was made from.
    pub(super) foot: String,
    /// Behind the text.
    pub(super) mark: Option<String>,
    pub(super) margins: Margins,
}

/// Which way a page stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Orientation {
    Upright,
    Lying,
}

/// The pages of a document while it is laid out.
pub(super) struct Pages<'a> {
    pub(super) measure: &'a Measure,
    pub(super) wording: &'a dyn Wording,
    pub(super) structure: Structure,
    pub(super) outline: Vec<OutlineEntry>,
    running: &'a Running,
    /// How many there are in the end; 0 while they are counted.
    count: usize,
    full: &'a mut dyn FnMut(Sheet, &mut Structure),
    sheet: Sheet,
    orientation: Orientation,
    index: usize,
    is_empty: bool,
    /// Where the next thing stands.
    pub(super) y: f32,
    /// Where pages that are full in the middle of the contents continue.
    top: f32,
    bottom: f32,
}

impl<'a> Pages<'a> {
    /// The first page, empty.
    pub(super) fn new(
        measure: &'a Measure,
        wording: &'a dyn Wording,
        running: &'a Running,
        count: usize,
        structure: Structure,
        orientation: Orientation,
        full: &'a mut dyn FnMut(Sheet, &mut Structure),
    ) -> Pages<'a> {
        let sheet = Sheet { width: 0.0, height: 0.0, drawings: Vec::new() };
        let mut pages = Pages {
            measure,
            wording,
            structure,
            outline: Vec::new(),
            running,
            count,
            full,
            sheet,
            orientation,
            index: 0,
            is_empty: true,
            y: 0.0,
            top: 0.0,
            bottom: 0.0,
        };
        pages.open();
        pages
    }

    /// Left border of the contents.
    pub(super) fn left(&self) -> f32 {
        self.running.margins.left
    }

    /// Right border of the contents.
    pub(super) fn right(&self) -> f32 {
        self.sheet.width - self.running.margins.right
    }

    /// Width of the contents.
    pub(super) fn width(&self) -> f32 {
        self.right() - self.left()
    }

    /// Width of the contents of a page of an orientation.
    pub(super) fn width_of(&self, orientation: Orientation) -> f32 {
        sides(orientation).0 - self.running.margins.left - self.running.margins.right
    }

    /// Which way the page stands.
    pub(super) fn orientation(&self) -> Orientation {
        self.orientation
    }

    /// Height left on the page.
    pub(super) fn room(&self) -> f32 {
        self.bottom - self.y
    }

    /// Height of the contents of a page that continues.
    pub(super) fn room_of_page(&self) -> f32 {
        self.bottom - self.top
    }

    /// Goes to a new page if less than `height` is left and a new page has more. Says whether it did.
    pub(super) fn need(&mut self, height: f32) -> bool {
        let goes = height > self.room() && !self.is_empty;
        if goes {
            self.next();
        }
        goes
    }

    /// Goes to a new page, unless this one is empty.
    pub(super) fn next(&mut self) {
        if !self.is_empty {
            self.close();
            self.index += 1;
            self.open();
        }
    }

    /// Goes to a page of this orientation.
    pub(super) fn turn(&mut self, orientation: Orientation) {
        if self.orientation != orientation {
            self.next();
            self.orientation = orientation;
            self.open();
        }
    }

    /// Space below what stands there, none at the top of a page.
    pub(super) fn space(&mut self, height: f32) {
        if !self.is_empty {
            self.y += height;
        }
    }

    /// Draws.
    pub(super) fn draw(&mut self, part: Option<PartId>, drawing: Drawing) {
        self.is_empty = false;
        self.sheet.drawings.push((part, drawing));
    }

    /// A level line over the contents' width.
    pub(super) fn rule(&mut self, y: f32, width: f32, color: Color) {
        let points = vec![(self.left(), y), (self.right(), y)];
        self.draw(None, Drawing::Stroke { points, width, color, dash: None });
    }

    /// Draws a line of text with its upper edge at `y`.
    pub(super) fn text(
        &mut self,
        part: Option<PartId>,
        (x, y): (f32, f32),
        line: &Rc<Line>,
        size: f32,
        color: Color,
    ) {
        if !line.runs.is_empty() {
            let baseline = y + size * ASCENT;
            self.draw(part, Drawing::Text { x, baseline, size, color, line: Rc::clone(line) });
        }
    }

    /// A paragraph over the contents' width that goes on over as many pages as it takes; two lines at least stay together.
    pub(super) fn paragraph(&mut self, part: Part, text: &str, style: Style, size: f32, color: Color) {
        let lines = broken(self.measure, text, style, size, self.width());
        let part = self.structure.add(None, part);
        let height = size * LEADING;
        for (n, line) in lines.iter().enumerate() {
            let left = lines.len() - n;
            let together = if n == 0 || left == 2 { left.min(2) } else { 1 };
            self.need(height * together as f32);
            let (x, y) = (self.left(), self.y);
            self.text(part, (x, y), line, size, color);
            self.y += height;
        }
    }

    /// Notes a heading at the present place for the outline.
    pub(super) fn note(&mut self, level: usize, text: &str) {
        let text: String = printable(text).chars().take(200).collect();
        if !text.trim().is_empty() {
            self.outline.push((level, text, self.index, (self.y - 4.0).max(0.0)));
        }
    }

    /// Hands the last page on; says how many there were, with outline and structure.
    pub(super) fn finish(mut self) -> (usize, Vec<OutlineEntry>, Structure) {
        self.close();
        (self.index + 1, self.outline, self.structure)
    }

    fn open(&mut self) {
        let (width, height) = sides(self.orientation);
        self.sheet = Sheet { width, height, drawings: Vec::new() };
        let margins = self.running.margins;
        self.bottom = height - margins.bottom;
        self.top = margins.top;
        self.y = margins.top;
        if let Some(mark) = &self.running.mark {
            let short: String = printable(mark).chars().take(40).collect();
            let diagonal = width.hypot(height) * 0.62;
            let size = (diagonal / self.measure.width(&short, Style::Strong, 1.0).max(1.0)).min(110.0);
            let line = self.measure.line(&short, Style::Strong);
            self.sheet.drawings.push((None, Drawing::Across { size, color: MARK, line }));
        }
        if self.index > 0 {
            self.head();
        }
        self.is_empty = true;
    }

    /// The short head of a page that continues.
    fn head(&mut self) {
        let y = 13.0 * MM;
        let half = self.width() / 2.0 - 8.0;
        let [what, about] = &self.running.head;
        let about = cut(self.measure, about, Style::Regular, FOOT, half);
        let room = self.width() - about.width * FOOT - 16.0;
        let what = cut(self.measure, what, Style::Strong, FOOT, room);
        let (left, right) = (self.left(), self.right());
        self.text(None, (left, y), &what, FOOT, INK);
        self.text(None, (right - about.width * FOOT, y), &about, FOOT, QUIET);
        self.rule(y + FOOT * 1.7, 0.4, HAIR);
    }

    /// The foot of the page, and the page handed on.
    fn close(&mut self) {
        let y = self.sheet.height - 14.0 * MM;
        let number = self.wording.page(self.index + 1, self.count.max(self.index + 1));
        let number = self.measure.line(&printable(&number), Style::Regular);
        let (left, right) = (self.left(), self.right());
        self.rule(y - FOOT * 0.9, 0.4, HAIR);
        self.text(None, (right - number.width * FOOT, y), &number, FOOT, QUIET);
        let room = self.width() - 90.0;
        let lines = broken(self.measure, &self.running.foot, Style::Regular, FOOT, room);
        for (n, line) in lines.iter().take(FOOT_LINES).enumerate() {
            self.text(None, (left, y + n as f32 * FOOT * 1.25), line, FOOT, QUIET);
        }
        let blank = Sheet { width: 0.0, height: 0.0, drawings: Vec::new() };
        (self.full)(std::mem::replace(&mut self.sheet, blank), &mut self.structure);
    }
}

fn sides(orientation: Orientation) -> (f32, f32) {
    match orientation {
        Orientation::Upright => (SHORT_SIDE, LONG_SIDE),
        Orientation::Lying => (LONG_SIDE, SHORT_SIDE),
    }
}
