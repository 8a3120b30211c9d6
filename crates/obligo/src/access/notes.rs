//! Notes on buyers, items, policies and runs.

use crate::session::Session;
use obligo_rules::problem::Problem;

/// What a note is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A buyer; key `ACCOUNT/BRANCH/TYPE` or `@LEGAL-ENTITY`.
    Buyer,
    /// An item; key `COMPANY/DOCUMENT/KIND`.
    Item,
    /// A policy; key `INSURER/ID`.
    Policy,
    /// A run; key its number.
    Run,
}

/// A note.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// The store's number.
    pub note_id: i64,
    /// Text.
    pub text: String,
    /// Who wrote it.
    pub written_by: String,
    /// When, an instant in UTC.
    pub written_at: String,
}

/// Adds a note. Errors: `note-empty`, `note-too-long`, and those of finding the subject. Roles: clerk, manager.
pub fn add(session: &mut Session, subject: Subject, key: &str, text: &str) -> Result<Note, Problem> {
    todo!()
}

/// The notes on a subject, newest first. Role: viewer.
pub fn list(session: &mut Session, subject: Subject, key: &str) -> Result<Vec<Note>, Problem> {
    todo!()
}
