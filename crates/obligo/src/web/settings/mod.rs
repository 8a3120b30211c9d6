//! Settings: own name, language and password, tokens; for administrators users, the house and webhooks. And what waits for a second person.

mod house;
mod own;
mod password_link;
mod proposals;
mod proposed;
mod tokens;
mod users;
mod webhooks;

use crate::access::roles::{Permission, Role};
use crate::serve::{Access, Call, Page, Route, http_status};
use crate::session::Session;
use crate::web::parts::Field;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::company::company_all;
use std::collections::BTreeSet;

/// What is a person's own.
const OWN: Access = Access::Allowed(Permission::Own);
/// What concerns everybody.
const ADMINISTER: Access = Access::WholeGroup(Permission::Administer);
/// Approvals; those of companies the caller does not see are left out.
const READ: Access = Access::Allowed(Permission::Read);

/// Pages of this area. A password link is open to whoever has it: it is how people get their first password.
pub const ROUTES: &[Route] = &[
    Route::page("/settings", OWN, own::page),
    Route::form("/settings/own", OWN, own::change),
    Route::form("/settings/password", OWN, own::password),
    Route::page("/settings/tokens", OWN, tokens::page),
    Route::form("/settings/tokens", OWN, tokens::create),
    Route::form("/settings/tokens/{token}/revoke", OWN, tokens::revoke),
    Route::page("/settings/users", ADMINISTER, users::list),
    Route::page("/settings/new-user", ADMINISTER, users::new_page),
    Route::form("/settings/new-user", ADMINISTER, users::create),
    Route::page("/settings/users/{user}", ADMINISTER, users::page),
    Route::form("/settings/users/{user}", ADMINISTER, users::change),
    Route::form("/settings/users/{user}/link", ADMINISTER, users::link),
    Route::page("/settings/house", ADMINISTER, house::page),
    Route::form("/settings/house", ADMINISTER, house::change),
    Route::page("/settings/backup", ADMINISTER, house::backup),
    Route::page("/settings/webhooks", ADMINISTER, webhooks::list),
    Route::form("/settings/webhooks", ADMINISTER, webhooks::create),
    Route::page("/settings/webhooks/{webhook}", ADMINISTER, webhooks::page),
    Route::form("/settings/webhooks/{webhook}", ADMINISTER, webhooks::change),
    Route::form("/settings/webhooks/{webhook}/test", ADMINISTER, webhooks::test),
    Route::form("/settings/webhooks/{webhook}/secret", ADMINISTER, webhooks::new_secret),
    Route::page("/password/{secret}", Access::Open, password_link::page),
    Route::form("/password/{secret}", Access::Open, password_link::set),
    Route::page("/proposals", READ, proposals::list),
    Route::page("/proposals/job/{job}", READ, proposals::job),
    Route::page("/proposals/{proposal}", READ, proposals::page),
    Route::form("/proposals/{proposal}/approve", READ, proposals::approve),
    Route::form("/proposals/{proposal}/refuse", READ, proposals::refuse),
    Route::form("/proposals/{proposal}/withdraw", READ, proposals::withdraw),
];

/// The parts of the settings the caller may see, the one shown marked.
fn tabs(call: &Call, current: &str) -> Markup {
    let own = [("/settings", "settings-own"), ("/settings/tokens", "settings-tokens")];
    let of_house = [
        ("/settings/users", "settings-users"),
        ("/settings/house", "settings-house"),
        ("/settings/webhooks", "settings-webhooks"),
    ];
    let administers = call.caller.may(Permission::Administer) && call.caller.sees_whole_group();
    let shown = own.into_iter().chain(of_house.into_iter().filter(|_| administers));
    html! {
        nav.tabs aria-label=(call.words.text("settings-parts")) {
            @for (address, id) in shown {
                a href=(address) aria-current=[(address == current).then_some("page")] { (call.words.text(id)) }
            }
        }
    }
}

/// A page of the settings: title, parts, then what it shows.
fn page_of(call: &Call, current: &str, body: &Markup) -> Page {
    let title = call.words.text("nav-settings");
    let whole = html! {
        h1 { (title) }
        (tabs(call, current))
        (body)
    };
    Page::new("settings", title, whole)
}

/// The page once more, with why it was refused above it.
fn refused(page: Page, problem: &Problem) -> Page {
    page.with_status(http_status(problem))
}

/// The codes of the boxes that are ticked: their fields are a prefix and a code.
fn ticked(call: &Call, prefix: &str) -> BTreeSet<String> {
    let set = call.fields().filter(|(_, value)| *value == "true");
    set.filter_map(|(name, _)| name.strip_prefix(prefix)).map(str::to_owned).collect()
}

/// Codes and names of the companies the caller may see.
fn companies(call: &Call, session: &mut Session) -> Result<Vec<(String, String)>, Problem> {
    let all = session.read(|tx| company_all(tx, AsOf::at(call.today())))?;
    let seen = all.into_values().filter(|company| call.caller.sees_company(&company.company));
    let mut named: Vec<(String, String)> = seen.map(|company| (company.company, company.name)).collect();
    named.sort();
    Ok(named)
}

/// A box to tick: code, label, and what it means, which may be empty.
type Choice = (String, String, String);

/// Boxes to tick, with a heading.
fn boxes(legend: &str, hint: &str, prefix: &str, choices: &[Choice], on: &BTreeSet<String>) -> Markup {
    html! {
        fieldset {
            legend { (legend) }
            @if !hint.is_empty() { p.quiet { (hint) } }
            div.columns {
                @for (code, label, why) in choices {
                    (Field::new(&format!("{prefix}{code}"), label, if on.contains(code) { "true" } else { "" }).hint(why).check())
                }
            }
        }
    }
}

/// The companies as a fieldset: all of them, or those that are ticked; neither is chosen while nothing is decided. In a house of fewer
/// than `least` companies there is nothing to choose.
fn company_choice(
    words: &Words,
    companies: &[(String, String)],
    on: Option<&BTreeSet<String>>,
    (least, all_hint): (usize, &str),
) -> Markup {
    if companies.len() < least {
        return html! { input type="hidden" name="companies" value="all"; };
    }
    let box_of = |(code, name): &(String, String)| {
        let is_on = on.is_some_and(|on| on.contains(code));
        let label = format!("{code} {name}");
        Field::new(&format!("company-{code}"), &label, if is_on { "true" } else { "" }).check()
    };
    let choice = |value: &str, label: &str, hint: &str, is_chosen: bool| {
        let id = format!("field-companies-{value}");
        html! {
            div.field.check {
                input id=(id) type="radio" name="companies" value=(value) checked[is_chosen];
                label for=(id) { (label) }
                @if !hint.is_empty() { small { (hint) } }
            }
        }
    };
    html! {
        fieldset {
            legend { (words.text("nav-companies")) }
            (choice("all", &words.text("settings-companies-all"), all_hint, on.is_none()))
            (choice("these", &words.text("settings-companies-these"), "", on.is_some_and(|on| !on.is_empty())))
            div.columns { @for company in companies { (box_of(company)) } }
        }
    }
}

/// The companies chosen; `None` for all of them. Ticked ones count before the word "all": the narrower choice harms nobody. Without any
/// choice there are none, which is refused.
fn chosen_companies(call: &Call) -> Option<BTreeSet<String>> {
    let companies = ticked(call, "company-");
    if companies.is_empty() && call.field("companies") == Some("all") { None } else { Some(companies) }
}

/// The names of roles.
fn role_names(words: &Words, roles: &BTreeSet<Role>) -> String {
    let names: Vec<String> =
        roles.iter().map(|role| words.text(&format!("settings-role-{}", role.code()))).collect();
    names.join(", ")
}

/// Codes of companies, or the word for all of them.
fn company_names(words: &Words, companies: Option<&BTreeSet<String>>) -> String {
    match companies {
        None => words.text("settings-all-companies"),
        Some(codes) => codes.iter().cloned().collect::<Vec<_>>().join(", "),
    }
}

/// The languages to choose from, after what an empty choice stands for.
fn languages(words: &Words, empty: &str) -> Vec<(String, String)> {
    let none = (String::new(), words.text(empty));
    let all = crate::messages::Messages::languages()
        .map(|tag| (tag.to_owned(), words.text(&format!("settings-language-{tag}"))));
    std::iter::once(none).chain(all).collect()
}

/// A secret that is shown once.
fn shown_once(text: &str, secret: &str) -> Markup {
    html! {
        div.notice.good role="status" { p { strong { (text) } } p { code { (secret) } } }
    }
}
