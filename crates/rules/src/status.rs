//! Insurance status of an item (R4): one outcome, in one order of tests.

use crate::calendar::Day;
use crate::codes::{InsuranceStatus, ItemKind};
use crate::deadline::{deadlines_catch_up, deadlines_of, max_term};
use crate::item::{Insurance, Item};
use crate::ledger::{Account, BuyerCase, Cancellation};
use crate::limit::limit_is_zero;
use crate::policy::{CancelledBy, Policy};
use crate::reason::StatusReason;

/// Examines an item as a run does (R4.1, R4.2) and fixes its dates if they are not (R3.9). Returns the insurance data after;
/// unchanged where runs do not examine, or the buyer has no cover.
#[must_use]
pub fn examine(
    policy: &Policy,
    policy_number: u16,
    case: &BuyerCase,
    account: &Account,
    item: &Item,
) -> Insurance {
    let mut after = item.insurance;
    if !case.covered || !account.covered {
        return after;
    }
    // Also for an item whose status a person set before any run met it (R7.2).
    if after.deadlines.max_term_date.is_some() {
        deadlines_catch_up(policy, item.net_due_date, &item.events, &mut after.deadlines);
    } else {
        let term = max_term(policy, case.decision.as_ref(), item.kind, item.is_value_dated());
        after.deadlines = deadlines_of(policy, term, item);
    }
    if !item.insurance.status.is_examined_by_runs() {
        after.policy = policy_number;
        return after;
    }
    let max_term_date = after.deadlines.max_term_date.unwrap_or(Day::LAST);
    let (status, reason) = status_of(policy, case, account, item, max_term_date);
    (after.status, after.status_reason) = (status, reason);
    if status != InsuranceStatus::Unexamined {
        after.policy = policy_number;
    }
    after
}

/// The ladder of R4.2 for an examined item of a covered buyer.
fn status_of(
    policy: &Policy,
    case: &BuyerCase,
    account: &Account,
    item: &Item,
    max_term_date: Day,
) -> (InsuranceStatus, StatusReason) {
    let unchanged = item.insurance.status;
    if item.kind == ItemKind::Bill {
        return (InsuranceStatus::Manual, StatusReason::Bill);
    }
    if item.secured {
        return (InsuranceStatus::Secured, StatusReason::SecuredTerms);
    }
    if let Some(reason) = account.excluded {
        return (InsuranceStatus::Excluded, reason);
    }
    if item.disputed && policy.cover.exclude_disputed {
        return (InsuranceStatus::Excluded, StatusReason::Disputed);
    }
    if item.is_debit() && item.net_due_date > max_term_date {
        return (InsuranceStatus::TermExceeded, StatusReason::DueAfterMaxTerm);
    }
    if case.sum > 0 {
        return match predates(policy, case, item) {
            Some(reason) => (InsuranceStatus::Predates, reason),
            None => (InsuranceStatus::Insurable, StatusReason::WithinTerm),
        };
    }
    if is_cancelled(policy, case, item) {
        let status =
            if item.is_debit() { InsuranceStatus::CancelledDebit } else { InsuranceStatus::CancelledCredit };
        return (status, StatusReason::AfterCancellation);
    }
    let zero_decision = matches!(case.cancellation, Cancellation::Named { .. }) && case.decision.is_some();
    if item.is_debit() && zero_decision {
        return (InsuranceStatus::ZeroLimit, StatusReason::ZeroDecision);
    }
    (unchanged, StatusReason::NoSum)
}

/// Why the item predates cover and is not admitted (R4.4); `None` = admitted.
fn predates(policy: &Policy, case: &BuyerCase, item: &Item) -> Option<StatusReason> {
    let admitted = |start: Day, months: Option<u16>| {
        months.is_some_and(|months| item.document_date >= start.plus_months(-i32::from(months)))
    };
    if item.insurance.status == InsuranceStatus::ZeroLimit {
        return None;
    }
    if item.document_date < policy.valid_from {
        let ok = admitted(policy.valid_from, policy.existing.max_age_months_at_start);
        return (!ok).then_some(StatusReason::PredatesPolicy);
    }
    match case.start {
        Some(start) if item.document_date < start => {
            let ok = admitted(start, policy.existing.max_age_months_new_buyer);
            (!ok).then_some(StatusReason::PredatesBuyer)
        }
        _ => None,
    }
}

/// Whether earlier cover had been cancelled on or before the item's date (R4.3). The sum at the key date is 0.
fn is_cancelled(policy: &Policy, case: &BuyerCase, item: &Item) -> bool {
    let date = match policy.status.cancelled_by {
        CancelledBy::Document => item.document_date,
        CancelledBy::Posting => item.posting_date,
    };
    match &case.cancellation {
        Cancellation::Named { decisions, declined_on } => {
            let had_begun = decisions.iter().any(|d| {
                !d.top_up && d.valid_from <= date && d.counted_amount().is_some_and(|amount| amount > 0)
            });
            had_begun && limit_is_zero(decisions, *declined_on, date)
        }
        Cancellation::Unnamed { ended_on } => ended_on.is_some_and(|day| day <= date),
    }
}
