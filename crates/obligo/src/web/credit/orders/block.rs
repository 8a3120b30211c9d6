//! Blocking a payer from the page of a buyer, and lifting the block.

use super::may_decide;
use crate::credit::orders::blocks::{self, Block};
use crate::credit::orders::request::buyer_named;
use crate::portfolio::Portfolio;
use crate::serve::{Call, Reply};
use crate::web::parts::{Field, buyer_address, form, segment};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use obligo_store::buyer_block::buyer_block_of;

/// The block of a buyer's payer with its lifting, or the form that puts one.
pub fn card(call: &Call, portfolio: &Portfolio, buyer_id: i64, account: &str) -> Result<Markup, Problem> {
    let words = call.words;
    let Ok(book) = portfolio.payers() else { return Ok(Markup::default()) };
    let payer = book.payer_of(buyer_id);
    let all = call.house.store.read(|tx| buyer_block_of(tx, payer))?;
    let in_force = all.iter().find(|block| block.is_in_force(call.today()));
    let address = |what: &str| format!("/buyers/{}/{what}", segment(account));
    let (why, until, hint) =
        (words.text("block-reason"), words.text("block-until"), words.text("block-until-hint"));
    let reason = Field::new("reason", &why, "").required();
    Ok(html! {
        @if let Some(block) = in_force {
            div.notice.bad #block {
                p { strong { (words.with("block-in-force-since", &[("by", block.blocked_by.clone()), ("date", words.date(block.blocked_from))])) } }
                p { (block.reason) }
                @if let Some(until) = block.blocked_until { p { (words.with("block-in-force-until", &[("date", words.date(until))])) } }
                @if payer != buyer_id { p { a href=(buyer_address(&portfolio.snapshot.account(payer).to_string())) { (words.text("block-of-payer")) } } }
                @if may_decide(call) {
                    (form(&call.caller, &address("unblock"), &html! {
                        (reason.text("text"))
                        button type="submit" { (words.text("block-lift")) }
                    }))
                }
            }
        } @else if may_decide(call) && portfolio.snapshot.account(buyer_id).prospect.is_empty() {
            details.card #block {
                summary { (words.text("block-put-one")) }
                (form(&call.caller, &address("block"), &html! {
                    (reason.area(2))
                    (Field::new("until", &until, "").hint(&hint).date())
                    button type="submit" { (words.text("block-put-do")) }
                }))
            }
        }
    })
}

fn payer(call: &Call) -> Result<(i64, String), Problem> {
    let portfolio = call.house.keeper.for_orders(call.today())?.portfolio;
    let payer = portfolio.payers()?.payer_of(buyer_named(&portfolio, call.path("account"))?.buyer_id);
    Ok((payer, portfolio.snapshot.account(payer).to_string()))
}

fn back(call: &Call) -> Reply {
    Reply::See(format!("{}?done=done-saved", buyer_address(call.path("account"))))
}

/// Blocks the payer of the buyer. Errors: those of [`blocks::block`].
pub fn put(call: Call) -> Result<Reply, Problem> {
    let (buyer_id, account) = payer(&call)?;
    let mut session = call.session();
    let block = Block {
        buyer_id,
        from: call.today(),
        until: call.field_day("until")?,
        reason: call.field("reason").unwrap_or("").to_owned(),
        by: session.actor.clone(),
        at: session.now.clone(),
    };
    blocks::block(&mut session, &account, &block)?;
    Ok(back(&call))
}

/// Lifts the block of the buyer's payer. Errors: those of [`blocks::unblock`].
pub fn lift(call: Call) -> Result<Reply, Problem> {
    let (buyer_id, account) = payer(&call)?;
    blocks::unblock(&mut call.session(), &account, buyer_id, call.field("reason").unwrap_or(""))?;
    Ok(back(&call))
}
