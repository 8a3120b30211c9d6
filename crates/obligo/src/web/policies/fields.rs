//! The fields of the form: each with its clause beside it, its hint, and what is wrong with it.

use super::names::{choice, default, help, label, said, yes_or_no};
use super::typed::{Now, Typed, cell_name, clause_name};
use crate::web::parts::Field as Input;
use crate::words::Words;
use maud::{Markup, html};
use obligo_formats::policy_file::form::{Field, Held, Holds, Row};
use std::collections::BTreeMap;

/// What is wrong, by the name of the input.
pub type Wrong = BTreeMap<String, String>;

/// What the fields are drawn from.
pub struct Fields<'f> {
    pub words: &'static Words,
    pub typed: &'f Typed,
    pub now: &'f Now,
    pub wrong: &'f Wrong,
}

impl Fields<'_> {
    /// A key with its clause.
    pub fn field(&self, field: &Field) -> Markup {
        let path = field.path();
        let is_wide = matches!(field.holds, Holds::Rows(_) | Holds::ByCountry(_) | Holds::Part);
        html! {
            div.term.wide[is_wide] {
                (self.input(field, &path))
                (self.clause(field, &path))
            }
        }
    }

    fn clause(&self, field: &Field, path: &str) -> Markup {
        let (words, name) = (self.words, clause_name(path));
        let of = words.with("policies-form-clause-of", &[("term", label(words, field.key))]);
        let id = format!("field-{name}");
        let wrong = self.wrong_at(&name);
        html! {
            div.field {
                label for=(id) { (words.text("policies-form-clause")) " " span.hidden { (of) } }
                input id=(id) type="text" name=(name) value=(self.typed.clause(path)) aria-invalid=[(!wrong.is_empty()).then_some("true")];
                @if !wrong.is_empty() { small.bad-text { strong { (wrong) } } }
            }
        }
    }

    fn input(&self, field: &Field, path: &str) -> Markup {
        let words = self.words;
        let (name, hint, wrong) = (label(words, field.key), self.hint(field, path), self.wrong_at(path));
        match (field.holds, self.typed.held(path)) {
            (Holds::Rows(cells) | Holds::ByCountry(cells), Some(Held::Rows(rows))) => {
                let list = List { path, cells, rows, room: room(path, rows.len()) };
                self.around(path, &name, &hint, &self.rows(&list))
            }
            (Holds::Choices(choices), Some(Held::Many(ticked))) => {
                self.around(path, &name, &hint, &self.ticks(path, field.key, choices, ticked))
            }
            _ => {
                let input = Input::new(path, &name, self.typed.one(path)).hint(&hint).wrong(wrong);
                let input = if field.is_required { input.required() } else { input };
                self.single(field, input)
            }
        }
    }

    /// An input with one value.
    fn single(&self, field: &Field, input: Input<'_>) -> Markup {
        match field.holds {
            Holds::Date => input.date(),
            Holds::Number { .. } => input.text("number"),
            // What was typed is shown as it was typed, what stands there is written by the language already.
            Holds::Amount { .. } | Holds::Percent => input.amount(self.words),
            Holds::Flag | Holds::Choice(_) => input.select(&self.options(field)),
            Holds::Part => input.area(6),
            _ => input.text("text"),
        }
    }

    /// The choices of a field; the first is silence, if the file may be silent.
    fn options(&self, field: &Field) -> Vec<(String, String)> {
        let words = self.words;
        let silent = match default(words, field) {
            Some(value) => words.with("policies-form-default", &[("value", value)]),
            None => "–".to_owned(),
        };
        let mut options = vec![(String::new(), silent)];
        match field.holds {
            Holds::Flag => {
                options.extend(["true", "false"].map(|flag| (flag.to_owned(), yes_or_no(words, flag))));
            }
            Holds::Choice(choices) => {
                options.extend(
                    choices.iter().map(|value| ((*value).to_owned(), choice(words, field.key, value))),
                );
            }
            _ => {}
        }
        options
    }

    /// Boxes to tick, several of which send the same name.
    fn ticks(&self, name: &str, key: &str, choices: &[&str], ticked: &[String]) -> Markup {
        html! {
            input type="hidden" name=(name) value="";
            @for value in choices {
                @let id = format!("field-{name}-{value}");
                div.field.check {
                    input id=(id) type="checkbox" name=(name) value=(value) checked[ticked.iter().any(|t| t == value)];
                    label for=(id) { (choice(self.words, key, value)) }
                }
            }
        }
    }

    /// A group of inputs under one name.
    fn around(&self, path: &str, name: &str, hint: &str, inputs: &Markup) -> Markup {
        let wrong = self.wrong_at(path);
        html! {
            fieldset.plain id=(format!("field-{path}")) tabindex="-1" {
                legend { (name) }
                @if !hint.is_empty() { small.quiet { (hint) } }
                @if !wrong.is_empty() { small.bad-text { strong { (wrong) } } }
                (inputs)
            }
        }
    }

    fn rows(&self, list: &List<'_>) -> Markup {
        let words = self.words;
        html! {
            input type="hidden" name=(list.path) value="";
            div.rows {
                @for number in 1..=list.rows.len() + list.room {
                    div.row role="group" aria-label=(words.with("policies-form-row", &[("row", words.number(&number.to_string()))])) {
                        @for cell in list.cells { (self.cell(list, number, cell)) }
                    }
                }
            }
        }
    }

    fn cell(&self, list: &List<'_>, number: usize, cell: &Field) -> Markup {
        let words = self.words;
        let name = cell_name(list.path, number, cell.key);
        let (label, hint) = (label(words, cell.key), cell_hint(words, cell));
        let held = list.rows.get(number - 1).and_then(|row| row.get(cell.key));
        match (cell.holds, held) {
            (Holds::Choices(choices), held) => {
                let ticked: &[String] = match held {
                    Some(Held::Many(all)) => all,
                    _ => &[],
                };
                self.around(&name, &label, &hint, &self.ticks(&name, cell.key, choices, ticked))
            }
            (_, held) => {
                let value = match held {
                    Some(Held::One(text)) => text.as_str(),
                    _ => "",
                };
                self.single(cell, Input::new(&name, &label, value).hint(&hint).wrong(self.wrong_at(&name)))
            }
        }
    }

    fn wrong_at(&self, name: &str) -> &str {
        self.wrong.get(name).map_or("", String::as_str)
    }

    /// What the field means, its range, and what stands there now if somebody else changed it too.
    fn hint(&self, field: &Field, path: &str) -> String {
        let words = self.words;
        let mut hint = vec![help(words, field.key)];
        if let Holds::Number { least, most } = field.holds {
            hint.push(range(words, least, most));
        }
        if matches!(field.holds, Holds::Percent) {
            hint.push(range(words, 0, 100));
        }
        if let Some(now) = self.now.get(path) {
            let said = said(words, field, now).join("; ");
            let value = if now.is_empty() { words.text("policies-form-nothing") } else { said };
            hint.push(words.with("policies-form-now", &[("value", value)]));
        }
        hint.retain(|part| !part.is_empty());
        hint.join(" ")
    }
}

/// A list of rows in drawing.
struct List<'l> {
    path: &'l str,
    cells: &'static [Field],
    rows: &'l [Row],
    /// Empty rows at its end.
    room: usize,
}

/// Payment experience has three categories at most (R2.4); elsewhere one more can be added at a time.
fn room(path: &str, rows: usize) -> usize {
    if path == "unnamed.experience" { 3_usize.saturating_sub(rows) } else { 1 }
}

/// What a cell means where its name does not say it.
fn cell_hint(words: &Words, cell: &Field) -> String {
    match cell.holds {
        Holds::Codes => help(words, cell.key),
        _ => String::new(),
    }
}

fn range(words: &Words, least: u32, most: u32) -> String {
    let number = |n: u32| words.number(&n.to_string());
    words.with("policies-form-range", &[("least", number(least)), ("most", number(most))])
}
