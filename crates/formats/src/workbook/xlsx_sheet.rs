//! The rows of one sheet of an XLSX workbook, in the order in which they stand in its part.

use super::part::{Elements, PartPlace, push_text};
use super::spelling::{iso_day, push_number};
use super::xlsx::Shared;
use super::{COLUMNS_SHEET_MAX, ROWS_MAX};
use crate::csv::{COLUMNS_MAX, FIELD_BYTES_MAX};
use crate::row::{CellKind, RowBuffer};
use obligo_rules::problem::Problem;
use quick_xml::events::{BytesStart, Event};
use std::io::Read;

/// How the text of a cell is to be taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum CellType {
    #[default]
    Number,
    Shared,
    Text,
    Boolean,
    Error,
    Date,
}

/// What is known of the cell being read.
#[derive(Default)]
struct Cell {
    column: usize,
    kind: CellType,
    format: usize,
    has_formula: bool,
    has_value: bool,
}

/// A sheet read row by row.
pub(crate) struct XlsxSheet<R> {
    elements: Elements<R>,
    shared: Shared,
    is_in_data: bool,
    is_over: bool,
    row: u64,
    value: String,
}

impl<R: Read> XlsxSheet<R> {
    pub(crate) fn new(elements: Elements<R>, shared: Shared) -> XlsxSheet<R> {
        XlsxSheet { elements, shared, is_in_data: false, is_over: false, row: 0, value: String::new() }
    }

    /// Reads the next row that the part has, blank or not, without the columns before `first_column`; false at the end.
    pub(crate) fn next_row(&mut self, buffer: &mut RowBuffer, first_column: usize) -> Result<bool, Problem> {
        let place = self.elements.place().clone();
        while !self.is_over {
            match self.elements.next()? {
                Event::Eof => self.is_over = true,
                Event::Start(start) => match start.local_name().as_ref() {
                    "sheetData" => self.is_in_data = true,
                    "row" if self.is_in_data => {
                        self.row = row_number(&start, self.row, &place)?;
                        buffer.clear(self.row);
                        self.read_cells(buffer, first_column, &place)?;
                        return Ok(true);
                    }
                    _ => {}
                },
                // What follows the cells is about their looks; it is read for the checksum at its end.
                Event::End(end) if end.local_name().as_ref() == "sheetData" => self.is_in_data = false,
                _ => {}
            }
        }
        Ok(false)
    }

    fn read_cells(&mut self, buffer: &mut RowBuffer, first: usize, place: &PartPlace) -> Result<(), Problem> {
        let mut next_column = 0;
        let mut cell = Cell::default();
        // What the text met belongs to: the value, an inline text, or neither.
        let mut is_text = false;
        let mut hints = 0u32;
        loop {
            let event = self.elements.next()?;
            match &event {
                Event::Eof => return Err(place.damaged("ends-early")),
                Event::Start(start) => match start.local_name().as_ref() {
                    "c" => {
                        cell = cell_of(start, next_column, place, self.row)?;
                        next_column = cell.column + 1;
                        self.value.clear();
                    }
                    "v" => {
                        cell.has_value = true;
                        is_text = true;
                    }
                    "t" if hints == 0 => {
                        cell.has_value = true;
                        is_text = true;
                    }
                    "rPh" => hints += 1,
                    "f" => cell.has_formula = true,
                    _ => {}
                },
                Event::End(end) => match end.local_name().as_ref() {
                    "row" => return Ok(()),
                    "rPh" => hints = hints.saturating_sub(1),
                    "v" | "t" => is_text = false,
                    "c" => self.end_cell(&cell, buffer, first, place)?,
                    _ => {}
                },
                text if is_text => {
                    if !push_text(text, &mut self.value) {
                        return Err(place.problem("workbook-document-type").at_line(self.row));
                    }
                    if self.value.len() > FIELD_BYTES_MAX {
                        let problem =
                            place.problem("workbook-too-large").with("what", "text").at_line(self.row);
                        return Err(problem.with("limit", FIELD_BYTES_MAX));
                    }
                }
                _ => {}
            }
        }
    }

    fn end_cell(
        &self,
        cell: &Cell,
        buffer: &mut RowBuffer,
        first: usize,
        place: &PartPlace,
    ) -> Result<(), Problem> {
        let is_uncalculated = cell.has_formula && !cell.has_value;
        let Some(column) = cell.column.checked_sub(first) else { return Ok(()) };
        if self.value.is_empty() && !is_uncalculated {
            return Ok(());
        }
        if column >= COLUMNS_MAX {
            let problem = place.problem("csv-too-many-columns").at_line(self.row);
            return Err(problem.with("limit", COLUMNS_MAX));
        }
        buffer.pad(column);
        let value = self.value.as_str();
        let kind = match cell.kind {
            _ if is_uncalculated => CellKind::Uncalculated,
            CellType::Number => {
                let look = self.shared.looks.get(cell.format).copied().unwrap_or_default();
                push_number(value, look, self.shared.since_1904, &mut buffer.text)
            }
            CellType::Shared => {
                let index = value.trim().parse().ok();
                let text = index
                    .and_then(|index| self.shared.strings.get(index))
                    .ok_or_else(|| place.damaged("string-missing").at_line(self.row).of_value(value))?;
                push_unescaped(text, &mut buffer.text);
                CellKind::Text
            }
            CellType::Text => {
                push_unescaped(value, &mut buffer.text);
                CellKind::Text
            }
            CellType::Boolean => {
                buffer.text.push_str(if matches!(value.trim(), "1" | "true") { "true" } else { "false" });
                CellKind::Boolean
            }
            CellType::Error => {
                buffer.text.push_str(value);
                CellKind::Error
            }
            CellType::Date => {
                if let Some(day) = iso_day(value) {
                    buffer.text.push_str(&day.to_string());
                    CellKind::Date
                } else {
                    buffer.text.push_str(value);
                    CellKind::Text
                }
            }
        };
        buffer.end_field(kind);
        Ok(())
    }
}

fn row_number(start: &BytesStart<'_>, before: u64, place: &PartPlace) -> Result<u64, Problem> {
    let mut number = before + 1;
    for attribute in start.attributes().with_checks(false).flatten() {
        if attribute.key.as_ref() == "r" {
            let stated: u64 = attribute.value.trim().parse().unwrap_or(0);
            if stated <= before {
                return Err(place.damaged("out-of-order").at_line(number));
            }
            number = stated;
        }
    }
    if number > ROWS_MAX {
        return Err(place.problem("workbook-too-large").with("what", "rows").with("limit", ROWS_MAX));
    }
    Ok(number)
}

fn cell_of(start: &BytesStart<'_>, next: usize, place: &PartPlace, row: u64) -> Result<Cell, Problem> {
    let mut cell = Cell { column: next, ..Cell::default() };
    for attribute in start.attributes().with_checks(false).flatten() {
        let value = attribute.value.as_ref();
        match attribute.key.as_ref() {
            "r" => {
                cell.column = column_of(value)
                    .filter(|column| *column >= next)
                    .ok_or_else(|| place.damaged("out-of-order").at_line(row).of_value(value))?;
            }
            "s" => cell.format = value.trim().parse().unwrap_or(0),
            "t" => {
                cell.kind = match value {
                    "s" => CellType::Shared,
                    "str" | "inlineStr" => CellType::Text,
                    "b" => CellType::Boolean,
                    "e" => CellType::Error,
                    "d" => CellType::Date,
                    _ => CellType::Number,
                };
            }
            _ => {}
        }
    }
    Ok(cell)
}

/// The column of a cell reference such as `C7`, from 0.
fn column_of(reference: &str) -> Option<usize> {
    let mut column = 0;
    for letter in reference.bytes().take_while(u8::is_ascii_alphabetic) {
        column = column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        if column > COLUMNS_SHEET_MAX {
            return None;
        }
    }
    column.checked_sub(1)
}

/// Appends a text, its `_x000D_` turned into the characters they stand for.
fn push_unescaped(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let code = escape.get(2..6).filter(|_| escape.as_bytes().get(6) == Some(&b'_'));
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if let Some(character) =
            code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32)
        {
            if character != '\0' {
                out.push(character);
            }
            rest = &escape[7..];
        } else {
            out.push_str("_x");
            rest = &escape[2..];
        }
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cell_references_name_their_column() {
        for (reference, column) in [
            ("A1", Some(0)),
            ("z9", Some(25)),
            ("AA3", Some(26)),
            ("XFD1048576", Some(16_383)),
            ("XFE1", None),
            ("12", None),
            ("", None),
            ("ZZZZZZZZZZZZZZZZZZZZZ1", None),
        ] {
            assert_eq!(column_of(reference), column, "{reference}");
        }
    }

    #[test]
    fn escaped_characters_of_texts_are_themselves() {
        for (text, expected) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x", "_x"),
            ("_x12", "_x12"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("_x", "_x"),
        ] {
            let mut out = String::new();
            push_unescaped(text, &mut out);
            assert_eq!(out, expected);
        }
    }
}
