//! What people with bad intentions send: it is shown as text or refused, never run, and never the server's failure.
//!
//! `OBLIGO_REAL_DATA` may name a folder whose `hostile-text/blns.txt` brings the big list of naughty strings; some of our own are
//! always sent.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod api;
mod requests;
mod texts;

use obligo::access::Role;
use support::client::{Answer, Client};
use support::html;
use support::server::Server;

#[allow(dead_code)]
#[path = "../support"]
mod support {
    pub mod browser;
    pub mod client;
    pub mod crawl;
    pub mod driver;
    pub mod html;
    pub mod looks;
    pub mod naughty;
    pub mod place;
    pub mod server;
    pub mod two_companies;
}

fn everybody(server: &Server) -> Client {
    server.signed_in("everybody", &Role::ALL, &[])
}

fn expect_none(what: &str, found: &[String]) {
    assert!(
        found.is_empty(),
        "{what} ({} in all):\n  {}",
        found.len(),
        found[..found.len().min(40)].join("\n  ")
    );
}

/// Whether the answer is the server's failure, or holds hostile text that is not text any more.
fn fault(answer: &Answer) -> Option<&'static str> {
    if answer.status >= 500 {
        return Some("fails");
    }
    if answer.headers.iter().any(|(name, _)| name == "x-hacked") {
        return Some("sends a header of the sender's");
    }
    if !answer.is_page() {
        return None;
    }
    html::run(&answer.text()).map(|_| "writes it as markup")
}
