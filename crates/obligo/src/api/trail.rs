//! The audit trail, the check of its chain, and proposals that wait for a second person.

use super::body::{flag, sent, text};
use super::lists::{PAGE_AFTER, PAGE_LIMIT, PAGE_QUERY, answered, decoded, encoded, limit, only};
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field, maybe};
use super::schemas::{DONE, ENTRY, PROPOSAL};
use crate::access::proposals;
use crate::access::proposals::Proposal;
use crate::access::roles::Permission;
use crate::serve::{Access, Call, Method, Reply, Route};
use crate::verify::verify;
use obligo_rules::problem::Problem;
use obligo_store::{EntryFilter, entries};
use serde_json::{Value, json};

const AUDIT: Access = Access::WholeGroup(Permission::Audit);
/// Those of companies the caller does not see are left out.
const READ: Access = Access::Allowed(Permission::Read);

const QUERY: &[Field] =
    &[maybe("actor", Kind::Text, "Who."), maybe("action", Kind::Text, "What."), PAGE_LIMIT, PAGE_AFTER];

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
        Route::api(Method::Get, "/api/v1/proposals", READ, list),
        "proposals_list",
        "Proposals, newest first, those that are decided too.",
        Answer::Page(&PROPOSAL),
    )
    .query(PAGE_QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/proposals/{proposal}/decision", READ, decide),
        "proposals_decide",
        "Approves or refuses a proposal of another person.",
        Answer::Record(&PROPOSAL),
    )
    .request(Request::Record(&DECISION)),
    Operation::new(
        Route::api(Method::Post, "/api/v1/proposals/{proposal}/withdrawal", READ, withdraw),
        "proposals_withdraw",
        "Withdraws one's own proposal.",
        Answer::Record(&PROPOSAL),
    ),
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

/// The proposal of the path; one of a company the caller does not see is not there.
fn found(call: &Call) -> Result<Proposal, Problem> {
    let text = call.path("proposal");
    let missing = || Problem::refused("proposal-not-found").with("proposal", text);
    let proposal = proposals::get(&mut call.session(), text.parse().map_err(|_| missing())?)?;
    if proposal.is_of(call.user()?) { Ok(proposal) } else { Err(missing()) }
}

/// The same, for a caller who may do such a thing: the user may, but the token perhaps not.
fn to_act_on(call: &Call) -> Result<Proposal, Problem> {
    let proposal = found(call)?;
    call.require(proposal.action.permission())?;
    Ok(proposal)
}

fn withdraw(call: Call) -> Result<Reply, Problem> {
    let proposal = to_act_on(&call)?;
    Ok(Reply::json(proposals::withdraw(&mut call.session(), call.user()?, proposal.proposal_id)?.json()))
}

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let user = call.user()?;
    let found = proposals::list(&mut call.session(), false)?;
    let all: Vec<Value> = found.iter().filter(|proposal| proposal.is_of(user)).map(Proposal::json).collect();
    answered(&call, all, &PROPOSAL, "proposal")
}

fn decide(call: Call) -> Result<Reply, Problem> {
    let number = to_act_on(&call)?.proposal_id;
    let sent = sent(&call, &DECISION)?;
    let approve = flag(sent, "approve").unwrap_or(false);
    let reason = text(sent, "reason").unwrap_or_default();
    let decided = proposals::decide(&mut call.session(), call.user()?, number, approve, reason)?;
    Ok(Reply::json(decided.json()))
}
