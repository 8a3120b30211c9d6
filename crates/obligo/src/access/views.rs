//! Saved views (B4): columns, filters and order of a list, by user and name.

use obligo_rules::problem::Problem;
use obligo_store::Store;
use obligo_store::saved_view::{view_all, view_delete, view_put};
use serde_json::Value;

/// Characters of a name, bytes of a content, and views of a list and user at most.
const NAME_MAX: usize = 60;
const CONTENT_MAX: usize = 16 * 1024;
const VIEWS_MAX: usize = 100;

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
    let name = name.trim();
    let count = name.chars().count();
    if count == 0 || count > NAME_MAX || name.chars().any(char::is_control) {
        return Err(Problem::refused("view-name").of_value(name).with("limit", NAME_MAX));
    }
    let text = content.to_string();
    if text.len() > CONTENT_MAX {
        return Err(Problem::refused("view-too-large").with("limit", CONTENT_MAX));
    }
    store.keep(|tx| {
        let known = view_all(tx, user_id, list)?;
        if known.len() >= VIEWS_MAX && !known.iter().any(|(other, _)| other == name) {
            return Err(Problem::refused("view-too-many").with("limit", VIEWS_MAX));
        }
        view_put(tx, user_id, list, name, &text, now)
    })
}

/// The views of a list, by name. The user.
pub fn list(store: &Store, user_id: i64, list: &str) -> Result<Vec<SavedView>, Problem> {
    let all = store.read(|tx| view_all(tx, user_id, list))?;
    let read = |text: &str| serde_json::from_str(text).unwrap_or(Value::Null);
    Ok(all.into_iter().map(|(name, text)| SavedView { name, content: read(&text) }).collect())
}

/// One view. The user.
pub fn get(store: &Store, user_id: i64, list: &str, name: &str) -> Result<Option<SavedView>, Problem> {
    Ok(self::list(store, user_id, list)?.into_iter().find(|view| view.name == name))
}

/// Deletes a view; `false` if there is none. The user.
pub fn delete(store: &Store, user_id: i64, list: &str, name: &str) -> Result<bool, Problem> {
    store.keep(|tx| view_delete(tx, user_id, list, name))
}
