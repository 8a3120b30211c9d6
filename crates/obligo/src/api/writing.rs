//! What comes in: files, single records, policies.

use super::body::{file_text, sent, text, version_seen, versioned, wrong};
use super::lists::only;
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field, maybe};
use super::schemas::{CHECK, IMPORTED, POLICY};
use crate::access::roles::Permission;
use crate::import::kinds::{KINDS, is_of_company, permission_of};
use crate::import::ledger::FORMATS;
use crate::import::ledger::unmatched::Unmatched;
use crate::import::{ImportReport, ImportRequest, Refusal, file_json, import};
use crate::one_row::{OneRow, record};
use crate::policies::{Difference, PolicyShown, check_stored, put_text, show};
use crate::serve::{Access, Call, Method, Reply, Route, http_status, problem_json};
use crate::session::sha256_hex;
use obligo_formats::schema::schema_of;
use obligo_rules::problem::Problem;
use serde_json::{Map, Value, json};

const IMPORT_QUERY: &[Field] = &[
    maybe("dry_run", Kind::OneOf(&["true", "false"]), "Check everything, write nothing."),
    maybe("snapshot", Kind::Date, "For items: those gone from the file are settled on this day."),
    maybe("valid_from", Kind::Date, "From when changed master data are valid."),
    maybe("encoding", Kind::Text, "Encoding of the file."),
    maybe("format", Kind::OneOf(FORMATS), "Format of the file; by default told by what it holds."),
];

/// A record of a kind: its columns as a file would have them.
const RECORD: Schema = Schema {
    name: "NewRecord",
    fields: &[
        field("fields", Kind::Object, "Columns with their values, all of them texts as in a file."),
        maybe("reason", Kind::Text, "Why, for the audit trail."),
    ],
};

/// A policy with its file.
const POLICY_FILE: Schema = Schema {
    name: "PolicyFile",
    fields: &[field("policy", Kind::Text, "Code."), field("file", Kind::Text, "The policy file.")],
};

const RECORDS: Access = Access::Allowed(Permission::Record);

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Post, "/api/v1/imports/{kind}", RECORDS, import_file).with_files(),
        "imports_run",
        "Imports a file of a kind; nothing of a refused file is written.",
        Answer::Record(&IMPORTED),
    )
    .query(IMPORT_QUERY)
    .request(Request::File),
    Operation::new(
        Route::api(Method::Post, "/api/v1/records/{kind}", RECORDS, one_record),
        "records_add",
        "Records one row of a kind.",
        Answer::Record(&IMPORTED),
    )
    .request(Request::Record(&RECORD)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/policies", Access::Allowed(Permission::Read), policies),
        "policies_list",
        "Policies.",
        Answer::Page(&POLICY),
    ),
    Operation::new(
        Route::api(Method::Get, "/api/v1/policies/{policy}", Access::Allowed(Permission::Read), policy),
        "policies_get",
        "One policy with its file.",
        Answer::Record(&POLICY_FILE),
    )
    .versioned(),
    Operation::new(
        Route::api(
            Method::Get,
            "/api/v1/policies/{policy}/check",
            Access::Allowed(Permission::Read),
            policy_check,
        ),
        "policies_check",
        "Runs the example cases of a policy file.",
        Answer::Record(&CHECK),
    ),
    Operation::new(
        Route::api(
            Method::Put,
            "/api/v1/policies/{policy}",
            Access::WholeGroup(Permission::Manage),
            put_policy,
        )
        .with_files(),
        "policies_put",
        "Puts the file of a policy.",
        Answer::Record(&IMPORTED),
    )
    .request(Request::Policy)
    .versioned(),
];

/// Refuses a kind there is not, or one the caller may not write.
fn check_kind(call: &Call, kind: &str) -> Result<(), Problem> {
    if schema_of(kind).is_none() {
        return Err(Problem::refused("page-not-found"));
    }
    call.require(permission_of(kind))?;
    if !is_of_company(kind) && !call.caller.sees_whole_group() {
        return Err(Problem::forbidden("role-companies"));
    }
    Ok(())
}

fn import_file(mut call: Call) -> Result<Reply, Problem> {
    only(&call, IMPORT_QUERY)?;
    let kind = call.path("kind").to_owned();
    check_kind(&call, &kind)?;
    let upload = match call.take_uploads("file").into_iter().next() {
        Some(upload) => upload,
        None => call.take_raw()?,
    };
    let base = upload.file.path().parent().map(std::path::Path::to_owned);
    let request = ImportRequest {
        kind,
        files: vec![upload.file.path().to_owned()],
        snapshot: call.query_day("snapshot")?,
        valid_from: call.query_day("valid_from")?,
        encoding: call.query("encoding").map(str::to_owned),
        format: call.query("format").unwrap_or("auto").to_owned(),
        base,
        companies: call.caller.companies().cloned(),
        ..ImportRequest::default()
    };
    let mut session = call.session();
    session.dry_run = super::lists::flag(&call, "dry_run")?;
    let is_dry_run = session.dry_run;
    let done = import(&mut session, &request, &mut |_, _| {});
    told(&call, done, is_dry_run)
}

/// What was imported, or everything that is wrong with it.
pub(super) fn told(
    call: &Call,
    done: Result<ImportReport, Refusal>,
    is_dry_run: bool,
) -> Result<Reply, Problem> {
    match done {
        Ok(report) => {
            let files: Vec<Value> = report.files.iter().map(file_json).collect();
            let warnings: Vec<String> =
                report.warnings.iter().map(|problem| call.words.problem(problem).0).collect();
            let unmatched: Vec<Value> = report.unmatched.iter().map(Unmatched::json).collect();
            Ok(Reply::json(json!({
                "files": files, "warnings": warnings, "dry_run": is_dry_run, "unmatched": unmatched,
                "unmatched_total": report.unmatched_total,
            })))
        }
        Err(refusal) => refused(call, refusal),
    }
}

/// Everything that is wrong: one problem as such, several with the first one's status.
pub(super) fn refused(call: &Call, refusal: Refusal) -> Result<Reply, Problem> {
    let mut problems = refusal.problems.iter();
    let first = problems.next().cloned().unwrap_or_else(|| Problem::refused("import-refused"));
    if problems.len() == 0 {
        return Err(first);
    }
    let all: Vec<Value> = refusal.problems.iter().map(|problem| problem_json(call.words, problem)).collect();
    let mut body = problem_json(call.words, &first);
    body["problems"] = Value::Array(all);
    Ok(Reply::Problem { status: http_status(&first), body })
}

fn one_record(call: Call) -> Result<Reply, Problem> {
    let kind = call.path("kind").to_owned();
    check_kind(&call, &kind)?;
    let sent = sent(&call, &RECORD)?;
    let fields = sent.get("fields").and_then(Value::as_object).ok_or_else(|| wrong("fields"))?;
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| value.as_str().map(|value| (name.as_str(), value)).ok_or_else(|| wrong(name)))
        .collect::<Result<_, _>>()?;
    let reason = text(sent, "reason").unwrap_or("");
    let row = OneRow { kind: &kind, fields: &fields, reason, companies: call.caller.companies() };
    let done = record(&mut call.session(), row);
    told(&call, done, false)
}

fn policies(call: Call) -> Result<Reply, Problem> {
    only(&call, &[])?;
    let PolicyShown::List(all) = show(&mut call.session(), None)? else {
        return Err(Problem::refused("page-not-found"));
    };
    Ok(Reply::json(json!({ "items": all, "next": null })))
}

fn file_of(call: &Call) -> Result<String, Problem> {
    match show(&mut call.session(), Some(call.path("policy")))? {
        PolicyShown::File(text) => Ok(text),
        PolicyShown::List(_) => Err(Problem::refused("page-not-found")),
    }
}

fn version(text: &str) -> String {
    sha256_hex(text.as_bytes())[..24].to_owned()
}

fn policy(call: Call) -> Result<Reply, Problem> {
    let text = file_of(&call)?;
    let version = version(&text);
    Ok(versioned(json!({ "policy": call.path("policy"), "file": text }), version))
}

fn policy_check(call: Call) -> Result<Reply, Problem> {
    only(&call, &[])?;
    let code = call.path("policy");
    let found = match check_stored(&mut call.session(), Some(code)) {
        Ok(found) => found,
        Err(refusal) => return refused(&call, refusal),
    };
    let cases: Vec<Value> = found
        .iter()
        .map(|case| {
            let of = |d: &Difference| json!({ "key": d.key, "expected": d.expected, "found": d.found });
            let differences: Vec<Value> = case.differences.iter().map(of).collect();
            json!({ "name": case.name, "line": case.line, "ok": case.ok, "differences": differences })
        })
        .collect();
    let is_ok = found.iter().all(|case| case.ok);
    Ok(Reply::json(json!({ "policy": code, "ok": is_ok, "cases": cases })))
}

fn put_policy(mut call: Call) -> Result<Reply, Problem> {
    let seen = version_seen(&call)?;
    let text = file_text(&mut call)?;
    let mut session = call.session();
    // `*` puts a new one whatever is there. Else nobody may write between this look and the write; a request sent again is
    // answered as the first time whatever it saw.
    if seen != "*" {
        let known = session.read(obligo_store::entry_last)?;
        let is_as_seen = version(&file_of(&call)?) == seen;
        session.precondition = Some(Box::new(move |tx| {
            if is_as_seen && obligo_store::entry_last(tx)? == known {
                Ok(())
            } else {
                Err(Problem::forbidden("record-changed"))
            }
        }));
    }
    let name = format!("{}.toml", call.path("policy").replace(['/', '\\'], "-"));
    let done = put_text(&mut session, &name, &text, None);
    told(&call, done, false)
}

/// The columns of every kind, for the description.
#[must_use]
pub fn kinds() -> Map<String, Value> {
    let columns = |kind: &str| {
        schema_of(kind).map(|schema| schema.columns.iter().map(|column| column.name).collect::<Vec<_>>())
    };
    KINDS.iter().filter_map(|kind| Some(((*kind).to_owned(), json!(columns(kind)?)))).collect()
}
