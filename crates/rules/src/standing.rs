//! How a payer stands on a day: what it owes over all customers it pays for, against its own limits and the insured sum (R9.1, R9.2).

use crate::calendar::Day;

/// Own limits of a payer or of the credit group it belongs to. Amounts in minor units of the standing's currency; `None` is not checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct CreditLimits {
    /// Limit 1: what may be past due.
    pub past_due: Option<i64>,
    /// Limit 2: what may be outstanding.
    pub outstanding: Option<i64>,
    /// Limit 3: what may be outstanding with open orders and deliveries not invoiced.
    pub outstanding_and_orders: Option<i64>,
    /// Limit 4: days the oldest open item may be overdue.
    pub days_overdue: Option<i32>,
}

/// What a payer owes and how it stands at the end of a key date, summed over all customers it pays for. Amounts in minor units of one
/// currency, credits negative.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Standing {
    /// Whether the payer is blocked by hand (R9.6).
    pub is_blocked: bool,
    /// Open items past their net due date, less credits past theirs.
    pub past_due: i64,
    /// Open items less credits, the bill liability included.
    pub outstanding: i64,
    /// Open orders and deliveries not yet invoiced.
    pub orders: i64,
    /// Days by which the oldest open debit item is overdue; `None` if none is.
    pub days_overdue: Option<i32>,
    /// Own limits.
    pub limits: CreditLimits,
    /// What counts against the insured sum: the open balance under the policy.
    pub insured_exposure: i64,
    /// Insured sum; `None` where the payer is under no policy.
    pub insured_sum: Option<i64>,
    /// Uninsured excess accepted and not ended on the key date (R9.4).
    pub accepted_excess: i64,
    /// Since when new receivables are uncovered (R6).
    pub uncovered_from: Option<Day>,
    /// The next deadline of a duty to the insurer, past ones included (R3).
    pub deadline: Option<Day>,
    /// Last day of the limit decision in force.
    pub limit_ends: Option<Day>,
    /// Days after the due date that items settled in the recent period were paid, weighted by amount; below 0 is early.
    pub days_late: Option<i32>,
    /// The same in the period before.
    pub days_late_before: Option<i32>,
    /// Per cent of what is open that is past due, now.
    pub past_due_percent: Option<i32>,
    /// The same at the comparison date.
    pub past_due_percent_before: Option<i32>,
    /// Highest reminder level an open item has reached.
    pub reminder_level: u32,
    /// Earliest follow-up of an open note or item, past ones included (R9.5).
    pub follow_up: Option<Day>,
}
