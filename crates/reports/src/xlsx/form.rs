//! A workbook of one sheet in somebody else's form: rows above, heads, rows, rows below; values are real numbers and dates.

use super::cell::{Cells, Style};
use super::name::Names;
use super::{caught, print, properties};
use crate::model::{Report, RowKind, Value};
use crate::wording::Wording;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use std::borrow::Cow;
use std::io::Write;

/// What stands on the sheet.
pub(crate) struct Form<'a> {
    pub(crate) sheet: &'a str,
    pub(crate) date_format: String,
    pub(crate) before: Vec<Vec<String>>,
    pub(crate) heads: Option<Vec<&'a str>>,
    pub(crate) rows: Vec<Vec<Cow<'a, Value>>>,
    pub(crate) after: Vec<Vec<String>>,
}

/// Writes the form. Error: `output-failed`, also where a sheet has not enough rows for it.
pub(crate) fn write_form(
    report: &Report,
    wording: &dyn Wording,
    form: &Form<'_>,
    made_on: Option<Day>,
    out: &mut (impl Write + ?Sized),
) -> Result<(), Problem> {
    caught(|| bytes(report, wording, form, made_on), out)
}

fn bytes(
    report: &Report,
    wording: &dyn Wording,
    form: &Form<'_>,
    made_on: Option<Day>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&properties(report, made_on)?);
    let mut cells = Cells::new(wording);
    cells.date_format = form.date_format.clone().into();
    let sheet = book.add_worksheet().set_name(Names::default().free(form.sheet))?;
    print::set_up(sheet, report, wording);
    let mut at = 0;
    texts(sheet, &mut at, &form.before, &mut cells)?;
    if let Some(heads) = &form.heads {
        for (position, head) in heads.iter().enumerate() {
            let head = Value::Text((*head).to_owned());
            cells.write(sheet, (at, position as u16), &head, Style::Head, false)?;
        }
        at += 1;
    }
    for row in &form.rows {
        for (position, value) in row.iter().enumerate() {
            cells.write(sheet, (at, position as u16), value, Style::Row(RowKind::Plain), false)?;
        }
        at += 1;
    }
    texts(sheet, &mut at, &form.after, &mut cells)?;
    sheet.autofit();
    book.save_to_buffer()
}

fn texts(
    sheet: &mut Worksheet,
    at: &mut u32,
    lines: &[Vec<String>],
    cells: &mut Cells<'_>,
) -> Result<(), XlsxError> {
    for line in lines {
        for (position, text) in line.iter().enumerate() {
            let text = Value::Text(text.clone());
            cells.write(sheet, (*at, position as u16), &text, Style::Row(RowKind::Plain), false)?;
        }
        *at += 1;
    }
    Ok(())
}
