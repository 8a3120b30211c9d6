//! What webhooks have been told or still have to be told (volatile). States: `waiting`, `delivered`, `failed`.

use crate::tx::{Param, Row, Tx};
use obligo_rules::problem::Problem;

const COLUMNS: &str =
    "d.delivery_id, d.webhook_id, d.event, d.body, d.state, d.attempts, d.made_at, d.next_at, d.answer";

/// A delivery as stored. Instants in UTC.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct DeliveryRow {
    /// The same for all attempts.
    pub delivery_id: String,
    /// To whom.
    pub webhook_id: i64,
    /// Code of the event.
    pub event: String,
    /// What is sent, byte for byte.
    pub body: String,
    /// `waiting`, `delivered` or `failed`.
    pub state: String,
    /// How often it was tried.
    pub attempts: i64,
    /// Made.
    pub made_at: String,
    /// Tried again from then on; of a finished one, when it was finished.
    pub next_at: String,
    /// What came back last.
    pub answer: String,
}

fn of_row(row: &Row<'_>) -> DeliveryRow {
    DeliveryRow {
        delivery_id: row.text(0).to_owned(),
        webhook_id: row.int(1),
        event: row.text(2).to_owned(),
        body: row.text(3).to_owned(),
        state: row.text(4).to_owned(),
        attempts: row.int(5),
        made_at: row.text(6).to_owned(),
        next_at: row.text(7).to_owned(),
        answer: row.text(8).to_owned(),
    }
}

/// Adds a delivery to be tried.
pub fn delivery_add(tx: &Tx<'_>, delivery: &DeliveryRow) -> Result<(), Problem> {
    tx.exec(
        "INSERT INTO webhook_delivery (delivery_id, webhook_id, event, body, state, attempts, made_at, next_at, answer) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &[
            (&delivery.delivery_id).into(),
            delivery.webhook_id.into(),
            (&delivery.event).into(),
            (&delivery.body).into(),
            (&delivery.state).into(),
            delivery.attempts.into(),
            (&delivery.made_at).into(),
            (&delivery.next_at).into(),
            (&delivery.answer).into(),
        ],
    )?;
    Ok(())
}

/// Writes what came of an attempt.
pub fn delivery_put(tx: &Tx<'_>, delivery: &DeliveryRow) -> Result<(), Problem> {
    tx.exec(
        "UPDATE webhook_delivery SET state = $2, attempts = $3, next_at = $4, answer = $5 WHERE delivery_id = $1",
        &[
            (&delivery.delivery_id).into(),
            (&delivery.state).into(),
            delivery.attempts.into(),
            (&delivery.next_at).into(),
            (&delivery.answer).into(),
        ],
    )?;
    Ok(())
}

/// At most `limit` deliveries whose time has come and whose webhook is not disabled, the longest waiting first.
pub fn delivery_due(tx: &Tx<'_>, now: &str, limit: usize) -> Result<Vec<DeliveryRow>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM webhook_delivery AS d JOIN webhook AS w ON w.webhook_id = d.webhook_id \
         WHERE d.state = 'waiting' AND d.next_at <= $1 AND w.disabled = 0 ORDER BY d.next_at, d.made_at, d.delivery_id \
         LIMIT $2"
    );
    rows(tx, &sql, now.into(), limit)
}

/// The last `limit` deliveries of a webhook, the latest first.
pub fn delivery_of(tx: &Tx<'_>, webhook_id: i64, limit: usize) -> Result<Vec<DeliveryRow>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM webhook_delivery AS d WHERE d.webhook_id = $1 ORDER BY d.made_at DESC, d.delivery_id LIMIT $2"
    );
    rows(tx, &sql, webhook_id.into(), limit)
}

/// Forgets deliveries finished before an instant; how many.
pub fn delivery_forget(tx: &Tx<'_>, before: &str) -> Result<usize, Problem> {
    tx.exec("DELETE FROM webhook_delivery WHERE state <> 'waiting' AND next_at < $1", &[before.into()])
}

fn rows(tx: &Tx<'_>, sql: &str, key: Param<'_>, limit: usize) -> Result<Vec<DeliveryRow>, Problem> {
    let mut all = Vec::new();
    tx.each(sql, &[key, i64::try_from(limit).unwrap_or(i64::MAX).into()], |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    Ok(all)
}
