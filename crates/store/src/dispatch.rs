//! The register of what left the house. A row begins before anything is sent; only its ending changes.

use crate::company::next_id;
use crate::tx::{Param, Row, Tx};
use obligo_rules::problem::Problem;

const COLUMNS: &str = "dispatch_id, report, title, policy, run_id, marked, way, recipient, subject, message, file_name, media_type, \
                       sha256, size, language, sent_by, begun_at, ended_at, state, reason, attempts, entry";

/// A dispatch as stored.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct DispatchRow {
    /// Number.
    pub dispatch_id: i64,
    /// Name of the report.
    pub report: String,
    /// What the report is called, in its language.
    pub title: String,
    /// Policy it is about; empty for none.
    pub policy: String,
    /// Final run it was made from.
    pub run_id: Option<i64>,
    /// Whether it bore a mark: a preview.
    pub marked: bool,
    /// `mail` or `folder`.
    pub way: String,
    /// Address, or folder.
    pub recipient: String,
    /// Subject of the mail.
    pub subject: String,
    /// Text of the mail.
    pub message: String,
    /// Name of the file.
    pub file_name: String,
    /// Media type of the file.
    pub media_type: String,
    /// SHA-256 of the file, in hexadecimal digits.
    pub sha256: String,
    /// Bytes of the file.
    pub size: i64,
    /// Language of report and text.
    pub language: String,
    /// Who sent it.
    pub sent_by: String,
    /// When it was begun, an instant in UTC.
    pub begun_at: String,
    /// When it ended.
    pub ended_at: Option<String>,
    /// `begun`, `sent`, `dropped`, `failed` or `unknown`.
    pub state: String,
    /// Why it failed, or why nobody knows; else empty.
    pub reason: String,
    /// How often it was tried.
    pub attempts: i64,
    /// Audit entry of the last change.
    pub entry: i64,
}

/// What a list of dispatches is narrowed to; empty takes all.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct DispatchFilter {
    /// State.
    pub state: Option<String>,
    /// Part of the recipient.
    pub recipient: Option<String>,
    /// The recipient exactly.
    pub recipient_is: Option<String>,
    /// Hash of the file.
    pub sha256: Option<String>,
    /// Name of the report.
    pub report: Option<String>,
    /// Number of the run.
    pub run_id: Option<i64>,
    /// Only those with a smaller number.
    pub before: Option<i64>,
    /// At most so many.
    pub limit: i64,
}

fn of_row(row: &Row<'_>) -> DispatchRow {
    let text = |column: usize| row.text(column).to_owned();
    DispatchRow {
        dispatch_id: row.int(0),
        report: text(1),
        title: text(2),
        policy: text(3),
        run_id: row.int_opt(4),
        marked: row.int(5) != 0,
        way: text(6),
        recipient: text(7),
        subject: text(8),
        message: text(9),
        file_name: text(10),
        media_type: text(11),
        sha256: text(12),
        size: row.int(13),
        language: text(14),
        sent_by: text(15),
        begun_at: text(16),
        ended_at: row.text_opt(17).map(str::to_owned),
        state: text(18),
        reason: text(19),
        attempts: row.int(20),
        entry: row.int(21),
    }
}

/// Adds a dispatch and returns its number.
pub fn dispatch_add(tx: &Tx<'_>, entry: i64, dispatch: &DispatchRow) -> Result<i64, Problem> {
    let id = next_id(tx, "dispatch", "dispatch_id")?;
    let sql = format!(
        "INSERT INTO dispatch ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, \
         $19, $20, $21, $22)"
    );
    tx.exec(
        &sql,
        &[
            id.into(),
            (&dispatch.report).into(),
            (&dispatch.title).into(),
            (&dispatch.policy).into(),
            dispatch.run_id.into(),
            dispatch.marked.into(),
            (&dispatch.way).into(),
            (&dispatch.recipient).into(),
            (&dispatch.subject).into(),
            (&dispatch.message).into(),
            (&dispatch.file_name).into(),
            (&dispatch.media_type).into(),
            (&dispatch.sha256).into(),
            dispatch.size.into(),
            (&dispatch.language).into(),
            (&dispatch.sent_by).into(),
            (&dispatch.begun_at).into(),
            dispatch.ended_at.as_deref().into(),
            (&dispatch.state).into(),
            (&dispatch.reason).into(),
            dispatch.attempts.into(),
            entry.into(),
        ],
    )?;
    Ok(id)
}

/// Says how a dispatch stands: its state, why, when it ended, how often it was tried.
pub fn dispatch_put(tx: &Tx<'_>, entry: i64, dispatch: &DispatchRow) -> Result<(), Problem> {
    tx.exec(
        "UPDATE dispatch SET state = $2, reason = $3, ended_at = $4, attempts = $5, entry = $6 WHERE dispatch_id = $1",
        &[
            dispatch.dispatch_id.into(),
            (&dispatch.state).into(),
            (&dispatch.reason).into(),
            dispatch.ended_at.as_deref().into(),
            dispatch.attempts.into(),
            entry.into(),
        ],
    )?;
    Ok(())
}

/// One dispatch.
pub fn dispatch_get(tx: &Tx<'_>, dispatch_id: i64) -> Result<Option<DispatchRow>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM dispatch WHERE dispatch_id = $1");
    tx.one(&sql, &[dispatch_id.into()], |row| Ok(of_row(row)))
}

/// The dispatches of a filter, the latest first.
pub fn dispatch_list(tx: &Tx<'_>, filter: &DispatchFilter) -> Result<Vec<DispatchRow>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM dispatch WHERE ($1 IS NULL OR state = $1) \
         AND ($2 IS NULL OR recipient LIKE $2 ESCAPE '\\') AND ($3 IS NULL OR report = $3) \
         AND ($4 IS NULL OR run_id = $4) AND ($5 IS NULL OR dispatch_id < $5) \
         AND ($6 IS NULL OR recipient = $6) AND ($7 IS NULL OR sha256 = $7) ORDER BY dispatch_id DESC LIMIT $8"
    );
    let part = filter.recipient.as_deref().map(containing);
    let parameters: [Param<'_>; 8] = [
        filter.state.as_deref().into(),
        part.as_deref().into(),
        filter.report.as_deref().into(),
        filter.run_id.into(),
        filter.before.into(),
        filter.recipient_is.as_deref().into(),
        filter.sha256.as_deref().into(),
        filter.limit.into(),
    ];
    let mut all = Vec::new();
    tx.each(&sql, &parameters, |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    Ok(all)
}

/// What a text must be like to contain this one.
fn containing(part: &str) -> String {
    format!("%{}%", part.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
}

/// Keeps the bytes of a file under their hash, once.
pub fn dispatch_file_put(tx: &Tx<'_>, entry: i64, sha256: &str, base64: &str) -> Result<(), Problem> {
    tx.exec(
        "INSERT INTO dispatch_file (sha256, content, entry) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING",
        &[sha256.into(), base64.into(), entry.into()],
    )?;
    Ok(())
}

/// The bytes of a file as base64.
pub fn dispatch_file_get(tx: &Tx<'_>, sha256: &str) -> Result<Option<String>, Problem> {
    tx.one("SELECT content FROM dispatch_file WHERE sha256 = $1", &[sha256.into()], |row| {
        Ok(row.text(0).to_owned())
    })
}
