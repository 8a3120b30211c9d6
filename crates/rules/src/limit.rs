//! Limit decisions of named buyers (R2.1, R2.2).

use crate::calendar::Day;
use crate::money::Currency;
use rust_decimal::Decimal;

/// The insurer's answer to a limit request, or the request itself while unanswered (R2.1).
#[derive(Clone, PartialEq, Debug)]
pub struct LimitDecision {
    /// The store's number; a later recorded decision has the higher one.
    pub id: i64,
    /// First day it is in force.
    pub valid_from: Day,
    /// Last day of a temporary decision.
    pub valid_until: Option<Day>,
    /// Decided amount, minor units of `currency`; `None` = only requested. A requested amount is never cover.
    pub amount: Option<i64>,
    /// Currency of the amount; converted at the key date's rate (R0.7).
    pub currency: Currency,
    /// UN/EDIFACT 4507; 0 = empty.
    pub response: u8,
    /// A conditional decision counts only when its conditions are marked met.
    pub conditions_met: bool,
    /// Deviating maximum payment term for receivables, months.
    pub max_term_months: Option<u16>,
    /// The same for value-dated receivables.
    pub max_term_months_value_dated: Option<u16>,
    /// The same for bills.
    pub max_term_months_bills: Option<u16>,
    /// Deviating insured percentage.
    pub insured_percent: Option<Decimal>,
    /// Top-up cover: adds to the primary sum while that is in force (R2.6).
    pub top_up: bool,
}

impl LimitDecision {
    /// The amount if the decision counts (R2.2): approved 2, partly approved 5, reduced 9, conditional 4 when its conditions are met; not
    /// approved 3 and cancelled 8 as zero; an empty response with an amount as approved.
    #[must_use]
    pub fn counted_amount(&self) -> Option<i64> {
        match self.response {
            0 | 2 | 5 | 9 => self.amount,
            4 if self.conditions_met => self.amount,
            3 | 8 => Some(0),
            _ => None,
        }
    }
}

/// The decision in force at `key_date` (R2.2): of those that count, began, and have not ended, the one that began last; at equal
/// beginnings the later recorded. `decisions` in recorded order.
#[must_use]
pub fn limit_in_force(decisions: &[LimitDecision], key_date: Day) -> Option<&LimitDecision> {
    latest_in_force(decisions.iter().filter(|d| !d.top_up), key_date)
}

/// The top-up decision in force at `key_date`, chosen as the primary one is (R2.6).
#[must_use]
pub fn top_up_in_force(decisions: &[LimitDecision], key_date: Day) -> Option<&LimitDecision> {
    latest_in_force(decisions.iter().filter(|d| d.top_up), key_date)
}

fn latest_in_force<'d>(
    decisions: impl Iterator<Item = &'d LimitDecision>,
    key_date: Day,
) -> Option<&'d LimitDecision> {
    decisions
        .filter(|d| d.counted_amount().is_some())
        .filter(|d| d.valid_from <= key_date && d.valid_until.is_none_or(|until| until >= key_date))
        .max_by_key(|d| (d.valid_from, d.id))
}

/// Whether the sum is zero at `date`: declined, or no positive decision in force (R2.2).
#[must_use]
pub fn limit_is_zero(decisions: &[LimitDecision], declined_on: Option<Day>, date: Day) -> bool {
    declined_on.is_some_and(|day| day <= date)
        || limit_in_force(decisions, date).and_then(LimitDecision::counted_amount).unwrap_or(0) == 0
}

/// The start of a named buyer's cover: `valid_from` of its first decision with a sum above 0 (R4.4).
#[must_use]
pub fn limit_first_positive(decisions: &[LimitDecision]) -> Option<Day> {
    decisions
        .iter()
        .filter(|d| !d.top_up && d.counted_amount().is_some_and(|a| a > 0))
        .map(|d| d.valid_from)
        .min()
}
