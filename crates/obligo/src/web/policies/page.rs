//! Policies: the list, one policy with its terms and example cases, putting a file.

use super::terms::terms;
use crate::access::roles::Permission;
use crate::policies::{CaseResult, PolicyShown, check_stored, show};
use crate::serve::{Call, Reply};
use crate::web::parts::{Column, chip, date_cell, segment, table, text_of, text_opt};
use crate::web::policy_text::problems;
use crate::words::Words;
use maud::{Markup, html};
use obligo_formats::policy_file::form::Form;
use obligo_rules::problem::Problem;
use serde_json::Value;

/// Whether the caller may put policies.
pub fn may_put(call: &Call) -> bool {
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
            @if may_put(&call) {
                div.tools {
                    a.button.primary href="/policies/new/form" { (words.text("policies-new")) }
                    a.button href="/policies/new" { (words.text("policies-put")) }
                }
            }
        }
        (table(&title, &columns, &rows, &Markup::default(), &words.text("policies-nothing")))
    };
    Ok(Reply::page("policies", title, body))
}

/// The file of a policy. Error: `policy-not-found`.
pub fn text_of_policy(call: &Call, code: &str) -> Result<String, Problem> {
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
    let form = Form::read(&text)?;
    let body = html! {
        p.trail { a href="/policies" { (words.text("nav-policies")) } }
        div.head {
            h1 { (words.text("col-policy")) " " (code) }
            a.button href=(format!("/policies/{}/file", segment(code))) { (words.text("policies-download")) }
        }
        (tabs(words, Some(code), "policies-tab-terms", may_put(&call)))
        section.card { h2 { (words.text("policies-examples")) } (examples(&call, code)) }
        section.card { h2 { (words.text("policies-terms")) } (terms(words, &form)) }
        details { summary { (words.text("policies-file")) } pre tabindex="0" role="region" aria-label=(words.text("policies-file")) { (text) } }
    };
    Ok(Reply::page("policies", code, body))
}

/// The ways to see a policy, or to make a new one, the `current` one marked. Who may not change policies sees only the terms.
pub fn tabs(words: &Words, policy: Option<&str>, current: &str, may_put: bool) -> Markup {
    let all = match policy.map(segment) {
        _ if !may_put => return Markup::default(),
        Some(code) => vec![
            ("policies-tab-terms", format!("/policies/{code}")),
            ("policies-tab-form", format!("/policies/{code}/form")),
            ("policies-tab-file", format!("/policies/new?policy={code}")),
        ],
        None => vec![
            ("policies-tab-form", "/policies/new/form".to_owned()),
            ("policies-tab-file", "/policies/new".to_owned()),
        ],
    };
    html! {
        nav.tabs aria-label=(words.text("policies-tabs")) {
            @for (name, address) in all {
                a href=(address) aria-current=[(name == current).then_some("page")] { (words.text(name)) }
            }
        }
    }
}

/// The cases in the file, run through the rules.
fn examples(call: &Call, code: &str) -> Markup {
    match check_stored(&mut call.session(), Some(code)) {
        Ok(cases) => examples_table(call.words, &cases),
        Err(refusal) => problems(call.words, &refusal),
    }
}

/// What came of the cases.
pub fn examples_table(words: &Words, cases: &[CaseResult]) -> Markup {
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
