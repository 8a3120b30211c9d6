//! Actions: what a credit manager does about a reason, as a code of the credit policy (R9.3).

use super::lines::selected_of;
use crate::credit::account_in;
use crate::credit::payers::Payers;
use crate::credit::policy::in_force;
use crate::session::Session;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::buyer_get;
use obligo_store::monitor_line::monitor_line_of;
use obligo_store::monitor_run::monitor_run_last;
use obligo_store::payer_action::{PayerActionRow, payer_action_add, payer_action_of};
use obligo_store::{Tx, Written};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Characters of a remark at most.
const REMARK_MAX: usize = 400;

/// An action to record.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NewAction {
    /// Name of the criterion.
    pub criterion: String,
    /// Code of the credit policy; 0 takes an earlier action back.
    pub code: u8,
    /// What is said beside it; may be empty.
    pub remark: String,
}

/// An action on record with what its code means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PayerAction {
    /// The action.
    pub row: PayerActionRow,
    /// What the code means in the credit policy of the day; empty where it no longer has it.
    pub text: String,
}

impl PayerAction {
    /// The action as results show it.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({
            "action_id": self.row.action_id,
            "criterion": self.row.criterion,
            "code": self.row.action_code,
            "text": self.text,
            "remark": self.row.remark,
            "run": self.row.run,
            "recorded_by": self.row.recorded_by,
            "recorded_at": self.row.recorded_at,
        })
    }
}

/// The action codes of the credit policy in force with what they mean. Role: viewer.
pub fn action_codes(session: &mut Session) -> Result<BTreeMap<u8, String>, Problem> {
    let today = session.today();
    session.read(|tx| Ok(policy_of(tx, today)?.actions))
}

/// The actions on a payer, newest first. Error: `account-not-found`. Role: viewer.
pub fn actions_of(session: &mut Session, account: &str) -> Result<Vec<PayerAction>, Problem> {
    let today = session.today();
    session.read(|tx| {
        let payer = payer_named(tx, account)?;
        let codes = policy_of(tx, today)?.actions;
        Ok(with_texts(payer_action_of(tx, payer)?, &codes))
    })
}

pub(super) fn with_texts(rows: Vec<PayerActionRow>, codes: &BTreeMap<u8, String>) -> Vec<PayerAction> {
    let text = |row: &PayerActionRow| codes.get(&row.action_code).cloned().unwrap_or_default();
    rows.into_iter().map(|row| PayerAction { text: text(&row), row }).collect()
}

/// Records actions on the payer of an account, all or none. Errors: `account-not-found`, `action-code-unknown`,
/// `criterion-unknown`, `action-without-reason`, `note-too-long`. Roles: clerk, manager.
pub fn record_actions(session: &mut Session, account: &str, actions: &[NewAction]) -> Result<Value, Problem> {
    if actions.iter().any(|action| action.remark.chars().count() > REMARK_MAX) {
        return Err(Problem::refused("note-too-long").with("limit", REMARK_MAX));
    }
    let told: Vec<Value> = actions
        .iter()
        .map(|action| json!({ "criterion": action.criterion, "code": action.code, "remark": action.remark }))
        .collect();
    let input = format!("payer-action {account} {}", json!(told));
    let (recorded_by, recorded_at, today) = (session.actor.clone(), session.now.clone(), session.today());
    let outcome = session.write("payer-action", "", &input, |tx, entry| {
        let payer = payer_named(tx, account)?;
        let policy = policy_of(tx, today)?;
        let run = monitor_run_last(tx)?.map_or(0, |run| run.run);
        for action in actions {
            check(tx, &policy, payer, action)?;
            let row = PayerActionRow {
                action_id: 0,
                payer_id: payer,
                criterion: action.criterion.clone(),
                action_code: action.code,
                remark: action.remark.clone(),
                run,
                recorded_by: recorded_by.clone(),
                recorded_at: recorded_at.clone(),
            };
            payer_action_add(tx, entry, &row)?;
        }
        let facts = json!({ "account": account, "actions": told });
        Ok(Written::new(facts.clone(), facts))
    })?;
    Ok(outcome.result)
}

/// A code and a criterion must be those of the credit policy; a criterion it has dropped counts as long as the list shows it. What the last
/// run that looked at the payer did not find is no reason to act on; an earlier action on it can still be taken back.
fn check(tx: &Tx<'_>, policy: &CreditPolicy, payer: i64, action: &NewAction) -> Result<(), Problem> {
    if action.code != 0 && !policy.actions.contains_key(&action.code) {
        let known: Vec<String> = policy.actions.iter().map(|(code, text)| format!("{code} {text}")).collect();
        let known = if known.is_empty() { "–".to_owned() } else { known.join(", ") };
        return Err(Problem::refused("action-code-unknown").with("action", action.code).with("known", known));
    }
    let is_of_policy = policy.criteria.iter().any(|criterion| criterion.name == action.criterion);
    let shown = monitor_line_of(tx, payer)?.map(|row| selected_of(&row).reasons).unwrap_or_default();
    if !is_of_policy && !shown.iter().any(|reason| reason.fired.name == action.criterion) {
        let known: Vec<&str> = policy.criteria.iter().map(|criterion| criterion.name.as_str()).collect();
        let problem = Problem::refused("criterion-unknown").with("criterion", &action.criterion);
        return Err(problem.with("known", known.join(", ")));
    }
    let is_reason = shown.iter().any(|reason| reason.fired.name == action.criterion);
    let is_taken_back = action.code == 0
        && payer_action_of(tx, payer)?.iter().any(|earlier| earlier.criterion == action.criterion);
    if is_reason || is_taken_back {
        return Ok(());
    }
    let fired: Vec<&str> = shown.iter().map(|reason| reason.fired.name.as_str()).collect();
    let problem = Problem::refused("action-without-reason").with("criterion", &action.criterion);
    Err(problem.with("count", fired.len()).with("fired", fired.join(", ")))
}

/// The credit policy the work list is worked by: that of the last run's key date, or of today before the first.
pub(super) fn policy_of(tx: &Tx<'_>, today: Day) -> Result<CreditPolicy, Problem> {
    in_force(tx, monitor_run_last(tx)?.map_or(today, |run| run.key_date))
}

/// The payer of an account. Errors: those of finding the account.
pub(super) fn payer_named(tx: &Tx<'_>, account: &str) -> Result<i64, Problem> {
    payer_of(tx, account_in(tx, account)?)
}

/// The payer of a buyer: mostly itself, so the book is read only where it names another.
pub(super) fn payer_of(tx: &Tx<'_>, buyer: i64) -> Result<i64, Problem> {
    let as_of = AsOf::at(Day::LAST);
    match buyer_get(tx, as_of, buyer)? {
        Some(row) if !row.payer.is_empty() => Ok(Payers::of(&Snapshot::load(tx, as_of)?).payer_of(buyer)),
        _ => Ok(buyer),
    }
}
