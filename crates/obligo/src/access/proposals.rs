//! Four eyes: one person proposes a final run, a reversal, an edit or the acceptance of an uninsured excess, another one decides; approving
//! does it.

mod payload;

pub use payload::{SEEN, accept_request, declare_request, edit_request, notify_request, reversal_request};

use super::instants::plus;
use super::roles::Permission;
use super::settings::settings;
use super::users::User;
use crate::credit::decisions::{decide as decide_excess, may_accept_alone, require_approver};
use crate::declaration::declare;
use crate::edit::{edit, item_unchanged, item_version, require_reason};
use crate::frozen::{RunResult, reverse};
use crate::notification::notify;
use crate::session::{Precondition, Session};
use obligo_rules::problem::Problem;
use obligo_store::proposal::{
    ProposalEnd, ProposalRow, proposal_add, proposal_all, proposal_end, proposal_get,
};
use obligo_store::user_account::user_key;
use obligo_store::{Tx, Written};
use serde_json::{Value, json};

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
    /// The acceptance of an uninsured excess (R9.4): see [`accept_request`].
    AcceptExcess,
}

impl Action {
    const ALL: [Action; 4] = [Action::FinalRun, Action::Reversal, Action::Edit, Action::AcceptExcess];

    /// The code in store, API and audit trail.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Action::FinalRun => "run-final",
            Action::Reversal => "run-reversal",
            Action::Edit => "item-edit",
            Action::AcceptExcess => "excess-accept",
        }
    }

    /// The action with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Action> {
        Action::ALL.into_iter().find(|action| action.code() == code)
    }

    /// What doing and deciding ask for.
    #[must_use]
    pub fn permission(self) -> Permission {
        match self {
            Action::FinalRun | Action::Reversal => Permission::Run,
            Action::Edit => Permission::Record,
            Action::AcceptExcess => Permission::Manage,
        }
    }

    /// What proposing asks for: accepting an excess is for managers, but a clerk may prepare it.
    #[must_use]
    pub fn permission_to_propose(self) -> Permission {
        if self == Action::AcceptExcess { Permission::Record } else { self.permission() }
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

impl State {
    /// The code in store and API.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Approved => "approved",
            State::Refused => "refused",
            State::Withdrawn => "withdrawn",
        }
    }

    fn parse(code: &str) -> Option<State> {
        [State::Open, State::Approved, State::Refused, State::Withdrawn]
            .into_iter()
            .find(|state| state.code() == code)
    }
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
    /// Why so.
    pub decision_reason: String,
    /// What came of it.
    pub result: Option<Value>,
}

impl Proposal {
    /// What pages and the API say of the proposal.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({
            "proposal": self.proposal_id,
            "action": self.action.code(),
            "payload": self.payload,
            "reason": self.reason,
            "proposed_by": self.proposed_by,
            "proposed_at": self.proposed_at,
            "state": self.state.code(),
            "decided_by": self.decided_by,
            "decided_at": self.decided_at,
            "decision_reason": self.decision_reason,
            "result": self.result,
        })
    }

    /// Whether the user may know of it: a run covers the whole insured group, an item belongs to one company.
    #[must_use]
    pub fn is_of(&self, user: &User) -> bool {
        match self.action {
            Action::FinalRun | Action::Reversal | Action::AcceptExcess => user.companies.is_none(),
            Action::Edit => {
                edit_request(&self.payload, "").is_ok_and(|request| user.sees_company(&request.item.company))
            }
        }
    }

    fn of_row(row: ProposalRow) -> Option<Proposal> {
        let value = |text: &str| serde_json::from_str(text).unwrap_or(Value::Null);
        Some(Proposal {
            proposal_id: row.proposal_id,
            action: Action::parse(&row.action)?,
            payload: value(&row.payload),
            reason: row.reason,
            proposed_by: row.proposed_by,
            proposed_at: row.proposed_at,
            state: State::parse(&row.state)?,
            decided_by: row.decided_by,
            decided_at: row.decided_at,
            decision_reason: row.decision_reason,
            result: row.result.as_deref().map(value),
        })
    }
}

/// What came of [`submit`].
#[derive(Clone, PartialEq, Debug)]
pub enum Submitted {
    /// It is done: the answer of the use case.
    Done(Value),
    /// It waits for a second person.
    Proposed(Box<Proposal>),
}

/// Does it at once, or proposes it where the settings ask for four eyes. A dry run is done at once: it changes nothing. What the server
/// calls for final runs, reversals and edits. Errors: as for [`propose`]. Role: as the action.
pub fn submit(
    session: &mut Session,
    user: &User,
    action: Action,
    payload: &Value,
    reason: &str,
) -> Result<Submitted, Problem> {
    let four_eyes = settings(&session.store)?.four_eyes;
    let needs_another = match action {
        Action::FinalRun => four_eyes.final_run,
        Action::Reversal => four_eyes.reversal,
        Action::Edit => four_eyes.edit,
        // Who may not decide alone proposes it.
        Action::AcceptExcess => {
            four_eyes.accepted_excess
                || !user.may(action.permission())
                || !may_accept_alone(session, &user.name, &accept_request(payload, reason, "")?)?
        }
    };
    if needs_another && !session.dry_run {
        return propose(session, user, action, payload, reason)
            .map(|proposal| Submitted::Proposed(Box::new(proposal)));
    }
    check_allowed(user, action.permission(), action, payload)?;
    perform(session, action, payload, reason, "").map(Submitted::Done)
}

/// Proposes. The action is tried first, so that what cannot be done is refused at once. Errors: those of the action,
/// `proposal-payload-key`, `proposal-payload-value`, `proposal-already-open`, `role-missing`, `role-companies`. Role: as the action.
pub fn propose(
    session: &mut Session,
    user: &User,
    action: Action,
    payload: &Value,
    reason: &str,
) -> Result<Proposal, Problem> {
    check_allowed(user, action.permission_to_propose(), action, payload)?;
    trial(session, action, payload, reason)?;
    let asked = payload.to_string();
    let payload = &with_version(session, action, payload)?;
    let row = ProposalRow {
        action: action.code().to_owned(),
        payload: payload.to_string(),
        reason: reason.trim().to_owned(),
        proposed_by: user.name.clone(),
        proposed_at: plus(&session.now, 0)?,
        ..ProposalRow::default()
    };
    let input = format!("proposal-add {} {asked} {}", row.action, row.reason);
    let outcome = session.write("proposal-add", &row.reason, &input, |tx, entry| {
        let is_same = |other: &&ProposalRow| other.action == row.action && asked_in(&other.payload) == asked;
        if let Some(open) = proposal_all(tx, true)?.iter().find(is_same) {
            return Err(Problem::forbidden("proposal-already-open").with("proposal", open.proposal_id));
        }
        let proposal_id = proposal_add(tx, entry, &row)?;
        let facts = json!({ "proposal": proposal_id, "action": row.action, "payload": payload });
        Ok(Written::new(facts.clone(), facts))
    })?;
    let proposal_id = outcome.result["proposal"].as_i64().unwrap_or(0);
    match session.read(|tx| proposal_get(tx, proposal_id))?.and_then(Proposal::of_row) {
        Some(proposal) => Ok(proposal),
        // A dry run has kept nothing.
        None => Proposal::of_row(ProposalRow { proposal_id, state: "open".to_owned(), ..row })
            .ok_or_else(|| not_found(proposal_id)),
    }
}

/// Proposals, newest first, at most 1,000; only open ones if asked for. Role: viewer.
pub fn list(session: &mut Session, only_open: bool) -> Result<Vec<Proposal>, Problem> {
    session.read(|tx| Ok(proposal_all(tx, only_open)?.into_iter().filter_map(Proposal::of_row).collect()))
}

/// One proposal. Error: `proposal-not-found`. Role: viewer.
pub fn get(session: &mut Session, proposal_id: i64) -> Result<Proposal, Problem> {
    session.read(|tx| found(tx, proposal_id))
}

/// Approves – which does it, in this session – or refuses, which needs a reason. The same decision of the same person again gives the same
/// answer. A change of an item is approved only as long as the item is what the proposer saw. Errors: `proposal-not-found`,
/// `proposal-same-person`, `proposal-decided`, `role-missing`, `role-companies`, `reason-missing`, `record-changed`, those of the action. Role: as the action, and another person.
pub fn decide(
    session: &mut Session,
    user: &User,
    proposal_id: i64,
    approve: bool,
    reason: &str,
) -> Result<Proposal, Problem> {
    let proposal = get(session, proposal_id)?;
    check_allowed(user, proposal.action.permission(), proposal.action, &proposal.payload)?;
    if user_key(&proposal.proposed_by) == user_key(&user.name) {
        return Err(Problem::forbidden("proposal-same-person").with("proposal", proposal_id));
    }
    if proposal.action == Action::AcceptExcess && approve && proposal.state == State::Open {
        require_approver(session, &user.name, &accept_request(&proposal.payload, &proposal.reason, "")?)?;
    }
    let wanted = if approve { State::Approved } else { State::Refused };
    if proposal.state != State::Open {
        let is_same = proposal.state == wanted && proposal.decided_by.as_ref() == Some(&user.name);
        return if is_same { Ok(proposal) } else { Err(decided(&proposal)) };
    }
    let reason = reason.trim();
    if !approve {
        require_reason(reason)?;
        end(session, user, proposal_id, State::Refused, reason, None)?;
        return get(session, proposal_id);
    }
    session.precondition = unchanged(session, &proposal)?;
    session.approval =
        Some(Approval { proposal_id, proposed_by: proposal.proposed_by.clone(), reason: reason.to_owned() });
    let Proposal { action, payload, reason: why, proposed_by, .. } = &proposal;
    let done = perform(session, *action, payload, why, proposed_by);
    (session.approval, session.precondition) = (None, None);
    let result = match done {
        // Somebody else has done just that: nothing is left to change.
        Err(problem) if problem.code == "record-changed" => {
            trial(session, proposal.action, &proposal.payload, &proposal.reason)
                .ok()
                .filter(|tried| tried["changed"] == false)
                .ok_or(problem)?
        }
        done => done?,
    };
    let after = get(session, proposal_id)?;
    if after.state != State::Open || session.dry_run {
        return Ok(after);
    }
    // Nothing was left to change; it is approved all the same.
    end(session, user, proposal_id, State::Approved, reason, Some(&result.to_string()))?;
    get(session, proposal_id)
}

/// Withdraws one's own proposal. Errors: `proposal-not-found`, `proposal-not-yours`, `proposal-decided`. Role: whoever proposed it.
pub fn withdraw(session: &mut Session, user: &User, proposal_id: i64) -> Result<Proposal, Problem> {
    let proposal = get(session, proposal_id)?;
    if user_key(&proposal.proposed_by) != user_key(&user.name) {
        return Err(Problem::forbidden("proposal-not-yours").with("proposal", proposal_id));
    }
    match proposal.state {
        State::Open => end(session, user, proposal_id, State::Withdrawn, "", None)?,
        State::Withdrawn => {}
        _ => return Err(decided(&proposal)),
    }
    get(session, proposal_id)
}

fn end(
    session: &mut Session,
    user: &User,
    proposal_id: i64,
    state: State,
    reason: &str,
    result: Option<&str>,
) -> Result<(), Problem> {
    let decided_at = plus(&session.now, 0)?;
    let input = format!("proposal-end {proposal_id} {} {reason}", state.code());
    session.write("proposal-end", reason, &input, |tx, entry| {
        let (state, decided_by) = (state.code(), user.name.as_str());
        let end = ProposalEnd { state, decided_by, decided_at: &decided_at, reason, result };
        if !proposal_end(tx, entry, proposal_id, end)? {
            return Err(decided(&found(tx, proposal_id)?));
        }
        let facts = json!({ "proposal": proposal_id, "state": state });
        Ok(Written::new(facts.clone(), facts))
    })?;
    Ok(())
}

/// The second person's approval, settled by the write that carries the proposal out: both are kept, or neither.
#[derive(Clone, Debug)]
pub(crate) struct Approval {
    proposal_id: i64,
    proposed_by: String,
    reason: String,
}

impl Approval {
    /// Closes the proposal in the same transaction and names it in the audit entry. Error: `proposal-decided`.
    pub(crate) fn settle(
        self,
        tx: &Tx<'_>,
        entry: i64,
        actor: &str,
        now: &str,
        written: Written,
    ) -> Result<Written, Problem> {
        let result = written.result().to_string();
        let end = ProposalEnd {
            state: State::Approved.code(),
            decided_by: actor,
            decided_at: &plus(now, 0)?,
            reason: &self.reason,
            result: Some(&result),
        };
        if !proposal_end(tx, entry, self.proposal_id, end)? {
            return Err(decided(&found(tx, self.proposal_id)?));
        }
        Ok(written.noting("proposal", json!(self.proposal_id)).noting("proposed_by", json!(self.proposed_by)))
    }
}

fn found(tx: &Tx<'_>, proposal_id: i64) -> Result<Proposal, Problem> {
    proposal_get(tx, proposal_id)?.and_then(Proposal::of_row).ok_or_else(|| not_found(proposal_id))
}

fn not_found(proposal_id: i64) -> Problem {
    Problem::refused("proposal-not-found").with("proposal", proposal_id)
}

fn decided(proposal: &Proposal) -> Problem {
    Problem::forbidden("proposal-decided")
        .with("proposal", proposal.proposal_id)
        .with("state", proposal.state.code())
        .with("by", proposal.decided_by.as_deref().unwrap_or_default())
}

/// The permission of the action, and the companies: a run covers all of the insured group, an item belongs to one.
fn check_allowed(
    user: &User,
    permission: Permission,
    action: Action,
    payload: &Value,
) -> Result<(), Problem> {
    if !user.may(permission) {
        return Err(Problem::forbidden("role-missing"));
    }
    match action {
        Action::FinalRun | Action::Reversal | Action::AcceptExcess if user.companies.is_some() => {
            Err(Problem::forbidden("role-companies"))
        }
        Action::Edit => {
            let item = edit_request(payload, "")?.item;
            let hidden = || Problem::refused("item-not-found").with("item", &item);
            if user.sees_company(&item.company) { Ok(()) } else { Err(hidden()) }
        }
        _ => Ok(()),
    }
}

/// The parameters with the version of the item they change, as the proposer saw it.
fn with_version(session: &mut Session, action: Action, payload: &Value) -> Result<Value, Problem> {
    let mut payload = payload.clone();
    if action == Action::Edit {
        let item = edit_request(&payload, "")?.item;
        payload[SEEN] = json!(session.read(|tx| item_version(tx, item.resolve(tx)?))?);
    }
    Ok(payload)
}

/// What a kept proposal asks for, without the version that was seen.
fn asked_in(payload: &str) -> String {
    let mut payload: Value = serde_json::from_str(payload).unwrap_or_default();
    if let Some(fields) = payload.as_object_mut() {
        fields.shift_remove(SEEN);
    }
    payload.to_string()
}

/// What must still hold when a proposal is carried out: that the item is what the proposer saw.
fn unchanged(session: &mut Session, proposal: &Proposal) -> Result<Option<Precondition>, Problem> {
    let Some(seen) = proposal.payload.get(SEEN).and_then(Value::as_str) else { return Ok(None) };
    let item = edit_request(&proposal.payload, "")?.item;
    let item_id = session.read(|tx| item.resolve(tx))?;
    Ok(Some(item_unchanged(item_id, seen.to_owned())))
}

/// Does everything but keep it.
fn trial(session: &mut Session, action: Action, payload: &Value, reason: &str) -> Result<Value, Problem> {
    // The key belongs to the proposal.
    let key = session.idempotency_key.take();
    let dry_run = std::mem::replace(&mut session.dry_run, true);
    let tried = perform(session, action, payload, reason, "");
    session.dry_run = dry_run;
    session.idempotency_key = key;
    tried
}

/// Calls the use case. `proposed_by` is empty where nobody else proposed it.
fn perform(
    session: &mut Session,
    action: Action,
    payload: &Value,
    reason: &str,
    proposed_by: &str,
) -> Result<Value, Problem> {
    let of_run =
        |done: &RunResult| json!({ "run": done.run, "sha256": done.sha256, "totals": done.document.totals });
    match action {
        Action::FinalRun if payload["kind"] == "notify" => {
            notify(session, &notify_request(payload)?).map(|done| of_run(&done))
        }
        Action::FinalRun => declare(session, &declare_request(payload)?).map(|done| of_run(&done)),
        Action::Reversal => {
            require_reason(reason)?;
            reverse(session, reversal_request(payload)?, reason).map(|outcome| outcome.result)
        }
        Action::Edit => edit(session, &edit_request(payload, reason)?),
        Action::AcceptExcess => decide_excess(session, &accept_request(payload, reason, proposed_by)?),
    }
}
