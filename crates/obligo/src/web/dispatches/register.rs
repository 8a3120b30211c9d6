//! What left the house: the list, and one dispatch with its file.

use crate::access::roles::Permission;
use crate::dispatch::sending::Sending;
use crate::dispatch::{self};
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Column, Field, chip, form, problem_box, table, with_query};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use obligo_store::dispatch::{DispatchFilter, DispatchRow};

/// Rows of a page.
const ROWS: i64 = 50;
const STATES: [&str; 5] = ["sent", "dropped", "failed", "unknown", "begun"];

/// `/dispatches`.
pub fn list(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let text = |name: &str| call.query(name).filter(|text| !text.is_empty()).map(str::to_owned);
    let filter = DispatchFilter {
        state: text("state"),
        recipient: text("recipient"),
        run_id: text("run").and_then(|run| run.parse().ok()),
        before: text("before").and_then(|number| number.parse().ok()),
        limit: ROWS + 1,
        ..DispatchFilter::default()
    };
    let mut rows = dispatch::list(&mut call.session(), &filter)?;
    let has_more = rows.len() as i64 > ROWS;
    rows.truncate(ROWS as usize);
    let columns = [
        Column::number(words.text("col-dispatch")),
        Column::text(words.text("dispatch-when")),
        Column::text(words.text("dispatch-what")),
        Column::text(words.text("dispatch-to")),
        Column::text(words.text("col-file-name")),
        Column::text(words.text("dispatch-by")),
        Column::text(words.text("col-state")),
    ];
    let row = |row: &DispatchRow| {
        html! {
            td.number { a href=(address(row.dispatch_id)) { (row.dispatch_id) } }
            td.date { (words.instant(&row.begun_at)) }
            td { (row.title) }
            td { (row.recipient) }
            td { (row.file_name) }
            td { (row.sent_by) }
            td { (state(words, row)) }
        }
    };
    let drawn: Vec<Markup> = rows.iter().map(row).collect();
    let title = words.text("dispatches-title");
    let choices: Vec<(String, String)> = std::iter::once((String::new(), words.text("dispatch-all")))
        .chain(
            STATES.iter().map(|state| ((*state).to_owned(), words.text(&format!("dispatch-state-{state}")))),
        )
        .collect();
    let body = html! {
        p.trail { a href="/reports" { (words.text("nav-reports")) } }
        h1 { (title) }
        p.quiet { (words.text("dispatches-what")) }
        form.tools method="get" action="/dispatches" {
            (Field::new("state", &words.text("col-state"), call.query("state").unwrap_or("")).select(&choices))
            (Field::new("recipient", &words.text("dispatch-to"), call.query("recipient").unwrap_or("")).text("search"))
            button type="submit" { (words.text("dispatch-filter")) }
        }
        (table(&title, &columns, &drawn, &Markup::default(), &words.text("dispatches-none")))
        @if has_more {
            @if let Some(last) = rows.last() {
                p { a href=(with_query(&call, &[("before", &last.dispatch_id.to_string())])) { (words.text("dispatch-older")) } }
            }
        }
    };
    Ok(Reply::page("reports", title, body))
}

/// `/dispatches/{dispatch}`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, &Markup::default())?))
}

/// `/dispatches/{dispatch}/file`: the bytes that left.
pub fn file(call: Call) -> Result<Reply, Problem> {
    let (row, bytes) = dispatch::bytes(&mut call.session(), number(&call)?)?;
    let media_type = match row.media_type.as_str() {
        "application/pdf" => "application/pdf",
        "application/json" => "application/json",
        "text/csv; charset=utf-8" => "text/csv; charset=utf-8",
        "image/svg+xml" => "image/svg+xml",
        _ => "application/octet-stream",
    };
    Ok(Reply::download(media_type, row.file_name, bytes))
}

/// Tries it once more.
pub fn retry(call: Call) -> Result<Reply, Problem> {
    let id = number(&call)?;
    let mut session = call.session();
    let done = Sending::in_force(&mut session)
        .and_then(|sending| dispatch::retry(&mut session, id, &sending, call.field("unknown").is_some()))
        .and_then(|row| dispatch::failed(&[row]));
    match done {
        Ok(()) => Ok(Reply::See(format!("{}?done=done-sent", address(id)))),
        Err(problem) if problem.code == "dispatch-not-found" => Err(problem),
        Err(problem) => {
            let page = draw(&call, &problem_box(call.words, &problem))?;
            Ok(Reply::Page(page.with_status(http_status(&problem))))
        }
    }
}

fn draw(call: &Call, told: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let row = dispatch::get(&mut call.session(), number(call)?)?;
    let title = words.with("dispatch-one", &[("dispatch", row.dispatch_id.to_string())]);
    let facts = [
        ("dispatch-what", row.title.clone()),
        ("dispatch-to", row.recipient.clone()),
        ("dispatch-way", words.text(&format!("dispatch-way-{}", row.way))),
        ("dispatch-when", words.instant(&row.begun_at)),
        ("dispatch-ended", row.ended_at.as_deref().map(|at| words.instant(at)).unwrap_or_default()),
        ("dispatch-by", row.sent_by.clone()),
        ("dispatch-attempts", words.number(&row.attempts.to_string())),
        ("dispatch-why", row.reason.clone()),
        ("col-file-name", row.file_name.clone()),
        ("dispatch-bytes", words.number(&row.size.to_string())),
        ("col-sha256", row.sha256.clone()),
    ];
    let is_unknown = matches!(row.state.as_str(), "begun" | "unknown");
    let may_retry = (is_unknown || row.state == "failed") && call.caller.may_for_group(Permission::Record);
    let again = html! {
        @if is_unknown { (Field::new("unknown", &words.text("dispatch-retry-unknown"), "").check()) }
        button.primary type="submit" { (words.text("dispatch-retry")) }
    };
    let body = html! {
        p.trail { a href="/dispatches" { (words.text("dispatches-title")) } }
        h1 { (title) " " (state(words, &row)) }
        (told)
        section.card {
            dl.facts {
                @for (label, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
                    dt { (words.text(label)) } dd { (value) }
                }
                @if let Some(run) = row.run_id {
                    dt { (words.text("col-run")) } dd { a href=(format!("/runs/{run}")) { (run) } }
                }
            }
            div.tools {
                a.button href=(format!("{}/file", address(row.dispatch_id))) { (words.text("dispatch-file-open")) }
                @if may_retry { (form(&call.caller, &format!("{}/retry", address(row.dispatch_id)), &again)) }
            }
        }
        @if row.way == "mail" {
            section.card {
                h2 { (words.text("dispatch-text")) }
                p { strong { (row.subject) } }
                pre { (row.message) }
            }
        }
    };
    Ok(Page::new("reports", title, body))
}

fn state(words: &Words, row: &DispatchRow) -> Markup {
    let tone = match row.state.as_str() {
        "sent" | "dropped" => "good",
        "failed" => "bad",
        _ => "warn",
    };
    chip(tone, &words.text(&format!("dispatch-state-{}", row.state)))
}

fn address(dispatch_id: i64) -> String {
    format!("/dispatches/{dispatch_id}")
}

fn number(call: &Call) -> Result<i64, Problem> {
    let text = call.path("dispatch");
    text.parse().map_err(|_| Problem::usage("dispatch-not-found").with("dispatch", text))
}
