//! The use case *re-examine* (R8.6): status and dates of chosen items are worked out anew, as a run would, on record and with a reason.

use crate::edit::{HandChange, differing, policy_of_item, require_reason, write_changes};
use crate::items::{ItemName, item_name};
use crate::planning::{LedgerScope, LoadedLedger, load_ledger};
use crate::session::Session;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::codes::InsuranceStatus;
use obligo_rules::deadline::Deadlines;
use obligo_rules::item::Insurance;
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;
use obligo_rules::reason::InsuredReason;
use obligo_rules::status::examine;
use obligo_store::as_of::AsOf;
use obligo_store::change::change_by_hand_dates;
use obligo_store::cover::always;
use obligo_store::item::item_get;
use obligo_store::run::run_last_key_date;
use obligo_store::state::ItemState;
use obligo_store::{Tx, Written};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Which items are re-examined, as of when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReexamineRequest {
    /// Which items.
    pub items: Vec<ItemName>,
    /// As a run at this key date would.
    pub key_date: Day,
    /// Why; not empty.
    pub reason: String,
    /// Gives up the insured amount of an item that is no longer `K`; without it such an item is refused.
    pub drop_insured: bool,
}

/// Re-examines items and returns `{key_date, items: [{item, changed, before, after}]}`. The insured amount stays as long as the item stays `K`. A
/// status `I` admits the item as it does in a run (R4.4). The changes belong to the key date, or to the last final run of the policy if that is
/// later. Errors: no reason or no item (usage), an unknown item (refused); an item not open at the key date, without cover at it, or no longer
/// `K` and still insured (forbidden). Role: clerk.
pub fn reexamine(session: &mut Session, request: &ReexamineRequest) -> Result<Value, Problem> {
    require_reason(&request.reason)?;
    if request.items.is_empty() {
        return Err(Problem::usage("reexamine-no-item"));
    }
    let input = format!("{request:?}");
    let outcome = session.write("reexamine", &request.reason, &input, |tx, entry| {
        let mut changes = Vec::new();
        let mut lines = Vec::new();
        for examined in examine_all(tx, request)? {
            lines.push(examined.line);
            changes.extend(examined.change);
        }
        let result = json!({ "key_date": request.key_date.to_string(), "items": lines });
        if changes.is_empty() {
            return Ok(Written::nothing(result));
        }
        let changes_sha256 = write_changes(tx, entry, "reexamination", changes)?;
        let mut payload = result.clone();
        payload["reason"] = json!(request.reason);
        payload["changes_sha256"] = json!(changes_sha256);
        Ok(Written::new(payload, result))
    })?;
    Ok(outcome.result)
}

/// An item re-examined.
struct Examined {
    line: Value,
    change: Option<HandChange>,
}

fn examine_all(tx: &Tx<'_>, request: &ReexamineRequest) -> Result<Vec<Examined>, Problem> {
    let snapshot = Snapshot::load(tx, AsOf::at(request.key_date))?;
    let mut by_policy: BTreeMap<String, (BTreeMap<i64, ItemState>, HashSet<i64>)> = BTreeMap::new();
    for name in &request.items {
        let item_id = name.resolve(tx)?;
        let mut found = None;
        item_get(tx, item_id, |row| {
            let policy = policy_of_item(&snapshot, row).map(|p| p.policy.policy.clone());
            found = policy.map(|policy| (policy, row.facts.buyer_id, row.state));
            Ok(())
        })?;
        let Some((policy, buyer, state)) = found else {
            return Err(refused(tx, "reexamine-no-cover", item_id, request.key_date)?);
        };
        let (items, buyers) = by_policy.entry(policy).or_default();
        items.insert(item_id, state);
        let covers = snapshot.covers.get(&buyer).into_iter().flatten();
        buyers.extend(covers.filter_map(|row| row.cover.co_insured_under).chain([buyer]));
    }
    let mut all = Vec::new();
    for (policy, (items, buyers)) in by_policy {
        let policy = snapshot.policy(&policy)?;
        let scope = LedgerScope { only_buyers: Some(buyers), ..LedgerScope::default() };
        let loaded = load_ledger(tx, &snapshot, &policy.policy, policy.number, &scope)?;
        let last_run = run_last_key_date(tx, policy.number)?.unwrap_or_else(always);
        let by_hand = change_by_hand_dates(tx, last_run)?;
        let mut missing: BTreeSet<i64> = items.keys().copied().collect();
        for position in 0..loaded.ledger.items.len() {
            let item_id = loaded.ledger.items[position].id;
            let Some(before) = items.get(&item_id) else { continue };
            missing.remove(&item_id);
            if loaded.ledger.items[position].open == 0 {
                return Err(refused(tx, "reexamine-not-open", item_id, request.key_date)?);
            }
            let Some(after) = anew(&loaded, position, policy, before) else {
                return Err(refused(tx, "reexamine-no-cover", item_id, request.key_date)?);
            };
            let mut after = after;
            let currency = policy.policy.currency;
            let keeps = after.insurance.status == InsuranceStatus::Insurable;
            if !keeps && after.insurance.insured > 0 {
                if !request.drop_insured {
                    let still = refused(tx, "reexamine-still-insured", item_id, request.key_date)?;
                    return Err(still
                        .with("status", after.insurance.status.code())
                        .with("insured", format_minor(after.insurance.insured, currency.exponent()))
                        .with("currency", currency.code()));
                }
                (after.insurance.insured, after.insurance.insured_reason) = (0, InsuredReason::NotInsurable);
            }
            let (was, is) = differing(before, &after, currency);
            let line = json!({
                "item": item_name(tx, item_id)?,
                "policy": policy.policy.policy,
                "changed": after != *before,
                "before": was,
                "after": is,
            });
            let latest = by_hand.get(&item_id).copied().unwrap_or(last_run);
            let key_date = request.key_date.max(latest);
            let change =
                (after != *before).then_some(HandChange { item_id, key_date, before: *before, after });
            all.push(Examined { line, change });
        }
        if let Some(item_id) = missing.first() {
            return Err(refused(tx, "reexamine-not-open", *item_id, request.key_date)?);
        }
    }
    Ok(all)
}

/// The state of an item after examining it anew; `None` where its buyer has no cover at the key date.
fn anew(
    loaded: &LoadedLedger,
    position: usize,
    policy: &crate::snapshot::LoadedPolicy,
    before: &ItemState,
) -> Option<ItemState> {
    let ledger = &loaded.ledger;
    let mut item = ledger.items[position].clone();
    let account = &ledger.accounts[item.account as usize];
    let case = &ledger.cases[account.case as usize];
    if !case.covered || !account.covered {
        return None;
    }
    let now = before.insurance;
    let status =
        if now.status == InsuranceStatus::ZeroLimit { now.status } else { InsuranceStatus::Unexamined };
    item.insurance = Insurance { status, deadlines: Deadlines::default(), ..now };
    item.receivable_start = before.receivable_start.or(item.receivable_start);
    let insurance = examine(&policy.policy, policy.number, case, account, &item);
    let fixed_rate = before.fixed_rate.or(loaded.state_after(position, insurance).fixed_rate);
    // What was found again keeps the reason it had, so that a re-examination without a difference changes nothing.
    Some(ItemState { insurance, fixed_rate, ..*before })
}

fn refused(tx: &Tx<'_>, code: &'static str, item_id: i64, key_date: Day) -> Result<Problem, Problem> {
    Ok(Problem::forbidden(code).with("item", item_name(tx, item_id)?).with("key_date", key_date))
}
