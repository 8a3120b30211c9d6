//! Blocking a payer from the page of a buyer, and lifting the block.

use super::may_decide;
use crate::credit::orders::blocks::{self, Block};
use crate::credit::orders::request::buyer_named;
use crate::serve::{Call, Reply, http_status};
use crate::web::buyers::page::{View, body, of_path};
use crate::web::parts::{Field, buyer_address, form, problem_box};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use obligo_store::buyer_block::{BuyerBlockRow, buyer_block_of};

/// The number of a buyer's payer and the block it is under today.
fn block_of(view: &View<'_>) -> Result<Option<(i64, Option<BuyerBlockRow>)>, Problem> {
    let Ok(book) = view.portfolio.payers() else { return Ok(None) };
    let payer = book.payer_of(view.buyer_id);
    let all = view.call.house.store.read(|tx| buyer_block_of(tx, payer))?;
    Ok(Some((payer, all.into_iter().find(|block| block.is_in_force(view.call.today())))))
}

fn reason_field<'w>(label: &'w str, typed: &'w str) -> Field<'w> {
    Field::new("reason", label, typed).required()
}

/// The block of a buyer's payer with its lifting, if there is one.
pub fn in_force(view: &View<'_>) -> Result<Markup, Problem> {
    let (call, words) = (view.call, view.words);
    let Some((payer, Some(block))) = block_of(view)? else { return Ok(Markup::default()) };
    Ok(html! {
        div.notice.bad #block {
            p { strong { (words.with("block-in-force-since", &[("by", block.blocked_by.clone()), ("date", words.date(block.blocked_from))])) } }
            p { (block.reason) }
            @if let Some(until) = block.blocked_until { p { (words.with("block-in-force-until", &[("date", words.date(until))])) } }
            @if payer != view.buyer_id {
                p { a href=(buyer_address(&view.portfolio.snapshot.account(payer).to_string())) { (words.text("block-of-payer")) } }
            }
            @if may_decide(call) {
                (form(&call.caller, &view.address("unblock"), &html! {
                    (reason_field(&words.text("block-reason"), call.field("reason").unwrap_or("")).text("text"))
                    button type="submit" { (words.text("block-lift")) }
                }))
            }
        }
    })
}

/// The form that blocks a buyer's payer, where there is no block and the caller may put one; open with what was typed if it was refused.
pub fn put_card(view: &View<'_>) -> Result<Markup, Problem> {
    let (call, words) = (view.call, view.words);
    let Some((_, None)) = block_of(view)? else { return Ok(Markup::default()) };
    if !may_decide(call) || !view.buyer.key.prospect.is_empty() {
        return Ok(Markup::default());
    }
    let typed = |name: &str| call.field(name).unwrap_or("").to_owned();
    let until = words.parse_date(&typed("until")).map_or_else(|| typed("until"), |day| day.to_string());
    let is_refused = call.field("reason").is_some() || call.field("until").is_some();
    Ok(html! {
        details.card #block open[is_refused] {
            summary { (words.text("block-put-one")) }
            (form(&call.caller, &view.address("block"), &html! {
                (reason_field(&words.text("block-reason"), &typed("reason")).area(2))
                (Field::new("until", &words.text("block-until"), &until).hint(&words.text("block-until-hint")).date())
                button type="submit" { (words.text("block-put-do")) }
            }))
        }
    })
}

fn payer(call: &Call) -> Result<(i64, String), Problem> {
    let portfolio = call.house.keeper.for_orders(call.today())?.portfolio;
    let payer = portfolio.payers()?.payer_of(buyer_named(&portfolio, call.path("account"))?.buyer_id);
    Ok((payer, portfolio.snapshot.account(payer).to_string()))
}

/// Back to the buyer; what is refused is told there, above the form with what was typed.
fn answered(call: &Call, outcome: Result<(), Problem>) -> Result<Reply, Problem> {
    match outcome {
        Ok(()) => Ok(Reply::See(format!("{}?done=done-saved", buyer_address(call.path("account"))))),
        Err(problem) => {
            let told = problem_box(call.words, &problem);
            let page = of_path(call, |view| body(view, &told, &Markup::default()))?;
            Ok(Reply::Page(page.with_status(http_status(&problem))))
        }
    }
}

/// Blocks the payer of the buyer. Errors: those of [`blocks::block`].
pub fn put(call: Call) -> Result<Reply, Problem> {
    let (buyer_id, account) = payer(&call)?;
    let outcome = call.field_day("until").and_then(|until| {
        let mut session = call.session();
        let block = Block {
            buyer_id,
            from: call.today(),
            until,
            reason: call.field("reason").unwrap_or("").to_owned(),
            by: session.actor.clone(),
            at: session.now.clone(),
        };
        blocks::block(&mut session, &account, &block)
    });
    answered(&call, outcome.map(drop))
}

/// Lifts the block of the buyer's payer. Errors: those of [`blocks::unblock`].
pub fn lift(call: Call) -> Result<Reply, Problem> {
    let (buyer_id, account) = payer(&call)?;
    let reason = call.field("reason").unwrap_or("");
    answered(&call, blocks::unblock(&mut call.session(), &account, buyer_id, reason).map(drop))
}
