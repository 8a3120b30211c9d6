//! What selection runs said of payers (R9.2): only added; a later line of the same payer replaces an earlier one and both stay.

use crate::as_of::{day_of, day_opt};
use crate::tx::{Param, Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_rules::selection::WorkOrder;

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

/// Which standing lines, in which order.
#[derive(Clone, Debug, Default)]
pub struct LineChoice {
    /// Only those of this credit manager.
    pub credit_manager: Option<String>,
    /// Only those with a reason of this criterion.
    pub criterion: Option<String>,
    /// Only those with one of these changes.
    pub changes: Vec<&'static str>,
    /// Order; equal ones by account.
    pub order: WorkOrder,
}

/// The payers of the standing lines chosen, in order.
pub fn monitor_line_chosen(tx: &Tx<'_>, choice: &LineChoice) -> Result<Vec<i64>, Problem> {
    let order = match choice.order {
        WorkOrder::Payer => "",
        WorkOrder::PastDue => "l.past_due DESC, ",
        WorkOrder::CreditManager => "l.credit_manager, l.past_due DESC, ",
    };
    let list = |n: usize| format!("${}", n + 3);
    let changes: Vec<String> = (0..choice.changes.len()).map(list).collect();
    let needle = choice.criterion.as_ref().map(|name| format!("%\"name\":{}%", for_like(name)));
    let sql = format!(
        "SELECT l.payer_id FROM monitor_line l JOIN buyer b ON b.buyer_id = l.payer_id WHERE l.replaced_run IS NULL \
         AND ($1 IS NULL OR l.credit_manager = $1) AND ($2 IS NULL OR l.reasons LIKE $2 ESCAPE '\\') AND l.change IN ({}) \
         ORDER BY {order}b.account, b.branch, b.account_type",
        changes.join(", ")
    );
    let mut params = vec![choice.credit_manager.as_ref().into(), needle.as_ref().into()];
    params.extend(choice.changes.iter().map(|change| Param::Text(change)));
    let mut payers = Vec::new();
    tx.each(&sql, &params, |row| {
        payers.push(row.int(0));
        Ok(())
    })?;
    Ok(payers)
}

/// A name as it stands in the text of the reasons, for `LIKE`.
fn for_like(name: &str) -> String {
    let mut text = String::from("\"");
    for c in name.chars() {
        match c {
            // Once for JSON, and each of the two once more for LIKE.
            '\\' => text.push_str("\\\\\\\\"),
            '"' => text.push_str("\\\\\""),
            '%' | '_' => {
                text.push('\\');
                text.push(c);
            }
            c => text.push(c),
        }
    }
    text.push('"');
    text
}

/// What the last run that looked at a payer said of it.
pub fn monitor_line_of(tx: &Tx<'_>, payer_id: i64) -> Result<Option<MonitorLineRow>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM monitor_line WHERE payer_id = $1 AND replaced_run IS NULL");
    tx.one(&sql, &[Param::Int(payer_id)], |row| Ok(of_row(row)))
}

/// How many lines stand by credit manager and change.
pub fn monitor_line_counts(tx: &Tx<'_>) -> Result<Vec<(String, String, u64)>, Problem> {
    let mut all = Vec::new();
    tx.each(
        "SELECT credit_manager, change, count(*) FROM monitor_line WHERE replaced_run IS NULL \
         GROUP BY credit_manager, change ORDER BY credit_manager, change",
        &[],
        |row| {
            all.push((row.text(0).to_owned(), row.text(1).to_owned(), row.int(2).unsigned_abs()));
            Ok(())
        },
    )?;
    Ok(all)
}
