//! Comma-separated files with a header and RFC 4180 quotes.

use crate::day::Day;
use std::collections::HashMap;

/// A table read whole.
#[derive(Debug, Default)]
pub struct Table {
    columns: HashMap<String, usize>,
    rows: Vec<Vec<String>>,
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    number: usize,
}

impl Table {
    /// Reads a file's text.
    #[must_use]
    pub fn read(text: &str) -> Table {
        let mut rows = records(text.trim_start_matches('\u{feff}')).into_iter();
        let header = rows.next().unwrap_or_default();
        let columns = header.into_iter().enumerate().map(|(i, name)| (name.trim().to_owned(), i)).collect();
        Table { columns, rows: rows.filter(|r| r.len() > 1 || r.iter().any(|c| !c.is_empty())).collect() }
    }

    /// The rows in order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.rows.len()).map(|number| Row { table: self, number })
    }
}

fn records(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                cell.push('"');
                chars.next();
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

impl<'a> Row<'a> {
    /// The trimmed text of a column; empty if the column or cell is missing.
    #[must_use]
    pub fn get(&self, column: &str) -> &'a str {
        let index = self.table.columns.get(column);
        index.and_then(|i| self.table.rows[self.number].get(*i)).map_or("", |c| c.trim())
    }

    /// What to say of a bad cell.
    #[must_use]
    pub fn bad(&self, column: &str) -> String {
        format!("row {}: {column} {:?}", self.number + 2, self.get(column))
    }

    /// `Some` of what `read` makes of the cell; `None` if it is empty; an error if `read` makes nothing of it.
    pub fn read<T>(&self, column: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, String> {
        match self.get(column) {
            "" => Ok(None),
            text => read(text).map(Some).ok_or_else(|| self.bad(column)),
        }
    }

    /// A cell that must not be empty.
    pub fn need<T>(&self, column: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, String> {
        self.read(column, read)?.ok_or_else(|| self.bad(column))
    }

    /// A date, if there is one.
    pub fn day(&self, column: &str) -> Result<Option<Day>, String> {
        self.read(column, Day::parse)
    }

    /// `true` or `false`; empty = false.
    pub fn flag(&self, column: &str) -> Result<bool, String> {
        let read = |text: &str| match text {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        };
        Ok(self.read(column, read)?.unwrap_or(false))
    }

    /// A number, if there is one.
    pub fn number<T: std::str::FromStr>(&self, column: &str) -> Result<Option<T>, String> {
        self.read(column, |text| text.parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_commas_line_ends() {
        let table = Table::read("\u{feff}a,b,c\r\n1,\"x, \"\"y\"\"\",\n\"2\nlines\",,3\n\n");
        let rows: Vec<Row> = table.rows().collect();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].get("b"), "x, \"y\"");
        assert_eq!((rows[1].get("a"), rows[1].get("b"), rows[1].get("c")), ("2\nlines", "", "3"));
        assert_eq!(rows[0].get("no such column"), "");
    }
}
