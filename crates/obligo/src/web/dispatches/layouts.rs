//! Insurers' layouts: the list, and one as the file it is.

use crate::access::roles::Permission;
use crate::import::Refusal;
use crate::layouts::{self, reference, unchanged, version};
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Column, Field, form, problem_box, segment, table};
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::insurer::insurer_all;
use obligo_store::layout::LayoutRow;

/// `/layouts`.
pub fn list(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let all = layouts::list(&mut call.session(), None)?;
    let may_change = call.caller.may_for_group(Permission::Manage);
    let columns = [Column::text(words.text("col-layout")), Column::text(words.text("col-report"))];
    let row = |row: &LayoutRow| {
        let name = reference(row);
        html! {
            td { @if may_change { a href=(format!("/layouts/edit?layout={}", segment(&name))) { (name) } } @else { (name) } }
            td { (words.text(&format!("report-{}", row.report))) }
        }
    };
    let rows: Vec<Markup> = all.iter().map(row).collect();
    let title = words.text("layouts-title");
    let body = html! {
        p.trail { a href="/insurers" { (words.text("nav-insurers")) } }
        div.head {
            h1 { (title) }
            @if may_change { a.button.primary href="/layouts/edit" { (words.text("layouts-add")) } }
        }
        p.quiet { (words.text("layouts-what")) }
        (table(&title, &columns, &rows, &Markup::default(), &words.text("layouts-none")))
    };
    Ok(Reply::page("insurers", title, body))
}

/// `/layouts/edit`, of one or of a new one.
pub fn edit(call: Call) -> Result<Reply, Problem> {
    let known = call.query("layout").map(|layout| layouts::get(&mut call.session(), layout)).transpose()?;
    Ok(Reply::Page(draw(&call, known.as_ref(), &Markup::default())?))
}

/// Saves it, unless somebody else has changed it meanwhile.
pub fn save(call: Call) -> Result<Reply, Problem> {
    match saved(&call) {
        Ok(()) => Ok(Reply::See("/layouts?done=done-saved".to_owned())),
        Err(refusal) => {
            let status = refusal.problems.first().map_or(422, http_status);
            let told = html! { @for problem in &refusal.problems { (problem_box(call.words, problem)) } };
            Ok(Reply::Page(draw(&call, None, &told)?.with_status(status)))
        }
    }
}

fn saved(call: &Call) -> Result<(), Refusal> {
    let field = |name: &str| call.field(name).unwrap_or("").to_owned();
    let (insurer, name, text) = (field("insurer"), field("name"), field("file").replace("\r\n", "\n"));
    let mut session = call.session();
    session.precondition = Some(unchanged(&insurer, &name, &field("version")));
    layouts::put(&mut session, &insurer, &name, &format!("{name}.toml"), &text)?;
    Ok(())
}

/// Deletes it.
pub fn remove(call: Call) -> Result<Reply, Problem> {
    layouts::remove(&mut call.session(), call.field("layout").unwrap_or(""))?;
    Ok(Reply::See("/layouts?done=done-deleted".to_owned()))
}

fn draw(call: &Call, known: Option<&LayoutRow>, told: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let insurers = call.house.store.read(|tx| insurer_all(tx, AsOf::at(Day::LAST)))?;
    let choices: Vec<(String, String)> =
        insurers.iter().map(|(code, insurer)| (code.clone(), format!("{code} {}", insurer.name))).collect();
    let typed = |name: &str, kept: Option<&str>| {
        call.field(name).map(str::to_owned).or_else(|| kept.map(str::to_owned)).unwrap_or_default()
    };
    let seen = typed("version", known.map(version).as_deref());
    let insurer = typed("insurer", known.map(|row| row.insurer.as_str()));
    let name = typed("name", known.map(|row| row.name.as_str()));
    let file = typed("file", known.map(|row| row.content.as_str()));
    let title = match known {
        Some(row) => words.with("layouts-edit", &[("layout", reference(row))]),
        None => words.text("layouts-add"),
    };
    let fields = html! {
        input type="hidden" name="version" value=(seen);
        div.columns {
            (Field::new("insurer", &words.text("layouts-insurer"), &insurer).required().select(&choices))
            (Field::new("name", &words.text("layouts-name"), &name).required().hint(&words.text("layouts-name-hint")).text("text"))
        }
        (Field::new("file", &words.text("layouts-file"), &file).required().area(24))
        button.primary type="submit" { (words.text("layouts-save")) }
    };
    let body = html! {
        p.trail { a href="/layouts" { (words.text("layouts-title")) } }
        h1 { (title) }
        (told)
        section.card { (form(&call.caller, "/layouts/edit", &fields)) }
        @if let Some(row) = known {
            (form(&call.caller, "/layouts/remove", &html! {
                input type="hidden" name="layout" value=(reference(row));
                button.danger type="submit" { (words.text("layouts-delete")) }
            }))
        }
    };
    Ok(Page::new("insurers", title, body))
}
