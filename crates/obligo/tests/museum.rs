//! The error museum: for every message a user can meet, the smallest way to meet it, and what the program says then, word for word.
//!
//! Each `museum/exhibits/CODE.txt` (or `CODE--variant.txt`) is shown by the real program. Standard error and exit code must be as written,
//! a failed command must leave the store as it was, and a dry run must say the same (R14.1). `OBLIGO_ACCEPT=1` writes down what is said
//! now: read every change before keeping it. `OBLIGO_EXHIBIT=name` shows the exhibits whose name holds `name`.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod museum {
    pub mod exhibit;
    pub mod stage;
}

use museum::exhibit;
use museum::stage::Museum;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Messages that no test can meet, or only at a price, and why. Those met on the pages and through the API only are named by a test there,
/// those of readers of other programs' files by the tests of `formats`.
const NOT_ON_SHOW: &[(&str, &str)] = &[
    ("books-too-many-debtors", "takes a million debtors"),
    ("csv-header-only", "a file without rows is imported as such; only a program that asks for rows gets it"),
    ("csv-too-many-distinct", "takes two million rows: too much for every day"),
    ("figures-computing", "takes a ledger that changes between reading and recording, again and again"),
    ("document-failed", "takes a fault of the program"),
    ("import-kind-unknown", "the command line knows the kinds and says it first"),
    ("import-refused", "what made it so is told instead"),
    ("job-too-many", "takes long work that does not end; a test of the jobs does it"),
    ("layout-too-long", "small-file-too-large comes first"),
    ("map-too-long", "small-file-too-large comes first"),
    ("policy-too-large", "small-file-too-large comes first"),
    ("portfolio-failed", "takes a fault of the program"),
    ("random-unavailable", "takes a system without random numbers"),
    ("reader-gone", "whoever would be told has gone"),
    ("reexamine-no-item", "the command line asks for the item first"),
    ("reminder-message-too-long", "takes four thousand characters on the command line"),
    ("report-on-terminal", "takes a terminal"),
    ("server-failed", "takes a fault of the program"),
    ("server-folder", "takes a full disk"),
    ("sie-too-many", "takes sixty-four megabytes of names"),
    ("store-full", "takes a full disk"),
    ("webhook-no-company", "the pages send all companies instead of none"),
];

/// Exhibits of the command line itself, which says what is wrong in its own words: `usage--….txt`.
const USAGE: &str = "usage";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/museum")
}

/// The exhibits, in order of name.
fn exhibits() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder().join("exhibits"))
        .expect("the exhibits can be listed")
        .map(|entry| entry.expect("an exhibit").path())
        .collect();
    found.sort();
    found
}

/// The code an exhibit shows: its name up to `--`.
fn code_of(path: &Path) -> String {
    let name = path.file_stem().unwrap().to_string_lossy();
    name.split_once("--").map_or(name.as_ref(), |(code, _)| code).to_owned()
}

/// The codes of the catalogue.
fn codes() -> BTreeSet<String> {
    let catalogue = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales/en/problems.ftl");
    fs::read_to_string(catalogue)
        .expect("the catalogue can be read")
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(code, _)| code.to_owned()))
        .collect()
}

/// The codes that the tests beside the museum and those of `formats` name in quotes: of what is met on the pages, through the API, and
/// in files of other programs.
fn codes_of_other_tests() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![own.join("tests"), own.join("../formats/tests")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the tests can be listed") {
            let path = entry.expect("a test").path();
            let name = path.file_name().unwrap_or_default();
            if path.is_dir() && name != "museum" {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && name != "museum.rs" {
                let text = fs::read_to_string(&path).expect("a test can be read");
                found.extend(text.split('"').map(str::to_owned));
            }
        }
    }
    found
}

/// Shows an exhibit; the answer says what is not as written.
fn show(museum: &Museum, path: &Path, accepts: bool) -> Option<String> {
    let text = fs::read_to_string(path).expect("the exhibit can be read");
    let written = match exhibit::parse(&text) {
        Ok(written) => written,
        Err(error) => return Some(error),
    };
    let shown = museum.show(&written);
    if let Some(reason) = shown.skipped {
        eprintln!("{} is not shown: {reason}", path.file_stem().unwrap().display());
        return None;
    }
    let mut wrong = shown.faults;
    if shown.said != written.expected && wrong.is_empty() {
        if accepts {
            fs::write(path, format!("{}{}", written.head, shown.said)).expect("the exhibit can be written");
        } else {
            wrong.push(format!("expected\n{}\nsaid\n{}", written.expected, shown.said));
        }
    }
    let code = code_of(path);
    if code != USAGE && !shown.said.contains(&format!("[{code}]: ")) {
        wrong.push(format!("{code} is not what it shows:\n{}", shown.said));
    }
    (!wrong.is_empty()).then(|| wrong.join("\n"))
}

/// Shows the exhibits with or without a bound of memory.
fn show_all(bounded: bool) {
    let wanted = std::env::var("OBLIGO_EXHIBIT").unwrap_or_default();
    let accepts = std::env::var_os("OBLIGO_ACCEPT").is_some();
    let exhibits: Vec<PathBuf> = exhibits()
        .into_iter()
        .filter(|path| path.file_stem().unwrap().to_string_lossy().contains(&wanted))
        .filter(|path| fs::read_to_string(path).is_ok_and(|text| text.contains("\nmemory ") == bounded))
        .collect();
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let museum =
        Museum::open(Path::new(env!("CARGO_BIN_EXE_obligo")), &folder().join("base"), temporary.path());
    let next = AtomicUsize::new(0);
    let wrong = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(path) = exhibits.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Some(what) = show(&museum, path, accepts) {
                        wrong
                            .lock()
                            .unwrap()
                            .push(format!("{}\n{what}", path.file_stem().unwrap().display()));
                    }
                }
            });
        }
    });
    let mut wrong = wrong.into_inner().unwrap();
    wrong.sort();
    assert!(
        wrong.is_empty(),
        "{} of {} exhibits are not as written\n\n{}",
        wrong.len(),
        exhibits.len(),
        wrong.join("\n\n")
    );
}

#[test]
fn r14_1_every_exhibit_says_what_is_written() {
    show_all(false);
}

#[test]
fn r14_2_what_is_huge_is_refused_in_little_memory() {
    show_all(true);
}

#[test]
fn r14_1_every_message_has_an_exhibit() {
    let codes = codes();
    let on_show: BTreeSet<String> = exhibits().iter().map(|path| code_of(path)).collect();
    let exempt: BTreeSet<String> = NOT_ON_SHOW.iter().map(|(code, _)| (*code).to_owned()).collect();
    let named = codes_of_other_tests();
    let missing: Vec<&String> = codes
        .iter()
        .filter(|c| !on_show.contains(*c) && !exempt.contains(*c) && !named.contains(*c))
        .collect();
    assert!(missing.is_empty(), "messages without an exhibit: {missing:#?}");
    let unknown: Vec<&String> =
        on_show.iter().chain(&exempt).filter(|c| !codes.contains(*c) && *c != USAGE).collect();
    assert!(unknown.is_empty(), "exhibits or exemptions of messages that are not there: {unknown:#?}");
    let both: Vec<&String> = exempt.intersection(&on_show).collect();
    assert!(both.is_empty(), "exempt, but on show: {both:#?}");
}
