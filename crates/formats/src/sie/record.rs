//! A SIE file as records: `#LABEL field "field with blanks" {object list}`, one a line, cut from the raw bytes so that the check
//! sum of the file can be taken over them.

use super::charset::Charset;
use memchr::memchr2;
use obligo_rules::problem::Problem;
use std::borrow::Cow;
use std::io::{BufRead, ErrorKind};

/// Longest line in bytes (R14.2).
pub const LINE_BYTES_MAX: usize = 64 * 1024;

/// What stands on a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// A record with its label.
    Record,
    /// `{` alone.
    Open,
    /// `}` alone.
    Close,
}

/// The lines of a file, one at a time.
pub(super) struct Lines<R> {
    reader: R,
    charset: Charset,
    raw: Vec<u8>,
    /// Line of `raw`, from 1.
    line: u64,
    after_cr: bool,
    crc: Option<crc32fast::Hasher>,
    fields: Fields,
}

/// The fields of a record by where they stand in `text`; an object list is a range of them.
#[derive(Default)]
struct Fields {
    text: String,
    ends: Vec<usize>,
    objects: Option<(usize, usize)>,
}

/// One record, its texts decoded.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    /// Line, from 1.
    pub line: u64,
    /// What it is.
    pub shape: Shape,
    fields: &'a Fields,
}

impl<'a> Record<'a> {
    fn at(&self, index: usize) -> Option<&'a str> {
        let end = *self.fields.ends.get(index)?;
        let start = index.checked_sub(1).map_or(0, |before| self.fields.ends[before]);
        self.fields.text.get(start..end)
    }

    /// The label with its `#`.
    pub fn label(&self) -> &'a str {
        self.at(0).unwrap_or_default()
    }

    /// The field at an index from 1, the object list left out; empty where there is none.
    pub fn field(&self, index: usize) -> &'a str {
        let index = match self.fields.objects {
            Some((from, to)) if index >= from => index + (to - from),
            _ => index,
        };
        self.at(index).unwrap_or_default()
    }

    /// Bytes of all its texts.
    pub fn bytes(&self) -> usize {
        self.fields.text.len()
    }

    /// Dimensions and objects of the object list.
    pub fn objects(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let (from, to) = self.fields.objects.unwrap_or_default();
        let whole = *self;
        (from..to)
            .step_by(2)
            .map(move |at| (whole.at(at).unwrap_or_default(), whole.at(at + 1).unwrap_or_default()))
    }
}

impl<R: BufRead> Lines<R> {
    pub fn new(reader: R, charset: Charset) -> Lines<R> {
        let (raw, fields) = (Vec::new(), Fields::default());
        Lines { reader, charset, raw, line: 0, after_cr: false, crc: None, fields }
    }

    /// Starts the check sum (CRC-32 of labels and fields, without quotes, braces and blanks) with the next record.
    pub fn start_sum(&mut self) {
        self.crc = Some(crc32fast::Hasher::new());
    }

    /// Ends the check sum; `None` if it was not started.
    pub fn take_sum(&mut self) -> Option<u32> {
        self.crc.take().map(crc32fast::Hasher::finalize)
    }

    /// Reads the next line that is not blank; `None` at the end. Errors: `sie-line-too-long`, `sie-quote`, `csv-nul`, `csv-not-utf8`,
    /// `csv-bad-encoding`, those of reading.
    pub fn next(&mut self) -> Result<Option<Record<'_>>, Problem> {
        loop {
            if !self.read_line()? {
                return Ok(None);
            }
            if self.line == 1 && self.raw.starts_with(b"\xEF\xBB\xBF") {
                self.raw.drain(..3);
                self.charset.set_utf8();
            }
            if !self.raw.iter().all(u8::is_ascii_whitespace) {
                break;
            }
        }
        let shape = self.cut().map_err(|problem| problem.at_line(self.line))?;
        Ok(Some(Record { line: self.line, shape, fields: &self.fields }))
    }

    /// Takes the next line into `raw`, without its end (LF, CR or CRLF).
    fn read_line(&mut self) -> Result<bool, Problem> {
        self.raw.clear();
        let mut is_some = false;
        loop {
            let held = match self.reader.fill_buf() {
                Ok(held) => held,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(crate::decode::io_problem(&error)),
            };
            if held.is_empty() {
                self.line += u64::from(is_some);
                return Ok(is_some);
            }
            if std::mem::take(&mut self.after_cr) && held[0] == b'\n' {
                self.reader.consume(1);
                continue;
            }
            is_some = true;
            let end = memchr2(b'\r', b'\n', held);
            let part = &held[..end.unwrap_or(held.len())];
            if self.raw.len() + part.len() > LINE_BYTES_MAX {
                self.line += 1;
                let problem = Problem::refused("sie-line-too-long").at_line(self.line);
                return Err(problem.with("limit", LINE_BYTES_MAX));
            }
            self.raw.extend_from_slice(part);
            if !self.charset.is_known() && !part.is_ascii() {
                // What lies ahead in the buffer helps to tell the encoding.
                let ahead = held.to_vec();
                self.charset.guess(&ahead);
            }
            let used = end.map_or(part.len(), |end| end + 1);
            self.after_cr = end.is_some_and(|end| held[end] == b'\r');
            self.reader.consume(used);
            if end.is_some() {
                self.line += 1;
                return Ok(true);
            }
        }
    }

    /// Cuts `raw` into fields.
    fn cut(&mut self) -> Result<Shape, Problem> {
        if self.raw.contains(&0) {
            return Err(Problem::refused("csv-nul"));
        }
        self.fields.text.clear();
        self.fields.ends.clear();
        self.fields.objects = None;
        let raw = self.raw.as_slice();
        let mut at = 0;
        let mut open = None;
        let mut is_sum = false;
        while let Some(byte) = raw.get(at) {
            match byte {
                b' ' | b'\t' => at += 1,
                b'{' if self.fields.ends.is_empty() => return Ok(Shape::Open),
                b'}' if self.fields.ends.is_empty() => return Ok(Shape::Close),
                b'{' => {
                    open.get_or_insert(self.fields.ends.len());
                    at += 1;
                }
                b'}' => {
                    if let Some(from) = open.take() {
                        self.fields.objects.get_or_insert((from, self.fields.ends.len()));
                    }
                    at += 1;
                }
                _ => {
                    let (field, next) = field_at(raw, at)?;
                    is_sum |= self.fields.ends.is_empty() && field.eq_ignore_ascii_case(b"#KSUMMA");
                    if let Some(crc) = &mut self.crc
                        && !is_sum
                    {
                        crc.update(&field);
                    }
                    self.charset.decode(&field, &mut self.fields.text)?;
                    self.fields.ends.push(self.fields.text.len());
                    at = next;
                }
            }
        }
        Ok(Shape::Record)
    }
}

/// The field that starts at `at` and where the next one may start.
fn field_at(raw: &[u8], at: usize) -> Result<(Cow<'_, [u8]>, usize), Problem> {
    if raw[at] != b'"' {
        let rest = &raw[at..];
        let length = rest.iter().position(|b| matches!(b, b' ' | b'\t' | b'{' | b'}')).unwrap_or(rest.len());
        return Ok((Cow::Borrowed(&rest[..length]), at + length));
    }
    let from = at + 1;
    let mut text: Option<Vec<u8>> = None;
    let mut at = from;
    loop {
        match (raw.get(at), raw.get(at + 1)) {
            (Some(b'"'), _) => {
                let plain = Cow::Borrowed(&raw[from..at]);
                return Ok((text.map_or(plain, Cow::Owned), at + 1));
            }
            // A path that ends in a backslash, written without doubling it, at the end of the line.
            (Some(b'\\'), Some(b'"')) if raw[at + 2..].iter().all(u8::is_ascii_whitespace) => {
                text.get_or_insert_with(|| raw[from..at].to_vec()).push(b'\\');
                at += 1;
            }
            (Some(b'\\'), Some(escaped @ (b'"' | b'\\'))) => {
                text.get_or_insert_with(|| raw[from..at].to_vec()).push(*escaped);
                at += 2;
            }
            (Some(byte), _) => {
                if let Some(text) = &mut text {
                    text.push(*byte);
                }
                at += 1;
            }
            (None, _) => {
                let start = String::from_utf8_lossy(&raw[from..]).into_owned();
                return Err(Problem::refused("sie-quote").of_value(&start));
            }
        }
    }
}
