//! Policies, insurers, companies and groups.

use crate::access::roles::Permission;
use crate::serve::{Access, Call, Reply, Route};
use maud::html;
use obligo_rules::problem::Problem;

/// Pages of this area.
pub const ROUTES: &[Route] = &[Route::page("/policies", Access::Allowed(Permission::Read), list)];

fn list(call: Call) -> Result<Reply, Problem> {
    let title = call.words.text("nav-policies");
    let body = html! { h1 { (title) } };
    Ok(Reply::page("policies", title, body))
}
