//! From the bytes of a file to valid UTF-8, in pieces of bounded size.

use crate::charset::{UTF16_BYTES, is_broken_utf8, single_byte, utf16_without_mark};
use crate::code_page::{cp437_char, cp850_char};
use encoding_rs::DecoderResult;
use obligo_rules::problem::Problem;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

const CHUNK: usize = 64 * 1024;

/// First bytes of formats people take for text tables.
const SIGNATURES: [(&[u8], &str); 5] = [
    (b"PK\x03\x04", "XLSX, ZIP"),
    (b"\xD0\xCF\x11\xE0", "XLS"),
    (b"%PDF", "PDF"),
    (b"\x1F\x8B", "GZIP"),
    (b"{\\rt", "RTF"),
];

/// How the bytes of a text file stand for characters. A byte order mark in the file always wins.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Encoding {
    /// UTF-8; every other byte sequence is refused.
    Utf8,
    /// By what the file holds: UTF-16 by its zeros; UTF-8 if the characters beyond ASCII are; else by its letters windows-1252, code
    /// page 850 or ISO 8859-15. What was UTF-8 and is broken is refused.
    #[default]
    Auto,
    /// Code page 437.
    Cp437,
    /// Code page 850.
    Cp850,
    /// Any encoding of the WHATWG standard.
    Other(&'static encoding_rs::Encoding),
}

impl Encoding {
    /// The encoding with this label: `auto`, `cp437`, `cp850`, or a label of the WHATWG standard in any letter case, such as
    /// `utf-8`, `windows-1252`, `iso-8859-1`, `utf-16le`.
    #[must_use]
    pub fn parse(label: &str) -> Option<Encoding> {
        let label = label.trim();
        if label.eq_ignore_ascii_case("auto") {
            return Some(Encoding::Auto);
        }
        if ["cp437", "ibm437", "437"].iter().any(|name| label.eq_ignore_ascii_case(name)) {
            return Some(Encoding::Cp437);
        }
        if ["cp850", "ibm850", "850"].iter().any(|name| label.eq_ignore_ascii_case(name)) {
            return Some(Encoding::Cp850);
        }
        match encoding_rs::Encoding::for_label_no_replacement(label.as_bytes()) {
            Some(encoding) if encoding == encoding_rs::UTF_8 => Some(Encoding::Utf8),
            Some(encoding) => Some(Encoding::Other(encoding)),
            None => None,
        }
    }
}

/// Opens a file for reading; the problem says whether it is missing, a folder or not allowed.
pub fn open_file(path: &Path) -> Result<File, Problem> {
    let name = path.to_string_lossy();
    let file = File::open(path).map_err(|error| io_problem(&error).in_file(&name))?;
    match file.metadata() {
        Ok(about) if about.is_dir() => Err(Problem::refused("file-is-a-directory").in_file(&name)),
        _ => Ok(file),
    }
}

/// What the operating system says about a file, as a problem.
#[must_use]
pub fn io_problem(error: &std::io::Error) -> Problem {
    match error.kind() {
        ErrorKind::NotFound => Problem::refused("file-not-found"),
        ErrorKind::PermissionDenied => Problem::refused("file-not-allowed"),
        ErrorKind::IsADirectory => Problem::refused("file-is-a-directory"),
        _ => Problem::refused("file-unreadable").with("reason", error),
    }
}

enum Mode {
    Start(Encoding),
    /// `fallback` holds while only ASCII was seen and other encodings are still possible.
    Utf8 {
        fallback: bool,
    },
    CodePage(fn(u8) -> char),
    Other(Box<encoding_rs::Decoder>),
}

/// Pulls bytes from a reader and hands out valid UTF-8 without NUL.
pub(crate) struct Decoder<R> {
    reader: R,
    raw: Vec<u8>,
    /// Bytes of `raw` in use.
    held: usize,
    /// Where `raw` starts in the file, in bytes.
    position: u64,
    mode: Mode,
    /// What to report once everything before it has been handed out.
    failed: Option<Problem>,
    ended: bool,
}

impl<R: Read> Decoder<R> {
    pub(crate) fn new(reader: R, encoding: Encoding) -> Decoder<R> {
        Decoder {
            reader,
            raw: vec![0; CHUNK],
            held: 0,
            position: 0,
            mode: Mode::Start(encoding),
            failed: None,
            ended: false,
        }
    }

    /// Appends the next piece to `out`; false at the end of the file. A problem carries no line: it concerns the text
    /// right after everything handed out before.
    pub(crate) fn fill(&mut self, out: &mut Vec<u8>) -> Result<bool, Problem> {
        if let Some(problem) = self.failed.take() {
            self.ended = true;
            return Err(problem);
        }
        if self.ended {
            return Ok(false);
        }
        let from = out.len();
        let end = if let Mode::Start(encoding) = self.mode { self.start(encoding)? } else { self.read()? };
        let end = match self.mode {
            Mode::Utf8 { .. } => self.decode_utf8(out, end)?,
            Mode::CodePage(character) => {
                self.decode_code_page(out, character);
                end
            }
            Mode::Other(_) | Mode::Start(_) => {
                self.decode_other(out, end);
                end
            }
        };
        if let Some(nul) = memchr::memchr(0, &out[from..]) {
            out.truncate(from + nul);
            self.failed = Some(Problem::refused("csv-nul"));
        }
        self.ended |= end && self.failed.is_none();
        Ok(true)
    }

    fn read(&mut self) -> Result<bool, Problem> {
        loop {
            match self.reader.read(&mut self.raw[self.held..]) {
                Ok(0) => return Ok(true),
                Ok(n) => {
                    self.held += n;
                    return Ok(false);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => {
                    self.ended = true;
                    return Err(io_problem(&error));
                }
            }
        }
    }

    /// Reads more than is held; what fails is told after that.
    fn read_on(&mut self) -> Result<bool, Problem> {
        match self.read() {
            Err(problem) if self.held > 0 => {
                self.failed = Some(problem);
                Ok(true)
            }
            read => read,
        }
    }

    fn consume(&mut self, bytes: usize) {
        self.raw.copy_within(bytes..self.held, 0);
        self.held -= bytes;
        self.position += bytes as u64;
    }

    fn start(&mut self, encoding: Encoding) -> Result<bool, Problem> {
        let mut end = false;
        while self.held < UTF16_BYTES && !end {
            end = self.read_on()?;
        }
        let head = &self.raw[..self.held];
        if let Some((_, format)) = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)) {
            self.ended = true;
            return Err(Problem::refused("csv-other-format").with("format", format));
        }
        let other = |encoding: &'static encoding_rs::Encoding| {
            Mode::Other(Box::new(encoding.new_decoder_without_bom_handling()))
        };
        let (mode, mark) = match encoding_rs::Encoding::for_bom(head) {
            Some((found, mark)) if found == encoding_rs::UTF_8 => (Mode::Utf8 { fallback: false }, mark),
            Some((found, mark)) => (other(found), mark),
            None => match encoding {
                Encoding::Utf8 => (Mode::Utf8 { fallback: false }, 0),
                Encoding::Auto => match utf16_without_mark(head) {
                    Some(found) => (other(found), 0),
                    None => (Mode::Utf8 { fallback: true }, 0),
                },
                set => (Decoder::<R>::mode(set), 0),
            },
        };
        self.mode = mode;
        self.consume(mark);
        Ok(end)
    }

    /// The mode of an encoding that is known.
    fn mode(encoding: Encoding) -> Mode {
        match encoding {
            Encoding::Utf8 | Encoding::Auto => Mode::Utf8 { fallback: false },
            Encoding::Cp437 => Mode::CodePage(cp437_char),
            Encoding::Cp850 => Mode::CodePage(cp850_char),
            Encoding::Other(set) => Mode::Other(Box::new(set.new_decoder_without_bom_handling())),
        }
    }

    fn decode_code_page(&mut self, out: &mut Vec<u8>, character: fn(u8) -> char) {
        out.extend(self.raw[..self.held].iter().flat_map(|byte| {
            let mut utf8 = [0; 4];
            let length = character(*byte).encode_utf8(&mut utf8).len();
            utf8.into_iter().take(length)
        }));
        self.consume(self.held);
    }

    /// Says whether the end was reached: to decide between encodings it may read on.
    fn decode_utf8(&mut self, out: &mut Vec<u8>, mut end: bool) -> Result<bool, Problem> {
        let held = &self.raw[..self.held];
        let (valid, broken) = match std::str::from_utf8(held) {
            Ok(_) => (held.len(), false),
            Err(error) => (error.valid_up_to(), error.error_len().is_some() || end),
        };
        out.extend_from_slice(&held[..valid]);
        let bad = held.get(valid).copied().unwrap_or_default();
        let mut fallback = matches!(self.mode, Mode::Utf8 { fallback: true });
        if fallback && !held[..valid].is_ascii() {
            fallback = false;
            self.mode = Mode::Utf8 { fallback };
        }
        self.consume(valid);
        if broken && fallback {
            while self.held < self.raw.len() && !end {
                end = self.read_on()?;
            }
            fallback = !is_broken_utf8(&self.raw[..self.held]);
        }
        if broken && fallback {
            let encoding = single_byte(&self.raw[..self.held]);
            self.mode = Decoder::<R>::mode(encoding);
            match self.mode {
                Mode::CodePage(character) => self.decode_code_page(out, character),
                _ => self.decode_other(out, end),
            }
        } else if broken {
            let problem = Problem::refused("csv-not-utf8");
            self.failed =
                Some(problem.with("byte", format!("0x{bad:02X}")).with("position", self.position + 1));
        }
        Ok(end)
    }

    fn decode_other(&mut self, out: &mut Vec<u8>, end: bool) {
        let Mode::Other(decoder) = &mut self.mode else { return };
        let mut read = 0;
        loop {
            let from = out.len();
            let source = &self.raw[read..self.held];
            out.resize(
                from + decoder.max_utf8_buffer_length_without_replacement(source.len()).unwrap_or(CHUNK),
                0,
            );
            let (result, taken, written) =
                decoder.decode_to_utf8_without_replacement(source, &mut out[from..], end);
            out.truncate(from + written);
            read += taken;
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => {
                    let problem =
                        Problem::refused("csv-bad-encoding").with("encoding", decoder.encoding().name());
                    self.failed = Some(problem.with("position", self.position + read as u64));
                    break;
                }
            }
        }
        self.consume(read);
    }
}
