//! The form that changes an item: what stands there, what was typed, and what of it is new.

use super::filters::tabs;
use super::history::value;
use super::page::Shown;
use crate::edit::DEADLINE_NAMES;
use crate::item_names::{field_message, kind_message, reporting_message};
use crate::items::ItemView;
use crate::serve::{Call, Page};
use crate::web::parts::{Column, Field, form, item_address, problem_box, segment, table};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{InsuranceStatus, ReportingStatus};
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Data that are ticked.
const FLAGS: [&str; 2] = ["follow_up", "blocks_new"];

/// Dates besides the deadlines.
const DATES: [&str; 3] = ["receivable_start", "reported_on", "follow_up_on"];

/// One datum of the form: plain decimals, ISO dates, `true` or nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Datum {
    /// What stood there when the form was drawn.
    was: String,
    /// What was typed.
    is: String,
    /// What stands there now, where somebody changed it meanwhile.
    now: Option<String>,
}

/// What the form holds, by the names of the interchange contract.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Typed(BTreeMap<&'static str, Datum>);

/// What can be changed of an item, as it stands.
fn standing(view: &ItemView) -> Vec<(&'static str, String)> {
    let insurance = &view.insurance;
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let flag = |is_on: bool| if is_on { "true".to_owned() } else { String::new() };
    let deadlines = DEADLINE_NAMES.into_iter().zip(insurance.deadlines.as_array().map(day));
    let others = [
        ("status", insurance.status.code().to_owned()),
        ("insured", format_minor(view.insured, view.policy_currency.exponent())),
        ("receivable_start", day(view.receivable_start)),
        ("reporting_status", insurance.reporting_status.code().to_owned()),
        ("reported_on", day(insurance.reported_on)),
        ("follow_up", flag(insurance.follow_up)),
        ("follow_up_on", day(insurance.follow_up_on)),
        ("blocks_new", flag(insurance.blocks_new)),
    ];
    others.into_iter().chain(deadlines).collect()
}

/// Every datum that can be changed.
fn names() -> impl Iterator<Item = &'static str> {
    ["status", "insured", "reporting_status"].into_iter().chain(DATES).chain(FLAGS).chain(DEADLINE_NAMES)
}

impl Typed {
    /// The form before anything is typed.
    pub fn as_it_is(view: &ItemView) -> Typed {
        let datum = |value: String| Datum { was: value.clone(), is: value, now: None };
        Typed(standing(view).into_iter().map(|(name, value)| (name, datum(value))).collect())
    }

    /// What was sent.
    pub fn of_form(call: &Call) -> Typed {
        let words = call.words;
        let plain = |name: &str| {
            let text = call.field(name).unwrap_or("");
            let read = match name {
                "insured" => words.parse_amount(text),
                "status" | "reporting_status" => None,
                _ => words.parse_date(text).map(|day| day.to_string()),
            };
            read.unwrap_or_else(|| text.to_owned())
        };
        let was = |name: &str| call.field(&format!("was-{name}")).unwrap_or("").to_owned();
        let datum = |name: &'static str| (name, Datum { was: was(name), is: plain(name), now: None });
        Typed(names().map(datum).collect())
    }

    /// What was typed over what somebody else has written since: what was not touched follows it, what was touched stays, with
    /// what stands there now beside it.
    pub fn over(self, view: &ItemView) -> Typed {
        let mut typed = self.0;
        for (name, now) in standing(view) {
            let datum = typed.entry(name).or_default();
            let is_touched = datum.is != datum.was;
            if !is_touched {
                datum.is.clone_from(&now);
            } else if datum.was != now && datum.is != now {
                datum.now = Some(now.clone());
            }
            datum.was = now;
        }
        Typed(typed)
    }

    /// The data that were touched, as a proposal names them.
    pub fn payload(&self, item: &str) -> Value {
        let mut payload = Map::from_iter([("item".to_owned(), json!(item))]);
        for (name, datum) in self.0.iter().filter(|(_, datum)| datum.is != datum.was) {
            let is_date = DATES.contains(name) || DEADLINE_NAMES.contains(name);
            let value = match datum.is.as_str() {
                "" if is_date => Value::Null,
                text if FLAGS.contains(name) => json!(text == "true"),
                text => json!(text),
            };
            payload.insert((*name).to_owned(), value);
        }
        Value::Object(payload)
    }

    fn is(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |datum| &datum.is)
    }
}

/// The field a problem is about, if it is about one.
fn field_of(problem: &Problem) -> Option<String> {
    let fact =
        |name: &str| problem.facts.iter().find(|(fact, _)| *fact == name).map(|(_, value)| value.clone());
    match problem.code {
        "edit-before-overdue-date" => fact("date"),
        "edit-status-of-other-side" | "edit-still-insured" => Some("status".to_owned()),
        "edit-follow-up-date" => Some("follow_up_on".to_owned()),
        "reason-missing" => Some("reason".to_owned()),
        "proposal-payload-value" => problem.place.column.clone(),
        code if code.starts_with("edit-insured") || code.starts_with("edit-amount") => {
            Some("insured".to_owned())
        }
        _ => None,
    }
}

/// The page.
pub fn drawn(
    call: &Call,
    shown: &Shown,
    typed: &Typed,
    version: &str,
    problem: Option<&Problem>,
    tried: Option<&Value>,
) -> Page {
    let words = call.words;
    let view = &shown.item.view;
    let name = shown.name.to_string();
    let title = words.with(
        "items-edit-title",
        &[("kind", words.text(kind_message(view.kind))), ("document", view.document_no.clone())],
    );
    let drawing = Drawing { words, typed, view, wrong: wrong(words, problem) };
    let action = format!("/items/{}/edit", segment(&name));
    let fields = html! {
        input type="hidden" name="version" value=(version);
        @for (name, datum) in &typed.0 { input type="hidden" name=(format!("was-{name}")) value=(datum.was); }
        (drawing.fields())
        (drawing.reason(call.field("reason").unwrap_or("")))
        div.tools {
            button.primary type="submit" name="do" value="save" { (words.text("items-edit-save")) }
            button type="submit" name="do" value="try" formnovalidate { (words.text("items-edit-try")) }
            a.button href=(item_address(&name)) { (words.text("items-edit-cancel")) }
        }
    };
    let body = html! {
        (tabs(call, None))
        h1 { (title) }
        p.quiet { (words.text("items-edit-when")) }
        @if let Some(problem) = problem { (problem_box(words, problem)) }
        @if problem.is_some_and(|problem| problem.code == "record-changed") {
            p.notice.warn { (words.text("items-edit-changed")) }
        }
        @if let Some(tried) = tried { (outcome(words, tried, view.policy_currency.code())) }
        (form(&call.caller, &action, &fields))
    };
    Page::new("items", title, body)
}

/// The field a problem is about, with its text.
fn wrong(words: &Words, problem: Option<&Problem>) -> Option<(String, String)> {
    let problem = problem?;
    Some((field_of(problem)?, words.problem(problem).0))
}

/// Before and after, as a trial found them.
fn outcome(words: &Words, tried: &Value, currency: &str) -> Markup {
    if tried["changed"] == false {
        return html! { p.notice.warn role="status" { (words.text("items-edit-unchanged")) } };
    }
    let title = words.text("items-edit-preview");
    let columns =
        ["col-what", "items-edit-before", "items-edit-after"].map(|id| Column::text(words.text(id)));
    let before = tried["before"].as_object().into_iter().flatten();
    let rows: Vec<Markup> = before
        .map(|(name, was)| {
            html! {
                td { (words.text(&field_message(name))) }
                td { (value(words, name, was, currency)) }
                td { (value(words, name, &tried["after"][name.as_str()], currency)) }
            }
        })
        .collect();
    html! {
        section.card role="status" {
            h2 { (title) }
            (table(&title, &columns, &rows, &Markup::default(), ""))
            p.quiet { (words.text("items-edit-nothing-written")) }
        }
    }
}

/// What the fields are drawn from.
struct Drawing<'d> {
    words: &'static Words,
    typed: &'d Typed,
    view: &'d ItemView,
    wrong: Option<(String, String)>,
}

impl Drawing<'_> {
    fn fields(&self) -> Markup {
        let words = self.words;
        html! {
            fieldset {
                legend { (words.text("col-status")) }
                div.columns {
                    (self.field("status", &|field| field.select(&self.statuses())))
                    (self.field("insured", &|field| field.amount(words)))
                }
            }
            fieldset {
                legend { (words.text("deadlines-title")) }
                div.columns.dates {
                    (self.field("receivable_start", &|field| field.date()))
                    @for name in DEADLINE_NAMES { (self.field(name, &|field| field.date())) }
                }
            }
            fieldset {
                legend { (words.text("items-reports")) }
                div.columns {
                    (self.field("reporting_status", &|field| field.select(&self.reporting())))
                    (self.field("reported_on", &|field| field.date()))
                    (self.field("follow_up_on", &|field| field.date()))
                }
                (self.field("follow_up", &|field| field.check()))
                (self.field("blocks_new", &|field| field.check()))
            }
        }
    }

    /// A field with what is wrong with it, or what stands there now.
    fn field(&self, name: &str, draw: &dyn Fn(Field<'_>) -> Markup) -> Markup {
        let label = self.words.text(&field_message(name));
        let now = self.typed.0.get(name).and_then(|datum| datum.now.as_deref());
        let hint = match now {
            Some(now) => self.words.with("items-edit-now", &[("value", self.said(name, now))]),
            None if name == "insured" => self.bounds(),
            None => String::new(),
        };
        let field = Field::new(name, &label, self.typed.is(name)).hint(&hint);
        draw(field.wrong(self.wrong_with(name)))
    }

    fn wrong_with(&self, name: &str) -> &str {
        self.wrong.as_ref().filter(|(field, _)| field == name).map_or("", |(_, text)| text)
    }

    fn reason(&self, typed: &str) -> Markup {
        let (label, hint) = (self.words.text("items-edit-reason"), self.words.text("items-edit-reason-hint"));
        Field::new("reason", &label, typed).required().hint(&hint).wrong(self.wrong_with("reason")).area(3)
    }

    /// A plain value as people read it.
    fn said(&self, name: &str, plain: &str) -> String {
        let words = self.words;
        match name {
            _ if FLAGS.contains(&name) => words.text(if plain == "true" { "yes" } else { "no" }),
            "insured" => words.money(plain, self.view.policy_currency.code()),
            "reporting_status" => {
                words.text(reporting_message(ReportingStatus::parse(plain).unwrap_or(ReportingStatus::None)))
            }
            _ if plain.is_empty() => "–".to_owned(),
            _ => words.date_text(plain),
        }
    }

    /// From 0 to what is insurable and open (R5.1).
    fn bounds(&self) -> String {
        let open = self.view.insurable_open.unwrap_or(0).max(0);
        let currency = self.view.policy_currency;
        let most = self.words.money(&format_minor(open, currency.exponent()), currency.code());
        self.words.with("items-edit-bounds", &[("most", most)])
    }

    fn statuses(&self) -> Vec<(String, String)> {
        let name = |status: &InsuranceStatus| {
            let code = status.code();
            let text = self.words.text(&format!("status-{}", if code == "?" { "unexamined" } else { code }));
            (code.to_owned(), format!("{code} {text}"))
        };
        InsuranceStatus::ALL.iter().map(name).collect()
    }

    fn reporting(&self) -> Vec<(String, String)> {
        let name = |status: &ReportingStatus| {
            (status.code().to_owned(), self.words.text(reporting_message(*status)))
        };
        ReportingStatus::ALL.iter().map(name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(data: &[(&'static str, &str, &str)]) -> Typed {
        let datum = |was: &str, is: &str| Datum { was: was.to_owned(), is: is.to_owned(), now: None };
        Typed(data.iter().map(|(name, was, is)| (*name, datum(was, is))).collect())
    }

    #[test]
    fn only_what_was_touched_is_asked_for() {
        let form = typed(&[
            ("status", "K", "K"),
            ("insured", "100.00", "50.00"),
            ("overdue_date", "2024-05-31", ""),
            ("filing_date", "", "2024-09-30"),
            ("follow_up", "", "true"),
            ("blocks_new", "true", ""),
        ]);
        let expected = json!({
            "item": "01/1/invoice",
            "insured": "50.00",
            "overdue_date": null,
            "filing_date": "2024-09-30",
            "follow_up": true,
            "blocks_new": false,
        });
        assert_eq!(form.payload("01/1/invoice"), expected);
    }
}
