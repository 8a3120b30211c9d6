//! Statements inside a transaction. SQL is text with `$1, $2 …`, which every engine understands; values go in as
//! [`Param`] and come out of a [`Row`].
//!
//! A `$n` is the n-th parameter wherever it stands in the text, and may stand there more than once.

use crate::fault::{fault, statement_fault};
use obligo_rules::problem::Problem;
use rusqlite::types::{Null, ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, ToSql};
use std::cell::Cell;

/// A value for a statement. Dates are days since 1970-01-01, booleans 0 and 1, amounts minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Param<'a> {
    /// No value.
    Null,
    /// A whole number.
    Int(i64),
    /// A text.
    Text(&'a str),
}

macro_rules! from_whole_numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Param<'_> {
            fn from(value: $number) -> Self {
                Param::Int(i64::from(value))
            }
        }
    )*};
}
from_whole_numbers!(i64, i32, i16, u8, u16, u32, bool);

impl<'a> From<&'a str> for Param<'a> {
    fn from(value: &'a str) -> Self {
        Param::Text(value)
    }
}

impl<'a> From<&'a String> for Param<'a> {
    fn from(value: &'a String) -> Self {
        Param::Text(value)
    }
}

impl<'a, T: Into<Param<'a>>> From<Option<T>> for Param<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Param::Null, Into::into)
    }
}

impl ToSql for Param<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Param::Null => Ok(ToSqlOutput::from(Null)),
            Param::Int(value) => Ok(ToSqlOutput::from(*value)),
            Param::Text(value) => Ok(ToSqlOutput::from(*value)),
        }
    }
}

/// One row of an answer; columns count from 0. Texts are borrowed and live as long as the row.
///
/// A column of another type than asked for reads as 0 or empty here, and the statement as a whole then fails with
/// `store-statement`, so that the caller writes no check per column.
pub struct Row<'r> {
    row: &'r rusqlite::Row<'r>,
    wrong: Cell<Option<usize>>,
}

impl Row<'_> {
    /// A whole number.
    #[must_use]
    #[inline]
    pub fn int(&self, column: usize) -> i64 {
        match self.row.get_ref(column) {
            Ok(ValueRef::Integer(value)) => value,
            _ => self.is_wrong(column),
        }
    }

    /// A whole number, if there is one.
    #[must_use]
    #[inline]
    pub fn int_opt(&self, column: usize) -> Option<i64> {
        match self.row.get_ref(column) {
            Ok(ValueRef::Integer(value)) => Some(value),
            Ok(ValueRef::Null) => None,
            _ => Some(self.is_wrong(column)),
        }
    }

    /// A text.
    #[must_use]
    #[inline]
    pub fn text(&self, column: usize) -> &str {
        self.text_opt(column).unwrap_or_else(|| {
            self.is_wrong::<i64>(column);
            ""
        })
    }

    /// A text, if there is one.
    #[must_use]
    #[inline]
    pub fn text_opt(&self, column: usize) -> Option<&str> {
        match self.row.get_ref(column) {
            Ok(ValueRef::Text(bytes)) => match std::str::from_utf8(bytes) {
                Ok(text) => Some(text),
                Err(_) => Some(self.is_wrong(column)),
            },
            Ok(ValueRef::Null) => None,
            _ => Some(self.is_wrong(column)),
        }
    }

    /// Whether the column is empty.
    #[must_use]
    pub fn is_null(&self, column: usize) -> bool {
        match self.row.get_ref(column) {
            Ok(value) => value == ValueRef::Null,
            Err(_) => self.is_wrong(column),
        }
    }

    #[cold]
    fn is_wrong<T: Default>(&self, column: usize) -> T {
        self.wrong.set(Some(column));
        T::default()
    }
}

/// The statements of one transaction, handed out by [`crate::Store::read`] and [`crate::Store::write`].
pub struct Tx<'c> {
    connection: &'c Connection,
    path: &'c str,
    /// The only tables that may be written; `None` = all.
    only: Option<&'static [&'static str]>,
}

impl<'c> Tx<'c> {
    pub(crate) fn new(connection: &'c Connection, path: &'c str) -> Tx<'c> {
        Tx { connection, path, only: None }
    }

    /// A transaction that writes these tables and no other.
    pub(crate) fn limited(self, only: &'static [&'static str]) -> Tx<'c> {
        Tx { only: Some(only), ..self }
    }

    /// Runs a statement; the number of rows it changed. Errors: `store-statement` and the store's own.
    pub fn exec(&self, sql: &str, params: &[Param]) -> Result<usize, Problem> {
        self.bulk(sql)?.put(params)
    }

    /// Calls `take` with every row of a query, in its order. Ends at the first error of `take`.
    pub fn each(
        &self,
        sql: &str,
        params: &[Param],
        mut take: impl FnMut(&Row<'_>) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        self.rows(sql, params, |row| take(row).map(|()| true))
    }

    /// What `take` makes of the first row, or nothing when there is no row.
    pub fn one<T>(
        &self,
        sql: &str,
        params: &[Param],
        take: impl FnOnce(&Row<'_>) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        let mut take = Some(take);
        let mut found = None;
        self.rows(sql, params, |row| {
            if let Some(take) = take.take() {
                found = Some(take(row)?);
            }
            Ok(false)
        })?;
        Ok(found)
    }

    /// Prepares one statement to be run with many sets of values.
    pub fn bulk(&self, sql: &str) -> Result<Bulk<'c>, Problem> {
        if self.only.is_some_and(|only| !writes_only(sql, only)) {
            return Err(statement_fault(self.path, format!("it writes outside the volatile tables ({sql})")));
        }
        let statement = self.connection.prepare_cached(sql).map_err(|e| fault(self.path, &e))?;
        let slots = slots(&statement).map_err(|why| statement_fault(self.path, format!("{why} ({sql})")))?;
        let needed = slots.iter().map(|slot| slot + 1).max().unwrap_or(0);
        Ok(Bulk { statement, slots, needed, path: self.path })
    }

    /// The number the engine gave the row inserted last in this transaction, into a table whose key it numbers itself.
    #[must_use]
    pub fn last_id(&self) -> i64 {
        self.connection.last_insert_rowid()
    }

    /// Whether the transaction still runs.
    pub(crate) fn is_open(&self) -> bool {
        !self.connection.is_autocommit()
    }

    pub(crate) fn path(&self) -> &str {
        self.path
    }

    /// Rows until `take` says no.
    fn rows(
        &self,
        sql: &str,
        params: &[Param],
        mut take: impl FnMut(&Row<'_>) -> Result<bool, Problem>,
    ) -> Result<(), Problem> {
        let mut query = self.bulk(sql)?;
        query.bind(params)?;
        let mut rows = query.statement.raw_query();
        while let Some(row) = rows.next().map_err(|e| fault(self.path, &e))? {
            let row = Row { row, wrong: Cell::new(None) };
            let more = take(&row)?;
            if let Some(column) = row.wrong.get() {
                let why = format!("column {column} is missing, empty or of another type ({sql})");
                return Err(statement_fault(self.path, why));
            }
            if !more {
                break;
            }
        }
        Ok(())
    }
}

/// One prepared statement, run with many sets of values. Rows in the order of their key go in fastest.
pub struct Bulk<'c> {
    statement: CachedStatement<'c>,
    /// For each slot of the engine the parameter it takes, from 0.
    slots: Vec<usize>,
    needed: usize,
    path: &'c str,
}

impl Bulk<'_> {
    /// Runs the statement; the number of rows it changed (0 where `ON CONFLICT DO NOTHING` did nothing).
    #[inline]
    pub fn put(&mut self, params: &[Param]) -> Result<usize, Problem> {
        self.bind(params)?;
        self.statement.raw_execute().map_err(|e| fault(self.path, &e))
    }

    #[inline]
    fn bind(&mut self, params: &[Param]) -> Result<(), Problem> {
        if params.len() != self.needed {
            let why = format!("{} values for {} parameters", params.len(), self.needed);
            return Err(statement_fault(self.path, why));
        }
        for (index, slot) in self.slots.iter().enumerate() {
            if let Some(value) = params.get(*slot) {
                self.statement.raw_bind_parameter(index + 1, value).map_err(|e| fault(self.path, &e))?;
            }
        }
        Ok(())
    }
}

/// Whether a statement reads, or writes one of the tables. What begins in another way than the four plain statements is
/// taken for a write elsewhere.
fn writes_only(sql: &str, tables: &[&str]) -> bool {
    let mut words = sql.split(|c: char| c.is_whitespace() || c == '(').filter(|word| !word.is_empty());
    let mut word = || words.next().unwrap_or("").to_ascii_lowercase();
    let table = match (word().as_str(), word()) {
        ("select", _) => return true,
        ("insert", next) if next == "into" => word(),
        ("delete", next) if next == "from" => word(),
        ("update", table) => table,
        _ => return false,
    };
    tables.contains(&table.as_str())
}

/// `SQLite` numbers `$n` by first appearance, not by n.
fn slots(statement: &CachedStatement) -> Result<Vec<usize>, String> {
    (1..=statement.parameter_count())
        .map(|index| {
            let name = statement.parameter_name(index).unwrap_or("?");
            let number = name.strip_prefix('$').and_then(|digits| digits.parse::<usize>().ok());
            number.and_then(|n| n.checked_sub(1)).ok_or_else(|| format!("parameter {name} is not $1, $2 …"))
        })
        .collect()
}
