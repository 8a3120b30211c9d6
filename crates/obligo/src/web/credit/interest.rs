//! `/credit/interest`: what a payer's late items have cost it, and the rates by law.

use crate::access::roles::Permission;
use crate::credit::account_id;
use crate::credit::reminders::interest::{InterestRequest, rates, statement};
use crate::credit::reminders::terms::rates_missing;
use crate::serve::{Access, Call, Page, Reply, Route, http_status};
use crate::web::credit::tabs;
use crate::web::parts::{
    Column, Field, amount_cell, buyer_address, date_cell, figure_money, item_address, problem_box, table,
    text_of,
};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::Value;

/// Pages of this area.
pub const ROUTES: &[Route] = &[Route::page("/credit/interest", Access::Allowed(Permission::Read), page)];

fn page(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let found = call
        .query("account")
        .filter(|account| !account.trim().is_empty())
        .map(|account| asked(&call, account));
    let (shown, status) = match &found {
        None => (Markup::default(), None),
        Some(Ok(found)) => (drawn(&call, found), None),
        Some(Err(problem)) => (problem_box(words, problem), Some(http_status(problem))),
    };
    let typed = |name: &str| call.query(name).unwrap_or("").to_owned();
    let title = words.text("reminder-interest");
    let body = html! {
        h1 { (title) }
        (tabs(words, &call.caller, "reminders"))
        p.trail { a href="/credit/reminders" { (words.text("reminders-title")) } }
        p.quiet { (words.text("interest-what")) }
        form.tools.no-print method="get" action="/credit/interest" {
            (Field::new("account", &words.text("col-account"), &typed("account")).required().lookup("/lookup/buyers"))
            (Field::new("until", &words.text("report-field-until"), &typed("until")).date())
            button.primary type="submit" { (words.text("interest-show")) }
        }
        (shown)
        h2 { (words.text("interest-rates")) }
        (rates_table(&call)?)
    };
    let page = Page::new("credit", title, body);
    Ok(Reply::Page(match status {
        Some(status) => page.with_status(status),
        None => page,
    }))
}

fn asked(call: &Call, account: &str) -> Result<Value, Problem> {
    let mut session = call.session();
    let account = account_id(&mut session, account.trim())?;
    let until = call.query_day("until")?.unwrap_or_else(|| call.today());
    statement(&mut session, &InterestRequest { account, until, companies: call.caller.companies().cloned() })
}

fn drawn(call: &Call, found: &Value) -> Markup {
    let words = call.words;
    let account = text_of(found, "account");
    let until = text_of(found, "until");
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("account", account)
        .append_pair("until", until)
        .finish();
    let columns = [
        Column::text(words.text("col-document-no")),
        Column::text(words.text("col-due-date")),
        Column::number(words.text("col-open")),
        Column::number(words.text("col-interest")),
        Column::text(words.text("col-currency")),
        Column::text(words.text("interest-periods")),
    ];
    let row = |line: &Value| {
        let periods = line["periods"].as_array().into_iter().flatten();
        html! {
            td { a href=(item_address(text_of(line, "item"))) { (text_of(line, "document_no")) } }
            (date_cell(words, line["due_date"].as_str()))
            (amount_cell(words, line["open"].as_str()))
            (amount_cell(words, line["interest"].as_str()))
            td { (text_of(line, "currency")) }
            td { @for period in periods { div { (period_text(call, period, text_of(line, "currency"))) } } }
        }
    };
    let rows: Vec<Markup> = found["items"].as_array().into_iter().flatten().map(row).collect();
    let none = words.with("interest-none", &[("date", words.date_text(until))]);
    html! {
        div.head {
            h2 { a href=(buyer_address(account)) { (text_of(found, "name")) } " " span.quiet { (account) } }
            a.button href=(format!("/reports/interest-statement?{query}")) { (words.text("reminders-letter")) }
        }
        @for told in rates_missing(words, found) { p.notice.warn { (told) " " a href="/import" { (words.text("nav-import")) } } }
        div.figures {
            @for total in found["totals"].as_array().into_iter().flatten() {
                div.figure {
                    b { (figure_money(words, text_of(total, "interest"), text_of(total, "currency"))) }
                    span { (words.with("interest-until", &[("date", words.date_text(until))])) }
                }
            }
        }
        (table(&words.text("reminder-items"), &columns, &rows, &Markup::default(), &none))
    }
}

fn period_text(call: &Call, period: &Value, currency: &str) -> String {
    let words = call.words;
    words.with(
        "interest-period",
        &[
            ("from", words.date_text(text_of(period, "from"))),
            ("until", words.date_text(text_of(period, "until"))),
            ("amount", words.money(text_of(period, "amount"), currency)),
            ("rate", words.number(text_of(period, "rate"))),
        ],
    )
}

fn rates_table(call: &Call) -> Result<Markup, Problem> {
    let words = call.words;
    let columns = [
        Column::text(words.text("col-country")),
        Column::text(words.text("col-valid-from")),
        Column::text(words.text("col-valid-until")),
        Column::number(words.text("col-reference-rate")),
        Column::number(words.text("col-margin")),
        Column::number(words.text("col-compensation")),
        Column::text(words.text("col-currency")),
        Column::text(words.text("col-source")),
    ];
    let mut lines = rates(&mut call.session())?;
    lines.sort_by_key(|line| std::cmp::Reverse(text_of(line, "valid_from").to_owned()));
    let row = |line: &Value| {
        html! {
            td { (text_of(line, "country")) }
            (date_cell(words, line["valid_from"].as_str()))
            (date_cell(words, line["valid_until"].as_str()))
            td.number { (words.number(text_of(line, "reference_rate"))) }
            td.number { (words.number(text_of(line, "margin"))) }
            (amount_cell(words, line["compensation"].as_str()))
            td { (text_of(line, "currency")) }
            td { (text_of(line, "source")) }
        }
    };
    let rows: Vec<Markup> = lines.iter().map(row).collect();
    Ok(table(&words.text("interest-rates"), &columns, &rows, &Markup::default(), ""))
}
