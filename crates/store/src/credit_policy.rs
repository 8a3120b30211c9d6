//! The credit policy (R9.9): the store keeps the file's own text, so that nothing of it is lost.

use crate::as_of::{AsOf, day_of};
use crate::tx::Tx;
use crate::version::{Recorded, version_each, version_put};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;

/// A credit policy file as recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CreditPolicyText {
    /// First day it is in force.
    pub valid_from: Day,
    /// The file.
    pub terms: String,
    /// Audit entry that recorded it.
    pub entry: i64,
}

/// Records a credit policy from `valid_from` on, until the next one.
pub fn credit_policy_put(tx: &Tx<'_>, entry: i64, valid_from: Day, terms: &str) -> Result<Recorded, Problem> {
    version_put(tx, entry, "credit_policy_version", &[], valid_from, &[("terms", terms.into())])
}

/// Every credit policy valid from a day up to the key date on, the oldest first; the last is the one in force.
pub fn credit_policy_history(tx: &Tx<'_>, as_of: AsOf) -> Result<Vec<CreditPolicyText>, Problem> {
    let mut all = Vec::new();
    version_each(tx, "credit_policy_version", "valid_from, terms, entry", as_of, |row| {
        let valid_from = day_of(row.int(0));
        all.push(CreditPolicyText { valid_from, terms: row.text(1).to_owned(), entry: row.int(2) });
        Ok(())
    })?;
    Ok(all)
}
