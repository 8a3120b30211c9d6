//! Which open orders of a payer another insured sum would stop.

use super::answer_tone;
use crate::credit::orders::effect::effect_of_cut;
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::credit::tabs;
use crate::web::parts::{Column, Field, chip, date_cell, problem_box, table, text_of, text_opt};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::Value;

/// `/credit/orders/effect`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let Some(account) = call.query("account") else {
        return Ok(Reply::Page(draw(&call, &Markup::default())));
    };
    let figures = call.house.keeper.for_orders(call.today())?;
    let sum = call.query("sum").map(|sum| call.words.parse_amount(sum).unwrap_or_else(|| sum.to_owned()));
    match effect_of_cut(&mut call.session(), &figures.portfolio, account, sum.as_deref()) {
        Ok(found) => Ok(Reply::Page(draw(&call, &orders(&call, &found)))),
        Err(problem) => {
            let page = draw(&call, &problem_box(call.words, &problem));
            Ok(Reply::Page(page.with_status(http_status(&problem))))
        }
    }
}

fn draw(call: &Call, below: &Markup) -> Page {
    let words = call.words;
    let title = words.text("order-effect");
    let (buyer, sum, hint) =
        (words.text("order-buyer"), words.text("order-effect-sum"), words.text("order-effect-hint"));
    let typed = call.query("sum").unwrap_or("");
    let typed = words.parse_amount(typed).unwrap_or_else(|| typed.to_owned());
    let body = html! {
        h1 { (title) }
        (tabs(words, &call.caller, "orders"))
        form.tools action="/credit/orders/effect" method="get" {
            (Field::new("account", &buyer, call.query("account").unwrap_or("")).required().lookup("/lookup/buyers"))
            (Field::new("sum", &sum, &typed).hint(&hint).amount(words))
            button type="submit" { (words.text("order-check-do")) }
        }
        (below)
    };
    Page::new("credit", title, body)
}

fn orders(call: &Call, found: &Value) -> Markup {
    let words = call.words;
    let columns = [
        Column::text(words.text("col-order-no")),
        Column::text(words.text("order-delivery-date")),
        Column::number(words.text("col-amount")),
        Column::text(words.text("order-effect-now")),
        Column::text(words.text("order-effect-then")),
    ];
    let said = |code: &str| chip(answer_tone(code), &words.text(&format!("order-answer-{code}")));
    let lines = found["orders"].as_array().map_or(&[][..], Vec::as_slice);
    let rows: Vec<Markup> = lines
        .iter()
        .map(|line| {
            html! {
                td { a href=(format!("/credit/orders/{}", line["order"])) { (text_of(line, "order_no")) } }
                (date_cell(words, text_opt(line, "delivery_date").or(text_opt(line, "order_date"))))
                td.number { (words.money(text_of(line, "amount"), text_of(line, "currency"))) }
                td { (said(text_of(line, "answer_now"))) }
                td { (said(text_of(line, "answer_then"))) }
            }
        })
        .collect();
    let stopped = usize::try_from(found["stopped"].as_u64().unwrap_or(0)).unwrap_or(usize::MAX);
    let said = words.count("order-effect-stopped", stopped);
    html! {
        p.notice.(if stopped > 0 { "warn" } else { "good" }) { (said) }
        (table(&words.text("order-effect"), &columns, &rows, &Markup::default(), &words.text("orders-none")))
    }
}
