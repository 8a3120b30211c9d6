//! Who may release an order: the approval ladder of the credit policy, where it has one (R9.9, FR-11).

use super::figures::in_currency;
use crate::credit::authority::{asked_for, authority_of, shown};
use crate::credit::policy::in_force;
use crate::snapshot::Snapshot;
use obligo_rules::approval::Authority;
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::order::OrderRow;
use obligo_store::order_state::order_state_of;

/// Refuses somebody whom the credit policy does not let release an order of this amount; with two people asked for, also whoever took the
/// order. Errors: `order-release-authority`, `order-release-same-person` (forbidden), `rate-missing`, those of reading the policy.
pub fn check(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    today: Day,
    actor: &str,
    order: &OrderRow,
) -> Result<(), Problem> {
    let policy = in_force(tx, today)?;
    if policy.approval.is_empty() {
        return Ok(());
    }
    let from = Currency::parse(&order.currency).unwrap_or(policy.currency);
    let amount = in_currency(snapshot, order.amount, from, policy.currency)?;
    let refused = |kind: &str, who: &str| {
        let problem = Problem::forbidden("order-release-authority").with("order", &order.order_no);
        Err(problem.with("amount", shown(&policy, amount)).with("kind", kind).with("who", who))
    };
    match authority_of(tx, &policy, amount, actor)? {
        Authority::Nobody => refused("nobody", ""),
        Authority::NotEnough(step) => {
            let (kind, who) = asked_for(step);
            refused(kind, who)
        }
        Authority::WithAnother
            if order_state_of(tx, order.order_id)?.last().is_some_and(|last| last.set_by == actor) =>
        {
            Err(Problem::forbidden("order-release-same-person").with("order", &order.order_no))
        }
        Authority::WithAnother | Authority::Alone => Ok(()),
    }
}
