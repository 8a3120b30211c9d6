//! What was settled of items by a point in time.

use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::item::{ItemRow, item_last};
use obligo_store::settlement::{settlement_each, settlement_of, settlement_of_at};
use std::collections::HashMap;

/// How far an item was settled by the key date.
#[derive(Clone, Copy, Debug)]
pub struct Settled {
    /// Sum of its settlements, minor units of the item's currency.
    pub sum: i64,
    /// Date of the last one, days since 1970; `i32::MIN` = none.
    last: i32,
}

impl Settled {
    const NONE: Settled = Settled { sum: 0, last: i32::MIN };

    fn add(&mut self, date: Day, amount: i64) {
        self.sum = self.sum.saturating_add(amount);
        self.last = self.last.max(date.epoch_days());
    }
}

/// Settlements by item number: of all items, or of some.
#[derive(Debug)]
pub enum SettledItems {
    /// Of every item, at its number.
    All(Vec<Settled>),
    /// Of the items asked for.
    Some(HashMap<i64, Settled>),
}

impl Default for SettledItems {
    fn default() -> SettledItems {
        SettledItems::Some(HashMap::new())
    }
}

impl SettledItems {
    /// Sums the settlements dated and known by the point in time.
    pub fn load(tx: &Tx<'_>, as_of: AsOf) -> Result<SettledItems, Problem> {
        let mut all = vec![Settled::NONE; usize::try_from(item_last(tx)?).unwrap_or(0) + 1];
        settlement_each(tx, as_of, |item, date, amount| {
            if let Some(settled) = usize::try_from(item).ok().and_then(|n| all.get_mut(n)) {
                settled.add(date, amount);
            }
        })?;
        Ok(SettledItems::All(all))
    }

    /// The same of these items only.
    pub fn of(tx: &Tx<'_>, as_of: AsOf, items: &[i64]) -> Result<SettledItems, Problem> {
        let mut some = HashMap::with_capacity(items.len());
        for item in items {
            let mut settled = Settled::NONE;
            settlement_of_at(tx, *item, as_of, |s| settled.add(s.date, s.amount))?;
            some.insert(*item, settled);
        }
        Ok(SettledItems::Some(some))
    }

    fn get(&self, item: i64) -> Settled {
        let found = match self {
            SettledItems::All(all) => usize::try_from(item).ok().and_then(|n| all.get(n)),
            SettledItems::Some(some) => some.get(&item),
        };
        found.copied().unwrap_or(Settled::NONE)
    }

    /// What is open of an item, with the sign of its amount.
    #[must_use]
    pub fn open(&self, item: i64, amount: i64) -> i64 {
        let settled = self.get(item).sum;
        if amount < 0 { amount.saturating_add(settled) } else { amount.saturating_sub(settled) }
    }

    /// Whether the item was posted and open at the end of `day`, which is not after the point in time.
    pub fn is_open_at(&self, tx: &Tx<'_>, row: &ItemRow<'_>, day: Day) -> Result<bool, Problem> {
        let amount = row.facts.amount;
        if row.facts.posting_date > day || self.get(row.item_id).last <= day.epoch_days() {
            return Ok(row.facts.posting_date <= day && self.open(row.item_id, amount) != 0);
        }
        let mut by_then = 0i64;
        settlement_of(tx, row.item_id, |s| {
            if s.date <= day {
                by_then = by_then.saturating_add(s.amount);
            }
        })?;
        Ok(by_then != amount.abs())
    }

    /// The day of the last settlement.
    #[must_use]
    pub fn last(&self, item: i64) -> Option<Day> {
        Day::from_epoch_days(self.get(item).last)
    }
}
