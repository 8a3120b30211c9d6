//! Choosing, ordering and summing the open items of a portfolio.

use super::Portfolio;
use super::overview::Overview;
use crate::items::ItemFigures;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{InsuranceStatus, ItemKind, ReportingStatus};
use obligo_rules::money::Currency;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

/// Choices kept with their answer.
const CHOICES_KEPT: usize = 32;

/// How far an item is covered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Cover {
    /// Its insurable open amount is insured in full.
    Full,
    /// In part.
    Part,
    /// Not at all.
    None,
    /// A credit, or nothing of it is insurable.
    NotInQuestion,
}

impl Cover {
    /// How far an item is covered.
    #[must_use]
    pub fn of(item: &ItemFigures) -> Cover {
        match item.insurable_open {
            _ if !item.kind.is_debit() => Cover::NotInQuestion,
            Some(open) if open <= 0 => Cover::NotInQuestion,
            Some(open) if item.insured >= open => Cover::Full,
            _ if item.insured > 0 => Cover::Part,
            _ => Cover::None,
        }
    }
}

/// What the list is ordered by; equal ones by account and document date.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum ItemOrder {
    /// Account, then document date.
    #[default]
    Account,
    /// As they were recorded.
    Recorded,
    /// Document date.
    DocumentDate,
    /// Net due date.
    NetDueDate,
    /// Open amount in the policy's currency.
    Open,
    /// Insured amount.
    Insured,
    /// What is not insured.
    Uninsured,
    /// Exclusion date; items without one last.
    ExclusionDate,
    /// Overdue date; items without one last.
    OverdueDate,
}

impl ItemOrder {
    /// Every order with its name in addresses.
    pub const ALL: &'static [(ItemOrder, &'static str)] = &[
        (ItemOrder::Account, "account"),
        (ItemOrder::Recorded, "recorded"),
        (ItemOrder::DocumentDate, "document_date"),
        (ItemOrder::NetDueDate, "net_due_date"),
        (ItemOrder::Open, "open"),
        (ItemOrder::Insured, "insured"),
        (ItemOrder::Uninsured, "uninsured"),
        (ItemOrder::ExclusionDate, "exclusion_date"),
        (ItemOrder::OverdueDate, "overdue_date"),
    ];
}

/// Which open items, in which order. Empty sets let everything through.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct ItemChoice {
    /// Accounts, by the store's number; `None` for all.
    pub buyers: Option<BTreeSet<i64>>,
    /// Companies, by the store's number.
    pub companies: BTreeSet<i64>,
    /// Policies, by number.
    pub policies: BTreeSet<u16>,
    /// Insurance status codes.
    pub statuses: BTreeSet<&'static str>,
    /// Reporting status codes.
    pub reporting: BTreeSet<&'static str>,
    /// Kinds of items.
    pub kinds: BTreeSet<&'static str>,
    /// How far covered.
    pub covers: BTreeSet<Cover>,
    /// Due before this day.
    pub due_before: Option<Day>,
    /// Only these, by position in [`Portfolio::items`]: what a search found.
    pub only: Option<Vec<u32>>,
    /// Order.
    pub order: ItemOrder,
    /// Largest or latest first.
    pub descending: bool,
}

impl ItemChoice {
    /// Whether an item fits, whichever list it stands in; `only` is left to the caller.
    #[must_use]
    pub fn lets_through(&self, item: &ItemFigures) -> bool {
        let insurance = &item.insurance;
        (self.buyers.as_ref().is_none_or(|buyers| buyers.contains(&item.buyer_id)))
            && (self.companies.is_empty() || self.companies.contains(&item.company_id))
            && (self.policies.is_empty() || item.policy.is_some_and(|number| self.policies.contains(&number)))
            && (self.statuses.is_empty() || self.statuses.contains(insurance.status.code()))
            && (self.reporting.is_empty() || self.reporting.contains(insurance.reporting_status.code()))
            && (self.kinds.is_empty() || self.kinds.contains(item.kind.code()))
            && (self.covers.is_empty() || self.covers.contains(&Cover::of(item)))
            && self.due_before.is_none_or(|day| item.net_due_date < day)
    }
}

/// Sums of chosen items by the currency of their policy, minor units.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ItemSums {
    /// How many items.
    pub count: usize,
    /// Insurable open amount of debit items, insured amount, credits, by currency code.
    pub by_currency: BTreeMap<String, (Currency, i64, i64, i64)>,
}

/// The chosen items: positions in [`Portfolio::items`] and their sums.
#[derive(Debug)]
pub struct ItemPage {
    /// Positions, in order.
    pub positions: Vec<u32>,
    /// Sums.
    pub sums: ItemSums,
}

/// Answers already computed. A portfolio never changes, so they stay right.
pub(super) struct Cache {
    facets: Vec<Facet>,
    chosen: Mutex<HashMap<ItemChoice, Arc<ItemPage>>>,
    pub(super) overviews: Mutex<HashMap<Option<BTreeSet<i64>>, Arc<Overview>>>,
}

/// What choices look at, small enough that a million of them are passed over in a few milliseconds.
#[derive(Clone, Copy)]
struct Facet {
    status: InsuranceStatus,
    reporting: ReportingStatus,
    kind: ItemKind,
    cover: Cover,
    company: u16,
    policy: u16,
}

impl Cache {
    pub(super) fn of(snapshot: &Snapshot, items: &[ItemFigures]) -> Cache {
        let facet = |item: &ItemFigures| Facet {
            status: item.insurance.status,
            reporting: item.insurance.reporting_status,
            kind: item.kind,
            cover: Cover::of(item),
            company: snapshot.company_position(item.company_id),
            policy: item.policy.unwrap_or(u16::MAX),
        };
        Cache {
            facets: items.iter().map(facet).collect(),
            chosen: Mutex::default(),
            overviews: Mutex::default(),
        }
    }
}

impl Portfolio {
    /// The items of a choice, in its order, with their sums. The answer is kept: the same choice costs nothing the next time.
    #[must_use]
    pub fn choose(&self, choice: &ItemChoice) -> Arc<ItemPage> {
        let lock = || self.cache.chosen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(choice) {
            return Arc::clone(known);
        }
        let page = Arc::new(self.compute_choice(choice));
        let mut kept = lock();
        if kept.len() >= CHOICES_KEPT {
            kept.clear();
        }
        kept.insert(choice.clone(), Arc::clone(&page));
        page
    }

    fn compute_choice(&self, choice: &ItemChoice) -> ItemPage {
        let companies: HashSet<u16> =
            choice.companies.iter().map(|id| self.snapshot.company_position(*id)).collect();
        let fits = |n: u32| {
            let facet = &self.cache.facets[n as usize];
            (companies.is_empty() || companies.contains(&facet.company))
                && (choice.policies.is_empty() || choice.policies.contains(&facet.policy))
                && (choice.statuses.is_empty() || choice.statuses.contains(facet.status.code()))
                && (choice.reporting.is_empty() || choice.reporting.contains(facet.reporting.code()))
                && (choice.kinds.is_empty() || choice.kinds.contains(facet.kind.code()))
                && (choice.covers.is_empty() || choice.covers.contains(&facet.cover))
                && choice.due_before.is_none_or(|day| self.items[n as usize].net_due_date < day)
        };
        let mut positions: Vec<u32> = match &choice.buyers {
            _ if choice.only.is_some() => {
                let of_buyers = |n: &u32| {
                    let buyer = self.items.get(*n as usize).map(|item| item.buyer_id);
                    buyer.is_some_and(|id| choice.buyers.as_ref().is_none_or(|wanted| wanted.contains(&id)))
                };
                let only = choice.only.iter().flatten().copied();
                only.filter(|n| of_buyers(n) && fits(*n)).collect()
            }
            None => (0..self.items.len() as u32).filter(|n| fits(*n)).collect(),
            Some(buyers) => {
                let ranges = buyers.iter().filter_map(|id| self.by_buyer.get(id).copied());
                let mut of_buyers: Vec<u32> = ranges.flat_map(|(from, to)| from..to).collect();
                of_buyers.sort_unstable();
                of_buyers.retain(|n| fits(*n));
                of_buyers
            }
        };
        let sums = self.sums(&positions);
        self.sort(&mut positions, choice);
        ItemPage { positions, sums }
    }

    fn sort(&self, positions: &mut [u32], choice: &ItemChoice) {
        let key = |n: &u32| {
            let item = &self.items[*n as usize];
            let day = |day: Option<Day>| day.map_or(i64::MAX, |day| i64::from(day.epoch_days()));
            match choice.order {
                ItemOrder::Account => i64::from(*n),
                ItemOrder::Recorded => item.item_id,
                ItemOrder::DocumentDate => day(Some(item.document_date)),
                ItemOrder::NetDueDate => day(Some(item.net_due_date)),
                ItemOrder::Open => item.insurable_open.unwrap_or(item.open),
                ItemOrder::Insured => item.insured,
                ItemOrder::Uninsured => item.uninsured(),
                ItemOrder::ExclusionDate => day(item.insurance.deadlines.exclusion_date),
                ItemOrder::OverdueDate => day(item.insurance.deadlines.overdue_date),
            }
        };
        if choice.descending {
            positions.sort_by_cached_key(|n| Reverse(key(n)));
        } else if choice.order != ItemOrder::Account {
            positions.sort_by_cached_key(key);
        }
    }

    fn sums(&self, positions: &[u32]) -> ItemSums {
        let mut sums = ItemSums::default();
        for item in positions.iter().filter_map(|n| self.items.get(*n as usize)) {
            sums.add(item.policy_currency, item.kind, item.insurable_open, item.insured);
        }
        sums
    }
}

impl ItemSums {
    /// Adds an item: insurable open and insured amount in minor units of its policy's currency.
    pub fn add(&mut self, currency: Currency, kind: ItemKind, insurable_open: Option<i64>, insured: i64) {
        self.count += 1;
        let code = currency.code();
        if !self.by_currency.contains_key(code) {
            self.by_currency.insert(code.to_owned(), (currency, 0, 0, 0));
        }
        let Some((_, open, in_all, credits)) = self.by_currency.get_mut(code) else { return };
        let side = if kind.is_debit() { open } else { credits };
        *side = side.saturating_add(insurable_open.unwrap_or(0));
        *in_all = in_all.saturating_add(insured);
    }
}
