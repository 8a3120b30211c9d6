//! Buyers: the list, and one page per buyer.

use crate::access::roles::Permission;
use crate::serve::{Access, Call, Reply, Route};
use maud::html;
use obligo_rules::problem::Problem;

/// Pages of this area.
pub const ROUTES: &[Route] = &[Route::page("/buyers", Access::Allowed(Permission::Read), list)];

fn list(call: Call) -> Result<Reply, Problem> {
    let title = call.words.text("nav-buyers");
    let body = html! { h1 { (title) } };
    Ok(Reply::page("buyers", title, body))
}
