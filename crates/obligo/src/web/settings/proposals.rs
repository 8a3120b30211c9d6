//! Approvals: what one person proposed and another one decides.

use super::proposed::{details, is_seen, summary};
use crate::access::proposals::{self, Proposal, State};
use crate::import::Refusal;
use crate::serve::{Call, JobState, NewJob, Page, Reply, http_status};
use crate::web::parts::{Column, Field, chip, form, pager, problem_box, table, with_query};
use crate::web::progress::working;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use std::time::Duration;

/// What approving does may be a run over a big ledger.
const APPROVAL: &str = "proposal-approve";

/// How long a form waits for it before its progress is shown.
const PATIENCE: Duration = Duration::from_secs(2);

/// Rows of a page.
const ROWS: usize = 50;

/// `/proposals`: the open ones; with `?all=true` the decided ones too.
pub fn list(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let shows_all = call.query("all").is_some();
    let found = proposals::list(&mut call.session(), !shows_all)?;
    let seen: Vec<&Proposal> = found.iter().filter(|proposal| is_seen(&call, proposal)).collect();
    let from = usize::try_from(call.query_number("from", 0, 0)?).unwrap_or(0).min(seen.len());
    let columns = [
        Column::number(words.text("proposals-number")),
        Column::text(words.text("col-what")),
        Column::text(words.text("proposals-by")),
        Column::text(words.text("proposals-reason")),
        Column::text(words.text("col-state")),
    ];
    let row = |proposal: &&Proposal| {
        html! {
            td.number { a href=(address(proposal)) { (proposal.proposal_id) } }
            td { (summary(words, proposal)) }
            td { (proposal.proposed_by) br; span.quiet { (words.instant(&proposal.proposed_at)) } }
            td { (proposal.reason) }
            td { (state(words, proposal)) @if let Some(by) = &proposal.decided_by { br; span.quiet { (by) } } }
        }
    };
    let rows: Vec<Markup> = seen.iter().skip(from).take(ROWS).map(row).collect();
    let title = words.text("nav-proposals");
    let empty = words.text(if shows_all { "proposals-none" } else { "proposals-none-open" });
    let body = html! {
        h1 { (title) }
        nav.tabs aria-label=(title) {
            a href="/proposals" aria-current=[(!shows_all).then_some("page")] { (words.text("proposals-open")) }
            a href="/proposals?all=true" aria-current=[shows_all.then_some("page")] { (words.text("filter-all")) }
        }
        (table(&title, &columns, &rows, &Markup::default(), &empty))
        @if seen.len() > ROWS {
            (pager(words, from, rows.len(), seen.len(), &|to| with_query(&call, &[("from", &to.to_string())])))
        }
    };
    Ok(Reply::page("proposals", title, body))
}

fn address(proposal: &Proposal) -> String {
    format!("/proposals/{}", proposal.proposal_id)
}

fn state(words: &Words, proposal: &Proposal) -> Markup {
    let tone = match proposal.state {
        State::Open => "warn",
        State::Approved => "good",
        State::Refused => "bad",
        State::Withdrawn => "quiet",
    };
    chip(tone, &words.text(&format!("proposals-state-{}", proposal.state.code())))
}

/// The proposal of the path; one of a company the caller does not see is not there.
fn found(call: &Call) -> Result<Proposal, Problem> {
    let text = call.path("proposal");
    let missing = || Problem::refused("proposal-not-found").with("proposal", text);
    let proposal = proposals::get(&mut call.session(), text.parse().map_err(|_| missing())?)?;
    if is_seen(call, &proposal) { Ok(proposal) } else { Err(missing()) }
}

/// `/proposals/{proposal}`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let proposal = found(&call)?;
    Ok(Reply::Page(draw(&call, &proposal, &[])))
}

/// Does what was proposed, beside the requests: it may take long.
pub fn approve(call: Call) -> Result<Reply, Problem> {
    let proposal = found(&call)?;
    let (id, reason) = (proposal.proposal_id, call.field("reason").unwrap_or("").to_owned());
    let user = call.user()?.clone();
    let mut session = call.session();
    let new = NewJob {
        owner: user.name.clone(),
        kind: APPROVAL,
        once: call.field("once").unwrap_or("").to_owned(),
        now: call.now.clone(),
    };
    let name = user.name.clone();
    let jobs = &call.house.jobs;
    let job = jobs.start(new, move |_| {
        proposals::decide(&mut session, &user, id, true, &reason).map_err(Refusal::from)
    })?;
    let ended = jobs.wait(&name, &job, PATIENCE);
    match ended.map(|job| job.state) {
        Some(JobState::Failed(refusal)) => Ok(refused(&call, &proposal, &refusal.problems)),
        Some(JobState::Done(_)) => Ok(Reply::See(format!("{}?done=done-approved", address(&proposal)))),
        _ => Ok(Reply::See(format!("/proposals/job/{job}"))),
    }
}

/// `/proposals/job/{job}`: an approval under way.
pub fn job(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let job = call.house.jobs.get(call.caller.name(), call.path("job")).filter(|job| job.kind == APPROVAL);
    let job = job.ok_or_else(|| Problem::refused("job-not-found"))?;
    let title = words.text("proposals-working");
    match &job.state {
        JobState::Running => Ok(Reply::page("proposals", title.clone(), working(words, &title, &job))),
        JobState::Failed(refusal) => refusal
            .problems
            .first()
            .map_or(Err(Problem::unavailable("server-failed")), |problem| Err(problem.clone())),
        JobState::Done(_) => {
            let done = job.result::<Proposal>();
            Ok(Reply::See(
                done.map_or_else(
                    || "/proposals".to_owned(),
                    |p| format!("{}?done=done-approved", address(&p)),
                ),
            ))
        }
    }
}

/// Refuses it, with a reason.
pub fn refuse(call: Call) -> Result<Reply, Problem> {
    let proposal = found(&call)?;
    let reason = call.field("reason").unwrap_or("");
    let done = proposals::decide(&mut call.session(), call.user()?, proposal.proposal_id, false, reason);
    Ok(after(&call, &proposal, done, "done-refused"))
}

/// Withdraws one's own.
pub fn withdraw(call: Call) -> Result<Reply, Problem> {
    let proposal = found(&call)?;
    let done = proposals::withdraw(&mut call.session(), call.user()?, proposal.proposal_id);
    Ok(after(&call, &proposal, done, "done-withdrawn"))
}

fn after(call: &Call, proposal: &Proposal, done: Result<Proposal, Problem>, notice: &str) -> Reply {
    match done {
        Ok(_) => Reply::See(format!("{}?done={notice}", address(proposal))),
        Err(problem) => refused(call, proposal, &[problem]),
    }
}

/// The page once more, as it stands now, with why it was refused.
fn refused(call: &Call, proposal: &Proposal, problems: &[Problem]) -> Reply {
    let now = proposals::get(&mut call.session(), proposal.proposal_id);
    let status = problems.first().map_or(422, http_status);
    Reply::Page(draw(call, now.as_ref().unwrap_or(proposal), problems).with_status(status))
}

fn draw(call: &Call, proposal: &Proposal, problems: &[Problem]) -> Page {
    let words = call.words;
    let title = words.with("proposals-heading", &[("number", proposal.proposal_id.to_string())]);
    let body = html! {
        p.trail { a href="/proposals" { (words.text("nav-proposals")) } }
        h1 { (title) " " (state(words, proposal)) }
        @for problem in problems { (problem_box(words, problem)) }
        section.card {
            h2 { (summary(words, proposal)) }
            (details(call, proposal))
        }
        section.card {
            h2 { (words.text("proposals-course")) }
            dl.facts {
                dt { (words.text("proposals-by")) } dd { (proposal.proposed_by) ", " (words.instant(&proposal.proposed_at)) }
                dt { (words.text("proposals-reason")) } dd { (if proposal.reason.is_empty() { "–" } else { &proposal.reason }) }
                @if let Some(by) = &proposal.decided_by {
                    dt { (words.text("proposals-decided-by")) }
                    dd { (by) ", " (words.instant(proposal.decided_at.as_deref().unwrap_or(""))) }
                }
                @if !proposal.decision_reason.is_empty() { dt { (words.text("proposals-decision-reason")) } dd { (proposal.decision_reason) } }
            }
        }
        @if proposal.state == State::Open { (decision(call, proposal)) }
    };
    Page::new("proposals", title, body)
}

/// What the caller may do about it.
fn decision(call: &Call, proposal: &Proposal) -> Markup {
    let words = call.words;
    if call.caller.name() == proposal.proposed_by {
        let fields = html! { button.danger type="submit" { (words.text("proposals-withdraw")) } };
        return html! {
            section.card.no-print {
                h2 { (words.text("proposals-decision")) }
                p { (words.text("proposals-own")) }
                (form(&call.caller, &format!("{}/withdraw", address(proposal)), &fields))
            }
        };
    }
    if !call.caller.may(proposal.action.permission()) {
        return html! { p.notice.quiet { (words.text("proposals-not-yours")) } };
    }
    let reason = call.field("reason").unwrap_or("");
    let fields = html! {
        (Field::new("reason", &words.text("proposals-decision-reason"), reason).hint(&words.text("proposals-reason-hint")).text("text"))
        div.tools {
            button.primary type="submit" { (words.text("proposals-approve")) }
            button.danger type="submit" formaction=(format!("{}/refuse", address(proposal))) { (words.text("proposals-refuse")) }
        }
    };
    html! {
        section.card.no-print {
            h2 { (words.text("proposals-decision")) }
            (form(&call.caller, &format!("{}/approve", address(proposal)), &fields))
        }
    }
}
