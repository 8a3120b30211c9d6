//! Whether a value is what the description says.

use obligo::api::{Kind, Schema};
use obligo_rules::calendar::Day;
use serde_json::Value;

/// Fails where a record has other values than its schema, or values of another kind.
pub fn check(of: &str, schema: &Schema, value: &Value) {
    let record = value.as_object().unwrap_or_else(|| panic!("{of}: no record: {value}"));
    let mut names: Vec<&str> = record.keys().map(String::as_str).collect();
    let mut described: Vec<&str> = schema.fields.iter().map(|field| field.name).collect();
    names.sort_unstable();
    described.sort_unstable();
    assert_eq!(names, described, "{of}: values of {}", schema.name);
    for field in schema.fields {
        let value = &record[field.name];
        let is_right = (value.is_null() && field.may_miss) || fits(of, field.kind, value);
        assert!(is_right, "{of}: {} of {} is {value}", field.name, schema.name);
    }
}

fn fits(of: &str, kind: Kind, value: &Value) -> bool {
    let text = value.as_str();
    match kind {
        Kind::Text => text.is_some(),
        Kind::Date => text.is_some_and(|text| Day::parse_iso(text).is_some()),
        Kind::Instant => text.is_some_and(|text| text.len() == 20 && text.ends_with('Z')),
        Kind::Number => value.is_i64() || value.is_u64(),
        Kind::Amount => text.is_some_and(|text| text.parse::<f64>().is_ok()),
        Kind::Flag => value.is_boolean(),
        Kind::OneOf(known) => text.is_some_and(|text| known.contains(&text)),
        Kind::SomeOf(known) => value
            .as_array()
            .is_some_and(|all| all.iter().all(|one| one.as_str().is_some_and(|text| known.contains(&text)))),
        Kind::Object => value.is_object(),
        Kind::Texts => value.as_array().is_some_and(|all| all.iter().all(Value::is_string)),
        Kind::List(schema) => value.as_array().is_some_and(|all| {
            for one in all {
                check(of, schema, one);
            }
            true
        }),
        Kind::Record(schema) => {
            check(of, schema, value);
            true
        }
        Kind::Any => true,
    }
}
