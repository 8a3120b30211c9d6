//! The use case *verify* (R0.5): the audit chain, the hashes of final runs, and what must hold of every item.

use crate::frozen::RunHash;
use crate::planning::SettledItems;
use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{InsuranceStatus, ItemKind};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::change::{ChangeRow, ChangesOf, change_count, change_each};
use obligo_store::company::company_all;
use obligo_store::item::{ItemRow, item_each, item_last};
use obligo_store::run::{RunRow, run_all, run_lines_each};
use obligo_store::state::ItemState;
use obligo_store::{EntryFilter, Tx, entries, verify_chain};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Findings kept with their text; the rest is counted.
const FINDINGS_KEPT: usize = 1000;

/// Rows between two reports of progress.
const PROGRESS_EVERY: u64 = 4096;

/// Actions whose entries carry the hash of changes by hand.
const BY_HAND: [(&str, &str); 3] = [("edit", "edit"), ("event", "event"), ("reexamine", "reexamination")];

/// Verifies the whole store and returns `{entries, runs, items, changes, last_hash, findings: [{what, where, detail}], findings_total}`.
/// `progress` is told rows done and rows in all. Writes nothing. Errors: only those of reading; what is wrong is a finding. Role: auditor.
pub fn verify(session: &mut Session, progress: &mut dyn FnMut(u64, u64)) -> Result<Value, Problem> {
    session.read(|tx| {
        let changes = change_count(tx)?;
        let total = u64::try_from(changes.saturating_add(item_last(tx)?)).unwrap_or(0);
        let mut check = Check { tx, findings: Vec::new(), total: 0, done: 0, of: total, progress };
        let chain = verify_chain(tx)?;
        for (entry, what) in &chain.broken {
            check.find("chain", &format!("entry {entry}"), what);
        }
        let runs = run_all(tx)?;
        check.run_numbers(&runs)?;
        let states = check.changes(&runs)?;
        let items = check.items(&states)?;
        Ok(json!({
            "entries": chain.entries,
            "runs": runs.len(),
            "items": items,
            "changes": changes,
            "last_hash": chain.last_hash,
            "findings": check.findings,
            "findings_total": check.total,
        }))
    })
}

struct Check<'c, 't, 'p> {
    tx: &'t Tx<'c>,
    findings: Vec<Value>,
    total: usize,
    done: u64,
    of: u64,
    progress: &'p mut dyn FnMut(u64, u64),
}

impl Check<'_, '_, '_> {
    /// Keeps a finding: its code, which the catalogue puts into words as `finding-…`, the record, and its facts.
    fn find(&mut self, what: &str, place: &str, detail: &str) {
        self.total += 1;
        if self.findings.len() < FINDINGS_KEPT {
            self.findings.push(json!({ "what": what, "where": place, "detail": detail }));
        }
    }

    fn step(&mut self) {
        self.done += 1;
        if self.done.is_multiple_of(PROGRESS_EVERY) || self.done == self.of {
            (self.progress)(self.done, self.of);
        }
    }

    /// Every final run stands beside the audit entry that recorded it, and every such entry beside its run.
    fn run_numbers(&mut self, runs: &[RunRow]) -> Result<(), Problem> {
        let mut recorded: HashMap<i64, (i64, String)> = HashMap::new();
        let mut reversed: HashMap<i64, i64> = HashMap::new();
        for action in ["declare", "notify", "runs reverse"] {
            let filter = EntryFilter { action: Some(action), ..EntryFilter::default() };
            for entry in entries(self.tx, &filter)? {
                let payload: Value = serde_json::from_str(&entry.payload).unwrap_or(Value::Null);
                let run = payload["run"].as_i64().unwrap_or(0);
                if action == "runs reverse" {
                    reversed.insert(run, entry.entry);
                } else {
                    let sha256 = payload["sha256"].as_str().unwrap_or("").to_owned();
                    recorded.insert(run, (entry.entry, sha256));
                }
            }
        }
        for run in runs {
            let place = format!("run {}", run.run);
            if recorded.remove(&run.run) != Some((run.entry, run.sha256.clone())) {
                self.find("run-entry", &place, "");
            }
            if reversed.remove(&run.run) != run.reversed_entry {
                self.find("run-reversal", &place, "");
            }
        }
        let missing =
            recorded.into_keys().chain(reversed.into_keys()).collect::<std::collections::BTreeSet<_>>();
        for run in missing {
            self.find("run-missing", &format!("run {run}"), "");
        }
        Ok(())
    }

    /// Computes the hashes over changes anew, of runs and of changes by hand, in one walk; returns what the last change of each item left.
    fn changes(&mut self, runs: &[RunRow]) -> Result<Vec<Option<u64>>, Problem> {
        let tx = self.tx;
        let mut of_run: HashMap<i64, RunHash> = HashMap::new();
        for run in runs {
            let mut lines = Vec::new();
            run_lines_each(tx, run.run, |text| {
                lines.push(text.to_owned());
                Ok(())
            })?;
            let lines = lines.iter().map(String::as_str);
            of_run.insert(run.run, RunHash::of_document(&run.parameters, lines, &run.totals));
        }
        let mut of_entry: HashMap<(i64, &'static str), RunHash> = HashMap::new();
        let mut left = vec![None; usize::try_from(item_last(tx)?).unwrap_or(0) + 1];
        let (mut orphan, mut damaged) = (None, None);
        change_each(tx, ChangesOf::All, |change| {
            let hash = match change.run {
                Some(run) if change.cause == "run" => of_run.get_mut(&run),
                _ => cause_by_hand(change).map(|cause| {
                    of_entry
                        .entry((change.entry, cause))
                        .or_insert_with(|| RunHash::of_document("", std::iter::empty(), ""))
                }),
            };
            if change.is_damaged {
                damaged = Some(change.item_id);
            }
            if let Some(hash) = hash {
                hash.change(change.item_id, &change.before.pack(), &change.after.pack());
            }
            match usize::try_from(change.item_id).ok().and_then(|n| left.get_mut(n)) {
                Some(state) => *state = Some(fingerprint(&change.after)),
                None => orphan = Some(change.item_id),
            }
            self.step();
            Ok(())
        })?;
        if let Some(item) = damaged {
            self.find("change-state", &format!("item {item}"), "");
        }
        if let Some(item) = orphan {
            self.find("change-item", &format!("item {item}"), "");
        }
        for run in runs {
            let computed = of_run.remove(&run.run).map(RunHash::finish);
            if computed.as_deref() != Some(run.sha256.as_str()) {
                self.find("run-hash", &format!("run {}", run.run), "");
            }
        }
        self.hand_changes(of_entry)?;
        Ok(left)
    }

    /// Changes by people and events against the hash in their audit entry.
    fn hand_changes(&mut self, mut of_entry: HashMap<(i64, &'static str), RunHash>) -> Result<(), Problem> {
        for (action, cause) in BY_HAND {
            let filter = EntryFilter { action: Some(action), ..EntryFilter::default() };
            for entry in entries(self.tx, &filter)? {
                let payload: Value = serde_json::from_str(&entry.payload).unwrap_or(Value::Null);
                let recorded = payload["changes_sha256"].as_str();
                let computed = of_entry.remove(&(entry.entry, cause)).map(RunHash::finish);
                if recorded != computed.as_deref() {
                    self.find("hand-changes", &format!("entry {}", entry.entry), "");
                }
            }
        }
        // Events that came with an import stand in its entry, which keeps no hash over them.
        let mut astray: Vec<i64> =
            of_entry.into_keys().filter(|(_, cause)| *cause != "event").map(|(entry, _)| entry).collect();
        astray.sort_unstable();
        for entry in astray {
            self.find("hand-changes", &format!("entry {entry}"), "");
        }
        Ok(())
    }

    /// Every item against what its last change left and the bounds of R5.1; returns how many there are.
    fn items(&mut self, left: &[Option<u64>]) -> Result<u64, Problem> {
        let tx = self.tx;
        let everything = AsOf::at(Day::LAST);
        let settled = SettledItems::load(tx, everything)?;
        let companies = company_all(tx, everything)?;
        let mut count = 0;
        let mut found: Vec<(&'static str, String, String)> = Vec::new();
        item_each(
            tx,
            everything,
            |_, _, _| true,
            |row| {
                count += 1;
                let place = || {
                    let company = companies.get(&row.facts.company_id).map_or("?", |c| c.company.as_str());
                    format!("{company}/{}/{}", row.facts.document_no, row.facts.kind.code())
                };
                let last = usize::try_from(row.item_id).ok().and_then(|n| left.get(n)).copied().flatten();
                for (what, detail) in wrong_with(row, last, settled.open(row.item_id, row.facts.amount)) {
                    found.push((what, place(), detail));
                }
                self.step();
                if found.len() >= FINDINGS_KEPT {
                    for (what, place, detail) in found.drain(..) {
                        self.find(what, &place, &detail);
                    }
                }
                Ok(())
            },
        )?;
        for (what, place, detail) in found {
            self.find(what, &place, &detail);
        }
        Ok(count)
    }
}

/// What breaks an invariant of the ledger: kind of finding and its facts.
fn wrong_with(row: &ItemRow<'_>, last_change: Option<u64>, open: i64) -> Vec<(&'static str, String)> {
    let (insurance, amount) = (&row.state.insurance, row.facts.amount);
    let mut wrong = Vec::new();
    let mut check = |holds: bool, what: &'static str, detail: &dyn Fn() -> String| {
        if !holds {
            wrong.push((what, detail()));
        }
    };
    let is_as_left = match last_change {
        Some(left) => fingerprint(&row.state) == left,
        // The receivable start comes with the document.
        None => ItemState { receivable_start: None, ..row.state } == ItemState::default(),
    };
    check(is_as_left, "item-state", &String::new);
    check(has_sign(row.facts.kind, amount), "item-sign", &|| format!("amount {amount}"));
    let is_within = if amount < 0 { (amount..=0).contains(&open) } else { (0..=amount).contains(&open) };
    check(is_within, "settled", &|| format!("amount {amount}, open {open}"));
    let insured = insurance.insured;
    check(insured >= 0, "insured-below-zero", &|| format!("insured {insured}"));
    let can_hold = insurance.status == InsuranceStatus::Insurable && row.facts.kind.is_debit();
    check(insured <= 0 || can_hold, "insured-not-insurable", &|| {
        format!("status {}, insured {insured}", insurance.status.code())
    });
    let dates = &insurance.deadlines;
    for (name, date) in [("exclusion_date", dates.exclusion_date), ("collection_date", dates.collection_date)]
    {
        let in_order = dates.overdue_date.zip(date).is_none_or(|(overdue, date)| overdue <= date);
        check(in_order, "dates", &|| name.to_owned());
    }
    wrong
}

fn has_sign(kind: ItemKind, amount: i64) -> bool {
    if kind.is_debit() { amount >= 0 } else { amount <= 0 }
}

fn cause_by_hand(change: &ChangeRow) -> Option<&'static str> {
    BY_HAND.iter().map(|(_, cause)| *cause).find(|cause| *cause == change.cause)
}

/// A number that differs between different states, so that millions of them stay in memory.
fn fingerprint(state: &ItemState) -> u64 {
    let mut hasher = DefaultHasher::new();
    state.pack().hash(&mut hasher);
    hasher.finish()
}
