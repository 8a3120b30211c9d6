//! The accounts of a policy, by the main buyer whose sum they count towards.

use super::LedgerScope;
use crate::snapshot::Snapshot;
use obligo_rules::buyer::buyer_excluded;
use obligo_rules::calendar::Day;
use obligo_rules::codes::CoverKind;
use obligo_rules::cover::{Cover, cover_at, cover_last_under};
use obligo_rules::ledger::Account;
use obligo_rules::policy::Policy;
use obligo_store::cover::CoverRow;
use std::collections::HashMap;

/// The main buyers of a policy and their accounts at the key date.
pub(super) struct Pool {
    pub(super) mains: Vec<i64>,
    pub(super) accounts: Vec<Account>,
    pub(super) by_buyer: HashMap<i64, u32>,
}

impl Pool {
    pub(super) fn of(snapshot: &Snapshot, policy: &Policy, policy_number: u16, scope: &LedgerScope) -> Pool {
        let key_date = snapshot.as_of.key_date;
        let mut mains = Vec::new();
        // Position of a main buyer, and whether its cover is in force under the policy.
        let mut case_of: HashMap<i64, (u32, bool)> = HashMap::new();
        let wanted = |buyer: i64| scope.only_buyers.as_ref().is_none_or(|only| only.contains(&buyer));
        let of_part = scope.part.as_ref().map(|part| &part.accounts);
        let covered = || -> Box<dyn Iterator<Item = (&i64, &Vec<CoverRow>)> + '_> {
            match of_part {
                None => Box::new(snapshot.covers.iter()),
                Some(part) => Box::new(part.iter().filter_map(|id| Some((id, snapshot.covers.get(id)?)))),
            }
        };
        for (buyer, rows) in covered() {
            let covers: Vec<Cover> = rows.iter().map(|r| r.cover.clone()).collect();
            let known = cover_last_under(&covers, policy_number, key_date).is_some();
            if known && wanted(*buyer) {
                let in_force = cover_at(&covers, key_date).is_some_and(|c| c.policy == Some(policy_number));
                case_of.insert(*buyer, (mains.len() as u32, in_force));
                mains.push(*buyer);
            }
        }
        let mut pool = Pool { mains, accounts: Vec::new(), by_buyer: HashMap::new() };
        for (buyer, rows) in covered() {
            let covers: Vec<Cover> = rows.iter().map(|r| r.cover.clone()).collect();
            let Some((main, covered)) = main_of(*buyer, &covers, policy_number, key_date) else { continue };
            let Some((case, in_force)) = case_of.get(&main) else { continue };
            let category = snapshot.category(main);
            let country = snapshot.buyers.get(buyer).map_or("", |b| b.country.as_str());
            pool.by_buyer.insert(*buyer, pool.accounts.len() as u32);
            pool.accounts.push(Account {
                case: *case,
                buyer_id: *buyer,
                co_insured: main != *buyer,
                covered: covered && *in_force,
                excluded: buyer_excluded(policy, category, country),
            });
        }
        pool
    }
}

/// The buyer whose sum an account's items count towards, and whether the account itself is covered at the key date.
fn main_of(buyer: i64, covers: &[Cover], policy_number: u16, key_date: Day) -> Option<(i64, bool)> {
    if let Some(cover) = cover_at(covers, key_date) {
        if cover.kind == CoverKind::CoInsured {
            return Some((cover.co_insured_under?, true));
        }
        if cover.policy == Some(policy_number) {
            return Some((buyer, true));
        }
    }
    if cover_last_under(covers, policy_number, key_date).is_some() {
        return Some((buyer, false));
    }
    let last = covers.iter().filter(|c| c.valid_from <= key_date && c.kind == CoverKind::CoInsured);
    Some((last.max_by_key(|c| c.valid_from)?.co_insured_under?, false))
}
