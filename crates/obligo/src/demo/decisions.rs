//! Decisions of the demo on exceeded insurance limits, and its limit requests: one running, one ended, requests in every state.

use crate::buyers::{BuyersRequest, buyers};
use crate::credit::decisions::{Decide, DecideRequest, Seen, decide};
use crate::credit::limit_requests::{DraftRequest, draft, send, withdraw};
use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, format_minor, parse_minor};
use obligo_rules::problem::Problem;

/// A main buyer above its insured sum. Amounts as texts.
struct Exceeded {
    account: String,
    policy: String,
    seen: Seen,
    excess: String,
    twice: String,
}

/// Decides about the buyers that exceed their sums at the last month-end, and asks for more.
pub fn work(session: &mut Session, month_ends: &[Day]) -> Result<(), Problem> {
    let [.., before, last] = month_ends else { return Ok(()) };
    let found = exceeded(session, *last)?;
    let mut found = found.iter();
    // One that ended a week ago, one that runs for a month more.
    for (from, until, reason) in [
        (*before, last.plus_days(-7), "Deposit was promised for the new plant"),
        (*last, last.plus_days(30), "Paid every autumn so far; season ends next month"),
    ] {
        let Some(buyer) = found.next() else { return Ok(()) };
        let decision = Decide::Accept { amount: buyer.excess.clone(), until };
        decide(session, &of(buyer, decision, Some(from), reason))?;
    }
    // Requests: a draft made with a decision, one that waits too long, one taken back.
    for (n, sent, taken_back) in [(0, None, false), (1, Some(last.plus_days(-20)), false), (2, None, true)] {
        let Some(buyer) = found.next() else { return Ok(()) };
        let asked = if n == 0 {
            let decision = Decide::RequestMore { amount: buyer.twice.clone() };
            decide(session, &of(buyer, decision, None, "New yearly contract"))
                .map(|done| done["limit_request"].as_i64())
        } else {
            let request = DraftRequest {
                account: buyer.account.clone(),
                policy: buyer.policy.clone(),
                amount: buyer.twice.clone(),
                request: 3,
                ..DraftRequest::default()
            };
            draft(session, &request).map(|done| done["request"].as_i64())
        };
        let number = match asked {
            Ok(number) => number.unwrap_or(0),
            // The portfolio's own history may have one waiting.
            Err(problem) if problem.code == "limit-request-pending" => continue,
            Err(problem) => return Err(problem),
        };
        if sent.is_some() {
            send(session, number, sent)?;
        }
        if taken_back {
            withdraw(session, number, "The order was cancelled")?;
        }
    }
    Ok(())
}

fn of(buyer: &Exceeded, decide: Decide, from: Option<Day>, reason: &str) -> DecideRequest {
    DecideRequest {
        account: buyer.account.clone(),
        policy: buyer.policy.clone(),
        decide,
        from,
        reason: reason.to_owned(),
        reference: String::new(),
        seen: Some(buyer.seen.clone()),
        proposed_by: String::new(),
    }
}

/// The named main buyers above their sum, in the order of accounts.
fn exceeded(session: &mut Session, day: Day) -> Result<Vec<Exceeded>, Problem> {
    let request = BuyersRequest { as_of: day, known_at: None, policy: None, search: None, all: false };
    let mut found = Vec::new();
    buyers(session, &request, &mut |line| {
        let text = |name: &str| line[name].as_str().unwrap_or("").to_owned();
        let Some(currency) = Currency::parse(&text("currency")) else { return Ok(()) };
        let minor = |name: &str| parse_minor(&text(name), currency.exponent()).unwrap_or(0);
        let money = |minor: i64| format_minor(minor, currency.exponent());
        let (exposure, sum) = (minor("open"), minor("insured_sum"));
        if text("kind") == "named" && line["co_insured_under"].is_null() && sum > 0 && exposure > sum {
            found.push(Exceeded {
                account: format!("{}/{}/{}", text("account"), text("branch"), text("account_type")),
                policy: text("policy"),
                seen: Seen { exposure: text("open"), insured_sum: text("insured_sum") },
                excess: money(exposure.saturating_sub(sum)),
                twice: money(sum.saturating_mul(2)),
            });
        }
        Ok(())
    })?;
    Ok(found)
}
