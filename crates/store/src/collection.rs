//! Collection: which items are ready for it, assigned, withdrawn, returned or settled (R9.8).

use crate::as_of::{day_of, day_param};
use crate::company::next_id;
use crate::tx::{Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use std::collections::HashMap;

/// Items handed over together. Amounts in minor units of `currency`, as they stood that day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AssignmentRow {
    /// Number.
    pub assignment_id: i64,
    /// The company that is owed.
    pub company_id: i64,
    /// The payer, a buyer.
    pub payer_id: i64,
    /// Currency of its items.
    pub currency: String,
    /// The day.
    pub assigned_on: Day,
    /// Who collects.
    pub agency: String,
    /// Its reference.
    pub reference: String,
    /// What is open of the items.
    pub open: i64,
    /// Late interest.
    pub interest: i64,
    /// Charges of reminders sent.
    pub charges: i64,
    /// Language of the letter.
    pub language: String,
    /// Why, where it was warned of.
    pub reason: String,
    /// Who handed them over.
    pub assigned_by: String,
    /// When, an instant in UTC.
    pub assigned_at: String,
}

/// How an item stands since a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CollectionStateRow {
    /// The item.
    pub item_id: i64,
    /// The assignment, if it is about one.
    pub assignment_id: Option<i64>,
    /// `ready`, `assigned`, `withdrawn`, `returned`, `settled` or `none`.
    pub state: String,
    /// The day.
    pub date: Day,
    /// What was open then, minor units of the item's currency.
    pub open: i64,
    /// Why.
    pub reason: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// When, an instant in UTC.
    pub recorded_at: String,
}

const ASSIGNMENT: &str = "assignment_id, company_id, payer_id, currency, assigned_on, agency, reference, open, interest, charges, language, \
    reason, assigned_by, assigned_at";
const STATE: &str = "item_id, assignment_id, state, date, open, reason, recorded_by, recorded_at";

fn assignment_of(row: &Row<'_>) -> AssignmentRow {
    let text = |column: usize| row.text(column).to_owned();
    AssignmentRow {
        assignment_id: row.int(0),
        company_id: row.int(1),
        payer_id: row.int(2),
        currency: text(3),
        assigned_on: day_of(row.int(4)),
        agency: text(5),
        reference: text(6),
        open: row.int(7),
        interest: row.int(8),
        charges: row.int(9),
        language: text(10),
        reason: text(11),
        assigned_by: text(12),
        assigned_at: text(13),
    }
}

fn state_of(row: &Row<'_>) -> CollectionStateRow {
    let text = |column: usize| row.text(column).to_owned();
    CollectionStateRow {
        item_id: row.int(0),
        assignment_id: row.int_opt(1),
        state: text(2),
        date: day_of(row.int(3)),
        open: row.int(4),
        reason: text(5),
        recorded_by: text(6),
        recorded_at: text(7),
    }
}

/// Adds an assignment and returns its number; the row's own number does not matter.
pub fn assignment_add(tx: &Tx<'_>, entry: i64, assignment: &AssignmentRow) -> Result<i64, Problem> {
    let id = next_id(tx, "collection_assignment", "assignment_id")?;
    let places = (1..=15).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    tx.exec(
        &format!("INSERT INTO collection_assignment ({ASSIGNMENT}, entry) VALUES ({places})"),
        &[
            id.into(),
            assignment.company_id.into(),
            assignment.payer_id.into(),
            (&assignment.currency).into(),
            day_param(assignment.assigned_on),
            (&assignment.agency).into(),
            (&assignment.reference).into(),
            assignment.open.into(),
            assignment.interest.into(),
            assignment.charges.into(),
            (&assignment.language).into(),
            (&assignment.reason).into(),
            (&assignment.assigned_by).into(),
            (&assignment.assigned_at).into(),
            entry.into(),
        ],
    )?;
    Ok(id)
}

/// One assignment.
pub fn assignment_get(tx: &Tx<'_>, assignment_id: i64) -> Result<Option<AssignmentRow>, Problem> {
    let sql = format!("SELECT {ASSIGNMENT} FROM collection_assignment WHERE assignment_id = $1");
    tx.one(&sql, &[assignment_id.into()], |row| Ok(assignment_of(row)))
}

/// The assignments of a payer, or all, the latest first.
pub fn assignment_list(
    tx: &Tx<'_>,
    payer_id: Option<i64>,
    limit: i64,
) -> Result<Vec<AssignmentRow>, Problem> {
    let sql = format!(
        "SELECT {ASSIGNMENT} FROM collection_assignment WHERE ($1 IS NULL OR payer_id = $1) ORDER BY assignment_id DESC LIMIT $2"
    );
    let mut all = Vec::new();
    tx.each(&sql, &[payer_id.into(), limit.into()], |row| {
        all.push(assignment_of(row));
        Ok(())
    })?;
    Ok(all)
}

/// Adds how an item stands.
pub fn collection_state_add(tx: &Tx<'_>, entry: i64, state: &CollectionStateRow) -> Result<(), Problem> {
    let id = next_id(tx, "collection_state", "collection_state_id")?;
    tx.exec(
        &format!(
            "INSERT INTO collection_state ({STATE}, collection_state_id, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        &[
            state.item_id.into(),
            state.assignment_id.into(),
            (&state.state).into(),
            day_param(state.date),
            state.open.into(),
            (&state.reason).into(),
            (&state.recorded_by).into(),
            (&state.recorded_at).into(),
            id.into(),
            entry.into(),
        ],
    )?;
    Ok(())
}

/// How each item that was ever in collection stands, by item.
pub fn collection_states(tx: &Tx<'_>) -> Result<HashMap<i64, CollectionStateRow>, Problem> {
    let mut latest = HashMap::new();
    tx.each(&format!("SELECT {STATE} FROM collection_state ORDER BY collection_state_id"), &[], |row| {
        latest.insert(row.int(0), state_of(row));
        Ok(())
    })?;
    Ok(latest)
}

/// The history of an assignment, the oldest first.
pub fn collection_history(tx: &Tx<'_>, assignment_id: i64) -> Result<Vec<CollectionStateRow>, Problem> {
    let mut all = Vec::new();
    let sql =
        format!("SELECT {STATE} FROM collection_state WHERE assignment_id = $1 ORDER BY collection_state_id");
    tx.each(&sql, &[assignment_id.into()], |row| {
        all.push(state_of(row));
        Ok(())
    })?;
    Ok(all)
}
