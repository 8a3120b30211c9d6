//! Journeys of people through the pages, in a real Chromium on the real program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod buyers;
mod co_insured;
mod credit;
mod credit_policy;
mod decisions;
mod desk;
mod every_page;
mod first_start;
mod import;
mod item_changes;
mod item_lists;
mod items;
mod limits;
mod orders;
mod policies;
mod reminders;
mod reports;
mod runs;
mod settings;

#[allow(dead_code)]
#[path = "../support"]
mod support {
    pub mod browser;
    pub mod client;
    pub mod crawl;
    pub mod driver;
    pub mod html;
    pub mod looks;
    pub mod place;
    pub mod server;
    pub mod two_companies;
}

/// The languages of the pages.
const LANGUAGES: [&str; 4] = ["en", "de", "fr", "sv"];

/// The text of a message in a language.
fn said(language: &str, message: &str) -> String {
    obligo::words::Words::of(language).text(message)
}
