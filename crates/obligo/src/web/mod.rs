//! The pages. They translate between people at a browser and the use cases, and do nothing else.
#![allow(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "every handler has the one type the table of routes holds"
)]

pub mod assets;
pub mod charts;
pub mod frame;
pub mod parts;

pub mod why;

mod audit;
mod buyers;
pub mod credit;
mod deadlines;
mod dispatches;
mod duty;
mod import;
mod items;
pub mod limits;
mod lookup;
mod master;
mod policies;
mod policy_text;
mod progress;
mod reports;
mod runs;
mod settings;
mod sign_in;
mod today;

use crate::serve::Route;

/// Every page, by area.
#[must_use]
pub fn routes() -> Vec<Route> {
    let credit = credit::routes();
    [
        assets::ROUTES,
        sign_in::ROUTES,
        lookup::ROUTES,
        today::ROUTES,
        buyers::ROUTES,
        items::ROUTES,
        limits::ROUTES,
        deadlines::ROUTES,
        credit.as_slice(),
        runs::ROUTES,
        reports::ROUTES,
        dispatches::ROUTES,
        import::ROUTES,
        master::ROUTES,
        policies::ROUTES,
        audit::ROUTES,
        settings::ROUTES,
    ]
    .concat()
}
