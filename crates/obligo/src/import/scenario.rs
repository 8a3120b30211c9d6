//! A scenario folder: the files of the interchange contract, in the order in which they name each other.

use super::Refusal;
use super::kinds::KINDS;
use obligo_rules::problem::Problem;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Files of a scenario before its policies; the others come after them.
const BEFORE_POLICIES: [&str; 3] = ["companies", "insurers", "buyers"];

/// Small files, such as policies and maps, may be this large (R14.2).
pub const SMALL_FILE_BYTES_MAX: u64 = 1 << 20;

/// The files of a scenario folder with their KIND. A folder without any of them is refused.
pub fn files_of(folder: &Path) -> Result<Vec<(String, PathBuf)>, Refusal> {
    let listed = fs::read_dir(folder).map_err(|error| {
        Problem::refused("scenario-unreadable").with("folder", folder.display()).with("why", error)
    })?;
    drop(listed);
    let table = |kind: &&str| {
        let path = folder.join(format!("{kind}.csv"));
        path.exists().then(|| ((*kind).to_owned(), path))
    };
    let mut files: Vec<(String, PathBuf)> = BEFORE_POLICIES.iter().filter_map(table).collect();
    let policies = folder.join("policies");
    if policies.is_dir() {
        let entries = fs::read_dir(&policies).map_err(|error| {
            Problem::refused("scenario-unreadable").with("folder", policies.display()).with("why", error)
        })?;
        let mut found: Vec<PathBuf> = entries
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
            .collect();
        found.sort();
        files.extend(found.into_iter().map(|path| ("policies".to_owned(), path)));
    }
    let credit_policy = folder.join("credit_policy.toml");
    if credit_policy.exists() {
        files.push((crate::credit::policy::KIND.to_owned(), credit_policy));
    }
    files.extend(KINDS.iter().filter(|kind| !BEFORE_POLICIES.contains(kind)).filter_map(table));
    if files.is_empty() {
        return Err(Problem::refused("scenario-empty").with("folder", folder.display()).into());
    }
    Ok(files)
}

/// Reads a file of at most [`SMALL_FILE_BYTES_MAX`] as UTF-8.
pub fn read_small_file(path: &Path) -> Result<String, Problem> {
    let name = path.to_string_lossy().into_owned();
    let file = obligo_formats::decode::open_file(path)?;
    let mut bytes = Vec::new();
    file.take(SMALL_FILE_BYTES_MAX + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| obligo_formats::decode::io_problem(&error).in_file(&name))?;
    if bytes.len() as u64 > SMALL_FILE_BYTES_MAX {
        let limit = SMALL_FILE_BYTES_MAX;
        return Err(Problem::refused("small-file-too-large").in_file(&name).with("limit", limit));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() as u64 + 1;
        Problem::refused("small-file-not-utf8").in_file(&name).at_line(line).with("byte", at + 1)
    })
}
