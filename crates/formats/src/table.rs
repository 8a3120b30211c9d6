//! A table of a known kind: its header checked, its fields found by our columns, read as dates, amounts and codes.

use crate::bind::{Binder, Bound, Origin, Plan};
use crate::csv::Rows;
use crate::field::{NumberFormat, looks_negative, trimmed};
use crate::map::{Mapping, NumberRule, SignRule};
use crate::nearest::nearest;
use crate::row::{CellKind, Row};
use crate::rows::{TableRows, is_workbook};
use crate::schema::{CREDIT_KINDS, Schema};
use crate::workbook::{Choice, SheetRows};
use obligo_rules::calendar::Day;
use obligo_rules::money::{AmountError, Currency};
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Read, Seek};

/// Most distinct rows kept apart with `distinct` in a map file (R14.2); 64 MB.
pub const DISTINCT_MAX: usize = 2_000_000;

/// A table of a known kind, read record by record in bounded memory (R14.2).
pub struct Table<R> {
    rows: TableRows<R>,
    plan: Plan,
    seen: HashSet<u128>,
    scratch: Scratch,
    records: u64,
}

/// The digits of the columns in [`Plan::digits`], one after the other.
#[derive(Default)]
struct Scratch {
    text: String,
    ends: Vec<usize>,
}

impl<R: Read + Seek> Table<R> {
    /// Opens a text table, or a sheet of a workbook (XLSX, ODS) if the first bytes are a workbook's: the sheet the mapping names,
    /// else the first that is shown and has the columns. Then as [`Table::open`]; problems name the sheet as `FILE!SHEET` and
    /// the cell. Errors of workbooks: those of [`SheetRows::open`].
    pub fn open_any(
        name: &str,
        mut reader: R,
        schema: &'static Schema,
        mapping: &Mapping,
    ) -> Result<Table<R>, Problem> {
        if is_workbook(name, &mut reader)? {
            Table::open_workbook(name, reader, schema, mapping)
        } else {
            Table::open(name, reader, schema, mapping)
        }
    }

    /// Opens a sheet of a workbook.
    pub fn open_workbook(
        name: &str,
        reader: R,
        schema: &'static Schema,
        mapping: &Mapping,
    ) -> Result<Table<R>, Problem> {
        let choice = Choice::of(&mapping.dialect);
        let bind = |sheet: &str, row: Row<'_>| {
            let file = format!("{name}!{sheet}");
            Binder { file: &file, header: header_of(row), line: row.line, schema, mapping }.bind(true)
        };
        let mut rows =
            SheetRows::open(name, reader, &choice, &mut |sheet, row| bind(sheet, row).map(|_| ()))?;
        let (sheet, first_column) = (rows.sheet().to_owned(), rows.first_column());
        let Some(row) = rows.next_row()? else {
            return Err(Problem::refused("workbook-no-rows").in_file(name));
        };
        let plan = Plan { first_column: Some(first_column), ..bind(&sheet, row)? };
        Ok(Table::over(TableRows::Sheet(Box::new(rows)), plan))
    }
}

fn header_of(row: Row<'_>) -> Vec<String> {
    (0..row.len()).map(|index| row.field(index).trim().to_owned()).collect()
}

impl<R: Read> Table<R> {
    /// Opens a table and checks its header against `schema`: duplicate, unknown and missing columns are refused, with the
    /// nearest known name. `name` is the file as the user named it.
    pub fn open(
        name: &str,
        reader: R,
        schema: &'static Schema,
        mapping: &Mapping,
    ) -> Result<Table<R>, Problem> {
        let mut rows = Rows::open(name, reader, &mapping.dialect)?;
        let comma = rows.delimiter() != b',';
        let Some(row) = rows.next_row()? else {
            return Err(Problem::refused("csv-empty").in_file(name));
        };
        let plan =
            Binder { file: name, header: header_of(row), line: row.line, schema, mapping }.bind(comma)?;
        Ok(Table::over(TableRows::Text(Box::new(rows)), plan))
    }

    fn over(rows: TableRows<R>, plan: Plan) -> Table<R> {
        Table { rows, plan, seen: HashSet::new(), scratch: Scratch::default(), records: 0 }
    }

    /// Reads the next record; `None` at the end. After a problem of one row (too few or too many fields) reading goes on
    /// with the next; after any other the table has ended.
    pub fn next_record(&mut self) -> Result<Option<Record<'_>>, Problem> {
        loop {
            let Some(row) = self.rows.next_row()? else { return Ok(None) };
            if row.is_blank() {
                continue;
            }
            self.plan.check_width(row)?;
            self.plan.check_cells(row)?;
            self.scratch.fill(&self.plan, row);
            let record = Record { plan: &self.plan, row, scratch: &self.scratch };
            if !record.passes_filters() {
                continue;
            }
            if let Some(columns) = &self.plan.distinct {
                if !self.seen.insert(record.fingerprint(columns)) {
                    continue;
                }
                if self.seen.len() > DISTINCT_MAX {
                    let problem = Problem::refused("csv-too-many-distinct").in_file(&self.plan.file);
                    let problem = problem.at_line(row.line).with("limit", DISTINCT_MAX);
                    self.rows.end();
                    return Err(problem);
                }
            }
            break;
        }
        self.records += 1;
        Ok(Some(Record { plan: &self.plan, row: self.rows.row(), scratch: &self.scratch }))
    }

    /// Records delivered so far.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.records
    }

    /// Whether the file (or its map) has the column; a column that is there may still be empty.
    #[must_use]
    pub fn has(&self, column: usize) -> bool {
        self.plan.columns.get(column).is_some_and(|bound| !matches!(bound.origin, Origin::Absent))
    }

    /// The problem of a table with a header and nothing else, for imports that need at least one record.
    #[must_use]
    pub fn without_records(&self) -> Problem {
        Problem::refused("csv-header-only").in_file(&self.plan.file)
    }
}

impl Scratch {
    fn fill(&mut self, plan: &Plan, row: Row) {
        if plan.digits.is_empty() {
            return;
        }
        self.text.clear();
        self.ends.clear();
        for column in &plan.digits {
            if let Origin::Field(field) = plan.columns[*column].origin {
                self.text.extend(row.field(field).chars().filter(char::is_ascii_digit));
            }
            self.ends.push(self.text.len());
        }
    }
}

/// One record, by our columns. Columns are the constants of [`crate::schema`]. Every problem names file, line, column
/// and value (R14.1).
#[derive(Clone, Copy)]
pub struct Record<'a> {
    plan: &'a Plan,
    row: Row<'a>,
    scratch: &'a Scratch,
}

impl<'a> Record<'a> {
    /// Line on which the record starts, from 1.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.row.line
    }

    /// The text of a column, mapped and without outer blanks (free texts keep them); empty if absent.
    #[must_use]
    pub fn text(&self, column: usize) -> &'a str {
        match self.plan.columns.get(column) {
            Some(Bound { plain: Some(field), .. }) => trimmed(self.row.field(*field)),
            Some(bound) => self.mapped(column, bound),
            None => "",
        }
    }

    fn mapped(&self, column: usize, bound: &'a Bound) -> &'a str {
        let raw = match &bound.origin {
            Origin::Absent => return "",
            Origin::Fixed(text) => return text,
            Origin::BySign { amount, positive, negative } => {
                return if looks_negative(self.text(*amount)) { negative } else { positive };
            }
            Origin::Field(field) if bound.verbatim && bound.values.is_none() => {
                return self.row.field(*field);
            }
            Origin::Field(field) => trimmed(self.row.field(*field)),
        };
        if let Some(values) = &bound.values
            && let Some(ours) = values.get(raw).or_else(|| values.get("*"))
        {
            return ours;
        }
        match bound.number {
            NumberRule::AsIs => raw,
            NumberRule::NoLeadingZeros => {
                let rest = raw.trim_start_matches('0');
                if rest.is_empty() { &raw[raw.len().saturating_sub(1)..] } else { rest }
            }
            NumberRule::Digits => {
                let nth = self.plan.digits.iter().position(|digits| *digits == column).unwrap_or(0);
                let start = nth.checked_sub(1).map_or(0, |before| self.scratch.ends[before]);
                &self.scratch.text[start..self.scratch.ends[nth]]
            }
        }
    }

    fn passes_filters(&self) -> bool {
        self.plan.filters.iter().all(|filter| {
            let text = match filter.column {
                Ok(ours) => self.text(ours),
                Err(theirs) => trimmed(self.row.field(theirs)),
            };
            filter.texts.iter().any(|listed| listed == text) == filter.keep
        })
    }

    fn fingerprint(&self, columns: &[usize]) -> u128 {
        let (mut low, mut high) = (DefaultHasher::new(), DefaultHasher::new());
        high.write_u8(1);
        for column in columns {
            let text = self.text(*column);
            text.hash(&mut low);
            text.hash(&mut high);
        }
        u128::from(low.finish()) | u128::from(high.finish()) << 64
    }

    /// A problem of one field, with its place.
    #[must_use]
    pub fn problem(&self, column: usize, code: &'static str) -> Problem {
        match self.plan.columns.get(column) {
            Some(bound) => self.plan.problem(code, self.row, bound, self.text(column)),
            None => Problem::refused(code).in_file(&self.plan.file).at_line(self.row.line),
        }
    }

    /// What the cell of a column is, if its text was taken as it stands.
    fn cell_kind(&self, column: usize) -> CellKind {
        match self.plan.columns.get(column) {
            Some(Bound { origin: Origin::Field(field), values: None, .. }) => self.row.kind(*field),
            _ => CellKind::Text,
        }
    }

    /// The text of a column, `None` if empty.
    #[must_use]
    pub fn optional(&self, column: usize) -> Option<&'a str> {
        Some(self.text(column)).filter(|text| !text.is_empty())
    }

    /// The text of a column that must not be empty: `field-missing`.
    pub fn required(&self, column: usize) -> Result<&'a str, Problem> {
        self.need(column, self.optional(column))
    }

    /// The value read from a column that must not be empty: `field-missing`.
    pub fn need<T>(&self, column: usize, value: Option<T>) -> Result<T, Problem> {
        value.ok_or_else(|| self.problem(column, "field-missing"))
    }

    /// A date: `field-not-a-date`.
    pub fn day(&self, column: usize) -> Result<Option<Day>, Problem> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        let (day, format) = match &self.plan.date {
            None => (Day::parse_iso(text), "YYYY-MM-DD"),
            Some(format) if self.cell_kind(column) == CellKind::Date => {
                (Day::parse_iso(text), format.as_str())
            }
            // Fixed and mapped texts are ours and may have our format.
            Some(format) => (format.read(text).or_else(|| self.ours(column, text)), format.as_str()),
        };
        day.map(Some).ok_or_else(|| self.problem(column, "field-not-a-date").with("format", format))
    }

    fn ours(&self, column: usize, text: &str) -> Option<Day> {
        let bound = self.plan.columns.get(column)?;
        let written_by_us = matches!(bound.origin, Origin::Fixed(_)) || bound.values.is_some();
        if written_by_us { Day::parse_iso(text) } else { None }
    }

    /// A date that must be there: `field-missing`, `field-not-a-date`.
    pub fn required_day(&self, column: usize) -> Result<Day, Problem> {
        self.need(column, self.day(column)?)
    }

    /// How the number in a column is spelled: those of workbooks have no spelling of their own.
    fn number(&self, column: usize) -> &'a NumberFormat {
        if self.cell_kind(column) == CellKind::Number { &self.plan.cell_number } else { &self.plan.number }
    }

    /// An amount in minor units of `currency` (R0.1): `field-not-an-amount`, `field-too-many-decimals`,
    /// `field-amount-too-large`.
    pub fn minor(&self, column: usize, currency: Currency) -> Result<Option<i64>, Problem> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        let minor = self.number(column).minor(text, currency.exponent()).map_err(|error| match error {
            AmountError::NotANumber => self.problem(column, "field-not-an-amount"),
            AmountError::TooManyDecimals => self
                .problem(column, "field-too-many-decimals")
                .with("currency", currency)
                .with("decimals", currency.exponent()),
            AmountError::TooLarge => self.problem(column, "field-amount-too-large"),
        })?;
        Ok(Some(match self.plan.columns.get(column).map_or(SignRule::AsIs, |bound| bound.sign) {
            SignRule::AsIs => minor,
            SignRule::Negate => -minor,
            SignRule::ByKind => {
                let credit = self.plan.kind.is_some_and(|kind| CREDIT_KINDS.contains(&self.text(kind)));
                if credit { -minor.abs() } else { minor.abs() }
            }
        }))
    }

    /// An amount that must be there: `field-missing` and those of [`Record::minor`].
    pub fn required_minor(&self, column: usize, currency: Currency) -> Result<i64, Problem> {
        self.need(column, self.minor(column, currency)?)
    }

    /// An ISO 4217 currency: `field-not-a-currency`.
    pub fn currency(&self, column: usize) -> Result<Option<Currency>, Problem> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        Currency::parse(text).map(Some).ok_or_else(|| self.problem(column, "field-not-a-currency"))
    }

    /// `true` or `false`, empty = false: `field-not-true-or-false`.
    pub fn boolean(&self, column: usize) -> Result<bool, Problem> {
        match self.text(column) {
            "true" => Ok(true),
            "" | "false" => Ok(false),
            _ => Err(self.problem(column, "field-not-true-or-false")),
        }
    }

    /// A whole number: `field-not-a-number`.
    pub fn int(&self, column: usize) -> Result<Option<i64>, Problem> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| self.problem(column, "field-not-a-number"))
    }

    /// An exact decimal of at most 28 digits, for rates and percentages: `field-not-a-number`.
    pub fn decimal(&self, column: usize) -> Result<Option<Decimal>, Problem> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        self.number(column).decimal(text).map(Some).ok_or_else(|| self.problem(column, "field-not-a-number"))
    }

    /// One of the texts the schema allows in the column, `None` if empty: `field-not-one-of`, with the nearest.
    pub fn one_of(&self, column: usize) -> Result<Option<&'static str>, Problem> {
        let text = self.text(column);
        let allowed = self.plan.schema.columns.get(column).map_or(&[][..], |column| column.texts);
        if text.is_empty() {
            return Ok(None);
        }
        allowed.iter().copied().find(|one| *one == text).map(Some).ok_or_else(|| {
            let near = nearest(text, allowed.iter().copied()).unwrap_or("none");
            self.problem(column, "field-not-one-of").with("allowed", allowed.join(", ")).with("nearest", near)
        })
    }
}
