//! Saved views (B4): columns, filters and order of a list, by user and name.

use obligo_rules::problem::Problem;
use obligo_store::Store;
use obligo_store::saved_view::{view_all, view_delete, view_put};
use serde_json::Value;

/// Characters of a name, bytes of a content, and views of a list and user at most.
const NAME_MAX: usize = 60;
const CONTENT_MAX: usize = 16 * 1024;
const VIEWS_MAX: usize = 100;

/// Marks the view a list opens with, in its content.
const DEFAULT: &str = "default";

/// A view as saved.
#[derive(Clone, PartialEq, Debug)]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// Columns, filters, order: what the list put in.
    pub content: Value,
}

impl SavedView {
    /// Whether its list opens with it.
    #[must_use]
    pub fn is_default(&self) -> bool {
        self.content[DEFAULT] == true
    }
}

/// A name as it may be saved.
fn checked_name(name: &str) -> Result<&str, Problem> {
    let name = name.trim();
    let count = name.chars().count();
    if count == 0 || count > NAME_MAX || name.chars().any(char::is_control) {
        return Err(Problem::refused("view-name").of_value(name).with("limit", NAME_MAX));
    }
    Ok(name)
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
    let name = checked_name(name)?;
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

/// Gives a view another name. Errors: `view-not-found`, `view-name`, `view-name-taken`. The user.
pub fn rename(
    store: &Store,
    user_id: i64,
    list: &str,
    name: &str,
    new_name: &str,
    now: &str,
) -> Result<(), Problem> {
    let new_name = checked_name(new_name)?;
    store.keep(|tx| {
        let known = view_all(tx, user_id, list)?;
        let Some((_, content)) = known.iter().find(|(other, _)| other == name) else {
            return Err(Problem::refused("view-not-found").with("name", name));
        };
        if new_name == name {
            return Ok(());
        }
        if known.iter().any(|(other, _)| other == new_name) {
            return Err(Problem::refused("view-name-taken").with("name", new_name));
        }
        view_put(tx, user_id, list, new_name, content, now)?;
        view_delete(tx, user_id, list, name).map(|_| ())
    })
}

/// Makes a view the one its list opens with, and no other; without a name none is. Error: `view-not-found`. The user.
pub fn make_default(
    store: &Store,
    user_id: i64,
    list: &str,
    name: Option<&str>,
    now: &str,
) -> Result<(), Problem> {
    store.keep(|tx| {
        let known = view_all(tx, user_id, list)?;
        if let Some(name) = name.filter(|name| !known.iter().any(|(other, _)| other == name)) {
            return Err(Problem::refused("view-not-found").with("name", name));
        }
        for (other, text) in known {
            let Ok(Value::Object(mut content)) = serde_json::from_str(&text) else { continue };
            let (was, is) = (content.contains_key(DEFAULT), name == Some(other.as_str()));
            if was == is {
                continue;
            }
            if is {
                content.insert(DEFAULT.to_owned(), Value::Bool(true));
            } else {
                content.remove(DEFAULT);
            }
            view_put(tx, user_id, list, &other, &Value::Object(content).to_string(), now)?;
        }
        Ok(())
    })
}

/// Deletes a view; `false` if there is none. The user.
pub fn delete(store: &Store, user_id: i64, list: &str, name: &str) -> Result<bool, Problem> {
    store.keep(|tx| view_delete(tx, user_id, list, name))
}
