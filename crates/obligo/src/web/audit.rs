//! The audit trail and the check of its chain.

use crate::access::roles::Permission;
use crate::serve::{Access, Call, Reply, Route};
use maud::html;
use obligo_rules::problem::Problem;

/// Pages of this area.
pub const ROUTES: &[Route] = &[Route::page("/audit", Access::Allowed(Permission::Audit), list)];

fn list(call: Call) -> Result<Reply, Problem> {
    let title = call.words.text("nav-audit");
    let body = html! { h1 { (title) } };
    Ok(Reply::page("audit", title, body))
}
