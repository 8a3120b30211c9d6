//! One item: what its document says, what is insured of it and why, its deadlines, what was reported, what happened, and what would
//! change it.

use super::columns::{cover, explains, uninsured, with_reasons};
use super::filters::tabs;
use super::{deadlines, history};
use crate::access::roles::Permission;
use crate::explain::{Explanation, explanation, explanation_now};
use crate::item_names::{field_message, kind_message, method_message, reporting_message};
use crate::items::{ItemFigures, ItemName, ItemView};
use crate::portfolio::{Freshness, Portfolio};
use crate::serve::{Call, Page, Reply};
use crate::web::parts::{
    Column, Field, amount_cell, buyer_address, date_cell, freshness_note, item_address, segment, status_chip,
    table, text_of, text_opt,
};
use crate::web::why::reason_list;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::codes::SettlementMethod;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_rules::reason::Reason;
use std::sync::Arc;

/// An item as the caller may see it.
pub struct Shown {
    /// The book.
    pub portfolio: Arc<Portfolio>,
    /// Whether it holds what was recorded last.
    pub freshness: Freshness,
    /// The name the address has.
    pub name: ItemName,
    /// The item.
    pub item: Explanation,
    /// The day it is explained for.
    pub as_of: Day,
    /// Not the present state but one of another day.
    pub then: Option<(Day, Option<Day>)>,
}

/// What an address leads to.
pub enum Found {
    /// One item.
    One(Box<Shown>),
    /// Several accounts or kinds have the document.
    Several(Vec<ItemName>),
}

/// The item the path names, as of now unless the query names another day. Errors: `item-name`, `item-not-found`, `item-not-posted`,
/// `query-date`, `rate-missing`.
pub fn find(call: &Call) -> Result<Found, Problem> {
    let name = ItemName::parse(call.path("item"))?;
    let missing = || Problem::refused("item-not-found").with("item", &name);
    if !call.caller.sees_company(&name.company) {
        return Err(missing());
    }
    let (portfolio, freshness) = call.portfolio()?;
    let choices = call.house.store.read(|tx| name.choices(tx))?;
    let item_id = match choices.as_slice() {
        [] => return Err(missing()),
        [(id, _)] => *id,
        several => return Ok(Found::Several(several.iter().map(|(_, name)| name.clone()).collect())),
    };
    let (as_of, known_at) = (call.query_day("as_of")?, call.query_day("known_at")?);
    let companies = call.caller.companies();
    let then = (as_of.is_some_and(|day| day != call.today()) || known_at.is_some())
        .then(|| (as_of.unwrap_or(call.today()), known_at));
    let item = if let Some((as_of, known_at)) = then {
        explanation(&mut call.session(), &name, as_of, known_at, companies)?
    } else {
        let now = call.house.store.read(|tx| explanation_now(tx, &portfolio, item_id, companies))?;
        let not_posted =
            || Problem::refused("item-not-posted").with("item", &name).with("date", call.today());
        now.ok_or_else(not_posted)?
    };
    let as_of = then.map_or(call.today(), |(day, _)| day);
    Ok(Found::One(Box::new(Shown { portfolio, freshness, name, item, as_of, then })))
}

/// `/items/{item}`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    match find(&call)? {
        Found::One(shown) => Ok(Reply::Page(body(&call, &shown)?)),
        Found::Several(names) => Ok(Reply::Page(several(&call, &names))),
    }
}

/// The documents of this number, to choose from.
pub fn several(call: &Call, names: &[ItemName]) -> Page {
    let title = call.path("item").to_owned();
    let body = html! {
        (tabs(call, None))
        h1 { (title) }
        p { (call.words.text("items-several")) }
        ul { @for name in names { @let name = name.to_string(); li { a href=(item_address(&name)) { (name) } } } }
    };
    Page::new("items", title, body)
}

fn body(call: &Call, shown: &Shown) -> Result<Page, Problem> {
    let words = call.words;
    let view = &shown.item.view;
    let title = format!("{} {}", words.text(kind_message(view.kind)), view.document_no);
    let why = |name: &str| -> Vec<Reason> {
        shown.item.reasons.iter().filter(|reason| explains(reason, name)).cloned().collect()
    };
    let body = html! {
        (tabs(call, None))
        div.head {
            h1 { (title) }
            div { (with_reasons(words, &status_chip(words, view.insurance.status.code()), &why("status"))) }
        }
        p.quiet {
            a href=(buyer_address(&view.key.to_string())) { (buyer_name(view)) } " · " (view.company)
            @if let Some(policy) = &view.policy { " · " (policy) }
        }
        @match shown.then {
            None => (freshness_note(words, shown.freshness)),
            Some((as_of, known)) => p.notice.warn {
                @match known {
                    Some(known) => (words.with("items-then-known", &[("date", words.date(as_of)), ("known", words.date(known))])),
                    None => (words.with("items-then", &[("date", words.date(as_of))])),
                }
                " " a href=(item_address(&shown.name.to_string())) { (words.text("items-now")) }
            },
        }
        (tools(call, shown)?)
        (figures(words, view, &why))
        div.grid.wide {
            section.card { h2 { (words.text("explain-why")) } (reason_list(words, &shown.item.reasons)) }
            section.card { h2 { (words.text("explain-would-change")) } (reason_list(words, &shown.item.would_change)) }
        }
        div.grid.wide {
            (deadlines::card(words, shown))
            div { (reports(words, view, &why)) (buyer(words, shown)) }
        }
        div.grid.wide { (document(words, shown)) (settlements(words, shown)) }
        (history::card(call, shown))
        (another_day(call, shown))
    };
    Ok(Page::new("items", title, body))
}

/// Name of the buyer, its account where it has none.
fn buyer_name(view: &ItemView) -> String {
    if view.name.is_empty() { view.key.to_string() } else { format!("{} ({})", view.name, view.key) }
}

/// To the buyer's items before and after it, and to its change.
fn tools(call: &Call, shown: &Shown) -> Result<Markup, Problem> {
    let words = call.words;
    let may_edit = shown.then.is_none() && call.caller.may(Permission::Record);
    let [before, after] = neighbours(call, shown)?;
    Ok(html! {
        div.tools {
            @if let Some(name) = before { a.button rel="prev" data-key="ArrowLeft" href=(item_address(&name)) { (words.text("items-before")) } }
            @if let Some(name) = after { a.button rel="next" data-key="ArrowRight" href=(item_address(&name)) { (words.text("items-after")) } }
            @if may_edit {
                a.button.primary href=(format!("/items/{}/edit", segment(&shown.name.to_string()))) { (words.text("items-edit")) }
            }
        }
    })
}

/// The buyer's open items before and after this one that the caller may see.
fn neighbours(call: &Call, shown: &Shown) -> Result<[Option<String>; 2], Problem> {
    let (portfolio, view) = (&shown.portfolio, &shown.item.view);
    let own = portfolio.company_ids(call.caller.companies());
    let of_buyer = portfolio.items_of(view.buyer_id);
    let Some(here) = of_buyer.iter().position(|item| item.item_id == view.item_id) else {
        return Ok([None, None]);
    };
    let is_seen = |item: &&ItemFigures| own.as_ref().is_none_or(|own| own.contains(&item.company_id));
    let before = of_buyer[..here].iter().rev().find(is_seen);
    let after = of_buyer[here + 1..].iter().find(is_seen);
    let named = |item: Option<&ItemFigures>| -> Result<Option<String>, Problem> {
        let views = portfolio.whole(&call.house.store, item.into_iter())?;
        Ok(views.first().map(ItemView::item_name))
    };
    Ok([named(before)?, named(after)?])
}

fn figures(words: &Words, view: &ItemView, why: &dyn Fn(&str) -> Vec<Reason>) -> Markup {
    let money = |minor: i64, currency: Currency| {
        words.money(&format_minor(minor, currency.exponent()), currency.code())
    };
    let insurable =
        view.insurable_open.map_or_else(|| "–".to_owned(), |minor| money(minor, view.policy_currency));
    let insured = html! { b { (money(view.insured, view.policy_currency)) } };
    html! {
        div.figures {
            div.figure { span { (words.text("col-open")) } b { (money(view.open, view.currency)) } }
            div.figure {
                span { (words.text("col-insurable-open")) }
                (with_reasons(words, &html! { b { (insurable) } }, &why("insurable_open")))
            }
            div.figure { span { (words.text("col-insured")) } (with_reasons(words, &insured, &why("insured"))) }
            div.figure { span { (words.text("col-uninsured")) } b { (uninsured(words, view)) } (cover(words, view)) }
        }
    }
}

fn reports(words: &Words, view: &ItemView, why: &dyn Fn(&str) -> Vec<Reason>) -> Markup {
    let insurance = &view.insurance;
    let flag = |is_on: bool| words.text(if is_on { "yes" } else { "no" });
    let day = |day: Option<Day>| day.map_or_else(|| "–".to_owned(), |day| words.date(day));
    let facts = [
        ("reporting_status", words.text(reporting_message(insurance.reporting_status))),
        ("reported_on", day(insurance.reported_on)),
        ("follow_up", flag(insurance.follow_up)),
        ("follow_up_on", day(insurance.follow_up_on)),
        ("blocks_new", flag(insurance.blocks_new)),
    ];
    html! {
        section.card {
            h2 { (words.text("items-reports")) }
            dl.facts {
                @for (name, said) in facts {
                    // The reason of a pair of data stands beside the first.
                    @let reasons = if matches!(name, "reported_on" | "follow_up_on") { Vec::new() } else { why(name) };
                    dt { (words.text(&field_message(name))) }
                    dd { (with_reasons(words, &html! { (said) }, &reasons)) }
                }
            }
        }
    }
}

fn document(words: &Words, shown: &Shown) -> Markup {
    let (view, document) = (&shown.item.view, &shown.item.document);
    let money = |plain: &str| words.money(plain, view.currency.code());
    let amount = format_minor(view.amount, view.currency.exponent());
    let text = |name: &str| text_opt(document, name).unwrap_or("").to_owned();
    let day = |name: &str| text_opt(document, name).map(|iso| words.date_text(iso)).unwrap_or_default();
    let or_nothing = |day: Option<Day>| day.map(|day| words.date(day)).unwrap_or_default();
    let flag = |name: &str| if document[name] == true { words.text("yes") } else { String::new() };
    let facts = [
        ("document_date", words.date(view.document_date)),
        ("posting_date", words.date(view.posting_date)),
        ("delivery_date", day("delivery_date")),
        ("value_date", day("value_date")),
        ("net_due_date", words.date(view.net_due_date)),
        ("extended_due_date", or_nothing(view.extended_due_date)),
        ("receivable_start", or_nothing(view.receivable_start)),
        ("amount", money(&amount)),
        ("net_amount", if text("net_amount") == amount { String::new() } else { money(&text("net_amount")) }),
        ("rate", words.number(&text("rate"))),
        ("payment_terms", text("payment_terms")),
        ("secured", flag("secured")),
        ("disputed", flag("disputed")),
        ("posting_circle", text("posting_circle")),
        ("text", text("text")),
    ];
    html! {
        section.card {
            h2 { (words.text("col-document-no")) }
            dl.facts {
                @for (name, said) in facts.iter().filter(|(_, said)| !said.is_empty()) {
                    dt { (words.text(&field_message(name))) } dd { (said) }
                }
                @if let Some(origin) = text_opt(document, "origin") {
                    dt { (words.text("items-origin")) } dd { a href=(item_address(origin)) { (origin) } }
                }
            }
        }
    }
}

fn buyer(words: &Words, shown: &Shown) -> Markup {
    let buyer = &shown.item.buyer;
    if !buyer.is_object() {
        return Markup::default();
    }
    let account = ["account", "branch", "account_type"].map(|name| text_of(buyer, name)).join("/");
    let currency = text_of(buyer, "currency");
    let by: Vec<&str> =
        buyer["uncovered_by"].as_array().into_iter().flatten().filter_map(|name| name.as_str()).collect();
    html! {
        section.card {
            h2 { (words.text("items-of-buyer")) }
            dl.facts {
                dt { (words.text("col-account")) }
                dd { a href=(buyer_address(&account)) { (text_of(buyer, "name")) " (" (account) ")" } }
                @for name in ["insured_sum", "insured", "room"] {
                    @if let Some(plain) = text_opt(buyer, name) {
                        dt { (words.text(&field_message(if name == "insured" { "used" } else { name }))) }
                        dd { (words.money(plain, currency)) }
                    }
                }
                @if let Some(from) = text_opt(buyer, "uncovered_from") {
                    dt { (words.text("col-uncovered-from")) }
                    dd.bad-text {
                        (words.date_text(from))
                        @for name in by { " · " @if name.contains('/') && !name.contains('…') { a href=(item_address(name)) { (name) } } @else { (name) } }
                    }
                }
            }
        }
    }
}

fn settlements(words: &Words, shown: &Shown) -> Markup {
    let rows: Vec<Markup> = shown
        .item
        .settlements
        .iter()
        .map(|one| {
            let method = SettlementMethod::parse(text_of(one, "method")).unwrap_or(SettlementMethod::Payment);
            html! {
                (date_cell(words, text_opt(one, "date")))
                (amount_cell(words, text_opt(one, "amount")))
                td { (words.text(method_message(method))) @if one["derived"] == true { " " span.quiet { (words.text("items-settled-derived")) } } }
                td { (text_of(one, "reference")) }
            }
        })
        .collect();
    let title = words.text("items-settlements");
    let columns = [
        Column::text(words.text("col-date")),
        Column::number(words.text("col-amount")),
        Column::text(words.text("col-kind")),
        Column::text(words.text("col-reference")),
    ];
    html! {
        section.card {
            h2 { (title) }
            (table(&title, &columns, &rows, &Markup::default(), &words.text("items-no-settlements")))
        }
    }
}

/// The form that explains it for another day.
fn another_day(call: &Call, shown: &Shown) -> Markup {
    let words = call.words;
    let (as_of, known) = match shown.then {
        Some((as_of, known)) => (as_of.to_string(), known.map(|day| day.to_string()).unwrap_or_default()),
        None => (call.today().to_string(), String::new()),
    };
    html! {
        details.more open[shown.then.is_some()] {
            summary { (words.text("items-explain-then")) }
            form action=(item_address(&shown.name.to_string())) method="get" {
                div.tools {
                    (Field::new("as_of", &words.text("items-as-of"), &as_of).date())
                    (Field::new("known_at", &words.text("items-known-at"), &known).hint(&words.text("items-known-at-hint")).date())
                    button type="submit" { (words.text("buyers-show")) }
                }
            }
        }
    }
}
