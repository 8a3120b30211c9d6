//! What was recorded earlier: actions, and what the runs said.

use super::list::change_chip;
use super::payer::View;
use crate::credit::work_list::{criterion_text, reason_text};
use crate::web::parts::{Column, table};
use maud::{Markup, html};
use obligo_rules::money::format_minor;

/// Actions shown, the latest.
const ACTIONS: usize = 30;

/// Every action, newest first.
pub fn actions(view: &View<'_>) -> Markup {
    let words = view.words;
    let columns = [
        Column::text(words.text("credit-when")),
        Column::text(words.text("col-criterion")),
        Column::text(words.text("col-action")),
        Column::text(words.text("col-remark")),
    ];
    let rows: Vec<Markup> = view
        .desk
        .actions
        .iter()
        .take(ACTIONS)
        .map(|action| {
            let row = &action.row;
            html! {
                td { (words.instant(&row.recorded_at)) div.quiet { (row.recorded_by) } }
                td { (criterion_text(words, &row.criterion)) }
                td { @if row.action_code == 0 { (words.text("credit-taken-back")) } @else { (row.action_code) " " (action.text) } }
                td { (row.remark) }
            }
        })
        .collect();
    html! {
        section.card #actions {
            h2 { (words.text("credit-actions")) }
            div.tight { (table(&words.text("credit-actions"), &columns, &rows, &Markup::default(), &words.text("credit-no-actions"))) }
        }
    }
}

/// What the last runs said.
pub fn runs(view: &View<'_>) -> Markup {
    let words = view.words;
    let columns = [
        Column::text(words.text("credit-run-number")),
        Column::text(words.text("col-change")),
        Column::number(words.text("col-overdue")),
        Column::text(words.text("col-reasons")),
    ];
    let rows: Vec<Markup> = view
        .desk
        .history
        .iter()
        .map(|line| {
            let selected = &line.selected;
            let overdue = format_minor(selected.past_due, selected.currency.exponent());
            html! {
                td { (words.number(&line.run.to_string())) }
                td { (change_chip(words, selected.change)) }
                td.number { (words.money(&overdue, selected.currency.code())) }
                td { @for reason in &selected.reasons { div { (reason_text(words, reason, selected.currency)) } } }
            }
        })
        .collect();
    html! {
        section.card #runs {
            h2 { (words.text("credit-runs")) }
            div.tight { (table(&words.text("credit-runs"), &columns, &rows, &Markup::default(), &words.text("credit-never-selected"))) }
        }
    }
}
