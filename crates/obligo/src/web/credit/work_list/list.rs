//! The list of the payers to work on, with the difference to the run before on top.

use super::choice;
use crate::access::roles::Permission;
use crate::credit::work_list::{
    WorkList, WorkedLine, action_codes, criterion_text, reason_text, work_list_with,
};
use crate::serve::{Call, Page, Reply};
use crate::web::credit::tabs;
use crate::web::parts::{Column, Field, chip, form, pager, problem_box, table, with_query};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::criterion::Measure;
use obligo_rules::follow_up_note::NoteState;
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;
use obligo_rules::selection::{Change, Reason, WorkOrder};
use std::collections::BTreeMap;

/// Rows of a page.
const ROWS: usize = 50;

/// Reasons shown in a row; the rest is counted.
const REASONS: usize = 4;

/// `/credit`.
pub fn list(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, None)?))
}

/// The page, with why a run was refused.
pub fn draw(call: &Call, problem: Option<&Problem>) -> Result<Page, Problem> {
    let words = call.words;
    let from = usize::try_from(call.query_number("from", 0, 0)?).unwrap_or(0);
    let mut session = call.session();
    let chosen = choice::of(call);
    let found = work_list_with(&mut session, &call.house.work_lists, &chosen, call.today(), (from, ROWS))?;
    let codes = action_codes(&mut session)?;
    let title = words.text("credit-tab-work-list");
    let query = choice::query(call);
    let rows: Vec<Markup> = found.lines.iter().map(|line| row(words, line, &codes, &query)).collect();
    let columns = [
        Column::text(words.text("col-payer")),
        Column::text(words.text("col-credit-manager")),
        Column::number(words.text("col-overdue")),
        Column::text(words.text("col-change")),
        Column::text(words.text("col-reasons")),
        Column::text(words.text("col-note")),
        Column::text(words.text("col-actions")),
    ];
    let body = html! {
        div.head {
            h1 { (words.text("nav-credit")) }
            @if let Some(first) = found.lines.first() {
                a.button.primary href=(choice::payer_address(&first.line.key.to_string(), &query)) data-key="n" { (words.text("credit-begin")) }
            }
        }
        (tabs(words, &call.caller, "work-list"))
        @if let Some(problem) = problem { (problem_box(words, problem)) }
        (last_run(words, &found))
        @if call.caller.may(Permission::Record) { (run_form(call, found.last.is_none() || problem.is_some())) }
        @if found.last.is_some() {
            (differences(call, &found))
            (filters(call, &found))
            div.tight { (table(&title, &columns, &rows, &Markup::default(), &words.text("credit-nobody"))) }
            @if found.total > ROWS {
                (pager(words, from, rows.len(), found.total, &|to| with_query(call, &[("from", &to.to_string())])))
            }
        }
    };
    Ok(Page::new("credit", title, body))
}

fn last_run(words: &Words, found: &WorkList) -> Markup {
    let Some(last) = &found.last else {
        return html! { p.empty { (words.text("credit-no-run")) " " (words.text("credit-no-run-do")) } };
    };
    let facts = [
        ("run", words.number(&last.run.to_string())),
        ("date", words.date(last.key_date)),
        ("by", last.run_by.clone()),
        ("at", words.instant(&last.run_at)),
    ];
    html! {
        p.quiet {
            (words.with("credit-last-run", &facts))
            @if !last.managers.is_empty() { " " (words.with("credit-last-run-managers", &[("managers", last.managers.clone())])) }
        }
    }
}

fn run_form(call: &Call, is_open: bool) -> Markup {
    let words = call.words;
    let day = call.field("key_date").map_or_else(|| call.today().to_string(), str::to_owned);
    let fields = html! {
        (Field::new("key_date", &words.text("credit-key-date"), &day).required().date())
        (Field::new("managers", &words.text("credit-managers"), call.field("managers").unwrap_or("")).hint(&words.text("credit-managers-hint")).text("text"))
        button.primary type="submit" { (words.text("credit-run")) }
    };
    html! {
        details.card open[is_open] {
            summary { (words.text("credit-run-title")) }
            div.columns { (form(&call.caller, "/credit/run", &fields)) }
        }
    }
}

/// How many payers changed how, each a way to those.
fn differences(call: &Call, found: &WorkList) -> Markup {
    let words = call.words;
    html! {
        div.figures.changes {
            @for change in Change::ALL {
                @let count = found.changes.get(&change).copied().unwrap_or(0);
                @let tone = if count == 0 { "" } else { change_tone(change) };
                a.figure class=(tone) href=(with_query(call, &[("change", change.code()), ("from", "")])) {
                    b { (words.number(&count.to_string())) }
                    span { (words.text(&format!("credit-change-{}", change.code()))) }
                }
            }
        }
    }
}

fn filters(call: &Call, found: &WorkList) -> Markup {
    let words = call.words;
    let all = || std::iter::once((String::new(), words.text("filter-all")));
    let managers: Vec<_> = all()
        .chain(found.managers.iter().filter(|code| !code.is_empty()).map(|code| (code.clone(), code.clone())))
        .collect();
    let criteria: Vec<_> = all()
        .chain(
            Measure::ALL
                .iter()
                .map(|measure| (measure.code().to_owned(), criterion_text(words, measure.code()))),
        )
        .collect();
    let to_work_on = std::iter::once((String::new(), words.text("credit-to-work-on")));
    let changes: Vec<_> = to_work_on
        .chain(Change::ALL.map(|change| {
            (change.code().to_owned(), words.text(&format!("credit-change-{}", change.code())))
        }))
        .collect();
    let orders: Vec<_> = WorkOrder::ALL
        .iter()
        .map(|(_, name)| {
            ((*name).to_owned(), words.text(&format!("credit-order-{}", name.replace('_', "-"))))
        })
        .collect();
    let value = |name: &str| call.query(name).unwrap_or("");
    html! {
        form.tools action="/credit" method="get" data-send-on-change {
            (Field::new("manager", &words.text("col-credit-manager"), value("manager")).select(&managers))
            (Field::new("criterion", &words.text("col-criterion"), value("criterion")).select(&criteria))
            (Field::new("change", &words.text("col-change"), value("change")).select(&changes))
            (Field::new("order", &words.text("credit-order"), value("order")).select(&orders))
            button type="submit" { (words.text("filter-apply")) }
        }
    }
}

fn row(words: &Words, worked: &WorkedLine, codes: &BTreeMap<u8, String>, query: &str) -> Markup {
    let (line, selected) = (&worked.line, &worked.line.selected);
    let account = line.key.to_string();
    let overdue = format_minor(selected.past_due, selected.currency.exponent());
    html! {
        td { a href=(choice::payer_address(&account, query)) { (line.name) } " " span.quiet { (account) } }
        td { (selected.credit_manager) }
        td.number { (words.money(&overdue, selected.currency.code())) }
        td { (change_chip(words, selected.change)) }
        td.reasons {
            @for reason in selected.reasons.iter().take(REASONS) { (reason_chip(words, reason, worked)) " " }
            @if selected.reasons.len() > REASONS { span.quiet { "+" (selected.reasons.len() - REASONS) } }
        }
        td { (note_mark(words, worked)) }
        td {
            @for action in worked.actions.iter().flatten() {
                div { (codes.get(&action.action_code).map_or_else(|| action.action_code.to_string(), Clone::clone)) }
            }
        }
    }
}

fn reason_chip(words: &Words, reason: &Reason, worked: &WorkedLine) -> Markup {
    chip(reason_tone(reason), &reason_text(words, reason, worked.line.selected.currency))
}

/// What endangers money or cover is bad, what announces it a warning.
pub fn reason_tone(reason: &Reason) -> &'static str {
    match reason.fired.measure {
        Measure::Blocked
        | Measure::InsuranceLimitExceeded
        | Measure::NoCover
        | Measure::Uncovered
        | Measure::Deadline => "bad",
        _ => "warn",
    }
}

fn change_tone(change: Change) -> &'static str {
    match change {
        Change::New | Change::Worse => "bad",
        Change::Better | Change::Cleared => "good",
        Change::Same | Change::Waiting => "quiet",
    }
}

/// What has changed, as a chip.
pub fn change_chip(words: &Words, change: Change) -> Markup {
    chip(change_tone(change), &words.text(&format!("credit-change-{}", change.code())))
}

fn note_mark(words: &Words, worked: &WorkedLine) -> Markup {
    html! {
        @if let Some(state) = worked.note {
            (note_chip(words, state))
            @if let Some(until) = worked.line.selected.waits_until { div.quiet { (words.date(until)) } }
        }
    }
}

/// How a note stands, as a chip.
pub fn note_chip(words: &Words, state: NoteState) -> Markup {
    let tone = match state {
        NoteState::Passed => "bad",
        NoteState::Due => "warn",
        NoteState::Settled => "good",
        NoteState::Waiting | NoteState::Open | NoteState::Closed => "quiet",
    };
    chip(tone, &words.text(&format!("note-state-{}", state.code())))
}
