//! Reads typed values from a TOML document and notes for every key asked that it is known, so that the sections are
//! the only list of keys there is.

mod entry;
mod section;

pub(crate) use entry::Entry;
pub(crate) use section::Section;

use crate::nearest::nearest;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use toml::de::{DeTable, DeValue};

/// Largest file in bytes (R14.2).
pub const SIZE_MAX: usize = 1024 * 1024;

/// Problems told of one file; the rest would only bury them.
pub const PROBLEMS_MAX: usize = 1000;

/// Longer key paths are cut off in problems.
const PATH_SHOWN_MAX: usize = 200;

/// Where the keys of cases are.
const CASE: &str = "example[]";

/// A file in reading: its text, what is wrong with it, and the keys asked so far.
pub(crate) struct Document<'a> {
    file: &'a str,
    text: &'a str,
    line_starts: Vec<usize>,
    problems: RefCell<Vec<(usize, Problem)>>,
    /// Keys with a value, and tables read key by key; `[]` stands for the index of an array.
    leaves: RefCell<BTreeSet<String>>,
    tables: RefCell<BTreeSet<String>>,
    currency: Cell<Option<Currency>>,
}

impl<'a> Document<'a> {
    /// Reads a file by `sections`, which asks for every key there is. Refused are files over [`SIZE_MAX`], text that is no TOML, keys
    /// nobody asked for, and whatever `sections` refuses; all at once, in the order of the file.
    pub(crate) fn read<T>(
        file: &str,
        text: &str,
        sections: impl FnOnce(&Section<'_>) -> T,
    ) -> Result<T, Vec<Problem>> {
        if text.len() > SIZE_MAX {
            let problem = Problem::refused("policy-too-large").in_file(file);
            return Err(vec![problem.with("size", text.len()).with("limit", SIZE_MAX)]);
        }
        let document = Document::new(file, text);
        let (root, errors) = DeTable::parse_recoverable(text);
        if !errors.is_empty() {
            for error in errors {
                let offset = error.span().map_or(text.len(), |span| span.start);
                let problem = document.problem("policy-syntax", offset, "");
                document.push(offset, problem.with("detail", error.message()));
            }
            return Err(document.into_problems());
        }
        let read = sections(&Section::root(&document, root.get_ref()));
        document.report_unknown_keys(root.get_ref());
        let problems = document.into_problems();
        if problems.is_empty() { Ok(read) } else { Err(problems) }
    }

    fn new(file: &'a str, text: &'a str) -> Document<'a> {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        Document {
            file,
            text,
            line_starts,
            problems: RefCell::default(),
            leaves: RefCell::default(),
            tables: RefCell::default(),
            currency: Cell::new(None),
        }
    }

    /// Line and character of a byte offset, both from 1.
    pub(crate) fn position(&self, offset: usize) -> (u64, u64) {
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1);
        let before = self.text.get(self.line_starts[line - 1]..offset).unwrap_or_default();
        (line as u64, before.chars().count() as u64 + 1)
    }

    /// A problem at this place and key; an empty key is none.
    pub(crate) fn problem(&self, code: &'static str, offset: usize, key: &str) -> Problem {
        let (line, character) = self.position(offset);
        let problem = Problem::refused(code).in_file(self.file).at_line(line).with("character", character);
        if key.is_empty() {
            return problem;
        }
        let key: String = key.chars().take(PATH_SHOWN_MAX).collect();
        problem.at_column(&key).with("key", key)
    }

    pub(crate) fn push(&self, offset: usize, problem: Problem) {
        let mut problems = self.problems.borrow_mut();
        if problems.len() < PROBLEMS_MAX {
            problems.push((offset, problem));
        }
    }

    /// Sets the currency that amounts are read in.
    pub(crate) fn set_currency(&self, currency: Option<Currency>) {
        self.currency.set(currency);
    }

    /// All problems in the order of the file.
    fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|(offset, _)| *offset);
        problems.into_iter().map(|(_, problem)| problem).collect()
    }

    /// Refuses every key of the document that no section has asked for.
    fn report_unknown_keys(&self, root: &DeTable<'_>) {
        self.unknown_keys(root, "", "");
    }

    fn unknown_keys(&self, table: &DeTable<'_>, path: &str, known_path: &str) {
        for (key, value) in table {
            if self.problems.borrow().len() >= PROBLEMS_MAX {
                return;
            }
            let name = key.get_ref().as_ref();
            let (path, known) = (join(path, name), join(known_path, name));
            let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
            if plain && self.tables.borrow().contains(&known) {
                match value.get_ref() {
                    DeValue::Table(inner) => self.unknown_keys(inner, &path, &known),
                    DeValue::Array(list) => {
                        for (i, element) in list.iter().enumerate() {
                            if let DeValue::Table(inner) = element.get_ref() {
                                self.unknown_keys(
                                    inner,
                                    &format!("{path}[{}]", i + 1),
                                    &format!("{known}[]"),
                                );
                            }
                        }
                    }
                    _ => {}
                }
            } else if !plain || !self.leaves.borrow().contains(&known) {
                let offset = key.span().start;
                let (nearest, known) = self.known_beside(known_path, name);
                let problem = self.problem("policy-unknown-key", offset, &path).of_value(name);
                self.push(offset, problem.with("nearest", nearest).with("known", known));
            }
        }
    }

    /// The known key that is meant: the same key in another section (cases only among themselves), else the most
    /// similar one beside it; and all keys beside it. `none` if there is none.
    fn known_beside(&self, parent: &str, name: &str) -> (String, String) {
        let (leaves, tables) = (self.leaves.borrow(), self.tables.borrow());
        let known = leaves.union(&tables).map(|path| path.rsplit_once('.').unwrap_or(("", path)));
        let (siblings, others): (Vec<_>, Vec<_>) = known.partition(|(of, _)| *of == parent);
        let in_cases = parent.starts_with(CASE);
        let moved = others.iter().find(|(of, leaf)| *leaf == name && of.starts_with(CASE) == in_cases);
        let similar = || {
            let leaf = nearest(name, siblings.iter().map(|(_, leaf)| *leaf))?;
            Some((parent, leaf))
        };
        let meant = moved
            .copied()
            .or_else(similar)
            .map_or("none".to_owned(), |(of, leaf)| join(of, leaf).replace("[]", ""));
        let beside: Vec<&str> = siblings.iter().map(|(_, leaf)| *leaf).collect();
        (meant, beside.join(", "))
    }

    /// Whether a clause may name this key; below `[premium]` keys are free.
    fn is_known(&self, path: &str) -> bool {
        let known = self.leaves.borrow().contains(path) || self.tables.borrow().contains(path);
        (known && path != "example" && path != "clause") || path.starts_with("premium.")
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
