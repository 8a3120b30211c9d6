//! Tables of lists: one for each currency, with their sums.

use crate::words::Words;
use obligo_reports::{Block, Column, ColumnKind, Row, RowKind, Table, Value};
use obligo_rules::money::Currency;
use std::collections::BTreeMap;

/// A list under way: its columns and lines.
pub struct Listing {
    key: &'static str,
    title: String,
    empty: String,
    columns: Vec<Column>,
    lines: BTreeMap<Currency, Vec<Row>>,
}

impl Listing {
    /// A list without lines; `empty` is the message that stands there then.
    pub fn empty(
        words: &Words,
        key: &'static str,
        title: &str,
        empty: &str,
        columns: Vec<Column>,
    ) -> Listing {
        let (title, empty) = (words.text(title), words.text(empty));
        Listing { key, title, empty, columns, lines: BTreeMap::new() }
    }

    /// Adds a line in the order of the list; summed cells are of this currency.
    pub fn add(&mut self, currency: Currency, cells: Vec<Value>) {
        debug_assert_eq!(cells.len(), self.columns.len(), "{}", self.key);
        self.lines.entry(currency).or_default().push(Row::plain(cells));
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.values().map(Vec::len).sum()
    }

    /// The tables, largest currency first by its lines; one that says so if there is no line.
    pub fn blocks(self, words: &Words) -> Vec<Block> {
        self.blocks_with(words, &mut |_, _| {})
    }

    /// The same; `finish` may fill what cannot be summed into the row of sums.
    pub fn blocks_with(self, words: &Words, finish: &mut dyn FnMut(Currency, &mut Row)) -> Vec<Block> {
        let Listing { key, title, empty, columns, lines } = self;
        let table = |key: String, title: String, rows: Vec<Row>| {
            Block::Table(Table { key, title, columns: columns.clone(), rows, empty: empty.clone() })
        };
        if lines.is_empty() {
            return vec![table(key.to_owned(), title, Vec::new())];
        }
        let has_one = lines.len() == 1;
        let mut lines: Vec<(Currency, Vec<Row>)> = lines.into_iter().collect();
        lines.sort_by_key(|(currency, rows)| (std::cmp::Reverse(rows.len()), *currency));
        let of_currency = |(currency, mut rows): (Currency, Vec<Row>)| {
            if columns.iter().any(|column| column.summed) {
                let mut total = sums(words, &columns, &rows, currency);
                finish(currency, &mut total);
                rows.push(total);
            }
            let code = currency.code();
            let (key, title) = if has_one {
                (key.to_owned(), title.clone())
            } else {
                let named = [("title", title.clone()), ("currency", code.to_owned())];
                (format!("{key}_{}", code.to_lowercase()), words.with("report-in-currency", &named))
            };
            table(key, title, rows)
        };
        lines.into_iter().map(of_currency).collect()
    }
}

/// The row of sums: its name in the first cell that is not summed.
fn sums(words: &Words, columns: &[Column], rows: &[Row], currency: Currency) -> Row {
    let sum = |n: usize| {
        let amounts = rows.iter().filter_map(|row| match row.cells.get(n) {
            Some(Value::Amount(minor, of)) if *of == currency => Some(*minor),
            _ => None,
        });
        Value::Amount(amounts.fold(0, i64::saturating_add), currency)
    };
    let cell = |(n, column): (usize, &Column)| match column {
        column if column.summed => sum(n),
        _ if n == 0 => Value::Text(words.text("report-total")),
        _ => Value::Empty,
    };
    Row { kind: RowKind::Total, cells: columns.iter().enumerate().map(cell).collect() }
}

/// A column under the heading of any message.
pub fn under(words: &Words, key: &str, message: &str, kind: ColumnKind) -> Column {
    Column::new(key, words.text(message), kind)
}
