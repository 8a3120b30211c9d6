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

#[cfg(test)]
mod tests {
    use super::*;

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
