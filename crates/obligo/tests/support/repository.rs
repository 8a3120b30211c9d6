//! The repository as text: what the tests of its structure read.
// Each test takes what it needs.
#![allow(dead_code)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// A text file of the repository.
pub struct TextFile {
    /// From the repository's root, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// Every text file of the repository, in order of its path; build output and hidden folders are left out.
pub static FILES: LazyLock<Vec<TextFile>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let is_hidden =
                name.starts_with('.') && ![".cargo", ".ci", ".gitignore"].contains(&name.as_str());
            if is_hidden || name == "target" {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let inside = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                files.push(TextFile { path: inside, text });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
});

/// Whether it is source.
pub fn is_rust(file: &TextFile) -> bool {
    Path::new(&file.path).extension().is_some_and(|extension| extension == "rs")
}

/// Fails with the rule of the house and everything that breaks it, one a line.
pub fn expect_none(what: &str, found: &BTreeSet<String>) {
    if !found.is_empty() {
        let mut list = String::new();
        for line in found {
            write!(list, "\n  {line}").unwrap();
        }
        panic!("{what}:{list}\n({} in all)", found.len());
    }
}

/// The line of a position, from 1.
pub fn line_number(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Replaces what follows `//` at the start of a line by nothing, so that line numbers stay.
pub fn without_comments(text: &str) -> String {
    text.split_inclusive('\n')
        .map(|line| if line.trim_start().starts_with("//") { "\n" } else { line })
        .collect()
}

/// What follows each `#[cfg(test)]`, with the attribute's position.
fn after_test_attributes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices("#[cfg(test)]").map(|(at, attribute)| (at, text[at + attribute.len()..].trim_start()))
}

/// Splits a source file into what ships and its test module, which stands last.
pub fn shipped_and_tests(text: &str) -> (&str, &str) {
    let is_module =
        |rest: &str| rest.starts_with("mod ") && rest.lines().next().is_some_and(|line| line.ends_with('{'));
    match after_test_attributes(text).find(|(_, rest)| is_module(rest)) {
        Some((at, _)) => text.split_at(at),
        None => (text, ""),
    }
}

/// Modules declared for tests only whose text is a file of its own.
pub fn test_module_files() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in FILES.iter().filter(|file| is_rust(file)) {
        let folder = match file.path.rsplit_once('/').unwrap_or(("", &file.path)) {
            (folder, "lib.rs" | "main.rs" | "mod.rs") => folder.to_owned(),
            _ => file.path.trim_end_matches(".rs").to_owned(),
        };
        for (_, rest) in after_test_attributes(&file.text) {
            if let Some((name, _)) = rest.strip_prefix("mod ").and_then(|rest| rest.split_once(';'))
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
            {
                found.insert(format!("{folder}/{name}.rs"));
                found.insert(format!("{folder}/{name}/mod.rs"));
            }
        }
    }
    found
}

/// What ships of every crate's source, without comments.
pub fn shipped_sources() -> Vec<TextFile> {
    let modules = test_module_files();
    FILES
        .iter()
        .filter(|file| is_rust(file) && file.path.starts_with("crates/") && file.path.contains("/src/"))
        .filter(|file| !file.path.contains("/tests/") && !modules.contains(&file.path))
        .map(|file| TextFile {
            path: file.path.clone(),
            text: without_comments(shipped_and_tests(&file.text).0),
        })
        .collect()
}

/// The texts between the quotes of a piece of source.
pub fn literals(source: &str) -> Vec<&str> {
    source.split('"').skip(1).step_by(2).collect()
}
