//! The REST interface under `/api/v1`: a thin face on the use cases, described by itself.

mod health;

use crate::serve::Route;

/// Every route of the API.
#[must_use]
pub fn routes() -> Vec<Route> {
    [health::ROUTES].concat()
}
