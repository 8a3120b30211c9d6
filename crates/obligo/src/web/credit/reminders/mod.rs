//! Reminders: proposals by payer, one with its items, and what was sent.

mod edit;
mod list;
mod page;

use crate::access::roles::Permission;
use crate::serve::{Access, Route};

const READ: Access = Access::Allowed(Permission::Read);
const RECORD: Access = Access::Allowed(Permission::Record);

/// Pages of this area.
pub const ROUTES: &[Route] = &[
    Route::page("/credit/reminders", READ, list::list),
    Route::form("/credit/reminders", RECORD, list::propose),
    Route::form("/credit/reminders/send", RECORD, list::send),
    Route::page("/credit/reminders/{reminder}", READ, page::page),
    Route::form("/credit/reminders/{reminder}", RECORD, edit::edit),
    Route::form("/credit/reminders/{reminder}/send", RECORD, edit::send),
];
