//! The form as text in the reader's language: as it stands, as it was typed, and what of it is new.

use crate::serve::Call;
use crate::words::Words;
use obligo_formats::policy_file::form::{FIELDS, Field, Form, Held, Holds, Row};
use std::collections::BTreeMap;

/// More rows of one list are not read.
const ROWS_MAX: usize = 500;

/// What every field of the form shows, by the path of its key; amounts as the language writes them, codes with commas between.
#[derive(Clone, PartialEq, Debug)]
pub struct Typed {
    values: BTreeMap<String, Held>,
    clauses: BTreeMap<String, String>,
}

/// What stands now in the fields that two people changed.
pub type Now = BTreeMap<String, Held>;

/// Name of the input that holds the clause of a field.
pub fn clause_name(path: &str) -> String {
    format!("clause:{path}")
}

/// Name of the input of a cell; rows count from 1.
pub fn cell_name(path: &str, row: usize, cell: &str) -> String {
    format!("{path}[{row}].{cell}")
}

impl Typed {
    /// The form of a file, before anything is typed.
    pub fn of(words: &Words, form: &Form) -> Typed {
        let values = FIELDS.iter().map(|field| {
            let path = field.path();
            let shown = shown(words, field, form.values.get(&path));
            (path, shown)
        });
        let clauses = FIELDS.iter().map(|field| {
            let path = field.path();
            let clause = form.clauses.get(&path).cloned().unwrap_or_default();
            (path, clause)
        });
        Typed { values: values.collect(), clauses: clauses.collect() }
    }

    /// What was sent; fields that were not sent say what they `were`.
    pub fn sent(call: &Call, were: &Typed) -> Typed {
        let sent = Sent { call };
        let values = FIELDS.iter().map(|field| {
            let path = field.path();
            let value = sent.held(field, &path).or_else(|| were.values.get(&path).cloned());
            (path, value.unwrap_or_else(|| nothing(field)))
        });
        let clauses = FIELDS.iter().map(|field| {
            let path = field.path();
            let sent = sent.text(&clause_name(&path));
            let clause = sent.or_else(|| were.clauses.get(&path).cloned()).unwrap_or_default();
            (path, clause)
        });
        Typed { values: values.collect(), clauses: clauses.collect() }
    }

    /// What differs from what `was`, for the file.
    pub fn touched(&self, words: &Words, was: &Typed) -> Form {
        let is_new = |path: &String, held: &Held| was.values.get(path) != Some(held);
        let values = FIELDS.iter().filter_map(|field| {
            let path = field.path();
            let held = self.values.get(&path).filter(|held| is_new(&path, held))?;
            let plain = plain(words, field, held);
            Some((path, plain))
        });
        let clauses = self.clauses.iter().filter(|(path, text)| was.clauses.get(*path) != Some(*text));
        let clauses = clauses.map(|(path, text)| (path.clone(), text.clone()));
        Form { values: values.collect(), clauses: clauses.collect(), examples: 0 }
    }

    /// What was typed over what somebody else has written since: what was not touched follows `now`; what was touched stays. Fields that
    /// both changed come back with what they say now.
    pub fn over(self, was: &Typed, now: &Typed) -> (Typed, Now) {
        let mut both = Now::new();
        let values = self.values.into_iter().map(|(path, held)| {
            let (before, meanwhile) = (was.values.get(&path), now.values.get(&path));
            if before == Some(&held) {
                let held = meanwhile.cloned().unwrap_or(held);
                return (path, held);
            }
            if let Some(meanwhile) = meanwhile.filter(|m| before != Some(*m) && **m != held) {
                both.insert(path.clone(), meanwhile.clone());
            }
            (path, held)
        });
        let values = values.collect();
        let clauses = self.clauses.into_iter().map(|(path, text)| {
            let is_touched = was.clauses.get(&path) != Some(&text);
            let meanwhile = now.clauses.get(&path).cloned().filter(|_| !is_touched);
            (path, meanwhile.unwrap_or(text))
        });
        (Typed { values, clauses: clauses.collect() }, both)
    }

    /// What a field shows.
    pub fn held(&self, path: &str) -> Option<&Held> {
        self.values.get(path)
    }

    /// What a field with one value shows.
    pub fn one(&self, path: &str) -> &str {
        match self.values.get(path) {
            Some(Held::One(text)) => text,
            _ => "",
        }
    }

    /// Its clause.
    pub fn clause(&self, path: &str) -> &str {
        self.clauses.get(path).map_or("", String::as_str)
    }
}

/// What a form carried.
struct Sent<'c> {
    call: &'c Call,
}

impl Sent<'_> {
    /// A text as typed; `None` if the form has no such field.
    fn text(&self, name: &str) -> Option<String> {
        let sent = self.call.fields().find(|(sent, _)| *sent == name);
        sent.map(|(_, text)| text.replace('\r', "").trim().to_owned())
    }

    fn all(&self, name: &str) -> Vec<String> {
        let sent = self.call.fields().filter(|(sent, text)| *sent == name && !text.is_empty());
        sent.map(|(_, text)| text.to_owned()).collect()
    }

    fn held(&self, field: &Field, path: &str) -> Option<Held> {
        // Lists carry an empty field of their name, which says that they were drawn.
        let text = self.text(path)?;
        Some(match field.holds {
            Holds::Choices(_) => Held::Many(self.all(path)),
            Holds::Rows(cells) | Holds::ByCountry(cells) => Held::Rows(self.rows(path, cells)),
            _ => Held::One(text),
        })
    }

    fn rows(&self, path: &str, cells: &[Field]) -> Vec<Row> {
        let rows = (1..=ROWS_MAX).map_while(|number| {
            let cells = cells.iter().map(|cell| {
                let name = cell_name(path, number, cell.key);
                let held = match cell.holds {
                    Holds::Choices(_) => Some(Held::Many(self.all(&name))),
                    _ => self.text(&name).map(Held::One),
                };
                (cell.key, held)
            });
            let cells: Vec<_> = cells.collect();
            let is_there = cells.iter().any(|(_, held)| matches!(held, Some(Held::One(_))));
            is_there.then(|| cells.into_iter().filter_map(|(key, held)| Some((key, held?))).collect::<Row>())
        });
        rows.filter(|row| row.values().any(|held| !held.is_empty())).collect()
    }
}

fn nothing(field: &Field) -> Held {
    match field.holds {
        Holds::Choices(_) => Held::Many(field.default.split_whitespace().map(str::to_owned).collect()),
        Holds::Rows(_) | Holds::ByCountry(_) => Held::Rows(Vec::new()),
        _ => Held::One(String::new()),
    }
}

/// What a field shows for what the file says; choices of several show what counts where it is silent.
fn shown(words: &Words, field: &Field, held: Option<&Held>) -> Held {
    match (field.holds, held) {
        (_, None) => nothing(field),
        (Holds::Amount { .. } | Holds::Percent, Some(Held::One(plain))) => Held::One(words.number(plain)),
        (Holds::Codes, Some(Held::Many(all))) => Held::One(all.join(", ")),
        (Holds::Rows(cells) | Holds::ByCountry(cells), Some(Held::Rows(rows))) => {
            let row = |row: &Row| {
                cells.iter().map(|cell| (cell.key, shown(words, cell, row.get(cell.key)))).collect()
            };
            Held::Rows(rows.iter().map(row).collect())
        }
        (_, Some(held)) => held.clone(),
    }
}

/// What a field says, for the file.
fn plain(words: &Words, field: &Field, held: &Held) -> Held {
    match (field.holds, held) {
        (Holds::Amount { .. } | Holds::Percent, Held::One(typed)) => {
            Held::One(words.parse_amount(typed).unwrap_or_else(|| typed.clone()))
        }
        (Holds::Codes, Held::One(typed)) => {
            let codes = typed.split([',', ';', '\n']).map(str::trim).filter(|code| !code.is_empty());
            Held::Many(codes.map(str::to_owned).collect())
        }
        (Holds::Rows(cells) | Holds::ByCountry(cells), Held::Rows(rows)) => {
            let row = |row: &Row| -> Row {
                let cells =
                    cells.iter().filter_map(|cell| Some((cell.key, plain(words, cell, row.get(cell.key)?))));
                cells.filter(|(_, held)| !held.is_empty() || matches!(held, Held::Many(_))).collect()
            };
            Held::Rows(rows.iter().map(row).collect())
        }
        (_, held) => held.clone(),
    }
}
