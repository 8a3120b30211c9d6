//! What the tests of writers share: a plain wording and a small report.

use crate::model::{Block, Column, ColumnKind, Fact, Report, Row, RowKind, Table, Value};
use crate::wording::Wording;
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, format_minor};
use rust_decimal::Decimal;

/// Writes values plainly, whatever language it names.
pub struct Plain(pub &'static str);

impl Wording for Plain {
    fn language(&self) -> &str {
        self.0
    }
    fn amount(&self, minor: i64, currency: Currency) -> String {
        format_minor(minor, currency.exponent())
    }
    fn day(&self, day: Day) -> String {
        day.to_string()
    }
    fn integer(&self, number: i64) -> String {
        number.to_string()
    }
    fn decimal(&self, number: Decimal) -> String {
        number.to_string()
    }
    fn flag(&self, flag: bool) -> String {
        if flag { "yes" } else { "no" }.to_owned()
    }
    fn page(&self, page: usize, pages: usize) -> String {
        format!("Page {page} of {pages}")
    }
    fn total(&self) -> String {
        "Total".to_owned()
    }
    fn nothing(&self) -> String {
        "Nothing".to_owned()
    }
}

/// A day that is one.
pub fn day(iso: &str) -> Day {
    Day::parse_iso(iso).unwrap()
}

/// Cents.
pub fn euro(cents: i64) -> Value {
    Value::Amount(cents, Currency::EUR)
}

/// A table of buyers.
pub fn table(columns: Vec<Column>, rows: Vec<Row>) -> Table {
    Table {
        key: "buyers".to_owned(),
        title: "Buyers".to_owned(),
        columns,
        rows,
        empty: "No buyers".to_owned(),
    }
}

/// A small declaration with every kind of value and row.
pub fn sample() -> Report {
    let columns = vec![
        Column::new("account", "Account", ColumnKind::Text),
        Column::new("name", "Name", ColumnKind::Text),
        Column::new("since", "Since", ColumnKind::Day),
        Column::new("open", "Open", ColumnKind::Amount).summed(),
        Column::new("items", "Items", ColumnKind::Integer).summed(),
        Column::new("insured_percent", "Insured", ColumnKind::Percent),
        Column::new("rate", "Rate", ColumnKind::Decimal),
        Column::new("co_insured", "Co-insured", ColumnKind::Flag),
    ];
    let line = |account: &str, name: &str, cents: i64, items: i64| {
        Row::plain(vec![
            Value::Text(account.to_owned()),
            Value::Text(name.to_owned()),
            Value::Day(day("2024-02-29")),
            euro(cents),
            Value::Integer(items),
            Value::Percent("87.5".parse().unwrap()),
            Value::Decimal("1.0956".parse().unwrap()),
            Value::Flag(cents > 0),
        ])
    };
    let sum = |kind: RowKind, cents: i64, items: i64| {
        let mut cells = vec![Value::Text("Sum".to_owned()), Value::Empty, Value::Empty];
        cells.extend([euro(cents), Value::Integer(items), Value::Empty, Value::Empty, Value::Empty]);
        Row { kind, cells }
    };
    let mut group = vec![Value::Text("Germany".to_owned())];
    group.resize(columns.len(), Value::Empty);
    let rows = vec![
        Row { kind: RowKind::Group, cells: group },
        line("0012/0/D", "Müller & Söhne \"GmbH\"; Köln", 12_345_678, 3),
        line("13/0/D", "=cmd|'/c calc'!A1", -50, 1),
        sum(RowKind::Subtotal, 12_345_628, 4),
        line("14/0/D", "Åkesson, Łódź", 10, 1),
        sum(RowKind::Subtotal, 10, 1),
        sum(RowKind::Total, 12_345_638, 5),
    ];
    Report {
        name: "balance-declaration".to_owned(),
        title: "Balance declaration".to_owned(),
        subtitle: "HK/1, 30 June 2025".to_owned(),
        facts: vec![
            Fact::new("policy", "Policy", Value::Text("HK/2025-1".to_owned())),
            Fact::new("key_date", "Key date", Value::Day(day("2025-06-30"))),
            Fact::new("run", "Run", Value::Integer(7)),
        ],
        blocks: vec![Block::Heading("Named buyers".to_owned()), Block::Table(table(columns, rows))],
        made_from: "Run 7".to_owned(),
        ..Report::default()
    }
}
