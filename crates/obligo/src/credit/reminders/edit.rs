//! The use case *edit*: a proposal is changed before it is sent, with a reason where money or level is concerned.

use super::answers::json_of;
use super::draft::Pricing;
use super::ledger::{DunningLedger, OpenItem, item_at};
use super::list::found;
use super::terms::Terms;
use crate::credit::payers::Payers;
use crate::items::ItemName;
use crate::session::{Precondition, Session, sha256_hex};
use crate::snapshot::Snapshot;
use obligo_rules::money::{Currency, format_minor, parse_minor};
use obligo_rules::problem::Problem;
use obligo_rules::reminder::{Charge, DaysAfter, LEVEL_MAX, ReminderLevel};
use obligo_store::as_of::AsOf;
use obligo_store::reminder::{
    ReminderItemRow, ReminderRow, reminder_get, reminder_item_put, reminder_items, reminder_put,
};
use obligo_store::{Tx, Written};
use serde_json::Value;
use std::collections::{BTreeSet, HashSet};

/// Longest text of the house in characters.
const MESSAGE_MAX: usize = 4_000;
/// Languages letters are written in.
pub const LANGUAGES: [&str; 4] = ["en", "de", "fr", "sv"];

/// What is changed; `None` leaves it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EditRequest {
    /// The letter.
    pub reminder: i64,
    /// Whether the whole letter is left out.
    pub leave_out: Option<bool>,
    /// The items that are left out, by name; all others are in.
    pub items_left_out: Option<BTreeSet<String>>,
    /// Another level for all its items.
    pub level: Option<u8>,
    /// Another charge, as a decimal with a point.
    pub charge: Option<String>,
    /// The house's own text instead of the usual one; empty for that.
    pub message: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// Why.
    pub reason: String,
}

/// Changes a proposal and returns it as [`super::show`] does without its items. Errors: `reminder-not-found`, `reminder-not-proposed`
/// (forbidden), `reminder-level`, `reminder-charge`, `reminder-charge-above-open`, `reminder-language`,
/// `reminder-message-too-long`, `reminder-item-not-in`, `reminder-nothing-left`, `reason-missing`, and those of naming an item and of pricing. Role: clerk.
pub fn edit(
    session: &mut Session,
    companies: Option<&BTreeSet<String>>,
    request: &EditRequest,
) -> Result<Value, Problem> {
    let reason = request.reason.trim().to_owned();
    if (request.leave_out.is_some() || request.is_repriced()) && reason.is_empty() {
        return Err(Problem::refused("reason-missing"));
    }
    request.check()?;
    let input = format!("reminder-edit {request:?}");
    let outcome = session.write("reminder-edit", &reason, &input, |tx, entry| {
        let unknown = || Problem::refused("reminder-not-found").with("reminder", request.reminder);
        let key_date = reminder_get(tx, request.reminder)?.ok_or_else(unknown)?.key_date;
        let snapshot = Snapshot::load(tx, AsOf::at(key_date))?;
        let mut letter = found(tx, &snapshot, companies, request.reminder)?;
        if !matches!(letter.state.as_str(), "proposed" | "left_out") {
            return Err(not_proposed(&letter));
        }
        if request.is_repriced() {
            reprice(tx, entry, &snapshot, &mut letter, request)?;
        }
        if let Some(leave_out) = request.leave_out {
            (if leave_out { "left_out" } else { "proposed" }).clone_into(&mut letter.state);
        }
        if let Some(message) = &request.message {
            message.trim().clone_into(&mut letter.message);
        }
        if let Some(language) = &request.language {
            language.clone_into(&mut letter.language);
        }
        letter.edited = true;
        letter.reason.clone_from(&reason);
        reminder_put(tx, entry, &letter)?;
        let result = json_of(&snapshot, &letter);
        Ok(Written::new(result.clone(), result))
    })?;
    Ok(outcome.result)
}

/// What a letter looked like: it differs as soon as the letter or one of its items was changed.
#[must_use]
pub fn version(row: &ReminderRow, items: &[ReminderItemRow]) -> String {
    sha256_hex(format!("{row:?}{items:?}").as_bytes())
}

/// That a letter is still as it was seen. Error: `record-changed` (forbidden).
#[must_use]
pub fn reminder_unchanged(reminder: i64, seen: &str) -> Precondition {
    let seen = seen.to_owned();
    Box::new(move |tx| {
        // One that is not there is told by what wants to change it.
        let Some(row) = reminder_get(tx, reminder)? else { return Ok(()) };
        let now = version(&row, &reminder_items(tx, reminder)?);
        if now == seen { Ok(()) } else { Err(Problem::forbidden("record-changed")) }
    })
}

/// The problem of a letter that is no proposal any more.
pub(super) fn not_proposed(letter: &ReminderRow) -> Problem {
    Problem::forbidden("reminder-not-proposed")
        .with("reminder", letter.reminder_id)
        .with("state", &letter.state)
}

/// The problem of what was typed as a level and is none of those up to a highest one.
#[must_use]
pub fn wrong_level(typed: &str, highest: u8) -> Problem {
    Problem::refused("reminder-level").of_value(typed).with("limit", highest)
}

impl EditRequest {
    fn is_repriced(&self) -> bool {
        self.items_left_out.is_some() || self.level.is_some() || self.charge.is_some()
    }

    fn check(&self) -> Result<(), Problem> {
        if let Some(level) = self.level.filter(|level| !(1..=LEVEL_MAX).contains(level)) {
            return Err(wrong_level(&level.to_string(), LEVEL_MAX));
        }
        if let Some(language) = self.language.as_deref().filter(|language| !LANGUAGES.contains(language)) {
            let problem = Problem::refused("reminder-language").of_value(language);
            return Err(problem.with("known", LANGUAGES.join(", ")));
        }
        if self.message.as_ref().is_some_and(|message| message.chars().count() > MESSAGE_MAX) {
            return Err(Problem::refused("reminder-message-too-long").with("limit", MESSAGE_MAX));
        }
        Ok(())
    }
}

/// Other items, another level or another charge.
fn reprice(
    tx: &Tx<'_>,
    entry: i64,
    snapshot: &Snapshot,
    letter: &mut ReminderRow,
    request: &EditRequest,
) -> Result<(), Problem> {
    let terms = Terms::in_force(tx, letter.key_date)?;
    let pricing = Pricing { tx, snapshot, terms: &terms };
    let mut rows = reminder_items(tx, letter.reminder_id)?;
    if let Some(names) = &request.items_left_out {
        let left_out = numbers(tx, letter, &rows, names)?;
        for row in &mut rows {
            row.left_out = left_out.contains(&row.item_id);
        }
    }
    let account = snapshot.account(letter.payer_id).to_string();
    let levels = terms.reminders.levels(&account, pricing.country(letter.payer_id));
    let highest = levels.iter().map(|level| level.level).max();
    if let (Some(asked), Some(highest)) = (request.level, highest)
        && !levels.iter().any(|level| level.level == asked)
    {
        return Err(wrong_level(&asked.to_string(), highest));
    }
    let payers = Payers::of(snapshot);
    let mut items: Vec<(OpenItem, ReminderLevel)> = Vec::new();
    for row in rows.iter().filter(|row| !row.left_out) {
        let level = level_of(levels, request.level.unwrap_or(row.level));
        if let Some(item) = item_at(tx, snapshot, &payers, row.item_id)? {
            items.push((OpenItem { open: row.open, ..item }, level));
        }
    }
    let Some(party) = items.first().map(|(item, _)| item.party) else {
        return Err(Problem::refused("reminder-nothing-left").with("reminder", letter.reminder_id));
    };
    let ledger = DunningLedger::of_letter(tx, letter.key_date, party, letter.credits)?;
    let draft = pricing.draft(&ledger, party, items)?;
    for row in &mut rows {
        if let Some(item) = draft.items.iter().find(|draft| draft.item.item_id == row.item_id) {
            row.level = item.level.level;
            row.interest = item.interest.amount;
            row.compensation = item.compensation;
        }
        reminder_item_put(tx, entry, letter.reminder_id, row)?;
    }
    letter.level = draft.level();
    letter.open = draft.sum(|item| item.item.open);
    letter.interest = draft.sum(|item| item.interest.amount);
    letter.compensation = draft.sum(|item| item.compensation);
    letter.charges_before = draft.charges_before;
    letter.charge = match &request.charge {
        Some(charge) => charge_of(charge, party.currency, letter.open)?,
        None => draft.charge,
    };
    Ok(())
}

/// The items of these names, which must be in the letter.
fn numbers(
    tx: &Tx<'_>,
    letter: &ReminderRow,
    rows: &[ReminderItemRow],
    names: &BTreeSet<String>,
) -> Result<HashSet<i64>, Problem> {
    let mut numbers = HashSet::new();
    for name in names {
        let item = ItemName::parse(name)?.resolve(tx)?;
        if !rows.iter().any(|row| row.item_id == item) {
            let problem = Problem::refused("reminder-item-not-in").with("item", name);
            return Err(problem.with("reminder", letter.reminder_id));
        }
        numbers.insert(item);
    }
    Ok(numbers)
}

/// A level by its number; one the rule does not know costs nothing and asks for no interest.
fn level_of(levels: &[ReminderLevel], number: u8) -> ReminderLevel {
    let known = levels.iter().find(|level| level.level == number).copied();
    known.unwrap_or(ReminderLevel {
        level: number,
        days: 0,
        after: DaysAfter::Due,
        charge: Charge::None,
        interest: false,
    })
}

/// A charge as typed; a letter asks for no more than it reminds of.
fn charge_of(text: &str, currency: Currency, open: i64) -> Result<i64, Problem> {
    let charge = parse_minor(text, currency.exponent()).ok().filter(|charge| *charge >= 0);
    let problem = |code| Problem::refused(code).of_value(text).with("currency", currency);
    let charge = charge.ok_or_else(|| problem("reminder-charge"))?;
    if charge > open {
        let open = format_minor(open, currency.exponent());
        return Err(problem("reminder-charge-above-open").with("open", open));
    }
    Ok(charge)
}
