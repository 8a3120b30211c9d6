//! The list of orders.

use super::{READ, state_tone};
use crate::access::roles::Permission;
use crate::credit::orders::list::{json_of, orders};
use crate::serve::{Call, Reply};
use crate::web::credit::tabs;
use crate::web::parts::{
    Column, buyer_address, chip, date_cell, pager, table, text_of, text_opt, with_query,
};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::order::OrderState;
use obligo_rules::problem::Problem;
use serde_json::Value;

/// Rows of a page.
const ROWS: u64 = 50;

/// `/credit/orders`.
pub fn list(call: Call) -> Result<Reply, Problem> {
    READ.admit(&call.caller)?;
    let words = call.words;
    let portfolio = call.house.keeper.for_orders(call.today())?.portfolio;
    let from = call.query_number("from", 0, 0)?;
    let state = call.query("state").and_then(OrderState::parse);
    let page = orders(&mut call.session(), state, from, ROWS)?;
    let count = |state: OrderState| page.counts.get(&state).copied().unwrap_or(0);
    let total = state.map_or_else(|| page.counts.values().sum(), count);
    let rows: Vec<Markup> = page.orders.iter().map(|order| row(words, &json_of(&portfolio, order))).collect();
    let title = words.text("credit-tab-orders");
    let shown = [OrderState::Stopped, OrderState::Open, OrderState::Released, OrderState::Delivered];
    let body = html! {
        div.head {
            h1 { (title) }
            div.tools {
                a.button href="/credit/orders/effect" { (words.text("order-effect")) }
                a.button.primary href="/credit/orders/check" { (words.text("order-check-one")) }
            }
        }
        (tabs(words, &call.caller, "orders"))
        nav.tabs aria-label=(words.text("col-state")) {
            a href="/credit/orders" aria-current=[state.is_none().then_some("page")] { (words.text("orders-all")) }
            @for of in shown {
                a href=(format!("/credit/orders?state={}", of.code())) aria-current=[(state == Some(of)).then_some("page")] {
                    (words.text(&format!("orders-tab-{}", of.code()))) " (" (words.number(&count(of).to_string())) ")"
                }
            }
        }
        div.tight { (table(&title, &columns(words), &rows, &Markup::default(), &words.text("orders-none"))) }
        @if rows.is_empty() && call.caller.may_for_group(Permission::Record) {
            p { a href="/import?kind=orders" { (words.text("orders-import")) } }
        }
        @if total > ROWS {
            (pager(words, to_size(from), rows.len(), to_size(total), &|to| with_query(&call, &[("from", &to.to_string())])))
        }
    };
    Ok(Reply::page("credit", title, body))
}

fn to_size(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

fn columns(words: &Words) -> Vec<Column> {
    vec![
        Column::text(words.text("col-order-no")),
        Column::text(words.text("col-state")),
        Column::text(words.text("col-name")),
        Column::number(words.text("col-amount")),
        Column::text(words.text("col-order-date")),
        Column::text(words.text("order-delivery-date")),
    ]
}

fn row(words: &Words, line: &Value) -> Markup {
    let state = text_of(line, "state");
    let account = text_of(line, "account");
    html! {
        td {
            a href=(format!("/credit/orders/{}", line["order"])) { (text_of(line, "order_no")) }
            @if text_of(line, "kind") == "delivery" { " " (chip("quiet", &words.text("order-kind-delivery"))) }
        }
        td { (chip(state_tone(state), &words.text(&format!("order-state-{state}")))) }
        td { a href=(buyer_address(account)) { (text_of(line, "name")) } " " span.quiet { (account) } }
        td.number { (words.money(text_of(line, "amount"), text_of(line, "currency"))) }
        (date_cell(words, text_opt(line, "order_date")))
        (date_cell(words, text_opt(line, "delivery_date")))
    }
}
