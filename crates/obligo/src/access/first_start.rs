//! The first start: a store without users gets its administrator by a one-time link.

use super::instants::plus;
use super::roles::Role;
use super::secrets::{hash_of, secret};
use super::users::{self, NewUser, User};
use crate::session::Session;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::one_time_link::{link_add, link_end, link_get};
use obligo_store::user_account::user_any;

/// How long the link works, in seconds.
const LINK_SECONDS: i64 = 24 * 3600;
const LINK_PURPOSE: &str = "first-administrator";

/// On a store without users: the secret of a new link, valid for 24 hours; earlier ones stop working. `None` once there is a user.
pub fn first_link(session: &mut Session) -> Result<Option<String>, Problem> {
    let secret = secret()?;
    let expires_at = plus(&session.now, LINK_SECONDS)?;
    session.store.keep(|tx| {
        if user_any(tx)? {
            return Ok(None);
        }
        link_add(tx, &hash_of(&secret), LINK_PURPOSE, None, &expires_at)?;
        Ok(Some(secret))
    })
}

/// Whether the link would be accepted now, for showing its page.
pub fn is_first_link(session: &mut Session, secret: &str) -> Result<bool, Problem> {
    let now = plus(&session.now, 0)?;
    session.read(|tx| is_valid(tx, secret, &now))
}

fn is_valid(tx: &Tx<'_>, secret: &str, now: &str) -> Result<bool, Problem> {
    Ok(link_get(tx, &hash_of(secret), LINK_PURPOSE, now)?.is_some() && !user_any(tx)?)
}

/// Makes the administrator by the link, which then works no more. The session's actor becomes the administrator. Errors: `link-invalid`,
/// `user-name`, `password-*`. Open to whoever has the secret.
pub fn accept_first_link(
    session: &mut Session,
    secret: &str,
    name: &str,
    password: &str,
) -> Result<User, Problem> {
    if !is_first_link(session, secret)? {
        return Err(Problem::forbidden("link-invalid"));
    }
    let user = NewUser {
        name: name.trim().to_owned(),
        roles: Role::ALL.into_iter().collect(),
        password: Some(password.to_owned()),
        ..NewUser::default()
    };
    let row = users::new_row(session, &user)?;
    let now = plus(&session.now, 0)?;
    session.actor.clone_from(&row.name);
    let input = format!("user-first {}", row.name);
    let outcome = session.write("user-first", "", &input, |tx, entry| {
        // Asked again under the lock: two people may have opened the link.
        if !is_valid(tx, secret, &now)? {
            return Err(Problem::forbidden("link-invalid"));
        }
        link_end(tx, LINK_PURPOSE, None)?;
        users::add(tx, entry, row)
    })?;
    users::written(session, &outcome.result, &user)
}
