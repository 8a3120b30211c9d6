//! The audit trail, the check of its chain, and proposals that wait for a second person.

use super::lists::{decoded, encoded, limit, only, page};
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field, maybe};
use super::schemas::{DONE, ENTRY, PROPOSAL};
use crate::access::proposals;
use crate::access::roles::Permission;
use crate::serve::{Access, Call, Method, Reply, Route};
use crate::verify::verify;
use obligo_rules::problem::Problem;
use obligo_store::{EntryFilter, entries};
use serde_json::{Value, json};

const AUDIT: Access = Access::WholeGroup(Permission::Audit);

const QUERY: &[Field] = &[
    maybe("actor", Kind::Text, "Who."),
    maybe("action", Kind::Text, "What."),
    maybe("limit", Kind::Number, "Lines of a page, at most 1000."),
    maybe("after", Kind::Text, "Cursor: what `next` said."),
];

const DECISION: Schema = Schema {
    name: "Decision",
    fields: &[field("approve", Kind::Flag, "Approve it, or refuse it."), maybe("reason", Kind::Text, "Why.")],
};

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/audit", AUDIT, trail),
        "audit_list",
        "The audit trail, newest first.",
        Answer::Page(&ENTRY),
    )
    .query(QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/verification", AUDIT, check),
        "audit_verify",
        "Checks the chain, the hashes of all runs and the ledger.",
        Answer::Record(&DONE),
    ),
    Operation::new(
        Route::api(Method::Get, "/api/v1/proposals", Access::WholeGroup(Permission::Read), list),
        "proposals_list",
        "What waits for a second person.",
        Answer::Page(&PROPOSAL),
    ),
    Operation::new(
        Route::api(
            Method::Post,
            "/api/v1/proposals/{proposal}/decision",
            Access::WholeGroup(Permission::Read),
            decide,
        ),
        "proposals_decide",
        "Approves or refuses a proposal of another person.",
        Answer::Record(&PROPOSAL),
    )
    .request(Request::Record(&DECISION)),
];

fn trail(call: Call) -> Result<Reply, Problem> {
    only(&call, QUERY)?;
    let limit = limit(&call)?;
    let wrong = |cursor: &str| Problem::usage("cursor-unknown").of_value(cursor);
    let below = match call.query("after") {
        Some(cursor) => Some(decoded(cursor)?.parse::<i64>().map_err(|_| wrong(cursor))?),
        None => None,
    };
    let filter = EntryFilter {
        actor: call.query("actor"),
        action: call.query("action"),
        below,
        limit: limit as i64 + 1,
        ..EntryFilter::default()
    };
    let mut found = call.house.store.read(|tx| entries(tx, &filter))?;
    let is_more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| is_more).map(|entry| encoded(&entry.entry.to_string()));
    let lines: Vec<Value> = found
        .iter()
        .map(|e| {
            json!({
                "entry": e.entry,
                "recorded_at": e.recorded_at,
                "actor": e.actor,
                "action": e.action,
                "reason": e.reason,
                "payload": serde_json::from_str::<Value>(&e.payload).unwrap_or(Value::Null),
                "hash": e.hash,
                "previous_hash": e.previous_hash,
            })
        })
        .collect();
    Ok(Reply::json(json!({ "items": lines, "next": next })))
}

fn check(call: Call) -> Result<Reply, Problem> {
    let result = verify(&mut call.session(), &mut |_, _| {})?;
    Ok(Reply::json(json!({ "result": result })))
}

fn line(proposal: &proposals::Proposal) -> Value {
    json!({
        "proposal": proposal.proposal_id,
        "action": proposal.action.code(),
        "payload": proposal.payload,
        "reason": proposal.reason,
        "proposed_by": proposal.proposed_by,
        "proposed_at": proposal.proposed_at,
        "state": proposal.state.code(),
        "decided_by": proposal.decided_by,
        "decided_at": proposal.decided_at,
        "result": proposal.result,
    })
}

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, &[])?;
    let all: Vec<Value> = proposals::list(&mut call.session(), false)?.iter().map(line).collect();
    page(&call, &all.iter().collect::<Vec<_>>(), |line| line["proposal"].to_string())
}

fn decide(call: Call) -> Result<Reply, Problem> {
    let unknown = || Problem::refused("proposal-not-found").with("proposal", call.path("proposal"));
    let number = call.path("proposal").parse().map_err(|_| unknown())?;
    let wrong = |key: &str| Problem::usage("proposal-payload-value").at_column(key).with("key", key);
    let Value::Object(sent) = call.json()? else { return Err(wrong("approve")) };
    if let Some(key) = sent.keys().find(|key| !["approve", "reason"].contains(&key.as_str())) {
        return Err(Problem::usage("proposal-payload-key")
            .at_column(key)
            .with("key", key)
            .with("known", "approve, reason"));
    }
    let Some(Value::Bool(approve)) = sent.get("approve") else { return Err(wrong("approve")) };
    let reason = match sent.get("reason") {
        None => "",
        Some(Value::String(reason)) => reason,
        Some(_) => return Err(wrong("reason")),
    };
    let decided = proposals::decide(&mut call.session(), call.user()?, number, *approve, reason)?;
    Ok(Reply::json(line(&decided)))
}
