//! How a payer pays, as a picture with its numbers: the same on the page of a buyer and on the desk.

use crate::credit::payers::{PayerStanding, payment_history};
use crate::portfolio::Portfolio;
use crate::serve::Call;
use crate::web::charts::{MonthPaid, behaviour_chart};
use crate::web::parts::problem_box;
use maud::{Markup, html};
use obligo_rules::problem::Problem;

/// Days after due and what is past due, lately, before and month by month (R9.1). Costs as much as the payer has items.
pub fn payment_behaviour_card(
    call: &Call,
    portfolio: &Portfolio,
    payer: &PayerStanding,
) -> Result<Markup, Problem> {
    let (words, s) = (call.words, &payer.standing);
    let items = payer.customers.iter().flat_map(|id| portfolio.item_ids_of(*id)).copied();
    let found = call.house.store.read(|tx| payment_history(tx, &portfolio.snapshot, items, payer.currency));
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
            p.links.no-print { a href="/reports/payment-behaviour" { (words.text("payer-behaviour-report")) } }
        }
    })
}
