//! Orders and deliveries not yet invoiced.

use crate::as_of::{day_of, day_opt, day_param};
use crate::company::next_id;
use crate::tx::{Param, Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::order::OrderState;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// An order or a delivery. The amount is in minor units of its currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrderRow {
    /// The store's number; 0 before it is recorded.
    pub order_id: i64,
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
    /// Where it stands.
    pub state: OrderState,
}

const COLUMNS: &str =
    "order_id, buyer_id, order_no, kind, order_date, delivery_date, currency, amount, payment_terms, state";

fn order_of(row: &Row<'_>) -> OrderRow {
    OrderRow {
        order_id: row.int(0),
        buyer_id: row.int(1),
        order_no: row.text(2).to_owned(),
        kind: row.text(3).to_owned(),
        order_date: day_of(row.int(4)),
        delivery_date: row.int_opt(5).map(day_of),
        currency: row.text(6).to_owned(),
        amount: row.int(7),
        payment_terms: row.text(8).to_owned(),
        state: OrderState::parse(row.text(9)).unwrap_or(OrderState::Open),
    }
}

/// The order of a buyer with this number and kind.
pub fn order_find(
    tx: &Tx<'_>,
    buyer_id: i64,
    order_no: &str,
    kind: &str,
) -> Result<Option<OrderRow>, Problem> {
    tx.one(
        &format!("SELECT {COLUMNS} FROM orders WHERE buyer_id = $1 AND order_no = $2 AND kind = $3"),
        &[buyer_id.into(), order_no.into(), kind.into()],
        |row| Ok(order_of(row)),
    )
}

/// The order with this number of the store's.
pub fn order_get(tx: &Tx<'_>, order_id: i64) -> Result<Option<OrderRow>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM orders WHERE order_id = $1");
    tx.one(&sql, &[order_id.into()], |row| Ok(order_of(row)))
}

/// Adds an order and returns its number. `order_id` of the row is not read.
pub fn order_add(tx: &Tx<'_>, entry: i64, order: &OrderRow) -> Result<i64, Problem> {
    let id = next_id(tx, "orders", "order_id")?;
    write(
        tx,
        "INSERT INTO orders (order_id, buyer_id, order_no, kind, order_date, delivery_date, currency, amount, \
         payment_terms, state, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        entry,
        &OrderRow { order_id: id, ..order.clone() },
    )?;
    Ok(id)
}

/// Replaces what was known of an order.
pub fn order_change(tx: &Tx<'_>, entry: i64, order: &OrderRow) -> Result<(), Problem> {
    write(
        tx,
        "UPDATE orders SET buyer_id = $2, order_no = $3, kind = $4, order_date = $5, delivery_date = $6, currency = $7, \
         amount = $8, payment_terms = $9, state = $10, entry = $11 WHERE order_id = $1",
        entry,
        order,
    )
}

fn write(tx: &Tx<'_>, sql: &str, entry: i64, order: &OrderRow) -> Result<(), Problem> {
    tx.exec(
        sql,
        &[
            Param::Int(order.order_id),
            Param::Int(order.buyer_id),
            Param::Text(&order.order_no),
            Param::Text(&order.kind),
            day_param(order.order_date),
            day_opt(order.delivery_date),
            Param::Text(&order.currency),
            Param::Int(order.amount),
            Param::Text(&order.payment_terms),
            Param::Text(order.state.code()),
            Param::Int(entry),
        ],
    )?;
    Ok(())
}

/// Visits every order and delivery, by buyer and number.
pub fn order_each(
    tx: &Tx<'_>,
    mut visit: impl FnMut(OrderRow) -> Result<(), Problem>,
) -> Result<(), Problem> {
    tx.each(&format!("SELECT {COLUMNS} FROM orders ORDER BY buyer_id, order_no, kind"), &[], |row| {
        visit(order_of(row))
    })
}

/// The orders and deliveries of a buyer, by number.
pub fn order_of_buyer(tx: &Tx<'_>, buyer_id: i64) -> Result<Vec<OrderRow>, Problem> {
    let mut all = Vec::new();
    tx.each(
        &format!("SELECT {COLUMNS} FROM orders WHERE buyer_id = $1 ORDER BY order_no, kind"),
        &[buyer_id.into()],
        |row| {
            all.push(order_of(row));
            Ok(())
        },
    )?;
    Ok(all)
}

/// The orders and deliveries with this number, whosever they are.
pub fn order_numbered(tx: &Tx<'_>, order_no: &str) -> Result<Vec<OrderRow>, Problem> {
    let mut all = Vec::new();
    tx.each(
        &format!("SELECT {COLUMNS} FROM orders WHERE order_no = $1 ORDER BY order_id"),
        &[order_no.into()],
        |row| {
            all.push(order_of(row));
            Ok(())
        },
    )?;
    Ok(all)
}

/// The orders in a state, the newest first, from the n-th on, at most `limit`.
pub fn order_in_state(
    tx: &Tx<'_>,
    state: OrderState,
    from: u64,
    limit: u64,
) -> Result<Vec<OrderRow>, Problem> {
    let number = |n: u64| Param::Int(i64::try_from(n).unwrap_or(i64::MAX));
    let mut all = Vec::new();
    tx.each(
        &format!("SELECT {COLUMNS} FROM orders WHERE state = $1 ORDER BY order_id DESC LIMIT $2 OFFSET $3"),
        &[Param::Text(state.code()), number(limit), number(from)],
        |row| {
            all.push(order_of(row));
            Ok(())
        },
    )?;
    Ok(all)
}

/// The buyers with orders in a state.
pub fn order_buyers_in_state(tx: &Tx<'_>, state: OrderState) -> Result<Vec<i64>, Problem> {
    let mut all = Vec::new();
    tx.each(
        "SELECT DISTINCT buyer_id FROM orders WHERE state = $1 ORDER BY buyer_id",
        &[Param::Text(state.code())],
        |row| {
            all.push(row.int(0));
            Ok(())
        },
    )?;
    Ok(all)
}

/// How many orders are in each state.
pub fn order_count(tx: &Tx<'_>) -> Result<BTreeMap<OrderState, u64>, Problem> {
    let mut counts = BTreeMap::new();
    tx.each("SELECT state, count(*) FROM orders GROUP BY state", &[], |row| {
        if let Some(state) = OrderState::parse(row.text(0)) {
            counts.insert(state, u64::try_from(row.int(1)).unwrap_or(0));
        }
        Ok(())
    })?;
    Ok(counts)
}
