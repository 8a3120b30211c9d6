//! The terms of a policy section by section: what the file says, what counts where it is silent, and the clauses.

use super::names::{default, heading, heading_help, label, said};
use crate::web::parts::{Column, table};
use crate::words::Words;
use maud::{Markup, html};
use obligo_formats::policy_file::form::{FIELDS, Field, Form};

/// The sections in the order of the manual.
pub fn headings() -> Vec<&'static str> {
    let mut headings: Vec<&str> = FIELDS.iter().map(Field::heading).collect();
    headings.dedup();
    headings
}

/// The terms, section by section; sections that say nothing are left out.
pub fn terms(words: &Words, form: &Form) -> Markup {
    html! { @for section in headings() { (one_section(words, section, form)) } }
}

fn one_section(words: &Words, section: &str, form: &Form) -> Markup {
    let rows: Vec<Markup> = FIELDS
        .iter()
        .filter(|field| field.heading() == section)
        .filter_map(|field| row(words, field, form))
        .collect();
    if rows.is_empty() {
        return Markup::default();
    }
    let title = heading(words, section);
    let columns = [
        Column::text(words.text("policies-key")),
        Column::text(words.text("policies-value")),
        Column::text(words.text("policies-clause")),
    ];
    let help = heading_help(words, section);
    html! {
        h3 { (title) }
        @if !help.is_empty() { p.quiet { (help) } }
        div.termtable { (table(&title, &columns, &rows, &Markup::default(), "")) }
    }
}

fn row(words: &Words, field: &Field, form: &Form) -> Option<Markup> {
    let value = form.values.get(&field.path()).filter(|held| !held.is_empty() || !field.default.is_empty());
    let shown = if let Some(held) = value {
        let all = said(words, field, held);
        html! { @for text in &all { div { @if text.is_empty() { "–" } @else { (text) } } } }
    } else {
        let text = default(words, field)?;
        html! { span.quiet { (words.with("policies-form-default", &[("value", text)])) } }
    };
    let clause = form.clauses.get(&field.path()).map_or("", String::as_str);
    Some(html! { td { (label(words, field.key)) } td { (shown) } td { (clause) } })
}
