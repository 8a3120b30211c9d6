//! What a file is, told by its content: its name may say anything.

use obligo_rules::problem::Problem;
use std::io::{Read, Seek, SeekFrom};

/// Most bytes looked at.
pub const HEAD_BYTES_MAX: usize = 64 * 1024;

/// A format that is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// A text table.
    Csv,
    /// A workbook of Office Open XML.
    Xlsx,
    /// A workbook of `OpenDocument`.
    Ods,
    /// DATEV-Format, EXTF or DTVF.
    Datev,
    /// *Fichier des écritures comptables*.
    Fec,
    /// SIE 1 to 4.
    Sie4,
    /// SIE 5.
    Sie5,
    /// SAF-T.
    Saft,
    /// An invoice in UBL.
    Ubl,
    /// An invoice in CII, of `ZUGFeRD` 1 too.
    Cii,
    /// `FatturaPA`.
    FatturaPa,
    /// A document with, perhaps, an invoice in it.
    Pdf,
    /// A bank statement: camt.052, camt.053, camt.054.
    Camt,
    /// Reference rates of the European Central Bank.
    EcbRates,
}

impl Format {
    /// The name people know it by.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Xlsx => "XLSX",
            Format::Ods => "ODS",
            Format::Datev => "DATEV",
            Format::Fec => "FEC",
            Format::Sie4 | Format::Sie5 => "SIE",
            Format::Saft => "SAF-T",
            Format::Ubl => "UBL",
            Format::Cii => "CII",
            Format::FatturaPa => "FatturaPA",
            Format::Pdf => "PDF",
            Format::Camt => "camt",
            Format::EcbRates => "eurofxref",
        }
    }
}

/// What a file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Detected {
    /// One of the formats read.
    Format(Format),
    /// Something else, by the name people know it by.
    Other(&'static str),
    /// It has no bytes.
    Empty,
}

/// First bytes of files that are none of the formats.
const SIGNATURES: [(&[u8], &str); 18] = [
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "XLS"),
    (b"\x1F\x8B", "GZIP"),
    (b"7z\xBC\xAF\x27\x1C", "7-Zip"),
    (b"Rar!\x1A\x07", "RAR"),
    (b"BZh", "BZIP2"),
    (b"\xFD7zXZ", "XZ"),
    (b"\x28\xB5\x2F\xFD", "Zstandard"),
    (b"{\\rt", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"\x7FELF", "ELF"),
    (b"MZ\x90", "EXE"),
    (b"SQLite format 3", "SQLite"),
    (b"%!PS", "PostScript"),
    (b"PAR1", "Parquet"),
];

/// What a file is by its first bytes: at least 64 KB, or all there are.
#[must_use]
pub fn detect(head: &[u8]) -> Detected {
    if head.is_empty() {
        return Detected::Empty;
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return archive(head);
    }
    if let Some((_, name)) = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)) {
        return Detected::Other(name);
    }
    if memchr::memmem::find(&head[..head.len().min(1024)], b"%PDF-").is_some() {
        return Detected::Format(Format::Pdf);
    }
    // Invoices come signed in Italy; their reader says what to do.
    if crate::xml::is_signed(head) {
        return Detected::Format(Format::FatturaPa);
    }
    let text = text_of(head);
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('<') {
        return markup(start);
    }
    let line = start.lines().next().unwrap_or_default();
    if is_sie(line) {
        return Detected::Format(Format::Sie4);
    }
    if is_datev(line) {
        return Detected::Format(Format::Datev);
    }
    if is_fec(line) {
        return Detected::Format(Format::Fec);
    }
    if is_json(start) {
        return Detected::Other("JSON");
    }
    if crate::ecb::is_header(line) {
        return Detected::Format(Format::EcbRates);
    }
    Detected::Format(Format::Csv)
}

/// What a file is; the reader is put back to where it was. Errors: those of reading.
pub fn detect_file<R: Read + Seek>(name: &str, reader: &mut R) -> Result<Detected, Problem> {
    let io = |error: std::io::Error| crate::decode::io_problem(&error).in_file(name);
    let place = reader.stream_position().map_err(io)?;
    let mut head = Vec::new();
    reader.by_ref().take(HEAD_BYTES_MAX as u64).read_to_end(&mut head).map_err(io)?;
    reader.seek(SeekFrom::Start(place)).map_err(io)?;
    Ok(detect(&head))
}

/// Text in UTF-8 or UTF-16, other bytes as they come: what is looked for is in ASCII.
fn text_of(head: &[u8]) -> String {
    let units = |head: &[u8], of: fn([u8; 2]) -> u16| -> String {
        let units = head.as_chunks::<2>().0.iter().map(|pair| of(*pair));
        char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match head {
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes),
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => units(head, u16::from_le_bytes),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => units(head, u16::from_be_bytes),
        _ => String::from_utf8_lossy(head).into_owned(),
    }
}

/// What a ZIP archive is, by the names of its first parts.
fn archive(head: &[u8]) -> Detected {
    let has = |text: &str| memchr::memmem::find(head, text.as_bytes()).is_some();
    if has("mimetypeapplication/vnd.oasis.opendocument.spreadsheet") {
        return Detected::Format(Format::Ods);
    }
    if has("mimetypeapplication/") {
        return Detected::Other("OpenDocument");
    }
    if has("word/") {
        return Detected::Other("DOCX");
    }
    if has("ppt/") {
        return Detected::Other("PPTX");
    }
    if has("xl/") || has("[Content_Types].xml") || has("_rels/.rels") {
        return Detected::Format(Format::Xlsx);
    }
    if has("content.xml") && has("META-INF/manifest.xml") {
        return Detected::Format(Format::Ods);
    }
    Detected::Other("ZIP")
}

/// What namespaces of UBL begin with.
const UBL: &str = "urn:oasis:names:specification:ubl:schema:xsd:";

/// What a file of elements is, by its root and that root's namespace.
fn markup(text: &str) -> Detected {
    let Some((name, start)) = root(text) else {
        return Detected::Other(if is_page(text) { "HTML" } else { "XML" });
    };
    let local = name.rsplit(':').next().unwrap_or_default();
    let is = |format| Detected::Format(format);
    match local {
        "Invoice" | "CreditNote" | "DebitNote" if start.contains(UBL) => is(Format::Ubl),
        // Its name before ZUGFeRD 1.
        "Invoice" if start.contains("urn:un:unece:uncefact:") => is(Format::Cii),
        "CrossIndustryInvoice" | "CrossIndustryDocument" => is(Format::Cii),
        "FatturaElettronica" | "FatturaElettronicaSemplificata" => is(Format::FatturaPa),
        "AuditFile" => is(Format::Saft),
        "Sie" | "SieEntry" => is(Format::Sie5),
        "Document" if start.contains("camt.05") => is(Format::Camt),
        _ if is_page(text) => Detected::Other("HTML"),
        // In an envelope of those who carry it.
        _ if text.contains(UBL) => is(Format::Ubl),
        _ if text.contains("xsd:camt.05") => is(Format::Camt),
        _ => Detected::Other("XML"),
    }
}

/// The name of the root element and its start tag, past declarations, comments and document types.
fn root(text: &str) -> Option<(&str, &str)> {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let past = if rest.starts_with("<?") {
            rest.find("?>")? + 2
        } else if rest.starts_with("<!--") {
            rest.find("-->")? + 3
        } else if rest.starts_with("<!") {
            match (rest.find('['), rest.find('>')) {
                (Some(open), Some(close)) if open < close => rest.find("]>").map(|end| end + 2)?,
                (_, close) => close? + 1,
            }
        } else {
            break;
        };
        rest = &rest[past..];
    }
    let tag = rest.strip_prefix('<')?;
    let end = tag.find('>').unwrap_or(tag.len());
    let start = &tag[..end];
    let name = start.split(|c: char| c.is_whitespace() || c == '/').next()?;
    let is_name = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    is_name.then_some((name, start))
}

fn is_page(text: &str) -> bool {
    let start: String = text.chars().take(2048).flat_map(char::to_lowercase).collect();
    ["<!doctype html", "<html", "<head", "<body", "<script", "<table", "<meta", "<div"]
        .iter()
        .any(|mark| start.contains(mark))
}

/// A record such as `#FLAGGA 0`.
fn is_sie(line: &str) -> bool {
    let Some(label) = line.strip_prefix('#') else { return false };
    let label: String = label.chars().take_while(|c| !c.is_whitespace()).collect();
    ["FLAGGA", "PROGRAM", "FORMAT", "GEN", "SIETYP", "FNAMN", "ORGNR"]
        .iter()
        .any(|known| label.eq_ignore_ascii_case(known))
}

fn is_datev(line: &str) -> bool {
    let mut fields = line.split(';').map(|field| field.trim().trim_matches('"'));
    let is_marked = fields.next().is_some_and(|mark| matches!(mark, "EXTF" | "DTVF"));
    is_marked && fields.next().is_some_and(|version| version.parse::<u32>().is_ok())
}

fn is_fec(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    ["ecrituredate", "comptenum"].iter().all(|column| lower.contains(column))
}

fn is_json(start: &str) -> bool {
    let rest = match start.as_bytes() {
        [b'{' | b'[', ..] => start[1..].trim_start(),
        _ => return false,
    };
    rest.starts_with(['"', '{', '['])
}
