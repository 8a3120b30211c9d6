//! Excess that is accepted, and what has ended (R9.4).

use crate::access::roles::Permission;
use crate::portfolio::Portfolio;
use crate::serve::Call;
use crate::web::parts::{Column, buyer_address, chip, date_cell, segment, table, text_of, text_opt};
use crate::words::Words;
use maud::{Markup, html};
use serde_json::Value;

/// The acceptances of the list: those that count or begin later, and those that ended without a later decision.
pub fn current(portfolio: &Portfolio) -> Vec<&Value> {
    let is_current = |line: &&Value| matches!(text_of(line, "state"), "running" | "ahead" | "ended");
    portfolio.excess_decisions.iter().filter(is_current).collect()
}

/// Columns of the list.
pub fn columns(words: &Words) -> Vec<Column> {
    vec![
        Column::text(words.text("col-name")),
        Column::text(words.text("col-policy")),
        Column::number(words.text("decisions-amount")),
        Column::text(words.text("col-state")),
        Column::text(words.text("col-valid-from")),
        Column::text(words.text("decisions-until")),
        Column::text(words.text("decisions-reason")),
        Column::text(words.text("col-decided-by")),
        Column::text(words.text("limits-do")),
    ]
}

/// A row of the list.
#[must_use]
pub fn row(call: &Call, line: &Value) -> Markup {
    let words = call.words;
    let account = text_of(line, "account");
    html! {
        td { a href=(buyer_address(account)) { (text_of(line, "name")) } " " span.quiet { (account) } }
        td { (text_of(line, "policy")) }
        td.number { (amount(words, line)) }
        td { (state(words, line)) }
        (date_cell(words, text_opt(line, "valid_from")))
        (date_cell(words, text_opt(line, "valid_until")))
        td { (text_of(line, "reason")) }
        td { (who(line)) }
        td {
            @if call.caller.may_for_group(Permission::Record) {
                a href=(format!("/limits/decide?account={}", segment(account))) { (words.text("decisions-again")) }
            }
        }
    }
}

fn amount(words: &Words, line: &Value) -> String {
    let money = |plain| words.money(plain, text_of(line, "currency"));
    text_opt(line, "amount").map_or_else(|| "–".to_owned(), money)
}

fn who(line: &Value) -> Markup {
    html! {
        (text_of(line, "decided_by"))
        @if let Some(by) = text_opt(line, "proposed_by") { " " span.quiet { "(" (by) ")" } }
    }
}

fn state(words: &Words, line: &Value) -> Markup {
    let state = text_of(line, "state");
    let tone = match state {
        "running" => "good",
        "ended" => "bad",
        "ahead" => "warn",
        _ => "quiet",
    };
    chip(tone, &words.text(&format!("decision-state-{state}")))
}

/// The decisions of these accounts, the latest first; nothing where there is none.
pub fn decisions_of(words: &Words, portfolio: &Portfolio, accounts: &[String]) -> Markup {
    let is_of_them = |line: &&Value| accounts.iter().any(|account| text_of(line, "account") == account);
    let lines: Vec<&Value> = portfolio.excess_decisions.iter().filter(is_of_them).collect();
    if lines.is_empty() {
        return Markup::default();
    }
    let is_shared = accounts.len() > 1;
    let mut columns = vec![
        Column::text(words.text("decisions-kind")),
        Column::number(words.text("col-amount")),
        Column::text(words.text("col-state")),
        Column::text(words.text("col-valid-from")),
        Column::text(words.text("decisions-until")),
        Column::text(words.text("decisions-reason")),
        Column::text(words.text("decisions-reference")),
        Column::text(words.text("col-decided-by")),
    ];
    if is_shared {
        columns.insert(0, Column::text(words.text("col-name")));
    }
    let row = |line: &&Value| {
        html! {
            @if is_shared { td { (text_of(line, "name")) " " span.quiet { (text_of(line, "account")) } } }
            td { (words.text(&format!("decision-kind-{}", text_of(line, "kind").replace('_', "-")))) }
            td.number { (amount(words, line)) }
            td { (state(words, line)) }
            (date_cell(words, text_opt(line, "valid_from")))
            (date_cell(words, text_opt(line, "valid_until")))
            td { (text_of(line, "reason")) }
            td { (text_of(line, "reference")) }
            td { (who(line)) br; span.quiet { (words.instant(text_of(line, "recorded_at"))) } }
        }
    };
    let rows: Vec<Markup> = lines.iter().map(row).collect();
    let title = words.text("decisions-title");
    html! {
        section.card #decisions {
            h2 { (title) }
            (table(&title, &columns, &rows, &Markup::default(), ""))
        }
    }
}
