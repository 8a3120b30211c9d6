//! How a run differs from the one before it.

use super::lines::heading;
use super::new::PATIENCE;
use super::show::number;
use crate::documents::figures;
use crate::run_comparison::{LineChange, LineDifference, RunComparison, compare_final};
use crate::runs;
use crate::serve::{Call, JobState, NewJob, Reply};
use crate::web::parts::{
    Column, amount_cell, buyer_address, chip, item_address, pager, table, text_of, with_query,
};
use crate::web::progress::working;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;

/// Rows of a page.
const ROWS: usize = 100;

/// `/runs/{run}/differences`: computed beside the requests, for it reads both runs whole.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let run = number(&call)?;
    let mut session = call.session();
    let line = runs::one(&mut session, run)?;
    let owner = call.caller.name();
    let last = session.read(obligo_store::entry_last)?;
    let new = NewJob {
        owner: owner.to_owned(),
        kind: "run-differences",
        // What stands before it changes only with an entry.
        once: format!("{run} {last}"),
        now: call.now.clone(),
    };
    let jobs = &call.house.jobs;
    let id = jobs.start(new, move |_| Ok(session.read(|tx| compare_final(tx, run))?))?;
    let job = jobs.wait(owner, &id, PATIENCE).ok_or_else(|| Problem::refused("job-not-found"))?;
    let title = words.with("runs-differences-of", &[("run", run.to_string())]);
    let comparison = match &job.state {
        JobState::Running => return Ok(Reply::page("runs", title.clone(), working(words, &title, &job))),
        JobState::Failed(refusal) => {
            let problem = refusal.problems.first().cloned();
            return Err(problem.unwrap_or_else(|| Problem::unavailable("server-failed")));
        }
        JobState::Done(_) => job.result::<Option<RunComparison>>(),
    };
    let comparison = comparison.as_deref().and_then(Option::as_ref);
    let total = comparison.map_or(0, |c| c.lines.len());
    let from = usize::try_from(call.query_number("from", 0, 0)?).unwrap_or(0).min(total);
    let body = html! {
        p.trail { a href="/runs" { (words.text("nav-runs")) } " › " a href=(format!("/runs/{run}")) { (words.with("runs-heading", &[("run", run.to_string())])) } }
        h1 { (title) }
        (part(words, text_of(&line, "kind"), comparison, from, ROWS))
        @if total > ROWS {
            (pager(words, from, ROWS.min(total - from), total, &|to| with_query(&call, &[("from", &to.to_string())])))
        }
    };
    Ok(Reply::page("runs", title, body))
}

/// Sums and some lines of a comparison.
pub fn part(
    words: &Words,
    kind: &str,
    comparison: Option<&RunComparison>,
    from: usize,
    rows: usize,
) -> Markup {
    let Some(comparison) = comparison else { return html! { p.empty { (words.text("runs-first")) } } };
    let amount = if kind == "declare" { "declared" } else { "amount" };
    let columns = [
        Column::text(words.text(if kind == "declare" { "col-name" } else { "col-document-no" })),
        Column::text(words.text("col-changed")),
        Column::number(words.text("runs-before")),
        Column::number(words.text("runs-after")),
        Column::number(words.text("runs-difference")),
        Column::text(words.text("col-what")),
    ];
    let shown: Vec<Markup> =
        comparison.lines.iter().skip(from).take(rows).map(|line| row(words, kind, line)).collect();
    let (before, after, difference) = &comparison.total;
    let foot = html! {
        tr {
            td { (heading(words, amount)) }
            td {}
            (amount_cell(words, Some(before)))
            (amount_cell(words, Some(after)))
            (amount_cell(words, Some(difference)))
            td {}
        }
    };
    let run = comparison.run.to_string();
    let facts = [("run", run.clone()), ("date", words.date(comparison.key_date))];
    let count = |change: LineChange| words.number(&comparison.count(change).to_string());
    let left_out = comparison.lines.len().saturating_sub(from + shown.len());
    html! {
        p {
            a href=(format!("/runs/{run}")) { (words.with("runs-compared-with", &facts)) } " "
            (words.with("runs-differences-count", &[
                ("new", count(LineChange::New)),
                ("changed", count(LineChange::Changed)),
                ("gone", count(LineChange::Gone)),
                ("same", words.number(&comparison.same.to_string())),
            ]))
        }
        (table(&words.text("runs-differences"), &columns, &shown, &foot, &words.text("runs-no-difference")))
        @if left_out > 0 { p.quiet { (words.with("runs-more", &[("shown", words.number(&left_out.to_string()))])) } }
    }
}

fn row(words: &Words, kind: &str, line: &LineDifference) -> Markup {
    let tone = match line.change {
        LineChange::New => "good",
        LineChange::Changed => "warn",
        LineChange::Gone => "quiet",
    };
    let code = line.change.code();
    let given = |amount: &str| (!amount.is_empty()).then(|| amount.to_owned());
    html! {
        td {
            @if kind == "declare" { a href=(buyer_address(&line.account)) { (line.name) } " " span.quiet { (line.account) } }
            @else { a href=(item_address(&line.key)) { (line.key) } " " span.quiet { (line.name) } }
        }
        td { (chip(tone, &words.text(&format!("runs-difference-{code}")))) }
        (amount_cell(words, given(&line.amount.0).as_deref()))
        (amount_cell(words, given(&line.amount.1).as_deref()))
        (amount_cell(words, Some(&line.difference)))
        td.long { (figures(words, line)) }
    }
}
