//! What left the house, sending a report, and insurers' layouts.

use super::body::{flag, sent, text, texts, version_seen, versioned, wrong};
use super::lists::{PAGE_AFTER, PAGE_LIMIT, answered, only};
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field, maybe};
use super::schemas::DONE;
use crate::access::roles::Permission;
use crate::dispatch::sending::Sending;
use crate::dispatch::{self, Document, Way, Writing};
use crate::documents::{self, Format, Making, ReportRequest};
use crate::import::Refusal;
use crate::layouts;
use crate::serve::{Access, Call, Method, Reply, Route};
use crate::words::Words;
use obligo_rules::problem::Problem;
use obligo_store::dispatch::DispatchFilter;
use serde_json::{Value, json};

const READ: Access = Access::WholeGroup(Permission::Read);
const SEND: Access = Access::WholeGroup(Permission::Record);
const MANAGE: Access = Access::WholeGroup(Permission::Manage);
const STATES: &[&str] = &["begun", "sent", "dropped", "failed", "unknown"];
/// Most dispatches of a list; older ones are found by its filters.
const LISTED: i64 = 10_000;

const DISPATCH: Schema = Schema {
    name: "Dispatch",
    fields: &[
        field("dispatch", Kind::Number, "Number."),
        field("report", Kind::Text, "Name of the report."),
        field("title", Kind::Text, "What it is called."),
        field("policy", Kind::Text, "Policy it is about; empty for none."),
        maybe("run", Kind::Number, "Final run it was made from."),
        field("preview", Kind::Flag, "Whether it bore a mark."),
        field("way", Kind::OneOf(&["mail", "folder"]), "Which way."),
        field("recipient", Kind::Text, "Address, or folder."),
        field("subject", Kind::Text, "Subject of the mail."),
        field("file_name", Kind::Text, "Name of the file."),
        field("media_type", Kind::Text, "Media type of the file."),
        field("sha256", Kind::Text, "Hash of the file."),
        field("size", Kind::Number, "Bytes of the file."),
        field("language", Kind::Text, "Language of report and text."),
        field("sent_by", Kind::Text, "Who sent it."),
        field("begun_at", Kind::Instant, "When it was begun."),
        maybe("ended_at", Kind::Instant, "When it ended."),
        field("state", Kind::OneOf(STATES), "How it stands."),
        field("reason", Kind::Text, "Why it failed, or why nobody knows."),
        field("attempts", Kind::Number, "How often it was tried."),
    ],
};

const SENT: Schema = Schema {
    name: "Sent",
    fields: &[field("dispatches", Kind::List(&DISPATCH), "One per recipient; each says how it stands.")],
};

const NEW_DISPATCH: Schema = Schema {
    name: "NewDispatch",
    fields: &[
        field("report", Kind::Text, "Name of the report."),
        maybe("parameters", Kind::Object, "Its parameters, as texts."),
        maybe(
            "format",
            Kind::OneOf(&["pdf", "xlsx", "csv", "json", "svg"]),
            "What it is written as; PDF if left out.",
        ),
        maybe("layout", Kind::Text, "An insurer's layout instead of a format: INSURER/NAME."),
        maybe(
            "language",
            Kind::OneOf(&["en", "de", "fr", "sv"]),
            "Its language; that of the request if left out.",
        ),
        maybe("to", Kind::Texts, "Mail addresses."),
        maybe("folder", Kind::Flag, "Whether it goes into the folder of the house."),
        maybe("message", Kind::Text, "Text of the mail; a short one if left out."),
        maybe("again", Kind::Flag, "Also to those who had the same file already."),
    ],
};

const RETRY: Schema = Schema {
    name: "DispatchRetry",
    fields: &[maybe("even_if_unknown", Kind::Flag, "Also one of which nobody knows whether it arrived.")],
};

const LAYOUT: Schema = Schema {
    name: "Layout",
    fields: &[
        field("layout", Kind::Text, "INSURER/NAME."),
        field("insurer", Kind::Text, "Code of the insurer."),
        field("name", Kind::Text, "Its name."),
        field("report", Kind::Text, "Name of the report it is for."),
    ],
};

const LAYOUT_WHOLE: Schema = Schema {
    name: "LayoutWithFile",
    fields: &[
        field("layout", Kind::Text, "INSURER/NAME."),
        field("report", Kind::Text, "Name of the report it is for."),
        field("file", Kind::Text, "The layout file, TOML."),
    ],
};

const LAYOUT_FILE: Schema =
    Schema { name: "LayoutFile", fields: &[field("file", Kind::Text, "The layout file, TOML.")] };

const QUERY: &[Field] = &[
    maybe("state", Kind::OneOf(STATES), "State."),
    maybe("recipient", Kind::Text, "Part of the address or folder."),
    maybe("report", Kind::Text, "Name of the report."),
    maybe("run", Kind::Number, "Final run."),
    PAGE_LIMIT,
    PAGE_AFTER,
];
const LAYOUTS_QUERY: &[Field] = &[maybe("report", Kind::Text, "Name of the report."), PAGE_LIMIT, PAGE_AFTER];

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/dispatches", READ, list),
        "dispatches_list",
        "What left the house, the latest first.",
        Answer::Page(&DISPATCH),
    )
    .query(QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/dispatches", SEND, send),
        "dispatches_send",
        "Sends a report by mail or into the folder of the house.",
        Answer::Record(&SENT),
    )
    .request(Request::Record(&NEW_DISPATCH)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/dispatches/{dispatch}", READ, one),
        "dispatches_get",
        "One dispatch.",
        Answer::Record(&DISPATCH),
    ),
    Operation::new(
        Route::api(Method::Post, "/api/v1/dispatches/{dispatch}/retry", SEND, retry),
        "dispatches_retry",
        "Tries a dispatch that failed once more, with the bytes that were kept.",
        Answer::Record(&DISPATCH),
    )
    .request(Request::Record(&RETRY)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/layouts", Access::Allowed(Permission::Read), layouts_list),
        "layouts_list",
        "Insurers' layouts.",
        Answer::Page(&LAYOUT),
    )
    .query(LAYOUTS_QUERY),
    Operation::new(
        Route::api(
            Method::Get,
            "/api/v1/layouts/{insurer}/{name}",
            Access::Allowed(Permission::Read),
            layout_get,
        ),
        "layouts_get",
        "One layout with its file.",
        Answer::Record(&LAYOUT_WHOLE),
    )
    .versioned(),
    Operation::new(
        Route::api(Method::Put, "/api/v1/layouts/{insurer}/{name}", MANAGE, layout_put),
        "layouts_put",
        "Keeps a layout; `If-Match: *` puts it whatever is there.",
        Answer::Record(&LAYOUT_WHOLE),
    )
    .request(Request::Record(&LAYOUT_FILE))
    .versioned(),
    Operation::new(
        Route::api(Method::Delete, "/api/v1/layouts/{insurer}/{name}", MANAGE, layout_remove),
        "layouts_remove",
        "Deletes a layout.",
        Answer::Record(&DONE),
    ),
];

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, QUERY)?;
    super::lists::one_of(&call, "state", STATES)?;
    let text = |name: &str| call.query(name).map(str::to_owned);
    let run = text("run").map(|run| run.parse().map_err(|_| wrong("run"))).transpose()?;
    let filter = DispatchFilter {
        state: text("state"),
        recipient: text("recipient"),
        report: text("report"),
        run_id: run,
        limit: LISTED,
        ..DispatchFilter::default()
    };
    let rows = dispatch::list(&mut call.session(), &filter)?;
    answered(&call, rows.iter().map(dispatch::json_of).collect(), &DISPATCH, "dispatch")
}

fn one(call: Call) -> Result<Reply, Problem> {
    only(&call, &[])?;
    Ok(Reply::json(dispatch::json_of(&dispatch::get(&mut call.session(), number(&call)?)?)))
}

fn retry(call: Call) -> Result<Reply, Problem> {
    let even_if_unknown = flag(sent(&call, &RETRY)?, "even_if_unknown").unwrap_or(false);
    let mut session = call.session();
    let sending = Sending::in_force(&mut session)?;
    let row = dispatch::retry(&mut session, number(&call)?, &sending, even_if_unknown)?;
    Ok(Reply::json(dispatch::json_of(&row)))
}

fn send(call: Call) -> Result<Reply, Problem> {
    let asked = sent(&call, &NEW_DISPATCH)?;
    let definition = documents::find(text(asked, "report").unwrap_or_default())?;
    definition.access.admit(&call.caller)?;
    let words = text(asked, "language").map_or(call.words, Words::of);
    let empty = serde_json::Map::new();
    let parameters = asked.get("parameters").and_then(Value::as_object).unwrap_or(&empty);
    let mut given = Vec::new();
    for (name, value) in parameters {
        given.push((name.as_str(), value.as_str().ok_or_else(|| wrong("parameters"))?));
    }
    let request = ReportRequest::new(definition, call.words, given)?;
    let mut session = call.session();
    let writing = match text(asked, "layout") {
        Some(layout) => Writing::Layout(layouts::kept(&mut session, layout).map_err(first)?),
        None => Writing::Format(text(asked, "format").and_then(Format::parse).unwrap_or(Format::Pdf)),
    };
    let sending = Sending::in_force(&mut session)?;
    let mut ways: Vec<Way> = texts(asked, "to").unwrap_or_default().into_iter().map(Way::Mail).collect();
    if flag(asked, "folder") == Some(true) {
        ways.push(Way::Folder(sending.folder()?.to_owned()));
    }
    let mut making = Making::of_call(&call, &mut session, words, &request);
    let document = Document::new(&mut making, &writing, text(asked, "message")).map_err(first)?;
    let again = flag(asked, "again").unwrap_or(false);
    let rows = dispatch::send(&mut session, &document, &ways, &sending, again)?;
    let lines: Vec<Value> = rows.iter().map(dispatch::json_of).collect();
    Ok(Reply::json(json!({ "dispatches": lines })))
}

fn layouts_list(call: Call) -> Result<Reply, Problem> {
    only(&call, LAYOUTS_QUERY)?;
    let rows = layouts::list(&mut call.session(), call.query("report"))?;
    answered(&call, rows.iter().map(layouts::json_of).collect(), &LAYOUT, "layout")
}

fn layout_get(call: Call) -> Result<Reply, Problem> {
    only(&call, &[])?;
    whole(&call)
}

fn layout_put(call: Call) -> Result<Reply, Problem> {
    let seen = version_seen(&call)?;
    let asked = sent(&call, &LAYOUT_FILE)?;
    let (insurer, name) = (call.path("insurer"), call.path("name"));
    let mut session = call.session();
    if seen != "*" {
        session.precondition = Some(layouts::unchanged(insurer, name, &seen));
    }
    let file = text(asked, "file").unwrap_or_default();
    layouts::put(&mut session, insurer, name, &format!("{name}.toml"), file).map_err(first)?;
    whole(&call)
}

fn layout_remove(call: Call) -> Result<Reply, Problem> {
    let layout = reference(&call);
    layouts::remove(&mut call.session(), &layout)?;
    Ok(Reply::json(json!({ "result": { "layout": layout, "removed": true } })))
}

fn whole(call: &Call) -> Result<Reply, Problem> {
    let row = layouts::get(&mut call.session(), &reference(call))?;
    let body = json!({ "layout": layouts::reference(&row), "report": row.report, "file": row.content });
    Ok(versioned(body, layouts::version(&row)))
}

fn reference(call: &Call) -> String {
    format!("{}/{}", call.path("insurer"), call.path("name"))
}

fn number(call: &Call) -> Result<i64, Problem> {
    let text = call.path("dispatch");
    text.parse().map_err(|_| Problem::usage("dispatch-not-found").with("dispatch", text))
}

/// The first of its problems.
pub(super) fn first(refusal: Refusal) -> Problem {
    refusal.problems.into_iter().next().unwrap_or_else(|| Problem::unavailable("server-failed"))
}
