//! Which input of the form a problem of the policy file is about, and how it is said there.

use super::names::label;
use super::typed::{cell_name, clause_name};
use crate::words::Words;
use obligo_formats::policy_file::form::{FIELDS, Field, Holds};
use obligo_rules::problem::Problem;

/// Facts that name a key.
const KEYS: [&str; 3] = ["key", "other", "missing"];

/// Name of the input a problem is about; `None` if it is about no field.
pub fn input_of(problem: &Problem) -> Option<String> {
    if problem.code == "policy-unknown-key" {
        return None;
    }
    let column = problem.place.column.as_deref()?;
    if let Some(path) = column.strip_prefix("clause.").map(|rest| rest.trim_matches('"')) {
        return FIELDS.iter().any(|field| field.path() == path).then(|| clause_name(path));
    }
    let (field, rest) = field_of(column)?;
    Some(cell_of(field, rest).unwrap_or_else(|| field.path()))
}

/// The field a key belongs to, under whichever of its names, and what follows in the key.
fn field_of(column: &str) -> Option<(&'static Field, &str)> {
    FIELDS.iter().find_map(|field| {
        let names = std::iter::once(field.key).chain(field.aliases.iter().copied());
        let rest = names.map(|key| Field { key, ..*field }.path()).find_map(|path| {
            let rest = column.strip_prefix(path.as_str())?;
            (rest.is_empty() || rest.starts_with(['.', '['])).then_some(rest)
        })?;
        Some((field, rest))
    })
}

/// The cell that `[2].months` names.
fn cell_of(field: &Field, rest: &str) -> Option<String> {
    let Holds::Rows(cells) = field.holds else { return None };
    let (number, cell) = rest.strip_prefix('[')?.split_once("].")?;
    let cell = cell.split('[').next()?;
    let number = number.parse().ok()?;
    cells.iter().any(|known| known.key == cell).then(|| cell_name(&field.path(), number, cell))
}

/// The text of a problem with the names of its fields instead of the keys of the file.
pub fn in_words(words: &Words, problem: &Problem) -> String {
    let mut problem = problem.clone();
    for (name, value) in &mut problem.facts {
        if KEYS.contains(name)
            && let Some((field, rest)) = field_of(value)
        {
            let cell = rest.rsplit('.').next().filter(|_| rest.contains("].")).unwrap_or(field.key);
            *value = label(words, cell.split('[').next().unwrap_or(cell));
        }
    }
    words.problem(&problem).0
}
