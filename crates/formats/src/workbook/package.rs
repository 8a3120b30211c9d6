//! The package of a workbook: a ZIP archive of named parts.

use super::part::{Elements, PartPlace, PartSize};
use obligo_rules::problem::Problem;
use std::collections::HashMap;
use std::io::{Read, Seek, SeekFrom};
use zip::{CompressionMethod, ZipArchive};

/// Most parts of a package (R14.2).
pub const PARTS_MAX: usize = 20_000;

/// A package opened, its parts found by name.
pub(crate) struct Package<R> {
    file: String,
    archive: ZipArchive<R>,
    /// Index by name in small letters: names of parts are the same in any letter case.
    parts: HashMap<String, usize>,
}

impl<R: Read + Seek> Package<R> {
    /// Errors: `workbook-damaged`, `workbook-too-large`, `workbook-duplicate-part`.
    pub(crate) fn open(file: &str, reader: R) -> Result<Package<R>, Problem> {
        let whole = PartPlace { file: file.to_owned(), part: "ZIP".to_owned() };
        let archive = ZipArchive::new(reader).map_err(|_| whole.damaged("archive"))?;
        if archive.len() > PARTS_MAX {
            return Err(whole.problem("workbook-too-large").with("what", "parts").with("limit", PARTS_MAX));
        }
        if archive.has_duplicate_names() {
            return Err(whole.damaged("duplicate-part"));
        }
        let mut parts = HashMap::with_capacity(archive.len());
        for index in 0..archive.len() {
            let Ok(entry) = archive.by_index_data(index) else { continue };
            let name = String::from_utf8_lossy(entry.name_raw()).replace('\\', "/").to_lowercase();
            let name = name.trim_start_matches('/').to_owned();
            if parts.insert(name.clone(), index).is_some() {
                return Err(PartPlace { part: name, ..whole }.damaged("duplicate-part"));
            }
        }
        Ok(Package { file: file.to_owned(), archive, parts })
    }

    /// Whether it has a part.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&name.to_lowercase())
    }

    fn place(&self, name: &str) -> PartPlace {
        PartPlace { file: self.file.clone(), part: name.to_owned() }
    }

    /// Index and sizes of a part. Errors: `workbook-damaged`, `workbook-protected`.
    fn find(&self, name: &str) -> Result<(usize, PartSize), Problem> {
        let place = self.place(name);
        let index = self.parts.get(&name.to_lowercase()).ok_or_else(|| place.damaged("part-missing"))?;
        let entry = self.archive.by_index_data(*index).map_err(|error| place.damaged(error))?;
        if entry.encrypted() {
            return Err(place.problem("workbook-protected"));
        }
        let is_deflated = match entry.compression() {
            CompressionMethod::Stored => false,
            CompressionMethod::Deflated => true,
            other => return Err(place.damaged(other)),
        };
        let size = PartSize {
            packed: entry.compressed_size(),
            unpacked: entry.size(),
            checksum: entry.crc32(),
            is_deflated,
        };
        Ok((*index, size))
    }

    /// The elements of a part, the package kept.
    pub(crate) fn elements(&mut self, name: &str) -> Result<Elements<impl Read + '_>, Problem> {
        let (index, size) = self.find(name)?;
        let place = self.place(name);
        let raw = self.archive.by_index_raw(index).map_err(|error| place.damaged(error))?;
        Elements::new(place, raw, size)
    }

    /// The elements of a part, for as long as they are read.
    pub(crate) fn into_elements(mut self, name: &str) -> Result<Elements<R>, Problem> {
        let (index, size) = self.find(name)?;
        let place = self.place(name);
        let start = self.archive.by_index_raw(index).map_err(|error| place.damaged(error))?.data_start();
        let mut reader = self.archive.into_inner();
        let seek = SeekFrom::Start(start.ok_or_else(|| place.damaged("part-missing"))?);
        reader.seek(seek).map_err(|error| place.damaged(error))?;
        Elements::new(place, reader, size)
    }
}
