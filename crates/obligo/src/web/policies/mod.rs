//! Policies: the list, and one policy as terms, as form and as file.

mod changes;
mod fields;
mod file;
mod form;
mod names;
mod page;
mod problems;
mod terms;
mod typed;

use crate::access::roles::Permission;
use crate::serve::{Access, Route};

/// Everybody sees the terms; they are changed by managers who see the whole group.
pub const ROUTES: &[Route] = &[
    Route::page("/policies", Access::Allowed(Permission::Read), page::list),
    Route::page("/policies/new", Access::WholeGroup(Permission::Manage), file::new),
    Route::upload("/policies/new", Access::WholeGroup(Permission::Manage), file::put),
    Route::page("/policies/new/form", Access::WholeGroup(Permission::Manage), form::new),
    Route::form("/policies/new/form", Access::WholeGroup(Permission::Manage), form::create),
    Route::page("/policies/{policy}", Access::Allowed(Permission::Read), page::page),
    Route::page("/policies/{policy}/form", Access::WholeGroup(Permission::Manage), form::edit),
    Route::form("/policies/{policy}/form", Access::WholeGroup(Permission::Manage), form::save),
    Route::page("/policies/{policy}/file", Access::Allowed(Permission::Read), file::file),
];
