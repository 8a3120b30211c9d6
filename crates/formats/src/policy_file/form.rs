//! A policy file as a form: what each key holds, and the same file with some of it changed. What is not changed stays as it is written,
//! with comments, order and example cases.

mod fields;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use fields::{FIELDS, Field, Holds};

use obligo_rules::problem::Problem;
use std::collections::BTreeMap;
use toml_edit::DocumentMut;

/// A row of a list, by the keys of its fields.
pub type Row = BTreeMap<&'static str, Held>;

/// What a field holds, as text: numbers and amounts as plain decimals, dates in ISO form, flags as `true` or `false`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Held {
    /// One value; empty for none.
    One(String),
    /// Several.
    Many(Vec<String>),
    /// Rows of fields.
    Rows(Vec<Row>),
}

impl Held {
    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Held::One(text) => text.is_empty(),
            Held::Many(all) => all.is_empty(),
            Held::Rows(rows) => rows.is_empty(),
        }
    }
}

/// What a policy file says, by the path of the key; what it does not say is not there.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Form {
    /// The values.
    pub values: BTreeMap<String, Held>,
    /// The clauses of the fields.
    pub clauses: BTreeMap<String, String>,
    /// How many example cases the file has; a form leaves them as they are.
    pub examples: usize,
}

impl Form {
    /// Reads a file that was taken in once. Error: `policy-syntax`.
    pub fn read(text: &str) -> Result<Form, Problem> {
        Ok(read::form(&document(text, "")?))
    }

    /// The file `text` with what this form says: values and clauses that it has are set, or removed where they are empty; all others stay.
    /// Whether the result is a policy file is for [`super::parse`] to say. Error: `policy-syntax`, of the file, or of a part of it that
    /// the form holds as text, with the part's key as column.
    pub fn written_into(&self, text: &str) -> Result<String, Problem> {
        let mut document = document(text, "")?;
        write::form(self, &mut document)?;
        Ok(document.to_string())
    }
}

/// Reads TOML; `key` is where the text stands, empty for a whole file.
fn document(text: &str, key: &str) -> Result<DocumentMut, Problem> {
    text.parse().map_err(|error: toml_edit::TomlError| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() as u64 + 1;
        let problem = Problem::refused("policy-syntax").at_line(line).with("detail", error.message());
        if key.is_empty() { problem } else { problem.at_column(key) }
    })
}
