//! Any bytes for one reader, told by `OBLIGO_FUZZ`: it must answer with entries or problems, never fall.
#![no_main]

use libfuzzer_sys::fuzz_target;
use obligo_formats::any::READERS;
use std::sync::OnceLock;

fn reader() -> fn(&[u8]) {
    static READER: OnceLock<fn(&[u8])> = OnceLock::new();
    *READER.get_or_init(|| {
        let asked = std::env::var("OBLIGO_FUZZ").unwrap_or_default();
        let found = READERS.iter().find(|reader| reader.name == asked);
        found.unwrap_or_else(|| panic!("OBLIGO_FUZZ names no reader: {asked}")).read
    })
}

fuzz_target!(|bytes: &[u8]| reader()(bytes));
