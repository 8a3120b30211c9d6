//! A report asked for by its address, and making it beside the requests.

use crate::documents::{self, Definition, Making, ReportRequest};
use crate::serve::{Call, Job, JobState, NewJob};
use crate::words::Words;
use obligo_reports::Report;
use obligo_rules::problem::Problem;
use std::sync::Arc;
use std::time::Duration;

/// How long a page waits for a report before its progress is shown.
const PATIENCE: Duration = Duration::from_secs(2);

/// Fields of the query that say how, not what.
const HOW: &[&str] = &["language", "format", "layout", "part", "done"];

/// What an address asks for.
pub struct Asked {
    /// The report.
    pub definition: &'static Definition,
    /// Its language.
    pub words: &'static Words,
    /// What it is to show.
    pub request: Result<ReportRequest, Problem>,
    /// Whether the address says nothing of what it is to show.
    pub is_bare: bool,
}

/// A report made, or under way.
pub enum Made {
    /// It is there.
    Ready(Arc<Report>),
    /// It is being made.
    Working(Job),
}

impl Asked {
    /// Reads the address. Errors: `report-not-found`, and those of who may have it.
    pub fn of(call: &Call) -> Result<Asked, Problem> {
        let definition = documents::find(call.path("report"))?;
        definition.access.admit(&call.caller)?;
        let given = || {
            let fields = call.query_fields().iter().filter(|(name, _)| !HOW.contains(&name.as_str()));
            fields.map(|(name, value)| (name.as_str(), value.as_str()))
        };
        Ok(Asked {
            definition,
            words: call.query("language").map_or(call.words, Words::of),
            request: ReportRequest::new(definition, call.words, given()),
            is_bare: given().all(|(_, value)| value.trim().is_empty()),
        })
    }

    /// The query of the same report in the same language.
    pub fn query(&self) -> String {
        let query = self.request.as_ref().map(ReportRequest::query).unwrap_or_default();
        format!("{query}{}language={}", if query.is_empty() { "" } else { "&" }, self.words.language())
    }

    /// Makes the report beside the requests, so that reading goes on; the same report is made once as long as nothing is recorded.
    /// Errors: those of the report.
    pub fn make(&self, call: &Call) -> Result<Made, Problem> {
        let request = self.request.clone()?;
        let mut session = call.session();
        let last = session.read(obligo_store::entry_last)?;
        let owner = call.caller.name();
        let new = NewJob {
            owner: owner.to_owned(),
            kind: "report",
            once: format!("{} {} {last} {}", self.definition.name, self.query(), call.today()),
            now: call.now.clone(),
        };
        let (words, keeper) = (self.words, Arc::clone(&call.house.keeper));
        let companies = call.caller.companies().cloned();
        let jobs = &call.house.jobs;
        let id = jobs.start(new, move |_| {
            let mut making = Making {
                session: &mut session,
                words,
                request: &request,
                companies: companies.as_ref(),
                keeper: &keeper,
            };
            Ok(documents::make(&mut making)?)
        })?;
        let job = jobs.wait(owner, &id, PATIENCE).ok_or_else(|| Problem::refused("job-not-found"))?;
        match &job.state {
            JobState::Running => Ok(Made::Working(job)),
            JobState::Failed(refusal) => {
                let problem = refusal.problems.first().cloned();
                Err(problem.unwrap_or_else(|| Problem::unavailable("server-failed")))
            }
            JobState::Done(_) => {
                let report = job.result::<Report>();
                report.map(Made::Ready).ok_or_else(|| Problem::refused("job-not-found"))
            }
        }
    }
}
