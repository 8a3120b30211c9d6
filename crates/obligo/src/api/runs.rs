//! Runs: the list, one with its lines, previews, final ones, reversal, the close of a day.

use super::body::{object, sent, text, wrong};
use super::lists::{Form, PAGE_AFTER, PAGE_LIMIT, form, one_of, only, page, stream};
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field, maybe};
use super::schemas::{DONE, RUN, RUN_DONE};
use crate::access::proposals::{Action, Submitted, declare_request, notify_request, submit};
use crate::access::roles::Permission;
use crate::close_day::close_day;
use crate::declaration::declare;
use crate::frozen::RunResult;
use crate::notification::notify;
use crate::runs::{list as run_list, show};
use crate::serve::{Access, Call, Method, Reply, Route};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use serde_json::{Map, Value, json};

const READ: Access = Access::WholeGroup(Permission::Read);
const RUNS: Access = Access::WholeGroup(Permission::Run);

const QUERY: &[Field] = &[
    maybe("policy", Kind::Text, "Policy code."),
    maybe("kind", Kind::OneOf(&["declare", "notify"]), "Kind."),
    PAGE_LIMIT,
    PAGE_AFTER,
];

const DECLARE: Schema = Schema {
    name: "Declare",
    fields: &[
        field("policy", Kind::Text, "Policy code."),
        field("key_date", Kind::Date, "Key date."),
        field("buyers", Kind::OneOf(&["named", "unnamed"]), "Which buyers."),
        maybe("final", Kind::Flag, "Make it final."),
        maybe("reason", Kind::Text, "Remark for a proposal."),
    ],
};

const NOTIFY: Schema = Schema {
    name: "Notify",
    fields: &[
        field("policy", Kind::Text, "Policy code."),
        field("key_date", Kind::Date, "Key date."),
        maybe("scope", Kind::OneOf(&["all", "overdue", "default"]), "Which deadlines."),
        maybe("exceeding", Kind::Flag, "Show amounts above the insured ones."),
        maybe("repeat_from", Kind::Date, "Items reported on or after this day are only printed again."),
        maybe("final", Kind::Flag, "Make it final."),
        maybe("reason", Kind::Text, "Remark for a proposal."),
    ],
};

const REASON: Schema = Schema { name: "WithReason", fields: &[field("reason", Kind::Text, "Why.")] };
const DATE: Schema = Schema { name: "CloseDay", fields: &[field("date", Kind::Date, "The day to close.")] };

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/runs", READ, list),
        "runs_list",
        "Final runs.",
        Answer::Page(&RUN),
    )
    .query(QUERY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/runs/{run}", READ, one),
        "runs_get",
        "One final run.",
        Answer::Record(&RUN),
    ),
    Operation::new(
        Route::api(Method::Get, "/api/v1/runs/{run}/lines", READ, lines),
        "runs_lines",
        "Its lines, byte for byte as they were frozen.",
        Answer::Text("application/x-ndjson"),
    ),
    Operation::new(
        Route::api(Method::Post, "/api/v1/runs/{run}/reversal", RUNS, reverse),
        "runs_reverse",
        "Reverses a final run.",
        Answer::Record(&RUN_DONE),
    )
    .request(Request::Record(&REASON)),
    Operation::new(
        Route::api(Method::Post, "/api/v1/declarations", READ, declaration),
        "declarations_run",
        "A declaration run: preview or final.",
        Answer::Record(&RUN_DONE),
    )
    .request(Request::Record(&DECLARE)),
    Operation::new(
        Route::api(Method::Post, "/api/v1/notifications", READ, notification),
        "notifications_run",
        "An overdue notification run: preview or final.",
        Answer::Record(&RUN_DONE),
    )
    .request(Request::Record(&NOTIFY)),
    Operation::new(
        Route::api(Method::Post, "/api/v1/close-day", RUNS, close),
        "day_close",
        "Closes a day.",
        Answer::Record(&DONE),
    )
    .request(Request::Record(&DATE)),
];

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, QUERY)?;
    one_of(&call, "kind", &["declare", "notify"])?;
    let mut all = Vec::new();
    run_list(&mut call.session(), call.query("policy"), &mut |line| {
        if call.query("kind").is_none_or(|kind| line["kind"] == kind) {
            all.push(line);
        }
        Ok(())
    })?;
    match form(&call) {
        Form::Page => page(&call, &all.iter().collect::<Vec<_>>(), |line| line["run"].to_string()),
        form => Ok(stream(form, RUN.fields, move |visit| all.iter().try_for_each(visit))),
    }
}

fn number(call: &Call) -> Result<i64, Problem> {
    call.path("run").parse().map_err(|_| Problem::refused("run-not-found").with("run", call.path("run")))
}

fn one(call: Call) -> Result<Reply, Problem> {
    let run = number(&call)?;
    let mut found = None;
    run_list(&mut call.session(), None, &mut |line| {
        if line["run"] == run {
            found = Some(line);
        }
        Ok(())
    })?;
    found.map(Reply::json).ok_or_else(|| Problem::refused("run-not-found").with("run", run))
}

fn lines(call: Call) -> Result<Reply, Problem> {
    let run = number(&call)?;
    let mut text = String::new();
    show(&mut call.session(), run, &mut |line| {
        text.push_str(line);
        text.push('\n');
    })?;
    Ok(Reply::Bytes {
        media_type: "application/x-ndjson",
        file_name: None,
        body: text.into_bytes(),
        is_lasting: false,
    })
}

/// The record sent, without the keys that say how; and those.
fn asked(call: &Call) -> Result<(Map<String, Value>, bool, String), Problem> {
    let mut payload = object(call)?.clone();
    let is_final = match payload.remove("final") {
        None => false,
        Some(Value::Bool(is_final)) => is_final,
        Some(_) => return Err(wrong("final")),
    };
    let reason = match payload.remove("reason") {
        None => String::new(),
        Some(Value::String(reason)) => reason,
        Some(_) => return Err(wrong("reason")),
    };
    Ok((payload, is_final, reason))
}

fn declaration(call: Call) -> Result<Reply, Problem> {
    run(&call, "declare", |call, payload| {
        let request = declare_request(payload)?;
        declare(&mut call.session(), &crate::declaration::DeclareRequest { is_final: false, ..request })
    })
}

fn notification(call: Call) -> Result<Reply, Problem> {
    run(&call, "notify", |call, payload| {
        let request = notify_request(payload)?;
        notify(&mut call.session(), &crate::notification::NotifyRequest { is_final: false, ..request })
    })
}

fn run(
    call: &Call,
    kind: &str,
    preview: impl Fn(&Call, &Value) -> Result<RunResult, Problem>,
) -> Result<Reply, Problem> {
    let (mut payload, is_final, reason) = asked(call)?;
    payload.insert("kind".to_owned(), json!(kind));
    let payload = Value::Object(payload);
    if is_final {
        call.require(Permission::Run)?;
        let done = submit(&mut call.session(), call.user()?, Action::FinalRun, &payload, &reason)?;
        return Ok(submitted(done));
    }
    let done = preview(call, &payload)?;
    let lines: Vec<Value> =
        done.document.lines.iter().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let warnings: Vec<String> = done.warnings.iter().map(|problem| call.words.problem(problem).0).collect();
    Ok(Reply::json(json!({
        "final": false,
        "run": null,
        "sha256": done.sha256,
        "totals": done.document.totals,
        "lines": lines,
        "warnings": warnings,
        "proposal": null,
    })))
}

fn submitted(done: Submitted) -> Reply {
    let of = |result: &Value, name: &str| result.get(name).cloned().unwrap_or(Value::Null);
    Reply::json(match done {
        Submitted::Done(result) => json!({
            "final": true,
            "run": of(&result, "run"),
            "sha256": of(&result, "sha256"),
            "totals": of(&result, "totals"),
            "lines": null,
            "warnings": [],
            "proposal": null,
        }),
        Submitted::Proposed(proposal) => json!({
            "final": false, "run": null, "sha256": null, "totals": null, "lines": null, "warnings": [],
            "proposal": proposal.proposal_id,
        }),
    })
}

fn reverse(call: Call) -> Result<Reply, Problem> {
    let run = number(&call)?;
    let reason = text(sent(&call, &REASON)?, "reason").unwrap_or("");
    let done = submit(&mut call.session(), call.user()?, Action::Reversal, &json!({ "run": run }), reason)?;
    Ok(submitted(done))
}

fn close(call: Call) -> Result<Reply, Problem> {
    let date = text(sent(&call, &DATE)?, "date").and_then(Day::parse_iso).ok_or_else(|| wrong("date"))?;
    let result = close_day(&mut call.session(), date)?;
    Ok(Reply::json(json!({ "result": result })))
}
