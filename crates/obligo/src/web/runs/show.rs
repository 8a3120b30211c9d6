//! One final run: what it was asked, its totals and frozen lines, and taking it back.

use super::lines::{heading, lines, title, totals};
use super::list::kind;
use crate::access::proposals::{Action, Submitted, submit};
use crate::access::roles::Permission;
use crate::access::settings::settings;
use crate::documents::report_of;
use crate::runs;
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Field, chip, form, pager, problem_box, text_of, text_opt, with_query};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::{Value, json};

/// Lines of a page, and of a page to print.
const ROWS: usize = 100;
const PRINTED: usize = 2000;

/// The number of the run in the path. Error: `run-not-found`.
pub fn number(call: &Call) -> Result<i64, Problem> {
    let text = call.path("run");
    text.parse().map_err(|_| Problem::refused("run-not-found").with("run", text))
}

/// `/runs/{run}`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, None)?))
}

/// `/runs/{run}/reverse`: at once, or proposed where two must agree (R8.4).
pub fn reverse(call: Call) -> Result<Reply, Problem> {
    let run = number(&call)?;
    let reason = call.field("reason").unwrap_or("");
    let user = call.user()?;
    match submit(&mut call.session(), user, Action::Reversal, &json!({ "run": run }), reason) {
        Ok(Submitted::Done(_)) => Ok(Reply::See(format!("/runs/{run}?done=done-reversed"))),
        Ok(Submitted::Proposed(_)) => Ok(Reply::See("/proposals?done=done-proposed".to_owned())),
        Err(problem) if http_status(&problem) == 404 => Err(problem),
        Err(problem) => Ok(Reply::Page(draw(&call, Some(&problem))?.with_status(http_status(&problem)))),
    }
}

fn draw(call: &Call, problem: Option<&Problem>) -> Result<Page, Problem> {
    let words = call.words;
    let run = number(call)?;
    let mut session = call.session();
    let line = runs::one(&mut session, run)?;
    let parameters = &line["parameters"];
    let of_kind = text_of(&line, "kind");
    let is_printed = call.query("print").is_some();
    let rows = if is_printed { PRINTED } else { ROWS };
    let total = usize::try_from(line["lines"].as_i64().unwrap_or(0)).unwrap_or(0);
    let from = usize::try_from(call.query_number("from", 0, 0)?).unwrap_or(0).min(total);
    let shown = runs::lines(&mut session, run, from as i64, rows as i64)?;
    let is_reversed = line["reversed"] == true;
    let heading = words.with("runs-heading", &[("run", run.to_string())]);
    let body = html! {
        p.trail { a href="/runs" { (words.text("nav-runs")) } }
        div.head {
            h1 { (heading) " " @if is_reversed { (chip("bad", &words.text("flag-reversed"))) } @else { (chip("good", &words.text("runs-final"))) } }
            div.tools { (ways(words, &line, run)) }
        }
        @if let Some(problem) = problem { (problem_box(words, problem)) }
        p { (title(words, parameters)) ", " (words.date_text(text_of(&line, "key_date"))) }
        @if is_reversed { (reversal(words, &line)) }
        (totals(words, of_kind, &line["totals"]))
        section.card {
            h2 { (words.text("runs-lines")) }
            (lines(words, of_kind, &shown))
            @if total > rows { (pager(words, from, shown.len(), total, &|to| with_query(call, &[("from", &to.to_string())]))) }
        }
        section.card { h2 { (words.text("runs-about")) } (facts(words, &line)) }
        @if !is_reversed && call.caller.may(Permission::Run) { (reversal_form(call, run)?) }
    };
    Ok(Page::new("runs", heading, body))
}

fn ways(words: &Words, line: &Value, run: i64) -> Markup {
    let report = report_of(text_of(line, "kind"), text_of(&line["parameters"], "procedure"));
    html! {
        a.button.primary href=(format!("/reports/{report}?run={run}")) { (words.text("runs-document")) }
        @if text_of(line, "kind") == "declare" {
            a.button href=(format!("/reports/declaration-break-down?run={run}")) { (words.text("runs-break-down")) }
        }
        a.button href=(format!("/runs/{run}/differences")) { (words.text("runs-differences")) }
        a.button href=(format!("/runs/{run}/download?format=csv")) { "CSV" }
        a.button href=(format!("/runs/{run}/download?format=json")) { "JSON" }
        a.button href=(format!("/runs/{run}?print=yes")) { (words.text("runs-print")) }
    }
}

fn reversal(words: &Words, line: &Value) -> Markup {
    let facts = [
        ("actor", text_of(line, "reversed_by").to_owned()),
        ("date", words.instant(text_of(line, "reversed_at"))),
        ("reason", text_of(line, "reversed_reason").to_owned()),
    ];
    html! { p.notice.warn { (words.with("runs-reversed-by", &facts)) } }
}

fn facts(words: &Words, line: &Value) -> Markup {
    let parameters = &line["parameters"];
    let yes_no = |name: &str| match parameters[name].as_bool() {
        Some(true) => Some(words.text("yes")),
        Some(false) => Some(words.text("no")),
        None => None,
    };
    html! {
        dl.facts {
            dt { (heading(words, "kind")) } dd { (kind(words, text_of(line, "kind"), text_of(line, "buyers"))) }
            dt { (heading(words, "policy")) } dd { (text_of(line, "policy")) " " span.quiet { (text_of(parameters, "external_number")) } }
            dt { (heading(words, "key_date")) } dd { (words.date_text(text_of(line, "key_date"))) }
            @if let Some(day) = text_opt(parameters, "period_start") { dt { (words.text("runs-period-start")) } dd { (words.date_text(day)) } }
            @if let Some(scope) = text_opt(parameters, "scope") { dt { (words.text("runs-scope")) } dd { (words.text(&format!("runs-scope-{scope}"))) } }
            @if let Some(day) = text_opt(parameters, "repeat_from") { dt { (words.text("runs-repeat-from")) } dd { (words.date_text(day)) } }
            @if let Some(said) = yes_no("exceeding_amounts") { dt { (words.text("runs-exceeding")) } dd { (said) } }
            dt { (heading(words, "actor")) } dd { (text_of(line, "actor")) }
            dt { (heading(words, "recorded_at")) } dd { (words.instant(text_of(line, "recorded_at"))) }
            dt { (heading(words, "changes")) } dd { (words.number(&line["changes"].to_string())) }
            dt { (heading(words, "sha256")) } dd { code { (text_of(line, "sha256")) } }
            @if let Some(hash) = text_opt(parameters, "terms_sha256") { dt { (words.text("runs-terms")) } dd { code { (hash) } } }
        }
    }
}

fn reversal_form(call: &Call, run: i64) -> Result<Markup, Problem> {
    let words = call.words;
    let needs_another = settings(&call.house.store)?.four_eyes.reversal;
    let reason = call.field("reason").unwrap_or("");
    let fields = html! {
        p { (words.text("runs-reverse-what")) }
        (Field::new("reason", &words.text("runs-reason"), reason).required().text("text"))
        button.danger type="submit" { (words.text(if needs_another { "runs-reverse-propose" } else { "runs-reverse" })) }
    };
    Ok(html! {
        section.card.no-print {
            h2 { (words.text("runs-reverse")) }
            (form(&call.caller, &format!("/runs/{run}/reverse"), &fields))
        }
    })
}
