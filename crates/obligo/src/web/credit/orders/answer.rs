//! The answer of a check, explained: what stands against the order, its figures, its dates.

use super::answer_tone;
use crate::credit::orders::wording;
use crate::web::charts::{ExposureUse, exposure_bar};
use crate::web::parts::{chip, text_of};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::money::{Currency, parse_minor};
use serde_json::Value;

/// The whole answer.
pub fn answer(words: &Words, id: &str, answer: &Value) -> Markup {
    let code = text_of(answer, "answer");
    let reasons = answer["reasons"].as_array().map_or(&[][..], Vec::as_slice);
    html! {
        p { (chip(answer_tone(code), &words.text(&format!("order-answer-{code}")))) " " span.quiet { (words.text(&format!("order-point-{}", text_of(answer, "point")))) } }
        @if reasons.is_empty() { p { (words.text("order-nothing-against")) } }
        @else {
            ul {
                @for reason in reasons {
                    @let of_reason = text_of(reason, "answer");
                    li { (chip(answer_tone(of_reason), &words.text(&format!("order-weight-{of_reason}")))) " " (wording::reason(words, answer, reason)) }
                }
            }
        }
        (exposure(words, id, answer))
        (cover(words, answer))
    }
}

fn exposure(words: &Words, id: &str, answer: &Value) -> Markup {
    let currency = Currency::parse(text_of(answer, "payer_currency")).unwrap_or(Currency::EUR);
    let minor =
        |name: &str| answer[name].as_str().and_then(|text| parse_minor(text, currency.exponent()).ok());
    let figures = ExposureUse {
        open: minor("open").unwrap_or(0),
        orders: minor("orders").unwrap_or(0),
        this_order: minor("this_order").unwrap_or(0),
        limit: minor("limit"),
    };
    html! {
        h3 { (words.text("order-exposure")) ": " (words.money(text_of(answer, "exposure"), currency.code())) }
        (exposure_bar(words, id, currency, figures))
        @if minor("tolerance").is_some_and(|tolerance| tolerance > 0) {
            p.quiet { (words.with("order-tolerance", &[("amount", words.money(text_of(answer, "tolerance"), currency.code()))])) }
        }
    }
}

/// Whether it will be insured when invoiced, and on which dates that depends.
fn cover(words: &Words, answer: &Value) -> Markup {
    let currency = text_of(answer, "payer_currency");
    let money = |name: &str| answer[name].as_str().map(|amount| words.money(amount, currency));
    let covered = text_of(answer, "covered");
    let id = format!("order-covered-{}", covered.replace('_', "-"));
    let facts = [("amount", money("covered_amount").unwrap_or_default())];
    let tone = match covered {
        "yes" => "good",
        "partly" => "warn",
        "no" => "bad",
        _ => "quiet",
    };
    let dates = [
        ("invoice_date", "order-invoice-date"),
        ("due_date", "order-due-date"),
        ("max_term_date", "order-latest-due-date"),
        ("limit_ends", "order-limit-ends"),
        ("uncovered_from", "col-uncovered-from"),
    ];
    html! {
        h3 { (words.text("order-cover-ahead")) }
        p { (chip(tone, &words.with(&id, &facts))) }
        @let why = wording::cover_reasons(words, answer);
        @if !why.is_empty() { ul { @for reason in why { li { (reason) } } } }
        dl.facts {
            @for (name, label) in dates {
                @if let Some(date) = answer[name].as_str() { dt { (words.text(label)) } dd { (words.date_text(date)) } }
            }
            @for (name, label) in [("insured_sum", "order-sum-then"), ("cover_room", "order-room-then")] {
                @if let Some(amount) = money(name) { dt { (words.text(label)) } dd { (amount) } }
            }
        }
    }
}
