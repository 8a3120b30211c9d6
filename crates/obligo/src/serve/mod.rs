//! The server: one table of routes for pages and API, and what every request passes through before a handler sees it.

mod adapter;
mod body;
mod call;
mod guard;
mod headers;
mod house;
mod jobs;
mod listen;
mod problem;
mod reply;
mod route;

pub use call::{Call, Caller, Upload};
pub use house::{House, HouseSettings};
pub use jobs::{Job, JobProgress, JobState, Jobs, NewJob};
pub use listen::{Address, Server};
pub use problem::{http_status, problem_json};
pub use reply::{Page, Reply, Stream};
pub use route::{Access, Bodies, Face, Method, Route};

/// Every route there is, pages and API. The router is built from this table and from nothing else.
#[must_use]
pub fn routes() -> Vec<Route> {
    let mut routes = crate::web::routes();
    routes.extend(crate::api::routes());
    routes
}
