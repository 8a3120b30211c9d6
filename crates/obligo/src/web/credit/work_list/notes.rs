//! The notes on a payer: what was agreed and until when, and a new one.

use super::items::NOTE_FORM;
use super::list::note_chip;
use super::payer::{View, answered};
use crate::credit::work_list::{NewNote, PayerNote, add_note, close_note};
use crate::serve::{Call, Reply};
use crate::web::parts::{Field, form, item_address, keys};
use maud::{Markup, html};
use obligo_rules::problem::Problem;

/// The new note, then those there are, newest first.
pub fn card(view: &View<'_>) -> Markup {
    let words = view.words;
    let (open, ended): (Vec<&PayerNote>, Vec<&PayerNote>) =
        view.desk.notes.iter().partition(|note| note.state.is_open());
    html! {
        section.card #notes {
            h2 { (words.text("credit-notes")) }
            @for note in &open { (article(view, note)) }
            @if view.desk.notes.is_empty() { p.quiet { (words.text("credit-no-notes")) } }
            @if !ended.is_empty() {
                details {
                    summary { (words.count("credit-ended-notes", ended.len())) }
                    @for note in &ended { (article(view, note)) }
                }
            }
            @if view.may_record() { div.no-print { h3 { (words.text("credit-new-note")) } (new_note(view)) } }
        }
    }
}

fn new_note(view: &View<'_>) -> Markup {
    let words = view.words;
    let typed = |name: &str| view.call.field(name).unwrap_or("");
    let promised = words.parse_amount(typed("promised")).unwrap_or_else(|| typed("promised").to_owned());
    html! {
        form #(NOTE_FORM) action=(view.address("notes")) method="post" {
            (keys(&view.call.caller))
            (Field::new("contact", &words.text("credit-contact"), typed("contact")).text("text"))
            (Field::new("result", &words.text("credit-result"), typed("result")).area(2))
            (Field::new("action", &words.text("credit-agreed"), typed("action")).text("text"))
            div.columns {
                (Field::new("action_date", &words.text("credit-until"), typed("action_date")).hint(&words.text("credit-until-hint")).date())
                (Field::new("promised", &words.text("credit-promised"), &promised).hint(view.standing.currency.code()).amount(words))
            }
            p.quiet { (words.text("credit-link-hint")) }
            div.tools {
                button type="submit" { (words.text("credit-save-note")) }
                button.primary type="submit" name="then" value="next" { (words.text("credit-save-next")) }
            }
        }
    }
}

fn article(view: &View<'_>, note: &PayerNote) -> Markup {
    let (words, row) = (view.words, &note.row);
    let close = html! {
        button.plain type="submit" { (words.text("credit-close-note")) }
    };
    html! {
        article.note {
            p.quiet { (note_chip(words, note.state)) " " (words.instant(&row.recorded_at)) " · " (row.recorded_by) }
            @if !row.contact.is_empty() { p { strong { (row.contact) } } }
            @if !row.result.is_empty() { p.text { (row.result) } }
            @if !row.action.is_empty() { p.text { (words.text("credit-agreed")) ": " (row.action) } }
            @if let (Some(promised), Some(date)) = (note.promised(), row.action_date) {
                p { (words.with("credit-promise", &[("amount", words.money(&promised, &row.currency)), ("date", words.date(date))])) }
            } @else if let Some(date) = row.action_date {
                p { (words.with("credit-until-date", &[("date", words.date(date))])) }
            }
            @if !note.items.is_empty() {
                p.quiet {
                    @for (n, (item, is_settled)) in note.items.iter().enumerate() {
                        @if n > 0 { ", " }
                        a href=(item_address(item)) { (item) }
                        @if *is_settled { " (" (words.text("credit-settled")) ")" }
                    }
                }
            }
            @if let Some(end) = &row.end {
                p.quiet { (words.with("credit-closed-by", &[("by", end.recorded_by.clone()), ("at", words.instant(&end.recorded_at))])) " " (end.reason) }
            } @else if note.state.is_open() && view.may_record() {
                (form(&view.call.caller, &view.address(&format!("notes/{}/close", row.note_id)), &close))
            }
        }
    }
}

/// Writes a note with the items ticked.
pub fn add(call: Call) -> Result<Reply, Problem> {
    let done = added(&call);
    answered(&call, "notes", done)
}

fn added(call: &Call) -> Result<(), Problem> {
    let text = |name: &str| call.field(name).unwrap_or("").to_owned();
    let items = call.fields().filter(|(name, _)| *name == "item").map(|(_, value)| value.to_owned());
    let new = NewNote {
        account: call.path("account").to_owned(),
        contact: text("contact"),
        result: text("result"),
        action: text("action"),
        action_date: call.field_day("action_date")?,
        // What is no amount is refused by the use case, with its text.
        promised: call
            .field("promised")
            .map(|typed| call.words.parse_amount(typed).unwrap_or_else(|| typed.to_owned())),
        items: items.collect(),
    };
    add_note(&mut call.session(), &new).map(|_| ())
}

/// Closes a note.
pub fn close(call: Call) -> Result<Reply, Problem> {
    let note = call.path("note").to_owned();
    let number = note.parse().map_err(|_| Problem::refused("follow-up-note-not-found").with("note", &note));
    let done = number.and_then(|number| close_note(&mut call.session(), number, ""));
    answered(&call, "notes", done)
}
