//! The ledger under construction: it keeps every settlement within its item and every date in its order.

use obligo_rules::calendar::Day;
use obligo_rules::codes::{EventKind, ItemKind, SettlementMethod};

/// One row of `items.csv`.
#[derive(Clone)]
pub(super) struct Item {
    pub(super) company: usize,
    pub(super) kind: ItemKind,
    pub(super) buyer: usize,
    pub(super) document: Day,
    pub(super) posting: Day,
    pub(super) delivery: Option<Day>,
    pub(super) due: Day,
    pub(super) value: Option<Day>,
    pub(super) receivable_start: Option<Day>,
    pub(super) currency: &'static str,
    /// Minor units; credit kinds below zero.
    pub(super) amount: i64,
    /// The same without VAT.
    pub(super) net: i64,
    pub(super) terms: String,
    pub(super) secured: bool,
    pub(super) disputed: bool,
    pub(super) origin: Option<usize>,
    pub(super) text: &'static str,
    /// Fixed rate in ten-thousandths.
    pub(super) rate: Option<i64>,
}

/// One row of `settlements.csv`.
pub(super) struct Settlement {
    pub(super) item: usize,
    pub(super) date: Day,
    /// Towards zero; negative for a return.
    pub(super) amount: i64,
    pub(super) method: SettlementMethod,
    /// The item on the other side of an offset or bill.
    pub(super) other: Option<usize>,
}

/// One row of `events.csv`.
pub(super) struct Event {
    pub(super) buyer: usize,
    pub(super) item: Option<usize>,
    pub(super) kind: EventKind,
    pub(super) date: Day,
    pub(super) reference: String,
}

/// Items, settlements and events up to the last day of the portfolio.
pub(super) struct Ledger {
    pub(super) items: Vec<Item>,
    pub(super) settlements: Vec<Settlement>,
    pub(super) events: Vec<Event>,
    /// First day of trade.
    pub(super) start: Day,
    /// Last day: nothing is dated after it.
    pub(super) end: Day,
    open: Vec<i64>,
}

impl Ledger {
    pub(super) fn new(start: Day, end: Day) -> Ledger {
        Ledger {
            items: Vec::new(),
            settlements: Vec::new(),
            events: Vec::new(),
            start,
            end,
            open: Vec::new(),
        }
    }

    /// Posts an item, not before its document date; `None` if that is after the last day.
    pub(super) fn post(&mut self, mut item: Item) -> Option<usize> {
        if item.document > self.end || item.amount == 0 {
            return None;
        }
        item.posting = item.posting.clamp(item.document, self.end);
        self.open.push(item.amount.abs());
        self.items.push(item);
        Some(self.items.len() - 1)
    }

    /// What is open of an item after everything entered so far, without sign.
    pub(super) fn open(&self, item: usize) -> i64 {
        self.open[item]
    }

    /// Settles up to `amount`; nothing after the last day. Returns whether it was entered.
    pub(super) fn settle(&mut self, item: usize, date: Day, amount: i64, method: SettlementMethod) -> bool {
        self.enter(item, date, amount, method, None)
    }

    /// Sets a debit item off against a credit item on the later of `date` and both postings.
    pub(super) fn offset(&mut self, debit: usize, credit: usize, date: Day, amount: i64) -> bool {
        let date = date.max(self.items[debit].posting).max(self.items[credit].posting);
        let amount = amount.min(self.open[debit]).min(self.open[credit]);
        self.enter(debit, date, amount, SettlementMethod::Offset, Some(credit))
            && self.enter(credit, date, amount, SettlementMethod::Offset, Some(debit))
    }

    /// Settles what is open of `item` by another item: a bill or a residual.
    pub(super) fn replace(&mut self, item: usize, by: usize, method: SettlementMethod) -> bool {
        let (date, amount) = (self.items[by].posting, self.items[by].amount.abs());
        self.enter(item, date, amount, method, Some(by))
    }

    /// A payment that comes back: the item is open again.
    pub(super) fn return_payment(&mut self, item: usize, date: Day, amount: i64) -> bool {
        if date > self.end {
            return false;
        }
        self.open[item] += amount;
        self.settlements.push(Settlement {
            item,
            date,
            amount: -amount,
            method: SettlementMethod::Return,
            other: None,
        });
        true
    }

    /// Leaves out what was settled in full before `day`: the ledger opens with what was still open then.
    pub(super) fn forget_settled_before(&mut self, day: Day) {
        let mut open: Vec<i64> = self.items.iter().map(|item| item.amount.abs()).collect();
        for settlement in self.settlements.iter().filter(|s| s.date < day) {
            open[settlement.item] -= settlement.amount;
        }
        let kept: Vec<bool> =
            self.items.iter().zip(&open).map(|(i, open)| i.posting >= day || *open != 0).collect();
        let new: Vec<Option<usize>> = kept
            .iter()
            .scan(0, |next, keep| {
                *next += usize::from(*keep);
                Some(keep.then(|| *next - 1))
            })
            .collect();
        let mut keeps = kept.iter();
        self.items.retain(|_| keeps.next().is_some_and(|keep| *keep));
        let mut keeps = kept.iter();
        self.open.retain(|_| keeps.next().is_some_and(|keep| *keep));
        for item in &mut self.items {
            item.origin = item.origin.and_then(|i| new[i]);
        }
        self.settlements.retain(|s| kept[s.item]);
        for settlement in &mut self.settlements {
            settlement.item = new[settlement.item].unwrap_or_default();
            settlement.other = settlement.other.and_then(|i| new[i]);
        }
        self.events.retain(|e| e.item.is_none_or(|i| kept[i]));
        for event in &mut self.events {
            event.item = event.item.and_then(|i| new[i]);
        }
    }

    fn enter(
        &mut self,
        item: usize,
        date: Day,
        amount: i64,
        method: SettlementMethod,
        other: Option<usize>,
    ) -> bool {
        let date = date.max(self.items[item].posting);
        let amount = amount.min(self.open[item]);
        if date > self.end || amount <= 0 {
            return false;
        }
        self.open[item] -= amount;
        self.settlements.push(Settlement { item, date, amount, method, other });
        true
    }

    /// Records an event of an item, or of its buyer as a whole.
    pub(super) fn event(
        &mut self,
        buyer: usize,
        item: Option<usize>,
        kind: EventKind,
        date: Day,
        reference: &str,
    ) {
        if date <= self.end {
            self.events.push(Event { buyer, item, kind, date, reference: reference.to_owned() });
        }
    }
}

/// The day itself, or the Monday after a weekend.
pub(super) fn business_day(day: Day) -> Day {
    match (day.epoch_days() + 3).rem_euclid(7) {
        5 => day.plus_days(2),
        6 => day.plus_days(1),
        _ => day,
    }
}
