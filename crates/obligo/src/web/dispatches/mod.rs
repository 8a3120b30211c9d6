//! The register of what left the house, and insurers' layouts.

mod layouts;
mod register;

use crate::access::roles::Permission;
use crate::serve::{Access, Route};

/// What was sent concerns the whole insured group.
const READ: Access = Access::WholeGroup(Permission::Read);
/// Layouts are master data: everybody reads them, managers of the whole group change them.
const MANAGE: Access = Access::WholeGroup(Permission::Manage);

/// Pages of this area.
pub const ROUTES: &[Route] = &[
    Route::page("/dispatches", READ, register::list),
    Route::page("/dispatches/{dispatch}", READ, register::page),
    Route::page("/dispatches/{dispatch}/file", READ, register::file),
    Route::form("/dispatches/{dispatch}/retry", Access::WholeGroup(Permission::Record), register::retry),
    Route::page("/layouts", Access::Allowed(Permission::Read), layouts::list),
    Route::page("/layouts/edit", MANAGE, layouts::edit),
    Route::form("/layouts/edit", MANAGE, layouts::save),
    Route::form("/layouts/remove", MANAGE, layouts::remove),
];
