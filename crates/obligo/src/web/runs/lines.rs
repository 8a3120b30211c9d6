//! The lines and totals of a run as tables, frozen or previewed.

use crate::web::parts::{
    Column, amount_cell, buyer_address, chip, date_cell, figure_money, item_address, status_chip, table,
    text_of, text_opt,
};
use crate::words::Words;
use maud::{Markup, html};
use serde_json::Value;

/// Amounts of a declaration, by column; a procedure has some of them.
const AMOUNTS: &[&str] = &[
    "insured_sum",
    "turnover",
    "time_premium_base",
    "receivables",
    "bills",
    "credits",
    "declared",
    "insurable_open",
];

/// Amounts of the totals sheet.
const SHEET: &[&str] = &["turnover", "time_premium_base", "receivables", "bills", "credits", "declared"];

/// The heading of a column.
pub fn heading(words: &Words, name: &str) -> String {
    words.text(&format!("col-{}", name.replace('_', "-")))
}

/// A run in words: what it is, for whom.
pub fn title(words: &Words, parameters: &Value) -> String {
    let policy = [("policy", text_of(parameters, "policy").to_owned())];
    words.with(
        match text_of(parameters, "buyers") {
            "named" => "declare-title-named",
            "unnamed" => "declare-title-unnamed",
            _ => "notify-title",
        },
        &policy,
    )
}

/// Lines of a run of this kind.
pub fn lines(words: &Words, kind: &str, lines: &[Value]) -> Markup {
    let caption = words.text("runs-lines");
    if kind == "declare" {
        let present: Vec<&str> = AMOUNTS
            .iter()
            .copied()
            .filter(|name| lines.first().is_some_and(|line| line.get(name).is_some()))
            .collect();
        let texts = ["name", "country"].map(|name| Column::text(heading(words, name)));
        let amounts = present.iter().map(|name| Column::number(heading(words, name)));
        let last = Column::text(heading(words, "uncovered_from"));
        let columns: Vec<Column> = texts.into_iter().chain(amounts).chain([last]).collect();
        let rows: Vec<Markup> = lines.iter().map(|line| buyer(words, line, &present)).collect();
        return table(&caption, &columns, &rows, &Markup::default(), &words.text("declare-nothing"));
    }
    let columns = [
        Column::text(heading(words, "document_no")),
        Column::text(heading(words, "name")),
        Column::text(heading(words, "document_date")),
        Column::text(heading(words, "net_due_date")),
        Column::text(heading(words, "deadline")),
        Column::text(heading(words, "status")),
        Column::number(heading(words, "open")),
        Column::number(heading(words, "insured")),
        Column::number(heading(words, "amount")),
        Column::text(heading(words, "status_before")),
        Column::text(heading(words, "status_after")),
        Column::text(heading(words, "blocks_new")),
    ];
    let rows: Vec<Markup> = lines.iter().map(|line| item(words, line)).collect();
    table(&caption, &columns, &rows, &Markup::default(), &words.text("notify-nothing"))
}

fn account(line: &Value) -> String {
    format!("{}/{}/{}", text_of(line, "account"), text_of(line, "branch"), text_of(line, "account_type"))
}

fn buyer(words: &Words, line: &Value, amounts: &[&str]) -> Markup {
    let account = account(line);
    html! {
        td { a href=(buyer_address(&account)) { (text_of(line, "name")) } " " span.quiet { (account) } }
        td { (text_of(line, "country")) }
        @for name in amounts { (amount_cell(words, text_opt(line, name))) }
        (date_cell(words, text_opt(line, "uncovered_from")))
    }
}

fn item(words: &Words, line: &Value) -> Markup {
    let account = account(line);
    let (company, document, kind) =
        (text_of(line, "company"), text_of(line, "document_no"), text_of(line, "kind"));
    html! {
        td { a href=(item_address(&format!("{company}/{document}/{kind}"))) { (document) } " " span.quiet { (company) } }
        td { a href=(buyer_address(&account)) { (text_of(line, "name")) } " " span.quiet { (account) } }
        (date_cell(words, text_opt(line, "document_date")))
        (date_cell(words, text_opt(line, "net_due_date")))
        (date_cell(words, text_opt(line, "deadline")))
        td { (status_chip(words, text_of(line, "status"))) }
        (amount_cell(words, text_opt(line, "open")))
        (amount_cell(words, text_opt(line, "insured")))
        (amount_cell(words, text_opt(line, "amount")))
        td { (text_of(line, "status_before")) }
        td { (text_of(line, "status_after")) }
        td { @if line["blocks_new"] == true { (chip("bad", &words.text("flag-blocks-new"))) } }
    }
}

/// The totals of a run: its figures, and for a declaration the sheet by domestic, abroad and country (R8.2).
pub fn totals(words: &Words, kind: &str, totals: &Value) -> Markup {
    let currency = text_of(totals, "currency");
    let amounts: &[&str] = if kind == "declare" {
        &["declared", "insured_sum", "insurable_open"]
    } else {
        &["amount", "open", "insured", "credits"]
    };
    let (counted, label) = if kind == "declare" { ("buyers", "col-buyers") } else { ("items", "col-count") };
    html! {
        div.figures {
            @for name in amounts {
                div.figure { b { (figure_money(words, text_of(totals, name), currency)) } span { (heading(words, name)) } }
            }
            div.figure { b { (words.number(&totals[counted].to_string())) } span { (words.text(label)) } }
        }
        @if kind == "declare" { (sheet(words, totals)) }
    }
}

fn sheet(words: &Words, totals: &Value) -> Markup {
    let present: Vec<&str> =
        SHEET.iter().copied().filter(|name| totals["domestic"].get(name).is_some()).collect();
    let columns: Vec<Column> = std::iter::once(Column::text(heading(words, "part")))
        .chain(present.iter().map(|name| Column::number(heading(words, name))))
        .collect();
    let row = |name: &str, figures: &Value| {
        html! {
            td { (name) }
            @for amount in &present { (amount_cell(words, text_opt(figures, amount))) }
        }
    };
    let countries = totals["countries"].as_object();
    let rows: Vec<Markup> = [("sheet-domestic", "domestic"), ("sheet-abroad", "abroad")]
        .into_iter()
        .map(|(label, part)| row(&words.text(label), &totals[part]))
        .chain(countries.into_iter().flatten().map(|(country, figures)| row(country, figures)))
        .collect();
    let foot = html! { tr { (row(&words.text("sheet-all"), totals)) } };
    html! {
        section.card {
            h2 { (words.text("runs-sheet")) }
            (table(&words.text("runs-sheet"), &columns, &rows, &foot, ""))
        }
    }
}
