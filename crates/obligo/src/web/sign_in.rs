//! Signing in and out, and the first start.

use crate::access::{first_start, oidc, settings, sign_in};
use crate::serve::{Access, Call, Reply, Route};
use crate::web::parts::{Field, form, problem_box};
use maud::{Markup, html};
use obligo_rules::problem::Problem;

/// The few pages open to strangers. Signing out needs nobody's permission.
pub const ROUTES: &[Route] = &[
    Route::page("/sign-in", Access::Open, sign_in_page),
    Route::form("/sign-in", Access::Open, sign_in_form),
    Route::page("/sign-in/provider", Access::Open, provider),
    Route::page("/sign-in/back", Access::Open, back),
    Route::form("/sign-out", Access::Open, sign_out),
    Route::page("/first/{secret}", Access::Open, first_page),
    Route::form("/first/{secret}", Access::Open, first_form),
];

/// Name of the session's cookie, kept from scripts and from other sites' forms.
fn cookie(call: &Call, secret: &str, seconds: u32) -> String {
    let secure = if call.house.is_secure() { "; Secure" } else { "" };
    format!("obligo_session={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
}

/// The cookie of a session just begun.
pub fn session_cookie(call: &Call, secret: &str) -> String {
    cookie(call, secret, COOKIE_SECONDS)
}

/// Seven days, as long as a session may last.
const COOKIE_SECONDS: u32 = 604_800;

/// Where to go after signing in: an address of this house, never of another.
fn next(call: &Call) -> String {
    let asked = call.field("next").or_else(|| call.query("next")).unwrap_or("/");
    let is_ours = asked.starts_with('/')
        && !asked.starts_with("//")
        && !asked.contains(|c: char| c == '\\' || c.is_control())
        && !asked.starts_with("/sign-");
    if is_ours { asked.to_owned() } else { "/".to_owned() }
}

fn sign_in_page(call: Call) -> Result<Reply, Problem> {
    if !call.caller.is_stranger() {
        return Ok(Reply::See(next(&call)));
    }
    sign_in_again(&call, None)
}

fn sign_in_again(call: &Call, problem: Option<&Problem>) -> Result<Reply, Problem> {
    let words = call.words;
    let has_provider = settings::settings(&call.house.store)?.oidc.is_some();
    let fields = html! {
        input type="hidden" name="next" value=(next(call));
        (Field::new("name", &words.text("sign-in-name"), call.field("name").unwrap_or("")).required().autocomplete("username").text("text"))
        (Field::new("password", &words.text("sign-in-password"), "").required().autocomplete("current-password").text("password"))
        button.primary type="submit" { (words.text("sign-in-do")) }
    };
    let title = words.text("sign-in-title");
    let body = card(
        &title,
        &html! {
            @if let Some(problem) = problem { (problem_box(words, problem)) }
            (form(&call.caller, "/sign-in", &fields))
            @if has_provider { p { a.button href="/sign-in/provider" { (words.text("sign-in-provider")) } } }
        },
    );
    let status = problem.map_or(200, crate::serve::http_status);
    Ok(Reply::Page(crate::serve::Page::new("", title, body).with_status(status)))
}

fn card(title: &str, inside: &Markup) -> Markup {
    html! { section.card.narrow { p.wordmark { "obligo" } h1 { (title) } (inside) } }
}

fn sign_in_form(call: Call) -> Result<Reply, Problem> {
    let name = call.field("name").unwrap_or("");
    let password = call.secret_field("password");
    match sign_in::sign_in(&call.house.store, name, password, &call.remote, &call.now) {
        Ok(session) => Ok(Reply::SeeWithCookie(next(&call), session_cookie(&call, &session.cookie_secret))),
        Err(problem) => sign_in_again(&call, Some(&problem)),
    }
}

fn sign_out(call: Call) -> Result<Reply, Problem> {
    if !call.caller.session_secret.is_empty() {
        sign_in::sign_out(&call.house.store, &call.caller.session_secret)?;
    }
    Ok(Reply::SeeWithCookie("/sign-in?done=done-signed-out".to_owned(), cookie(&call, "", 0)))
}

/// Goes to the identity provider (authorization code with PKCE).
fn provider(call: Call) -> Result<Reply, Problem> {
    let Some(oidc) = settings::settings(&call.house.store)?.oidc else {
        return Err(Problem::refused("page-not-found"));
    };
    let (address, flow) = oidc::begin(&oidc, &redirect(&call)?)?;
    let secret = oidc::keep_flow(&call.house.store, &flow, &call.now)?;
    let secure = if call.house.is_secure() { "; Secure" } else { "" };
    let keep = format!("obligo_flow={secret}; Path=/sign-in; HttpOnly; SameSite=Lax; Max-Age=600{secure}");
    Ok(Reply::SeeWithCookie(address, keep))
}

/// Comes back from the identity provider.
fn back(call: Call) -> Result<Reply, Problem> {
    let refused = || Problem::forbidden("sign-in-refused");
    let Some(oidc) = settings::settings(&call.house.store)?.oidc else {
        return Err(Problem::refused("page-not-found"));
    };
    let finished = (|| {
        let flow =
            oidc::take_flow(&call.house.store, &call.cookie("obligo_flow").ok_or_else(refused)?, &call.now)?;
        let flow = flow.ok_or_else(refused)?;
        let (code, state) =
            (call.query("code").ok_or_else(refused)?, call.query("state").ok_or_else(refused)?);
        let identity = oidc::complete(&oidc, &flow, code, state)?;
        let user = oidc::local_user(&mut call.session(), &oidc, &identity)?;
        sign_in::open_session(&call.house.store, &user, &call.now)
    })();
    match finished {
        Ok(session) => {
            Ok(Reply::SeeWithCookie("/".to_owned(), session_cookie(&call, &session.cookie_secret)))
        }
        Err(problem) => sign_in_again(&call, Some(&problem)),
    }
}

fn redirect(call: &Call) -> Result<String, Problem> {
    let of_house = &call.house.settings.public_address;
    let base = match settings::settings(&call.house.store)?.public_address {
        Some(set) if of_house.is_empty() => set,
        _ => of_house.clone(),
    };
    Ok(format!("{}/sign-in/back", base.trim_end_matches('/')))
}

fn first_page(call: Call) -> Result<Reply, Problem> {
    first_again(&call, None)
}

fn first_again(call: &Call, problem: Option<&Problem>) -> Result<Reply, Problem> {
    let words = call.words;
    if !first_start::is_first_link(&mut call.session(), call.path("secret"))? {
        return Err(Problem::forbidden("link-invalid"));
    }
    let fields = html! {
        (Field::new("name", &words.text("sign-in-name"), call.field("name").unwrap_or("")).required().autocomplete("username").text("text"))
        (Field::new("password", &words.text("sign-in-password"), "").required().hint(&words.text("first-password-hint")).autocomplete("new-password").text("password"))
        button.primary type="submit" { (words.text("first-do")) }
    };
    let title = words.text("first-title");
    let body = card(
        &title,
        &html! {
            p { (words.text("first-why")) }
            @if let Some(problem) = problem { (problem_box(words, problem)) }
            (form(&call.caller, &format!("/first/{}", crate::web::parts::segment(call.path("secret"))), &fields))
        },
    );
    let status = problem.map_or(200, crate::serve::http_status);
    Ok(Reply::Page(crate::serve::Page::new("", title, body).with_status(status)))
}

/// Makes the administrator and signs in.
fn first_form(call: Call) -> Result<Reply, Problem> {
    let name = call.field("name").unwrap_or("");
    let made = first_start::accept_first_link(
        &mut call.session(),
        call.path("secret"),
        name,
        call.secret_field("password"),
    );
    match made {
        Ok(user) => {
            let session = sign_in::open_session(&call.house.store, &user, &call.now)?;
            Ok(Reply::SeeWithCookie("/".to_owned(), session_cookie(&call, &session.cookie_secret)))
        }
        Err(problem) => first_again(&call, Some(&problem)),
    }
}
