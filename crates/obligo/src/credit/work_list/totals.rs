//! Totals of a selection run as results show them (RMS430).

use obligo_rules::money::{Currency, format_minor};
use obligo_rules::selection::Totals;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Payers by change, amounts by currency, and by criterion the payers it brought with the sums of both values.
#[must_use]
pub fn totals_json(totals: &Totals) -> Value {
    let payers: Map<String, Value> =
        totals.payers.iter().map(|(change, count)| (change.code().to_owned(), json!(count))).collect();
    let criteria: Vec<Value> = totals
        .criteria
        .iter()
        .map(|(name, of)| {
            json!({ "name": name, "payers": of.payers, "amounts": pairs(&of.amounts, "actual", "limit") })
        })
        .collect();
    json!({
        "payers": payers,
        "amounts": pairs(&totals.amounts, "overdue", "outstanding"),
        "criteria": criteria,
    })
}

fn pairs(amounts: &BTreeMap<Currency, (i64, i64)>, first: &str, second: &str) -> Vec<Value> {
    let amount = |minor: i64, currency: &Currency| format_minor(minor, currency.exponent());
    let line = |(currency, (a, b)): (&Currency, &(i64, i64))| json!({ "currency": currency.code(), first: amount(*a, currency), second: amount(*b, currency) });
    amounts.iter().map(line).collect()
}
