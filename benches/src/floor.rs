//! The floor of a final run: what bare `SQLite` takes to scan the columns, update the rows and insert the plan lines.

use crate::measured::{Measured, here};
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use std::path::Path;

/// As the store sets them for its writer.
const PRAGMAS: &str = "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 4294967296;
    PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 2000; PRAGMA cache_size = -262144;";

/// The facts of an item that a run needs; its insurance data come from the table of changes.
const FACTS: &str = "item_id, entry, company_id, document_no, kind, buyer_id, document_date, posting_date, net_due_date, value_date,
    currency, amount, net_amount, payment_terms, secured, disputed, origin, rate";

/// What the three bare steps took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Floor {
    /// Reading every needed column of items and settlements.
    pub scan: Measured,
    /// Updating the changed items from a table in memory.
    pub update: Measured,
    /// Inserting a plan line per changed item.
    pub insert: Measured,
    /// Changed items.
    pub changes: usize,
}

impl Floor {
    /// All three.
    #[must_use]
    pub fn sum(&self) -> Measured {
        self.scan.then(self.update).then(self.insert)
    }

    /// The better of two tries, step by step.
    #[must_use]
    pub fn or_better(self, other: Floor) -> Floor {
        Floor {
            scan: self.scan.or_better(other.scan),
            update: self.update.or_better(other.update),
            insert: self.insert.or_better(other.insert),
            changes: other.changes,
        }
    }
}

/// Does on `before`, a copy of the store made before a run, what the run's changes in `after` amount to.
pub fn measure(before: &Path, after: &Path, run: i64) -> Result<Floor, String> {
    floor(before, after, run).map_err(|error| format!("the floor: {error}"))
}

fn floor(before: &Path, after: &Path, run: i64) -> rusqlite::Result<Floor> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(before, flags)?;
    connection.execute_batch(PRAGMAS)?;
    connection.execute("ATTACH $1 AS after", [after.to_string_lossy()])?;
    let line = columns_of(&connection, "change")?;
    let line: Vec<String> = line.into_iter().filter(|name| name != "change_id").collect();
    let of_item = columns_of(&connection, "item")?;
    let state =
        line.iter().filter(|name| of_item.contains(name) && !["entry", "item_id"].contains(&name.as_str()));
    let state: Vec<&str> = state.map(String::as_str).collect();
    let lines = plan_lines(&connection, &line.join(", "), run)?;
    connection.execute_batch("DETACH after")?;

    let (scanned, scan) = here(|| scan(&connection, &state.join(", ")));
    scanned?;
    let (updated, update) = here(|| update(&connection, &state));
    updated?;
    let (inserted, insert) = here(|| insert(&connection, &line, &lines));
    inserted?;
    Ok(Floor { scan, update, insert, changes: lines.len() / line.len().max(1) })
}

fn columns_of(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut query = connection.prepare("SELECT name FROM pragma_table_info($1)")?;
    let names = query.query_map([table], |row| row.get(0))?;
    names.collect()
}

/// The lines of a run, value after value; they also stand in a table in memory for the update.
fn plan_lines(connection: &Connection, columns: &str, run: i64) -> rusqlite::Result<Vec<Value>> {
    connection.execute(
        &format!(
            "CREATE TEMP TABLE planned AS SELECT {columns} FROM after.change WHERE run = {run} ORDER BY change_id"
        ),
        [],
    )?;
    let mut query = connection.prepare("SELECT * FROM planned")?;
    let width = query.column_count();
    let mut rows = query.query([])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        for column in 0..width {
            lines.push(row.get(column)?);
        }
    }
    Ok(lines)
}

fn scan(connection: &Connection, state: &str) -> rusqlite::Result<usize> {
    let mut bytes = 0;
    for sql in [
        format!("SELECT {FACTS}, {state} FROM item"),
        "SELECT item_id, date, amount FROM settlement".to_owned(),
    ] {
        let mut query = connection.prepare(&sql)?;
        let width = query.column_count();
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..width {
                bytes += match row.get_ref(column)? {
                    rusqlite::types::ValueRef::Text(text) => text.len(),
                    _ => size_of::<i64>(),
                };
            }
        }
    }
    Ok(std::hint::black_box(bytes))
}

fn update(connection: &Connection, state: &[&str]) -> rusqlite::Result<()> {
    let set: Vec<String> = state.iter().map(|name| format!("{name} = p.{name}")).collect();
    connection.execute_batch(&format!(
        "BEGIN IMMEDIATE; UPDATE item SET {} FROM planned AS p WHERE p.item_id = item.item_id; COMMIT;",
        set.join(", ")
    ))
}

fn insert(connection: &Connection, line: &[String], lines: &[Value]) -> rusqlite::Result<()> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let places: Vec<String> = (1..=line.len()).map(|n| format!("?{n}")).collect();
    let sql = format!("INSERT INTO change ({}) VALUES ({})", line.join(", "), places.join(", "));
    let mut statement = connection.prepare(&sql)?;
    for values in lines.chunks(line.len().max(1)) {
        statement.execute(params_from_iter(values))?;
    }
    drop(statement);
    connection.execute_batch("COMMIT")
}
