//! The list of the last selection run.

use crate::serve::{Call, Reply};
use crate::web::credit::tabs;
use maud::html;
use obligo_rules::problem::Problem;

/// `/credit`.
pub fn list(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let title = words.text("nav-credit");
    let body = html! {
        h1 { (title) }
        (tabs(words, &call.caller, "work-list"))
        p.empty { (words.text("credit-no-run")) }
    };
    Ok(Reply::page("credit", title, body))
}
