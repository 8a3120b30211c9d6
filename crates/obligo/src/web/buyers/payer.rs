//! Who pays for a buyer, its own limits with how far they are used, and how it pays: figures over all companies, so only for those who see
//! all of them.

use super::page::{View, account_name};
use crate::credit::payers::{PayerBook, PayerStanding, override_use};
use crate::web::credit::{limit_use_table, payment_behaviour_card, recommended_card};
use crate::web::parts::{buyer_address, problem_box};
use maud::{Markup, html};
use obligo_rules::credit_limit::utilisations;
use obligo_rules::problem::Problem;

/// Customers named; the rest is counted.
const CUSTOMERS: usize = 12;

/// The cards of the payer: limits and payment behaviour. Nothing for a prospect.
pub fn cards(view: &View<'_>) -> Result<Markup, Problem> {
    if view.companies.is_some() || !view.buyer.key.prospect.is_empty() {
        return Ok(Markup::default());
    }
    let book = match view.portfolio.payers() {
        Ok(book) => book,
        Err(problem) => return Ok(problem_box(view.words, &problem)),
    };
    let Some(payer) = book.of_customer(view.buyer_id) else { return Ok(Markup::default()) };
    Ok(html! {
        (limits(view, book, payer))
        @if payer.payer == view.buyer_id {
            (payment_behaviour_card(view.call, view.portfolio, payer)?)
            @if let Some(found) = view.portfolio.recommended(payer.payer)? { (recommended_card(view.words, &view.account, found)) }
        }
    })
}

fn link(view: &View<'_>, id: i64) -> Markup {
    let account = account_name(view.portfolio, id);
    let name = view.portfolio.snapshot.buyers.get(&id).map_or("", |buyer| buyer.name.as_str());
    html! { a href=(buyer_address(&account)) { (account) } " " (name) }
}

fn limits(view: &View<'_>, book: &PayerBook, payer: &PayerStanding) -> Markup {
    let words = view.words;
    let key_date = view.portfolio.snapshot.as_of.key_date;
    let warning = book.warning_percent;
    let others = payer.customers.iter().filter(|id| **id != payer.payer);
    html! {
        section.card id="credit-limits" {
            h2 { (words.text("payer-limits")) }
            dl.facts {
                @if payer.payer != view.buyer_id {
                    dt { (words.text("payer-paid-by")) } dd { (link(view, payer.payer)) }
                }
                @if payer.customers.len() > 1 {
                    dt { (words.text("payer-pays-for")) }
                    dd {
                        @for (n, id) in others.clone().take(CUSTOMERS).enumerate() { @if n > 0 { br; } (link(view, *id)) }
                        @if others.clone().count() > CUSTOMERS {
                            br; (words.with("payer-more-customers", &[("count", (others.count() - CUSTOMERS).to_string())]))
                        }
                    }
                }
                @if let Some(group) = payer.group.as_deref().and_then(|code| book.group(code)) {
                    dt { (words.text("payer-group")) }
                    dd { a href="/credit/groups" { (group.group.code) } " " (group.group.name) }
                }
                @if book.without_account.contains(&view.buyer_id) {
                    dt { (words.text("buyer-payer")) }
                    dd { (view.buyer.payer) " – " (words.text("payer-without-account")) }
                }
            }
            (limit_use_table(words, &words.text("payer-limits"), &utilisations(&payer.standing, warning), payer.currency))
            @if payer.group.is_some() { p.hint { (words.text("payer-group-binds")) } }
            @for of in &payer.overrides {
                @let company = view.portfolio.snapshot.company_code(of.company_id);
                @let title = words.with("payer-override", &[("company", company.to_owned())]);
                h3 { (title) }
                (limit_use_table(words, &title, &override_use(of, key_date, warning), payer.currency))
            }
            @if !payer.overrides.is_empty() { p.hint { (words.text("payer-override-hint")) } }
        }
    }
}
