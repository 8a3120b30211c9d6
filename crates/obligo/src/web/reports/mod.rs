//! The reports: what there is, and each with what it asks for, how it looks, and its files.

mod asked;
mod list;
mod page;
mod send;
mod shown;

use crate::access::roles::Permission;
use crate::serve::{Access, Route};

/// Who may see that there are reports; each says itself who may have it.
const READ: Access = Access::Allowed(Permission::Read);

/// Pages of this area.
pub const ROUTES: &[Route] = &[
    Route::page("/reports", READ, list::list),
    Route::page("/reports/{report}", READ, page::page),
    Route::form("/reports/{report}", Access::Allowed(Permission::Record), page::record),
    Route::form("/reports/{report}/send", Access::WholeGroup(Permission::Record), send::send),
    Route::page("/reports/{report}/download", READ, page::download),
];
