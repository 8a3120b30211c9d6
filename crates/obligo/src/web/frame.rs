//! The frame of every page: head, navigation, notices, foot.

use super::assets;
use crate::access::roles::Permission;
use crate::serve::{Caller, Page};
use crate::web::parts::problem_box;
use crate::words::Words;
use maud::{DOCTYPE, Markup, html};
use obligo_rules::problem::Problem;

/// An entry of the navigation: name of its area, address, permission it needs. Its label is the message `nav-{area}`.
struct Entry(&'static str, &'static str, Permission);

const NAVIGATION: &[&[Entry]] = &[
    &[
        Entry("today", "/", Permission::Read),
        Entry("buyers", "/buyers", Permission::Read),
        Entry("items", "/items", Permission::Read),
        Entry("limits", "/limits", Permission::Read),
        Entry("deadlines", "/deadlines", Permission::Read),
        Entry("credit", "/credit", Permission::Read),
    ],
    &[
        Entry("runs", "/runs", Permission::Read),
        Entry("reports", "/reports", Permission::Read),
        Entry("import", "/import", Permission::Record),
    ],
    &[
        Entry("policies", "/policies", Permission::Read),
        Entry("insurers", "/insurers", Permission::Read),
        Entry("companies", "/companies", Permission::Read),
    ],
    &[
        Entry("proposals", "/proposals", Permission::Read),
        Entry("audit", "/audit", Permission::Audit),
        Entry("settings", "/settings", Permission::Own),
    ],
];

/// The notice ids a page may show after something was done, by `?done=`.
pub const NOTICES: &[&str] = &[
    "done-saved",
    "done-sent",
    "done-imported",
    "done-run-final",
    "done-reversed",
    "done-proposed",
    "done-deleted",
    "done-approved",
    "done-refused",
    "done-withdrawn",
    "done-signed-out",
];

/// A page as a whole document. `address` is path and query as asked.
#[must_use]
pub fn draw(words: &Words, caller: &Caller, address: &str, page: &Page) -> Markup {
    let path = address.split('?').next().unwrap_or("/");
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let done = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "done").map(|(_, id)| id);
    let notice = done.and_then(|id| NOTICES.iter().find(|known| **known == id));
    html! {
        (DOCTYPE)
        html lang=(words.language()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (page.title) " · obligo" }
                link rel="icon" type="image/svg+xml" href=(assets::address("mark.svg"));
                link rel="stylesheet" href=(assets::address("obligo.css"));
                script src=(assets::address("obligo.js")) defer {}
            }
            body class=@if caller.is_stranger() { "stranger" } @else { "signed-in" } {
                a.skip href="#main" { (words.text("frame-skip")) }
                @if !caller.is_stranger() { (head(words, caller, page.area, path)) }
                main #main tabindex="-1" {
                    @if let Some(notice) = notice {
                        p.notice.good role="status" { (words.text(notice)) }
                    }
                    (page.body)
                }
            }
        }
    }
}

fn head(words: &Words, caller: &Caller, area: &str, path: &str) -> Markup {
    let user = caller.user.as_ref();
    let shown = user.map_or("", |u| if u.display_name.is_empty() { &u.name } else { &u.display_name });
    html! {
        header.top {
            a.brand href="/" { img src=(assets::address("mark.svg")) alt="" width="28" height="28"; span { "obligo" } }
            form.search action="/search" method="get" role="search" {
                label.hidden for="search" { (words.text("frame-search")) }
                input #search type="search" name="q" placeholder=(words.text("frame-search-hint"))
                    autocomplete="off" data-lookup="/lookup/anything" data-key="/";
            }
            details.menu.person {
                summary { span.name { (shown) } }
                div.sheet {
                    p.quiet { (caller.name()) }
                    a href="/settings" { (words.text("nav-settings")) }
                    button.plain type="button" data-theme-switch hidden { (words.text("frame-theme")) }
                    form action="/sign-out" method="post" {
                        input type="hidden" name="form_key" value=(caller.form_key);
                        button.plain type="submit" { (words.text("frame-sign-out")) }
                    }
                }
            }
        }
        nav.main aria-label=(words.text("frame-navigation")) {
            @for group in NAVIGATION {
                @let seen: Vec<&Entry> = group.iter().filter(|entry| caller.may(entry.2)).collect();
                @if !seen.is_empty() {
                    ul {
                        @for Entry(name, address, _) in seen {
                            li {
                                a href=(address) aria-current=[(*name == area).then_some(if path == *address { "page" } else { "true" })] {
                                    (words.text(&format!("nav-{name}")))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The page of a problem that no form of its own shows.
#[must_use]
pub fn problem_page(words: &Words, caller: &Caller, problem: &Problem) -> Page {
    let title = words.text("frame-problem");
    let body = html! {
        h1 { (title) }
        (problem_box(words, problem))
        p { a.button href=@if caller.is_stranger() { "/sign-in" } @else { "/" } { (words.text("frame-back")) } }
    };
    Page::new("", title, body)
}
