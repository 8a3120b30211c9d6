//! The one who tells webhooks what is new, beside the requests of a server.

use super::client::{HttpClient, WebhookClient};
use super::facts::WebhookFacts;
use super::outbox::{Delivered, deliver_due, notice};
use crate::portfolio::Freshness;
use crate::serve::House;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::entry_last;
use obligo_store::webhook::webhook_all;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// How often it looks whether something was written.
const LOOK: Duration = Duration::from_secs(1);

/// Without a write it works this often all the same: deliveries fall due again, and days change.
const ROUND: Duration = Duration::from_mins(1);

/// A thread that compares what is true with what was told, and delivers what is due. It ends soon after this is dropped; a delivery under
/// way is finished, or tried again when the server is back.
#[derive(Debug)]
pub struct Worker {
    /// Dropping it tells the thread to end.
    _stop: Sender<()>,
}

impl Worker {
    /// Starts it for a house.
    #[must_use]
    pub fn start(house: &Arc<House>) -> Worker {
        let (stop, stopped) = channel::<()>();
        let house = Arc::clone(house);
        std::thread::spawn(move || {
            let client = HttpClient::new(house.settings.private_webhooks);
            let (mut told, mut last_round) = (None, None::<Instant>);
            while stopped.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
                let last = house.store.read(entry_last).ok();
                let is_round = last_round.is_none_or(|at| at.elapsed() >= ROUND);
                if last == told && !is_round {
                    continue;
                }
                last_round = Some(Instant::now());
                // A store that is locked or a portfolio that cannot be computed now is tried again in the next round.
                if round(&house, &client).unwrap_or(false) {
                    told = last;
                }
            }
        });
        Worker { _stop: stop }
    }
}

/// One round; whether all that is recorded was looked at.
fn round(house: &House, client: &dyn WebhookClient) -> Result<bool, Problem> {
    let listens = house.store.read(|tx| Ok(webhook_all(tx)?.iter().any(|webhook| !webhook.disabled)))?;
    let now = house.now();
    if !listens {
        // Forgets what was true, so that a webhook made later is not told what has long been so.
        notice(&house.store, &now, &WebhookFacts::default())?;
        return Ok(true);
    }
    let today = now.get(..10).and_then(Day::parse_iso).unwrap_or(Day::LAST);
    let (portfolio, freshness) = house.keeper.current(today)?;
    let is_current = freshness == Freshness::Current;
    if is_current {
        let facts = house.store.read(|tx| WebhookFacts::of(tx, &portfolio))?;
        notice(&house.store, &now, &facts)?;
    }
    while deliver_due(&house.store, &house.now(), client)? != Delivered::default() {}
    Ok(is_current)
}
