//! The rows of a table, be it a text file or a sheet of a workbook.

use crate::csv::{Dialect, Rows};
use crate::row::Row;
use crate::workbook::{Choice, SheetRows};
use obligo_rules::problem::Problem;
use std::io::{Read, Seek, SeekFrom};

/// First bytes of workbooks: of a ZIP archive, and of the older container that protected ones are put in.
const WORKBOOK_SIGNATURES: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];

/// Whether a file is a workbook by its first bytes; the reader is put back to its beginning.
pub fn is_workbook<R: Read + Seek>(name: &str, reader: &mut R) -> Result<bool, Problem> {
    let io = |error: std::io::Error| crate::decode::io_problem(&error).in_file(name);
    let mut head = Vec::new();
    reader.by_ref().take(4).read_to_end(&mut head).map_err(io)?;
    reader.seek(SeekFrom::Start(0)).map_err(io)?;
    Ok(WORKBOOK_SIGNATURES.iter().any(|signature| head.starts_with(signature)))
}

/// Rows from either; the first is the header.
pub enum TableRows<R> {
    /// Of a text file.
    Text(Box<Rows<R>>),
    /// Of a sheet.
    Sheet(Box<SheetRows<R>>),
}

impl<R: Read + Seek> TableRows<R> {
    /// Opens a file as what its first bytes say it is: of a workbook the sheet named, else the first shown that has rows. `name` is
    /// the file as the user named it. Errors: those of [`Rows::open`] and [`SheetRows::open`].
    pub fn open(name: &str, mut reader: R, dialect: &Dialect) -> Result<TableRows<R>, Problem> {
        if is_workbook(name, &mut reader)? {
            let rows = SheetRows::open(name, reader, &Choice::of(dialect), &mut |_, _| Ok(()))?;
            Ok(TableRows::Sheet(Box::new(rows)))
        } else {
            Ok(TableRows::Text(Box::new(Rows::open(name, reader, dialect)?)))
        }
    }
}

impl<R: Read> TableRows<R> {
    /// Reads the next row, blank lines left out; `None` at the end. After a problem the table has ended.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem> {
        match self {
            TableRows::Text(rows) => rows.next_row(),
            TableRows::Sheet(rows) => rows.next_row(),
        }
    }

    /// The delimiter of a text file.
    #[must_use]
    pub fn delimiter(&self) -> Option<u8> {
        match self {
            TableRows::Text(rows) => Some(rows.delimiter()),
            TableRows::Sheet(_) => None,
        }
    }

    /// The name of the sheet.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        match self {
            TableRows::Text(_) => None,
            TableRows::Sheet(rows) => Some(rows.sheet()),
        }
    }

    /// The row read last, again.
    pub(crate) fn row(&self) -> Row<'_> {
        match self {
            TableRows::Text(rows) => rows.row(),
            TableRows::Sheet(rows) => rows.row(),
        }
    }

    /// Ends the table.
    pub(crate) fn end(&mut self) {
        match self {
            TableRows::Text(rows) => rows.end(),
            TableRows::Sheet(rows) => rows.end(),
        }
    }
}
