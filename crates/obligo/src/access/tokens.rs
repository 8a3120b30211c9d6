//! Tokens by which programs act for a user.

use super::instants::{plus, seconds_between};
use super::roles::Permission;
use super::secrets::{hash_of, secret};
use super::users::{self, User, check_companies, companies_of_text, companies_text};
use crate::session::Session;
use obligo_rules::problem::Problem;
use obligo_store::api_token::{TokenRow, token_add, token_all, token_by_hash, token_revoke, token_used};
use obligo_store::user_account::{user_all, user_by_id};
use obligo_store::{Store, Written};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};

/// What every secret begins with, so that scanners of source code find lost ones.
pub const PREFIX: &str = "obligo_";

/// Days a token works at most.
const DAYS_MAX: i64 = 366;
const NAME_MAX: usize = 60;

/// A use is noted at most once in so many seconds.
const USED_SECONDS: i64 = 60;

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
    /// The calendar feed of duties and nothing else: its address lies in calendar programs.
    Calendar,
}

impl Scope {
    /// All scopes.
    pub const ALL: [Scope; 5] = [Scope::Read, Scope::Write, Scope::Run, Scope::Admin, Scope::Calendar];

    /// The code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Scope::Read => "read",
            Scope::Write => "write",
            Scope::Run => "run",
            Scope::Admin => "admin",
            Scope::Calendar => "calendar",
        }
    }

    /// Whether it is enough for an action. Reading is part of every scope but the calendar: who writes must see what came of it. What is a person's own –
    /// the password, further tokens – is for nobody but the person.
    #[must_use]
    pub fn allows(self, permission: Permission) -> bool {
        match permission {
            Permission::Read => self != Scope::Calendar,
            Permission::Record | Permission::Manage => self == Scope::Write,
            Permission::Run => self == Scope::Run,
            Permission::Audit | Permission::Administer => self == Scope::Admin,
            Permission::Own => false,
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

impl Token {
    /// What pages and the API say of the token.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({
            "token": self.token_id,
            "name": self.name,
            "user": self.user,
            "scopes": self.scopes.iter().map(|scope| scope.code()).collect::<Vec<_>>(),
            "companies": self.companies,
            "created_at": self.created_at,
            "expires_at": self.expires_at,
            "last_used_at": self.last_used_at,
            "revoked": self.revoked,
        })
    }

    fn of_row(row: &TokenRow, user: String) -> Token {
        Token {
            token_id: row.token_id,
            name: row.name.clone(),
            user,
            scopes: scopes_of_codes(&row.scopes),
            companies: companies_of_text(row.companies.as_deref()),
            created_at: row.created_at.clone(),
            expires_at: row.expires_at.clone(),
            last_used_at: row.last_used_at.clone(),
            revoked: row.revoked_at.is_some(),
        }
    }
}

fn scopes_of_codes(codes: &str) -> BTreeSet<Scope> {
    codes.split_whitespace().filter_map(Scope::parse).collect()
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
        self.scopes.iter().any(|scope| scope.allows(permission)) && self.user.may(permission)
    }
}

/// Makes a token: its secret, shown once, and what lists show. Errors: `token-name`, `token-scopes-missing`, `token-days`,
/// `token-company`, `user-not-found`, `secret-shown-once`. Anybody for themselves; administrator for others.
pub fn create(session: &mut Session, token: &NewToken) -> Result<(String, Token), Problem> {
    let name = token.name.trim();
    let count = name.chars().count();
    if count == 0 || count > NAME_MAX || name.chars().any(char::is_control) {
        return Err(Problem::refused("token-name").of_value(name).with("limit", NAME_MAX));
    }
    if token.scopes.is_empty() {
        return Err(Problem::refused("token-scopes-missing"));
    }
    if !(1..=DAYS_MAX).contains(&token.days) {
        return Err(Problem::refused("token-days").with("days", token.days).with("limit", DAYS_MAX));
    }
    let secret = format!("{PREFIX}{}", secret()?);
    let created_at = plus(&session.now, 0)?;
    let mut row = TokenRow {
        token_hash: hash_of(&secret),
        name: name.to_owned(),
        scopes: token.scopes.iter().map(|scope| scope.code()).collect::<Vec<_>>().join(" "),
        companies: companies_text(token.companies.as_ref()),
        expires_at: plus(&created_at, token.days * 24 * 3600)?,
        created_at,
        ..TokenRow::default()
    };
    let mut made = None;
    let outcome = session.write("token-create", "", &format!("token-create {token:?}"), |tx, entry| {
        let user = User::of_row(&users::found(tx, &token.user)?);
        check_companies(tx, token.companies.as_ref())?;
        if let Some(company) = token.companies.iter().flatten().find(|company| !user.sees_company(company)) {
            return Err(Problem::refused("token-company").with("company", company).with("user", &user.name));
        }
        row.user_id = user.user_id;
        row.token_id = token_add(tx, entry, &row)?;
        let token = Token::of_row(&row, user.name);
        let facts = token.json();
        made = Some(token);
        Ok(Written::new(facts.clone(), facts))
    })?;
    match made {
        Some(token) if !outcome.repeated => Ok((secret, token)),
        _ => Err(Problem::forbidden("secret-shown-once")),
    }
}

/// Revokes a token; one that is revoked stays so. `of` limits it to the tokens of one user. Error: `token-not-found`. Roles as for
/// [`create`].
pub fn revoke(session: &mut Session, token_id: i64, of: Option<&str>) -> Result<(), Problem> {
    let now = plus(&session.now, 0)?;
    session.write("token-revoke", "", &format!("token-revoke {token_id} {of:?}"), |tx, entry| {
        let of = of.map(|name| users::found(tx, name)).transpose()?.map(|row| row.user_id);
        let found = token_all(tx)?.into_iter().find(|token| token.token_id == token_id);
        let Some(token) = found.filter(|token| of.is_none_or(|user| token.user_id == user)) else {
            return Err(Problem::refused("token-not-found").with("token", token_id));
        };
        let user = user_by_id(tx, token.user_id)?.map(|row| row.name);
        let facts = json!({ "token": token_id, "name": token.name, "user": user });
        if token.revoked_at.is_some() {
            return Ok(Written::nothing(facts));
        }
        token_revoke(tx, entry, token_id, &now)?;
        Ok(Written::new(facts.clone(), facts))
    })?;
    Ok(())
}

/// Tokens of one user, or all of them, newest first. Roles as for [`create`].
pub fn list(session: &mut Session, of: Option<&str>) -> Result<Vec<Token>, Problem> {
    session.read(|tx| {
        let of = of.map(|name| users::found(tx, name)).transpose()?.map(|row| row.user_id);
        let names: HashMap<i64, String> =
            user_all(tx)?.into_iter().map(|row| (row.user_id, row.name)).collect();
        let of_user = |token: &TokenRow| of.is_none_or(|user| token.user_id == user);
        let name = |token: &TokenRow| names.get(&token.user_id).cloned().unwrap_or_default();
        Ok(token_all(tx)?.iter().filter(|t| of_user(t)).map(|t| Token::of_row(t, name(t))).collect())
    })
}

/// The bearer of a secret, unless the token has expired or is revoked, or its user is disabled.
pub fn token_of(store: &Store, secret: &str, now: &str) -> Result<Option<Bearer>, Problem> {
    if !secret.starts_with(PREFIX) {
        return Ok(None);
    }
    let now = plus(now, 0)?;
    let found = store.read(|tx| {
        let token = token_by_hash(tx, &hash_of(secret))?;
        let Some(token) = token.filter(|t| t.revoked_at.is_none() && t.expires_at > now) else {
            return Ok(None);
        };
        let user = user_by_id(tx, token.user_id)?.filter(|row| !row.disabled);
        Ok(user.map(|row| (token, User::of_row(&row))))
    })?;
    let Some((token, mut user)) = found else { return Ok(None) };
    if let Some(of_token) = companies_of_text(token.companies.as_deref()) {
        user.companies = Some(of_token.into_iter().filter(|company| user.sees_company(company)).collect());
    }
    let is_due = match &token.last_used_at {
        Some(last) => seconds_between(last, &now)? >= USED_SECONDS,
        None => true,
    };
    if is_due {
        store.keep_if_free(|tx| token_used(tx, token.token_id, &now))?;
    }
    Ok(Some(Bearer { user, scopes: scopes_of_codes(&token.scopes), token_id: token.token_id }))
}
