//! Workbooks opened by another program: `LibreOffice` computes every formula anew and says what it finds.

use super::*;
use crate::plain::plain;
use crate::testing::{Plain, sample};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

/// Makes `LibreOffice` compute formulas when it opens a workbook, whatever results stand beside them.
const PROFILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;
/// Comma, quotes, UTF-8, values as they are and not as shown, every sheet.
const EVERY_SHEET: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/// Whether `LibreOffice` is here. Without it a test leaves itself out and says so, except in `cargo xtask test`.
fn is_here() -> bool {
    let mut command = Command::new("soffice");
    command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    let is_here = command.status().is_ok_and(|status| status.success());
    let remedy = "`cargo xtask needs` installs libreoffice-calc-nogui";
    assert!(is_here || std::env::var_os("OBLIGO_AXE").is_none(), "no LibreOffice here; {remedy}");
    if !is_here {
        // Straight to standard output: the test runner keeps what a passing test prints.
        let _ = writeln!(std::io::stdout(), "skipped: 1 (no LibreOffice; {remedy})");
    }
    is_here
}

/// The sheets of workbooks as `LibreOffice` sees them, as text tables by `workbook-Sheet.csv`.
fn computed(books: &[(&str, Vec<u8>)]) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let profile = folder.path().join("profile");
    let user = profile.join("user");
    std::fs::create_dir_all(&user).unwrap();
    std::fs::write(user.join("registrymodifications.xcu"), PROFILE).unwrap();
    let out = folder.path().join("out");
    let mut command = Command::new("soffice");
    command
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--norestore", "--convert-to", EVERY_SHEET, "--outdir"])
        .arg(&out)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    for (name, bytes) in books {
        let file = folder.path().join(format!("{name}.xlsx"));
        std::fs::write(&file, bytes).unwrap();
        command.arg(file);
    }
    assert!(command.status().unwrap().success());
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let entries = std::fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (name(&path), std::fs::read_to_string(&path).unwrap())).collect()
}

#[test]
fn r8_2_libreoffice_computes_every_figure_of_the_report() {
    if !is_here() {
        return;
    }
    let report = sample();
    let mut bytes = Vec::new();
    let small = Bounds { rows: 5, rows_in_memory: 3 };
    write(&report, &Plain("sv"), None, &mut bytes).unwrap();
    let mut split = Vec::new();
    within(small, &report, &Plain("sv"), None, &mut split).unwrap();
    // A result that is wrong shows that results are not merely copied.
    let mut wrong = Workbook::new();
    let sheet = wrong.add_worksheet();
    sheet.write_number(0, 0, 1.0).unwrap();
    sheet.write_formula(1, 0, rust_xlsxwriter::Formula::new("=SUBTOTAL(9,A1:A1)").set_result("999")).unwrap();
    let wrong = wrong.save_to_buffer().unwrap();
    let found = computed(&[("whole", bytes), ("split", split), ("wrong", wrong)]);
    assert_eq!(found["wrong-Sheet1.csv"].lines().flat_map(cells).collect::<Vec<_>>(), ["1", "1"]);

    let table = report.table(None).unwrap();
    let expected: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|value| plain(value).into_owned()).collect())
        .collect();
    for sheets in [&["whole-Buyers.csv"][..], &["split-Buyers.csv", "split-Buyers (2).csv"]] {
        let mut rows = Vec::new();
        for sheet in sheets {
            let lines = found.get(*sheet).unwrap_or_else(|| panic!("no {sheet} among {:?}", found.keys()));
            rows.extend(lines.lines().skip(1).map(cells));
        }
        assert_eq!(rows.len(), expected.len(), "{sheets:?}");
        for (row, expected) in rows.iter().zip(&expected) {
            for (column, (cell, expected)) in table.columns.iter().zip(row.iter().zip(expected)) {
                assert_eq!(&said(column.kind, cell), &said(column.kind, expected), "{}", column.key);
            }
        }
    }
}

/// A cell and a figure in the same words: numbers to six decimals, percentages as shares.
fn said(kind: crate::model::ColumnKind, cell: &str) -> String {
    use crate::model::ColumnKind::{Amount, Decimal, Flag, Integer, Percent};
    let is_percent = cell.ends_with('%') || kind == Percent;
    match (kind, cell.trim_end_matches('%').parse::<f64>()) {
        (Percent, Ok(number)) if is_percent && number > 1.0 => format!("{:.6}", number / 100.0),
        (Amount | Integer | Decimal | Percent, Ok(number)) => format!("{number:.6}"),
        (Flag, _) => cell.replace("true", "yes").replace("false", "no"),
        _ => cell.to_owned(),
    }
}

/// The cells of a line without line breaks in them.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut is_quoted) = (vec![String::new()], false);
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let cell = cells.last_mut().unwrap();
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            other => cell.push(other),
        }
    }
    cells
}
