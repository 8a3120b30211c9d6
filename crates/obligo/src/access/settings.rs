//! Settings of the store, kept in it and audited.

use super::roles::Role;
use crate::session::Session;
use obligo_rules::problem::Problem;
use obligo_store::Store;
use std::collections::BTreeMap;

/// What needs a second person.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FourEyes {
    /// Final runs.
    pub final_run: bool,
    /// Reversals.
    pub reversal: bool,
    /// Changes of items by hand.
    pub edit: bool,
}

/// Sign-in through an identity provider (OpenID Connect).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Oidc {
    /// Address of the provider: `https://…`, or `http://` on this machine.
    pub issuer: String,
    /// Client id.
    pub client_id: String,
    /// Where the client secret is found: `env:OBLIGO_…`; empty for a public client. The store never holds it.
    pub client_secret: String,
    /// The claim that lists the groups, for example `groups`.
    pub groups_claim: String,
    /// Role by group.
    pub roles: BTreeMap<String, Role>,
}

/// All settings.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    /// Four eyes.
    pub four_eyes: FourEyes,
    /// Identity provider.
    pub oidc: Option<Oidc>,
    /// Address under which people reach the server, without a slash at the end.
    pub public_address: Option<String>,
    /// Language where neither user nor browser asks for one: `en`, `de`, `fr`, `sv`.
    pub language: Option<String>,
}

/// The settings in force. Anybody signed in.
pub fn settings(store: &Store) -> Result<Settings, Problem> {
    todo!()
}

/// Changes settings; only those that differ are written. Errors: `setting-*`. Role: administrator.
pub fn change(session: &mut Session, settings: &Settings) -> Result<(), Problem> {
    todo!()
}
