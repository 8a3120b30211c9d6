//! Four eyes: one person proposes a final run, a reversal or an edit, another one decides; approving does it.

use super::roles::Permission;
use super::users::User;
use crate::session::Session;
use obligo_rules::problem::Problem;
use serde_json::Value;

/// What can be proposed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    /// A final run: `{"kind": "declare", "policy", "key_date", "buyers"}` or `{"kind": "notify", "policy", "key_date", "scope",
    /// "exceeding", "repeat_from"}`.
    FinalRun,
    /// A reversal: `{"run": N}`.
    Reversal,
    /// A change of an item by hand: `{"item": NAME, …}` with the fields of the interchange contract that change.
    Edit,
}

impl Action {
    /// The code in store, API and audit trail.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Action::FinalRun => "run-final",
            Action::Reversal => "run-reversal",
            Action::Edit => "item-edit",
        }
    }

    /// What proposing and deciding ask for.
    #[must_use]
    pub fn permission(self) -> Permission {
        match self {
            Action::FinalRun | Action::Reversal => Permission::Run,
            Action::Edit => Permission::Record,
        }
    }
}

/// Where a proposal stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Waits for a decision.
    Open,
    /// Approved and done.
    Approved,
    /// Refused.
    Refused,
    /// Withdrawn by the person who made it.
    Withdrawn,
}

/// A proposal.
#[derive(Clone, PartialEq, Debug)]
pub struct Proposal {
    /// The store's number.
    pub proposal_id: i64,
    /// What.
    pub action: Action,
    /// With which parameters.
    pub payload: Value,
    /// Why.
    pub reason: String,
    /// Who.
    pub proposed_by: String,
    /// When, an instant in UTC.
    pub proposed_at: String,
    /// Where it stands.
    pub state: State,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<String>,
    /// What came of it.
    pub result: Option<Value>,
}

/// What came of [`submit`].
#[derive(Clone, PartialEq, Debug)]
pub enum Submitted {
    /// It is done: the answer of the use case.
    Done(Value),
    /// It waits for a second person.
    Proposed(Proposal),
}

/// Does it at once, or proposes it where the settings ask for four eyes. What the server calls for final runs, reversals and edits.
pub fn submit(
    session: &mut Session,
    user: &User,
    action: Action,
    payload: &Value,
    reason: &str,
) -> Result<Submitted, Problem> {
    todo!()
}

/// Proposes. The action is tried first, so that what cannot be done is refused at once. Errors: those of the action, `proposal-payload`,
/// `not-allowed`. Role: as the action.
pub fn propose(
    session: &mut Session,
    user: &User,
    action: Action,
    payload: &Value,
    reason: &str,
) -> Result<Proposal, Problem> {
    todo!()
}

/// Proposals, newest first; only open ones if asked for. Role: viewer.
pub fn list(session: &mut Session, only_open: bool) -> Result<Vec<Proposal>, Problem> {
    todo!()
}

/// Approves – which does it, in this session – or refuses. Errors: `proposal-not-found`, `proposal-same-person`, `proposal-decided`,
/// `not-allowed`, those of the action. Role: as the action, and another person.
pub fn decide(
    session: &mut Session,
    user: &User,
    proposal_id: i64,
    approve: bool,
    reason: &str,
) -> Result<Proposal, Problem> {
    todo!()
}

/// Withdraws one's own proposal. Errors: `proposal-not-found`, `proposal-not-yours`, `proposal-decided`.
pub fn withdraw(session: &mut Session, user: &User, proposal_id: i64) -> Result<Proposal, Problem> {
    todo!()
}
