//! The list of items: what is chosen, fifty at a time, with sums and reasons.

use super::choice::{Asked, FOUND_MAX, Then};
use super::columns::{chosen, heads, row};
use super::filters::{Tab, form, tabs};
use super::{bills, then, views};
use crate::items::ItemView;
use crate::portfolio::{ItemSums, Portfolio};
use crate::serve::{Call, Page, Reply};
use crate::snapshot::Snapshot;
use crate::web::parts::{Column, freshness_note, pager, table, with_query};
use maud::{Markup, html};
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;

/// Rows of a page.
pub const ROWS: usize = 50;

/// `/items`.
pub fn list(call: Call) -> Result<Reply, Problem> {
    if call.query_fields().is_empty()
        && let Some(address) = views::opened_with(&call)?
    {
        return Ok(Reply::See(address));
    }
    Ok(Reply::Page(drawn(&call)?))
}

/// What of a list is shown.
pub struct Shown {
    /// Number of the first row, from 0.
    pub from: usize,
    /// The rows.
    pub views: Vec<ItemView>,
    /// Sums of all that is chosen.
    pub sums: ItemSums,
}

fn drawn(call: &Call) -> Result<Page, Problem> {
    let words = call.words;
    let (portfolio, freshness) = call.portfolio()?;
    let then = Then::of(call)?;
    let tab = Tab::of(call, then);
    let mut asked = Asked::of(call, &portfolio)?;
    let columns = chosen(call);
    let content = match (tab, then) {
        (Tab::Bills, _) => bills::content(call, &portfolio, &asked, &columns)?,
        (_, Some(then)) => then::content(call, &asked, then, &columns)?,
        _ => {
            asked.search(call, &portfolio)?;
            let shown = open_items(call, &portfolio, &asked)?;
            html! {
                @if asked.is_cut {
                    p.notice.warn { (words.with("items-found-cut", &[("limit", words.number(&FOUND_MAX.to_string()))])) }
                }
                (rows_and_sums(call, &portfolio.snapshot, &shown, &columns, &asked, true))
            }
        }
    };
    let title = words.text("nav-items");
    let body = html! {
        h1 { (title) }
        (tabs(call, Some(tab)))
        (freshness_note(words, freshness))
        (views::section(call)?)
        (form(call, &portfolio, &asked, &columns, tab))
        (content)
    };
    Ok(Page::new("items", title, body))
}

/// The first row asked for.
pub fn first_row(call: &Call) -> Result<usize, Problem> {
    Ok(usize::try_from(call.query_number("from", 0, 0)?).unwrap_or(0))
}

fn open_items(call: &Call, portfolio: &Portfolio, asked: &Asked) -> Result<Shown, Problem> {
    if asked.is_hopeless {
        return Ok(Shown { from: 0, views: Vec::new(), sums: ItemSums::default() });
    }
    let chosen = portfolio.choose(&asked.choice);
    let from = first_row(call)?.min(chosen.positions.len());
    let positions = chosen.positions.get(from..(from + ROWS).min(chosen.positions.len())).unwrap_or(&[]);
    let views = portfolio.views(&call.house.store, positions)?;
    Ok(Shown { from, views, sums: chosen.sums.clone() })
}

/// Count, table, pager and sums.
pub fn rows_and_sums(
    call: &Call,
    snapshot: &Snapshot,
    shown: &Shown,
    columns: &[&super::columns::ItemColumn],
    asked: &Asked,
    is_ordered: bool,
) -> Markup {
    let words = call.words;
    let total = shown.sums.count;
    let rows: Vec<Markup> = shown.views.iter().map(|view| row(words, snapshot, columns, view)).collect();
    let heads = heads(call, columns, &asked.choice, is_ordered);
    let title = words.text("items-list");
    html! {
        p.quiet { (words.count("items-found", total)) }
        div.dense { (table(&title, &heads, &rows, &Markup::default(), &words.text("items-none-fit"))) }
        @if total > 0 {
            (pages(call, shown.from, rows.len(), total))
            (sums(call, &shown.sums))
        } @else if snapshot.companies.is_empty() {
            p { a.button href="/import" { (words.text("nav-import")) } }
        }
    }
}

/// The pager goes by whole pages, also from a last one that is not full.
pub fn pages(call: &Call, from: usize, shown: usize, total: usize) -> Markup {
    let at = |to: usize| {
        let to = if to < from { from.saturating_sub(ROWS) } else { to };
        with_query(call, &[("from", &to.to_string())])
    };
    pager(call.words, from, shown, total, &at)
}

/// Sums by currency of the policies.
pub fn sums(call: &Call, sums: &ItemSums) -> Markup {
    let words = call.words;
    let columns = [
        Column::text(words.text("col-currency")),
        Column::number(words.text("col-insurable-open")),
        Column::number(words.text("col-insured")),
        Column::number(words.text("col-uninsured")),
        Column::number(words.text("col-credits")),
    ];
    let sum = |(currency, open, insured, credits): &(obligo_rules::money::Currency, i64, i64, i64)| {
        let money = |minor: i64| words.money(&format_minor(minor, currency.exponent()), currency.code());
        html! {
            td { (currency.code()) }
            td.number { (money(*open)) }
            td.number { (money(*insured)) }
            td.number { (money(open.saturating_sub(*insured).max(0))) }
            td.number { (money(*credits)) }
        }
    };
    let rows: Vec<Markup> = sums.by_currency.values().map(sum).collect();
    let title = words.text("items-sums");
    html! {
        section.sums {
            h2 { (title) }
            (table(&title, &columns, &rows, &Markup::default(), ""))
        }
    }
}
