//! Reports to write, and a plain wording, for the tests of the writers.
#![allow(dead_code)]

use obligo_reports::{
    Block, Chart, ChartKind, Column, ColumnKind, Fact, Letter, Mark, Point, Report, Row, RowKind, Series,
    Table, Value, Wording,
};
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, format_minor};
use rust_decimal::Decimal;

/// English with commas between thousands.
pub struct Plain;

impl Wording for Plain {
    fn language(&self) -> &'static str {
        "en"
    }
    fn amount(&self, minor: i64, currency: Currency) -> String {
        grouped(&format_minor(minor, currency.exponent()))
    }
    fn day(&self, day: Day) -> String {
        day.to_string()
    }
    fn month(&self, day: Day) -> String {
        day.to_string()[..7].to_owned()
    }
    fn integer(&self, number: i64) -> String {
        grouped(&number.to_string())
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
        "Nothing to report.".to_owned()
    }
}

fn grouped(number: &str) -> String {
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut made = String::new();
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n) % 3 == 0 {
            made.push(',');
        }
        made.push(digit);
    }
    format!("{sign}{made}{rest}")
}

pub fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub fn eur(minor: i64) -> Value {
    Value::Amount(minor, Currency::EUR)
}

const NAMES: [&str; 12] = [
    "Müller & Söhne Maschinenbau GmbH",
    "Ångströms Verkstads AB",
    "Établissements Lefèvre et Fils SARL",
    "Łódzka Spółka Handlowa Sp. z o.o.",
    "Ελληνική Βιομηχανία Α.Ε.",
    "Общество «Северный Ветер»",
    "Nørrebro Handelskompagni A/S",
    "Çukurova İnşaat ve Ticaret A.Ş.",
    "Hausverwaltungs- und Grundstücksgesellschaft Berlin-Brandenburg mbH & Co. KG",
    "Acme Ltd",
    "Țăndărei Agroindustrial S.R.L.",
    "Österreichische Donaudampfschifffahrtsgesellschaft",
];

/// A name of the ledger: of Europe, long and short.
pub fn name(n: usize) -> String {
    NAMES[n % NAMES.len()].to_owned()
}

/// The columns of a list of open items.
pub fn item_columns() -> Vec<Column> {
    vec![
        Column::new("buyer", "Buyer", ColumnKind::Text),
        Column::new("document", "Document", ColumnKind::Text),
        Column::new("document_date", "Date", ColumnKind::Day),
        Column::new("days_overdue", "Days overdue", ColumnKind::Integer),
        Column::new("insured_percent", "Insured percentage", ColumnKind::Percent),
        Column::new("open", "Open amount", ColumnKind::Amount).summed(),
        Column::new("insured", "Insured amount", ColumnKind::Amount).summed(),
    ]
}

/// A line of a list of open items.
pub fn item_row(n: usize) -> Row {
    let open = i64::try_from(n).unwrap() * 7_919 % 48_000_000 + 100;
    Row::plain(vec![
        text(&name(n)),
        text(&format!("INV-{:06}", n + 1)),
        Value::Day(day("2024-01-01").plus_days(i32::try_from(n % 400).unwrap())),
        Value::Integer(i64::try_from(n % 200).unwrap()),
        Value::Percent(Decimal::new([85, 925, 90][n % 3], [0, 1, 0][n % 3])),
        eur(open),
        eur(open / 100 * 85),
    ])
}

/// A list of so many open items with their sum.
pub fn list(count: usize) -> Report {
    let mut rows: Vec<Row> = (0..count).map(item_row).collect();
    let sum = |column: usize| {
        eur(rows
            .iter()
            .map(|row| match row.cells[column] {
                Value::Amount(minor, _) => minor,
                _ => 0,
            })
            .sum())
    };
    let total = [5, 6].map(sum);
    if count > 0 {
        let [open, insured] = total;
        let cells = vec![Value::Empty, Value::Empty, Value::Empty, Value::Empty, Value::Empty, open, insured];
        rows.push(Row { kind: RowKind::Total, cells });
    }
    Report {
        name: "open-items".to_owned(),
        title: "Open items against limit".to_owned(),
        subtitle: "Policy ACR/A as of 30 June 2024".to_owned(),
        facts: vec![
            Fact::new("policy", "Policy", text("ACR/A")),
            Fact::new("external_number", "Policy number", text("4711-0815-2024")),
            Fact::new("key_date", "Key date", Value::Day(day("2024-06-30"))),
            Fact::new("items", "Open items", Value::Integer(i64::try_from(count).unwrap())),
        ],
        blocks: vec![Block::Table(Table {
            key: "items".to_owned(),
            title: "Open items".to_owned(),
            columns: item_columns(),
            rows,
            empty: String::new(),
        })],
        made_on: Some(day("2024-07-04")),
        made_from: "State of 30 June 2024, entry 4,711 of the audit trail".to_owned(),
        ..Report::default()
    }
}

/// A balance declaration as a letter, with groups, subtotals and a total.
pub fn declaration() -> Report {
    let mut rows = Vec::new();
    let mut all = 0;
    for (country, buyers) in [("Germany", 9_usize), ("Sweden", 5), ("Greece", 3)] {
        rows.push(Row {
            kind: RowKind::Group,
            cells: vec![text(country), Value::Empty, Value::Empty, Value::Empty, Value::Empty],
        });
        let mut sum = 0;
        for n in 0..buyers {
            let balance = i64::try_from(n * n + 3).unwrap() * 1_234_567 % 90_000_000;
            sum += balance;
            rows.push(Row::plain(vec![
                text(&format!("R-{:07}", 90_210 + n * 17)),
                text(&name(n + country.len())),
                eur(5_000_000 + 2_500_000 * i64::try_from(n).unwrap()),
                eur(balance),
                Value::Percent(Decimal::new(90, 0)),
            ]));
        }
        all += sum;
        rows.push(Row {
            kind: RowKind::Subtotal,
            cells: vec![
                text(&format!("Sum of {country}")),
                Value::Empty,
                Value::Empty,
                eur(sum),
                Value::Empty,
            ],
        });
    }
    rows.push(Row {
        kind: RowKind::Total,
        cells: vec![Value::Empty, Value::Empty, Value::Empty, eur(all), Value::Empty],
    });
    Report {
        name: "balance-declaration".to_owned(),
        title: "Declaration of balances as of 30 June 2024".to_owned(),
        subtitle: "Policy 4711-0815, named buyers".to_owned(),
        mark: Some(Mark { text: "PREVIEW".to_owned() }),
        letter: Some(Letter {
            sender: ["Nordlicht Maschinenbau GmbH", "Hafenstraße 12", "24103 Kiel", "Germany"].map(str::to_owned).to_vec(),
            recipient: ["Kreditversicherung Beispiel AG", "Abteilung Meldungen", "Friedensallee 254", "22763 Hamburg"].map(str::to_owned).to_vec(),
            place_and_date: "Kiel, 4 July 2024".to_owned(),
            references: vec![
                Fact::new("policy", "Policy number", text("4711-0815")),
                Fact::new("own_number", "Our number with you", text("88 1204")),
                Fact::new("run", "Run", text("12 (30 June 2024)")),
            ],
            salutation: "Dear Sir or Madam,".to_owned(),
            opening: vec!["According to our policy we declare the balances of our named buyers as they stood at the end of June 2024. Amounts are in euros and contain value added tax.".to_owned()],
            closing: vec![
                "We confirm that this declaration is complete and agrees with our books.".to_owned(),
                "Yours faithfully".to_owned(),
            ],
            signatures: vec!["Place, date".to_owned(), "Signature".to_owned()],
            before_annex: None,
        }),
        facts: vec![
            Fact::new("buyers", "Buyers declared", Value::Integer(17)),
            Fact::new("sum", "Sum of balances", eur(all)),
        ],
        blocks: vec![Block::Table(Table {
            key: "buyers".to_owned(),
            title: "Balances by country".to_owned(),
            columns: vec![
                Column::new("risk_number", "Risk number", ColumnKind::Text),
                Column::new("buyer", "Buyer", ColumnKind::Text),
                Column::new("insured_sum", "Insured sum", ColumnKind::Amount),
                Column::new("balance", "Balance", ColumnKind::Amount).summed(),
                Column::new("insured_percent", "Insured percentage", ColumnKind::Percent),
            ],
            rows,
            empty: String::new(),
        })],
        main_table: String::new(),
        made_on: Some(day("2024-07-04")),
        made_from: "Run 12 of policy ACR/A, SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
    }
}

/// A picture over month ends.
pub fn chart_over_time(kind: ChartKind) -> Chart {
    let points = |base: i64, step: i64| -> Vec<Point> {
        (0..13)
            .map(|n| Point {
                at: Value::Day(day("2023-06-30").plus_months(n)),
                minor: base + step * i64::from(n * n % 7) * 100_000,
            })
            .collect()
    };
    Chart {
        key: "insured-over-time".to_owned(),
        title: "Insured and uninsured over time".to_owned(),
        description: "Open items rose over the year; most of them were insured.".to_owned(),
        kind,
        currency: Currency::EUR,
        series: vec![
            Series {
                key: "insured".to_owned(),
                label: "Insured".to_owned(),
                points: points(120_000_000, 77),
            },
            Series {
                key: "uninsured".to_owned(),
                label: "Uninsured".to_owned(),
                points: points(30_000_000, 35),
            },
        ],
    }
}

/// A picture by name.
pub fn chart_by_name(kind: ChartKind, count: usize) -> Chart {
    let points = |base: i64| -> Vec<Point> {
        (0..count)
            .map(|n| Point { at: text(&name(n)), minor: base * i64::try_from(count - n).unwrap() / 3 })
            .collect()
    };
    Chart {
        key: "largest-buyers".to_owned(),
        title: "Largest buyers".to_owned(),
        description: "The largest buyers and what they owe.".to_owned(),
        kind,
        currency: Currency::EUR,
        series: vec![
            Series { key: "insured".to_owned(), label: "Insured".to_owned(), points: points(9_000_000) },
            Series { key: "uninsured".to_owned(), label: "Uninsured".to_owned(), points: points(2_000_000) },
        ],
    }
}

/// A report for the management: facts, pictures, a table.
pub fn portfolio() -> Report {
    let mut report = list(8);
    let Some(Block::Table(table)) = report.blocks.pop() else { unreachable!() };
    let blocks = vec![
        Block::Heading("At a glance".to_owned()),
        Block::Text("Open items rose by 4 % against the quarter before; nine tenths of them are insured. Two buyers exceed their insured sum.".to_owned()),
        Block::Facts(vec![
            Fact::new("open", "Open", eur(150_000_000)),
            Fact::new("insured", "Insured", eur(120_000_000)),
            Fact::new("overdue", "Overdue", eur(12_345_678)),
            Fact::new("buyers", "Buyers", Value::Integer(312)),
        ]),
        Block::Chart(chart_over_time(ChartKind::Areas)),
        Block::Heading("By age".to_owned()),
        Block::Chart(chart_by_name(ChartKind::Columns, 5)),
        Block::Heading("Largest buyers".to_owned()),
        Block::Chart(chart_by_name(ChartKind::Bars, 10)),
        Block::Table(table),
        Block::Heading("Insured sum".to_owned()),
        Block::Chart(chart_over_time(ChartKind::Steps)),
    ];
    Report {
        name: "portfolio".to_owned(),
        title: "Portfolio report".to_owned(),
        subtitle: "All policies as of 30 June 2024".to_owned(),
        blocks,
        ..report
    }
}
