//! Who is told of what: made, changed and listed through the door.

use super::WebhookEvent;
use super::client::is_private;
use crate::access::secrets::secret;
use crate::session::{Precondition, Session, sha256_hex};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::Written;
use obligo_store::company::company_id;
use obligo_store::webhook::{WebhookRow, webhook_add, webhook_all, webhook_get, webhook_put};
use obligo_store::webhook_delivery::{DeliveryRow, delivery_of};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::net::IpAddr;
use ureq::http::Uri;

/// Addresses have a length that fits into one line of a request everywhere.
const URL_BYTES_MAX: usize = 2000;

/// A webhook to be made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewWebhook {
    /// Where deliveries go: `https://…` or `http://…`.
    pub url: String,
    /// What it is told; at least one.
    pub events: BTreeSet<WebhookEvent>,
    /// Codes of companies it is told of; `None` = all.
    pub companies: Option<BTreeSet<String>>,
}

/// What changes; `None` stays.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct WebhookChange {
    /// Address.
    pub url: Option<String>,
    /// Events.
    pub events: Option<BTreeSet<WebhookEvent>>,
    /// Companies; `Some(None)` = all.
    pub companies: Option<Option<BTreeSet<String>>>,
    /// Whether it is told nothing for now.
    pub disabled: Option<bool>,
}

/// A webhook. Its secret is shown once, when it is made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Webhook {
    /// Number.
    pub id: i64,
    /// Where deliveries go.
    pub url: String,
    /// What it is told.
    pub events: BTreeSet<WebhookEvent>,
    /// Codes of companies; `None` = all.
    pub companies: Option<BTreeSet<String>>,
    /// Told nothing for now.
    pub disabled: bool,
    /// When it was made.
    pub created_at: String,
}

impl Webhook {
    /// A version of the webhook: what it is told and where, as a hash.
    #[must_use]
    pub fn version(&self) -> String {
        sha256_hex(self.payload().to_string().as_bytes())[..16].to_owned()
    }

    pub(super) fn of(row: &WebhookRow) -> Webhook {
        Webhook {
            id: row.webhook_id,
            url: row.url.clone(),
            events: row.events.split(' ').filter_map(WebhookEvent::parse).collect(),
            // What cannot be read allows nothing.
            companies: row.companies.as_ref().map(|codes| serde_json::from_str(codes).unwrap_or_default()),
            disabled: row.disabled,
            created_at: row.created_at.clone(),
        }
    }

    fn row(&self, secret: &str) -> WebhookRow {
        let codes: Vec<&str> = self.events.iter().map(|event| event.code()).collect();
        WebhookRow {
            webhook_id: self.id,
            url: self.url.clone(),
            events: codes.join(" "),
            secret: secret.to_owned(),
            companies: self.companies.as_ref().map(|codes| json!(codes).to_string()),
            disabled: self.disabled,
            created_at: self.created_at.clone(),
            entry: 0,
        }
    }

    /// What the audit entry says: all but the secret.
    fn payload(&self) -> Value {
        let codes: Vec<&str> = self.events.iter().map(|event| event.code()).collect();
        json!({
            "webhook": self.id, "url": self.url, "events": codes, "companies": self.companies, "disabled": self.disabled,
        })
    }

    fn check(&self, tx: &Tx<'_>, allow_private: bool) -> Result<(), Problem> {
        check_url(&self.url, allow_private)?;
        if self.events.is_empty() {
            return Err(Problem::refused("webhook-no-event"));
        }
        let Some(companies) = &self.companies else { return Ok(()) };
        if companies.is_empty() {
            return Err(Problem::refused("webhook-no-company"));
        }
        for code in companies {
            if company_id(tx, code)?.is_none() {
                return Err(Problem::refused("company-not-found").with("company", code).of_value(code));
            }
        }
        Ok(())
    }
}

/// Makes a webhook and returns it with its secret, which nobody can ask for again. Errors: `webhook-url`, `webhook-address-private`,
/// `webhook-no-event`, `webhook-no-company`, `company-not-found`; `random-unavailable`. Role: administrator.
pub fn create(
    session: &mut Session,
    new: &NewWebhook,
    allow_private: bool,
) -> Result<(Webhook, String), Problem> {
    let secret = new_secret()?;
    let webhook = Webhook {
        id: 0,
        url: new.url.trim().to_owned(),
        events: new.events.clone(),
        companies: new.companies.clone(),
        disabled: false,
        created_at: session.now.clone(),
    };
    let input = webhook.payload().to_string();
    let outcome = session.write("webhook-create", "", &input, |tx, entry| {
        webhook.check(tx, allow_private)?;
        let id = webhook_add(tx, entry, &webhook.row(&secret))?;
        Ok(Written::new(Webhook { id, ..webhook.clone() }.payload(), json!({ "webhook": id })))
    })?;
    let id = outcome.result["webhook"].as_i64().unwrap_or(0);
    if outcome.dry_run {
        return Ok((Webhook { id, ..webhook }, secret));
    }
    let row = session.read(|tx| row_of(tx, id))?;
    Ok((Webhook::of(&row), row.secret))
}

/// Changes a webhook; with `new_secret` it also gets a new secret, which is returned. Errors: `webhook-not-found` and those of
/// [`create`]. Role: administrator.
pub fn change(
    session: &mut Session,
    id: i64,
    change: &WebhookChange,
    with_new_secret: bool,
    allow_private: bool,
) -> Result<(Webhook, Option<String>), Problem> {
    let secret = if with_new_secret { Some(new_secret()?) } else { None };
    let input = format!("{id} {change:?} {with_new_secret}");
    session.write("webhook-change", "", &input, |tx, entry| {
        let row = row_of(tx, id)?;
        let before = Webhook::of(&row);
        let mut after = before.clone();
        if let Some(url) = &change.url {
            url.trim().clone_into(&mut after.url);
        }
        if let Some(events) = &change.events {
            after.events.clone_from(events);
        }
        if let Some(companies) = &change.companies {
            after.companies.clone_from(companies);
        }
        after.disabled = change.disabled.unwrap_or(after.disabled);
        if after == before && secret.is_none() {
            return Ok(Written::nothing(json!({ "webhook": id })));
        }
        // What is switched off may stay as it is, whatever is allowed today.
        if !after.disabled {
            after.check(tx, allow_private)?;
        }
        webhook_put(tx, entry, &after.row(secret.as_deref().unwrap_or(&row.secret)))?;
        let mut payload = after.payload();
        payload["new_secret"] = json!(with_new_secret);
        Ok(Written::new(payload, json!({ "webhook": id })))
    })?;
    let row = session.read(|tx| row_of(tx, id))?;
    let shown = with_new_secret.then(|| row.secret.clone());
    Ok((Webhook::of(&row), shown))
}

/// Refuses a change of a webhook that is no longer of this version, with `record-changed`. Errors: `webhook-not-found`.
#[must_use]
pub fn unchanged(id: i64, seen: &str) -> Precondition {
    let seen = seen.to_owned();
    Box::new(move |tx| {
        let is_same = Webhook::of(&row_of(tx, id)?).version() == seen;
        if is_same { Ok(()) } else { Err(Problem::forbidden("record-changed")) }
    })
}

/// One webhook. Error: `webhook-not-found`. Role: administrator.
pub fn get(session: &mut Session, id: i64) -> Result<Webhook, Problem> {
    session.read(|tx| row_of(tx, id)).map(|row| Webhook::of(&row))
}

/// All webhooks, by number. Role: administrator.
pub fn list(session: &mut Session) -> Result<Vec<Webhook>, Problem> {
    session.read(|tx| Ok(webhook_all(tx)?.iter().map(Webhook::of).collect()))
}

/// The last `limit` deliveries of a webhook, the latest first. Error: `webhook-not-found`. Role: administrator.
pub fn deliveries(session: &mut Session, id: i64, limit: usize) -> Result<Vec<DeliveryRow>, Problem> {
    session.read(|tx| {
        row_of(tx, id)?;
        delivery_of(tx, id, limit)
    })
}

fn row_of(tx: &Tx<'_>, id: i64) -> Result<WebhookRow, Problem> {
    webhook_get(tx, id)?.ok_or_else(|| Problem::usage("webhook-not-found").with("webhook", id))
}

/// Only what a request can be sent to: a scheme of the web, a host, neither name nor password. Names are looked up when it is
/// sent; here only what is private by its looks is refused.
fn check_url(url: &str, allow_private: bool) -> Result<(), Problem> {
    let refuse = || Problem::refused("webhook-url").of_value(url);
    let is_plain =
        url.len() <= URL_BYTES_MAX && url.bytes().all(|b| b.is_ascii_graphic()) && !url.contains('#');
    let uri: Uri = url.parse().ok().filter(|_| is_plain).ok_or_else(refuse)?;
    let host = uri.host().filter(|host| !host.is_empty()).ok_or_else(refuse)?;
    let has_user = uri.authority().is_some_and(|authority| authority.as_str().contains('@'));
    if !matches!(uri.scheme_str(), Some("http" | "https")) || has_user {
        return Err(refuse());
    }
    let bare = host.trim_start_matches('[').trim_end_matches(']').trim_end_matches('.').to_ascii_lowercase();
    let is_local_name = bare == "localhost" || bare.ends_with(".localhost");
    let is_local = is_local_name || bare.parse::<IpAddr>().is_ok_and(is_private);
    if is_local && !allow_private {
        return Err(Problem::refused("webhook-address-private").of_value(url).with("host", host));
    }
    Ok(())
}

fn new_secret() -> Result<String, Problem> {
    Ok(format!("whsec_{}", secret()?))
}
