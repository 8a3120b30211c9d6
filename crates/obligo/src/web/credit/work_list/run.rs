//! The selection run as a form; it works beside the requests, so that reading goes on.

use super::list::draw;
use crate::credit::work_list::{ManagerRange, MonitorRequest, MonitorRun, monitor_with_progress};
use crate::import::Refusal;
use crate::serve::{Call, Job, JobState, NewJob, Page, Reply, http_status};
use crate::web::credit::tabs;
use crate::web::parts::problem_box;
use crate::web::progress::working;
use maud::html;
use obligo_rules::problem::Problem;
use std::time::Duration;

/// How long the form waits for a short run before its progress is shown.
const PATIENCE: Duration = Duration::from_secs(2);

const SELECTION: &str = "selection";

/// Starts the selection for the key date and the credit managers typed; the key of the form runs it once.
pub fn run(call: Call) -> Result<Reply, Problem> {
    match started(&call) {
        Ok(job) => answered(&call, &job),
        Err(problem) => {
            let page = draw(&call, Some(&problem))?;
            Ok(Reply::Page(page.with_status(http_status(&problem))))
        }
    }
}

/// `/credit/run/{job}`: how far a run is, or the list it made.
pub fn job(call: Call) -> Result<Reply, Problem> {
    let job = call.house.jobs.get(call.caller.name(), call.path("job")).filter(|job| job.kind == SELECTION);
    let job = job.ok_or_else(|| Problem::refused("job-not-found"))?;
    let words = call.words;
    match &job.state {
        JobState::Running => {
            let title = words.text("credit-working");
            Ok(Reply::page("credit", title.clone(), working(words, &title, &job)))
        }
        JobState::Failed(refusal) => {
            let title = words.text("credit-run-title");
            let body = html! {
                h1 { (title) }
                (tabs(words, &call.caller, "work-list"))
                @for problem in &refusal.problems { (problem_box(words, problem)) }
                p { a.button.primary href="/credit" { (words.text("credit-list")) } }
            };
            let status = refusal.problems.first().map_or(422, http_status);
            Ok(Reply::Page(Page::new("credit", title, body).with_status(status)))
        }
        JobState::Done(_) => Ok(Reply::See("/credit?done=done-saved".to_owned())),
    }
}

/// What the form answers: the new list, what refused it, or the way to its progress.
fn answered(call: &Call, job: &Job) -> Result<Reply, Problem> {
    match &job.state {
        JobState::Running => Ok(Reply::See(format!("/credit/run/{}", job.id))),
        JobState::Done(_) => Ok(Reply::See("/credit?done=done-saved".to_owned())),
        JobState::Failed(refusal) => {
            let first = refusal.problems.first();
            let page = draw(call, first)?;
            Ok(Reply::Page(page.with_status(first.map_or(422, http_status))))
        }
    }
}

fn started(call: &Call) -> Result<Job, Problem> {
    let key_date = call.field_day("key_date")?.unwrap_or(call.today());
    let managers = call.field("managers").map(ManagerRange::parse).transpose()?;
    let request = MonitorRequest { key_date, managers };
    let new = NewJob {
        owner: call.caller.name().to_owned(),
        kind: SELECTION,
        // Whoever goes back and asks for another one means another one.
        once: call.field("once").map_or_else(String::new, |once| format!("{once} {request:?}")),
        now: call.now.clone(),
    };
    let mut session = call.session();
    let jobs = &call.house.jobs;
    let id = jobs.start(new, move |progress| -> Result<MonitorRun, Refusal> {
        Ok(monitor_with_progress(&mut session, &request, &mut |done, of| progress.at(done, of))?)
    })?;
    jobs.wait(call.caller.name(), &id, PATIENCE).ok_or_else(|| Problem::refused("job-not-found"))
}
