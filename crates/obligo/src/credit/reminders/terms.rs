//! The terms of reminders and of late interest in force on a day.

use crate::credit::policy;
use obligo_rules::calendar::Day;
use obligo_rules::late_interest::InterestTable;
use obligo_rules::problem::Problem;
use obligo_rules::reminder::{InterestPolicy, ReminderTerms};
use obligo_store::Tx;
use obligo_store::interest_rate::interest_rate_all;

/// See the module.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Levels, lowest amounts, charges.
    pub reminders: ReminderTerms,
    /// How interest is asked for.
    pub interest: InterestPolicy,
    /// Rates by law, the program's with those of the house.
    pub rates: InterestTable,
}

impl Terms {
    /// As the credit policy of the day has them; the usual ones where there is none. Errors: those of reading them.
    pub fn in_force(tx: &Tx<'_>, day: Day) -> Result<Terms, Problem> {
        let policy = policy::in_force(tx, day)?;
        Ok(Terms { reminders: policy.reminders, interest: policy.interest, rates: rates(tx)? })
    }

    /// The country whose law applies to a payer of this one.
    #[must_use]
    pub fn law<'t>(&'t self, country: &'t str) -> &'t str {
        self.interest.law.as_deref().unwrap_or(country)
    }
}

/// Rates by law: the program's, with those of the house in their place.
pub fn rates(tx: &Tx<'_>) -> Result<InterestTable, Problem> {
    Ok(InterestTable::statutory().with(interest_rate_all(tx)?))
}
