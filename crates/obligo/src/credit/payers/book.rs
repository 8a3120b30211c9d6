//! Payers and credit groups of a day, found by number.

use super::standings::{Figures, PayerStanding, all};
use crate::snapshot::Snapshot;
use obligo_rules::credit_limit::{GroupUse, USUAL_WARNING_PERCENT};
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::criterion::Measure;
use obligo_rules::money::Money;
use obligo_rules::problem::Problem;
use obligo_rules::standing::CreditLimits;
use obligo_store::Tx;
use obligo_store::credit_group::CreditGroup;
use std::collections::HashMap;

/// How a credit group stands: the sums of its members against its limits, in its currency.
#[derive(Clone, PartialEq, Debug)]
pub struct GroupStanding {
    /// The group.
    pub group: CreditGroup,
    /// Its members, the store's numbers of payers, in the order of their accounts.
    pub members: Vec<i64>,
    /// What they use together, minor units of the group's currency.
    pub used: GroupUse,
    /// Days by which the oldest open item of a member is overdue.
    pub days_overdue: Option<i32>,
    /// The group's limits.
    pub limits: CreditLimits,
}

/// The payers and groups as of a snapshot.
#[derive(Debug)]
pub struct PayerBook {
    /// Every payer, in the order of accounts.
    pub payers: Vec<PayerStanding>,
    /// Groups, in the order of their codes.
    pub groups: Vec<GroupStanding>,
    places: HashMap<i64, u32>,
    payer_of: HashMap<i64, i64>,
    /// Customers whose payer is no account of that day: they count as their own.
    pub without_account: Vec<i64>,
    /// From how many per cent on the use of a limit is cautious, as the credit policy says (FR-14).
    pub warning_percent: u8,
    /// By how much orders may exceed a limit with a warning only (R9.7), in the currency of the credit policy.
    pub order_tolerance: Money,
}

impl PayerBook {
    /// Loads them as of a snapshot. Errors: `rate-missing`, `amount-too-large`.
    pub fn load(tx: &Tx<'_>, snapshot: &Snapshot) -> Result<PayerBook, Problem> {
        all(tx, snapshot, &Figures::load(tx, snapshot, None)?, None)
    }

    pub(super) fn of(
        payers: Vec<PayerStanding>,
        groups: Vec<GroupStanding>,
        without_account: Vec<i64>,
        policy: &CreditPolicy,
    ) -> PayerBook {
        let places = (0..).zip(&payers).map(|(n, p)| (p.payer, n)).collect();
        let customers = payers.iter().flat_map(|p| p.customers.iter().map(|customer| (*customer, p.payer)));
        let payer_of = customers.filter(|(customer, payer)| customer != payer).collect();
        PayerBook {
            payers,
            groups,
            places,
            payer_of,
            without_account,
            warning_percent: warning_percent(policy),
            order_tolerance: Money { minor: policy.order_tolerance, currency: policy.currency },
        }
    }

    /// The payer of a customer; its own number where it pays itself.
    #[must_use]
    pub fn payer_of(&self, customer: i64) -> i64 {
        self.payer_of.get(&customer).copied().unwrap_or(customer)
    }

    /// How a payer stands; `None` for a customer somebody else pays for.
    #[must_use]
    pub fn get(&self, payer: i64) -> Option<&PayerStanding> {
        self.payers.get(usize::try_from(*self.places.get(&payer)?).ok()?)
    }

    /// How the payer of a customer stands.
    #[must_use]
    pub fn of_customer(&self, customer: i64) -> Option<&PayerStanding> {
        self.get(self.payer_of(customer))
    }

    /// How a group stands.
    #[must_use]
    pub fn group(&self, code: &str) -> Option<&GroupStanding> {
        self.groups.iter().find(|group| group.group.code == code)
    }
}

/// From how many per cent on the use of a limit is cautious: the threshold of the policy's warning of the insurance limit (FR-14).
fn warning_percent(policy: &CreditPolicy) -> u8 {
    let warning = policy.criteria.iter().find(|c| c.measure == Measure::InsuranceLimitWarning);
    let threshold = warning.and_then(|criterion| criterion.threshold);
    threshold.and_then(|percent| u8::try_from(percent).ok()).unwrap_or(USUAL_WARNING_PERCENT)
}
