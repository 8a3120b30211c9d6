//! The first sheet: what the report is about, the letter around it, and the way to its tables.

use super::cell::{ACCENT, ALARM, Cells, INK, QUIET, Style};
use super::print;
use crate::model::{Block, Fact, Report, Value};
use rust_xlsxwriter::{Format, FormatAlign, Url, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

const LABEL_WIDTH: usize = 34;
const VALUE_WIDTH: usize = 62;
/// Height of a line in points.
const LINE_HEIGHT: usize = 15;
/// A row of a sheet can be no higher, in lines.
const LINES_MAX: usize = 27;

/// The sheet while it is written, top down.
struct First<'a, 'b, 'w> {
    sheet: &'a mut Worksheet,
    cells: &'b mut Cells<'w>,
    row: u32,
}

/// Writes the first sheet. `sheets` are the names of each block's sheets.
pub(super) fn write(
    sheet: &mut Worksheet,
    report: &Report,
    sheets: &[Vec<String>],
    cells: &mut Cells<'_>,
) -> Result<(), XlsxError> {
    print::set_up(sheet, report, cells.wording);
    sheet.set_screen_gridlines(false);
    sheet.set_column_width(0, LABEL_WIDTH as f64)?.set_column_width(1, VALUE_WIDTH as f64)?;
    let mut first = First { sheet, cells, row: 0 };
    if let Some(mark) = &report.mark {
        first.headline(&mark.text, 16, text().set_font_color(ALARM))?;
    }
    first.headline(&report.title, 16, text().set_font_color(ACCENT))?;
    first.line(&report.subtitle, &text().set_font_color(QUIET))?;
    if let Some(letter) = &report.letter {
        for lines in [&letter.sender, &letter.recipient] {
            first.gap();
            lines.iter().try_for_each(|line| first.line(line, &text()))?;
        }
        first.gap();
        first.line(&letter.place_and_date, &text())?;
        first.facts(&letter.references)?;
    }
    first.facts(&report.facts)?;
    if let Some(letter) = &report.letter {
        first.gap();
        first.line(&letter.salutation, &text())?;
        letter.opening.iter().try_for_each(|paragraph| first.paragraph(paragraph))?;
    }
    for (block, names) in report.blocks.iter().zip(sheets) {
        match block {
            Block::Heading(heading) => {
                first.gap();
                first.headline(heading, 13, text())?;
            }
            Block::Text(paragraph) => first.paragraph(paragraph)?,
            Block::Facts(facts) => first.facts(facts)?,
            Block::Table(_) | Block::Chart(_) => {
                if let Block::Chart(chart) = block {
                    first.paragraph(&chart.description)?;
                }
                names.iter().try_for_each(|name| first.link(name))?;
            }
            Block::NewPage => {}
        }
    }
    if let Some(letter) = &report.letter {
        first.gap();
        letter.closing.iter().try_for_each(|paragraph| first.paragraph(paragraph))?;
        for signature in &letter.signatures {
            first.row += 2;
            first.line(signature, &text().set_border_top(rust_xlsxwriter::FormatBorder::Hair))?;
        }
    }
    first.gap();
    first.line(&report.made_from, &text().set_font_color(QUIET).set_font_size(9))
}

fn text() -> Format {
    Format::new().set_font_color(INK).set_align(FormatAlign::Top)
}

impl First<'_, '_, '_> {
    fn gap(&mut self) {
        self.row += 1;
    }

    fn line(&mut self, line: &str, format: &Format) -> Result<(), XlsxError> {
        if !line.is_empty() {
            self.sheet.write_string_with_format(self.row, 0, cut(line), format)?;
            self.row += 1;
        }
        Ok(())
    }

    /// A line in large letters.
    fn headline(&mut self, line: &str, size: u8, format: Format) -> Result<(), XlsxError> {
        if !line.is_empty() {
            self.sheet.set_row_height(self.row, f64::from(size) * 1.5)?;
        }
        self.line(line, &format.set_bold().set_font_size(size))
    }

    fn paragraph(&mut self, paragraph: &str) -> Result<(), XlsxError> {
        if paragraph.is_empty() {
            return Ok(());
        }
        let paragraph = cut(paragraph);
        let width = LABEL_WIDTH + VALUE_WIDTH;
        let lines: usize =
            paragraph.lines().map(|line| (line.width() + width / 10).div_ceil(width).max(1)).sum();
        self.sheet.merge_range(self.row, 0, self.row, 1, &paragraph, &text().set_text_wrap())?;
        self.sheet.set_row_height(self.row, (lines.min(LINES_MAX) * LINE_HEIGHT) as f64)?;
        self.row += 1;
        Ok(())
    }

    fn facts(&mut self, facts: &[Fact]) -> Result<(), XlsxError> {
        if !facts.is_empty() {
            self.gap();
        }
        for fact in facts {
            let label = text().set_font_color(QUIET).set_text_wrap();
            self.sheet.write_string_with_format(self.row, 0, cut(&fact.label), &label)?;
            let value = match &fact.value {
                Value::Text(text) => Value::Text(cut(text)),
                value => value.clone(),
            };
            self.cells.write(self.sheet, (self.row, 1), &value, Style::Fact, false)?;
            self.row += 1;
        }
        Ok(())
    }

    fn link(&mut self, name: &str) -> Result<(), XlsxError> {
        let target = format!("internal:'{}'!A1", name.replace('\'', "''"));
        self.sheet.write_url(self.row, 0, Url::new(target).set_text(format!("→ {name}")))?;
        self.row += 1;
        Ok(())
    }
}

/// The first sheet is for reading: a text there is at most some pages long.
fn cut(text: &str) -> String {
    const CHARACTERS_MAX: usize = 8_000;
    let mut cut: String = text.chars().take(CHARACTERS_MAX).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}
