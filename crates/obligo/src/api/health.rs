//! Whether the server lives and can read its store: for machines that watch it.

use super::operation::{Answer, Kind, Operation, Schema, field};
use crate::access::roles::Permission;
use crate::serve::{Access, Call, Method, Reply, Route};
use obligo_rules::problem::Problem;
use serde_json::json;

const STATUS: Schema = Schema { name: "Status", fields: &[field("status", Kind::Text, "`ok`.")] };

/// Health alone is open to strangers.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/healthz", Access::Open, health),
        "health_lives",
        "Whether the server lives.",
        Answer::Record(&STATUS),
    ),
    Operation::new(
        Route::api(Method::Get, "/readyz", Access::Open, ready),
        "health_ready",
        "Whether it can read its store.",
        Answer::Record(&STATUS),
    ),
    Operation::new(
        Route::api(Method::Get, "/metrics", Access::Allowed(Permission::Audit), metrics),
        "health_metrics",
        "Figures for machines that watch it.",
        Answer::Text("text/plain"),
    ),
];

fn health(_: Call) -> Result<Reply, Problem> {
    Ok(Reply::json(json!({ "status": "ok" })))
}

/// Reads the store.
fn ready(call: Call) -> Result<Reply, Problem> {
    call.house.store.read(obligo_store::entry_last)?;
    Ok(Reply::json(json!({ "status": "ok" })))
}

/// Figures in the text format of Prometheus.
fn metrics(call: Call) -> Result<Reply, Problem> {
    let entries = call.house.store.read(obligo_store::entry_last)?;
    let text = format!(
        "# HELP obligo_audit_entries Audit entries recorded.\n# TYPE obligo_audit_entries counter\nobligo_audit_entries {entries}\n"
    );
    Ok(Reply::Bytes {
        media_type: "text/plain; version=0.0.4",
        file_name: None,
        body: text.into_bytes(),
        is_lasting: false,
    })
}
