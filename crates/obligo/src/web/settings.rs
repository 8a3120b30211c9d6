//! Settings: own language and password, tokens; users, roles and the house for administrators.

use crate::access::roles::Permission;
use crate::serve::{Access, Call, Reply, Route};
use maud::html;
use obligo_rules::problem::Problem;

/// Pages of this area.
pub const ROUTES: &[Route] = &[Route::page("/settings", Access::Allowed(Permission::Own), list)];

fn list(call: Call) -> Result<Reply, Problem> {
    let title = call.words.text("nav-settings");
    let body = html! { h1 { (title) } };
    Ok(Reply::page("settings", title, body))
}
