//! Exceptions from the credit policy (R9.9): ending one early writes it again with its new last day, the former row stays on record.

use crate::as_of::{AsOf, day_of, day_param};
use crate::company::next_id;
use crate::tx::{Param, Row, Tx};
use obligo_rules::policy_exception::{Differs, PolicyException};
use obligo_rules::problem::Problem;

/// An exception as stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExceptionRow {
    /// What differs, and how long.
    pub exception: PolicyException,
    /// Whose.
    pub buyer_id: i64,
    /// Who approved it, as written down.
    pub approver: String,
    /// Why.
    pub reason: String,
    /// Why it was ended early; empty while it was not.
    pub ended_reason: String,
    /// Audit entry that recorded it as it stands.
    pub entry: i64,
}

const COLUMNS: &str =
    "exception_id, buyer_id, differs, value, approver, reason, valid_from, valid_until, ended_reason, entry";

fn of_row(row: &Row<'_>) -> ExceptionRow {
    ExceptionRow {
        exception: PolicyException {
            id: row.int(0),
            // A word this program does not know changes nothing but how the debtor is spoken of.
            differs: Differs::parse(row.text(2)).unwrap_or(Differs::Handling),
            value: row.text(3).to_owned(),
            valid_from: day_of(row.int(6)),
            valid_until: day_of(row.int(7)),
        },
        buyer_id: row.int(1),
        approver: row.text(4).to_owned(),
        reason: row.text(5).to_owned(),
        ended_reason: row.text(8).to_owned(),
        entry: row.int(9),
    }
}

/// Records an exception and returns its number.
pub fn policy_exception_add(tx: &Tx<'_>, entry: i64, row: &ExceptionRow) -> Result<i64, Problem> {
    let id = next_id(tx, "policy_exception", "exception_id")?;
    insert(tx, entry, id, row)?;
    Ok(id)
}

/// Writes an exception again as it stands now; the row before stays on record.
pub fn policy_exception_replace(tx: &Tx<'_>, entry: i64, row: &ExceptionRow) -> Result<(), Problem> {
    tx.exec(
        "UPDATE policy_exception SET replaced_entry = $1 WHERE exception_id = $2 AND replaced_entry IS NULL",
        &[Param::Int(entry), Param::Int(row.exception.id)],
    )?;
    insert(tx, entry, row.exception.id, row)
}

fn insert(tx: &Tx<'_>, entry: i64, id: i64, row: &ExceptionRow) -> Result<(), Problem> {
    let exception = &row.exception;
    tx.exec(
        &format!("INSERT INTO policy_exception ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"),
        &[
            id.into(),
            row.buyer_id.into(),
            exception.differs.code().into(),
            (&exception.value).into(),
            (&row.approver).into(),
            (&row.reason).into(),
            day_param(exception.valid_from),
            day_param(exception.valid_until),
            (&row.ended_reason).into(),
            entry.into(),
        ],
    )?;
    Ok(())
}

/// Every exception as known at a point in time, ended and planned ones included, in recorded order; of one buyer where it is given.
pub fn policy_exception_all(
    tx: &Tx<'_>,
    as_of: AsOf,
    buyer_id: Option<i64>,
) -> Result<Vec<ExceptionRow>, Problem> {
    let mut all = Vec::new();
    let sql = format!(
        "SELECT {COLUMNS} FROM policy_exception WHERE entry <= $1 AND (replaced_entry IS NULL OR replaced_entry > $1) \
         AND ($2 < 0 OR buyer_id = $2) ORDER BY exception_id"
    );
    tx.each(&sql, &[Param::Int(as_of.known), Param::Int(buyer_id.unwrap_or(-1))], |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    Ok(all)
}

/// One exception as it stands now.
pub fn policy_exception_get(tx: &Tx<'_>, id: i64) -> Result<Option<ExceptionRow>, Problem> {
    let sql =
        format!("SELECT {COLUMNS} FROM policy_exception WHERE exception_id = $1 AND replaced_entry IS NULL");
    tx.one(&sql, &[Param::Int(id)], |row| Ok(of_row(row)))
}
