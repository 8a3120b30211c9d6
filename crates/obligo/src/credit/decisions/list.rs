//! The list of decisions on exceeded insurance limits as of a day, and the excess that is accepted then.

use crate::credit::{RecordsRequest, account_asked};
use crate::session::{Session, point_in_time};
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::excess::{ExcessDecision, ExcessDecisionState, accepted_excess, excess_decision_state};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::excess_decision::{ExcessDecisionRecorded, excess_decision_all};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap};

/// Visits the decisions, the latest recorded first: acceptances that count or begin later, and those that ended, marked so, unless a later
/// one took their place; with `all` every one ever recorded. The summary counts them by state and adds what is accepted by currency. Errors:
/// `policy-not-found`, those of finding the account. Role: viewer of the whole group.
pub fn decisions(
    session: &mut Session,
    request: &RecordsRequest,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<Value, Problem> {
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, point_in_time(tx, request.as_of, request.known_at)?)?;
        decisions_in(tx, &snapshot, request, visit)
    })
}

/// See [`decisions`], within a transaction.
pub fn decisions_in(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    request: &RecordsRequest,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<Value, Problem> {
    if let Some(code) = &request.policy {
        snapshot.policy(code)?;
    }
    let account = account_asked(tx, request.account.as_deref())?;
    let recorded = excess_decision_all(tx, snapshot.as_of.known)?;
    let groups = by_buyer(&recorded);
    let codes: HashMap<u16, &str> =
        snapshot.policies.iter().map(|(code, policy)| (policy.number, code.as_str())).collect();
    let mut states: BTreeMap<&str, usize> = BTreeMap::new();
    let mut accepted: BTreeMap<&str, (Currency, i64)> = BTreeMap::new();
    let mut count = 0;
    for decision in recorded.iter().rev() {
        let row = &decision.row;
        let policy = codes.get(&row.policy_id).copied().unwrap_or("");
        let of_buyer = groups.get(&(row.buyer_id, row.policy_id)).map_or(&[][..], Vec::as_slice);
        let state = excess_decision_state(of_buyer, &row.decision, request.as_of);
        let is_wanted = request.is_in(state.code(), is_current(state));
        let is_of_account = account.is_none_or(|wanted| wanted == row.buyer_id);
        if !is_wanted || !is_of_account || !request.is_under(policy) {
            continue;
        }
        count += 1;
        *states.entry(state.code()).or_default() += 1;
        if state == ExcessDecisionState::Running {
            let (_, sum) = accepted.entry(row.currency.code()).or_insert((row.currency, 0));
            *sum = sum.saturating_add(row.decision.amount.unwrap_or(0));
        }
        visit(line(snapshot, policy, decision, state, request.as_of))?;
    }
    let accepted: Map<String, Value> = accepted
        .into_iter()
        .map(|(code, (currency, sum))| (code.to_owned(), json!(format_minor(sum, currency.exponent()))))
        .collect();
    Ok(json!({
        "as_of": request.as_of.to_string(),
        "known_at": request.known_at.map(|day| day.to_string()),
        "decisions": count,
        "states": states,
        "accepted": accepted,
    }))
}

fn is_current(state: ExcessDecisionState) -> bool {
    matches!(state, ExcessDecisionState::Running | ExcessDecisionState::Ahead | ExcessDecisionState::Ended)
}

fn by_buyer(recorded: &[ExcessDecisionRecorded]) -> HashMap<(i64, u16), Vec<ExcessDecision>> {
    let mut groups: HashMap<(i64, u16), Vec<ExcessDecision>> = HashMap::new();
    for decision in recorded {
        let row = &decision.row;
        groups.entry((row.buyer_id, row.policy_id)).or_default().push(row.decision);
    }
    groups
}

fn line(
    snapshot: &Snapshot,
    policy: &str,
    recorded: &ExcessDecisionRecorded,
    state: ExcessDecisionState,
    as_of: Day,
) -> Value {
    let row = &recorded.row;
    let key = snapshot.account(row.buyer_id);
    let money = |minor: Option<i64>| minor.map(|minor| format_minor(minor, row.currency.exponent()));
    json!({
        "decision": row.decision.id,
        "account": key.to_string(),
        "name": snapshot.buyers.get(&row.buyer_id).map_or("", |buyer| buyer.name.as_str()),
        "policy": policy,
        "kind": row.decision.kind.code(),
        "state": state.code(),
        "amount": money(row.decision.amount),
        "currency": row.currency.code(),
        "valid_from": row.decision.from.to_string(),
        "valid_until": row.decision.until.map(|day| day.to_string()),
        "days_left": row.decision.until.map(|day| day.days_since(as_of)),
        "exposure": money(row.exposure),
        "insured_sum": money(row.insured_sum),
        "reason": row.reason,
        "reference": row.reference,
        "proposed_by": row.proposed_by,
        "decided_by": row.decided_by,
        "limit_request": row.limit_id,
        "recorded_at": recorded.recorded_at,
        "entry": recorded.entry,
    })
}

/// Accepted excesses by buyer and policy: minor units of the currency beside them.
pub type AcceptedExcesses = HashMap<(i64, u16), (i64, Currency)>;

/// The excess accepted and not ended at the point in time.
pub fn accepted_excesses(tx: &Tx<'_>, as_of: AsOf) -> Result<AcceptedExcesses, Problem> {
    let recorded = excess_decision_all(tx, as_of.known)?;
    let groups = by_buyer(&recorded);
    let mut accepted = HashMap::new();
    for decision in &recorded {
        let row = &decision.row;
        let key = (row.buyer_id, row.policy_id);
        let sum = groups.get(&key).map_or(0, |group| accepted_excess(group, as_of.key_date));
        if sum > 0 {
            accepted.insert(key, (sum, row.currency));
        }
    }
    Ok(accepted)
}
