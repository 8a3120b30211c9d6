//! The day-end close (R4.7).

use crate::close_day::close_day;
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Field, form, problem_box, text_of};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::Value;

/// `/runs/close-day`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, &Markup::default())))
}

/// Closes the day, and says how many bills it marked and what liability is left.
pub fn close(call: Call) -> Result<Reply, Problem> {
    match closed(&call) {
        Ok(result) => Ok(Reply::Page(draw(&call, &told(&call, &result)))),
        Err(problem) => {
            let status = http_status(&problem);
            Ok(Reply::Page(draw(&call, &problem_box(call.words, &problem)).with_status(status)))
        }
    }
}

fn closed(call: &Call) -> Result<Value, Problem> {
    let missing = || Problem::usage("query-date").with("field", "date").of_value("");
    let date = call.field_day("date")?.ok_or_else(missing)?;
    close_day(&mut call.session(), date)
}

fn told(call: &Call, result: &Value) -> Markup {
    let words = call.words;
    let bills = result["expired_bills"].to_string();
    let date = words.date_text(text_of(result, "date"));
    let facts = [("date", date), ("count", bills.clone()), ("shown", words.number(&bills))];
    let amounts = result["bill_liability"].as_object().into_iter().flatten();
    let left: Vec<String> =
        amounts.map(|(currency, amount)| words.money(amount.as_str().unwrap_or(""), currency)).collect();
    html! {
        div.notice.good role="status" {
            p { (words.with("close-day-done", &facts)) }
            @if !left.is_empty() { p { (words.with("close-day-liability", &[("amounts", left.join(", "))])) } }
        }
    }
}

fn draw(call: &Call, notice: &Markup) -> Page {
    let words = call.words;
    let title = words.text("runs-close-day");
    let today = call.today().to_string();
    let typed = call.field("date").or_else(|| call.query("date"));
    let date = typed.and_then(|typed| words.parse_date(typed)).map_or(today, |day| day.to_string());
    let fields = html! {
        (Field::new("date", &words.text("col-date"), &date).required().date())
        button.primary type="submit" { (words.text("runs-close-day-do")) }
    };
    let body = html! {
        p.trail { a href="/runs" { (words.text("nav-runs")) } }
        h1 { (title) }
        (notice)
        section.card { p { (words.text("runs-close-day-what")) } (form(&call.caller, "/runs/close-day", &fields)) }
    };
    Page::new("runs", title, body)
}
