//! Cells, columns and marks that reports share.

use super::Making;
use crate::words::Words;
use obligo_reports::{Column, ColumnKind, Fact, Mark, Row, RowKind, Value};
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, parse_minor};
use obligo_rules::problem::Problem;
use serde_json::Value as Json;

/// A column under the heading `col-KEY`.
pub fn column(words: &Words, key: &str, kind: ColumnKind) -> Column {
    Column::new(key, heading(words, key), kind)
}

/// The heading of a column or label of a fact: the message `col-KEY`.
pub fn heading(words: &Words, key: &str) -> String {
    words.text(&format!("col-{}", key.replace('_', "-")))
}

/// A fact under the label `col-KEY`.
pub fn fact(words: &Words, key: &str, value: Value) -> Fact {
    Fact::new(key, heading(words, key), value)
}

/// A text; nothing where it is empty.
pub fn text(text: impl Into<String>) -> Value {
    let text = text.into();
    if text.is_empty() { Value::Empty } else { Value::Text(text) }
}

/// A text of a line.
#[must_use]
pub fn text_of(line: &Json, key: &str) -> Value {
    text(line[key].as_str().unwrap_or(""))
}

/// An amount of a line in this currency; nothing where there is none.
#[must_use]
pub fn amount_of(line: &Json, key: &str, currency: Currency) -> Value {
    let minor = line[key].as_str().and_then(|text| parse_minor(text, currency.exponent()).ok());
    minor.map_or(Value::Empty, |minor| Value::Amount(minor, currency))
}

/// A date of a line; nothing where there is none.
pub fn day_of(line: &Json, key: &str) -> Value {
    line[key].as_str().and_then(Day::parse_iso).map_or(Value::Empty, Value::Day)
}

/// A date that may be absent.
pub fn day(day: Option<Day>) -> Value {
    day.map_or(Value::Empty, Value::Day)
}

/// What the foot of every page says of a report on the ledger as it stands: the day, and the last entry it knows.
pub fn state(making: &mut Making<'_>) -> Result<String, Problem> {
    let entry = making.session.read(obligo_store::entry_last)?;
    let today = making.words.date(making.session.today());
    Ok(making.words.with("report-from-ledger", &[("date", today), ("entry", entry.to_string())]))
}

/// The mark of a report that must not pass for what was sent.
pub fn preview_mark(words: &Words) -> Mark {
    Mark { text: words.text("report-preview") }
}

/// A totals row: its name in the first cell, then these values.
pub fn total(words: &Words, rest: impl IntoIterator<Item = Value>) -> Row {
    let name = std::iter::once(Value::Text(words.text("report-total")));
    Row { kind: RowKind::Total, cells: name.chain(rest).collect() }
}
