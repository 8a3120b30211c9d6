//! Order checks recorded with their orders: only ever added (R9.7).

use crate::as_of::{day_of, day_param};
use crate::company::next_id;
use crate::tx::Tx;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;

/// A check as stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrderCheckRow {
    /// Number.
    pub check_id: i64,
    /// Of which order.
    pub order_id: i64,
    /// Where in the order's life it was asked.
    pub point: String,
    /// The answer.
    pub answer: String,
    /// As of which day.
    pub checked_on: Day,
    /// The whole answer as JSON.
    pub content: String,
}

/// Adds a check and returns its number. `check_id` of the row is not read.
pub fn order_check_add(tx: &Tx<'_>, entry: i64, check: &OrderCheckRow) -> Result<i64, Problem> {
    let id = next_id(tx, "order_check", "check_id")?;
    tx.exec(
        "INSERT INTO order_check (check_id, order_id, point, answer, checked_on, content, entry) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            id.into(),
            check.order_id.into(),
            (&check.point).into(),
            (&check.answer).into(),
            day_param(check.checked_on),
            (&check.content).into(),
            entry.into(),
        ],
    )?;
    Ok(id)
}

/// The checks of an order, newest first.
pub fn order_check_of(tx: &Tx<'_>, order_id: i64) -> Result<Vec<OrderCheckRow>, Problem> {
    let mut all = Vec::new();
    tx.each(
        "SELECT check_id, order_id, point, answer, checked_on, content FROM order_check \
         WHERE order_id = $1 ORDER BY check_id DESC",
        &[order_id.into()],
        |row| {
            all.push(OrderCheckRow {
                check_id: row.int(0),
                order_id: row.int(1),
                point: row.text(2).to_owned(),
                answer: row.text(3).to_owned(),
                checked_on: day_of(row.int(4)),
                content: row.text(5).to_owned(),
            });
            Ok(())
        },
    )?;
    Ok(all)
}
