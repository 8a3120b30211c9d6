//! The policy file (R1.3): TOML with everything in which insurers differ, and worked cases to test it by.
//! All errors of a file are found in one reading, each with line, character and key.

mod example;
pub mod form;
mod reader;
mod sections;
#[cfg(test)]
mod tests;

pub use example::{Example, Expected, ExpectedDate};
pub use reader::PROBLEMS_MAX;

use obligo_rules::policy::Policy;
use obligo_rules::problem::Problem;
use reader::{Document, Section};
use toml::de::DeTable;

/// Largest policy file in bytes (R14.2).
pub const SIZE_MAX: usize = 1024 * 1024;

/// What a policy file says.
#[derive(Clone, PartialEq, Debug)]
pub struct PolicyFile {
    /// The terms, with the defaults where the file is silent.
    pub policy: Policy,
    /// The cases of `[[example]]`, in the file's order.
    pub examples: Vec<Example>,
}

/// Reads a policy file (R1.2, R1.3, R2.4, R14.1, R14.2). `file` is the name the problems carry. Refused are files
/// over [`SIZE_MAX`], text that is no TOML, unknown and missing keys, values of the wrong type or out of range, and
/// combinations the rules exclude; all problems come at once, in the order of the file, at most
/// [`PROBLEMS_MAX`]. Every problem has the key as its column and the fact `character`, the place in the line from 1.
///
/// `[loss]` and `[premium]` are checked and not kept: their rules (R11, R12) read them from the text.
pub fn parse(file: &str, text: &str) -> Result<PolicyFile, Vec<Problem>> {
    if text.len() > SIZE_MAX {
        return Err(vec![
            Problem::refused("policy-too-large")
                .in_file(file)
                .with("size", text.len())
                .with("limit", SIZE_MAX),
        ]);
    }
    let document = Document::new(file, text);
    let (root, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        for error in errors {
            let offset = error.span().map_or(text.len(), |span| span.start);
            document
                .push(offset, document.problem("policy-syntax", offset, "").with("detail", error.message()));
        }
        return Err(document.into_problems());
    }
    let section = Section::root(&document, root.get_ref());
    let mut policy = sections::policy(&section);
    let examples = example::examples(&section);
    policy.clauses = section.clauses();
    document.report_unknown_keys(root.get_ref());
    let problems = document.into_problems();
    if problems.is_empty() { Ok(PolicyFile { policy, examples }) } else { Err(problems) }
}
