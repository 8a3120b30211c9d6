//! Actions credit managers recorded on a payer for a criterion (R9.3): only added, the latest counts.

use crate::company::next_id;
use crate::tx::{Row, Tx};
use obligo_rules::problem::Problem;

/// An action as stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PayerActionRow {
    /// Number.
    pub action_id: i64,
    /// Payer, by the store's number of the buyer.
    pub payer_id: i64,
    /// Name of the criterion it is about.
    pub criterion: String,
    /// Action code 1 to 99; 0 takes an earlier one back.
    pub action_code: u8,
    /// What was said beside it; may be empty.
    pub remark: String,
    /// The last selection run when it was recorded; 0 before the first.
    pub run: i64,
    /// Who recorded it.
    pub recorded_by: String,
    /// When, an instant in UTC.
    pub recorded_at: String,
}

const COLUMNS: &str = "action_id, payer_id, criterion, action_code, remark, run, recorded_by, recorded_at";

fn of_row(row: &Row<'_>) -> PayerActionRow {
    PayerActionRow {
        action_id: row.int(0),
        payer_id: row.int(1),
        criterion: row.text(2).to_owned(),
        action_code: u8::try_from(row.int(3)).unwrap_or(0),
        remark: row.text(4).to_owned(),
        run: row.int(5),
        recorded_by: row.text(6).to_owned(),
        recorded_at: row.text(7).to_owned(),
    }
}

/// Adds an action and returns its number.
pub fn payer_action_add(tx: &Tx<'_>, entry: i64, action: &PayerActionRow) -> Result<i64, Problem> {
    let id = next_id(tx, "payer_action", "action_id")?;
    tx.exec(
        &format!("INSERT INTO payer_action ({COLUMNS}, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"),
        &[
            id.into(),
            action.payer_id.into(),
            (&action.criterion).into(),
            action.action_code.into(),
            (&action.remark).into(),
            action.run.into(),
            (&action.recorded_by).into(),
            (&action.recorded_at).into(),
            entry.into(),
        ],
    )?;
    Ok(id)
}

/// The actions on a payer, newest first.
pub fn payer_action_of(tx: &Tx<'_>, payer_id: i64) -> Result<Vec<PayerActionRow>, Problem> {
    let mut all = Vec::new();
    let sql = format!("SELECT {COLUMNS} FROM payer_action WHERE payer_id = $1 ORDER BY action_id DESC");
    tx.each(&sql, &[payer_id.into()], |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    Ok(all)
}

/// Visits every action, oldest first.
pub fn payer_action_each(tx: &Tx<'_>, mut visit: impl FnMut(PayerActionRow)) -> Result<(), Problem> {
    tx.each(&format!("SELECT {COLUMNS} FROM payer_action ORDER BY action_id"), &[], |row| {
        visit(of_row(row));
        Ok(())
    })
}
