//! The structure of the house as tests: they read the repository and name the file and line that breaks a habit.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/repository.rs"]
mod repository;

use repository::{
    FILES, TextFile, expect_none, is_rust, line_number, literals, shipped_and_tests, shipped_sources,
    test_module_files, without_comments,
};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The rules this version computes; each must be named by a test.
const RULES: &[(&str, &[u8])] = &[
    ("R0", &[1, 2, 3, 4, 5, 6, 7]),
    ("R1", &[1, 2, 3, 4, 5, 6, 7, 9, 10]),
    ("R2", &[1, 2, 3, 4, 5, 6, 7]),
    ("R3", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    ("R4", &[1, 2, 3, 4, 5, 6, 7]),
    ("R5", &[1, 2, 3, 4, 5]),
    ("R6", &[1, 2, 3, 4]),
    ("R7", &[1, 2, 3, 4, 5, 6]),
    ("R8", &[1, 2, 3, 4, 5, 6]),
    ("R10", &[1, 2]),
    ("R14", &[1, 2, 3]),
];

/// Each crate with the crates of the house it may use, and those its tests may use beside them.
const ARROWS: &[(&str, &[&str], &[&str])] = &[
    ("crates/rules", &[], &[]),
    ("crates/formats", &["obligo-rules"], &[]),
    ("crates/reports", &["obligo-rules"], &[]),
    ("crates/store", &["obligo-rules"], &[]),
    ("crates/second", &[], &[]),
    (
        "crates/obligo",
        &["obligo-rules", "obligo-formats", "obligo-reports", "obligo-store"],
        &["obligo-second"],
    ),
    ("benches", &["obligo-rules", "obligo-formats"], &[]),
    ("fuzz", &["obligo-formats"], &[]),
    ("xtask", &[], &[]),
];

/// What `rules` may use from outside the house: crates that compute and touch nothing.
const PURE_CRATES: &[&str] = &["jiff", "rust_decimal", "strsim"];

/// Anything that reads or writes the world outside the arguments.
const IO_WORDS: &[&str] = &[
    "std::env",
    "std::fs",
    "std::io",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "SystemTime",
    "Instant",
    "Timestamp::now",
    "Zoned::now",
    "rusqlite",
    "tokio",
];

/// Modules that must not come in through a grouped `use std::{…}` either.
const IO_MODULES: &[&str] = &["env", "fs", "io", "net", "process", "thread", "time"];

const MESSAGES: &str = "locales/en/problems.ftl";
const LONGEST_FILE: usize = 600;
const THIS_FILE: &str = "crates/obligo/tests/tidy.rs";

/// Positions of `word` in `text` that no letter, digit or underscore touches.
fn words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).map(|(at, _)| at).filter(move |&at| {
        !text[..at].chars().next_back().is_some_and(is_word)
            && !text[at + word.len()..].chars().next().is_some_and(is_word)
    })
}

/// Everything that is a test: files under `tests/`, test modules, scenarios.
fn test_texts() -> Vec<&'static str> {
    let modules = test_module_files();
    FILES
        .iter()
        .filter(|file| file.path != THIS_FILE)
        .filter_map(|file| {
            let path = file.path.as_str();
            if path.starts_with("scenarios/") || path.contains("/tests/") || modules.contains(path) {
                Some(file.text.as_str())
            } else if is_rust(file) {
                Some(shipped_and_tests(&file.text).1)
            } else {
                None
            }
        })
        .collect()
}

/// Names of the dependencies of a `Cargo.toml` in one of its sections.
fn dependencies(manifest: &str, section: &str) -> BTreeSet<String> {
    let mut inside = false;
    let mut found = BTreeSet::new();
    for line in manifest.lines().map(str::trim) {
        if let Some(heading) = line.strip_prefix('[') {
            let heading = heading.trim_end_matches(']');
            inside = heading == section;
            found.extend(heading.strip_prefix(&format!("{section}.")).map(str::to_owned));
        } else if inside && !line.is_empty() && !line.starts_with('#') {
            found.insert(line.split(['.', '=', ' ']).next().unwrap().trim_matches('"').to_owned());
        }
    }
    found
}

fn manifest(folder: &str) -> &'static str {
    let path = format!("{folder}/Cargo.toml");
    let file = FILES.iter().find(|file| file.path == path);
    &file.unwrap_or_else(|| panic!("{path} is gone: mend the list of crates in {THIS_FILE}")).text
}

#[test]
fn rules_does_no_io() {
    let mut found = BTreeSet::new();
    for file in FILES.iter().filter(|file| is_rust(file) && file.path.starts_with("crates/rules/src/")) {
        let text = without_comments(&file.text);
        for word in IO_WORDS {
            for at in words(&text, word) {
                found.insert(format!("{}:{}: {word}", file.path, line_number(&text, at)));
            }
        }
        for (at, start) in text.match_indices("std::{") {
            let group = text[at + start.len()..].split(';').next().unwrap();
            for module in IO_MODULES.iter().filter(|module| words(group, module).next().is_some()) {
                found.insert(format!("{}:{}: std::{module}", file.path, line_number(&text, at)));
            }
        }
    }
    expect_none(
        "`rules` reads no clock, file, network, environment or database; pass what it needs as an argument",
        &found,
    );
}

#[test]
fn rules_uses_pure_crates_only() {
    let found = &dependencies(manifest("crates/rules"), "dependencies")
        - &PURE_CRATES.iter().map(|&name| name.to_owned()).collect();
    expect_none("`rules` uses a crate that is not listed as pure", &found);
}

#[test]
fn arrows_point_one_way() {
    let mut found = BTreeSet::new();
    for (folder, uses, tests_use) in ARROWS {
        let sections = [
            ("dependencies", *uses, &[][..]),
            ("build-dependencies", *uses, &[]),
            ("dev-dependencies", *uses, *tests_use),
        ];
        for (section, allowed, also) in sections {
            for name in dependencies(manifest(folder), section) {
                let is_ours = name.starts_with("obligo") || name == "xtask";
                if is_ours && !allowed.contains(&name.as_str()) && !also.contains(&name.as_str()) {
                    found.insert(format!("{folder} → {name} ({section})"));
                }
            }
        }
    }
    for file in FILES.iter().filter(|file| file.path.ends_with("/Cargo.toml")) {
        let folder = file.path.trim_end_matches("/Cargo.toml");
        if !ARROWS.iter().any(|(known, ..)| *known == folder) {
            found.insert(format!(
                "{folder} has no place in the floor plan: add its arrows here and in docs/architecture.md"
            ));
        }
    }
    expect_none("obligo → {formats, reports, store} → rules, and no other arrow", &found);
}

/// Whether the text names the rule, as `R4.2` or as a name with `r4_2`.
fn names_rule(text: &str, group: &str, number: u8) -> bool {
    let spellings = [format!("{group}.{number}"), format!("{}_{number}", group.to_lowercase())];
    spellings.iter().any(|spelling| {
        text.match_indices(spelling.as_str()).any(|(at, _)| {
            !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
                && !text[at + spelling.len()..].chars().next().is_some_and(|c| c.is_ascii_digit())
        })
    })
}

#[test]
fn every_rule_is_named_by_a_test() {
    // A heading that names a whole chapter of rules proves none of them.
    let is_heading = |line: &&str| line.trim_start().starts_with("//!");
    let texts: Vec<String> = test_texts()
        .into_iter()
        .map(|text| text.lines().filter(|line| !is_heading(line)).collect::<Vec<_>>().join("\n"))
        .collect();
    let mut found = BTreeSet::new();
    for (group, numbers) in RULES {
        for &number in *numbers {
            if !texts.iter().any(|text| names_rule(text, group, number)) {
                found.insert(format!("{group}.{number}"));
            }
        }
    }
    expect_none(
        "rules that no test function (`r4_2_…`), test table, scenario or museum piece names (`R4.2`)",
        &found,
    );
}

/// Codes are words joined by hyphens, which tells them from columns and kinds.
fn is_code(literal: &str) -> bool {
    literal.starts_with(|c: char| c.is_ascii_lowercase())
        && literal.contains('-')
        && literal.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The arguments of a call whose opening parenthesis was just read, up to the matching one.
fn arguments(source: &str) -> Vec<&str> {
    let (mut depth, mut start, mut in_text, mut escaped) = (0_i32, 0, false, false);
    let mut found = Vec::new();
    for (at, c) in source.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            _ if in_text => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth > 0 => depth -= 1,
            ')' => {
                found.push(&source[start..at]);
                return found;
            }
            ',' if depth == 0 => {
                found.push(&source[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// Functions that take a problem's code, with its places among the arguments: the constructors and what wraps them.
fn functions_of_codes(sources: &[TextFile]) -> BTreeMap<String, BTreeSet<usize>> {
    let mut found: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for file in sources {
        for (at, start) in file.text.match_indices("fn ") {
            let Some((name, rest)) = file.text[at + start.len()..].split_once('(') else { continue };
            let place = arguments(rest)
                .into_iter()
                .filter(|parameter| !parameter.trim().ends_with("self"))
                .position(|parameter| parameter.trim() == "code: &'static str");
            if let (Some(place), Some(name)) = (place, name.split('<').next()) {
                found.entry(name.to_owned()).or_default().insert(place);
            }
        }
    }
    found
}

/// Every code a problem is made with in the sources, with the first place: as an argument, or as the value of a
/// variable or field named `code`.
fn codes_in_use(sources: &[TextFile]) -> BTreeMap<String, String> {
    let functions = functions_of_codes(sources);
    let mut found = BTreeMap::new();
    for file in sources {
        let mut pieces = Vec::new();
        for (name, places) in &functions {
            for at in words(&file.text, name) {
                let rest = &file.text[at + name.len()..];
                let call = if rest.starts_with("::<") {
                    rest.split_once('>').map_or("", |(_, call)| call)
                } else {
                    rest
                };
                let arguments = call.strip_prefix('(').map(arguments).unwrap_or_default();
                pieces.extend(
                    places.iter().filter_map(|place| arguments.get(*place)).map(|piece| (at, *piece)),
                );
            }
        }
        for at in words(&file.text, "code") {
            let rest = &file.text[at + "code".len()..];
            if let Some(value) = rest.strip_prefix(" = ") {
                pieces.push((at, value.split(';').next().unwrap()));
            } else if let Some(value) = rest.strip_prefix(": ") {
                pieces.push((at, value.split([',', '}', ')']).next().unwrap()));
            }
        }
        for (at, piece) in pieces {
            for code in literals(piece).into_iter().filter(|literal| is_code(literal)) {
                let place = format!("{}:{}", file.path, line_number(&file.text, at));
                found.entry(code.to_owned()).or_insert(place);
            }
        }
    }
    found
}

/// Every message of the catalogue, and whether it has a remedy.
fn messages() -> BTreeMap<String, bool> {
    let catalogue = &FILES.iter().find(|file| file.path == MESSAGES).expect(MESSAGES).text;
    let mut found = BTreeMap::new();
    let mut last = None;
    for line in catalogue.lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase())
            && let Some((code, _)) = line.split_once('=')
        {
            let code = code.trim().to_owned();
            assert!(found.insert(code.clone(), false).is_none(), "{MESSAGES} has `{code}` twice");
            last = Some(code);
        } else if line.trim_start().starts_with(".remedy")
            && let Some(code) = &last
        {
            found.insert(code.clone(), true);
        }
    }
    found
}

#[test]
fn every_problem_has_a_message_and_a_remedy() {
    let messages = messages();
    let found = codes_in_use(&shipped_sources())
        .into_iter()
        .filter_map(|(code, place)| match messages.get(&code) {
            None => Some(format!("{place}: `{code}` has no message")),
            Some(false) => Some(format!("{place}: `{code}` has no remedy")),
            Some(true) => None,
        })
        .collect();
    expect_none(&format!("every problem says in {MESSAGES} what went wrong and what to do"), &found);
}

#[test]
fn every_message_is_used() {
    let sources = shipped_sources();
    let is_used = |code: &str| {
        let literal = format!("\"{code}\"");
        sources.iter().any(|file| file.text.contains(&literal))
    };
    let found = messages().into_keys().filter(|code| !is_used(code)).collect();
    expect_none(&format!("messages of {MESSAGES} that no source names"), &found);
}

#[test]
fn no_file_is_too_long() {
    let found = FILES
        .iter()
        .filter(|file| is_rust(file) && file.text.lines().count() > LONGEST_FILE)
        .map(|file| format!("{}: {} lines", file.path, file.text.lines().count()))
        .collect();
    expect_none(
        &format!("a file of more than {LONGEST_FILE} lines has more than one reason to exist"),
        &found,
    );
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file does not hold them.
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["XX", "X"].concat()];
    let is_ours = |file: &&TextFile| {
        let extension = Path::new(&file.path).extension().and_then(|extension| extension.to_str());
        matches!(extension, Some("rs" | "md" | "toml" | "ftl" | "sql" | "html" | "txt"))
    };
    let mut found = BTreeSet::new();
    for file in FILES.iter().filter(is_ours) {
        for mark in &marks {
            for at in words(&file.text, mark) {
                found.insert(format!("{}:{}: {mark}", file.path, line_number(&file.text, at)));
            }
        }
    }
    expect_none("do it, or write an issue", &found);
}

#[test]
fn no_machine_is_named() {
    let paths = ["work", "farm", "root", "home", "Users"].map(|folder| format!("/{folder}/"));
    let hosts = ["index.crates.", "static.crates.", "artifac", "jfr", "sparse+http"];
    let hosts = hosts.iter().zip(["io", "io", "tory", "og", ""]).map(|(start, end)| format!("{start}{end}"));
    let hosts: Vec<String> = hosts.collect();
    let mut found = BTreeSet::new();
    for file in FILES.iter().filter(|file| file.path != THIS_FILE) {
        let mut note = |what: &str, at: usize| {
            found.insert(format!("{}:{}: {what}", file.path, line_number(&file.text, at)));
        };
        for path in &paths {
            // In the middle of an address it is no path of a machine.
            let starts_here =
                |at: usize| !file.text[..at].ends_with(|c: char| c.is_alphanumeric() || "-_.~/".contains(c));
            file.text
                .match_indices(path.as_str())
                .filter(|(at, _)| starts_here(*at))
                .for_each(|(at, _)| note(path, at));
        }
        for host in &hosts {
            file.text.match_indices(host.as_str()).for_each(|(at, _)| note(host, at));
        }
    }
    expect_none("no path of a machine, no host of a package registry", &found);
}

#[test]
fn packages_come_from_the_public_registry() {
    let lock = FILES.iter().find(|file| file.path == "Cargo.lock").expect("Cargo.lock");
    let found: BTreeSet<String> = lock
        .text
        .lines()
        .filter_map(|line| line.strip_prefix("source = "))
        .filter(|source| *source != "\"registry+https://github.com/rust-lang/crates.io-index\"")
        .map(str::to_owned)
        .collect();
    expect_none("Cargo.lock names another source of packages", &found);
    let config = FILES.iter().filter(|file| file.path.starts_with(".cargo/"));
    let found =
        config.filter(|file| ["[source", "[registr"].iter().any(|section| file.text.contains(section)));
    expect_none("a registry is set", &found.map(|file| file.path.clone()).collect());
}

#[test]
fn links_of_the_documents_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let mut found = BTreeSet::new();
    for file in FILES
        .iter()
        .filter(|file| Path::new(&file.path).extension().is_some_and(|extension| extension == "md"))
    {
        let folder = root.join(&file.path);
        let folder = folder.parent().unwrap();
        for (at, start) in file.text.match_indices("](") {
            let target = file.text[at + start.len()..].split([')', '#']).next().unwrap();
            if !target.is_empty() && !target.contains("://") && !folder.join(target).exists() {
                found.insert(format!("{}:{}: {target}", file.path, line_number(&file.text, at)));
            }
        }
    }
    expect_none("links to files that are not there", &found);
}
