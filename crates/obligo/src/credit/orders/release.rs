//! Releasing an order that a check has stopped: with authority and a reason (R9.6, FR-11).

use super::authority;
use super::blocks::check_reason;
use super::record::set;
use crate::portfolio::Portfolio;
use crate::session::Session;
use obligo_rules::order::OrderState;
use obligo_rules::problem::Problem;
use obligo_store::buyer_block::buyer_block_of;
use obligo_store::order::{OrderRow, order_change, order_get, order_numbered};
use obligo_store::{Tx, Written};
use serde_json::{Value, json};

/// Releases a stopped order. Errors: `order-not-found`, `reason-missing`, `reason-too-long`, `order-not-stopped`, `order-buyer-blocked`,
/// those of [`authority::check`] (forbidden). Role: manager.
pub fn release(
    session: &mut Session,
    portfolio: &Portfolio,
    order_id: i64,
    reason: &str,
) -> Result<Value, Problem> {
    check_reason(reason)?;
    let (today, actor) = (session.today(), session.actor.clone());
    let input = format!("order-release {order_id}");
    let outcome = session.write("order-release", reason, &input, |tx, entry| {
        let order = order_get(tx, order_id)?.ok_or_else(|| missing(&order_id.to_string()))?;
        if order.state != OrderState::Stopped {
            return Err(Problem::forbidden("order-not-stopped")
                .with("order", &order.order_no)
                .with("state", order.state.code()));
        }
        authority::check(tx, &portfolio.snapshot, today, &actor, &order)?;
        let payer = portfolio.payers()?.payer_of(order.buyer_id);
        for buyer in [order.buyer_id, payer] {
            if let Some(block) = buyer_block_of(tx, buyer)?.iter().find(|block| block.is_in_force(today)) {
                return Err(Problem::forbidden("order-buyer-blocked")
                    .with("order", &order.order_no)
                    .with("by", &block.blocked_by)
                    .with("from", block.blocked_from));
            }
        }
        let released = OrderRow { state: OrderState::Released, ..order };
        order_change(tx, entry, &released)?;
        set(tx, entry, &released, reason, None)?;
        let answer = json!({
            "order": released.order_id,
            "order_no": released.order_no,
            "state": released.state.code(),
            "reason": reason,
        });
        Ok(Written::new(answer.clone(), answer))
    })?;
    Ok(outcome.result)
}

/// The order of this number, whose it may be. Errors: `order-not-found`, `order-ambiguous` (refused).
pub fn order_named(tx: &Tx<'_>, order_no: &str, buyer_id: Option<i64>) -> Result<OrderRow, Problem> {
    let mut found = order_numbered(tx, order_no)?;
    if let Some(buyer_id) = buyer_id {
        found.retain(|order| order.buyer_id == buyer_id);
    }
    let stopped: Vec<&OrderRow> = found.iter().filter(|order| order.state == OrderState::Stopped).collect();
    match (found.as_slice(), stopped.as_slice()) {
        ([], _) => Err(missing(order_no)),
        ([only], _) => Ok(only.clone()),
        (_, [only]) => Ok((*only).clone()),
        _ => Err(Problem::refused("order-ambiguous").with("order", order_no).with("count", found.len())),
    }
}

/// The problem of an order that is not there.
#[must_use]
pub fn missing(order: &str) -> Problem {
    Problem::refused("order-not-found").with("order", order)
}
