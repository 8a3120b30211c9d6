//! Late facts (R8.6): what was recorded after a final run it should have been known to.

use obligo_rules::calendar::Day;
use obligo_rules::ledger::{BuyerCase, Cancellation};
use obligo_rules::limit::limit_first_positive;

/// The day a buyer's cover was withdrawn, if its sum is 0 now and was above 0 before.
#[must_use]
pub fn withdrawn_on(case: &BuyerCase) -> Option<Day> {
    if case.sum > 0 {
        return None;
    }
    match &case.cancellation {
        Cancellation::Unnamed { ended_on } => *ended_on,
        Cancellation::Named { decisions, declined_on } => {
            let first = limit_first_positive(decisions)?;
            let zero = case.decision.as_ref().filter(|d| d.counted_amount() == Some(0)).map(|d| d.valid_from);
            [zero, *declined_on].into_iter().flatten().filter(|day| *day >= first).min()
        }
    }
}
