//! Which open orders would be stopped: of all payers now, of one payer also by another insured sum.

use super::answer_tone;
use crate::credit::orders::effect::effect_of_cut;
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::credit::tabs;
use crate::web::parts::{
    Column, Field, buyer_address, chip, date_cell, problem_box, segment, table, text_of, text_opt,
};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::Value;

/// `/credit/orders/effect`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let figures = call.house.keeper.for_orders(call.today())?;
    let sum = call.query("sum").map(|sum| call.words.parse_amount(sum).unwrap_or_else(|| sum.to_owned()));
    match effect_of_cut(&mut call.session(), &figures.portfolio, call.query("account"), sum.as_deref()) {
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
            (Field::new("account", &buyer, call.query("account").unwrap_or("")).hint(&words.text("order-effect-all")).lookup("/lookup/buyers"))
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
        Column::text(words.text("order-buyer")),
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
                td { a href=(buyer_address(text_of(line, "account"))) { (text_of(line, "name")) } " " span.quiet { (text_of(line, "account")) } }
                (date_cell(words, text_opt(line, "delivery_date").or(text_opt(line, "order_date"))))
                td.number { (words.money(text_of(line, "amount"), text_of(line, "currency"))) }
                td { (said(text_of(line, "answer_now"))) }
                td { (said(text_of(line, "answer_then"))) }
            }
        })
        .collect();
    let stopped = stopped(found);
    let said = words.count("order-effect-stopped", stopped);
    html! {
        p.notice.(if stopped > 0 { "warn" } else { "good" }) { (said) }
        (table(&words.text("order-effect"), &columns, &rows, &Markup::default(), &words.text("orders-none-open")))
    }
}

/// On the page of a buyer: that open orders of its payer would be stopped now, if some would.
pub fn note(call: &Call, account: &str) -> Result<Markup, Problem> {
    let portfolio = call.house.keeper.for_orders(call.today())?.portfolio;
    let found = effect_of_cut(&mut call.session(), &portfolio, Some(account), None)?;
    let stopped = stopped(&found);
    let address = format!("/credit/orders/effect?account={}", segment(account));
    Ok(html! {
        @if stopped > 0 {
            p.notice.warn { (call.words.count("order-effect-here", stopped)) " " a href=(address) { (call.words.text("order-effect-show")) } }
        }
    })
}

fn stopped(found: &Value) -> usize {
    usize::try_from(found["stopped"].as_u64().unwrap_or(0)).unwrap_or(usize::MAX)
}
