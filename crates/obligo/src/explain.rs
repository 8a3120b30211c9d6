//! Why an item has its status, insured amount and dates, what happened to it, and what would change it (R0.6, R13.3).

mod history;
mod would_change;

pub use would_change::CODES;

use crate::buyers::Figures;
use crate::items::{ItemName, ItemView, Viewer};
use crate::planning::{LedgerScope, load_ledger, main_buyer_at};
use crate::reasons::{BuyerFacts, amount, of_item, reason_json};
use crate::runs::entry;
use crate::session::{Session, point_in_time};
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{EventKind, EvidenceKind};
use obligo_rules::evidence::evidence_deciding;
use obligo_rules::ledger::{BuyerCase, Ledger};
use obligo_rules::problem::Problem;
use obligo_rules::stop::stop_date;
use obligo_store::Tx;
use obligo_store::item::item_get;
use serde_json::{Map, Value, json};
use std::collections::HashSet;

/// An item as the list prints it, its `reasons` with the facts of its buyer, and `buyer`, `history` and `would_change` beside them.
/// Errors: those of [`ItemName::resolve`]; `item-not-posted` for a date before it was posted or recorded; `rate-missing`. Roles: viewer.
pub fn explain(
    session: &mut Session,
    item: &ItemName,
    as_of: Day,
    known_at: Option<Day>,
) -> Result<Value, Problem> {
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, point_in_time(tx, as_of, known_at)?)?;
        let item_id = item.resolve(tx)?;
        let viewer = Viewer::load(tx, &snapshot, false)?;
        let mut found = None;
        item_get(tx, item_id, |row| {
            let is_known = row.entry <= snapshot.as_of.known && row.facts.posting_date <= as_of;
            found = if is_known { Some(viewer.view(row)) } else { None };
            Ok(())
        })?;
        let Some(view) = found else {
            return Err(Problem::refused("item-not-posted").with("item", item).with("date", as_of));
        };
        let position = Position::load(tx, &snapshot, &view)?;
        let facts = position.as_ref().map(|p| BuyerFacts { case: p.case(), room: p.room() });
        let reasons = of_item(&view, &snapshot, facts).iter().map(reason_json).collect();
        let Value::Object(mut line) = view.json(reasons) else { return Ok(Value::Null) };
        let buyer = match &position {
            Some(position) => position.buyer_json(&snapshot),
            None => Value::Null,
        };
        line.insert("as_of".into(), json!(as_of.to_string()));
        line.insert("known_at".into(), json!(known_at.map(|day| day.to_string())));
        line.insert("buyer".into(), buyer);
        line.insert("history".into(), Value::Array(history::of_item(tx, &snapshot, &view)?));
        let would = would_change::of_item(&view, &snapshot, position.as_ref());
        line.insert("would_change".into(), Value::Array(would.iter().map(reason_json).collect()));
        Ok(Value::Object(line))
    })
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
}

impl<'a> Position<'a> {
    /// `None` for an item that falls under no policy.
    fn load(tx: &Tx<'_>, snapshot: &'a Snapshot, view: &ItemView) -> Result<Option<Position<'a>>, Problem> {
        let Some(loaded) = view.policy.as_deref().and_then(|code| snapshot.policies.get(code)) else {
            return Ok(None);
        };
        // A branch that is co-insured no more hangs on the main buyer it had.
        let covers = snapshot.covers.get(&view.buyer_id).into_iter().flatten();
        let mut buyers: HashSet<i64> = covers.filter_map(|row| row.cover.co_insured_under).collect();
        buyers.extend([Some(view.buyer_id), main_buyer_at(snapshot, view.buyer_id)].into_iter().flatten());
        let scope = LedgerScope { only_buyers: Some(buyers), ..LedgerScope::default() };
        let ledger = load_ledger(tx, snapshot, &loaded.policy, loaded.number, &scope)?.ledger;
        let account = ledger.accounts.iter().find(|account| account.buyer_id == view.buyer_id);
        let Some(case) = account.map(|account| account.case as usize).filter(|n| *n < ledger.cases.len())
        else {
            return Ok(None);
        };
        let item = ledger.range(case).find(|n| ledger.items[*n].id == view.item_id);
        let figures = Figures::of_case(&ledger, case);
        Ok(Some(Position { loaded, ledger, case, item, figures }))
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
            let kind = self.ledger.items[n].kind.code();
            format!("{}/{}/{kind}", self.ledger.company(n), self.ledger.document_no(n))
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
        put("insured", json!(money(self.figures.insured)));
        put("insurable_open", json!(money(self.figures.insurable_open)));
        put("credits", json!(money(self.figures.credits)));
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
