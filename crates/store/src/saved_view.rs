//! Saved views of lists (volatile): columns, filters and order, by user, list and name.

use crate::tx::Tx;
use obligo_rules::problem::Problem;

/// Saves a view, in the place of one of the same name.
pub fn view_put(
    tx: &Tx<'_>,
    user_id: i64,
    list: &str,
    name: &str,
    content: &str,
    at: &str,
) -> Result<(), Problem> {
    tx.exec(
        "INSERT INTO saved_view (user_id, list, name, content, saved_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (user_id, list, name) DO UPDATE SET content = $4, saved_at = $5",
        &[user_id.into(), list.into(), name.into(), content.into(), at.into()],
    )?;
    Ok(())
}

/// Name and content of a user's views of a list, by name.
pub fn view_all(tx: &Tx<'_>, user_id: i64, list: &str) -> Result<Vec<(String, String)>, Problem> {
    let mut all = Vec::new();
    tx.each(
        "SELECT name, content FROM saved_view WHERE user_id = $1 AND list = $2 ORDER BY name",
        &[user_id.into(), list.into()],
        |row| {
            all.push((row.text(0).to_owned(), row.text(1).to_owned()));
            Ok(())
        },
    )?;
    Ok(all)
}

/// Deletes a view; whether there was one.
pub fn view_delete(tx: &Tx<'_>, user_id: i64, list: &str, name: &str) -> Result<bool, Problem> {
    let deleted = tx.exec(
        "DELETE FROM saved_view WHERE user_id = $1 AND list = $2 AND name = $3",
        &[user_id.into(), list.into(), name.into()],
    )?;
    Ok(deleted > 0)
}
