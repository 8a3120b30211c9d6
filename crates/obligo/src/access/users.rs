//! Users: who they are, their roles and companies, their passwords.

use super::roles::{Permission, Role, allows};
use crate::session::Session;
use obligo_rules::problem::Problem;
use std::collections::BTreeSet;

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

/// Makes a user. Errors: `user-name`, `user-name-taken`, `password-*`. Role: administrator.
pub fn create(session: &mut Session, user: &NewUser) -> Result<User, Problem> {
    todo!()
}

/// Changes a user. The last administrator stays one. Errors: `user-not-found`, `user-changed-since`,
/// `user-last-administrator`. Role: administrator.
pub fn change(session: &mut Session, name: &str, change: &UserChange) -> Result<User, Problem> {
    todo!()
}

/// Sets a user's password and ends their sessions. Errors: `user-not-found`, `password-too-short`,
/// `password-too-long`, `password-is-name`. Role: administrator.
pub fn set_password(session: &mut Session, name: &str, password: &str) -> Result<(), Problem> {
    todo!()
}

/// Changes one's own password, given the present one; ends all sessions of the user. Errors: `password-wrong` and
/// those of [`set_password`]. Anybody signed in.
pub fn change_own_password(
    session: &mut Session,
    name: &str,
    present: &str,
    password: &str,
) -> Result<(), Problem> {
    todo!()
}

/// Makes a link by which a user sets a password, once, within 24 hours: its secret. Earlier ones stop working. Role: administrator.
pub fn password_link(session: &mut Session, name: &str) -> Result<String, Problem> {
    todo!()
}

/// Sets the password by a link. Errors: `link-invalid`, `password-*`. Open to whoever has the secret.
pub fn accept_password_link(session: &mut Session, secret: &str, password: &str) -> Result<User, Problem> {
    todo!()
}

/// All users by name. Role: administrator.
pub fn list(session: &mut Session) -> Result<Vec<User>, Problem> {
    todo!()
}

/// One user. Error: `user-not-found`. Role: administrator, or the user.
pub fn get(session: &mut Session, name: &str) -> Result<User, Problem> {
    todo!()
}
