//! The list of buyers: search, filters, order, saved views.

use super::book_of;
use super::list_parts::{choice_of, columns, filters, row, sums_row};
use crate::access::roles::Permission;
use crate::access::views::{self, SavedView};
use crate::portfolio::BuyerPage;
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Field, form, freshness_note, pager, problem_box, table, with_query};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::json;

/// Rows of a page.
const ROWS: usize = 50;

/// Name of the list among saved views.
const LIST: &str = "buyers";

/// `/buyers`: what is chosen, 50 lines at a time.
pub fn list(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(page(&call, None)?))
}

fn page(call: &Call, refused: Option<&Problem>) -> Result<Page, Problem> {
    let words = call.words;
    let (portfolio, freshness) = call.portfolio()?;
    let choice = choice_of(call);
    let book = book_of(call, &portfolio);
    let chosen = book.choose(&choice);
    let from = usize::try_from(call.query_number("from", 0, 0)?).unwrap_or(0).min(chosen.positions.len());
    let shown: Vec<u32> = chosen.positions.iter().skip(from).take(ROWS).copied().collect();
    let rows: Vec<Markup> = shown.iter().map(|n| row(words, &book, *n)).collect();
    let title = words.text("nav-buyers");
    let total = chosen.positions.len();
    let at = |from: usize| with_query(call, &[("from", &from.to_string())]);
    let body = html! {
        div.head {
            h1 { (title) }
            span.quiet { (words.count("buyers-found", total)) }
            @if call.caller.may_for_group(Permission::Record) { a.button href="/buyers/new" { (words.text("buyer-new")) } }
        }
        (tabs(call, "buyers"))
        @if let Some(problem) = refused { (problem_box(words, problem)) }
        (freshness_note(words, freshness))
        (saved_views(call)?)
        (filters(call, &portfolio, &book, &choice))
        @if book.lines.is_empty() {
            (nothing_yet(call))
        } @else {
            div.tight { (table(&title, &columns(call, &choice), &rows, &foot(call, &chosen), &words.text("buyers-none-fit"))) }
        }
        @if total > 0 { (pages(call, from, shown.len(), total, &at)) }
    };
    Ok(Page::new("buyers", title, body))
}

/// The pager goes by whole pages, also from a last one that is not full.
fn pages(call: &Call, from: usize, shown: usize, total: usize, at: &dyn Fn(usize) -> String) -> Markup {
    let back = |to: usize| at(if to < from { from.saturating_sub(ROWS) } else { to });
    pager(call.words, from, shown, total, &back)
}

fn foot(call: &Call, chosen: &BuyerPage) -> Markup {
    html! { @for sums in chosen.sums.values() { (sums_row(call.words, sums)) } }
}

fn nothing_yet(call: &Call) -> Markup {
    html! {
        p.empty {
            (call.words.text("buyers-nothing-yet")) " "
            a href="/import" { (call.words.text("nav-import")) }
        }
    }
}

/// Buyers and co-insured customers beside each other.
pub fn tabs(call: &Call, current: &str) -> Markup {
    let words = call.words;
    html! {
        nav.tabs aria-label=(words.text("buyers-tabs")) {
            @for (name, address, text) in
                [("buyers", "/buyers", "nav-buyers"), ("co-insured", "/co-insured", "co-insured-title")]
            {
                a href=(address) aria-current=[(name == current).then_some("page")] { (words.text(text)) }
            }
        }
    }
}

/// The caller's saved views as links, and the form that keeps the present choice.
fn saved_views(call: &Call) -> Result<Markup, Problem> {
    let words = call.words;
    let views = views::list(&call.house.store, call.user()?.user_id, LIST)?;
    let query = call.address.split_once('?').map_or("", |(_, query)| query).to_owned();
    let name_label = words.text("buyers-view-name");
    let keep = html! {
        input type="hidden" name="query" value=(query);
        (Field::new("name", &name_label, "").required().text("text"))
        button type="submit" { (words.text("buyers-view-save")) }
    };
    Ok(html! {
        @if !views.is_empty() {
            ul.views aria-label=(words.text("buyers-views")) {
                @for view in &views { li { (one_view(call, view)) } }
            }
        }
        details.keep-view {
            summary { (words.text("buyers-view-keep")) }
            div.tools { (form(&call.caller, "/buyers/views", &keep)) }
        }
    })
}

fn one_view(call: &Call, view: &SavedView) -> Markup {
    let words = call.words;
    let query = view.content["query"].as_str().unwrap_or("");
    let delete = html! {
        input type="hidden" name="name" value=(view.name);
        button.plain type="submit" aria-label=(words.with("buyers-view-delete", &[("name", view.name.clone())])) { "×" }
    };
    html! {
        a href=(format!("/buyers?{query}")) { (view.name) }
        (form(&call.caller, "/buyers/views/delete", &delete))
    }
}

/// Keeps a choice under a name. The query is only ever read as one of this list.
pub fn save_view(call: Call) -> Result<Reply, Problem> {
    let fields = form_urlencoded::parse(call.field("query").unwrap_or("").as_bytes());
    let kept = fields.filter(|(name, value)| name != "from" && name != "done" && !value.is_empty());
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish();
    let name = call.field("name").unwrap_or("");
    let content = json!({ "query": query });
    match views::save(&call.house.store, call.user()?.user_id, LIST, name, &content, &call.now) {
        Ok(()) => {
            let join = if query.is_empty() { "" } else { "&" };
            Ok(Reply::See(format!("/buyers?{query}{join}done=done-saved")))
        }
        Err(problem) => Ok(Reply::Page(page(&call, Some(&problem))?.with_status(http_status(&problem)))),
    }
}

/// Deletes a view of the caller.
pub fn delete_view(call: Call) -> Result<Reply, Problem> {
    let name = call.field("name").unwrap_or("");
    if views::delete(&call.house.store, call.user()?.user_id, LIST, name)? {
        Ok(Reply::See("/buyers?done=done-deleted".to_owned()))
    } else {
        Err(Problem::refused("view-not-found").with("name", name))
    }
}
