//! Notes with what was agreed and until when (R9.5), the items they are about, and how they were closed by hand: only added.

use crate::as_of::{day_of, day_opt};
use crate::company::next_id;
use crate::tx::{Param, Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;

/// A note as stored.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FollowUpNoteRow {
    /// Number.
    pub note_id: i64,
    /// Payer, by the store's number of the buyer.
    pub payer_id: i64,
    /// Whom one spoke to, and how.
    pub contact: String,
    /// What came of it.
    pub result: String,
    /// What was agreed.
    pub action: String,
    /// Last day for it.
    pub action_date: Option<Day>,
    /// Amount promised, minor units of `currency`.
    pub promised: Option<i64>,
    /// Currency of the amount promised.
    pub currency: String,
    /// Who wrote it.
    pub recorded_by: String,
    /// When, an instant in UTC.
    pub recorded_at: String,
    /// How it was closed by hand.
    pub end: Option<NoteEnd>,
    /// Items it is about.
    pub items: Vec<i64>,
}

/// How a note was closed by hand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoteEnd {
    /// Why; may be empty.
    pub reason: String,
    /// Who closed it.
    pub recorded_by: String,
    /// When, an instant in UTC.
    pub recorded_at: String,
}

const COLUMNS: &str = "n.note_id, n.payer_id, n.contact, n.result, n.action, n.action_date, n.promised, n.currency, n.recorded_by, \
                       n.recorded_at, e.reason, e.recorded_by, e.recorded_at";
const FROM: &str = "FROM follow_up_note n LEFT JOIN follow_up_note_end e ON e.note_id = n.note_id";

fn of_row(row: &Row<'_>) -> FollowUpNoteRow {
    FollowUpNoteRow {
        note_id: row.int(0),
        payer_id: row.int(1),
        contact: row.text(2).to_owned(),
        result: row.text(3).to_owned(),
        action: row.text(4).to_owned(),
        action_date: row.int_opt(5).map(day_of),
        promised: row.int_opt(6),
        currency: row.text(7).to_owned(),
        recorded_by: row.text(8).to_owned(),
        recorded_at: row.text(9).to_owned(),
        end: row.text_opt(10).map(|reason| NoteEnd {
            reason: reason.to_owned(),
            recorded_by: row.text_opt(11).unwrap_or_default().to_owned(),
            recorded_at: row.text_opt(12).unwrap_or_default().to_owned(),
        }),
        items: Vec::new(),
    }
}

/// Adds a note with its items and returns its number.
pub fn follow_up_note_add(tx: &Tx<'_>, entry: i64, note: &FollowUpNoteRow) -> Result<i64, Problem> {
    let id = next_id(tx, "follow_up_note", "note_id")?;
    tx.exec(
        "INSERT INTO follow_up_note (note_id, payer_id, contact, result, action, action_date, promised, currency, recorded_by, \
         recorded_at, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        &[
            id.into(),
            note.payer_id.into(),
            (&note.contact).into(),
            (&note.result).into(),
            (&note.action).into(),
            day_opt(note.action_date),
            note.promised.into(),
            (&note.currency).into(),
            (&note.recorded_by).into(),
            (&note.recorded_at).into(),
            entry.into(),
        ],
    )?;
    let mut bulk = tx.bulk("INSERT INTO follow_up_note_item (note_id, item_id) VALUES ($1, $2)")?;
    for item in &note.items {
        bulk.put(&[Param::Int(id), Param::Int(*item)])?;
    }
    Ok(id)
}

/// Records that a note was closed by hand.
pub fn follow_up_note_close(tx: &Tx<'_>, entry: i64, note_id: i64, end: &NoteEnd) -> Result<(), Problem> {
    tx.exec(
        "INSERT INTO follow_up_note_end (note_id, reason, recorded_by, recorded_at, entry) VALUES ($1, $2, $3, $4, $5)",
        &[
            note_id.into(),
            (&end.reason).into(),
            (&end.recorded_by).into(),
            (&end.recorded_at).into(),
            entry.into(),
        ],
    )?;
    Ok(())
}

/// One note with its items.
pub fn follow_up_note_get(tx: &Tx<'_>, note_id: i64) -> Result<Option<FollowUpNoteRow>, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE n.note_id = $1");
    let mut note = tx.one(&sql, &[note_id.into()], |row| Ok(of_row(row)))?;
    if let Some(note) = &mut note {
        note.items = items_of(tx, note_id)?;
    }
    Ok(note)
}

/// The notes on a payer with their items, newest first.
pub fn follow_up_note_of(tx: &Tx<'_>, payer_id: i64) -> Result<Vec<FollowUpNoteRow>, Problem> {
    let mut all = Vec::new();
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE n.payer_id = $1 ORDER BY n.note_id DESC");
    tx.each(&sql, &[payer_id.into()], |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    for note in &mut all {
        note.items = items_of(tx, note.note_id)?;
    }
    Ok(all)
}

/// Every note with its items, oldest first; closed ones only where `with_closed`.
pub fn follow_up_note_all(tx: &Tx<'_>, with_closed: bool) -> Result<Vec<FollowUpNoteRow>, Problem> {
    let which = if with_closed { "" } else { "WHERE e.note_id IS NULL" };
    let mut all: Vec<FollowUpNoteRow> = Vec::new();
    tx.each(&format!("SELECT {COLUMNS} {FROM} {which} ORDER BY n.note_id"), &[], |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    tx.each("SELECT note_id, item_id FROM follow_up_note_item ORDER BY note_id, item_id", &[], |row| {
        if let Ok(at) = all.binary_search_by_key(&row.int(0), |note| note.note_id)
            && let Some(note) = all.get_mut(at)
        {
            note.items.push(row.int(1));
        }
        Ok(())
    })?;
    Ok(all)
}

fn items_of(tx: &Tx<'_>, note_id: i64) -> Result<Vec<i64>, Problem> {
    let mut items = Vec::new();
    let sql = "SELECT item_id FROM follow_up_note_item WHERE note_id = $1 ORDER BY item_id";
    tx.each(sql, &[note_id.into()], |row| {
        items.push(row.int(0));
        Ok(())
    })?;
    Ok(items)
}
