//! Tokens by which programs act for a person: made and shown once, listed, revoked.

use super::{
    Choice, boxes, chosen_companies, companies, company_choice, company_names, page_of, refused, shown_once,
    ticked,
};
use crate::access::roles::Permission;
use crate::access::tokens::{self, NewToken, Scope, Token};
use crate::serve::{Call, Page, Reply};
use crate::web::parts::{Column, Field, chip, form, keys, problem_box, table};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;

/// Days a token works unless another number is typed.
const DAYS: &str = "90";

/// `/settings/tokens`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, None, None)?))
}

/// Makes a token and shows its secret.
pub fn create(call: Call) -> Result<Reply, Problem> {
    match created(&call) {
        Ok(secret) => Ok(Reply::Page(draw(&call, Some(&secret), None)?)),
        Err(problem) => Ok(Reply::Page(refused(draw(&call, None, Some(&problem))?, &problem))),
    }
}

fn created(call: &Call) -> Result<String, Problem> {
    let days = call.field("days").unwrap_or(DAYS);
    let new = NewToken {
        name: call.field("name").unwrap_or("").to_owned(),
        user: call.user()?.name.clone(),
        scopes: ticked(call, "scope-").iter().filter_map(|code| Scope::parse(code)).collect(),
        companies: chosen_companies(call),
        // What is no number is refused as no number of days is.
        days: days.parse().unwrap_or(0),
    };
    // Each asking makes another secret, so a repetition has none to show again.
    let mut session = call.session();
    session.idempotency_key = None;
    Ok(tokens::create(&mut session, &new)?.0)
}

/// `/settings/tokens/{token}/revoke`: one's own; administrators anybody's.
pub fn revoke(call: Call) -> Result<Reply, Problem> {
    let user = call.user()?;
    let text = call.path("token");
    let number = text.parse().map_err(|_| Problem::refused("token-not-found").with("token", text))?;
    let administers = call.caller.may(Permission::Administer) && call.caller.sees_whole_group();
    tokens::revoke(&mut call.session(), number, (!administers).then_some(user.name.as_str()))?;
    let back = match call.field("of") {
        Some(of) if administers && of != user.name => {
            format!("/settings/users/{}", crate::web::parts::segment(of))
        }
        _ => "/settings/tokens".to_owned(),
    };
    Ok(Reply::See(format!("{back}?done=done-deleted")))
}

fn draw(call: &Call, secret: Option<&str>, problem: Option<&Problem>) -> Result<Page, Problem> {
    let words = call.words;
    let mut session = call.session();
    let own = tokens::list(&mut session, Some(&call.user()?.name))?;
    let companies = companies(call, &mut session)?;
    let body = html! {
        @if let Some(problem) = problem { (problem_box(words, problem)) }
        @if let Some(secret) = secret { (shown_once(&words.text("settings-token-once"), secret)) }
        p { (words.text("settings-tokens-why")) }
        (token_table(call, &own))
        section.card.no-print {
            h2 { (words.text("settings-token-new")) }
            (form(&call.caller, "/settings/tokens", &fields(call, &companies)))
        }
    };
    Ok(page_of(call, "/settings/tokens", &body))
}

/// Tokens, with a way to revoke those that still work.
pub fn token_table(call: &Call, tokens: &[Token]) -> Markup {
    let words = call.words;
    let columns = [
        Column::text(words.text("settings-token-name")),
        Column::text(words.text("settings-scopes")),
        Column::text(words.text("nav-companies")),
        Column::text(words.text("settings-token-made")),
        Column::text(words.text("settings-token-ends")),
        Column::text(words.text("settings-token-used")),
        Column::text(words.text("col-state")),
    ];
    let rows: Vec<Markup> = tokens.iter().map(|token| row(call, token)).collect();
    let caption = words.text("settings-tokens");
    table(&caption, &columns, &rows, &Markup::default(), &words.text("settings-tokens-none"))
}

fn row(call: &Call, token: &Token) -> Markup {
    let words = call.words;
    let has_expired = token.expires_at <= call.now;
    html! {
        td { (token.name) }
        td { (scope_names(words, token)) }
        td { (company_names(words, token.companies.as_ref())) }
        td.date { (words.instant(&token.created_at)) }
        td.date { (words.instant(&token.expires_at)) }
        td.date { (token.last_used_at.as_deref().map_or_else(|| "–".to_owned(), |at| words.instant(at))) }
        td {
            @if token.revoked { (chip("quiet", &words.text("settings-token-revoked"))) }
            @else if has_expired { (chip("quiet", &words.text("settings-token-expired"))) }
            @else {
                form action=(format!("/settings/tokens/{}/revoke", token.token_id)) method="post" {
                    (keys(&call.caller))
                    input type="hidden" name="of" value=(token.user);
                    button.danger type="submit" aria-label=(words.with("settings-token-revoke-one", &[("name", token.name.clone())])) { (words.text("settings-token-revoke")) }
                }
            }
        }
    }
}

fn scope_names(words: &Words, token: &Token) -> String {
    let names: Vec<String> =
        token.scopes.iter().map(|scope| words.text(&format!("settings-scope-{}", scope.code()))).collect();
    names.join(", ")
}

fn fields(call: &Call, companies: &[(String, String)]) -> Markup {
    let words = call.words;
    // A calendar's feed is made on the page of deadlines.
    let scopes: Vec<Choice> = [Scope::Read, Scope::Write, Scope::Run, Scope::Admin]
        .into_iter()
        .filter(|scope| {
            Permission::ALL.iter().any(|p| {
                scope.allows(*p) && (*p != Permission::Read || *scope == Scope::Read) && call.caller.may(*p)
            })
        })
        .map(|scope| {
            (scope.code().to_owned(), words.text(&format!("settings-scope-{}", scope.code())), String::new())
        })
        .collect();
    let on = ticked(call, "scope-");
    let of = call.field("companies").and_then(|_| chosen_companies(call));
    html! {
        div.columns {
            (Field::new("name", &words.text("settings-token-name"), call.field("name").unwrap_or("")).required().text("text"))
            (Field::new("days", &words.text("settings-token-days"), call.field("days").unwrap_or(DAYS)).required().hint(&words.text("settings-token-days-hint")).text("number"))
        }
        (boxes(&words.text("settings-scopes"), &words.text("settings-scopes-hint"), "scope-", &scopes, &on))
        (company_choice(words, companies, of.as_ref(), (2, &words.text("settings-token-companies-hint"))))
        button.primary type="submit" { (words.text("settings-token-do")) }
    }
}
