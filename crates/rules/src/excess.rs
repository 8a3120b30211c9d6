//! What was decided about an exceeded insurance limit, and what of it counts on a day (R9.4).

use crate::calendar::Day;
use crate::codes::codes;

codes! {
    /// A decision on an exceeded insurance limit.
    ExcessDecisionKind {
        /// The buyer is blocked.
        Block = "block",
        /// A higher limit is requested of the insurer.
        RequestMore = "request_more",
        /// The uninsured excess is accepted, up to an amount, until a day.
        Accept = "accept",
        /// An acceptance is taken back.
        Withdraw = "withdraw",
    }
}

codes! {
    /// How a decision stands on a day.
    ExcessDecisionState {
        /// An acceptance that counts.
        Running = "running",
        /// It begins on a later day.
        Ahead = "ahead",
        /// An acceptance whose last day has passed.
        Ended = "ended",
        /// A later acceptance or a block took its place.
        Superseded = "superseded",
        /// It was taken back.
        Withdrawn = "withdrawn",
        /// A decision that is done once it is recorded: a block, a request, a withdrawal.
        Recorded = "recorded",
    }
}

/// One recorded decision of a buyer under one policy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExcessDecision {
    /// The store's number; a later recorded decision has the higher one.
    pub id: i64,
    /// What was decided.
    pub kind: ExcessDecisionKind,
    /// Accepted excess over the insured sum, or requested sum; minor units.
    pub amount: Option<i64>,
    /// First day.
    pub from: Day,
    /// Last day of an acceptance, itself included.
    pub until: Option<Day>,
}

impl ExcessDecision {
    /// Whether it takes the place of the acceptances before it. Asking for more does not: the excess stays accepted meanwhile.
    fn replaces(&self) -> bool {
        self.kind != ExcessDecisionKind::RequestMore
    }
}

/// The acceptance that counts on a day (R9.4): of the acceptances, blocks and withdrawals begun by then the last recorded one, if it is an
/// acceptance and has not ended. An acceptance that was replaced does not come back. `decisions` are those of one buyer and policy.
#[must_use]
pub fn acceptance_at(decisions: &[ExcessDecision], day: Day) -> Option<&ExcessDecision> {
    let begun = decisions.iter().filter(|decision| decision.replaces() && decision.from <= day);
    begun
        .max_by_key(|decision| decision.id)
        .filter(|last| last.kind == ExcessDecisionKind::Accept && last.until.is_none_or(|until| until >= day))
}

/// The accepted excess that counts on a day, minor units, at least 0.
#[must_use]
pub fn accepted_excess(decisions: &[ExcessDecision], day: Day) -> i64 {
    acceptance_at(decisions, day).and_then(|decision| decision.amount).unwrap_or(0).max(0)
}

/// How a decision among those of its buyer and policy stands on a day.
#[must_use]
pub fn excess_decision_state(
    decisions: &[ExcessDecision],
    decision: &ExcessDecision,
    day: Day,
) -> ExcessDecisionState {
    if decision.from > day {
        return ExcessDecisionState::Ahead;
    }
    if decision.kind != ExcessDecisionKind::Accept {
        return ExcessDecisionState::Recorded;
    }
    if decision.until.is_some_and(|until| until < day) {
        let replaced = replacement(decisions, decision, decision.until.unwrap_or(day));
        return replaced.unwrap_or(ExcessDecisionState::Ended);
    }
    replacement(decisions, decision, day).unwrap_or(ExcessDecisionState::Running)
}

/// What became of an acceptance by a day, if a later decision took its place.
fn replacement(
    decisions: &[ExcessDecision],
    decision: &ExcessDecision,
    day: Day,
) -> Option<ExcessDecisionState> {
    let later = |other: &&ExcessDecision| other.replaces() && other.id > decision.id && other.from <= day;
    let first = decisions.iter().filter(later).min_by_key(|other| (other.from, other.id))?;
    Some(match first.kind {
        ExcessDecisionKind::Withdraw => ExcessDecisionState::Withdrawn,
        _ => ExcessDecisionState::Superseded,
    })
}

#[cfg(test)]
mod tests {
    use super::ExcessDecisionKind::{Accept, Block, RequestMore, Withdraw};
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    fn decision(id: i64, kind: ExcessDecisionKind, amount: i64, from: &str, until: &str) -> ExcessDecision {
        ExcessDecision { id, kind, amount: Some(amount), from: day(from), until: Day::parse_iso(until) }
    }

    #[test]
    fn r9_4_an_accepted_excess_counts_until_its_last_day_and_not_the_day_after() {
        let accepted = [decision(1, Accept, 5_000, "2024-03-01", "2024-03-31")];
        for (on, counts, state) in [
            ("2024-02-29", 0, "ahead"),
            ("2024-03-01", 5_000, "running"),
            ("2024-03-31", 5_000, "running"),
            ("2024-04-01", 0, "ended"),
        ] {
            assert_eq!(accepted_excess(&accepted, day(on)), counts, "{on}");
            assert_eq!(excess_decision_state(&accepted, &accepted[0], day(on)).code(), state, "{on}");
        }
    }

    #[test]
    fn r9_4_of_several_decisions_the_last_recorded_one_that_has_begun_counts() {
        let first = decision(1, Accept, 5_000, "2024-03-01", "2024-12-31");
        // what follows, the day, what counts then, how the first stands
        for (second, on, counts, state) in [
            (decision(2, Accept, 900, "2024-06-01", "2024-06-30"), "2024-05-31", 5_000, "running"),
            (decision(2, Accept, 900, "2024-06-01", "2024-06-30"), "2024-06-01", 900, "superseded"),
            (decision(2, Accept, 900, "2024-06-01", "2024-06-30"), "2024-07-01", 0, "superseded"),
            (decision(2, Block, 0, "2024-06-01", ""), "2024-06-01", 0, "superseded"),
            (decision(2, RequestMore, 99_000, "2024-06-01", ""), "2024-06-01", 5_000, "running"),
            (decision(2, Withdraw, 0, "2024-06-01", ""), "2024-05-31", 5_000, "running"),
            (decision(2, Withdraw, 0, "2024-06-01", ""), "2024-06-01", 0, "withdrawn"),
            (decision(2, Withdraw, 0, "2025-02-01", ""), "2025-03-01", 0, "ended"),
        ] {
            let all = [first, second];
            assert_eq!(accepted_excess(&all, day(on)), counts, "{second:?} on {on}");
            let reversed = [second, first];
            assert_eq!(accepted_excess(&reversed, day(on)), counts, "order {second:?} on {on}");
            assert_eq!(excess_decision_state(&all, &first, day(on)).code(), state, "{second:?} on {on}");
        }
    }

    #[test]
    fn r9_4_what_is_no_amount_counts_as_nothing() {
        let odd = decision(1, Accept, -5, "2024-03-01", "2024-03-31");
        assert_eq!(accepted_excess(&[odd], day("2024-03-02")), 0);
        assert_eq!(accepted_excess(&[ExcessDecision { amount: None, ..odd }], day("2024-03-02")), 0);
        assert_eq!(accepted_excess(&[], day("2024-03-02")), 0);
        let blocked = decision(2, Block, 0, "2024-03-01", "");
        assert_eq!(excess_decision_state(&[blocked], &blocked, day("2024-03-02")).code(), "recorded");
    }
}
