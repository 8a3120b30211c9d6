//! Decisions, evidence, co-insured accounts, items and deadlines of one buyer.

use super::book_of;
use super::page::{View, account_name, line_of};
use crate::buyer_names::{event_message, evidence_message, state_message};
use crate::buyer_timeline::{TimelineRequest, buyer_timeline};
use crate::credit::timeline::{Step, TimelineOf, timeline as timeline_steps};
use crate::duty::{duty_name, is_duty_seen};
use crate::limits::state_of;
use crate::messages::visible;
use crate::portfolio::{ItemChoice, ItemOrder};
use crate::reasons::of_item;
use crate::web::charts::{LimitTimeline, TimelineMarker, cover_bar, limit_timeline};
use crate::web::parts::{
    Column, amount_cell, buyer_address, date_cell, item_address, segment, status_chip, table, text_of,
    text_opt,
};
use crate::web::why::why;
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::cover::cover_at;
use obligo_rules::evidence::evidence_valid_until;
use obligo_rules::limit::limit_in_force;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::limit::LimitRow;
use serde_json::Value;
use std::collections::BTreeSet;

/// Items shown; the rest is in the list of items.
const ITEMS: usize = 50;

/// Deadlines shown.
const DEADLINES: usize = 12;

/// Months of the time line before today and after it.
const MONTHS_BACK: i32 = 24;
const MONTHS_AHEAD: i32 = 6;

/// Decisions past and ahead with the exposure over them; only for main buyers under a policy.
pub fn timeline(view: &View<'_>) -> Result<Markup, Problem> {
    let snapshot = &view.portfolio.snapshot;
    let line = view.line();
    let is_main = text_opt(line, "co_insured_under").is_none();
    let Some(policy) = snapshot.policies.get(text_of(line, "policy")).filter(|_| is_main) else {
        return Ok(Markup::default());
    };
    let words = view.words;
    let today = snapshot.as_of.key_date;
    let (from, until) = (today.plus_months(-MONTHS_BACK).month_start(), today.plus_months(MONTHS_AHEAD));
    let accounts = view.accounts();
    let items: Vec<i64> =
        accounts.iter().flat_map(|account| view.portfolio.item_ids_of(*account)).copied().collect();
    let request = TimelineRequest {
        buyer_id: view.buyer_id,
        policy,
        items: &items,
        companies: view.companies.as_ref(),
        from,
        until,
    };
    let found = view.call.house.store.read(|tx| buyer_timeline(tx, snapshot, &request))?;
    let happened: BTreeSet<_> = found.events.iter().map(|event| (event.date, event.event)).collect();
    let markers: Vec<TimelineMarker> = happened
        .into_iter()
        .map(|(day, event)| TimelineMarker { day, text: words.text(event_message(event)) })
        .collect();
    let shown =
        LimitTimeline { from, until, today, sums: &found.sums, exposure: &found.exposure, markers: &markers };
    Ok(html! { section.card { (limit_timeline(words, "timeline", policy.policy.currency, &shown)) } })
}

/// Reminders, collection and events in one order of days (FR-12), the latest first.
pub fn steps(view: &View<'_>) -> Result<Markup, Problem> {
    let words = view.words;
    let accounts = view.accounts();
    let of = TimelineOf { accounts: &accounts, companies: view.companies.as_ref() };
    let found = view.call.house.store.read(|tx| timeline_steps(tx, &view.portfolio.snapshot, &of))?;
    let columns = [
        Column::text(words.text("col-date")),
        Column::text(words.text("col-what")),
        Column::text(words.text("reminder-items")),
        Column::number(words.text("col-open")),
        Column::text(words.text("col-currency")),
        Column::text(words.text("col-reference")),
    ];
    let row = |step: &Step| {
        let open = step.open.map(|(minor, currency)| format_minor(minor, currency.exponent()));
        html! {
            (date_cell(words, Some(&step.day.to_string())))
            td {
                @if let Some(address) = step.address() { a href=(address) { (step.what.text(words)) } }
                @else { (step.what.text(words)) }
            }
            td { @for (n, item) in step.items.iter().enumerate() { @if n > 0 { ", " } a href=(item_address(item)) { (item) } } }
            (amount_cell(words, open.as_deref()))
            td { (step.open.map_or_else(String::new, |(_, currency)| currency.to_string())) }
            td { (visible(&step.reference)) }
        }
    };
    let rows: Vec<Markup> = found.iter().map(row).collect();
    let caption = words.text("timeline-title");
    let shown = table(&caption, &columns, &rows, &Markup::default(), &words.text("timeline-none"));
    Ok(html! { section.card { h2 { (caption) } (shown) } })
}

/// Every decision and request with its state, the latest first.
pub fn decisions(view: &View<'_>) -> Markup {
    let words = view.words;
    let snapshot = &view.portfolio.snapshot;
    let today = snapshot.as_of.key_date;
    let covers: Vec<_> =
        snapshot.covers.get(&view.buyer_id).into_iter().flatten().map(|row| row.cover.clone()).collect();
    let mut rows: Vec<(Day, i64, Markup)> = Vec::new();
    for (code, policy) in &snapshot.policies {
        let Some(all) = snapshot.limits.get(&(view.buyer_id, policy.number)) else { continue };
        let all: Vec<&LimitRow> = all.iter().collect();
        let in_force = limit_in_force(&snapshot.decisions(view.buyer_id, policy.number), today).map(|d| d.id);
        let declined =
            cover_at(&covers, today).filter(|c| c.policy == Some(policy.number)).and_then(|c| c.declined_on);
        for (n, row) in all.iter().enumerate() {
            let state = state_of(&all, n, declined, today);
            let is_now = in_force == Some(row.decision.id);
            rows.push((
                row.decision.valid_from,
                row.decision.id,
                decision_row(view, code, row, state, is_now),
            ));
        }
    }
    rows.sort_by_key(|(day, id, _)| std::cmp::Reverse((*day, *id)));
    let rows: Vec<Markup> = rows.into_iter().map(|(.., row)| row).collect();
    let title = words.text("limits-title");
    let text = |id: &str| Column::text(words.text(id));
    let number = |id: &str| Column::number(words.text(id));
    let columns = [
        text("col-policy"),
        text("col-valid-from"),
        text("col-valid-until"),
        number("col-amount"),
        number("col-requested-amount"),
        text("col-requested-on"),
        text("col-state"),
        text("col-conditions"),
        text("col-reference"),
    ];
    html! {
        section.card {
            h2 { (title) }
            div.tight { (table(&title, &columns, &rows, &Markup::default(), &words.text("buyer-no-decisions"))) }
        }
    }
}

fn decision_row(view: &View<'_>, policy: &str, row: &LimitRow, state: &str, is_now: bool) -> Markup {
    let words = view.words;
    let d = &row.decision;
    let money = |minor: Option<i64>| {
        minor.map(|minor| words.money(&format_minor(minor, d.currency.exponent()), d.currency.code()))
    };
    let day =
        |day: Option<Day>| html! { td.date { (day.map_or_else(|| "–".to_owned(), |day| words.date(day))) } };
    let amount =
        |minor: Option<i64>| html! { td.number { (money(minor).unwrap_or_else(|| "–".to_owned())) } };
    html! {
        td { (policy) }
        (day(Some(d.valid_from)))
        (day(d.valid_until))
        (amount(d.amount))
        (amount(row.requested_amount))
        (day(row.requested_on))
        td { @if is_now { strong { (words.text(&state_message(state))) } } @else { (words.text(&state_message(state))) } }
        td { (row.conditions) @if !row.conditions.is_empty() && d.conditions_met { " " span.quiet { (words.text("buyer-conditions-met")) } } }
        td { (row.reference) }
    }
}

/// Evidence with its validity, the latest first.
pub fn evidence(view: &View<'_>) -> Markup {
    let words = view.words;
    let snapshot = &view.portfolio.snapshot;
    let today = snapshot.as_of.key_date;
    let terms = snapshot.policies.get(text_of(view.line(), "policy")).map(|p| &p.policy.unnamed);
    let mut all: Vec<_> = snapshot.evidence.get(&view.buyer_id).into_iter().flatten().collect();
    all.sort_by_key(|row| std::cmp::Reverse(row.evidence.date));
    let currency = Currency::parse(&view.buyer.currency).unwrap_or(Currency::EUR);
    let rows: Vec<Markup> = all
        .iter()
        .map(|row| {
            let e = &row.evidence;
            let until = terms.map_or(e.valid_until, |terms| evidence_valid_until(terms, e));
            let (tone, verdict) = match (e.positive, until) {
                (false, _) => ("bad", "evidence-negative"),
                (true, Some(day)) if day < today => ("quiet", "limit-state-expired"),
                (true, _) => ("good", "evidence-positive"),
            };
            html! {
                td { (words.text(evidence_message(e.kind))) @if let Some(category) = e.category { " " (category) } }
                td.date { (words.date(e.date)) }
                td.date { (until.map_or_else(|| "–".to_owned(), |day| words.date(day))) }
                td { (crate::web::parts::chip(tone, &words.text(verdict))) }
                (amount_cell(words, row.amount.map(|minor| format_minor(minor, currency.exponent())).as_deref()))
                td { (row.source) }
            }
        })
        .collect();
    let title = words.text("buyer-evidence");
    let columns = [
        Column::text(words.text("col-kind")),
        Column::text(words.text("col-date")),
        Column::text(words.text("col-valid-until")),
        Column::text(words.text("col-state")),
        Column::number(words.text("col-amount")),
        Column::text(words.text("evidence-source")),
    ];
    html! {
        section.card {
            h2 { (title) }
            (table(&title, &columns, &rows, &Markup::default(), &words.text("buyer-no-evidence")))
        }
    }
}

/// Accounts co-insured under it, with their own figures.
pub fn co_insured(view: &View<'_>) -> Markup {
    let words = view.words;
    let branches = view.portfolio.co_insured_of(view.buyer_id);
    if branches.is_empty() {
        return Markup::default();
    }
    let book = book_of(view.call, view.portfolio);
    let rows: Vec<Markup> = branches
        .iter()
        .filter_map(|id| Some((account_name(view.portfolio, *id), line_of(&book, view.portfolio, *id)?)))
        .map(|(account, line)| {
            html! {
                td.date { a href=(buyer_address(&account)) { (account) } }
                td { (text_of(&line, "name")) }
                td { (text_of(&line, "country")) }
                (amount_cell(words, text_opt(&line, "open")))
                (amount_cell(words, text_opt(&line, "insured")))
                td { (text_of(&line, "currency")) }
            }
        })
        .collect();
    let title = words.text("co-insured-title");
    let columns = [
        Column::text(words.text("col-account")),
        Column::text(words.text("col-name")),
        Column::text(words.text("col-country")),
        Column::number(words.text("col-open")),
        Column::number(words.text("col-insured")),
        Column::text(words.text("col-currency")),
    ];
    html! {
        section.card {
            h2 { (title) }
            (table(&title, &columns, &rows, &Markup::default(), ""))
        }
    }
}

/// The first open items, its co-insured accounts' too, each with how far it is covered and why.
pub fn items(view: &View<'_>) -> Result<Markup, Problem> {
    let words = view.words;
    let choice = ItemChoice {
        buyers: Some(view.accounts().into_iter().collect()),
        companies: match &view.companies {
            // No company at all must not read as every company.
            Some(own) if own.is_empty() => [i64::MIN].into(),
            Some(own) => own.clone(),
            None => BTreeSet::new(),
        },
        order: ItemOrder::NetDueDate,
        ..ItemChoice::default()
    };
    let chosen = view.portfolio.choose(&choice);
    let shown = chosen.positions.get(..ITEMS.min(chosen.positions.len())).unwrap_or(&[]);
    let views = view.portfolio.views(&view.call.house.store, shown)?;
    let rows: Vec<Markup> = views
        .iter()
        .map(|item| {
            let name = item.item_name();
            let reasons = of_item(item, &view.portfolio.snapshot, None);
            html! {
                td.date { a href=(item_address(&name)) { (name) } }
                td.date { (words.date(item.document_date)) }
                td.date { (words.date(item.net_due_date)) }
                td.number { (words.money(&format_minor(item.open, item.currency.exponent()), item.currency.code())) }
                td.number { (words.money(&format_minor(item.insured, item.policy_currency.exponent()), item.policy_currency.code())) }
                td {
                    @if let Some(share) = item.insured_share() {
                        (cover_bar(share, &words.with("buyer-item-covered", &[("share", words.percent(share.clamp(0.0, 1.0)))])))
                    }
                }
                td { (status_chip(words, item.insurance.status.code())) (why(words, &reasons)) }
            }
        })
        .collect();
    let title = words.text("items-title");
    let text = |id: &str| Column::text(words.text(id));
    let number = |id: &str| Column::number(words.text(id));
    let columns = [
        text("col-item"),
        text("col-document-date"),
        text("col-net-due-date"),
        number("col-open"),
        number("col-insured"),
        text("col-cover"),
        text("col-status"),
    ];
    let all = format!("/items?account={}", segment(&view.account));
    let count = chosen.positions.len();
    Ok(html! {
        section.card {
            div.head { h2 { (title) } @if count > 0 { a href=(all) { (words.count("buyer-all-items", count)) } } }
            div.tight { (table(&title, &columns, &rows, &Markup::default(), &words.text("buyer-no-items"))) }
        }
    })
}

/// What must be done about this buyer in the next days.
pub fn deadlines(view: &View<'_>) -> Markup {
    let words = view.words;
    let duties = view.accounts().into_iter().flat_map(|account| view.portfolio.duties_of(account));
    let is_seen = |duty: &&Value| is_duty_seen(duty, |company| view.call.caller.sees_company(company));
    let mut duties: Vec<_> = duties.filter(is_seen).collect();
    duties.sort_by_key(|duty| text_of(duty, "date").to_owned());
    let rows: Vec<Markup> = duties
        .iter()
        .take(DEADLINES)
        .map(|duty| {
            let document = [text_of(duty, "company"), text_of(duty, "document_no"), text_of(duty, "kind")];
            html! {
                (date_cell(words, text_opt(duty, "date")))
                td.number { (duty["days_left"].as_i64().map(|n| words.number(&n.to_string())).unwrap_or_default()) }
                td { (duty_name(words, text_of(duty, "what"))) }
                td {
                    @if document[1].is_empty() { "–" }
                    @else { @let name = document.join("/"); a href=(item_address(&name)) { (name) } }
                }
                (amount_cell(words, text_opt(duty, "open")))
                (amount_cell(words, text_opt(duty, "insured")))
                td { (text_of(duty, "currency")) }
            }
        })
        .collect();
    let title = words.text("deadlines-title");
    let columns = [
        Column::text(words.text("col-date")),
        Column::number(words.text("col-days-left")),
        Column::text(words.text("col-what")),
        Column::text(words.text("col-item")),
        Column::number(words.text("col-open")),
        Column::number(words.text("col-insured")),
        Column::text(words.text("col-currency")),
    ];
    html! {
        section.card {
            div.head {
                h2 { (title) }
                @if duties.len() > rows.len() {
                    a href=(format!("/deadlines?account={}", segment(&view.account))) { (words.count("buyer-all-deadlines", duties.len())) }
                }
            }
            (table(&title, &columns, &rows, &Markup::default(), &words.text("buyer-no-deadlines")))
        }
    }
}
