//! The description of the API (`OpenAPI` 3.1), made from the table of operations.

use super::operation::{Answer, Field, Kind, Operation, Request, Schema};
use crate::serve::{Access, Bodies};
use serde_json::{Map, Value, json};

/// The description of these operations.
#[must_use]
pub fn document(operations: &[Operation]) -> Value {
    let mut paths: Map<String, Value> = Map::new();
    let mut schemas: Map<String, Value> = Map::new();
    for operation in operations {
        let path = paths.entry(operation.route.path).or_insert_with(|| json!({}));
        path[operation.route.method.name().to_lowercase()] = described(operation, &mut schemas);
    }
    schemas.insert("Problem".to_owned(), problem());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "obligo",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Trade credit insurance on a company's own receivables ledger. Amounts are texts in the currency's decimals, \
                dates ISO 8601. Problems are told as RFC 9457 with the codes of the command line.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer", "description": "A token made under Settings." } },
            "schemas": schemas,
        },
    })
}

fn described(operation: &Operation, schemas: &mut Map<String, Value>) -> Value {
    let route = &operation.route;
    let mut parameters: Vec<Value> = path_names(route.path)
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": of_path(name) }))
        .collect();
    parameters.extend(operation.query.iter().map(|field| parameter(field, schemas)));
    if route.method.writes() {
        parameters.push(json!({
            "name": "Idempotency-Key", "in": "header", "required": false,
            "schema": { "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$" },
            "description": "The same key with the same request is done once.",
        }));
        if operation.has_version {
            parameters.push(json!({
                "name": "If-Match", "in": "header", "required": true, "schema": { "type": "string" },
                "description": "The ETag of what was read.",
            }));
        }
    }
    let mut of = json!({
        "operationId": operation.id,
        "summary": operation.about,
        "tags": [operation.id.split('_').next().unwrap_or("")],
        "parameters": parameters,
        "responses": responses(operation, schemas),
    });
    if route.access == Access::Open {
        of["security"] = json!([]);
    }
    if let Some(body) = request_body(operation, schemas) {
        of["requestBody"] = body;
    }
    of
}

/// What stands at a variable part of a path.
fn of_path(name: &str) -> Value {
    match name {
        "kind" => json!({ "type": "string", "enum": crate::import::kinds::KINDS }),
        "run" | "proposal" | "token" | "webhook" => json!({ "type": "integer", "minimum": 1 }),
        "item" => {
            json!({ "type": "string", "pattern": "^[A-Z0-9]{1,4}/[A-Z0-9-]{1,20}/(invoice|credit_note)$" })
        }
        "policy" => json!({ "type": "string", "pattern": "^[A-Z0-9]{3}/[A-Z0-9]$" }),
        _ => json!({ "type": "string", "minLength": 1 }),
    }
}

fn path_names(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}

fn parameter(field: &Field, schemas: &mut Map<String, Value>) -> Value {
    json!({
        "name": field.name, "in": "query", "required": !field.may_miss, "description": field.about,
        "schema": of_kind(field.kind, schemas),
    })
}

fn responses(operation: &Operation, schemas: &mut Map<String, Value>) -> Value {
    let content = match operation.answer {
        Answer::Record(schema) => json!({ "application/json": { "schema": reference(schema, schemas) } }),
        Answer::Page(schema) => {
            let of = reference(schema, schemas);
            json!({
                "application/json": { "schema": {
                    "type": "object", "required": ["items", "next"],
                    "properties": { "items": { "type": "array", "items": of }, "next": { "type": ["string", "null"] } },
                } },
                "application/x-ndjson": { "schema": { "type": "string" } },
                "text/csv": { "schema": { "type": "string" } },
            })
        }
        Answer::Text("application/json") => json!({ "application/json": { "schema": { "type": "object" } } }),
        Answer::Files(media_types) => {
            let any = |media_type: &&str| ((*media_type).to_owned(), json!({ "schema": {} }));
            Value::Object(media_types.iter().map(any).collect())
        }
        Answer::Text(media_type) => json!({ media_type: { "schema": { "type": "string" } } }),
    };
    let mut ok = json!({ "description": "Done.", "content": content });
    if operation.has_version {
        ok["headers"] =
            json!({ "ETag": { "schema": { "type": "string" }, "description": "Version of the record." } });
    }
    let mut all = json!({ "200": ok });
    if operation.route.access != Access::Open {
        let told = |about: &str| json!({ "description": about, "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } });
        let mut statuses = vec![
            ("400", "The request is not as described."),
            ("401", "No token, or one that does not work."),
            ("403", "The roles or a rule forbid it."),
            ("404", "There is no such record."),
            ("422", "The data were refused; nothing was written."),
            ("503", "The store cannot be reached."),
        ];
        if operation.route.method.writes() {
            statuses.extend([
                ("408", "The request came too slowly."),
                ("409", "The idempotency key was used for another request."),
                ("413", "The request is too large."),
                ("415", "Requests of this type are not taken."),
            ]);
        }
        if operation.has_version && operation.route.method.writes() {
            statuses.extend([("412", "Somebody changed the record."), ("428", "If-Match is missing.")]);
        }
        for (status, about) in statuses {
            all[status] = told(about);
        }
    }
    all
}

fn request_body(operation: &Operation, schemas: &mut Map<String, Value>) -> Option<Value> {
    let content = match operation.request {
        Request::Nothing => return None,
        Request::Record(schema) => {
            json!({ "application/json": { "schema": request_reference(schema, schemas) } })
        }
        Request::File => {
            debug_assert!(operation.route.bodies == Bodies::Files);
            json!({
                "text/csv": { "schema": { "type": "string" } },
                "multipart/form-data": { "schema": {
                    "type": "object", "required": ["file"],
                    "properties": { "file": { "type": "string", "contentMediaType": "application/octet-stream" } },
                } },
            })
        }
        Request::Policy => {
            json!({ "application/toml": { "schema": { "type": "string" } }, "text/plain": { "schema": { "type": "string" } } })
        }
    };
    Some(json!({ "required": true, "content": content }))
}

/// A record of an answer: every value is there, null where it may be.
fn reference(schema: &Schema, schemas: &mut Map<String, Value>) -> Value {
    if !schemas.contains_key(schema.name) {
        schemas.insert(schema.name.to_owned(), Value::Null);
        let mut properties = Map::new();
        for field in schema.fields {
            let mut of = of_kind(field.kind, schemas);
            if field.may_miss {
                of = json!({ "anyOf": [of, { "type": "null" }] });
            }
            of["description"] = json!(field.about);
            properties.insert(field.name.to_owned(), of);
        }
        let required: Vec<&str> = schema.fields.iter().map(|field| field.name).collect();
        let whole = json!({ "type": "object", "properties": properties, "required": required });
        schemas.insert(schema.name.to_owned(), whole);
    }
    json!({ "$ref": format!("#/components/schemas/{}", schema.name) })
}

/// A record of a request: what may miss may be left out, nothing else may be there.
fn request_reference(schema: &Schema, schemas: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    for field in schema.fields {
        let mut of = of_kind(field.kind, schemas);
        of["description"] = json!(field.about);
        properties.insert(field.name.to_owned(), of);
    }
    let required: Vec<&str> =
        schema.fields.iter().filter(|field| !field.may_miss).map(|field| field.name).collect();
    let whole = json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false });
    schemas.insert(schema.name.to_owned(), whole);
    json!({ "$ref": format!("#/components/schemas/{}", schema.name) })
}

fn of_kind(kind: Kind, schemas: &mut Map<String, Value>) -> Value {
    match kind {
        Kind::Text => json!({ "type": "string" }),
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::Instant => json!({ "type": "string", "format": "date-time" }),
        Kind::Number => json!({ "type": "integer" }),
        Kind::Amount => json!({ "type": "string", "pattern": r"^-?\d+(\.\d+)?$" }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::OneOf(values) => json!({ "type": "string", "enum": values }),
        Kind::SomeOf(values) => json!({ "type": "array", "items": { "type": "string", "enum": values } }),
        Kind::Object => json!({ "type": "object" }),
        Kind::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::List(schema) => json!({ "type": "array", "items": reference(schema, schemas) }),
        Kind::Record(schema) => reference(schema, schemas),
        Kind::Any => json!({}),
    }
}

fn problem() -> Value {
    json!({
        "type": "object",
        "description": "RFC 9457.",
        "required": ["type", "title", "status", "detail", "code"],
        "properties": {
            "type": { "type": "string" },
            "title": { "type": "string", "description": "What and why, in the language asked for." },
            "status": { "type": "integer" },
            "detail": { "type": "string" },
            "code": { "type": "string", "description": "The code the command line tells too." },
            "remedy": { "type": ["string", "null"], "description": "What to do." },
            "facts": { "type": "object" },
            "place": { "type": "object" },
            "problems": { "type": "array", "items": { "type": "object" }, "description": "All of them, where a file was refused." },
        },
    })
}
