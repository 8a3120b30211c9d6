//! What a request carries, read against the schema that describes it, and the version a change was made from.

use super::operation::{Kind, Schema};
use crate::serve::{Call, Reply};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The object sent, whatever its keys. Errors (usage): `body-json-missing`, `body-broken`.
pub fn object(call: &Call) -> Result<&Map<String, Value>, Problem> {
    match call.json()? {
        Value::Object(sent) => Ok(sent),
        _ => Err(Problem::usage("body-broken").with("why", "an object is expected")),
    }
}

/// The record sent. Errors (usage): `body-json-missing`, `body-broken`; `proposal-payload-key` for a key the schema does not have,
/// `proposal-payload-value` for one that misses or is of another kind.
pub fn sent<'c>(call: &'c Call, schema: &Schema) -> Result<&'c Map<String, Value>, Problem> {
    let sent = object(call)?;
    let names: Vec<&str> = schema.fields.iter().map(|field| field.name).collect();
    if let Some(key) = sent.keys().find(|key| !names.contains(&key.as_str())) {
        let known = names.join(", ");
        return Err(Problem::usage("proposal-payload-key")
            .at_column(key)
            .with("key", key)
            .with("known", known));
    }
    for field in schema.fields {
        let is_right = sent.get(field.name).map_or(field.may_miss, |value| fits(field.kind, value));
        if !is_right {
            return Err(wrong(field.name));
        }
    }
    Ok(sent)
}

/// The small text file sent. Errors: `body-too-large`, `body-broken` (usage), `server-folder`.
pub fn file_text(call: &mut Call) -> Result<String, Problem> {
    let bytes = call.take_raw()?.small()?;
    String::from_utf8(bytes).map_err(|why| Problem::usage("body-broken").with("why", why))
}

/// A parameter that misses or cannot have its value.
#[must_use]
pub fn wrong(key: &str) -> Problem {
    Problem::usage("proposal-payload-value").at_column(key).with("key", key)
}

fn fits(kind: Kind, value: &Value) -> bool {
    let is_all = |is_fit: &dyn Fn(&str) -> bool| {
        value.as_array().is_some_and(|all| all.iter().all(|one| one.as_str().is_some_and(is_fit)))
    };
    match kind {
        Kind::Text | Kind::Amount | Kind::Instant => value.is_string(),
        Kind::Date => value.as_str().is_some_and(|text| Day::parse_iso(text).is_some()),
        Kind::Number => value.is_i64(),
        Kind::Flag => value.is_boolean(),
        Kind::OneOf(known) => value.as_str().is_some_and(|text| known.contains(&text)),
        Kind::SomeOf(known) => is_all(&|text| known.contains(&text)),
        Kind::Texts => is_all(&|_| true),
        Kind::Object | Kind::Record(_) => value.is_object(),
        Kind::List(_) => value.is_array(),
        Kind::Any => true,
    }
}

/// A text of the record.
#[must_use]
pub fn text<'s>(sent: &'s Map<String, Value>, name: &str) -> Option<&'s str> {
    sent.get(name).and_then(Value::as_str)
}

/// A flag of the record.
#[must_use]
pub fn flag(sent: &Map<String, Value>, name: &str) -> Option<bool> {
    sent.get(name).and_then(Value::as_bool)
}

/// A list of texts of the record.
#[must_use]
pub fn texts(sent: &Map<String, Value>, name: &str) -> Option<BTreeSet<String>> {
    let all = sent.get(name)?.as_array()?;
    Some(all.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// A text that null takes away; `None` leaves it. Error: `proposal-payload-value` (usage).
#[allow(clippy::option_option, reason = "left out, emptied, or set")]
pub fn text_or_null(sent: &Map<String, Value>, name: &str) -> Result<Option<Option<String>>, Problem> {
    match sent.get(name) {
        None => Ok(None),
        Some(Value::Null) => Ok(Some(None)),
        Some(Value::String(text)) => Ok(Some(Some(text.clone()))),
        Some(_) => Err(wrong(name)),
    }
}

/// A list of texts that null takes away; `None` leaves it. Error: `proposal-payload-value` (usage).
#[allow(clippy::option_option, reason = "left out, emptied, or set")]
pub fn texts_or_null(
    sent: &Map<String, Value>,
    name: &str,
) -> Result<Option<Option<BTreeSet<String>>>, Problem> {
    match sent.get(name) {
        None => Ok(None),
        Some(Value::Null) => Ok(Some(None)),
        Some(value) if fits(Kind::Texts, value) => Ok(Some(texts(sent, name))),
        Some(_) => Err(wrong(name)),
    }
}

/// The version the change was made from. Error: `precondition-missing` (usage).
pub fn version_seen(call: &Call) -> Result<String, Problem> {
    call.if_match().map(str::to_owned).ok_or_else(|| Problem::usage("precondition-missing"))
}

/// A record with its version.
#[must_use]
pub fn versioned(body: Value, version: String) -> Reply {
    Reply::Json { status: 200, body, etag: Some(version) }
}
