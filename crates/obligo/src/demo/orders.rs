//! Orders of the demo: some that may go, two stopped for whoever looks on to release, one released, and a payer blocked by hand.

use crate::access::Role;
use crate::access::users::{self, NewUser};
use crate::credit::orders::blocks::{Block, block};
use crate::credit::orders::enter::enter;
use crate::credit::orders::release::release;
use crate::credit::orders::request::OrderRequest;
use crate::credit::payers::PayerStanding;
use crate::portfolio::Keeper;
use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;
use std::sync::Arc;

/// Days until the delivery of each order, and what of the payer's room it takes in hundredths.
const ORDERS: [(i32, i64); 6] = [(7, 20), (21, 35), (14, 130), (10, 150), (30, 10), (5, 110)];
/// The order that was released.
const RELEASED: usize = 5;

/// Takes an order of each of the first payers with room, and blocks the payer after them. Orders are of today:
/// there are none where the clock stands before the end of the ledger.
pub fn take(session: &mut Session, month_ends: &[Day]) -> Result<(), Problem> {
    let keeper = Keeper::new(Arc::clone(&session.store));
    let today = session.today();
    if month_ends.last().is_some_and(|last| today < *last) {
        return Ok(());
    }
    let portfolio = keeper.for_orders(today)?.portfolio;
    let has_room = |payer: &&PayerStanding| room(payer) >= 100_000 && payer.standing.uncovered_from.is_none();
    let payers: Vec<&PayerStanding> =
        portfolio.payers()?.payers.iter().filter(has_room).take(ORDERS.len() + 1).collect();
    for (n, (payer, (days, hundredths))) in payers.iter().zip(ORDERS).enumerate() {
        let amount = room(payer).saturating_mul(hundredths) / 100;
        let request = OrderRequest {
            account: portfolio.snapshot.account(payer.payer).to_string(),
            order_no: format!("A-{}", 52_310 + n * 17),
            amount: format_minor(amount, payer.currency.exponent()),
            currency: payer.currency.code().to_owned(),
            delivery_date: Some(today.plus_days(days)),
            ..OrderRequest::default()
        };
        let taken = enter(session, &keeper, &request)?;
        if n == RELEASED
            && let Some(order) = taken["order"].as_i64()
        {
            released(session, &keeper, order)?;
        }
    }
    if let Some(payer) = payers.get(ORDERS.len()) {
        let account = portfolio.snapshot.account(payer.payer).to_string();
        let put = Block {
            buyer_id: payer.payer,
            from: today,
            until: None,
            reason: "Cheque returned; nothing leaves before it is paid".to_owned(),
            by: session.actor.clone(),
            at: session.now.clone(),
        };
        block(session, &account, &put)?;
    }
    Ok(())
}

/// Releases an order as a colleague whom the approval ladder of the credit policy lets do it.
fn released(session: &mut Session, keeper: &Arc<Keeper>, order: i64) -> Result<(), Problem> {
    let colleague = NewUser {
        name: "hanna".to_owned(),
        display_name: "Hanna Holm".to_owned(),
        roles: [Role::Manager].into(),
        companies: None,
        language: None,
        password: None,
    };
    users::create(session, &colleague)?;
    let today = session.today();
    let portfolio = keeper.for_orders(today)?.portfolio;
    let story_teller = std::mem::replace(&mut session.actor, colleague.name);
    let done = release(session, &portfolio, order, "Paid in advance, the receipt is in the file");
    session.actor = story_teller;
    done.map(drop)
}

/// What the lower of own credit limit and insured sum leaves, minor units of the payer's currency.
fn room(payer: &PayerStanding) -> i64 {
    let standing = &payer.standing;
    let own = standing.limits.outstanding.map(|limit| limit.saturating_sub(standing.outstanding));
    let insured = standing.insured_sum.map(|sum| sum.saturating_sub(standing.insured_exposure));
    insured.map_or(0, |insured| own.unwrap_or(insured).min(insured))
}
