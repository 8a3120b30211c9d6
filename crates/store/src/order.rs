//! Orders and deliveries not yet invoiced.

use crate::as_of::{day_opt, day_param};
use crate::company::next_id;
use crate::tx::{Param, Tx};
use crate::version::Recorded;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;

/// An order or a delivery. The amount is in minor units of its currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrderRow {
    /// Whose.
    pub buyer_id: i64,
    /// Number.
    pub order_no: String,
    /// Kind as the ledger names it.
    pub kind: String,
    /// Order date.
    pub order_date: Day,
    /// Delivery date.
    pub delivery_date: Option<Day>,
    /// Currency.
    pub currency: String,
    /// Amount.
    pub amount: i64,
    /// Payment terms.
    pub payment_terms: String,
}

/// Records an order as it stands; an order that changed replaces what was known.
pub fn order_put(tx: &Tx<'_>, entry: i64, order: &OrderRow) -> Result<Recorded, Problem> {
    let key = [Param::Int(order.buyer_id), Param::Text(&order.order_no), Param::Text(&order.kind)];
    let values = [
        day_param(order.order_date),
        day_opt(order.delivery_date),
        Param::Text(&order.currency),
        Param::Int(order.amount),
        Param::Text(&order.payment_terms),
    ];
    let mut params = key.to_vec();
    params.extend(values);
    let known = tx.one(
        "SELECT order_date = $4 AND coalesce(delivery_date, -9999999) = coalesce($5, -9999999) AND currency = $6 \
         AND amount = $7 AND payment_terms = $8 FROM orders WHERE buyer_id = $1 AND order_no = $2 AND kind = $3",
        &params,
        |row| Ok(row.int(0) != 0),
    )?;
    params.push(Param::Int(entry));
    match known {
        Some(true) => Ok(Recorded::Same),
        Some(false) => {
            tx.exec(
                "UPDATE orders SET order_date = $4, delivery_date = $5, currency = $6, amount = $7, payment_terms = $8, \
                 entry = $9 WHERE buyer_id = $1 AND order_no = $2 AND kind = $3",
                &params,
            )?;
            Ok(Recorded::Changed)
        }
        None => {
            params.push(Param::Int(next_id(tx, "orders", "order_id")?));
            tx.exec(
                "INSERT INTO orders (buyer_id, order_no, kind, order_date, delivery_date, currency, amount, payment_terms, \
                 entry, order_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                &params,
            )?;
            Ok(Recorded::New)
        }
    }
}
