//! The work list: payers that need a decision, and what is done about each.
//!
//! A payer's figures are summed over all companies, so the work list is for those who may see them all.

mod choice;
mod items;
mod list;
mod notes;
mod payer;
mod reasons;
mod recorded;
mod run;

use crate::access::roles::Permission;
use crate::serve::{Access, Route};

const READ: Access = Access::WholeGroup(Permission::Read);
const RECORD: Access = Access::WholeGroup(Permission::Record);

/// Pages of this area.
pub const ROUTES: &[Route] = &[
    Route::page("/credit", READ, list::list),
    Route::form("/credit/run", RECORD, run::run),
    Route::page("/credit/run/{job}", RECORD, run::job),
    Route::page("/credit/payers/{account}", READ, payer::page),
    Route::form("/credit/payers/{account}/actions", RECORD, reasons::save),
    Route::form("/credit/payers/{account}/items", RECORD, items::save),
    Route::form("/credit/payers/{account}/notes", RECORD, notes::add),
    Route::form("/credit/payers/{account}/notes/{note}/close", RECORD, notes::close),
];
