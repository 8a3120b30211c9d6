//! Who may accept an uninsured excess: managers, and of these whom the approval ladder of the credit policy names (R9.9).

use super::{Decide, DecideRequest};
use crate::access::User;
use crate::credit::insured_buyer::{insured_buyer, positive_amount};
use crate::credit::payers::converted;
use crate::credit::policy::in_force;
use crate::session::Session;
use crate::snapshot::Snapshot;
use obligo_rules::approval::{Approval, Approver, approval_of};
use obligo_rules::calendar::Day;
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::user_account::user_key;

/// Role codes that every manager fills.
const BELOW_MANAGER: [&str; 2] = ["viewer", "clerk"];

/// What the ladder asks for before an amount is accepted.
struct Authority {
    /// What must approve, for messages: a role's code, or `user`.
    kind: String,
    /// Who must approve, for messages; empty for any manager.
    approver: String,
    /// Whether this person may.
    is_approver: bool,
    /// Whether a second person must agree.
    two_people: bool,
}

impl Authority {
    fn of_any_manager() -> Authority {
        Authority { kind: String::new(), approver: String::new(), is_approver: true, two_people: false }
    }
}

/// Whether the approval ladder lets this manager accept an excess without a second person. Errors: `excess-above-ladder` (forbidden), those
/// of finding the buyer and of the amount, `rate-missing`.
pub fn may_accept_alone(
    session: &mut Session,
    user: &User,
    request: &DecideRequest,
) -> Result<bool, Problem> {
    let today = session.today();
    let asked = session.read(|tx| authority(tx, today, user, request))?;
    Ok(asked.is_approver && !asked.two_people)
}

/// Refuses an approval by somebody whom the ladder does not name for the amount. Errors: `excess-not-approver` (forbidden) and those of
/// [`may_accept_alone`].
pub fn require_approver(session: &mut Session, user: &User, request: &DecideRequest) -> Result<(), Problem> {
    let today = session.today();
    let asked = session.read(|tx| authority(tx, today, user, request))?;
    if asked.is_approver {
        return Ok(());
    }
    Err(Problem::forbidden("excess-not-approver").with("kind", asked.kind).with("approver", asked.approver))
}

/// What the ladder of the credit policy asks of somebody who accepts an excess.
fn authority(tx: &Tx<'_>, today: Day, user: &User, request: &DecideRequest) -> Result<Authority, Problem> {
    let Decide::Accept { amount, .. } = &request.decide else {
        return Ok(Authority::of_any_manager());
    };
    let buyer = insured_buyer(tx, today, &request.account, Some(&request.policy))?;
    let amount = positive_amount("amount", amount, buyer.currency)?;
    let policy = in_force(tx, today)?;
    let amount = if policy.approval.is_empty() || policy.currency == buyer.currency {
        amount
    } else {
        converted(&Snapshot::load(tx, AsOf::at(today))?, amount, buyer.currency, policy.currency)?
    };
    match approval_of(&policy.approval, amount) {
        Approval::Unregulated => Ok(Authority::of_any_manager()),
        Approval::Nobody => Err(Problem::forbidden("excess-above-ladder")
            .with("amount", format_minor(amount, policy.currency.exponent()))
            .with("currency", policy.currency.code())),
        Approval::Step(step) => {
            let (kind, approver, is_approver) = match &step.approver {
                Approver::Role(code) => {
                    let has_role = user.roles.iter().any(|role| role.code() == code);
                    (code.as_str(), code, has_role || BELOW_MANAGER.contains(&code.as_str()))
                }
                Approver::User(name) => ("user", name, user_key(name) == user_key(&user.name)),
            };
            Ok(Authority {
                kind: kind.to_owned(),
                approver: approver.clone(),
                is_approver,
                two_people: step.two_people,
            })
        }
    }
}
