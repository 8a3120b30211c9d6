//! Final runs: their order (R8.4), freezing them whole, and taking them back.

use crate::planning::LoadedLedger;
use crate::session::{Session, hex, sha256_hex};
use crate::snapshot::LoadedPolicy;
use obligo_rules::calendar::Day;
use obligo_rules::codes::BuyerKind;
use obligo_rules::declare::ItemChange;
use obligo_rules::problem::Problem;
use obligo_store::change::{
    ChangeWriter, ChangesOf, change_each, change_later, change_states_without, change_touching_after,
};
use obligo_store::evidence::evidence_take_back;
use obligo_store::run::{
    RunRow, run_add, run_all, run_get, run_lines_add, run_lines_each, run_mark_reversed, run_next,
};
use obligo_store::state::ItemState;
use obligo_store::{Outcome, Tx, Written};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A run as it leaves the house: its lines, and the last line with totals, number and hash.
#[derive(Clone, Debug)]
pub struct RunDocument {
    /// `declare` or `notify`.
    pub kind: &'static str,
    /// `named`, `unnamed` or empty.
    pub buyers: &'static str,
    /// Key date.
    pub key_date: Day,
    /// What it was asked.
    pub parameters: Value,
    /// One JSON object per buyer or item.
    pub lines: Vec<String>,
    /// Totals.
    pub totals: Value,
}

/// A run done: its document, and what freezing it gave.
#[derive(Clone, Debug)]
pub struct RunResult {
    /// The document.
    pub document: RunDocument,
    /// Number, for a final run.
    pub run: Option<i64>,
    /// SHA-256 of the document and, for a final run, of every change.
    pub sha256: String,
    /// Warnings for the person who runs it.
    pub warnings: Vec<Problem>,
}

impl RunResult {
    /// The last line of the output.
    #[must_use]
    pub fn last_line(&self) -> String {
        last_line(&self.document.totals, self.run, &self.sha256)
    }
}

fn last_line(totals: &Value, run: Option<i64>, sha256: &str) -> String {
    json!({ "totals": totals, "run": run, "final": run.is_some(), "sha256": sha256 }).to_string()
}

/// The running hash of a run: parameters, lines, totals, then every change.
pub struct RunHash(Sha256);

impl RunHash {
    /// Hashes the document.
    #[must_use]
    pub fn of_document<'l>(
        parameters: &'l str,
        lines: impl Iterator<Item = &'l str>,
        totals: &'l str,
    ) -> RunHash {
        let mut hash = Sha256::new();
        for text in std::iter::once(parameters).chain(lines).chain(std::iter::once(totals)) {
            hash.update(text.as_bytes());
            hash.update(b"\n");
        }
        RunHash(hash)
    }

    /// Adds one change.
    pub fn change(&mut self, item_id: i64, before: &str, after: &str) {
        for text in [item_id.to_string().as_str(), ":", before, ">", after, "\n"] {
            self.0.update(text.as_bytes());
        }
    }

    /// The hash in hexadecimal digits.
    #[must_use]
    pub fn finish(self) -> String {
        hex(&self.0.finalize())
    }
}

impl RunDocument {
    /// The hash of a preview, which changes nothing.
    #[must_use]
    pub fn preview_hash(&self) -> String {
        let lines = self.lines.iter().map(String::as_str);
        RunHash::of_document(&self.parameters.to_string(), lines, &self.totals.to_string()).finish()
    }
}

/// Refuses a final run out of order (R8.4): on or before the last of its sequence, or before any final run of the policy.
pub fn check_order(
    runs: &[RunRow],
    policy: &LoadedPolicy,
    kind: &str,
    buyers: &str,
    key_date: Day,
) -> Result<(), Problem> {
    let standing = || runs.iter().filter(|r| r.policy_id == policy.number && r.reversed_entry.is_none());
    let of_sequence = standing().filter(|r| r.kind == kind && r.buyers == buyers).max_by_key(|r| r.key_date);
    let of_policy = standing().max_by_key(|r| r.key_date);
    let (code, last) = match (of_sequence, of_policy) {
        (Some(last), _) if key_date <= last.key_date => ("run-not-after-last", last),
        (_, Some(last)) if key_date < last.key_date => ("run-before-policy-run", last),
        _ => return Ok(()),
    };
    Err(Problem::forbidden(code)
        .with("policy", &policy.policy.policy)
        .with("key_date", key_date)
        .with("last_date", last.key_date)
        .with("last_run", last.run))
}

/// First day of the reporting period (R8.3): the day after the last final run of the policy and buyer kind before the key date, else the first
/// of the key date's month.
#[must_use]
pub fn period_start(runs: &[RunRow], policy_number: u16, buyers: &str, key_date: Day) -> Day {
    runs.iter()
        .filter(|r| r.policy_id == policy_number && r.kind == "declare" && r.buyers == buyers)
        .filter(|r| r.reversed_entry.is_none() && r.key_date < key_date)
        .map(|r| r.key_date.plus_days(1))
        .max()
        .unwrap_or_else(|| key_date.month_start())
}

/// Freezes a planned run inside the door: lines, changes, run record; returns its number and hash.
pub fn freeze(
    tx: &Tx<'_>,
    entry: i64,
    policy: &LoadedPolicy,
    document: &RunDocument,
    loaded: &LoadedLedger,
    changes: &[ItemChange],
) -> Result<(i64, String), Problem> {
    let run = run_next(tx)?;
    let (parameters, totals) = (document.parameters.to_string(), document.totals.to_string());
    let mut hash = RunHash::of_document(&parameters, document.lines.iter().map(String::as_str), &totals);
    run_lines_add(tx, run, document.lines.iter().map(String::as_str))?;
    // In the store's order of items, so that the update walks the table once.
    let mut in_order: Vec<&ItemChange> = changes.iter().collect();
    in_order.sort_unstable_by_key(|c| loaded.ledger.items[c.position as usize].id);
    let mut writer = ChangeWriter::new(tx, entry, Some(run), "run", document.key_date)?;
    let mut after_text = String::new();
    let mut count = 0;
    for change in in_order {
        let position = change.position as usize;
        let (before, after) = (loaded.state_before(position), loaded.state_after(position, change.after));
        after_text.clear();
        after.pack_into(&mut after_text);
        let item_id = loaded.ledger.items[position].id;
        let before_text = writer.put(item_id, &before, &after)?;
        hash.change(item_id, before_text, &after_text);
        count += 1;
    }
    if count > 0 {
        writer.finish(tx)?;
        carry_over(tx, entry, run, document.key_date, loaded, changes)?;
    }
    let sha256 = hash.finish();
    run_add(
        tx,
        &RunRow {
            run,
            kind: document.kind.to_owned(),
            policy_id: policy.number,
            buyers: document.buyers.to_owned(),
            key_date: document.key_date,
            parameters,
            totals,
            sha256: sha256.clone(),
            changes: count,
            entry,
            reversed_entry: None,
        },
    )?;
    Ok((run, sha256))
}

/// Does a final run through the door: `work` plans and freezes. What an idempotency key has done already is printed again.
pub fn run_final(
    session: &mut Session,
    action: &str,
    input: &str,
    work: impl FnOnce(&Tx<'_>, i64) -> Result<RunResult, Problem>,
) -> Result<RunResult, Problem> {
    let mut done: Option<RunResult> = None;
    let outcome = session.write(action, "", input, |tx, entry| {
        let result = work(tx, entry)?;
        let payload =
            json!({ "run": result.run, "sha256": result.sha256, "parameters": result.document.parameters });
        let answer = json!({ "run": result.run });
        done = Some(result);
        Ok(Written::new(payload, answer))
    })?;
    match done {
        Some(mut result) => {
            if outcome.dry_run {
                result.run = None;
            }
            Ok(result)
        }
        None => session.read(|tx| repeated(tx, &outcome.result)),
    }
}

/// The result of a final run that an idempotency key has done already.
fn repeated(tx: &Tx<'_>, result: &Value) -> Result<RunResult, Problem> {
    let run = result["run"].as_i64().unwrap_or(0);
    let mut lines = Vec::new();
    let row = reprint(tx, run, |line| {
        lines.push(line.to_owned());
        Ok(())
    })?;
    lines.pop();
    let document = RunDocument {
        kind: if row.kind == "declare" { "declare" } else { "notify" },
        buyers: BuyerKind::parse(&row.buyers).map_or("", BuyerKind::code),
        key_date: row.key_date,
        parameters: serde_json::from_str(&row.parameters).unwrap_or(Value::Null),
        lines,
        totals: serde_json::from_str(&row.totals).unwrap_or(Value::Null),
    };
    Ok(RunResult { document, run: Some(run), sha256: row.sha256, warnings: Vec::new() })
}

/// Puts what people, events and residuals have changed since the key date back on top of what the run wrote: it was planned without them.
fn carry_over(
    tx: &Tx<'_>,
    entry: i64,
    run: i64,
    key_date: Day,
    loaded: &LoadedLedger,
    changes: &[ItemChange],
) -> Result<(), Problem> {
    if loaded.changed_since.is_empty() {
        return Ok(());
    }
    let of_change = |c: &ItemChange| loaded.ledger.items[c.position as usize].id;
    let mut later = change_later(tx, key_date, &loaded.changed_since)?;
    let mut carried: BTreeMap<Day, Vec<(i64, ItemState, ItemState)>> = BTreeMap::new();
    for change in changes {
        let item_id = of_change(change);
        let Some(of_item) = later.remove(&item_id) else { continue };
        let mut now = loaded.state_after(change.position as usize, change.after);
        for of_day in of_item.chunk_by(|a, b| a.0 == b.0) {
            let before = now;
            for (_, was, is, is_residual) in of_day {
                now = now.with_change(was, is, *is_residual);
            }
            carried.entry(of_day[0].0).or_default().push((item_id, before, now));
        }
    }
    for (day, states) in carried {
        let mut writer = ChangeWriter::new(tx, entry, Some(run), "carried", day)?;
        for (item_id, before, after) in &states {
            writer.put(*item_id, before, after)?;
        }
        writer.finish(tx)?;
    }
    Ok(())
}

/// Prints a final run again, byte for byte, from what it stored: its lines and the last line.
pub fn reprint(
    tx: &Tx<'_>,
    run: i64,
    mut print: impl FnMut(&str) -> Result<(), Problem>,
) -> Result<RunRow, Problem> {
    let row = run_get(tx, run)?.ok_or_else(|| Problem::refused("run-not-found").with("run", run))?;
    run_lines_each(tx, run, &mut print)?;
    let totals: Value = serde_json::from_str(&row.totals).unwrap_or(Value::Null);
    print(&last_line(&totals, Some(run), &row.sha256))?;
    Ok(row)
}

/// Computes the hash of a final run anew from what is stored.
pub fn rehash(tx: &Tx<'_>, row: &RunRow) -> Result<String, Problem> {
    let mut lines = Vec::new();
    run_lines_each(tx, row.run, |text| {
        lines.push(text.to_owned());
        Ok(())
    })?;
    let mut hash = RunHash::of_document(&row.parameters, lines.iter().map(String::as_str), &row.totals);
    change_each(tx, ChangesOf::Run(row.run), |change| {
        hash.change(change.item_id, &change.before.pack(), &change.after.pack());
        Ok(())
    })?;
    Ok(hash.finish())
}

/// Reverses a final run (R8.4): restores what it changed, keeps it on record. Refused while a later final run of its sequence stands, or
/// a later run or edit has touched its items.
pub fn reverse(session: &mut Session, run: i64, reason: &str) -> Result<Outcome, Problem> {
    session.write("runs reverse", reason, &format!("reverse {run} {reason}"), |tx, entry| {
        let runs = run_all(tx)?;
        let row = runs
            .iter()
            .find(|r| r.run == run)
            .ok_or_else(|| Problem::refused("run-not-found").with("run", run))?;
        if row.reversed_entry.is_some() {
            return Err(Problem::forbidden("run-already-reversed").with("run", run));
        }
        let same = |r: &&RunRow| r.policy_id == row.policy_id && r.kind == row.kind && r.buyers == row.buyers;
        if let Some(later) = runs.iter().filter(same).find(|r| r.run > run && r.reversed_entry.is_none()) {
            return Err(Problem::forbidden("run-not-the-last").with("run", run).with("later", later.run));
        }
        if let Some((touched_entry, item, by_run)) = change_touching_after(tx, run)? {
            let by = by_run.map_or_else(|| format!("entry {touched_entry}"), |n| format!("run {n}"));
            let item = crate::items::item_name(tx, item)?;
            return Err(Problem::forbidden("run-items-touched")
                .with("run", run)
                .with("item", item)
                .with("by", by));
        }
        let without = change_states_without(tx, run)?;
        let mut restored: Vec<(i64, ItemState, ItemState)> = Vec::new();
        change_each(tx, ChangesOf::Run(run), |change| {
            if change.is_damaged {
                return Err(Problem::refused("run-damaged").with("run", run));
            }
            let standing = without.get(&change.item_id).copied().unwrap_or(change.before);
            restored.push((change.item_id, change.after, standing));
            Ok(())
        })?;
        let mut writer = ChangeWriter::new(tx, entry, Some(run), "reversal", row.key_date)?;
        for (item, after, before) in &restored {
            writer.put(*item, after, before)?;
        }
        writer.finish(tx)?;
        evidence_take_back(tx, entry, run)?;
        run_mark_reversed(tx, run, entry)?;
        let result = json!({ "run": run, "reversed": true, "items": restored.len() });
        Ok(Written::new(json!({ "run": run, "sha256": row.sha256, "reason": reason }), result))
    })
}

/// The hash of a policy's terms, kept with each run.
#[must_use]
pub fn terms_hash(policy: &LoadedPolicy) -> String {
    sha256_hex(policy.text.as_bytes())
}
