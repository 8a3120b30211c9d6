//! Taking an order: checked and recorded in one write, so that two orders that together break a limit are not both allowed (R9.7).

use super::check::{Checked, check_in, point_of};
use super::record::set;
use super::request::{Asked, OrderRequest};
use crate::portfolio::{Keeper, OrderFigures};
use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::order::{OrderRow, order_add, order_change, order_find};
use obligo_store::order_check::{OrderCheckRow, order_check_add};
use obligo_store::{Tx, Written};
use serde_json::{Value, json};
use std::sync::Arc;

/// How often an order is checked again because the ledger changed between reading its figures and recording it.
const TRIES: usize = 4;

/// Checks an order and records it, stopped where the answer is *block*; an order on record is changed. Errors: those of
/// [`OrderRequest::understood`], `order-number-missing`, `order-closed`, `rate-missing`, `amount-too-large`, `figures-computing`. Role: clerk.
pub fn enter(session: &mut Session, keeper: &Arc<Keeper>, request: &OrderRequest) -> Result<Value, Problem> {
    if request.order_no.trim().is_empty() {
        return Err(Problem::usage("order-number-missing"));
    }
    let mut tries = 0;
    loop {
        let figures = keeper.for_orders(session.today())?;
        tries += 1;
        match enter_with(session, &figures, request) {
            Err(problem) if problem.code == "figures-computing" && tries < TRIES => {}
            answer => return answer,
        }
    }
}

fn enter_with(
    session: &mut Session,
    figures: &OrderFigures,
    request: &OrderRequest,
) -> Result<Value, Problem> {
    let portfolio = &figures.portfolio;
    let today = session.today();
    let asked = request.understood(portfolio, today)?;
    let input = format!("{request:?}");
    let outcome = session.write("order-enter", "", &input, |tx, entry| {
        if figures.is_changed(tx)? {
            return Err(Problem::unavailable("figures-computing"));
        }
        let known = order_find(tx, asked.buyer.buyer_id, &asked.order_no, &asked.kind)?;
        if let Some(known) = known.as_ref().filter(|known| !known.state.is_running()) {
            return Err(Problem::forbidden("order-closed")
                .with("order", &known.order_no)
                .with("state", known.state.code()));
        }
        let point = point_of(known.is_some(), request.point);
        let asked = Asked { point, ..asked };
        let checked = check_in(tx, portfolio, today, &asked)?;
        let mut answer = checked.json(portfolio, &asked, figures.freshness);
        let order = recorded(tx, entry, today, &asked, &checked, &answer)?;
        answer["order"] = json!(order.order_id);
        answer["state"] = json!(order.state.code());
        Ok(Written::new(answer.clone(), answer))
    })?;
    Ok(outcome.result)
}

/// Records the order, the check and the state it led to.
fn recorded(
    tx: &Tx<'_>,
    entry: i64,
    today: Day,
    asked: &Asked<'_>,
    checked: &Checked,
    answer: &Value,
) -> Result<OrderRow, Problem> {
    let known = order_find(tx, asked.buyer.buyer_id, &asked.order_no, &asked.kind)?;
    let mut order = OrderRow {
        order_id: known.as_ref().map_or(0, |known| known.order_id),
        buyer_id: asked.buyer.buyer_id,
        order_no: asked.order_no.clone(),
        kind: asked.kind.clone(),
        order_date: known.as_ref().map_or(asked.order_date, |known| known.order_date),
        delivery_date: asked.delivery_date,
        currency: asked.money.currency.code().to_owned(),
        amount: asked.money.minor,
        payment_terms: asked.payment_terms.clone(),
        state: checked.state(),
    };
    match &known {
        None => order.order_id = order_add(tx, entry, &order)?,
        Some(before) if *before != order => order_change(tx, entry, &order)?,
        Some(_) => {}
    }
    let check = OrderCheckRow {
        check_id: 0,
        order_id: order.order_id,
        point: asked.point.code().to_owned(),
        answer: checked.order.answer.code().to_owned(),
        checked_on: today,
        content: answer.to_string(),
    };
    let check_id = order_check_add(tx, entry, &check)?;
    let is_as_before =
        known.is_some_and(|before| (before.state, before.amount) == (order.state, order.amount));
    if !is_as_before {
        set(tx, entry, &order, "", Some(check_id))?;
    }
    Ok(order)
}
