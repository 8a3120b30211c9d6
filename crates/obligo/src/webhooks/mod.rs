//! Webhooks: other programs are told what happened, each delivery signed, tried until it is answered, at least once and always with
//! the same id.
//!
//! | file | what it does |
//! |---|---|
//! | `manage` | who is told of what: audited |
//! | `facts` | what is true of a portfolio, and what of it is new |
//! | `outbox` | what still has to be told, and when it is tried again |
//! | `client` | how it is sent, and to which addresses |
//! | `signature` | how a receiver knows who sent it |
//! | `trial` | a delivery a person asked for, to see whether it arrives |
//! | `worker` | does all this beside the requests of a server |

mod client;
mod facts;
mod manage;
mod outbox;
mod signature;
#[cfg(test)]
mod tests;
mod trial;
mod worker;

pub use client::{Answer, HttpClient, WebhookClient, is_private};
pub use facts::{DEADLINE_DAYS, Fact, WebhookFacts};
pub use manage::{NewWebhook, Webhook, WebhookChange, change, create, deliveries, get, list, unchanged};
pub use outbox::{ATTEMPTS_MAX, Delivered, deliver_due, due, notice};
pub use signature::{SIGNATURE_HEADER, is_signed, signature};
pub use trial::{TRIAL, send_trial};
pub use worker::Worker;

/// What a webhook may be told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum WebhookEvent {
    /// A buyer's insurable open amount is above its insured sum.
    LimitExceeded,
    /// A duty is due within [`DEADLINE_DAYS`] days.
    DeadlineNear,
    /// Cover of a buyer's new items has stopped (R6).
    StopOfCover,
    /// A final run was made (R8.1).
    RunFinal,
}

impl WebhookEvent {
    /// All of them.
    pub const ALL: [WebhookEvent; 4] = [
        WebhookEvent::LimitExceeded,
        WebhookEvent::DeadlineNear,
        WebhookEvent::StopOfCover,
        WebhookEvent::RunFinal,
    ];

    /// Its code in bodies and in the store.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            WebhookEvent::LimitExceeded => "limit_exceeded",
            WebhookEvent::DeadlineNear => "deadline_near",
            WebhookEvent::StopOfCover => "stop_of_cover",
            WebhookEvent::RunFinal => "run_final",
        }
    }

    /// The event of a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<WebhookEvent> {
        WebhookEvent::ALL.into_iter().find(|event| event.code() == code)
    }
}
