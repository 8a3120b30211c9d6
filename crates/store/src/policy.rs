//! Policies (R1.3): the store keeps the policy file's own text, so that nothing of it is lost.

use crate::as_of::AsOf;
use crate::company::next_id;
use crate::tx::{Param, Tx};
use crate::version::{Recorded, version_each, version_put};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// A policy's terms as of a point in time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PolicyText {
    /// The store's number.
    pub policy_id: u16,
    /// `INSURER/INTERNAL-ID`.
    pub policy: String,
    /// First day these terms are valid.
    pub valid_from: Day,
    /// The policy file.
    pub terms: String,
}

/// The number of a policy.
pub fn policy_id(tx: &Tx<'_>, policy: &str) -> Result<Option<u16>, Problem> {
    let id = tx.one("SELECT policy_id FROM policy WHERE policy = $1", &[Param::Text(policy)], |row| {
        Ok(row.int(0))
    })?;
    Ok(id.and_then(|id| u16::try_from(id).ok()))
}

/// Whether any policy is recorded.
pub fn policy_codes(tx: &Tx<'_>) -> Result<BTreeMap<u16, String>, Problem> {
    let mut codes = BTreeMap::new();
    tx.each("SELECT policy_id, policy FROM policy", &[], |row| {
        codes.insert(u16::try_from(row.int(0)).unwrap_or(0), row.text(1).to_owned());
        Ok(())
    })?;
    Ok(codes)
}

/// Records a policy's terms from `valid_from` on.
pub fn policy_put(
    tx: &Tx<'_>,
    entry: i64,
    valid_from: Day,
    policy: &str,
    terms: &str,
) -> Result<Recorded, Problem> {
    let id = if let Some(id) = policy_id(tx, policy)? {
        i64::from(id)
    } else {
        let id = next_id(tx, "policy", "policy_id")?;
        if id > i64::from(u16::MAX) {
            return Err(Problem::refused("policy-too-many").with("limit", u16::MAX));
        }
        tx.exec(
            "INSERT INTO policy (policy_id, policy) VALUES ($1, $2)",
            &[Param::Int(id), Param::Text(policy)],
        )?;
        id
    };
    let values = [("terms", terms.into())];
    version_put(tx, entry, "policy_version", &[("policy_id", id.into())], valid_from, &values)
}

/// All policies as of a point in time, by code.
pub fn policy_all(tx: &Tx<'_>, as_of: AsOf) -> Result<BTreeMap<String, PolicyText>, Problem> {
    let codes = policy_codes(tx)?;
    let mut all = BTreeMap::new();
    version_each(tx, "policy_version", "policy_id, valid_from, terms", as_of, |row| {
        let policy_id = u16::try_from(row.int(0)).unwrap_or(0);
        let policy = codes.get(&policy_id).cloned().unwrap_or_default();
        let valid_from = crate::as_of::day_of(row.int(1));
        all.insert(
            policy.clone(),
            PolicyText { policy_id, policy, valid_from, terms: row.text(2).to_owned() },
        );
        Ok(())
    })?;
    Ok(all)
}

/// How many versions of its terms stand, by the number of the policy.
pub fn policy_version_counts(tx: &Tx<'_>) -> Result<BTreeMap<u16, i64>, Problem> {
    let mut counts = BTreeMap::new();
    tx.each(
        "SELECT policy_id, count(*) FROM policy_version WHERE replaced_entry IS NULL GROUP BY policy_id",
        &[],
        |row| {
            counts.insert(u16::try_from(row.int(0)).unwrap_or(0), row.int(1));
            Ok(())
        },
    )?;
    Ok(counts)
}
