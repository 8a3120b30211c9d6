//! Notes on buyers, items, policies and runs: only ever added.

use crate::company::next_id;
use crate::tx::Tx;
use obligo_rules::problem::Problem;

/// A note as stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoteRow {
    /// Number.
    pub note_id: i64,
    /// Kind of what it is about.
    pub subject_kind: String,
    /// Key of what it is about.
    pub subject_key: String,
    /// Text.
    pub text: String,
    /// Who wrote it.
    pub written_by: String,
    /// When, an instant in UTC.
    pub written_at: String,
}

/// Adds a note and returns its number.
pub fn note_add(tx: &Tx<'_>, entry: i64, note: &NoteRow) -> Result<i64, Problem> {
    let id = next_id(tx, "note", "note_id")?;
    tx.exec(
        "INSERT INTO note (note_id, subject_kind, subject_key, text, written_by, written_at, entry) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            id.into(),
            (&note.subject_kind).into(),
            (&note.subject_key).into(),
            (&note.text).into(),
            (&note.written_by).into(),
            (&note.written_at).into(),
            entry.into(),
        ],
    )?;
    Ok(id)
}

/// The notes on a subject, newest first.
pub fn note_of(tx: &Tx<'_>, subject_kind: &str, subject_key: &str) -> Result<Vec<NoteRow>, Problem> {
    let mut all = Vec::new();
    tx.each(
        "SELECT note_id, text, written_by, written_at FROM note WHERE subject_kind = $1 AND subject_key = $2 \
         ORDER BY note_id DESC",
        &[subject_kind.into(), subject_key.into()],
        |row| {
            all.push(NoteRow {
                note_id: row.int(0),
                subject_kind: subject_kind.to_owned(),
                subject_key: subject_key.to_owned(),
                text: row.text(1).to_owned(),
                written_by: row.text(2).to_owned(),
                written_at: row.text(3).to_owned(),
            });
            Ok(())
        },
    )?;
    Ok(all)
}
