//! Why an item has its status, insured amount and dates, what happened to it, and what would change it (R0.6, R13.3).

mod document;
mod history;
mod would_change;

pub use would_change::CODES;

use crate::buyers::Figures;
use crate::items::{ItemName, ItemView, Viewer, item_name};
use crate::planning::{LedgerPart, LedgerScope, SettledItems, load_ledger, main_buyer_at};
use crate::portfolio::Portfolio;
use crate::reasons::{BuyerFacts, amount, of_item, reason_json};
use crate::runs::entry;
use crate::session::{Session, point_in_time};
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{EventKind, EvidenceKind};
use obligo_rules::evidence::evidence_deciding;
use obligo_rules::ledger::{BuyerCase, Ledger};
use obligo_rules::policy::Reinstatement;
use obligo_rules::problem::Problem;
use obligo_rules::reason::Reason;
use obligo_rules::stop::stop_date;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::change::{ChangeRow, ChangesOf, change_each};
use obligo_store::item::item_get;
use serde_json::{Map, Value, json};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Everything there is to say of an item.
#[derive(Debug)]
pub struct Explanation {
    /// The item as the list shows it.
    pub view: ItemView,
    /// Why it is so, with the facts of its buyer.
    pub reasons: Vec<Reason>,
    /// Sum and room of its buyer under its policy, and what stops cover; null for an item that falls under no policy.
    pub buyer: Value,
    /// What its document says besides: `delivery_date`, `value_date`, `net_amount`, `payment_terms`, `secured`, `disputed`,
    /// `posting_circle`, `origin`, `text`, `rate`.
    pub document: Value,
    /// What settled it: `date`, `amount`, `method`, `reference`, `settlement_no`, `derived`.
    pub settlements: Vec<Value>,
    /// What happened to its insurance data, in recorded order.
    pub history: Vec<Value>,
    /// What would change it, the nearest at hand first.
    pub would_change: Vec<Reason>,
}

impl Explanation {
    /// The item as the list prints it with `buyer`, `document`, `settlements`, `history` and `would_change` beside.
    #[must_use]
    pub fn json(self, as_of: Day, known_at: Option<Day>) -> Value {
        let of_reasons = |reasons: &[Reason]| reasons.iter().map(reason_json).collect();
        let mut line = self.view.json(of_reasons(&self.reasons));
        line["as_of"] = json!(as_of.to_string());
        line["known_at"] = json!(known_at.map(|day| day.to_string()));
        line["buyer"] = self.buyer;
        line["document"] = self.document;
        line["settlements"] = Value::Array(self.settlements);
        line["history"] = Value::Array(self.history);
        line["would_change"] = Value::Array(of_reasons(&self.would_change));
        line
    }
}

/// See [`explanation`], as the interchange contract prints it. Roles: viewer.
pub fn explain(
    session: &mut Session,
    item: &ItemName,
    as_of: Day,
    known_at: Option<Day>,
) -> Result<Value, Problem> {
    Ok(explanation(session, item, as_of, known_at, None)?.json(as_of, known_at))
}

/// Explains an item at any point in time; passes over the whole ledger. `companies` are those whose items may be named, `None` = all.
/// Errors: those of [`ItemName::resolve`]; `item-not-posted` for a date before it was posted or recorded; `rate-missing`. Roles: viewer.
pub fn explanation(
    session: &mut Session,
    item: &ItemName,
    as_of: Day,
    known_at: Option<Day>,
    companies: Option<&BTreeSet<String>>,
) -> Result<Explanation, Problem> {
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, point_in_time(tx, as_of, known_at)?)?;
        let item_id = item.resolve(tx)?;
        let viewer = Viewer::load(tx, &snapshot, false)?;
        let mut changes = Vec::new();
        change_each(tx, ChangesOf::Item(item_id), |change| {
            changes.push(change.clone());
            Ok(())
        })?;
        let at = Place { snapshot: &snapshot, as_of: snapshot.as_of, companies, part: None };
        let found = at.explained(tx, item_id, &viewer, changes)?;
        found.ok_or_else(|| Problem::refused("item-not-posted").with("item", item).with("date", as_of))
    })
}

/// Explains an item as it is now, with the master data of a portfolio; reads only what concerns its buyer. `None`: there is no such item.
/// Errors: `rate-missing`. Roles: viewer.
pub fn explanation_now(
    tx: &Tx<'_>,
    portfolio: &Portfolio,
    item_id: i64,
    companies: Option<&BTreeSet<String>>,
) -> Result<Option<Explanation>, Problem> {
    let snapshot = &portfolio.snapshot;
    let as_of = AsOf { key_date: snapshot.as_of.key_date, known: AsOf::NOW };
    let mut buyer_id = None;
    item_get(tx, item_id, |row| {
        buyer_id = Some(row.facts.buyer_id);
        Ok(())
    })?;
    let Some(buyer_id) = buyer_id else { return Ok(None) };
    let state_then = portfolio.changes.state_at(tx, as_of, item_id)?.map(|state| (item_id, state));
    let settled = SettledItems::of(tx, as_of, &[item_id])?;
    let viewer = Viewer::of_item(snapshot, buyer_id, settled, state_then.into_iter().collect());
    let part = part_of(tx, portfolio, buyer_id, item_id)?;
    let changes = portfolio.changes.of_item(tx, item_id)?;
    let at = Place { snapshot, as_of, companies, part: Some(part) };
    at.explained(tx, item_id, &viewer, changes)
}

/// What a portfolio knows of a buyer's accounts and items, so that nothing else is read.
fn part_of(tx: &Tx<'_>, portfolio: &Portfolio, buyer_id: i64, item_id: i64) -> Result<LedgerPart, Problem> {
    let snapshot = &portfolio.snapshot;
    let mut accounts = BTreeSet::from([buyer_id]);
    for main in mains_of(snapshot, buyer_id) {
        accounts.insert(main);
        accounts.extend(portfolio.branches_of(main));
    }
    let on_confirmation =
        |policy: &LoadedPolicy| policy.policy.stop.reinstatement == Reinstatement::OnConfirmation;
    // Then settled items stop cover too.
    let needs_settled = snapshot.policies.values().any(on_confirmation);
    let mut all_items: Vec<i64> =
        accounts.iter().flat_map(|account| portfolio.item_ids_of(*account)).copied().collect();
    all_items.push(item_id);
    let mut items: Vec<i64> = if needs_settled {
        all_items.clone()
    } else {
        let open = accounts.iter().flat_map(|account| portfolio.items_of(*account));
        open.map(|item| item.item_id).chain([item_id]).collect()
    };
    items.sort_unstable();
    items.dedup();
    let mut changed = HashMap::new();
    for item in &items {
        if let Some(state) = portfolio.changes.state_at(tx, snapshot.as_of, *item)? {
            changed.insert(*item, state);
        }
    }
    Ok(LedgerPart { accounts, items, all_items, changed })
}

/// The main buyers an account hangs on or hung on: a branch that is co-insured no more stays with the one it had.
fn mains_of(snapshot: &Snapshot, buyer_id: i64) -> HashSet<i64> {
    let covers = snapshot.covers.get(&buyer_id).into_iter().flatten();
    let mut mains: HashSet<i64> = covers.filter_map(|row| row.cover.co_insured_under).collect();
    mains.extend([Some(buyer_id), main_buyer_at(snapshot, buyer_id)].into_iter().flatten());
    mains
}

/// When and for whom an item is explained.
struct Place<'a> {
    snapshot: &'a Snapshot,
    as_of: AsOf,
    companies: Option<&'a BTreeSet<String>>,
    part: Option<LedgerPart>,
}

impl Place<'_> {
    /// `None` before the item was posted or recorded.
    fn explained(
        self,
        tx: &Tx<'_>,
        item_id: i64,
        viewer: &Viewer<'_>,
        changes: Vec<ChangeRow>,
    ) -> Result<Option<Explanation>, Problem> {
        let (snapshot, as_of) = (self.snapshot, self.as_of);
        let mut found = None;
        item_get(tx, item_id, |row| {
            if row.entry <= as_of.known && row.facts.posting_date <= as_of.key_date {
                let origin = row.facts.origin.map(|origin| item_name(tx, origin)).transpose()?;
                found = Some((viewer.view(row), document::of_row(row, origin.as_deref())));
            }
            Ok(())
        })?;
        let Some((view, document)) = found else { return Ok(None) };
        let position = Position::load(tx, snapshot, &view, self.companies, self.part)?;
        let facts = position.as_ref().map(|p| BuyerFacts { case: p.case(), room: p.room() });
        Ok(Some(Explanation {
            reasons: of_item(&view, snapshot, facts),
            buyer: position.as_ref().map_or(Value::Null, |position| position.buyer_json(snapshot)),
            document,
            settlements: document::settlements(tx, as_of, item_id, view.currency)?,
            history: history::of_changes(tx, snapshot, as_of, &view, changes)?,
            would_change: would_change::of_item(&view, snapshot, position.as_ref()),
            view,
        }))
    }
}

/// The item's buyer under its policy, with all its open items.
struct Position<'a> {
    loaded: &'a LoadedPolicy,
    ledger: Ledger,
    /// Position of the main buyer.
    case: usize,
    /// Position of the item; `None` for one that is settled.
    item: Option<usize>,
    figures: Figures,
    /// The companies whose items may be named; `None` = all.
    companies: Option<&'a BTreeSet<String>>,
}

impl<'a> Position<'a> {
    /// `None` for an item that falls under no policy.
    fn load(
        tx: &Tx<'_>,
        snapshot: &'a Snapshot,
        view: &ItemView,
        companies: Option<&'a BTreeSet<String>>,
        part: Option<LedgerPart>,
    ) -> Result<Option<Position<'a>>, Problem> {
        let Some(loaded) = view.policy.as_deref().and_then(|code| snapshot.policies.get(code)) else {
            return Ok(None);
        };
        let scope = LedgerScope {
            only_buyers: Some(mains_of(snapshot, view.buyer_id)),
            part,
            ..LedgerScope::default()
        };
        let ledger = load_ledger(tx, snapshot, &loaded.policy, loaded.number, &scope)?.ledger;
        let account = ledger.accounts.iter().find(|account| account.buyer_id == view.buyer_id);
        let Some(case) = account.map(|account| account.case as usize).filter(|n| *n < ledger.cases.len())
        else {
            return Ok(None);
        };
        let item = ledger.range(case).find(|n| ledger.items[*n].id == view.item_id);
        let figures = Figures::of_case(&ledger, case);
        Ok(Some(Position { loaded, ledger, case, item, figures, companies }))
    }

    fn case(&self) -> &BuyerCase {
        &self.ledger.cases[self.case]
    }

    fn room(&self) -> i64 {
        self.figures.room(&self.loaded.policy, self.case().sum)
    }

    /// Names of the open items, or the events, that stop cover from the buyer's *uncovered from* date (R6.2, R6.4).
    fn uncovered_by(&self, snapshot: &Snapshot) -> Vec<String> {
        let Some(from) = self.case().uncovered_from else { return Vec::new() };
        let policy = &self.loaded.policy;
        let blocks = |n: &usize| {
            let item = &self.ledger.items[*n];
            let stops_from = stop_date(policy, &item.insurance, item.net_due_date);
            item.insurance.blocks_new && stops_from == from
        };
        let name = |n: usize| {
            let (company, kind) = (self.ledger.company(n), self.ledger.items[n].kind.code());
            let is_seen = self.companies.is_none_or(|companies| companies.contains(company));
            let document_no = if is_seen { self.ledger.document_no(n) } else { "…" };
            format!("{company}/{document_no}/{kind}")
        };
        let mut by: Vec<String> = self.ledger.range(self.case).filter(blocks).map(name).collect();
        if by.is_empty() {
            let stops = [EventKind::Insolvency, EventKind::Collection, EventKind::Claim];
            let accounts: HashSet<i64> =
                self.ledger.accounts.iter().map(|account| account.buyer_id).collect();
            let events = snapshot.events.all.iter().filter(|e| e.date == from && stops.contains(&e.event));
            by.extend(events.filter(|e| accounts.contains(&e.buyer_id)).map(|e| e.event.code().to_owned()));
        }
        by
    }

    fn buyer_json(&self, snapshot: &Snapshot) -> Value {
        let (case, policy) = (self.case(), &self.loaded.policy);
        let money = |minor: i64| amount(minor, policy.currency);
        let key = snapshot.account(case.buyer_id);
        let day = |day: Option<Day>| json!(day.map(|day| day.to_string()));
        let mut buyer = Map::new();
        let mut put = |name: &str, value: Value| {
            buyer.insert(name.to_owned(), value);
        };
        put("account", json!(key.account));
        put("branch", json!(key.branch));
        put("account_type", json!(key.account_type));
        put("name", json!(snapshot.buyers.get(&case.buyer_id).map_or("", |b| b.name.as_str())));
        put("policy", json!(policy.policy));
        put("kind", json!(case.kind.code()));
        put("covered", json!(case.covered));
        put("insured_sum", json!(money(case.sum)));
        put("currency", json!(policy.currency.code()));
        // Whoever sees some companies only learns the group's sum and room (R1.1), not what the others' items come to.
        let of_all = |minor: i64| json!(self.companies.is_none().then(|| money(minor)));
        put("insured", of_all(self.figures.insured));
        put("insurable_open", of_all(self.figures.insurable_open));
        put("credits", of_all(self.figures.credits));
        put("room", json!(money(self.room())));
        put("start", day(case.start));
        put("uncovered_from", day(case.uncovered_from));
        put("uncovered_by", json!(self.uncovered_by(snapshot)));
        put("decision", self.decision_json(snapshot));
        put("evidence", self.evidence_json(snapshot));
        Value::Object(buyer)
    }

    /// The decision the sum rests on (R2.2); null for unnamed buyers and without one.
    fn decision_json(&self, snapshot: &Snapshot) -> Value {
        let Some(decision) = &self.case().decision else { return Value::Null };
        let rows = snapshot.limits.get(&(self.case().buyer_id, self.loaded.number)).into_iter().flatten();
        let row = rows.into_iter().find(|row| row.decision.id == decision.id);
        json!({
            "amount": decision.counted_amount().map(|minor| amount(minor, decision.currency)),
            "currency": decision.currency.code(),
            "valid_from": decision.valid_from.to_string(),
            "valid_until": decision.valid_until.map(|day| day.to_string()),
            "response": (decision.response != 0).then(|| decision.response.to_string()),
            "reference": row.map_or("", |row| row.reference.as_str()),
            "conditions": row.map_or("", |row| row.conditions.as_str()),
            "max_term_months": decision.max_term_months,
        })
    }

    /// The evidence that decides at the date (R2.3), one of each kind.
    fn evidence_json(&self, snapshot: &Snapshot) -> Value {
        let rows = snapshot.evidence.get(&self.case().buyer_id).into_iter().flatten();
        let known: Vec<_> = rows.map(|row| row.evidence.clone()).collect();
        let deciding = EvidenceKind::ALL.iter().filter_map(|kind| {
            let evidence = evidence_deciding(&known, *kind, snapshot.as_of.key_date)?;
            Some(json!({
                "kind": kind.code(),
                "date": evidence.date.to_string(),
                "positive": evidence.positive,
                "category": evidence.category,
                "valid_until": evidence.valid_until.map(|day| day.to_string()),
            }))
        });
        Value::Array(deciding.collect())
    }
}

/// Who did something when and why, by its audit entry.
fn entry_json(tx: &Tx<'_>, number: i64) -> Result<[Value; 4], Problem> {
    let found = entry(tx, number)?;
    let text = |pick: fn(&obligo_store::Entry) -> &String| json!(found.as_ref().map(pick));
    Ok([text(|e| &e.recorded_at), text(|e| &e.actor), text(|e| &e.action), text(|e| &e.reason)])
}
