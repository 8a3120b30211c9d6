//! Deciding on an exceeded insurance limit.

use crate::buyers::{BuyersRequest, buyers};
use crate::credit::insured_buyer::{InsuredBuyer, insured_buyer, positive_amount};
use crate::credit::limit_requests::draft_in;
use crate::credit::orders::blocks::{Block, put};
use crate::credit::payers::Payers;
use crate::edit::require_reason;
use crate::session::Session;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::excess::{ExcessDecision, ExcessDecisionKind, acceptance_at};
use obligo_rules::money::{format_minor, parse_minor};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::excess_decision::{ExcessDecisionRow, excess_decision_add, excess_decision_of_buyer};
use obligo_store::{Tx, Written};
use serde_json::{Value, json};

/// Longest reason or reference, in characters.
const TEXT_MAX: usize = 1000;

/// What is decided. Amounts as typed, with a decimal point, in the policy's currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Decide {
    /// The buyer is blocked.
    Block,
    /// A limit request is drafted.
    RequestMore {
        /// The sum to be requested.
        amount: String,
    },
    /// The excess is accepted.
    Accept {
        /// How much above the insured sum.
        amount: String,
        /// Last day, itself included.
        until: Day,
    },
    /// What is accepted is taken back.
    Withdraw,
}

impl Decide {
    /// Its code in store, API and audit trail.
    #[must_use]
    pub fn kind(&self) -> ExcessDecisionKind {
        match self {
            Decide::Block => ExcessDecisionKind::Block,
            Decide::RequestMore { .. } => ExcessDecisionKind::RequestMore,
            Decide::Accept { .. } => ExcessDecisionKind::Accept,
            Decide::Withdraw => ExcessDecisionKind::Withdraw,
        }
    }
}

/// What stood there when somebody decided: amounts with a decimal point, in the policy's currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seen {
    /// Exposure under the policy.
    pub exposure: String,
    /// Insured sum.
    pub insured_sum: String,
}

impl Seen {
    /// Exposure and insured sum of a line of the list of buyers; `None` where it has no sum of its own.
    #[must_use]
    pub fn of_line(line: &Value) -> Option<Seen> {
        let text = |name: &str| line[name].as_str().map(str::to_owned);
        Some(Seen { exposure: text("open")?, insured_sum: text("insured_sum")? })
    }
}

/// A decision to be recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DecideRequest {
    /// Account, `1001`, `1001/0/D`.
    pub account: String,
    /// Policy code; empty takes that of the buyer's cover.
    pub policy: String,
    /// What is decided.
    pub decide: Decide,
    /// First day; `None` = today.
    pub from: Option<Day>,
    /// Why; not empty.
    pub reason: String,
    /// A document, such as the minutes it stands in; may be empty.
    pub reference: String,
    /// What the person saw.
    pub seen: Option<Seen>,
    /// Who proposed it; empty where one person decides.
    pub proposed_by: String,
}

/// Records the decision; returns it as the list shows it. A request for more drafts the limit request in the same write. Errors:
/// `reason-missing`, `reason-too-long`, those of finding the buyer and of the amount, `field-ends-before-start`,
/// `excess-nothing-accepted`, `limit-request-pending`, `block-in-force` (forbidden). Role: manager.
pub fn decide(session: &mut Session, request: &DecideRequest) -> Result<Value, Problem> {
    require_reason(&request.reason)?;
    let longest = request.reason.chars().count().max(request.reference.chars().count());
    if longest > TEXT_MAX {
        return Err(Problem::refused("reason-too-long").with("limit", TEXT_MAX));
    }
    let today = session.today();
    let (actor, now) = (session.actor.clone(), session.now.clone());
    let input = format!("excess-decide {:?}", DecideRequest { seen: None, ..request.clone() });
    let outcome = session.write("excess-decide", &request.reason, &input, |tx, entry| {
        let buyer = insured_buyer(tx, today, &request.account, Some(&request.policy))?;
        let from = request.from.unwrap_or(today);
        let (amount, until) = asked(tx, &buyer, &request.decide, from)?;
        if request.decide == Decide::Block {
            put_block(tx, entry, &buyer, request, (from, &actor, &now))?;
        }
        let limit_id = match (&request.decide, amount) {
            (Decide::RequestMore { .. }, Some(amount)) => {
                Some(draft_in(tx, entry, &buyer, (amount, buyer.currency), INCREASE, today)?)
            }
            _ => None,
        };
        let seen = |of: fn(&Seen) -> &String| {
            request.seen.as_ref().and_then(|seen| parse_minor(of(seen), buyer.currency.exponent()).ok())
        };
        let row = ExcessDecisionRow {
            buyer_id: buyer.buyer_id,
            policy_id: buyer.policy_id,
            decision: ExcessDecision { id: 0, kind: request.decide.kind(), amount, from, until },
            currency: buyer.currency,
            exposure: seen(|seen| &seen.exposure),
            insured_sum: seen(|seen| &seen.insured_sum),
            reason: request.reason.trim().to_owned(),
            reference: request.reference.trim().to_owned(),
            proposed_by: request.proposed_by.clone(),
            decided_by: actor,
            limit_id,
        };
        let id = excess_decision_add(tx, entry, &row)?;
        let answer = told(&buyer, id, &row);
        Ok(Written::new(answer.clone(), answer))
    })?;
    Ok(outcome.result)
}

/// Blocks the payer of the buyer, with all customers it pays for (R9.6).
fn put_block(
    tx: &Tx<'_>,
    entry: i64,
    buyer: &InsuredBuyer,
    request: &DecideRequest,
    (from, by, at): (Day, &str, &str),
) -> Result<(), Problem> {
    let snapshot = Snapshot::load(tx, AsOf::at(from))?;
    let block = Block {
        buyer_id: Payers::of(&snapshot).payer_of(buyer.buyer_id),
        from,
        until: None,
        reason: request.reason.trim().to_owned(),
        by: by.to_owned(),
        at: at.to_owned(),
    };
    put(tx, entry, &block).map(|_| ())
}

/// UN/EDIFACT 4505: an increase.
const INCREASE: u8 = 3;

/// Amount and last day of what is decided.
fn asked(
    tx: &Tx<'_>,
    buyer: &InsuredBuyer,
    decide: &Decide,
    from: Day,
) -> Result<(Option<i64>, Option<Day>), Problem> {
    match decide {
        Decide::Block => Ok((None, None)),
        Decide::RequestMore { amount } => {
            Ok((Some(positive_amount("amount", amount, buyer.currency)?), None))
        }
        Decide::Accept { amount, until } => {
            if *until < from {
                let problem = Problem::refused("field-ends-before-start").at_column("until");
                return Err(problem.of_value(&until.to_string()).with("start", from));
            }
            Ok((Some(positive_amount("amount", amount, buyer.currency)?), Some(*until)))
        }
        Decide::Withdraw => {
            let known = excess_decision_of_buyer(tx, buyer.buyer_id)?;
            let known: Vec<ExcessDecision> = known
                .iter()
                .filter(|known| known.row.policy_id == buyer.policy_id)
                .map(|known| known.row.decision)
                .collect();
            if acceptance_at(&known, from).is_none() {
                let problem = Problem::forbidden("excess-nothing-accepted");
                return Err(problem.with("account", &buyer.account).with("on", from));
            }
            Ok((None, None))
        }
    }
}

fn told(buyer: &InsuredBuyer, id: i64, row: &ExcessDecisionRow) -> Value {
    let money = |minor: Option<i64>| minor.map(|minor| format_minor(minor, row.currency.exponent()));
    json!({
        "decision": id,
        "account": buyer.account,
        "policy": buyer.policy,
        "kind": row.decision.kind.code(),
        "amount": money(row.decision.amount),
        "currency": row.currency.code(),
        "valid_from": row.decision.from.to_string(),
        "valid_until": row.decision.until.map(|day| day.to_string()),
        "exposure": money(row.exposure),
        "insured_sum": money(row.insured_sum),
        "reason": row.reason,
        "reference": row.reference,
        "proposed_by": row.proposed_by,
        "decided_by": row.decided_by,
        "limit_request": row.limit_id,
    })
}

/// What stands there today for somebody who decides at the command line: what the list of buyers shows. Errors: those of finding the buyer and
/// of the list. Role: viewer of the whole group.
pub fn seen_at(session: &mut Session, account: &str, policy: &str) -> Result<Option<Seen>, Problem> {
    let today = session.today();
    let buyer = session.read(|tx| insured_buyer(tx, today, account, Some(policy)))?;
    let request = BuyersRequest {
        as_of: today,
        known_at: None,
        policy: Some(buyer.policy.clone()),
        search: None,
        all: true,
    };
    let mut seen = None;
    buyers(session, &request, &mut |line| {
        let part = |name: &str| line[name].as_str().unwrap_or("").to_owned();
        let account = format!("{}/{}/{}", part("account"), part("branch"), part("account_type"));
        if account == buyer.account && line["policy"] == buyer.policy.as_str() {
            seen = Seen::of_line(&line);
        }
        Ok(())
    })?;
    Ok(seen)
}

/// An acceptance as the parameters of a proposal.
#[must_use]
pub fn payload_of(request: &DecideRequest) -> Value {
    let mut payload = json!({ "account": request.account });
    let mut put = |key: &str, value: &str| {
        if !value.is_empty() {
            payload[key] = json!(value);
        }
    };
    put("policy", &request.policy);
    if let Decide::Accept { amount, until } = &request.decide {
        put("amount", amount);
        put("until", &until.to_string());
    }
    put("from", &request.from.map(|day| day.to_string()).unwrap_or_default());
    put("reference", &request.reference);
    if let Some(seen) = &request.seen {
        put("exposure", &seen.exposure);
        put("insured_sum", &seen.insured_sum);
    }
    payload
}
