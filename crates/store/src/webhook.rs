//! Webhooks: one row each as they are now; the audit entries hold what they were.

use crate::company::next_id;
use crate::tx::{Row, Tx};
use obligo_rules::problem::Problem;

const COLUMNS: &str = "webhook_id, url, events, secret, companies, disabled, created_at, entry";

/// A webhook as stored.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct WebhookRow {
    /// Number.
    pub webhook_id: i64,
    /// Where deliveries go.
    pub url: String,
    /// Codes of events, separated by blanks.
    pub events: String,
    /// What deliveries are signed with.
    pub secret: String,
    /// JSON array of company codes; `None` = all.
    pub companies: Option<String>,
    /// Hears nothing.
    pub disabled: bool,
    /// Made, an instant in UTC.
    pub created_at: String,
    /// Audit entry of the last change.
    pub entry: i64,
}

fn of_row(row: &Row<'_>) -> WebhookRow {
    WebhookRow {
        webhook_id: row.int(0),
        url: row.text(1).to_owned(),
        events: row.text(2).to_owned(),
        secret: row.text(3).to_owned(),
        companies: row.text_opt(4).map(str::to_owned),
        disabled: row.int(5) != 0,
        created_at: row.text(6).to_owned(),
        entry: row.int(7),
    }
}

/// Adds a webhook and returns its number.
pub fn webhook_add(tx: &Tx<'_>, entry: i64, webhook: &WebhookRow) -> Result<i64, Problem> {
    let id = next_id(tx, "webhook", "webhook_id")?;
    tx.exec(
        "INSERT INTO webhook (webhook_id, url, events, secret, companies, disabled, created_at, entry) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            id.into(),
            (&webhook.url).into(),
            (&webhook.events).into(),
            (&webhook.secret).into(),
            webhook.companies.as_deref().into(),
            webhook.disabled.into(),
            (&webhook.created_at).into(),
            entry.into(),
        ],
    )?;
    Ok(id)
}

/// Writes everything of a webhook that may change; its number and beginning stay.
pub fn webhook_put(tx: &Tx<'_>, entry: i64, webhook: &WebhookRow) -> Result<(), Problem> {
    tx.exec(
        "UPDATE webhook SET url = $2, events = $3, secret = $4, companies = $5, disabled = $6, entry = $7 \
         WHERE webhook_id = $1",
        &[
            webhook.webhook_id.into(),
            (&webhook.url).into(),
            (&webhook.events).into(),
            (&webhook.secret).into(),
            webhook.companies.as_deref().into(),
            webhook.disabled.into(),
            entry.into(),
        ],
    )?;
    Ok(())
}

/// One webhook.
pub fn webhook_get(tx: &Tx<'_>, webhook_id: i64) -> Result<Option<WebhookRow>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM webhook WHERE webhook_id = $1");
    tx.one(&sql, &[webhook_id.into()], |row| Ok(of_row(row)))
}

/// All webhooks, by number.
pub fn webhook_all(tx: &Tx<'_>) -> Result<Vec<WebhookRow>, Problem> {
    let mut all = Vec::new();
    tx.each(&format!("SELECT {COLUMNS} FROM webhook ORDER BY webhook_id"), &[], |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    Ok(all)
}
