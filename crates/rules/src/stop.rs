//! Stop of cover: new receivables uncovered (R6).

use crate::calendar::Day;
use crate::item::{Insurance, Item};
use crate::policy::{Policy, Reinstatement, UncoveredFrom};

/// Something that stops cover for items dated after `from`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stopper {
    /// Items dated after this day are blocked.
    pub from: Day,
    /// When what it hangs on was settled; `None` = still open.
    pub settled_on: Option<Day>,
}

impl Stopper {
    /// Whether it still stops cover at `key_date` (R6.3, R6.4). `reinstatements` are the insurer's confirmations.
    #[must_use]
    pub fn is_active(&self, policy: &Policy, reinstatements: &[Day], key_date: Day) -> bool {
        let settled = self.settled_on.filter(|day| *day <= key_date);
        match (policy.stop.reinstatement, settled) {
            (_, None) => true,
            (Reinstatement::OnSettlement, Some(_)) => false,
            (Reinstatement::OnConfirmation, Some(day)) => {
                !reinstatements.iter().any(|confirmed| *confirmed >= day && *confirmed <= key_date)
            }
        }
    }
}

/// The date a flagged item stops cover from (R6.2): its exclusion date or its maximum payment term date; the net due date while
/// neither is fixed, for a flag set by hand.
#[must_use]
pub fn stop_date(policy: &Policy, insurance: &Insurance, net_due_date: Day) -> Day {
    let date = match policy.stop.uncovered_from {
        UncoveredFrom::Exclusion => insurance.deadlines.exclusion_date,
        UncoveredFrom::MaxTerm => insurance.deadlines.max_term_date,
    };
    date.unwrap_or(net_due_date)
}

/// The buyer's *uncovered from* date (R6.2): the earliest of what stops cover at `key_date`.
#[must_use]
pub fn uncovered_from(
    policy: &Policy,
    stoppers: &[Stopper],
    reinstatements: &[Day],
    key_date: Day,
) -> Option<Day> {
    stoppers.iter().filter(|s| s.is_active(policy, reinstatements, key_date)).map(|s| s.from).min()
}

/// Whether the item is blocked (R6.2): dated after the buyer's *uncovered from* date.
#[must_use]
pub fn is_blocked(item: &Item, uncovered_from: Option<Day>) -> bool {
    uncovered_from.is_some_and(|day| item.document_date > day)
}
