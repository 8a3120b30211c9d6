//! Saved views of the list (B4): columns, filters and order under a name, by user.

use crate::access::views::{self, SavedView};
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Field, form, problem_box};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::json;

/// Name of the list among saved views.
const LIST: &str = "items";

/// Fields of the query that are no part of a view.
const NOT_KEPT: [&str; 4] = ["from", "done", "view", "format"];

/// The address of the view the list opens with, if one is set.
pub fn opened_with(call: &Call) -> Result<Option<String>, Problem> {
    let all = views::list(&call.house.store, call.user()?.user_id, LIST)?;
    Ok(all.iter().find(|view| view.is_default()).map(address))
}

fn address(view: &SavedView) -> String {
    let query = view.content["query"].as_str().unwrap_or("");
    let name = form_urlencoded::byte_serialize(view.name.as_bytes()).collect::<String>();
    format!("/items?{query}{}view={name}", if query.is_empty() { "" } else { "&" })
}

/// The caller's views as links, the form that keeps the present choice, and what can be done with the view one looks at.
pub fn section(call: &Call) -> Result<Markup, Problem> {
    let words = call.words;
    let all = views::list(&call.house.store, call.user()?.user_id, LIST)?;
    let current =
        call.query("view").or(call.field("view")).and_then(|name| all.iter().find(|view| view.name == name));
    Ok(html! {
        @if !all.is_empty() {
            ul.views aria-label=(words.text("buyers-views")) {
                @for view in &all {
                    @let is_current = current.is_some_and(|one| one.name == view.name);
                    li {
                        a href=(address(view)) aria-current=[is_current.then_some("page")] { (view.name) }
                        @if view.is_default() { span.quiet { (words.text("items-view-opens")) } }
                    }
                }
            }
        }
        div.view-tools {
            details.keep-view open[call.field("query").is_some()] {
                summary { (words.text("buyers-view-keep")) }
                div.tools { (form(&call.caller, "/items/views", &keep(call))) }
            }
            @if let Some(view) = current { (of_current(call, view)) }
        }
    })
}

fn keep(call: &Call) -> Markup {
    let words = call.words;
    let query = call.address.split_once('?').map_or("", |(_, query)| query);
    html! {
        input type="hidden" name="query" value=(call.field("query").unwrap_or(query));
        (Field::new("name", &words.text("buyers-view-name"), call.field("name").unwrap_or("")).required().text("text"))
        button type="submit" { (words.text("buyers-view-save")) }
    }
}

fn of_current(call: &Call, view: &SavedView) -> Markup {
    let words = call.words;
    let body = html! {
        input type="hidden" name="view" value=(view.name);
        (Field::new("new_name", &words.text("items-view-new-name"), call.field("new_name").unwrap_or(&view.name)).text("text"))
        button type="submit" name="do" value="rename" { (words.text("items-view-rename")) }
        @if view.is_default() {
            button type="submit" name="do" value="not_default" { (words.text("items-view-not-default")) }
        } @else {
            button type="submit" name="do" value="default" { (words.text("items-view-default")) }
        }
        button.danger type="submit" name="do" value="delete" { (words.with("buyers-view-delete", &[("name", view.name.clone())])) }
    };
    html! {
        details.keep-view open[call.field("view").is_some()] {
            summary { (words.text("items-view-change")) }
            div.tools { (form(&call.caller, "/items/views/change", &body)) }
        }
    }
}

/// Keeps a choice under a name. The query is only ever read as one of this list.
pub fn save(call: Call) -> Result<Reply, Problem> {
    let fields = form_urlencoded::parse(call.field("query").unwrap_or("").as_bytes());
    let kept = fields.filter(|(name, value)| !NOT_KEPT.contains(&name.as_ref()) && !value.is_empty());
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish();
    let name = call.field("name").unwrap_or("");
    let user_id = call.user()?.user_id;
    let was_default =
        views::get(&call.house.store, user_id, LIST, name)?.is_some_and(|view| view.is_default());
    let content = json!({ "query": query });
    let done = views::save(&call.house.store, user_id, LIST, name, &content, &call.now);
    let done = match done {
        // A view saved again stays the one its list opens with.
        Ok(()) if was_default => views::make_default(&call.house.store, user_id, LIST, Some(name), &call.now),
        done => done,
    };
    let view = SavedView { name: name.to_owned(), content };
    answered(&call, done.map(|()| format!("{}&done=done-saved", address(&view))))
}

/// Renames a view, makes it the one the list opens with or not, or deletes it.
pub fn change(call: Call) -> Result<Reply, Problem> {
    let (store, user_id, now) = (&call.house.store, call.user()?.user_id, call.now.as_str());
    let view = call.field("view").unwrap_or("");
    let saved = |name: &str| -> Result<String, Problem> {
        let view = views::get(store, user_id, LIST, name)?;
        let address = view.as_ref().map_or_else(|| "/items?tab=open".to_owned(), address);
        Ok(format!("{address}&done=done-saved"))
    };
    let done = match call.field("do").unwrap_or("") {
        "rename" => {
            let new_name = call.field("new_name").unwrap_or("");
            views::rename(store, user_id, LIST, view, new_name, now).and_then(|()| saved(new_name))
        }
        "default" => views::make_default(store, user_id, LIST, Some(view), now).and_then(|()| saved(view)),
        "not_default" => views::make_default(store, user_id, LIST, None, now).and_then(|()| saved(view)),
        "delete" if views::delete(store, user_id, LIST, view)? => {
            Ok("/items?tab=open&done=done-deleted".to_owned())
        }
        _ => Err(Problem::refused("view-not-found").with("name", view)),
    };
    answered(&call, done)
}

/// On to the list; what was refused is shown again with what was typed.
fn answered(call: &Call, done: Result<String, Problem>) -> Result<Reply, Problem> {
    let problem = match done {
        Ok(address) => return Ok(Reply::See(address)),
        Err(problem) => problem,
    };
    let title = call.words.text("nav-items");
    let body = html! {
        h1 { (title) }
        (problem_box(call.words, &problem))
        (section(call)?)
        p { a.button href="/items?tab=open" { (call.words.text("items-back")) } }
    };
    Ok(Reply::Page(Page::new("items", title, body).with_status(http_status(&problem))))
}
