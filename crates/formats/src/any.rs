//! Every reader by name, over any bytes: what `cargo xtask fuzz` and `cargo xtask soak` call, and what the tests play the files
//! again with that were found that way. A reader may refuse bytes, it may not fall over them.

use crate::books::BookReader;
use crate::camt::CamtReader;
use crate::datev::DatevReader;
use crate::ecb::EcbRates;
use crate::einvoice::EInvoiceReader;
use crate::fec::FecReader;
use crate::map::{MapFile, Mapping};
use crate::saft::SaftReader;
use crate::schema::{Schema, items, settlements};
use crate::sie::{SieReader, SieSettings};
use crate::sie5::Sie5Reader;
use crate::table::Table;
use crate::workbook::{Choice, SheetRows};
use obligo_rules::problem::Problem;
use std::io::Cursor;

/// A reader of any bytes.
#[derive(Clone, Copy, Debug)]
pub struct AnyReader {
    /// Its name, that of the folder of what was found for it.
    pub name: &'static str,
    /// Reads all there is and drops it.
    pub read: fn(&[u8]),
}

/// Every reader.
pub const READERS: &[AnyReader] = &[
    AnyReader { name: "camt", read: camt },
    AnyReader { name: "csv", read: csv },
    AnyReader { name: "datev", read: datev },
    AnyReader { name: "detect", read: detect },
    AnyReader { name: "ecb", read: ecb },
    AnyReader { name: "einvoice", read: einvoice },
    AnyReader { name: "fec", read: fec },
    AnyReader { name: "invoice-pdf", read: invoice_pdf },
    AnyReader { name: "map", read: map },
    AnyReader { name: "policy", read: policy },
    AnyReader { name: "saft", read: saft },
    AnyReader { name: "sie", read: sie },
    AnyReader { name: "sie5", read: sie5 },
    AnyReader { name: "workbook", read: workbook },
    AnyReader { name: "xml", read: xml },
];

/// Far more entries than a file of the size that is tried can hold.
const ENTRIES_MAX: usize = 1 << 20;

fn books(mut reader: impl BookReader) {
    for _ in 0..ENTRIES_MAX {
        let is_last = matches!(reader.next_entry(), Ok(None));
        if is_last || reader.is_ended() {
            return;
        }
    }
    // Caught as a fall: a reader that never ends.
    unreachable!("a reader went on after {ENTRIES_MAX} entries");
}

fn camt(bytes: &[u8]) {
    CamtReader::open("any", bytes).into_iter().for_each(books);
}

fn einvoice(bytes: &[u8]) {
    EInvoiceReader::open("any", bytes).into_iter().for_each(books);
}

fn invoice_pdf(bytes: &[u8]) {
    crate::invoice_pdf::open("any", bytes).into_iter().for_each(books);
}

fn saft(bytes: &[u8]) {
    SaftReader::open("any", bytes).into_iter().for_each(books);
}

fn xml(bytes: &[u8]) {
    let _ = crate::xml::check(bytes);
}

fn sie(bytes: &[u8]) {
    books(SieReader::open("any", bytes, &SieSettings::default()));
}

fn sie5(bytes: &[u8]) {
    Sie5Reader::open("any", bytes).into_iter().for_each(books);
}

fn csv(bytes: &[u8]) {
    for schema in [&items::SCHEMA, &settlements::SCHEMA] {
        table(Table::open("any", bytes, schema, &Mapping::plain()), schema);
    }
}

fn datev(bytes: &[u8]) {
    DatevReader::open("any", bytes, None).into_iter().for_each(books);
}

fn detect(bytes: &[u8]) {
    let _ = crate::detect::detect(bytes);
}

fn ecb(bytes: &[u8]) {
    let Ok(mut rates) = EcbRates::open("any", bytes) else { return };
    for _ in 0..ENTRIES_MAX {
        if matches!(rates.next_rate(), Ok(None)) {
            return;
        }
    }
    unreachable!("a reader went on after {ENTRIES_MAX} entries");
}

fn fec(bytes: &[u8]) {
    FecReader::open("any", bytes, None, None).into_iter().for_each(books);
}

fn workbook(bytes: &[u8]) {
    let choice = Choice::default();
    let Ok(mut rows) = SheetRows::open("any", Cursor::new(bytes), &choice, &mut |_, _| Ok(())) else {
        return;
    };
    while let Ok(Some(row)) = rows.next_row() {
        // What the cells say does not matter, only that they can be asked.
        for index in 0..row.len() {
            let _ = (row.field(index), row.kind(index));
        }
    }
}

fn table(opened: Result<Table<&[u8]>, Problem>, schema: &'static Schema) {
    let Ok(mut table) = opened else { return };
    loop {
        let before = table.records();
        match table.next_record() {
            Ok(None) => return,
            Ok(Some(record)) => {
                for column in 0..schema.columns.len() {
                    // What the fields say does not matter, only that they can be asked.
                    let _ = (record.text(column), record.day(column), record.decimal(column));
                }
            }
            Err(_) => {
                if table.records() == before {
                    return;
                }
            }
        }
    }
}

fn map(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = MapFile::parse("any", text);
    }
}

fn policy(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = crate::policy_file::parse("any", text);
    }
}
