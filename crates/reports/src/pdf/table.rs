//! Tables: rows are laid out one after the other and drawn as soon as it is known on which page they stand.

use super::columns::{GUTTER, Grid, Spot, cell_text, grid, padding, sign_apart};
use super::fonts::Style;
use super::lines::broken;
use super::look::{ACCENT, HAIR, INK, LEADING, QUIET, RULE, TABLE_TITLE, TEXT};
use super::measure::Line;
use super::page::{Drawing, Orientation, Pages};
use super::structure::{Part, PartId};
use crate::model::{Alignment, Row, RowKind, Table, Value};
use std::collections::VecDeque;
use std::rc::Rc;

/// Lines of a head at most.
const HEAD_LINES: usize = 5;

/// So many rows stay together with the sum below them or the group above them.
const TOGETHER: usize = 8;

/// A cell's lines with their distance from the right border where they stand at the right.
struct Cell {
    lines: Vec<Rc<Line>>,
    left: f32,
    width: f32,
    alignment: Alignment,
    padding: f32,
    /// Stands at the right border, behind the padding: the sign of a percentage.
    sign: Option<Rc<Line>>,
}

/// A row laid out.
struct LaidRow {
    kind: RowKind,
    cells: Vec<Cell>,
    /// Lines of its highest cell.
    lines: usize,
    height: f32,
}

/// A table with its title, on pages that stand as the present one does.
pub(super) fn table(pages: &mut Pages<'_>, table: &Table) {
    let fixed = Some(pages.orientation());
    let grid = grid(pages.measure, pages.wording, table, |o| pages.width_of(o), fixed);
    for (n, set) in grid.sets.iter().enumerate() {
        Drawn { pages, table, grid: &grid, set, part: None, head: None }.draw(n == 0);
    }
}

/// Which way the pages of a table must stand.
pub(super) fn orientation(pages: &Pages<'_>, table: &Table) -> Orientation {
    grid(pages.measure, pages.wording, table, |o| pages.width_of(o), None).orientation
}

struct Drawn<'p, 'a, 't> {
    pages: &'p mut Pages<'a>,
    table: &'t Table,
    grid: &'t Grid,
    set: &'t [Spot],
    part: Option<PartId>,
    head: Option<LaidRow>,
}

impl Drawn<'_, '_, '_> {
    fn draw(&mut self, is_first_set: bool) {
        let head = self.laid_head();
        let rows = &self.table.rows;
        let mut next = 0;
        let mut waiting: VecDeque<(usize, LaidRow)> = VecDeque::new();
        let chain = self.fill(&mut waiting, &mut next);
        let title_height = if self.table.title.is_empty() { 0.0 } else { TABLE_TITLE * LEADING + 4.0 };
        let nothing = if rows.is_empty() { TEXT * LEADING + 8.0 } else { 0.0 };
        // Title, head and first rows stay together, as far as a page holds them.
        let together = title_height + head.height + chain + nothing;
        self.pages.need(together.min(self.pages.room_of_page()));
        self.title(is_first_set);
        self.part = self.pages.structure.add(None, Part::Table(self.table.title.clone()));
        self.head_row(&head, true);
        self.head = Some(head);
        if rows.is_empty() {
            self.nothing();
        }
        let mut is_first = true;
        while !waiting.is_empty() || next < rows.len() {
            let chain = self.fill(&mut waiting, &mut next);
            if !is_first && chain > self.pages.room() && self.fits_fresh(chain) {
                self.next_page();
            }
            is_first = false;
            if let Some((_, row)) = waiting.pop_front() {
                self.row(&row);
            }
        }
        self.pages.y += 4.0;
    }

    /// Lays out rows until it is known what must stay together with the first one waiting; says their height together.
    fn fill(&self, waiting: &mut VecDeque<(usize, LaidRow)>, next: &mut usize) -> f32 {
        let rows = &self.table.rows;
        let first = waiting.front().map_or(*next, |(n, _)| *n);
        let mut end = first + 1;
        while end < rows.len()
            && end - first < TOGETHER
            && (rows[end - 1].kind == RowKind::Group
                || matches!(rows[end].kind, RowKind::Subtotal | RowKind::Total))
        {
            end += 1;
        }
        while *next < end.min(rows.len()) {
            waiting.push_back((*next, self.laid(&rows[*next])));
            *next += 1;
        }
        waiting.iter().take(end - first).map(|(_, row)| row.height).sum()
    }

    /// Whether a new page, below its head, has room for this height.
    fn fits_fresh(&self, height: f32) -> bool {
        height <= self.pages.room_of_page() - self.head.as_ref().map_or(0.0, |head| head.height)
            || !self.is_below_head()
    }

    /// Whether the page has the head and nothing below it.
    fn is_below_head(&self) -> bool {
        let head = self.head.as_ref().map_or(0.0, |head| head.height);
        self.pages.room() >= self.pages.room_of_page() - head - 0.1
    }

    fn title(&mut self, is_first_set: bool) {
        if self.table.title.is_empty() {
            return;
        }
        if is_first_set {
            self.pages.note(1, &self.table.title);
        }
        let title = self.table.title.clone();
        self.pages.paragraph(Part::Heading(2, title.clone()), &title, Style::Strong, TABLE_TITLE, INK);
        self.pages.y += 2.0;
    }

    fn nothing(&mut self) {
        let text =
            if self.table.empty.is_empty() { self.pages.wording.nothing() } else { self.table.empty.clone() };
        self.pages.y += 5.0;
        let lines =
            broken(self.pages.measure, &text, Style::Regular, TEXT, self.pages.width() - 2.0 * GUTTER);
        let row = self.pages.structure.add(self.part, Part::Row);
        let cell = self.pages.structure.add(row, Part::Cell);
        for line in lines {
            let at = (self.pages.left() + GUTTER, self.pages.y);
            self.pages.text(cell, at, &line, TEXT, QUIET);
            self.pages.y += TEXT * LEADING;
        }
    }

    fn next_page(&mut self) {
        self.pages.next();
        if let Some(head) = self.head.take() {
            self.head_row(&head, false);
            self.head = Some(head);
        }
    }

    fn laid_head(&self) -> LaidRow {
        let size = self.grid.size - 0.5;
        let cells: Vec<Cell> = self
            .set
            .iter()
            .map(|spot| {
                let column = &self.table.columns[spot.column];
                let mut lines = broken(self.pages.measure, &column.label, Style::Strong, size, spot.width);
                lines.truncate(HEAD_LINES);
                if let Some(currency) = spot.currency.filter(|c| !column.label.contains(c.code())) {
                    lines.push(self.pages.measure.line(currency.code(), Style::Regular));
                }
                cell(spot, lines, 0.0)
            })
            .collect();
        let lines = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(1);
        LaidRow { kind: RowKind::Plain, cells, lines, height: lines as f32 * self.grid.leading() + 7.0 }
    }

    /// The head; on pages that continue it is no part of the contents.
    fn head_row(&mut self, head: &LaidRow, is_part: bool) {
        let row = if is_part { self.pages.structure.add(self.part, Part::Row) } else { None };
        let (size, leading) = (self.grid.size - 0.5, self.grid.leading());
        let y = self.pages.y;
        for cell in &head.cells {
            let part = row.and_then(|row| self.pages.structure.add(Some(row), Part::HeadCell));
            let top = y + 2.0 + (head.lines - cell.lines.len()) as f32 * leading;
            for (n, line) in cell.lines.iter().enumerate() {
                let x = self.pages.left() + cell.x(line, size);
                self.pages.text(part, (x, top + n as f32 * leading), line, size, QUIET);
            }
        }
        self.pages.y += head.height;
        self.pages.rule(self.pages.y - 2.0, 1.0, ACCENT);
    }

    fn laid(&self, row: &Row) -> LaidRow {
        let style = if row.kind == RowKind::Plain { Style::Regular } else { Style::Strong };
        let (measure, wording) = (self.pages.measure, self.pages.wording);
        let mut cells = Vec::with_capacity(self.set.len());
        let names_itself =
            self.set.iter().any(|spot| matches!(row.cells.get(spot.column), Some(Value::Text(_))));
        let mut needs_name = row.kind == RowKind::Total && !names_itself;
        for (n, spot) in self.set.iter().enumerate() {
            let value = row.cells.get(spot.column).unwrap_or(&Value::Empty);
            let mut text = cell_text(wording, value, spot.currency);
            let mut spot = spot.clone();
            if needs_name && text.is_empty() && spot.alignment == Alignment::Left {
                text = wording.total();
                needs_name = false;
            }
            if row.kind != RowKind::Plain && matches!(value, Value::Text(_)) {
                spot.width = self.width_over_empty(row, n);
            }
            let mut padding = padding(measure, value, style, spot.places, wording, self.grid.size);
            let (text, sign) = sign_apart(value, &text);
            let sign = Some(sign).filter(|sign| !sign.is_empty()).map(|sign| measure.line(sign, style));
            padding += sign.as_ref().map_or(0.0, |sign| sign.width * self.grid.size);
            let lines = if text.is_empty() {
                Vec::new()
            } else if matches!(value, Value::Text(_)) {
                broken(measure, text, style, self.grid.size, spot.width)
            } else {
                vec![measure.line(text, style)]
            };
            cells.push(Cell { sign, ..cell(&spot, lines, padding) });
        }
        let lines = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0).max(1);
        let space = if row.kind == RowKind::Group { self.above_group() } else { 0.0 };
        LaidRow {
            kind: row.kind,
            cells,
            lines,
            height: lines as f32 * self.grid.leading() + self.pad() * 2.0 + space,
        }
    }

    /// The width of a cell and of the empty ones right of it.
    fn width_over_empty(&self, row: &Row, n: usize) -> f32 {
        let is_empty = |spot: &&Spot| row.cells.get(spot.column).is_none_or(|value| *value == Value::Empty);
        let spot = &self.set[n];
        let last = self.set[n + 1..].iter().take_while(is_empty).last().unwrap_or(spot);
        last.left + last.width - spot.left
    }

    /// Above and below the text of a row.
    fn pad(&self) -> f32 {
        self.grid.size * 0.27
    }

    fn above_group(&self) -> f32 {
        self.grid.size * 0.8
    }

    /// Draws a row; one that is higher than a page goes on over the next ones line by line.
    fn row(&mut self, row: &LaidRow) {
        let part = self.pages.structure.add(self.part, Part::Row);
        let parts: Vec<Option<PartId>> = row
            .cells
            .iter()
            .map(|_| part.and_then(|row| self.pages.structure.add(Some(row), Part::Cell)))
            .collect();
        let leading = self.grid.leading();
        if row.kind == RowKind::Group && !self.is_below_head() {
            self.pages.y += self.above_group();
        }
        let mut from = 0;
        loop {
            let room = ((self.pages.room() - self.pad() * 2.0) / leading + 0.01).floor().max(0.0) as usize;
            let mut to = row.lines.min(from + room);
            if to == from {
                if self.is_below_head() {
                    to = from + 1;
                } else {
                    self.next_page();
                    continue;
                }
            }
            self.row_lines(row, &parts, from, to);
            if to >= row.lines {
                break;
            }
            from = to;
            self.next_page();
        }
    }

    /// Some lines of a row, with the line below or above it.
    fn row_lines(&mut self, row: &LaidRow, parts: &[Option<PartId>], from: usize, to: usize) {
        let (size, leading, pad) = (self.grid.size, self.grid.leading(), self.pad());
        let y = self.pages.y;
        match row.kind {
            RowKind::Total => self.pages.rule(y, 0.9, INK),
            RowKind::Subtotal => self.pages.rule(y, 0.5, RULE),
            RowKind::Plain | RowKind::Group => {}
        }
        let color = if row.kind == RowKind::Group { ACCENT } else { INK };
        // The leading of cells is narrower than the type's own height: half of the difference above.
        let first = y + pad + (leading - size) / 2.0 + size * 0.86;
        for (cell, part) in row.cells.iter().zip(parts) {
            for (n, line) in cell.lines.iter().enumerate().take(to).skip(from) {
                let baseline = first + (n - from) as f32 * leading;
                let texts = [(cell.x(line, size), Some(line)), (cell.sign_x(size), cell.sign.as_ref())];
                for (x, line) in texts.into_iter().filter_map(|(x, line)| Some((x, line?))) {
                    let x = self.pages.left() + x;
                    let line = Rc::clone(line);
                    self.pages.draw(*part, Drawing::Text { x, baseline, size, color, line });
                }
            }
        }
        self.pages.y += (to - from) as f32 * leading + pad * 2.0;
        if row.kind != RowKind::Total {
            self.pages.rule(self.pages.y, 0.35, HAIR);
        }
    }
}

fn cell(spot: &Spot, lines: Vec<Rc<Line>>, padding: f32) -> Cell {
    Cell { lines, left: spot.left, width: spot.width, alignment: spot.alignment, padding, sign: None }
}

impl Cell {
    /// Where a line begins, from the left border of the contents.
    fn x(&self, line: &Line, size: f32) -> f32 {
        match self.alignment {
            Alignment::Left => self.left,
            Alignment::Right => self.left + self.width - line.width * size - self.padding,
        }
    }

    /// Where the sign begins.
    fn sign_x(&self, size: f32) -> f32 {
        self.left + self.width - self.sign.as_ref().map_or(0.0, |sign| sign.width * size)
    }
}
