use super::*;
use crate::model::{
    Chart, ChartKind, Column, ColumnKind, Fact, Letter, Mark, Point, Row, RowKind, Series, Value,
};
use crate::testing::{Plain, day, euro, sample, table};
use calamine::{Data, Reader, Xlsx, XlsxError as ReadError, open_workbook_from_rs};
use obligo_rules::money::Currency;
use rust_decimal::Decimal;
use std::io::Cursor;

type Book = Xlsx<Cursor<Vec<u8>>>;

const SMALL: Bounds = Bounds { rows: 8, rows_in_memory: 3 };

fn written(report: &Report) -> Vec<u8> {
    let mut out = Vec::new();
    write(report, &Plain("de"), Some(day("2025-07-03")), &mut out).unwrap();
    out
}

fn read(bytes: Vec<u8>) -> Book {
    let book: Result<Book, ReadError> = open_workbook_from_rs(Cursor::new(bytes));
    book.unwrap()
}

fn with_rows(columns: Vec<Column>, rows: Vec<Row>) -> Report {
    Report { title: "List".to_owned(), blocks: vec![Block::Table(table(columns, rows))], ..Report::default() }
}

fn amounts() -> Vec<Column> {
    vec![
        Column::new("name", "Name", ColumnKind::Text),
        Column::new("open", "Open", ColumnKind::Amount).summed(),
    ]
}

fn line(name: &str, cents: i64) -> Row {
    Row::plain(vec![Value::Text(name.to_owned()), euro(cents)])
}

fn sum(kind: RowKind, cents: i64) -> Row {
    Row { kind, cells: vec![Value::Text("sum".to_owned()), euro(cents)] }
}

/// Text of one cell of the formulas of a sheet.
fn formula(book: &mut Book, sheet: &str, place: (u32, u32)) -> String {
    book.worksheet_formula(sheet).unwrap().get_value(place).cloned().unwrap_or_default()
}

fn cell(book: &mut Book, sheet: &str, place: (u32, u32)) -> Data {
    book.worksheet_range(sheet).unwrap().get_value(place).cloned().unwrap_or_default()
}

#[test]
fn r14_3_each_value_is_what_it_is_and_no_text_is_a_formula() {
    let yen = Currency::parse("JPY").unwrap();
    for (value, expected) in [
        (euro(-123_450), Data::Float(-1234.5)),
        (euro(99_999_999_999_999), Data::Float(999_999_999_999.99)),
        (euro(1_000_000_000_000_000), Data::String("10000000000000.00".to_owned())),
        (Value::Amount(1000, yen), Data::Float(1000.0)),
        (Value::Integer(7), Data::Float(7.0)),
        (Value::Percent(Decimal::from(85)), Data::Float(0.85)),
        (Value::Decimal("1.0956".parse().unwrap()), Data::Float(1.0956)),
        (Value::Flag(true), Data::String("yes".to_owned())),
        (Value::Text("=1+1".to_owned()), Data::String("=1+1".to_owned())),
        (Value::Text("0012".to_owned()), Data::String("0012".to_owned())),
        (
            Value::Text("\u{1}\u{b}a_x0041_\u{fffe}".to_owned()),
            Data::String("\u{1}\u{b}a_x0041_\u{fffe}".to_owned()),
        ),
        (Value::Empty, Data::Empty),
        (Value::Day(day("1899-12-31")), Data::String("1899-12-31".to_owned())),
    ] {
        let report = with_rows(amounts(), vec![Row::plain(vec![Value::Empty, value.clone()]), line("x", 0)]);
        let mut book = read(written(&report));
        let found = cell(&mut book, "Buyers", (1, 1));
        // Escapes of the format are not undone by every reader.
        let is_escaped = matches!(&found, Data::String(text) if text.contains("_x"));
        assert!(found == expected || is_escaped, "{value:?}: {found:?}");
        assert_eq!(formula(&mut book, "Buyers", (1, 1)), "", "{value:?}");
    }
}

#[test]
fn r14_3_dates_are_real_dates() {
    let columns = vec![Column::new("due", "Due", ColumnKind::Day)];
    let report = with_rows(columns, vec![Row::plain(vec![Value::Day(day("2024-02-29"))])]);
    let mut book = read(written(&report));
    let Data::DateTime(found) = cell(&mut book, "Buyers", (1, 0)) else { panic!("no date") };
    assert_eq!(found.to_ymd_hms_milli(), (2024, 2, 29, 0, 0, 0, 0));
}

#[test]
fn r8_3_sums_are_formulas_where_they_come_to_the_reports_own_figure() {
    let rows = vec![
        Row { kind: RowKind::Group, cells: vec![Value::Text("DE".to_owned()), Value::Empty] },
        line("a", 100),
        line("b", 23),
        sum(RowKind::Subtotal, 123),
        line("c", 7),
        sum(RowKind::Subtotal, 7),
        sum(RowKind::Total, 130),
    ];
    let mut book = read(written(&with_rows(amounts(), rows.clone())));
    for (row, expected, figure) in
        [(4, "SUBTOTAL(9,B3:B4)", 1.23), (6, "SUBTOTAL(9,B6:B6)", 0.07), (7, "SUBTOTAL(9,B3:B6)", 1.3)]
    {
        assert_eq!(formula(&mut book, "Buyers", (row, 1)), expected);
        assert_eq!(cell(&mut book, "Buyers", (row, 1)), Data::Float(figure));
    }

    // A figure that is no sum of the rows stands as it is, and a formula above it would count it twice.
    let mut other = rows;
    other[3] = sum(RowKind::Subtotal, 999);
    let mut book = read(written(&with_rows(amounts(), other)));
    for (row, expected, figure) in [(4, "", 9.99), (6, "SUBTOTAL(9,B6:B6)", 0.07), (7, "", 1.3)] {
        assert_eq!(formula(&mut book, "Buyers", (row, 1)), expected);
        assert_eq!(cell(&mut book, "Buyers", (row, 1)), Data::Float(figure));
    }
}

#[test]
fn r0_1_two_currencies_have_no_sum() {
    let yen = Value::Amount(5, Currency::parse("JPY").unwrap());
    let rows = vec![line("a", 100), Row::plain(vec![Value::Text("b".to_owned()), yen])];
    let mut book = read(written(&with_rows(amounts(), rows)));
    assert_eq!(formula(&mut book, "Buyers", (3, 1)), "");
    assert_eq!(cell(&mut book, "Buyers", (3, 1)), Data::Empty);
}

#[test]
fn r8_3_summed_columns_get_a_total_where_the_report_has_none() {
    let mut book = read(written(&with_rows(amounts(), vec![line("a", 100), line("b", 50)])));
    assert_eq!(cell(&mut book, "Buyers", (3, 0)), Data::String("Total".to_owned()));
    assert_eq!(formula(&mut book, "Buyers", (3, 1)), "SUBTOTAL(9,B2:B3)");
    assert_eq!(cell(&mut book, "Buyers", (3, 1)), Data::Float(1.5));
}

#[test]
fn r14_2_a_table_longer_than_a_sheet_goes_on_in_the_next() {
    let rows: Vec<Row> = (1..=15).map(|n| line(&format!("buyer {n}"), n)).collect();
    let mut out = Vec::new();
    within(SMALL, &with_rows(amounts(), rows), &Plain("en"), None, &mut out).unwrap();
    let mut book = read(out);
    assert_eq!(book.sheet_names(), ["List", "Buyers", "Buyers (2)", "Buyers (3)"]);
    for (sheet, head, first, rows) in
        [("Buyers", "Open", 0.01, 8), ("Buyers (2)", "Open", 0.08, 8), ("Buyers (3)", "Open", 0.15, 3)]
    {
        assert_eq!(cell(&mut book, sheet, (0, 1)), Data::String(head.to_owned()), "{sheet}");
        assert_eq!(cell(&mut book, sheet, (1, 1)), Data::Float(first), "{sheet}");
        assert_eq!(book.worksheet_range(sheet).unwrap().height(), rows, "{sheet}");
    }
    let total = "SUBTOTAL(9,'Buyers'!B2:B8,'Buyers (2)'!B2:B8,B2:B2)";
    assert_eq!(formula(&mut book, "Buyers (3)", (2, 1)), total);
    assert_eq!(cell(&mut book, "Buyers (3)", (2, 1)), Data::Float(1.2));
}

#[test]
fn r14_2_kept_in_files_or_in_memory_a_workbook_says_the_same() {
    let rows: Vec<Row> = (1..=40).map(|n| line(&format!("=buyer & <{n}>"), n)).collect();
    let report = with_rows(amounts(), rows);
    let ranges = [usize::MAX, 3].map(|rows_in_memory| {
        let mut out = Vec::new();
        within(Bounds { rows: ROWS_MAX, rows_in_memory }, &report, &Plain("en"), None, &mut out).unwrap();
        let mut book = read(out);
        (book.worksheet_range("Buyers").unwrap(), formula(&mut book, "Buyers", (41, 1)))
    });
    assert_eq!(ranges[0], ranges[1]);
}

#[test]
fn r8_6_the_same_report_is_the_same_file() {
    let report = sample();
    assert!(written(&report) == written(&report));
}

#[test]
fn r8_2_the_first_sheet_tells_what_it_is_and_leads_to_the_tables() {
    let mut report = sample();
    report.mark = Some(Mark { text: "PREVIEW".to_owned() });
    report.letter = Some(Letter {
        sender: vec!["Muster & Söhne".to_owned()],
        opening: vec!["word ".repeat(100)],
        signatures: vec!["Signature".to_owned()],
        ..Letter::default()
    });
    report.facts =
        vec![Fact::new("policy", "Policy", Value::Text("HK/1".to_owned())), Fact::new("sum", "Sum", euro(5))];
    report.blocks.push(Block::Chart(Chart {
        key: "ageing".to_owned(),
        title: "Ageing".to_owned(),
        description: "By age".to_owned(),
        kind: ChartKind::Bars,
        currency: Currency::EUR,
        series: vec![Series {
            key: "open".to_owned(),
            label: "Open".to_owned(),
            points: vec![Point { at: Value::Text("30".to_owned()), minor: 250 }],
        }],
    }));
    let mut book = read(written(&report));
    let range = book.worksheet_range(&book.sheet_names()[0]).unwrap();
    let texts: Vec<String> = range.used_cells().map(|(_, _, data)| data.to_string()).collect();
    for expected in
        ["PREVIEW", "Muster & Söhne", "Policy", "HK/1", "0.05", "→ Buyers", "→ Ageing", "Signature"]
    {
        assert!(texts.iter().any(|text| text == expected), "{expected} is not among {texts:?}");
    }
    assert_eq!(cell(&mut book, "Ageing", (1, 1)), Data::Float(2.5));
}

#[test]
fn r14_2_what_is_odd_is_written_all_the_same() {
    let long = "ü".repeat(40_000);
    let mut report = with_rows(amounts(), vec![line(&long, 1), line("", -1)]);
    report.title = "\u{0}[]*?".to_owned();
    report.subtitle = "&&&&".repeat(200);
    report.made_from = long;
    let mut book = read(written(&report));
    let Data::String(found) = cell(&mut book, "Buyers", (1, 0)) else { panic!("no text") };
    assert_eq!((found.chars().count(), found.chars().last()), (32_767, Some('…')));

    let empty = with_rows(amounts(), Vec::new());
    let mut book = read(written(&empty));
    assert_eq!(cell(&mut book, "Buyers", (1, 0)), Data::String("No buyers".to_owned()));
    let none = Report { blocks: vec![Block::Table(Table::default())], ..Report::default() };
    assert!(!written(&none).is_empty());
}

#[test]
fn r14_1_a_full_disk_is_told() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let problem = write(&sample(), &Plain("en"), None, &mut Full).unwrap_err();
    assert_eq!(problem.code, "output-failed");
}
