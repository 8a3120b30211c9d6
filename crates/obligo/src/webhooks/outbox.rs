//! What still has to be told: put in when something is new, taken out when the receiver has answered.

use super::WebhookEvent;
use super::client::WebhookClient;
use super::facts::{Fact, WebhookFacts};
use super::manage::Webhook;
use super::signature::{SIGNATURE_HEADER, signature};
use crate::access::secrets::secret;
use jiff::{SignedDuration, Timestamp};
use obligo_rules::problem::Problem;
use obligo_store::webhook::{webhook_all, webhook_get};
use obligo_store::webhook_delivery::{
    DeliveryRow, delivery_add, delivery_due, delivery_forget, delivery_put,
};
use obligo_store::webhook_fact::{fact_add, fact_all, fact_clear, fact_remove};
use obligo_store::{Store, Tx};
use serde_json::json;
use std::collections::BTreeSet;

/// A delivery is given up after this many attempts, four to five days.
pub const ATTEMPTS_MAX: i64 = 12;

/// One delivery holds at most this many facts.
const FACTS_MAX: usize = 100;

/// How many deliveries one call tries.
const BATCH: usize = 20;

/// While a delivery is tried nobody else tries it; if the program ends meanwhile, it is tried again after this.
const LEASE: SignedDuration = SignedDuration::from_mins(10);

/// Finished deliveries are kept this long.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The row that says that facts were taken before.
const GROUND: (&str, &str) = ("ground", "");

/// What came of trying.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Delivered {
    /// Taken by their receivers.
    pub delivered: usize,
    /// To be tried again.
    pub postponed: usize,
    /// Given up.
    pub failed: usize,
}

/// Compares what is true with what was true at the last call and puts a delivery for what is new into the outbox of every webhook that
/// listens; how many deliveries. The first call after there was no webhook only remembers: nobody is told what has long been so.
pub fn notice(store: &Store, now: &str, facts: &WebhookFacts) -> Result<usize, Problem> {
    store.keep(|tx| {
        let listeners: Vec<Webhook> =
            webhook_all(tx)?.iter().map(Webhook::of).filter(|w| !w.disabled).collect();
        let mut known = fact_all(tx)?;
        if listeners.is_empty() {
            if !known.is_empty() {
                fact_clear(tx)?;
            }
            return Ok(0);
        }
        let has_ground = known.remove(&(GROUND.0.to_owned(), GROUND.1.to_owned()));
        let mut added = 0;
        if has_ground {
            for (event, new) in facts.new_since(&known) {
                for webhook in listeners.iter().filter(|w| w.events.contains(&event)) {
                    added += enqueue(tx, now, webhook, event, &new)?;
                }
            }
        } else {
            fact_add(tx, GROUND.0, GROUND.1)?;
        }
        let current = facts.identities();
        for (event, fact) in current.difference(&known) {
            fact_add(tx, event, fact)?;
        }
        for (event, fact) in known.difference(&current) {
            fact_remove(tx, event, fact)?;
        }
        delivery_forget(tx, &later(now, -KEPT))?;
        Ok(added)
    })
}

/// Whether a webhook may be told a fact: one of some companies only what lies within them.
fn may_hear(webhook: &Webhook, fact: &Fact) -> bool {
    webhook
        .companies
        .as_ref()
        .is_none_or(|companies| !fact.companies.is_empty() && fact.companies.is_subset(companies))
}

fn enqueue(
    tx: &Tx<'_>,
    now: &str,
    webhook: &Webhook,
    event: WebhookEvent,
    new: &[&Fact],
) -> Result<usize, Problem> {
    let heard: Vec<&Fact> = new.iter().copied().filter(|fact| may_hear(webhook, fact)).collect();
    for facts in heard.chunks(FACTS_MAX) {
        let id: String = secret()?.chars().take(32).collect();
        let data: Vec<_> = facts.iter().map(|fact| &fact.data).collect();
        let body = json!({ "id": id, "event": event.code(), "at": now, "data": data }).to_string();
        delivery_add(
            tx,
            &DeliveryRow {
                delivery_id: id,
                webhook_id: webhook.id,
                event: event.code().to_owned(),
                body,
                state: "waiting".to_owned(),
                attempts: 0,
                made_at: now.to_owned(),
                next_at: now.to_owned(),
                answer: String::new(),
            },
        )?;
    }
    Ok(heard.chunks(FACTS_MAX).len())
}

/// The next deliveries whose time has come, the longest waiting first.
pub fn due(store: &Store, now: &str) -> Result<Vec<DeliveryRow>, Problem> {
    store.read(|tx| delivery_due(tx, now, BATCH))
}

/// Tries the deliveries whose time has come, some at a time; call it until nothing is done. A receiver that does not answer holds up its
/// own deliveries only. `now` is ISO 8601 in UTC.
pub fn deliver_due(store: &Store, now: &str, client: &dyn WebhookClient) -> Result<Delivered, Problem> {
    if due(store, now)?.is_empty() {
        return Ok(Delivered::default());
    }
    let taken = store.keep(|tx| {
        let taken = delivery_due(tx, now, BATCH)?;
        for delivery in &taken {
            delivery_put(tx, &DeliveryRow { next_at: later(now, LEASE), ..delivery.clone() })?;
        }
        Ok(taken)
    })?;
    let mut done = Delivered::default();
    let mut silent: BTreeSet<i64> = BTreeSet::new();
    for mut delivery in taken {
        if silent.contains(&delivery.webhook_id) {
            delivery.next_at = later(now, wait_after(1));
            done.postponed += 1;
        } else {
            attempt(store, now, client, &mut delivery)?;
            match delivery.state.as_str() {
                "delivered" => done.delivered += 1,
                "failed" => done.failed += 1,
                _ => done.postponed += 1,
            }
            if delivery.state != "delivered" {
                silent.insert(delivery.webhook_id);
            }
        }
        store.keep(|tx| delivery_put(tx, &delivery))?;
    }
    Ok(done)
}

/// Tries one delivery, and notes on it what came back.
pub(super) fn attempt(
    store: &Store,
    now: &str,
    client: &dyn WebhookClient,
    delivery: &mut DeliveryRow,
) -> Result<(), Problem> {
    let webhook = store.read(|tx| webhook_get(tx, delivery.webhook_id))?;
    let answer = match webhook.filter(|webhook| !webhook.disabled) {
        Some(webhook) => {
            let seconds = now.parse::<Timestamp>().map_or(0, Timestamp::as_second);
            let signed = signature(&webhook.secret, seconds, &delivery.body);
            let headers = [("Content-Type", "application/json"), (SIGNATURE_HEADER, signed.as_str())];
            client.post(&webhook.url, &headers, &delivery.body)
        }
        // Switched off since it was taken: it waits.
        None => return Ok(()),
    };
    delivery.attempts += 1;
    let is_taken = answer.as_ref().is_ok_and(super::Answer::is_success);
    delivery.answer = match answer {
        Ok(answer) => format!("{} {}", answer.status, answer.text).trim_end().to_owned(),
        Err(reason) => reason.chars().take(1024).collect(),
    };
    if is_taken || delivery.attempts >= ATTEMPTS_MAX {
        if is_taken { "delivered" } else { "failed" }.clone_into(&mut delivery.state);
        now.clone_into(&mut delivery.next_at);
    } else {
        delivery.next_at = later(now, wait_after(delivery.attempts));
    }
    Ok(())
}

/// How long to wait after so many attempts: 1, 3, 9 … minutes, at most a day.
pub(super) fn wait_after(attempts: i64) -> SignedDuration {
    let power = u32::try_from(attempts - 1).unwrap_or(0).min(10);
    SignedDuration::from_mins(3_i64.pow(power).min(24 * 60))
}

/// An instant some time later; one that cannot be read stays as it is.
fn later(now: &str, by: SignedDuration) -> String {
    let moved = now.parse::<Timestamp>().ok().and_then(|instant| instant.checked_add(by).ok());
    moved.map_or_else(|| now.to_owned(), |instant| instant.to_string())
}
