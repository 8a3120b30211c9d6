//! The sheets of an ODS workbook, one after the other, row by row: all stand in one part.

use super::number_format::NumberLook;
use super::part::{Elements, PartPlace, attribute, push_text, value_of};
use super::spelling::{iso_day, push_number};
use super::{COLUMNS_SHEET_MAX, ROWS_MAX, SHEETS_MAX, SheetName};
use crate::csv::{COLUMNS_MAX, FIELD_BYTES_MAX};
use crate::row::{CellKind, RowBuffer};
use obligo_rules::problem::Problem;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::io::Read;

/// The sheets of a workbook in the order of their part.
pub(crate) struct OdsSheets<R> {
    elements: Elements<R>,
    /// Styles of sheets that are not shown.
    hidden: HashSet<String>,
    style: String,
    sheets: usize,
    /// How deep in sheets: one may stand within a cell of another.
    depth: u32,
    row: u64,
    /// The row read last is to be given this often again, each time on the next line.
    repeats: u64,
    is_over: bool,
}

/// What is known of the cell being read.
#[derive(Default)]
struct Cell {
    kind: String,
    value: String,
    text: String,
    repeats: usize,
    paragraphs: u32,
    has_formula: bool,
}

impl<R: Read> OdsSheets<R> {
    pub(crate) fn new(elements: Elements<R>) -> OdsSheets<R> {
        OdsSheets {
            elements,
            hidden: HashSet::new(),
            style: String::new(),
            sheets: 0,
            depth: 0,
            row: 0,
            repeats: 0,
            is_over: true,
        }
    }

    /// Goes to the next sheet, past what is left of the one at hand; `None` after the last.
    pub(crate) fn next_sheet(&mut self) -> Result<Option<SheetName>, Problem> {
        let place = self.elements.place().clone();
        self.repeats = 0;
        loop {
            match self.elements.next()? {
                Event::Eof => return Ok(None),
                Event::Start(start) => match start.name().as_ref() {
                    "style:style" => self.style = attribute(&start, "name"),
                    "style:table-properties" if attribute(&start, "display") == "false" => {
                        self.hidden.insert(self.style.clone());
                        if self.hidden.len() > SHEETS_MAX {
                            return Err(place
                                .problem("workbook-too-large")
                                .with("what", "sheets")
                                .with("limit", SHEETS_MAX));
                        }
                    }
                    "table:table" => {
                        self.depth += 1;
                        if self.depth > 1 {
                            continue;
                        }
                        self.sheets += 1;
                        if self.sheets > SHEETS_MAX {
                            return Err(place
                                .problem("workbook-too-large")
                                .with("what", "sheets")
                                .with("limit", SHEETS_MAX));
                        }
                        (self.row, self.is_over) = (0, false);
                        let is_hidden = self.hidden.contains(&attribute(&start, "style-name"));
                        return Ok(Some(SheetName { name: attribute(&start, "name"), is_hidden }));
                    }
                    _ => {}
                },
                Event::End(end) if end.name().as_ref() == "table:table" => {
                    self.depth = self.depth.saturating_sub(1);
                }
                _ => {}
            }
        }
    }

    /// Reads the next row of the sheet, without the columns before `first_column`; false at its end.
    pub(crate) fn next_row(&mut self, buffer: &mut RowBuffer, first_column: usize) -> Result<bool, Problem> {
        let place = self.elements.place().clone();
        if self.repeats > 0 {
            self.repeats -= 1;
            self.row += 1;
            buffer.line = self.row;
            return check_rows(self.row, &place).map(|()| true);
        }
        while !self.is_over {
            match self.elements.next()? {
                Event::Eof => self.is_over = true,
                Event::Start(start) => match start.name().as_ref() {
                    "table:table" => self.depth += 1,
                    "table:table-row" => {
                        let repeats = repeated(&start, "number-rows-repeated");
                        buffer.clear(self.row + 1);
                        self.read_cells(buffer, first_column, &place)?;
                        if buffer.text.is_empty() && !buffer.kinds.contains(&CellKind::Uncalculated) {
                            // The sheet's last million rows are blank.
                            self.row += repeats;
                            continue;
                        }
                        self.row += 1;
                        self.repeats = repeats - 1;
                        check_rows(self.row, &place)?;
                        return Ok(true);
                    }
                    _ => {}
                },
                Event::End(end) if end.name().as_ref() == "table:table" => {
                    self.depth = self.depth.saturating_sub(1);
                    self.is_over = self.depth == 0;
                }
                _ => {}
            }
        }
        Ok(false)
    }

    fn read_cells(&mut self, buffer: &mut RowBuffer, first: usize, place: &PartPlace) -> Result<(), Problem> {
        let mut cell = Cell::default();
        let mut column = 0usize;
        // How deep in a paragraph of the cell, and in a note, a drawing or a sheet within the cell.
        let (mut paragraph, mut aside) = (0u32, 0u32);
        loop {
            let event = self.elements.next()?;
            match &event {
                Event::Eof => return Err(place.damaged("ends-early")),
                Event::Start(start) => match start.name().as_ref() {
                    _ if aside > 0 => aside += 1,
                    "table:table-cell" | "table:covered-table-cell" => cell = cell_of(start),
                    "office:annotation" | "draw:frame" | "table:table" | "table:detective" => aside = 1,
                    "text:p" | "text:h" => {
                        if cell.paragraphs > 0 {
                            cell.text.push('\n');
                        }
                        cell.paragraphs += 1;
                        paragraph += 1;
                    }
                    "text:s" => {
                        let blanks = attribute(start, "c").parse().unwrap_or(1).min(FIELD_BYTES_MAX);
                        cell.text.extend(std::iter::repeat_n(' ', blanks));
                    }
                    "text:tab" => cell.text.push('\t'),
                    "text:line-break" => cell.text.push('\n'),
                    _ => {}
                },
                Event::End(_) if aside > 0 => aside -= 1,
                Event::End(end) => match end.name().as_ref() {
                    "table:table-row" => return Ok(()),
                    "text:p" | "text:h" => paragraph = paragraph.saturating_sub(1),
                    "table:table-cell" | "table:covered-table-cell" => {
                        end_cell(&cell, column, buffer, first, place)?;
                        column = column.saturating_add(cell.repeats).min(COLUMNS_SHEET_MAX);
                    }
                    _ => {}
                },
                text if paragraph > 0 && aside == 0 && !push_text(text, &mut cell.text) => {
                    return Err(place.problem("workbook-document-type").at_line(buffer.line));
                }
                _ => {}
            }
            if cell.text.len() > FIELD_BYTES_MAX || cell.value.len() > FIELD_BYTES_MAX {
                let problem = place.problem("workbook-too-large").with("what", "text").at_line(buffer.line);
                return Err(problem.with("limit", FIELD_BYTES_MAX));
            }
        }
    }
}

fn end_cell(
    cell: &Cell,
    column: usize,
    buffer: &mut RowBuffer,
    first: usize,
    place: &PartPlace,
) -> Result<(), Problem> {
    let is_uncalculated = cell.has_formula && cell.kind.is_empty() && cell.text.is_empty();
    if cell.text.is_empty() && cell.value.is_empty() && !is_uncalculated {
        return Ok(());
    }
    for column in column..column + cell.repeats {
        let Some(column) = column.checked_sub(first) else { continue };
        if column >= COLUMNS_MAX {
            let problem = place.problem("csv-too-many-columns").at_line(buffer.line);
            return Err(problem.with("limit", COLUMNS_MAX));
        }
        buffer.pad(column);
        let kind = if is_uncalculated { CellKind::Uncalculated } else { push_cell(cell, &mut buffer.text) };
        buffer.end_field(kind);
    }
    Ok(())
}

fn check_rows(row: u64, place: &PartPlace) -> Result<(), Problem> {
    if row > ROWS_MAX {
        return Err(place.problem("workbook-too-large").with("what", "rows").with("limit", ROWS_MAX));
    }
    Ok(())
}

/// A count of repetitions, at least 1; far more than a sheet can hold is the same as too many.
fn repeated(start: &BytesStart<'_>, name: &str) -> u64 {
    attribute(start, name).parse().unwrap_or(1).clamp(1, ROWS_MAX * 4)
}

fn cell_of(start: &BytesStart<'_>) -> Cell {
    let mut cell = Cell { repeats: 1, ..Cell::default() };
    let mut is_error = false;
    for attribute in start.attributes().with_checks(false).flatten() {
        let value = || value_of(&attribute);
        match attribute.key.as_ref() {
            "table:number-columns-repeated" => {
                let repeats: u64 = attribute.value.parse().unwrap_or(1);
                cell.repeats = repeats.clamp(1, COLUMNS_SHEET_MAX as u64 + 1) as usize;
            }
            "table:formula" => cell.has_formula = true,
            "office:value-type" => cell.kind = value(),
            "calcext:value-type" => is_error = attribute.value == "error",
            "office:value" | "office:date-value" | "office:boolean-value" | "office:string-value" => {
                cell.value = value();
            }
            _ => {}
        }
    }
    if is_error {
        "error".clone_into(&mut cell.kind);
    }
    cell
}

fn push_cell(cell: &Cell, out: &mut String) -> CellKind {
    match cell.kind.as_str() {
        "float" | "currency" | "percentage" => {
            // Account numbers are shown with zeros in front, which their value lacks.
            let digits = cell.text.bytes().all(|byte| byte.is_ascii_digit());
            let is_padded = digits && cell.text.len() > 1 && cell.text.starts_with('0');
            let width = u8::try_from(cell.text.len()).ok().filter(|_| is_padded);
            push_number(&cell.value, width.map_or(NumberLook::Plain, NumberLook::Zeros), false, out)
        }
        "date" => {
            if let Some(day) = iso_day(&cell.value) {
                out.push_str(&day.to_string());
                CellKind::Date
            } else {
                out.push_str(&cell.value);
                CellKind::Text
            }
        }
        "boolean" => {
            out.push_str(if cell.value == "true" { "true" } else { "false" });
            CellKind::Boolean
        }
        "error" => {
            out.push_str(if cell.text.is_empty() { "#ERR" } else { &cell.text });
            CellKind::Error
        }
        _ => {
            out.push_str(if cell.text.is_empty() { &cell.value } else { &cell.text });
            let is_error = cell.has_formula
                && ["#N/A", "#VALUE!", "#REF!", "#NAME?", "#DIV/0!", "#NUM!"].contains(&cell.text.as_str());
            if is_error { CellKind::Error } else { CellKind::Text }
        }
    }
}
