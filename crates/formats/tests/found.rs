//! What fuzzing found, played again: `fuzz/found/READER/*`, each a small file a reader once fell over.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo_formats::any::READERS;
use std::path::Path;

#[test]
fn r14_2_readers_stand_what_they_once_fell_over() {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/found");
    for folder in std::fs::read_dir(&found).unwrap() {
        let folder = folder.unwrap();
        let name = folder.file_name().into_string().unwrap();
        let reader = READERS.iter().find(|reader| reader.name == name);
        let reader = reader.unwrap_or_else(|| panic!("fuzz/found/{name} is no reader's"));
        for file in std::fs::read_dir(folder.path()).unwrap() {
            (reader.read)(&std::fs::read(file.unwrap().path()).unwrap());
        }
    }
}

#[test]
fn r14_2_every_reader_stands_the_beginnings_of_any_file() {
    let bytes: Vec<u8> = (0..=255).collect();
    for reader in READERS {
        for end in 0..=bytes.len() {
            (reader.read)(&bytes[..end]);
        }
    }
}
