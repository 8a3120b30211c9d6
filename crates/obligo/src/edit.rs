//! The use case *edit* (R4.1, R5.1, R7.6): a person changes an item's insurance data, within the bounds and with a reason.

use crate::frozen::RunHash;
use crate::items::{ItemName, item_name, policy_of};
use crate::planning::{item_amounts, item_rate, too_large};
use crate::session::{Precondition, Session, sha256_hex};
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{InsuranceStatus, ItemKind};
use obligo_rules::edit::{EditRefusal, ItemEdit, edit_item};
use obligo_rules::money::{AmountError, Currency, format_minor, parse_minor};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::change::{ChangeWriter, change_by_hand_dates};
use obligo_store::cover::always;
use obligo_store::item::{ItemRow, item_get};
use obligo_store::run::{run_all, run_last_key_date};
use obligo_store::settlement::settlement_of;
use obligo_store::state::ItemState;
use obligo_store::{Tx, Written};
use serde_json::{Map, Value, json};

/// Names of the dates in the order of [`obligo_rules::deadline::Deadlines::as_array`].
pub const DEADLINE_NAMES: [&str; 8] = [
    "max_term_date",
    "overdue_date",
    "exclusion_date",
    "non_payment_report_date",
    "collection_date",
    "waiting_end",
    "filing_date",
    "base_period_end",
];

/// What a person changes on an item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EditRequest {
    /// Which item.
    pub item: ItemName,
    /// What is changed; its `insured` is set from the text below.
    pub edit: ItemEdit,
    /// Insured amount as given, in the policy's currency.
    pub insured: Option<String>,
    /// Why; not empty.
    pub reason: String,
}

/// Changes an item by hand and returns `{item, policy, key_date, changed, before, after}` with the fields that changed. The change belongs to the
/// last final run of the item's policy. Where nothing changes, nothing is written. Errors: no reason or an unreadable amount (usage), an
/// unknown item (refused), a bound (forbidden). Role: clerk.
pub fn edit(session: &mut Session, request: &EditRequest) -> Result<Value, Problem> {
    require_reason(&request.reason)?;
    let today = session.today();
    let input = format!("{request:?}");
    let outcome = session.write("edit", &request.reason, &input, |tx, entry| {
        let target = Target::load(tx, &request.item, today, request.insured.is_some())?;
        let change = target.change(tx, request)?;
        let mut result = Map::new();
        result.insert("item".into(), json!(target.name));
        result.insert("policy".into(), json!(target.policy.as_ref().map(|p| &p.policy.policy)));
        let Some(change) = change else {
            result.insert("changed".into(), json!(false));
            result.insert("before".into(), json!({}));
            result.insert("after".into(), json!({}));
            return Ok(Written::nothing(Value::Object(result)));
        };
        let (before, after) = differing(&change.before, &change.after, target.currency);
        // The first day of the calendar stands for *before any final run*.
        let key_date = Some(change.key_date).filter(|day| *day > always());
        result.insert("key_date".into(), json!(key_date.map(|day| day.to_string())));
        result.insert("changed".into(), json!(true));
        result.insert("before".into(), before);
        result.insert("after".into(), after);
        let changes_sha256 = write_changes(tx, entry, "edit", vec![change])?;
        let mut payload = result.clone();
        payload.insert("reason".into(), json!(request.reason));
        payload.insert("changes_sha256".into(), json!(changes_sha256));
        Ok(Written::new(Value::Object(payload), Value::Object(result)))
    })?;
    Ok(outcome.result)
}

/// The version of an item's insurance data: it differs whenever they do. Error: `item-not-found`. Role: viewer.
pub fn item_version(tx: &Tx<'_>, item_id: i64) -> Result<String, Problem> {
    let mut version = None;
    item_get(tx, item_id, |row| {
        version = Some(sha256_hex(row.state.pack().as_bytes())[..16].to_owned());
        Ok(())
    })?;
    version.ok_or_else(|| Problem::refused("item-not-found").with("item", item_id))
}

/// What must still hold when a change of an item begins: that nobody changed it since this version was read. Error: `record-changed`.
#[must_use]
pub fn item_unchanged(item_id: i64, version: String) -> Precondition {
    Box::new(move |tx| {
        if item_version(tx, item_id)? == version { Ok(()) } else { Err(Problem::forbidden("record-changed")) }
    })
}

/// Refuses an empty reason.
pub(crate) fn require_reason(reason: &str) -> Result<(), Problem> {
    if reason.trim().is_empty() { Err(Problem::usage("reason-missing")) } else { Ok(()) }
}

/// The item to be changed, as it stands now.
struct Target {
    item_id: i64,
    name: String,
    kind: ItemKind,
    state: ItemState,
    policy: Option<LoadedPolicy>,
    currency: Currency,
    insurable_open: i64,
}

impl Target {
    fn load(tx: &Tx<'_>, item: &ItemName, today: Day, is_valued: bool) -> Result<Target, Problem> {
        let item_id = item.resolve(tx)?;
        let mut posted = today;
        item_get(tx, item_id, |row| {
            posted = row.facts.posting_date;
            Ok(())
        })?;
        let snapshot = Snapshot::load(tx, AsOf::at(today.max(posted)))?;
        let mut target = None;
        item_get(tx, item_id, |row| {
            target = Some(Target::of_row(tx, &snapshot, row, is_valued)?);
            Ok(())
        })?;
        let mut target = target.ok_or_else(|| Problem::refused("item-not-found").with("item", item))?;
        target.name = item_name(tx, item_id)?;
        Ok(target)
    }

    fn of_row(
        tx: &Tx<'_>,
        snapshot: &Snapshot,
        row: &ItemRow<'_>,
        is_valued: bool,
    ) -> Result<Target, Problem> {
        let policy = policy_of_item(snapshot, row).cloned();
        let own_currency = Currency::parse(row.facts.currency).unwrap_or(Currency::EUR);
        let currency = policy.as_ref().map_or(own_currency, |p| p.policy.currency);
        let insurable_open = match &policy {
            Some(policy) if is_valued => insurable_open_now(tx, snapshot, policy, row, own_currency)?,
            _ => 0,
        };
        Ok(Target {
            item_id: row.item_id,
            name: String::new(),
            kind: row.facts.kind,
            state: row.state,
            policy,
            currency,
            insurable_open,
        })
    }

    /// The change asked for, within the bounds; `None` if everything is so already.
    fn change(&self, tx: &Tx<'_>, request: &EditRequest) -> Result<Option<HandChange>, Problem> {
        let mut edit = request.edit;
        edit.insured = request.insured.as_deref().map(|text| self.amount(text)).transpose()?;
        let before = self.state;
        let mut after = before;
        after.insurance = edit_item(self.kind, self.insurable_open, &before.insurance, &edit)
            .map_err(|refusal| self.refused(refusal))?;
        after.receivable_start = edit.receivable_start.unwrap_or(before.receivable_start);
        if after == before {
            return Ok(None);
        }
        let number = self.policy.as_ref().map(|p| p.number);
        if after.insurance.policy == 0 && after.insurance.status != InsuranceStatus::Unexamined {
            after.insurance.policy = number.unwrap_or(0);
        }
        let last_run = match number {
            Some(number) => run_last_key_date(tx, number)?,
            // An item of no policy: the last final run of any.
            None => run_all(tx)?.iter().filter(|r| r.reversed_entry.is_none()).map(|r| r.key_date).max(),
        };
        let last_run = last_run.unwrap_or_else(always);
        let by_hand = change_by_hand_dates(tx, last_run)?;
        let key_date = by_hand.get(&self.item_id).copied().unwrap_or(last_run);
        Ok(Some(HandChange { item_id: self.item_id, key_date, before, after }))
    }

    fn amount(&self, text: &str) -> Result<i64, Problem> {
        parse_minor(text, self.currency.exponent()).map_err(|error| {
            let code = match error {
                AmountError::NotANumber => "edit-amount",
                AmountError::TooManyDecimals => "edit-amount-decimals",
                AmountError::TooLarge => "edit-amount-too-large",
            };
            let problem = Problem::usage(code).of_value(text).with("value", text);
            problem.with("currency", self.currency.code()).with("decimals", self.currency.exponent())
        })
    }

    fn refused(&self, refusal: EditRefusal) -> Problem {
        let money = |minor: i64| format_minor(minor, self.currency.exponent());
        let of_item = |code: &'static str| Problem::forbidden(code).with("item", &self.name);
        match refusal {
            EditRefusal::InsuredBelowZero => of_item("edit-insured-below-zero"),
            EditRefusal::InsuredAboveOpen { insurable_open } => of_item("edit-insured-above-open")
                .with("open", money(insurable_open))
                .with("currency", self.currency.code()),
            EditRefusal::InsuredOnCredit => of_item("edit-insured-on-credit"),
            EditRefusal::InsuredNotInsurable { status } => {
                of_item("edit-insured-not-insurable").with("status", status.code())
            }
            EditRefusal::StillInsured { insured } => of_item("edit-still-insured")
                .with("insured", money(insured))
                .with("currency", self.currency.code()),
            EditRefusal::StatusOfOtherSide { status } => {
                of_item("edit-status-of-other-side").with("status", status.code())
            }
            EditRefusal::FollowUpDateWithoutFlag => of_item("edit-follow-up-date"),
            EditRefusal::BeforeOverdueDate { deadline, overdue_date } => of_item("edit-before-overdue-date")
                .with("date", DEADLINE_NAMES[deadline])
                .with("overdue_date", overdue_date),
        }
    }
}

/// The policy an item is under: the one that examined it, else its buyer's.
pub(crate) fn policy_of_item<'s>(snapshot: &'s Snapshot, row: &ItemRow<'_>) -> Option<&'s LoadedPolicy> {
    match row.state.insurance.policy {
        0 => policy_of(snapshot, row.facts.buyer_id),
        number => snapshot.policies.values().find(|p| p.number == number),
    }
}

/// The insurable open amount (R5.1) with every settlement on record, minor units of the policy's currency.
fn insurable_open_now(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    policy: &LoadedPolicy,
    row: &ItemRow<'_>,
    currency: Currency,
) -> Result<i64, Problem> {
    let facts = &row.facts;
    let mut settled = 0i64;
    settlement_of(tx, row.item_id, |s| settled = settled.saturating_add(s.amount))?;
    let open = facts.amount.saturating_sub(settled.saturating_mul(facts.amount.signum()));
    let rate = item_rate(snapshot, &policy.policy, row, &row.state, currency)?;
    let fraction = rate.fraction(currency.exponent(), policy.policy.currency.exponent());
    let vat = policy.policy.declaration.vat_insured;
    item_amounts(facts.amount, facts.net_amount, open, vat, fraction)
        .map(|amounts| amounts.insurable_open)
        .ok_or_else(|| too_large(facts.amount, currency, policy.policy.currency))
}

/// One change of an item by a person or an event.
pub(crate) struct HandChange {
    /// Which item.
    pub(crate) item_id: i64,
    /// Key date it belongs to.
    pub(crate) key_date: Day,
    /// State before.
    pub(crate) before: ItemState,
    /// State after.
    pub(crate) after: ItemState,
}

/// Writes changes of one audit entry and cause, and returns the hash over them that the entry keeps for `verify`.
pub(crate) fn write_changes(
    tx: &Tx<'_>,
    entry: i64,
    cause: &'static str,
    mut changes: Vec<HandChange>,
) -> Result<String, Problem> {
    changes.sort_by_key(|c| (c.key_date, c.item_id));
    let mut hash = RunHash::of_document("", std::iter::empty(), "");
    for of_date in changes.chunk_by(|a, b| a.key_date == b.key_date) {
        let mut writer = ChangeWriter::new(tx, entry, None, cause, of_date[0].key_date)?;
        for change in of_date {
            let before = writer.put(change.item_id, &change.before, &change.after)?;
            hash.change(change.item_id, before, &change.after.pack());
        }
        writer.finish(tx)?;
    }
    Ok(hash.finish())
}

/// The fields in which two states differ, as the interchange contract names them.
pub(crate) fn differing(before: &ItemState, after: &ItemState, currency: Currency) -> (Value, Value) {
    let (mut was, mut is) = (Map::new(), Map::new());
    for ((name, old), (_, new)) in fields(before, currency).into_iter().zip(fields(after, currency)) {
        if old != new {
            was.insert(name.to_owned(), old);
            is.insert(name.to_owned(), new);
        }
    }
    (Value::Object(was), Value::Object(is))
}

fn fields(state: &ItemState, currency: Currency) -> Vec<(&'static str, Value)> {
    let day = |day: Option<Day>| json!(day.map(|day| day.to_string()));
    let i = &state.insurance;
    let mut fields = vec![
        ("status", json!(i.status.code())),
        ("insured", json!(format_minor(i.insured, currency.exponent()))),
    ];
    fields.extend(DEADLINE_NAMES.into_iter().zip(i.deadlines.as_array().map(day)));
    fields.extend([
        ("reporting_status", json!(i.reporting_status.code())),
        ("reported_on", day(i.reported_on)),
        ("follow_up", json!(i.follow_up)),
        ("follow_up_on", day(i.follow_up_on)),
        ("blocks_new", json!(i.blocks_new)),
        ("receivable_start", day(state.receivable_start)),
    ]);
    fields
}
