//! Notes on a buyer.

use super::page::{View, body, of_path};
use crate::access::notes::{self, Subject};
use crate::access::roles::Permission;
use crate::serve::{Call, Reply, http_status};
use crate::web::parts::{Field, buyer_address, form, problem_box};
use maud::{Markup, html};
use obligo_rules::problem::Problem;

/// The notes, newest first, and the form that adds one; `refused` holds what a refused form had.
pub fn card(view: &View<'_>, refused: &Markup) -> Result<Markup, Problem> {
    let words = view.words;
    let notes = notes::list(&mut view.call.session(), Subject::Buyer, &view.account)?;
    let label = words.text("buyer-note");
    let typed = view.call.field("text").unwrap_or("");
    let add = html! {
        (Field::new("text", &label, typed).required().area(3))
        button type="submit" { (words.text("buyer-note-add")) }
    };
    Ok(html! {
        section.card #notes {
            h2 { (words.text("buyer-notes")) }
            (refused)
            @for note in &notes {
                article.note {
                    p.quiet { (words.instant(&note.written_at)) " · " (note.written_by) }
                    p.text { (note.text) }
                }
            }
            @if view.call.caller.may(Permission::Record) { (form(&view.call.caller, &view.address("notes"), &add)) }
            @else if notes.is_empty() { p.quiet { (words.text("buyer-no-notes")) } }
        }
    })
}

/// Adds a note; a refused one stands in its form again.
pub fn add(call: Call) -> Result<Reply, Problem> {
    let account = call.path("account").to_owned();
    let text = call.field("text").unwrap_or("").to_owned();
    // Also where the account is gone: then there is nothing to show the form on.
    let added = notes::add(&mut call.session(), Subject::Buyer, &account, &text);
    match added {
        Ok(_) => Ok(Reply::See(format!("{}?done=done-saved#notes", buyer_address(&account)))),
        Err(problem) => {
            let page =
                of_path(&call, |view| body(view, &Markup::default(), &problem_box(view.words, &problem)))?;
            Ok(Reply::Page(page.with_status(http_status(&problem))))
        }
    }
}
