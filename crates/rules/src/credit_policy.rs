//! The credit policy (R9.9): what a company decided once about granting credit, applied alike to every buyer of every country.

use crate::approval::ApprovalStep;
use crate::calendar::Day;
use crate::codes::codes;
use crate::criterion::{Criterion, Measure};
use crate::limit_request::REMINDER_DAYS;
use crate::money::Currency;
use crate::reminder::{InterestPolicy, ReminderTerms};
use crate::risk_class::{RiskClass, RiskFactor};
use std::collections::BTreeMap;

codes! {
    /// What the threshold of a criterion counts.
    ThresholdKind {
        /// Minor units of the policy's currency.
        Amount = "amount",
        /// Days.
        Days = "days",
        /// Per cent, or percentage points.
        Percent = "percent",
        /// Reminder level.
        Level = "level",
        /// There is none.
        None = "none",
    }
}

/// A credit policy. Amounts in minor units of its currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CreditPolicy {
    /// What it is called.
    pub name: String,
    /// The currency of all its amounts.
    pub currency: Currency,
    /// First day it is in force.
    pub valid_from: Day,
    /// Criteria of the selection run in the order of the work list's columns (R9.1).
    pub criteria: Vec<Criterion>,
    /// Action codes, 1 to 99, in the company's own words (R9.3).
    pub actions: BTreeMap<u8, String>,
    /// Risk factors that count.
    pub factors: Vec<RiskFactor>,
    /// Risk classes, the best first.
    pub classes: Vec<RiskClass>,
    /// Who approves how much, the smallest amount first.
    pub approval: Vec<ApprovalStep>,
    /// Standard payment terms by class and country.
    pub terms: Vec<StandardTerms>,
    /// How debtors are handled by class and reminder level.
    pub handling: Vec<Handling>,
    /// Every how many days an insurer is reminded of a limit request that it has not answered (R2.1), at least 1.
    pub limit_request_reminder_days: i32,
    /// When overdue payers are reminded (R9.8).
    pub reminders: ReminderTerms,
    /// What being late costs them (R9.8).
    pub interest: InterestPolicy,
    /// By how much an order may exceed an amount limit with a warning only (R9.7); at least 0.
    pub order_tolerance: i64,
}

/// Standard payment terms.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StandardTerms {
    /// Risk class; `None` for all.
    pub class: Option<String>,
    /// Country, two letters; `None` for all.
    pub country: Option<String>,
    /// Payment terms as items name them.
    pub payment_terms: String,
}

/// How debtors are handled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Handling {
    /// Risk class; `None` for all.
    pub class: Option<String>,
    /// Reminder level from which on it holds; 0: always.
    pub level: u32,
    /// What is done, in the company's words.
    pub text: String,
}

impl CreditPolicy {
    /// What holds where a company decided nothing: every criterion of R9.1 on, with the payer's own limits or the usual threshold,
    /// and nothing else.
    #[must_use]
    pub fn usual(currency: Currency) -> CreditPolicy {
        CreditPolicy {
            name: String::new(),
            currency,
            valid_from: Day::FIRST,
            criteria: Measure::ALL.iter().map(|measure| usual_criterion(*measure)).collect(),
            actions: BTreeMap::new(),
            factors: Vec::new(),
            classes: Vec::new(),
            approval: Vec::new(),
            terms: Vec::new(),
            handling: Vec::new(),
            limit_request_reminder_days: REMINDER_DAYS,
            reminders: ReminderTerms::usual(currency),
            interest: InterestPolicy::default(),
            order_tolerance: 0,
        }
    }
}

/// A criterion as it is where the policy is silent (R9.1).
#[must_use]
pub fn usual_criterion(measure: Measure) -> Criterion {
    Criterion { name: measure.code().to_owned(), measure, is_on: true, threshold: None }
}

/// What a criterion's threshold counts.
#[must_use]
pub fn threshold_kind(measure: Measure) -> ThresholdKind {
    match measure {
        Measure::PastDue | Measure::Outstanding | Measure::OutstandingAndOrders => ThresholdKind::Amount,
        Measure::DaysOverdue | Measure::Deadline | Measure::LimitExpiring | Measure::PaymentBehaviour => {
            ThresholdKind::Days
        }
        Measure::InsuranceLimitWarning | Measure::Ageing => ThresholdKind::Percent,
        Measure::Reminders => ThresholdKind::Level,
        Measure::Blocked
        | Measure::InsuranceLimitExceeded
        | Measure::NoCover
        | Measure::Uncovered
        | Measure::FollowUp => ThresholdKind::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r9_1_the_usual_policy_has_every_criterion_on_and_one_of_each_name() {
        let policy = CreditPolicy::usual(Currency::EUR);
        assert!(policy.criteria.iter().all(|criterion| criterion.is_on));
        let measures: Vec<Measure> = policy.criteria.iter().map(|criterion| criterion.measure).collect();
        assert_eq!(measures, Measure::ALL);
    }

    #[test]
    fn r9_1_a_usual_threshold_is_one_that_the_measure_can_have() {
        for measure in Measure::ALL {
            let has_usual = measure.usual_threshold().is_some();
            assert!(!has_usual || threshold_kind(*measure) != ThresholdKind::None, "{measure:?}");
        }
    }
}
