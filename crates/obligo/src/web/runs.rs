//! Runs: preview, differences, final, reversal.

use crate::access::roles::Permission;
use crate::serve::{Access, Call, Reply, Route};
use maud::html;
use obligo_rules::problem::Problem;

/// Pages of this area.
pub const ROUTES: &[Route] = &[Route::page("/runs", Access::Allowed(Permission::Read), list)];

fn list(call: Call) -> Result<Reply, Problem> {
    let title = call.words.text("nav-runs");
    let body = html! { h1 { (title) } };
    Ok(Reply::page("runs", title, body))
}
