//! Saved views (B4): columns, filters and order of a list, by user and name.

use obligo_rules::problem::Problem;
use obligo_store::Store;
use serde_json::Value;

/// A view as saved.
#[derive(Clone, PartialEq, Debug)]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// Columns, filters, order: what the list put in.
    pub content: Value,
}

/// Saves a view, replacing one of the same name. Errors: `view-name`, `view-too-large`, `view-too-many`. The user.
pub fn save(
    store: &Store,
    user_id: i64,
    list: &str,
    name: &str,
    content: &Value,
    now: &str,
) -> Result<(), Problem> {
    todo!()
}

/// The views of a list, by name. The user.
pub fn list(store: &Store, user_id: i64, list: &str) -> Result<Vec<SavedView>, Problem> {
    todo!()
}

/// One view. The user.
pub fn get(store: &Store, user_id: i64, list: &str, name: &str) -> Result<Option<SavedView>, Problem> {
    todo!()
}

/// Deletes a view; `false` if there is none. The user.
pub fn delete(store: &Store, user_id: i64, list: &str, name: &str) -> Result<bool, Problem> {
    todo!()
}
