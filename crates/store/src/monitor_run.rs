//! Selection runs of credit control (R9.2).

use crate::as_of::{day_of, day_param};
use crate::company::next_id;
use crate::tx::{Param, Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;

/// A selection run on record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MonitorRunRow {
    /// Number.
    pub run: i64,
    /// Key date.
    pub key_date: Day,
    /// Credit managers it was asked for, as `A..B`; empty for all.
    pub managers: String,
    /// Totals, canonical JSON.
    pub totals: String,
    /// How many lines it has.
    pub lines: i64,
    /// SHA-256 over key date, managers and lines.
    pub sha256: String,
    /// Who ran it.
    pub run_by: String,
    /// When, an instant in UTC.
    pub run_at: String,
}

const COLUMNS: &str = "run, key_date, managers, totals, lines, sha256, run_by, run_at";

fn of_row(row: &Row<'_>) -> MonitorRunRow {
    MonitorRunRow {
        run: row.int(0),
        key_date: day_of(row.int(1)),
        managers: row.text(2).to_owned(),
        totals: row.text(3).to_owned(),
        lines: row.int(4),
        sha256: row.text(5).to_owned(),
        run_by: row.text(6).to_owned(),
        run_at: row.text(7).to_owned(),
    }
}

/// The number the next selection run gets.
pub fn monitor_run_next(tx: &Tx<'_>) -> Result<i64, Problem> {
    next_id(tx, "monitor_run", "run")
}

/// Records a selection run.
pub fn monitor_run_add(tx: &Tx<'_>, entry: i64, run: &MonitorRunRow) -> Result<(), Problem> {
    tx.exec(
        &format!("INSERT INTO monitor_run ({COLUMNS}, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"),
        &[
            run.run.into(),
            day_param(run.key_date),
            (&run.managers).into(),
            (&run.totals).into(),
            run.lines.into(),
            (&run.sha256).into(),
            (&run.run_by).into(),
            (&run.run_at).into(),
            entry.into(),
        ],
    )?;
    Ok(())
}

/// One selection run.
pub fn monitor_run_get(tx: &Tx<'_>, run: i64) -> Result<Option<MonitorRunRow>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM monitor_run WHERE run = $1");
    tx.one(&sql, &[Param::Int(run)], |row| Ok(of_row(row)))
}

/// The last selection run.
pub fn monitor_run_last(tx: &Tx<'_>) -> Result<Option<MonitorRunRow>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM monitor_run ORDER BY run DESC LIMIT 1");
    tx.one(&sql, &[], |row| Ok(of_row(row)))
}

/// All selection runs, the last one first.
pub fn monitor_run_all(tx: &Tx<'_>) -> Result<Vec<MonitorRunRow>, Problem> {
    let mut all = Vec::new();
    tx.each(&format!("SELECT {COLUMNS} FROM monitor_run ORDER BY run DESC"), &[], |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    Ok(all)
}
