//! What was done about a buyer's late items, in one order of days (FR-12): reminders, collection and how it ended, and the events recorded
//! of it, such as notice to the insurer, protest and claim.

use crate::buyer_names::event_message;
use crate::credit::payers::Payers;
use crate::items::item_name;
use crate::session::Session;
use crate::settled::SettledItems;
use crate::snapshot::Snapshot;
use crate::words::Words;
use obligo_rules::calendar::Day;
use obligo_rules::codes::EventKind;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::collection::{AssignmentRow, assignment_list, collection_history};
use obligo_store::item::item_get;
use obligo_store::reminder::{reminder_items, reminder_list};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Most letters and assignments of a payer that are looked at, the latest first.
const LISTED: i64 = 200;

/// What was done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// A reminder of a level was sent.
    Reminder(u8),
    /// Items were handed over for collection.
    Assigned,
    /// They were taken back.
    Withdrawn,
    /// The agency gave them back.
    Returned,
    /// They were paid in full while in collection.
    Settled,
    /// An event was recorded.
    Event(EventKind),
}

impl What {
    /// Every code of [`What::code`].
    pub const CODES: &'static [&'static str] = &[
        "reminder",
        "assigned",
        "withdrawn",
        "returned",
        "settled",
        "insolvency",
        "notice",
        "collection",
        "protest",
        "claim",
        "dispute",
        "dispute_end",
        "reinstatement",
    ];

    /// Its name in results.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            What::Reminder(_) => "reminder",
            What::Assigned => "assigned",
            What::Withdrawn => "withdrawn",
            What::Returned => "returned",
            What::Settled => "settled",
            What::Event(event) => event.code(),
        }
    }

    /// As people read it.
    #[must_use]
    pub fn text(self, words: &Words) -> String {
        match self {
            What::Reminder(level) => words.with("timeline-reminder", &[("level", level.to_string())]),
            What::Assigned => words.text("event-collection"),
            What::Withdrawn => words.text("timeline-withdrawn"),
            What::Returned => words.text("timeline-returned"),
            What::Settled => words.text("timeline-settled"),
            What::Event(event) => words.text(event_message(event)),
        }
    }
}

/// One step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// The day.
    pub day: Day,
    /// What.
    pub what: What,
    /// The items it concerned, as COMPANY/DOCUMENT/KIND; empty for the buyer as a whole.
    pub items: Vec<String>,
    /// What was open of them then, minor units.
    pub open: Option<(i64, Currency)>,
    /// Agency with its reference, reason, or the reference of an event.
    pub reference: String,
    /// Number of the reminder or assignment.
    pub number: Option<i64>,
}

impl Step {
    /// As programs see it.
    #[must_use]
    pub fn json(&self) -> Value {
        let level = if let What::Reminder(level) = self.what { Some(level) } else { None };
        json!({
            "date": self.day.to_string(),
            "what": self.what.code(),
            "level": level,
            "number": self.number,
            "items": self.items,
            "open": self.open.map(|(minor, currency)| format_minor(minor, currency.exponent())),
            "currency": self.open.map(|(_, currency)| currency.to_string()),
            "reference": self.reference,
        })
    }

    /// The page it leads to.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        let number = self.number?;
        let area = if let What::Reminder(_) = self.what { "reminders" } else { "collection" };
        Some(format!("/credit/{area}/{number}"))
    }
}

/// Whose time line, and how much of it may be seen.
#[derive(Clone, Copy, Debug)]
pub struct TimelineOf<'a> {
    /// Accounts by the store's number: a buyer with those co-insured under it.
    pub accounts: &'a [i64],
    /// Only what concerns these companies, by the store's number; `None` for all.
    pub companies: Option<&'a BTreeSet<i64>>,
}

impl TimelineOf<'_> {
    fn sees(&self, company: i64) -> bool {
        self.companies.is_none_or(|own| own.contains(&company))
    }
}

/// The steps up to the snapshot's day, the latest first. Letters and assignments go to payers; those of a payer that pays for others too
/// are shown with the items of these accounts. Errors: those of the store.
pub fn timeline(tx: &Tx<'_>, snapshot: &Snapshot, of: &TimelineOf<'_>) -> Result<Vec<Step>, Problem> {
    let payers = Payers::of(snapshot);
    let mut steps = Vec::new();
    let all: BTreeSet<i64> = of.accounts.iter().map(|account| payers.payer_of(*account)).collect();
    let mut collected = BTreeSet::new();
    for payer in all {
        reminders(tx, of, payer, &mut steps)?;
        for row in assignment_list(tx, Some(payer), LISTED)? {
            if of.sees(row.company_id) {
                collection(tx, snapshot, of, &row, &mut steps, &mut collected)?;
            }
        }
    }
    let events: BTreeMap<(Day, Option<i64>, &str), _> = of
        .accounts
        .iter()
        .flat_map(|account| snapshot.events.of_account(*account))
        .map(|event| ((event.date, event.item_id, event.event.code()), event))
        .collect();
    for event in events.into_values() {
        let is_told = event.event == EventKind::Collection
            && event.item_id.is_some_and(|item| collected.contains(&(item, event.date)));
        let (mut is_seen, mut items) = (true, Vec::new());
        if let Some(item) = event.item_id {
            item_get(tx, item, |row| {
                is_seen = of.sees(row.facts.company_id);
                Ok(())
            })?;
            items.push(item_name(tx, item)?);
        }
        if is_seen && !is_told {
            steps.push(Step {
                day: event.date,
                what: What::Event(event.event),
                items,
                open: None,
                reference: event.reference.clone(),
                number: None,
            });
        }
    }
    steps.retain(|step| step.day <= snapshot.as_of.key_date);
    // Of one day the later number is the later step; a state follows the hand-over it ends.
    steps.sort_by_key(|step| (step.day, step.number, step.what != What::Assigned));
    steps.reverse();
    Ok(steps)
}

/// [`timeline`] of an account as programs see it, as of today. Errors: those of the store. Anybody who may read.
pub fn timeline_of(
    session: &mut Session,
    account: i64,
    companies: Option<&BTreeSet<String>>,
) -> Result<Vec<(Step, Value)>, Problem> {
    let today = session.today();
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, AsOf::at(today))?;
        let seen: Option<BTreeSet<i64>> = companies.map(|own| {
            let all = snapshot.companies.iter();
            all.filter(|(_, company)| own.contains(&company.company)).map(|(id, _)| *id).collect()
        });
        let of = TimelineOf { accounts: &[account], companies: seen.as_ref() };
        Ok(timeline(tx, &snapshot, &of)?.into_iter().map(|step| (step.clone(), step.json())).collect())
    })
}

/// The names and the sum of those items that are of the accounts.
fn of_accounts(
    tx: &Tx<'_>,
    of: &TimelineOf<'_>,
    payer: i64,
    items: &[(i64, i64)],
) -> Result<(Vec<String>, i64), Problem> {
    let (mut names, mut sum) = (Vec::new(), 0i64);
    for (item, open) in items {
        let mut is_own = of.accounts.contains(&payer);
        if !is_own {
            item_get(tx, *item, |row| {
                is_own = of.accounts.contains(&row.facts.buyer_id);
                Ok(())
            })?;
        }
        if is_own {
            names.push(item_name(tx, *item)?);
            sum = sum.saturating_add(*open);
        }
    }
    Ok((names, sum))
}

fn reminders(tx: &Tx<'_>, of: &TimelineOf<'_>, payer: i64, steps: &mut Vec<Step>) -> Result<(), Problem> {
    for letter in reminder_list(tx, Some("sent"), Some(payer), LISTED)? {
        let Some(day) = letter.sent_on.filter(|_| of.sees(letter.company_id)) else { continue };
        let rows = reminder_items(tx, letter.reminder_id)?;
        let kept: Vec<(i64, i64)> =
            rows.iter().filter(|row| !row.left_out).map(|row| (row.item_id, row.open)).collect();
        let (items, open) = of_accounts(tx, of, payer, &kept)?;
        if !items.is_empty() {
            steps.push(Step {
                day,
                what: What::Reminder(letter.level),
                items,
                open: Currency::parse(&letter.currency).map(|currency| (open, currency)),
                reference: letter.recipient.clone(),
                number: Some(letter.reminder_id),
            });
        }
    }
    Ok(())
}

/// Items with what was open of them, and the reason, by state and day.
type Together<'s> = BTreeMap<(&'s str, Day), (Vec<(i64, i64)>, &'s str)>;

/// An assignment with how its items came back. The items handed over are noted by day.
fn collection(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    of: &TimelineOf<'_>,
    row: &AssignmentRow,
    steps: &mut Vec<Step>,
    collected: &mut BTreeSet<(i64, Day)>,
) -> Result<(), Problem> {
    let history = collection_history(tx, row.assignment_id)?;
    let last: BTreeMap<i64, &str> =
        history.iter().map(|state| (state.item_id, state.state.as_str())).collect();
    let ids: Vec<i64> = last.keys().copied().collect();
    let settled = SettledItems::of(tx, snapshot.as_of, &ids)?;
    // By state and day, so that what came back together stands together.
    let mut together = Together::new();
    for state in &history {
        let (items, reason) = together.entry((state.state.as_str(), state.date)).or_default();
        items.push((state.item_id, state.open));
        *reason = state.reason.as_str();
        if state.state == "assigned" {
            collected.insert((state.item_id, state.date));
        }
    }
    for (item, _) in last.iter().filter(|(_, state)| **state == "assigned") {
        let mut open = 0;
        item_get(tx, *item, |row| {
            open = settled.open(*item, row.facts.amount);
            Ok(())
        })?;
        if let Some(day) = settled.last(*item).filter(|_| open == 0) {
            together.entry(("settled", day)).or_default().0.push((*item, 0));
        }
    }
    let agency = [row.agency.as_str(), row.reference.as_str()].join(" ").trim().to_owned();
    for ((state, day), (items, reason)) in together {
        let (what, reference) = match state {
            "assigned" => (What::Assigned, agency.clone()),
            "withdrawn" => (What::Withdrawn, reason.to_owned()),
            "returned" => (What::Returned, reason.to_owned()),
            "settled" => (What::Settled, agency.clone()),
            _ => continue,
        };
        let (items, open) = of_accounts(tx, of, row.payer_id, &items)?;
        if !items.is_empty() {
            let open = Currency::parse(&row.currency).map(|currency| (open, currency));
            steps.push(Step { day, what, items, open, reference, number: Some(row.assignment_id) });
        }
    }
    Ok(())
}
