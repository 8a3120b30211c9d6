//! Look-ups that find as you type, by code, name or number (the documents' matchcode).

use crate::access::roles::Permission;
use crate::serve::{Access, Call, Reply, Route};
use crate::web::parts::{buyer_address, text_of};
use obligo_rules::problem::Problem;
use serde_json::{Value, json};

/// Rows answered at most.
const ROWS: usize = 12;

/// Answers are lists of `{value, text, note}`, for scripts and for the page of the search.
pub const ROUTES: &[Route] = &[Route::page("/lookup/buyers", Access::Allowed(Permission::Read), buyers)];

/// Accounts by address number, name, legal entity or one of their numbers.
fn buyers(call: Call) -> Result<Reply, Problem> {
    let (portfolio, _) = call.portfolio()?;
    let wanted = call.query("q").unwrap_or("").to_lowercase();
    let fits = |line: &&Value| {
        ["account", "name", "legal_entity", "risk_number"]
            .iter()
            .any(|name| text_of(line, name).to_lowercase().contains(&wanted))
    };
    let row = |line: &Value| {
        let account = format!(
            "{}/{}/{}",
            text_of(line, "account"),
            text_of(line, "branch"),
            text_of(line, "account_type")
        );
        json!({ "value": account, "text": text_of(line, "name"), "note": account, "address": buyer_address(&account) })
    };
    let rows: Vec<Value> = portfolio.buyers.iter().filter(fits).take(ROWS).map(row).collect();
    Ok(Reply::json(Value::Array(rows)))
}
