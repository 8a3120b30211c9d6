//! Buyers: the list, one page per buyer, what is entered from there, and co-insured customers.
//!
//! Master data, sums and room of a buyer are those of the insured group, whoever asks (R1.1); what is open and insured, items, bills and
//! deadlines are of the companies the caller may see.

mod co_insured;
mod download;
mod edit;
mod entry;
mod facts;
mod list;
pub mod list_parts;
mod notes;
pub mod page;
mod payer;
mod standing;
mod tables;
mod trail;

use crate::access::roles::Permission;
use crate::portfolio::{BuyerBook, Portfolio};
use crate::serve::{Access, Call, Route};
use std::sync::Arc;

/// Pages of this area. Master data concern every company, whether they come from a form or a file.
pub const ROUTES: &[Route] = &[
    Route::page("/buyers", Access::Allowed(Permission::Read), list::list),
    Route::page("/buyers/download", Access::Allowed(Permission::Read), download::download),
    Route::form("/buyers/views", Access::Allowed(Permission::Own), list::save_view),
    Route::form("/buyers/views/delete", Access::Allowed(Permission::Own), list::delete_view),
    Route::page("/buyers/{account}", Access::Allowed(Permission::Read), page::page),
    Route::page("/buyers/new", Access::WholeGroup(Permission::Record), edit::new),
    Route::form("/buyers/new", Access::WholeGroup(Permission::Record), edit::save_new),
    Route::page("/buyers/{account}/edit", Access::WholeGroup(Permission::Record), edit::page),
    Route::form("/buyers/{account}/edit", Access::WholeGroup(Permission::Record), edit::save),
    Route::page("/buyers/{account}/cover", Access::WholeGroup(Permission::Manage), facts::cover),
    Route::form("/buyers/{account}/cover", Access::WholeGroup(Permission::Manage), facts::save_cover),
    Route::page(
        "/buyers/{account}/credit-limits",
        Access::WholeGroup(Permission::Manage),
        facts::credit_limits,
    ),
    Route::form(
        "/buyers/{account}/credit-limits",
        Access::WholeGroup(Permission::Manage),
        facts::save_credit_limits,
    ),
    Route::page("/buyers/{account}/evidence", Access::WholeGroup(Permission::Record), facts::evidence),
    Route::form("/buyers/{account}/evidence", Access::WholeGroup(Permission::Record), facts::save_evidence),
    Route::page("/buyers/{account}/event", Access::Allowed(Permission::Record), facts::event),
    Route::form("/buyers/{account}/event", Access::Allowed(Permission::Record), facts::save_event),
    Route::form("/buyers/{account}/notes", Access::Allowed(Permission::Record), notes::add),
    Route::page("/co-insured", Access::Allowed(Permission::Read), co_insured::list),
    Route::page("/co-insured/new", Access::WholeGroup(Permission::Manage), co_insured::new),
    Route::form("/co-insured/new", Access::WholeGroup(Permission::Manage), co_insured::save_new),
    Route::page("/co-insured/end", Access::WholeGroup(Permission::Manage), co_insured::end_page),
    Route::form("/co-insured/end", Access::WholeGroup(Permission::Manage), co_insured::save_end),
];

/// The list of buyers as the caller may see it.
fn book_of(call: &Call, portfolio: &Portfolio) -> Arc<BuyerBook> {
    portfolio.buyer_book(portfolio.company_ids(call.caller.companies()).as_ref())
}
