//! Who may accept an uninsured excess: whom the approval ladder of the credit policy names (R9.9), of those who may decide at all.

use super::{Decide, DecideRequest};
use crate::credit::authority::{asked_for, authority_of, shown};
use crate::credit::insured_buyer::{insured_buyer, positive_amount};
use crate::credit::payers::converted;
use crate::credit::policy::in_force;
use crate::session::Session;
use crate::snapshot::Snapshot;
use obligo_rules::approval::Authority;
use obligo_rules::calendar::Day;
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;

/// Whether the approval ladder lets this person accept an excess without a second one; other decisions it does not regulate. Errors:
/// `excess-above-ladder` (forbidden), those of finding the buyer and of the amount, `rate-missing`.
pub fn may_accept_alone(session: &mut Session, name: &str, request: &DecideRequest) -> Result<bool, Problem> {
    asked(session, name, request, |authority, _| match authority {
        Authority::Alone => Ok(true),
        Authority::WithAnother | Authority::NotEnough(_) | Authority::Nobody => Ok(false),
    })
}

/// Refuses an approval by somebody whom the ladder does not name for the amount. Errors: `excess-not-approver` (forbidden) and those of
/// [`may_accept_alone`].
pub fn require_approver(session: &mut Session, name: &str, request: &DecideRequest) -> Result<(), Problem> {
    asked(session, name, request, |authority, _| is_approver(authority))
}

/// Refuses an acceptance at the command line, where nobody else agrees. Errors: `excess-two-people` (forbidden) and those of
/// [`require_approver`].
pub fn require_alone(session: &mut Session, name: &str, request: &DecideRequest) -> Result<(), Problem> {
    asked(session, name, request, |authority, amount| match authority {
        Authority::WithAnother => Err(Problem::forbidden("excess-two-people").with("amount", amount)),
        other => is_approver(other),
    })
}

fn is_approver(authority: Authority<'_>) -> Result<(), Problem> {
    match authority {
        Authority::NotEnough(step) => {
            let (kind, approver) = asked_for(step);
            Err(Problem::forbidden("excess-not-approver").with("kind", kind).with("approver", approver))
        }
        Authority::Alone | Authority::WithAnother | Authority::Nobody => Ok(()),
    }
}

/// What the ladder says of somebody who accepts an excess, with the amount as messages show it.
fn asked<T>(
    session: &mut Session,
    name: &str,
    request: &DecideRequest,
    answer: impl Fn(Authority<'_>, &str) -> Result<T, Problem>,
) -> Result<T, Problem> {
    let today = session.today();
    session.read(|tx| {
        let policy = in_force(tx, today)?;
        let Some(amount) = amount_of(tx, &policy, today, request)?.filter(|_| !policy.approval.is_empty())
        else {
            return answer(Authority::Alone, "");
        };
        let shown = shown(&policy, amount);
        match authority_of(tx, &policy, amount, name)? {
            Authority::Nobody => Err(Problem::forbidden("excess-above-ladder").with("amount", shown)),
            authority => answer(authority, &shown),
        }
    })
}

/// What an acceptance asks for, minor units of the credit policy's currency; `None` for other decisions.
fn amount_of(
    tx: &Tx<'_>,
    policy: &CreditPolicy,
    today: Day,
    request: &DecideRequest,
) -> Result<Option<i64>, Problem> {
    let Decide::Accept { amount, .. } = &request.decide else { return Ok(None) };
    let buyer = insured_buyer(tx, today, &request.account, Some(&request.policy))?;
    let amount = positive_amount("amount", amount, buyer.currency)?;
    if policy.approval.is_empty() || policy.currency == buyer.currency {
        return Ok(Some(amount));
    }
    converted(&Snapshot::load(tx, AsOf::at(today))?, amount, buyer.currency, policy.currency).map(Some)
}
