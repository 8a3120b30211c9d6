//! Sets the values of the fields in a document and leaves everything else as it is written.

use super::fields::{FIELDS, Field, Holds};
use super::read::{clause_at, held, held_in, name_in};
use super::{Form, Held, Row, document};
use obligo_rules::problem::Problem;
use toml_edit::{Array, ArrayOfTables, Datetime, DocumentMut, InlineTable, Item, Table, TableLike, Value};

/// The sections in the order in which new ones are put in.
const ORDER: [&str; 14] = [
    "declaration",
    "terms",
    "default",
    "notification",
    "unnamed",
    "existing",
    "cover",
    "status",
    "stop",
    "cap",
    "loss",
    "premium",
    "clause",
    "example",
];

pub(super) fn form(form: &Form, document: &mut DocumentMut) -> Result<(), Problem> {
    for field in FIELDS {
        if let Some(value) = form.values.get(&field.path()) {
            set(document, field, value)?;
        }
    }
    for field in FIELDS {
        if let Some(text) = form.clauses.get(&field.path()) {
            set_clause(document, field, text);
        }
    }
    Ok(())
}

fn set(document: &mut DocumentMut, field: &Field, value: &Held) -> Result<(), Problem> {
    let position = position_of(document, if field.section.is_empty() { field.key } else { field.section });
    let root = document.as_table_mut();
    match (field.section, field.holds) {
        ("", Holds::Part) => return set_part(root, field, value, position),
        ("", _) => set_in(root, field, value, position),
        (section, _) => {
            if value.is_empty() && !must_say_nothing(field) && !root.contains_key(section) {
                return Ok(());
            }
            if let Some(table) = section_of(root, section, position).as_table_like_mut() {
                set_in(table, field, value, position);
            }
        }
    }
    Ok(())
}

/// A section, made where it is not there yet.
fn section_of<'t>(root: &'t mut Table, name: &str, position: isize) -> &'t mut Item {
    root.entry(name).or_insert_with(|| {
        let mut table = Table::new();
        table.set_position(Some(position));
        Item::Table(table)
    })
}

/// Where a new section goes: behind those that come before it in the order of the manual.
fn position_of(document: &DocumentMut, section: &str) -> isize {
    let before = ORDER.iter().take_while(|name| **name != section);
    before.filter_map(|name| last_position(document.get(name)?)).max().unwrap_or(0)
}

fn last_position(item: &Item) -> Option<isize> {
    match item {
        Item::Table(table) => {
            let inner = table.iter().filter_map(|(_, item)| last_position(item)).max();
            table.position().into_iter().chain(inner).max()
        }
        Item::ArrayOfTables(all) => {
            all.iter().filter_map(|table| last_position(&Item::Table(table.clone()))).max()
        }
        _ => None,
    }
}

/// Sets a field of a table, unless it holds this already; an empty value removes it.
fn set_in(table: &mut dyn TableLike, field: &Field, value: &Held, position: isize) {
    let is_same = match held_in(table, field) {
        Some(now) => now == *value,
        None => value.is_empty() && !must_say_nothing(field),
    };
    if is_same {
        return;
    }
    let name = name_in(table, field);
    match (field.holds, value) {
        (_, value) if value.is_empty() && !must_say_nothing(field) => {
            table.remove(name);
        }
        (Holds::Rows(fields), Held::Rows(rows)) => {
            set_rows(table, name, fields, rows, (field.section.is_empty(), position));
        }
        (Holds::ByCountry(fields), Held::Rows(rows)) => set_by_country(table, name, fields, rows),
        (_, value) => replace(table, name, toml_of(field, value)),
    }
}

/// Whether an empty list differs from silence, because silence means a default.
fn must_say_nothing(field: &Field) -> bool {
    matches!(field.holds, Holds::Choices(_)) && !field.default.is_empty()
}

/// Puts a value where one stands, between the same blanks and comments.
fn replace(table: &mut dyn TableLike, name: &str, mut value: Value) {
    match table.get_mut(name).and_then(Item::as_value_mut) {
        Some(now) => {
            *value.decor_mut() = now.decor().clone();
            *now = value;
        }
        None => {
            table.insert(name, Item::Value(value));
        }
    }
}

/// A value as the file has it; what is none of the field's type stays text, for the reader to refuse.
fn toml_of(field: &Field, value: &Held) -> Value {
    match value {
        Held::Many(all) => Value::Array(all.iter().map(String::as_str).collect::<Array>()),
        Held::Rows(_) => Value::Array(Array::new()),
        Held::One(text) => {
            let typed = match field.holds {
                Holds::Flag => text.parse::<bool>().ok().map(Value::from),
                Holds::Number { .. } | Holds::Percent => text.parse::<i64>().ok().map(Value::from),
                Holds::Date => text.parse::<Datetime>().ok().map(Value::from),
                _ => None,
            };
            typed.unwrap_or_else(|| Value::from(text.as_str()))
        }
    }
}

/// Changes the rows in their order, so that those that stay keep their writing. New lists of the root are tables of their own, all others
/// stand in one line.
fn set_rows(
    table: &mut dyn TableLike,
    name: &str,
    fields: &'static [Field],
    rows: &[Row],
    (is_root, position): (bool, isize),
) {
    if !table.get(name).is_some_and(|item| item.is_array_of_tables() || item.is_array()) {
        let empty = if is_root {
            Item::ArrayOfTables(ArrayOfTables::new())
        } else {
            Item::Value(Value::Array(Array::new()))
        };
        table.insert(name, empty);
    }
    match table.get_mut(name) {
        Some(Item::ArrayOfTables(all)) => {
            while all.len() > rows.len() {
                all.remove(rows.len());
            }
            for (i, row) in rows.iter().enumerate() {
                if all.get(i).is_none() {
                    let mut new = Table::new();
                    new.set_position(Some(position));
                    all.push(new);
                }
                if let Some(one) = all.get_mut(i) {
                    set_row(one, fields, row);
                }
            }
        }
        Some(Item::Value(Value::Array(all))) => {
            while all.len() > rows.len() {
                all.remove(rows.len());
            }
            for (i, row) in rows.iter().enumerate() {
                if all.get(i).is_none() {
                    all.push(InlineTable::new());
                }
                if let Some(one) = all.get_mut(i).and_then(Value::as_inline_table_mut) {
                    set_row(one, fields, row);
                }
            }
        }
        _ => {}
    }
}

fn set_row(table: &mut dyn TableLike, fields: &'static [Field], row: &Row) {
    for field in fields {
        let nothing = Held::One(String::new());
        set_in(table, field, row.get(field.key).unwrap_or(&nothing), 0);
    }
}

/// Kinds by country; a country in two rows has the kinds of both.
fn set_by_country(table: &mut dyn TableLike, name: &str, fields: &[Field], rows: &[Row]) {
    let [country, kinds] = fields else { return };
    if !table.get(name).is_some_and(Item::is_table_like) {
        table.insert(name, Item::Value(Value::InlineTable(InlineTable::new())));
    }
    let Some(all) = table.get_mut(name).and_then(Item::as_table_like_mut) else { return };
    let code = |row: &Row| match row.get(country.key) {
        Some(Held::One(code)) => code.clone(),
        _ => String::new(),
    };
    let gone: Vec<String> = all
        .iter()
        .map(|(key, _)| key.to_owned())
        .filter(|key| !rows.iter().any(|row| code(row) == *key))
        .collect();
    for key in gone {
        all.remove(&key);
    }
    for row in rows {
        let mut wanted: Vec<String> = Vec::new();
        for held in
            rows.iter().filter(|other| code(other) == code(row)).filter_map(|other| other.get(kinds.key))
        {
            if let Held::Many(kinds) = held {
                wanted
                    .extend(kinds.iter().filter(|kind| !wanted.contains(kind)).cloned().collect::<Vec<_>>());
            }
        }
        let wanted = Held::Many(wanted);
        if all.get(&code(row)).and_then(|item| held(item, kinds)).as_ref() != Some(&wanted) {
            replace(all, &code(row), toml_of(kinds, &wanted));
        }
    }
}

/// A section with keys of the user's own.
fn set_part(root: &mut Table, field: &Field, value: &Held, position: isize) -> Result<(), Problem> {
    let Held::One(text) = value else { return Ok(()) };
    if held_in(root, field).unwrap_or_else(|| Held::One(String::new())) == *value {
        return Ok(());
    }
    let mut table = document(text, field.key)?.as_table().clone();
    if table.is_empty() {
        root.remove(field.key);
        return Ok(());
    }
    let now = root.get(field.key).and_then(Item::as_table);
    let place = now.and_then(Table::position).unwrap_or(position);
    let decor = now.map(|table| table.decor().clone());
    put_at(&mut table, place);
    if let Some(decor) = decor {
        *table.decor_mut() = decor;
    }
    root.insert(field.key, Item::Table(table));
    Ok(())
}

fn put_at(table: &mut Table, position: isize) {
    table.set_position(Some(position));
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(inner) => put_at(inner, position),
            Item::ArrayOfTables(all) => all.iter_mut().for_each(|inner| put_at(inner, position)),
            _ => {}
        }
    }
}

fn set_clause(document: &mut DocumentMut, field: &Field, text: &str) {
    let position = position_of(document, "clause");
    let root = document.as_table_mut();
    let now = root.get("clause").and_then(Item::as_table_like);
    let names = std::iter::once(field.key).chain(field.aliases.iter().copied());
    let paths: Vec<String> = names.map(|key| Field { key, ..*field }.path()).collect();
    let found = now.and_then(|clauses| {
        paths.iter().find_map(|path| clause_at(clauses, path).map(|text| (path.clone(), text.to_owned())))
    });
    let (path, was) = found.unwrap_or_else(|| (field.path(), String::new()));
    if was == text {
        return;
    }
    if let Some(clauses) = section_of(root, "clause", position).as_table_like_mut() {
        put_clause(clauses, &path, text);
    }
}

fn put_clause(clauses: &mut dyn TableLike, path: &str, text: &str) {
    if let Some((section, rest)) = path.split_once('.')
        && let Some(nested) = clauses.get_mut(section).and_then(Item::as_table_like_mut)
        && clause_at(nested, rest).is_some()
    {
        put_clause(nested, rest, text);
    } else if text.is_empty() {
        clauses.remove(path);
    } else {
        replace(clauses, path, Value::from(text));
    }
}
