//! Text tables (RFC 4180 and its cousins) as rows of fields with exact lines, in bounded memory (R14.2). What the
//! columns mean is the business of [`crate::table`].

use crate::decode::{Decoder, Encoding};
pub use crate::row::Row;
use csv_core::ReadRecordResult;
use obligo_rules::problem::Problem;
use std::io::Read;

/// Longest record in bytes of UTF-8, quotes and line breaks included (R14.2).
pub const RECORD_BYTES_MAX: usize = 1024 * 1024;
/// Longest field in bytes of UTF-8 (R14.2).
pub const FIELD_BYTES_MAX: usize = 64 * 1024;
/// Most columns (R14.2).
pub const COLUMNS_MAX: usize = 200;

/// Delimiters that are detected, the likeliest first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Rows and bytes looked at for the delimiter.
const SAMPLE_ROWS: usize = 16;
const SAMPLE_BYTES: usize = 16 * 1024;

/// Counts of fields of the first whole rows of a text that a delimiter cuts.
fn field_counts(sample: &[u8], delimiter: u8) -> Vec<usize> {
    let mut core = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let (mut output, mut ends) = ([0; 1024], [0; 32]);
    let (mut at, mut fields, mut counts) = (0, 0, Vec::new());
    while counts.len() < SAMPLE_ROWS {
        let (result, taken, _, ended) = core.read_record(&sample[at..], &mut output, &mut ends);
        at += taken;
        fields += ended;
        match result {
            ReadRecordResult::Record => counts.push(std::mem::take(&mut fields)),
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {}
            ReadRecordResult::InputEmpty | ReadRecordResult::End => break,
        }
    }
    // The only row may lack its line break.
    if counts.is_empty() {
        counts.push(fields + 1);
    }
    counts
}

/// How the text of a table is laid out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dialect {
    /// The delimiter, one ASCII character; `None`: that of `,` `;` tab `|` that makes most columns of the header and of the rows below it.
    pub delimiter: Option<u8>,
    /// Encoding where the file has no byte order mark. Default: by what it holds.
    pub encoding: Encoding,
    /// Line of the header, from 1; the lines before it are skipped.
    pub header_line: u64,
    /// In a workbook: the sheet by its name.
    pub sheet: Option<String>,
    /// Where tabs or bars separate, quotes are characters like others, as in formats that have none.
    pub without_quotes: bool,
}

impl Default for Dialect {
    fn default() -> Dialect {
        Dialect {
            delimiter: None,
            encoding: Encoding::Auto,
            header_line: 1,
            sheet: None,
            without_quotes: false,
        }
    }
}

/// Counts lines ended by LF, CR or CRLF.
#[derive(Clone, Copy)]
struct Lines {
    line: u64,
    after_cr: bool,
}

impl Lines {
    fn advance(&mut self, bytes: &[u8]) {
        let mut after_cr = self.after_cr.then_some(0);
        for at in memchr::memchr2_iter(b'\r', b'\n', bytes) {
            if bytes[at] == b'\r' {
                self.line += 1;
                after_cr = Some(at + 1);
            } else if after_cr != Some(at) {
                self.line += 1;
            }
        }
        if !bytes.is_empty() {
            self.after_cr = bytes.last() == Some(&b'\r');
        }
    }
}

/// A table read row by row; the first row is its header.
pub struct Rows<R> {
    name: String,
    decoder: Decoder<R>,
    core: csv_core::Reader,
    delimiter: u8,
    /// Decoded text not yet given to `core`.
    input: Vec<u8>,
    at: usize,
    text: Vec<u8>,
    ends: Vec<usize>,
    columns_max: usize,
    fields: usize,
    text_end: usize,
    lines: Lines,
    row_line: u64,
    done: bool,
    /// What is wrong behind the text read ahead.
    deferred: Option<Problem>,
}

impl<R: Read> Rows<R> {
    /// Opens a table: decides encoding and delimiter and goes to the header line. `name` is the file as the user named it.
    pub fn open(name: &str, reader: R, dialect: &Dialect) -> Result<Rows<R>, Problem> {
        Rows::open_wide(name, reader, dialect, COLUMNS_MAX)
    }

    /// Opens a table that may have more columns than [`COLUMNS_MAX`].
    pub(crate) fn open_wide(
        name: &str,
        reader: R,
        dialect: &Dialect,
        columns_max: usize,
    ) -> Result<Rows<R>, Problem> {
        let mut rows = Rows {
            name: name.to_owned(),
            decoder: Decoder::new(reader, dialect.encoding),
            core: csv_core::Reader::new(),
            delimiter: b',',
            input: Vec::new(),
            at: 0,
            text: vec![0; 4096],
            ends: vec![0; columns_max + 2],
            columns_max,
            fields: 0,
            text_end: 0,
            lines: Lines { line: 1, after_cr: false },
            row_line: 1,
            done: false,
            deferred: None,
        };
        rows.skip_lines(dialect.header_line)?;
        let named = rows.delimiter_line()?;
        rows.delimiter = match dialect.delimiter.or(named) {
            Some(delimiter) => delimiter,
            None => rows.detect_delimiter()?,
        };
        rows.core =
            csv_core::ReaderBuilder::new().delimiter(rows.delimiter).quoting(!dialect.without_quotes).build();
        Ok(rows)
    }

    /// The delimiter in use.
    #[must_use]
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// The file as the user named it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Reads the next row, blank lines left out; `None` at the end. After a problem the table has ended.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem> {
        if self.done || !self.read_row().inspect_err(|_| self.done = true)? {
            self.done = true;
            return Ok(None);
        }
        // The decoder hands out nothing but UTF-8, and rows are cut at ASCII characters.
        let text = std::str::from_utf8(&self.text[..self.text_end]).unwrap_or_default();
        Ok(Some(Row { line: self.row_line, text, ends: &self.ends[..self.fields], kinds: &[] }))
    }

    /// The row read last, again.
    pub(crate) fn row(&self) -> Row<'_> {
        let text = std::str::from_utf8(&self.text[..self.text_end]).unwrap_or_default();
        Row { line: self.row_line, text, ends: &self.ends[..self.fields], kinds: &[] }
    }

    /// Ends the table.
    pub(crate) fn end(&mut self) {
        self.done = true;
    }

    fn problem(&self, code: &'static str, line: u64) -> Problem {
        Problem::refused(code).in_file(&self.name).at_line(line)
    }

    /// Gets more text; false at the end of the file.
    fn fill(&mut self) -> Result<bool, Problem> {
        if let Some(problem) = self.deferred.take() {
            return Err(problem);
        }
        if self.at == self.input.len() {
            self.input.clear();
            self.at = 0;
        }
        self.decoder.fill(&mut self.input).map_err(|problem| {
            let mut lines = self.lines;
            lines.advance(&self.input[self.at..]);
            let whole = problem.code.starts_with("file-") || problem.code == "csv-other-format";
            let problem = problem.in_file(&self.name);
            if whole && lines.line == 1 { problem } else { problem.at_line(lines.line) }
        })
    }

    fn take(&mut self, bytes: usize) {
        self.lines.advance(&self.input[self.at..self.at + bytes]);
        self.at += bytes;
    }

    fn skip_breaks(&mut self) -> Result<bool, Problem> {
        loop {
            let rest = &self.input[self.at..];
            let breaks = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
            let more = breaks < rest.len();
            self.take(breaks);
            if more {
                return Ok(true);
            }
            if !self.fill()? {
                return Ok(false);
            }
        }
    }

    fn skip_lines(&mut self, header_line: u64) -> Result<(), Problem> {
        let mut length = 0;
        while self.lines.line < header_line {
            let rest = &self.input[self.at..];
            let (skipped, ended) = match memchr::memchr2(b'\r', b'\n', rest) {
                Some(end) => (end + 1, true),
                None => (rest.len(), false),
            };
            length += skipped;
            if length > RECORD_BYTES_MAX {
                return Err(self
                    .problem("csv-record-too-long", self.lines.line)
                    .with("limit", RECORD_BYTES_MAX));
            }
            self.take(skipped);
            if ended {
                length = 0;
            } else if !self.fill()? {
                let code = if self.lines.line == 1 && length == 0 {
                    "csv-empty"
                } else {
                    "csv-header-line-beyond-end"
                };
                return Err(Problem::refused(code).in_file(&self.name).with("line", header_line));
            }
        }
        Ok(())
    }

    /// Reads ahead to the end of the header and returns its length; quoted line breaks belong to it.
    fn header_length(&mut self) -> Result<usize, Problem> {
        loop {
            let mut quoted = false;
            for (length, byte) in self.input[self.at..].iter().enumerate() {
                match byte {
                    b'"' => quoted = !quoted,
                    b'\r' | b'\n' if !quoted => return Ok(length),
                    _ => {}
                }
            }
            let length = self.input.len() - self.at;
            if length > RECORD_BYTES_MAX || !self.fill()? {
                return Ok(length);
            }
        }
    }

    /// The delimiter named by a first line `sep=;`, as spreadsheets write and read it.
    fn delimiter_line(&mut self) -> Result<Option<u8>, Problem> {
        if !self.skip_breaks()? {
            return Err(Problem::refused("csv-empty").in_file(&self.name));
        }
        let length = self.header_length()?;
        match &self.input[self.at..self.at + length] {
            [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] => {
                let delimiter = *delimiter;
                self.take(length);
                if !self.skip_breaks()? {
                    return Err(Problem::refused("csv-empty").in_file(&self.name));
                }
                Ok(Some(delimiter))
            }
            _ => Ok(None),
        }
    }

    /// The delimiter that cuts the header into most fields, weighed by the share of the first rows that it cuts into as many.
    fn detect_delimiter(&mut self) -> Result<u8, Problem> {
        self.header_length()?;
        while self.input.len() - self.at < SAMPLE_BYTES {
            match self.fill() {
                Ok(true) => {}
                Ok(false) => break,
                // The rows before it come first.
                Err(problem) => {
                    self.deferred = Some(problem);
                    break;
                }
            }
        }
        let sample = &self.input[self.at..self.input.len().min(self.at + SAMPLE_BYTES)];
        let scores = DELIMITERS.map(|delimiter| {
            let counts = field_counts(sample, delimiter);
            let header = counts.first().copied().unwrap_or(1);
            let alike = counts.iter().filter(|count| **count == header).count();
            // One field is no table cut.
            (header - 1) * alike * SAMPLE_ROWS / counts.len().max(1)
        });
        let most = scores.iter().max().copied().unwrap_or(0);
        Ok(scores.iter().position(|score| *score == most).map_or(b',', |index| DELIMITERS[index]))
    }

    fn read_row(&mut self) -> Result<bool, Problem> {
        (self.fields, self.text_end) = (0, 0);
        if !self.skip_breaks()? {
            return Ok(false);
        }
        self.row_line = self.lines.line;
        let mut bytes = 0;
        loop {
            let ends = &mut self.ends[self.fields..];
            let (result, taken, written, ended) =
                self.core.read_record(&self.input[self.at..], &mut self.text[self.text_end..], ends);
            self.take(taken);
            bytes += taken;
            self.text_end += written;
            self.fields += ended;
            match result {
                ReadRecordResult::Record => {
                    self.check_lengths(bytes)?;
                    return Ok(true);
                }
                ReadRecordResult::OutputEndsFull => {
                    return Err(self
                        .problem("csv-too-many-columns", self.row_line)
                        .with("limit", self.columns_max));
                }
                ReadRecordResult::OutputFull => {
                    self.check_lengths(bytes)?;
                    let length = self.text.len() * 2;
                    self.text.resize(length, 0);
                }
                ReadRecordResult::InputEmpty => {
                    self.check_lengths(bytes)?;
                    while self.at == self.input.len() {
                        if !self.fill()? {
                            return self.end_row();
                        }
                    }
                }
                ReadRecordResult::End => return Ok(false),
            }
        }
    }

    /// Ends a last row without a line break. A line break given to an open quote does not end the row.
    fn end_row(&mut self) -> Result<bool, Problem> {
        if self.text.len() < self.text_end + 2 {
            self.text.resize(self.text_end + 2, 0);
        }
        let ends = &mut self.ends[self.fields..];
        let (result, _, _, ended) = self.core.read_record(b"\n", &mut self.text[self.text_end..], ends);
        match result {
            ReadRecordResult::Record => {
                self.fields += ended;
                self.check_lengths(0)?;
                Ok(true)
            }
            ReadRecordResult::OutputEndsFull => {
                Err(self.problem("csv-too-many-columns", self.row_line).with("limit", self.columns_max))
            }
            _ => Err(self.problem("csv-unterminated-quote", self.open_field_line())),
        }
    }

    /// The line on which the field being read starts: line breaks before it in the row stand in quoted fields.
    fn open_field_line(&self) -> u64 {
        let mut lines = Lines { line: self.row_line, after_cr: false };
        lines.advance(&self.text[..self.fields.checked_sub(1).map_or(0, |last| self.ends[last])]);
        lines.line
    }

    fn check_lengths(&self, bytes: usize) -> Result<(), Problem> {
        if self.text_end > FIELD_BYTES_MAX {
            let mut lines = Lines { line: self.row_line, after_cr: false };
            let mut start = 0;
            for end in self.ends[..self.fields].iter().copied().chain([self.text_end]) {
                if end - start > FIELD_BYTES_MAX {
                    return Err(self
                        .problem("csv-field-too-long", lines.line)
                        .with("limit", FIELD_BYTES_MAX));
                }
                lines.advance(&self.text[start..end]);
                start = end;
            }
        }
        if self.fields > self.columns_max {
            return Err(self.problem("csv-too-many-columns", self.row_line).with("limit", self.columns_max));
        }
        if bytes > RECORD_BYTES_MAX {
            return Err(self.problem("csv-record-too-long", self.row_line).with("limit", RECORD_BYTES_MAX));
        }
        Ok(())
    }
}
