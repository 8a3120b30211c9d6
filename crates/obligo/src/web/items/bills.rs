//! Bills of exchange with the bill liability (R4.7): open ones, and settled ones whose due date has not passed.

use super::choice::Asked;
use super::columns::{ItemColumn, heads, row};
use super::list::{ROWS, first_row, pages, sums};
use crate::portfolio::{ItemSums, Portfolio, PortfolioBill};
use crate::serve::Call;
use crate::web::parts::{Column, chip, table};
use maud::{Markup, html};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// What stands under the filters.
pub fn content(
    call: &Call,
    portfolio: &Portfolio,
    asked: &Asked,
    columns: &[&ItemColumn],
) -> Result<Markup, Problem> {
    let words = call.words;
    let chosen = chosen(call, portfolio, asked)?;
    let mut of_all = ItemSums::default();
    let mut liability: BTreeMap<&str, (Currency, i64)> = BTreeMap::new();
    for bill in &chosen {
        let figures = &bill.figures;
        of_all.add(figures.policy_currency, figures.kind, figures.insurable_open, figures.insured);
        if bill.state.is_some_and(|state| state.counts) {
            let sum = liability.entry(figures.currency.code()).or_insert((figures.currency, 0));
            sum.1 = sum.1.saturating_add(figures.amount);
        }
    }
    let from = first_row(call)?.min(chosen.len());
    let shown: Vec<&PortfolioBill> = chosen.iter().skip(from).take(ROWS).copied().collect();
    let views = portfolio.whole(&call.house.store, shown.iter().map(|bill| &bill.figures))?;
    let rows: Vec<Markup> = views
        .iter()
        .zip(&shown)
        .map(|(view, bill)| {
            html! { (row(words, &portfolio.snapshot, columns, view)) td.number { (counts(call, bill)) } }
        })
        .collect();
    let mut heads = heads(call, columns, &asked.choice, false);
    heads.push(Column::number(words.text("buyer-bill-liability")));
    let title = words.text("items-tab-bills");
    let is_unclosed = chosen.iter().any(|bill| bill.state.is_some_and(|state| state.differs));
    Ok(html! {
        @if is_unclosed { p.notice.warn { (words.text("items-day-close-missing")) } }
        div.figures {
            @for (currency, minor) in liability.values() {
                div.figure {
                    span { (words.text("buyer-bill-liability")) }
                    b { (words.money(&format_minor(*minor, currency.exponent()), currency.code())) }
                }
            }
        }
        p.quiet { (words.count("items-found", chosen.len())) }
        div.dense { (table(&title, &heads, &rows, &Markup::default(), &words.text("items-no-bills"))) }
        @if !chosen.is_empty() {
            (pages(call, from, rows.len(), chosen.len()))
            (sums(call, &of_all))
        }
    })
}

/// The bills that fit, by due date. Error: that of reading a document's number.
pub fn chosen<'p>(
    call: &Call,
    portfolio: &'p Portfolio,
    asked: &Asked,
) -> Result<Vec<&'p PortfolioBill>, Problem> {
    if asked.is_hopeless {
        return Ok(Vec::new());
    }
    let mut choice = asked.choice.clone();
    choice.kinds.clear();
    let fitting = portfolio.bills.iter().filter(|bill| choice.lets_through(&bill.figures));
    if asked.document.is_empty() {
        return Ok(fitting.collect());
    }
    let fitting: Vec<&PortfolioBill> = fitting.collect();
    let views = portfolio.whole(&call.house.store, fitting.iter().map(|bill| &bill.figures))?;
    let named = fitting.iter().zip(&views).filter(|(_, view)| view.document_no.starts_with(&asked.document));
    Ok(named.map(|(bill, _)| *bill).collect())
}

/// What the bill adds to the liability, or why it adds nothing.
fn counts(call: &Call, bill: &PortfolioBill) -> Markup {
    let words = call.words;
    let currency = bill.figures.currency;
    match bill.state {
        Some(state) if state.counts => {
            html! { (words.money(&format_minor(bill.figures.amount, currency.exponent()), currency.code())) }
        }
        Some(_) => chip("quiet", &words.text("items-bill-expired")),
        None => chip("bad", &words.text("items-bill-protested")),
    }
}
