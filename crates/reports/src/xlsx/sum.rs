//! Sums of a table's columns: what the rows so far come to, and the formula that says the same.
//!
//! A formula stands only where it comes to the report's own figure; otherwise the figure stands there as it is.

use crate::model::{Column, Row, RowKind, Value};
use obligo_rules::money::Currency;

/// Longest formula a spreadsheet takes, in characters.
const FORMULA_MAX: usize = 8_000;

/// Rows of one sheet, from 1, both ends among them.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Range {
    sheet: usize,
    first: u32,
    last: u32,
}

/// What the lines of a column come to since a point.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Sum {
    #[default]
    Nothing,
    Amounts(i128, Currency),
    Integers(i128),
    /// Different currencies, or what is no number.
    None,
}

/// The sums of one table while its rows pass.
pub(super) struct Sums {
    all: Vec<Sum>,
    since: Vec<Sum>,
    /// Whether formulas may reach over the whole column: no figure between the lines would be counted twice.
    is_clear: Vec<bool>,
    lines: Vec<Range>,
    lines_since: Vec<Range>,
}

impl Sums {
    pub(super) fn new(columns: &[Column]) -> Sums {
        let sums = |column: &Column| if column.summed { Sum::Nothing } else { Sum::None };
        let all: Vec<Sum> = columns.iter().map(sums).collect();
        Sums {
            since: all.clone(),
            is_clear: vec![true; all.len()],
            all,
            lines: Vec::new(),
            lines_since: Vec::new(),
        }
    }

    /// A row that stands at `at` (from 1) of a sheet. `is_formula` says for each column whether a formula stands there.
    pub(super) fn pass(&mut self, row: &Row, sheet: usize, at: u32, is_formula: &[bool]) {
        if row.kind == RowKind::Plain {
            for (column, value) in row.cells.iter().enumerate() {
                self.all[column].add(value);
                self.since[column].add(value);
            }
            for lines in [&mut self.lines, &mut self.lines_since] {
                match lines.last_mut().filter(|range| range.sheet == sheet) {
                    Some(range) => range.last = at,
                    None => lines.push(Range { sheet, first: at, last: at }),
                }
            }
            return;
        }
        for (column, value) in row.cells.iter().enumerate() {
            let is_number = matches!(value, Value::Amount(..) | Value::Integer(_));
            self.is_clear[column] &= !is_number || is_formula[column];
        }
        // A group and a sum both begin anew.
        self.since.fill(Sum::Nothing);
        self.lines_since.clear();
    }

    /// The sum of all lines of a column, if they have one.
    pub(super) fn total(&self, column: usize) -> Value {
        match self.all[column] {
            Sum::Amounts(minor, currency) => {
                i64::try_from(minor).map_or(Value::Empty, |minor| Value::Amount(minor, currency))
            }
            Sum::Integers(number) => i64::try_from(number).map_or(Value::Empty, Value::Integer),
            Sum::Nothing | Sum::None => Value::Empty,
        }
    }

    /// The formula of a cell of a subtotal or total, if it comes to the cell's own figure. `names` are those of the sheets;
    /// `here` is the sheet it stands on.
    pub(super) fn formula(
        &self,
        row: &Row,
        columns: &[Column],
        column: usize,
        names: &[String],
        here: usize,
    ) -> Option<String> {
        let (sum, ranges) = match row.kind {
            RowKind::Subtotal => (self.since[column], &self.lines_since),
            RowKind::Total => (self.all[column], &self.lines),
            RowKind::Plain | RowKind::Group => return None,
        };
        let is_same = match (sum, row.cells.get(column)?) {
            (Sum::Amounts(sum, of), Value::Amount(minor, currency)) => {
                sum == i128::from(*minor) && of == *currency
            }
            (Sum::Integers(sum), Value::Integer(number)) => sum == i128::from(*number),
            _ => false,
        };
        if !columns[column].summed || !is_same || !(row.kind == RowKind::Subtotal || self.is_clear[column]) {
            return None;
        }
        let letters = rust_xlsxwriter::utility::column_number_to_name(column as u16);
        let range = |range: &Range| {
            let cells = format!("{letters}{}:{letters}{}", range.first, range.last);
            if range.sheet == here {
                return cells;
            }
            format!("'{}'!{cells}", names[range.sheet].replace('\'', "''"))
        };
        let ranges: Vec<String> = ranges.iter().map(range).collect();
        // Nine adds up what filters let through and leaves out the sums in between.
        let formula = format!("=SUBTOTAL(9,{})", ranges.join(","));
        (!ranges.is_empty() && formula.len() <= FORMULA_MAX).then_some(formula)
    }
}

impl Sum {
    fn add(&mut self, value: &Value) {
        *self = match (*self, value) {
            (sum, Value::Empty) => sum,
            (Sum::Nothing, Value::Amount(minor, currency)) if is_number(*minor) => {
                Sum::Amounts(i128::from(*minor), *currency)
            }
            (Sum::Amounts(sum, of), Value::Amount(minor, currency))
                if of == *currency && is_number(*minor) =>
            {
                Sum::Amounts(sum + i128::from(*minor), of)
            }
            (Sum::Nothing, Value::Integer(number)) if is_number(*number) => {
                Sum::Integers(i128::from(*number))
            }
            (Sum::Integers(sum), Value::Integer(number)) if is_number(*number) => {
                Sum::Integers(sum + i128::from(*number))
            }
            _ => Sum::None,
        };
    }
}

/// Whether the cell is a number; longer ones are texts, which formulas leave out.
fn is_number(number: i64) -> bool {
    number.unsigned_abs() < 1_000_000_000_000_000
}
