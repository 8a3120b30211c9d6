//! Everything recorded so far: rows in recorded order, and the history of the insurance data of each item.

use crate::day::Day;
use crate::model::{
    AccountKey, Buyer, Company, Cover, CoverKind, Event, Evidence, Item, ItemKey, ItemKind, Limit, Settlement,
};
use crate::money::{Rates, Ratio, share_converted};
use crate::policy::Policy;
use std::collections::{BTreeMap, HashMap};

/// R3: the dates of an item; `None` = not tracked or not known yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dates {
    /// R3.1 maximum payment term date.
    pub max_term: Option<Day>,
    /// R3.2 overdue date.
    pub overdue: Option<Day>,
    /// R3.3 exclusion date.
    pub exclusion: Option<Day>,
    /// R3.4 non-payment report due.
    pub non_payment_report: Option<Day>,
    /// R3.5 collection hand-over due.
    pub collection: Option<Day>,
    /// R3.6 end of the waiting period.
    pub waiting_end: Option<Day>,
    /// R3.7 claim filing due.
    pub filing: Option<Day>,
    /// R3.8 base period end.
    pub base_end: Option<Day>,
}

/// The insurance data of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insurance {
    /// R4 status; `?` = unexamined.
    pub status: char,
    /// Stored insured amount, minor units of the policy's currency.
    pub insured: i128,
    /// Policy under which the item was first examined.
    pub policy: Option<String>,
    /// R0.7 rate, fixed at the first examination.
    pub rate: Option<Ratio>,
    /// Dates.
    pub dates: Dates,
    /// Whether a final run has fixed the dates.
    pub fixed: bool,
    /// Whether a person set the waiting or filing date.
    pub loss_dates_by_hand: bool,
    /// Receivable start set by a person.
    pub receivable_start: Option<Day>,
    /// R7.4 reporting status: `1`, `2`, `3`, `A`, `N`, `E`, `S`.
    pub reporting_status: Option<char>,
    /// Date of the last report.
    pub reported_on: Option<Day>,
    /// Follow-up flag.
    pub follow_up: bool,
    /// Follow-up date.
    pub follow_up_on: Option<Day>,
    /// R6.1 flag *new receivables uncovered*.
    pub blocks_new: bool,
    /// Whether a person set that flag.
    pub blocks_by_hand: bool,
}

impl Insurance {
    /// What changed from `before` to `after`, on top of data that a run for an earlier key date may have changed since.
    fn overlay(&mut self, before: &Insurance, after: &Insurance) {
        fn take<T: PartialEq + Clone>(now: &mut T, before: &T, after: &T) {
            if before != after {
                now.clone_from(after);
            }
        }
        take(&mut self.status, &before.status, &after.status);
        take(&mut self.insured, &before.insured, &after.insured);
        if self.status != 'K' {
            self.insured = 0;
        }
        take(&mut self.policy, &before.policy, &after.policy);
        take(&mut self.rate, &before.rate, &after.rate);
        take(&mut self.dates.max_term, &before.dates.max_term, &after.dates.max_term);
        take(&mut self.dates.overdue, &before.dates.overdue, &after.dates.overdue);
        take(&mut self.dates.exclusion, &before.dates.exclusion, &after.dates.exclusion);
        let (now, was, is) = (&mut self.dates, &before.dates, &after.dates);
        take(&mut now.non_payment_report, &was.non_payment_report, &is.non_payment_report);
        take(&mut now.collection, &was.collection, &is.collection);
        take(&mut now.waiting_end, &was.waiting_end, &is.waiting_end);
        take(&mut now.filing, &was.filing, &is.filing);
        take(&mut now.base_end, &was.base_end, &is.base_end);
        take(&mut self.loss_dates_by_hand, &before.loss_dates_by_hand, &after.loss_dates_by_hand);
        take(&mut self.receivable_start, &before.receivable_start, &after.receivable_start);
        take(&mut self.reporting_status, &before.reporting_status, &after.reporting_status);
        take(&mut self.reported_on, &before.reported_on, &after.reported_on);
        take(&mut self.follow_up, &before.follow_up, &after.follow_up);
        take(&mut self.follow_up_on, &before.follow_up_on, &after.follow_up_on);
        take(&mut self.blocks_new, &before.blocks_new, &after.blocks_new);
        take(&mut self.blocks_by_hand, &before.blocks_by_hand, &after.blocks_by_hand);
    }
}

impl Default for Insurance {
    fn default() -> Insurance {
        Insurance {
            status: '?',
            insured: 0,
            policy: None,
            rate: None,
            dates: Dates::default(),
            fixed: false,
            loss_dates_by_hand: false,
            receivable_start: None,
            reporting_status: None,
            reported_on: None,
            follow_up: false,
            follow_up_on: None,
            blocks_new: false,
            blocks_by_hand: false,
        }
    }
}

/// Which sequence of R8.4 a final run belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunKind {
    /// Declaration of named buyers.
    DeclareNamed,
    /// Declaration of unnamed buyers.
    DeclareUnnamed,
    /// Overdue notification.
    Notify,
}

/// A final run on record.
#[derive(Debug, Clone)]
pub struct Run {
    /// 1, 2, 3 … over all kinds.
    pub number: u32,
    /// Policy.
    pub policy: String,
    /// Sequence.
    pub kind: RunKind,
    /// Key date.
    pub key_date: Day,
    /// Reversed runs stay on record and count no more.
    pub reversed: bool,
}

/// Why something is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// R8.4: the last final run has this key date.
    NotAfterLastRun(Day),
    /// R0.7: no rate between the two currencies on that day.
    NoRate(String, String, Day),
    /// No such policy.
    UnknownPolicy(String),
    /// No such item.
    UnknownItem,
    /// No standing run of this number.
    UnknownRun(u32),
    /// R8.4: a later run of the sequence stands.
    NotLastOfSequence,
    /// R8.4: something later has touched an item of the run.
    TouchedLater,
    /// R5.1: outside the bounds, or not a `K` debit item.
    InsuredOutOfBounds,
    /// R5.1: a status other than `K` asks for the insured amount 0 in the same command.
    StatusKeepsInsured,
}

#[derive(Debug, Clone)]
pub(crate) enum Change {
    Data(Box<Insurance>),
    /// What a person or an event changed: from, to.
    Edit(Box<(Insurance, Insurance)>),
    /// R4.5: what a residual took.
    GiveUp(i128),
}

#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub sequence: u64,
    /// The key date, or day, from which it shows.
    pub effective: Day,
    pub run: Option<u32>,
    pub change: Change,
}

/// A portfolio with its whole history.
#[derive(Debug, Clone, Default)]
pub struct World {
    /// Companies.
    pub companies: Vec<Company>,
    /// Policies by name.
    pub policies: BTreeMap<String, Policy>,
    /// Buyers by account.
    pub buyers: BTreeMap<AccountKey, Buyer>,
    /// Covers in recorded order.
    pub covers: Vec<Cover>,
    /// Limits in recorded order.
    pub limits: Vec<Limit>,
    /// Evidence in recorded order.
    pub evidence: Vec<Evidence>,
    /// Rates table.
    pub rates: Rates,
    /// Items in recorded order.
    pub items: Vec<Item>,
    /// Events in recorded order.
    pub events: Vec<Event>,
    /// Final runs.
    pub runs: Vec<Run>,
    pub(crate) settled: Vec<Vec<Settlement>>,
    pub(crate) history: Vec<Vec<Entry>>,
    pub(crate) sequence: u64,
    item_index: HashMap<ItemKey, usize>,
    document_index: HashMap<(String, String, ItemKind), Vec<usize>>,
}

impl World {
    /// Records companies.
    pub fn add_companies(&mut self, rows: Vec<Company>) {
        self.companies.extend(rows);
    }

    /// Records the terms of a policy, in place of the former ones.
    pub fn put_policy(&mut self, policy: Policy) {
        self.policies.insert(policy.policy.clone(), policy);
    }

    /// Records buyers; what a prospect of the same legal entity had passes to the first real account (R1.9).
    pub fn add_buyers(&mut self, rows: Vec<Buyer>) {
        for row in rows {
            let prospect = prospect_of(&row.legal_entity);
            let first = !row.legal_entity.is_empty()
                && !row.key.account.starts_with('@')
                && !self.buyers.values().any(|b| same_entity_account(b, &row.legal_entity));
            if first {
                let passes = |key: &mut AccountKey| {
                    if key.account == prospect {
                        *key = row.key.clone();
                    }
                };
                self.covers.iter_mut().for_each(|c| passes(&mut c.key));
                self.limits.iter_mut().for_each(|l| passes(&mut l.key));
                self.evidence.iter_mut().for_each(|e| passes(&mut e.key));
            }
            self.buyers.insert(row.key.clone(), row);
        }
    }

    /// Records covers.
    pub fn add_covers(&mut self, rows: Vec<Cover>) {
        for mut row in rows {
            row.key = self.account_of_prospect(&row.key);
            self.covers.push(row);
        }
    }

    /// Records limit decisions.
    pub fn add_limits(&mut self, rows: Vec<Limit>) {
        for mut row in rows {
            row.key = self.account_of_prospect(&row.key);
            self.limits.push(row);
        }
    }

    /// Records evidence.
    pub fn add_evidence(&mut self, rows: Vec<Evidence>) {
        for mut row in rows {
            row.key = self.account_of_prospect(&row.key);
            self.evidence.push(row);
        }
    }

    /// Records events, and fixes the dates that waited for them (R3.9).
    pub fn add_events(&mut self, rows: Vec<Event>) {
        for row in rows {
            self.events.push(row.clone());
            self.fix_by_event(&row);
        }
    }

    /// Records items not known yet. A residual takes over the insurance data of its origin (R4.5).
    pub fn add_items(&mut self, rows: Vec<Item>) {
        for mut row in rows {
            if self.item_index.contains_key(&row.key) {
                continue;
            }
            let origin = row.origin.as_ref().and_then(|(company, document_no, kind)| {
                let same = self.document_index.get(&(company.clone(), document_no.clone(), *kind))?;
                same.iter()
                    .copied()
                    .find(|&i| self.items[i].key.account == row.key.account)
                    .or(same.first().copied())
            });
            if let Some(origin) = origin {
                // Both begin when the claim began.
                row.document_date = self.items[origin].document_date;
                row.receivable_start = row.receivable_start.or(self.items[origin].receivable_start);
            }
            let index = self.items.len();
            let document = (row.key.company.clone(), row.key.document_no.clone(), row.key.kind);
            self.item_index.insert(row.key.clone(), index);
            self.document_index.entry(document).or_default().push(index);
            self.items.push(row);
            self.settled.push(Vec::new());
            self.history.push(Vec::new());
            if let Some(origin) = origin {
                self.inherit(origin, index);
            }
        }
    }

    /// Records settlements. The first row whose item is not known, if there is one, is returned and nothing recorded.
    pub fn add_settlements(&mut self, rows: Vec<Settlement>) -> Result<(), Box<Settlement>> {
        let mut found = Vec::new();
        for row in rows {
            match self.item_of(&row.company, &row.document_no, row.kind, row.account.as_ref()) {
                Some(index) => found.push((index, row)),
                None => return Err(Box::new(row)),
            }
        }
        for (index, row) in found {
            self.settled[index].push(row);
        }
        Ok(())
    }

    /// The index of an item.
    #[must_use]
    pub fn item_index(&self, key: &ItemKey) -> Option<usize> {
        self.item_index.get(key).copied()
    }

    pub(crate) fn item_of(
        &self,
        company: &str,
        no: &str,
        kind: ItemKind,
        account: Option<&AccountKey>,
    ) -> Option<usize> {
        let same = self.document_index.get(&(company.to_owned(), no.to_owned(), kind))?;
        same.iter().copied().find(|&i| account.is_none_or(|a| self.items[i].key.account == *a))
    }

    fn account_of_prospect(&self, key: &AccountKey) -> AccountKey {
        let real = |b: &&Buyer| key.account.starts_with('@') && same_entity_account(b, &key.account[1..]);
        self.buyers.values().find(real).map_or(key.clone(), |b| b.key.clone())
    }

    /// R4.5: the residual inherits every insurance datum; the origin gives up what the residual takes.
    fn inherit(&mut self, origin: usize, residual: usize) {
        let Some(last) = self.latest_effective(origin) else { return };
        let inherited = self.insurance(origin, Day::MAX);
        let mut data = inherited.clone();
        let room = self.insurable_open(residual, &data, Day::MAX).unwrap_or(0);
        data.insured =
            if self.items[residual].key.kind.is_debit() { inherited.insured.min(room).max(0) } else { 0 };
        let policy_last = data.policy.as_deref().and_then(|p| self.last_key_date(p)).unwrap_or(Day::MIN);
        let effective = self.items[residual].posting_date.max(policy_last).max(last);
        let given = data.insured;
        self.record(residual, effective, None, Change::Data(Box::new(data)));
        self.record(origin, effective, None, Change::GiveUp(given));
    }

    pub(crate) fn record(&mut self, item: usize, effective: Day, run: Option<u32>, change: Change) {
        self.sequence += 1;
        self.history[item].push(Entry { sequence: self.sequence, effective, run, change });
    }

    pub(crate) fn latest_effective(&self, item: usize) -> Option<Day> {
        self.history[item].iter().map(|e| e.effective).max()
    }

    /// The insurance data of an item as of `day` (R0.4): what the last final run with key date on or before that day, and
    /// what people and events have changed since, left.
    #[must_use]
    pub fn insurance(&self, item: usize, day: Day) -> Insurance {
        let mut entries: Vec<&Entry> = self.history[item].iter().filter(|e| e.effective <= day).collect();
        entries.sort_by_key(|e| (e.effective, e.sequence));
        let mut data = Insurance::default();
        for entry in entries {
            match &entry.change {
                Change::Data(after) => data = (**after).clone(),
                Change::Edit(edit) => data.overlay(&edit.0, &edit.1),
                Change::GiveUp(amount) => data.insured = (data.insured - amount).max(0),
            }
        }
        data
    }

    /// The policy of this name.
    pub fn policy(&self, name: &str) -> Result<&Policy, Refusal> {
        self.policies.get(name).ok_or_else(|| Refusal::UnknownPolicy(name.to_owned()))
    }

    /// Open amount at the end of `day`: the item's currency, negative for credit kinds; 0 before posting (R0.4).
    #[must_use]
    pub fn open(&self, item: usize, day: Day) -> i128 {
        let row = &self.items[item];
        if row.posting_date > day {
            return 0;
        }
        let settled: i128 = self.settled[item].iter().filter(|s| s.date <= day).map(|s| s.amount).sum();
        (row.amount.abs() - settled).max(0) * row.amount.signum()
    }

    /// The last settlement date of the item up to `day`.
    pub(crate) fn last_settled(&self, item: usize, day: Day) -> Option<Day> {
        self.settled[item].iter().map(|s| s.date).filter(|d| *d <= day).max()
    }

    /// R0.7: units of the item's currency for one unit of the policy's: as fixed, as stored with the item, or of the table at
    /// its posting date.
    pub(crate) fn item_rate(&self, item: usize, data: &Insurance, policy: &Policy) -> Result<Ratio, Refusal> {
        let row = &self.items[item];
        if row.currency == policy.currency {
            return Ok(Ratio::ONE);
        }
        data.rate
            .or(row.rate)
            .or_else(|| self.rates.at(&policy.currency, &row.currency, row.posting_date))
            .ok_or_else(|| Refusal::NoRate(policy.currency.clone(), row.currency.clone(), row.posting_date))
    }

    /// R5.1: `amount` of the item's currency as insurable: gross or net share, in the policy's currency, rounded once.
    pub(crate) fn insurable(
        &self,
        item: usize,
        data: &Insurance,
        policy: &Policy,
        amount: i128,
    ) -> Result<i128, Refusal> {
        let row = &self.items[item];
        let rate = self.item_rate(item, data, policy)?;
        let share = if policy.vat_insured { (1, 1) } else { (row.net_amount, row.amount) };
        Ok(share_converted(amount, share, &row.currency, &policy.currency, rate))
    }

    /// `amount` of the item's currency, gross, in the policy's currency.
    pub(crate) fn gross(
        &self,
        item: usize,
        data: &Insurance,
        policy: &Policy,
        amount: i128,
    ) -> Result<i128, Refusal> {
        let row = &self.items[item];
        let rate = self.item_rate(item, data, policy)?;
        Ok(share_converted(amount, (1, 1), &row.currency, &policy.currency, rate))
    }

    /// R5.1: the insurable open amount at `day`, negative for credit kinds; `None` without a policy or rate.
    #[must_use]
    pub fn insurable_open(&self, item: usize, data: &Insurance, day: Day) -> Option<i128> {
        let name = match &data.policy {
            Some(name) => name.clone(),
            None => self.current_cover(&self.items[item].key.account, day)?.1.policy.clone(),
        };
        let policy = self.policies.get(&name)?;
        self.insurable(item, data, policy, self.open(item, day)).ok()
    }

    /// R1.1: whether the company belongs to the insured group.
    #[must_use]
    pub fn in_group(&self, company: &str) -> bool {
        let grouped = self.companies.iter().any(|c| !c.insured_group.is_empty());
        !grouped || self.companies.iter().any(|c| c.company == company && !c.insured_group.is_empty())
    }

    /// R1.5: the cover row of an account in force at `day`: the newest begun, unless it has ended.
    #[must_use]
    pub fn cover_row(&self, key: &AccountKey, day: Day) -> Option<&Cover> {
        let begun = self.covers.iter().filter(|c| c.key == *key && c.valid_from <= day);
        // `max_by_key` takes the last of equals: the later recorded.
        begun.max_by_key(|c| c.valid_from).filter(|c| c.valid_until.is_none_or(|until| until >= day))
    }

    /// R1.6: the main buyer of an account at `day` with its named or unnamed cover.
    #[must_use]
    pub fn current_cover(&self, key: &AccountKey, day: Day) -> Option<(AccountKey, &Cover)> {
        let own = self.cover_row(key, day)?;
        let cover = match own.kind {
            CoverKind::Named | CoverKind::Unnamed => own,
            CoverKind::CoInsured => self.cover_row(own.co_insured_under.as_ref()?, day)?,
            CoverKind::None => return None,
        };
        matches!(cover.kind, CoverKind::Named | CoverKind::Unnamed).then(|| (cover.key.clone(), cover))
    }

    /// The last main buyer and cover of an account under `policy`, ended or not.
    #[must_use]
    pub fn last_cover(&self, key: &AccountKey, policy: &str, day: Day) -> Option<(AccountKey, &Cover)> {
        let last_own = |key: &AccountKey| {
            let rows = self.covers.iter().filter(|c| {
                c.key == *key
                    && c.policy == policy
                    && c.valid_from <= day
                    && matches!(c.kind, CoverKind::Named | CoverKind::Unnamed)
            });
            rows.max_by_key(|c| c.valid_from)
        };
        let mut rows: Vec<&Cover> =
            self.covers.iter().filter(|c| c.key == *key && c.valid_from <= day).collect();
        rows.sort_by_key(|c| c.valid_from);
        rows.into_iter().rev().find_map(|row| {
            let cover = match row.kind {
                CoverKind::Named | CoverKind::Unnamed if row.policy == policy => row,
                CoverKind::CoInsured => last_own(row.co_insured_under.as_ref()?)?,
                _ => return None,
            };
            Some((cover.key.clone(), cover))
        })
    }

    /// The key date of the last standing final run of the policy.
    pub(crate) fn last_key_date(&self, policy: &str) -> Option<Day> {
        self.runs.iter().filter(|r| !r.reversed && r.policy == policy).map(|r| r.key_date).max()
    }
}

fn prospect_of(legal_entity: &str) -> String {
    format!("@{legal_entity}")
}

fn same_entity_account(buyer: &Buyer, legal_entity: &str) -> bool {
    buyer.legal_entity == legal_entity && !buyer.key.account.starts_with('@')
}
