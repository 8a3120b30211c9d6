//! How lists are answered: a page with the cursor of the next one, or whole as JSON lines or CSV while it is made.

use super::operation::{Field, Kind, Schema, maybe};
use crate::serve::{Call, Reply};
use obligo_reports::csv::Writer;
use obligo_rules::problem::Problem;
use serde_json::{Value, json};

/// Lines of a page unless asked otherwise, and at most.
const LINES: u64 = 100;
const LINES_MAX: u64 = 1000;

/// The query parameter that says how many lines a page has.
pub const PAGE_LIMIT: Field = maybe("limit", Kind::Number, "Lines of a page, at most 1000.");
/// The query parameter that says where a page begins.
pub const PAGE_AFTER: Field = maybe("after", Kind::Text, "Cursor: what `next` said.");
/// Those of a list that cannot be narrowed.
pub const PAGE_QUERY: &[Field] = &[PAGE_LIMIT, PAGE_AFTER];

/// Bytes gathered before they are sent.
const PIECE: usize = 1 << 16;

/// How a list is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// A page.
    Page,
    /// Whole, a JSON object per line.
    Lines,
    /// Whole, as CSV.
    Csv,
}

/// How the caller wants the list: by `Accept`.
#[must_use]
pub fn form(call: &Call) -> Form {
    if call.accepts("application/x-ndjson") {
        Form::Lines
    } else if call.accepts("text/csv") {
        Form::Csv
    } else {
        Form::Page
    }
}

/// Lines wanted of a page. Error: `query-number` (usage).
pub fn limit(call: &Call) -> Result<usize, Problem> {
    Ok(call.query_number("limit", 1, LINES)?.min(LINES_MAX) as usize)
}

/// Refuses query parameters an operation does not have. Error: `query-unknown` (usage), naming the nearest.
pub fn only(call: &Call, known: &[Field]) -> Result<(), Problem> {
    let names: Vec<&str> = known.iter().map(|field| field.name).collect();
    for (name, _) in call.query_fields() {
        if !names.contains(&name.as_str()) {
            return Err(Problem::usage("query-unknown").with("field", name).with("known", names.join(", ")));
        }
    }
    Ok(())
}

/// Refuses a value that is not one of these. Error: `query-value` (usage).
pub fn one_of(call: &Call, name: &str, known: &[&str]) -> Result<(), Problem> {
    match call.query(name) {
        Some(value) if !known.contains(&value) => Err(Problem::usage("query-value")
            .with("field", name)
            .with("known", known.join(", "))
            .of_value(value)),
        _ => Ok(()),
    }
}

/// The flag of a query parameter. Error: `query-value` (usage).
pub fn flag(call: &Call, name: &str) -> Result<bool, Problem> {
    one_of(call, name, &["true", "false"])?;
    Ok(call.query(name) == Some("true"))
}

/// A page of lines that are at hand: those after the cursor. Error: `cursor-unknown` (usage).
pub fn page<'v>(call: &Call, lines: &[&'v Value], key: impl Fn(&Value) -> String) -> Result<Reply, Problem> {
    let start = match call.query("after") {
        None => 0,
        Some(cursor) => {
            let last = decoded(cursor)?;
            lines.iter().position(|line| key(line) == last).ok_or_else(|| unknown(cursor))? + 1
        }
    };
    let limit = limit(call)?;
    let shown: Vec<&&'v Value> = lines.iter().skip(start).take(limit).collect();
    let next =
        if start + shown.len() < lines.len() { shown.last().map(|line| encoded(&key(line))) } else { None };
    Ok(Reply::json(json!({ "items": shown, "next": next })))
}

/// Lines at hand as they are wanted; `key` names the value that tells them apart. Error: `cursor-unknown` (usage).
pub fn answered(
    call: &Call,
    all: Vec<Value>,
    schema: &'static Schema,
    key: &'static str,
) -> Result<Reply, Problem> {
    match form(call) {
        Form::Page => page(call, &all.iter().collect::<Vec<_>>(), |line| line[key].to_string()),
        form => Ok(stream(form, schema.fields, move |visit| all.iter().try_for_each(visit))),
    }
}

/// A cursor.
#[must_use]
pub fn encoded(key: &str) -> String {
    crate::session::hex(key.as_bytes())
}

/// The key of a cursor. Error: `cursor-unknown` (usage).
pub fn decoded(cursor: &str) -> Result<String, Problem> {
    let bytes: Option<Vec<u8>> = (cursor.is_ascii() && cursor.len().is_multiple_of(2))
        .then(|| {
            (0..cursor.len()).step_by(2).map(|n| u8::from_str_radix(&cursor[n..n + 2], 16).ok()).collect()
        })
        .flatten();
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(|| unknown(cursor))
}

fn unknown(cursor: &str) -> Problem {
    Problem::usage("cursor-unknown").of_value(cursor)
}

/// The whole list while it is made.
pub fn stream(
    form: Form,
    columns: &'static [Field],
    work: impl FnOnce(&mut dyn FnMut(&Value) -> Result<(), Problem>) -> Result<(), Problem> + Send + 'static,
) -> Reply {
    let media_type = if form == Form::Csv { "text/csv; charset=utf-8" } else { "application/x-ndjson" };
    Reply::Stream {
        media_type,
        file_name: None,
        work: Box::new(move |send| {
            let mut piece = Vec::new();
            if form == Form::Csv {
                csv_row(&mut piece, columns.iter().map(|field| field.name.to_owned()))?;
            }
            work(&mut |line| {
                if form == Form::Csv {
                    csv_row(&mut piece, columns.iter().map(|column| cell(line.get(column.name))))?;
                } else {
                    piece.extend_from_slice(line.to_string().as_bytes());
                    piece.push(b'\n');
                }
                if piece.len() >= PIECE { send(std::mem::take(&mut piece)) } else { Ok(()) }
            })?;
            if piece.is_empty() { Ok(()) } else { send(piece) }
        }),
    }
}

fn csv_row(out: &mut Vec<u8>, cells: impl Iterator<Item = String>) -> Result<(), Problem> {
    Writer::new(out).row(cells).map_err(|why| Problem::unavailable("server-folder").with("why", why))
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::operation::field;
    use super::*;

    #[test]
    fn r14_3_a_list_as_csv_holds_nothing_a_spreadsheet_would_run() {
        const COLUMNS: &[Field] = &[field("name", Kind::Text, ""), field("open", Kind::Amount, "")];
        let line = json!({ "name": "=cmd|' /C calc'!A0", "open": "-12.50" });
        let Reply::Stream { work, .. } = stream(Form::Csv, COLUMNS, move |visit| visit(&line)) else {
            panic!("a list is streamed");
        };
        let mut sent = Vec::new();
        work(&mut |piece| {
            sent.extend(piece);
            Ok(())
        })
        .unwrap();
        assert_eq!(String::from_utf8(sent).unwrap(), "name,open\r\n\"'=cmd|' /C calc'!A0\",-12.50\r\n");
    }

    #[test]
    fn a_cursor_leads_back_to_its_key_and_a_made_up_one_nowhere() {
        for key in ["", "1001/0/D", "Köln\u{1}東京"] {
            assert_eq!(decoded(&encoded(key)).as_deref(), Ok(key));
        }
        for cursor in ["1", "zz", "ff", "日本", "ÿÿ"] {
            assert_eq!(decoded(cursor).map_err(|problem| problem.code), Err("cursor-unknown"), "{cursor}");
        }
    }
}
