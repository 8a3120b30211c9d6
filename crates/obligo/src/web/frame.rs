//! The frame of every page: head, navigation, notices, foot.

use super::assets;
use crate::access::roles::Permission;
use crate::serve::{Access, Caller, Page};
use crate::web::credit;
use crate::web::parts::problem_box;
use crate::words::Words;
use maud::{DOCTYPE, Markup, html};
use obligo_rules::problem::Problem;

/// An entry of the navigation: name of its area, address, who may open it. Its label is the message `nav-{area}`.
struct Entry(&'static str, &'static str, Access);

const READ: Access = Access::Allowed(Permission::Read);
const READ_GROUP: Access = Access::WholeGroup(Permission::Read);
const AUDIT: Access = Access::WholeGroup(Permission::Audit);
const RECORD: Access = Access::Allowed(Permission::Record);
const OWN: Access = Access::Allowed(Permission::Own);

impl Entry {
    /// Where it leads a caller; `None` where the caller may see nothing of it.
    fn address(&self, caller: &Caller) -> Option<&'static str> {
        let Entry(name, address, access) = self;
        if access.admit(caller).is_err() {
            return None;
        }
        // Not everybody may open the first page of credit control.
        if *name == "credit" { credit::home(caller) } else { Some(address) }
    }
}

const NAVIGATION: &[&[Entry]] = &[
    &[
        Entry("today", "/", READ),
        Entry("buyers", "/buyers", READ),
        Entry("items", "/items", READ),
        Entry("limits", "/limits", READ),
        Entry("deadlines", "/deadlines", READ),
        Entry("credit", "/credit", READ),
    ],
    &[
        Entry("runs", "/runs", READ_GROUP),
        Entry("reports", "/reports", READ),
        Entry("import", "/import", RECORD),
    ],
    &[
        Entry("policies", "/policies", READ),
        Entry("insurers", "/insurers", READ),
        Entry("companies", "/companies", READ),
    ],
    &[
        Entry("proposals", "/proposals", READ),
        Entry("audit", "/audit", AUDIT),
        Entry("settings", "/settings", OWN),
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
                @let seen: Vec<(&str, &str)> = group.iter().filter_map(|entry| Some((entry.0, entry.address(caller)?))).collect();
                @if !seen.is_empty() {
                    ul {
                        @for (name, address) in seen {
                            li {
                                a href=(address) aria-current=[(name == area).then_some(if path == address { "page" } else { "true" })] {
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
