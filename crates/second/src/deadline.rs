//! R3: the dates of an item.

use crate::day::Day;
use crate::model::{Event, ItemKind, Limit};
use crate::policy::{Policy, Term, WaitingBase};
use crate::world::{Change, Dates, Insurance, World};

impl World {
    /// R3: `D0`: receivable start if given, else document date; a bill starts at the oldest receivable it settled.
    #[must_use]
    pub fn start(&self, item: usize, data: &Insurance) -> Day {
        let row = &self.items[item];
        if let Some(start) = data.receivable_start.or(row.receivable_start) {
            return start;
        }
        if row.key.kind != ItemKind::Bill {
            return row.document_date;
        }
        let settled_by_it = |i: &usize| {
            self.items[*i].key.company == row.key.company
                && self.items[*i].key.account == row.key.account
                && self.settled[*i].iter().any(|s| s.method == "bill" && s.reference == row.key.document_no)
        };
        let oldest = (0..self.items.len()).filter(settled_by_it).map(|i| self.items[i].document_date).min();
        oldest.unwrap_or(row.document_date)
    }

    /// R3: `T`: the term for the item's kind in the decision in force, else the policy's for that kind, else the policy's
    /// for receivables.
    #[must_use]
    pub fn term(&self, item: usize, policy: &Policy, decision: Option<&Limit>) -> Term {
        let row = &self.items[item];
        let value_dated = row.value_date.is_some_and(|value| value > row.document_date);
        let (decided, agreed) = if row.key.kind == ItemKind::Bill {
            (decision.and_then(|d| d.max_term_months_bills), policy.bills_max_term)
        } else if value_dated {
            (decision.and_then(|d| d.max_term_months_value_dated), policy.value_dated_max_term)
        } else {
            (decision.and_then(|d| d.max_term_months), Some(policy.max_term))
        };
        decided.map(Term::Months).or(agreed).unwrap_or(policy.max_term)
    }

    /// R3.1–R3.8: all dates from the terms in force at `key_date`.
    #[must_use]
    pub fn dates(
        &self,
        item: usize,
        data: &Insurance,
        policy: &Policy,
        decision: Option<&Limit>,
        key_date: Day,
    ) -> Dates {
        let row = &self.items[item];
        let max_term = self.term(item, policy, decision).after(self.start(item, data));
        let basis = if policy.overdue_from_max_term { max_term } else { row.net_due_date };
        let overdue = basis.plus_days(policy.max_extension_days.unwrap_or(0));
        let mut dates = Dates {
            max_term: Some(max_term),
            overdue: Some(overdue),
            exclusion: Some(overdue.plus_days(policy.exclusion_days.unwrap_or(0))),
            non_payment_report: policy.non_payment_report_days.map(|days| row.net_due_date.plus_days(days)),
            collection: policy.collection_days.map(|days| overdue.plus_days(days)),
            waiting_end: None,
            filing: None,
            base_end: policy.base_period_days.map(|days| row.document_date.plus_days(days)),
        };
        let known: Vec<&Event> = self.events_of(item, key_date);
        dates.waiting_end = self.waiting_end(item, &dates, policy, &known);
        self.file(&mut dates, policy, &known);
        dates
    }

    /// R3.6: the latest of the listed bases, each with its period; `None` while one of them is not known.
    fn waiting_end(&self, item: usize, dates: &Dates, policy: &Policy, known: &[&Event]) -> Option<Day> {
        let latest = |name: &str| known.iter().filter(|e| e.event == name).map(|e| e.date).max();
        let mut ends = Vec::new();
        for (base, period) in &policy.waiting {
            let from = match base {
                WaitingBase::NetDue => Some(self.items[item].net_due_date),
                WaitingBase::Overdue => dates.overdue,
                WaitingBase::Notice => latest("notice"),
                WaitingBase::Collection => latest("collection"),
            };
            ends.push(period.after(from?));
        }
        ends.into_iter().max()
    }

    /// R3.7: `end of waiting period + filing period`, or, if earlier, `insolvency date + filing period`.
    #[allow(clippy::unused_self)]
    fn file(&self, dates: &mut Dates, policy: &Policy, known: &[&Event]) {
        let Some(days) = policy.filing_days else { return };
        let insolvency = known.iter().filter(|e| e.event == "insolvency").map(|e| e.date).min();
        let by_default = dates.filing.or(dates.waiting_end.map(|end| end.plus_days(days)));
        let by_insolvency = insolvency.map(|date| date.plus_days(days));
        dates.filing = [by_default, by_insolvency].into_iter().flatten().min();
    }

    /// R3.9: a date left empty because its base was not known is fixed when the event is recorded. It shows from the day on which
    /// everything it counts from is known, but not before the last final run of the policy.
    pub(crate) fn fix_by_event(&mut self, event: &Event) {
        if !matches!(event.event.as_str(), "notice" | "collection" | "insolvency") {
            return;
        }
        let standing = self.runs.iter().filter(|r| !r.reversed).map(|r| r.key_date);
        let known_by = standing.fold(event.date, Day::max);
        for item in 0..self.items.len() {
            let before = self.insurance(item, Day::MAX);
            if !self.concerns(event, item) || !before.fixed || before.loss_dates_by_hand {
                continue;
            }
            let of_buyer = || self.policy_by_hand(&self.items[item].key.account, known_by);
            let Some(name) = before.policy.clone().or_else(of_buyer) else { continue };
            let Some(policy) = self.policies.get(&name) else { continue };
            let known = self.events_of(item, Day::MAX);
            let mut after = before.clone();
            if after.dates.waiting_end.is_none() {
                after.dates.waiting_end = self.waiting_end(item, &after.dates, policy, &known);
            }
            self.file(&mut after.dates, policy, &known);
            if after == before {
                continue;
            }
            let bases =
                known.iter().filter(|e| e.event == "notice" || e.event == "collection").map(|e| e.date);
            let since = [self.last_key_date(&name), self.latest_effective(item)].into_iter().flatten();
            let effective = bases.chain(since).fold(event.date, Day::max);
            self.record(item, effective, None, Change::Edit(Box::new((before, after))));
        }
    }

    /// R3.9: what an event recorded before the item was examined, and dated after that run, has made known by `key_date`.
    pub(crate) fn fill_loss_dates(&self, item: usize, data: &mut Insurance, policy: &Policy, key_date: Day) {
        let mut known = self.events_of(item, key_date);
        if !known.iter().any(|e| matches!(e.event.as_str(), "notice" | "collection" | "insolvency")) {
            return;
        }
        let by_default =
            data.dates.waiting_end.and_then(|end| policy.filing_days.map(|days| end.plus_days(days)));
        if data.dates.filing != by_default {
            // An insolvency has had its say, or a person.
            known.retain(|e| e.event != "insolvency");
        }
        if data.dates.waiting_end.is_none() {
            data.dates.waiting_end = self.waiting_end(item, &data.dates, policy, &known);
        }
        self.file(&mut data.dates, policy, &known);
    }

    /// The events up to `day` that concern the item: those naming it, and those of its whole buyer if the item was open at
    /// the event's date.
    #[must_use]
    pub fn events_of(&self, item: usize, day: Day) -> Vec<&Event> {
        self.events.iter().filter(|e| e.date <= day && self.concerns(e, item)).collect()
    }

    /// Whether the event names the item itself.
    pub(crate) fn names_item(&self, event: &Event, item: usize) -> bool {
        let key = &self.items[item].key;
        !event.document_no.is_empty()
            && event.document_no == key.document_no
            && event.company == key.company
            && event.kind.is_none_or(|kind| kind == key.kind)
            && event.account.as_ref().is_none_or(|account| *account == key.account)
    }

    fn concerns(&self, event: &Event, item: usize) -> bool {
        if !event.document_no.is_empty() {
            return self.names_item(event, item);
        }
        let account = &self.items[item].key.account;
        let Some(named) = &event.account else { return false };
        let belongs = named == account
            || self
                .cover_row(account, event.date)
                .is_some_and(|c| c.co_insured_under.as_ref() == Some(named));
        belongs && self.open(item, event.date) != 0
    }
}
