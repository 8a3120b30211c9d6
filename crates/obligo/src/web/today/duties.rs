//! The next duties, the most urgent first, with days left and money at stake.

use super::View;
use crate::web::parts::{Column, buyer_address, chip, item_address, table, text_of};
use crate::words::Words;
use maud::{Markup, html};
use serde_json::Value;

/// Rows shown here; the rest is on the page of deadlines.
const ROWS: usize = 12;

/// The section.
pub fn section(view: &View<'_>) -> Markup {
    let words = view.words;
    let columns = [
        Column::number(words.text("col-days-left")),
        Column::text(words.text("col-date")),
        Column::text(words.text("col-what")),
        Column::text(words.text("today-of")),
        Column::number(words.text("col-open")),
        Column::number(words.text("col-insured")),
    ];
    let rows: Vec<Markup> = view.duties.iter().take(ROWS).map(|duty| row(words, duty)).collect();
    html! {
        section.card {
            div.head {
                h2 { (words.text("today-duties")) }
                @if view.duties.len() > ROWS { a href="/deadlines" { (words.count("today-duties-all", view.duties.len())) } }
            }
            (table(&words.text("today-duties"), &columns, &rows, &Markup::default(), &words.text("today-duties-none")))
        }
    }
}

fn row(words: &Words, duty: &Value) -> Markup {
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
        td { (words.text(&format!("duty-{}", text_of(duty, "what").replace('_', "-")))) }
        td { (of(duty)) }
        td.number { (money("open")) }
        td.number { (money("insured")) }
    }
}

/// The item, buyer or policy a duty is of, as a link.
pub fn of(duty: &Value) -> Markup {
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
            a href=(format!("/policies/{}", crate::web::parts::segment(text_of(duty, "policy")))) { (text_of(duty, "policy")) }
        }
    }
}
