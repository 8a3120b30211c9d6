//! What was recorded of a buyer, by whom, when and why.

use super::page::View;
use crate::access::roles::Permission;
use crate::buyer_names::{code_message, field_message, field_value};
use crate::buyer_trail::{TrailRow, buyer_trail};
use crate::web::parts::{Column, table};
use maud::{Markup, html};
use obligo_rules::problem::Problem;

/// The history of changes, newest first.
pub fn card(view: &View<'_>) -> Result<Markup, Problem> {
    let words = view.words;
    let snapshot = &view.portfolio.snapshot;
    let (trail, has_more) = view.call.house.store.read(|tx| buyer_trail(tx, snapshot, view.buyer_id))?;
    let may_audit = view.call.caller.may(Permission::Audit);
    let rows: Vec<Markup> = trail.iter().map(|row| trail_row(view, row, may_audit)).collect();
    let title = words.text("buyer-history");
    let columns = ["col-recorded-at", "col-actor", "col-what", "col-valid-from", "col-changed", "col-why"]
        .map(|id| Column::text(words.text(id)));
    Ok(html! {
        section.card {
            h2 { (title) }
            (table(&title, &columns, &rows, &Markup::default(), &words.text("buyer-no-history")))
            @if has_more { p.quiet { (words.text("buyer-history-more")) } }
        }
    })
}

fn trail_row(view: &View<'_>, row: &TrailRow, may_audit: bool) -> Markup {
    let words = view.words;
    let when = words.instant(&row.recorded_at);
    html! {
        td.date { @if may_audit { a href=(format!("/audit/{}", row.entry)) { (when) } } @else { (when) } }
        td { (row.actor) }
        td { (code_message(row.kind).map(|id| words.text(id)).unwrap_or_default()) }
        td.date { (row.from.map_or_else(|| "–".to_owned(), |day| words.date(day))) }
        td { (changes(view, row)) }
        td { (row.reason) }
    }
}

/// The fields that differ from what was recorded before; of a first record what it says.
fn changes(view: &View<'_>, row: &TrailRow) -> Markup {
    let words = view.words;
    let value = |column: &str, value: &str| field_value(words, row.kind, column, value);
    html! {
        ul.changes {
            @for (column, before, after) in &row.changes {
                li {
                    span.quiet { (words.text(field_message(column))) ": " }
                    @if !before.is_empty() { del { (value(column, before)) } " → " }
                    @if after.is_empty() { "–" } @else { (value(column, after)) }
                }
            }
        }
    }
}
