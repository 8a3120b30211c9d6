//! Reports: what there is, and each as a file.

use super::dispatches::first;
use super::lists::{PAGE_QUERY, answered, one_of, only};
use super::operation::{Answer, Field, Kind, Operation, Schema, field, maybe};
use crate::access::roles::Permission;
use crate::dispatch::Writing;
use crate::documents::{self, Format, Making, ParameterKind, REPORTS, ReportRequest};
use crate::layouts;
use crate::serve::{Access, Call, Method, Reply, Route};
use crate::words::Words;
use obligo_rules::problem::Problem;
use serde_json::{Value, json};
use std::sync::LazyLock;

const READ: Access = Access::Allowed(Permission::Read);

const REPORT: Schema = Schema {
    name: "Report",
    fields: &[
        field("name", Kind::Text, "Name in addresses."),
        field("title", Kind::Text, "What it is called."),
        field("about", Kind::Text, "What it shows."),
        field("audience", Kind::OneOf(&["insurer", "control", "buyer", "management"]), "For whom."),
        field("parameters", Kind::Texts, "Query parameters it takes."),
        field("required", Kind::Texts, "Those it needs in any case."),
        field("formats", Kind::Texts, "What it can be written as."),
    ],
};

/// How a report is written, beside what it shows.
const HOW: &[Field] = &[
    maybe(
        "format",
        Kind::OneOf(&["pdf", "xlsx", "csv", "json", "svg"]),
        "What it is written as; JSON unless told.",
    ),
    maybe("layout", Kind::Text, "An insurer's layout instead of a format: INSURER/NAME."),
    maybe("part", Kind::Text, "For CSV which table, for SVG which picture; the first unless told."),
    maybe(
        "language",
        Kind::OneOf(&["en", "de", "fr", "sv"]),
        "Its language; that of the request unless told.",
    ),
];

/// How a report is written, and every parameter a report takes.
static QUERY: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let mut all = HOW.to_vec();
    for parameter in REPORTS.iter().flat_map(|definition| definition.parameters) {
        if !all.iter().any(|field| field.name == parameter.name) {
            all.push(maybe(parameter.name, kind(parameter.kind), parameter.about));
        }
    }
    all
});

/// The operations.
pub static OPERATIONS: LazyLock<[Operation; 2]> = LazyLock::new(|| {
    [
        Operation::new(
            Route::api(Method::Get, "/api/v1/reports", READ, list),
            "reports_list",
            "The reports there are.",
            Answer::Page(&REPORT),
        )
        .query(PAGE_QUERY),
        Operation::new(
            Route::api(Method::Get, "/api/v1/reports/{report}", READ, one),
            "reports_get",
            "A report as a file.",
            Answer::Files(&[
                "application/json",
                "application/pdf",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "text/csv",
                "image/svg+xml",
            ]),
        )
        .query(&QUERY),
    ]
});

fn kind(kind: ParameterKind) -> Kind {
    match kind {
        ParameterKind::Text | ParameterKind::Policy | ParameterKind::Company | ParameterKind::Account => {
            Kind::Text
        }
        ParameterKind::Run | ParameterKind::Number => Kind::Number,
        ParameterKind::Day => Kind::Date,
        ParameterKind::Amount => Kind::Amount,
        ParameterKind::Flag => Kind::Flag,
        ParameterKind::OneOf(known) => Kind::OneOf(known),
    }
}

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let for_caller = REPORTS.iter().filter(|definition| definition.access.admit(&call.caller).is_ok());
    let line = |definition: &documents::Definition| {
        let names = |required: bool| -> Vec<&str> {
            let of = definition.parameters.iter().filter(|parameter| parameter.is_required || !required);
            of.map(|parameter| parameter.name).collect()
        };
        let formats: Vec<&str> = definition.formats.iter().map(|format| format.code()).collect();
        json!({
            "name": definition.name,
            "title": call.words.text(&format!("report-{}", definition.name)),
            "about": call.words.text(&format!("report-about-{}", definition.name)),
            "audience": definition.audience.code(),
            "parameters": names(false),
            "required": names(true),
            "formats": formats,
        })
    };
    let all: Vec<Value> = for_caller.map(line).collect();
    answered(&call, all, &REPORT, "name")
}

fn one(call: Call) -> Result<Reply, Problem> {
    let definition = documents::find(call.path("report"))?;
    definition.access.admit(&call.caller)?;
    one_of(&call, "format", &Format::ALL.map(Format::code))?;
    let format = call.query("format").and_then(Format::parse).unwrap_or(Format::Json);
    definition.offers(format)?;
    let words = call.query("language").map_or(call.words, Words::of);
    let is_how = |name: &str| HOW.iter().any(|field| field.name == name);
    let given = call.query_fields().iter().filter(|(name, _)| !is_how(name));
    let given = given.map(|(name, value)| (name.as_str(), value.as_str()));
    let request = ReportRequest::new(definition, call.words, given)?;
    let mut session = call.session();
    let mut making = Making::of_call(&call, &mut session, words, &request);
    let report = documents::make(&mut making)?;
    if let Some(layout) = call.query("layout") {
        let layout = Writing::Layout(layouts::kept(&mut session, layout).map_err(first)?);
        let (name, media_type, body) = layout.file(&request, words, &report)?;
        return Ok(Reply::download(media_type, name, body));
    }
    let mut body = Vec::new();
    documents::write(&report, format, call.query("part"), words, &mut body)?;
    Ok(Reply::download(format.media_type(), request.file_name(format), body))
}
