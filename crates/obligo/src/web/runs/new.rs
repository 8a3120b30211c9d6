//! Asking for a run: the form, and starting its preview.

use super::job::PREVIEW;
use super::request::NewRun;
use crate::serve::{Call, NewJob, Page, Reply, http_status};
use crate::web::parts::{Field, form, problem_box};
use maud::html;
use obligo_rules::problem::Problem;
use std::time::Duration;

/// How long a form waits for short work before its progress is shown.
pub const PATIENCE: Duration = Duration::from_secs(2);

/// `/runs/new`: filled in as far as the address says.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, None)?))
}

/// Starts the preview beside the requests, so that reading goes on.
pub fn start(call: Call) -> Result<Reply, Problem> {
    match started(&call) {
        Ok(address) => Ok(Reply::See(address)),
        Err(problem) => Ok(Reply::Page(draw(&call, Some(&problem))?.with_status(http_status(&problem)))),
    }
}

fn started(call: &Call) -> Result<String, Problem> {
    let request = NewRun::of_form(call)?;
    let query = request.query();
    let mut session = call.session();
    let new = NewJob {
        owner: call.caller.name().to_owned(),
        kind: PREVIEW,
        once: call.field("once").unwrap_or("").to_owned(),
        now: call.now.clone(),
    };
    let jobs = &call.house.jobs;
    let id = jobs.start(new, move |_| Ok(request.preview(&mut session)?))?;
    let _ = jobs.wait(call.caller.name(), &id, PATIENCE);
    Ok(format!("/runs/job/{id}?{query}"))
}

fn draw(call: &Call, problem: Option<&Problem>) -> Result<Page, Problem> {
    let words = call.words;
    let (portfolio, _) = call.portfolio()?;
    let value = |name: &str| call.field(name).or_else(|| call.query(name)).unwrap_or("").to_owned();
    let date = |name: &str| {
        let typed = value(name);
        words.parse_date(&typed).map_or(typed, |day| day.to_string())
    };
    let policies: Vec<(String, String)> = portfolio
        .snapshot
        .policies
        .iter()
        .map(|(code, policy)| (code.clone(), format!("{code} {}", policy.policy.name)))
        .collect();
    let policy = match policies.as_slice() {
        [(only, _)] if value("policy").is_empty() => only.clone(),
        _ => value("policy"),
    };
    let month_end = call.today().month_start().plus_days(-1).to_string();
    let key_date = if date("key_date").is_empty() { month_end } else { date("key_date") };
    let choices = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(code, id)| ((*code).to_owned(), words.text(id))).collect()
    };
    let kinds = choices(&[
        ("named", "runs-kind-named"),
        ("unnamed", "runs-kind-unnamed"),
        ("notify", "runs-kind-notify"),
    ]);
    let scopes = choices(&[
        ("all", "runs-scope-all"),
        ("overdue", "runs-scope-overdue"),
        ("default", "runs-scope-default"),
    ]);
    let exceeding = choices(&[("", "runs-as-policy"), ("yes", "yes"), ("no", "no")]);
    let title = words.text("runs-start");
    let fields = html! {
        div.columns {
            (Field::new("kind", &words.text("col-kind"), &value("kind")).required().select(&kinds))
            (Field::new("policy", &words.text("col-policy"), &policy).required().select(&policies))
            (Field::new("key_date", &words.text("col-key-date"), &key_date).required().date())
        }
        fieldset {
            legend { (words.text("runs-only-notify")) }
            div.columns {
                (Field::new("scope", &words.text("runs-scope"), &value("scope")).select(&scopes))
                (Field::new("exceeding", &words.text("runs-exceeding"), &value("exceeding")).select(&exceeding))
                (Field::new("repeat_from", &words.text("runs-repeat-from"), &date("repeat_from")).hint(&words.text("runs-repeat-hint")).date())
            }
        }
        (Field::new("known_at", &words.text("runs-known-at"), &date("known_at")).hint(&words.text("runs-known-hint")).date())
        button.primary type="submit" { (words.text("runs-preview-do")) }
    };
    let body = html! {
        p.trail { a href="/runs" { (words.text("nav-runs")) } }
        h1 { (title) }
        @if let Some(problem) = problem { (problem_box(words, problem)) }
        @if policies.is_empty() {
            p.empty { (words.text("runs-no-policy")) " " a href="/policies" { (words.text("nav-policies")) } }
        } @else {
            section.card { p { (words.text("runs-preview-what")) } (form(&call.caller, "/runs/new", &fields)) }
        }
    };
    Ok(Page::new("runs", title, body))
}
