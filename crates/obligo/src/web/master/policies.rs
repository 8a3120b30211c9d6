//! Policies: the list, one policy with its terms and example cases, putting a file.

use super::policy_terms::terms;
use crate::access::roles::Permission;
use crate::import::Refusal;
use crate::policies::{PolicyShown, check_stored, put_text, show};
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{
    Column, Field, chip, date_cell, file_form, problem_box, segment, table, text_of, text_opt,
};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::Value;

/// A policy file is no larger.
const FILE_MAX: u64 = 1 << 20;

fn may_change(call: &Call) -> bool {
    call.caller.may(Permission::Manage) && call.caller.sees_whole_group()
}

/// `/policies`.
pub fn list(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let PolicyShown::List(all) = show(&mut call.session(), None)? else {
        return Err(Problem::refused("page-not-found"));
    };
    let columns = [
        Column::text(words.text("col-policy")),
        Column::text(words.text("col-name")),
        Column::text(words.text("col-external-number")),
        Column::text(words.text("col-procedure")),
        Column::text(words.text("col-currency")),
        Column::text(words.text("col-valid-from")),
        Column::text(words.text("col-valid-until")),
        Column::number(words.text("col-versions")),
    ];
    let row = |policy: &Value| {
        let code = text_of(policy, "policy");
        html! {
            td { a href=(format!("/policies/{}", segment(code))) { (code) } }
            td { (text_of(policy, "name")) }
            td { (text_of(policy, "external_number")) }
            td { (words.text(&format!("policies-procedure-{}", text_of(policy, "procedure")))) }
            td { (text_of(policy, "currency")) }
            (date_cell(words, text_opt(policy, "valid_from")))
            (date_cell(words, text_opt(policy, "valid_until")))
            td.number { (words.number(&policy["versions"].to_string())) }
        }
    };
    let rows: Vec<Markup> = all.iter().map(row).collect();
    let title = words.text("nav-policies");
    let body = html! {
        div.head {
            h1 { (title) }
            @if may_change(&call) { a.button.primary href="/policies/new" { (words.text("policies-put")) } }
        }
        (table(&title, &columns, &rows, &Markup::default(), &words.text("policies-nothing")))
    };
    Ok(Reply::page("policies", title, body))
}

fn text_of_policy(call: &Call, code: &str) -> Result<String, Problem> {
    match show(&mut call.session(), Some(code))? {
        PolicyShown::File(text) => Ok(text),
        PolicyShown::List(_) => Err(Problem::refused("page-not-found")),
    }
}

/// `/policies/{policy}`: its terms, its example cases, its file.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let code = call.path("policy");
    let text = text_of_policy(&call, code)?;
    let body = html! {
        p.trail { a href="/policies" { (words.text("nav-policies")) } }
        div.head {
            h1 { (words.text("col-policy")) " " (code) }
            div {
                a.button href=(format!("/policies/{}/file", segment(code))) { (words.text("policies-download")) }
                @if may_change(&call) { " " a.button href=(format!("/policies/new?policy={}", segment(code))) { (words.text("policies-change")) } }
            }
        }
        section.card { h2 { (words.text("policies-examples")) } (examples(&call, code)) }
        section.card { h2 { (words.text("policies-terms")) } (terms(words, &text)) }
        details { summary { (words.text("policies-file")) } pre tabindex="0" role="region" aria-label=(words.text("policies-file")) { (text) } }
    };
    Ok(Reply::page("policies", code, body))
}

/// The cases in the file, run through the rules.
fn examples(call: &Call, code: &str) -> Markup {
    let words = call.words;
    let cases = match check_stored(&mut call.session(), Some(code)) {
        Ok(cases) => cases,
        Err(refusal) => return problems(call, &refusal),
    };
    let columns = [Column::text(words.text("policies-case")), Column::text(words.text("policies-result"))];
    let rows: Vec<Markup> = cases
        .iter()
        .map(|case| {
            html! {
                td { (case.name) }
                td {
                    @if case.ok { (chip("good", &words.text("policies-case-ok"))) }
                    @else {
                        (chip("bad", &words.text("policies-case-differs")))
                        @for difference in &case.differences {
                            p {
                                (words.with("check-difference", &[
                                    ("key", difference.key.to_owned()),
                                    ("expected", difference.expected.clone()),
                                    ("found", difference.found.clone()),
                                ]))
                            }
                        }
                    }
                }
            }
        })
        .collect();
    table(
        &words.text("policies-examples"),
        &columns,
        &rows,
        &Markup::default(),
        &words.text("policies-examples-none"),
    )
}

/// `/policies/{policy}/file`: as it was put.
pub fn file(call: Call) -> Result<Reply, Problem> {
    let code = call.path("policy");
    let text = text_of_policy(&call, code)?;
    Ok(Reply::download("application/toml", format!("{}.toml", code.replace('/', "-")), text.into_bytes()))
}

/// `/policies/new`: a file, or a text to edit.
pub fn new(call: Call) -> Result<Reply, Problem> {
    let text = call.query("policy").map(|code| text_of_policy(&call, code)).transpose()?;
    Ok(Reply::Page(draw(&call, &text.unwrap_or_default(), &Markup::default())))
}

/// Puts it; valid from a day, or from the day after the last final run.
pub fn put(mut call: Call) -> Result<Reply, Problem> {
    let upload = call.take_uploads("file").into_iter().next();
    let (name, text) = match &upload {
        Some(upload) if upload.size > FILE_MAX => {
            return Err(Problem::usage("body-too-large").with("limit", FILE_MAX));
        }
        Some(upload) => {
            let bytes = std::fs::read(upload.file.path())
                .map_err(|why| Problem::unavailable("server-folder").with("why", why))?;
            (upload.name.clone(), String::from_utf8_lossy(&bytes).into_owned())
        }
        None => ("policy.toml".to_owned(), call.secret_field("text").replace("\r\n", "\n")),
    };
    let name = if name.is_empty() { "policy.toml".to_owned() } else { name };
    let valid_from = call.field_day("valid_from")?;
    match put_text(&mut call.session(), &name, &text, valid_from) {
        Ok(_) => Ok(Reply::See("/policies?done=done-saved".to_owned())),
        Err(refusal) => {
            let status = refusal.problems.first().map_or(422, http_status);
            Ok(Reply::Page(draw(&call, &text, &problems(&call, &refusal)).with_status(status)))
        }
    }
}

fn problems(call: &Call, refusal: &Refusal) -> Markup {
    html! {
        @for problem in refusal.problems.iter().take(20) {
            @if let Some(line) = problem.place.line {
                p.quiet { (call.words.with("policies-line", &[("line", line.to_string())])) }
            }
            (problem_box(call.words, problem))
        }
    }
}

fn draw(call: &Call, text: &str, told: &Markup) -> Page {
    let words = call.words;
    let title = words.text("policies-put");
    let fields = html! {
        (Field::new("file", &words.text("policies-upload"), "").hint(&words.text("policies-upload-hint")).file(".toml", false))
        (Field::new("text", &words.text("policies-text"), text).area(28))
        (Field::new("valid_from", &words.text("policies-valid-from"), call.field("valid_from").unwrap_or("")).hint(&words.text("policies-valid-from-hint")).date())
        button.primary type="submit" { (words.text("master-save")) }
    };
    let body = html! {
        p.trail { a href="/policies" { (words.text("nav-policies")) } }
        h1 { (title) }
        (told)
        section.card { (file_form(&call.caller, "/policies/new", &fields)) }
    };
    Page::new("policies", title, body)
}
