//! The use case *event* (R3.9, R6.4): what happened to an item or a buyer is recorded, and fixes at once the dates that waited for it.

use crate::edit::{HandChange, policy_of_item, write_changes};
use crate::import::book::Book;
use crate::item_events::Events;
use crate::items::{ItemName, item_name};
use crate::session::Session;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{EventKind, ItemKind};
use obligo_rules::cover::{Cover, cover_at};
use obligo_rules::deadline::deadlines_fix_by_events;
use obligo_rules::item::ItemEvents;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::AccountKey;
use obligo_store::change::change_by_hand_dates;
use obligo_store::cover::{always, cover_all};
use obligo_store::event::{EventRow, event_add, event_all};
use obligo_store::item::{ItemRow, item_each, item_get, item_of_buyer_each};
use obligo_store::run::run_all;
use obligo_store::settlement::settlement_of;
use obligo_store::state::ItemState;
use obligo_store::{Tx, Written};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// Items named one by one in the result; the rest is counted.
const ITEMS_SHOWN: usize = 20;

/// From this many accounts on, one walk over all items is quicker than one per account.
const ACCOUNTS_LOOKED_UP: usize = 8;

/// What happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EventRequest {
    /// Kind of event.
    pub kind: EventKind,
    /// To whom or what.
    pub target: EventTarget,
    /// When.
    pub date: Day,
    /// Reference; may be empty.
    pub reference: String,
}

/// To whom or what an event happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EventTarget {
    /// To one item.
    Item(ItemName),
    /// To a whole buyer; branch and account type may be empty where there is one choice (R1.4).
    Buyer(AccountKey),
}

/// Records an event and returns `{event, date, item, account, recorded, items, fixed}`: how many items got dates, and which of the first ones. An
/// event on record already changes nothing. Errors: an unknown or ambiguous target (refused), a protest that names no bill (refused). Role: clerk.
pub fn record(session: &mut Session, request: &EventRequest) -> Result<Value, Problem> {
    let input = format!("{request:?}");
    let outcome = session.write("event", "", &input, |tx, entry| {
        let (row, item) = resolve(tx, request)?;
        let account = Book::load(tx)?.buyers.get(&row.buyer_id).map(|b| b.key.to_string());
        let recorded = record_in(tx, entry, std::slice::from_ref(&row))?;
        let mut fixed = Vec::new();
        for (item_id, state) in recorded.fixed.iter().take(ITEMS_SHOWN) {
            let day = |day: Option<Day>| json!(day.map(|day| day.to_string()));
            let dates = &state.insurance.deadlines;
            fixed.push(json!({
                "item": item_name(tx, *item_id)?,
                "waiting_end": day(dates.waiting_end),
                "filing_date": day(dates.filing_date),
            }));
        }
        let result = json!({
            "event": row.event.code(),
            "date": row.date.to_string(),
            "item": item,
            "account": account,
            "reference": row.reference,
            "recorded": recorded.new > 0,
            "items": recorded.fixed.len(),
            "fixed": fixed,
        });
        if recorded.new == 0 {
            return Ok(Written::nothing(result));
        }
        let mut payload = result.clone();
        payload["changes_sha256"] = json!(recorded.changes_sha256);
        Ok(Written::new(payload, result))
    })?;
    Ok(outcome.result)
}

/// The row of a request, and the item's name if it names one.
fn resolve(tx: &Tx<'_>, request: &EventRequest) -> Result<(EventRow, Option<String>), Problem> {
    let (buyer_id, item_id, kind, name) = match &request.target {
        EventTarget::Buyer(key) => {
            let book = Book::load(tx)?;
            let prospect = format!("@{}", key.prospect);
            let number = if key.prospect.is_empty() { key.account.as_str() } else { prospect.as_str() };
            (book.account(number, &key.branch, &key.account_type)?, None, None, None)
        }
        EventTarget::Item(item) => {
            let item_id = item.resolve(tx)?;
            let mut of_item = None;
            item_get(tx, item_id, |row| {
                of_item = Some((row.facts.buyer_id, row.facts.kind));
                Ok(())
            })?;
            let (buyer_id, kind) =
                of_item.ok_or_else(|| Problem::refused("item-not-found").with("item", item))?;
            (buyer_id, Some(item_id), Some(kind), Some(item_name(tx, item_id)?))
        }
    };
    check_target(request.kind, kind)?;
    let reference = request.reference.clone();
    Ok((EventRow { buyer_id, item_id, event: request.kind, date: request.date, reference }, name))
}

/// Refuses a protest that does not name a bill; `item` is the kind of the item the event names.
pub fn check_target(event: EventKind, item: Option<ItemKind>) -> Result<(), Problem> {
    if event == EventKind::Protest && item != Some(ItemKind::Bill) {
        return Err(Problem::refused("event-protest-not-a-bill"));
    }
    Ok(())
}

/// What recording events did.
#[derive(Clone, Debug, Default)]
pub struct RecordedEvents {
    /// Events not on record before.
    pub new: usize,
    /// Events on record just so.
    pub known: usize,
    /// Items that got a date, with their state after.
    pub fixed: Vec<(i64, ItemState)>,
    /// Hash over the changes, for the payload of the audit entry if these are all its events.
    pub changes_sha256: Option<String>,
}

/// Records events inside the door, in the order given, and fixes the dates that waited for them (R3.9): of the item named, or of the
/// items of the buyer and its co-insured accounts posted by the event's date and open at it. The changes belong to the event's date, or to the last
/// final run of the policy if that is later. Known events are skipped.
pub fn record_in(tx: &Tx<'_>, entry: i64, events: &[EventRow]) -> Result<RecordedEvents, Problem> {
    let prior = Events::new(event_all(tx, AsOf::at(Day::LAST))?, &cover_all(tx, AsOf::NOW)?);
    let mut recorded = RecordedEvents::default();
    let mut fixing = Vec::new();
    for event in events {
        if !event_add(tx, entry, event)? {
            recorded.known += 1;
            continue;
        }
        recorded.new += 1;
        if matches!(event.event, EventKind::Notice | EventKind::Collection | EventKind::Insolvency) {
            fixing.push(event);
        }
    }
    let Some(latest) = fixing.iter().map(|e| e.date).max() else { return Ok(recorded) };
    let mut last_runs: HashMap<u16, Day> = HashMap::new();
    for run in run_all(tx)?.iter().filter(|r| r.reversed_entry.is_none()) {
        let last = last_runs.entry(run.policy_id).or_insert(run.key_date);
        *last = (*last).max(run.key_date);
    }
    let by_hand = change_by_hand_dates(tx, always())?;
    if last_runs.is_empty() && by_hand.is_empty() {
        // Nothing was ever examined, so no date waits.
        return Ok(recorded);
    }
    // Terms that a run has used are in force at its key date at the latest.
    let as_of = last_runs.values().copied().chain([latest]).max().unwrap_or(latest);
    let snapshot = Snapshot::load(tx, AsOf::at(as_of))?;
    let mut fixer = Fixer { tx, snapshot: &snapshot, prior: &prior, last_runs, by_hand, changes: Vec::new() };
    fixer.visit(&fixing)?;
    let changes = fixer.changes;
    if !changes.is_empty() {
        for change in &changes {
            // The changes of one item stand together.
            recorded.fixed.pop_if(|(item, _)| *item == change.item_id);
            recorded.fixed.push((change.item_id, change.after));
        }
        recorded.changes_sha256 = Some(write_changes(tx, entry, "event", changes)?);
    }
    Ok(recorded)
}

/// Fixes the dates of the items that new events concern.
struct Fixer<'a, 'c> {
    tx: &'a Tx<'c>,
    snapshot: &'a Snapshot,
    prior: &'a Events,
    last_runs: HashMap<u16, Day>,
    by_hand: HashMap<i64, Day>,
    changes: Vec<HandChange>,
}

impl Fixer<'_, '_> {
    fn visit(&mut self, events: &[&EventRow]) -> Result<(), Problem> {
        let tx = self.tx;
        let mut of_item: HashMap<i64, Vec<usize>> = HashMap::new();
        let mut of_account: HashMap<i64, Vec<usize>> = HashMap::new();
        for (n, event) in events.iter().enumerate() {
            match event.item_id {
                Some(item) => of_item.entry(item).or_default().push(n),
                None => {
                    for account in self.accounts_of(event) {
                        of_account.entry(account).or_default().push(n);
                    }
                }
            }
        }
        let mut seen: HashSet<i64> = HashSet::new();
        let mut fix = |row: &ItemRow<'_>| -> Result<(), Problem> {
            let own = of_item.get(&row.item_id);
            let whole = of_account.get(&row.facts.buyer_id);
            if (own.is_none() && whole.is_none()) || !seen.insert(row.item_id) {
                return Ok(());
            }
            let mut numbers: Vec<usize> = own.into_iter().chain(whole).flatten().copied().collect();
            numbers.sort_unstable();
            let concerned: Vec<&EventRow> = numbers.into_iter().map(|n| events[n]).collect();
            self.fix(row, &concerned)
        };
        if of_account.len() > ACCOUNTS_LOOKED_UP {
            return item_each(tx, AsOf::at(Day::LAST), |_, _, _| true, &mut fix);
        }
        for account in of_account.keys() {
            item_of_buyer_each(tx, *account, &mut fix)?;
        }
        for item in of_item.keys() {
            item_get(tx, *item, &mut fix)?;
        }
        Ok(())
    }

    /// The buyer of an event of the whole buyer, and the accounts co-insured under it at the event's date.
    fn accounts_of(&self, event: &EventRow) -> Vec<i64> {
        let co_insured = self.snapshot.covers.iter().filter(|(_, rows)| {
            rows.iter().any(|row| row.cover.co_insured_under == Some(event.buyer_id)) && {
                let covers: Vec<Cover> = rows.iter().map(|row| row.cover.clone()).collect();
                cover_at(&covers, event.date).and_then(|c| c.co_insured_under) == Some(event.buyer_id)
            }
        });
        std::iter::once(event.buyer_id).chain(co_insured.map(|(buyer, _)| *buyer)).collect()
    }

    fn fix(&mut self, row: &ItemRow<'_>, concerned: &[&EventRow]) -> Result<(), Problem> {
        let before = row.state;
        if before.insurance.deadlines.overdue_date.is_none() {
            return Ok(());
        }
        let Some(policy) = policy_of_item(self.snapshot, row) else { return Ok(()) };
        let mut settlements = Vec::new();
        settlement_of(self.tx, row.item_id, |s| settlements.push((s.date, s.amount)))?;
        let is_open = |day: Day| {
            let settled: i64 = settlements.iter().filter(|(date, _)| *date <= day).map(|(_, n)| n).sum();
            row.facts.posting_date <= day && settled < row.facts.amount.abs()
        };
        let (mut known, _) = self.prior.of_item(row, |day| Ok(is_open(day)))?;
        // An insolvency on record has had its say; a date set by hand since then stays.
        known.insolvency = None;
        let last_run = self.last_runs.get(&policy.number).copied();
        let by_hand = self.by_hand.get(&row.item_id).copied();
        let mut key_date = last_run.max(by_hand).unwrap_or_else(always);
        let mut state = before;
        let first = self.changes.len();
        for event in concerned.iter().filter(|e| e.item_id.is_some() || is_open(e.date)) {
            take(&mut known, event);
            let mut after = state;
            let dates = &mut after.insurance.deadlines;
            deadlines_fix_by_events(&policy.policy, row.facts.net_due_date, &known, dates);
            if after == state {
                continue;
            }
            let bases = [known.notice, known.collection, known.insolvency].into_iter().flatten();
            key_date = bases.fold(key_date, Day::max);
            let change = HandChange { item_id: row.item_id, key_date, before: state, after };
            match self.changes[first..].last_mut().filter(|last| last.key_date == key_date) {
                Some(last) => last.after = after,
                None => self.changes.push(change),
            }
            state = after;
        }
        Ok(())
    }
}

/// Adds an event to what is known of an item: the latest notice and collection, the earliest insolvency.
fn take(known: &mut ItemEvents, event: &EventRow) {
    let latest = |day: Option<Day>| Some(day.map_or(event.date, |day| day.max(event.date)));
    match event.event {
        EventKind::Notice => known.notice = latest(known.notice),
        EventKind::Collection => known.collection = latest(known.collection),
        EventKind::Insolvency => {
            known.insolvency = Some(known.insolvency.map_or(event.date, |day| day.min(event.date)));
        }
        _ => {}
    }
}
