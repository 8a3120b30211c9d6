//! Notes on buyers, items, policies and runs.

use super::instants::plus;
use crate::items::{ItemName, account_key};
use crate::session::{Session, sha256_hex};
use obligo_rules::problem::Problem;
use obligo_store::buyer::buyer_find;
use obligo_store::note::{NoteRow, note_add, note_of};
use obligo_store::policy::policy_codes;
use obligo_store::run::run_get;
use obligo_store::{Tx, Written};
use serde_json::{Value, json};

/// Characters of a note at most.
const TEXT_MAX: usize = 4000;

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

impl Subject {
    /// The code in store, API and audit trail.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Subject::Buyer => "buyer",
            Subject::Item => "item",
            Subject::Policy => "policy",
            Subject::Run => "run",
        }
    }

    /// The kind with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Subject> {
        [Subject::Buyer, Subject::Item, Subject::Policy, Subject::Run]
            .into_iter()
            .find(|subject| subject.code() == code)
    }

    /// The store's number of the subject: a buyer keeps it when a prospect becomes an account.
    fn number(self, tx: &Tx<'_>, key: &str) -> Result<i64, Problem> {
        match self {
            Subject::Buyer => {
                let number = account_key(key).map(|key| buyer_find(tx, &key));
                let missing = || Problem::refused("account-not-found").with("account", key);
                number.transpose()?.flatten().ok_or_else(missing)
            }
            Subject::Item => ItemName::parse(key)?.resolve(tx),
            Subject::Policy => {
                let codes = policy_codes(tx)?;
                let found = codes.iter().find(|(_, code)| *code == key).map(|(number, _)| i64::from(*number));
                let known = || codes.values().map(String::as_str).collect::<Vec<_>>().join(", ");
                let missing =
                    || Problem::refused("policy-not-found").with("policy", key).with("known", known());
                found.ok_or_else(missing)
            }
            Subject::Run => {
                let run = key.parse().ok().map(|number| run_get(tx, number)).transpose()?.flatten();
                run.map(|run| run.run).ok_or_else(|| Problem::refused("run-not-found").with("run", key))
            }
        }
    }
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

impl Note {
    /// What pages and the API say of the note.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({
            "note": self.note_id,
            "text": self.text,
            "written_by": self.written_by,
            "written_at": self.written_at,
        })
    }

    fn of_row(row: NoteRow) -> Note {
        Note { note_id: row.note_id, text: row.text, written_by: row.written_by, written_at: row.written_at }
    }
}

/// Adds a note. The audit trail says that it was written and its hash, not its text: a note may name persons. Errors: `note-empty`,
/// `note-too-long`, and those of finding the subject. Roles: clerk, manager.
pub fn add(session: &mut Session, subject: Subject, key: &str, text: &str) -> Result<Note, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::refused("note-empty"));
    }
    if text.chars().count() > TEXT_MAX {
        return Err(Problem::refused("note-too-long").with("limit", TEXT_MAX));
    }
    let mut row = NoteRow {
        note_id: 0,
        subject_kind: subject.code().to_owned(),
        subject_key: String::new(),
        text: text.to_owned(),
        written_by: session.actor.clone(),
        written_at: plus(&session.now, 0)?,
    };
    let input = format!("note-add {} {key} {text}", subject.code());
    let outcome = session.write("note-add", "", &input, |tx, entry| {
        row.subject_key = subject.number(tx, key)?.to_string();
        row.note_id = note_add(tx, entry, &row)?;
        let sha256 = sha256_hex(text.as_bytes());
        let facts = json!({ "note": row.note_id, "subject": subject.code(), "key": key, "sha256": sha256 });
        Ok(Written::new(facts.clone(), facts))
    })?;
    row.note_id = outcome.result["note"].as_i64().unwrap_or(row.note_id);
    Ok(Note::of_row(row))
}

/// The notes on a subject, newest first. Role: viewer.
pub fn list(session: &mut Session, subject: Subject, key: &str) -> Result<Vec<Note>, Problem> {
    session.read(|tx| {
        let number = subject.number(tx, key)?.to_string();
        Ok(note_of(tx, subject.code(), &number)?.into_iter().map(Note::of_row).collect())
    })
}
