//! Sign-ins that are away at the identity provider (volatile).

use crate::tx::Tx;
use obligo_rules::problem::Problem;

/// Keeps what must be known when the browser comes back, and forgets what has expired by `now`.
pub fn flow_add(
    tx: &Tx<'_>,
    flow_id: &str,
    content: &str,
    expires_at: &str,
    now: &str,
) -> Result<(), Problem> {
    tx.exec("DELETE FROM sign_in_flow WHERE expires_at <= $1", &[now.into()])?;
    tx.exec(
        "INSERT INTO sign_in_flow (flow_id, content, expires_at) VALUES ($1, $2, $3)",
        &[flow_id.into(), content.into(), expires_at.into()],
    )?;
    Ok(())
}

/// Takes it out: content, unless it has expired by `now`.
pub fn flow_take(tx: &Tx<'_>, flow_id: &str, now: &str) -> Result<Option<String>, Problem> {
    let content = tx.one(
        "SELECT content FROM sign_in_flow WHERE flow_id = $1 AND expires_at > $2",
        &[flow_id.into(), now.into()],
        |row| Ok(row.text(0).to_owned()),
    )?;
    tx.exec("DELETE FROM sign_in_flow WHERE flow_id = $1", &[flow_id.into()])?;
    Ok(content)
}
