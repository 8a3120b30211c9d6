//! Readers of XML stand everything: files cut off anywhere, bytes changed anywhere, files far larger than memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo_formats::any::READERS;
use obligo_formats::books::{BookReader, Entry};
use obligo_formats::camt::CamtReader;
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
