//! Limits: requests and decisions, increases due, expiring ones, conditions, and entering one.

mod enter;
mod list;

use crate::access::roles::Permission;
use crate::serve::{Access, Route};

/// Pages of this area. Who records may ask for a limit; who manages may enter what the insurer decided; both
/// concern every company.
pub const ROUTES: &[Route] = &[
    Route::page("/limits", Access::Allowed(Permission::Read), list::list),
    Route::page("/limits/new", Access::WholeGroup(Permission::Record), enter::page),
    Route::form("/limits/new", Access::WholeGroup(Permission::Record), enter::save),
];
