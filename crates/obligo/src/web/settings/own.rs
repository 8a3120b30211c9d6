//! What is a person's own: name, language, password.

use super::{company_names, languages, page_of, refused, role_names};
use crate::access::sign_in::open_session;
use crate::access::users::{self, User, UserChange};
use crate::serve::{Call, Page, Reply};
use crate::web::parts::{Field, chip, form, problem_box};
use crate::web::sign_in::session_cookie;
use maud::{Markup, html};
use obligo_rules::problem::Problem;

/// `/settings`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, None)?))
}

/// `/settings/own`: name and language.
pub fn change(call: Call) -> Result<Reply, Problem> {
    let change = UserChange {
        display_name: Some(call.field("display_name").unwrap_or("").to_owned()),
        language: Some(call.field("language").map(str::to_owned)),
        // A form without a version was not made here: no change fits it.
        seen: Some(call.field("version").and_then(|text| text.parse().ok()).unwrap_or(0)),
        ..UserChange::default()
    };
    match users::change(&mut call.session(), &call.user()?.name, &change) {
        Ok(_) => Ok(Reply::See("/settings?done=done-saved".to_owned())),
        Err(problem) => Ok(Reply::Page(refused(draw(&call, Some(&problem))?, &problem))),
    }
}

/// `/settings/password`: ends all sessions of the person and begins a new one here.
pub fn password(call: Call) -> Result<Reply, Problem> {
    let user = call.user()?;
    let (present, new) = (call.secret_field("present"), call.secret_field("password"));
    match users::change_own_password(&mut call.session(), &user.name, present, new) {
        Ok(()) => {
            let session = open_session(&call.house.store, user, &call.now)?;
            let cookie = session_cookie(&call, &session.cookie_secret);
            Ok(Reply::SeeWithCookie("/settings?done=done-saved".to_owned(), cookie))
        }
        Err(problem) => Ok(Reply::Page(refused(draw(&call, Some(&problem))?, &problem))),
    }
}

fn draw(call: &Call, problem: Option<&Problem>) -> Result<Page, Problem> {
    let words = call.words;
    let user = users::get(&mut call.session(), &call.user()?.name)?;
    let body = html! {
        @if let Some(problem) = problem { (problem_box(words, problem)) }
        div.grid {
            section.card {
                h2 { (words.text("settings-you")) }
                (facts(call, &user))
                (form(&call.caller, "/settings/own", &fields(call, &user)))
            }
            section.card {
                h2 { (words.text("settings-password")) }
                @if user.has_password { (form(&call.caller, "/settings/password", &password_fields(call, &user))) }
                @else if user.is_external { p { (words.text("settings-password-elsewhere")) } }
                @else { p { (chip("warn", &words.text("settings-user-no-password"))) } }
            }
        }
    };
    Ok(page_of(call, "/settings", &body))
}

fn facts(call: &Call, user: &User) -> Markup {
    let words = call.words;
    html! {
        dl.facts {
            dt { (words.text("sign-in-name")) } dd { (user.name) }
            dt { (words.text("settings-roles")) } dd { (role_names(words, &user.roles)) }
            dt { (words.text("nav-companies")) } dd { (company_names(words, user.companies.as_ref())) }
        }
    }
}

fn fields(call: &Call, user: &User) -> Markup {
    let words = call.words;
    let name = call.field("display_name").unwrap_or(&user.display_name);
    let language = call.field("language").or(user.language.as_deref()).unwrap_or("");
    html! {
        input type="hidden" name="version" value=(user.entry);
        (Field::new("display_name", &words.text("settings-display-name"), name).autocomplete("name").text("text"))
        (Field::new("language", &words.text("settings-language"), language).select(&languages(words, "settings-language-browser")))
        button.primary type="submit" { (words.text("settings-save")) }
    }
}

fn password_fields(call: &Call, user: &User) -> Markup {
    let words = call.words;
    html! {
        // Password managers want to know whose password it is.
        input type="hidden" name="name" autocomplete="username" value=(user.name);
        (Field::new("present", &words.text("settings-password-present"), "").required().autocomplete("current-password").text("password"))
        (Field::new("password", &words.text("settings-password-new"), "").required().hint(&words.text("first-password-hint")).autocomplete("new-password").text("password"))
        p.quiet { (words.text("settings-password-what")) }
        button type="submit" { (words.text("settings-password-do")) }
    }
}
