//! What an order check says, in sentences: the same on pages and on the command line.

use crate::words::Words;
use serde_json::Value;

/// A reason of an answer as JSON.
#[must_use]
pub fn reason(words: &Words, answer: &Value, reason: &Value) -> String {
    let ground = reason["reason"].as_str().unwrap_or_default();
    sentence(words, answer, ground, &reason["actual"], &reason["limit"])
}

/// Why not all of an order will be insured, from the answer as JSON.
#[must_use]
pub fn cover_reasons(words: &Words, answer: &Value) -> Vec<String> {
    let stops =
        answer["cover_stops"].as_array().map_or(&[][..], Vec::as_slice).iter().filter_map(Value::as_str);
    stops
        .map(|stop| {
            let (ground, actual, limit) = match stop {
                "term_too_long" => (stop, "due_date", "max_term_date"),
                "uncovered" => (stop, "invoice_date", "uncovered_from"),
                "limit_expires" => (stop, "invoice_date", "limit_ends"),
                "no_room" => ("less_room", "this_order", "cover_room"),
                _ => (stop, "invoice_date", "invoice_date"),
            };
            sentence(words, answer, ground, &answer[actual], &answer[limit])
        })
        .collect()
}

fn sentence(words: &Words, answer: &Value, ground: &str, actual: &Value, limit: &Value) -> String {
    let currency = answer["payer_currency"].as_str().unwrap_or_default();
    let is_amount =
        matches!(ground, "past_due" | "credit_limit" | "group_limit" | "insured_sum" | "less_room");
    let shown = |value: &Value| match value.as_str() {
        None => "–".to_owned(),
        Some(amount) if is_amount => words.money(amount, currency),
        Some(days) if ground == "days_overdue" => words.number(days),
        Some(date) => words.date_text(date),
    };
    let id = format!("order-reason-{}", ground.replace('_', "-"));
    words.with(&id, &[("actual", shown(actual)), ("limit", shown(limit))])
}
