//! Which events count for an item: for the dates they fix and the disputes they open.

use obligo_rules::calendar::Day;
use obligo_rules::codes::EventKind;
use obligo_rules::cover::{Cover, cover_at};
use obligo_rules::item::ItemEvents;
use obligo_rules::problem::Problem;
use obligo_store::cover::CoverRow;
use obligo_store::event::EventRow;
use obligo_store::item::ItemRow;
use std::collections::{BTreeMap, HashMap};

/// Events by the accounts they concern.
#[derive(Clone, Debug, Default)]
pub struct Events {
    /// All of them, in order of date.
    pub all: Vec<EventRow>,
    by_account: HashMap<i64, Vec<usize>>,
}

impl Events {
    /// Indexes events. An event of a whole buyer concerns the accounts co-insured under it at the event's date too.
    #[must_use]
    pub fn new(all: Vec<EventRow>, covers: &BTreeMap<i64, Vec<CoverRow>>) -> Events {
        let mut events = Events { all, by_account: HashMap::new() };
        if events.all.is_empty() {
            return events;
        }
        let mut co_insured: HashMap<i64, Vec<(i64, Vec<Cover>)>> = HashMap::new();
        for (account, rows) in covers {
            let mut mains: Vec<i64> = rows.iter().filter_map(|row| row.cover.co_insured_under).collect();
            mains.sort_unstable();
            mains.dedup();
            for main in mains {
                let of_account = rows.iter().map(|row| row.cover.clone()).collect();
                co_insured.entry(main).or_default().push((*account, of_account));
            }
        }
        for (n, event) in events.all.iter().enumerate() {
            events.by_account.entry(event.buyer_id).or_default().push(n);
            let branches = co_insured.get(&event.buyer_id).filter(|_| event.item_id.is_none());
            for (account, of_account) in branches.into_iter().flatten() {
                let main = cover_at(of_account, event.date).and_then(|c| c.co_insured_under);
                if main == Some(event.buyer_id) {
                    events.by_account.entry(*account).or_default().push(n);
                }
            }
        }
        events
    }

    /// The events that concern an account, in order of date; an event of a whole buyer concerns those co-insured under it too.
    pub fn of_account(&self, account: i64) -> impl Iterator<Item = &EventRow> {
        self.by_account.get(&account).into_iter().flatten().filter_map(|n| self.all.get(*n))
    }

    /// The dates of reinstatements recorded for a buyer (R6.4).
    #[must_use]
    pub fn reinstatements(&self, buyer: i64) -> Vec<Day> {
        let of_buyer = self.by_account.get(&buyer).into_iter().flatten().map(|n| &self.all[*n]);
        let own = of_buyer.filter(|e| e.buyer_id == buyer && e.event == EventKind::Reinstatement);
        own.map(|e| e.date).collect()
    }

    /// Events that count for an item: its own, and those of the whole buyer at whose date it was open. And whether it is disputed.
    pub fn of_item(
        &self,
        row: &ItemRow<'_>,
        is_open: impl Fn(Day) -> Result<bool, Problem>,
    ) -> Result<(ItemEvents, bool), Problem> {
        let mut events = ItemEvents::default();
        let mut dispute: Option<(Day, bool)> = None;
        let indices = self.by_account.get(&row.facts.buyer_id).into_iter().flatten();
        for event in indices.map(|n| &self.all[*n]) {
            let named = event.item_id == Some(row.item_id);
            if !named && (event.item_id.is_some() || !is_open(event.date)?) {
                continue;
            }
            let latest = |known: Option<Day>| Some(known.map_or(event.date, |day| day.max(event.date)));
            match event.event {
                EventKind::Notice => events.notice = latest(events.notice),
                EventKind::Collection => events.collection = latest(events.collection),
                EventKind::Insolvency => {
                    events.insolvency = Some(events.insolvency.map_or(event.date, |day| day.min(event.date)));
                }
                EventKind::Dispute | EventKind::DisputeEnd
                    if dispute.is_none_or(|(day, _)| event.date >= day) =>
                {
                    dispute = Some((event.date, event.event == EventKind::Dispute));
                }
                _ => {}
            }
        }
        Ok((events, dispute.map_or(row.facts.disputed, |(_, open)| open)))
    }
}
