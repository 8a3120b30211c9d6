//! R6: stop of cover.

use crate::day::Day;
use crate::model::{AccountKey, CoverKind, Event};
use crate::policy::Policy;
use crate::runs::RunBuyer;
use crate::sum::{counting_amount, declined_from};
use crate::world::{Insurance, Refusal, World};
use std::collections::HashMap;

/// The insurance data of a buyer's items after examination, by item index.
pub(crate) type States = HashMap<usize, Insurance>;

impl World {
    /// R6.2: the buyer's *uncovered from* date at `day`; `None` if nothing stops cover. `buyer` is a main buyer.
    pub fn uncovered_from(&self, buyer: &AccountKey, policy: &str, day: Day) -> Result<Option<Day>, Refusal> {
        let policy = self.policy(policy)?;
        let buyers = self.run_buyers(policy, day);
        let Some(found) = buyers.iter().find(|b| b.main == *buyer) else { return Ok(None) };
        let states = found.items.iter().map(|i| (i.index, i.data.clone())).collect();
        Ok(self.stop_date(found, &states, policy, day))
    }

    /// R6.2, R6.4: the earliest date of the stops in effect.
    pub(crate) fn stop_date(
        &self,
        buyer: &RunBuyer,
        states: &States,
        policy: &Policy,
        key_date: Day,
    ) -> Option<Day> {
        let mut stops = Vec::new();
        for item in &buyer.items {
            let data = &states[&item.index];
            if data.blocks_new && self.flag_stands(buyer, item.index, data, policy, key_date) {
                let dated =
                    if policy.uncovered_from_max_term { data.dates.max_term } else { data.dates.exclusion };
                stops.extend(dated);
            }
        }
        for event in self.events.iter().filter(|e| e.date <= key_date) {
            let listed = policy.stop_events.contains(&event.event);
            let is_stop = matches!(event.event.as_str(), "insolvency" | "collection" | "claim");
            if listed && is_stop && self.event_stands(buyer, event, policy, key_date) {
                stops.push(event.date);
            }
        }
        if policy.stop_events.iter().any(|e| e == "withdrawal") {
            stops.extend(self.withdrawn_from(buyer, policy, key_date));
        }
        stops.into_iter().min()
    }

    /// R6.3: a flag stands while its item is open; an automatic one, where the policy asks for confirmation, until that.
    fn flag_stands(
        &self,
        buyer: &RunBuyer,
        item: usize,
        data: &Insurance,
        policy: &Policy,
        key_date: Day,
    ) -> bool {
        if self.open(item, key_date) != 0 {
            return true;
        }
        let settled = self.last_settled(item, key_date).unwrap_or(key_date);
        policy.on_confirmation
            && !data.blocks_by_hand
            && !self.reinstated(buyer, Some(item), settled, key_date)
    }

    /// R6.4: an event stands until the item it names, or every item of the buyer dated up to it, is settled.
    fn event_stands(&self, buyer: &RunBuyer, event: &Event, policy: &Policy, key_date: Day) -> bool {
        let named: Vec<usize> = if event.document_no.is_empty() {
            let Some(account) = &event.account else { return false };
            let of_account =
                |item: &usize| *account == buyer.main || self.items[*item].key.account == *account;
            let known = *account == buyer.main || buyer.items.iter().any(|i| of_account(&i.index));
            if !known {
                return false;
            }
            let dated = |item: &usize| self.items[*item].document_date <= event.date;
            buyer.items.iter().map(|i| i.index).filter(|i| of_account(i) && dated(i)).collect()
        } else {
            let named: Vec<usize> =
                buyer.items.iter().map(|i| i.index).filter(|i| self.names_item(event, *i)).collect();
            if named.is_empty() {
                return false;
            }
            named
        };
        if named.iter().any(|&i| self.open(i, key_date) != 0) {
            return true;
        }
        let settled = named.iter().filter_map(|&i| self.last_settled(i, key_date)).max();
        let settled = settled.unwrap_or(event.date).max(event.date);
        policy.on_confirmation && !self.reinstated(buyer, named.first().copied(), settled, key_date)
    }

    /// R6.4: a `reinstatement` of the buyer, or of the item, dated from `since` to `key_date`.
    fn reinstated(&self, buyer: &RunBuyer, item: Option<usize>, since: Day, key_date: Day) -> bool {
        self.events.iter().filter(|e| e.event == "reinstatement").any(|e| {
            let of_buyer = e.document_no.is_empty() && e.account.as_ref() == Some(&buyer.main);
            let of_item = item.is_some_and(|i| self.names_item(e, i));
            (of_buyer || of_item) && (since..=key_date).contains(&e.date)
        })
    }

    /// R6.4: the date of the zero decision in force, or `declined_on`.
    fn withdrawn_from(&self, buyer: &RunBuyer, policy: &Policy, key_date: Day) -> Option<Day> {
        if !buyer.current {
            return None;
        }
        let zero = if buyer.kind() == CoverKind::Named {
            self.limit_in_force(&policy.policy, &buyer.main, key_date)
                .filter(|l| counting_amount(l) == Some(0))
                .and_then(|l| l.valid_from)
        } else {
            None
        };
        let declined = declined_from(buyer.cover, policy).filter(|d| *d <= key_date);
        [zero, declined].into_iter().flatten().min()
    }

    /// R6.2: whether the item is dated after the buyer's *uncovered from* date.
    pub(crate) fn blocked(&self, item: usize, uncovered_from: Option<Day>) -> bool {
        uncovered_from.is_some_and(|from| self.items[item].document_date > from)
    }
}
