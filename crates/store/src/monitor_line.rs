//! What selection runs said of payers (R9.2): only added; a later line of the same payer replaces an earlier one and both stay.

use crate::as_of::{day_of, day_opt};
use crate::tx::{Param, Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;

/// A line as stored. Amounts in minor units of its currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MonitorLineRow {
    /// Number of the run.
    pub run: i64,
    /// Payer, by the store's number of the buyer.
    pub payer_id: i64,
    /// Credit manager.
    pub credit_manager: String,
    /// Currency.
    pub currency: String,
    /// Past due.
    pub past_due: i64,
    /// Outstanding.
    pub outstanding: i64,
    /// What had changed.
    pub change: String,
    /// Until when a note keeps the payer off the list.
    pub waits_until: Option<Day>,
    /// Criteria with their values and since when, canonical JSON.
    pub reasons: String,
}

const COLUMNS: &str =
    "run, payer_id, credit_manager, currency, past_due, outstanding, change, waits_until, reasons";

fn of_row(row: &Row<'_>) -> MonitorLineRow {
    MonitorLineRow {
        run: row.int(0),
        payer_id: row.int(1),
        credit_manager: row.text(2).to_owned(),
        currency: row.text(3).to_owned(),
        past_due: row.int(4),
        outstanding: row.int(5),
        change: row.text(6).to_owned(),
        waits_until: row.int_opt(7).map(day_of),
        reasons: row.text(8).to_owned(),
    }
}

/// Adds the lines of a run.
pub fn monitor_line_add(tx: &Tx<'_>, lines: &[MonitorLineRow]) -> Result<(), Problem> {
    let mut bulk = tx.bulk(&format!(
        "INSERT INTO monitor_line ({COLUMNS}, replaced_run) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL)"
    ))?;
    for line in lines {
        bulk.put(&[
            line.run.into(),
            line.payer_id.into(),
            (&line.credit_manager).into(),
            (&line.currency).into(),
            line.past_due.into(),
            line.outstanding.into(),
            (&line.change).into(),
            day_opt(line.waits_until),
            (&line.reasons).into(),
        ])?;
    }
    Ok(())
}

/// Marks the standing lines of payers as replaced by a run.
pub fn monitor_line_replace(
    tx: &Tx<'_>,
    run: i64,
    payers: impl IntoIterator<Item = i64>,
) -> Result<(), Problem> {
    let mut bulk =
        tx.bulk("UPDATE monitor_line SET replaced_run = $1 WHERE payer_id = $2 AND replaced_run IS NULL")?;
    for payer in payers {
        bulk.put(&[Param::Int(run), Param::Int(payer)])?;
    }
    Ok(())
}

/// Visits the lines that stand, by payer: what the last run that looked at each said.
pub fn monitor_line_standing(
    tx: &Tx<'_>,
    mut visit: impl FnMut(MonitorLineRow) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let sql = format!("SELECT {COLUMNS} FROM monitor_line WHERE replaced_run IS NULL ORDER BY payer_id");
    tx.each(&sql, &[], |row| visit(of_row(row)))
}

/// Visits the lines of a run, by payer.
pub fn monitor_line_of_run(
    tx: &Tx<'_>,
    run: i64,
    mut visit: impl FnMut(MonitorLineRow) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let sql = format!("SELECT {COLUMNS} FROM monitor_line WHERE run = $1 ORDER BY payer_id");
    tx.each(&sql, &[Param::Int(run)], |row| visit(of_row(row)))
}

/// The lines of a payer, the last run first, at most `count` of them.
pub fn monitor_line_of_payer(
    tx: &Tx<'_>,
    payer_id: i64,
    count: usize,
) -> Result<Vec<MonitorLineRow>, Problem> {
    let mut all = Vec::new();
    let sql = format!("SELECT {COLUMNS} FROM monitor_line WHERE payer_id = $1 ORDER BY run DESC LIMIT $2");
    tx.each(&sql, &[Param::Int(payer_id), Param::Int(count as i64)], |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    Ok(all)
}

/// What the last run that looked at a payer said of it.
pub fn monitor_line_of(tx: &Tx<'_>, payer_id: i64) -> Result<Option<MonitorLineRow>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM monitor_line WHERE payer_id = $1 AND replaced_run IS NULL");
    tx.one(&sql, &[Param::Int(payer_id)], |row| Ok(of_row(row)))
}
