//! Whether the person who approves an amount may, by the ladder of the credit policy (R9.9).

use obligo_rules::approval::{Approval, Approver, approval_of};
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::user_account::{user_by_name, user_key};

/// Refuses an approver whom the ladder does not let approve this amount (minor units of the policy's currency), and one who recorded it
/// where two people are asked for. Of somebody who is no user of the store no roles are known: the written name stands. Errors (forbidden):
/// `approval-above-ladder`, `approval-not-enough`, `approval-two-people`.
pub fn check_approval(
    tx: &Tx<'_>,
    policy: &CreditPolicy,
    amount: i64,
    (approver, recorded_by): (&str, &str),
) -> Result<(), Problem> {
    let shown = || format!("{} {}", policy.currency, format_minor(amount, policy.currency.exponent()));
    let step = match approval_of(&policy.approval, amount) {
        Approval::Unregulated => return Ok(()),
        Approval::Nobody => {
            return Err(Problem::forbidden("approval-above-ladder").with("amount", shown()));
        }
        Approval::Step(step) => step,
    };
    let not_enough = |needed: &str, kind: &str| {
        let problem = Problem::forbidden("approval-not-enough").with("approver", approver);
        Err(problem.with("amount", shown()).with("kind", kind).with("needed", needed))
    };
    match &step.approver {
        Approver::User(user) if user_key(user) != user_key(approver) => return not_enough(user, "user"),
        Approver::Role(role) => {
            let known = user_by_name(tx, approver)?;
            if known.is_some_and(|user| !user.roles.split_ascii_whitespace().any(|own| own == role)) {
                return not_enough(role, role);
            }
        }
        Approver::User(_) => {}
    }
    if step.two_people && user_key(approver) == user_key(recorded_by) {
        return Err(Problem::forbidden("approval-two-people").with("amount", shown()));
    }
    Ok(())
}
