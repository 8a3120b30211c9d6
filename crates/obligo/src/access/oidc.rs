//! Sign-in through an identity provider: authorization code with PKCE (OpenID Connect).

use super::settings::Oidc;
use super::users::User;
use crate::session::Session;
use obligo_rules::problem::Problem;
use obligo_store::Store;

/// What must be remembered between leaving for the provider and coming back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Flow {
    state: String,
    nonce: String,
    verifier: String,
    redirect: String,
}

/// Who the provider says it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Identity {
    /// Issuer.
    pub issuer: String,
    /// The provider's lasting name for the person.
    pub subject: String,
    /// Sign-in name.
    pub name: String,
    /// Name as people know them.
    pub display_name: String,
    /// Mail address.
    pub email: Option<String>,
    /// Groups.
    pub groups: Vec<String>,
}

/// Where to send the browser, and what to remember. `redirect` is the address it comes back to. Errors: `oidc-unreachable`, `oidc-secret`.
pub fn begin(settings: &Oidc, redirect: &str) -> Result<(String, Flow), Problem> {
    todo!()
}

/// Keeps a flow for 10 minutes: the secret for a cookie of the browser.
pub fn keep_flow(store: &Store, flow: &Flow, now: &str) -> Result<String, Problem> {
    todo!()
}

/// The flow of a cookie, once.
pub fn take_flow(store: &Store, secret: &str, now: &str) -> Result<Option<Flow>, Problem> {
    todo!()
}

/// Exchanges the code the browser came back with. Errors: `oidc-state`, `oidc-refused`, `oidc-unreachable`.
pub fn complete(settings: &Oidc, flow: &Flow, code: &str, state: &str) -> Result<Identity, Problem> {
    todo!()
}

/// The local user of an identity, made or brought up to date from its groups. Errors: `oidc-no-role`, `oidc-name-taken`, `sign-in-refused`.
pub fn local_user(session: &mut Session, settings: &Oidc, identity: &Identity) -> Result<User, Problem> {
    todo!()
}
