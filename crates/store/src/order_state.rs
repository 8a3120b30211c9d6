//! Every state an order took: only ever added.

use crate::tx::Tx;
use obligo_rules::problem::Problem;

/// One state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrderStateRow {
    /// State.
    pub state: String,
    /// What the order came to then, minor units of `currency`.
    pub amount: i64,
    /// Its currency then.
    pub currency: String,
    /// Why; may be empty.
    pub reason: String,
    /// The check that led to it.
    pub check_id: Option<i64>,
}

/// A state with who set it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrderStateSet {
    /// The state.
    pub state: OrderStateRow,
    /// By whom.
    pub set_by: String,
    /// When, an instant in UTC.
    pub set_at: String,
}

/// Adds a state of an order.
pub fn order_state_add(tx: &Tx<'_>, entry: i64, order_id: i64, state: &OrderStateRow) -> Result<(), Problem> {
    tx.exec(
        "INSERT INTO order_state (order_id, state, amount, currency, reason, check_id, entry) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            order_id.into(),
            (&state.state).into(),
            state.amount.into(),
            (&state.currency).into(),
            (&state.reason).into(),
            state.check_id.into(),
            entry.into(),
        ],
    )?;
    Ok(())
}

/// The states an order took, oldest first.
pub fn order_state_of(tx: &Tx<'_>, order_id: i64) -> Result<Vec<OrderStateSet>, Problem> {
    let mut all = Vec::new();
    tx.each(
        "SELECT s.state, s.amount, s.currency, s.reason, s.check_id, e.actor, e.recorded_at FROM order_state s \
         JOIN entry e ON e.entry = s.entry WHERE s.order_id = $1 ORDER BY s.entry",
        &[order_id.into()],
        |row| {
            all.push(OrderStateSet {
                state: OrderStateRow {
                    state: row.text(0).to_owned(),
                    amount: row.int(1),
                    currency: row.text(2).to_owned(),
                    reason: row.text(3).to_owned(),
                    check_id: row.int_opt(4),
                },
                set_by: row.text(5).to_owned(),
                set_at: row.text(6).to_owned(),
            });
            Ok(())
        },
    )?;
    Ok(all)
}
