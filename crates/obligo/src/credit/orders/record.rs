//! Recording orders as a file or a program tells of them.

use obligo_rules::order::{OrderState, state_after_change};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::order::{OrderRow, order_add, order_change, order_find};
use obligo_store::order_state::{OrderStateRow, order_state_add};
use obligo_store::version::Recorded;

/// Records an order as it stands; one that changed replaces what was known, and its state follows [`state_after_change`]: what is `stated`
/// never releases a stopped order. `order_id` and `state` of the order are not read.
pub fn put(
    tx: &Tx<'_>,
    entry: i64,
    order: &OrderRow,
    stated: Option<OrderState>,
) -> Result<Recorded, Problem> {
    let known = order_find(tx, order.buyer_id, &order.order_no, &order.kind)?;
    let before = known.as_ref().map(|known| (known.state, known.amount));
    let state = state_after_change(before, stated, order.amount);
    let mut now = OrderRow { state, ..order.clone() };
    match known {
        None => now.order_id = order_add(tx, entry, &now)?,
        Some(known) => {
            now.order_id = known.order_id;
            if now == known {
                return Ok(Recorded::Same);
            }
            order_change(tx, entry, &now)?;
            if (known.state, known.amount) == (now.state, now.amount) {
                return Ok(Recorded::Changed);
            }
        }
    }
    set(tx, entry, &now, "", None)?;
    Ok(if before.is_some() { Recorded::Changed } else { Recorded::New })
}

/// Adds the order's state to its history.
pub(super) fn set(
    tx: &Tx<'_>,
    entry: i64,
    order: &OrderRow,
    reason: &str,
    check_id: Option<i64>,
) -> Result<(), Problem> {
    let state = OrderStateRow {
        state: order.state.code().to_owned(),
        amount: order.amount,
        currency: order.currency.clone(),
        reason: reason.to_owned(),
        check_id,
    };
    order_state_add(tx, entry, order.order_id, &state)
}
