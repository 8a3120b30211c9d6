//! Layouts of insurers: one row each as they are now; the audit entries hold what they were.

use crate::tx::{Row, Tx};
use obligo_rules::problem::Problem;

const COLUMNS: &str = "insurer, name, report, content, entry";

/// A layout as stored.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct LayoutRow {
    /// Code of the insurer.
    pub insurer: String,
    /// Its name, one of its own per insurer.
    pub name: String,
    /// Name of the report it is for.
    pub report: String,
    /// The file.
    pub content: String,
    /// Audit entry of the last change.
    pub entry: i64,
}

fn of_row(row: &Row<'_>) -> LayoutRow {
    LayoutRow {
        insurer: row.text(0).to_owned(),
        name: row.text(1).to_owned(),
        report: row.text(2).to_owned(),
        content: row.text(3).to_owned(),
        entry: row.int(4),
    }
}

/// Writes a layout, in the place of one of the same insurer and name.
pub fn layout_put(tx: &Tx<'_>, entry: i64, layout: &LayoutRow) -> Result<(), Problem> {
    tx.exec(
        "INSERT INTO layout (insurer, name, report, content, entry) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (insurer, name) DO UPDATE SET report = $3, content = $4, entry = $5",
        &[
            (&layout.insurer).into(),
            (&layout.name).into(),
            (&layout.report).into(),
            (&layout.content).into(),
            entry.into(),
        ],
    )?;
    Ok(())
}

/// One layout.
pub fn layout_get(tx: &Tx<'_>, insurer: &str, name: &str) -> Result<Option<LayoutRow>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM layout WHERE insurer = $1 AND name = $2");
    tx.one(&sql, &[insurer.into(), name.into()], |row| Ok(of_row(row)))
}

/// All layouts, by insurer and name.
pub fn layout_all(tx: &Tx<'_>) -> Result<Vec<LayoutRow>, Problem> {
    let mut all = Vec::new();
    tx.each(&format!("SELECT {COLUMNS} FROM layout ORDER BY insurer, name"), &[], |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    Ok(all)
}

/// Deletes a layout; whether there was one.
pub fn layout_delete(tx: &Tx<'_>, insurer: &str, name: &str) -> Result<bool, Problem> {
    let sql = "DELETE FROM layout WHERE insurer = $1 AND name = $2";
    Ok(tx.exec(sql, &[insurer.into(), name.into()])? > 0)
}
