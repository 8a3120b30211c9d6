//! A row of a table of duties: what is due, until when, of what, and the money at stake.

use super::parts::{Column, buyer_address, chip, item_address, segment, text_of};
use crate::duty::duty_name;
use crate::words::Words;
use maud::{Markup, html};
use serde_json::Value;

/// The columns of [`duty_row`].
pub fn duty_columns(words: &Words) -> [Column; 7] {
    [
        Column::number(words.text("col-days-left")),
        Column::text(words.text("col-date")),
        Column::text(words.text("col-what")),
        Column::text(words.text("today-of")),
        Column::text(words.text("col-policy")),
        Column::number(words.text("col-open")),
        Column::number(words.text("col-insured")),
    ]
}

/// The cells of a duty.
pub fn duty_row(words: &Words, duty: &Value) -> Markup {
    let left = duty["days_left"].as_i64().unwrap_or(0);
    let tone = match left {
        ..=3 => "bad",
        4..=14 => "warn",
        _ => "quiet",
    };
    let money = |name: &str| words.money(text_of(duty, name), text_of(duty, "currency"));
    html! {
        td.number { (chip(tone, &words.number(&left.to_string()))) }
        td.date { (words.date_text(text_of(duty, "date"))) }
        td.long { (duty_name(words, text_of(duty, "what"))) @if duty["projected"] == true { " " span.quiet { (words.text("deadlines-projected")) } } }
        td { (duty_of(duty)) }
        td { (text_of(duty, "policy")) }
        td.number { (money("open")) }
        td.number { (money("insured")) }
    }
}

/// The item, buyer or policy a duty is of, as a link.
pub fn duty_of(duty: &Value) -> Markup {
    let (account, name) = (text_of(duty, "account"), text_of(duty, "name"));
    let key = format!("{account}/{}/{}", text_of(duty, "branch"), text_of(duty, "account_type"));
    let item =
        format!("{}/{}/{}", text_of(duty, "company"), text_of(duty, "document_no"), text_of(duty, "kind"));
    html! {
        @if duty["document_no"].is_string() {
            a href=(item_address(&item)) { (text_of(duty, "document_no")) }
            " " span.quiet { (name) }
        } @else if !account.is_empty() {
            a href=(buyer_address(&key)) { (name) }
        } @else {
            a href=(format!("/policies/{}", segment(text_of(duty, "policy")))) { (text_of(duty, "policy")) }
        }
    }
}
