//! A layout: how one insurer wants a table of a report, as a file somebody edits. It chooses columns, their heads and order, fixed
//! texts, dates, signs and bytes; the figures stay those of the report.

mod reader;
#[cfg(test)]
mod tests;
mod write;

use crate::csv::Dialect;
use crate::model::RowKind;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// Largest layout file in bytes (R14.2).
pub const SIZE_MAX: usize = 1024 * 1024;
/// Most columns (R14.2).
pub const COLUMNS_MAX: usize = 500;

/// A layout.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Layout {
    /// The file it was read from, for problems.
    pub file: String,
    /// Name of the report it is for, and where it stands.
    pub report: Placed,
    /// The table, if not the first.
    pub table: Option<Placed>,
    /// Name of the file that is made, with its facts in braces; its end says whether it is a text table or a workbook.
    pub file_name: Placed,
    /// What is made.
    pub kind: LayoutKind,
    /// Delimiter, quotes, ends of rows and encoding of a text table.
    pub dialect: Dialect,
    /// Name of the sheet of a workbook.
    pub sheet: Option<String>,
    /// How dates are written.
    pub date_format: DateFormat,
    /// Before the decimals.
    pub decimal: char,
    /// Between groups of three digits.
    pub thousands: Option<char>,
    /// Whether the heads of the columns are written.
    pub has_head: bool,
    /// Which rows of the table are written.
    pub rows: Vec<RowKind>,
    /// Rows above the heads.
    pub before: Vec<Vec<Placed>>,
    /// Rows below the table.
    pub after: Vec<Vec<Placed>>,
    /// Columns, from the left.
    pub columns: Vec<LayoutColumn>,
}

/// What a layout makes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LayoutKind {
    /// A text table: `.csv` or `.txt`.
    Text,
    /// A workbook: `.xlsx`.
    Workbook,
}

/// A text and where it stands in the file, both from 1.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placed {
    /// The text.
    pub text: String,
    /// Its line.
    pub line: u64,
    /// The character in the line at which it begins.
    pub character: u64,
}

/// A column of a layout.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LayoutColumn {
    /// Its head.
    pub head: String,
    /// What stands in its cells.
    pub source: Source,
    /// What stands there where the report has nothing.
    pub empty: String,
    /// Other words for some values: `true` becomes `J`.
    pub values: BTreeMap<String, String>,
}

/// What stands in the cells of a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Source {
    /// A column of the table, by its key.
    Column(Placed),
    /// The same text in every row, with facts in braces.
    Text(Placed),
}

/// How dates are written: `%d.%m.%Y`, with `%d` and `%m` of two digits, `%Y` of four and `%y` of two.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DateFormat(String);

impl DateFormat {
    /// Reads a format; `None` if it has an unknown `%` code or not exactly one day, month and year.
    #[must_use]
    pub fn parse(format: &str) -> Option<DateFormat> {
        let mut counts = [0; 3];
        let mut characters = format.chars();
        while let Some(character) = characters.next() {
            if character == '%' {
                let at = match characters.next()? {
                    'd' => 0,
                    'm' => 1,
                    'y' | 'Y' => 2,
                    _ => return None,
                };
                counts[at] += 1;
            }
        }
        (counts == [1; 3] && format.len() <= 40).then(|| DateFormat(format.to_owned()))
    }

    /// A date in this format.
    #[must_use]
    pub fn write(&self, day: obligo_rules::calendar::Day) -> String {
        let (year, month, day) = day.ymd();
        self.0
            .replace("%d", &format!("{day:02}"))
            .replace("%m", &format!("{month:02}"))
            .replace("%Y", &format!("{year:04}"))
            .replace("%y", &format!("{:02}", year % 100))
    }

    /// The same as a spreadsheet's number format.
    fn of_sheet(&self) -> String {
        let mut format = String::new();
        let mut characters = self.0.chars();
        while let Some(character) = characters.next() {
            match (character, character == '%') {
                (_, true) => format.push_str(match characters.next() {
                    Some('d') => "dd",
                    Some('m') => "mm",
                    Some('Y') => "yyyy",
                    _ => "yy",
                }),
                ('.' | '/' | '-' | ' ', _) => format.push(character),
                // Other characters have meanings of their own there.
                _ => {
                    format.push('\\');
                    format.push(character);
                }
            }
        }
        format
    }
}

impl Default for DateFormat {
    fn default() -> DateFormat {
        DateFormat("%Y-%m-%d".to_owned())
    }
}

/// Reads a layout from TOML. `file` is the name the problems carry. Refused are files over [`SIZE_MAX`], text that is no TOML,
/// unknown, missing and wrong values; all problems come at once, each with line, key and the fact `character`.
pub fn parse(file: &str, text: &str) -> Result<Layout, Vec<Problem>> {
    reader::parse(file, text)
}
