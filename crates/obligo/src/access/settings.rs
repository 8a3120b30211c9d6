//! Settings of the store, kept in it and audited.

use super::roles::Role;
use super::users::check_language;
use crate::dispatch::sending::Sending;
use crate::session::{Precondition, Session, sha256_hex};
use obligo_rules::problem::Problem;
use obligo_store::setting::{setting_all, setting_put};
use obligo_store::{Store, Tx, Written};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Where a client secret may stand: a variable of the environment of obligo's own, so that no setting reads anything else.
const SECRET_START: &str = "env:OBLIGO_";

/// What needs a second person.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FourEyes {
    /// Final runs.
    pub final_run: bool,
    /// Reversals.
    pub reversal: bool,
    /// Changes of items by hand.
    pub edit: bool,
    /// Acceptances of an uninsured excess.
    pub accepted_excess: bool,
}

/// Sign-in through an identity provider (`OpenID` Connect).
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
    /// How the house sends.
    pub sending: Sending,
    /// Language where neither user nor browser asks for one: `en`, `de`, `fr`, `sv`.
    pub language: Option<String>,
}

impl Oidc {
    fn json(&self) -> Value {
        let roles: Map<String, Value> =
            self.roles.iter().map(|(group, role)| (group.clone(), json!(role.code()))).collect();
        json!({
            "issuer": self.issuer,
            "client_id": self.client_id,
            "client_secret": self.client_secret,
            "groups_claim": self.groups_claim,
            "roles": roles,
        })
    }

    fn of_json(value: &Value) -> Option<Oidc> {
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let role = |value: &Value| value.as_str().and_then(Role::parse);
        let pairs = value["roles"].as_object().into_iter().flatten();
        value.is_object().then(|| Oidc {
            issuer: text("issuer"),
            client_id: text("client_id"),
            client_secret: text("client_secret"),
            groups_claim: text("groups_claim"),
            roles: pairs.filter_map(|(group, code)| Some((group.clone(), role(code)?))).collect(),
        })
    }

    fn check(&self) -> Result<(), Problem> {
        if !is_address(&self.issuer) || !(self.issuer.starts_with("https://") || is_local(&self.issuer)) {
            return Err(Problem::refused("setting-issuer").of_value(&self.issuer));
        }
        if self.client_id.trim().is_empty() || self.groups_claim.trim().is_empty() {
            return Err(Problem::refused("setting-oidc-incomplete"));
        }
        let is_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        let variable = self.client_secret.strip_prefix(SECRET_START);
        if !self.client_secret.is_empty() && !variable.is_some_and(|name| name.chars().all(is_name)) {
            // The value may be the secret itself: it is not repeated.
            return Err(Problem::refused("setting-client-secret").with("start", SECRET_START));
        }
        Ok(())
    }
}

impl Settings {
    /// The settings by key, as the store, the API and the audit trail have them.
    #[must_use]
    pub fn json(&self) -> Map<String, Value> {
        let mut all = Map::new();
        all.insert("four_eyes.final_run".into(), json!(self.four_eyes.final_run));
        all.insert("four_eyes.reversal".into(), json!(self.four_eyes.reversal));
        all.insert("four_eyes.edit".into(), json!(self.four_eyes.edit));
        all.insert("four_eyes.accepted_excess".into(), json!(self.four_eyes.accepted_excess));
        all.insert("oidc".into(), self.oidc.as_ref().map_or(Value::Null, Oidc::json));
        all.insert("sending".into(), self.sending.json());
        all.insert("public_address".into(), json!(self.public_address));
        all.insert("language".into(), json!(self.language));
        all
    }

    /// Reads settings by key; those left out are as in a new store.
    #[must_use]
    pub fn of_json(all: &Map<String, Value>) -> Settings {
        let get = |key: &str| all.get(key).unwrap_or(&Value::Null);
        let on = |key: &str| get(key) == &Value::Bool(true);
        let text = |key: &str| get(key).as_str().map(str::to_owned);
        Settings {
            four_eyes: FourEyes {
                final_run: on("four_eyes.final_run"),
                reversal: on("four_eyes.reversal"),
                edit: on("four_eyes.edit"),
                accepted_excess: on("four_eyes.accepted_excess"),
            },
            oidc: Oidc::of_json(get("oidc")),
            sending: Sending::of_json(get("sending")),
            public_address: text("public_address"),
            language: text("language"),
        }
    }

    fn check(&self) -> Result<(), Problem> {
        check_language(self.language.as_deref())?;
        self.sending.check()?;
        if let Some(address) = self.public_address.as_deref().filter(|a| !is_address(a) || a.ends_with('/')) {
            return Err(Problem::refused("setting-public-address").of_value(address));
        }
        self.oidc.as_ref().map_or(Ok(()), Oidc::check)
    }
}

/// `http` or `https`, a host, and nothing that belongs behind an address.
fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_fit = |c: char| c.is_ascii_graphic() && !"?#@\\\"<>".contains(c);
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && rest.chars().all(is_fit))
}

/// Whether a plain `http` address stays on this machine.
fn is_local(address: &str) -> bool {
    let host = address.strip_prefix("http://").unwrap_or("").split('/').next().unwrap_or("");
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    ["localhost", "127.0.0.1", "[::1]"].contains(&name)
}

/// The settings in force. Anybody signed in.
pub fn settings(store: &Store) -> Result<Settings, Problem> {
    store.read(load)
}

/// The settings in force, inside a transaction.
pub(super) fn load(tx: &Tx<'_>) -> Result<Settings, Problem> {
    let stored = setting_all(tx)?;
    let read = |text: &String| serde_json::from_str(text).unwrap_or(Value::Null);
    Ok(Settings::of_json(&stored.iter().map(|(key, text)| (key.clone(), read(text))).collect()))
}

/// A version of the settings: what they say, as a hash.
#[must_use]
pub fn version(settings: &Settings) -> String {
    sha256_hex(Value::Object(settings.json()).to_string().as_bytes())[..16].to_owned()
}

/// Refuses a change of settings that are no longer those of this version, with `record-changed`.
#[must_use]
pub fn unchanged(seen: &str) -> Precondition {
    let seen = seen.to_owned();
    Box::new(
        move |tx| {
            if version(&load(tx)?) == seen { Ok(()) } else { Err(Problem::forbidden("record-changed")) }
        },
    )
}

/// Changes settings; only those that differ are written. Errors: `setting-issuer`, `setting-oidc-incomplete`, `setting-client-secret`,
/// `setting-public-address`, `user-language`, `mail-server`, `mail-plain`, `mail-from`. Role: administrator.
pub fn change(session: &mut Session, settings: &Settings) -> Result<(), Problem> {
    settings.check()?;
    let wanted = settings.json();
    let input = format!("setting-change {}", Value::Object(wanted.clone()));
    session.write("setting-change", "", &input, |tx, entry| {
        let known = load(tx)?.json();
        let mut changes = Map::new();
        for (key, after) in &wanted {
            let before = known.get(key).unwrap_or(&Value::Null);
            if before != after {
                setting_put(tx, entry, key, &after.to_string())?;
                changes.insert(key.clone(), json!({ "before": before, "after": after }));
            }
        }
        if changes.is_empty() {
            return Ok(Written::nothing(Value::Null));
        }
        Ok(Written::new(Value::Object(changes), Value::Null))
    })?;
    Ok(())
}
