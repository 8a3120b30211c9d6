//! Credit groups and their members against the common limits (FR-10).

use super::{limit_use_table, tabs};
use crate::access::roles::Permission;
use crate::credit::payers::{GroupStanding, PayerBook, group_use};
use crate::serve::{Access, Call, Page, Reply, Route};
use crate::web::parts::{Column, amount_cell, buyer_address, freshness_note, table};
use maud::{Markup, html};
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;

/// Who may see groups: the sums are those of all companies.
pub const READ: Access = Access::WholeGroup(Permission::Read);

/// Pages of this area.
pub const ROUTES: &[Route] = &[Route::page("/credit/groups", READ, list)];

/// `/credit/groups`.
fn list(call: Call) -> Result<Reply, Problem> {
    let (portfolio, freshness) = call.portfolio()?;
    let words = call.words;
    let book = portfolio.payers()?;
    let title = words.text("groups-title");
    let body = html! {
        h1 { (title) }
        (tabs(words, &call.caller, "groups"))
        (freshness_note(words, freshness))
        @if book.groups.is_empty() {
            section.card {
                p.empty { (words.text("groups-nothing")) }
                p { a href="/import" { (words.text("groups-import")) } }
            }
        }
        @for group in &book.groups { (card(&call, &portfolio, book, group)) }
    };
    Ok(Reply::Page(Page::new("credit", title, body)))
}

fn card(
    call: &Call,
    portfolio: &crate::portfolio::Portfolio,
    book: &PayerBook,
    group: &GroupStanding,
) -> Markup {
    let words = call.words;
    let name = if group.group.name.is_empty() { &group.group.code } else { &group.group.name };
    let used = group_use(group, book.warning_percent);
    let members: Vec<Markup> = group
        .members
        .iter()
        .filter_map(|id| book.get(*id))
        .map(|payer| {
            let account = portfolio.snapshot.account(payer.payer).to_string();
            let exponent = payer.currency.exponent();
            let money = |minor: i64| amount_cell(words, Some(&format_minor(minor, exponent)));
            html! {
                td { a href=(buyer_address(&account)) { (account) } }
                td { (portfolio.snapshot.buyers.get(&payer.payer).map_or("", |b| b.name.as_str())) }
                td { (payer.currency) }
                (money(payer.standing.outstanding))
                (money(payer.standing.orders))
                (money(payer.standing.past_due))
            }
        })
        .collect();
    let text = |id: &str| Column::text(words.text(id));
    let number = |id: &str| Column::number(words.text(id));
    let columns = [
        text("col-account"),
        text("col-name"),
        text("col-currency"),
        number("col-outstanding"),
        number("col-orders"),
        number("col-past-due"),
    ];
    html! {
        section.card {
            h2 { (name) " " span.quiet { (group.group.code) } }
            (limit_use_table(words, name, &used, group.group.currency))
            (table(&words.text("groups-members"), &columns, &members, &Markup::default(), &words.text("groups-no-members")))
        }
    }
}
