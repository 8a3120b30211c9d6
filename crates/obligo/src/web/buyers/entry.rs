//! Forms that enter a record: their fields by column of the interchange contract, what was typed, and what a refusal shows.

use super::page::View;
use crate::buyer_names::{field_message, field_value, known_field};
use crate::buyer_trail::FieldValues;
use crate::import::{ImportReport, Refusal};
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Column, Field, buyer_address, form, table};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::{Problem, ProblemKind};

/// How a column is typed.
#[derive(Clone, Copy, Debug)]
pub enum Input {
    /// A line of text.
    Text,
    /// Several lines.
    Area,
    /// An amount.
    Amount,
    /// A date.
    Date,
    /// A box to tick.
    Check,
    /// One of several, given when the form is drawn.
    Select,
    /// A look-up with its address.
    Lookup(&'static str),
}

/// A column of a form.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Name of the column and the field.
    pub column: &'static str,
    /// How it is typed.
    pub input: Input,
    /// Whether it must be filled in.
    pub is_required: bool,
    /// Message under it; may be empty.
    pub hint: &'static str,
}

impl Entry {
    /// A column that may stay empty.
    pub const fn new(column: &'static str, input: Input) -> Entry {
        Entry { column, input, is_required: false, hint: "" }
    }

    /// The same, to be filled in.
    pub const fn required(self) -> Entry {
        Entry { is_required: true, ..self }
    }

    /// The same, with a hint.
    pub const fn hint(self, hint: &'static str) -> Entry {
        Entry { hint, ..self }
    }
}

/// What was typed, as files have it; what cannot be read stays as typed, for the import to refuse with its text.
pub fn typed(call: &Call, entries: &[Entry]) -> FieldValues {
    let value = |entry: &Entry| {
        let text = call.field(entry.column).unwrap_or("");
        let read = match entry.input {
            Input::Amount => call.words.parse_amount(text),
            Input::Date => call.words.parse_date(text).map(|day| day.to_string()),
            _ => None,
        };
        read.unwrap_or_else(|| text.to_owned())
    };
    entries.iter().map(|entry| (entry.column, value(entry))).collect()
}

/// The value of a column.
pub fn value_of<'v>(values: &'v FieldValues, column: &str) -> &'v str {
    values.iter().find(|(name, _)| *name == column).map_or("", |(_, value)| value.as_str())
}

/// The fields of a form with their values. `choices` gives a select its pairs of value and text.
pub fn inputs(
    words: &Words,
    entries: &[Entry],
    values: &FieldValues,
    choices: &dyn Fn(&str) -> Vec<(String, String)>,
) -> Markup {
    html! {
        div.columns {
            @for entry in entries { (input(words, entry, value_of(values, entry.column), choices)) }
        }
    }
}

fn input(
    words: &Words,
    entry: &Entry,
    value: &str,
    choices: &dyn Fn(&str) -> Vec<(String, String)>,
) -> Markup {
    let label = words.text(field_message(entry.column));
    let hint = if entry.hint.is_empty() { String::new() } else { words.text(entry.hint) };
    let field = Field { required: entry.is_required, ..Field::new(entry.column, &label, value).hint(&hint) };
    match entry.input {
        Input::Text => field.text("text"),
        Input::Area => field.area(3),
        Input::Amount => field.amount(words),
        Input::Date => field.date(),
        Input::Check => field.check(),
        Input::Select => field.select(&choices(entry.column)),
        Input::Lookup(source) => field.lookup(source),
    }
}

/// A page with a form about a buyer, what was told before above it. `title` is a message, `name` the last part of its address; a
/// form that changes nothing on record has no version.
pub fn form_of(
    view: &View<'_>,
    (title, name): (&str, &str),
    version: &str,
    inputs: &Markup,
    above: &Markup,
) -> Page {
    let words = view.words;
    let title = words.text(title);
    let fields = html! {
        @if !version.is_empty() { input type="hidden" name="version" value=(version); }
        (inputs)
        (why_and_save(view.call))
    };
    let body = html! {
        p.trail { a href="/buyers" { (words.text("nav-buyers")) } " / " a href=(buyer_address(&view.account)) { (view.buyer.name) " " (view.account) } }
        h1 { (title) }
        (above)
        section.card { (form(&view.call.caller, &view.address(name), &fields)) }
    };
    Page::new("buyers", title, body)
}

/// What every such form ends with.
pub fn why_and_save(call: &Call) -> Markup {
    html! {
        (Field::new("why", &call.words.text("limits-why"), call.field("why").unwrap_or("")).text("text"))
        button.primary type="submit" { (call.words.text("limits-save")) }
    }
}

/// An empty choice before the others.
pub fn or_none(words: &Words, choices: Vec<(String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), words.text("limits-empty-choice"))).chain(choices).collect()
}

/// The problems of a refusal above its form, each with the field it is about.
pub fn refused(words: &Words, refusal: &Refusal) -> Markup {
    html! {
        @for problem in &refusal.problems {
            @let field = problem.place.column.as_deref().and_then(known_field);
            @let (text, remedy) = words.problem(problem);
            div.notice.bad role="alert" {
                p { strong { @if let Some(field) = field { (words.text(field)) ": " } (text) } }
                @if let Some(remedy) = remedy { p { (remedy) } }
            }
        }
    }
}

/// The page with the status of its refusal. What is wrong with the store or the caller is no matter of the form.
pub fn answer(refusal: &Refusal, page: Result<Page, Problem>) -> Result<Reply, Problem> {
    let first = refusal.problems.first();
    if let Some(problem) = first.filter(|problem| problem.kind == ProblemKind::Unavailable) {
        return Err(problem.clone());
    }
    Ok(Reply::Page(page?.with_status(first.map_or(422, http_status))))
}

/// Whether a refusal says that somebody changed the record meanwhile.
pub fn is_changed_meanwhile(refusal: &Refusal) -> bool {
    refusal.problems.iter().any(|problem| problem.code == "record-changed")
}

/// What the record says now beside what was typed, where they differ.
pub fn beside(words: &Words, now: &FieldValues, typed: &FieldValues) -> Markup {
    let rows: Vec<Markup> = typed
        .iter()
        .filter(|(column, value)| value_of(now, column) != value)
        .map(|(column, value)| {
            html! {
                td { (words.text(field_message(column))) }
                td { (field_value(words, "", column, value_of(now, column))) }
                td { (field_value(words, "", column, value)) }
            }
        })
        .collect();
    let title = words.text("entry-beside");
    let columns = ["col-what", "entry-now", "entry-typed"].map(|id| Column::text(words.text(id)));
    html! {
        section.card {
            h2 { (title) }
            (table(&title, &columns, &rows, &Markup::default(), &words.text("entry-no-difference")))
        }
    }
}

/// Goes back to where the effect is seen; warnings are told first.
pub fn done(call: &Call, report: &ImportReport, address: &str) -> Reply {
    if report.warnings.is_empty() {
        return Reply::See(format!("{address}?done=done-saved"));
    }
    let words = call.words;
    let title = words.text("done-saved");
    let body = html! {
        h1 { (title) }
        @for warning in &report.warnings {
            @let (text, remedy) = words.problem(warning);
            div.notice.warn role="status" { p { (text) } @if let Some(remedy) = remedy { p { (remedy) } } }
        }
        p { a.button.primary href=(address) { (words.text("entry-on")) } }
    };
    Reply::page("buyers", title, body)
}
