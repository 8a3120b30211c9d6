//! The list of limits by what one looks for.

use super::accepted;
use super::requests::board;
use crate::access::roles::Permission;
use crate::portfolio::Portfolio;
use crate::serve::{Call, Reply};
use crate::web::parts::{
    Column, Field, buyer_address, chip, date_cell, freshness_note, pager, segment, table, text_of, text_opt,
    with_query,
};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::Value;

/// Rows of a page.
const ROWS: usize = 50;

/// What one looks for: name, and whether a line is of it.
const TABS: &[&str] =
    &["in-force", "pending", "requests", "increases", "accepted", "expiring", "conditions", "all"];

/// `/limits`.
pub fn list(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let (portfolio, freshness) = call.portfolio()?;
    let tab = call.query("tab").filter(|tab| TABS.contains(tab)).unwrap_or("in-force");
    let search = call.query("q").unwrap_or("").to_lowercase();
    let is_found = |line: &&Value| {
        search.is_empty()
            || ["account", "name", "legal_entity", "reference"]
                .iter()
                .any(|n| text_of(line, n).to_lowercase().contains(&search))
    };
    let of_policy =
        |line: &&Value| call.query("policy").is_none_or(|policy| text_of(line, "policy") == policy);
    let is_increase = tab == "increases";
    let book = portfolio.buyer_book(portfolio.company_ids(call.caller.companies()).as_ref());
    let marks = portfolio.marked_limits();
    let of_buyers =
        |positions: &[u32]| positions.iter().map(|n| &book.lines[*n as usize]).collect::<Vec<_>>();
    let of_limits =
        |positions: &[u32]| positions.iter().map(|n| &portfolio.limits[*n as usize]).collect::<Vec<_>>();
    let mut lines: Vec<&Value> = match tab {
        "increases" => of_buyers(&book.marked().increases),
        "in-force" => of_limits(&marks.in_force),
        "pending" => of_limits(&marks.pending),
        "expiring" => of_limits(&marks.expiring),
        "conditions" => of_limits(&marks.conditions),
        "accepted" => accepted::current(&portfolio),
        "requests" => Vec::new(),
        _ => portfolio.limits.iter().collect(),
    };
    if !search.is_empty() || call.query("policy").is_some() {
        lines.retain(|line| is_found(line) && of_policy(line));
    }
    let from = usize::try_from(call.query_number("from", 0, 0)?).unwrap_or(0).min(lines.len());
    let shown = lines.iter().skip(from).take(ROWS);
    let (columns, rows): (Vec<Column>, Vec<Markup>) = if tab == "accepted" {
        (accepted::columns(words), shown.map(|line| accepted::row(&call, line)).collect())
    } else if is_increase {
        (increase_columns(words), shown.map(|line| increase_row(&call, line)).collect())
    } else {
        (columns(words), shown.map(|line| row(words, line)).collect())
    };
    let title = words.text("nav-limits");
    let body = html! {
        div.head {
            h1 { (title) }
            @if call.caller.may_for_group(Permission::Record) { a.button.primary href="/limits/new" { (words.text("limits-enter")) } }
        }
        (freshness_note(words, freshness))
        nav.tabs aria-label=(title) {
            @for name in TABS {
                a href=(format!("/limits?tab={name}")) aria-current=[(*name == tab).then_some("page")] { (words.text(&format!("limits-tab-{name}"))) }
            }
        }
        (filters(&call, &portfolio, tab))
        @if tab == "requests" { (board(&call, &portfolio)) } @else { div.tight { (table(&words.text(&format!("limits-tab-{tab}")), &columns, &rows, &Markup::default(), &words.text(if tab == "accepted" { "decisions-none" } else { "limits-none" }))) } }
        @if lines.len() > ROWS {
            (pager(words, from, rows.len(), lines.len(), &|to| with_query(&call, &[("from", &to.to_string())])))
        }
    };
    Ok(Reply::page("limits", title, body))
}

fn filters(call: &Call, portfolio: &Portfolio, tab: &str) -> Markup {
    let words = call.words;
    let all = (String::new(), words.text("filter-all"));
    let codes = portfolio.snapshot.policies.keys().map(|code| (code.clone(), code.clone()));
    let policies: Vec<_> = std::iter::once(all).chain(codes).collect();
    html! {
        form.tools action="/limits" method="get" {
            input type="hidden" name="tab" value=(tab);
            (Field::new("q", &words.text("filter-search"), call.query("q").unwrap_or("")).text("search"))
            (Field::new("policy", &words.text("col-policy"), call.query("policy").unwrap_or("")).select(&policies))
            button type="submit" { (words.text("filter-apply")) }
        }
    }
}

fn columns(words: &Words) -> Vec<Column> {
    vec![
        Column::text(words.text("col-name")),
        Column::text(words.text("col-policy")),
        Column::number(words.text("col-amount")),
        Column::text(words.text("col-state")),
        Column::text(words.text("col-valid-from")),
        Column::text(words.text("col-valid-until")),
        Column::number(words.text("col-requested-amount")),
        Column::text(words.text("col-conditions")),
    ]
}

fn account(line: &Value) -> String {
    if line["prospect"] == true {
        return format!("@{}", text_of(line, "legal_entity"));
    }
    format!("{}/{}/{}", text_of(line, "account"), text_of(line, "branch"), text_of(line, "account_type"))
}

fn row(words: &Words, line: &Value) -> Markup {
    let state = text_of(line, "state");
    let tone = match state {
        "in force" | "increased" | "approved" => "good",
        "refused" | "withdrawn" => "bad",
        "expired" | "superseded" | "closed" => "quiet",
        _ => "warn",
    };
    let money =
        |name: &str| text_opt(line, name).map(|amount| words.money(amount, text_of(line, "currency")));
    let account = account(line);
    html! {
        td { a href=(buyer_address(&account)) { (text_of(line, "name")) } " " span.quiet { (account) } }
        td {
            (text_of(line, "policy")) @if line["top_up"] == true { " " (chip("quiet", &words.text("limits-top-up"))) }
            @if let Some(reference) = text_opt(line, "reference") { div.quiet title=(words.text("col-reference")) { (reference) } }
        }
        td.number { (money("amount").unwrap_or_else(|| "–".to_owned())) }
        td { (chip(tone, &words.text(&format!("limit-state-{}", state.replace(' ', "-"))))) }
        (date_cell(words, text_opt(line, "valid_from")))
        (date_cell(words, text_opt(line, "valid_until")))
        td.number {
            (money("requested_amount").unwrap_or_else(|| "–".to_owned()))
            @if let Some(day) = text_opt(line, "requested_on") { div.quiet { (words.date_text(day)) } }
        }
        td {
            (text_of(line, "conditions"))
            @if text_opt(line, "conditions").is_some() {
                " " @if line["conditions_met"] == true { (chip("good", &words.text("limits-met"))) } @else { (chip("warn", &words.text("limits-not-met"))) }
            }
        }
    }
}

fn increase_columns(words: &Words) -> Vec<Column> {
    vec![
        Column::text(words.text("col-name")),
        Column::text(words.text("col-policy")),
        Column::number(words.text("col-insured-sum")),
        Column::number(words.text("col-insurable-open")),
        Column::number(words.text("col-requested-amount")),
        Column::text(words.text("col-requested-on")),
        Column::text(words.text("limits-do")),
    ]
}

fn increase_row(call: &Call, line: &Value) -> Markup {
    let words = call.words;
    let account = account(line);
    let money =
        |name: &str| text_opt(line, name).map(|amount| words.money(amount, text_of(line, "currency")));
    let ask = form_urlencoded::Serializer::new("/limits/new?".to_owned())
        .append_pair("account", &account)
        .append_pair("policy", text_of(line, "policy"))
        .append_pair("requested_amount", text_of(line, "insurable_open"))
        .finish();
    html! {
        td { a href=(buyer_address(&account)) { (text_of(line, "name")) } " " span.quiet { (account) } }
        td { (text_of(line, "policy")) }
        td.number { (money("insured_sum").unwrap_or_else(|| "–".to_owned())) }
        td.number.bad-text { (money("insurable_open").unwrap_or_else(|| "–".to_owned())) }
        td.number { (money("requested_amount").unwrap_or_else(|| "–".to_owned())) }
        (date_cell(words, text_opt(line, "requested_on")))
        td {
            @if call.caller.may_for_group(Permission::Record) {
                @if text_opt(line, "requested_amount").is_none() { a href=(ask) { (words.text("limits-ask")) } br; }
                a href=(format!("/limits/decide?account={}", segment(&account))) { (words.text("limits-decide")) }
            }
        }
    }
}
