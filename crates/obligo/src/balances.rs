//! Balances and turnover of insured buyers in the books, beside what a declaration makes of them and why it differs (R8.2, R8.3).

use crate::declaration::{DeclareRequest, plan_in};
use crate::items::Viewer;
use crate::planning::{LedgerScope, main_buyer_at};
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, ItemKind};
use obligo_rules::declare::DeclareParameters;
use obligo_rules::difference::{BuyerDifference, differences};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::item::item_each;
use obligo_store::run::run_all;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// A main buyer under a policy. Amounts in minor units of the policy's currency.
#[derive(Clone, Debug)]
pub struct BuyerBalance {
    /// The store's number.
    pub buyer_id: i64,
    /// Named or unnamed.
    pub kind: BuyerKind,
    /// Insured sum.
    pub sum: i64,
    /// What is in the books, declared, and why they differ.
    pub difference: BuyerDifference,
    /// Its own account and those co-insured under it that have a balance or turnover, by the store's number.
    pub accounts: BTreeMap<i64, AccountBalance>,
}

/// An account in the books.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct AccountBalance {
    /// Open balance, gross.
    pub balance: i64,
    /// Net turnover of both periods: invoices and debit notes less credit notes, residual items left out (R8.3).
    pub turnovers: [i64; 2],
}

impl AccountBalance {
    /// Adds another account.
    pub fn merge(&mut self, other: &AccountBalance) {
        self.balance = self.balance.saturating_add(other.balance);
        for (sum, more) in self.turnovers.iter_mut().zip(other.turnovers) {
            *sum = sum.saturating_add(more);
        }
    }

    fn is_zero(&self) -> bool {
        *self == AccountBalance::default()
    }
}

/// The buyers of one policy.
#[derive(Debug)]
pub struct PolicyBalances<'a> {
    /// The policy.
    pub policy: &'a LoadedPolicy,
    /// First day of the reporting period of its named and unnamed buyers (R8.3).
    pub period_starts: [(BuyerKind, Day); 2],
    /// Main buyers in the order of their accounts, also those with nothing in the books: their sums count.
    pub buyers: Vec<BuyerBalance>,
}

/// Balances, turnovers and declarations of every policy, or of one, as of the snapshot. Writes nothing. Errors: `policy-not-found`,
/// `rate-missing`, `amount-too-large`.
pub fn balances<'a>(
    tx: &Tx<'_>,
    snapshot: &'a Snapshot,
    only: Option<&str>,
    periods: &[RangeInclusive<Day>; 2],
) -> Result<Vec<PolicyBalances<'a>>, Problem> {
    let mut books = books(tx, snapshot, periods)?;
    let runs = run_all(tx)?;
    let wanted: Vec<&LoadedPolicy> = match only {
        Some(code) => vec![snapshot.policy(code)?],
        None => snapshot.policies.values().collect(),
    };
    let mut found = Vec::new();
    for policy in wanted {
        let mut buyers = Vec::new();
        let mut start_of = |kind: BuyerKind| {
            let request = DeclareRequest {
                policy: policy.policy.policy.clone(),
                key_date: snapshot.as_of.key_date,
                buyers: kind,
                is_final: false,
                known: snapshot.as_of.known,
            };
            let planned = plan_in(tx, snapshot, &runs, &request, LedgerScope::default())?;
            let parameters = DeclareParameters {
                buyers: kind,
                key_date: request.key_date,
                period_start: planned.period_start,
                policy_number: policy.number,
            };
            let ledger = &planned.loaded.ledger;
            for difference in differences(&policy.policy, ledger, &parameters, &planned.plan) {
                let case = &ledger.cases[difference.case as usize];
                let accounts = books.remove(&(case.buyer_id, policy.number)).unwrap_or_default();
                buyers.push(BuyerBalance {
                    buyer_id: case.buyer_id,
                    kind,
                    sum: case.sum,
                    difference,
                    accounts,
                });
            }
            Ok::<_, Problem>((kind, planned.period_start))
        };
        let period_starts = [start_of(BuyerKind::Named)?, start_of(BuyerKind::Unnamed)?];
        buyers.sort_by_cached_key(|buyer| snapshot.account(buyer.buyer_id));
        found.push(PolicyBalances { policy, period_starts, buyers });
    }
    Ok(found)
}

/// Accounts by main buyer and policy.
type Books = BTreeMap<(i64, u16), BTreeMap<i64, AccountBalance>>;

fn books(tx: &Tx<'_>, snapshot: &Snapshot, periods: &[RangeInclusive<Day>; 2]) -> Result<Books, Problem> {
    let viewer = Viewer::load(tx, snapshot, false)?;
    let mut books = Books::new();
    item_each(
        tx,
        snapshot.as_of,
        |item, amount, posted| {
            viewer.settled.open(item, amount) != 0 || periods.iter().any(|period| period.contains(&posted))
        },
        |row| {
            let facts = &row.facts;
            if !snapshot.is_insured_company(facts.company_id) {
                return Ok(());
            }
            let Some((policy, gross)) = viewer.amounts(row, true)? else { return Ok(()) };
            let is_turnover = facts.origin.is_none()
                && matches!(facts.kind, ItemKind::Invoice | ItemKind::DebitNote | ItemKind::CreditNote);
            let net = if is_turnover { viewer.amounts(row, false)? } else { None };
            let net = net.map_or(0, |(_, amounts)| amounts.amount);
            let of_period = |period: &RangeInclusive<Day>| {
                if period.contains(&facts.posting_date) { net } else { 0 }
            };
            let added = AccountBalance {
                balance: gross.open,
                turnovers: [of_period(&periods[0]), of_period(&periods[1])],
            };
            if !added.is_zero() {
                let main = main_buyer_at(snapshot, facts.buyer_id).unwrap_or(facts.buyer_id);
                let accounts = books.entry((main, policy.number)).or_default();
                accounts.entry(facts.buyer_id).or_default().merge(&added);
            }
            Ok(())
        },
    )?;
    Ok(books)
}
