//! The audit trail, the check of its chain, and the export for auditors.

use crate::access::roles::Permission;
use crate::import::Refusal;
use crate::serve::{Access, Call, Job, JobState, NewJob, Page, Reply, Route, http_status};
use crate::verify::verify;
use crate::web::parts::{Column, Field, form, problem_box, table, text_of, with_query};
use crate::web::progress::working;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::{Entry, EntryFilter, entries, entries_above};
use serde_json::{Value, json};
use std::time::Duration;

/// The trail tells of every company.
const AUDIT: Access = Access::WholeGroup(Permission::Audit);

/// Pages of this area.
pub const ROUTES: &[Route] = &[
    Route::page("/audit", AUDIT, list),
    Route::page("/audit/export", AUDIT, export),
    Route::form("/audit/check", AUDIT, check),
    Route::page("/audit/check/{job}", AUDIT, checked),
    Route::page("/audit/{entry}", AUDIT, page),
];

const CHECK: &str = "audit-check";

/// How long a form waits for short work before its progress is shown.
const PATIENCE: Duration = Duration::from_secs(2);

/// Entries of a page, and entries exported together.
const ROWS: usize = 100;
const PIECE: i64 = 500;

/// Letters of a reason or payload shown in the list.
const SHORT: usize = 120;

/// `/audit`: newest first.
fn list(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call)?))
}

fn draw(call: &Call) -> Result<Page, Problem> {
    let words = call.words;
    let from = call.query_day("from")?.map(|day| format!("{day}T00:00:00Z"));
    let until = call.query_day("until")?.map(|day| format!("{day}T23:59:59Z"));
    let below = match call.query("below") {
        Some(_) => i64::try_from(call.query_number("below", 1, 1)?).ok(),
        None => None,
    };
    let filter = EntryFilter {
        actor: call.query("actor"),
        action: call.query("action"),
        from: from.as_deref(),
        until: until.as_deref(),
        below,
        limit: ROWS as i64 + 1,
    };
    let mut found = call.house.store.read(|tx| entries(tx, &filter))?;
    let is_more = found.len() > ROWS;
    found.truncate(ROWS);
    let last = found.last().map(|entry| entry.entry.to_string());
    let columns = [
        Column::number(words.text("audit-entry")),
        Column::text(words.text("col-recorded-at")),
        Column::text(words.text("col-actor")),
        Column::text(words.text("audit-action")),
        Column::text(words.text("audit-what")),
    ];
    let rows: Vec<Markup> = found.iter().map(|entry| row(call, entry)).collect();
    let title = words.text("nav-audit");
    let check = html! { button type="submit" { (words.text("audit-check")) } };
    let body = html! {
        div.head {
            h1 { (title) }
            div.tools {
                (form(&call.caller, "/audit/check", &check))
                a.button href="/audit/export" { (words.text("audit-export")) }
            }
        }
        (filters(call)?)
        (table(&title, &columns, &rows, &Markup::default(), &words.text("audit-none")))
        nav.pager aria-label=(words.text("pager-label")) {
            @if below.is_some() { a href=(with_query(call, &[("below", "")])) { (words.text("audit-newest")) } }
            @if let Some(last) = last.filter(|_| is_more) { a rel="next" data-key="ArrowRight" href=(with_query(call, &[("below", &last)])) { (words.text("audit-older")) } }
        }
    };
    Ok(Page::new("audit", title, body))
}

fn row(call: &Call, entry: &Entry) -> Markup {
    let words = call.words;
    let said = if entry.reason.is_empty() { facts(&entry.payload) } else { entry.reason.clone() };
    html! {
        td.number { a href=(format!("/audit/{}", entry.entry)) { (entry.entry) } }
        td.date { (words.instant(&entry.recorded_at)) }
        td { a href=(with_query(call, &[("actor", &entry.actor), ("below", "")])) { (entry.actor) } }
        td { a href=(with_query(call, &[("action", &entry.action), ("below", "")])) { code { (entry.action) } } }
        td.long { (short(&said)) }
    }
}

/// The single values of a payload, without the hashes: what a reader looks for first.
fn facts(payload: &str) -> String {
    fn collect(value: &Value, told: &mut Vec<String>) {
        for (key, value) in value.as_object().into_iter().flatten().filter(|(key, _)| !key.contains("sha256"))
        {
            match value {
                Value::Object(_) => collect(value, told),
                Value::String(text) if !text.is_empty() => told.push(format!("{key}: {text}")),
                Value::Number(_) | Value::Bool(_) => told.push(format!("{key}: {value}")),
                _ => {}
            }
        }
    }
    let mut told = Vec::new();
    collect(&serde_json::from_str(payload).unwrap_or(Value::Null), &mut told);
    told.join(", ")
}

fn short(text: &str) -> String {
    let cut: String = text.chars().take(SHORT).collect();
    if cut.len() < text.len() { cut + " …" } else { cut }
}

fn filters(call: &Call) -> Result<Markup, Problem> {
    let words = call.words;
    let day = |name: &str| {
        Ok::<String, Problem>(call.query_day(name)?.map_or_else(String::new, |day: Day| day.to_string()))
    };
    Ok(html! {
        form.tools action="/audit" method="get" {
            (Field::new("actor", &words.text("col-actor"), call.query("actor").unwrap_or("")).text("search"))
            (Field::new("action", &words.text("audit-action"), call.query("action").unwrap_or("")).text("search"))
            (Field::new("from", &words.text("col-valid-from"), &day("from")?).date())
            (Field::new("until", &words.text("col-valid-until"), &day("until")?).date())
            button type="submit" { (words.text("filter-apply")) }
            @if call.query_fields().iter().any(|(name, value)| name != "done" && !value.is_empty()) { a href="/audit" { (words.text("filter-all")) } }
        }
    })
}

/// `/audit/{entry}`: all that one entry holds.
fn page(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let number: i64 = call.path("entry").parse().map_err(|_| Problem::refused("page-not-found"))?;
    let found = call.house.store.read(|tx| entries_above(tx, number.saturating_sub(1), 2))?;
    let entry = found.iter().find(|entry| entry.entry == number);
    let entry = entry.ok_or_else(|| Problem::refused("page-not-found"))?;
    let title = words.with("audit-heading", &[("entry", number.to_string())]);
    let body = html! {
        p.trail { a href="/audit" { (words.text("nav-audit")) } }
        h1 { (title) }
        section.card {
            dl.facts {
                dt { (words.text("col-recorded-at")) } dd { (words.instant(&entry.recorded_at)) }
                dt { (words.text("col-actor")) } dd { (entry.actor) }
                dt { (words.text("audit-action")) } dd { code { (entry.action) } }
                dt { (words.text("audit-reason")) } dd { (if entry.reason.is_empty() { "–" } else { &entry.reason }) }
                @if let Some(key) = &entry.idempotency_key { dt { (words.text("audit-key")) } dd { code { (key) } } }
                dt { (words.text("audit-input")) } dd { code { (entry.input_hash) } }
                dt { (words.text("audit-previous")) } dd { code { (entry.previous_hash) } }
                dt { (words.text("audit-hash")) } dd { code { (entry.hash) } }
            }
        }
        (json_part(&words.text("audit-payload"), &entry.payload))
        (json_part(&words.text("audit-result"), &entry.result))
        nav.pager aria-label=(words.text("pager-label")) {
            @if number > 1 { a rel="prev" data-key="ArrowLeft" href=(format!("/audit/{}", number - 1)) { (words.text("pager-back")) } }
            @if found.len() > 1 { a rel="next" data-key="ArrowRight" href=(format!("/audit/{}", number + 1)) { (words.text("pager-on")) } }
        }
    };
    Ok(Reply::page("audit", title, body))
}

fn json_part(heading: &str, text: &str) -> Markup {
    let value: Value = serde_json::from_str(text).unwrap_or(Value::Null);
    let pretty = serde_json::to_string_pretty(&value).unwrap_or_else(|_| text.to_owned());
    html! {
        @if !value.is_null() {
            h2 { (heading) }
            pre tabindex="0" role="region" aria-label=(heading) { (pretty) }
        }
    }
}

/// `/audit/export`: every entry, oldest first, as JSON lines with what its hash is computed over, so that the chain can be checked without
/// the program: payload and result are the texts stored.
fn export(call: Call) -> Result<Reply, Problem> {
    let store = std::sync::Arc::clone(&call.house.store);
    let work = move |send: &mut dyn FnMut(Vec<u8>) -> Result<(), Problem>| {
        let mut last = 0;
        loop {
            // Entries never change: piece by piece they are as one snapshot.
            let found = store.read(|tx| entries_above(tx, last, PIECE))?;
            let Some(end) = found.last() else { return Ok(()) };
            last = end.entry;
            let lines: String = found.iter().map(|entry| export_line(entry) + "\n").collect();
            send(lines.into_bytes())?;
        }
    };
    let file_name = Some(format!("obligo-audit-{}.jsonl", call.today()));
    Ok(Reply::Stream { media_type: "application/x-ndjson; charset=utf-8", file_name, work: Box::new(work) })
}

fn export_line(entry: &Entry) -> String {
    json!({
        "entry": entry.entry,
        "recorded_at": entry.recorded_at,
        "actor": entry.actor,
        "action": entry.action,
        "reason": entry.reason,
        "idempotency_key": entry.idempotency_key,
        "input_hash": entry.input_hash,
        "payload": entry.payload,
        "result": entry.result,
        "previous_hash": entry.previous_hash,
        "hash": entry.hash,
    })
    .to_string()
}

/// Starts the check beside the requests: it reads the whole store.
fn check(call: Call) -> Result<Reply, Problem> {
    let mut session = call.session();
    let new = NewJob {
        owner: call.caller.name().to_owned(),
        kind: CHECK,
        once: call.field("once").unwrap_or("").to_owned(),
        now: call.now.clone(),
    };
    let jobs = &call.house.jobs;
    let id = jobs.start(new, move |progress| {
        verify(&mut session, &mut |done, of| progress.at(done, of)).map_err(Refusal::from)
    })?;
    let _ = jobs.wait(call.caller.name(), &id, PATIENCE);
    Ok(Reply::See(format!("/audit/check/{id}")))
}

/// `/audit/check/{job}`: how far the check is, or what it found.
fn checked(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let job = call.house.jobs.get(call.caller.name(), call.path("job")).filter(|job| job.kind == CHECK);
    let job = job.ok_or_else(|| Problem::refused("job-not-found"))?;
    let title = words.text("audit-check");
    match &job.state {
        JobState::Running => Ok(Reply::page("audit", title.clone(), working(words, &title, &job))),
        JobState::Failed(refusal) => {
            let body =
                html! { h1 { (title) } @for problem in &refusal.problems { (problem_box(words, problem)) } };
            let status = refusal.problems.first().map_or(422, http_status);
            Ok(Reply::Page(Page::new("audit", title, body).with_status(status)))
        }
        JobState::Done(_) => Ok(Reply::Page(result(words, title, &job))),
    }
}

fn result(words: &Words, title: String, job: &Job) -> Page {
    let report = job.result::<Value>();
    let report = report.as_deref().unwrap_or(&Value::Null);
    let findings = report["findings"].as_array().map_or(&[][..], Vec::as_slice);
    let total = report["findings_total"].as_u64().unwrap_or(0);
    let counts = [
        ("entries", "verify-entries"),
        ("runs", "verify-runs"),
        ("items", "verify-items"),
        ("changes", "verify-changes"),
    ];
    let body = html! {
        p.trail { a href="/audit" { (words.text("nav-audit")) } }
        h1 { (title) }
        @if total == 0 { p.notice.good role="status" { (words.text("verify-done")) } }
        @else { (problem_box(words, &Problem::refused("verify-findings").with("findings", total))) }
        section.card {
            ul { @for (key, id) in counts { li { (words.count(id, usize::try_from(report[key].as_u64().unwrap_or(0)).unwrap_or(0))) } } }
            p.quiet { (words.text("audit-hash")) ": " code { (text_of(report, "last_hash")) } }
        }
        @if !findings.is_empty() {
            section.card {
                h2 { (words.text("audit-findings")) }
                ul { @for finding in findings { li { (finding_text(words, finding)) } } }
            }
        }
    };
    Page::new("audit", title, body)
}

fn finding_text(words: &Words, finding: &Value) -> String {
    let [what, place, detail] = ["what", "where", "detail"].map(|key| text_of(finding, key).to_owned());
    let says = words.with(&format!("finding-{what}"), &[("detail", detail)]);
    words.with("finding", &[("what", what), ("where", place), ("says", says)])
}
