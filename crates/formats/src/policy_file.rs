//! The policy file (R1.3): TOML with everything in which insurers differ, and worked cases to test it by.
//! All errors of a file are found in one reading, each with line, character and key.

mod example;
pub mod form;
mod sections;
#[cfg(test)]
mod tests;

pub use crate::toml_document::{PROBLEMS_MAX, SIZE_MAX};
pub use example::{Example, Expected, ExpectedDate};

use crate::toml_document::Document;
use obligo_rules::policy::Policy;
use obligo_rules::problem::Problem;

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
    Document::read(file, text, |root| {
        let mut policy = sections::policy(root);
        let examples = example::examples(root);
        policy.clauses = root.clauses();
        PolicyFile { policy, examples }
    })
}
