//! The form that chooses items and columns, without scripts too.

use super::choice::{Asked, COVERS, Then};
use super::columns::{COLUMNS, ItemColumn};
use crate::item_names::{kind_message, reporting_message};
use crate::portfolio::Portfolio;
use crate::serve::Call;
use crate::web::parts::{Field, with_query};
use maud::{Markup, html};
use obligo_rules::codes::{InsuranceStatus, ItemKind, ReportingStatus};
use std::collections::BTreeSet;

/// The list as its address names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tab {
    /// Open items.
    Open,
    /// Bills of exchange.
    Bills,
    /// Settled items too, or another day.
    Then,
}

impl Tab {
    /// Which list the query asks for.
    pub fn of(call: &Call, then: Option<Then>) -> Tab {
        match then {
            Some(_) => Tab::Then,
            None if call.query("tab") == Some("bills") => Tab::Bills,
            None => Tab::Open,
        }
    }
}

/// The lists beside each other.
pub fn tabs(call: &Call, current: Option<Tab>) -> Markup {
    let words = call.words;
    let all = [
        (Tab::Open, "/items?tab=open", "items-tab-open"),
        (Tab::Bills, "/items?tab=bills", "items-tab-bills"),
        (Tab::Then, "/items?all=true", "items-tab-all"),
    ];
    html! {
        nav.tabs aria-label=(words.text("items-tabs")) {
            @for (tab, address, text) in all {
                a href=(address) aria-current=[(current == Some(tab)).then_some("page")] { (words.text(text)) }
            }
        }
    }
}

/// The form. What it does not show – order, list, name of the view – it carries along.
pub fn form(call: &Call, portfolio: &Portfolio, asked: &Asked, columns: &[&ItemColumn], tab: Tab) -> Markup {
    let words = call.words;
    let label = |id: &str| words.text(id);
    let (document, account, due) = (label("items-document"), label("items-buyer"), label("items-due-before"));
    let due_before = call.query("due_before").unwrap_or("");
    let due_iso = asked.choice.due_before.map_or_else(|| due_before.to_owned(), |day| day.to_string());
    html! {
        form.filters action="/items" method="get" {
            div.tools {
                (Field::new("document", &document, &asked.document).hint(&label("items-document-hint")).text("search"))
                (Field::new("account", &account, call.query("account").unwrap_or("")).lookup("/lookup/buyers"))
                (selects(call, portfolio))
                (Field::new("due_before", &due, &due_iso).date())
            }
            (boxes(call, "cover", &label("col-cover"), &cover_choices(call)))
            div.mores {
                @let is_narrowed = ["status", "kind", "reporting_status"].iter().any(|name| call.query(name).is_some());
                details.more open[is_narrowed] {
                    summary { (label("items-more-filters")) }
                    (boxes(call, "status", &label("col-status"), &status_choices(call)))
                    @if tab != Tab::Bills { (boxes(call, "kind", &label("col-kind"), &kind_choices(call))) }
                    (boxes(call, "reporting_status", &label("items-field-reporting-status"), &reporting_choices(call)))
                }
                details.more {
                    summary { (label("items-columns")) }
                    (column_boxes(call, columns))
                }
                (another_day(call, tab))
            }
            @for name in ["order", "descending", "tab"] {
                @if let Some(value) = call.query(name) { input type="hidden" name=(name) value=(value); }
            }
            div.tools {
                button.primary type="submit" { (label("buyers-show")) }
                a.button href="/items?tab=open" { (label("buyers-reset")) }
                a.button href=(download(call, "csv")) { (label("buyers-download")) }
                a.button href=(download(call, "jsonl")) { (label("items-download-lines")) }
            }
        }
    }
}

/// Company and policy, where there are several.
fn selects(call: &Call, portfolio: &Portfolio) -> Markup {
    let words = call.words;
    let any = || (String::new(), words.text("buyers-any"));
    let companies = portfolio.snapshot.companies.values().filter(|c| call.caller.sees_company(&c.company));
    let companies = companies.map(|c| (c.company.clone(), format!("{} {}", c.company, c.name)));
    let policies = portfolio.snapshot.policies.keys().map(|code| (code.clone(), code.clone()));
    let select = |name: &str, text: &str, choices: Vec<(String, String)>| {
        let is_needed = choices.len() > 1;
        let choices: Vec<_> = std::iter::once(any()).chain(choices).collect();
        let label = words.text(text);
        let field = Field::new(name, &label, call.query(name).unwrap_or(""));
        html! { @if is_needed { (field.select(&choices)) } }
    };
    html! {
        (select("company", "col-company", companies.collect()))
        (select("policy", "col-policy", policies.collect()))
    }
}

/// Boxes to tick, several of one name.
fn boxes(call: &Call, name: &str, legend: &str, choices: &[(String, String)]) -> Markup {
    let ticked: BTreeSet<&str> = call.queries(name).collect();
    html! {
        fieldset.boxes {
            legend { (legend) }
            @for (n, (value, text)) in choices.iter().enumerate() {
                (one_box(name, n, value, text, ticked.contains(value.as_str())))
            }
        }
    }
}

fn one_box(name: &str, n: usize, value: &str, text: &str, is_ticked: bool) -> Markup {
    let id = format!("field-{name}-{n}");
    html! {
        div.field.check {
            input id=(id) type="checkbox" name=(name) value=(value) checked[is_ticked];
            label for=(id) { (text) }
        }
    }
}

fn column_boxes(call: &Call, shown: &[&ItemColumn]) -> Markup {
    let words = call.words;
    html! {
        fieldset.boxes {
            legend { (words.text("items-columns")) }
            @for (n, column) in COLUMNS.iter().enumerate() {
                @let is_shown = shown.iter().any(|other| other.name == column.name);
                (one_box("column", n, column.name, &column.heading(words), is_shown))
            }
        }
    }
}

fn cover_choices(call: &Call) -> Vec<(String, String)> {
    let text = |name: &str| match name {
        "full" => "items-cover-full",
        "part" => "items-cover-part",
        _ => "items-cover-none",
    };
    COVERS.iter().map(|(_, name)| ((*name).to_owned(), call.words.text(text(name)))).collect()
}

fn status_choices(call: &Call) -> Vec<(String, String)> {
    let name = |status: &InsuranceStatus| {
        let code = status.code();
        let text = call.words.text(&format!("status-{}", if code == "?" { "unexamined" } else { code }));
        (code.to_owned(), format!("{code} {text}"))
    };
    InsuranceStatus::ALL.iter().map(name).collect()
}

fn kind_choices(call: &Call) -> Vec<(String, String)> {
    let name = |kind: &ItemKind| (kind.code().to_owned(), call.words.text(kind_message(*kind)));
    ItemKind::ALL.iter().map(name).collect()
}

fn reporting_choices(call: &Call) -> Vec<(String, String)> {
    let name = |status: &ReportingStatus| {
        let code = if *status == ReportingStatus::None { "none" } else { status.code() };
        (code.to_owned(), call.words.text(reporting_message(*status)))
    };
    ReportingStatus::ALL.iter().map(name).collect()
}

/// Another point in time, settled items, and what the next declaration would make of them: slower, so apart.
fn another_day(call: &Call, tab: Tab) -> Markup {
    let words = call.words;
    let day = |name: &str| {
        let typed = call.query(name).unwrap_or("").to_owned();
        words.parse_date(&typed).map_or(typed, |day| day.to_string())
    };
    let (as_of, known_at) = (day("as_of"), day("known_at"));
    let flag = |name: &str| if call.query(name).is_some() { "true" } else { "" };
    html! {
        details.more open[tab == Tab::Then] {
            summary { (words.text("items-another-day")) }
            div.tools {
                (Field::new("as_of", &words.text("items-as-of"), &as_of).date())
                (Field::new("known_at", &words.text("items-known-at"), &known_at).hint(&words.text("items-known-at-hint")).date())
            }
            (Field::new("all", &words.text("items-settled-too"), flag("all")).check())
            (Field::new("projected", &words.text("items-projected-field"), flag("projected")).hint(&words.text("items-projected-hint")).check())
        }
    }
}

fn download(call: &Call, format: &str) -> String {
    let here = with_query(call, &[("from", ""), ("format", format)]);
    format!("/items/download{}", here.find('?').map_or("", |at| &here[at..]))
}
