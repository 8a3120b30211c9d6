//! Orders as lists and pages show them.

use super::release::missing;
use crate::portfolio::Portfolio;
use crate::session::Session;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::order::OrderState;
use obligo_rules::problem::Problem;
use obligo_store::order::{OrderRow, order_count, order_get, order_in_state};
use obligo_store::order_check::order_check_of;
use obligo_store::order_state::order_state_of;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A page of orders.
pub struct OrderPage {
    /// Its orders: the stopped ones first, then the newest.
    pub orders: Vec<OrderRow>,
    /// How many there are in each state.
    pub counts: BTreeMap<OrderState, u64>,
}

/// The orders in a state, or all, from the n-th on. Role: viewer.
pub fn orders(
    session: &mut Session,
    state: Option<OrderState>,
    from: u64,
    limit: u64,
) -> Result<OrderPage, Problem> {
    session.read(|tx| {
        let counts = order_count(tx)?;
        let states = [
            OrderState::Stopped,
            OrderState::Open,
            OrderState::Released,
            OrderState::Delivered,
            OrderState::Invoiced,
            OrderState::Cancelled,
        ];
        let (mut orders, mut before) = (Vec::new(), 0_u64);
        for of in states.into_iter().filter(|of| state.is_none_or(|state| state == *of)) {
            let wanted = limit.saturating_sub(orders.len() as u64);
            let skipped = from.saturating_sub(before);
            if wanted > 0 {
                orders.extend(order_in_state(tx, of, skipped, wanted)?);
            }
            before = before.saturating_add(counts.get(&of).copied().unwrap_or(0));
        }
        Ok(OrderPage { orders, counts })
    })
}

/// An order as lists show it.
#[must_use]
pub fn json_of(portfolio: &Portfolio, order: &OrderRow) -> Value {
    let snapshot = &portfolio.snapshot;
    let exponent = Currency::parse(&order.currency).map_or(2, Currency::exponent);
    let buyer = snapshot.buyers.get(&order.buyer_id);
    json!({
        "order": order.order_id,
        "order_no": order.order_no,
        "kind": order.kind,
        "account": snapshot.account(order.buyer_id).to_string(),
        "name": buyer.map_or("", |buyer| buyer.name.as_str()),
        "state": order.state.code(),
        "order_date": order.order_date.to_string(),
        "delivery_date": order.delivery_date.map(|day| day.to_string()),
        "amount": format_minor(order.amount, exponent),
        "currency": order.currency,
        "payment_terms": order.payment_terms,
    })
}

/// An order with the states it took and the checks made of it. Error: `order-not-found`. Role: viewer.
pub fn order(
    session: &mut Session,
    portfolio: &Portfolio,
    order_id: i64,
) -> Result<(OrderRow, Value), Problem> {
    session.read(|tx| {
        let row = order_get(tx, order_id)?.ok_or_else(|| missing(&order_id.to_string()))?;
        let mut line = json_of(portfolio, &row);
        let states = order_state_of(tx, order_id)?.into_iter().map(|set| {
            let exponent = Currency::parse(&set.state.currency).map_or(2, Currency::exponent);
            json!({
                "state": set.state.state,
                "amount": format_minor(set.state.amount, exponent),
                "currency": set.state.currency,
                "reason": set.state.reason,
                "set_by": set.set_by,
                "set_at": set.set_at,
            })
        });
        line["states"] = json!(states.collect::<Vec<_>>());
        let checks = order_check_of(tx, order_id)?.into_iter();
        let checks = checks.map(|check| serde_json::from_str(&check.content).unwrap_or(Value::Null));
        line["checks"] = json!(checks.collect::<Vec<Value>>());
        Ok((row, line))
    })
}
