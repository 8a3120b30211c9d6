use super::*;
use crate::model::{Mark, Report, Value};
use crate::testing::{Plain, day, sample};
use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use std::io::Cursor;

const SMALL: &str = r#"report = "balance-declaration"
file_name = "{policy}_{key_date}_{run}.csv"
[[column]]
head = "Konto"
value = "account"
"#;

const WHOLE: &str = r#"
report = "balance-declaration"
table = "buyers"
file_name = "Meldung {policy} {key_date}.csv"
delimiter = ";"
encoding = "windows-1252"
line_end = "lf"
date_format = "%d.%m.%y"
decimal = ","
thousands = "."
before = [["Meldung", "{policy}", "{key_date}"], []]
after = [["Ende", "{run}", "{not a fact"]]
rows = ["line", "total"]

[[column]]
head = "Art"
text = "{run}/B"

[[column]]
head = "Konto"
value = "account"

[[column]]
head = "Seit"
value = "since"
empty = "-"

[[column]]
head = "Offen"
value = "open"

[[column]]
head = "Mitversichert"
value = "co_insured"
values = { true = "J", false = "N" }
"#;

fn written(layout: &str, report: &Report) -> Vec<u8> {
    let layout = parse("form.toml", layout).unwrap();
    let mut out = Vec::new();
    layout.write(report, &Plain("de"), None, &mut out).unwrap();
    out
}

#[test]
fn r8_2_an_insurers_form_is_filled_with_the_reports_own_figures() {
    let bytes = written(WHOLE, &sample());
    let (text, _, _) = encoding_rs::WINDOWS_1252.decode(&bytes);
    assert_eq!(
        text.split('\n').collect::<Vec<_>>(),
        [
            "Meldung;HK/2025-1;30.06.25",
            "",
            "Art;Konto;Seit;Offen;Mitversichert",
            "7/B;0012/0/D;29.02.24;123.456,78;J",
            "7/B;13/0/D;29.02.24;-0,50;N",
            "7/B;14/0/D;29.02.24;0,10;J",
            "7/B;Sum;'-;123.456,38;",
            "Ende;7;{not a fact",
            "",
        ]
    );
}

#[test]
fn r8_2_a_form_may_be_a_workbook_with_real_numbers_and_dates() {
    let layout = WHOLE.replace(".csv\"", ".xlsx\"\nsheet = \"Blatt: 1\"");
    let book: Result<Xlsx<_>, _> = open_workbook_from_rs(Cursor::new(written(&layout, &sample())));
    let mut book = book.unwrap();
    let range = book.worksheet_range("Blatt- 1").unwrap();
    let cell = |row, column| range.get_value((row, column)).cloned().unwrap_or_default();
    assert_eq!(cell(0, 1), Data::String("HK/2025-1".to_owned()));
    assert_eq!(cell(2, 3), Data::String("Offen".to_owned()));
    assert_eq!(cell(3, 3), Data::Float(123_456.78));
    assert_eq!(cell(3, 4), Data::String("J".to_owned()));
    let Data::DateTime(since) = cell(3, 2) else { panic!("no date") };
    assert_eq!(since.to_ymd_hms_milli(), (2024, 2, 29, 0, 0, 0, 0));
}

#[test]
fn r8_2_a_preview_is_marked_in_the_file_and_in_its_name() {
    let mut report = sample();
    let layout = parse("form.toml", SMALL).unwrap();
    assert_eq!(layout.file_name(&report).unwrap(), "HK-2025-1_2025-06-30_7.csv");
    report.mark = Some(Mark { text: "PREVIEW".to_owned() });
    report.facts.retain(|fact| fact.key != "run");
    assert_eq!(layout.file_name(&report).unwrap(), "PREVIEW_HK-2025-1_2025-06-30_.csv");
    assert!(written(SMALL, &report).starts_with(b"PREVIEW\r\n"));
}

#[test]
fn r14_2_no_fact_leads_out_of_the_folder() {
    let mut report = sample();
    for (fact, expected) in [
        ("../../etc/x", "etc-x_2025-06-30_7.csv"),
        ("..", "_2025-06-30_7.csv"),
        ("a\0b\nc\\d:e", "a-b-c-d-e_2025-06-30_7.csv"),
        (&"ü".repeat(500), &format!("{}.csv", "ü".repeat(75))),
    ] {
        report.facts[0].value = Value::Text(fact.to_owned());
        assert_eq!(parse("form.toml", SMALL).unwrap().file_name(&report).unwrap(), expected);
    }
}

#[test]
fn r14_1_what_is_wrong_in_a_form_is_told_with_its_place() {
    let broken = |from: &str, to: &str| SMALL.replace(from, to);
    for (text, code, line, key) in [
        (broken("report =", "report"), "layout-syntax", 1, None),
        (broken("report = \"balance-declaration\"\n", ""), "layout-missing-key", 1, Some("report")),
        (broken("file_name", "filename"), "layout-unknown-key", 2, Some("filename")),
        (broken(".csv", ".pdf"), "layout-bad-value", 2, Some("file_name")),
        (broken("value = \"account\"", ""), "layout-missing-key", 3, Some("column[1].value")),
        (broken("head =", "haed ="), "layout-unknown-key", 4, Some("column[1].haed")),
        (broken("value =", "text = \"x\"\nvalue ="), "layout-bad-value", 5, Some("column[1].text")),
        (broken("\"account\"", "7"), "layout-bad-value", 5, Some("column[1].value")),
        (broken("[[column]]", "column = 3\n[x]"), "layout-bad-value", 3, Some("column")),
        (format!("delimiter = \"ab\"\n{SMALL}"), "layout-bad-value", 1, Some("delimiter")),
        (format!("encoding = \"ebcdic\"\n{SMALL}"), "layout-bad-value", 1, Some("encoding")),
        (format!("thousands = \".\"\n{SMALL}"), "layout-bad-value", 1, Some("thousands")),
        (format!("date_format = \"%d.%m\"\n{SMALL}"), "layout-bad-value", 1, Some("date_format")),
        (format!("rows = [\"sum\"]\n{SMALL}"), "layout-bad-value", 1, Some("rows")),
        (format!("before = [\"x\"]\n{SMALL}"), "layout-bad-value", 1, Some("before")),
        (" ".repeat(SIZE_MAX + 1), "layout-too-long", 0, None),
    ] {
        let problems = parse("form.toml", &text).unwrap_err();
        let found = problems.iter().find(|problem| problem.code == code);
        let found = found.unwrap_or_else(|| panic!("{code} is not among {problems:?}"));
        assert_eq!(found.place.line.unwrap_or(0), line, "{code} {key:?}");
        assert_eq!(found.place.column.as_deref(), key, "{code}");
        assert_eq!(found.place.file.as_deref(), Some("form.toml"));
    }
}

#[test]
fn r14_1_what_the_report_does_not_have_is_told_with_its_place_and_the_nearest() {
    for (from, to, code, line, nearest) in [
        ("\"account\"", "\"acount\"", "layout-unknown-column", 5, Some("account")),
        ("value = \"account\"", "text = \"{polcy}\"", "layout-unknown-fact", 5, Some("policy")),
        ("balance-", "turnover-", "layout-other-report", 1, None),
    ] {
        let layout = parse("form.toml", &SMALL.replace(from, to)).unwrap();
        let problem = layout.write(&sample(), &Plain("en"), None, &mut Vec::new()).unwrap_err();
        assert_eq!((problem.code, problem.place.line), (code, Some(line)));
        let found =
            problem.facts.iter().find(|(name, _)| *name == "nearest").map(|(_, value)| value.as_str());
        assert_eq!(found, nearest, "{code}");
    }
}

#[test]
fn r14_1_dates_are_written_as_the_form_says() {
    for (format, expected, of_sheet) in [
        ("%d.%m.%Y", Some("09.02.2024"), "dd.mm.yyyy"),
        ("%y%m%d", Some("240209"), "yymmdd"),
        ("Tag %d/%m %Y", Some("Tag 09/02 2024"), "\\T\\a\\g dd/mm yyyy"),
        ("%d.%m", None, ""),
        ("%d.%d.%m.%Y", None, ""),
        ("%H", None, ""),
        ("%", None, ""),
    ] {
        let read = DateFormat::parse(format);
        assert_eq!(
            read.as_ref().map(|format| format.write(day("2024-02-09"))).as_deref(),
            expected,
            "{format}"
        );
        assert_eq!(read.map(|format| format.of_sheet()).unwrap_or_default(), of_sheet);
    }
}
