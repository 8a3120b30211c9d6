//! The list of limits by what one looks for.

use crate::access::roles::Permission;
use crate::limits::is_pending;
use crate::portfolio::Portfolio;
use crate::serve::{Call, Reply};
use crate::web::parts::{
    Column, Field, buyer_address, chip, date_cell, freshness_note, pager, table, text_of, text_opt,
    with_query,
};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, parse_minor};
use obligo_rules::problem::Problem;
use serde_json::Value;

/// Rows of a page.
const ROWS: usize = 50;

/// Days ahead in which an ending limit is *expiring*.
const EXPIRING_DAYS: i32 = 60;

/// What one looks for: name, and whether a line is of it.
const TABS: &[&str] = &["in-force", "pending", "increases", "expiring", "conditions", "all"];

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
    let lines: Vec<&Value> = if is_increase {
        book.lines.iter().filter(|line| needs_increase(line)).filter(is_found).filter(of_policy).collect()
    } else {
        let until = call.today().plus_days(EXPIRING_DAYS);
        portfolio
            .limits
            .iter()
            .filter(|line| is_of(tab, line, until))
            .filter(is_found)
            .filter(of_policy)
            .collect()
    };
    let from = usize::try_from(call.query_number("from", 0, 0)?).unwrap_or(0).min(lines.len());
    let shown = lines.iter().skip(from).take(ROWS);
    let (columns, rows): (Vec<Column>, Vec<Markup>) = if is_increase {
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
        (table(&words.text(&format!("limits-tab-{tab}")), &columns, &rows, &Markup::default(), &words.text("limits-none")))
        @if lines.len() > ROWS {
            (pager(words, from, rows.len(), lines.len(), &|to| with_query(&call, &[("from", &to.to_string())])))
        }
    };
    Ok(Reply::page("limits", title, body))
}

fn is_of(tab: &str, line: &Value, until: Day) -> bool {
    let in_force = line["in_force"] == true;
    match tab {
        "in-force" => in_force,
        "pending" => is_pending(text_of(line, "state")),
        "expiring" => {
            in_force && text_opt(line, "valid_until").and_then(Day::parse_iso).is_some_and(|day| day <= until)
        }
        "conditions" => {
            text_opt(line, "conditions").is_some() && (in_force || is_pending(text_of(line, "state")))
        }
        _ => true,
    }
}

/// A main buyer whose sum is used up (R2.1): nothing of it is left and more is open.
fn needs_increase(line: &Value) -> bool {
    let exponent = Currency::parse(text_of(line, "currency")).unwrap_or(Currency::EUR).exponent();
    let amount = |name: &str| parse_minor(text_of(line, name), exponent).unwrap_or(0);
    text_of(line, "kind") == "named" && amount("insurable_open") > amount("insured_sum")
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
        Column::text(words.text("col-state")),
        Column::number(words.text("col-amount")),
        Column::text(words.text("col-valid-from")),
        Column::text(words.text("col-valid-until")),
        Column::number(words.text("col-requested-amount")),
        Column::text(words.text("col-requested-on")),
        Column::text(words.text("col-conditions")),
        Column::text(words.text("col-reference")),
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
        td { (text_of(line, "policy")) @if line["top_up"] == true { " " (chip("quiet", &words.text("limits-top-up"))) } }
        td { (chip(tone, &words.text(&format!("limit-state-{}", state.replace(' ', "-"))))) }
        td.number { (money("amount").unwrap_or_else(|| "–".to_owned())) }
        (date_cell(words, text_opt(line, "valid_from")))
        (date_cell(words, text_opt(line, "valid_until")))
        td.number { (money("requested_amount").unwrap_or_else(|| "–".to_owned())) }
        (date_cell(words, text_opt(line, "requested_on")))
        td {
            (text_of(line, "conditions"))
            @if text_opt(line, "conditions").is_some() {
                " " @if line["conditions_met"] == true { (chip("good", &words.text("limits-met"))) } @else { (chip("warn", &words.text("limits-not-met"))) }
            }
        }
        td { (text_of(line, "reference")) }
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
        td { @if call.caller.may_for_group(Permission::Record) && text_opt(line, "requested_amount").is_none() { a href=(ask) { (words.text("limits-ask")) } } }
    }
}
