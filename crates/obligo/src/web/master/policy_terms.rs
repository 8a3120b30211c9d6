//! The terms of a policy file as a table: section, key, value, clause.

use crate::web::parts::{Column, table};
use crate::words::Words;
use maud::{Markup, html};
use toml::{Table, Value};

/// The terms, section by section. What is no table of keys, such as example cases, is left to the file.
pub fn terms(words: &Words, text: &str) -> Markup {
    let Ok(file) = text.parse::<Table>() else { return Markup::default() };
    let clauses = file.get("clause").and_then(Value::as_table).cloned().unwrap_or_default();
    let own: Table = file
        .iter()
        .filter(|(_, value)| !value.is_table() && !is_tables(value))
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect();
    html! {
        (section(words, "", &words.text("policies-own-keys"), &own, &clauses))
        @for (name, value) in &file {
            @if let (Some(section_keys), true) = (value.as_table(), name != "clause") {
                (section(words, &format!("{name}."), &format!("[{name}]"), section_keys, &clauses))
            }
        }
    }
}

fn is_tables(value: &Value) -> bool {
    value.as_array().is_some_and(|all| all.iter().any(Value::is_table))
}

fn section(words: &Words, prefix: &str, heading: &str, keys: &Table, clauses: &Table) -> Markup {
    let columns = [
        Column::text(words.text("policies-key")),
        Column::text(words.text("policies-value")),
        Column::text(words.text("policies-clause")),
    ];
    let row = |(key, value): (&String, &Value)| {
        html! {
            td { code { (key) } }
            td { (shown(words, value)) }
            td { (clause(clauses, &format!("{prefix}{key}"))) }
        }
    };
    let rows: Vec<Markup> = keys.iter().map(row).collect();
    html! {
        h3 { (heading) }
        (table(heading, &columns, &rows, &Markup::default(), "–"))
    }
}

/// The clause of a key, written as one dotted name or as nested tables.
fn clause(clauses: &Table, key: &str) -> String {
    if let Some(text) = clauses.get(key).and_then(Value::as_str) {
        return text.to_owned();
    }
    let mut parts = key.split('.');
    let first = parts.next().and_then(|part| clauses.get(part));
    let found =
        parts.fold(first, |value, part| value.and_then(Value::as_table).and_then(|table| table.get(part)));
    found.and_then(Value::as_str).unwrap_or("").to_owned()
}

fn shown(words: &Words, value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Boolean(true) => words.text("yes"),
        Value::Boolean(false) => words.text("no"),
        Value::Datetime(date) => words.date_text(&date.to_string()),
        other => other.to_string(),
    }
}
