//! How people call the keys of a policy file and their values.

use crate::words::Words;
use obligo_formats::policy_file::form::{Field, Held, Holds, Row};

/// The name of a key.
pub fn label(words: &Words, key: &str) -> String {
    words.text(&label_id(key))
}

/// What it means, if there is more to say; empty otherwise.
pub fn help(words: &Words, key: &str) -> String {
    words.help(&label_id(key)).unwrap_or_default()
}

fn label_id(key: &str) -> String {
    let key = key.replace('_', "-");
    format!("policy-key-{key}")
}

/// The name of a section; the policy's own keys stand in none.
pub fn heading(words: &Words, section: &str) -> String {
    match section {
        "" => words.text("policies-own-keys"),
        section => words.text(&heading_id(section)),
    }
}

/// What is to be said of a section; empty for nothing.
pub fn heading_help(words: &Words, section: &str) -> String {
    words.help(&heading_id(section)).unwrap_or_default()
}

fn heading_id(section: &str) -> String {
    format!("policy-section-{section}")
}

/// The name of one of the values of a key.
pub fn choice(words: &Words, key: &str, value: &str) -> String {
    let key = key.replace('_', "-");
    words.with(&format!("policy-value-{key}"), &[("value", value.to_owned())])
}

pub fn yes_or_no(words: &Words, flag: &str) -> String {
    words.text(if flag == "true" { "yes" } else { "no" })
}

/// What a field holds, as people read it; one text per row.
pub fn said(words: &Words, field: &Field, held: &Held) -> Vec<String> {
    match (field.holds, held) {
        (Holds::Rows(cells) | Holds::ByCountry(cells), Held::Rows(rows)) => {
            rows.iter().map(|row| said_row(words, cells, row)).collect()
        }
        (_, Held::Rows(_)) => Vec::new(),
        (Holds::Choices(_), Held::Many(all)) => {
            vec![all.iter().map(|value| choice(words, field.key, value)).collect::<Vec<_>>().join(", ")]
        }
        (_, Held::Many(all)) => vec![all.join(", ")],
        (Holds::Flag, Held::One(flag)) => vec![yes_or_no(words, flag)],
        (Holds::Date, Held::One(day)) => vec![words.date_text(day)],
        (Holds::Choice(_), Held::One(value)) => vec![choice(words, field.key, value)],
        (Holds::Percent, Held::One(percent)) => vec![words.percent_of_100(percent)],
        (Holds::Amount { .. }, Held::One(amount)) => vec![words.number(amount)],
        (Holds::Part, Held::One(text)) => text.lines().map(str::to_owned).collect(),
        (_, Held::One(text)) => vec![text.clone()],
    }
}

fn said_row(words: &Words, cells: &[Field], row: &Row) -> String {
    let cells = cells.iter().filter_map(|cell| {
        let said = said(words, cell, row.get(cell.key)?).join(", ");
        Some(format!("{}: {said}", label(words, cell.key)))
    });
    cells.collect::<Vec<_>>().join(" · ")
}

/// What counts where the file is silent, if anything does.
pub fn default(words: &Words, field: &Field) -> Option<String> {
    if field.default.is_empty() {
        return None;
    }
    let held = match field.holds {
        Holds::Choices(_) => Held::Many(field.default.split(' ').map(str::to_owned).collect()),
        _ => Held::One(field.default.to_owned()),
    };
    said(words, field, &held).pop()
}
