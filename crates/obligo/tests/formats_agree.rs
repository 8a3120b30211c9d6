//! The same declaration as PDF, XLSX, CSV and JSON: every figure of one is a figure of all, and those of the run.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};

fn obligo(folder: &Path, words: &[&str]) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_obligo"))
        .current_dir(folder)
        .env("OBLIGO_NOW", "2024-07-01T12:00:00Z")
        .env("OBLIGO_ACTOR", "test")
        .env("OBLIGO_LANG", "en")
        .args(words)
        .output()
        .unwrap();
    assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// A decimal as minor units of two decimals.
fn cents(text: &str) -> Option<i64> {
    let plain: String = text.chars().filter(|c| *c != ',').collect();
    let number: f64 = plain.parse().ok()?;
    Some((number * 100.0).round() as i64)
}

/// Text of a PDF in reading order, if `pdftotext` is here. Without it this part leaves itself out and says so, except in
/// `cargo xtask test`.
fn text_of(pdf: &Path) -> Option<String> {
    let done = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").stderr(Stdio::null()).output();
    if let Ok(done) = done {
        return Some(String::from_utf8_lossy(&done.stdout).into_owned());
    }
    assert!(std::env::var_os("OBLIGO_AXE").is_none(), "no pdftotext here; `cargo xtask needs` installs it");
    println!("skipped: the PDF (no pdftotext)");
    None
}

#[test]
fn r8_2_a_declaration_says_the_same_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/manual/files");
    obligo(folder, &["import", "scenario", files.to_str().unwrap()]);
    obligo(
        folder,
        &["declare", "--policy", "ACR/A", "--key-date", "2024-05-31", "--buyers", "named", "--final"],
    );
    let frozen = obligo(folder, &["runs", "show", "1", "--json"]);
    let run: Value = serde_json::from_str(frozen.lines().last().unwrap()).unwrap();

    for format in ["pdf", "xlsx", "csv", "json"] {
        let file = format!("d.{format}");
        let part = if format == "csv" { &["--part", "buyers"][..] } else { &[] };
        obligo(folder, &[&["report", "balance-declaration", "--run", "1", "-o", &file], part].concat());
    }
    let json: Value = serde_json::from_str(&std::fs::read_to_string(folder.join("d.json")).unwrap()).unwrap();
    let rows = json["tables"]["buyers"].as_array().unwrap();
    let columns: Vec<&str> = json["columns"]["buyers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| column["key"].as_str().unwrap())
        .collect();
    let amounts = ["insured_sum", "receivables", "bills", "credits", "declared"];
    assert!(rows.len() > 3, "{rows:?}");

    // CSV: cell by cell.
    let csv = std::fs::read_to_string(folder.join("d.csv")).unwrap();
    let mut lines = csv.lines();
    assert_eq!(lines.next().unwrap(), format!("row_kind,{}", columns.join(",")));
    assert_eq!(csv.lines().count(), rows.len() + 1);
    for (line, row) in lines.zip(rows) {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells[0], row["row_kind"]);
        for (cell, column) in cells[1..].iter().zip(&columns) {
            assert_eq!(*cell, row[*column].as_str().unwrap_or(""), "{column}: {line}");
        }
    }

    // XLSX: the sheet of the buyers is the second of the tables.
    let mut book: Xlsx<_> = open_workbook(folder.join("d.xlsx")).unwrap();
    let position = json["tables"].as_object().unwrap().keys().position(|key| key == "buyers").unwrap();
    let sheet = book.sheet_names()[position + 1].clone();
    let range = book.worksheet_range(&sheet).unwrap();
    for (number, row) in rows.iter().enumerate() {
        for (at, column) in columns.iter().enumerate() {
            let cell = range.get_value((number as u32 + 1, at as u32)).cloned().unwrap_or_default();
            let said = row[*column].as_str().unwrap_or("");
            match cell {
                Data::Float(figure) => {
                    assert_eq!(Some((figure * 100.0).round() as i64), cents(said), "{column}");
                }
                Data::DateTime(day) => {
                    let (year, month, date, ..) = day.to_ymd_hms_milli();
                    assert_eq!(format!("{year:04}-{month:02}-{date:02}"), said);
                }
                other => assert_eq!(other.to_string(), said, "{column}"),
            }
        }
    }

    // PDF: the figures of a row stand on a line of it, in order.
    if let Some(text) = text_of(&folder.join("d.pdf")) {
        for row in rows.iter().filter(|row| row["row_kind"] == "line") {
            let name = row["name"].as_str().unwrap();
            let line =
                text.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{name}:\n{text}"));
            let found: Vec<i64> =
                line.split_whitespace().filter(|word| word.contains('.')).filter_map(cents).collect();
            let said: Vec<i64> = amounts.iter().filter_map(|column| cents(row[*column].as_str()?)).collect();
            assert_eq!(found, said, "{line}");
        }
    }

    // And the run.
    let total = rows.iter().find(|row| row["row_kind"] == "total").unwrap();
    let declared = cents(total["declared"].as_str().unwrap()).unwrap();
    let lines: i64 = rows
        .iter()
        .filter(|row| row["row_kind"] == "line")
        .map(|row| cents(row["declared"].as_str().unwrap()).unwrap())
        .sum();
    assert_eq!(declared, lines);
    assert_eq!(json["facts"]["sha256"], run["sha256"]);
    assert!(frozen.contains(total["declared"].as_str().unwrap()), "{frozen}");
}
