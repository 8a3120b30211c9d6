//! The use case *layouts*: how an insurer wants a table of a report, kept as a file somebody edits, and applied to a report.

use crate::documents;
use crate::import::Refusal;
use crate::import::book::known_codes;
use crate::import::scenario::read_small_file;
use crate::session::{Precondition, Session, sha256_hex};
use obligo_reports::layout::{self, Layout};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::insurer::insurer_all;
use obligo_store::layout::{LayoutRow, layout_all, layout_delete, layout_get, layout_put};
use obligo_store::{Tx, Written};
use serde_json::{Value, json};
use std::path::Path;

/// Longest name in characters.
const NAME_MAX: usize = 40;

/// Keeps a layout of an insurer, in the place of one of the same name. `file` is the name problems carry. Errors:
/// `policy-insurer-unknown`, `layout-name`, `report-not-found` and those of [`layout::parse`]. Role: manager.
pub fn put(
    session: &mut Session,
    insurer: &str,
    name: &str,
    file: &str,
    text: &str,
) -> Result<Value, Refusal> {
    check_name(name)?;
    let layout = read(file, text)?;
    let row = LayoutRow {
        insurer: insurer.to_owned(),
        name: name.to_owned(),
        report: layout.report.text,
        content: text.to_owned(),
        entry: 0,
    };
    let sha256 = sha256_hex(text.as_bytes());
    let outcome =
        session.write("layout-put", "", &format!("layout-put {insurer}/{name} {sha256}"), |tx, entry| {
            let insurers = insurer_all(tx, AsOf::at(Day::LAST))?;
            if !insurers.contains_key(insurer) {
                let known = known_codes(insurers.keys());
                let problem = Problem::refused("policy-insurer-unknown").of_value(insurer);
                return Err(problem.with("insurer", insurer).with("known", known));
            }
            let answer = json!({ "layout": format!("{insurer}/{name}"), "report": row.report });
            if layout_get(tx, insurer, name)?.is_some_and(|before| before.content == row.content) {
                return Ok(Written::nothing(answer));
            }
            layout_put(tx, entry, &row)?;
            let mut payload = answer.clone();
            payload["sha256"] = json!(sha256);
            Ok(Written::new(payload, answer))
        })?;
    Ok(outcome.result)
}

/// Deletes a layout. Error: `layout-not-found`. Role: manager.
pub fn remove(session: &mut Session, layout: &str) -> Result<(), Problem> {
    session.write("layout-remove", "", &format!("layout-remove {layout}"), |tx, _| {
        let row = found(tx, layout)?;
        layout_delete(tx, &row.insurer, &row.name)?;
        let sha256 = sha256_hex(row.content.as_bytes());
        Ok(Written::new(json!({ "layout": layout, "sha256": sha256 }), Value::Null))
    })?;
    Ok(())
}

/// All layouts, or those for a report, by insurer and name. Anybody who may read.
pub fn list(session: &mut Session, report: Option<&str>) -> Result<Vec<LayoutRow>, Problem> {
    let all = session.read(layout_all)?;
    Ok(all.into_iter().filter(|row| report.is_none_or(|report| row.report == report)).collect())
}

/// A layout by its name, `ACR/balance`. Error: `layout-not-found`. Anybody who may read.
pub fn get(session: &mut Session, layout: &str) -> Result<LayoutRow, Problem> {
    session.read(|tx| found(tx, layout))
}

/// A layout as the list shows it.
#[must_use]
pub fn json_of(row: &LayoutRow) -> Value {
    json!({ "layout": reference(row), "insurer": row.insurer, "name": row.name, "report": row.report })
}

/// Its name with the insurer's code in front.
#[must_use]
pub fn reference(row: &LayoutRow) -> String {
    format!("{}/{}", row.insurer, row.name)
}

/// A version of a layout: what it says, as a hash.
#[must_use]
pub fn version(row: &LayoutRow) -> String {
    sha256_hex(row.content.as_bytes())[..16].to_owned()
}

/// Refuses a change of a layout that is no longer of this version, with `record-changed`; a new one has none.
#[must_use]
pub fn unchanged(insurer: &str, name: &str, seen: &str) -> Precondition {
    let (insurer, name, seen) = (insurer.to_owned(), name.to_owned(), seen.to_owned());
    Box::new(move |tx| {
        let now = layout_get(tx, &insurer, &name)?.as_ref().map(version).unwrap_or_default();
        if now == seen { Ok(()) } else { Err(Problem::forbidden("record-changed")) }
    })
}

/// The layout that is meant: a kept one by `ACR/balance`, or else a file. Errors: `layout-not-found`, those of reading the file
/// and of [`layout::parse`]. Anybody who may read.
pub fn meant(session: &mut Session, layout: &str) -> Result<Box<Layout>, Refusal> {
    let is_file = Path::new(layout).is_file();
    match get(session, layout) {
        Err(_) if is_file => read(layout, &read_small_file(Path::new(layout))?),
        _ => kept(session, layout),
    }
}

/// A kept layout by its name. Errors: `layout-not-found`, those of [`layout::parse`]. Anybody who may read.
pub fn kept(session: &mut Session, layout: &str) -> Result<Box<Layout>, Refusal> {
    let row = get(session, layout)?;
    read(&format!("{}.toml", row.name), &row.content)
}

/// Reads a layout for a report there is. Errors: those of [`layout::parse`], `report-not-found`.
pub fn read(file: &str, text: &str) -> Result<Box<Layout>, Refusal> {
    let layout = layout::parse(file, text).map_err(|problems| Refusal { total: problems.len(), problems })?;
    documents::find(&layout.report.text).map_err(|problem| {
        let problem = problem.in_file(file).at_line(layout.report.line).at_column("report");
        problem.with("character", layout.report.character)
    })?;
    Ok(Box::new(layout))
}

/// The name of an insurer's layout in its parts. Error: `layout-name`.
pub fn parts(layout: &str) -> Result<(&str, &str), Problem> {
    let (insurer, name) = layout.rsplit_once('/').ok_or_else(|| wrong_name(layout))?;
    check_name(name)?;
    Ok((insurer, name))
}

fn found(tx: &Tx<'_>, layout: &str) -> Result<LayoutRow, Problem> {
    let row = match layout.rsplit_once('/') {
        Some((insurer, name)) => layout_get(tx, insurer, name)?,
        None => None,
    };
    if let Some(row) = row {
        return Ok(row);
    }
    let all: Vec<String> = layout_all(tx)?.iter().map(reference).collect();
    let known = if all.is_empty() { "–".to_owned() } else { all.join(", ") };
    Err(Problem::usage("layout-not-found").with("layout", layout).with("known", known))
}

fn check_name(name: &str) -> Result<(), Problem> {
    let is_fit = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let is_name = !name.is_empty() && name.len() <= NAME_MAX && name.chars().all(is_fit);
    if is_name { Ok(()) } else { Err(wrong_name(name)) }
}

fn wrong_name(name: &str) -> Problem {
    Problem::refused("layout-name").of_value(name).with("limit", NAME_MAX)
}
