//! Tokens by which programs act for a user.

use super::roles::Permission;
use super::users::User;
use crate::session::Session;
use obligo_rules::problem::Problem;
use obligo_store::Store;
use std::collections::BTreeSet;

/// What a token may be used for, within what its user may.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Scope {
    /// Reads.
    Read,
    /// Records and manages.
    Write,
    /// Final runs, reversals, day close.
    Run,
    /// Audit and administration.
    Admin,
}

impl Scope {
    /// All scopes.
    pub const ALL: [Scope; 4] = [Scope::Read, Scope::Write, Scope::Run, Scope::Admin];

    /// The code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Scope::Read => "read",
            Scope::Write => "write",
            Scope::Run => "run",
            Scope::Admin => "admin",
        }
    }

    /// The scope with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|scope| scope.code() == code)
    }
}

/// A token to be made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewToken {
    /// What it is for, in words: 1 to 60 characters.
    pub name: String,
    /// Whose: sign-in name.
    pub user: String,
    /// Scopes, at least one. Reading is part of each.
    pub scopes: BTreeSet<Scope>,
    /// Companies, within the user's; `None` = the user's.
    pub companies: Option<BTreeSet<String>>,
    /// Days until it expires: 1 to 366.
    pub days: i64,
}

/// A token as lists show it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// The store's number.
    pub token_id: i64,
    /// What it is for.
    pub name: String,
    /// Whose.
    pub user: String,
    /// Scopes.
    pub scopes: BTreeSet<Scope>,
    /// Companies; `None` = the user's.
    pub companies: Option<BTreeSet<String>>,
    /// Made, an instant in UTC.
    pub created_at: String,
    /// Ends, an instant in UTC.
    pub expires_at: String,
    /// Last used, to the minute.
    pub last_used_at: Option<String>,
    /// Revoked.
    pub revoked: bool,
}

/// Who a request with a token comes from.
#[derive(Clone, Debug)]
pub struct Bearer {
    /// Whose token; their companies are narrowed to the token's.
    pub user: User,
    /// Scopes of the token.
    pub scopes: BTreeSet<Scope>,
    /// The token's number, for idempotency keys and limits.
    pub token_id: i64,
}

impl Bearer {
    /// Whether the token's scopes and the user's roles both allow it.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        todo!()
    }
}

/// Makes a token: its secret, shown once, and what lists show. Errors: `token-*`, `user-not-found`. Anybody for themselves;
/// administrator for others.
pub fn create(session: &mut Session, token: &NewToken) -> Result<(String, Token), Problem> {
    todo!()
}

/// Revokes a token. `of` limits it to the tokens of one user. Error: `token-not-found`. Roles as for [`create`].
pub fn revoke(session: &mut Session, token_id: i64, of: Option<&str>) -> Result<(), Problem> {
    todo!()
}

/// Tokens of one user, or all of them. Roles as for [`create`].
pub fn list(session: &mut Session, of: Option<&str>) -> Result<Vec<Token>, Problem> {
    todo!()
}

/// The bearer of a secret, unless the token has expired or is revoked, or its user is disabled.
pub fn token_of(store: &Store, secret: &str, now: &str) -> Result<Option<Bearer>, Problem> {
    todo!()
}
