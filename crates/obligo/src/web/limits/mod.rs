//! Limits: requests and decisions, increases due, expiring ones, conditions, entering one; deciding on exceeded ones.

pub mod accepted;
mod decide;
mod enter;
mod list;
mod requests;

use crate::access::roles::Permission;
use crate::serve::{Access, Route};

/// Pages of this area. Who records may ask for a limit; who manages may enter what the insurer decided; both
/// concern every company.
pub const ROUTES: &[Route] = &[
    Route::page("/limits", Access::Allowed(Permission::Read), list::list),
    Route::page("/limits/new", Access::WholeGroup(Permission::Record), enter::page),
    Route::form("/limits/new", Access::WholeGroup(Permission::Record), enter::save),
    Route::page("/limits/decide", Access::WholeGroup(Permission::Record), decide::page),
    Route::form("/limits/decide", Access::WholeGroup(Permission::Record), decide::save),
    Route::page("/limits/requests/{request}", Access::Allowed(Permission::Read), requests::page),
    Route::form("/limits/requests/{request}/send", Access::WholeGroup(Permission::Record), requests::send),
    Route::form(
        "/limits/requests/{request}/answer",
        Access::WholeGroup(Permission::Manage),
        requests::answer,
    ),
    Route::form(
        "/limits/requests/{request}/withdraw",
        Access::WholeGroup(Permission::Record),
        requests::withdraw,
    ),
];
