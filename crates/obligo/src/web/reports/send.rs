//! Sending a report: the form below it, and what becomes of it.

use super::asked::Asked;
use crate::access::roles::Permission;
use crate::dispatch::sending::Sending;
use crate::dispatch::{self, Document, Way, Writing};
use crate::documents::{self, Definition, Format, Making, ReportRequest};
use crate::import::Refusal;
use crate::layouts;
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Field, form, problem_box};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;

/// What stands before the name of a layout among the formats.
const LAYOUT: &str = "layout:";
/// Fields of the form that say how it is sent, not what.
const HOW: &[&str] = &["language", "to", "folder", "as", "message", "again"];

/// The form, for those who may send.
pub fn card(call: &Call, asked: &Asked) -> Result<Markup, Problem> {
    let Ok(request) = &asked.request else { return Ok(Markup::default()) };
    if !call.caller.may_for_group(Permission::Record) {
        return Ok(Markup::default());
    }
    fields(call, asked.definition, request, asked.words)
}

/// Sends it and shows the register.
pub fn send(call: Call) -> Result<Reply, Problem> {
    let definition = documents::find(call.path("report"))?;
    definition.access.admit(&call.caller)?;
    let given = call.fields().filter(|(name, _)| !HOW.contains(name));
    let request = ReportRequest::new(definition, call.words, given)?;
    let words = call.field("language").map_or(call.words, Words::of);
    let problems = match sent(&call, &request, words) {
        Ok(()) => return Ok(Reply::See("/dispatches?done=done-sent".to_owned())),
        Err(refusal) => refusal.problems,
    };
    let status = problems.first().map_or(422, http_status);
    let title = words.text(&format!("report-{}", definition.name));
    let body = html! {
        p.trail { a href=(format!("/reports/{}?{}", definition.name, request.query())) { (title) } }
        h1 { (title) }
        @for problem in &problems { (problem_box(call.words, problem)) }
        (fields(&call, definition, &request, words)?)
    };
    Ok(Reply::Page(Page::new("reports", title, body).with_status(status)))
}

fn sent(call: &Call, request: &ReportRequest, words: &'static Words) -> Result<(), Refusal> {
    let mut session = call.session();
    let sending = Sending::in_force(&mut session)?;
    let chosen = call.field("as").unwrap_or("pdf");
    let writing = match chosen.strip_prefix(LAYOUT) {
        Some(layout) => Writing::Layout(layouts::kept(&mut session, layout)?),
        None => Writing::Format(Format::parse(chosen).unwrap_or(Format::Pdf)),
    };
    let addresses = call.field("to").unwrap_or("").lines().map(str::trim).filter(|line| !line.is_empty());
    let mut ways: Vec<Way> = addresses.map(|address| Way::Mail(address.to_owned())).collect();
    if call.field("folder").is_some() {
        ways.push(Way::Folder(sending.folder()?.to_owned()));
    }
    let mut making = Making::of_call(call, &mut session, words, request);
    let document = Document::new(&mut making, &writing, call.field("message"))?;
    let sent = dispatch::send(&mut session, &document, &ways, &sending, call.field("again").is_some())?;
    Ok(dispatch::failed(&sent)?)
}

fn fields(
    call: &Call,
    definition: &Definition,
    request: &ReportRequest,
    words_of_report: &Words,
) -> Result<Markup, Problem> {
    let words = call.words;
    let mut session = call.session();
    let has_folder = !Sending::in_force(&mut session)?.folder.is_empty();
    let mut choices: Vec<(String, String)> = definition
        .formats
        .iter()
        .map(|format| (format.code().to_owned(), format.code().to_uppercase()))
        .collect();
    choices.extend(layouts::list(&mut session, Some(definition.name))?.iter().map(|row| {
        let name = layouts::reference(row);
        (format!("{LAYOUT}{name}"), format!("{} {name}", words.text("col-layout")))
    }));
    let typed = |name: &str| call.field(name).unwrap_or("").to_owned();
    let body = html! {
        @for (name, value) in request.values() { input type="hidden" name=(name) value=(value); }
        input type="hidden" name="language" value=(Words::language(words_of_report));
        div.columns {
            (Field::new("to", &words.text("dispatch-send-to"), &typed("to")).hint(&words.text("dispatch-send-to-hint")).area(2))
            (Field::new("as", &words.text("dispatch-send-as"), &typed("as")).select(&choices))
        }
        @if has_folder { (Field::new("folder", &words.text("dispatch-send-folder"), &typed("folder")).check()) }
        (Field::new("message", &words.text("dispatch-send-message"), &typed("message")).hint(&words.text("dispatch-send-message-hint")).area(4))
        (Field::new("again", &words.text("dispatch-send-again"), &typed("again")).check())
        button.primary type="submit" { (words.text("dispatch-send")) }
    };
    Ok(html! {
        section.card.no-print {
            h2 { (words.text("dispatch-send")) }
            (form(&call.caller, &format!("/reports/{}/send", definition.name), &body))
        }
    })
}
