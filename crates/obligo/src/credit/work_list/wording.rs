//! Criteria and their values as people read them.

use crate::words::Words;
use obligo_rules::criterion::{Measure, Value};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::selection::Reason;

/// The name of a criterion: of the usual ones in the reader's language, of others as the credit policy has it.
#[must_use]
pub fn criterion_text(words: &Words, name: &str) -> String {
    match Measure::parse(name) {
        Some(measure) => words.text(&format!("criterion-{}", measure.code().replace('_', "-"))),
        None => name.to_owned(),
    }
}

/// A value of a criterion; empty where there is nothing to compare.
#[must_use]
pub fn value_text(words: &Words, value: Value, currency: Currency) -> String {
    match value {
        Value::Amount(minor) => words.money(&format_minor(minor, currency.exponent()), currency.code()),
        Value::Days(days) => words
            .with("credit-days", &[("count", days.to_string()), ("shown", words.number(&days.to_string()))]),
        Value::Percent(percent) => words.percent_of_100(&percent.to_string()),
        Value::Count(count) => words.number(&count.to_string()),
        Value::Date(day) => words.date(day),
        Value::None => String::new(),
    }
}

/// A reason in a line: its name with what was found and what it is compared with; a date speaks for itself.
#[must_use]
pub fn reason_text(words: &Words, reason: &Reason, currency: Currency) -> String {
    let name = criterion_text(words, &reason.fired.name);
    let actual = value_text(words, reason.fired.actual, currency);
    let limit = value_text(words, reason.fired.limit, currency);
    let is_date = matches!(reason.fired.actual, Value::Date(_));
    match (actual.is_empty(), limit.is_empty() || is_date) {
        (true, _) => name,
        (false, true) => format!("{name}: {actual}"),
        (false, false) => {
            words.with("credit-reason", &[("name", name), ("actual", actual), ("limit", limit)])
        }
    }
}
