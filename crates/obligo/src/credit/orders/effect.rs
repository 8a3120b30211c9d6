//! What a cut does to open orders: which of them would be stopped when they leave the house.

use super::check::{Checked, check_of};
use super::figures::PayerNow;
use super::list::json_of;
use super::request::{Asked, OrderRequest, amount, buyer_named};
use crate::portfolio::Portfolio;
use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::order::{DELIVERY, OrderState};
use obligo_rules::order_check::{Answer, CheckPoint};
use obligo_rules::payment_terms::PaymentTerms;
use obligo_rules::problem::Problem;
use obligo_store::buyer::AccountKey;
use obligo_store::order::{OrderRow, order_buyers_in_state};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What a cut does to open orders. Without an account: the orders of all payers that a check at their release would stop now, by payer, no
/// amounts in total for they have several currencies. With one: the open orders of a payer in the order of their delivery, each with the answer of a check at its release now and with another insured
/// sum, given as an amount in the payer's currency. Without another sum both answers are those of the sum in force, and what it stops
/// counts. An earlier order takes the room before a later one. Errors: those of reading account and amount, `rate-missing`,
/// `amount-too-large`. Role: viewer.
pub fn effect_of_cut(
    session: &mut Session,
    portfolio: &Portfolio,
    account: Option<&str>,
    new_sum: Option<&str>,
) -> Result<Value, Problem> {
    let today = session.today();
    let Some(account) = account else {
        return match new_sum {
            Some(_) => Err(Problem::refused("field-missing").at_column("account")),
            None => of_all(session, portfolio),
        };
    };
    let buyer_id = buyer_named(portfolio, account)?.buyer_id;
    session.read(|tx| {
        let now = PayerNow::load(tx, portfolio, buyer_id, today)?;
        let currency = now.payer.currency;
        let sum = new_sum.map(|text| amount(text, currency)).transpose()?;
        let effects = effects(&now, portfolio, sum.map(|sum| sum.minor), today)?;
        let is_stopped =
            |effect: &&Effect| effect.is_stopped() && (sum.is_none() || effect.before != Answer::Block);
        let stopped = effects.iter().filter(is_stopped);
        let money = |minor: i64| format_minor(minor, currency.exponent());
        let total = stopped.clone().fold(0_i64, |total, effect| total.saturating_add(effect.amount));
        Ok(json!({
            "payer": portfolio.snapshot.account(now.payer.payer).to_string(),
            "currency": currency.code(),
            "insured_sum": now.payer.standing.insured_sum.map(money),
            "new_sum": sum.map(|sum| money(sum.minor)),
            "stopped": stopped.count(),
            "stopped_amount": money(total),
            "orders": effects.iter().map(|effect| effect.json(portfolio)).collect::<Vec<_>>(),
        }))
    })
}

fn of_all(session: &mut Session, portfolio: &Portfolio) -> Result<Value, Problem> {
    let today = session.today();
    session.read(|tx| {
        let mut payers: BTreeSet<(AccountKey, i64)> = BTreeSet::new();
        let book = portfolio.payers()?;
        for buyer in order_buyers_in_state(tx, OrderState::Open)? {
            let payer = book.payer_of(buyer);
            payers.insert((portfolio.snapshot.account(payer), payer));
        }
        let mut found = Vec::new();
        for (_, payer) in payers {
            let now = PayerNow::load(tx, portfolio, payer, today)?;
            let effects = effects(&now, portfolio, None, today)?;
            found.extend(
                effects.iter().filter(|effect| effect.is_stopped()).map(|effect| effect.json(portfolio)),
            );
        }
        Ok(json!({
            "payer": null,
            "currency": null,
            "insured_sum": null,
            "new_sum": null,
            "stopped": found.len(),
            "stopped_amount": null,
            "orders": found,
        }))
    })
}

/// One open order.
struct Effect {
    order: OrderRow,
    /// Minor units of the payer's currency.
    amount: i64,
    before: Answer,
    after: Checked,
}

impl Effect {
    fn is_stopped(&self) -> bool {
        self.after.order.answer == Answer::Block
    }

    fn json(&self, portfolio: &Portfolio) -> Value {
        let mut line = json_of(portfolio, &self.order);
        line["answer_now"] = json!(self.before.code());
        line["answer_then"] = json!(self.after.order.answer.code());
        let reasons = self.after.order.findings.iter().map(|finding| finding.ground.code());
        line["reasons"] = json!(reasons.collect::<Vec<_>>());
        line
    }
}

fn effects(
    now: &PayerNow<'_>,
    portfolio: &Portfolio,
    new_sum: Option<i64>,
    today: Day,
) -> Result<Vec<Effect>, Problem> {
    let is_open = |order: &&OrderRow| order.state == OrderState::Open && order.kind != DELIVERY;
    let mut open: Vec<&OrderRow> = now.orders().filter(is_open).collect();
    open.sort_by_key(|order| {
        (order.delivery_date.unwrap_or(order.order_date), order.order_date, order.order_id)
    });
    let mut found = Vec::with_capacity(open.len());
    let mut later: BTreeSet<i64> = open.iter().map(|order| order.order_id).collect();
    for order in open {
        later.remove(&order.order_id);
        let asked = of_order(portfolio, order, CheckPoint::Release, today)?;
        let is_later = |other: &OrderRow| later.contains(&other.order_id);
        let before = check_of(now, portfolio, &asked, &is_later, None)?;
        let after = check_of(now, portfolio, &asked, &is_later, new_sum)?;
        found.push(Effect { order: order.clone(), amount: after.amount, before: before.order.answer, after });
    }
    Ok(found)
}

/// An order on record as it is asked of a check. Terms of the ledger that say nothing about days are the buyer's.
pub fn of_order<'p>(
    portfolio: &'p Portfolio,
    order: &OrderRow,
    point: CheckPoint,
    today: Day,
) -> Result<Asked<'p>, Problem> {
    let currency = Currency::parse(&order.currency).unwrap_or(Currency::EUR);
    let is_known = PaymentTerms::parse(&order.payment_terms).is_some();
    let terms = if is_known { order.payment_terms.clone() } else { String::new() };
    let request = OrderRequest {
        account: portfolio.snapshot.account(order.buyer_id).to_string(),
        order_no: order.order_no.clone(),
        kind: order.kind.clone(),
        amount: format_minor(order.amount, currency.exponent()),
        currency: order.currency.clone(),
        order_date: Some(order.order_date),
        // What should have left already leaves today.
        delivery_date: Some(order.delivery_date.unwrap_or(order.order_date).max(today)),
        payment_terms: terms,
        point: Some(point),
    };
    request.understood(portfolio, today)
}
