//! What happened to an item's insurance data: who changed what, when and why.

use super::page::Shown;
use crate::access::roles::Permission;
use crate::item_names::{cause_message, field_message, reporting_message};
use crate::serve::Call;
use crate::web::parts::{Column, status_chip, table, text_of, text_opt};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::codes::ReportingStatus;
use serde_json::Value;

/// Every change, newest first.
pub fn card(call: &Call, shown: &Shown) -> Markup {
    let words = call.words;
    let currency = shown.item.view.policy_currency.code();
    let rows: Vec<Markup> = shown.item.history.iter().rev().map(|entry| row(call, entry, currency)).collect();
    let title = words.text("explain-history");
    let columns = ["col-recorded-at", "col-actor", "col-what", "col-key-date", "col-changed", "col-why"]
        .map(|id| Column::text(words.text(id)));
    html! {
        section.card {
            h2 { (title) }
            (table(&title, &columns, &rows, &Markup::default(), &words.text("items-no-history")))
        }
    }
}

fn row(call: &Call, entry: &Value, currency: &str) -> Markup {
    let words = call.words;
    let when = words.instant(text_of(entry, "recorded_at"));
    let number = entry["entry"].as_i64().unwrap_or(0);
    html! {
        td.date {
            @if call.caller.may(Permission::Audit) && call.caller.sees_whole_group() { a href=(format!("/audit/{number}")) { (when) } } @else { (when) }
        }
        td { (text_of(entry, "actor")) }
        td {
            (words.text(cause_message(text_of(entry, "cause"))))
            @if let Some(run) = entry["run"].as_i64() {
                " " @if call.caller.sees_whole_group() { a href=(format!("/runs/{run}")) { (run) } } @else { (run) }
            }
            @if entry["reversed"] == true { " " span.quiet { (words.text("flag-reversed")) } }
        }
        td.date { @match text_opt(entry, "key_date") { Some(iso) => (words.date_text(iso)), None => "–" } }
        td { (changes(words, &entry["changes"], currency)) }
        td { (text_of(entry, "reason")) }
    }
}

fn changes(words: &Words, changes: &Value, currency: &str) -> Markup {
    // The codes of reasons stand above as texts.
    let all = changes.as_object().into_iter().flatten().filter(|(name, _)| !name.ends_with("_reason"));
    let all: Vec<_> = all.collect();
    if all.is_empty() {
        return html! { "–" };
    }
    html! {
        ul.changes {
            @for (name, change) in all {
                li {
                    span.quiet { (words.text(&field_message(name))) ": " }
                    (changed(words, name, change, currency))
                }
            }
        }
    }
}

/// A datum before and after.
fn changed(words: &Words, name: &str, change: &Value, currency: &str) -> Markup {
    let is_new = change["before"].is_null() || change["before"] == "";
    html! {
        @if !is_new { del { (value(words, name, &change["before"], currency)) } " → " }
        (value(words, name, &change["after"], currency))
    }
}

/// A datum of an item as people read it; amounts in the policy's currency.
pub fn value(words: &Words, name: &str, value: &Value, currency: &str) -> Markup {
    match (name, value) {
        (_, Value::Null) => html! { "–" },
        (_, Value::Bool(is_on)) => html! { (words.text(if *is_on { "yes" } else { "no" })) },
        ("status", Value::String(code)) => status_chip(words, code),
        ("reporting_status", Value::String(code)) => {
            let status = ReportingStatus::parse(code).unwrap_or(ReportingStatus::None);
            html! { (words.text(reporting_message(status))) }
        }
        ("insured", Value::String(plain)) => html! { (words.money(plain, currency)) },
        (_, Value::String(text)) => html! { (words.date_text(text)) },
        (_, other) => html! { (other) },
    }
}
