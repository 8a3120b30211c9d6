//! The use case *withdraw*: items come back from collection, by our decision or the agency's. The event that collection began stays.

use super::list::{found, states};
use crate::items::{ItemName, item_name};
use crate::session::Session;
use crate::snapshot::Snapshot;
use obligo_rules::problem::Problem;
use obligo_store::Written;
use obligo_store::as_of::AsOf;
use obligo_store::collection::{CollectionStateRow, collection_state_add};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// How collection ended without payment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// We took the items back: they are reminded again.
    Withdrawn,
    /// The agency gave them back.
    Returned,
}

impl Ending {
    /// Its name in records and results.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Ending::Withdrawn => "withdrawn",
            Ending::Returned => "returned",
        }
    }
}

/// What comes back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WithdrawRequest {
    /// The assignment.
    pub assignment: i64,
    /// The items, by name; empty for all that are still assigned.
    pub items: BTreeSet<String>,
    /// How.
    pub ending: Ending,
    /// Why.
    pub reason: String,
}

/// Takes items back and returns `{assignment, state, items}`. Errors: `collection-not-found`, `collection-not-assigned` (forbidden),
/// `reason-missing`, and those of naming an item. Role: clerk.
pub fn withdraw(
    session: &mut Session,
    companies: Option<&BTreeSet<String>>,
    request: &WithdrawRequest,
) -> Result<Value, Problem> {
    let reason = request.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Problem::refused("reason-missing"));
    }
    let (by, at, today) = (session.actor.clone(), session.now.clone(), session.today());
    let input = format!("collection-withdraw {request:?}");
    let outcome = session.write("collection-withdraw", &reason, &input, |tx, entry| {
        let snapshot = Snapshot::load(tx, AsOf::at(today))?;
        let assignment = found(tx, &snapshot, companies, request.assignment)?;
        let mut named = BTreeSet::new();
        for name in &request.items {
            named.insert(ItemName::parse(name)?.resolve(tx)?);
        }
        let mut back = Vec::new();
        for (item_id, state) in states(&assignment) {
            if state.state != "assigned" || !(named.is_empty() || named.remove(&item_id)) {
                continue;
            }
            let state = CollectionStateRow {
                state: request.ending.code().to_owned(),
                date: today,
                reason: reason.clone(),
                recorded_by: by.clone(),
                recorded_at: at.clone(),
                ..state.clone()
            };
            collection_state_add(tx, entry, &state)?;
            back.push(item_name(tx, item_id)?);
        }
        if back.is_empty() || !named.is_empty() {
            return Err(Problem::forbidden("collection-not-assigned").with("assignment", request.assignment));
        }
        let state = request.ending.code();
        let result = json!({ "assignment": request.assignment, "state": state, "items": back });
        Ok(Written::new(result.clone(), result))
    })?;
    Ok(outcome.result)
}
