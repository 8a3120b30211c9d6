//! What can go wrong while a report is written.

use obligo_rules::problem::Problem;
use std::fmt::Display;

/// The output cannot be written: a full disk, a folder that is gone, a reader that has left.
#[must_use]
pub fn not_written(reason: &impl Display) -> Problem {
    Problem::unavailable("output-failed").with("reason", reason)
}
