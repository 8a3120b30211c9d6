//! Files read row by row, dates and amounts as such: obligo's reader beside pandas, Polars and openpyxl, each in a process of its
//! own, on the same files.

use crate::files;
use crate::measured::{self, Measured};
use crate::portfolio::Portfolio;
use obligo_formats::map::Mapping;
use obligo_formats::schema::items;
use obligo_formats::table::Table;
use obligo_rules::money::Currency;
use rust_xlsxwriter::{Format, Workbook};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const SCRIPT: &str = include_str!("../reading.py");

/// The word that makes this program read a file and nothing else.
pub const READ: &str = "--read-file";

/// Rows per sheet a workbook may have.
const SHEET_ROWS: usize = 1_048_575;

/// Who reads which kind of file.
const OTHERS: [(&str, &str); 5] =
    [("csv", "pandas"), ("csv", "polars"), ("xlsx", "pandas"), ("xlsx", "polars"), ("xlsx", "openpyxl")];

/// Reads a file and prints its rows and the sum of its amounts in hundredths.
pub fn read(path: &Path) -> Result<(), String> {
    let said = |problem: obligo_rules::problem::Problem| format!("{problem:?}");
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut table =
        Table::open_any(&path.to_string_lossy(), file, &items::SCHEMA, &Mapping::plain()).map_err(said)?;
    let (mut rows, mut sum, mut days) = (0_u64, 0_i64, 0_i64);
    while let Some(record) = table.next_record().map_err(said)? {
        let currency = record.currency(items::CURRENCY).map_err(said)?.unwrap_or(Currency::EUR);
        sum += record.minor(items::AMOUNT, currency).map_err(said)?.unwrap_or(0);
        for date in [items::DOCUMENT_DATE, items::NET_DUE_DATE] {
            days += record.day(date).map_err(said)?.map_or(0, |day| i64::from(day.epoch_days()));
        }
        rows += 1;
    }
    std::hint::black_box(days);
    println!("{rows} {sum}");
    Ok(())
}

/// Makes both files with `count` items and lets everybody read them, `tries` times; a table of ratios.
pub fn measure(
    python: Result<&Path, &str>,
    folder: &Path,
    count: usize,
    tries: usize,
) -> Result<String, String> {
    let portfolio = Portfolio::of(count.min(SHEET_ROWS)).ok_or("no portfolio of that size")?;
    let csv =
        files::write(&portfolio, folder).map_err(|error| format!("{}: {error}", folder.display()))?.items;
    let xlsx = folder.join("items.xlsx");
    if !xlsx.exists() {
        workbook(&csv, &xlsx)?;
    }
    let script = folder.join("reading.py");
    fs::write(&script, SCRIPT).map_err(|error| format!("{}: {error}", script.display()))?;
    let own = std::env::current_exe().map_err(|error| format!("where is this program: {error}"))?;
    let mut text = "| file | reader | times ours, clock | times ours, processor | memory, MB |\n|---|---|---:|---:|---:|\n".to_owned();
    for (kind, path) in [("csv", &csv), ("xlsx", &xlsx)] {
        let mut ours = Command::new(&own);
        ours.arg(READ).arg(path);
        let expected = said(&mut ours)?;
        let best = best_of(&mut ours, folder, tries)?;
        line(&mut text, kind, "obligo", best, best);
        let Ok(python) = python else { continue };
        for (_, library) in OTHERS.iter().filter(|(of, _)| *of == kind) {
            let mut theirs = Command::new(python);
            theirs.arg(&script).arg(library).arg(path);
            match said(&mut theirs) {
                Ok(answer) if answer == expected => {
                    line(&mut text, kind, library, best_of(&mut theirs, folder, tries)?, best);
                }
                Ok(answer) => {
                    let _ = writeln!(text, "| {kind} | {library} | reads {answer}, ours {expected} | | |");
                }
                Err(why) => {
                    let _ = writeln!(text, "| {kind} | {library} | left out: {why} | | |");
                }
            }
        }
    }
    if let Err(why) = python {
        let _ = writeln!(text, "\npandas, Polars and openpyxl are left out: {why}.");
    }
    Ok(text)
}

fn line(text: &mut String, kind: &str, reader: &str, took: Measured, ours: Measured) {
    let cpu = took.cpu.zip(ours.cpu).map_or_else(|| "-".to_owned(), |(a, b)| format!("{:.1}", a / b));
    let memory = took.memory.map_or_else(|| "-".to_owned(), |bytes| format!("{:.0}", bytes / 1e6));
    let _ = writeln!(text, "| {kind} | {reader} | {:.1} | {cpu} | {memory} |", took.wall / ours.wall);
}

fn best_of(command: &mut Command, folder: &Path, tries: usize) -> Result<Measured, String> {
    let mut best = measured::command(command, folder)?;
    for _ in 1..tries {
        best = best.or_better(measured::command(command, folder)?);
    }
    Ok(best)
}

/// What a program prints.
fn said(command: &mut Command) -> Result<String, String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(words.lines().last().unwrap_or("a step failed without a word").to_owned())
}

/// The same table as a workbook, amounts as numbers and dates as dates.
fn workbook(csv: &Path, xlsx: &PathBuf) -> Result<(), String> {
    let said = |error: rust_xlsxwriter::XlsxError| error.to_string();
    let file = File::open(csv).map_err(|error| format!("{}: {error}", csv.display()))?;
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet_with_constant_memory().map_err(said)?;
    let mut kinds: Vec<String> = Vec::new();
    // The files here quote nothing.
    for (row, text) in std::io::BufReader::new(file).lines().enumerate() {
        let text = text.map_err(|error| error.to_string())?;
        let row = u32::try_from(row).map_err(|error| error.to_string())?;
        for (column, cell) in text.split(',').enumerate() {
            let at = u16::try_from(column).map_err(|error| error.to_string())?;
            if row == 0 {
                kinds.push(cell.to_owned());
            } else if cell.is_empty() {
                continue;
            }
            let kind = kinds.get(column).map_or("", String::as_str);
            if row > 0 && kind.ends_with("amount") {
                let number: f64 = cell.parse().map_err(|_| format!("{cell}: no number"))?;
                sheet.write_number(row, at, number).map_err(said)?;
            } else if row > 0 && kind.ends_with("date") {
                let day = rust_xlsxwriter::ExcelDateTime::parse_from_str(cell).map_err(said)?;
                sheet.write_datetime_with_format(row, at, &day, &date).map_err(said)?;
            } else {
                sheet.write_string(row, at, cell).map_err(said)?;
            }
        }
    }
    book.save(xlsx).map_err(said)
}
