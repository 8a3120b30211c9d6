//! The credit policy as a file: saved, put, changed as text, with the differences shown before.

use super::control::unchanged;
use super::ways;
use super::wording::lines;
use crate::credit::policy::{check_text, in_force, parse_stored, put_text, text_in_force};
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Field, file_form};
use crate::web::policy_text::{name_and_text, problems};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use similar::{ChangeTag, TextDiff};

/// Name of a text typed here.
const TYPED: &str = "credit_policy.toml";

/// The file in force today, or the shortest there is.
pub fn stored(call: &Call) -> Result<String, Problem> {
    match text_in_force(&mut call.session(), AsOf::at(call.today()))? {
        Some(text) => Ok(text),
        None => least(call),
    }
}

/// The shortest file: what holds without one, from today on.
pub fn least(call: &Call) -> Result<String, Problem> {
    let today = call.today();
    let usual = call.session().read(|tx| in_force(tx, Day::FIRST))?;
    Ok(format!("currency = \"{}\"\nvalid_from = {today}\n", usual.currency))
}

/// `/credit/policy/download`: the file in force on a day. Error: `page-not-found`.
pub fn download(call: Call) -> Result<Reply, Problem> {
    let day = call.query_day("as_of")?.unwrap_or(call.today());
    let text = text_in_force(&mut call.session(), AsOf::at(day))?;
    let text = text.ok_or_else(|| Problem::refused("page-not-found"))?;
    Ok(Reply::download("application/toml", TYPED.to_owned(), text.into_bytes()))
}

/// The file as it is drawn.
struct Drawn {
    /// What the file said when the text was taken from it.
    base: String,
    text: String,
    told: Markup,
}

/// `/credit/policy/file`: a file, or a text to edit.
pub fn edit(call: Call) -> Result<Reply, Problem> {
    let text = stored(&call)?;
    let drawn = Drawn { base: text.clone(), text, told: Markup::default() };
    Ok(Reply::Page(draw(&call, &drawn)))
}

/// Puts it, or checks it and shows what it would change.
pub fn save(mut call: Call) -> Result<Reply, Problem> {
    let (name, text) = name_and_text(&mut call, TYPED)?;
    let base = call.secret_field("base").replace('\r', "");
    let is_trial = call.field("do") == Some("show");
    let outcome = check_text(&name, &text).and_then(|policy| {
        if is_trial {
            return Ok(Some(policy));
        }
        let mut session = call.session();
        session.precondition = Some(unchanged(&call, &base));
        put_text(&mut session, &name, &text)?;
        Ok(None)
    });
    match outcome {
        Ok(None) => Ok(Reply::See("/credit/policy?done=done-saved".to_owned())),
        Ok(Some(after)) => {
            let (words, now) = (call.words, stored(&call)?);
            let told = html! {
                (preview(words, &parse_stored(&now)?, &after))
                @if now != text { (difference(words, &words.text("credit-policy-text"), &now, &text)) }
            };
            Ok(Reply::Page(draw(&call, &Drawn { base, text, told })))
        }
        Err(refusal) => {
            let status = refusal.problems.first().map_or(422, http_status);
            let told = problems(call.words, &refusal);
            let is_changed = refusal.problems.iter().any(|problem| problem.code == "record-changed");
            let base = if is_changed { stored(&call)? } else { base };
            Ok(Reply::Page(draw(&call, &Drawn { base, text, told }).with_status(status)))
        }
    }
}

/// What differs between the policy in force and another, rule by rule.
pub fn preview(words: &Words, before: &CreditPolicy, after: &CreditPolicy) -> Markup {
    let (before, after) = (lines(words, before), lines(words, after));
    if before == after {
        return html! { p.notice.warn role="status" { (words.text("policies-form-unchanged")) } };
    }
    difference(words, &words.text("credit-policy-preview"), &before, &after)
}

/// The lines that go and come.
fn difference(words: &Words, title: &str, before: &str, after: &str) -> Markup {
    let difference = TextDiff::from_lines(before, after);
    let changes = difference.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal);
    html! {
        section.card role="status" {
            h2 { (title) }
            pre.changes tabindex="0" role="region" aria-label=(title) {
                @for change in changes {
                    @let text = change.value().trim_end_matches('\n');
                    @match change.tag() {
                        ChangeTag::Delete => { del { "- " span.hidden { (words.text("policies-form-removed")) " " } (text) } }
                        _ => { ins { "+ " span.hidden { (words.text("policies-form-added")) " " } (text) } }
                    }
                }
            }
        }
    }
}

fn draw(call: &Call, drawn: &Drawn) -> Page {
    let words = call.words;
    let title = words.text("credit-policy-way-file");
    let fields = html! {
        input type="hidden" name="base" value=(drawn.base);
        (Field::new("file", &words.text("credit-policy-upload"), "").hint(&words.text("policies-upload-hint")).file(".toml", false))
        (Field::new("text", &words.text("credit-policy-text"), &drawn.text).area(28))
        div.tools {
            button.primary type="submit" name="do" value="save" { (words.text("master-save")) }
            button type="submit" name="do" value="show" { (words.text("credit-policy-preview-do")) }
        }
    };
    let body = html! {
        h1 { (title) }
        (ways(call, "credit-policy-way-file"))
        (drawn.told)
        section.card { (file_form(&call.caller, "/credit/policy/file", &fields)) }
    };
    Page::new("credit", title, body)
}
