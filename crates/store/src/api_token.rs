//! Tokens of programs (`api_token`, audited), known by the hash of their secret, and when they were last used
//! (`api_token_use`, volatile).

use crate::company::next_id;
use crate::tx::{Row, Tx};
use obligo_rules::problem::Problem;

const SELECT: &str = "SELECT t.token_id, t.token_hash, t.name, t.user_id, t.scopes, t.companies, t.created_at, t.expires_at, \
                      t.revoked_at, u.last_used_at FROM api_token AS t \
                      LEFT JOIN api_token_use AS u ON u.token_id = t.token_id";

/// A token as stored. Instants in UTC.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TokenRow {
    /// Number.
    pub token_id: i64,
    /// SHA-256 of the secret.
    pub token_hash: String,
    /// What it is for.
    pub name: String,
    /// Whose.
    pub user_id: i64,
    /// Codes of scopes, separated by blanks.
    pub scopes: String,
    /// JSON array of company codes; `None` = the user's.
    pub companies: Option<String>,
    /// Made.
    pub created_at: String,
    /// Ends.
    pub expires_at: String,
    /// Revoked.
    pub revoked_at: Option<String>,
    /// Last used.
    pub last_used_at: Option<String>,
}

fn of_row(row: &Row<'_>) -> TokenRow {
    let text = |column: usize| row.text_opt(column).map(str::to_owned);
    TokenRow {
        token_id: row.int(0),
        token_hash: row.text(1).to_owned(),
        name: row.text(2).to_owned(),
        user_id: row.int(3),
        scopes: row.text(4).to_owned(),
        companies: text(5),
        created_at: row.text(6).to_owned(),
        expires_at: row.text(7).to_owned(),
        revoked_at: text(8),
        last_used_at: text(9),
    }
}

/// Adds a token and returns its number.
pub fn token_add(tx: &Tx<'_>, entry: i64, token: &TokenRow) -> Result<i64, Problem> {
    let id = next_id(tx, "api_token", "token_id")?;
    tx.exec(
        "INSERT INTO api_token (token_id, token_hash, name, user_id, scopes, companies, created_at, expires_at, entry) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &[
            id.into(),
            (&token.token_hash).into(),
            (&token.name).into(),
            token.user_id.into(),
            (&token.scopes).into(),
            token.companies.as_deref().into(),
            (&token.created_at).into(),
            (&token.expires_at).into(),
            entry.into(),
        ],
    )?;
    Ok(id)
}

/// Revokes a token.
pub fn token_revoke(tx: &Tx<'_>, entry: i64, token_id: i64, at: &str) -> Result<(), Problem> {
    tx.exec(
        "UPDATE api_token SET revoked_at = $2, entry = $3 WHERE token_id = $1",
        &[token_id.into(), at.into(), entry.into()],
    )?;
    Ok(())
}

/// The token with this hash.
pub fn token_by_hash(tx: &Tx<'_>, token_hash: &str) -> Result<Option<TokenRow>, Problem> {
    tx.one(&format!("{SELECT} WHERE t.token_hash = $1"), &[token_hash.into()], |row| Ok(of_row(row)))
}

/// All tokens, newest first.
pub fn token_all(tx: &Tx<'_>) -> Result<Vec<TokenRow>, Problem> {
    let mut all = Vec::new();
    tx.each(&format!("{SELECT} ORDER BY t.token_id DESC"), &[], |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    Ok(all)
}

/// Notes that a token was used.
pub fn token_used(tx: &Tx<'_>, token_id: i64, at: &str) -> Result<(), Problem> {
    tx.exec(
        "INSERT INTO api_token_use (token_id, last_used_at) VALUES ($1, $2) \
         ON CONFLICT (token_id) DO UPDATE SET last_used_at = $2",
        &[token_id.into(), at.into()],
    )?;
    Ok(())
}
