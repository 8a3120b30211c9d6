//! Today: what must be reported, requested or decided, and the portfolio in pictures.

mod duties;
mod pictures;
mod warnings;

use crate::access::roles::Permission;
use crate::duty::is_duty_seen;
use crate::portfolio::{BuyerBook, Overview, Portfolio};
use crate::serve::{Access, Call, Reply, Route};
use crate::web::parts::freshness_note;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::money::{Currency, div_round};
use obligo_rules::problem::Problem;
use serde_json::Value;

/// The start of everything.
pub const ROUTES: &[Route] = &[Route::page("/", Access::Allowed(Permission::Read), today)];

/// What the parts of the page are made from.
struct View<'v> {
    call: &'v Call,
    words: &'static Words,
    portfolio: &'v Portfolio,
    overview: &'v Overview,
    /// Buyers, with what the caller may see of them.
    book: &'v BuyerBook,
    /// Duties the caller may see, by date.
    duties: Vec<&'v Value>,
}

fn today(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let (portfolio, freshness) = call.portfolio()?;
    let title = words.text("nav-today");
    if portfolio.snapshot.companies.is_empty() {
        return Ok(Reply::page("today", title.clone(), empty(words, &title)));
    }
    let own = portfolio.company_ids(call.caller.companies());
    let overview = portfolio.overview(own.as_ref());
    let sees_all = call.caller.sees_whole_group();
    let is_seen = |duty: &&Value| is_duty_seen(duty, |company| call.caller.sees_company(company));
    let duties = portfolio.duties.iter().filter(|duty| sees_all || is_seen(duty)).collect();
    let book = portfolio.buyer_book(own.as_ref());
    let view = View { call: &call, words, portfolio: &portfolio, overview: &overview, book: &book, duties };
    let body = html! {
        div.head {
            h1 { (title) }
            span.quiet { (words.weekday_date(call.today())) }
        }
        (freshness_note(words, freshness))
        (figures(&view))
        (duties::section(&view))
        div.grid.wide { (warnings::over_limit(&view)) (warnings::uninsured(&view)) }
        div.grid.wide { (warnings::offers_and_evidence(&view)) (warnings::runs(&view)?) }
        (pictures::section(&view)?)
    };
    Ok(Reply::page("today", title, body))
}

fn empty(words: &Words, title: &str) -> Markup {
    html! {
        h1 { (title) }
        section.card {
            h2 { (words.text("today-empty")) }
            p { (words.text("today-empty-how")) }
            p { a.button.primary href="/import" { (words.text("today-empty-import")) } }
        }
    }
}

/// An amount without its decimals, for numbers to be taken in at a glance; the exact ones stand in the lists behind.
fn whole(words: &Words, minor: i64, currency: Currency) -> String {
    words.money(&whole_units(minor, currency).to_string(), currency.code())
}

fn whole_units(minor: i64, currency: Currency) -> i64 {
    let unit = 10_i64.pow(currency.exponent());
    div_round(minor.into(), unit.into()).unwrap_or(minor)
}

/// The few numbers to know first.
fn figures(view: &View<'_>) -> Markup {
    let words = view.words;
    // By date, so the first later one ends the count.
    let is_soon = |duty: &&&Value| duty["days_left"].as_i64().is_some_and(|left| left <= 14);
    let soon = view.duties.iter().take_while(is_soon).count();
    let over = view.book.marked().over_limit.len();
    let stopped = view.book.marked().stopped.len();
    html! {
        @for of_currency in &view.overview.currencies {
            div.figures {
                @let money = |minor: i64| whole(words, minor, of_currency.currency);
                @let open = of_currency.total.open();
                a.figure href="/items" { span { (words.text("today-exposure")) } b { (money(open)) } }
                a.figure.good href="/items?cover=full&cover=part" {
                    span { (words.text("today-insured")) } b { (money(of_currency.total.insured)) }
                    @if open > 0 { span { (words.percent(of_currency.total.insured as f64 / open as f64)) } }
                }
                a.figure.(if of_currency.total.uninsured > 0 { "warn" } else { "good" }) href="/items?cover=part&cover=none&order=uninsured&descending=true" {
                    span { (words.text("today-uninsured")) } b { (money(of_currency.total.uninsured)) }
                }
            }
        }
        div.figures {
            a.figure.(if soon > 0 { "bad" } else { "good" }) href="/deadlines" { span { (words.text("today-due-soon")) } b { (words.number(&soon.to_string())) } }
            a.figure.(if over > 0 { "bad" } else { "good" }) href="/buyers?over_limit=true" { span { (words.text("today-over-limit")) } b { (words.number(&over.to_string())) } }
            a.figure.(if stopped > 0 { "bad" } else { "good" }) href="/buyers?stopped=true" { span { (words.text("today-stopped")) } b { (words.number(&stopped.to_string())) } }
        }
    }
}
