//! The use case *assign*: items of a payer are handed over for collection. It warns first where that stops cover (R6.4) or where the
//! policy's own day for it is near (R3.5).

use super::list::{Assignment, json_of};
use crate::credit::payers::Payers;
use crate::credit::reminders::terms::{RatesMissing, Terms};
use crate::credit::reminders::{DunningLedger, OpenItem, Party, Pricing};
use crate::event::record_in;
use crate::items::{ItemName, item_name, policy_of};
use crate::session::Session;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::codes::EventKind;
use obligo_rules::policy::StopEvent;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::collection::{AssignmentRow, CollectionStateRow, assignment_add, collection_state_add};
use obligo_store::event::EventRow;
use obligo_store::reminder::{reminder_get, reminder_items};
use obligo_store::{Tx, Written};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Days before the policy's own day for collection (R3.5) from which on a hand-over is warned of.
const NEAR_DAYS: i32 = 14;
/// Longest agency or reference in characters.
const TEXT_MAX: usize = 200;

/// What is handed over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AssignRequest {
    /// Any account the payer pays for, by the store's number.
    pub account: i64,
    /// The items, by name; empty for all that are ready for collection.
    pub items: BTreeSet<String>,
    /// The day: not ahead.
    pub on: Day,
    /// Who collects.
    pub agency: String,
    /// Its reference; may be empty.
    pub reference: String,
    /// Whether what is warned of was confirmed.
    pub confirmed: bool,
    /// Why; needed where something is warned of.
    pub reason: String,
    /// Only items of these companies, by code; `None` for all.
    pub companies: Option<BTreeSet<String>>,
}

/// Hands items over, one assignment per company and currency, and records that collection began (R3.9). Returns `{account,
/// assignments, warnings, rates_missing}`. Errors: `collection-nothing`, `collection-item`, `collection-agency`, `collection-date-ahead`,
/// `collection-stops-cover` and `collection-deadline-near` (forbidden, until confirmed with a reason), `reason-missing`, and those of naming an
/// item. Role: clerk.
pub fn assign(session: &mut Session, request: &AssignRequest) -> Result<Value, Problem> {
    let today = session.today();
    if request.on > today {
        let problem = Problem::refused("collection-date-ahead").of_value(&request.on.to_string());
        return Err(problem.with("today", today));
    }
    let agency = request.agency.trim();
    if agency.is_empty() || agency.chars().count() > TEXT_MAX || request.reference.chars().count() > TEXT_MAX
    {
        return Err(Problem::refused("collection-agency").with("limit", TEXT_MAX));
    }
    let (by, at) = (session.actor.clone(), session.now.clone());
    let input = format!("collection-assign {request:?}");
    let outcome = session.write("collection-assign", &request.reason, &input, |tx, entry| {
        let snapshot = Snapshot::load(tx, AsOf::at(request.on))?;
        let payer = Payers::of(&snapshot).payer_of(request.account);
        let wanted = |of: i64, company: i64| {
            let code = snapshot.company_code(company);
            of == payer && request.companies.as_ref().is_none_or(|own| own.contains(code))
        };
        let ledger = DunningLedger::load(tx, &snapshot, wanted)?;
        let account = snapshot.account(payer).to_string();
        let chosen = chosen(tx, &ledger, request, &account)?;
        let warnings = warnings(&snapshot, &chosen, request.on);
        if let Some(warning) = warnings.iter().find(|_| !request.confirmed) {
            return Err(warning.clone());
        }
        if !warnings.is_empty() && request.reason.trim().is_empty() {
            return Err(Problem::refused("reason-missing"));
        }
        let terms = Terms::in_force(tx, request.on)?;
        let pricing = Pricing { tx, snapshot: &snapshot, terms: &terms };
        let mut of_party: BTreeMap<Party, Vec<&OpenItem>> = BTreeMap::new();
        for item in chosen {
            of_party.entry(item.party).or_default().push(item);
        }
        let (mut assignments, mut events) = (Vec::new(), Vec::new());
        let mut missing = RatesMissing::default();
        for (party, items) in &of_party {
            let mut row = sums(&pricing, &ledger, *party, items, &mut missing)?;
            agency.clone_into(&mut row.agency);
            request.reference.trim().clone_into(&mut row.reference);
            request.reason.trim().clone_into(&mut row.reason);
            by.clone_into(&mut row.assigned_by);
            at.clone_into(&mut row.assigned_at);
            row.assignment_id = assignment_add(tx, entry, &row)?;
            let mut lines = Vec::new();
            for item in items {
                let state = CollectionStateRow {
                    item_id: item.item_id,
                    assignment_id: Some(row.assignment_id),
                    state: "assigned".to_owned(),
                    date: request.on,
                    open: item.open,
                    reason: row.reason.clone(),
                    recorded_by: by.clone(),
                    recorded_at: at.clone(),
                };
                collection_state_add(tx, entry, &state)?;
                events.push(EventRow {
                    buyer_id: item.buyer_id,
                    item_id: Some(item.item_id),
                    event: EventKind::Collection,
                    date: request.on,
                    reference: row.reference.clone(),
                });
                lines.push(item_name(tx, item.item_id)?);
            }
            let mut json = json_of(&snapshot, &Assignment { row, history: Vec::new() });
            json["items"] = json!(lines);
            assignments.push(json);
        }
        let recorded = record_in(tx, entry, &events)?;
        let warned: Vec<&str> = warnings.iter().map(|warning| warning.code).collect();
        let result = json!({ "account": account, "assignments": assignments, "warnings": warned, "rates_missing": missing.json() });
        let mut payload = result.clone();
        payload["changes_sha256"] = json!(recorded.changes_sha256);
        Ok(Written::new(payload, result))
    })?;
    Ok(outcome.result)
}

/// The items asked for, or those that are ready.
fn chosen<'l>(
    tx: &Tx<'_>,
    ledger: &'l DunningLedger,
    request: &AssignRequest,
    account: &str,
) -> Result<Vec<&'l OpenItem>, Problem> {
    let state = |item: &OpenItem| ledger.collection.get(&item.item_id).map(|state| state.state.as_str());
    if request.items.is_empty() {
        let ready: Vec<&OpenItem> = ledger.items.iter().filter(|item| state(item) == Some("ready")).collect();
        if ready.is_empty() {
            return Err(Problem::refused("collection-nothing").with("account", account));
        }
        return Ok(ready);
    }
    let mut chosen = Vec::new();
    let mut seen = HashSet::new();
    for name in &request.items {
        let id = ItemName::parse(name)?.resolve(tx)?;
        let item = ledger.items.iter().find(|item| item.item_id == id);
        let item = item.filter(|item| item.due < request.on && state(item) != Some("assigned"));
        let wrong = || Problem::refused("collection-item").with("item", name).with("account", account);
        let item = item.ok_or_else(wrong)?;
        if seen.insert(id) {
            chosen.push(item);
        }
    }
    Ok(chosen)
}

/// What a hand-over is warned of.
fn warnings(snapshot: &Snapshot, items: &[&OpenItem], on: Day) -> Vec<Problem> {
    let mut warnings = Vec::new();
    let stopping = items.iter().find_map(|item| {
        let policy = policy_of(snapshot, item.buyer_id)?;
        let stops = policy.policy.stop.events.contains(&StopEvent::Collection);
        stops.then(|| policy.policy.policy.clone())
    });
    if let Some(policy) = stopping {
        warnings.push(Problem::forbidden("collection-stops-cover").with("policy", policy));
    }
    let near = items.iter().filter_map(|item| item.collection_date).min();
    if let Some(day) = near.filter(|day| day.days_since(on) <= NEAR_DAYS) {
        warnings.push(Problem::forbidden("collection-deadline-near").with("date", day));
    }
    warnings
}

/// The assignment of these items with what they come to. Charges: those of every reminder they had.
fn sums(
    pricing: &Pricing<'_, '_>,
    ledger: &DunningLedger,
    party: Party,
    items: &[&OpenItem],
    missing: &mut RatesMissing,
) -> Result<AssignmentRow, Problem> {
    let law = pricing.terms.law(pricing.country(party.payer)).to_owned();
    let (mut open, mut interest, mut charges) = (0i64, 0i64, 0i64);
    let mut letters = BTreeSet::new();
    for item in items {
        open = open.saturating_add(item.open);
        let late = pricing.interest(item, &law)?;
        missing.note(&law, late.unknown_from);
        interest = interest.saturating_add(late.amount);
        letters.extend(ledger.had.get(&item.item_id).into_iter().flatten().map(|had| had.reminder));
    }
    for letter in letters {
        let charge = reminder_get(pricing.tx, letter)?.map_or(0, |row| row.charge);
        let rows = reminder_items(pricing.tx, letter)?;
        let own = rows.iter().filter(|row| items.iter().any(|item| item.item_id == row.item_id));
        charges = own.fold(charges.saturating_add(charge), |sum, row| sum.saturating_add(row.compensation));
    }
    if let Some(terms) = pricing.terms.rates.law_at(&law, ledger.key_date) {
        let claim = terms.collection_charge.unwrap_or(0);
        charges = charges.saturating_add(pricing.converted(claim, terms.currency, party.currency)?);
    }
    let language = pricing.terms.reminders.language(pricing.country(party.payer)).to_owned();
    Ok(AssignmentRow {
        assignment_id: 0,
        company_id: party.company,
        payer_id: party.payer,
        currency: party.currency.code().to_owned(),
        assigned_on: ledger.key_date,
        agency: String::new(),
        reference: String::new(),
        open,
        interest,
        charges,
        language,
        reason: String::new(),
        assigned_by: String::new(),
        assigned_at: String::new(),
    })
}
