//! PDF documents read back with other programs (poppler): what is on which page, and where.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use obligo_reports::{Block, Column, ColumnKind, Mark, Report, Row, RowKind, Table, Value, Wording, pdf};
use obligo_rules::money::Currency;
use std::path::PathBuf;
use std::process::Command;
use support::{Plain, day, declaration, eur, item_columns, item_row, list, portfolio, text};

/// A document in a file of its own.
struct Document(PathBuf);

impl Document {
    /// Writes the report; the file stays where tests keep theirs, to be looked at.
    fn of(name: &str, report: &Report) -> Document {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
        std::fs::write(&path, bytes(report)).unwrap();
        Document(path)
    }

    fn asked(&self, program: &str, arguments: &[&str], last: &[&str]) -> String {
        let output = Command::new(program).args(arguments).arg(&self.0).args(last).output();
        let output =
            output.unwrap_or_else(|_| panic!("{program} is missing: `cargo xtask needs` names the packages"));
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        // Poppler expects a number where the standard has a boolean.
        let complaints = String::from_utf8_lossy(&output.stderr)
            .replace("Syntax Error: Suspects object is wrong type (boolean)\n", "");
        assert!(complaints.is_empty(), "{program}: {complaints}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Its text page by page, laid out as on the page.
    fn pages(&self) -> Vec<String> {
        let text = self.asked("pdftotext", &["-layout"], &["-"]);
        let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
        pages.pop();
        pages
    }

    /// A line of what is known about it.
    fn fact(&self, name: &str) -> String {
        let facts = self.asked("pdfinfo", &[], &[]);
        let line = facts.lines().find_map(|line| line.strip_prefix(&format!("{name}:")));
        line.unwrap_or_else(|| panic!("no {name} in {facts}")).trim().to_owned()
    }

    /// The words of a page: left, upper, right and lower edge, and text.
    fn words(&self, page: usize) -> Vec<([f32; 4], String)> {
        let number = page.to_string();
        let text = self.asked("pdftotext", &["-bbox", "-f", &number, "-l", &number], &["-"]);
        text.lines()
            .filter(|line| line.contains("<word"))
            .map(|line| {
                let parts: Vec<&str> = line.split('"').collect();
                let edge = |n: usize| parts[n].parse::<f32>().unwrap();
                let word = line.split_once("\">").unwrap().1.trim_end_matches("</word>");
                ([edge(1), edge(3), edge(5), edge(7)], word.to_owned())
            })
            .collect()
    }
}

fn bytes(report: &Report) -> Vec<u8> {
    let mut bytes = Vec::new();
    pdf::write(report, &Plain, &mut bytes).unwrap();
    bytes
}

fn one_table(columns: Vec<Column>, rows: Vec<Row>) -> Report {
    let table = Table { key: "rows".into(), title: "Rows".into(), columns, rows, empty: String::new() };
    Report {
        name: "test".into(),
        title: "Test".into(),
        blocks: vec![Block::Table(table)],
        made_on: Some(day("2024-07-04")),
        ..Report::default()
    }
}

#[test]
fn a_letter_has_its_parts_in_their_places() {
    let document = Document::of("declaration", &declaration());
    let words = document.words(1);
    let at =
        |word: &str| words.iter().find(|(_, text)| text == word).unwrap_or_else(|| panic!("no {word}")).0;
    // The window of DIN 5008 form B: 20 to 105 mm from the left, 45 to 90 mm from the top; here in points.
    for word in ["Kreditversicherung", "Friedensallee", "22763"] {
        let [left, top, right, bottom] = at(word);
        assert!(left > 56.7 && right < 297.6 && top > 127.6 && bottom < 255.1, "{word}: {:?}", at(word));
    }
    assert!(at("Declaration")[1] > 275.0);
    let pages = document.pages();
    for part in [
        "Policy number",
        "Dear Sir or Madam,",
        "Kiel, 4 July 2024",
        "Sum of Germany",
        "SHA-256",
        "Page 1 of 2",
    ] {
        assert!(pages[0].contains(part), "{part}: {}", pages[0]);
    }
    for part in ["Nordlicht Maschinenbau GmbH", "Yours faithfully", "Signature", "Total", "Page 2 of 2"] {
        assert!(pages[1].contains(part), "{part}: {}", pages[1]);
    }
}

#[test]
fn a_letter_with_an_annex_is_signed_before_it() {
    let mut report = declaration();
    if let Some(letter) = &mut report.letter {
        letter.before_annex = Some(0);
    }
    let pages = Document::of("annex", &report).pages();
    for part in ["Dear Sir or Madam,", "Yours faithfully", "Signature"] {
        assert!(pages[0].contains(part) && !pages[1].contains(part), "{part}: {pages:?}");
    }
    assert!(!pages[0].contains("Sum of Germany") && pages[1].contains("Sum of Germany"), "{pages:?}");
}

#[test]
fn a_preview_says_so_on_every_page() {
    let mut report = list(200);
    report.mark = Some(Mark { text: "PREVIEW".into() });
    let document = Document::of("preview", &report);
    let count = document.pages().len();
    assert!(count > 2);
    for page in 1..=count {
        let number = page.to_string();
        let text = document.asked("pdftotext", &["-raw", "-f", &number, "-l", &number], &["-"]);
        // Behind the text is before it; letters that climb are lines of their own.
        assert!(text.replace('\n', "").starts_with("PREVIEW"), "page {page}: {text}");
    }
    report.mark = None;
    let text = Document::of("no-preview", &report).asked("pdftotext", &["-raw"], &["-"]);
    assert!(!text.replace('\n', "").contains("PREVIEW"));
}

#[test]
fn it_is_an_archives_document_with_title_language_and_structure() {
    let document = Document::of("portfolio", &portfolio());
    assert_eq!(document.fact("Title"), "Portfolio report");
    assert_eq!(document.fact("Tagged"), "yes");
    assert_eq!(document.fact("Page size"), "595.276 x 841.89 pts (A4)");
    let raw = String::from_utf8_lossy(&std::fs::read(&document.0).unwrap()).into_owned();
    for part in [
        "<pdfaid:part>2<",
        "<pdfaid:conformance>A<",
        "<pdfuaid:part>1<",
        "<dc:language>",
        "/Lang",
        "/Outlines",
        "/OutputIntent",
        "/StructTreeRoot",
    ] {
        assert!(raw.contains(part), "{part}");
    }
    let structure = document.asked("pdfinfo", &["-struct-text"], &[]);
    for part in ["H1", "H2", "Table", "TH", "TD", "Figure", "\"Portfolio report\""] {
        assert!(structure.contains(part), "{part}: {structure}");
    }
}

#[test]
fn all_faces_are_inside_as_subsets_and_say_their_text() {
    let mut report = list(30);
    report.subtitle = "שלום 信用保険 🙂 شركة".into();
    let document = Document::of("faces", &report);
    let fonts = document.asked("pdffonts", &[], &[]);
    let lines: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(lines.len(), 3, "{fonts}");
    for line in lines {
        // Columns at the end: embedded, subset, with a table of its characters, object.
        let columns: Vec<&str> = line.split_whitespace().rev().skip(2).take(3).collect();
        assert_eq!(columns, ["yes"; 3], "{fonts}");
    }
    // What no face can draw is a box on the page, and still the character for who searches or copies.
    let text = document.pages().join("");
    for word in ["信用保険", "🙂", "Ελληνική", "Общество", "Łódzka", "İnşaat"] {
        assert!(text.contains(word), "{word}: {text}");
    }
}

#[test]
fn a_list_of_many_pages_has_its_head_on_each_and_every_row_whole_on_one() {
    let document = Document::of("list", &list(10_000));
    let pages = document.pages();
    let count = pages.len();
    assert_eq!(document.fact("Pages"), count.to_string());
    let mut seen = 0;
    for (n, page) in pages.iter().enumerate() {
        assert!(["overdue", "percentage", "EUR"].iter().all(|head| page.contains(head)), "page {}", n + 1);
        assert!(page.contains(&format!("Page {} of {count}", n + 1)), "page {}", n + 1);
        for line in page.lines().filter(|line| line.contains("INV-")) {
            seen += 1;
            let open = i64::from(seen - 1) * 7_919 % 48_000_000 + 100;
            let figures = [
                format!("INV-{seen:06}"),
                Plain.amount(open, Currency::EUR),
                Plain.amount(open / 100 * 85, Currency::EUR),
            ];
            assert!(figures.iter().all(|figure| line.contains(figure.as_str())), "{figures:?}: {line}");
        }
    }
    assert_eq!(seen, 10_000);
    assert!(pages[count - 1].contains("INV-010000") && pages[count - 1].contains("Total"));
}

#[test]
fn amounts_stand_with_their_decimals_below_each_other() {
    let amounts = [1, -1, 99_999_999_999_999, -99_999_999_999_999, 123_456, 0];
    let columns = vec![
        Column::new("name", "Name", ColumnKind::Text),
        Column::new("amount", "Amount", ColumnKind::Amount),
        Column::new("percent", "Percent", ColumnKind::Percent),
        Column::new("mixed", "Mixed", ColumnKind::Amount),
    ];
    let currencies = ["EUR", "JPY", "KWD"].map(|code| Currency::parse(code).unwrap());
    let row = |n: usize, amount: i64| {
        let percent = rust_decimal::Decimal::new([85, 925, 9_255][n % 3], u32::try_from(n % 3).unwrap());
        Row::plain(vec![
            text(&format!("row-{n}")),
            eur(amount),
            Value::Percent(percent),
            Value::Amount(12_345, currencies[n % 3]),
        ])
    };
    let rows = amounts.iter().enumerate().map(|(n, amount)| row(n, *amount)).collect();
    let document = Document::of("amounts", &one_table(columns, rows));
    let words = document.words(1);
    let edges = |is: &dyn Fn(&str) -> bool| -> Vec<f32> {
        words.iter().filter(|(_, word)| is(word)).map(|(edges, _)| edges[2]).collect()
    };
    let amount_texts = amounts.map(|amount| Plain.amount(amount, Currency::EUR));
    let right = edges(&|word| amount_texts.iter().any(|text| text == word));
    assert_eq!(right.len(), amounts.len(), "an amount was cut or broken: {words:?}");
    assert!(right.iter().all(|edge| (edge - right[0]).abs() < 0.1), "{right:?}");
    let of = |start: &str| words.iter().find(|(_, word)| word.starts_with(start)).unwrap().0;
    // 85, 92.5, 92.55 begin where they begin and all signs end where they end.
    let [whole, one, two] = ["85", "92.5", "92.55"].map(of);
    assert!((whole[0] - one[0]).abs() < 0.1 && (one[0] - two[0]).abs() < 0.1, "{words:?}");
    let signs = edges(&|word| word.ends_with('%'));
    assert!(
        signs.len() == amounts.len() && signs.iter().all(|edge| (edge - signs[0]).abs() < 0.1),
        "{signs:?}"
    );
    let mixed = ["123.45", "12,345", "12.345"].map(|word| of(word)[2]);
    assert!(mixed[2] - mixed[0] > 3.0 && mixed[0] - mixed[1] > 6.0, "{mixed:?}");
}

#[test]
fn a_table_without_rows_and_one_with_one_say_what_there_is() {
    let document = Document::of("empty", &list(0));
    assert_eq!(document.pages().len(), 1);
    assert!(document.pages()[0].contains("Nothing to report."));
    let document = Document::of("one", &list(1));
    assert!(document.pages()[0].contains("INV-000001") && document.pages()[0].contains("Total"));
    assert_eq!(document.pages().len(), 1);
    assert_eq!(Document::of("nothing", &Report::default()).pages().len(), 1);
}

#[test]
fn a_total_is_never_alone_on_a_page_and_a_group_never_last() {
    for count in (24..72).step_by(3) {
        let mut report = list(count);
        let Some(Block::Table(table)) = report.blocks.first_mut() else { unreachable!() };
        let mut group = vec![Value::Empty; 7];
        group[0] = text("GROUP");
        table.rows.insert(count * 9 / 10, Row { kind: RowKind::Group, cells: group });
        let pages = Document::of("total", &report).pages();
        for page in &pages {
            let position = |word: &str| page.find(word);
            if let Some(total) = position("\nTotal") {
                assert!(position("INV-").is_some_and(|item| item < total), "{count}: {page}");
            }
            if let Some(group) = position("GROUP") {
                assert!(page[group..].contains("INV-"), "{count}: {page}");
            }
        }
    }
}

#[test]
fn names_of_every_kind_are_printed_and_nothing_is_lost() {
    let long = "Ångström".repeat(8 * 1024);
    let names = [
        "Ω".repeat(300),
        "Ж ".repeat(300),
        "شركة التجارة العالمية المحدودة ".repeat(20),
        "信用保険株式会社".repeat(40),
        "🙂👩\u{200d}🚀".repeat(40),
        "\u{200b}\u{202e}evil\u{0}\u{feff}".to_owned(),
        "a\u{301}\u{302}\u{303}".repeat(50),
        String::new(),
        " ".repeat(500),
        "\u{e000}\u{ffff}\u{10ffff}".to_owned(),
        long.clone(),
    ];
    let columns = vec![
        Column::new("name", "Name", ColumnKind::Text),
        Column::new("note", "Note", ColumnKind::Text),
        Column::new("amount", "Amount", ColumnKind::Amount),
    ];
    let rows =
        names.iter().map(|name| Row::plain(vec![text(name), text("beside"), eur(1_234_567)])).collect();
    let mut report = one_table(columns, rows);
    let Some(Block::Table(table)) = report.blocks.first_mut() else { unreachable!() };
    table.columns[1].label = long.clone();
    report.title = long.clone();
    report.subtitle = names.concat();
    report.made_from = long.clone();
    report.mark = Some(Mark { text: long.clone() });
    report.letter = Some(obligo_reports::Letter {
        sender: vec![long.clone(); 30],
        recipient: vec![long.clone(); 30],
        place_and_date: long.clone(),
        salutation: long.clone(),
        signatures: vec![long; 5],
        ..obligo_reports::Letter::default()
    });
    let document = Document::of("names", &report);
    let text: String = document.asked("pdftotext", &["-raw"], &["-"]).split_whitespace().collect();
    assert_eq!(text.matches("12,345.67").count(), names.len());
    assert!(text.contains("�") && text.contains("信用保険"));
}

#[test]
fn a_table_wider_than_a_page_turns_it_or_goes_on_in_a_second_set_of_columns() {
    let table = |count: usize| {
        let columns = (0..count)
            .map(|n| {
                Column::new(
                    &format!("c{n}"),
                    format!("Column {n}"),
                    if n == 0 { ColumnKind::Text } else { ColumnKind::Amount },
                )
            })
            .collect();
        let row = |r: usize| {
            let first = text(&format!("row-{r}"));
            Row::plain(std::iter::once(first).chain((1..count).map(|_| eur(99_999_999_999_999))).collect())
        };
        one_table(columns, (0..60).map(row).collect())
    };
    for (count, size) in [
        (5, "595.276 x 841.89 pts (A4)"),
        (9, "841.89 x 595.276 pts (A4)"),
        (30, "841.89 x 595.276 pts (A4)"),
    ] {
        let document = Document::of(&format!("wide-{count}"), &table(count));
        assert_eq!(document.fact("Page size"), size, "{count} columns");
        let pages = document.pages();
        let whole = pages.join("").matches("999,999,999,999.99").count();
        assert_eq!(whole, 60 * (count - 1), "{count} columns");
        let width = document.fact("Page size").split_whitespace().next().unwrap().parse::<f32>().unwrap();
        for page in 1..=pages.len() {
            assert!(
                document.words(page).iter().all(|(edges, _)| edges[0] > 40.0 && edges[2] < width - 40.0),
                "{count} columns"
            );
        }
    }
}

#[test]
fn a_row_higher_than_a_page_goes_on_line_by_line() {
    let words: Vec<String> = (0..6_000).map(|n| format!("w{n:05}")).collect();
    let mut rows: Vec<Row> = (0..3).map(item_row).collect();
    rows[1].cells[0] = text(&words.join(" "));
    let document = Document::of("high-row", &one_table(item_columns(), rows));
    let raw = document.asked("pdftotext", &["-raw"], &["-"]);
    assert!(words.iter().all(|word| raw.contains(word.as_str())));
    assert!(document.pages().len() > 3);
}

#[test]
fn the_same_report_makes_the_same_bytes() {
    for report in [declaration(), portfolio(), list(300)] {
        assert!(bytes(&report) == bytes(&report), "{}", report.name);
    }
}

#[test]
fn a_reader_that_takes_no_bytes_is_told() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let problem = pdf::write(&list(1), &Plain, &mut Full).unwrap_err();
    assert_eq!(problem.code, "output-failed");
}
