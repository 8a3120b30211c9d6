//! A policy as a file: saved, put, changed as text.

use super::page::{may_put, tabs, text_of_policy};
use crate::import::Refusal;
use crate::policies::{policy_unchanged, put_text};
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Field, file_form, segment};
use crate::web::policy_text::{name_and_text, problems};
use maud::{Markup, html};
use obligo_rules::problem::Problem;

/// `/policies/{policy}/file`: as it was put.
pub fn file(call: Call) -> Result<Reply, Problem> {
    let code = call.path("policy");
    let text = text_of_policy(&call, code)?;
    Ok(Reply::download("application/toml", format!("{}.toml", code.replace('/', "-")), text.into_bytes()))
}

/// The file as it is drawn.
#[derive(Default)]
struct Drawn {
    /// Code of the policy that is changed; `None` for a new one.
    policy: Option<String>,
    /// What its file said when the text was taken from it.
    base: String,
    text: String,
    told: Markup,
}

/// `/policies/new`: a file, or a text to edit.
pub fn new(call: Call) -> Result<Reply, Problem> {
    let Some(code) = call.query("policy") else {
        return Ok(Reply::Page(draw(&call, &Drawn::default())));
    };
    let text = text_of_policy(&call, code)?;
    let drawn = Drawn { policy: Some(code.to_owned()), base: text.clone(), text, told: Markup::default() };
    Ok(Reply::Page(draw(&call, &drawn)))
}

/// Puts it; valid from a day, or from the day after the last final run.
pub fn put(mut call: Call) -> Result<Reply, Problem> {
    let (name, text) = name_and_text(&mut call, "policy.toml")?;
    let valid_from = call.field_day("valid_from")?;
    let policy = call.field("policy").map(str::to_owned);
    let base = call.secret_field("base").replace('\r', "");
    let mut session = call.session();
    session.precondition = policy.clone().map(|code| policy_unchanged(code, Some(base.clone())));
    match put_text(&mut session, &name, &text, valid_from) {
        Ok(_) => {
            let address = policy.map_or_else(String::new, |code| format!("/{}", segment(&code)));
            Ok(Reply::See(format!("/policies{address}?done=done-saved")))
        }
        Err(refusal) => {
            let status = refusal.problems.first().map_or(422, http_status);
            let drawn = refused(&call, Drawn { policy, base, text, told: Markup::default() }, &refusal)?;
            Ok(Reply::Page(draw(&call, &drawn).with_status(status)))
        }
    }
}

/// What was typed with its problems; where somebody else saved meanwhile, what the file says now is shown above it.
fn refused(call: &Call, drawn: Drawn, refusal: &Refusal) -> Result<Drawn, Problem> {
    let is_changed = refusal.problems.iter().any(|problem| problem.code == "record-changed");
    let now = match &drawn.policy {
        Some(code) if is_changed => Some(text_of_policy(call, code)?),
        _ => None,
    };
    let title = call.words.text("policies-file");
    let told = html! {
        (problems(call.words, refusal))
        @if let Some(now) = &now { section.card { h2 { (title) } pre tabindex="0" role="region" aria-label=(title) { (now) } } }
    };
    Ok(Drawn { base: now.unwrap_or(drawn.base), told, ..drawn })
}

fn draw(call: &Call, drawn: &Drawn) -> Page {
    let words = call.words;
    let title = match &drawn.policy {
        Some(code) => format!("{} {code}", words.text("col-policy")),
        None => words.text("policies-put"),
    };
    let fields = html! {
        @if let Some(code) = &drawn.policy {
            input type="hidden" name="policy" value=(code);
            input type="hidden" name="base" value=(drawn.base);
        }
        (Field::new("file", &words.text("policies-upload"), "").hint(&words.text("policies-upload-hint")).file(".toml", false))
        (Field::new("text", &words.text("policies-text"), &drawn.text).area(28))
        (Field::new("valid_from", &words.text("policies-valid-from"), call.field("valid_from").unwrap_or("")).hint(&words.text("policies-valid-from-hint")).date())
        button.primary type="submit" { (words.text("master-save")) }
    };
    let body = html! {
        p.trail { a href="/policies" { (words.text("nav-policies")) } }
        h1 { (title) }
        (tabs(words, drawn.policy.as_deref(), "policies-tab-file", may_put(call)))
        (drawn.told)
        section.card { (file_form(&call.caller, "/policies/new", &fields)) }
    };
    Page::new("policies", title, body)
}
