//! Files taken in and not imported yet: their first rows, the mapping, and what to do with them.

use super::job::start;
use super::mapping::{form_of, mapping_fields};
use super::upload::PATIENCE;
use super::{SCENARIO, check_kind};
use crate::access::views;
use crate::import::ledger::Program;
use crate::import_map::{Beginning, MapForm, ReadRows, beginning, guess, is_ours, map_text, read_rows};
use crate::serve::{Call, Job, JobState, Page, Reply, http_status};
use crate::web::parts::{Column, Field, form, keys, problem_box, table};
use crate::web::progress::working;
use crate::words::Words;
use maud::{Markup, html};
use obligo_formats::schema::{Schema, schema_of};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use tempfile::TempDir;

/// The kind of job that keeps files.
pub const STAGED: &str = "import-staged";

/// The list of saved views that mappings are remembered in.
const MAPS: &str = "import-map";

/// The form that the buttons beside remembered mappings send, apart from the mapping they stand in.
const FORGET: &str = "forget";

/// Rows shown of a file.
const ROWS: usize = 8;

/// A file as uploaded.
#[derive(Debug)]
pub struct StagedFile {
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
}

/// See the module. The files are gone with it.
#[derive(Debug)]
pub struct Staged {
    /// KIND, or `scenario`.
    pub kind: String,
    /// The files.
    pub files: Vec<StagedFile>,
    /// The program the files come from; none for tables of ours.
    pub program: Option<Program>,
    /// Word of the format chosen.
    pub format: String,
    /// Items gone from the file are settled on this day.
    pub snapshot: Option<Day>,
    /// From when changed master data are valid.
    pub valid_from: Option<Day>,
    /// Why.
    pub reason: String,
    /// The mapping as last sent.
    pub form: Mutex<MapForm>,
    /// Where the files lie.
    pub folder: TempDir,
}

impl Staged {
    /// The columns of the kind; none for several kinds at once.
    pub fn schema(&self) -> Option<&'static Schema> {
        schema_of(&self.kind)
    }

    /// The mapping as last sent.
    pub fn form(&self) -> MapForm {
        self.form.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set_form(&self, form: MapForm) {
        *self.form.lock().unwrap_or_else(PoisonError::into_inner) = form;
    }

    /// Fills in the mapping: as remembered for the same header, else columns that are named alike.
    pub fn prepare(&self, call: &Call) -> Result<(), Problem> {
        let (Some(schema), Some(file), None) = (self.schema(), self.files.first(), self.program) else {
            return Ok(());
        };
        let mut form = self.form();
        let Ok(found) = beginning(&file.path, &file.name, &form, 0) else { return Ok(()) };
        if is_ours(schema, &found.header) {
            return Ok(());
        }
        let known =
            maps(call, &self.kind)?.into_iter().find(|(_, content)| content["header"] == json!(found.header));
        let (filled, name) = match known {
            Some((name, content)) => (saved_form(&content), name),
            None => (guess(schema, &found.header), String::new()),
        };
        form.retain(|_, value| !value.is_empty());
        for (field, value) in filled {
            form.entry(field).or_insert(value);
        }
        form.insert("name".to_owned(), name);
        self.set_form(form);
        Ok(())
    }
}

/// The remembered mappings of a kind.
fn maps(call: &Call, kind: &str) -> Result<Vec<(String, Value)>, Problem> {
    let all = views::list(&call.house.store, call.user()?.user_id, MAPS)?;
    let of_kind = all.into_iter().filter(|view| view.content["kind"] == kind);
    Ok(of_kind.map(|view| (view.name, view.content)).collect())
}

fn saved_form(content: &Value) -> MapForm {
    let fields = content["form"].as_object().into_iter().flatten();
    fields.filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned()))).collect()
}

fn job_of(call: &Call) -> Result<Job, Problem> {
    let job = call.house.jobs.get(call.caller.name(), call.path("job"));
    job.filter(|job| job.kind == STAGED).ok_or_else(|| Problem::refused("job-not-found"))
}

/// `/import/staged/{job}`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let job = job_of(&call)?;
    let Some(staged) = job.result::<Staged>() else {
        if matches!(job.state, JobState::Failed(_)) {
            return Err(Problem::refused("job-not-found"));
        }
        let title = call.words.text("import-working");
        return Ok(Reply::page("import", title.clone(), working(call.words, &title, &job)));
    };
    check_kind(&call, &staged.kind)?;
    if let Some(name) = call.query("use") {
        let known = maps(&call, &staged.kind)?.into_iter().find(|(known, _)| known == name);
        let (name, content) = known.ok_or_else(|| Problem::refused("view-not-found").with("name", name))?;
        let mut form = saved_form(&content);
        form.insert("name".to_owned(), name);
        staged.set_form(form);
    }
    Ok(Reply::Page(draw(&call, &staged, None)?))
}

/// Reads again, hands out the map file, checks, or imports: as the button says.
pub fn act(call: Call) -> Result<Reply, Problem> {
    let staged: Arc<Staged> = job_of(&call)?.result().ok_or_else(|| Problem::refused("job-not-found"))?;
    check_kind(&call, &staged.kind)?;
    if call.field("same").is_none() && staged.kind != SCENARIO {
        staged.set_form(form_of(&call));
    }
    match done(&call, &staged) {
        Ok(Some(reply)) => Ok(reply),
        Ok(None) => Ok(Reply::Page(draw(&call, &staged, None)?)),
        Err(problem) => {
            let status = http_status(&problem);
            Ok(Reply::Page(draw(&call, &staged, Some(&problem))?.with_status(status)))
        }
    }
}

/// Forgets a mapping; what is filled in stays, without its name.
pub fn forget(call: Call) -> Result<Reply, Problem> {
    let staged: Arc<Staged> = job_of(&call)?.result().ok_or_else(|| Problem::refused("job-not-found"))?;
    check_kind(&call, &staged.kind)?;
    let name = call.field("name").unwrap_or("");
    views::delete(&call.house.store, call.user()?.user_id, MAPS, name)?;
    let mut form = staged.form();
    if form.get("name").is_some_and(|filled| filled == name) {
        form.remove("name");
        staged.set_form(form);
    }
    Ok(Reply::See(format!("/import/staged/{}?done=done-deleted", call.path("job"))))
}

fn done(call: &Call, staged: &Arc<Staged>) -> Result<Option<Reply>, Problem> {
    let action = call.field("do").unwrap_or("preview");
    let mut map = String::new();
    if let Some(schema) = staged.schema() {
        let form = staged.form();
        map = map_text(schema, &form);
        if action == "download" {
            return Ok(Some(Reply::download("application/toml", "map.toml", map.into_bytes())));
        }
        remember(call, staged, &form)?;
    }
    if action == "preview" {
        return Ok(None);
    }
    let id = start(call, staged, &map, action != "import")?;
    let _ = call.house.jobs.wait(call.caller.name(), &id, PATIENCE);
    Ok(Some(Reply::See(format!("/import/job/{id}?staged={}", call.path("job")))))
}

/// Keeps the mapping under the name typed, for the same header to come.
fn remember(call: &Call, staged: &Staged, form: &MapForm) -> Result<(), Problem> {
    let Some(name) = form.get("name").filter(|name| !name.is_empty()) else { return Ok(()) };
    let Some(file) = staged.files.first() else { return Ok(()) };
    let found = beginning(&file.path, &file.name, form, 0)?;
    let content = json!({ "kind": staged.kind, "header": found.header, "form": form });
    views::save(&call.house.store, call.user()?.user_id, MAPS, name, &content, &call.now)
}

fn draw(call: &Call, staged: &Staged, problem: Option<&Problem>) -> Result<Page, Problem> {
    let words = call.words;
    let title = words.text("import-check-title");
    let action = format!("/import/staged/{}", call.path("job"));
    let names: Vec<&str> = staged.files.iter().map(|file| file.name.as_str()).collect();
    let parts = if let Some(program) = staged.program {
        of_program(words, staged, program)
    } else if let (Some(schema), Some(file)) = (staged.schema(), staged.files.first()) {
        of_kind(call, staged, schema, file)?
    } else {
        html! { p { (words.text("import-scenario-order")) } (buttons(words, false)) }
    };
    let body = html! {
        p.trail { a href="/import" { (words.text("nav-import")) } }
        h1 { (title) }
        @if let Some(problem) = problem { (problem_box(words, problem)) }
        p { b { (words.text(&format!("import-kind-{}", staged.kind))) } ": " (names.join(", ")) }
        (form(&call.caller, &action, &parts))
        form id=(FORGET) action=(format!("{action}/forget")) method="post" { (keys(&call.caller)) }
    };
    Ok(Page::new("import", title, body))
}

/// A file of another program needs no mapping, only what its accounts mean where that is not usual.
fn of_program(words: &Words, staged: &Staged, program: Program) -> Markup {
    let form = staged.form();
    let more = form.get("more").map_or("", String::as_str);
    let format = words.text(&format!("import-format-{}", program.code()));
    html! {
        section.card {
            p { (words.with("import-of-program", &[("format", format)])) }
            details open[!more.is_empty()] {
                summary { (words.text("import-books")) }
                (Field::new("more", &words.text("import-books-rules"), more).hint(&words.text("import-books-hint")).area(8))
            }
            (buttons(words, false))
        }
    }
}

fn of_kind(
    call: &Call,
    staged: &Staged,
    schema: &'static Schema,
    file: &StagedFile,
) -> Result<Markup, Problem> {
    let words = call.words;
    let fields = staged.form();
    let found = match beginning(&file.path, &file.name, &fields, ROWS) {
        Ok(found) => found,
        Err(problem) => {
            return Ok(html! {
                (problem_box(words, &problem))
                section.card { (mapping_fields(words, schema, &Beginning::default(), &fields)) (buttons(words, true)) }
            });
        }
    };
    let ours = is_ours(schema, &found.header);
    let map = map_text(schema, &fields);
    let read = read_rows(&file.path, &file.name, schema, &map, ROWS);
    let known = maps(call, &staged.kind)?;
    let here = call.address.split('?').next().unwrap_or("");
    let use_of =
        |name: &str| form_urlencoded::Serializer::new(format!("{here}?")).append_pair("use", name).finish();
    Ok(html! {
        section.card {
            h2 { (words.text("import-theirs")) }
            (rows_table(&words.text("import-theirs"), found.header.iter().map(String::as_str), &found.rows, words))
        }
        section.card {
            details open[!ours] {
                summary { (words.text("import-mapping")) }
                @if !known.is_empty() {
                    p { (words.text("import-known")) }
                    ul.views {
                        @for (name, _) in &known {
                            li {
                                a href=(use_of(name)) { (name) } " "
                                button.plain type="submit" form=(FORGET) name="name" value=(name) { (words.with("import-forget", &[("name", name.clone())])) }
                            }
                        }
                    }
                }
                (mapping_fields(words, schema, &found, &fields))
            }
        }
        section.card {
            h2 { (words.text("import-read")) }
            (as_read(words, &read))
            (buttons(words, true))
        }
    })
}

fn as_read(words: &Words, read: &Result<ReadRows, Problem>) -> Markup {
    match read {
        Err(problem) => problem_box(words, problem),
        Ok(read) => html! {
            @for problem in &read.problems { (problem_box(words, problem)) }
            (rows_table(&words.text("import-read"), read.columns.iter().copied(), &read.rows, words))
        },
    }
}

fn rows_table<'h>(
    caption: &str,
    header: impl Iterator<Item = &'h str>,
    rows: &[Vec<String>],
    words: &Words,
) -> Markup {
    let columns: Vec<Column> = header.map(Column::text).collect();
    let rows: Vec<Markup> = rows.iter().map(|row| html! { @for cell in row { td { (cell) } } }).collect();
    table(caption, &columns, &rows, &Markup::default(), &words.text("import-no-rows"))
}

fn buttons(words: &Words, is_mapped: bool) -> Markup {
    html! {
        div.tools {
            @if is_mapped {
                button type="submit" name="do" value="preview" { (words.text("import-do-preview")) }
                button type="submit" name="do" value="download" { (words.text("import-do-download")) }
            }
            button type="submit" name="do" value="check" { (words.text("import-do-check")) }
            button.primary type="submit" name="do" value="import" { (words.text("import-do-import")) }
        }
    }
}
