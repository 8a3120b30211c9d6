//! The use case *propose*: which payers are reminded of what, as of a key date. Nothing leaves the house.

use super::draft::{Draft, Pricing};
use super::ledger::{DunningLedger, OpenItem, Party};
use super::terms::{RatesMissing, Terms};
use crate::credit::payers::Payers;
use crate::session::Session;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_rules::reminder::{LeftAlone, ReminderLevel, ReminderOutcome, ReminderTerms, reminder_outcome};
use obligo_store::as_of::AsOf;
use obligo_store::collection::{CollectionStateRow, collection_state_add};
use obligo_store::reminder::{
    ReminderRow, reminder_add, reminder_items, reminder_items_add, reminder_list, reminder_put,
};
use obligo_store::{Tx, Written};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What is proposed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProposeRequest {
    /// The day the letters show.
    pub key_date: Day,
    /// Only items of these companies, by code; `None` for all.
    pub companies: Option<BTreeSet<String>>,
    /// Only this payer, by any account it pays for, by the store's number.
    pub payer: Option<i64>,
}

/// Proposes letters and returns `{key_date, letters, items, superseded, kept, ready_for_collection, left_alone}`. Proposals nobody worked on
/// are superseded; edited ones stay, and their items are in no other letter. Items after their last reminder become ready for
/// collection. Errors: `reminder-date-ahead`, `rate-missing`, `amount-too-large`. Role: clerk.
pub fn propose(session: &mut Session, request: &ProposeRequest) -> Result<Value, Problem> {
    let today = session.today();
    if request.key_date > today {
        let problem = Problem::refused("reminder-date-ahead").of_value(&request.key_date.to_string());
        return Err(problem.with("date", request.key_date).with("today", today));
    }
    let (by, at) = (session.actor.clone(), session.now.clone());
    let input = format!("reminder-propose {request:?}");
    let outcome = session.write("reminder-propose", "", &input, |tx, entry| {
        let snapshot = Snapshot::load(tx, AsOf::at(request.key_date))?;
        let terms = Terms::in_force(tx, request.key_date)?;
        let payers = Payers::of(&snapshot);
        let payer = request.payer.map(|customer| payers.payer_of(customer));
        let wanted = |of: i64, company: i64| {
            let code = snapshot.company_code(company);
            payer.is_none_or(|payer| payer == of)
                && request.companies.as_ref().is_none_or(|own| own.contains(code))
        };
        let (superseded, kept) = supersede(tx, entry, request.key_date, &wanted)?;
        let ledger = DunningLedger::load(tx, &snapshot, wanted)?;
        let pricing = Pricing { tx, snapshot: &snapshot, terms: &terms };
        let mut sorted = sort(&pricing, &ledger, &kept)?;
        for item in &sorted.collect {
            let state = CollectionStateRow {
                item_id: item.item_id,
                assignment_id: None,
                state: "ready".to_owned(),
                date: request.key_date,
                open: item.open,
                reason: String::new(),
                recorded_by: by.clone(),
                recorded_at: at.clone(),
            };
            collection_state_add(tx, entry, &state)?;
        }
        let mut letters = Vec::new();
        let mut missing = RatesMissing::default();
        let mut items = 0;
        for (party, of_party) in std::mem::take(&mut sorted.remind) {
            let draft = pricing.draft(&ledger, party, of_party)?;
            let least =
                pricing.converted(terms.reminders.payer_min, terms.reminders.currency, party.currency)?;
            let total = draft.sum(|item| item.item.open).saturating_sub(draft.credits);
            if total <= 0 || total < least {
                let count = sorted.left_alone.entry("small").or_default();
                *count += draft.items.len();
                continue;
            }
            let row = row_of(&pricing, &draft, request.key_date, &by, &at);
            let id = reminder_add(tx, entry, &row)?;
            reminder_items_add(tx, entry, id, &draft.rows(request.key_date))?;
            let law = terms.law(pricing.country(party.payer));
            draft.items.iter().for_each(|item| missing.note(law, item.interest.unknown_from));
            items += draft.items.len();
            letters.push(id);
        }
        let left_alone: Map<String, Value> =
            sorted.left_alone.iter().map(|(why, count)| ((*why).to_owned(), json!(count))).collect();
        let result = json!({
            "key_date": request.key_date.to_string(),
            "letters": letters.len(),
            "items": items,
            "superseded": superseded,
            "kept": kept.letters,
            "ready_for_collection": sorted.collect.len(),
            "left_alone": left_alone,
            "rates_missing": missing.json(),
        });
        let mut payload = result.clone();
        payload["reminders"] = json!(letters);
        Ok(Written::new(payload, result))
    })?;
    Ok(outcome.result)
}

/// Proposals somebody worked on.
struct Kept {
    letters: usize,
    items: HashSet<i64>,
}

/// Supersedes the proposals nobody worked on. Items of edited ones stay with them, left out or not; a letter left out keeps its items
/// out of every proposal up to its day.
fn supersede(
    tx: &Tx<'_>,
    entry: i64,
    key_date: Day,
    wanted: &impl Fn(i64, i64) -> bool,
) -> Result<(usize, Kept), Problem> {
    let mut superseded = 0;
    let mut kept = Kept { letters: 0, items: HashSet::new() };
    let left_out = reminder_list(tx, Some("left_out"), None, i64::MAX)?.into_iter();
    let left_out = left_out.filter(|row| row.key_date >= key_date);
    for row in reminder_list(tx, Some("proposed"), None, i64::MAX)?.into_iter().chain(left_out) {
        if !row.edited && wanted(row.payer_id, row.company_id) {
            superseded += 1;
            reminder_put(tx, entry, &ReminderRow { state: "superseded".to_owned(), ..row })?;
            continue;
        }
        kept.letters += usize::from(row.edited);
        kept.items.extend(reminder_items(tx, row.reminder_id)?.iter().map(|item| item.item_id));
    }
    Ok((superseded, kept))
}

/// Items by what is done about them.
#[derive(Default)]
struct Sorted {
    remind: BTreeMap<Party, Vec<(OpenItem, ReminderLevel)>>,
    collect: Vec<OpenItem>,
    left_alone: BTreeMap<&'static str, usize>,
}

fn sort(pricing: &Pricing<'_, '_>, ledger: &DunningLedger, kept: &Kept) -> Result<Sorted, Problem> {
    let mut sorted = Sorted::default();
    let terms = &pricing.terms.reminders;
    for item in &ledger.items {
        let payer = item.party.payer;
        let account = pricing.snapshot.account(payer).to_string();
        let why = if kept.items.contains(&item.item_id) {
            "edited"
        } else if terms.never.contains(&account) {
            "no_rule"
        } else {
            match outcome_of(pricing, ledger, item, &account)? {
                ReminderOutcome::Remind(level) => {
                    sorted.remind.entry(item.party).or_default().push((item.clone(), level));
                    continue;
                }
                ReminderOutcome::Collect => {
                    sorted.collect.push(item.clone());
                    continue;
                }
                ReminderOutcome::Leave(why) => left_alone_code(why),
            }
        };
        *sorted.left_alone.entry(why).or_default() += 1;
    }
    Ok(sorted)
}

fn outcome_of(
    pricing: &Pricing<'_, '_>,
    ledger: &DunningLedger,
    item: &OpenItem,
    account: &str,
) -> Result<ReminderOutcome, Problem> {
    let ReminderTerms { item_min, currency, collection_days, .. } = pricing.terms.reminders;
    let levels = pricing.terms.reminders.levels(account, pricing.country(item.party.payer));
    let least = pricing.converted(item_min, currency, item.party.currency)?;
    Ok(reminder_outcome(levels, least, collection_days, &ledger.as_rules_see(item), ledger.key_date))
}

/// The name of a reason in results.
fn left_alone_code(why: LeftAlone) -> &'static str {
    match why {
        LeftAlone::NothingOpen => "nothing_open",
        LeftAlone::NotDue => "not_due",
        LeftAlone::InCollection => "in_collection",
        LeftAlone::Disputed => "disputed",
        LeftAlone::StoppedUntil(_) => "stopped",
        LeftAlone::Small => "small",
        LeftAlone::Until(_) => "not_yet",
        LeftAlone::NoRule => "no_rule",
    }
}

/// A draft as the store keeps it.
fn row_of(pricing: &Pricing<'_, '_>, draft: &Draft, key_date: Day, by: &str, at: &str) -> ReminderRow {
    let country = pricing.country(draft.party.payer);
    ReminderRow {
        reminder_id: 0,
        company_id: draft.party.company,
        payer_id: draft.party.payer,
        currency: draft.party.currency.code().to_owned(),
        key_date,
        level: draft.level(),
        open: draft.sum(|item| item.item.open),
        credits: draft.credits,
        charge: draft.charge,
        charges_before: draft.charges_before,
        compensation: draft.sum(|item| item.compensation),
        interest: draft.sum(|item| item.interest.amount),
        language: pricing.terms.reminders.language(country).to_owned(),
        message: String::new(),
        state: "proposed".to_owned(),
        edited: false,
        reason: String::new(),
        proposed_by: by.to_owned(),
        proposed_at: at.to_owned(),
        sent_on: None,
        sent_by: String::new(),
        way: String::new(),
        recipient: String::new(),
        sha256: String::new(),
        entry: 0,
    }
}
