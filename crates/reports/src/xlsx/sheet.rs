//! A table as a sheet, or as several where it is longer than one may be.

use super::Bounds;
use super::cell::{Cells, Style, WIDTH_MAX, is_right};
use super::print;
use super::sum::Sums;
use crate::model::{Column, Report, Row, RowKind, Table, Value};
use rust_xlsxwriter::{IgnoreError, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

/// Narrowest column in characters.
const WIDTH_MIN: usize = 8;
/// A head may be this wide before it wraps.
const HEAD_MAX: usize = 14;
const HEAD_LINES_MAX: u8 = 6;
/// Height of a line in points.
const LINE_HEIGHT: f64 = 15.0;
/// Room for the arrow of a filter, and air.
const AIR: usize = 3;

/// Sheets a table takes of `rows` rows each.
pub(super) fn count(table: &Table, rows: u32) -> usize {
    let all = table.rows.len() + usize::from(needs_total(table));
    all.div_ceil(rows as usize - 1).max(1)
}

/// Whether a total is added: columns are summed, and the report gives no total itself.
fn needs_total(table: &Table) -> bool {
    let has_total = table.rows.iter().any(|row| row.kind == RowKind::Total);
    let has_lines = table.rows.iter().any(|row| row.kind == RowKind::Plain);
    !has_total && has_lines && table.columns.iter().any(|column| column.summed)
}

/// Writes a table onto sheets of these names.
pub(super) fn write(
    book: &mut Workbook,
    bounds: Bounds,
    report: &Report,
    table: &Table,
    names: &[String],
    cells: &mut Cells<'_>,
) -> Result<(), XlsxError> {
    let per_sheet = bounds.rows as usize - 1;
    let widths = widths(table, cells);
    let mut sums = Sums::new(&table.columns);
    let mut rows = table.rows.iter();
    let mut total = needs_total(table);
    for (number, name) in names.iter().enumerate() {
        let sheet = if table.rows.len() > bounds.rows_in_memory {
            book.add_worksheet_with_constant_memory()?
        } else {
            book.add_worksheet()
        };
        sheet.set_name(name)?;
        set_up(sheet, report, table, &widths, cells)?;
        let mut at = 1;
        let mut last_line = 0;
        while (at as usize) <= per_sheet {
            let made;
            let row = if let Some(row) = rows.next() {
                row
            } else if std::mem::take(&mut total) {
                made = total_row(table, &sums, &cells.wording.total());
                &made
            } else {
                break;
            };
            write_row(sheet, table, row, (number, at), names, &mut sums, cells)?;
            if row.kind != RowKind::Total {
                last_line = at;
            }
            at += 1;
        }
        if table.rows.is_empty() {
            let empty = if table.empty.is_empty() { cells.wording.nothing() } else { table.empty.clone() };
            cells.write(sheet, (1, 0), &Value::Text(empty), Style::Row(RowKind::Plain), false)?;
        } else if let Some(last_column) = (table.columns.len() as u16).checked_sub(1) {
            sheet.autofilter(0, 0, last_line.max(1), last_column)?;
        }
    }
    Ok(())
}

/// The total a report leaves to the writer.
fn total_row(table: &Table, sums: &Sums, word: &str) -> Row {
    let mut cells: Vec<Value> = (0..table.columns.len()).map(|column| sums.total(column)).collect();
    if let Some(first) = cells.first_mut().filter(|first| **first == Value::Empty) {
        *first = Value::Text(word.to_owned());
    }
    Row { kind: RowKind::Total, cells }
}

fn write_row(
    sheet: &mut Worksheet,
    table: &Table,
    row: &Row,
    (number, at): (usize, u32),
    names: &[String],
    sums: &mut Sums,
    cells: &mut Cells<'_>,
) -> Result<(), XlsxError> {
    let style = Style::Row(row.kind);
    let mut is_formula = vec![false; table.columns.len()];
    for (position, (value, column)) in row.cells.iter().zip(&table.columns).enumerate() {
        let place = (at, position as u16);
        if let Some(formula) = sums.formula(row, &table.columns, position, names, number) {
            is_formula[position] = cells.write_sum(sheet, place, formula, value, style)?;
        }
        if !is_formula[position] {
            cells.write(sheet, place, value, style, is_right(column.kind))?;
        }
    }
    // Rows are counted from 1 in formulas.
    sums.pass(row, number, at + 1, &is_formula);
    Ok(())
}

fn set_up(
    sheet: &mut Worksheet,
    report: &Report,
    table: &Table,
    widths: &[usize],
    cells: &mut Cells<'_>,
) -> Result<(), XlsxError> {
    print::set_up(sheet, report, cells.wording);
    sheet.set_landscape().set_repeat_rows(0, 0)?.set_freeze_panes(1, 0)?;
    sheet.set_row_height(0, f64::from(head_lines(table, widths)) * LINE_HEIGHT)?;
    for (position, (column, width)) in table.columns.iter().zip(widths).enumerate() {
        sheet.set_column_width(position as u16, *width as f64)?;
        let label = Value::Text(column.label.clone());
        cells.write(sheet, (0, position as u16), &label, Style::Head, is_right(column.kind))?;
    }
    if let Some(last_column) = (table.columns.len() as u16).checked_sub(1) {
        // Account numbers are texts of digits on purpose.
        let last_row = table.rows.len().min(super::ROWS_MAX as usize - 2) as u32 + 1;
        sheet.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    }
    Ok(())
}

/// Lines the highest head takes.
fn head_lines(table: &Table, widths: &[usize]) -> u8 {
    let lines = |(column, width): (&Column, &usize)| {
        let (mut lines, mut used) = (1, 0);
        for word in column.label.split_whitespace().map(UnicodeWidthStr::width) {
            if used > 0 && used + 1 + word > width - AIR {
                lines += 1;
                used = word;
            } else {
                used += word + usize::from(used > 0);
            }
        }
        lines
    };
    table.columns.iter().zip(widths).map(lines).max().unwrap_or(1).min(HEAD_LINES_MAX)
}

fn widths(table: &Table, cells: &Cells<'_>) -> Vec<usize> {
    let head = |label: &str| {
        let word = label.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0);
        word.max(label.width().min(HEAD_MAX))
    };
    let mut widths: Vec<usize> = table.columns.iter().map(|column| head(&column.label)).collect();
    for row in &table.rows {
        // A group's name runs over the cells beside it.
        let measured = row.cells.iter().filter(|_| row.kind != RowKind::Group);
        for (width, value) in widths.iter_mut().zip(measured) {
            *width = (*width).max(cells.width(value));
        }
    }
    widths.into_iter().map(|width| (width + AIR).clamp(WIDTH_MIN, WIDTH_MAX)).collect()
}
