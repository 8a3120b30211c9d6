//! A report's table in a layout.

use super::{Layout, LayoutColumn, LayoutKind, Placed, Source};
use crate::csv::Writer;
use crate::failure::not_written;
use crate::model::{Fact, Report, Row, Table, Value};
use crate::plain::plain;
use crate::wording::Wording;
use crate::xlsx::{self, Form};
use obligo_rules::calendar::Day;
use obligo_rules::nearest::nearest;
use obligo_rules::problem::Problem;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Longest name of a file that is made, in bytes.
const NAME_MAX: usize = 150;
/// Facts a layout may name whether a report has them or not.
const ALWAYS: [&str; 3] = ["policy", "key_date", "run"];

/// A cell of a column.
enum Cell<'a> {
    /// Where it stands in the table.
    At(usize),
    /// The same everywhere.
    Text(Cow<'a, str>),
}

impl Layout {
    /// The name of the file that is made: without what file systems do not take, and with the report's mark in front, so that a
    /// preview is known by it.
    ///
    /// # Errors
    ///
    /// `layout-unknown-fact`.
    pub fn file_name(&self, report: &Report) -> Result<String, Problem> {
        let facts = facts(report);
        let (stem, end) = self.file_name.text.rsplit_once('.').unwrap_or((&self.file_name.text, ""));
        let stem = Placed { text: stem.to_owned(), ..self.file_name.clone() };
        let filled = self.filled("file_name", &stem, &facts, |value| plain(value).into_owned())?;
        let mark = report.mark.as_ref().map_or(String::new(), |mark| format!("{}_", mark.text));
        let allowed = |c: char| if c.is_alphanumeric() || "-_.() ".contains(c) { c } else { '-' };
        let mut name: String = format!("{mark}{filled}").chars().map(allowed).collect();
        while name.len() > NAME_MAX {
            name.pop();
        }
        let name = name.trim_matches(['.', ' ', '-']);
        Ok(format!("{}.{end}", if name.is_empty() { &report.name } else { name }))
    }

    /// Writes the table. A report with a mark bears it in a row above all others.
    ///
    /// # Errors
    ///
    /// `layout-other-report`, `report-part-unknown`, `layout-unknown-column`, `layout-unknown-fact`, `output-failed`.
    pub fn write(
        &self,
        report: &Report,
        wording: &dyn Wording,
        made_on: Option<Day>,
        out: &mut (impl Write + ?Sized),
    ) -> Result<(), Problem> {
        if self.report.text != report.name {
            return Err(self
                .problem("layout-other-report", "report", &self.report)
                .with("layout_report", &self.report.text)
                .with("report", &report.name));
        }
        let table = report.table(self.table.as_ref().map(|name| name.text.as_str()))?;
        let facts = facts(report);
        let mut cells = Vec::new();
        for column in &self.columns {
            cells.push(match &column.source {
                Source::Column(key) => Cell::At(self.position(&table, key)?),
                Source::Text(text) => Cell::Text(
                    self.filled("text", text, &facts, |value| self.written(value).into_owned())?.into(),
                ),
            });
        }
        let lines = |key: &str, lines: &[Vec<Placed>]| -> Result<Vec<Vec<String>>, Problem> {
            let cell =
                |cell: &Placed| self.filled(key, cell, &facts, |value| self.written(value).into_owned());
            lines.iter().map(|line| line.iter().map(cell).collect()).collect()
        };
        let mut before = lines("before", &self.before)?;
        if let Some(mark) = &report.mark {
            before.insert(0, vec![mark.text.clone()]);
        }
        let after = lines("after", &self.after)?;
        let rows = table.rows.iter().filter(|row| self.rows.contains(&row.kind));
        match self.kind {
            LayoutKind::Text => {
                self.text(&before, rows, &after, &cells, out).map_err(|error| not_written(&error))
            }
            LayoutKind::Workbook => {
                let form = Form {
                    sheet: self.sheet.as_deref().unwrap_or(&table.title),
                    date_format: self.date_format.of_sheet(),
                    before,
                    heads: self
                        .has_head
                        .then(|| self.columns.iter().map(|column| column.head.as_str()).collect()),
                    rows: rows.map(|row| self.values(&cells, row)).collect(),
                    after,
                };
                xlsx::write_form(report, wording, &form, made_on, out)
            }
        }
    }

    fn values<'v>(&self, cells: &'v [Cell<'_>], row: &'v Row) -> Vec<Cow<'v, Value>> {
        self.columns.iter().zip(cells).map(|(column, cell)| value(column, cell, row)).collect()
    }

    fn text<'a>(
        &self,
        before: &[Vec<String>],
        rows: impl Iterator<Item = &'a Row>,
        after: &[Vec<String>],
        cells: &[Cell<'_>],
        out: &mut (impl Write + ?Sized),
    ) -> io::Result<()> {
        let mut writer = Writer::with_dialect(out, self.dialect);
        before.iter().try_for_each(|line| writer.row(line))?;
        if self.has_head {
            writer.row(self.columns.iter().map(|column| &column.head))?;
        }
        for row in rows {
            for value in self.values(cells, row) {
                match value.as_ref() {
                    Value::Text(text) => writer.cell(text),
                    value => writer.number(&self.written(value)),
                }
            }
            writer.end_row()?;
        }
        after.iter().try_for_each(|line| writer.row(line))?;
        writer.finish().map(drop)
    }

    /// A value in the layout's signs and dates.
    fn written<'v>(&self, value: &'v Value) -> Cow<'v, str> {
        match value {
            Value::Day(day) => self.date_format.write(*day).into(),
            Value::Amount(..) | Value::Percent(_) | Value::Decimal(_) => self.signed(&plain(value)).into(),
            value => plain(value),
        }
    }

    fn signed(&self, plain: &str) -> String {
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, f)| (whole, Some(f)));
        let mut written = sign.to_owned();
        for (position, digit) in whole.chars().enumerate() {
            if let Some(thousands) = self.thousands
                && position > 0
                && (whole.len() - position).is_multiple_of(3)
            {
                written.push(thousands);
            }
            written.push(digit);
        }
        if let Some(fraction) = fraction {
            written.push(self.decimal);
            written.push_str(fraction);
        }
        written
    }

    /// Where a column of the report stands.
    fn position(&self, table: &Table, key: &Placed) -> Result<usize, Problem> {
        table.columns.iter().position(|column| column.key == key.text).ok_or_else(|| {
            let known: Vec<&str> = table.columns.iter().map(|column| column.key.as_str()).collect();
            self.problem("layout-unknown-column", "value", key)
                .with("column", &key.text)
                .with("nearest", nearest(&key.text, known.iter().copied()).unwrap_or("none"))
                .with("known", known.join(", "))
        })
    }

    /// The text with its facts in place of their names in braces.
    fn filled(
        &self,
        key: &str,
        text: &Placed,
        facts: &BTreeMap<&str, &Value>,
        write: impl Fn(&Value) -> String,
    ) -> Result<String, Problem> {
        let mut filled = String::new();
        let mut rest = text.text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, behind)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                continue;
            };
            match facts.get(name) {
                Some(value) => filled.push_str(&write(value)),
                None if ALWAYS.contains(&name) => {}
                None => {
                    let known: Vec<&str> = facts.keys().copied().collect();
                    return Err(self
                        .problem("layout-unknown-fact", key, text)
                        .of_value(&text.text)
                        .with("fact", name.chars().take(80).collect::<String>())
                        .with("nearest", nearest(name, known.iter().copied()).unwrap_or("none"))
                        .with("known", known.join(", ")));
                }
            }
            rest = behind;
        }
        filled.push_str(rest);
        Ok(filled)
    }

    fn problem(&self, code: &'static str, key: &str, at: &Placed) -> Problem {
        Problem::refused(code)
            .in_file(&self.file)
            .at_line(at.line)
            .at_column(key)
            .with("character", at.character)
    }
}

/// The facts of a report by name, those of its letter among them.
fn facts(report: &Report) -> BTreeMap<&str, &Value> {
    let references = report.letter.iter().flat_map(|letter| &letter.references);
    // The report's own come last and count.
    references.chain(&report.facts).map(|Fact { key, value, .. }| (key.as_str(), value)).collect()
}

/// What stands in a cell.
fn value<'v>(column: &LayoutColumn, cell: &'v Cell<'_>, row: &'v Row) -> Cow<'v, Value> {
    let value = match cell {
        Cell::Text(text) => return Cow::Owned(Value::Text(text.clone().into_owned())),
        Cell::At(position) => row.cells.get(*position).unwrap_or(&Value::Empty),
    };
    if *value == Value::Empty && !column.empty.is_empty() {
        return Cow::Owned(Value::Text(column.empty.clone()));
    }
    match column.values.get(plain(value).as_ref()) {
        Some(other) => Cow::Owned(Value::Text(other.clone())),
        None => Cow::Borrowed(value),
    }
}
