//! Packages of workbooks made by hand, lying ones too.

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc, FlushCompress};
use std::io::Write as _;

/// One part as the package holds it and as it says it does.
pub struct Part {
    pub name: &'static str,
    pub packed: Vec<u8>,
    pub is_deflated: bool,
    pub unpacked: u32,
    pub checksum: u32,
}

impl Part {
    pub fn new(name: &'static str, text: &str) -> Part {
        let mut checksum = Crc::new();
        checksum.update(text.as_bytes());
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text.as_bytes()).unwrap();
        Part {
            name,
            packed: encoder.finish().unwrap(),
            is_deflated: true,
            unpacked: text.len() as u32,
            checksum: checksum.sum(),
        }
    }

    /// The same text again and again, packed once: a bomb of any size in no time.
    pub fn repeated(name: &'static str, before: &str, text: &str, times: usize) -> Part {
        let packed = |text: &str| {
            let mut compress = flate2::Compress::new(Compression::best(), false);
            let mut out = vec![0; text.len() + 1024];
            compress.compress(text.as_bytes(), &mut out, FlushCompress::Full).unwrap();
            out.truncate(compress.total_out() as usize);
            out
        };
        let mut whole = packed(before);
        let again = packed(text);
        (0..times).for_each(|_| whole.extend_from_slice(&again));
        let unpacked = (before.len() + text.len() * times) as u32;
        Part { name, packed: whole, is_deflated: true, unpacked, checksum: 0 }
    }
}

/// The bytes of a ZIP archive.
pub fn zip(parts: &[Part]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for part in parts {
        let offset = file.len() as u32;
        let mut about = Vec::new();
        let method = if part.is_deflated { 8u16 } else { 0 };
        for number in [20u16, 0, method, 0, 0x21] {
            about.extend(number.to_le_bytes());
        }
        for number in [part.checksum, part.packed.len() as u32, part.unpacked] {
            about.extend(number.to_le_bytes());
        }
        about.extend((part.name.len() as u16).to_le_bytes());
        about.extend(0u16.to_le_bytes());
        file.extend(b"PK\x03\x04");
        file.extend(&about);
        file.extend(part.name.as_bytes());
        file.extend(&part.packed);
        directory.extend(b"PK\x01\x02");
        directory.extend(20u16.to_le_bytes());
        directory.extend(&about);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(part.name.as_bytes());
    }
    let start = file.len() as u32;
    file.extend(&directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend((parts.len() as u16).to_le_bytes());
    file.extend((parts.len() as u16).to_le_bytes());
    file.extend((directory.len() as u32).to_le_bytes());
    file.extend(start.to_le_bytes());
    file.extend(0u16.to_le_bytes());
    file
}

const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/>
    <numFmt numFmtId="165" formatCode="0000000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

/// The parts of an XLSX workbook with these sheets: name, attributes, rows.
pub fn xlsx_parts(sheets: &[(&str, &str, &str)], strings: &[&str]) -> Vec<Part> {
    const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const NAMES: [&str; 3] =
        ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"];
    let named = sheets
        .iter()
        .enumerate()
        .map(|(n, (name, more, _))| format!(r#"<sheet name="{name}" sheetId="{n}" r:id="rId{n}" {more}/>"#))
        .collect::<Vec<_>>()
        .concat();
    let related = (0..sheets.len())
        .map(|n| format!(r#"<Relationship Id="rId{n}" Type="{RELATION}/worksheet" Target="/{}"/>"#, NAMES[n]))
        .collect::<Vec<_>>()
        .concat();
    let strings = strings.iter().map(|text| format!("<si><t>{text}</t></si>")).collect::<Vec<_>>().concat();
    let mut parts = vec![
        Part::new("[Content_Types].xml", "<Types/>"),
        Part::new(
            "_rels/.rels",
            &format!(
                r#"<Relationships><Relationship Id="r" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        Part::new(
            "xl/workbook.xml",
            &format!(r#"<workbook xmlns:r="{RELATION}"><sheets>{named}</sheets></workbook>"#),
        ),
        Part::new(
            "xl/_rels/workbook.xml.rels",
            &format!(
                r#"<Relationships>{related}<Relationship Id="s" Type="{RELATION}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="{RELATION}/styles" Target="styles.xml"/></Relationships>"#
            ),
        ),
        Part::new("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>")),
        Part::new("xl/styles.xml", STYLES),
    ];
    for (n, (_, _, rows)) in sheets.iter().enumerate() {
        parts.push(Part::new(NAMES[n], &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")));
    }
    parts
}

/// An XLSX workbook of one sheet.
pub fn xlsx(rows: &str) -> Vec<u8> {
    zip(&xlsx_parts(&[("Open items", "", rows)], &["shared", "a &amp; b"]))
}

/// An ODS workbook with these tables.
pub fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content><office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    let mut mimetype = Part::new("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    mimetype.packed = b"application/vnd.oasis.opendocument.spreadsheet".to_vec();
    mimetype.is_deflated = false;
    zip(&[mimetype, Part::new("content.xml", &content)])
}
