//! One XML part of a workbook's package, read in pieces: unpacked within limits, without document types and entities (R14.2).

use flate2::Crc;
use flate2::read::DeflateDecoder;
use obligo_rules::problem::Problem;
use quick_xml::Reader;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::borrow::Cow;
use std::io::{BufReader, Error, Read, Result as IoResult, Take};

/// Most bytes of one part, unpacked (R14.2); a sheet of 1,000,000 rows of 30 columns has about 2 GB.
pub const PART_BYTES_MAX: u64 = 4 * 1024 * 1024 * 1024;
/// Most bytes a byte of a package may unpack to, once a part has more than [`RATIO_FREE_BYTES`] (R14.2). Sheets stay far
/// below 100; what packs better than 1 : 250 is made to harm.
pub const RATIO_MAX: u64 = 250;
/// Bytes unpacked before the ratio counts.
pub const RATIO_FREE_BYTES: u64 = 32 * 1024 * 1024;
/// Most bytes of one element's start, or of one text (R14.2).
const NODE_BYTES_MAX: u64 = 4 * 1024 * 1024;
/// Deepest nesting of elements (R14.2).
const DEPTH_MAX: u32 = 100;

/// What a package says of one of its parts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PartSize {
    pub(crate) packed: u64,
    pub(crate) unpacked: u64,
    pub(crate) checksum: u32,
    pub(crate) is_deflated: bool,
}

enum Unpacking<R> {
    Stored(Take<R>),
    Deflated(Box<DeflateDecoder<Take<R>>>),
}

/// Why the bytes of a part end early.
#[derive(Clone, Copy)]
enum Fault {
    TooLarge,
    Ratio,
    Node,
    Checksum,
}

/// The unpacked bytes of a part.
pub(crate) struct Part<R> {
    unpacking: Unpacking<R>,
    size: PartSize,
    unpacked: u64,
    /// Bytes that may still be handed out before the next element must have ended.
    allowance: u64,
    checksum: Crc,
    fault: Option<Fault>,
}

impl<R: Read> Part<R> {
    /// `reader` stands at the packed bytes.
    pub(crate) fn new(reader: R, size: PartSize) -> Part<R> {
        let packed = reader.take(size.packed);
        let unpacking = if size.is_deflated {
            Unpacking::Deflated(Box::new(DeflateDecoder::new(packed)))
        } else {
            Unpacking::Stored(packed)
        };
        let allowance = NODE_BYTES_MAX;
        Part { unpacking, size, unpacked: 0, allowance, checksum: Crc::new(), fault: None }
    }

    fn fail(&mut self, fault: Fault) -> Error {
        self.fault = Some(fault);
        Error::other("the limits of the part")
    }
}

impl<R: Read> Read for Part<R> {
    fn read(&mut self, buffer: &mut [u8]) -> IoResult<usize> {
        if self.allowance == 0 {
            return Err(self.fail(Fault::Node));
        }
        let most = buffer.len().min(self.allowance as usize);
        let (read, packed) = match &mut self.unpacking {
            Unpacking::Stored(reader) => (reader.read(&mut buffer[..most])?, u64::MAX / RATIO_MAX),
            Unpacking::Deflated(reader) => (reader.read(&mut buffer[..most])?, reader.total_in()),
        };
        self.unpacked += read as u64;
        self.allowance -= read as u64;
        self.checksum.update(&buffer[..read]);
        if self.unpacked > PART_BYTES_MAX {
            return Err(self.fail(Fault::TooLarge));
        }
        if self.unpacked > RATIO_FREE_BYTES && self.unpacked / RATIO_MAX > packed {
            return Err(self.fail(Fault::Ratio));
        }
        let is_wrong =
            read == 0 && (self.unpacked != self.size.unpacked || self.checksum.sum() != self.size.checksum);
        if is_wrong && most > 0 {
            return Err(self.fail(Fault::Checksum));
        }
        Ok(read)
    }
}

/// Where in a package problems arise.
#[derive(Clone, Debug)]
pub(crate) struct PartPlace {
    pub(crate) file: String,
    pub(crate) part: String,
}

impl PartPlace {
    pub(crate) fn problem(&self, code: &'static str) -> Problem {
        Problem::refused(code).in_file(&self.file).with("part", &self.part)
    }

    pub(crate) fn damaged(&self, reason: impl std::fmt::Display) -> Problem {
        self.problem("workbook-damaged").with("reason", reason)
    }

    fn fault(&self, fault: Fault) -> Problem {
        match fault {
            Fault::TooLarge => {
                self.problem("workbook-too-large").with("what", "part").with("limit", PART_BYTES_MAX)
            }
            Fault::Ratio => self.problem("workbook-too-large").with("what", "ratio").with("limit", RATIO_MAX),
            Fault::Node => {
                self.problem("workbook-too-large").with("what", "element").with("limit", NODE_BYTES_MAX)
            }
            Fault::Checksum => self.damaged("checksum"),
        }
    }
}

/// The elements of a part.
pub(crate) struct Elements<R> {
    reader: Reader<BufReader<Part<R>>>,
    buffer: Vec<u8>,
    depth: u32,
    place: PartPlace,
}

impl<R: Read> Elements<R> {
    /// Errors: `workbook-too-large`, `workbook-too-large` by what the package says of the part.
    pub(crate) fn new(place: PartPlace, reader: R, size: PartSize) -> Result<Elements<R>, Problem> {
        if size.unpacked > PART_BYTES_MAX {
            return Err(place.fault(Fault::TooLarge));
        }
        if size.unpacked > RATIO_FREE_BYTES && size.unpacked / RATIO_MAX > size.packed {
            return Err(place.fault(Fault::Ratio));
        }
        let mut xml = Reader::from_reader(BufReader::with_capacity(64 * 1024, Part::new(reader, size)));
        xml.config_mut().expand_empty_elements = true;
        Ok(Elements { reader: xml, buffer: Vec::new(), depth: 0, place })
    }

    /// Where problems arise.
    pub(crate) fn place(&self) -> &PartPlace {
        &self.place
    }

    /// The next event; start and end for empty elements too. Errors: `workbook-damaged`, `workbook-document-type`,
    /// `workbook-too-large`, `workbook-too-large`, `workbook-too-large`, `workbook-too-large`.
    pub(crate) fn next(&mut self) -> Result<Event<'_>, Problem> {
        self.buffer.clear();
        self.reader.get_mut().get_mut().allowance = NODE_BYTES_MAX;
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(error) => {
                return Err(match self.reader.get_mut().get_mut().fault {
                    Some(fault) => self.place.fault(fault),
                    None => self.place.damaged(error),
                });
            }
        };
        match event {
            Event::DocType(_) => return Err(self.place.problem("workbook-document-type")),
            Event::Start(_) if self.depth == DEPTH_MAX => {
                return Err(self
                    .place
                    .problem("workbook-too-large")
                    .with("what", "depth")
                    .with("limit", DEPTH_MAX));
            }
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::Eof if self.depth > 0 => return Err(self.place.damaged("ends-early")),
            _ => {}
        }
        Ok(event)
    }
}

/// Appends the text of an event, if it has one: `false` for a reference to an entity XML does not know.
#[must_use]
pub(crate) fn push_text(event: &Event<'_>, text: &mut String) -> bool {
    match event {
        Event::Text(content) => text.push_str(&content.xml10_content()),
        Event::CData(content) => text.push_str(&content.xml10_content()),
        Event::GeneralRef(reference) => match character(reference) {
            Some(character) => text.push(character),
            None => return false,
        },
        _ => {}
    }
    true
}

fn character(reference: &BytesRef<'_>) -> Option<char> {
    match &**reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    }
}

/// The value of an attribute by its name without prefix; empty if it is not there or cannot be read.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> String {
    for attribute in element.attributes().with_checks(false).flatten() {
        if attribute.key.local_name().as_ref() == name {
            return value_of(&attribute);
        }
    }
    String::new()
}

/// The value of an attribute; empty if it cannot be read.
pub(crate) fn value_of(attribute: &Attribute<'_>) -> String {
    quick_xml::escape::unescape(&attribute.value).map(Cow::into_owned).unwrap_or_default()
}
