//! Blocks: a payer stopped by hand, with all customers it pays for (R9.6). An order stop is another thing: it comes from a check and
//! concerns one order.

use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::buyer_block::{
    BuyerBlockRow, LiftingRow, buyer_block_add, buyer_block_lift, buyer_block_of,
};
use obligo_store::{Tx, Written};
use serde_json::{Value, json};

/// Longest reason in characters.
pub const REASON_MAX: usize = 1000;

/// A block to be put.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// The payer.
    pub buyer_id: i64,
    /// First day.
    pub from: Day,
    /// Last day; `None` = until it is lifted.
    pub until: Option<Day>,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When, an instant in UTC.
    pub at: String,
}

/// Puts a block within a write and returns its number. Errors: `reason-missing`, `reason-too-long`, `block-ends-before-start`,
/// `block-in-force` (forbidden). Role: manager.
pub fn put(tx: &Tx<'_>, entry: i64, block: &Block) -> Result<i64, Problem> {
    check_reason(&block.reason)?;
    if let Some(until) = block.until.filter(|until| *until < block.from) {
        let problem = Problem::refused("block-ends-before-start").of_value(&until.to_string());
        return Err(problem.with("from", block.from).with("until", until));
    }
    let known = buyer_block_of(tx, block.buyer_id)?;
    if let Some(known) = known.iter().find(|known| known.is_in_force(block.from)) {
        return Err(Problem::forbidden("block-in-force")
            .with("by", &known.blocked_by)
            .with("from", known.blocked_from)
            .with("reason", &known.reason));
    }
    buyer_block_add(
        tx,
        entry,
        &BuyerBlockRow {
            block_id: 0,
            buyer_id: block.buyer_id,
            blocked_from: block.from,
            blocked_until: block.until,
            reason: block.reason.clone(),
            blocked_by: block.by.clone(),
            blocked_at: block.at.clone(),
            lifting: None,
        },
    )
}

/// Blocks a payer, from today or a later day on. `account` names it in the audit entry. Errors: those of [`put`]. Role: manager.
pub fn block(session: &mut Session, account: &str, block: &Block) -> Result<Value, Problem> {
    let input = format!("buyer-block {account} {} {:?}", block.from, block.until);
    let reason = block.reason.clone();
    let outcome = session.write("buyer-block", &reason, &input, |tx, entry| {
        let id = put(tx, entry, block)?;
        let answer = json!({
            "block": id,
            "account": account,
            "from": block.from.to_string(),
            "until": block.until.map(|day| day.to_string()),
            "reason": block.reason,
        });
        Ok(Written::new(answer.clone(), answer))
    })?;
    Ok(outcome.result)
}

/// Lifts the blocks in force of a payer, and those that begin later. Errors: `reason-missing`, `reason-too-long`, `block-not-found`
/// (forbidden). Role: manager.
pub fn unblock(session: &mut Session, account: &str, buyer_id: i64, reason: &str) -> Result<Value, Problem> {
    check_reason(reason)?;
    let (today, by, at) = (session.today(), session.actor.clone(), session.now.clone());
    let input = format!("buyer-unblock {account} {today}");
    let outcome = session.write("buyer-unblock", reason, &input, |tx, entry| {
        let lifting = LiftingRow { on: today, by, at, reason: reason.to_owned() };
        let mut lifted = Vec::new();
        for block in buyer_block_of(tx, buyer_id)? {
            let is_over = block.blocked_until.is_some_and(|until| until < today);
            if block.lifting.is_none() && !is_over {
                buyer_block_lift(tx, entry, block.block_id, &lifting)?;
                lifted.push(block.block_id);
            }
        }
        if lifted.is_empty() {
            return Err(Problem::forbidden("block-not-found").with("account", account));
        }
        let answer = json!({ "account": account, "lifted": lifted, "on": today.to_string() });
        Ok(Written::new(answer.clone(), answer))
    })?;
    Ok(outcome.result)
}

/// A block as lists show it.
#[must_use]
pub fn json_of(block: &BuyerBlockRow, account: &str, day: Day) -> Value {
    let lifting = block.lifting.as_ref();
    json!({
        "block": block.block_id,
        "account": account,
        "from": block.blocked_from.to_string(),
        "until": block.blocked_until.map(|day| day.to_string()),
        "in_force": block.is_in_force(day),
        "reason": block.reason,
        "blocked_by": block.blocked_by,
        "blocked_at": block.blocked_at,
        "lifted_on": lifting.map(|lifting| lifting.on.to_string()),
        "lifted_by": lifting.map(|lifting| lifting.by.as_str()),
        "lifted_reason": lifting.map(|lifting| lifting.reason.as_str()),
    })
}

/// Refuses a reason that is missing (`reason-missing`, usage) or too long (`reason-too-long`).
pub(super) fn check_reason(reason: &str) -> Result<(), Problem> {
    if reason.trim().is_empty() {
        return Err(Problem::usage("reason-missing"));
    }
    if reason.chars().count() > REASON_MAX {
        return Err(Problem::refused("reason-too-long").of_value(reason).with("limit", REASON_MAX));
    }
    Ok(())
}
