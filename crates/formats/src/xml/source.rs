//! The text of an XML file: its encoding found as XML says, decoded, with lines counted and no event larger than memory allows.

use crate::decode::{Decoder, Encoding, io_problem};
use obligo_rules::problem::Problem;
use std::io::{self, BufRead, Chain, Cursor, ErrorKind, Read};

/// Bytes looked at for the encoding and the root.
const HEAD_BYTES: usize = 4096;
/// Longest text, comment or tag read; attachments of invoices stand in one text.
const EVENT_BYTES_MAX: u64 = 32 * 1024 * 1024;

/// First bytes of formats people take for XML.
const SIGNATURES: [(&[u8], &str); 4] =
    [(b"PK\x03\x04", "ZIP"), (b"%PDF", "PDF"), (b"\x1F\x8B", "GZIP"), (b"\xD0\xCF\x11\xE0", "OLE")];

/// The text of an XML file as UTF-8.
pub(super) struct Source<R> {
    decoder: Decoder<Chain<Cursor<Vec<u8>>, R>>,
    text: Vec<u8>,
    /// Bytes of `text` handed out.
    at: usize,
    line: u64,
    /// Bytes since the last event began.
    event: u64,
    encoding: &'static str,
    failed: Option<Problem>,
}

impl<R: Read> Source<R> {
    pub(super) fn open(mut reader: R) -> Result<Source<R>, Problem> {
        let head = read_head(&mut reader)?;
        let encoding = encoding(&head)?;
        let name = match encoding {
            Encoding::Other(set) => set.name(),
            Encoding::Cp437 => "CP437",
            Encoding::Cp850 => "CP850",
            Encoding::Utf8 | Encoding::Auto => "UTF-8",
        };
        Ok(Source {
            decoder: Decoder::new(Cursor::new(head).chain(reader), encoding),
            text: Vec::new(),
            at: 0,
            line: 1,
            event: 0,
            encoding: name,
            failed: None,
        })
    }

    /// The line read up to, from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Says that a new event begins.
    pub(super) fn start_event(&mut self) {
        self.event = 0;
    }

    /// What stopped the reading, if it was not the XML itself.
    pub(super) fn take_failed(&mut self) -> Option<Problem> {
        self.failed.take().map(|problem| problem.at_line(self.line))
    }

    fn failed(&mut self, problem: Problem) -> io::Error {
        self.failed = Some(problem);
        io::Error::from(ErrorKind::Other)
    }

    /// A problem of decoding, told as one of XML.
    fn told(&self, problem: Problem) -> Problem {
        match problem.code {
            "csv-not-utf8" | "csv-bad-encoding" => {
                let position = problem.facts.into_iter().find(|(name, _)| *name == "position");
                let position = position.map_or_else(String::new, |(_, value)| value);
                Problem::refused("xml-encoding").with("encoding", self.encoding).with("position", position)
            }
            "csv-nul" => Problem::refused("xml-syntax").with("fault", "character"),
            _ => problem,
        }
    }
}

impl<R: Read> Read for Source<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let taken = self.fill_buf()?.read(out)?;
        self.consume(taken);
        Ok(taken)
    }
}

impl<R: Read> BufRead for Source<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.event > EVENT_BYTES_MAX {
            let problem = Problem::refused("xml-too-large").with("limit", EVENT_BYTES_MAX);
            return Err(self.failed(problem));
        }
        if self.at == self.text.len() {
            self.text.clear();
            self.at = 0;
            while self.text.is_empty() {
                match self.decoder.fill(&mut self.text) {
                    Ok(true) => {}
                    Ok(false) => break,
                    Err(problem) => {
                        let told = self.told(problem);
                        return Err(self.failed(told));
                    }
                }
            }
        }
        Ok(&self.text[self.at..])
    }

    fn consume(&mut self, bytes: usize) {
        self.line += memchr::memchr_iter(b'\n', &self.text[self.at..self.at + bytes]).count() as u64;
        self.at += bytes;
        self.event += bytes as u64;
    }
}

fn read_head(reader: &mut impl Read) -> Result<Vec<u8>, Problem> {
    let mut head = vec![0; HEAD_BYTES];
    let mut filled = 0;
    while filled < head.len() {
        match reader.read(&mut head[filled..]) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(io_problem(&error)),
        }
    }
    head.truncate(filled);
    Ok(head)
}

/// The encoding of a file that starts with `head`: by its byte order mark, by the zero bytes of UTF-16, by its declaration, else UTF-8.
fn encoding(head: &[u8]) -> Result<Encoding, Problem> {
    if let Some((_, format)) = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)) {
        return Err(Problem::refused("xml-not-xml").with("format", format));
    }
    if is_signed(head) {
        return Err(Problem::refused("xml-signed"));
    }
    let wide = match head {
        [0xEF, 0xBB, 0xBF, ..] | [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Ok(Encoding::Utf8),
        [b'<', 0, ..] => Some(encoding_rs::UTF_16LE),
        [0, b'<', ..] => Some(encoding_rs::UTF_16BE),
        _ => None,
    };
    if let Some(set) = wide {
        return Ok(Encoding::Other(set));
    }
    if head.iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'<') {
        return Err(Problem::refused("xml-not-xml").with("format", "none").at_line(1));
    }
    let Some(label) = declared(head) else { return Ok(Encoding::Utf8) };
    match Encoding::parse(&label) {
        // Programs that build the text in memory often declare UTF-16 and write UTF-8: single bytes cannot be UTF-16.
        Some(Encoding::Other(set)) if set == encoding_rs::UTF_16LE || set == encoding_rs::UTF_16BE => {
            Ok(Encoding::Utf8)
        }
        Some(Encoding::Auto) | None => {
            Err(Problem::refused("xml-encoding-unknown").at_line(1).of_value(&label))
        }
        Some(found) => Ok(found),
    }
}

/// Whether a file is a signature around another file (PKCS #7, `.p7m`), in binary or as Base64.
pub(crate) fn is_signed(head: &[u8]) -> bool {
    // The object identifier of signed data as Base64, by what stands before it.
    const SIGNED_DATA: [&[u8]; 2] = [b"GCSqGSIb3DQEH", b"YJKoZIhvcNAQc"];
    let start = &head[..head.len().min(40)];
    matches!(head, [0x30, 0x80 | 0x82 | 0x83, ..])
        || SIGNED_DATA.iter().any(|sign| memchr::memmem::find(start, sign).is_some())
}

/// The label in `<?xml … encoding="label" … ?>`.
fn declared(head: &[u8]) -> Option<String> {
    let start = head.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let rest = head[start..].strip_prefix(b"<?xml")?;
    let declaration = &rest[..memchr::memmem::find(rest, b"?>")?];
    let label = &declaration[memchr::memmem::find(declaration, b"encoding")? + b"encoding".len()..];
    let label = label.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let (quote, label) = label.split_first()?;
    let end = label.iter().position(|byte| byte == quote)?;
    matches!(quote, b'"' | b'\'').then(|| String::from_utf8_lossy(&label[..end]).into_owned())
}
