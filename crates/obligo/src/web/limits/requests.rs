//! The board of limit requests, and one request with what can be done about it (R2.1).

use super::enter::choices;
use crate::access::roles::Permission;
use crate::credit::limit_requests::{self, AnswerRequest};
use crate::import::Refusal;
use crate::portfolio::Portfolio;
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{
    Column, Field, buyer_address, chip, date_cell, form, problem_box, segment, table, text_of, text_opt,
};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{REASONS, RESPONSES};
use obligo_rules::problem::Problem;
use serde_json::Value;

/// Requests shown of those that were answered.
const ANSWERED: usize = 30;

/// What was granted by insurer, and the requests by where they stand.
pub fn board(call: &Call, portfolio: &Portfolio) -> Markup {
    let words = call.words;
    let search = call.query("q").unwrap_or("").to_lowercase();
    let policy = call.query("policy").unwrap_or("");
    let is_wanted = |line: &&Value| {
        let is_found = ["account", "name", "reference"]
            .iter()
            .any(|n| text_of(line, n).to_lowercase().contains(&search));
        is_found && (policy.is_empty() || text_of(line, "policy") == policy)
    };
    let of_state = |states: &[&str], most: usize| -> Vec<&Value> {
        let lines = portfolio.limit_requests.iter().filter(is_wanted);
        lines.filter(|line| states.contains(&text_of(line, "state"))).take(most).collect()
    };
    let columns = [
        ("sent", of_state(&["sent"], usize::MAX)),
        ("draft", of_state(&["draft"], usize::MAX)),
        ("answered", of_state(&["answered", "withdrawn", "replaced"], ANSWERED)),
    ];
    html! {
        (grants(words, &portfolio.grants))
        @for (state, lines) in columns {
            section.card {
                h2 { (words.text(&format!("requests-board-{state}"))) " " span.quiet { "(" (lines.len()) ")" } }
                (of_state_table(words, portfolio.as_of.key_date, state, &lines))
            }
        }
    }
}

fn grants(words: &Words, grants: &[Value]) -> Markup {
    html! {
        @if !grants.is_empty() {
            div.figures {
                @for grant in grants {
                    div.figure {
                        span.label { (words.with("requests-grant-ratio", &[("insurer", text_of(grant, "insurer").to_owned())])) }
                        strong { (words.number(text_of(grant, "percent"))) " %" }
                        span.quiet {
                            (words.with("requests-grant-of", &[
                                ("granted", words.money(text_of(grant, "granted"), text_of(grant, "currency"))),
                                ("requested", words.money(text_of(grant, "requested"), text_of(grant, "currency"))),
                            ]))
                        }
                    }
                }
            }
        }
    }
}

fn of_state_table(words: &Words, day: Day, state: &str, lines: &[&Value]) -> Markup {
    let is_answered = state == "answered";
    let mut columns = vec![
        Column::number(words.text("col-request")),
        Column::text(words.text("col-name")),
        Column::text(words.text("col-policy")),
        Column::number(words.text("col-requested-amount")),
        Column::text(words.text(if state == "draft" { "requests-drafted-on" } else { "col-sent-on" })),
        Column::number(words.text("col-days-waiting")),
    ];
    if is_answered {
        columns.push(Column::text(words.text("col-response")));
        columns.push(Column::number(words.text("col-granted")));
        columns.push(Column::text(words.text("col-answered-on")));
    }
    let row = |line: &&Value| {
        let account = text_of(line, "account");
        let due = text_opt(line, "reminder_due_on").and_then(Day::parse_iso);
        html! {
            td.number { a href=(format!("/limits/requests/{}", line["request"])) { (line["request"]) } }
            td { a href=(buyer_address(account)) { (text_of(line, "name")) } " " span.quiet { (account) } }
            td { (text_of(line, "policy")) }
            td.number { (words.money(text_of(line, "amount"), text_of(line, "currency"))) }
            (date_cell(words, text_opt(line, if state == "draft" { "begun_on" } else { "sent_on" })))
            td.number {
                @match line["days_waiting"].as_i64() { Some(days) => (days), None => "–" }
                @if due.is_some_and(|due| due <= day) { " " (chip("warn", &words.text("requests-remind"))) }
            }
            @if is_answered {
                td { (answer_chip(words, line)) }
                td.number { @match text_opt(line, "granted") { Some(granted) => (words.money(granted, text_of(line, "currency"))), None => "–" } }
                (date_cell(words, text_opt(line, "answered_on").or_else(|| text_opt(line, "withdrawn_on"))))
            }
        }
    };
    let rows: Vec<Markup> = lines.iter().map(row).collect();
    let caption = words.text(&format!("requests-board-{state}"));
    table(&caption, &columns, &rows, &Markup::default(), &words.text("requests-none"))
}

/// The insurer's word, or how the request ended without one.
fn answer_chip(words: &Words, line: &Value) -> Markup {
    let state = text_of(line, "state");
    match (state, text_opt(line, "response")) {
        ("answered", Some(code)) => {
            let tone = match code {
                "2" => "good",
                "3" | "8" => "bad",
                _ => "warn",
            };
            chip(tone, &words.text(&format!("limit-response-{code}")))
        }
        _ => chip("quiet", &words.text(&format!("request-state-{state}"))),
    }
}

/// `/limits/requests/{request}`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, &[])?))
}

/// Marks a draft as sent.
pub fn send(call: Call) -> Result<Reply, Problem> {
    let number = number(&call)?;
    let done = call
        .field_day("on")
        .and_then(|day| limit_requests::send(&mut call.session(), number, day).map(|_| ()));
    after(&call, number, done.map_err(Refusal::from), "done-sent")
}

/// Takes a request back.
pub fn withdraw(call: Call) -> Result<Reply, Problem> {
    let number = number(&call)?;
    let reason = call.field("reason").unwrap_or("");
    let done = limit_requests::withdraw(&mut call.session(), number, reason).map(|_| ());
    after(&call, number, done.map_err(Refusal::from), "done-withdrawn")
}

/// Records what the insurer answered.
pub fn answer(call: Call) -> Result<Reply, Problem> {
    let number = number(&call)?;
    let done = answered(&call, number);
    after(&call, number, done, "done-saved")
}

fn answered(call: &Call, number: i64) -> Result<(), Refusal> {
    let text = |name: &str| call.field(name).unwrap_or("").trim().to_owned();
    let date =
        |name: &str| call.field_day(name).map(|day| day.map(|day| day.to_string()).unwrap_or_default());
    let typed = text("amount");
    let request = AnswerRequest {
        request: number,
        response: text("response"),
        amount: call.words.parse_amount(&typed).unwrap_or(typed),
        valid_from: date("valid_from")?,
        valid_until: date("valid_until")?,
        decided_on: date("decided_on")?,
        reason: text("answer_reason"),
        reference: text("reference"),
        conditions: text("conditions"),
        why: String::new(),
    };
    limit_requests::answer(&mut call.session(), &request).map(|_| ())
}

fn number(call: &Call) -> Result<i64, Problem> {
    let text = call.path("request");
    text.parse().map_err(|_| Problem::refused("limit-request-not-found").with("request", text))
}

fn after(call: &Call, number: i64, done: Result<(), Refusal>, notice: &str) -> Result<Reply, Problem> {
    match done {
        Ok(()) => Ok(Reply::See(format!("/limits/requests/{number}?done={notice}"))),
        Err(refusal) => {
            let status = refusal.problems.first().map_or(422, http_status);
            Ok(Reply::Page(draw(call, &refusal.problems)?.with_status(status)))
        }
    }
}

fn draw(call: &Call, problems: &[Problem]) -> Result<Page, Problem> {
    let words = call.words;
    let number = number(call)?;
    let line = limit_requests::one(&mut call.session(), number)?;
    let account = text_of(&line, "account");
    let state = text_of(&line, "state");
    let title = words.with("requests-heading", &[("number", number.to_string())]);
    let money =
        |name: &str| text_opt(&line, name).map(|plain| words.money(plain, text_of(&line, "currency")));
    let dates = [
        ("requests-drafted-on", "begun_on"),
        ("col-sent-on", "sent_on"),
        ("col-answered-on", "answered_on"),
        ("requests-withdrawn-on", "withdrawn_on"),
    ];
    let may_record = call.caller.may_for_group(Permission::Record);
    let letters = line["letters"].as_array().cloned().unwrap_or_default();
    let body = html! {
        p.trail { a href="/limits?tab=requests" { (words.text("limits-tab-requests")) } }
        div.head { h1 { (title) } div.marks { (chip(if state == "sent" { "warn" } else { "quiet" }, &words.text(&format!("request-state-{state}")))) } }
        @for problem in problems { (problem_box(words, problem)) }
        section.card {
            h2 { a href=(buyer_address(account)) { (text_of(&line, "name")) } " " span.quiet { (account) } }
            dl.facts {
                dt { (words.text("col-policy")) } dd { (text_of(&line, "policy")) }
                dt { (words.text("col-requested-amount")) } dd { strong { (money("amount").unwrap_or_default()) } }
                @if let Some(kind) = text_opt(&line, "kind") { dt { (words.text("limits-field-request")) } dd { (words.text(&format!("limit-request-{kind}"))) } }
                @for (label, name) in dates {
                    @if let Some(day) = text_opt(&line, name) { dt { (words.text(label)) } dd { (words.date_text(day)) } }
                }
                @if let Some(days) = line["days_waiting"].as_i64() { dt { (words.text("col-days-waiting")) } dd { (days) } }
                @if let Some(code) = text_opt(&line, "response") { dt { (words.text("col-response")) } dd { (words.text(&format!("limit-response-{code}"))) } }
                @if let Some(granted) = money("granted") { dt { (words.text("col-granted")) } dd { (granted) } }
                @if let Some(code) = text_opt(&line, "reason") { dt { (words.text("limits-field-reason")) } dd { (words.text(&format!("limit-reason-{code}"))) } }
                @if let Some(reference) = text_opt(&line, "reference") { dt { (words.text("limits-field-reference")) } dd { (reference) } }
                @if let Some(by) = text_opt(&line, "recorded_by") { dt { (words.text("requests-by")) } dd { (by) ", " (words.instant(text_of(&line, "recorded_at"))) } }
                @if !letters.is_empty() {
                    dt { (words.text("requests-letters")) }
                    dd { @for letter in &letters { a href=(format!("/dispatches/{letter}")) { (letter) } " " } }
                }
            }
        }
        @if may_record && matches!(state, "draft" | "sent") { (actions(call, &line, number)) }
    };
    Ok(Page::new("limits", title, body))
}

fn actions(call: &Call, line: &Value, number: i64) -> Markup {
    let words = call.words;
    let state = text_of(line, "state");
    let value = |name: &str| call.field(name).unwrap_or("").to_owned();
    let letter = form_urlencoded::Serializer::new("/reports/limit-request?".to_owned())
        .append_pair("policy", text_of(line, "policy"))
        .append_pair("account", text_of(line, "account"))
        .finish();
    let sending = html! {
        (Field::new("on", &words.text("col-sent-on"), &value("on")).hint(&words.text("requests-sent-hint")).date())
        button.primary type="submit" { (words.text("requests-mark-sent")) }
    };
    let withdrawing = html! {
        (Field::new("reason", &words.text("decisions-reason"), &value("reason")).required().text("text"))
        button.danger type="submit" { (words.text("requests-withdraw")) }
    };
    html! {
        @if state == "draft" {
            section.card {
                h2 { (words.text("requests-send")) }
                p { a.button href=(letter) { (words.text("requests-letter")) } }
                (form(&call.caller, &format!("/limits/requests/{number}/send"), &sending))
            }
        } @else if call.caller.may(Permission::Manage) {
            section.card {
                h2 { (words.text("limits-decision")) }
                (form(&call.caller, &format!("/limits/requests/{number}/answer"), &answer_fields(call)))
            }
        }
        @if state == "sent" { p { a.button href=(letter) { (words.text("requests-letter-again")) } } }
        section.card {
            h2 { (words.text("requests-withdraw")) }
            (form(&call.caller, &format!("/limits/requests/{number}/withdraw"), &withdrawing))
        }
        p { a href=(format!("/limits/decide?account={}", segment(text_of(line, "account")))) { (words.text("decisions-decide")) } }
    }
}

fn answer_fields(call: &Call) -> Markup {
    let words = call.words;
    let value = |name: &str| call.field(name).unwrap_or("").to_owned();
    let label = |name: &str| words.text(&format!("limits-field-{}", name.replace('_', "-")));
    let codes = RESPONSES.iter().map(|(code, _)| (*code).to_owned());
    html! {
        div.columns {
            (Field::new("response", &label("response"), &value("response")).required().select(&choices(words, "limit-response", codes)))
            (Field::new("amount", &label("amount"), &value("amount")).amount(words))
            (Field::new("valid_from", &label("valid_from"), &value("valid_from")).date())
            (Field::new("valid_until", &label("valid_until"), &value("valid_until")).date())
            (Field::new("decided_on", &label("decided_on"), &value("decided_on")).date())
            (Field::new("reference", &label("reference"), &value("reference")).text("text"))
            (Field::new("answer_reason", &label("reason"), &value("answer_reason")).select(&choices(words, "limit-reason", REASONS.map(|n| n.to_string()))))
        }
        (Field::new("conditions", &label("conditions"), &value("conditions")).area(2))
        button.primary type="submit" { (words.text("limits-save")) }
    }
}
