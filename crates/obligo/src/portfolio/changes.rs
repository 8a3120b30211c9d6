//! Which changes each item's insurance data had: the store finds changes by their run and, for whoever writes them, has no index by item.

use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::change::{ChangeRow, ChangesOf, change_each, change_each_after};
use obligo_store::run::run_get;
use obligo_store::state::ItemState;
use std::sync::Arc;

/// Pairs added later are merged into the many when there are more of them than this share of the many.
const SHARE: usize = 8;

/// Numbers of changes by item. Changes are only ever added, so a newer index begins with what an older one holds.
#[derive(Clone, Default)]
pub struct ChangeIndex {
    /// Item and change, in order.
    many: Arc<Vec<(u32, u32)>>,
    /// The same of those recorded since.
    few: Vec<(u32, u32)>,
    /// The last change in it.
    last: i64,
    /// The latest key date of any change.
    latest: Option<Day>,
}

impl ChangeIndex {
    /// The index with what was recorded since.
    pub fn extended(&self, tx: &Tx<'_>) -> Result<ChangeIndex, Problem> {
        let mut next = self.clone();
        let small = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
        change_each_after(tx, self.last, |change, item, key_date| {
            next.few.push((small(item), small(change)));
            next.last = change;
            next.latest = next.latest.max(Some(key_date));
        })?;
        next.few.sort_unstable();
        if next.few.len() > next.many.len() / SHARE {
            let mut all = Vec::with_capacity(next.many.len() + next.few.len());
            all.extend_from_slice(&next.many);
            all.append(&mut next.few);
            all.sort_unstable();
            next.many = Arc::new(all);
        }
        Ok(next)
    }

    /// The changes of an item in recorded order, those recorded since the index was made too.
    pub fn of_item(&self, tx: &Tx<'_>, item_id: i64) -> Result<Vec<ChangeRow>, Problem> {
        let mut numbers: Vec<i64> = Vec::new();
        for pairs in [self.many.as_slice(), self.few.as_slice()] {
            let from = pairs.partition_point(|(item, _)| i64::from(*item) < item_id);
            let of_item = pairs[from..].iter().take_while(|(item, _)| i64::from(*item) == item_id);
            numbers.extend(of_item.map(|(_, change)| i64::from(*change)));
        }
        change_each_after(tx, self.last, |change, item, _| {
            if item == item_id {
                numbers.push(change);
            }
        })?;
        let mut rows = Vec::with_capacity(numbers.len());
        for number in numbers {
            change_each(tx, ChangesOf::One(number), |row| {
                rows.push(row.clone());
                Ok(())
            })?;
        }
        Ok(rows)
    }

    /// The state an item had at the point in time, if it was changed for a later day since; see
    /// [`obligo_store::change::change_states_at`].
    pub fn state_at(&self, tx: &Tx<'_>, as_of: AsOf, item_id: i64) -> Result<Option<ItemState>, Problem> {
        if self.latest.is_none_or(|latest| latest <= as_of.key_date) {
            return Ok(None);
        }
        let mut state = None;
        let mut is_changed_since = false;
        for row in self.of_item(tx, item_id)? {
            let reversed = match row.run {
                Some(run) => run_get(tx, run)?.and_then(|run| run.reversed_entry),
                None => None,
            };
            if reversed.is_some_and(|entry| entry <= as_of.known) {
                continue;
            }
            let before = state.get_or_insert(row.before);
            if row.key_date <= as_of.key_date && row.entry <= as_of.known {
                *before = row.after;
            } else {
                is_changed_since = true;
            }
        }
        Ok(state.filter(|_| is_changed_since))
    }
}
