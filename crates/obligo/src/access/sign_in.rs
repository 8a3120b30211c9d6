//! Signing in with a password, and the sessions that follow.

use super::instants::{plus, seconds_between};
use super::passwords;
use super::secrets::{hash_of, secret};
use super::users::User;
use crate::session::sha256_hex;
use obligo_rules::problem::Problem;
use obligo_store::session::{
    SessionRow, session_add, session_end, session_forget, session_get, session_seen,
};
use obligo_store::sign_in_attempt::{
    attempt_add, attempt_forget, attempt_forget_name, attempt_nth_of_address, attempt_nth_of_name,
};
use obligo_store::user_account::{UserRow, user_by_id, user_by_name, user_key};
use obligo_store::{Store, Tx};
use std::net::{IpAddr, Ipv6Addr};
use subtle::ConstantTimeEq;

/// A session ends after so many seconds without a request, and so many after it began.
const IDLE_SECONDS: i64 = 8 * 3600;
const SESSION_SECONDS: i64 = 7 * 24 * 3600;

/// A request is noted at most once in so many seconds.
const SEEN_SECONDS: i64 = 60;

/// Failed attempts within the window, in seconds, after which a name or an address has to wait.
const WINDOW_SECONDS: i64 = 15 * 60;
const FAILURES_OF_NAME: i64 = 5;
const FAILURES_OF_ADDRESS: i64 = 20;

/// A session just begun.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// For the cookie; the store knows its hash only.
    pub cookie_secret: String,
    /// For the hidden field of every form (CSRF).
    pub form_key: String,
    /// Who.
    pub user: User,
}

/// Who a request comes from.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who.
    pub user: User,
    /// For the hidden field of every form (CSRF).
    pub form_key: String,
}

impl SignedIn {
    /// Whether a form carries this session's key; takes as long whatever is given.
    #[must_use]
    pub fn is_form_key(&self, given: &str) -> bool {
        self.form_key.as_bytes().ct_eq(given.as_bytes()).into()
    }
}

/// Signs in. Unknown name, wrong password and disabled user give the same answer after the same time: `sign-in-refused`. After 5 failures
/// of a name or 20 of an address within 15 minutes: `sign-in-too-often` (fact `seconds` to wait).
pub fn sign_in(
    store: &Store,
    name: &str,
    password: &str,
    address: &str,
    now: &str,
) -> Result<NewSession, Problem> {
    let row = proven(store, name, password, address, now)?;
    open_session(store, &User::of_row(&row), now)
}

/// The user of a name and password, or `sign-in-refused`, `sign-in-too-often`. An attempt counts as failed before it is tried, so that many
/// at once do not pass together; success takes it back.
pub(super) fn proven(
    store: &Store,
    name: &str,
    password: &str,
    address: &str,
    now: &str,
) -> Result<UserRow, Problem> {
    let (name_hash, address) = (name_hash(name), network(address));
    store.keep(|tx| attempt(tx, &name_hash, &address, now))?;
    let known = store.read(|tx| user_by_name(tx, name))?;
    let stored = known.as_ref().and_then(|row| row.password_hash.as_deref());
    let is_right = passwords::is_right(password, stored)?;
    let row = known.filter(|row| is_right && !row.disabled);
    let row = row.ok_or_else(|| Problem::forbidden("sign-in-refused"))?;
    store.keep(|tx| attempt_forget_name(tx, &name_hash))?;
    Ok(row)
}

/// Notes an attempt, or refuses it; a refused one is not noted, so that waiting helps.
fn attempt(tx: &Tx<'_>, name_hash: &str, address: &str, now: &str) -> Result<i64, Problem> {
    let now = plus(now, 0)?;
    let since = plus(&now, -WINDOW_SECONDS)?;
    attempt_forget(tx, &since)?;
    let of_name = attempt_nth_of_name(tx, name_hash, &since, FAILURES_OF_NAME)?;
    let of_address = attempt_nth_of_address(tx, address, &since, FAILURES_OF_ADDRESS)?;
    // The later of the two has to leave the window first.
    if let Some(at) = of_name.max(of_address) {
        let seconds = (WINDOW_SECONDS - seconds_between(&at, &now)?).max(1);
        let minutes = (seconds + 59) / 60;
        return Err(Problem::forbidden("sign-in-too-often")
            .with("seconds", seconds)
            .with("minutes", minutes));
    }
    attempt_add(tx, name_hash, address, &now)
}

/// What attempts of an address are counted by: of IPv6 the first 64 bits, which one household or server has to itself.
fn network(address: &str) -> String {
    match address.parse::<IpAddr>().map(|ip| ip.to_canonical()) {
        Ok(IpAddr::V4(ip)) => ip.to_string(),
        Ok(IpAddr::V6(ip)) => {
            let [a, b, c, d, ..] = ip.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        Err(_) => address.to_owned(),
    }
}

/// What attempts of a name are counted by.
pub(super) fn name_hash(name: &str) -> String {
    sha256_hex(user_key(name).as_bytes())
}

/// Begins a session of a user known otherwise (identity provider, one-time link). Error: `sign-in-refused` if disabled.
pub fn open_session(store: &Store, user: &User, now: &str) -> Result<NewSession, Problem> {
    if user.disabled {
        return Err(Problem::forbidden("sign-in-refused"));
    }
    let (cookie_secret, form_key) = (secret()?, secret()?);
    let now = plus(now, 0)?;
    let session = SessionRow {
        session_id: hash_of(&cookie_secret),
        user_id: user.user_id,
        form_key: form_key.clone(),
        created_at: now.clone(),
        last_seen_at: now.clone(),
        expires_at: plus(&now, SESSION_SECONDS)?,
    };
    let idle_since = plus(&now, -IDLE_SECONDS)?;
    store.keep(|tx| {
        session_forget(tx, &now, &idle_since)?;
        session_add(tx, &session)
    })?;
    Ok(NewSession { cookie_secret, form_key, user: user.clone() })
}

/// The session of a cookie, unless it has ended: 8 hours idle, 7 days in all, signed out, password changed, user disabled.
pub fn session_of(store: &Store, cookie_secret: &str, now: &str) -> Result<Option<SignedIn>, Problem> {
    let session_id = hash_of(cookie_secret);
    let now = plus(now, 0)?;
    let idle_since = plus(&now, -IDLE_SECONDS)?;
    let found = store.read(|tx| {
        let session = session_get(tx, &session_id)?;
        let Some(session) = session.filter(|s| s.expires_at > now && s.last_seen_at >= idle_since) else {
            return Ok(None);
        };
        let user = user_by_id(tx, session.user_id)?.filter(|row| !row.disabled);
        Ok(user.map(|row| (session, User::of_row(&row))))
    })?;
    let Some((session, user)) = found else { return Ok(None) };
    if seconds_between(&session.last_seen_at, &now)? >= SEEN_SECONDS {
        // A long import holds the store; the next request notes it as well.
        store.keep_if_free(|tx| session_seen(tx, &session_id, &now))?;
    }
    Ok(Some(SignedIn { user, form_key: session.form_key }))
}

/// Ends a session; an unknown one is ended already.
pub fn sign_out(store: &Store, cookie_secret: &str) -> Result<(), Problem> {
    store.keep(|tx| session_end(tx, &hash_of(cookie_secret)))
}

#[cfg(test)]
mod tests {
    use super::network;

    #[test]
    fn addresses_are_counted_by_network() {
        let table = [
            ("192.0.2.7", "192.0.2.7"),
            ("::ffff:192.0.2.7", "192.0.2.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
            ("user anna", "user anna"),
        ];
        for (address, expected) in table {
            assert_eq!(network(address), expected);
        }
    }
}
