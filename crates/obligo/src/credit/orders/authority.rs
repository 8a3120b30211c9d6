//! Who may release an order: the approval ladder of the credit policy, where it has one (R9.9, FR-11).

use super::figures::in_currency;
use crate::access::roles::{Role, roles_of_codes};
use crate::credit::policy::in_force;
use crate::snapshot::Snapshot;
use obligo_rules::approval::{Approval, ApprovalStep, Approver, approval_of};
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::order::OrderRow;
use obligo_store::order_state::order_state_of;
use obligo_store::user_account::{user_by_name, user_key};

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
    let shown = format!("{} {}", policy.currency, format_minor(amount, policy.currency.exponent()));
    let refused = |kind: &str, who: &str| {
        let problem = Problem::forbidden("order-release-authority").with("order", &order.order_no);
        Err(problem.with("amount", &shown).with("kind", kind).with("who", who))
    };
    let step: &ApprovalStep = match approval_of(&policy.approval, amount) {
        Approval::Unregulated => return Ok(()),
        Approval::Nobody => return refused("nobody", ""),
        Approval::Step(step) => step,
    };
    let user = user_by_name(tx, actor)?;
    match &step.approver {
        Approver::User(name) if user.as_ref().is_some_and(|user| user_key(&user.name) == user_key(name)) => {}
        // Whoever may release at all is a manager, and a manager may what a clerk may.
        Approver::Role(role)
            if user.as_ref().is_some_and(|user| {
                let own = roles_of_codes(&user.roles);
                let is_enough =
                    |one: &Role| one.code() == role || (*one == Role::Manager && role == Role::Clerk.code());
                !user.disabled && own.iter().any(is_enough)
            }) => {}
        Approver::User(name) => return refused("user", name),
        Approver::Role(role) => return refused(role, role),
    }
    if step.two_people && order_state_of(tx, order.order_id)?.last().is_some_and(|last| last.set_by == actor)
    {
        return Err(Problem::forbidden("order-release-same-person").with("order", &order.order_no));
    }
    Ok(())
}
