//! The form that checks an order: what-if, and recording it with the same fields.

use super::answer::answer;
use crate::access::roles::Permission;
use crate::credit::orders::check::check;
use crate::credit::orders::enter::enter;
use crate::credit::orders::request::OrderRequest;
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::credit::tabs;
use crate::web::parts::{Field, form, problem_box};
use maud::{Markup, html};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;

/// `/credit/orders/check`: the form, and below it the answer once it is filled in.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let is_asked = call.query("account").is_some() && call.query("amount").is_some();
    if !is_asked {
        return Ok(Reply::Page(draw(&call, &Markup::default())?));
    }
    let figures = call.house.keeper.for_orders(call.today())?;
    let answered = request(&call)
        .and_then(|request| check(&mut call.session(), &figures.portfolio, figures.freshness, &request));
    match answered {
        Ok(found) => {
            let below = html! {
                section.card {
                    h2 { (call.words.text("col-answer")) }
                    (answer(call.words, "asked", &found))
                    (record(&call))
                }
            };
            Ok(Reply::Page(draw(&call, &below)?))
        }
        Err(problem) => refused(&call, &problem),
    }
}

/// What was asked, to be recorded as it is.
fn record(call: &Call) -> Markup {
    const ASKED: &[&str] = &["account", "amount", "currency", "delivery_date", "payment_terms", "order_no"];
    if !call.caller.may_for_group(Permission::Record) || call.query("order_no").is_none() {
        return html! { p.quiet { (call.words.text("order-number-hint")) } };
    }
    let fields = html! {
        @for name in ASKED { input type="hidden" name=(name) value=(typed(call, name)); }
        button type="submit" { (call.words.text("order-enter")) }
    };
    form(&call.caller, "/credit/orders", &fields)
}

/// Checks the order and records it.
pub fn save(call: Call) -> Result<Reply, Problem> {
    let entered = request(&call).and_then(|request| enter(&mut call.session(), &call.house.keeper, &request));
    match entered {
        Ok(order) => Ok(Reply::See(format!("/credit/orders/{}?done=done-saved", order["order"]))),
        Err(problem) => refused(&call, &problem),
    }
}

fn refused(call: &Call, problem: &Problem) -> Result<Reply, Problem> {
    let page = draw(call, &problem_box(call.words, problem))?;
    Ok(Reply::Page(page.with_status(http_status(problem))))
}

fn typed<'c>(call: &'c Call, name: &str) -> &'c str {
    call.field(name).or_else(|| call.query(name)).unwrap_or("")
}

fn request(call: &Call) -> Result<OrderRequest, Problem> {
    let text = |name: &str| typed(call, name).to_owned();
    let delivery_date = match call.field_day("delivery_date")? {
        Some(day) => Some(day),
        None => call.query_day("delivery_date")?,
    };
    Ok(OrderRequest {
        account: text("account"),
        order_no: text("order_no"),
        kind: String::new(),
        // What is no amount is refused by the check, with its text.
        amount: call.words.parse_amount(typed(call, "amount")).unwrap_or_else(|| text("amount")),
        currency: text("currency"),
        order_date: None,
        delivery_date,
        payment_terms: text("payment_terms"),
        point: None,
    })
}

fn draw(call: &Call, below: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let portfolio = call.house.keeper.for_orders(call.today())?.portfolio;
    let house = portfolio.snapshot.companies.values().min_by_key(|c| (!c.master, c.company_id));
    let house = house.and_then(|c| Currency::parse(&c.currency)).unwrap_or(Currency::EUR);
    let currency = if typed(call, "currency").is_empty() { house.code() } else { typed(call, "currency") };
    let amount =
        words.parse_amount(typed(call, "amount")).unwrap_or_else(|| typed(call, "amount").to_owned());
    let day = words.parse_date(typed(call, "delivery_date")).map(|day| day.to_string()).unwrap_or_default();
    let text = |id: &str| words.text(id);
    let (buyer, of_amount, of_currency) = (text("order-buyer"), text("col-amount"), text("col-currency"));
    let (delivery, terms, number) = (text("order-delivery-date"), text("order-terms"), text("order-number"));
    let (terms_hint, number_hint) = (text("order-terms-hint"), text("order-number-hint"));
    let title = text("order-check-one");
    let body = html! {
        h1 { (title) }
        (tabs(words, &call.caller, "orders"))
        p.quiet { (words.text("order-check-about")) }
        section.card {
            form action="/credit/orders/check" method="get" {
                div.grid {
                    (Field::new("account", &buyer, typed(call, "account")).required().lookup("/lookup/buyers"))
                    (Field::new("amount", &of_amount, &amount).required().amount(words))
                    (Field::new("currency", &of_currency, currency).required().text("text"))
                    (Field::new("delivery_date", &delivery, &day).date())
                    (Field::new("payment_terms", &terms, typed(call, "payment_terms")).hint(&terms_hint).text("text"))
                    (Field::new("order_no", &number, typed(call, "order_no")).hint(&number_hint).text("text"))
                }
                button.primary type="submit" { (words.text("order-check-do")) }
            }
        }
        (below)
    };
    Ok(Page::new("credit", title, body))
}
