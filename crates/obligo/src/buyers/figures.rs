//! Open, insured and insurable amounts by account and main buyer, from the ledgers of the policies, so that lists show
//! what runs compute.

use crate::planning::{LedgerScope, load_ledger};
use crate::snapshot::Snapshot;
use obligo_rules::codes::InsuranceStatus;
use obligo_rules::item::Item;
use obligo_rules::ledger::{Account, BuyerCase, Ledger};
use obligo_rules::policy::Policy;
use obligo_rules::problem::Problem;
use obligo_rules::stop::is_blocked;
use obligo_store::Tx;
use obligo_store::item::item_last;
use std::collections::{BTreeMap, HashMap};

/// Sums over open items. Amounts in minor units of the policy's currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Figures {
    /// How many are open.
    pub items: usize,
    /// Open balance, gross: debits less credits.
    pub open: i64,
    /// Insured amounts, each limited to the insurable open amount.
    pub insured: i64,
    /// Open `K` debit items in full (R5.1).
    pub insurable_open: i64,
    /// Open `K` credits that are not blocked, as a positive amount (R5.2).
    pub credits: i64,
}

impl Figures {
    /// Adds an item of a main buyer's account.
    pub fn add(&mut self, case: &BuyerCase, account: &Account, item: &Item) {
        if item.open == 0 {
            return;
        }
        self.items += 1;
        self.open = self.open.saturating_add(item.open);
        let is_insurable = item.insurance.status == InsuranceStatus::Insurable;
        if item.is_debit() {
            let insured = item.insurance.insured.min(item.insurable_open).max(0);
            self.insured = self.insured.saturating_add(insured);
            if is_insurable {
                self.insurable_open = self.insurable_open.saturating_add(item.insurable_open);
            }
        } else if is_insurable && !is_blocked_credit(case, account, item) {
            self.credits = self.credits.saturating_sub(item.insurable_open);
        }
    }

    /// Adds the sums of another account of the same policy.
    pub fn merge(&mut self, other: &Figures) {
        self.items += other.items;
        self.open = self.open.saturating_add(other.open);
        self.insured = self.insured.saturating_add(other.insured);
        self.insurable_open = self.insurable_open.saturating_add(other.insurable_open);
        self.credits = self.credits.saturating_add(other.credits);
    }

    /// The sums over all items of a main buyer, its co-insured accounts included (R1.6).
    #[must_use]
    pub fn of_case(ledger: &Ledger, position: usize) -> Figures {
        let mut figures = Figures::default();
        for item in &ledger.items[ledger.range(position)] {
            figures.add(&ledger.cases[position], &ledger.accounts[item.account as usize], item);
        }
        figures
    }

    /// Room left in an insured sum (R5.2): sum less insured plus credits where they free room; 0 for a sum of 0, and
    /// never below 0.
    #[must_use]
    pub fn room(&self, policy: &Policy, sum: i64) -> i64 {
        if sum <= 0 {
            return 0;
        }
        let credits = if policy.declaration.credits_free_room { self.credits } else { 0 };
        sum.saturating_sub(self.insured).saturating_add(credits).max(0)
    }
}

fn is_blocked_credit(case: &BuyerCase, account: &Account, item: &Item) -> bool {
    is_blocked(item, case.uncovered_from) || (case.covered && !account.covered)
}

/// A main buyer under a policy.
pub struct MainBuyer {
    /// Its cover, sum and stop of cover.
    pub case: BuyerCase,
    /// Its own items and those of its co-insured accounts.
    pub figures: Figures,
    /// How many co-insured accounts it has at the date.
    pub co_insured_accounts: usize,
}

/// The main buyers of a policy and their accounts.
#[derive(Default)]
pub struct PolicyFigures {
    /// Main buyers by number.
    pub mains: HashMap<i64, MainBuyer>,
    /// Each account's own items, by number.
    pub accounts: HashMap<i64, Figures>,
}

/// The figures of all policies.
pub struct LedgerFigures {
    /// By number of the policy.
    pub policies: BTreeMap<u16, PolicyFigures>,
    in_ledger: Vec<bool>,
}

impl LedgerFigures {
    /// Loads the ledger of every policy as of the snapshot. Error: `rate-missing` (R0.7).
    pub fn load(tx: &Tx<'_>, snapshot: &Snapshot) -> Result<LedgerFigures, Problem> {
        LedgerFigures::load_part(tx, snapshot, &LedgerScope::default())
    }

    /// The same of some accounts only.
    pub fn load_part(
        tx: &Tx<'_>,
        snapshot: &Snapshot,
        scope: &LedgerScope,
    ) -> Result<LedgerFigures, Problem> {
        let items = usize::try_from(item_last(tx)?).unwrap_or(0) + 1;
        let mut all = LedgerFigures { policies: BTreeMap::new(), in_ledger: vec![false; items] };
        for loaded in snapshot.policies.values() {
            let ledger = load_ledger(tx, snapshot, &loaded.policy, loaded.number, scope)?.ledger;
            for item in &ledger.items {
                if let Some(known) = usize::try_from(item.id).ok().and_then(|id| all.in_ledger.get_mut(id)) {
                    *known = true;
                }
            }
            all.policies.insert(loaded.number, policy_figures(&ledger));
        }
        Ok(all)
    }

    /// Whether an item counts under some policy.
    #[must_use]
    pub fn holds(&self, item_id: i64) -> bool {
        usize::try_from(item_id).ok().and_then(|id| self.in_ledger.get(id)).copied().unwrap_or(false)
    }

    /// An account's own items under a policy.
    #[must_use]
    pub fn account(&self, policy: u16, buyer_id: i64) -> Figures {
        self.policies.get(&policy).and_then(|p| p.accounts.get(&buyer_id)).copied().unwrap_or_default()
    }

    /// A main buyer under a policy, if it is or was one.
    #[must_use]
    pub fn main(&self, policy: u16, buyer_id: i64) -> Option<&MainBuyer> {
        self.policies.get(&policy)?.mains.get(&buyer_id)
    }
}

fn policy_figures(ledger: &Ledger) -> PolicyFigures {
    let mut found = PolicyFigures::default();
    for item in &ledger.items {
        let account = &ledger.accounts[item.account as usize];
        let figures = found.accounts.entry(account.buyer_id).or_default();
        figures.add(&ledger.cases[account.case as usize], account, item);
    }
    for (position, case) in ledger.cases.iter().enumerate() {
        let main = MainBuyer {
            case: case.clone(),
            figures: Figures::of_case(ledger, position),
            co_insured_accounts: 0,
        };
        found.mains.insert(case.buyer_id, main);
    }
    for account in ledger.accounts.iter().filter(|a| a.co_insured && a.covered) {
        let main = ledger.cases.get(account.case as usize).map(|case| case.buyer_id);
        if let Some(main) = main.and_then(|id| found.mains.get_mut(&id)) {
            main.co_insured_accounts += 1;
        }
    }
    found
}
