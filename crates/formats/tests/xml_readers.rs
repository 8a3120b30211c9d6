//! Readers of XML stand everything: files cut off anywhere, bytes changed anywhere, files far larger than memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo_formats::any::READERS;
use obligo_formats::books::{BookReader, Entry};
use obligo_formats::camt::CamtReader;
use obligo_formats::einvoice::EInvoiceReader;
use obligo_formats::saft::SaftReader;
use std::cell::Cell;
use std::io::Read;
use std::rc::Rc;

const CAMT: &str = include_str!("../../../fuzz/seeds/camt/statement.xml");
const SAFT: &str = include_str!("../../../fuzz/seeds/saft/portugal.xml");

/// The readers of this test, each with its examples.
fn examples() -> Vec<(&'static str, Vec<u8>)> {
    let seeds = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds");
    let mut found = Vec::new();
    for reader in ["camt", "einvoice", "invoice-pdf", "saft"] {
        for file in std::fs::read_dir(seeds.join(reader)).unwrap() {
            found.push((reader, std::fs::read(file.unwrap().path()).unwrap()));
        }
    }
    found
}

/// Fails by a panic, or by never ending.
fn stands(reader: &str, bytes: &[u8]) {
    (READERS.iter().find(|known| known.name == reader).unwrap().read)(bytes);
}

#[test]
fn r14_2_files_cut_off_anywhere_are_stood() {
    for (reader, file) in examples() {
        for end in (0..file.len()).step_by(7) {
            stands(reader, &file[..end]);
        }
    }
}

#[test]
fn r14_2_files_changed_anywhere_are_stood() {
    for (reader, file) in examples() {
        let mut state = 0x2545_F491_4F6C_DD1D_u64;
        let mut dice = |sides: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state % sides as u64) as usize
        };
        for _ in 0..500 {
            let mut changed = file.clone();
            for _ in 0..=dice(4) {
                let at = dice(changed.len());
                match dice(4) {
                    0 => changed[at] = dice(256) as u8,
                    1 => changed[at] = b"<>&/\"'=- 0.9A"[dice(13)],
                    2 => drop(changed.splice(at..at, file[..dice(file.len())].to_vec())),
                    _ => changed.truncate(at.max(1)),
                }
            }
            stands(reader, &changed);
        }
    }
}

/// A file with a part repeated for ever; counts what was read.
struct Endless {
    head: Vec<u8>,
    part: Vec<u8>,
    at: usize,
    read: Rc<Cell<usize>>,
}

impl Endless {
    /// Repeats what stands from `start` to the end of `end`.
    fn new(file: &str, start: &str, end: &str) -> (Endless, Rc<Cell<usize>>) {
        let start = file.find(start).unwrap();
        let end = file.rfind(end).unwrap() + end.len();
        let read = Rc::new(Cell::new(0));
        let (head, part) = (file[..start].into(), file[start..end].into());
        (Endless { head, part, at: 0, read: read.clone() }, read)
    }
}

impl Read for Endless {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let from = match self.at.checked_sub(self.head.len()) {
            None => &self.head[self.at..],
            Some(behind) => &self.part[behind % self.part.len()..],
        };
        let count = from.len().min(out.len());
        out[..count].copy_from_slice(&from[..count]);
        self.at += count;
        self.read.set(self.at);
        Ok(count)
    }
}

/// Reads `count` entries; the reader may run ahead of what it told by a fixed amount only.
fn streams(mut reader: impl BookReader, read: &Cell<usize>, count: usize, bytes_each: usize) {
    for told in 0..count {
        let entry = reader.next_entry().unwrap();
        assert!(entry.is_some());
        assert!(read.get() < (told + 2) * bytes_each + 512 * 1024, "{told} entries, {} bytes", read.get());
    }
}

#[test]
fn files_larger_than_memory_are_read_in_pieces() {
    let (file, read) = Endless::new(CAMT, "<Ntry>", "</Ntry>");
    let size = file.part.len();
    streams(CamtReader::open("bank.xml", file).unwrap(), &read, 3000, size);
    let (file, read) = Endless::new(CAMT, "<TxDtls>", "</TxDtls>");
    let size = file.part.len();
    streams(CamtReader::open("bank.xml", file).unwrap(), &read, 3000, size);
    for (start, end) in
        [("<Customer>", "</Customer>"), ("<Invoice>", "</Invoice>"), ("<Payment>", "</Payment>")]
    {
        let (file, read) = Endless::new(SAFT, start, end);
        let size = file.part.len();
        streams(SaftReader::open("audit.xml", file).unwrap(), &read, 3000, size);
    }
}

#[test]
fn the_examples_hold_what_they_are_examples_of() {
    let entries = |mut reader: Box<dyn BookReader>| {
        let mut told = Vec::new();
        while let Some(entry) = reader.next_entry().unwrap() {
            told.push(match entry {
                Entry::Company(_) => "company",
                Entry::Party(_) => "party",
                Entry::Balance(_) => "balance",
                Entry::Booking(_) => "booking",
                Entry::Document(_) => "document",
                Entry::Receipt(_) => "receipt",
            });
        }
        assert_eq!(reader.take_warnings(), []);
        told.dedup();
        told.join(" ")
    };
    assert_eq!(entries(Box::new(CamtReader::open("bank.xml", CAMT.as_bytes()).unwrap())), "receipt");
    let saft = entries(Box::new(SaftReader::open("audit.xml", SAFT.as_bytes()).unwrap()));
    assert_eq!(saft, "company party booking document booking");
}

/// What a reader says first, problem or warning, of a file.
fn first_code(reader: &str, file: &[u8]) -> &'static str {
    let opened: Result<Box<dyn BookReader + '_>, _> = match reader {
        "camt" => CamtReader::open("x", file).map(|reader| Box::new(reader) as Box<dyn BookReader>),
        "saft" => SaftReader::open("x", file).map(|reader| Box::new(reader) as Box<dyn BookReader>),
        "invoice-pdf" => {
            obligo_formats::invoice_pdf::open("x", file).map(|reader| Box::new(reader) as Box<dyn BookReader>)
        }
        _ => EInvoiceReader::open("x", file).map(|reader| Box::new(reader) as Box<dyn BookReader>),
    };
    let mut reader = match opened {
        Ok(reader) => reader,
        Err(problem) => return problem.code,
    };
    loop {
        match reader.next_entry() {
            Ok(Some(_)) => {}
            Ok(None) => return reader.take_warnings().first().map_or("-", |warning| warning.code),
            Err(problem) => return problem.code,
        }
    }
}

/// The smallest change to a sound file that shows each problem.
#[test]
fn every_problem_has_a_file_that_shows_it() {
    const PLAIN: &str = "";
    let camt = |from: &str, to: &str| ("camt", CAMT.replace(from, to).into_bytes());
    let ubl = include_str!("../../../fuzz/seeds/einvoice/ubl.xml");
    let invoice = |from: &str, to: &str| ("einvoice", ubl.replace(from, to).into_bytes());
    let pdf = |text: &str| ("invoice-pdf", format!("%PDF-1.7\n{text}\nstartxref\n0\n").into_bytes());
    for (code, (reader, file)) in [
        ("-", camt(PLAIN, PLAIN)),
        ("-", invoice(PLAIN, PLAIN)),
        ("xml-not-xml", ("camt", b"date;amount".to_vec())),
        ("xml-signed", ("einvoice", b"0\x80\x06\x09".to_vec())),
        ("xml-encoding-unknown", camt("UTF-8", "klingon")),
        ("xml-encoding", ("camt", b"<a>\xC4</a>".to_vec())),
        ("xml-doctype", camt("<Document", "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///x'>]><Document")),
        ("xml-entity", camt("&amp;", "&nbsp;")),
        ("xml-syntax", camt("&amp;", "&")),
        ("xml-end-tag", camt("</GrpHdr>", "</Header>")),
        ("xml-truncated", camt("</Document>", "")),
        ("xml-too-deep", camt("<GrpHdr>", &format!("<GrpHdr>{}", "<a>".repeat(200)))),
        ("xml-too-large", camt("<GrpHdr>", &format!("<GrpHdr a='{}'>", "x".repeat(70_000)))),
        ("xml-wrong-root", camt("camt.053", "pain.001")),
        ("element-missing", invoice("<cbc:ID>R 17</cbc:ID>", "")),
        ("element-not-a-date", invoice("2026-01-31", "2026-01-32")),
        ("element-not-an-amount", invoice("125.00", "125,00")),
        ("element-too-many-decimals", invoice("125.00", "125.001")),
        ("element-amount-too-large", invoice("125.00", "999999999999999")),
        ("element-not-a-currency", invoice(">EUR<", ">EURO<")),
        ("element-other-currency", invoice("\"EUR\"", "\"SEK\"")),
        ("element-not-one-of", camt("CRDT", "IN")),
        ("camt-details-differ", camt("123.00", "122.00")),
        ("camt-balance-differs", camt("178.00", "179.00")),
        ("file-total-differs", ("saft", SAFT.replace("<TotalDebit>123", "<TotalDebit>124").into_bytes())),
        ("pdf-broken", ("invoice-pdf", b"no PDF".to_vec())),
        ("pdf-encrypted", pdf("trailer <</Encrypt 1 0 R>>")),
        ("pdf-without-invoice", pdf("1 0 obj <</Type/Catalog>> endobj")),
        ("pdf-too-large", ("invoice-pdf", vec![b' '; 64 * 1024 * 1024 + 1])),
    ] {
        assert_eq!(first_code(reader, &file), code);
    }
}
