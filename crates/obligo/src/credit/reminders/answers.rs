//! A letter as commands, pages and programs see it.

use crate::snapshot::Snapshot;
use obligo_rules::money::{Currency, format_minor};
use obligo_store::reminder::ReminderRow;
use serde_json::{Value, json};

/// What the payer is asked for in total, minor units of the letter's currency.
pub fn total_of(row: &ReminderRow) -> i64 {
    let costs = [row.charge, row.charges_before, row.compensation, row.interest];
    costs.iter().fold(row.open.saturating_sub(row.credits), |sum, cost| sum.saturating_add(*cost))
}

/// The letter without its items.
pub fn json_of(snapshot: &Snapshot, row: &ReminderRow) -> Value {
    let exponent = Currency::parse(&row.currency).map_or(2, Currency::exponent);
    let amount = |minor: i64| format_minor(minor, exponent);
    let payer = snapshot.buyers.get(&row.payer_id);
    json!({
        "reminder": row.reminder_id,
        "company": snapshot.company_code(row.company_id),
        "account": snapshot.account(row.payer_id).to_string(),
        "name": payer.map_or("", |payer| payer.name.as_str()),
        "key_date": row.key_date.to_string(),
        "level": row.level,
        "currency": row.currency,
        "open": amount(row.open),
        "credits": amount(row.credits),
        "charge": amount(row.charge),
        "charges_before": amount(row.charges_before),
        "compensation": amount(row.compensation),
        "interest": amount(row.interest),
        "total": amount(total_of(row)),
        "language": row.language,
        "message": row.message,
        "state": row.state,
        "edited": row.edited,
        "reason": row.reason,
        "proposed_by": row.proposed_by,
        "proposed_at": row.proposed_at,
        "sent_on": row.sent_on.map(|day| day.to_string()),
        "sent_by": row.sent_by,
        "way": row.way,
        "recipient": row.recipient,
        "sha256": row.sha256,
    })
}
