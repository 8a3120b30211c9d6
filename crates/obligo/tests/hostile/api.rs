//! Hostile values in every parameter and every field of every body the API describes, one at a time.

use crate::support::client::{Answer, Client, encoded};
use crate::support::{naughty, two_companies};
use crate::{expect_none, fault};
use obligo::access::Role;
use obligo::api::{Operation, Request, document, operations};
use serde_json::{Value, json};

/// Values of every kind JSON has; none of them is what a field asks for.
fn values() -> Vec<Value> {
    let texts = naughty::OWN.iter().map(|&text| json!(text));
    let others = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
        json!(u64::MAX),
        json!([]),
        json!([[[["x"]]]]),
        json!({}),
        json!({ "a": { "b": null } }),
        json!("x".repeat(100_000)),
    ];
    texts.chain(others).collect()
}

/// Path of an operation with something that is there, or is not, in its variable parts.
fn path(operation: &Operation, value: &str) -> String {
    let value = encoded(&[("", value)]).trim_start_matches('=').replace('+', "%20");
    let mut path = String::new();
    for part in operation.route.path.split_inclusive('}') {
        let before = part.split_once('{').map_or(part, |(before, _)| before);
        path.push_str(before);
        if before.len() < part.len() {
            path.push_str(&value);
        }
    }
    path
}

/// A refusal is a problem with a code; anything else hides why.
fn wrong(answer: &Answer) -> Option<String> {
    let is_told = || {
        answer.header("content-type") == Some("application/problem+json") && answer.json()["code"].is_string()
    };
    match fault(answer) {
        Some(fault) => Some(fault.to_owned()),
        None if answer.status >= 400 && !is_told() => Some("does not tell the problem".to_owned()),
        None => None,
    }
}

fn program() -> (crate::support::server::Server, Client) {
    let server = two_companies::ground().serve();
    let program = server.program("program", &Role::ALL, &[]);
    (server, program)
}

#[test]
fn every_parameter_of_the_api_takes_hostile_values() {
    let (_server, mut program) = program();
    let mut found = Vec::new();
    for operation in operations() {
        let method = operation.route.method.name();
        let mut try_target = |target: String| {
            let answer = program.send(method, &target, &[], b"");
            if let Some(wrong) = wrong(&answer) {
                found.push(format!("{method} {target} {wrong}: {}", answer.told()));
            }
        };
        for text in naughty::OWN {
            for field in operation.query {
                try_target(format!(
                    "{}?{}",
                    path(&operation, "01/A-1/invoice"),
                    encoded(&[(field.name, text)])
                ));
            }
            if operation.route.path.contains('{') {
                try_target(path(&operation, text));
            }
        }
    }
    expect_none("parameters of the API", &found);
}

#[test]
fn every_field_of_every_body_of_the_api_takes_hostile_values() {
    let (_server, mut program) = program();
    let mut found = Vec::new();
    let kinds = document()["x-kinds"].as_object().cloned().unwrap_or_default();
    for operation in operations() {
        let Request::Record(schema) = operation.request else { continue };
        let method = operation.route.method.name();
        let is_of_kinds = operation.route.path.contains("{kind}");
        let targets: Vec<&str> = if is_of_kinds {
            kinds.keys().map(String::as_str).collect()
        } else {
            vec!["01/A-1/invoice", "1"]
        };
        for of in targets {
            let target = path(&operation, of);
            let columns = kinds.get(of).and_then(Value::as_array).into_iter().flatten();
            // A record's fields are the columns of its kind.
            let columns = columns.filter_map(|column| Some(json!({ "fields": { column.as_str()?: null } })));
            let plain = schema.fields.iter().map(|field| json!({ field.name: null }));
            for shape in plain.chain(columns) {
                for value in values() {
                    let body = filled(&shape, &value);
                    let version = program.get(&target).header("etag").unwrap_or("*").to_owned();
                    let headers = [("content-type", "application/json"), ("if-match", version.as_str())];
                    let answer = program.send(method, &target, &headers, body.to_string().as_bytes());
                    if let Some(wrong) = wrong(&answer) {
                        let body: String = body.to_string().chars().take(100).collect();
                        found.push(format!("{method} {target} {body} {wrong}: {}", answer.told()));
                    }
                }
            }
            if !operation.route.path.contains('{') {
                break;
            }
        }
    }
    expect_none("bodies of the API", &found);
}

/// The shape with the value in place of its one null, and a reason beside it, so that more is looked at than the reason.
fn filled(shape: &Value, value: &Value) -> Value {
    let place = |inner: &Value| if inner.is_null() { value.clone() } else { filled_inner(inner, value) };
    let mut whole = json!({ "reason": "tests" });
    for (name, inner) in shape.as_object().into_iter().flatten() {
        whole[name] = place(inner);
    }
    whole
}

fn filled_inner(shape: &Value, value: &Value) -> Value {
    let fields = shape.as_object().into_iter().flatten();
    fields.map(|(name, _)| (name.clone(), value.clone())).collect::<serde_json::Map<_, _>>().into()
}

#[test]
fn hostile_files_are_refused_by_line_or_taken_as_text() {
    let (server, mut program) = program();
    let mut found = Vec::new();
    let kinds = [
        "companies",
        "insurers",
        "buyers",
        "covers",
        "limits",
        "items",
        "settlements",
        "events",
        "evidence",
        "rates",
    ];
    let many_columns = format!("{}\n", "account,".repeat(50_000));
    let long_line = format!("account,name\n1,{}\n", "x".repeat(2 << 20));
    let open_quote = "account,name\n1,\"".to_owned() + &"x\n".repeat(1000);
    let lines: Vec<String> =
        naughty::strings().iter().map(|text| format!("\"{}\"", text.replace('"', "\"\""))).collect();
    let naughty = lines.join("\n");
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("nothing", Vec::new()),
        ("one byte", vec![0xff]),
        ("zeros", vec![0; 100_000]),
        ("UTF-16 cut in half", vec![0xff, 0xfe, b'a', 0, b',']),
        ("fifty thousand columns", many_columns.into_bytes()),
        ("a line of two megabytes", long_line.into_bytes()),
        ("a quote that never ends", open_quote.into_bytes()),
        ("every naughty string", format!("account\n{naughty}").into_bytes()),
        ("a formula", b"company,name,currency\n01,\"=cmd|' /C calc'!A0\",EUR\n".to_vec()),
        (
            "XML",
            b"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
                .to_vec(),
        ),
        ("a bomb's head", b"PK\x03\x04\x14\x00\x00\x00\x08\x00".to_vec()),
    ];
    for operation in operations().iter().filter(|operation| matches!(operation.request, Request::File)) {
        for kind in kinds {
            for (what, content) in &files {
                let target = path(operation, kind);
                let answer = program.send("POST", &target, &[("content-type", "text/csv")], content);
                if let Some(wrong) = wrong(&answer) {
                    found.push(format!("{target} {what} {wrong}: {}", answer.told()));
                }
            }
        }
    }
    expect_none("files", &found);
    assert_eq!(server.stranger().get("/readyz").status, 200, "the server goes on");
}
