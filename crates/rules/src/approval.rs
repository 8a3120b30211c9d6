//! The approval ladder (R9.9): who may grant how much.

/// Who approves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Approver {
    /// Anybody with this role, by its code.
    Role(String),
    /// This person, by the name they sign in with.
    User(String),
}

/// One rung of the ladder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ApprovalStep {
    /// Up to this amount, inclusive, minor units of the policy's currency; `None`: without limit.
    pub up_to: Option<i64>,
    /// Who approves.
    pub approver: Approver,
    /// Whether a second person must agree.
    pub two_people: bool,
}

/// Who must approve an amount.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Approval<'s> {
    /// The policy has no ladder: whoever may decide at all.
    Unregulated,
    /// The step of the ladder.
    Step(&'s ApprovalStep),
    /// The amount is above the last step: nobody.
    Nobody,
}

/// Who must approve an amount: the lowest step that reaches it.
#[must_use]
pub fn approval_of(ladder: &[ApprovalStep], amount: i64) -> Approval<'_> {
    let reaching = ladder.iter().filter(|step| step.up_to.is_none_or(|up_to| amount <= up_to));
    match reaching.min_by_key(|step| step.up_to.unwrap_or(i64::MAX)) {
        Some(step) => Approval::Step(step),
        None if ladder.is_empty() => Approval::Unregulated,
        None => Approval::Nobody,
    }
}

/// Somebody who is a user and may sign in, as far as the ladder asks.
#[derive(Clone, Copy, Debug)]
pub struct Decider<'u> {
    /// The name they sign in with; upper and lower case are one.
    pub name: &'u str,
    /// Codes of their roles, separated by blanks.
    pub roles: &'u str,
}

/// Whether somebody may grant an amount.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Authority<'s> {
    /// They may, alone.
    Alone,
    /// They may, and a second person must agree.
    WithAnother,
    /// Somebody else must.
    NotEnough(&'s Approver),
    /// The amount is above the last step: nobody may.
    Nobody,
}

/// Roles that decide, the lowest first: a higher one fills the step of a lower one.
const RANKS: [&str; 3] = ["viewer", "clerk", "manager"];

/// Whether somebody may grant an amount, in minor units of the policy's currency. Who is no user (`None`) may grant nothing that the ladder
/// regulates. The step of a role is met by the role itself or a higher one of viewer, clerk, manager; the other roles decide nothing and stand
/// only for themselves. The step of a person is met by that person alone.
#[must_use]
pub fn authority<'s>(ladder: &'s [ApprovalStep], amount: i64, decider: Option<Decider<'_>>) -> Authority<'s> {
    let step = match approval_of(ladder, amount) {
        Approval::Unregulated => return Authority::Alone,
        Approval::Nobody => return Authority::Nobody,
        Approval::Step(step) => step,
    };
    let is_met = decider.is_some_and(|decider| match &step.approver {
        Approver::User(name) => key(name) == key(decider.name),
        Approver::Role(role) => decider.roles.split_whitespace().any(|own| fills(own, role)),
    });
    match (is_met, step.two_people) {
        (false, _) => Authority::NotEnough(&step.approver),
        (true, false) => Authority::Alone,
        (true, true) => Authority::WithAnother,
    }
}

fn fills(own: &str, asked: &str) -> bool {
    let rank = |role: &str| RANKS.iter().position(|rank| *rank == role);
    own == asked || matches!((rank(own), rank(asked)), (Some(own), Some(asked)) if own > asked)
}

fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r9_9_a_step_is_met_by_its_role_or_a_higher_one_and_by_users_only() {
        let ladder = [
            step(Some(100), "clerk"),
            step(Some(200), "manager"),
            ApprovalStep { two_people: true, ..step(Some(300), "manager") },
            step(Some(400), "administrator"),
            ApprovalStep { up_to: Some(500), approver: Approver::User("Nora".to_owned()), two_people: false },
        ];
        // amount; name and roles of who decides, no name: no user; whether they may
        for (amount, name, roles, expected) in [
            (100, "ann", "clerk", "alone"),
            (100, "ann", "manager", "alone"),
            (100, "ann", "viewer runner manager", "alone"),
            (100, "ann", "viewer", "clerk"),
            (100, "ann", "runner auditor administrator", "clerk"),
            (100, "ann", "", "clerk"),
            (100, "", "", "clerk"),
            (200, "ann", "clerk", "manager"),
            (200, "ann", "clerk manager", "alone"),
            (300, "ann", "manager", "with another"),
            (300, "ann", "clerk", "manager"),
            (400, "ann", "manager", "administrator"),
            (400, "ann", "administrator", "alone"),
            (500, "nora ", "", "alone"),
            (500, "ann", "manager administrator", "Nora"),
            (500, "", "", "Nora"),
            (501, "nora", "manager", "nobody"),
            (501, "", "", "nobody"),
        ] {
            let decider = (!name.is_empty()).then_some(Decider { name, roles });
            let found = match authority(&ladder, amount, decider) {
                Authority::Alone => "alone",
                Authority::WithAnother => "with another",
                Authority::NotEnough(Approver::Role(asked) | Approver::User(asked)) => asked,
                Authority::Nobody => "nobody",
            };
            assert_eq!(found, expected, "{amount} by {name} as {roles}");
        }
        assert_eq!(authority(&[], i64::MAX, None), Authority::Alone, "without a ladder nothing is asked");
    }

    fn step(up_to: Option<i64>, role: &str) -> ApprovalStep {
        ApprovalStep { up_to, approver: Approver::Role(role.to_owned()), two_people: false }
    }

    fn role(ladder: &[ApprovalStep], amount: i64) -> Option<&str> {
        match approval_of(ladder, amount) {
            Approval::Step(ApprovalStep { approver: Approver::Role(role), .. }) => Some(role),
            Approval::Step(_) => None,
            Approval::Unregulated => Some("anybody"),
            Approval::Nobody => Some("nobody"),
        }
    }

    #[test]
    fn r9_9_the_lowest_step_that_reaches_the_amount_approves() {
        let ladder = [step(Some(10_000), "clerk"), step(Some(50_000), "manager")];
        let open = [step(None, "administrator"), step(Some(10_000), "clerk")];
        for (ladder, amount, expected) in [
            (&ladder[..], -1, "clerk"),
            (&ladder, 10_000, "clerk"),
            (&ladder, 10_001, "manager"),
            (&ladder, 50_001, "nobody"),
            (&open, 10_000, "clerk"),
            (&open, i64::MAX, "administrator"),
            (&[], 1, "anybody"),
        ] {
            assert_eq!(role(ladder, amount), Some(expected), "{amount}");
        }
    }
}
