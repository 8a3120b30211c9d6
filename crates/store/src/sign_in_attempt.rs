//! Attempts to sign in that have not succeeded (volatile): what the rate limit counts.

use crate::tx::{Param, Tx};
use obligo_rules::problem::Problem;

/// Notes an attempt. The name is kept as a hash: people type passwords into the wrong field.
pub fn attempt_add(tx: &Tx<'_>, name_hash: &str, address: &str, at: &str) -> Result<i64, Problem> {
    tx.exec(
        "INSERT INTO sign_in_attempt (name_hash, address, tried_at) VALUES ($1, $2, $3)",
        &[name_hash.into(), address.into(), at.into()],
    )?;
    Ok(tx.last_id())
}

/// The instant of the n-th last attempt (from 1) of a name after `since`, if there were so many.
pub fn attempt_nth_of_name(
    tx: &Tx<'_>,
    name_hash: &str,
    since: &str,
    n: i64,
) -> Result<Option<String>, Problem> {
    let sql = "SELECT tried_at FROM sign_in_attempt WHERE name_hash = $1 AND tried_at > $2 \
               ORDER BY tried_at DESC LIMIT 1 OFFSET $3";
    nth(tx, sql, &[name_hash.into(), since.into(), (n - 1).into()])
}

/// The instant of the n-th last attempt (from 1) of an address after `since`, if there were so many.
pub fn attempt_nth_of_address(
    tx: &Tx<'_>,
    address: &str,
    since: &str,
    n: i64,
) -> Result<Option<String>, Problem> {
    let sql = "SELECT tried_at FROM sign_in_attempt WHERE address = $1 AND tried_at > $2 \
               ORDER BY tried_at DESC LIMIT 1 OFFSET $3";
    nth(tx, sql, &[address.into(), since.into(), (n - 1).into()])
}

fn nth(tx: &Tx<'_>, sql: &str, params: &[Param]) -> Result<Option<String>, Problem> {
    tx.one(sql, params, |row| Ok(row.text(0).to_owned()))
}

/// Forgets the attempts of a name: it has succeeded.
pub fn attempt_forget_name(tx: &Tx<'_>, name_hash: &str) -> Result<usize, Problem> {
    tx.exec("DELETE FROM sign_in_attempt WHERE name_hash = $1", &[name_hash.into()])
}

/// Forgets attempts made by `until`.
pub fn attempt_forget(tx: &Tx<'_>, until: &str) -> Result<usize, Problem> {
    tx.exec("DELETE FROM sign_in_attempt WHERE tried_at <= $1", &[until.into()])
}
