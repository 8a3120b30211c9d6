//! Buyers: the list, one page per buyer, what is entered from there, and co-insured customers.
//!
//! Master data, limits and figures of a buyer are those of the insured group, whoever asks (R1.1); items, bills and deadlines are left
//! out where they belong to companies the caller may not see.

mod download;
mod list;
mod list_parts;

use crate::access::roles::Permission;
use crate::serve::{Access, Route};

/// Pages of this area.
pub const ROUTES: &[Route] = &[
    Route::page("/buyers", Access::Allowed(Permission::Read), list::list),
    Route::page("/buyers/download", Access::Allowed(Permission::Read), download::download),
    Route::form("/buyers/views", Access::Allowed(Permission::Own), list::save_view),
    Route::form("/buyers/views/delete", Access::Allowed(Permission::Own), list::delete_view),
];
