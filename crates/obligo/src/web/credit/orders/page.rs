//! One order: how it stands, what a check says now and what the recorded ones said, and its release.

use super::answer::answer;
use super::{answer_tone, may_decide, state_tone};
use crate::credit::orders::check::check_in;
use crate::credit::orders::effect::of_order;
use crate::credit::orders::list::order;
use crate::credit::orders::release::{self, missing};
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::credit::tabs;
use crate::web::parts::{Field, buyer_address, chip, form, problem_box, text_of, text_opt};
use maud::{Markup, html};
use obligo_rules::order::OrderState;
use obligo_rules::order_check::CheckPoint;
use obligo_rules::problem::Problem;
use serde_json::Value;

/// `/credit/orders/{order}`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, None)?))
}

/// Releases the order; refused, the form stands there again with what was typed.
pub fn release(call: Call) -> Result<Reply, Problem> {
    let figures = call.house.keeper.for_orders(call.today())?;
    let id = order_id(&call)?;
    let reason = call.field("reason").unwrap_or("").to_owned();
    match release::release(&mut call.session(), &figures.portfolio, id, &reason) {
        Ok(_) => Ok(Reply::See(format!("/credit/orders/{id}?done=done-saved"))),
        Err(problem) => Ok(Reply::Page(draw(&call, Some(&problem))?.with_status(http_status(&problem)))),
    }
}

fn order_id(call: &Call) -> Result<i64, Problem> {
    call.path("order").parse().map_err(|_| missing(call.path("order")))
}

fn draw(call: &Call, refused: Option<&Problem>) -> Result<Page, Problem> {
    let words = call.words;
    let figures = call.house.keeper.for_orders(call.today())?;
    let portfolio = &figures.portfolio;
    let (row, line) = order(&mut call.session(), portfolio, order_id(call)?)?;
    let now = if row.state.is_running() {
        let asked = of_order(portfolio, &row, CheckPoint::Release, call.today())?;
        let checked = call.house.store.read(|tx| check_in(tx, portfolio, call.today(), &asked))?;
        Some(checked.json(portfolio, &asked, figures.freshness))
    } else {
        None
    };
    let (state, account) = (text_of(&line, "state"), text_of(&line, "account"));
    let title = words.with("order-title", &[("order", row.order_no.clone())]);
    let body = html! {
        (tabs(words, &call.caller, "orders"))
        div.head {
            h1 { (title) }
            div.marks { (chip(state_tone(state), &words.text(&format!("order-state-{state}")))) }
        }
        @if let Some(problem) = refused { (problem_box(words, problem)) }
        div.grid.wide {
            section.card {
                h2 { (words.text("order-facts")) }
                dl.facts {
                    dt { (words.text("col-name")) } dd { a href=(buyer_address(account)) { (text_of(&line, "name")) } " " span.quiet { (account) } }
                    dt { (words.text("col-amount")) } dd { (words.money(text_of(&line, "amount"), text_of(&line, "currency"))) }
                    dt { (words.text("col-order-date")) } dd { (words.date(row.order_date)) }
                    @if let Some(day) = row.delivery_date { dt { (words.text("order-delivery-date")) } dd { (words.date(day)) } }
                    @if let Some(terms) = text_opt(&line, "payment_terms") { dt { (words.text("order-terms")) } dd { (terms) } }
                }
                (history(call, &line))
            }
            @if let Some(now) = &now {
                section.card {
                    h2 { (words.text("order-check-now")) }
                    (answer(words, "now", now))
                }
            }
        }
        @if row.state == OrderState::Stopped { (release_card(call)) }
        (checks(call, &line))
    };
    Ok(Page::new("credit", title, body))
}

/// Every state the order took.
fn history(call: &Call, line: &Value) -> Markup {
    let words = call.words;
    let states = line["states"].as_array().map_or(&[][..], Vec::as_slice);
    html! {
        h3 { (words.text("order-history")) }
        @for set in states.iter().rev() {
            article.note {
                p.quiet { (words.instant(text_of(set, "set_at"))) " · " (text_of(set, "set_by")) }
                p.text {
                    (chip(state_tone(text_of(set, "state")), &words.text(&format!("order-state-{}", text_of(set, "state"))))) " "
                    (words.money(text_of(set, "amount"), text_of(set, "currency")))
                    @if let Some(reason) = text_opt(set, "reason") { " – " (reason) }
                }
            }
        }
    }
}

fn release_card(call: &Call) -> Markup {
    let words = call.words;
    let label = words.text("order-release-reason");
    let hint = words.text("order-release-hint");
    let fields = html! {
        (Field::new("reason", &label, call.field("reason").unwrap_or("")).required().hint(&hint).area(3))
        button.primary type="submit" { (words.text("order-release")) }
    };
    html! {
        section.card #release {
            h2 { (words.text("order-release")) }
            @if may_decide(call) { (form(&call.caller, &format!("/credit/orders/{}/release", call.path("order")), &fields)) }
            @else { p.quiet { (words.text("order-release-not-you")) } }
        }
    }
}

/// The checks recorded with the order, newest first.
fn checks(call: &Call, line: &Value) -> Markup {
    let words = call.words;
    let checks = line["checks"].as_array().map_or(&[][..], Vec::as_slice);
    html! {
        @if !checks.is_empty() {
            section.card {
                h2 { (words.text("order-checks")) }
                @for (n, check) in checks.iter().enumerate() {
                    @let code = text_of(check, "answer");
                    details {
                        summary {
                            (words.date_text(text_of(check, "as_of"))) " · " (words.money(text_of(check, "amount"), text_of(check, "currency"))) " "
                            (chip(answer_tone(code), &words.text(&format!("order-answer-{code}"))))
                        }
                        (answer(words, &format!("check-{n}"), check))
                    }
                }
            }
        }
    }
}
