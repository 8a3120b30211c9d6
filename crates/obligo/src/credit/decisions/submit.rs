//! A decision of somebody signed in: done at once, or proposed where a second person must agree.

use super::{Decide, DecideRequest, decide, payload_of};
use crate::access::User;
use crate::access::proposals::{Action, Submitted, submit};
use crate::access::roles::Permission;
use crate::session::Session;
use obligo_rules::problem::Problem;

/// Decides, or proposes an acceptance: a clerk's, one that the house lets two people make, or one the approval ladder gives to another person.
/// Errors: `role-missing`, `role-companies` (forbidden), those of [`decide`] and of proposing. Roles: manager; a clerk may propose an
/// acceptance.
pub fn submit_decision(
    session: &mut Session,
    user: &User,
    request: &DecideRequest,
) -> Result<Submitted, Problem> {
    if let Decide::Accept { .. } = request.decide {
        let payload = payload_of(request);
        return submit(session, user, Action::AcceptExcess, &payload, &request.reason);
    }
    if !user.may(Permission::Manage) {
        return Err(Problem::forbidden("role-missing"));
    }
    if user.companies.is_some() {
        return Err(Problem::forbidden("role-companies"));
    }
    decide(session, request).map(Submitted::Done)
}
