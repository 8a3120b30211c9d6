//! Every reader by name, over any bytes: what `cargo xtask fuzz` and `cargo xtask soak` call, and what the tests play the files
//! again with that were found that way. A reader may refuse bytes, it may not fall over them.

use crate::map::{MapFile, Mapping};
use crate::schema::{Schema, items, settlements};
use crate::table::Table;

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
    AnyReader { name: "csv", read: csv },
    AnyReader { name: "map", read: map },
    AnyReader { name: "policy", read: policy },
];

fn csv(bytes: &[u8]) {
    for schema in [&items::SCHEMA, &settlements::SCHEMA] {
        table(bytes, schema);
    }
}

fn table(bytes: &[u8], schema: &'static Schema) {
    let Ok(mut table) = Table::open("any", bytes, schema, &Mapping::plain()) else { return };
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
