//! Writes text tables that no spreadsheet runs as a program (R14.3).

use std::borrow::Cow;
use std::io::{Result, Write};

/// A CSV writer: comma, RFC 4180 quotes, CRLF, UTF-8.
pub struct Writer<W> {
    out: W,
    line: String,
    cells: usize,
}

impl<W: Write> Writer<W> {
    /// A writer onto `out`; wrap files in a `BufWriter`.
    pub fn new(out: W) -> Writer<W> {
        Writer { out, line: String::new(), cells: 0 }
    }

    /// Adds one cell to the row.
    pub fn cell(&mut self, text: &str) {
        if self.cells > 0 {
            self.line.push(',');
        }
        self.cells += 1;
        let text = neutralised(text);
        // Cells with other delimiters are quoted too, so that no program splits them and runs the rest.
        if text.contains([',', ';', '\t', '|', '"', '\r', '\n'])
            || text.starts_with(' ')
            || text.ends_with(' ')
        {
            self.line.push('"');
            self.line.push_str(&text.replace('"', "\"\""));
            self.line.push('"');
        } else {
            self.line.push_str(&text);
        }
    }

    /// Ends the row and writes it.
    pub fn end_row(&mut self) -> Result<()> {
        // A single empty cell would read as no row at all.
        self.line.push_str(if self.cells == 1 && self.line.is_empty() { "\"\"\r\n" } else { "\r\n" });
        self.out.write_all(self.line.as_bytes())?;
        self.line.clear();
        self.cells = 0;
        Ok(())
    }

    /// Writes a whole row.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) -> Result<()> {
        for cell in cells {
            self.cell(cell.as_ref());
        }
        self.end_row()
    }

    /// Flushes and returns what was written onto.
    pub fn finish(mut self) -> Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }
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
}
