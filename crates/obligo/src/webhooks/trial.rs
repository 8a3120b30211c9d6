//! A delivery a person asked for, to see whether it arrives: sent at once, tried once, kept among the others.

use super::client::WebhookClient;
use super::outbox::attempt;
use crate::access::secrets::secret;
use crate::session::Session;
use obligo_rules::problem::Problem;
use obligo_store::webhook::webhook_get;
use obligo_store::webhook_delivery::{DeliveryRow, delivery_add};
use serde_json::json;

/// What its body says instead of an event.
pub const TRIAL: &str = "test";

/// Sends `{"id", "event": "test", "at", "data": []}`, signed, and returns the delivery with what came back: state `delivered` or `failed`.
/// Errors: `webhook-not-found`, `webhook-disabled`. Role: administrator.
pub fn send_trial(
    session: &mut Session,
    webhook: i64,
    client: &dyn WebhookClient,
) -> Result<DeliveryRow, Problem> {
    let row = session.read(|tx| webhook_get(tx, webhook))?;
    let row = row.ok_or_else(|| Problem::usage("webhook-not-found").with("webhook", webhook))?;
    if row.disabled {
        return Err(Problem::forbidden("webhook-disabled").with("webhook", webhook));
    }
    let id: String = secret()?.chars().take(32).collect();
    let body = json!({ "id": id, "event": TRIAL, "at": session.now, "data": [] }).to_string();
    let mut delivery = DeliveryRow {
        delivery_id: id,
        webhook_id: webhook,
        event: TRIAL.to_owned(),
        body,
        state: "waiting".to_owned(),
        attempts: 0,
        made_at: session.now.clone(),
        next_at: session.now.clone(),
        answer: String::new(),
    };
    attempt(&session.store, &session.now, client, &mut delivery)?;
    if delivery.state != "delivered" {
        // Whoever asked sees it; trying again is theirs.
        "failed".clone_into(&mut delivery.state);
        delivery.next_at.clone_from(&session.now);
    }
    session.store.keep(|tx| delivery_add(tx, &delivery))?;
    Ok(delivery)
}
