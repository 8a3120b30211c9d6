//! Users: who may sign in, with which roles and for which companies.

use super::tokens::token_table;
use super::{
    Choice, boxes, chosen_companies, companies, company_choice, company_names, languages, page_of, refused,
    role_names, shown_once, ticked,
};
use crate::access::roles::Role;
use crate::access::tokens;
use crate::access::users::{self, NewUser, User, UserChange};
use crate::serve::{Call, Page, Reply};
use crate::web::parts::{Column, Field, chip, form, problem_box, segment, table};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use std::collections::BTreeSet;

/// `/settings/users`.
pub fn list(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let all = users::list(&mut call.session())?;
    let columns = [
        Column::text(words.text("sign-in-name")),
        Column::text(words.text("settings-display-name")),
        Column::text(words.text("settings-roles")),
        Column::text(words.text("nav-companies")),
        Column::text(words.text("col-state")),
    ];
    let row = |user: &User| {
        html! {
            td { a href=(address(&user.name)) { (user.name) } }
            td { (user.display_name) }
            td { (role_names(words, &user.roles)) }
            td { (company_names(words, user.companies.as_ref())) }
            td { (state(words, user)) }
        }
    };
    let rows: Vec<Markup> = all.iter().map(row).collect();
    let body = html! {
        div.tools { a.button.primary href="/settings/new-user" { (words.text("settings-user-new")) } }
        (table(&words.text("settings-users"), &columns, &rows, &Markup::default(), ""))
    };
    Ok(Reply::Page(page_of(&call, "/settings/users", &body)))
}

fn address(name: &str) -> String {
    format!("/settings/users/{}", segment(name))
}

/// Whether a person can sign in, and how.
fn state(words: &Words, user: &User) -> Markup {
    if user.disabled {
        chip("bad", &words.text("settings-user-disabled"))
    } else if user.has_password || user.is_external {
        chip("good", &words.text("settings-user-active"))
    } else {
        chip("warn", &words.text("settings-user-no-password"))
    }
}

/// `/settings/new-user`.
pub fn new_page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(new_form(&call, None)?))
}

/// Makes a user, and shows the link by which they set their password.
pub fn create(call: Call) -> Result<Reply, Problem> {
    let new = NewUser {
        name: call.field("name").unwrap_or("").to_owned(),
        display_name: call.field("display_name").unwrap_or("").to_owned(),
        roles: roles(&call),
        companies: chosen_companies(&call),
        language: call.field("language").map(str::to_owned),
        password: None,
    };
    match users::create(&mut call.session(), &new) {
        Ok(user) => {
            let link = make_link(&call, &user.name)?;
            Ok(Reply::Page(draw(&call, &user.name, Some(&link), None, false)?))
        }
        Err(problem) => Ok(Reply::Page(refused(new_form(&call, Some(&problem))?, &problem))),
    }
}

/// `/settings/users/{user}/link`: another link; earlier ones stop working.
pub fn link(call: Call) -> Result<Reply, Problem> {
    let name = call.path("user").to_owned();
    let link = make_link(&call, &name)?;
    Ok(Reply::Page(draw(&call, &name, Some(&link), None, false)?))
}

fn make_link(call: &Call, name: &str) -> Result<String, Problem> {
    // Each asking makes another secret, so a repetition has none to show again.
    let mut session = call.session();
    session.idempotency_key = None;
    Ok(format!("{}/password/{}", call.house_address(), users::password_link(&mut session, name)?))
}

/// `/settings/users/{user}`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let name = call.path("user").to_owned();
    Ok(Reply::Page(draw(&call, &name, None, None, false)?))
}

/// Saves a user, unless somebody else has changed them since they were shown.
pub fn change(call: Call) -> Result<Reply, Problem> {
    let name = call.path("user").to_owned();
    let change = UserChange {
        display_name: Some(call.field("display_name").unwrap_or("").to_owned()),
        roles: Some(roles(&call)),
        companies: Some(chosen_companies(&call)),
        language: Some(call.field("language").map(str::to_owned)),
        disabled: Some(call.field("disabled").is_some()),
        // A form without a version was not made here: no change fits it.
        seen: Some(call.field("version").and_then(|text| text.parse().ok()).unwrap_or(0)),
    };
    match users::change(&mut call.session(), &name, &change) {
        Ok(_) => Ok(Reply::See("/settings/users?done=done-saved".to_owned())),
        Err(problem) if problem.code == "user-not-found" => Err(problem),
        Err(problem) => Ok(Reply::Page(refused(draw(&call, &name, None, Some(&problem), true)?, &problem))),
    }
}

fn roles(call: &Call) -> BTreeSet<Role> {
    ticked(call, "role-").iter().filter_map(|code| Role::parse(code)).collect()
}

/// What a form of a user shows: as it is, or as it was typed.
struct Shown {
    display_name: String,
    roles: BTreeSet<Role>,
    companies: Option<BTreeSet<String>>,
    language: String,
}

impl Shown {
    fn typed(call: &Call) -> Shown {
        let text = |name: &str| call.field(name).unwrap_or("").to_owned();
        Shown {
            display_name: text("display_name"),
            roles: roles(call),
            companies: chosen_companies(call),
            language: text("language"),
        }
    }

    fn of(user: &User) -> Shown {
        Shown {
            display_name: user.display_name.clone(),
            roles: user.roles.clone(),
            companies: user.companies.clone(),
            language: user.language.clone().unwrap_or_default(),
        }
    }

    fn fields(&self, words: &Words, all_companies: &[(String, String)]) -> Markup {
        let role = |role: &Role| {
            let name = words.text(&format!("settings-role-{}", role.code()));
            (role.code().to_owned(), name, words.text(&format!("settings-role-why-{}", role.code())))
        };
        let all: Vec<Choice> = Role::ALL.iter().map(role).collect();
        let on: BTreeSet<String> = self.roles.iter().map(|role| role.code().to_owned()).collect();
        html! {
            div.columns {
                (Field::new("display_name", &words.text("settings-display-name"), &self.display_name).text("text"))
                (Field::new("language", &words.text("settings-language"), &self.language).select(&languages(words, "settings-language-browser")))
            }
            (boxes(&words.text("settings-roles"), &words.text("settings-roles-hint"), "role-", &all, &on))
            (company_choice(words, all_companies, self.companies.as_ref(), (1, "")))
        }
    }
}

fn new_form(call: &Call, problem: Option<&Problem>) -> Result<Page, Problem> {
    let words = call.words;
    let companies = companies(call, &mut call.session())?;
    let name = call.field("name").unwrap_or("");
    let fields = html! {
        (Field::new("name", &words.text("sign-in-name"), name).required().hint(&words.text("settings-user-name-hint")).autocomplete("off").text("text"))
        (Shown::typed(call).fields(words, &companies))
        p.quiet { (words.text("settings-user-link-what")) }
        button.primary type="submit" { (words.text("settings-user-do")) }
    };
    let body = html! {
        @if let Some(problem) = problem { (problem_box(words, problem)) }
        section.card {
            h2 { (words.text("settings-user-new")) }
            (form(&call.caller, "/settings/new-user", &fields))
        }
    };
    Ok(page_of(call, "/settings/users", &body))
}

fn draw(
    call: &Call,
    name: &str,
    link: Option<&str>,
    problem: Option<&Problem>,
    is_typed: bool,
) -> Result<Page, Problem> {
    let words = call.words;
    let mut session = call.session();
    let user = users::get(&mut session, name)?;
    let of_user = tokens::list(&mut session, Some(name))?;
    let companies = companies(call, &mut session)?;
    let shown = if is_typed { Shown::typed(call) } else { Shown::of(&user) };
    let is_disabled = if is_typed { call.field("disabled").is_some() } else { user.disabled };
    let fields = html! {
        input type="hidden" name="version" value=(user.entry);
        (shown.fields(words, &companies))
        @if user.is_external { p.notice.quiet { (words.text("settings-user-external")) } }
        (Field::new("disabled", &words.text("settings-user-disable"), if is_disabled { "true" } else { "" }).hint(&words.text("settings-user-disable-hint")).check())
        button.primary type="submit" { (words.text("settings-save")) }
    };
    let another_link = html! { button type="submit" { (words.text("settings-user-link-do")) } };
    let body = html! {
        @if let Some(problem) = problem {
            (problem_box(words, problem))
            @if problem.code == "record-changed" { (says_now(words, &user)) }
        }
        @if let Some(link) = link { (shown_once(&words.text("settings-user-link-once"), link)) }
        p.trail { a href="/settings/users" { (words.text("settings-users")) } }
        section.card {
            h2 { (user.name) " " (state(words, &user)) }
            (form(&call.caller, &address(name), &fields))
        }
        section.card.no-print {
            h2 { (words.text("settings-user-link")) }
            p { (words.text("settings-user-link-why")) }
            (form(&call.caller, &format!("{}/link", address(name)), &another_link))
        }
        h2 { (words.text("settings-tokens")) }
        (token_table(call, &of_user))
    };
    Ok(page_of(call, "/settings/users", &body))
}

/// What the record says by now, beside what was typed.
fn says_now(words: &Words, user: &User) -> Markup {
    html! {
        section.card {
            h2 { (words.text("settings-now")) }
            dl.facts {
                dt { (words.text("settings-display-name")) } dd { (user.display_name) }
                dt { (words.text("settings-language")) } dd { (user.language.as_deref().unwrap_or("–")) }
                dt { (words.text("settings-roles")) } dd { (role_names(words, &user.roles)) }
                dt { (words.text("nav-companies")) } dd { (company_names(words, user.companies.as_ref())) }
                dt { (words.text("col-state")) } dd { (state(words, user)) }
            }
        }
    }
}
