//! Takes the values of the fields out of a document.

use super::fields::{FIELDS, Field, Holds};
use super::{Form, Held, Row};
use toml_edit::{DocumentMut, Item, TableLike, Value};

pub(super) fn form(document: &DocumentMut) -> Form {
    let root: &dyn TableLike = document.as_table();
    let values = FIELDS.iter().filter_map(|field| Some((field.path(), held_at(root, field)?)));
    let clauses = FIELDS.iter().filter_map(|field| Some((field.path(), clause(root, field)?)));
    let examples = root.get("example").map_or(0, length);
    Form { values: values.collect(), clauses: clauses.collect(), examples }
}

fn length(item: &Item) -> usize {
    item.as_array_of_tables()
        .map(toml_edit::ArrayOfTables::len)
        .or(item.as_array().map(toml_edit::Array::len))
        .unwrap_or(0)
}

fn held_at(root: &dyn TableLike, field: &Field) -> Option<Held> {
    let table = if field.section.is_empty() { root } else { root.get(field.section)?.as_table_like()? };
    held_in(table, field)
}

/// What the table says of a field, under whichever of its names.
pub(super) fn held_in(table: &dyn TableLike, field: &Field) -> Option<Held> {
    held(table.get(name_in(table, field))?, field)
}

/// The name a field has in the table, its own where it is not there.
pub(super) fn name_in(table: &dyn TableLike, field: &Field) -> &'static str {
    field.aliases.iter().copied().find(|alias| table.contains_key(alias)).unwrap_or(field.key)
}

pub(super) fn held(item: &Item, field: &Field) -> Option<Held> {
    match field.holds {
        Holds::Choices(_) | Holds::Codes => Some(Held::Many(item.as_array()?.iter().map(text_of).collect())),
        Holds::Rows(fields) => {
            Some(Held::Rows(tables(item).into_iter().map(|table| row(table, fields)).collect()))
        }
        Holds::ByCountry(fields) => {
            let [country, kinds] = fields else { return None };
            let table = item.as_table_like()?;
            let rows = table.iter().filter_map(|(code, of_country)| {
                let held = held(of_country, kinds)?;
                Some(Row::from([(country.key, Held::One(code.to_owned())), (kinds.key, held)]))
            });
            Some(Held::Rows(rows.collect()))
        }
        Holds::Part => Some(Held::One(part(item)?)),
        _ => Some(Held::One(text_of(item.as_value()?))),
    }
}

fn tables(item: &Item) -> Vec<&dyn TableLike> {
    match item {
        Item::ArrayOfTables(all) => all.iter().map(|table| table as &dyn TableLike).collect(),
        Item::Value(Value::Array(all)) => all
            .iter()
            .filter_map(|value| value.as_inline_table().map(|table| table as &dyn TableLike))
            .collect(),
        _ => Vec::new(),
    }
}

pub(super) fn row(table: &dyn TableLike, fields: &'static [Field]) -> Row {
    fields.iter().filter_map(|field| Some((field.key, held_in(table, field)?))).collect()
}

/// A value as the form holds it; numbers as they are written.
fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.value().clone(),
        Value::Integer(number) => number.display_repr().trim_start_matches('+').replace('_', ""),
        Value::Float(number) => number.display_repr().trim_start_matches('+').replace('_', ""),
        Value::Boolean(flag) => flag.value().to_string(),
        Value::Datetime(at) => at.value().to_string(),
        Value::Array(_) | Value::InlineTable(_) => value.to_string().trim().to_owned(),
    }
}

/// A section with keys of the user's own, without its heading.
fn part(item: &Item) -> Option<String> {
    let mut table = item.clone().into_table().ok()?;
    table.decor_mut().clear();
    table.set_dotted(false);
    let mut document = DocumentMut::new();
    *document.as_table_mut() = table;
    Some(document.to_string().trim().to_owned())
}

/// The clause of a field, as one dotted name or as nested tables.
fn clause(root: &dyn TableLike, field: &Field) -> Option<String> {
    let clauses = root.get("clause")?.as_table_like()?;
    let names = std::iter::once(field.key).chain(field.aliases.iter().copied());
    let paths = names.map(|key| Field { key, ..*field }.path());
    let found = paths.into_iter().find_map(|path| clause_at(clauses, &path).map(str::to_owned))?;
    Some(found)
}

pub(super) fn clause_at<'t>(clauses: &'t dyn TableLike, path: &str) -> Option<&'t str> {
    if let Some(text) = clauses.get(path).and_then(Item::as_str) {
        return Some(text);
    }
    let (section, rest) = path.split_once('.')?;
    clause_at(clauses.get(section)?.as_table_like()?, rest)
}
