//! Sheets of workbooks: what their cells become, which sheet is read, what is refused (R14.1, R14.2).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::result_large_err)]

#[path = "workbook/package.rs"]
mod package;

use obligo_formats::map::{MapFile, Mapping};
use obligo_formats::row::CellKind;
use obligo_formats::schema::{Schema, items, rates};
use obligo_formats::table::Table;
use obligo_formats::workbook::{Choice, SheetRows};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use package::{Part, ods, xlsx, xlsx_parts, zip};
use std::io::Cursor;
use std::time::Instant;

const SHEET: &str = "xl/worksheets/sheet1.xml";
const ENTITIES: &str = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>";

/// Rows as `line: field|field`, with a mark for what is no text: `#` number, `@` date, `?` truth, `!` error, `=` not calculated.
fn rows(bytes: &[u8], choice: &Choice) -> Vec<String> {
    let mut rows = match SheetRows::open("w.xlsx", Cursor::new(bytes), choice, &mut |_, _| Ok(())) {
        Ok(rows) => rows,
        Err(problem) => return vec![told(&problem)],
    };
    let mut lines = Vec::new();
    loop {
        match rows.next_row() {
            Ok(None) => return lines,
            Err(problem) => lines.push(told(&problem)),
            Ok(Some(row)) => {
                let mark = |kind| match kind {
                    CellKind::Text => "",
                    CellKind::Number => "#",
                    CellKind::Date => "@",
                    CellKind::Boolean => "?",
                    CellKind::Error => "!",
                    CellKind::Uncalculated => "=",
                };
                let fields = (0..row.len()).map(|n| format!("{}{}", mark(row.kind(n)), row.field(n)));
                lines.push(format!("{}: {}", row.line, fields.collect::<Vec<_>>().join("|")));
            }
        }
        assert!(lines.len() < 2_000_000);
    }
}

fn all(bytes: &[u8]) -> Vec<String> {
    rows(bytes, &Choice::default())
}

/// The code, what it is about, and the line.
fn told(problem: &Problem) -> String {
    let fact =
        |name: &str| problem.facts.iter().find(|(fact, _)| *fact == name).map(|(_, text)| text.clone());
    let line = problem.place.line.map(|line| format!(" @{line}")).unwrap_or_default();
    let detail = fact("what").or(fact("reason")).or(fact("format")).map(|text| format!(" {text}"));
    format!("{}{}{line}", problem.code, detail.unwrap_or_default())
}

#[test]
fn r14_1_cells_become_texts_and_keep_what_they_are() {
    for (cell, expected) in [
        ("<c><v>1234.5599999999999</v></c>", "#1234.56"),
        ("<c t=\"n\"><v>-7</v></c>", "#-7"),
        ("<c s=\"1\"><v>45322</v></c>", "@2024-01-31"),
        ("<c s=\"3\"><v>45322.5</v></c>", "@2024-01-31"),
        ("<c s=\"2\"><v>4711</v></c>", "#0004711"),
        ("<c s=\"99\"><v>45322</v></c>", "#45322"),
        ("<c t=\"s\"><v>1</v></c>", "a & b"),
        ("<c t=\"str\"><f>A1</f><v>x</v></c>", "x"),
        (
            "<c t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r><rPh><t>hint</t></rPh></is></c>",
            "inline",
        ),
        ("<c t=\"str\"><v>a_x000D_b</v></c>", "a\rb"),
        ("<c t=\"b\"><v>1</v></c>", "?true"),
        ("<c t=\"b\"><v>0</v></c>", "?false"),
        ("<c t=\"e\"><v>#N/A</v></c>", "!#N/A"),
        ("<c t=\"d\"><v>2024-01-31T00:00:00</v></c>", "@2024-01-31"),
        ("<c><f>SUM(A1:A2)</f></c>", "="),
        ("<c><f>SUM(A1:A2)</f><v>3</v></c>", "#3"),
        ("<c t=\"str\"><v><![CDATA[<x>]]></v></c>", "<x>"),
        ("<c t=\"str\"><v>&#228;&lt;</v></c>", "ä<"),
    ] {
        let book = xlsx(&format!("<row><c t=\"str\"><v>h</v></c></row><row>{cell}</row>"));
        assert_eq!(all(&book), ["1: h", &format!("2: {expected}")], "{cell}");
    }
}

#[test]
fn r14_1_rows_and_cells_stand_where_they_say() {
    let text = |at: &str, text: &str| format!("<c r=\"{at}\" t=\"str\"><v>{text}</v></c>");
    // A table away from the first column, with a title above it, blank rows, styled blanks and a short row.
    let book = xlsx(&format!(
        "<row r=\"2\">{}</row><row r=\"4\">{}{}<c r=\"E4\" s=\"1\"/></row><row r=\"5\"/><row r=\"7\">{}{}<c r=\"XFD7\"/></row><row r=\"9\">{}{}</row>",
        text("C2", "Title"),
        text("C4", "a"),
        text("D4", "b"),
        text("A7", "margin"),
        text("C7", "1"),
        text("D9", "2"),
        text("F9", "3"),
    ));
    assert_eq!(rows(&book, &Choice { header_line: Some(4), sheet: None }), ["4: a|b", "7: 1|", "9: |2||3"]);
    assert_eq!(rows(&book, &Choice { header_line: Some(3), sheet: None }), ["workbook-no-rows"]);
    // Rows without numbers follow each other.
    assert_eq!(all(&xlsx("<row><c><v>1</v></c></row><row/><row><c><v>2</v></c></row>")), ["1: #1", "3: #2"]);
}

#[test]
fn r14_1_the_sheet_is_the_one_named_or_the_first_that_has_the_columns() {
    let header = |names: &str| {
        let cells =
            names.split(',').map(|n| format!("<c t=\"str\"><v>{n}</v></c>")).collect::<Vec<_>>().concat();
        format!(
            "<row>{cells}</row><row><c t=\"d\"><v>2024-01-02</v></c><c t=\"str\"><v>EUR</v></c><c t=\"str\"><v>USD</v></c><c><v>1.1</v></c></row>"
        )
    };
    let ours = header("date,base,currency,rate");
    let book = zip(&xlsx_parts(
        &[("Cover", "", &header("Notes")), ("Old", "state=\"hidden\"", &ours), ("Rates", "", &ours)],
        &[],
    ));
    let opened = |map: &str| {
        let mapping = MapFile::parse("map.toml", map).unwrap().mapping(&rates::SCHEMA);
        let table = Table::open_any("w.xlsx", Cursor::new(&book), &rates::SCHEMA, &mapping);
        table.and_then(|mut table| {
            table.next_record()?;
            Ok(table.next_record()?.is_none())
        })
    };
    assert!(opened("").unwrap());
    assert!(opened("sheet = \"Old\"").unwrap());
    let problem = opened("sheet = \"Cover\"").unwrap_err();
    assert_eq!((problem.code, problem.place.file.as_deref()), ("csv-unknown-column", Some("w.xlsx!Cover")));
    let problem = opened("sheet = \"rates\"").unwrap_err();
    assert_eq!(problem.code, "workbook-sheet-missing");
    assert!(problem.facts.contains(&("nearest", "Rates".to_owned())));
    let hidden = zip(&xlsx_parts(&[("Old", "state=\"veryHidden\"", &ours)], &[]));
    assert_eq!(all(&hidden), ["workbook-no-rows"]);
}

fn first_problem(bytes: &[u8], schema: &'static Schema, mapping: &Mapping) -> Problem {
    let mut table = Table::open_any("w.xlsx", Cursor::new(bytes), schema, mapping).unwrap();
    loop {
        match table.next_record() {
            Err(problem) => return problem,
            Ok(Some(record)) => {
                if let Err(problem) = record.required_day(rates::DATE) {
                    return problem;
                }
            }
            Ok(None) => panic!("no problem"),
        }
    }
}

#[test]
fn r14_1_problems_name_the_sheet_the_row_and_the_cell() {
    let names = ["date", "base", "currency", "rate"];
    let header =
        names.iter().map(|name| format!("<c t=\"str\"><v>{name}</v></c>")).collect::<Vec<_>>().concat();
    for (cell, code, value) in [
        ("<c r=\"C3\" t=\"e\"><v>#REF!</v></c>", "cell-error", "#REF!"),
        ("<c r=\"C3\"><f>1+1</f></c>", "cell-uncalculated", ""),
        ("<c r=\"C3\" t=\"str\"><v>31.01.2024</v></c>", "field-not-a-date", "31.01.2024"),
        ("<c r=\"C3\"><v>45322</v></c>", "field-not-a-date", "45322"),
    ] {
        let book = xlsx(&format!("<row r=\"2\"><c r=\"B2\"/>{header}</row><row r=\"3\">{cell}</row>"));
        let problem = first_problem(&book, &rates::SCHEMA, &Mapping::plain());
        assert_eq!(problem.code, code, "{cell}");
        assert_eq!(problem.place.file.as_deref(), Some("w.xlsx!Open items"));
        assert_eq!(problem.place.line, Some(3));
        assert_eq!(problem.place.column.as_deref(), Some("date (C3)"));
        assert_eq!(problem.place.value.as_deref(), Some(value));
    }
}

#[test]
fn r14_1_numbers_and_dates_of_cells_need_no_spelling_of_the_map() {
    const MAP: &str = "date_format = \"%d.%m.%Y\"\ndecimal = \",\"\nthousands = \".\"\nignore_unknown = true\n[columns]\ndocument_date = \"Datum\"\namount = \"Betrag\"\naccount = \"Konto\"\n[fixed]\ncompany = \"01\"\ndocument_no = \"1\"\ncurrency = \"EUR\"\nkind = \"invoice\"\n[number]\naccount = \"digits\"";
    let mapping = MapFile::parse("map.toml", MAP).unwrap().mapping(&items::SCHEMA);
    let header = ["Datum", "Betrag", "Konto"].map(|name| format!("<c t=\"str\"><v>{name}</v></c>")).concat();
    let book = xlsx(&format!(
        "<row>{header}</row><row><c s=\"1\"><v>45322</v></c><c><v>1234.5</v></c><c s=\"2\"><v>4711</v></c></row><row><c t=\"str\"><v>31.01.2024</v></c><c t=\"str\"><v>1.234,50</v></c><c t=\"str\"><v>K-0004711</v></c></row>"
    ));
    let mut table = Table::open_any("w.xlsx", Cursor::new(&book), &items::SCHEMA, &mapping).unwrap();
    for _ in 0..2 {
        let record = table.next_record().unwrap().unwrap();
        assert_eq!(record.required_day(items::DOCUMENT_DATE).unwrap().to_string(), "2024-01-31");
        assert_eq!(record.required_minor(items::AMOUNT, Currency::EUR).unwrap(), 123_450);
        assert_eq!(record.text(items::ACCOUNT), "0004711");
    }
    assert!(table.next_record().unwrap().is_none());
}

#[test]
fn r14_1_ods_gives_the_same_rows() {
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let book = ods(&format!(
        "<table:table table:name=\"Hidden\" table:style-name=\"ta2\"><table:table-row>{0}</table:table-row></table:table>
         <table:table table:name=\"Items\"><table:table-column table:number-columns-repeated=\"1024\"/>
         <table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>
         <table:table-row><table:table-cell/>{0}{1}{2}</table:table-row>
         <table:table-row table:number-rows-repeated=\"2\"><table:table-cell/>
         <table:table-cell office:value-type=\"float\" office:value=\"1234.5599999999999\"><text:p>1.234,56</text:p></table:table-cell>
         <table:table-cell office:value-type=\"date\" office:date-value=\"2024-01-31T10:00:00\"><text:p>31.01.24</text:p></table:table-cell>
         <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>WAHR</text:p></table:table-cell></table:table-row>
         <table:table-row><table:table-cell/><table:table-cell office:value-type=\"string\" calcext:value-type=\"error\" table:formula=\"x\"><text:p>#N/A</text:p></table:table-cell>
         <table:table-cell table:formula=\"of:=1+1\"/>
         <table:table-cell office:value-type=\"string\"><office:annotation><text:p>note</text:p></office:annotation><text:p>a<text:s text:c=\"2\"/><text:span>b</text:span></text:p><text:p>c</text:p></table:table-cell></table:table-row>
         <table:table-row><table:covered-table-cell table:number-columns-repeated=\"2\"/><table:table-cell office:value-type=\"float\" office:value=\"4711\" table:number-columns-repeated=\"2\"><text:p>0004711</text:p></table:table-cell></table:table-row>
         <table:table-row table:number-rows-repeated=\"1048560\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>
         </table:table>",
        text("a"),
        text("b"),
        text("c")
    ));
    assert_eq!(
        all(&book),
        [
            "4: a|b|c",
            "5: #1234.56|@2024-01-31|?true",
            "6: #1234.56|@2024-01-31|?true",
            "7: !#N/A|=|a  b\nc",
            "8: |#0004711|#0004711"
        ]
    );
    let named = rows(&book, &Choice { sheet: Some("Hidden".to_owned()), header_line: None });
    assert_eq!(named, ["1: a"]);
    let gone = rows(&book, &Choice { sheet: Some("Nothing".to_owned()), header_line: None });
    assert_eq!(gone, ["workbook-sheet-missing"]);
}

#[test]
fn r14_2_what_is_broken_or_hostile_is_refused() {
    let cell = "<row><c><v>1</v></c></row>";
    let with = |name: &'static str, text: &str| {
        let mut parts = xlsx_parts(&[("A", "", cell)], &["x"]);
        parts.retain(|part| part.name != name);
        parts.push(Part::new(name, text));
        zip(&parts)
    };
    let sheet = |rows: &str| with(SHEET, &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"));
    let without = |name: &str| {
        let mut parts = xlsx_parts(&[("A", "", cell)], &["x"]);
        parts.retain(|part| part.name != name);
        zip(&parts)
    };
    for (bytes, expected) in [
        (with(SHEET, &format!("{ENTITIES}<worksheet/>")), "workbook-document-type"),
        (
            with("xl/sharedStrings.xml", &format!("{ENTITIES}<sst><si><t>&b;</t></si></sst>")),
            "workbook-document-type",
        ),
        (with("[Content_Types].xml", &format!("{ENTITIES}<Types/>")), "workbook-document-type"),
        (with("xl/styles.xml", &format!("{ENTITIES}<styleSheet/>")), "workbook-document-type"),
        (sheet("<row><c t=\"str\"><v>&unknown;</v></c></row>"), "workbook-document-type @1"),
        (sheet("<row><c t=\"s\"><v>5</v></c></row>"), "workbook-damaged string-missing @1"),
        (sheet("<row><c t=\"s\"><v>-1</v></c></row>"), "workbook-damaged string-missing @1"),
        (sheet("<row r=\"5\"/><row r=\"4\"/>"), "workbook-damaged out-of-order @6"),
        (sheet("<row><c r=\"B1\"/><c r=\"A1\"/></row>"), "workbook-damaged out-of-order @1"),
        (sheet("<row r=\"1048577\"/>"), "workbook-too-large rows"),
        (sheet(&format!("<row>{}</row>", "<c t=\"n\"><v>1</v></c>".repeat(201))), "csv-too-many-columns @1"),
        (
            sheet(&format!("<row><c t=\"str\"><v>{}</v></c></row>", "x".repeat(70_000))),
            "workbook-too-large text @1",
        ),
        (sheet(&format!("<row><c t=\"{}\"/></row>", "x".repeat(5_000_000))), "workbook-too-large element"),
        (with(SHEET, &format!("<worksheet>{}", "<a>".repeat(200))), "workbook-too-large depth"),
        (with(SHEET, "<worksheet><sheetData><row><c>"), "workbook-damaged ends-early"),
        (without(SHEET), "workbook-damaged part-missing"),
        (without("xl/workbook.xml"), "workbook-damaged part-missing"),
        (b"PK\x03\x04 and nothing else".to_vec(), "workbook-damaged"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old".to_vec(), "workbook-other-format XLS"),
        (
            [
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
                "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect(),
            ]
            .concat(),
            "workbook-protected",
        ),
    ] {
        let lines = all(&bytes);
        let last = lines.last().unwrap();
        assert!(last.starts_with(expected), "{last} is not {expected}");
    }
    let mut parts = xlsx_parts(&[("A", "", cell)], &["x"]);
    parts.push(Part::new("XL/Workbook.xml", "<x/>"));
    assert_eq!(all(&zip(&parts)), ["workbook-damaged duplicate-part"]);
    let mut parts = xlsx_parts(&[("A", "", cell)], &["x"]);
    parts.last_mut().unwrap().checksum ^= 1;
    assert_eq!(all(&zip(&parts)).last().unwrap(), "workbook-damaged checksum");
}

#[test]
fn r14_2_bombs_are_stopped_within_seconds() {
    let begin = "<worksheet><sheetData><row>";
    let of = |part: Part| {
        let mut parts = xlsx_parts(&[("A", "", "")], &["x"]);
        parts.retain(|kept| kept.name != part.name);
        parts.push(part);
        zip(&parts)
    };
    let cells = "<c t=\"n\"><v>1</v></c>".repeat(50_000);
    let rows = "<row/>".repeat(100_000);
    let blanks = " ".repeat(1_000_000);
    let strings = "<si><t>x</t></si>".repeat(60_000);
    let honest = Part::repeated(SHEET, begin, &cells, 2200);
    assert!(honest.unpacked > 2_000_000_000, "{}", honest.packed.len());
    let lying = |mut part: Part| {
        part.unpacked = 1000;
        part
    };
    for (part, expected) in [
        (honest, "workbook-too-large ratio"),
        (lying(Part::repeated(SHEET, begin, &cells, 2200)), "csv-too-many-columns @1"),
        (lying(Part::repeated(SHEET, "<worksheet><sheetData>", &rows, 3000)), "workbook-no-rows"),
        (lying(Part::repeated(SHEET, begin, &blanks, 2000)), "workbook-too-large"),
        (
            lying(Part::repeated(SHEET, "<worksheet><sheetData a=\"", &blanks, 2000)),
            "workbook-too-large element",
        ),
        (lying(Part::repeated("xl/sharedStrings.xml", "<sst>", &strings, 2000)), "workbook-too-large"),
        (
            lying(Part::repeated("xl/styles.xml", "<styleSheet><cellXfs>", &"<xf/>".repeat(90_000), 2000)),
            "workbook-too-large formats",
        ),
        (lying(Part::repeated("xl/workbook.xml", "<workbook>", &blanks, 2000)), "workbook-too-large"),
    ] {
        let name = part.name;
        let start = Instant::now();
        let lines = all(&of(part));
        let last = lines.last().unwrap();
        assert!(last.starts_with(expected), "{name}: {last} is not {expected}");
        assert!(start.elapsed().as_secs() < 20, "{name}: {:?}", start.elapsed());
    }
}
