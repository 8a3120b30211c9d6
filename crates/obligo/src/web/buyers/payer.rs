//! Who pays for a buyer, its own limits with how far they are used, and how it pays: figures over all companies, so only for those who see
//! all of them.

use super::page::{View, account_name};
use crate::credit::payers::{PayerBook, PayerStanding, override_use, payment_history};
use crate::web::charts::{MonthPaid, behaviour_chart};
use crate::web::credit::{limit_use_table, recommended_card};
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
            (behaviour(view, payer)?)
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

fn behaviour(view: &View<'_>, payer: &PayerStanding) -> Result<Markup, Problem> {
    let words = view.words;
    let (portfolio, s) = (view.portfolio, &payer.standing);
    let items = payer.customers.iter().flat_map(|id| portfolio.item_ids_of(*id)).copied();
    let found =
        view.call.house.store.read(|tx| payment_history(tx, &portfolio.snapshot, items, payer.currency));
    let months = match found {
        Ok(months) => months,
        Err(problem) => return Ok(problem_box(words, &problem)),
    };
    let months: Vec<MonthPaid> = months
        .iter()
        .map(|month| MonthPaid {
            end: month.end,
            days_late: month.late.days(),
            paid: month.late.paid(),
            past_due_percent: month.open.past_due_ratio(),
        })
        .collect();
    let days = |days: Option<i32>| match days {
        Some(days) => words.with("payer-days", &[("count", days.to_string())]),
        None => "–".to_owned(),
    };
    let percent = |percent: Option<i32>| match percent {
        Some(percent) => words.percent_of_100(&percent.to_string()),
        None => "–".to_owned(),
    };
    Ok(html! {
        section.card id="payment-behaviour" {
            h2 { (words.text("payer-behaviour")) }
            div.figures {
                div.figure { b { (days(s.days_late)) } span { (words.text("payer-days-late")) } }
                div.figure { b { (days(s.days_late_before)) } span { (words.text("payer-days-late-before")) } }
                div.figure { b { (percent(s.past_due_percent)) } span { (words.text("payer-past-due-percent")) } }
                div.figure { b { (percent(s.past_due_percent_before)) } span { (words.text("payer-past-due-percent-before")) } }
            }
            (behaviour_chart(words, "behaviour", payer.currency, &months))
            p.hint { (words.text("payer-behaviour-hint")) }
        }
    })
}
