//! Finds our columns in the header of a table and says what is wrong with it.

use crate::field::{DateFormat, NumberFormat};
use crate::map::{ColumnRule, Distinct, FilterRule, Mapping, NumberRule, SignRule, SourceRule};
use crate::nearest::nearest;
use crate::row::{CellKind, Row};
use crate::schema::{ALL, Schema};
use obligo_rules::problem::Problem;
use std::collections::{HashMap, HashSet};

/// Where the text of one of our columns stands.
pub(crate) enum Origin {
    Absent,
    Field(usize),
    Fixed(String),
    BySign { amount: usize, positive: String, negative: String },
}

/// One of our columns, bound to the header.
pub(crate) struct Bound {
    /// Set if the field is taken as it stands.
    pub(crate) plain: Option<usize>,
    pub(crate) origin: Origin,
    /// Name of the column in the file.
    pub(crate) name: String,
    pub(crate) verbatim: bool,
    pub(crate) values: Option<HashMap<String, String>>,
    pub(crate) number: NumberRule,
    pub(crate) sign: SignRule,
}

pub(crate) struct Filter {
    /// Our column, or the index of theirs.
    pub(crate) column: Result<usize, usize>,
    pub(crate) texts: Vec<String>,
    pub(crate) keep: bool,
}

/// Everything about a table that does not change from row to row.
pub(crate) struct Plan {
    pub(crate) file: String,
    pub(crate) schema: &'static Schema,
    pub(crate) columns: Vec<Bound>,
    pub(crate) width: usize,
    pub(crate) filters: Vec<Filter>,
    pub(crate) distinct: Option<Vec<usize>>,
    pub(crate) date: Option<DateFormat>,
    pub(crate) number: NumberFormat,
    /// For the numbers of workbooks.
    pub(crate) cell_number: NumberFormat,
    /// In a sheet: its first column, from 0.
    pub(crate) first_column: Option<usize>,
    pub(crate) kind: Option<usize>,
    /// Columns of which only the digits are kept.
    pub(crate) digits: Vec<usize>,
}

/// Binds our columns to a header.
pub(crate) struct Binder<'a> {
    pub(crate) file: &'a str,
    pub(crate) header: Vec<String>,
    pub(crate) line: u64,
    pub(crate) schema: &'static Schema,
    pub(crate) mapping: &'a Mapping,
}

impl Binder<'_> {
    fn problem(&self, code: &'static str, column: &str) -> Problem {
        Problem::refused(code).in_file(self.file).at_line(self.line).at_column(column).with("column", column)
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|theirs| theirs == name)
    }

    pub(crate) fn bind(self, comma: bool) -> Result<Plan, Problem> {
        let default = ColumnRule::default();
        let mut columns = Vec::with_capacity(self.schema.columns.len());
        for (index, column) in self.schema.columns.iter().enumerate() {
            let rule = self.mapping.columns.get(index).unwrap_or(&default);
            let (origin, name) = match &rule.source {
                SourceRule::Own => {
                    (self.position(column.name).map_or(Origin::Absent, Origin::Field), column.name)
                }
                SourceRule::Fixed(text) => (Origin::Fixed(text.clone()), column.name),
                SourceRule::Their(theirs, line) => {
                    (Origin::Field(self.their_column(theirs, column.name, *line)?), theirs.as_str())
                }
                SourceRule::BySign(positive, negative) => {
                    let amount = self.schema.index_of("amount").unwrap_or(0);
                    (
                        Origin::BySign { amount, positive: positive.clone(), negative: negative.clone() },
                        column.name,
                    )
                }
            };
            let plain = match origin {
                Origin::Field(field) if rule.values.is_none() && rule.number == NumberRule::AsIs => {
                    Some(field)
                }
                _ => None,
            };
            columns.push(Bound {
                plain: if column.verbatim { None } else { plain },
                origin,
                name: name.to_owned(),
                verbatim: column.verbatim,
                values: rule.values.clone(),
                number: rule.number,
                sign: rule.sign,
            });
        }
        let filters = self
            .mapping
            .filters
            .iter()
            .filter_map(|rule| self.filter(rule))
            .collect::<Result<Vec<_>, _>>()?;
        self.check_header(&columns)?;
        self.check_missing(&columns)?;
        let numbers = |names: &[String]| names.iter().filter_map(|name| self.schema.index_of(name)).collect();
        Ok(Plan {
            file: self.file.to_owned(),
            schema: self.schema,
            width: self.header.len(),
            filters,
            distinct: match &self.mapping.distinct {
                Distinct::No => None,
                Distinct::Whole => Some((0..columns.len()).collect()),
                Distinct::Columns(names) => Some(numbers(names)),
            },
            date: self.mapping.date.clone(),
            number: NumberFormat { comma, ..self.mapping.number.clone() },
            cell_number: NumberFormat { round: self.mapping.number.round, ..NumberFormat::default() },
            first_column: None,
            kind: self.schema.index_of("kind"),
            digits: (0..columns.len()).filter(|index| columns[*index].number == NumberRule::Digits).collect(),
            columns,
        })
    }

    fn map_problem(&self, code: &'static str, column: &str, theirs: &str, line: u64) -> Problem {
        let near = nearest(theirs, self.header.iter().map(String::as_str)).unwrap_or("none");
        let problem = Problem::refused(code).in_file(&self.mapping.map).at_line(line).at_column(column);
        problem.of_value(theirs).with("column", theirs).with("table", self.file).with("nearest", near)
    }

    fn their_column(&self, theirs: &str, ours: &str, line: u64) -> Result<usize, Problem> {
        self.position(theirs).ok_or_else(|| self.map_problem("map-column-not-in-file", ours, theirs, line))
    }

    /// `None` if a shared rule names a column of other kinds.
    fn filter(&self, rule: &FilterRule) -> Option<Result<Filter, Problem>> {
        let (name, line) = (rule.column.key.as_str(), rule.column.line);
        let column = match (self.schema.index_of(name), self.position(name)) {
            (Some(ours), _) => Ok(ours),
            (None, Some(theirs)) => Err(theirs),
            (None, None) if ALL.iter().any(|kind| kind.index_of(name).is_some()) => return None,
            (None, None) => return Some(Err(self.map_problem("map-column-not-in-file", name, name, line))),
        };
        Some(Ok(Filter { column, texts: rule.column.value.clone(), keep: rule.keep }))
    }

    fn check_header(&self, columns: &[Bound]) -> Result<(), Problem> {
        let used: HashSet<usize> = columns
            .iter()
            .filter_map(|bound| match bound.origin {
                Origin::Field(field) => Some(field),
                _ => None,
            })
            .collect();
        for (index, name) in self.header.iter().enumerate() {
            if used.contains(&index) {
                if self.header[index + 1..].contains(name) {
                    return Err(self.problem("csv-duplicate-column", name));
                }
                continue;
            }
            let first = self.position(name).is_some_and(|first| first < index);
            if self.mapping.ignore_unknown || self.mapping.named.contains(name) {
                continue;
            }
            if name.is_empty() {
                let problem =
                    Problem::refused("csv-column-without-name").in_file(self.file).at_line(self.line);
                return Err(problem.with("number", index + 1));
            }
            if first {
                return Err(self.problem("csv-duplicate-column", name));
            }
            let free = self
                .schema
                .columns
                .iter()
                .zip(columns)
                .filter(|(_, bound)| matches!(bound.origin, Origin::Absent));
            let near = nearest(name, free.map(|(column, _)| column.name))
                .or_else(|| nearest(name, self.schema.columns.iter().map(|column| column.name)));
            let known: Vec<&str> = self.schema.columns.iter().map(|column| column.name).collect();
            let problem = self.problem("csv-unknown-column", name).with("kind", self.schema.kind);
            return Err(problem.with("nearest", near.unwrap_or("none")).with("known", known.join(", ")));
        }
        Ok(())
    }

    fn check_missing(&self, columns: &[Bound]) -> Result<(), Problem> {
        let missing: Vec<&str> = self
            .schema
            .columns
            .iter()
            .zip(columns)
            .filter(|(column, bound)| column.required && matches!(bound.origin, Origin::Absent))
            .map(|(column, _)| column.name)
            .collect();
        let Some(first) = missing.first() else { return Ok(()) };
        let near = nearest(
            first,
            self.header.iter().map(String::as_str).filter(|name| self.schema.index_of(name).is_none()),
        );
        let problem = self.problem("csv-missing-column", first).with("kind", self.schema.kind);
        Err(problem.with("missing", missing.join(", ")).with("nearest", near.unwrap_or("none")))
    }
}

impl Plan {
    pub(crate) fn check_width(&self, row: Row) -> Result<(), Problem> {
        if row.len() == self.width {
            return Ok(());
        }
        let code = if row.len() < self.width { "csv-too-few-fields" } else { "csv-too-many-fields" };
        let problem = Problem::refused(code).in_file(&self.file).at_line(row.line);
        Err(problem.with("expected", self.width).with("found", row.len()))
    }

    /// Refuses errors, and formulas without a result, in the cells of our columns: `cell-error`, `cell-uncalculated`.
    pub(crate) fn check_cells(&self, row: Row) -> Result<(), Problem> {
        if row.kinds.is_empty() {
            return Ok(());
        }
        for bound in &self.columns {
            let Origin::Field(field) = bound.origin else { continue };
            let code = match row.kind(field) {
                CellKind::Error => "cell-error",
                CellKind::Uncalculated => "cell-uncalculated",
                _ => continue,
            };
            return Err(self.problem(code, row, bound, row.field(field)));
        }
        Ok(())
    }

    /// A problem of one of our columns, with its place; in a sheet with the cell.
    pub(crate) fn problem(&self, code: &'static str, row: Row, bound: &Bound, text: &str) -> Problem {
        let problem = Problem::refused(code).in_file(&self.file).at_line(row.line);
        let Origin::Field(field) = bound.origin else { return problem.at_column(&bound.name).of_value(text) };
        let problem = match self.first_column {
            Some(first) => {
                let cell = format!("{}{}", column_letters(first + field), row.line);
                problem.at_column(&format!("{} ({cell})", bound.name))
            }
            None => problem.at_column(&bound.name),
        };
        problem.of_value(row.field(field))
    }
}

/// The letters of a sheet's column, from 0: `A`, `Z`, `AA`.
fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}
