//! A report as a workbook: a first sheet with what it is about, then a sheet for each table with real numbers and dates,
//! a frozen head, filters, measured widths, sums as formulas, ready to print.
//!
//! Amounts keep every digit: up to 15 of them, all a spreadsheet can hold, as numbers, longer ones as text. A text is
//! never a formula; beyond 32,767 characters, all a cell takes, it ends in `…`. Dates before March 1900, which programs
//! count differently, are text. A table longer than a sheet goes on in the next one.

mod cell;
mod first;
mod form;
mod name;
mod picture;
mod print;
mod sheet;
mod sum;

use crate::failure::not_written;
use crate::model::{Block, Report, Table};
use crate::wording::Wording;
use cell::Cells;
pub(crate) use form::{Form, write_form};
use name::Names;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Rows of a sheet, its head among them.
const ROWS_MAX: u32 = 1_048_576;
/// Tables of more rows are kept in temporary files while they are written, not in memory.
const ROWS_IN_MEMORY: usize = 20_000;

/// How large a sheet may grow; tests make them small.
#[derive(Clone, Copy)]
struct Bounds {
    rows: u32,
    rows_in_memory: usize,
}

/// Writes the report as a workbook in the wording's language. `made_on` is the date in its properties; the same report
/// with the same date gives the same bytes.
///
/// # Errors
///
/// `output-failed` if `out` or, for large tables, the folder of temporary files cannot take it.
pub fn write(
    report: &Report,
    wording: &dyn Wording,
    made_on: Option<Day>,
    out: &mut (impl Write + ?Sized),
) -> Result<(), Problem> {
    within(Bounds { rows: ROWS_MAX, rows_in_memory: ROWS_IN_MEMORY }, report, wording, made_on, out)
}

fn within(
    bounds: Bounds,
    report: &Report,
    wording: &dyn Wording,
    made_on: Option<Day>,
    out: &mut (impl Write + ?Sized),
) -> Result<(), Problem> {
    caught(|| bytes(bounds, report, wording, made_on), out)
}

/// Writes the bytes of a workbook that `make` makes.
fn caught(
    make: impl FnOnce() -> Result<Vec<u8>, XlsxError>,
    out: &mut (impl Write + ?Sized),
) -> Result<(), Problem> {
    // The library panics where a temporary file cannot grow.
    let bytes = match catch_unwind(AssertUnwindSafe(make)) {
        Ok(written) => written.map_err(|error| not_written(&error))?,
        Err(_) => return Err(not_written(&std::io::Error::from(std::io::ErrorKind::StorageFull))),
    };
    out.write_all(&bytes).and_then(|()| out.flush()).map_err(|error| not_written(&error))
}

fn bytes(
    bounds: Bounds,
    report: &Report,
    wording: &dyn Wording,
    made_on: Option<Day>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&properties(report, made_on)?);
    let mut names = Names::default();
    let mut cells = Cells::new(wording);
    let first_name = names.free(if report.title.is_empty() { &report.name } else { &report.title });
    // Names are given before sheets are written: the first sheet leads to the others, sums reach over several.
    let numbers: Vec<Option<Table>> = report.blocks.iter().map(picture::numbers).collect();
    let sheets: Vec<Vec<String>> = report
        .blocks
        .iter()
        .zip(&numbers)
        .map(|(block, numbers)| match (block, numbers) {
            (Block::Table(table), _) | (_, Some(table)) => {
                let title = if table.title.is_empty() { &table.key } else { &table.title };
                (0..sheet::count(table, bounds.rows)).map(|_| names.free(title)).collect()
            }
            _ => Vec::new(),
        })
        .collect();
    first::write(book.add_worksheet().set_name(&first_name)?, report, &sheets, &mut cells)?;
    for ((block, numbers), names) in report.blocks.iter().zip(&numbers).zip(&sheets) {
        if let (Block::Table(table), _) | (_, Some(table)) = (block, numbers) {
            sheet::write(&mut book, bounds, report, table, names, &mut cells)?;
        }
        if let (Block::Chart(chart), Some(table), Some(name)) = (block, numbers, names.first()) {
            picture::draw(&mut book, chart, table, name)?;
        }
    }
    book.save_to_buffer()
}

fn properties(report: &Report, made_on: Option<Day>) -> Result<DocProperties, XlsxError> {
    let (year, month, day) = made_on.map_or((1980, 1, 1), Day::ymd);
    // Years beyond what the format knows have no meaning for a document.
    let year = year.clamp(1900, 9999) as u16;
    let mut properties = DocProperties::new()
        .set_title(&report.title)
        .set_subject(&report.subtitle)
        .set_keywords(&report.name)
        .set_comment(&report.made_from)
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, month as u8, day as u8)?);
    if let Some(sender) = report.letter.as_ref().and_then(|letter| letter.sender.first()) {
        properties = properties.set_author(sender).set_company(sender);
    }
    if let Some(mark) = &report.mark {
        properties = properties.set_status(&mark.text);
    }
    Ok(properties)
}

#[cfg(test)]
mod office;
#[cfg(test)]
mod tests;
