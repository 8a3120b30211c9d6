//! The calendar of duties, and its feed.

use crate::access::roles::Permission;
use crate::access::tokens::{self, NewToken, Scope, Token};
use crate::calendar_feed::{FeedRequest, calendar_feed};
use crate::deadlines::DUTIES;
use crate::duty::{duty_name, is_duty_seen};
use crate::portfolio::DUTIES_KEPT;
use crate::serve::{Access, Call, Reply, Route};
use crate::web::duty::{duty_columns, duty_row};
use crate::web::parts::{Field, form, freshness_note, keys, pager, table, text_of, with_query};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::Value;
use std::collections::BTreeSet;

/// Rows of a page.
const ROWS: usize = 100;

/// Days before a duty that a calendar rings.
const ALARM_DAYS: u16 = 2;

/// Days a feed works before it must be made again.
const FEED_DAYS: i64 = 366;

/// The feed is open to whoever has its secret: calendar programs do not sign in.
pub const ROUTES: &[Route] = &[
    Route::page("/deadlines", Access::Allowed(Permission::Read), list),
    Route::form("/deadlines/feed", Access::Allowed(Permission::Own), make_feed),
    Route::form("/deadlines/feed/end", Access::Allowed(Permission::Own), end_feed),
    Route::page("/feed/{secret}", Access::Open, feed),
];

fn account_of(duty: &Value) -> [&str; 3] {
    ["account", "branch", "account_type"].map(|name| text_of(duty, name))
}

fn list(call: Call) -> Result<Reply, Problem> {
    page(&call, None)
}

fn page(call: &Call, new_feed: Option<&str>) -> Result<Reply, Problem> {
    let words = call.words;
    let (portfolio, freshness) = call.portfolio()?;
    let wanted = |duty: &&Value| {
        let fits =
            |field: &str, name: &str| call.query(field).is_none_or(|wanted| text_of(duty, name) == wanted);
        is_duty_seen(duty, |company| call.caller.sees_company(company))
            && fits("what", "what")
            && fits("policy", "policy")
    };
    // An account stands for itself and for what is co-insured under it.
    let accounts: Option<BTreeSet<[&str; 3]>> = call.query("account").map(|account| {
        let main = portfolio.buyer_id(account);
        let all =
            main.into_iter().chain(main.into_iter().flat_map(|id| portfolio.co_insured_of(id)).copied());
        all.flat_map(|id| portfolio.duties_of(id)).map(account_of).collect()
    });
    let of_account =
        |duty: &&Value| accounts.as_ref().is_none_or(|wanted| wanted.contains(&account_of(duty)));
    let duties: Vec<&Value> = portfolio.duties.iter().filter(wanted).filter(of_account).collect();
    let from = usize::try_from(call.query_number("from", 0, 0)?).unwrap_or(0).min(duties.len());
    let shown: Vec<&Value> = duties.iter().skip(from).take(ROWS).copied().collect();
    let title = words.text("nav-deadlines");
    let body = html! {
        div.head { h1 { (title) } span.quiet { (words.count("deadlines-found", duties.len())) } }
        (freshness_note(words, freshness))
        @if portfolio.duties_summary["duties"].as_u64().is_some_and(|all| all > portfolio.duties.len() as u64) {
            @let all = words.number(&portfolio.duties_summary["duties"].to_string());
            p.quiet { (words.with("deadlines-cut", &[("kept", words.number(&DUTIES_KEPT.to_string())), ("all", all)])) }
        }
        (filters(call, portfolio.snapshot.policies.keys()))
        (weeks(words, &shown))
        @if duties.len() > ROWS {
            (pager(words, from, shown.len(), duties.len(), &|to| with_query(call, &[("from", &to.to_string())])))
        }
        (feed_section(call, new_feed)?)
    };
    Ok(Reply::page("deadlines", title, body))
}

fn filters<'p>(call: &Call, policies: impl Iterator<Item = &'p String>) -> Markup {
    let words = call.words;
    let all = (String::new(), words.text("filter-all"));
    let duties = DUTIES.iter().map(|(what, _)| ((*what).to_owned(), duty_name(words, what)));
    let duties: Vec<_> = std::iter::once(all.clone()).chain(duties).collect();
    let policies = policies.map(|code| (code.clone(), code.clone()));
    let policies: Vec<_> = std::iter::once(all).chain(policies).collect();
    html! {
        form.tools action="/deadlines" method="get" data-send-on-change {
            @if let Some(account) = call.query("account") { input type="hidden" name="account" value=(account); }
            (Field::new("what", &words.text("col-what"), call.query("what").unwrap_or("")).select(&duties))
            (Field::new("policy", &words.text("col-policy"), call.query("policy").unwrap_or("")).select(&policies))
            button type="submit" { (words.text("filter-apply")) }
        }
    }
}

/// One table per week, so that one sees what the week brings.
fn weeks(words: &Words, duties: &[&Value]) -> Markup {
    if duties.is_empty() {
        return html! { p.empty { (words.text("today-duties-none")) } };
    }
    let week = |duty: &&Value| duty["days_left"].as_i64().unwrap_or(0).div_euclid(7);
    let mut parts: Vec<(i64, Vec<&Value>)> = Vec::new();
    for duty in duties {
        match parts.last_mut() {
            Some((n, part)) if *n == week(duty) => part.push(duty),
            _ => parts.push((week(duty), vec![duty])),
        }
    }
    html! {
        @for (n, part) in parts {
            @let name = match n { 0 => words.text("deadlines-this-week"), 1 => words.text("deadlines-next-week"), n => words.count("deadlines-in-weeks", n as usize) };
            h2 { (name) }
            (table(&name, &duty_columns(words), &part.iter().map(|duty| duty_row(words, duty)).collect::<Vec<_>>(), &Markup::default(), ""))
        }
    }
}

fn feeds(call: &Call) -> Result<Vec<Token>, Problem> {
    let all = tokens::list(&mut call.session(), Some(&call.user()?.name))?;
    Ok(all.into_iter().filter(|token| !token.revoked && token.scopes.contains(&Scope::Calendar)).collect())
}

fn feed_section(call: &Call, new_feed: Option<&str>) -> Result<Markup, Problem> {
    let words = call.words;
    let feeds = feeds(call)?;
    let make = html! { button type="submit" { (words.text("deadlines-feed-make")) } };
    Ok(html! {
        section.card.no-print {
            h2 { (words.text("deadlines-feed")) }
            p { (words.text("deadlines-feed-why")) }
            @if let Some(address) = new_feed {
                div.notice.good role="status" { p { (words.text("deadlines-feed-new")) } p { code { (address) } } }
            }
            @for feed in &feeds {
                form.tools action="/deadlines/feed/end" method="post" {
                    (keys(&call.caller))
                    input type="hidden" name="token" value=(feed.token_id);
                    span { (words.with("deadlines-feed-made", &[("date", words.instant(&feed.created_at))])) }
                    button.danger type="submit" { (words.text("deadlines-feed-end")) }
                }
            }
            @if feeds.is_empty() { (form(&call.caller, "/deadlines/feed", &make)) }
        }
    })
}

/// Makes the caller's feed and shows its address once.
fn make_feed(call: Call) -> Result<Reply, Problem> {
    let new = NewToken {
        name: call.words.text("deadlines-feed"),
        user: call.user()?.name.clone(),
        scopes: BTreeSet::from([Scope::Calendar]),
        companies: None,
        days: FEED_DAYS,
    };
    // Each asking makes another secret, so a repetition has none to show again.
    let mut session = call.session();
    session.idempotency_key = None;
    let (secret, _) = tokens::create(&mut session, &new)?;
    page(&call, Some(&format!("{}/feed/{secret}", call.house_address())))
}

fn end_feed(call: Call) -> Result<Reply, Problem> {
    let token = call.field("token").and_then(|text| text.parse().ok()).unwrap_or(0);
    tokens::revoke(&mut call.session(), token, Some(&call.user()?.name))?;
    Ok(Reply::See("/deadlines?done=done-deleted".to_owned()))
}

/// The feed: what its owner may see, in the owner's language.
fn feed(call: Call) -> Result<Reply, Problem> {
    let secret = call.path("secret").trim_end_matches(".ics");
    let bearer = tokens::token_of(&call.house.store, secret, &call.now)?;
    let bearer =
        bearer.filter(|bearer| bearer.scopes.contains(&Scope::Calendar) && bearer.user.may(Permission::Read));
    let Some(bearer) = bearer else { return Err(Problem::refused("page-not-found")) };
    let words = bearer.user.language.as_deref().map_or(call.words, Words::of);
    let (portfolio, _) = call.portfolio()?;
    let is_own = |duty: &&Value| is_duty_seen(duty, |company| bearer.user.sees_company(company));
    let lines: Vec<Value> = portfolio.duties.iter().filter(is_own).cloned().collect();
    let text = calendar_feed(words, FeedRequest { now: &call.now, alarm_days: ALARM_DAYS }, &lines);
    Ok(Reply::Bytes {
        media_type: "text/calendar; charset=utf-8",
        file_name: None,
        body: text.into_bytes(),
        is_lasting: false,
    })
}
