//! A duty of the calendar as people meet it: its name, and who sees it.

use crate::words::Words;
use serde_json::Value;

/// The values of a duty that tell it from every other one.
pub const DUTY_IDENTITY: [&str; 10] = [
    "what",
    "date",
    "policy",
    "company",
    "document_no",
    "kind",
    "account",
    "branch",
    "account_type",
    "reference",
];

/// The name of a kind of duty, one of [`crate::deadlines::DUTIES`].
#[must_use]
pub fn duty_name(words: &Words, what: &str) -> String {
    words.text(&format!("duty-{}", what.replace('_', "-")))
}

/// Whether somebody sees a duty: those of items belong to their company, those of buyers and policies to all.
#[must_use]
pub fn is_duty_seen(duty: &Value, sees_company: impl FnOnce(&str) -> bool) -> bool {
    duty.get("company").and_then(Value::as_str).is_none_or(sees_company)
}
