//! An import under way, what it did, or everything that is wrong with its files.

use super::staged::Staged;
use crate::import::ledger::unmatched::{COLUMNS, Unmatched};
use crate::import::{ImportReport, ImportRequest, Refusal, import};
use crate::serve::{Call, Job, JobState, NewJob, Page, Reply};
use crate::web::parts::{Column, date_cell, form, pager, segment, table, with_query};
use crate::web::progress::working;
use crate::words::Words;
use maud::{Markup, html};
use obligo_reports::csv::Writer;
use obligo_rules::problem::Problem;
use std::sync::Arc;

const IMPORT: &str = "import";

/// Name of the map file beside the files.
pub const MAP: &str = "map.toml";

/// Rows of the list of errors.
const ROWS: usize = 50;

/// Starts a check or an import beside the requests; the key of the form does it once. Errors: `server-folder`, `job-too-many`.
pub fn start(call: &Call, staged: &Arc<Staged>, map: &str, dry_run: bool) -> Result<String, Problem> {
    let folder = staged.folder.path().to_owned();
    let is_mapped = staged.schema().is_some();
    let path = folder.join(MAP);
    if is_mapped {
        let unwritable = |why: std::io::Error| Problem::unavailable("server-folder").with("why", why);
        std::fs::write(&path, map).map_err(unwritable)?;
    }
    let files = if is_mapped {
        staged.files.iter().map(|file| file.path.clone()).collect()
    } else {
        vec![folder.clone()]
    };
    let encoding = staged.form().get("encoding").filter(|label| !label.is_empty()).cloned();
    let request = ImportRequest {
        kind: staged.kind.clone(),
        files,
        map: is_mapped.then_some(path),
        snapshot: staged.snapshot,
        valid_from: staged.valid_from,
        encoding: Some(encoding.unwrap_or_else(|| "auto".to_owned())),
        base: Some(folder),
        companies: call.caller.companies().cloned(),
        reason: staged.reason.clone(),
        format: staged.format.clone(),
        ..ImportRequest::default()
    };
    let mut session = call.session();
    session.dry_run = dry_run;
    let new = NewJob {
        owner: call.caller.name().to_owned(),
        kind: IMPORT,
        // Whoever goes back and presses another button, or maps otherwise, means another piece of work.
        once: call.field("once").map_or_else(String::new, |once| format!("{once} {dry_run} {map}")),
        now: call.now.clone(),
    };
    // The files stay as long as they are read.
    let kept = Arc::clone(staged);
    call.house.jobs.start(new, move |progress| {
        let report = import(&mut session, &request, &mut |done, of| progress.at(done, of));
        drop(kept);
        report
    })
}

fn job_of(call: &Call) -> Result<Job, Problem> {
    let job = call.house.jobs.get(call.caller.name(), call.path("job"));
    job.filter(|job| job.kind == IMPORT).ok_or_else(|| Problem::refused("job-not-found"))
}

/// `/import/job/{job}`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let job = job_of(&call)?;
    match &job.state {
        JobState::Running => {
            let title = words.text("import-working");
            Ok(Reply::page("import", title.clone(), working(words, &title, &job)))
        }
        JobState::Failed(refusal) => Ok(Reply::Page(refused(&call, refusal)?)),
        JobState::Done(_) => {
            let report = job.result::<ImportReport>().ok_or_else(|| Problem::refused("job-not-found"))?;
            Ok(Reply::Page(told(&call, &report)))
        }
    }
}

/// `/import/job/{job}/errors`: the list of errors as CSV.
pub fn errors(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let JobState::Failed(refusal) = job_of(&call)?.state else {
        return Err(Problem::refused("job-not-found"));
    };
    let written = |why: std::io::Error| Problem::unavailable("server-folder").with("why", why);
    let mut writer = Writer::new(Vec::new());
    writer.row(["file", "line", "column", "value", "code", "text", "remedy"]).map_err(written)?;
    for problem in &refusal.problems {
        let (text, remedy) = words.problem(problem);
        let place = &problem.place;
        let line = place.line.map_or_else(String::new, |line| line.to_string());
        let of = |text: &Option<String>| text.clone().unwrap_or_default();
        let cells = [
            of(&place.file),
            line,
            of(&place.column),
            of(&place.value),
            problem.code.to_owned(),
            text,
            remedy.unwrap_or_default(),
        ];
        writer.row(cells).map_err(written)?;
    }
    let body = writer.finish().map_err(written)?;
    Ok(Reply::download("text/csv; charset=utf-8", "errors.csv", body))
}

/// Where the files can still be found, if they can.
fn staged_address(call: &Call) -> Option<String> {
    call.query("staged").map(|id| format!("/import/staged/{}", segment(id)))
}

fn told(call: &Call, report: &ImportReport) -> Page {
    let words = call.words;
    let title = words.text(if report.dry_run { "import-checked" } else { "import-imported" });
    let changes: u64 = report.files.iter().map(|file| file.new + file.changed).sum();
    let (tone, said) = match (report.dry_run, changes) {
        (true, _) => ("notice good", "import-dry-run"),
        (false, 0) => ("notice quiet", "import-same"),
        (false, _) => ("notice good", "done-imported"),
    };
    let columns = [
        Column::text(words.text("col-file")),
        Column::text(words.text("import-what")),
        Column::number(words.text("col-records")),
        Column::number(words.text("col-new")),
        Column::number(words.text("col-changed")),
        Column::number(words.text("col-same")),
    ];
    let number = |count: u64| html! { td.number { (words.number(&count.to_string())) } };
    let rows: Vec<Markup> = report
        .files
        .iter()
        .map(|file| {
            let kind = if file.kind == "policies" {
                "nav-policies".to_owned()
            } else {
                format!("import-kind-{}", file.kind)
            };
            html! {
                td { (file.file) }
                td { (words.text(&kind)) }
                (number(file.records)) (number(file.new)) (number(file.changed)) (number(file.same))
            }
        })
        .collect();
    let for_real = html! {
        input type="hidden" name="same" value="true";
        button.primary type="submit" name="do" value="import" { (words.text("import-do-import")) }
    };
    let body = html! {
        p.trail { a href="/import" { (words.text("nav-import")) } }
        h1 { (title) }
        p class=(tone) role="status" { (words.text(said)) }
        (table(&title, &columns, &rows, &Markup::default(), ""))
        @if report.files.iter().any(|file| file.on_account > 0) {
            p { (words.count("import-on-account", report.files.iter().map(|file| file.on_account as usize).sum())) }
        }
        @if report.unmatched_total > 0 { (unmatched_card(call, report)) }
        @if !report.warnings.is_empty() { section.card { h2 { (words.text("import-warnings")) } (places(words, &report.warnings)) } }
        @if report.dry_run {
            @if let Some(address) = staged_address(call) { (form(&call.caller, &address, &for_real)) }
        } @else { p { a.button href="/import" { (words.text("import-next")) } } }
    };
    Page::new("import", title, body)
}

/// What could not be placed: its first lines, and all that are kept as a file.
fn unmatched_card(call: &Call, report: &ImportReport) -> Markup {
    let words = call.words;
    let title =
        words.count("import-unmatched", usize::try_from(report.unmatched_total).unwrap_or(usize::MAX));
    let columns = [
        Column::text(words.text("col-file")),
        Column::number(words.text("col-line")),
        Column::text(words.text("col-why")),
        Column::text(words.text("col-date")),
        Column::text(words.text("col-account")),
        Column::text(words.text("col-reference")),
        Column::number(words.text("col-amount")),
        Column::text(words.text("col-text")),
    ];
    let row = |line: &Unmatched| {
        html! {
            td { (line.file) }
            td.number { (line.position.line) }
            td { (words.text(&line.why.word())) }
            (date_cell(words, line.date.map(|day| day.to_string()).as_deref()))
            td { (line.account) }
            td { (line.reference) }
            td.number { (words.money(&line.amount.to_string(), line.amount.currency.code())) }
            td { (line.text) }
        }
    };
    let rows: Vec<Markup> = report.unmatched.iter().take(ROWS).map(row).collect();
    html! {
        section.card {
            div.head {
                h2 { (title) }
                div.tools {
                    a.button href=(format!("/import/job/{}/unmatched", segment(call.path("job")))) { (words.text("import-unmatched-download")) }
                }
            }
            (table(&title, &columns, &rows, &Markup::default(), ""))
        }
    }
}

/// `/import/job/{job}/unmatched`: what could not be placed, as CSV.
pub fn unmatched(call: Call) -> Result<Reply, Problem> {
    let report = job_of(&call)?.result::<ImportReport>().ok_or_else(|| Problem::refused("job-not-found"))?;
    let written = |why: std::io::Error| Problem::unavailable("server-folder").with("why", why);
    let mut writer = Writer::new(Vec::new());
    writer.row(COLUMNS).map_err(written)?;
    for line in &report.unmatched {
        writer.row(line.cells()).map_err(written)?;
    }
    let body = writer.finish().map_err(written)?;
    Ok(Reply::download("text/csv; charset=utf-8", "unmatched.csv", body))
}

fn refused(call: &Call, refusal: &Refusal) -> Result<Page, Problem> {
    let words = call.words;
    let title = words.text("import-refused-title");
    let total = refusal.problems.len();
    let from = usize::try_from(call.query_number("from", 0, 0)?).unwrap_or(0).min(total);
    let shown: Vec<Problem> = refusal.problems.iter().skip(from).take(ROWS).cloned().collect();
    let body = html! {
        p.trail { a href="/import" { (words.text("nav-import")) } }
        div.head {
            h1 { (title) }
            div.tools {
                a.button href=(format!("/import/job/{}/errors", segment(call.path("job")))) { (words.text("import-errors-download")) }
                @if let Some(address) = staged_address(call) { a.button href=(address) { (words.text("import-back")) } }
                a.button href="/import" { (words.text("import-next")) }
            }
        }
        p.notice.bad role="alert" { (words.count("import-refused-count", refusal.total)) }
        (places(words, &shown))
        @if total > ROWS { (pager(words, from, shown.len(), total, &|to| with_query(call, &[("from", &to.to_string())]))) }
        @if refusal.total > total {
            p.quiet { (words.with("import-more-errors", &[("shown", words.number(&(refusal.total - total).to_string()))])) }
        }
    };
    Ok(Page::new("import", title, body).with_status(422))
}

/// Problems with their places.
fn places(words: &Words, problems: &[Problem]) -> Markup {
    let columns = [
        Column::text(words.text("col-file")),
        Column::number(words.text("import-line")),
        Column::text(words.text("import-column")),
        Column::text(words.text("import-value")),
        Column::text(words.text("col-what")),
        Column::text(words.text("import-remedy")),
    ];
    let rows: Vec<Markup> = problems
        .iter()
        .map(|problem| {
            let (text, remedy) = words.problem(problem);
            let place = &problem.place;
            html! {
                td { (place.file.as_deref().unwrap_or("")) }
                td.number { @if let Some(line) = place.line { (line) } }
                td { (place.column.as_deref().unwrap_or("")) }
                td { (place.value.as_deref().unwrap_or("")) }
                td { (text) }
                td { (remedy.unwrap_or_default()) }
            }
        })
        .collect();
    table(&words.text("import-problems"), &columns, &rows, &Markup::default(), "")
}
