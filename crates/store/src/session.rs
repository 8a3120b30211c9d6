//! Sessions of signed-in people (volatile). A session is known by the hash of its cookie's secret.

use crate::tx::Tx;
use obligo_rules::problem::Problem;

/// A session as stored. Instants in UTC.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionRow {
    /// SHA-256 of the cookie's secret.
    pub session_id: String,
    /// Whose.
    pub user_id: i64,
    /// For the hidden field of forms.
    pub form_key: String,
    /// Begun.
    pub created_at: String,
    /// Last request, to the minute.
    pub last_seen_at: String,
    /// Ends at the latest.
    pub expires_at: String,
}

/// Begins a session.
pub fn session_add(tx: &Tx<'_>, session: &SessionRow) -> Result<(), Problem> {
    tx.exec(
        "INSERT INTO session (session_id, user_id, form_key, created_at, last_seen_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            (&session.session_id).into(),
            session.user_id.into(),
            (&session.form_key).into(),
            (&session.created_at).into(),
            (&session.last_seen_at).into(),
            (&session.expires_at).into(),
        ],
    )?;
    Ok(())
}

/// The session with this hash, ended or not.
pub fn session_get(tx: &Tx<'_>, session_id: &str) -> Result<Option<SessionRow>, Problem> {
    tx.one(
        "SELECT user_id, form_key, created_at, last_seen_at, expires_at FROM session WHERE session_id = $1",
        &[session_id.into()],
        |row| {
            Ok(SessionRow {
                session_id: session_id.to_owned(),
                user_id: row.int(0),
                form_key: row.text(1).to_owned(),
                created_at: row.text(2).to_owned(),
                last_seen_at: row.text(3).to_owned(),
                expires_at: row.text(4).to_owned(),
            })
        },
    )
}

/// Notes a request.
pub fn session_seen(tx: &Tx<'_>, session_id: &str, at: &str) -> Result<(), Problem> {
    tx.exec(
        "UPDATE session SET last_seen_at = $2 WHERE session_id = $1 AND last_seen_at < $2",
        &[session_id.into(), at.into()],
    )?;
    Ok(())
}

/// Ends a session.
pub fn session_end(tx: &Tx<'_>, session_id: &str) -> Result<(), Problem> {
    tx.exec("DELETE FROM session WHERE session_id = $1", &[session_id.into()])?;
    Ok(())
}

/// Ends every session of a user; how many there were.
pub fn session_end_of(tx: &Tx<'_>, user_id: i64) -> Result<usize, Problem> {
    tx.exec("DELETE FROM session WHERE user_id = $1", &[user_id.into()])
}

/// Forgets sessions that ended by `now` or were last seen before `idle_since`.
pub fn session_forget(tx: &Tx<'_>, now: &str, idle_since: &str) -> Result<usize, Problem> {
    tx.exec(
        "DELETE FROM session WHERE expires_at <= $1 OR last_seen_at < $2",
        &[now.into(), idle_since.into()],
    )
}
