//! The own limits in force on a snapshot's date, in the currency of whom they bind (FR-10).

use super::tally::converted;
use super::{Payers, Sums};
use crate::snapshot::Snapshot;
use obligo_rules::credit_limit::{DatedLimits, limits_in_force};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_rules::standing::CreditLimits;
use obligo_store::Tx;
use obligo_store::credit_group::{CreditGroup, CreditGroupMember, credit_group_all, credit_group_members};
use obligo_store::credit_limit::{CreditLimitRow, LimitsOf, credit_limit_all};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What a company sets instead of the limits of a payer or group, beside what is owed to it. Minor units of the payer's or group's currency.
#[derive(Clone, PartialEq, Debug)]
pub struct CompanyOverride {
    /// The company, the store's number.
    pub company_id: i64,
    /// Its limits.
    pub limits: CreditLimits,
    /// What is owed to it alone; orders name no company and are left out.
    pub sums: Sums,
}

/// The limits, groups and members as of a snapshot.
#[derive(Debug)]
pub struct CreditLimitBook {
    /// Every record that has begun, ended ones too.
    pub rows: Vec<CreditLimitRow>,
    /// Where the record in force of each stands in `rows`.
    in_force: HashMap<LimitsOf, usize>,
    /// The companies with an override in force, by payer or group.
    companies: BTreeMap<(i64, String), Vec<i64>>,
    /// Groups by code.
    pub groups: BTreeMap<String, CreditGroup>,
    /// The group each payer belongs to.
    pub members: BTreeMap<i64, CreditGroupMember>,
}

impl CreditLimitBook {
    /// Loads them as of the snapshot's date.
    pub fn load(tx: &Tx<'_>, snapshot: &Snapshot) -> Result<CreditLimitBook, Problem> {
        let rows = credit_limit_all(tx, snapshot.as_of)?;
        let mut by_whose: HashMap<&LimitsOf, Vec<usize>> = HashMap::new();
        for (n, row) in rows.iter().enumerate() {
            by_whose.entry(&row.whose).or_default().push(n);
        }
        let mut in_force = HashMap::new();
        let mut companies: BTreeMap<(i64, String), Vec<i64>> = BTreeMap::new();
        for (whose, places) in by_whose {
            let dated: Vec<DatedLimits> = places.iter().map(|n| rows[*n].dated).collect();
            if let Some(found) = limits_in_force(&dated, snapshot.as_of.key_date) {
                in_force.insert(whose.clone(), places[found]);
                if whose.company_id != 0 {
                    let of = (whose.buyer_id, whose.credit_group.clone());
                    companies.entry(of).or_default().push(whose.company_id);
                }
            }
        }
        for of in companies.values_mut() {
            of.sort_unstable();
        }
        Ok(CreditLimitBook {
            in_force,
            companies,
            groups: credit_group_all(tx, snapshot.as_of)?,
            members: credit_group_members(tx, snapshot.as_of)?,
            rows,
        })
    }

    /// The record in force.
    #[must_use]
    pub fn in_force(&self, whose: &LimitsOf) -> Option<&CreditLimitRow> {
        self.in_force.get(whose).and_then(|n| self.rows.get(*n))
    }

    /// The payers and companies with an override: what is owed there is summed apart.
    #[must_use]
    pub fn apart(&self) -> HashSet<(i64, i64)> {
        let of_payers = self.companies.iter().filter(|((buyer_id, _), _)| *buyer_id != 0);
        of_payers.flat_map(|((payer, _), all)| all.iter().map(|company| (*payer, *company))).collect()
    }

    /// The companies with an override of a payer's limits, in the order of their numbers.
    #[must_use]
    pub fn companies_of(&self, payer: i64) -> &[i64] {
        self.companies.get(&(payer, String::new())).map_or(&[], Vec::as_slice)
    }

    /// The limits of a payer in its currency: the record in force, else its own credit limit as limit 2 (R1.8).
    pub fn of_payer(
        &self,
        snapshot: &Snapshot,
        payers: &Payers,
        payer: i64,
    ) -> Result<CreditLimits, Problem> {
        let currency = payers.currency_of(payer);
        if self.in_force.contains_key(&LimitsOf::payer(payer)) {
            return self.limits_in(snapshot, &LimitsOf::payer(payer), currency);
        }
        let Some(buyer) = snapshot.buyers.get(&payer) else { return Ok(CreditLimits::default()) };
        let from = Currency::parse(&buyer.currency).unwrap_or(currency);
        let outstanding = buyer.credit_limit.map(|limit| converted(snapshot, limit, from, currency));
        Ok(CreditLimits { outstanding: outstanding.transpose()?, ..CreditLimits::default() })
    }

    /// The limits in force of whom it says, in a currency at the key date's rate; none where no record is.
    pub fn limits_in(
        &self,
        snapshot: &Snapshot,
        whose: &LimitsOf,
        currency: Currency,
    ) -> Result<CreditLimits, Problem> {
        let Some(row) = self.in_force(whose) else { return Ok(CreditLimits::default()) };
        let limits = row.dated.limits;
        let amount = |minor: Option<i64>| {
            minor.map(|minor| converted(snapshot, minor, row.currency, currency)).transpose()
        };
        Ok(CreditLimits {
            past_due: amount(limits.past_due)?,
            outstanding: amount(limits.outstanding)?,
            outstanding_and_orders: amount(limits.outstanding_and_orders)?,
            days_overdue: limits.days_overdue,
        })
    }
}
