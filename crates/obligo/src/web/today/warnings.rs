//! What is out of order: limits exceeded, items that cannot be insured, offers and evidence due, runs that are due.

use super::{View, whole, whole_units};
use crate::access::roles::Permission;
use crate::duty::duty_name;
use crate::runs;
use crate::web::duty::duty_of;
use crate::web::parts::{Column, buyer_address, date_cell, status_chip, table, text_of, text_opt};
use maud::{Markup, html};
use obligo_rules::money::{Currency, format_minor, parse_minor};
use obligo_rules::problem::Problem;
use serde_json::Value;
use std::cmp::Reverse;

/// Rows of each table.
const ROWS: usize = 8;

fn name(line: &Value) -> Markup {
    let account =
        format!("{}/{}/{}", text_of(line, "account"), text_of(line, "branch"), text_of(line, "account_type"));
    html! { a href=(buyer_address(&account)) { (text_of(line, "name")) } " " span.quiet { (text_of(line, "account")) } }
}

/// Who owes more than is insured, and by how much.
pub fn over_limit(view: &View<'_>) -> Markup {
    let words = view.words;
    let lines = &view.book.marked().over_limit;
    let columns = [
        Column::text(words.text("col-name")),
        Column::number(words.text("col-insurable-open")),
        Column::number(words.text("col-insured-sum")),
        Column::number(words.text("chart-over")),
    ];
    let row = |(n, over): &(u32, i64)| {
        let line = &view.book.lines[*n as usize];
        let currency = Currency::parse(text_of(line, "currency")).unwrap_or(Currency::EUR);
        let rounded = |name: &str| {
            let minor = parse_minor(text_of(line, name), currency.exponent()).unwrap_or(0);
            words.number(&whole_units(minor, currency).to_string())
        };
        html! {
            td { (name(line)) }
            td.number { (rounded("insurable_open")) }
            td.number { (rounded("insured_sum")) }
            td.number.bad-text { (whole(words, *over, currency)) }
        }
    };
    let rows: Vec<Markup> = lines.iter().take(ROWS).map(row).collect();
    html! {
        section.card {
            div.head {
                h2 { (words.text("today-over-limit")) }
                @if lines.len() > ROWS { a href="/buyers?over_limit=true" { (words.count("today-all", lines.len())) } }
            }
            (table(&words.text("today-over-limit"), &columns, &rows, &Markup::default(), &words.text("today-over-limit-none")))
        }
    }
}

/// What is open and not insured, by status.
pub fn uninsured(view: &View<'_>) -> Markup {
    let words = view.words;
    let columns = [
        Column::text(words.text("col-status")),
        Column::number(words.text("col-count")),
        Column::number(words.text("col-uninsured")),
    ];
    let mut rows = Vec::new();
    for of_currency in &view.overview.currencies {
        let mut statuses: Vec<_> = of_currency.uninsured.iter().collect();
        statuses.sort_by_key(|(_, (_, amount))| Reverse(*amount));
        for (status, (count, amount)) in statuses {
            let address =
                format!("/items?cover=part&cover=none&status={}", crate::web::parts::segment(status));
            let currency = of_currency.currency;
            rows.push(html! {
                td { a href=(address) { (status_chip(words, status)) } @if *status == "K" { " " span.quiet { (words.text("today-used-up")) } } }
                td.number { (words.number(&count.to_string())) }
                td.number { (words.money(&format_minor(*amount, currency.exponent()), currency.code())) }
            });
        }
    }
    html! {
        section.card {
            h2 { (words.text("today-why-uninsured")) }
            (table(&words.text("today-why-uninsured"), &columns, &rows, &Markup::default(), &words.text("today-why-uninsured-none")))
        }
    }
}

/// Buyers over the offering threshold, and evidence that expires.
pub fn offers_and_evidence(view: &View<'_>) -> Markup {
    let words = view.words;
    let offers = &view.book.marked().offered;
    let expiring: Vec<&&Value> =
        view.duties.iter().filter(|duty| text_of(duty, "what").ends_with("_expiry")).take(ROWS).collect();
    html! {
        section.card {
            h2 { (words.text("today-offers")) }
            @if offers.is_empty() && expiring.is_empty() { p.empty { (words.text("today-offers-none")) } }
            @if !offers.is_empty() {
                p { (words.count("today-offer-count", offers.len())) }
                ul { @for n in offers.iter().take(ROWS) { li { (name(&view.book.lines[*n as usize])) } } }
            }
            @if !expiring.is_empty() {
                ul {
                    @for duty in expiring {
                        li {
                            (duty_of(duty)) " – "
                            (duty_name(words, text_of(duty, "what"))) ", "
                            (words.date_text(text_of(duty, "date")))
                        }
                    }
                }
            }
        }
    }
}

/// The last final runs, and for which policies the last month end has none yet.
pub fn runs(view: &View<'_>) -> Result<Markup, Problem> {
    let words = view.words;
    let mut all = Vec::new();
    runs::list(&mut view.call.session(), None, &mut |line| {
        all.push(line);
        Ok(())
    })?;
    let last_month_end = view.call.today().month_start().plus_days(-1).to_string();
    let is_declared = |policy: &str| {
        all.iter().any(|run| {
            text_of(run, "kind") == "declare"
                && text_of(run, "policy") == policy
                && run["reversed"] == false
                && text_of(run, "key_date") >= last_month_end.as_str()
        })
    };
    let due: Vec<&String> =
        view.portfolio.snapshot.policies.keys().filter(|code| !is_declared(code)).collect();
    let columns = [
        Column::number(words.text("col-run")),
        Column::text(words.text("col-kind")),
        Column::text(words.text("col-policy")),
        Column::text(words.text("col-key-date")),
        Column::text(words.text("col-actor")),
    ];
    let row = |run: &Value| {
        let number = run["run"].to_string();
        html! {
            td.number { a href=(format!("/runs/{number}")) { (number) } }
            td { (words.text(&format!("run-{}", text_of(run, "kind")))) }
            td { (text_of(run, "policy")) }
            (date_cell(words, text_opt(run, "key_date")))
            td { (text_of(run, "actor")) }
        }
    };
    let rows: Vec<Markup> = all.iter().rev().take(6).map(row).collect();
    Ok(html! {
        section.card {
            h2 { (words.text("today-runs")) }
            @if !due.is_empty() {
                div.notice.warn {
                    p { (words.with("today-run-due", &[("date", words.date_text(&last_month_end))])) " " (due.iter().map(|code| code.as_str()).collect::<Vec<_>>().join(", ")) }
                    @if view.call.caller.may(Permission::Run) { p { a.button href=(format!("/runs/new?key_date={last_month_end}")) { (words.text("today-run-start")) } } }
                }
            }
            (table(&words.text("today-runs"), &columns, &rows, &Markup::default(), &words.text("today-runs-none")))
        }
    })
}
