//! Users (`user_account`): one row each as they are now; the audit entries hold what they were.

use crate::company::next_id;
use crate::tx::{Param, Row, Tx};
use obligo_rules::problem::Problem;

const COLUMNS: &str = "user_id, user_name, display_name, password_hash, oidc_issuer, oidc_subject, roles, companies, \
                       language, disabled, created_at, entry";

/// A user as stored.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct UserRow {
    /// Number.
    pub user_id: i64,
    /// Sign-in name as written.
    pub name: String,
    /// Name as people know them.
    pub display_name: String,
    /// Password hash (PHC string).
    pub password_hash: Option<String>,
    /// Identity provider and its lasting name for the person.
    pub oidc: Option<(String, String)>,
    /// Codes of roles, separated by blanks.
    pub roles: String,
    /// JSON array of company codes; `None` = all.
    pub companies: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// May not sign in.
    pub disabled: bool,
    /// Made, an instant in UTC.
    pub created_at: String,
    /// Audit entry of the last change.
    pub entry: i64,
}

/// Sign-in names are one whatever their case: this is what they are compared by.
#[must_use]
pub fn user_key(name: &str) -> String {
    name.trim().to_lowercase()
}

fn of_row(row: &Row<'_>) -> UserRow {
    let text = |column: usize| row.text_opt(column).map(str::to_owned);
    UserRow {
        user_id: row.int(0),
        name: row.text(1).to_owned(),
        display_name: row.text(2).to_owned(),
        password_hash: text(3),
        oidc: text(4).zip(text(5)),
        roles: row.text(6).to_owned(),
        companies: text(7),
        language: text(8),
        disabled: row.int(9) != 0,
        created_at: row.text(10).to_owned(),
        entry: row.int(11),
    }
}

/// Adds a user and returns its number. The name must be free.
pub fn user_add(tx: &Tx<'_>, entry: i64, user: &UserRow) -> Result<i64, Problem> {
    let id = next_id(tx, "user_account", "user_id")?;
    tx.exec(
        "INSERT INTO user_account (user_id, user_name, user_key, display_name, password_hash, oidc_issuer, oidc_subject, \
         roles, companies, language, disabled, created_at, entry) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        &[
            id.into(),
            (&user.name).into(),
            (&user_key(&user.name)).into(),
            (&user.display_name).into(),
            user.password_hash.as_deref().into(),
            user.oidc.as_ref().map(|(issuer, _)| issuer).into(),
            user.oidc.as_ref().map(|(_, subject)| subject).into(),
            (&user.roles).into(),
            user.companies.as_deref().into(),
            user.language.as_deref().into(),
            user.disabled.into(),
            (&user.created_at).into(),
            entry.into(),
        ],
    )?;
    Ok(id)
}

/// Writes everything of a user that may change; name, identity and beginning stay.
pub fn user_put(tx: &Tx<'_>, entry: i64, user: &UserRow) -> Result<(), Problem> {
    tx.exec(
        "UPDATE user_account SET display_name = $2, password_hash = $3, roles = $4, companies = $5, language = $6, \
         disabled = $7, entry = $8 WHERE user_id = $1",
        &[
            user.user_id.into(),
            (&user.display_name).into(),
            user.password_hash.as_deref().into(),
            (&user.roles).into(),
            user.companies.as_deref().into(),
            user.language.as_deref().into(),
            user.disabled.into(),
            entry.into(),
        ],
    )?;
    Ok(())
}

/// The user of a sign-in name, whatever its case.
pub fn user_by_name(tx: &Tx<'_>, name: &str) -> Result<Option<UserRow>, Problem> {
    let key = user_key(name);
    let sql = format!("SELECT {COLUMNS} FROM user_account WHERE user_key = $1");
    tx.one(&sql, &[(&key).into()], |row| Ok(of_row(row)))
}

/// The user with a number.
pub fn user_by_id(tx: &Tx<'_>, user_id: i64) -> Result<Option<UserRow>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM user_account WHERE user_id = $1");
    tx.one(&sql, &[user_id.into()], |row| Ok(of_row(row)))
}

/// The user an identity provider knows by this subject.
pub fn user_by_subject(tx: &Tx<'_>, issuer: &str, subject: &str) -> Result<Option<UserRow>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM user_account WHERE oidc_issuer = $1 AND oidc_subject = $2");
    tx.one(&sql, &[issuer.into(), subject.into()], |row| Ok(of_row(row)))
}

/// All users, by name.
pub fn user_all(tx: &Tx<'_>) -> Result<Vec<UserRow>, Problem> {
    let mut all = Vec::new();
    tx.each(&format!("SELECT {COLUMNS} FROM user_account ORDER BY user_key"), &[], |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    Ok(all)
}

/// Whether there is any user.
pub fn user_any(tx: &Tx<'_>) -> Result<bool, Problem> {
    let none: [Param; 0] = [];
    Ok(tx.one("SELECT 1 FROM user_account LIMIT 1", &none, |_| Ok(()))?.is_some())
}
