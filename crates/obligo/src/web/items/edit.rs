//! A change of an item by hand: typed, tried, saved with a reason (B3).

use super::edit_form::{Typed, drawn};
use super::page::{Found, Shown, find, several};
use crate::access::proposals::{Action, Submitted, submit};
use crate::edit::{item_unchanged, item_version};
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::item_address;
use obligo_rules::problem::Problem;
use serde_json::Value;

/// `/items/{item}/edit`: what can be changed, as it stands now.
pub fn form(call: Call) -> Result<Reply, Problem> {
    let shown = match find(&call)? {
        Found::One(shown) => shown,
        Found::Several(names) => return Ok(Reply::Page(several(&call, &names))),
    };
    let typed = Typed::as_it_is(&shown.item.view);
    Ok(Reply::Page(page(&call, &shown, &typed, None, None)?))
}

/// The form, with the problem beside its field or the outcome of a trial.
fn page(
    call: &Call,
    shown: &Shown,
    typed: &Typed,
    problem: Option<&Problem>,
    tried: Option<&Value>,
) -> Result<Page, Problem> {
    let version = call.house.store.read(|tx| item_version(tx, shown.item.view.item_id))?;
    Ok(drawn(call, shown, typed, &version, problem, tried))
}

/// Tries the change or makes it – or proposes it, where a second person must approve.
pub fn save(call: Call) -> Result<Reply, Problem> {
    let shown = match find(&call)? {
        Found::One(shown) => shown,
        Found::Several(names) => return Ok(Reply::Page(several(&call, &names))),
    };
    let typed = Typed::of_form(&call);
    let is_trial = call.field("do") == Some("try");
    let reason = call.field("reason").unwrap_or(if is_trial { "–" } else { "" });
    let mut session = call.session();
    session.dry_run = is_trial;
    let seen = call.field("version").unwrap_or("").to_owned();
    session.precondition = Some(item_unchanged(shown.item.view.item_id, seen));
    let payload = typed.payload(&shown.name.to_string());
    let done = submit(&mut session, call.user()?, Action::Edit, &payload, reason);
    let address = item_address(&shown.name.to_string());
    match done {
        Ok(Submitted::Done(result)) if is_trial || result["changed"] == false => {
            Ok(Reply::Page(page(&call, &shown, &typed, None, Some(&result))?))
        }
        Ok(Submitted::Done(_)) => Ok(Reply::See(format!("{address}?done=done-saved"))),
        Ok(Submitted::Proposed(_)) => Ok(Reply::See(format!("{address}?done=done-proposed"))),
        Err(problem) => {
            let typed = if problem.code == "record-changed" { typed.over(&shown.item.view) } else { typed };
            let page = page(&call, &shown, &typed, Some(&problem), None)?;
            Ok(Reply::Page(page.with_status(http_status(&problem))))
        }
    }
}
