//! Insurers, companies and groups.

mod companies;
mod insurers;
mod record;

use crate::access::roles::Permission;
use crate::serve::{Access, Route};

/// Pages of this area. Everybody sees the master data; they are changed by managers who see the whole group.
pub const ROUTES: &[Route] = &[
    Route::page("/insurers", Access::Allowed(Permission::Read), insurers::list),
    Route::page("/insurers/edit", Access::WholeGroup(Permission::Manage), insurers::edit),
    Route::form("/insurers/edit", Access::WholeGroup(Permission::Manage), insurers::save),
    Route::page("/companies", Access::Allowed(Permission::Read), companies::list),
    Route::page("/companies/edit", Access::WholeGroup(Permission::Manage), companies::edit),
    Route::form("/companies/edit", Access::WholeGroup(Permission::Manage), companies::save),
];
