//! The register: what left the house, and the bytes that did.

use super::row_of;
use crate::session::Session;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use obligo_rules::problem::Problem;
use obligo_store::dispatch::{DispatchFilter, DispatchRow, dispatch_file_get, dispatch_list};
use serde_json::{Value, json};

/// The dispatches of a filter, the latest first. Role: reader of the whole group.
pub fn list(session: &mut Session, filter: &DispatchFilter) -> Result<Vec<DispatchRow>, Problem> {
    session.read(|tx| dispatch_list(tx, filter))
}

/// One dispatch. Error: `dispatch-not-found`. Role: as for [`list`].
pub fn get(session: &mut Session, dispatch_id: i64) -> Result<DispatchRow, Problem> {
    session.read(|tx| row_of(tx, dispatch_id))
}

/// A dispatch with the bytes that left. Error: `dispatch-not-found`. Role: as for [`list`].
pub fn bytes(session: &mut Session, dispatch_id: i64) -> Result<(DispatchRow, Vec<u8>), Problem> {
    session.read(|tx| {
        let row = row_of(tx, dispatch_id)?;
        let kept = dispatch_file_get(tx, &row.sha256)?.and_then(|base64| STANDARD.decode(base64).ok());
        let kept = kept.ok_or_else(|| Problem::usage("dispatch-not-found").with("dispatch", dispatch_id))?;
        Ok((row, kept))
    })
}

/// A dispatch as lists and entries show it.
#[must_use]
pub fn json_of(row: &DispatchRow) -> Value {
    json!({
        "dispatch": row.dispatch_id,
        "report": row.report,
        "title": row.title,
        "policy": row.policy,
        "run": row.run_id,
        "preview": row.marked,
        "way": row.way,
        "recipient": row.recipient,
        "subject": row.subject,
        "file_name": row.file_name,
        "media_type": row.media_type,
        "sha256": row.sha256,
        "size": row.size,
        "language": row.language,
        "sent_by": row.sent_by,
        "begun_at": row.begun_at,
        "ended_at": row.ended_at,
        "state": row.state,
        "reason": row.reason,
        "attempts": row.attempts,
    })
}
