//! Who may grant how much by the approval ladder of the credit policy (R9.9): one question for credit lines, accepted excesses and orders.

use crate::access::roles::{Permission, allows, roles_of_codes};
use crate::session::Session;
use obligo_rules::approval::{Approver, Authority, Decider, authority};
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::user_account::{user_any, user_by_name};

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

/// Refuses whoever may not decide at the command line, where nobody signs in: once there are users, whoever acts must be one of them who may
/// manage and sees the whole group. A store without users is its owner's own. Errors: `role-missing`, `role-companies` (forbidden).
pub fn require_decider(session: &mut Session) -> Result<(), Problem> {
    let actor = session.actor.clone();
    session.read(|tx| {
        if !user_any(tx)? {
            return Ok(());
        }
        let user = user_by_name(tx, &actor)?.filter(|user| !user.disabled);
        let may_manage = |roles: &str| allows(&roles_of_codes(roles), Permission::Manage);
        match user.filter(|user| may_manage(&user.roles)) {
            None => Err(Problem::forbidden("role-missing")),
            Some(user) if user.companies.is_some() => Err(Problem::forbidden("role-companies")),
            Some(_) => Ok(()),
        }
    })
}
