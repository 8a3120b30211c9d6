//! Items and bills: the list with saved views, one item with its reasons, edits.
//!
//! Lists of today come from the portfolio in memory; lists of another day, of settled items too or of what the next declaration would
//! make of them pass over the ledger and take longer.

mod bills;
mod choice;
mod columns;
mod deadlines;
mod download;
mod edit;
mod edit_form;
mod filters;
mod history;
mod list;
mod page;
mod then;
mod views;

use crate::access::roles::Permission;
use crate::serve::{Access, Route};

const READ: Access = Access::Allowed(Permission::Read);
const OWN: Access = Access::Allowed(Permission::Own);
const RECORD: Access = Access::Allowed(Permission::Record);

/// Pages of this area.
pub const ROUTES: &[Route] = &[
    Route::page("/items", READ, list::list),
    Route::page("/items/download", READ, download::download),
    Route::form("/items/views", OWN, views::save),
    Route::form("/items/views/change", OWN, views::change),
    Route::page("/items/{item}", READ, page::page),
    Route::page("/items/{item}/edit", RECORD, edit::form),
    Route::form("/items/{item}/edit", RECORD, edit::save),
];
