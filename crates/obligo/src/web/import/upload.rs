//! Choosing files and what they hold.

use super::staged::{STAGED, Staged, StagedFile};
use super::{SCENARIO, check_kind, kinds};
use crate::import::ledger::{FORMATS, program_of};
use crate::import_map::MapForm;
use crate::serve::{Call, NewJob, Page, Reply, Upload, http_status};
use crate::web::parts::{Column, Field, file_form, problem_box, table};
use crate::words::Words;
use maud::{Markup, html};
use obligo_formats::schema::schema_of;
use obligo_reports::csv::Writer;
use obligo_rules::problem::Problem;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

/// How long a form waits for short work before its progress is shown.
pub const PATIENCE: Duration = Duration::from_secs(2);

/// Files taken at once.
const FILES_MAX: usize = 50;

/// `/import`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, None)))
}

/// Takes the files in, and goes on to their first rows.
pub fn upload(mut call: Call) -> Result<Reply, Problem> {
    match taken(&mut call) {
        Ok(address) => Ok(Reply::See(address)),
        Err(problem) => Ok(Reply::Page(draw(&call, Some(&problem)).with_status(http_status(&problem)))),
    }
}

/// `/import/sample/{kind}`: a file with the header of the kind.
pub fn sample(call: Call) -> Result<Reply, Problem> {
    let schema = schema_of(call.path("kind")).ok_or_else(|| Problem::refused("page-not-found"))?;
    let written = |why: std::io::Error| Problem::unavailable("server-folder").with("why", why);
    let mut writer = Writer::new(Vec::new());
    writer.row(schema.columns.iter().map(|column| column.name)).map_err(written)?;
    let body = writer.finish().map_err(written)?;
    Ok(Reply::download("text/csv; charset=utf-8", format!("{}.csv", schema.kind), body))
}

fn taken(call: &mut Call) -> Result<String, Problem> {
    let kind = call.field("kind").unwrap_or("").to_owned();
    check_kind(call, &kind)?;
    let snapshot = call.field_day("snapshot")?;
    if snapshot.is_some() && kind != "items" {
        return Err(Problem::usage("snapshot-only-items").with("kind", kind));
    }
    let uploads: Vec<Upload> =
        call.take_uploads("files").into_iter().filter(|u| !u.name.is_empty()).collect();
    if uploads.is_empty() {
        return Err(Problem::usage("import-no-file"));
    }
    if uploads.len() > FILES_MAX {
        return Err(Problem::usage("import-too-many-files").with("limit", FILES_MAX));
    }
    let folder = call.folder()?;
    let mut names = BTreeSet::new();
    let mut files = Vec::new();
    for upload in uploads {
        let name =
            if kind == SCENARIO { scenario_name(&upload.name)? } else { free_name(&upload.name, &names) };
        if !names.insert(name.clone()) {
            return Err(Problem::refused("import-file-twice").with("file", name));
        }
        let path = folder.path().join(&name);
        keep(upload, &path)?;
        files.push(StagedFile { name, path });
    }
    let text = |name: &str| call.field(name).unwrap_or("").to_owned();
    let fields = [("encoding", text("encoding")), ("delimiter", text("delimiter"))];
    let told: MapForm = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let format = text("format");
    let program = match files.first() {
        Some(file) if ["buyers", "items", "settlements"].contains(&kind.as_str()) => {
            program_of(&file.path, &format).map_err(|problem| problem.in_file(&file.name))?
        }
        _ => None,
    };
    let staged = Staged {
        program,
        format,
        snapshot,
        valid_from: call.field_day("valid_from")?,
        reason: text("reason"),
        kind,
        files,
        form: Mutex::new(told),
        folder,
    };
    staged.prepare(call)?;
    let new = NewJob {
        owner: call.caller.name().to_owned(),
        kind: STAGED,
        once: text("once"),
        now: call.now.clone(),
    };
    let id = call.house.jobs.start(new, move |_| Ok(staged))?;
    let _ = call.house.jobs.wait(call.caller.name(), &id, PATIENCE);
    Ok(format!("/import/staged/{id}"))
}

/// A file of a scenario goes where a scenario has it. Error: `import-file-name`.
fn scenario_name(name: &str) -> Result<String, Problem> {
    let lower = name.to_lowercase();
    if let Some(stem) = lower.strip_suffix(".csv")
        && schema_of(stem).is_some()
    {
        return Ok(lower);
    }
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_. ".contains(c);
    if let Some(stem) = lower.strip_suffix(".toml")
        && !stem.is_empty()
        && stem.chars().all(is_plain)
    {
        return Ok(format!("policies/{stem}.toml"));
    }
    Err(Problem::refused("import-file-name").with("file", name))
}

/// A name that no other file has; the map file lies beside them.
fn free_name(name: &str, taken: &BTreeSet<String>) -> String {
    let bare = name.trim_start_matches('.');
    let bare = if bare.is_empty() { "file.csv" } else { bare };
    let is_free = |name: &str| {
        !taken.iter().any(|other| other.eq_ignore_ascii_case(name))
            && !name.eq_ignore_ascii_case(super::job::MAP)
    };
    let numbered = (2..).map(|n| format!("{n} {bare}"));
    std::iter::once(bare.to_owned()).chain(numbered).find(|name| is_free(name)).unwrap_or_default()
}

fn keep(upload: Upload, path: &Path) -> Result<(), Problem> {
    let disk = |why: std::io::Error| Problem::unavailable("server-folder").with("why", why);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(disk)?;
    }
    match upload.file.persist(path) {
        Ok(_) => Ok(()),
        // Another disk: copied instead of moved.
        Err(failed) => std::fs::copy(failed.file.path(), path).map(|_| ()).map_err(disk),
    }
}

fn draw(call: &Call, problem: Option<&Problem>) -> Page {
    let words = call.words;
    let kinds = kinds(call);
    let value = |name: &str| call.field(name).or_else(|| call.query(name)).unwrap_or("").to_owned();
    let choices: Vec<(String, String)> =
        kinds.iter().map(|kind| ((*kind).to_owned(), words.text(&format!("import-kind-{kind}")))).collect();
    let kind = if value("kind").is_empty() { "items".to_owned() } else { value("kind") };
    let date = |name: &str| {
        let typed = value(name);
        words.parse_date(&typed).map_or(typed, |day| day.to_string())
    };
    let title = words.text("nav-import");
    let fields = html! {
        div.columns {
            (Field::new("kind", &words.text("import-what"), &kind).required().select(&choices))
            (Field::new("files", &words.text("import-files"), "").required().hint(&words.text("import-files-hint")).file(".csv,.txt,.toml,.xlsx,.ods,.se,.si,.xml,.pdf,text/csv", true))
        }
        details {
            summary { (words.text("import-options")) }
            div.columns {
                (Field::new("snapshot", &words.text("import-snapshot"), &date("snapshot")).hint(&words.text("import-snapshot-hint")).date())
                (Field::new("valid_from", &words.text("import-valid-from"), &date("valid_from")).hint(&words.text("import-valid-hint")).date())
                (Field::new("format", &words.text("import-format"), &value("format")).select(&formats(words)))
                (super::mapping::encoding(words, &value("encoding")))
                (super::mapping::delimiter(words, &value("delimiter")))
                (Field::new("reason", &words.text("import-reason"), &value("reason")).text("text"))
            }
        }
        button.primary type="submit" { (words.text("import-upload")) }
    };
    let body = html! {
        h1 { (title) }
        @if let Some(problem) = problem { (problem_box(words, problem)) }
        section.card { p { (words.text("import-intro")) } (file_form(&call.caller, "/import", &fields)) }
        section.card { h2 { (words.text("import-kinds")) } (about(call, &kinds)) p { (words.text("import-policies")) " " a href="/policies" { (words.text("nav-policies")) } } }
    };
    Page::new("import", title, body)
}

/// Formats to choose from.
fn formats(words: &Words) -> Vec<(String, String)> {
    FORMATS.iter().map(|code| ((*code).to_owned(), words.text(&format!("import-format-{code}")))).collect()
}

/// What each kind is for, with its columns.
fn about(call: &Call, kinds: &[&str]) -> Markup {
    let words = call.words;
    let columns = [
        Column::text(words.text("import-what")),
        Column::text(words.text("import-for")),
        Column::text(words.text("import-columns")),
    ];
    let row = |kind: &&str| {
        let schema = schema_of(kind);
        html! {
            td { b { (words.text(&format!("import-kind-{kind}"))) } }
            td { (words.text(&format!("import-about-{kind}"))) }
            td {
                @if let Some(schema) = schema {
                    @for (n, column) in schema.columns.iter().enumerate() {
                        @if n > 0 { ", " }
                        @if column.required { b { (column.name) } } @else { (column.name) }
                    }
                    " " a href=(format!("/import/sample/{kind}")) { (words.text("import-sample")) }
                }
            }
        }
    };
    let rows: Vec<Markup> = kinds.iter().map(row).collect();
    html! {
        (table(&words.text("import-kinds"), &columns, &rows, &Markup::default(), ""))
        p.quiet { (words.text("import-required")) }
    }
}
