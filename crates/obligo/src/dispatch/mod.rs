//! The use case *dispatch*: a report leaves the house, by mail or into a folder, and the register says what went to whom, when, by
//! whom and how it ended.
//!
//! A dispatch is recorded with its bytes before anything is sent, and again when it has ended. Between the two nobody knows
//! whether it arrived: such a dispatch is never sent again unless somebody says so. The bytes are kept, since they are the proof of
//! what an insurer was told, and a later version of the program may draw the same figures differently.

mod document;
mod folder;
mod mail;
mod register;
pub mod sending;

pub use document::{Document, Writing};
pub use mail::check_address;
pub use register::{bytes, get, json_of, list};

use crate::credit::limit_requests::{letter_left, name_letter};
use crate::session::{Session, sha256_hex};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use obligo_rules::problem::Problem;
use obligo_store::dispatch::{
    DispatchFilter, DispatchRow, dispatch_add, dispatch_file_put, dispatch_get, dispatch_list, dispatch_put,
};
use obligo_store::{Tx, Written};
use sending::Sending;
use serde_json::{Value, json};

/// The largest file sent, in bytes: larger mails are refused nearly everywhere.
pub const SIZE_MAX: usize = 25 * 1024 * 1024;
/// Most recipients of one command.
pub const RECIPIENTS_MAX: usize = 20;
/// Longest reason kept, in characters.
const REASON_MAX: usize = 400;

/// Which way a dispatch goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Way {
    /// A mail to an address.
    Mail(String),
    /// A file in a folder.
    Folder(String),
}

impl Way {
    /// Its code in the register.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Way::Mail(_) => "mail",
            Way::Folder(_) => "folder",
        }
    }

    /// The address, or the folder.
    #[must_use]
    pub fn recipient(&self) -> &str {
        match self {
            Way::Mail(recipient) | Way::Folder(recipient) => recipient,
        }
    }

    fn of(row: &DispatchRow) -> Way {
        let recipient = row.recipient.clone();
        if row.way == "folder" { Way::Folder(recipient) } else { Way::Mail(recipient) }
    }
}

/// Why nothing is known to have arrived.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Unsent {
    /// In words of the server or the system.
    reason: String,
    /// Whether it may have arrived all the same.
    is_unknown: bool,
}

/// Sends a document on each of the ways, one dispatch each, and returns them as the register has them; those that failed say why.
///
/// The same bytes do not go to the same recipient twice unless `again` says so, nor under the same idempotency key.
///
/// Errors: `dispatch-no-recipient`, `dispatch-too-many`, `dispatch-address`, `dispatch-too-large`, `mail-not-set-up` and those of the
/// settings before anything is sent; `dispatch-sent-already`, `dispatch-unknown` (forbidden); those of the store. Role: clerk of the
/// whole group; who may have the report is for the caller to check.
pub fn send(
    session: &mut Session,
    document: &Document,
    ways: &[Way],
    sending: &Sending,
    again: bool,
) -> Result<Vec<DispatchRow>, Problem> {
    check(document, ways, sending)?;
    let key = session.idempotency_key.clone();
    let mut sent = Vec::new();
    for (number, way) in ways.iter().enumerate() {
        // Each recipient is a write of its own.
        session.idempotency_key = key.as_ref().map(|key| format!("{key}/{number}"));
        let row = begin(session, document, way, again);
        session.idempotency_key = None;
        let (row, is_repeated) = row.inspect_err(|_| session.idempotency_key.clone_from(&key))?;
        let row = if is_repeated || session.dry_run {
            row
        } else {
            carry_out(session, row, &document.bytes, sending)?
        };
        sent.push(row);
    }
    session.idempotency_key = key;
    Ok(sent)
}

/// Tries a dispatch that failed once more, with the bytes that were kept. One that was begun and never ended is tried only with
/// `even_if_unknown`. Errors: `dispatch-not-found`; `dispatch-not-failed`, `dispatch-unknown` (forbidden); `mail-not-set-up`. Role: as for
/// [`send`].
pub fn retry(
    session: &mut Session,
    dispatch_id: i64,
    sending: &Sending,
    even_if_unknown: bool,
) -> Result<DispatchRow, Problem> {
    let kept = bytes(session, dispatch_id)?.1;
    let input = format!("dispatch-retry {dispatch_id} {even_if_unknown}");
    let outcome = session.write("dispatch-retry", "", &input, |tx, entry| {
        let mut row = row_of(tx, dispatch_id)?;
        match row.state.as_str() {
            "failed" => {}
            "begun" | "unknown" if even_if_unknown => {}
            "begun" | "unknown" => return Err(unknown(&row)),
            _ => {
                return Err(Problem::forbidden("dispatch-not-failed").with("dispatch", dispatch_id));
            }
        }
        if let Way::Mail(_) = Way::of(&row) {
            sending.password()?;
        }
        "begun".clone_into(&mut row.state);
        row.reason.clear();
        row.ended_at = None;
        row.attempts += 1;
        dispatch_put(tx, entry, &row)?;
        Ok(Written::new(json_of(&row), json!({ "dispatch": dispatch_id })))
    })?;
    session.idempotency_key = None;
    let row = session.read(|tx| row_of(tx, dispatch_id))?;
    if outcome.repeated || outcome.dry_run { Ok(row) } else { carry_out(session, row, &kept, sending) }
}

fn check(document: &Document, ways: &[Way], sending: &Sending) -> Result<(), Problem> {
    if ways.is_empty() {
        return Err(Problem::usage("dispatch-no-recipient"));
    }
    if ways.len() > RECIPIENTS_MAX {
        return Err(Problem::usage("dispatch-too-many").with("limit", RECIPIENTS_MAX));
    }
    if document.bytes.len() > SIZE_MAX {
        let problem = Problem::refused("dispatch-too-large").with("size", document.bytes.len());
        return Err(problem.with("limit", SIZE_MAX));
    }
    for way in ways {
        if let Way::Mail(address) = way {
            check_address(address)?;
            sending.password()?;
        }
    }
    Ok(())
}

/// Records what is about to be sent, with its bytes. The flag says that this was done under the same key before.
fn begin(
    session: &mut Session,
    document: &Document,
    way: &Way,
    again: bool,
) -> Result<(DispatchRow, bool), Problem> {
    let sha256 = sha256_hex(&document.bytes);
    let row = DispatchRow {
        report: document.report.clone(),
        title: document.title.clone(),
        policy: document.policy.clone(),
        run_id: document.run,
        marked: document.is_marked,
        way: way.code().to_owned(),
        recipient: way.recipient().to_owned(),
        subject: document.subject.clone(),
        message: document.message.clone(),
        file_name: document.file_name.clone(),
        media_type: document.media_type.to_owned(),
        size: document.bytes.len() as i64,
        language: document.language.clone(),
        sent_by: session.actor.clone(),
        begun_at: session.now.clone(),
        state: "begun".to_owned(),
        attempts: 1,
        sha256,
        ..DispatchRow::default()
    };
    let input = format!("dispatch {} {} {} {}", row.sha256, row.way, row.recipient, row.file_name);
    let outcome = session.write("dispatch", "", &input, |tx, entry| {
        if !again {
            not_before(tx, &row)?;
        }
        dispatch_file_put(tx, entry, &row.sha256, &STANDARD.encode(&document.bytes))?;
        let dispatch_id = dispatch_add(tx, entry, &row)?;
        name_letter(tx, entry, dispatch_id, &document.limit_requests)?;
        let row = DispatchRow { dispatch_id, ..row.clone() };
        Ok(Written::new(json_of(&row), json!({ "dispatch": dispatch_id })))
    })?;
    if outcome.dry_run {
        return Ok((row, false));
    }
    let id = outcome.result["dispatch"].as_i64().unwrap_or(0);
    Ok((session.read(|tx| row_of(tx, id))?, outcome.repeated))
}

/// Refuses what went to the same recipient already, or may have.
fn not_before(tx: &Tx<'_>, row: &DispatchRow) -> Result<(), Problem> {
    let filter = DispatchFilter {
        sha256: Some(row.sha256.clone()),
        recipient_is: Some(row.recipient.clone()),
        limit: i64::MAX,
        ..DispatchFilter::default()
    };
    for before in dispatch_list(tx, &filter)?.iter().filter(|before| before.way == row.way) {
        match before.state.as_str() {
            "failed" => {}
            "begun" | "unknown" => return Err(unknown(before)),
            _ => {
                let at = before.ended_at.as_deref().unwrap_or_default();
                return Err(Problem::forbidden("dispatch-sent-already")
                    .with("dispatch", before.dispatch_id)
                    .with("recipient", &before.recipient)
                    .with("at", at));
            }
        }
    }
    Ok(())
}

/// Sends it and records how it ended.
fn carry_out(
    session: &mut Session,
    mut row: DispatchRow,
    bytes: &[u8],
    sending: &Sending,
) -> Result<DispatchRow, Problem> {
    let done = match Way::of(&row) {
        Way::Mail(address) => mail::send(&row, &address, bytes, sending).map(|()| "sent"),
        Way::Folder(folder) => folder::drop_into(&folder, &row.file_name, bytes).map(|()| "dropped"),
    };
    match done {
        Ok(state) => state.clone_into(&mut row.state),
        Err(Unsent { reason, is_unknown }) => {
            (if is_unknown { "unknown" } else { "failed" }).clone_into(&mut row.state);
            let plain = |c: char| if c.is_control() { ' ' } else { c };
            row.reason = reason.chars().map(plain).take(REASON_MAX).collect();
        }
    }
    row.ended_at = Some(session.now.clone());
    let session_day = session.today();
    let input = format!("dispatch-end {} {} {}", row.dispatch_id, row.state, row.attempts);
    session.write("dispatch-end", "", &input, |tx, entry| {
        dispatch_put(tx, entry, &row)?;
        if matches!(row.state.as_str(), "sent" | "dropped") {
            letter_left(tx, entry, row.dispatch_id, session_day)?;
        }
        let ending = json!({ "dispatch": row.dispatch_id, "state": row.state, "reason": row.reason });
        Ok(Written::new(ending, Value::Null))
    })?;
    Ok(row)
}

fn row_of(tx: &Tx<'_>, dispatch_id: i64) -> Result<DispatchRow, Problem> {
    let missing = || Problem::usage("dispatch-not-found").with("dispatch", dispatch_id);
    dispatch_get(tx, dispatch_id)?.ok_or_else(missing)
}

fn unknown(row: &DispatchRow) -> Problem {
    Problem::forbidden("dispatch-unknown").with("dispatch", row.dispatch_id).with("at", &row.begun_at)
}

/// The problem of dispatches that did not end well, if any; the first is told. Errors: `dispatch-failed` (unavailable), `dispatch-unknown`
/// (forbidden).
pub fn failed(sent: &[DispatchRow]) -> Result<(), Problem> {
    let Some(row) = sent.iter().find(|row| !matches!(row.state.as_str(), "sent" | "dropped" | "begun"))
    else {
        return Ok(());
    };
    if row.state == "unknown" {
        return Err(unknown(row));
    }
    Err(Problem::unavailable("dispatch-failed")
        .with("dispatch", row.dispatch_id)
        .with("recipient", &row.recipient)
        .with("reason", &row.reason))
}
