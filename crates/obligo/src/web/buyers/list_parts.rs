//! Rows, columns and filters of the list of buyers.

use crate::buyer_names::cover_message;
use crate::portfolio::{BuyerBook, BuyerChoice, BuyerMark, BuyerOrder, BuyerSums, Portfolio};
use crate::serve::Call;
use crate::web::charts::{LimitUse, limit_bar};
use crate::web::parts::{Column, Field, amount_cell, buyer_address, chip, text_of, text_opt, with_query};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::codes::CoverKind;
use obligo_rules::money::{Currency, format_minor, parse_minor};
use serde_json::Value;

/// The account of a line as addresses and people name it: `10021/0/D`, or `@ENTITY` for a prospect.
pub fn account_of(line: &Value) -> String {
    if line.get("prospect").and_then(Value::as_bool) == Some(true) {
        return format!("@{}", text_of(line, "legal_entity"));
    }
    ["account", "branch", "account_type"].map(|name| text_of(line, name)).join("/")
}

/// What the query of the page chooses.
pub fn choice_of(call: &Call) -> BuyerChoice {
    let text = |name: &str| call.query(name).unwrap_or("").to_owned();
    let named = |name: &str| BuyerOrder::ALL.iter().find(|(_, n)| *n == name).map(|(order, _)| *order);
    let is_on = |name: &str| call.query(name).is_some();
    BuyerChoice {
        search: text("q"),
        policy: text("policy"),
        kind: text("kind"),
        country: text("country"),
        credit_manager: text("credit_manager"),
        marks: BuyerMark::ALL.iter().filter(|(_, name)| is_on(name)).map(|(mark, _)| *mark).collect(),
        order: call.query("order").and_then(named).unwrap_or_default(),
        descending: is_on("descending"),
    }
}

/// Columns with the addresses that order by them: figures the largest first, the second press turns it round.
pub fn columns(call: &Call, choice: &BuyerChoice) -> Vec<Column> {
    let words = call.words;
    let ordered = |order: BuyerOrder, column: Column| {
        let name = BuyerOrder::ALL.iter().find(|(o, _)| *o == order).map_or("", |(_, name)| *name);
        let is_by = choice.order == order;
        let descending = if is_by { !choice.descending } else { column.is_number };
        let turn = if descending { "true" } else { "" };
        Column {
            order_by: Some(with_query(call, &[("order", name), ("descending", turn), ("from", "")])),
            ordered: is_by.then_some(if choice.descending { "descending" } else { "ascending" }),
            ..column
        }
    };
    let text = |id: &str| Column::text(words.text(id));
    let number = |id: &str| Column::number(words.text(id));
    vec![
        ordered(BuyerOrder::Account, text("col-account")),
        ordered(BuyerOrder::Name, text("col-name")),
        text("col-cover"),
        ordered(BuyerOrder::Use, text("buyers-use")),
        ordered(BuyerOrder::InsuredSum, number("col-insured-sum")),
        ordered(BuyerOrder::Insured, number("col-used")),
        ordered(BuyerOrder::Room, number("col-room")),
        ordered(BuyerOrder::Open, number("col-open")),
    ]
}

/// A line of the list as cells.
pub fn row(words: &Words, book: &BuyerBook, position: u32) -> Markup {
    let Some(line) = book.lines.get(position as usize) else { return Markup::default() };
    let account = account_of(line);
    html! {
        td.date { a href=(buyer_address(&account)) { (account) } }
        td.marks {
            (text_of(line, "name")) " " span.quiet { (text_of(line, "country")) }
            @let marked = book.marks(position);
            @if !marked.is_empty() { div { (marks(words, &marked)) } }
        }
        td { (cover_text(words, line)) }
        td.bar { (use_bar(words, &format!("use-{position}"), line)) }
        (amount_cell(words, text_opt(line, "insured_sum")))
        (amount_cell(words, text_opt(line, "insured")))
        (amount_cell(words, text_opt(line, "room")))
        (amount_cell(words, text_opt(line, "open")))
    }
}

/// Kind of cover and policy.
pub fn cover_text(words: &Words, line: &Value) -> Markup {
    html! {
        (words.text(cover_message(text_of(line, "kind"))))
        " " span.quiet { @if let Some(policy) = text_opt(line, "policy") { (policy) " " } (text_of(line, "currency")) }
    }
}

/// Insured sum against what is insurable; nothing for lines without a sum.
pub fn use_bar(words: &Words, id: &str, line: &Value) -> Markup {
    let currency = Currency::parse(text_of(line, "currency")).unwrap_or(Currency::EUR);
    let minor = |name: &str| parse_minor(text_of(line, name), currency.exponent()).unwrap_or(0);
    let exposure = minor("insurable_open").max(0);
    let limit = LimitUse { sum: minor("insured_sum"), insured: minor("insured"), exposure };
    if text_opt(line, "insured_sum").is_none() || (limit.sum == 0 && limit.exposure == 0) {
        return html! { span.quiet { "–" } };
    }
    limit_bar(words, id, currency, limit)
}

/// The message and tone of a mark.
pub fn mark_message(mark: BuyerMark) -> (&'static str, &'static str) {
    match mark {
        BuyerMark::OverLimit => ("buyers-over-limit", "warn"),
        BuyerMark::Stopped => ("buyers-stopped", "bad"),
        BuyerMark::MustBeOffered => ("buyers-must-be-offered", "warn"),
        BuyerMark::OverCreditLimit => ("buyers-over-credit-limit", "warn"),
    }
}

/// Marks as chips.
pub fn marks(words: &Words, marks: &[BuyerMark]) -> Markup {
    html! {
        @for mark in marks {
            @let (message, tone) = mark_message(*mark);
            (chip(tone, &words.text(message))) " "
        }
    }
}

/// A row of sums.
pub fn sums_row(words: &Words, sums: &BuyerSums) -> Markup {
    let plain = |minor: i64| format_minor(minor, sums.currency.exponent());
    html! {
        tr {
            th scope="row" colspan="4" { (words.with("buyers-sum", &[("currency", sums.currency.code().to_owned())])) }
            @for minor in [sums.insured_sum, sums.insured, sums.room, sums.open] {
                (amount_cell(words, Some(&plain(minor))))
            }
        }
    }
}

/// The form that chooses, without scripts too.
pub fn filters(call: &Call, portfolio: &Portfolio, book: &BuyerBook, choice: &BuyerChoice) -> Markup {
    let words = call.words;
    let any = || (String::new(), words.text("buyers-any"));
    let same = |texts: &mut dyn Iterator<Item = String>| -> Vec<(String, String)> {
        std::iter::once(any()).chain(texts.map(|text| (text.clone(), text))).collect()
    };
    let policies = same(&mut portfolio.snapshot.policies.keys().cloned());
    let countries = same(&mut book.countries.iter().cloned());
    let managers = same(&mut book.credit_managers.iter().cloned());
    let kinds =
        CoverKind::ALL.iter().map(|kind| (kind.code().to_owned(), words.text(cover_message(kind.code()))));
    let kinds: Vec<_> = std::iter::once(any()).chain(kinds).collect();
    let label = |id: &str| words.text(id);
    let (search, policy, kind) = (label("frame-search"), label("col-policy"), label("col-cover"));
    let (country, manager) = (label("col-country"), label("buyers-credit-manager"));
    html! {
        form.filters action="/buyers" method="get" {
            div.tools {
                (Field::new("q", &search, &choice.search).text("search"))
                (Field::new("policy", &policy, &choice.policy).select(&policies))
                (Field::new("kind", &kind, &choice.kind).select(&kinds))
                (Field::new("country", &country, &choice.country).select(&countries))
                @if managers.len() > 1 {
                    (Field::new("credit_manager", &manager, &choice.credit_manager).select(&managers))
                }
            }
            div.tools {
                @for (mark, name) in BuyerMark::ALL {
                    @let text = words.text(mark_message(*mark).0);
                    @let value = if choice.marks.contains(mark) { "true" } else { "" };
                    (Field::new(name, &text, value).check())
                }
            }
            div.tools {
                @for name in ["order", "descending"] {
                    @if let Some(value) = call.query(name) { input type="hidden" name=(name) value=(value); }
                }
                button.primary type="submit" { (words.text("buyers-show")) }
                a.button href="/buyers" { (words.text("buyers-reset")) }
                a.button href=(download_address(call)) { (words.text("buyers-download")) }
            }
        }
    }
}

fn download_address(call: &Call) -> String {
    let here = with_query(call, &[("from", "")]);
    format!("/buyers/download{}", here.find('?').map_or("", |at| &here[at..]))
}
