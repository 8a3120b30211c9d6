//! Which payers, in which order, as addresses say it: the list and the way from payer to payer share it.

use crate::credit::work_list::WorkChoice;
use crate::serve::Call;
use crate::web::parts::segment;
use obligo_rules::selection::{Change, WorkOrder};

/// Fields of the query that choose.
const FIELDS: [&str; 4] = ["manager", "criterion", "change", "order"];

/// What the address chooses; what it does not know it leaves out.
pub fn of(call: &Call) -> WorkChoice {
    WorkChoice {
        credit_manager: call.query("manager").map(str::to_owned),
        criterion: call.query("criterion").map(str::to_owned),
        change: call.query("change").and_then(Change::parse),
        order: call.query("order").and_then(WorkOrder::parse).unwrap_or_default(),
    }
}

/// The query that says the same, `?` in front; empty where nothing is chosen.
pub fn query(call: &Call) -> String {
    let chosen = FIELDS.iter().filter_map(|name| call.query(name).map(|value| (*name, value)));
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(chosen).finish();
    if query.is_empty() { query } else { format!("?{query}") }
}

/// Address of a payer's desk.
pub fn payer_address(account: &str, query: &str) -> String {
    format!("/credit/payers/{}{query}", segment(account))
}

/// Where a saved form goes on: the same payer, or the next one of the list.
pub fn then(call: &Call, next: Option<&str>, place: &str) -> String {
    let query = query(call);
    let joint = if query.is_empty() { '?' } else { '&' };
    match next.filter(|_| call.field("then") == Some("next")) {
        Some(next) => format!("{}{joint}done=done-saved", payer_address(next, &query)),
        None => format!("{}{joint}done=done-saved#{place}", payer_address(call.path("account"), &query)),
    }
}
