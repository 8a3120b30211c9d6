//! A policy as a form: every key of its file in a field; saved as the same file with what was changed.

use super::changes::changes;
use super::fields::{Fields, Wrong};
use super::names::{heading, heading_help};
use super::page::{examples_table, may_put, tabs, text_of_policy};
use super::problems::{in_words, input_of};
use super::terms::headings;
use super::typed::{Now, Typed};
use crate::import::Refusal;
use crate::policies::{CaseResult, check_text, policy_unchanged, put_text};
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Field as Input, form as posting_form, problem_box, segment};
use maud::{Markup, html};
use obligo_formats::policy_file::form::{FIELDS, Form};
use obligo_rules::problem::Problem;

/// The form as it is drawn.
struct Drawn {
    /// Code of the policy; `None` for a new one.
    policy: Option<String>,
    /// The file it was filled from.
    base: String,
    /// How many example cases that has.
    examples: usize,
    typed: Typed,
    now: Now,
    problems: Vec<Problem>,
    /// The file that saving would make, with its example cases.
    preview: Option<(String, Vec<CaseResult>)>,
}

impl Drawn {
    fn of(call: &Call, policy: Option<String>, base: String) -> Result<Drawn, Problem> {
        let form = Form::read(&base)?;
        let typed = Typed::of(call.words, &form);
        Ok(Drawn {
            policy,
            base,
            examples: form.examples,
            typed,
            now: Now::new(),
            problems: Vec::new(),
            preview: None,
        })
    }
}

/// `/policies/{policy}/form`.
pub fn edit(call: Call) -> Result<Reply, Problem> {
    let code = call.path("policy").to_owned();
    let text = text_of_policy(&call, &code)?;
    Ok(Reply::Page(draw(&call, &Drawn::of(&call, Some(code), text)?)))
}

/// `/policies/new/form`.
pub fn new(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, &Drawn::of(&call, None, String::new())?)))
}

/// Saves the terms of a policy, or shows the file that saving would make.
pub fn save(call: Call) -> Result<Reply, Problem> {
    let code = call.path("policy").to_owned();
    let stored = text_of_policy(&call, &code)?;
    saved(&call, Some(code), &stored)
}

/// Saves a new policy.
pub fn create(call: Call) -> Result<Reply, Problem> {
    saved(&call, None, "")
}

fn saved(call: &Call, policy: Option<String>, stored: &str) -> Result<Reply, Problem> {
    let base = call.secret_field("base").replace('\r', "");
    let mut drawn = Drawn::of(call, policy, base)?;
    let were = drawn.typed.clone();
    drawn.typed = Typed::sent(call, &were);
    let touched = drawn.typed.touched(call.words, &were);
    let is_stale = !stored.lines().eq(drawn.base.lines());
    let written = if is_stale {
        Err(Problem::forbidden("record-changed").into())
    } else {
        touched.written_into(stored).map_err(Refusal::from)
    };
    let is_trial = call.field("do") == Some("show");
    let done = written.and_then(|text| {
        put(call, &drawn, &text, is_trial)?;
        Ok(text)
    });
    match done {
        Ok(text) if is_trial => {
            let cases = check_text("policy.toml", &text).unwrap_or_default();
            drawn.preview = Some((text, cases));
            Ok(Reply::Page(draw(call, &drawn)))
        }
        Ok(text) => {
            let code = Form::read(&text)?.values.get("policy").map(one).unwrap_or_default();
            Ok(Reply::See(format!("/policies/{}?done=done-saved", segment(&code))))
        }
        Err(refusal) => refused(call, drawn, &were, refusal),
    }
}

fn one(held: &obligo_formats::policy_file::form::Held) -> String {
    match held {
        obligo_formats::policy_file::form::Held::One(text) => text.clone(),
        _ => String::new(),
    }
}

fn put(call: &Call, drawn: &Drawn, text: &str, is_trial: bool) -> Result<(), Refusal> {
    let code = drawn.policy.clone().unwrap_or_else(|| drawn.typed.one("policy").to_owned());
    let seen = drawn.policy.as_ref().map(|_| drawn.base.clone());
    let file = code.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect::<String>();
    let valid_from = call.field_day("terms_from")?;
    let mut session = call.session();
    session.dry_run = is_trial;
    session.precondition = Some(policy_unchanged(code, seen));
    put_text(&mut session, &format!("{}.toml", file.get(..20).unwrap_or(&file)), text, valid_from)?;
    Ok(())
}

/// The form again, with its problems; where somebody else saved meanwhile, over what the file says now.
fn refused(call: &Call, mut drawn: Drawn, were: &Typed, refusal: Refusal) -> Result<Reply, Problem> {
    let status = refusal.problems.first().map_or(422, http_status);
    let is_changed = refusal.problems.iter().any(|problem| problem.code == "record-changed");
    if let (true, Some(code)) = (is_changed, &drawn.policy) {
        let now = Drawn::of(call, Some(code.clone()), text_of_policy(call, code)?)?;
        let (typed, both) = drawn.typed.over(were, &now.typed);
        drawn = Drawn { typed, now: both, ..now };
    }
    drawn.problems = refusal.problems;
    Ok(Reply::Page(draw(call, &drawn).with_status(status)))
}

fn draw(call: &Call, drawn: &Drawn) -> Page {
    let words = call.words;
    let title = match &drawn.policy {
        Some(code) => words.with("policies-form-title", &[("policy", code.clone())]),
        None => words.text("policies-form-new-title"),
    };
    let action = match &drawn.policy {
        Some(code) => format!("/policies/{}/form", segment(code)),
        None => "/policies/new/form".to_owned(),
    };
    let wrong: Wrong = drawn
        .problems
        .iter()
        .rev()
        .filter_map(|problem| Some((input_of(problem)?, in_words(words, problem))))
        .collect();
    let fields = Fields { words, typed: &drawn.typed, now: &drawn.now, wrong: &wrong };
    let inputs = html! {
        input type="hidden" name="base" value=(drawn.base);
        @for section in headings() { (one_section(&fields, section, drawn)) }
        section.card {
            (Input::new("terms_from", &words.text("policies-valid-from"), call.field("terms_from").unwrap_or(""))
                .hint(&words.text("policies-valid-from-hint")).date())
            div.tools {
                button.primary type="submit" name="do" value="save" { (words.text("policies-form-save")) }
                button type="submit" name="do" value="show" formnovalidate { (words.text("policies-form-show")) }
            }
        }
    };
    let body = html! {
        p.trail { a href="/policies" { (words.text("nav-policies")) } }
        h1 { (title) }
        (tabs(words, drawn.policy.as_deref(), "policies-tab-form", may_put(call)))
        (told(call, drawn))
        p.quiet { (words.text("policies-form-why")) }
        nav.tools aria-label=(words.text("policies-form-sections")) {
            @for section in headings() { a href=(format!("#section-{section}")) { (heading(words, section)) } }
        }
        (posting_form(&call.caller, &action, &inputs))
    };
    Page::new("policies", title, body)
}

fn one_section(fields: &Fields<'_>, section: &str, drawn: &Drawn) -> Markup {
    let words = fields.words;
    let help = heading_help(words, section);
    // The code of a policy is its name for good.
    let is_shown = |path: &str| path != "policy" || drawn.policy.is_none();
    html! {
        section.card id=(format!("section-{section}")) {
            h2 { (heading(words, section)) }
            @if !help.is_empty() { p.quiet { (help) } }
            div.terms {
                @for field in FIELDS.iter().filter(|field| field.heading() == section && is_shown(&field.path())) { (fields.field(field)) }
            }
        }
    }
}

/// What is wrong, what somebody else changed, what saving would do, and what the form leaves to the file.
fn told(call: &Call, drawn: &Drawn) -> Markup {
    let words = call.words;
    html! {
        @for problem in drawn.problems.iter().take(20) {
            @match input_of(problem) {
                Some(input) => p.notice.bad role="alert" {
                    a href=(format!("#field-{input}")) { (in_words(words, problem)) }
                    @if let (_, Some(remedy)) = words.problem(problem) { " " (remedy) }
                },
                None => (problem_box(words, problem)),
            }
        }
        @if drawn.problems.iter().any(|problem| problem.code == "record-changed") && drawn.policy.is_some() {
            p.notice.warn { (words.text("policies-form-changed")) }
        }
        @if let Some((text, cases)) = &drawn.preview {
            (changes(words, &drawn.base, text))
            @if !cases.is_empty() { section.card { h2 { (words.text("policies-examples")) } (examples_table(words, cases)) } }
        }
        @if let (Some(code), true) = (&drawn.policy, drawn.examples > 0) {
            p { (words.count("policies-form-examples", drawn.examples)) " "
                a href=(format!("/policies/new?policy={}", segment(code))) { (words.text("policies-form-to-file")) } }
        }
    }
}
