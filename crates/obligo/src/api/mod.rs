//! The REST interface under `/api/v1`: a thin face on the use cases, described by itself.
#![allow(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "every handler has the one type the table of routes holds"
)]

mod body;
mod books;
mod collection;
mod covers;
mod credit_managers;
mod credit_policy;
mod decisions;
mod dispatches;
mod health;
mod items;
mod lists;
mod notes;
mod openapi;
mod operation;
mod orders;
mod payers;
mod people;
mod reminders;
mod reports;
mod runs;
mod schemas;
mod trail;
mod webhooks;
mod work_list;
mod writing;

pub use operation::{Answer, Field, Kind, Operation, Request, Schema};

use crate::access::roles::Permission;
use crate::serve::{Access, Call, Method, Reply, Route};
use obligo_rules::problem::Problem;
use serde_json::Value;

/// The description itself.
const DESCRIPTION: &[Operation] = &[Operation::new(
    Route::api(Method::Get, "/api/openapi.json", Access::Allowed(Permission::Read), description),
    "description_get",
    "This description.",
    Answer::Text("application/json"),
)];

/// Every operation of the API.
#[must_use]
pub fn operations() -> Vec<Operation> {
    [
        health::OPERATIONS,
        items::OPERATIONS,
        books::OPERATIONS,
        covers::OPERATIONS,
        payers::OPERATIONS,
        decisions::OPERATIONS,
        credit_managers::OPERATIONS,
        credit_policy::OPERATIONS,
        notes::OPERATIONS,
        work_list::OPERATIONS,
        orders::OPERATIONS,
        reminders::OPERATIONS,
        collection::OPERATIONS,
        runs::OPERATIONS,
        &*reports::OPERATIONS,
        dispatches::OPERATIONS,
        writing::OPERATIONS,
        trail::OPERATIONS,
        people::OPERATIONS,
        webhooks::OPERATIONS,
        DESCRIPTION,
    ]
    .concat()
}

/// Every route of the API: those of its operations.
#[must_use]
pub fn routes() -> Vec<Route> {
    operations().into_iter().map(|operation| operation.route).collect()
}

/// The description of the API (`OpenAPI` 3.1), with the columns of every kind of file.
#[must_use]
pub fn document() -> Value {
    let mut document = openapi::document(&operations());
    document["x-kinds"] = Value::Object(writing::kinds());
    document
}

fn description(_: Call) -> Result<Reply, Problem> {
    Ok(Reply::json(document()))
}
