//! Historised master data: a change closes one version and opens the next (R0.5).

use crate::as_of::{AsOf, day_param};
use crate::tx::{Param, Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// What is known of every buyer, in the order of `order`: rows recorded by `known` and not replaced by then. `columns` begin with
/// `buyer_id`; rows that `read` makes nothing of are left out.
pub(crate) fn known_by_buyer<T>(
    tx: &Tx<'_>,
    table: &str,
    columns: &str,
    order: &str,
    known: i64,
    read: impl Fn(&Row<'_>) -> Option<T>,
) -> Result<BTreeMap<i64, Vec<T>>, Problem> {
    let mut all: BTreeMap<i64, Vec<T>> = BTreeMap::new();
    let sql = format!(
        "SELECT {columns} FROM {table} WHERE entry <= $1 AND (replaced_entry IS NULL OR replaced_entry > $1) \
         ORDER BY {order}"
    );
    tx.each(&sql, &[Param::Int(known)], |row| {
        if let Some(made) = read(row) {
            all.entry(row.int(0)).or_default().push(made);
        }
        Ok(())
    })?;
    Ok(all)
}

/// What recording a fact did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Recorded {
    /// It was not known.
    New,
    /// It differs from what was known; the old version stays on record.
    Changed,
    /// It was known just so; nothing was written.
    Same,
}

/// A value of a version's column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// Absent.
    Null,
    /// A number, a date, or a switch.
    Int(i64),
    /// Text.
    Text(String),
}

impl Cell {
    fn as_param(&self) -> Param<'_> {
        match self {
            Cell::Null => Param::Null,
            Cell::Int(n) => Param::Int(*n),
            Cell::Text(text) => Param::Text(text),
        }
    }

    fn equals(&self, row: &Row<'_>, column: usize) -> bool {
        match self {
            Cell::Null => row.int_opt(column).is_none() && row.text_opt(column).is_none(),
            Cell::Int(n) => row.int_opt(column) == Some(*n),
            Cell::Text(text) => row.text_opt(column) == Some(text),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<i64> for Cell {
    fn from(n: i64) -> Cell {
        Cell::Int(n)
    }
}

impl From<bool> for Cell {
    fn from(on: bool) -> Cell {
        Cell::Int(i64::from(on))
    }
}

impl From<Day> for Cell {
    fn from(day: Day) -> Cell {
        Cell::Int(day.epoch_days().into())
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Cell {
        value.map_or(Cell::Null, Into::into)
    }
}

/// Records a version of a keyed fact from `valid_from` on, unless the version in force then says the same. A version of the same first
/// day is replaced: it stays readable on the known-at axis.
pub fn version_put(
    tx: &Tx<'_>,
    entry: i64,
    table: &str,
    key: &[(&str, Cell)],
    valid_from: Day,
    values: &[(&str, Cell)],
) -> Result<Recorded, Problem> {
    let keyed = key.iter().enumerate().map(|(n, (name, _))| format!("{name} = ${} AND ", n + 2));
    let keyed = keyed.collect::<Vec<_>>().concat();
    let names = values.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let mut params = vec![day_param(valid_from)];
    params.extend(key.iter().map(|(_, cell)| cell.as_param()));
    let current = tx.one(
        &format!(
            "SELECT valid_from, {names} FROM {table} WHERE {keyed}valid_from <= $1 AND replaced_entry IS NULL \
             ORDER BY valid_from DESC LIMIT 1"
        ),
        &params,
        |row| {
            let same = values.iter().enumerate().all(|(n, (_, cell))| cell.equals(row, n + 1));
            Ok((row.int(0), same))
        },
    )?;
    match current {
        Some((_, true)) => return Ok(Recorded::Same),
        Some((from, false)) if from == i64::from(valid_from.epoch_days()) => {
            let mut params = vec![Param::Int(entry)];
            params.extend(key.iter().map(|(_, cell)| cell.as_param()));
            params.push(day_param(valid_from));
            tx.exec(
                &format!(
                    "UPDATE {table} SET replaced_entry = $1 WHERE {keyed}valid_from = ${} AND replaced_entry IS NULL",
                    key.len() + 2
                ),
                &params,
            )?;
        }
        _ => {}
    }
    let dated: Vec<(&str, Cell)> =
        values.iter().cloned().chain([("valid_from", Cell::from(valid_from))]).collect();
    insert_row(tx, table, entry, key, &dated)?;
    Ok(if current.is_some() { Recorded::Changed } else { Recorded::New })
}

/// Inserts a row of a historised table.
pub(crate) fn insert_row(
    tx: &Tx<'_>,
    table: &str,
    entry: i64,
    key: &[(&str, Cell)],
    values: &[(&str, Cell)],
) -> Result<(), Problem> {
    let columns = key.iter().chain(values).map(|(name, _)| *name).collect::<Vec<_>>();
    let places = (2..columns.len() + 2).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let mut params = vec![Param::Int(entry)];
    params.extend(key.iter().chain(values).map(|(_, cell)| cell.as_param()));
    tx.exec(&format!("INSERT INTO {table} (entry, {}) VALUES ($1, {places})", columns.join(", ")), &params)?;
    Ok(())
}

/// Visits the versions valid at a point in time, oldest first, so that the last visited of a key is the one in force.
/// `columns` are read in their order.
pub fn version_each(
    tx: &Tx<'_>,
    table: &str,
    columns: &str,
    as_of: AsOf,
    visit: impl FnMut(&Row<'_>) -> Result<(), Problem>,
) -> Result<(), Problem> {
    tx.each(
        &format!(
            "SELECT {columns} FROM {table} WHERE valid_from <= $1 AND entry <= $2 \
             AND (replaced_entry IS NULL OR replaced_entry > $2) ORDER BY valid_from, entry"
        ),
        &as_of.params(),
        visit,
    )
}
