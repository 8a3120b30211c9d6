//! A preview under way or done, and making it final.

use super::differences;
use super::lines::{lines, title, totals};
use super::new::PATIENCE;
use super::request::Preview;
use crate::access::proposals::Submitted;
use crate::access::roles::Permission;
use crate::access::settings::settings;
use crate::documents::report_of;
use crate::import::Refusal;
use crate::serve::{Call, Job, JobState, NewJob, Page, Reply, http_status};
use crate::web::parts::{chip, form, pager, problem_box, text_of, with_query};
use crate::web::progress::working;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::Value;
use std::sync::Arc;

/// The kinds of jobs of this area.
pub const PREVIEW: &str = "run-preview";
const FINAL: &str = "run-final";

/// Lines of a page, and differences shown with them.
const ROWS: usize = 100;
const DIFFERENCES: usize = 20;

fn job_of(call: &Call) -> Result<Job, Problem> {
    let id = call.path("job");
    let job = call.house.jobs.get(call.caller.name(), id);
    let job = job.filter(|job| [PREVIEW, FINAL].contains(&job.kind));
    job.ok_or_else(|| Problem::refused("job-not-found"))
}

/// The preview a job has ended with. Error: `job-not-found`.
pub fn preview_of(call: &Call) -> Result<Arc<Preview>, Problem> {
    job_of(call)?.result().ok_or_else(|| Problem::refused("job-not-found"))
}

/// `/runs/job/{job}`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let job = job_of(&call)?;
    match &job.state {
        JobState::Running => {
            let title = words.text(if job.kind == FINAL { "runs-working-final" } else { "runs-working" });
            Ok(Reply::page("runs", title.clone(), working(words, &title, &job)))
        }
        JobState::Failed(refusal) => Ok(Reply::Page(failed(&call, refusal))),
        JobState::Done(_) => {
            if let Some(submitted) = job.result::<Submitted>() {
                return Ok(Reply::See(match &*submitted {
                    Submitted::Done(done) => format!("/runs/{}?done=done-run-final", done["run"]),
                    Submitted::Proposed(_) => "/proposals?done=done-proposed".to_owned(),
                }));
            }
            let preview = preview_of(&call)?;
            Ok(Reply::Page(draw(&call, &preview)?))
        }
    }
}

/// `/runs/job/{job}/final`: the key of the form makes it final once, however often it is sent.
pub fn make_final(call: Call) -> Result<Reply, Problem> {
    let preview = preview_of(&call)?;
    let user = call.user()?.clone();
    let mut session = call.session();
    let query = preview.request.query();
    let new = NewJob {
        owner: call.caller.name().to_owned(),
        kind: FINAL,
        once: call.field("once").unwrap_or("").to_owned(),
        now: call.now.clone(),
    };
    let jobs = &call.house.jobs;
    let id = jobs.start(new, move |_| Ok(preview.make_final(&mut session, &user)?))?;
    let _ = jobs.wait(call.caller.name(), &id, PATIENCE);
    Ok(Reply::See(format!("/runs/job/{id}?{query}")))
}

fn failed(call: &Call, refusal: &Refusal) -> Page {
    let words = call.words;
    let title = words.text("runs-failed");
    let query = call.address.split_once('?').map_or("", |(_, query)| query);
    let body = html! {
        p.trail { a href="/runs" { (words.text("nav-runs")) } }
        h1 { (title) }
        @for problem in &refusal.problems { (problem_box(words, problem)) }
        p { a.button.primary href=(format!("/runs/new?{query}")) { (words.text("runs-again")) } }
    };
    Page::new("runs", title, body).with_status(refusal.problems.first().map_or(422, http_status))
}

fn draw(call: &Call, preview: &Preview) -> Result<Page, Problem> {
    let words = call.words;
    let document = &preview.result.document;
    let total = document.lines.len();
    let from = usize::try_from(call.query_number("from", 0, 0)?).unwrap_or(0).min(total);
    let texts = document.lines.iter().skip(from).take(ROWS);
    let shown: Vec<Value> = texts.filter_map(|text| serde_json::from_str(text).ok()).collect();
    let name = title(words, &document.parameters);
    let download = format!("/runs/job/{}/download", call.path("job"));
    let body = html! {
        p.trail { a href="/runs" { (words.text("nav-runs")) } }
        div.head {
            h1 { (name) " " (chip("warn", &words.text("run-preview"))) }
            div.tools {
                a.button href=(letter(preview)) { (words.text("runs-document")) }
                a.button href=(format!("{download}?format=csv")) { "CSV" }
                a.button href=(format!("{download}?format=json")) { "JSON" }
                a.button href=(format!("/runs/new?{}", preview.request.query())) { (words.text("runs-again")) }
            }
        }
        p { (words.with("key-date", &[("date", words.date(preview.request.key_date))])) }
        @if let Some(day) = preview.request.known_at {
            p { (words.with("known-at", &[("date", words.date(day))])) }
        }
        @for warning in &preview.result.warnings { (warning_box(call, warning)) }
        (totals(words, document.kind, &document.totals))
        (finality(call, preview)?)
        section.card {
            h2 { (words.text("runs-differences")) }
            (differences::part(words, document.kind, preview.comparison.as_ref(), 0, DIFFERENCES))
        }
        section.card {
            h2 { (words.text("runs-lines")) }
            (lines(words, document.kind, &shown))
            @if total > ROWS { (pager(words, from, shown.len(), total, &|to| with_query(call, &[("from", &to.to_string())]))) }
        }
        p.quiet { "SHA-256 " code { (preview.result.sha256) } }
    };
    Ok(Page::new("runs", name, body))
}

/// Address of the preview as a letter.
fn letter(preview: &Preview) -> String {
    let parameters = &preview.result.document.parameters;
    let report = report_of(text_of(parameters, "kind"), text_of(parameters, "procedure"));
    format!("/reports/{report}?{}", preview.request.report_query())
}

fn warning_box(call: &Call, warning: &Problem) -> Markup {
    let (text, remedy) = call.words.problem(warning);
    html! {
        div.notice.warn { p { strong { (text) } } @if let Some(remedy) = remedy { p { (remedy) } } }
    }
}

/// The way to the final run, or what forbids it.
fn finality(call: &Call, preview: &Preview) -> Result<Markup, Problem> {
    let words = call.words;
    if preview.request.known_at.is_some() {
        return Ok(html! { p.notice.quiet { (words.text("runs-past-only")) } });
    }
    if let Some(obstacle) = &preview.obstacle {
        return Ok(warning_box(call, obstacle));
    }
    if !call.caller.may(Permission::Run) {
        return Ok(html! { p.notice.quiet { (words.text("runs-not-yours")) } });
    }
    let needs_another = settings(&call.house.store)?.four_eyes.final_run;
    let id = if needs_another { "runs-final-propose" } else { "runs-final-do" };
    let fields = html! { button.primary type="submit" { (words.text(id)) } };
    Ok(html! {
        section.card.no-print {
            h2 { (words.text("runs-final")) }
            p { (words.text("runs-final-what")) }
            (form(&call.caller, &format!("/runs/job/{}/final", call.path("job")), &fields))
        }
    })
}
