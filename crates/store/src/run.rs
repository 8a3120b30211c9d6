//! Final runs, frozen (R8.1, R8.4).

use crate::as_of::{day_of, day_param};
use crate::company::next_id;
use crate::tx::{Param, Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;

/// A final run on record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RunRow {
    /// Number.
    pub run: i64,
    /// `declare` or `notify`.
    pub kind: String,
    /// Policy.
    pub policy_id: u16,
    /// `named` or `unnamed` for declarations, empty for notifications.
    pub buyers: String,
    /// Key date.
    pub key_date: Day,
    /// What it was asked, canonical JSON.
    pub parameters: String,
    /// Totals, canonical JSON.
    pub totals: String,
    /// SHA-256 over parameters, lines, totals and changes.
    pub sha256: String,
    /// How many items it changed.
    pub changes: i64,
    /// Audit entry.
    pub entry: i64,
    /// Audit entry of its reversal.
    pub reversed_entry: Option<i64>,
}

const COLUMNS: &str =
    "run, kind, policy_id, buyers, key_date, parameters, totals, sha256, changes, entry, reversed_entry";

fn run_of(row: &Row<'_>) -> RunRow {
    RunRow {
        run: row.int(0),
        kind: row.text(1).to_owned(),
        policy_id: u16::try_from(row.int(2)).unwrap_or(0),
        buyers: row.text(3).to_owned(),
        key_date: day_of(row.int(4)),
        parameters: row.text(5).to_owned(),
        totals: row.text(6).to_owned(),
        sha256: row.text(7).to_owned(),
        changes: row.int(8),
        entry: row.int(9),
        reversed_entry: row.int_opt(10),
    }
}

/// The number the next final run gets.
pub fn run_next(tx: &Tx<'_>) -> Result<i64, Problem> {
    next_id(tx, "run", "run")
}

/// All final runs, by number.
pub fn run_all(tx: &Tx<'_>) -> Result<Vec<RunRow>, Problem> {
    let mut all = Vec::new();
    tx.each(&format!("SELECT {COLUMNS} FROM run ORDER BY run"), &[], |row| {
        all.push(run_of(row));
        Ok(())
    })?;
    Ok(all)
}

/// One final run.
pub fn run_get(tx: &Tx<'_>, run: i64) -> Result<Option<RunRow>, Problem> {
    tx.one(&format!("SELECT {COLUMNS} FROM run WHERE run = $1"), &[Param::Int(run)], |row| Ok(run_of(row)))
}

/// Records a final run.
pub fn run_add(tx: &Tx<'_>, run: &RunRow) -> Result<(), Problem> {
    tx.exec(
        &format!("INSERT INTO run ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL)"),
        &[
            Param::Int(run.run),
            Param::Text(&run.kind),
            Param::Int(run.policy_id.into()),
            Param::Text(&run.buyers),
            day_param(run.key_date),
            Param::Text(&run.parameters),
            Param::Text(&run.totals),
            Param::Text(&run.sha256),
            Param::Int(run.changes),
            Param::Int(run.entry),
        ],
    )?;
    Ok(())
}

/// Freezes the lines of a run.
pub fn run_lines_add<'l>(tx: &Tx<'_>, run: i64, lines: impl Iterator<Item = &'l str>) -> Result<(), Problem> {
    let mut bulk = tx.bulk("INSERT INTO run_line (run, line, text) VALUES ($1, $2, $3)")?;
    for (n, text) in lines.enumerate() {
        bulk.put(&[Param::Int(run), Param::Int(n as i64 + 1), Param::Text(text)])?;
    }
    Ok(())
}

/// Visits the frozen lines of a run.
pub fn run_lines_each(
    tx: &Tx<'_>,
    run: i64,
    mut visit: impl FnMut(&str) -> Result<(), Problem>,
) -> Result<(), Problem> {
    tx.each("SELECT text FROM run_line WHERE run = $1 ORDER BY line", &[Param::Int(run)], |row| {
        visit(row.text(0))
    })
}

/// Marks a run as reversed.
pub fn run_mark_reversed(tx: &Tx<'_>, run: i64, entry: i64) -> Result<usize, Problem> {
    tx.exec("UPDATE run SET reversed_entry = $1 WHERE run = $2", &[Param::Int(entry), Param::Int(run)])
}

/// Key date of the last standing final run of a policy, of any sequence.
pub fn run_last_key_date(tx: &Tx<'_>, policy_id: u16) -> Result<Option<Day>, Problem> {
    let last = tx.one(
        "SELECT max(key_date) FROM run WHERE policy_id = $1 AND reversed_entry IS NULL",
        &[Param::Int(policy_id.into())],
        |row| Ok(row.int_opt(0).map(day_of)),
    )?;
    Ok(last.flatten())
}

/// How many frozen lines a run has.
pub fn run_lines_count(tx: &Tx<'_>, run: i64) -> Result<i64, Problem> {
    let last = tx
        .one("SELECT max(line) FROM run_line WHERE run = $1", &[Param::Int(run)], |row| Ok(row.int_opt(0)))?;
    Ok(last.flatten().unwrap_or(0))
}

/// Some of the frozen lines of a run: `count` of them after the first `skipped`.
pub fn run_lines_some(tx: &Tx<'_>, run: i64, skipped: i64, count: i64) -> Result<Vec<String>, Problem> {
    let mut lines = Vec::new();
    tx.each(
        "SELECT text FROM run_line WHERE run = $1 AND line > $2 AND line <= $3 ORDER BY line",
        &[Param::Int(run), Param::Int(skipped), Param::Int(skipped.saturating_add(count))],
        |row| {
            lines.push(row.text(0).to_owned());
            Ok(())
        },
    )?;
    Ok(lines)
}
