//! Users: who they are, their roles and companies, their passwords.

use super::roles::{Permission, Role, allows, role_codes, roles_of_codes};
use super::{passwords, secrets, sign_in};
use crate::access::instants::plus;
use crate::messages::Messages;
use crate::session::Session;
use obligo_rules::problem::Problem;
use obligo_store::company::company_id;
use obligo_store::one_time_link::{link_add, link_end, link_get};
use obligo_store::session::session_end_of;
use obligo_store::sign_in_attempt::attempt_forget_name;
use obligo_store::user_account::{UserRow, user_add, user_all, user_by_id, user_by_name, user_put};
use obligo_store::{Tx, Written};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Characters of a sign-in name and of a name at most.
pub(super) const NAME_MAX: usize = 60;

/// How long a link to set a password works, in seconds.
const LINK_SECONDS: i64 = 24 * 3600;
const LINK_PURPOSE: &str = "password";

/// A person who may sign in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct User {
    /// The store's number.
    pub user_id: i64,
    /// Sign-in name; unique whatever the case.
    pub name: String,
    /// Name as people know them.
    pub display_name: String,
    /// Roles; they add up.
    pub roles: BTreeSet<Role>,
    /// Companies whose data they see; `None` = all.
    pub companies: Option<BTreeSet<String>>,
    /// Language of the interface; `None` = as the browser asks for.
    pub language: Option<String>,
    /// May not sign in.
    pub disabled: bool,
    /// Whether there is a local password.
    pub has_password: bool,
    /// Whether they come from the identity provider.
    pub is_external: bool,
    /// Audit entry of the last change: the version for optimistic locking.
    pub entry: i64,
}

impl User {
    /// Whether their roles allow it.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        allows(&self.roles, permission)
    }

    /// What pages and the API say of the user, and the audit trail: never anything of the password.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({
            "user": self.name,
            "display_name": self.display_name,
            "roles": self.roles.iter().map(|role| role.code()).collect::<Vec<_>>(),
            "companies": self.companies,
            "language": self.language,
            "disabled": self.disabled,
            "has_password": self.has_password,
            "is_external": self.is_external,
            "version": self.entry,
        })
    }

    pub(super) fn of_row(row: &UserRow) -> User {
        User {
            user_id: row.user_id,
            name: row.name.clone(),
            display_name: row.display_name.clone(),
            roles: roles_of_codes(&row.roles),
            companies: companies_of_text(row.companies.as_deref()),
            language: row.language.clone(),
            disabled: row.disabled,
            has_password: row.password_hash.is_some(),
            is_external: row.oidc.is_some(),
            entry: row.entry,
        }
    }

    /// Whether they see the data of a company.
    #[must_use]
    pub fn sees_company(&self, company: &str) -> bool {
        self.companies.as_ref().is_none_or(|companies| companies.contains(company))
    }
}

/// A user to be made.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NewUser {
    /// Sign-in name: 1 to 60 characters without blanks.
    pub name: String,
    /// Name as people know them; empty = the sign-in name.
    pub display_name: String,
    /// Roles.
    pub roles: BTreeSet<Role>,
    /// Companies; `None` = all.
    pub companies: Option<BTreeSet<String>>,
    /// Language; `None` = as the browser asks for.
    pub language: Option<String>,
    /// Password; `None` = by a link ([`password_link`]) or the identity provider.
    pub password: Option<String>,
}

/// What is changed on a user; `None` leaves it as it is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct UserChange {
    /// Name as people know them.
    pub display_name: Option<String>,
    /// Roles.
    pub roles: Option<BTreeSet<Role>>,
    /// Companies; `Some(None)` = all.
    pub companies: Option<Option<BTreeSet<String>>>,
    /// Language; `Some(None)` = as the browser asks for.
    pub language: Option<Option<String>>,
    /// May not sign in; ends their sessions.
    pub disabled: Option<bool>,
    /// The version that was shown ([`User::entry`]); another one since is refused.
    pub seen: Option<i64>,
}

/// Makes a user. Errors: `user-name`, `user-name-taken`, `user-roles-missing`, `user-companies-missing`, `user-company-unknown`,
/// `user-language`, `password-*`. Role: administrator.
pub fn create(session: &mut Session, user: &NewUser) -> Result<User, Problem> {
    let row = new_row(session, user)?;
    let input = format!("user-create {}", row_facts(&row));
    let outcome = session.write("user-create", "", &input, |tx, entry| {
        check_companies(tx, user.companies.as_ref())?;
        add(tx, entry, row)
    })?;
    written(session, &outcome.result, user)
}

/// The row of a user to be made, checked as far as it goes without the store.
pub(super) fn new_row(session: &Session, user: &NewUser) -> Result<UserRow, Problem> {
    let name = user.name.trim();
    check_name(name)?;
    let display_name = display_name(&user.display_name, name)?;
    check_roles(&user.roles)?;
    check_language(user.language.as_deref())?;
    if let Some(password) = &user.password {
        passwords::check(name, password)?;
    }
    Ok(UserRow {
        name: name.to_owned(),
        display_name,
        password_hash: user.password.as_deref().map(passwords::hash).transpose()?,
        roles: role_codes(&user.roles),
        companies: companies_text(user.companies.as_ref()),
        language: user.language.clone(),
        created_at: plus(&session.now, 0)?,
        ..UserRow::default()
    })
}

/// Adds a user inside the door. Error: `user-name-taken`.
pub(super) fn add(tx: &Tx<'_>, entry: i64, mut row: UserRow) -> Result<Written, Problem> {
    if let Some(taken) = user_by_name(tx, &row.name)? {
        return Err(Problem::forbidden("user-name-taken").with("user", taken.name));
    }
    row.user_id = user_add(tx, entry, &row)?;
    row.entry = entry;
    Ok(Written::new(row_facts(&row), User::of_row(&row).json()))
}

/// The user just made: from the store, or, in a dry run, as it would be.
pub(super) fn written(session: &mut Session, result: &Value, user: &NewUser) -> Result<User, Problem> {
    let found = session.read(|tx| user_by_name(tx, &user.name))?;
    Ok(found.map_or_else(
        || User {
            user_id: 0,
            name: user.name.trim().to_owned(),
            display_name: result["display_name"].as_str().unwrap_or_default().to_owned(),
            roles: user.roles.clone(),
            companies: user.companies.clone(),
            language: user.language.clone(),
            disabled: false,
            has_password: user.password.is_some(),
            is_external: false,
            entry: 0,
        },
        |row| User::of_row(&row),
    ))
}

/// Changes a user. The last administrator stays one. Disabling ends the user's sessions. Errors: `user-not-found`, `record-changed`,
/// `user-last-administrator`, and those of [`create`]. Role: administrator.
pub fn change(session: &mut Session, name: &str, change: &UserChange) -> Result<User, Problem> {
    if let Some(roles) = &change.roles {
        check_roles(roles)?;
    }
    if let Some(language) = &change.language {
        check_language(language.as_deref())?;
    }
    let input = format!("user-change {name} {change:?}");
    session.write("user-change", "", &input, |tx, entry| {
        let before = found(tx, name)?;
        if change.seen.is_some_and(|seen| seen != before.entry) {
            return Err(Problem::forbidden("record-changed"));
        }
        check_companies(tx, change.companies.as_ref().and_then(Option::as_ref))?;
        let mut after = before.clone();
        if let Some(text) = &change.display_name {
            after.display_name = display_name(text, &before.name)?;
        }
        if let Some(roles) = &change.roles {
            after.roles = role_codes(roles);
        }
        if let Some(companies) = &change.companies {
            after.companies = companies_text(companies.as_ref());
        }
        if let Some(language) = &change.language {
            after.language.clone_from(language);
        }
        after.disabled = change.disabled.unwrap_or(before.disabled);
        put(tx, entry, &before, &after)
    })?;
    get(session, name)
}

/// Writes a changed user inside the door; nothing where nothing differs. Error: `user-last-administrator`.
pub(super) fn put(tx: &Tx<'_>, entry: i64, before: &UserRow, after: &UserRow) -> Result<Written, Problem> {
    if after == before {
        return Ok(Written::nothing(User::of_row(before).json()));
    }
    if administers(before) && !administers(after) && is_last_administrator(tx, before.user_id)? {
        return Err(Problem::forbidden("user-last-administrator").with("user", &before.name));
    }
    user_put(tx, entry, after)?;
    if after.disabled {
        session_end_of(tx, after.user_id)?;
    }
    let payload = json!({ "user": before.name, "before": row_facts(before), "after": row_facts(after) });
    let result = User { entry, ..User::of_row(after) }.json();
    Ok(Written::new(payload, result))
}

/// Whether nobody else administers.
pub(super) fn is_last_administrator(tx: &Tx<'_>, user_id: i64) -> Result<bool, Problem> {
    Ok(!user_all(tx)?.iter().any(|other| other.user_id != user_id && administers(other)))
}

pub(super) fn administers(row: &UserRow) -> bool {
    !row.disabled && roles_of_codes(&row.roles).contains(&Role::Administrator)
}

/// Sets a user's password, lets them try again at once, and ends their sessions. Errors: `user-not-found`, `password-too-short`,
/// `password-too-long`, `password-is-name`. Role: administrator.
pub fn set_password(session: &mut Session, name: &str, password: &str) -> Result<(), Problem> {
    passwords::check(name, password)?;
    let hash = passwords::hash(password)?;
    // The input must not tell the password: its hash here is fast.
    session.write("user-password", "", &format!("user-password {name}"), |tx, entry| {
        password_put(tx, entry, found(tx, name)?, hash)
    })?;
    Ok(())
}

fn password_put(tx: &Tx<'_>, entry: i64, mut row: UserRow, hash: String) -> Result<Written, Problem> {
    row.password_hash = Some(hash);
    user_put(tx, entry, &row)?;
    session_end_of(tx, row.user_id)?;
    link_end(tx, LINK_PURPOSE, Some(row.user_id))?;
    attempt_forget_name(tx, &sign_in::name_hash(&row.name))?;
    Ok(Written::new(json!({ "user": row.name }), json!({ "user": row.name })))
}

/// Changes one's own password, given the present one; ends all sessions of the user. Errors: `password-wrong`, `sign-in-too-often` and
/// those of [`set_password`]. Anybody signed in.
pub fn change_own_password(
    session: &mut Session,
    name: &str,
    present: &str,
    password: &str,
) -> Result<(), Problem> {
    let proven = sign_in::proven(&session.store, name, present, &format!("user {name}"), &session.now);
    proven.map_err(|problem| match problem.code {
        "sign-in-refused" => Problem::forbidden("password-wrong"),
        _ => problem,
    })?;
    set_password(session, name, password)
}

/// Makes a link by which a user sets a password, once, within 24 hours: its secret, shown once. Earlier ones stop working. Errors:
/// `user-not-found`, `secret-shown-once`. Role: administrator.
pub fn password_link(session: &mut Session, name: &str) -> Result<String, Problem> {
    let secret = secrets::secret()?;
    let expires_at = plus(&session.now, LINK_SECONDS)?;
    let outcome = session.write("user-link", "", &format!("user-link {name}"), |tx, _| {
        let row = found(tx, name)?;
        link_add(tx, &secrets::hash_of(&secret), LINK_PURPOSE, Some(row.user_id), &expires_at)?;
        let facts = json!({ "user": row.name, "expires_at": expires_at });
        Ok(Written::new(facts.clone(), facts))
    })?;
    if outcome.repeated { Err(Problem::forbidden("secret-shown-once")) } else { Ok(secret) }
}

/// Whose password the link would set now, for showing its page.
pub fn user_of_link(session: &mut Session, secret: &str) -> Result<Option<User>, Problem> {
    let now = plus(&session.now, 0)?;
    session.read(|tx| Ok(linked(tx, secret, &now)?.map(|row| User::of_row(&row))))
}

fn linked(tx: &Tx<'_>, secret: &str, now: &str) -> Result<Option<UserRow>, Problem> {
    let Some(Some(user_id)) = link_get(tx, &secrets::hash_of(secret), LINK_PURPOSE, now)? else {
        return Ok(None);
    };
    Ok(user_by_id(tx, user_id)?.filter(|row| !row.disabled))
}

/// Sets the password by a link, which then works no more. Errors: `link-invalid`, `password-*`. Open to whoever has the secret.
pub fn accept_password_link(session: &mut Session, secret: &str, password: &str) -> Result<User, Problem> {
    let invalid = || Problem::forbidden("link-invalid");
    let user = user_of_link(session, secret)?.ok_or_else(invalid)?;
    passwords::check(&user.name, password)?;
    let hash = passwords::hash(password)?;
    let now = plus(&session.now, 0)?;
    session.actor.clone_from(&user.name);
    session.write("user-password", "", &format!("user-password {}", user.name), |tx, entry| {
        password_put(tx, entry, linked(tx, secret, &now)?.ok_or_else(invalid)?, hash)
    })?;
    get(session, &user.name)
}

/// All users by name. Role: administrator.
pub fn list(session: &mut Session) -> Result<Vec<User>, Problem> {
    session.read(|tx| Ok(user_all(tx)?.iter().map(User::of_row).collect()))
}

/// One user. Error: `user-not-found`. Role: administrator, or the user.
pub fn get(session: &mut Session, name: &str) -> Result<User, Problem> {
    session.read(|tx| Ok(User::of_row(&found(tx, name)?)))
}

pub(super) fn found(tx: &Tx<'_>, name: &str) -> Result<UserRow, Problem> {
    user_by_name(tx, name)?
        .ok_or_else(|| Problem::refused("user-not-found").of_value(name).with("user", name))
}

fn row_facts(row: &UserRow) -> Value {
    let mut facts = User::of_row(row).json();
    if let Value::Object(facts) = &mut facts {
        facts.remove("version");
    }
    facts
}

/// Whether a sign-in name may have the letter.
pub(super) fn is_fit_for_name(c: char) -> bool {
    c.is_alphanumeric() || "._-@+".contains(c)
}

fn check_name(name: &str) -> Result<(), Problem> {
    let count = name.chars().count();
    if count == 0 || count > NAME_MAX || !name.chars().all(is_fit_for_name) {
        return Err(Problem::refused("user-name").of_value(name).with("limit", NAME_MAX));
    }
    Ok(())
}

fn display_name(text: &str, name: &str) -> Result<String, Problem> {
    let text = text.trim();
    if text.chars().count() > NAME_MAX || text.chars().any(char::is_control) {
        return Err(Problem::refused("user-display-name").of_value(text).with("limit", NAME_MAX));
    }
    Ok(if text.is_empty() { name.to_owned() } else { text.to_owned() })
}

fn check_roles(roles: &BTreeSet<Role>) -> Result<(), Problem> {
    if roles.is_empty() { Err(Problem::refused("user-roles-missing")) } else { Ok(()) }
}

pub(super) fn check_language(language: Option<&str>) -> Result<(), Problem> {
    match language {
        Some(language) if !Messages::languages().any(|known| known == language) => {
            let known = Messages::languages().collect::<Vec<_>>().join(", ");
            Err(Problem::refused("user-language").of_value(language).with("known", known))
        }
        _ => Ok(()),
    }
}

/// An empty set would mean: no company at all. That is nobody's wish, and easily sent by mistake.
pub(super) fn check_companies(tx: &Tx<'_>, companies: Option<&BTreeSet<String>>) -> Result<(), Problem> {
    let Some(companies) = companies else { return Ok(()) };
    if companies.is_empty() {
        return Err(Problem::refused("user-companies-missing"));
    }
    for company in companies {
        if company_id(tx, company)?.is_none() {
            return Err(Problem::refused("user-company-unknown").of_value(company).with("company", company));
        }
    }
    Ok(())
}

pub(super) fn companies_text(companies: Option<&BTreeSet<String>>) -> Option<String> {
    companies.map(|companies| json!(companies).to_string())
}

/// What cannot be read lets nobody see anything.
pub(super) fn companies_of_text(text: Option<&str>) -> Option<BTreeSet<String>> {
    let list: Vec<Value> = serde_json::from_str(text?).unwrap_or_default();
    Some(list.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}
