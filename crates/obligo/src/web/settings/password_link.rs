//! The page behind a link that sets a password once.

use crate::access::sign_in::open_session;
use crate::access::users;
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Field, form, problem_box, segment};
use crate::web::sign_in::session_cookie;
use maud::html;
use obligo_rules::problem::Problem;

/// `/password/{secret}`. Error: `link-invalid`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, None)?))
}

/// Sets the password and signs in.
pub fn set(call: Call) -> Result<Reply, Problem> {
    let (secret, password) = (call.path("secret"), call.secret_field("password"));
    match users::accept_password_link(&mut call.session(), secret, password) {
        Ok(user) => {
            let session = open_session(&call.house.store, &user, &call.now)?;
            Ok(Reply::SeeWithCookie("/".to_owned(), session_cookie(&call, &session.cookie_secret)))
        }
        Err(problem) => Ok(Reply::Page(draw(&call, Some(&problem))?.with_status(http_status(&problem)))),
    }
}

fn draw(call: &Call, problem: Option<&Problem>) -> Result<Page, Problem> {
    let words = call.words;
    let user = users::user_of_link(&mut call.session(), call.path("secret"))?;
    let user = user.ok_or_else(|| Problem::forbidden("link-invalid"))?;
    let fields = html! {
        input type="hidden" name="name" autocomplete="username" value=(user.name);
        (Field::new("password", &words.text("settings-password-new"), "").required().hint(&words.text("first-password-hint")).autocomplete("new-password").text("password"))
        button.primary type="submit" { (words.text("password-link-do")) }
    };
    let title = words.text("password-link-title");
    let body = html! {
        section.card.narrow {
            p.wordmark { "obligo" }
            h1 { (title) }
            p { (words.with("password-link-whose", &[("user", user.name.clone())])) }
            @if let Some(problem) = problem { (problem_box(words, problem)) }
            (form(&call.caller, &format!("/password/{}", segment(call.path("secret"))), &fields))
        }
    };
    Ok(Page::new("", title, body))
}
