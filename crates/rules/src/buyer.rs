//! A buyer under a policy at a key date: cover, sum, start, cancellation, stop of cover, put together for a run.

use crate::calendar::Day;
use crate::codes::{BuyerKind, Category, CoverKind};
use crate::cover::{Cover, cover_at, cover_last_under};
use crate::evidence::{Evidence, unnamed_sum};
use crate::ledger::{BuyerCase, Cancellation};
use crate::limit::{LimitDecision, limit_first_positive, limit_in_force, top_up_in_force};
use crate::money::Currency;
use crate::policy::{Policy, StopEvent};
use crate::problem::Problem;
use crate::reason::StatusReason;
use crate::stop::{Stopper, uncovered_from};

/// Everything recorded of a main buyer that its case needs.
#[derive(Clone, Debug, Default)]
pub struct BuyerHistory {
    /// The store's number.
    pub buyer_id: i64,
    /// ISO 3166 country.
    pub country: String,
    /// Covers in recorded order.
    pub covers: Vec<Cover>,
    /// Decisions under the policy in recorded order.
    pub decisions: Vec<LimitDecision>,
    /// Evidence in recorded order.
    pub evidence: Vec<Evidence>,
    /// What stops cover: flagged items and events (R6).
    pub stoppers: Vec<Stopper>,
    /// The insurer's confirmations that it covers again.
    pub reinstatements: Vec<Day>,
}

/// Why a buyer's items are excluded, if the policy does not cover its category or the account's country (R4.2 `E`).
#[must_use]
pub fn buyer_excluded(policy: &Policy, category: Category, country: &str) -> Option<StatusReason> {
    let countries = &policy.cover.countries;
    if policy.cover.exclude.contains(&category) {
        Some(StatusReason::CategoryExcluded)
    } else if !countries.is_empty() && !countries.iter().any(|covered| covered == country) {
        Some(StatusReason::CountryExcluded)
    } else {
        None
    }
}

/// The case of a main buyer at `key_date`, or `None` if it never had named or unnamed cover under the policy by then. `convert` turns an amount of
/// another currency into the policy's at the key date's rate (R0.7); its problem is handed on.
pub fn buyer_case(
    policy: &Policy,
    policy_number: u16,
    history: &BuyerHistory,
    key_date: Day,
    convert: &dyn Fn(i64, Currency) -> Result<i64, Problem>,
) -> Result<Option<BuyerCase>, Problem> {
    let current = cover_at(&history.covers, key_date).filter(|c| c.policy == Some(policy_number));
    let Some(cover) = current.or_else(|| cover_last_under(&history.covers, policy_number, key_date)) else {
        return Ok(None);
    };
    let covered = current.is_some();
    let kind = match cover.kind {
        CoverKind::Named => BuyerKind::Named,
        CoverKind::Unnamed => BuyerKind::Unnamed,
        CoverKind::CoInsured | CoverKind::None => return Ok(None),
    };
    let mut stoppers = history.stoppers.clone();
    let mut case = match kind {
        BuyerKind::Named => named_case(policy, history, cover, covered, key_date, convert, &mut stoppers)?,
        BuyerKind::Unnamed => unnamed_case(policy, history, cover, covered, key_date, &mut stoppers),
    };
    case.uncovered_from = uncovered_from(policy, &stoppers, &history.reinstatements, key_date);
    Ok(Some(case))
}

fn named_case(
    policy: &Policy,
    history: &BuyerHistory,
    cover: &Cover,
    covered: bool,
    key_date: Day,
    convert: &dyn Fn(i64, Currency) -> Result<i64, Problem>,
    stoppers: &mut Vec<Stopper>,
) -> Result<BuyerCase, Problem> {
    let decision = limit_in_force(&history.decisions, key_date);
    let declined = cover.declined_on.filter(|day| *day <= key_date);
    let convert_positive = |decision: Option<&LimitDecision>| match decision {
        Some(d) => match d.counted_amount() {
            Some(amount) if amount > 0 => convert(amount, d.currency),
            _ => Ok(0),
        },
        None => Ok(0),
    };
    let primary = if covered && declined.is_none() { convert_positive(decision)? } else { 0 };
    // Top-up cover lasts as long as the primary does (R2.6).
    let top_up =
        if primary > 0 { convert_positive(top_up_in_force(&history.decisions, key_date))? } else { 0 };
    let sum = primary.saturating_add(top_up);
    if sum == 0 {
        let zero_from = decision.filter(|d| d.counted_amount() == Some(0)).map(|d| d.valid_from);
        let withdrawn_on = [declined, zero_from].into_iter().flatten().min();
        stop_by_withdrawal(policy, withdrawn_on, stoppers);
    }
    Ok(BuyerCase {
        buyer_id: history.buyer_id,
        kind: BuyerKind::Named,
        covered,
        sum,
        decision: decision.cloned(),
        start: limit_first_positive(&history.decisions),
        cancellation: Cancellation::Named {
            decisions: history.decisions.clone(),
            declined_on: cover.declined_on,
        },
        uncovered_from: None,
        caps: Vec::new(),
    })
}

fn unnamed_case(
    policy: &Policy,
    history: &BuyerHistory,
    cover: &Cover,
    covered: bool,
    key_date: Day,
    stoppers: &mut Vec<Stopper>,
) -> BuyerCase {
    let unit = 10i64.pow(policy.currency.exponent());
    let bounds = cover.unnamed_bounds();
    let sum_at =
        |date: Day| unnamed_sum(&policy.unnamed, &bounds, &history.evidence, &history.country, unit, date);
    let ended_on = bounds.ended_on(unit).filter(|day| *day <= key_date);
    stop_by_withdrawal(policy, ended_on, stoppers);
    BuyerCase {
        buyer_id: history.buyer_id,
        kind: BuyerKind::Unnamed,
        covered,
        sum: if covered { sum_at(key_date) } else { 0 },
        decision: None,
        start: Some(cover.valid_from),
        cancellation: Cancellation::Unnamed {
            ended_on: ended_on.filter(|day| sum_at(day.plus_days(-1)) > 0),
        },
        uncovered_from: None,
        caps: Vec::new(),
    }
}

fn stop_by_withdrawal(policy: &Policy, withdrawn_on: Option<Day>, stoppers: &mut Vec<Stopper>) {
    if policy.stop.events.contains(&StopEvent::Withdrawal)
        && let Some(from) = withdrawn_on
    {
        stoppers.push(Stopper { from, settled_on: None });
    }
}
