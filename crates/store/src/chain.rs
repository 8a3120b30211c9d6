//! The audit entries: each carries the hash of the one before it, so that a later change shows (R0.5). Also *known at*
//! (R0.4): which entries had been recorded by an instant.

use crate::instant::instant;
use crate::migrate::TABLES_WITH_ENTRY;
use crate::tx::{Param, Row, Tx};
use obligo_rules::problem::Problem;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What the first entry names as the hash before it.
const NO_HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

const COLUMNS: &str = "entry, recorded_at, actor, action, reason, idempotency_key, input_hash, payload, result, \
                       previous_hash, hash";

/// One audit entry: one accepted write.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Number, from 1 without gaps.
    pub entry: i64,
    /// When, in UTC and whole seconds; never before the entry above it.
    pub recorded_at: String,
    /// Who.
    pub actor: String,
    /// What was done.
    pub action: String,
    /// Why.
    pub reason: String,
    /// The sender's key.
    pub idempotency_key: Option<String>,
    /// SHA-256 of the input.
    pub input_hash: String,
    /// What was changed, as JSON.
    pub payload: String,
    /// The answer given, as JSON.
    pub result: String,
    /// Hash of the entry before; zeros for the first.
    pub previous_hash: String,
    /// Hash of this entry.
    pub hash: String,
}

impl Entry {
    /// SHA-256, in hexadecimal, of the compact JSON array `["obligo-entry-1", entry, recorded_at, actor, action, reason,
    /// idempotency_key or null, input_hash, payload, result, previous_hash]` in UTF-8; payload and result are the texts
    /// stored, as strings.
    #[must_use]
    pub fn computed_hash(&self) -> String {
        let text = serde_json::json!([
            "obligo-entry-1",
            self.entry,
            self.recorded_at,
            self.actor,
            self.action,
            self.reason,
            self.idempotency_key,
            self.input_hash,
            self.payload,
            self.result,
            self.previous_hash
        ])
        .to_string();
        let mut hex = String::with_capacity(64);
        for byte in Sha256::digest(text) {
            // Writing into a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }

    fn of_row(row: &Row<'_>) -> Entry {
        Entry {
            entry: row.int(0),
            recorded_at: row.text(1).to_owned(),
            actor: row.text(2).to_owned(),
            action: row.text(3).to_owned(),
            reason: row.text(4).to_owned(),
            idempotency_key: row.text_opt(5).map(str::to_owned),
            input_hash: row.text(6).to_owned(),
            payload: row.text(7).to_owned(),
            result: row.text(8).to_owned(),
            previous_hash: row.text(9).to_owned(),
            hash: row.text(10).to_owned(),
        }
    }

    pub(crate) fn insert(&self, tx: &Tx<'_>) -> Result<(), Problem> {
        let sql =
            format!("INSERT INTO entry ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");
        let values: [Param; 11] = [
            self.entry.into(),
            (&self.recorded_at).into(),
            (&self.actor).into(),
            (&self.action).into(),
            (&self.reason).into(),
            self.idempotency_key.as_deref().into(),
            (&self.input_hash).into(),
            (&self.payload).into(),
            (&self.result).into(),
            (&self.previous_hash).into(),
            (&self.hash).into(),
        ];
        tx.exec(&sql, &values).map(|_| ())
    }
}

/// Number, time and hash of the last entry; 0, an empty time and zeros when there is none.
pub(crate) fn last(tx: &Tx<'_>) -> Result<(i64, String, String), Problem> {
    let last =
        tx.one("SELECT entry, recorded_at, hash FROM entry ORDER BY entry DESC LIMIT 1", &[], |row| {
            Ok((row.int(0), row.text(1).to_owned(), row.text(2).to_owned()))
        })?;
    Ok(last.unwrap_or_else(|| (0, String::new(), NO_HASH.to_owned())))
}

/// What verifying the audit entries found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ChainReport {
    /// Entries read.
    pub entries: i64,
    /// Hash of the last entry, empty without one. Kept elsewhere, it proves later that no entry was cut off the end.
    pub last_hash: String,
    /// What is wrong, with the entry it concerns: `hash` (the entry was altered), `previous_hash` (the entry before it
    /// was altered, removed or exchanged), `number` (a number is missing before it), `recorded_at` (its time lies before
    /// the entry above it), or the name of a table with rows of an entry that does not exist.
    pub broken: Vec<(i64, &'static str)>,
}

/// Verifies every entry's hash, link, number and time, and that no row belongs to an entry behind the last one.
pub fn verify_chain(tx: &Tx<'_>) -> Result<ChainReport, Problem> {
    let mut report = ChainReport::default();
    let (mut number, mut previous, mut time) = (0, NO_HASH.to_owned(), String::new());
    tx.each(&format!("SELECT {COLUMNS} FROM entry ORDER BY entry"), &[], |row| {
        let entry = Entry::of_row(row);
        let checks = [
            (entry.entry == number + 1, "number"),
            (entry.previous_hash == previous, "previous_hash"),
            (entry.hash == entry.computed_hash(), "hash"),
            (entry.recorded_at >= time, "recorded_at"),
        ];
        report.broken.extend(checks.iter().filter(|(holds, _)| !holds).map(|(_, what)| (entry.entry, *what)));
        report.entries += 1;
        (number, previous, time) = (entry.entry, entry.hash, entry.recorded_at);
        Ok(())
    })?;
    for table in TABLES_WITH_ENTRY.iter().filter(|table| **table != "entry") {
        let beyond =
            tx.one(&format!("SELECT MAX(entry) FROM {table}"), &[], |row| Ok(row.int_opt(0)))?.flatten();
        if let Some(entry) = beyond.filter(|entry| *entry > number) {
            report.broken.push((entry, *table));
        }
    }
    if report.entries > 0 {
        report.last_hash = previous;
    }
    Ok(report)
}

/// Which entries to list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EntryFilter<'a> {
    /// Of this actor.
    pub actor: Option<&'a str>,
    /// Of this action.
    pub action: Option<&'a str>,
    /// Recorded at or after this instant (ISO 8601, UTC).
    pub from: Option<&'a str>,
    /// Recorded at or before this instant.
    pub until: Option<&'a str>,
    /// Numbers below this one: the next page goes on from the last entry of this one.
    pub below: Option<i64>,
    /// At most so many.
    pub limit: i64,
}

impl Default for EntryFilter<'_> {
    fn default() -> Self {
        EntryFilter { actor: None, action: None, from: None, until: None, below: None, limit: i64::MAX }
    }
}

/// The entries a filter names, newest first. Error: `store-instant`.
pub fn entries(tx: &Tx<'_>, filter: &EntryFilter<'_>) -> Result<Vec<Entry>, Problem> {
    let from = filter.from.map(instant).transpose()?;
    let until = filter.until.map(instant).transpose()?;
    let sql = format!(
        "SELECT {COLUMNS} FROM entry
         WHERE entry < $1 AND actor = COALESCE($2, actor) AND action = COALESCE($3, action)
           AND recorded_at >= COALESCE($4, recorded_at) AND recorded_at <= COALESCE($5, recorded_at)
         ORDER BY entry DESC LIMIT $6"
    );
    let values: [Param; 6] = [
        filter.below.unwrap_or(i64::MAX).into(),
        filter.actor.into(),
        filter.action.into(),
        from.as_deref().into(),
        until.as_deref().into(),
        filter.limit.into(),
    ];
    let mut found = Vec::new();
    tx.each(&sql, &values, |row| {
        found.push(Entry::of_row(row));
        Ok(())
    })?;
    Ok(found)
}

/// Entries with a number above this one, oldest first, at most so many: for reading the whole trail piece by piece.
pub fn entries_above(tx: &Tx<'_>, above: i64, limit: i64) -> Result<Vec<Entry>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM entry WHERE entry > $1 ORDER BY entry LIMIT $2");
    let mut found = Vec::new();
    tx.each(&sql, &[above.into(), limit.into()], |row| {
        found.push(Entry::of_row(row));
        Ok(())
    })?;
    Ok(found)
}

/// Visits the actions of the audit entries after this one.
pub fn entry_actions_each(tx: &Tx<'_>, above: i64, mut visit: impl FnMut(&str)) -> Result<(), Problem> {
    tx.each("SELECT action FROM entry WHERE entry > $1", &[above.into()], |row| {
        visit(row.text(0));
        Ok(())
    })
}

/// The number of the last audit entry, 0 in a new store.
pub fn entry_last(tx: &Tx<'_>) -> Result<i64, Problem> {
    let last = tx.one("SELECT MAX(entry) FROM entry", &[], |row| Ok(row.int_opt(0)))?;
    Ok(last.flatten().unwrap_or(0))
}

/// The last entry recorded at or before an instant, 0 if there is none (R0.4, *known at*): a row is known then if its
/// `entry` is at most this and its `replaced_entry` is empty or above it. A day ends at `…T23:59:59Z`. Error:
/// `store-instant`.
pub fn entry_known_at(tx: &Tx<'_>, day_end_iso: &str) -> Result<i64, Problem> {
    let by = instant(day_end_iso)?;
    let last = tx.one("SELECT MAX(entry) FROM entry WHERE recorded_at <= $1", &[(&by).into()], |row| {
        Ok(row.int_opt(0))
    })?;
    Ok(last.flatten().unwrap_or(0))
}
