//! Signing in with a password, and the sessions that follow.

use super::users::User;
use obligo_rules::problem::Problem;
use obligo_store::Store;

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

/// Signs in. Unknown name, wrong password and disabled user give the same answer after the same time: `sign-in-refused`. After 5 failures
/// of a name or 20 of an address within 15 minutes: `sign-in-too-often` (fact `seconds` to wait).
pub fn sign_in(
    store: &Store,
    name: &str,
    password: &str,
    address: &str,
    now: &str,
) -> Result<NewSession, Problem> {
    todo!()
}

/// Begins a session of a user known otherwise (identity provider, one-time link). Error: `sign-in-refused` if disabled.
pub fn open_session(store: &Store, user: &User, now: &str) -> Result<NewSession, Problem> {
    todo!()
}

/// The session of a cookie, unless it has ended: 8 hours idle, 7 days in all, signed out, password changed, user disabled.
pub fn session_of(store: &Store, cookie_secret: &str, now: &str) -> Result<Option<SignedIn>, Problem> {
    todo!()
}

/// Ends a session; an unknown one is ended already.
pub fn sign_out(store: &Store, cookie_secret: &str) -> Result<(), Problem> {
    todo!()
}
