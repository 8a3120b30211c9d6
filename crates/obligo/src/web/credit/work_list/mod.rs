//! The work list: payers that need a decision, and what is done about each.

mod list;

use crate::access::roles::Permission;
use crate::serve::{Access, Route};

/// Pages of this area.
pub const ROUTES: &[Route] = &[Route::page("/credit", Access::Allowed(Permission::Read), list::list)];
