//! Whether the person who approves an amount may, by the ladder of the credit policy (R9.9).

use crate::credit::authority::{asked_for, authority_of, shown};
use obligo_rules::approval::Authority;
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::user_account::user_key;

/// Refuses an approver whom the ladder does not let approve this amount (minor units of the policy's currency), and one who recorded it
/// where two people are asked for. Errors (forbidden): `approval-above-ladder`, `approval-not-enough`, `approval-two-people`.
pub fn check_approval(
    tx: &Tx<'_>,
    policy: &CreditPolicy,
    amount: i64,
    (approver, recorded_by): (&str, &str),
) -> Result<(), Problem> {
    let refused = |code: &'static str| Problem::forbidden(code).with("amount", shown(policy, amount));
    match authority_of(tx, policy, amount, approver)? {
        Authority::Nobody => Err(refused("approval-above-ladder")),
        Authority::NotEnough(step) => {
            let (kind, needed) = asked_for(step);
            let problem = refused("approval-not-enough").with("approver", approver);
            Err(problem.with("kind", kind).with("needed", needed))
        }
        Authority::WithAnother if user_key(approver) == user_key(recorded_by) => {
            Err(refused("approval-two-people"))
        }
        Authority::WithAnother | Authority::Alone => Ok(()),
    }
}
