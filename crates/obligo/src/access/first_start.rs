//! The first start: a store without users gets its administrator by a one-time link.

use super::users::User;
use crate::session::Session;
use obligo_rules::problem::Problem;

/// On a store without users: the secret of a new link, valid for 24 hours; earlier ones stop working. `None` once there is a user.
pub fn first_link(session: &mut Session) -> Result<Option<String>, Problem> {
    todo!()
}

/// Whether the link would be accepted now, for showing its page.
pub fn is_first_link(session: &mut Session, secret: &str) -> Result<bool, Problem> {
    todo!()
}

/// Makes the administrator by the link, which then works no more. Errors: `link-invalid`, `user-name`, `password-*`. Open to
/// whoever has the secret.
pub fn accept_first_link(
    session: &mut Session,
    secret: &str,
    name: &str,
    password: &str,
) -> Result<User, Problem> {
    todo!()
}
