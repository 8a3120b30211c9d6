//! Links that work once (volatile), known by the hash of their secret.

use crate::tx::Tx;
use obligo_rules::problem::Problem;

/// Makes a link; earlier ones of the same purpose and user stop working.
pub fn link_add(
    tx: &Tx<'_>,
    link_hash: &str,
    purpose: &str,
    user_id: Option<i64>,
    expires_at: &str,
) -> Result<(), Problem> {
    link_end(tx, purpose, user_id)?;
    tx.exec(
        "INSERT INTO one_time_link (link_hash, purpose, user_id, expires_at) VALUES ($1, $2, $3, $4)",
        &[link_hash.into(), purpose.into(), user_id.into(), expires_at.into()],
    )?;
    Ok(())
}

/// The user of a link that works at `now`: `Some(None)` for a link without a user.
pub fn link_get(
    tx: &Tx<'_>,
    link_hash: &str,
    purpose: &str,
    now: &str,
) -> Result<Option<Option<i64>>, Problem> {
    tx.one(
        "SELECT user_id FROM one_time_link WHERE link_hash = $1 AND purpose = $2 AND expires_at > $3",
        &[link_hash.into(), purpose.into(), now.into()],
        |row| Ok(row.int_opt(0)),
    )
}

/// Ends the links of a purpose and user.
pub fn link_end(tx: &Tx<'_>, purpose: &str, user_id: Option<i64>) -> Result<usize, Problem> {
    tx.exec(
        "DELETE FROM one_time_link WHERE purpose = $1 AND coalesce(user_id, 0) = coalesce($2, 0)",
        &[purpose.into(), user_id.into()],
    )
}
