//! Orders: the list, one order with its checks explained, what-if checks, release, the effect of a cut, and blocks of payers.
//!
//! The exposure of a payer is that of the whole insured group, so these pages are for those who may see all of it.

mod answer;
pub mod block;
mod check;
pub mod effect;
mod list;
mod page;

use crate::access::roles::Permission;
use crate::serve::{Access, Call, Route};

/// Who may see orders.
pub const READ: Access = Access::WholeGroup(Permission::Read);
const RECORD: Access = Access::WholeGroup(Permission::Record);
const MANAGE: Access = Access::WholeGroup(Permission::Manage);

/// Pages of this area.
pub const ROUTES: &[Route] = &[
    Route::page("/credit/orders", READ, list::list),
    Route::form("/credit/orders", RECORD, check::save),
    Route::page("/credit/orders/check", READ, check::page),
    Route::page("/credit/orders/effect", READ, effect::page),
    Route::page("/credit/orders/{order}", READ, page::page),
    Route::form("/credit/orders/{order}/release", MANAGE, page::release),
    Route::form("/buyers/{account}/block", MANAGE, block::put),
    Route::form("/buyers/{account}/unblock", MANAGE, block::lift),
];

/// Whether the caller may decide about orders.
fn may_decide(call: &Call) -> bool {
    call.caller.may_for_group(Permission::Manage)
}

/// The tone of a state.
fn state_tone(state: &str) -> &'static str {
    match state {
        "stopped" => "bad",
        "released" => "warn",
        "open" | "delivered" => "good",
        _ => "quiet",
    }
}

/// The tone of an answer.
fn answer_tone(answer: &str) -> &'static str {
    match answer {
        "allow" => "good",
        "warn" => "warn",
        _ => "bad",
    }
}
