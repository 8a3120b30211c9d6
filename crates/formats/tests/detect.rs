//! What a file is, told by its content.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo_formats::detect::Detected::{self, Empty, Other};
use obligo_formats::detect::Format::{
    Camt, Cii, Csv, Datev, EcbRates, FatturaPa, Fec, Ods, Pdf, Saft, Sie4, Sie5, Ubl, Xlsx,
};
use obligo_formats::detect::{detect, detect_file};

const fn is(format: obligo_formats::detect::Format) -> Detected {
    Detected::Format(format)
}

#[test]
fn files_are_told_by_what_they_hold() {
    for (text, expected) in [
        ("", Empty),
        ("a,b\n1,2\n", is(Csv)),
        ("x", is(Csv)),
        ("\u{feff}Kunde;Betrag\n", is(Csv)),
        ("#1;invoice\n", is(Csv)),
        ("[note];b\n", is(Csv)),
        ("\"EXTF\";700;21;\"Buchungsstapel\"\n", is(Datev)),
        ("\u{feff}DTVF;510;16\n", is(Datev)),
        ("EXTF;amount\n", is(Csv)),
        ("JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\n", is(Fec)),
        ("#FLAGGA 0\n#FORMAT PC8\n", is(Sie4)),
        ("\r\n#flagga 0\n", is(Sie4)),
        ("#PROGRAM \"x\" 1\n", is(Sie4)),
        ("<?xml version=\"1.0\"?>\n<Sie xmlns=\"http://www.sie.se/sie5\">", is(Sie5)),
        ("<SieEntry xmlns='http://www.sie.se/sie5'/>", is(Sie5)),
        ("<?xml version=\"1.0\"?><!-- x --><n1:AuditFile xmlns:n1=\"urn\">", is(Saft)),
        ("<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\">", is(Ubl)),
        ("<ns:CreditNote xmlns:ns=\"urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2\">", is(Ubl)),
        ("<rsm:CrossIndustryInvoice xmlns:rsm=\"urn\">", is(Cii)),
        ("<rsm:CrossIndustryDocument xmlns:rsm=\"urn\">", is(Cii)),
        ("<rsm:Invoice xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CBFBUY:5\">", is(Cii)),
        ("<S><H/><Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\">", is(Ubl)),
        ("<S><H/><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">", is(Camt)),
        ("<p:FatturaElettronica versione=\"FPR12\">", is(FatturaPa)),
        ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">", is(Camt)),
        ("<!DOCTYPE Document [<!ENTITY x \"y\">]><Document xmlns=\"urn:x:camt.053.001.02\">", is(Camt)),
        ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\">", Other("XML")),
        ("<Invoice xmlns=\"urn:other\">", Other("XML")),
        ("<Order>", Other("XML")),
        ("<!-- never closed", Other("XML")),
        ("<!DOCTYPE html>\n<html lang=\"sv\">", Other("HTML")),
        ("  <HTML><BODY>", Other("HTML")),
        ("<meta charset=utf-8><p>", Other("HTML")),
        ("%PDF-1.7\n", is(Pdf)),
        ("Date,USD,JPY,BGN,CYP,\n", is(EcbRates)),
        ("Date, USD, JPY, BGN, \n", is(EcbRates)),
        ("Date,USD,amount,BGN\n", is(Csv)),
        ("{\"items\": [", Other("JSON")),
        ("[\n  {", Other("JSON")),
        ("PK\u{3}\u{4}.......xl/worksheets/sheet1.xml", is(Xlsx)),
        ("PK\u{3}\u{4}.......[Content_Types].xml", is(Xlsx)),
        ("PK\u{3}\u{4}...mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK", is(Ods)),
        ("PK\u{3}\u{4}...mimetypeapplication/vnd.oasis.opendocument.textPK", Other("OpenDocument")),
        ("PK\u{3}\u{4}.......[Content_Types].xml....word/document.xml", Other("DOCX")),
        ("PK\u{3}\u{4}.......items.csv", Other("ZIP")),
        ("{\\rtf1", Other("RTF")),
    ] {
        assert_eq!(detect(text.as_bytes()), expected, "{text}");
    }
    for (bytes, expected) in [
        (&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], Other("XLS")),
        (b"\x89PNG\r\n", Other("PNG")),
        (b"\x1F\x8B\x08", Other("GZIP")),
        (b"\xFF\xFE<\0S\0i\0e\0>\0", is(Sie5)),
        (b"\xFE\xFF\0a\0;\0b", is(Csv)),
        (b"<\0S\0i\0e\0>\0", is(Sie5)),
        (b"F\xE4llig;Betrag\n", is(Csv)),
        (b"\0\x01\x02\x03", is(Csv)),
    ] {
        assert_eq!(detect(bytes), expected, "{bytes:?}");
    }
}

#[test]
fn looking_leaves_the_file_where_it_was() {
    let mut file = std::io::Cursor::new(b"#FLAGGA 0".to_vec());
    assert_eq!(detect_file("x", &mut file).unwrap(), is(Sie4));
    assert_eq!(file.position(), 0);
}
