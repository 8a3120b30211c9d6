//! Writes text tables that no spreadsheet runs as a program (R14.3), and a report's table as one.

use crate::failure::not_written;
use crate::model::{Report, Row, Table};
use crate::plain::plain;
use obligo_rules::problem::Problem;
use std::borrow::Cow;
use std::io::{self, Write};

/// How a text table is laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dialect {
    /// Between cells, one ASCII character that is no letter, digit or quote.
    pub delimiter: char,
    /// Whether every text is quoted, not only those that must be.
    pub quotes_all: bool,
    /// What ends a row.
    pub row_end: &'static str,
    /// How characters become bytes.
    pub encoding: Encoding,
}

/// How characters become bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Encoding {
    /// UTF-8.
    #[default]
    Utf8,
    /// UTF-8 with the mark by which spreadsheets know it.
    Utf8Marked,
    /// Windows-1252; a character it lacks becomes a question mark.
    Windows1252,
    /// ISO 8859-15; a character it lacks becomes a question mark.
    Iso8859_15,
}

impl Dialect {
    /// Comma, quotes where needed, CRLF, UTF-8 (RFC 4180).
    pub const RFC_4180: Dialect =
        Dialect { delimiter: ',', quotes_all: false, row_end: "\r\n", encoding: Encoding::Utf8 };
}

/// A writer of a text table.
pub struct Writer<W> {
    out: W,
    dialect: Dialect,
    line: String,
    cells: usize,
    is_begun: bool,
}

impl<W: Write> Writer<W> {
    /// A writer of RFC 4180 onto `out`; wrap files in a `BufWriter`.
    pub fn new(out: W) -> Writer<W> {
        Writer::with_dialect(out, Dialect::RFC_4180)
    }

    /// A writer of another dialect.
    pub fn with_dialect(out: W, dialect: Dialect) -> Writer<W> {
        Writer { out, dialect, line: String::new(), cells: 0, is_begun: false }
    }

    /// Adds a text to the row.
    pub fn cell(&mut self, text: &str) {
        let text = neutralised(text);
        // Cells with other delimiters are quoted too, so that no program splits them and runs the rest.
        let is_quoted = self.dialect.quotes_all
            || text.contains([',', ';', '\t', '|', '"', '\r', '\n', self.dialect.delimiter])
            || text.starts_with(' ')
            || text.ends_with(' ');
        self.add(&text, is_quoted);
    }

    /// Adds a number or date this program wrote itself; it is taken as it is.
    pub fn number(&mut self, text: &str) {
        self.add(text, text.contains([self.dialect.delimiter, '"']));
    }

    fn add(&mut self, text: &str, is_quoted: bool) {
        if self.cells > 0 {
            self.line.push(self.dialect.delimiter);
        }
        self.cells += 1;
        if is_quoted {
            self.line.push('"');
            self.line.push_str(&text.replace('"', "\"\""));
            self.line.push('"');
        } else {
            self.line.push_str(text);
        }
    }

    /// Ends the row and writes it.
    pub fn end_row(&mut self) -> io::Result<()> {
        // A single empty cell would read as no row at all.
        if self.cells == 1 && self.line.is_empty() {
            self.line.push_str("\"\"");
        }
        self.line.push_str(self.dialect.row_end);
        if !self.is_begun && self.dialect.encoding == Encoding::Utf8Marked {
            self.out.write_all("\u{feff}".as_bytes())?;
        }
        self.is_begun = true;
        self.out.write_all(&self.dialect.encoding.bytes(&self.line))?;
        self.line.clear();
        self.cells = 0;
        Ok(())
    }

    /// Writes a whole row.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) -> io::Result<()> {
        for cell in cells {
            self.cell(cell.as_ref());
        }
        self.end_row()
    }

    /// Flushes and returns what was written onto.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }
}

impl Encoding {
    /// The bytes of a text.
    #[must_use]
    pub fn bytes(self, text: &str) -> Cow<'_, [u8]> {
        let table = match self {
            Encoding::Utf8 | Encoding::Utf8Marked => return text.as_bytes().into(),
            Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
            Encoding::Iso8859_15 => encoding_rs::ISO_8859_15,
        };
        let (bytes, _, has_lacking) = table.encode(text);
        if !has_lacking {
            return bytes;
        }
        // The library writes what is lacking as a reference of HTML, which a table has no use for.
        let mut bytes = Vec::with_capacity(text.len());
        for character in text.chars() {
            let mut buffer = [0; 4];
            let (encoded, _, is_lacking) = table.encode(character.encode_utf8(&mut buffer));
            if is_lacking { bytes.push(b'?') } else { bytes.extend_from_slice(&encoded) }
        }
        bytes.into()
    }
}

/// Writes a table of a report: machine keys as header, plain decimals, ISO dates, `row_kind` in front (`line`, `group`,
/// `subtotal`, `total`) and, only if the report has a mark, `mark` at the end.
///
/// # Errors
///
/// `output-failed` if `out` cannot take it.
pub fn write(report: &Report, table: &Table, out: &mut (impl Write + ?Sized)) -> Result<(), Problem> {
    rows(report, table, out).map_err(|error| not_written(&error))
}

fn rows(report: &Report, table: &Table, out: &mut (impl Write + ?Sized)) -> io::Result<()> {
    let mut writer = Writer::new(out);
    let mark = report.mark.as_ref().map(|mark| mark.text.as_str());
    writer.cell("row_kind");
    for column in &table.columns {
        writer.cell(&column.key);
    }
    if mark.is_some() {
        writer.cell("mark");
    }
    writer.end_row()?;
    for Row { kind, cells } in &table.rows {
        writer.cell(kind.key());
        for value in cells {
            writer.cell(&plain(value));
        }
        if let Some(mark) = mark {
            writer.cell(mark);
        }
        writer.end_row()?;
    }
    writer.finish().map(drop)
}

/// A cell as a spreadsheet may see it: what it would run as a formula gets an apostrophe in front, except plain numbers
/// like `-1234.50` (R14.3).
#[must_use]
pub fn neutralised(text: &str) -> Cow<'_, str> {
    // Spreadsheets of some languages also run the full-width forms.
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if runs && !is_plain_number(text) { format!("'{text}").into() } else { text.into() }
}

fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    number(whole) && number(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r14_3_what_a_spreadsheet_would_run_is_text() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+49 89 1", "'+49 89 1"),
            ("-1234.50", "-1234.50"),
            ("-7", "-7"),
            ("-7-7", "'-7-7"),
            ("-", "'-"),
            ("-1.", "'-1."),
            ("--1", "'--1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("＝1", "'＝1"),
            ("x;=1", "\"x;=1\""),
            ("a=1", "a=1"),
            ("", ""),
            ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            (" x", "\" x\""),
        ] {
            let mut writer = Writer::new(Vec::new());
            writer.row([text, "end"]).unwrap();
            assert_eq!(
                String::from_utf8(writer.finish().unwrap()).unwrap(),
                format!("{written},end\r\n"),
                "{text:?}"
            );
        }
    }

    #[test]
    fn r14_1_a_row_of_one_empty_cell_is_still_a_row() {
        let mut writer = Writer::new(Vec::new());
        writer.row([""]).unwrap();
        assert_eq!(writer.finish().unwrap(), b"\"\"\r\n");
    }

    #[test]
    fn r14_3_other_dialects_quote_what_they_must_and_keep_their_numbers() {
        let dialect = |quotes_all, encoding| Dialect { delimiter: ';', quotes_all, row_end: "\n", encoding };
        for (quotes_all, encoding, expected) in [
            (false, Encoding::Utf8, "Łódź;\"a;b\";-1,50;'-x\n".as_bytes()),
            (true, Encoding::Utf8Marked, "\u{feff}\"Łódź\";\"a;b\";-1,50;\"'-x\"\n".as_bytes()),
            (false, Encoding::Windows1252, b"?\xf3d?;\"a;b\";-1,50;'-x\n"),
            (false, Encoding::Iso8859_15, b"?\xf3d?;\"a;b\";-1,50;'-x\n"),
        ] {
            let mut writer = Writer::with_dialect(Vec::new(), dialect(quotes_all, encoding));
            writer.cell("Łódź");
            writer.cell("a;b");
            writer.number("-1,50");
            writer.cell("-x");
            writer.end_row().unwrap();
            assert_eq!(writer.finish().unwrap(), expected, "{encoding:?}");
        }
        assert_eq!(Encoding::Windows1252.bytes("€").as_ref(), [0x80]);
        assert_eq!(Encoding::Iso8859_15.bytes("€").as_ref(), [0xa4]);
    }

    #[test]
    fn r8_2_a_table_of_a_report_has_machine_keys_and_plain_values() {
        let mut report = crate::testing::sample();
        let text = |report: &Report| {
            let mut out = Vec::new();
            write(report, &report.table(None).unwrap(), &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert_eq!(
            text(&report).lines().collect::<Vec<_>>(),
            [
                "row_kind,account,name,since,open,items,insured_percent,rate,co_insured",
                "group,Germany,,,,,,,",
                "line,0012/0/D,\"Müller & Söhne \"\"GmbH\"\"; Köln\",2024-02-29,123456.78,3,87.5,1.0956,true",
                "line,13/0/D,\"'=cmd|'/c calc'!A1\",2024-02-29,-0.50,1,87.5,1.0956,false",
                "subtotal,Sum,,,123456.28,4,,,",
                "line,14/0/D,\"Åkesson, Łódź\",2024-02-29,0.10,1,87.5,1.0956,true",
                "subtotal,Sum,,,0.10,1,,,",
                "total,Sum,,,123456.38,5,,,",
            ]
        );
        report.mark = Some(crate::model::Mark { text: "PREVIEW".to_owned() });
        assert!(text(&report).lines().skip(1).all(|line| line.ends_with(",PREVIEW")));
    }
}
