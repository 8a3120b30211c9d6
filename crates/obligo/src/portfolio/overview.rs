//! The portfolio in few figures: exposure and what of it is insured, by age, by status, by buyer (H2).

use super::Portfolio;
use crate::items::ItemFigures;
use obligo_rules::money::Currency;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, PoisonError};

/// The largest buyers that are named.
const BUYERS_NAMED: usize = 10;

/// An insured and an uninsured part. Minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Parts {
    /// Insured.
    pub insured: i64,
    /// Not insured.
    pub uninsured: i64,
}

impl Parts {
    fn add(&mut self, item: &ItemFigures) {
        self.insured = self.insured.saturating_add(item.insured);
        self.uninsured = self.uninsured.saturating_add(item.uninsured());
    }

    /// Adds other parts in the same currency.
    pub fn merge(&mut self, other: &Parts) {
        self.insured = self.insured.saturating_add(other.insured);
        self.uninsured = self.uninsured.saturating_add(other.uninsured);
    }

    /// Both.
    #[must_use]
    pub fn open(&self) -> i64 {
        self.insured.saturating_add(self.uninsured)
    }
}

/// The debit items in one currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CurrencyOverview {
    /// Currency of the policies.
    pub currency: Currency,
    /// All of them.
    pub total: Parts,
    /// Not due, 1–30, 31–60, 61–90, more than 90 days past the net due date.
    pub ages: [Parts; 5],
    /// What is not insured by insurance status: items and amount.
    pub uninsured: BTreeMap<&'static str, (usize, i64)>,
    /// The buyers with most open, largest first.
    pub largest: Vec<(i64, Parts)>,
    /// By country of the buyers; those without one under an empty code.
    pub countries: BTreeMap<String, Parts>,
}

/// See the module. Currencies by their exposure, the largest first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Overview {
    /// By currency.
    pub currencies: Vec<CurrencyOverview>,
}

impl Portfolio {
    /// The portfolio in few figures; of these companies (store numbers) only, or of all. Kept once computed.
    #[must_use]
    pub fn overview(&self, companies: Option<&BTreeSet<i64>>) -> Arc<Overview> {
        let lock = || self.cache.overviews.lock().unwrap_or_else(PoisonError::into_inner);
        let key: Option<BTreeSet<i64>> = companies.cloned();
        if let Some(known) = lock().get(&key) {
            return Arc::clone(known);
        }
        let overview = Arc::new(self.compute_overview(companies));
        lock().insert(key, Arc::clone(&overview));
        overview
    }

    fn compute_overview(&self, companies: Option<&BTreeSet<i64>>) -> Overview {
        let today = self.as_of.key_date;
        let mut by_currency: BTreeMap<&str, (CurrencyOverview, HashMap<i64, Parts>)> = BTreeMap::new();
        for item in &self.items {
            if !item.kind.is_debit()
                || !self.snapshot.is_insured_company(item.company_id)
                || companies.is_some_and(|companies| !companies.contains(&item.company_id))
            {
                continue;
            }
            let empty = || CurrencyOverview {
                currency: item.policy_currency,
                total: Parts::default(),
                ages: [Parts::default(); 5],
                uninsured: BTreeMap::new(),
                largest: Vec::new(),
                countries: BTreeMap::new(),
            };
            let (of_currency, buyers) =
                by_currency.entry(item.policy_currency.code()).or_insert_with(|| (empty(), HashMap::new()));
            of_currency.total.add(item);
            let age = match today.days_since(item.net_due_date) {
                ..=0 => 0,
                1..=30 => 1,
                31..=60 => 2,
                61..=90 => 3,
                _ => 4,
            };
            of_currency.ages[age].add(item);
            let uninsured = item.uninsured();
            if uninsured > 0 {
                let (count, amount) = of_currency.uninsured.entry(item.insurance.status.code()).or_default();
                *count += 1;
                *amount = amount.saturating_add(uninsured);
            }
            buyers.entry(item.buyer_id).or_default().add(item);
        }
        let mut currencies: Vec<CurrencyOverview> = by_currency
            .into_values()
            .map(|(mut of_currency, buyers)| {
                for (id, parts) in &buyers {
                    let country = self.snapshot.buyers.get(id).map_or("", |buyer| buyer.country.as_str());
                    of_currency.countries.entry(country.to_owned()).or_default().merge(parts);
                }
                let mut largest: Vec<_> = buyers.into_iter().collect();
                largest.sort_by_key(|(id, parts)| (std::cmp::Reverse(parts.open()), *id));
                largest.truncate(BUYERS_NAMED);
                of_currency.largest = largest;
                of_currency
            })
            .collect();
        currencies.sort_by_key(|of_currency| std::cmp::Reverse(of_currency.total.open()));
        Overview { currencies }
    }
}
