//! One report: what it asks for, how it looks, its files.

use super::asked::{Asked, Made};
use super::{send, shown};
use crate::access::roles::Permission;
use crate::dispatch::Writing;
use crate::documents::{self, Format, Making, Parameter, ParameterKind, ReportRequest};
use crate::import::Refusal;
use crate::layouts;
use crate::messages::Messages;
use crate::serve::{Call, Job, Page, Reply, http_status};
use crate::web::parts::{Field, form, problem_box, segment};
use crate::web::progress::working;
use maud::{Markup, html};
use obligo_rules::problem::Problem;

/// `/reports/{report}`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let asked = Asked::of(&call)?;
    match asked.make(&call) {
        Ok(Made::Ready(report)) => {
            let shown = html! { (files(&call, &asked)?) (shown::report(asked.words, &report)?) (send::card(&call, &asked)?) };
            Ok(Reply::Page(draw(&call, &asked, &shown)?))
        }
        Ok(Made::Working(job)) => Ok(at_work(&call, &job)),
        // Nobody has said yet what it is to show.
        Err(problem) if asked.is_bare && problem.code == "report-parameter-missing" => {
            Ok(Reply::Page(draw(&call, &asked, &Markup::default())?))
        }
        Err(problem) => {
            let page = draw(&call, &asked, &problem_box(call.words, &problem))?;
            Ok(Reply::Page(page.with_status(http_status(&problem))))
        }
    }
}

/// Records what the letter says, then shows it.
pub fn record(call: Call) -> Result<Reply, Problem> {
    let asked = Asked::of(&call)?;
    let given = call.fields().filter(|(name, _)| *name != "language");
    let request = ReportRequest::new(asked.definition, call.words, given)?;
    let recorded = recorded(&call, &asked, &request);
    match recorded {
        Ok(()) => {
            Ok(Reply::See(format!("/reports/{}?{}&done=done-saved", asked.definition.name, query(&request))))
        }
        Err(refusal) => {
            let status = refusal.problems.first().map_or(422, http_status);
            let told = html! { @for problem in &refusal.problems { (problem_box(call.words, problem)) } };
            let asked = Asked { request: Ok(request), ..asked };
            Ok(Reply::Page(draw(&call, &asked, &told)?.with_status(status)))
        }
    }
}

/// The query of the letter, without what was only to be recorded.
fn query(request: &ReportRequest) -> String {
    let is_shown =
        |name: &str| request.definition.parameters.iter().any(|p| p.name == name && !p.is_recorded);
    let shown = request.values().filter(|(name, _)| is_shown(name));
    form_urlencoded::Serializer::new(String::new()).extend_pairs(shown).finish()
}

fn recorded(call: &Call, asked: &Asked, request: &ReportRequest) -> Result<(), Refusal> {
    let mut session = call.session();
    let mut making = Making::of_call(call, &mut session, asked.words, request);
    documents::record(&mut making)
}

/// `/reports/{report}/download`: the report as a file.
pub fn download(call: Call) -> Result<Reply, Problem> {
    let asked = Asked::of(&call)?;
    let layout = call.query("layout").map(|layout| layouts::kept(&mut call.session(), layout)).transpose();
    let layout = layout.map_err(|refusal| {
        refusal.problems.into_iter().next().unwrap_or_else(|| Problem::unavailable("server-failed"))
    })?;
    if let Some(layout) = layout {
        let request = asked.request.clone()?;
        return match asked.make(&call)? {
            Made::Ready(report) => {
                let (name, media_type, body) =
                    Writing::Layout(layout).file(&request, asked.words, &report)?;
                Ok(Reply::download(media_type, name, body))
            }
            Made::Working(job) => Ok(at_work(&call, &job)),
        };
    }
    let format = call.query("format").unwrap_or("");
    let format = Format::parse(format).ok_or_else(|| {
        let known: Vec<&str> = asked.definition.formats.iter().map(|format| format.code()).collect();
        Problem::usage("report-format-missing").with("known", known.join(", "))
    })?;
    asked.definition.offers(format)?;
    let file_name = asked.request.clone()?.file_name(format);
    match asked.make(&call)? {
        Made::Ready(report) => {
            let mut body = Vec::new();
            documents::write(&report, format, call.query("part"), asked.words, &mut body)?;
            Ok(Reply::download(format.media_type(), file_name, body))
        }
        Made::Working(job) => Ok(at_work(&call, &job)),
    }
}

fn at_work(call: &Call, job: &Job) -> Reply {
    let title = call.words.text("report-working");
    Reply::page("reports", title.clone(), working(call.words, &title, job))
}

fn draw(call: &Call, asked: &Asked, below: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let name = asked.definition.name;
    let title = words.text(&format!("report-{name}"));
    let body = html! {
        p.trail { a href="/reports" { (words.text("nav-reports")) } }
        h1 { (title) }
        p.quiet { (words.text(&format!("report-about-{name}"))) }
        (parameters(call, asked)?)
        (recording(call, asked)?)
        (below)
    };
    Ok(Page::new("reports", title, body))
}

/// The form of what is recorded first, where a letter does that and the caller may; it is of what the letter is about.
fn recording(call: &Call, asked: &Asked) -> Result<Markup, Problem> {
    let words = call.words;
    let parameters = asked.definition.parameters;
    let about = |name: &str| call.field(name).or_else(|| call.query(name)).unwrap_or("").to_owned();
    let is_whole = || parameters.iter().all(|p| p.is_recorded || !about(p.name).is_empty());
    if asked.definition.record.is_none() || !call.caller.may_for_group(Permission::Record) || !is_whole() {
        return Ok(Markup::default());
    }
    let (recorded, shown): (Vec<&Parameter>, Vec<&Parameter>) =
        parameters.iter().partition(|p| p.is_recorded);
    let mut fields = Vec::new();
    for parameter in recorded {
        fields.push(field(call, parameter)?);
    }
    let inputs = html! {
        @for parameter in shown { input type="hidden" name=(parameter.name) value=(about(parameter.name)); }
        div.columns { @for field in &fields { (field) } }
        button.primary type="submit" { (words.text("report-record")) }
    };
    Ok(html! {
        section.card.no-print {
            h2 { (words.text("report-record-heading")) }
            p { (words.text("report-record-what")) }
            (form(&call.caller, &format!("/reports/{}", asked.definition.name), &inputs))
        }
    })
}

/// The form of what it is to show.
fn parameters(call: &Call, asked: &Asked) -> Result<Markup, Problem> {
    let words = call.words;
    let mut fields = Vec::new();
    for parameter in asked.definition.parameters.iter().filter(|parameter| !parameter.is_recorded) {
        fields.push(field(call, parameter)?);
    }
    let languages: Vec<(String, String)> = Messages::languages()
        .map(|tag| (tag.to_owned(), words.text(&format!("settings-language-{tag}"))))
        .collect();
    let inputs = html! {
        div.columns {
            @for field in &fields { (field) }
            (Field::new("language", &words.text("report-language"), asked.words.language()).select(&languages))
        }
    };
    let address = format!("/reports/{}", asked.definition.name);
    Ok(html! {
        section.card.no-print {
            h2 { (words.text("report-parameters")) }
            form method="get" action=(address) {
                (inputs)
                button.primary type="submit" { (words.text("report-show")) }
            }
        }
    })
}

fn field(call: &Call, parameter: &Parameter) -> Result<Markup, Problem> {
    let words = call.words;
    let name = parameter.name;
    let given = call.field(name).or_else(|| call.query(name)).unwrap_or("").to_owned();
    let label = words.text(&format!("report-field-{}", name.replace('_', "-")));
    let field = |value: &str, draw: &dyn Fn(&Field<'_>) -> Markup| {
        let field = Field::new(name, &label, value);
        draw(&if parameter.is_required { field.required() } else { field })
    };
    let chosen = |choices: Vec<(String, String)>| {
        let none = (String::new(), "–".to_owned());
        let choices: Vec<_> =
            std::iter::once(none).filter(|_| !parameter.is_required).chain(choices).collect();
        field(&given, &|field| field.select(&choices))
    };
    Ok(match parameter.kind {
        ParameterKind::Text | ParameterKind::Company => field(&given, &|field| field.text("text")),
        ParameterKind::Run | ParameterKind::Number => field(&given, &|field| field.text("number")),
        ParameterKind::Account => field(&given, &|field| field.lookup("/lookup/buyers")),
        ParameterKind::Amount => field(&given, &|field| field.amount(words)),
        ParameterKind::Flag => field(&given, &|field| field.check()),
        ParameterKind::Day => {
            let iso = words.parse_date(&given).map_or_else(|| given.clone(), |day| day.to_string());
            field(&iso, &|field| field.date())
        }
        ParameterKind::OneOf(known) => chosen(
            known
                .iter()
                .map(|value| {
                    ((*value).to_owned(), words.text(&format!("report-choice-{}", value.replace('_', "-"))))
                })
                .collect(),
        ),
        ParameterKind::Policy => {
            let (portfolio, _) = call.portfolio()?;
            let policies = portfolio.snapshot.policies.iter();
            chosen(
                policies
                    .map(|(code, policy)| (code.clone(), format!("{code} {}", policy.policy.name)))
                    .collect(),
            )
        }
    })
}

/// The ways to its files.
fn files(call: &Call, asked: &Asked) -> Result<Markup, Problem> {
    let words = call.words;
    let (name, query) = (asked.definition.name, asked.query());
    let layouts = layouts::list(&mut call.session(), Some(name))?;
    Ok(html! {
        div.tools.no-print role="group" aria-label=(words.text("report-files")) {
            @for format in asked.definition.formats {
                @let code = format.code().to_uppercase();
                a.button href=(format!("/reports/{name}/download?{query}&format={}", format.code()))
                    aria-label=(words.with("report-open", &[("format", code.clone())])) { (code) }
            }
            @for layout in layouts.iter().map(layouts::reference) {
                a.button href=(format!("/reports/{name}/download?{query}&layout={}", segment(&layout))) { (layout) }
            }
        }
    })
}
