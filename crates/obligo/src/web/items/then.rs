//! The list as of another day, with settled items, or as the next declaration would make it: read from the ledger each time, in
//! recorded order.

use super::choice::{Asked, Then};
use super::columns::ItemColumn;
use super::list::{ROWS, Shown, first_row, rows_and_sums};
use crate::items::{ItemFigures, ItemFilter, ItemView, ItemsRequest, each_item};
use crate::portfolio::ItemSums;
use crate::serve::Call;
use crate::session::point_in_time;
use crate::snapshot::Snapshot;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use obligo_store::Tx;

/// What stands under the filters.
pub fn content(call: &Call, asked: &Asked, then: Then, columns: &[&ItemColumn]) -> Result<Markup, Problem> {
    let words = call.words;
    let from = first_row(call)?;
    let mut shown = Shown { from, views: Vec::new(), sums: ItemSums::default() };
    let table = call.house.store.read(|tx| {
        let snapshot = Snapshot::load(tx, point_in_time(tx, then.as_of, then.known_at)?)?;
        each(tx, &snapshot, asked, then, &mut |view| {
            if shown.sums.count >= from && shown.views.len() < ROWS {
                shown.views.push(view.clone());
            }
            shown.sums.add(view.policy_currency, view.kind, view.insurable_open, view.insured);
            Ok(())
        })?;
        shown.from = from.min(shown.sums.count);
        Ok(rows_and_sums(call, &snapshot, &shown, columns, asked, false))
    })?;
    let date = words.date(then.as_of);
    Ok(html! {
        p.notice {
            @match then.known_at {
                Some(known) => (words.with("items-then-known", &[("date", date), ("known", words.date(known))])),
                None => (words.with("items-then", &[("date", date)])),
            }
            @if then.all { " " (words.text("items-then-all")) }
            @if then.projected { " " strong { (words.text("items-then-projected")) } }
        }
        (table)
    })
}

/// Visits the items that fit.
pub fn each(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    asked: &Asked,
    then: Then,
    visit: &mut dyn FnMut(&ItemView) -> Result<(), Problem>,
) -> Result<(), Problem> {
    if asked.is_hopeless {
        return Ok(());
    }
    let request = ItemsRequest {
        as_of: then.as_of,
        known_at: then.known_at,
        all: then.all,
        projected: then.projected,
        filter: ItemFilter::default(),
    };
    each_item(tx, snapshot, &request, &mut |view, snapshot| {
        let fits = view.document_no.starts_with(&asked.document)
            && asked.choice.lets_through(&ItemFigures::of_view(snapshot, view));
        if fits { visit(view) } else { Ok(()) }
    })
}
