//! What a proposal would do, as people read it.

use crate::access::proposals::{Action, Proposal, SEEN, edit_request};
use crate::edit::edit;
use crate::serve::Call;
use crate::web::parts::{buyer_address, item_address, text_of, text_opt};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::Value;

/// Whether the caller may know of it.
pub fn is_seen(call: &Call, proposal: &Proposal) -> bool {
    call.caller.user.as_ref().is_some_and(|user| proposal.is_of(user))
}

/// In one line, with the way to what it is about.
pub fn summary(words: &Words, proposal: &Proposal) -> Markup {
    let payload = &proposal.payload;
    let name = words.text(&format!("proposals-action-{}", proposal.action.code()));
    html! {
        (name) ": "
        @match proposal.action {
            Action::FinalRun => {
                (run_kind(words, payload)) ", " (text_of(payload, "policy")) ", " (words.date_text(text_of(payload, "key_date")))
            }
            Action::Reversal => {
                a href=(format!("/runs/{}", payload["run"])) { (words.with("runs-heading", &[("run", payload["run"].to_string())])) }
            }
            Action::Edit => { a href=(item_address(text_of(payload, "item"))) { (text_of(payload, "item")) } }
            Action::AcceptExcess => { a href=(buyer_address(text_of(payload, "account"))) { (text_of(payload, "account")) } ", " (words.number(text_of(payload, "amount"))) }
        }
    }
}

fn run_kind(words: &Words, payload: &Value) -> String {
    words.text(match (text_of(payload, "kind"), text_of(payload, "buyers")) {
        ("notify", _) => "runs-kind-notify",
        (_, "unnamed") => "runs-kind-unnamed",
        _ => "runs-kind-named",
    })
}

/// Everything it would do.
pub fn details(call: &Call, proposal: &Proposal) -> Markup {
    match proposal.action {
        Action::FinalRun => run_details(call.words, &proposal.payload),
        Action::Reversal => html! { p { (call.words.text("runs-reverse-what")) } },
        Action::Edit => edit_details(call, proposal),
        Action::AcceptExcess => excess_details(call.words, &proposal.payload),
    }
}

fn run_details(words: &Words, payload: &Value) -> Markup {
    html! {
        dl.facts {
            dt { (words.text("col-kind")) } dd { (run_kind(words, payload)) }
            dt { (words.text("col-policy")) } dd { (text_of(payload, "policy")) }
            dt { (words.text("col-key-date")) } dd { (words.date_text(text_of(payload, "key_date"))) }
            @if let Some(scope) = text_opt(payload, "scope") { dt { (words.text("runs-scope")) } dd { (words.text(&format!("runs-scope-{scope}"))) } }
            @if let Some(exceeding) = payload["exceeding"].as_bool() {
                dt { (words.text("runs-exceeding")) } dd { (words.text(if exceeding { "yes" } else { "no" })) }
            }
            @if let Some(day) = text_opt(payload, "repeat_from") { dt { (words.text("runs-repeat-from")) } dd { (words.date_text(day)) } }
        }
    }
}

fn excess_details(words: &Words, payload: &Value) -> Markup {
    let amounts = [
        ("amount", "decisions-amount"),
        ("exposure", "decisions-exposure"),
        ("insured_sum", "col-insured-sum"),
    ];
    html! {
        dl.facts {
            dt { (words.text("limits-field-account")) } dd { (text_of(payload, "account")) }
            @if let Some(policy) = text_opt(payload, "policy") { dt { (words.text("col-policy")) } dd { (policy) } }
            @for (name, label) in amounts {
                @if let Some(amount) = text_opt(payload, name) { dt { (words.text(label)) } dd { (words.number(amount)) } }
            }
            @if let Some(day) = text_opt(payload, "from") { dt { (words.text("col-valid-from")) } dd { (words.date_text(day)) } }
            dt { (words.text("decisions-until")) } dd { (words.date_text(text_of(payload, "until"))) }
            @if let Some(reference) = text_opt(payload, "reference") { dt { (words.text("decisions-reference")) } dd { (reference) } }
        }
    }
}

/// An open change of an item is tried without writing: what it says now stands beside what it would say. One that is decided tells what
/// was asked for.
fn edit_details(call: &Call, proposal: &Proposal) -> Markup {
    let words = call.words;
    let is_open = proposal.state == crate::access::proposals::State::Open;
    let tried = if is_open { tried(call, proposal).ok() } else { proposal.result.clone() };
    let none = serde_json::Map::new();
    let asked = proposal.payload.as_object().unwrap_or(&none);
    let (before, after) = match &tried {
        Some(done) if done["after"].is_object() => {
            (Some(&done["before"]), done["after"].as_object().unwrap_or(&none))
        }
        _ => (None, asked),
    };
    html! {
        ul {
            @for (key, value) in after.iter().filter(|(key, _)| !["item", SEEN].contains(&key.as_str())) {
                li { (change(words, key, before.map(|before| &before[key.as_str()]), value)) }
            }
        }
    }
}

fn tried(call: &Call, proposal: &Proposal) -> Result<Value, Problem> {
    let mut session = call.session();
    session.dry_run = true;
    edit(&mut session, &edit_request(&proposal.payload, &proposal.reason)?)
}

fn change(words: &Words, key: &str, before: Option<&Value>, after: &Value) -> String {
    let shown = |value: &Value| match value {
        Value::String(text) if !text.is_empty() => words.date_text(&words.number(text)),
        Value::Bool(true) => words.text("yes"),
        Value::Bool(false) => words.text("no"),
        Value::Null | Value::String(_) => "–".to_owned(),
        other => other.to_string(),
    };
    let name = words.text(&format!("col-{}", key.replace('_', "-")));
    let before = before.map_or_else(|| "…".to_owned(), shown);
    words.with("change", &[("name", name), ("before", before), ("after", shown(after))])
}
