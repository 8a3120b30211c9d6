//! Who may grant how much by the approval ladder of the credit policy (R9.9): one question for credit lines, accepted excesses and orders.

use obligo_rules::approval::{Approver, Authority, Decider, authority};
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::user_account::user_by_name;

/// Whether the person of this name may grant an amount, minor units of the policy's currency. Who is no user of the store, or may no longer
/// sign in, may grant nothing that the ladder regulates.
pub fn authority_of<'p>(
    tx: &Tx<'_>,
    policy: &'p CreditPolicy,
    amount: i64,
    name: &str,
) -> Result<Authority<'p>, Problem> {
    let user = user_by_name(tx, name)?.filter(|user| !user.disabled);
    let decider = user.as_ref().map(|user| Decider { name: &user.name, roles: &user.roles });
    Ok(authority(&policy.approval, amount, decider))
}

/// Who must approve, as messages tell it: the code of a role, or `user`, and the role or the name.
#[must_use]
pub fn asked_for(approver: &Approver) -> (&str, &str) {
    match approver {
        Approver::Role(role) => (role, role),
        Approver::User(name) => ("user", name),
    }
}

/// An amount of the policy with its currency, for messages.
#[must_use]
pub fn shown(policy: &CreditPolicy, amount: i64) -> String {
    format!("{} {}", policy.currency, format_minor(amount, policy.currency.exponent()))
}
