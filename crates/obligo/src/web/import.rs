//! Import: upload, mapping, errors, dry run.

use crate::access::roles::Permission;
use crate::serve::{Access, Call, Reply, Route};
use maud::html;
use obligo_rules::problem::Problem;

/// Pages of this area.
pub const ROUTES: &[Route] = &[Route::page("/import", Access::Allowed(Permission::Record), list)];

fn list(call: Call) -> Result<Reply, Problem> {
    let title = call.words.text("nav-import");
    let body = html! { h1 { (title) } };
    Ok(Reply::page("import", title, body))
}
