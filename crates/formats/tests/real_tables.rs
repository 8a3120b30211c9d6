//! Other people's tables and ledgers, from the folder that `OBLIGO_REAL_DATA` names: text tables of any dialect, workbooks, DATEV, FEC,
//! reference rates. Every file is read, or refused for the reason that `real/wrong_tables.tsv` gives.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::result_large_err)]

use calamine::{Data, Reader as _};
use obligo_formats::books::{BookReader, Booking, Entry};
use obligo_formats::csv::{Dialect, Rows};
use obligo_formats::datev::DatevReader;
use obligo_formats::detect::{Detected, Format, detect};
use obligo_formats::ecb::EcbRates;
use obligo_formats::fec::FecReader;
use obligo_formats::row::CellKind;
use obligo_formats::rows::TableRows;
use obligo_formats::workbook::{Choice, SheetRows};
use obligo_rules::problem::Problem;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufReader, Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Files that are really wrong: file, code, the part or line, why their own standard forbids it.
const WRONG: &str = include_str!("real/wrong_tables.tsv");
/// Longest time a file may take, on a slow computer without optimization.
const TIME_MAX: Duration = Duration::from_secs(10);

/// The folder of real data; without it the tests say that they are left out.
fn data() -> Option<PathBuf> {
    let folder =
        std::env::var_os("OBLIGO_REAL_DATA").map(PathBuf::from).filter(|f| !f.as_os_str().is_empty());
    tell(if folder.is_some() { "skipped: 0" } else { "skipped: 1 (OBLIGO_REAL_DATA not set)" });
    folder
}

/// Straight to standard output: the test runner keeps what a passing test prints, and these figures are to be seen.
fn tell(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

fn files(data: &Path, folder: &str) -> BTreeSet<String> {
    let found = std::fs::read_dir(data.join(folder)).unwrap().map(|entry| entry.unwrap().file_name());
    found.map(|name| format!("{folder}/{}", name.into_string().unwrap())).collect()
}

fn bytes(data: &Path, file: &str) -> Vec<u8> {
    std::fs::read(data.join(file)).unwrap()
}

/// Code and detail of the files of a group that are wrong.
fn wrong(folder: &str) -> BTreeMap<String, (String, String)> {
    let lines = WRONG.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    let of_folder = lines.filter(|line| line[0].starts_with(folder));
    of_folder
        .map(|line| {
            assert!(line.len() == 4 && !line[3].is_empty(), "{line:?}");
            (line[0].to_owned(), (line[1].to_owned(), line[2].to_owned()))
        })
        .collect()
}

/// Every row of a table, or why it is refused.
fn table(data: &Path, file: &str) -> Result<Vec<Vec<String>>, Problem> {
    let opened = BufReader::new(File::open(data.join(file)).unwrap());
    let mut rows = TableRows::open(file, opened, &Dialect::default())?;
    let mut all = Vec::new();
    while let Some(row) = rows.next_row()? {
        all.push((0..row.len()).map(|index| row.field(index).to_owned()).collect());
    }
    Ok(all)
}

fn entries(reader: Result<impl BookReader, Problem>) -> Vec<Entry> {
    let mut reader = reader.unwrap();
    let mut entries = Vec::new();
    while let Some(entry) = reader.next_entry().unwrap() {
        entries.push(entry);
    }
    entries
}

fn bookings<'e>(entries: &'e [Entry]) -> Vec<&'e Booking> {
    let booking = |entry: &'e Entry| match entry {
        Entry::Booking(booking) => Some(booking),
        _ => None,
    };
    entries.iter().filter_map(booking).collect()
}

#[test]
fn r14_2_every_workbook_is_read_or_refused_for_its_reason() {
    let Some(data) = data() else { return };
    let (mut read, mut refused) = (0, 0);
    for folder in ["xlsx-bad", "xlsx-odd"] {
        let mut wrong = wrong(folder);
        for file in files(&data, folder) {
            let start = Instant::now();
            let found = table(&data, &file);
            assert!(start.elapsed() < TIME_MAX, "{file}: {:?}", start.elapsed());
            match (found, wrong.remove(&file)) {
                (Ok(_), None) => read += 1,
                (Err(problem), None) => {
                    // Workbooks whose sheets are all blank are read and say so.
                    assert_eq!(problem.code, "workbook-no-rows", "{file}");
                    read += 1;
                }
                (Ok(_), Some(_)) => panic!("{file} is not refused"),
                (Err(problem), Some((code, part))) => {
                    assert_eq!(problem.code, code, "{file}");
                    assert!(problem.facts.contains(&("part", part)), "{file}: {:?}", problem.facts);
                    refused += 1;
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:?}");
    }
    tell(&format!("workbooks: {read} read, {refused} refused"));
}

/// Filled cells, numbers and their sum, dates, truth values, errors.
#[derive(PartialEq, Debug, Default)]
struct Tally {
    cells: usize,
    numbers: usize,
    sum: i128,
    dates: usize,
    truths: usize,
    errors: usize,
}

impl Tally {
    fn number(&mut self, value: f64) {
        self.numbers += 1;
        self.sum += (value * 1e6).round() as i128;
    }
}

#[test]
fn r14_1_cells_are_those_another_reader_finds() {
    let Some(data) = data() else { return };
    let mut compared = 0;
    for file in files(&data, "xlsx-odd") {
        let bytes = bytes(&data, &file);
        let mut other = calamine::open_workbook_auto_from_rs(Cursor::new(&bytes)).unwrap();
        for sheet in other.sheet_names() {
            let choice = Choice { sheet: Some(sheet.clone()), header_line: None };
            let Ok(mut rows) = SheetRows::open(&file, Cursor::new(&bytes), &choice, &mut |_, _| Ok(()))
            else {
                continue;
            };
            let mut ours = Tally::default();
            let (mut first_row, mut last_row) = (None, 0);
            while let Some(row) = rows.next_row().unwrap() {
                first_row.get_or_insert(row.line);
                last_row = row.line;
                for index in (0..row.len()).filter(|index| !row.field(*index).is_empty()) {
                    ours.cells += 1;
                    match row.kind(index) {
                        CellKind::Number => ours.number(row.field(index).parse().unwrap()),
                        CellKind::Date => ours.dates += 1,
                        CellKind::Boolean => ours.truths += 1,
                        CellKind::Error => ours.errors += 1,
                        CellKind::Text | CellKind::Uncalculated => {}
                    }
                }
            }
            let range = other.worksheet_range(&sheet).unwrap();
            let mut theirs = Tally::default();
            let (top, left) = range.start().unwrap();
            for (row, column, cell) in range.used_cells() {
                let is_left = left as usize + column < rows.first_column();
                if is_left || u64::from(top) + row as u64 + 1 < first_row.unwrap_or(0) {
                    continue;
                }
                match cell {
                    Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text)
                        if text.is_empty() =>
                    {
                        continue;
                    }
                    Data::Int(value) => theirs.number(*value as f64),
                    Data::Float(value) => theirs.number(*value),
                    Data::DateTime(value) if value.is_datetime() && value.as_f64() >= 1.0 => {
                        theirs.dates += 1;
                    }
                    // Times of day and durations are numbers to us.
                    Data::DateTime(value) => theirs.number(value.as_f64()),
                    Data::DateTimeIso(_) => theirs.dates += 1,
                    Data::Bool(_) => theirs.truths += 1,
                    Data::Error(_) => theirs.errors += 1,
                    _ => {}
                }
                theirs.cells += 1;
            }
            // The last digits of what is no amount are rounded.
            let near = (ours.sum - theirs.sum).abs() <= 1_000;
            assert!(near, "{file} {sheet}: {} and {}", ours.sum, theirs.sum);
            theirs.sum = ours.sum;
            assert_eq!(ours, theirs, "{file} {sheet}, rows {first_row:?} to {last_row}");
            compared += 1;
        }
    }
    tell(&format!("sheets compared with calamine: {compared}"));
    assert!(compared >= 20);
}

#[test]
fn r14_1_text_tables_of_every_dialect_are_read() {
    let Some(data) = data() else { return };
    for (file, rows, columns, field) in [
        ("csv-ledgers/clients.csv", 6, 5, "30FM"),
        ("csv-ledgers/factures_clients.csv", 6, 9, ""),
        ("receivables/ibm_late_payment_a.csv", 1201, 12, ""),
        ("receivables/highradius_open_items_a.csv", 4762, 12, ""),
    ] {
        let read = table(&data, file).unwrap();
        assert_eq!(detect(&bytes(&data, file)), Detected::Format(Format::Csv), "{file}");
        assert!(read.iter().all(|row| row.len() == columns), "{file}: {:?}", read[0]);
        if rows == 6 {
            assert_eq!(
                (read.len(), read[1][3].as_str()),
                (rows, if field.is_empty() { "28/02/2026" } else { field })
            );
        }
    }
    for name in ["comma_in_quotes", "empty", "empty_crlf", "json", "newlines", "simple"] {
        let read = table(&data, &format!("csv-spectrum/{name}.csv")).unwrap();
        let mut expected = String::from("[");
        for row in &read[1..] {
            let fields =
                read[0].iter().zip(row).map(|(key, value)| format!("{}:{}", quoted(key), quoted(value)));
            write!(expected, "{{{}}},", fields.collect::<Vec<_>>().join(",")).unwrap();
        }
        let said = String::from_utf8(bytes(&data, &format!("csv-spectrum/{name}.json"))).unwrap();
        assert_eq!(expected.trim_end_matches(',').to_owned() + "]", without_blanks(&said), "{name}");
    }
}

/// A text as JSON writes it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

/// JSON without the blanks between its values.
fn without_blanks(json: &str) -> String {
    let (mut kept, mut is_text, mut is_escaped) = (String::new(), false, false);
    for c in json.chars() {
        if is_text || !c.is_whitespace() {
            kept.push(c);
        }
        is_text ^= c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
    }
    kept
}

#[test]
fn r14_1_every_encoding_is_told_by_itself() {
    let Some(data) = data() else { return };
    let whole = ["enc_utf8_bom", "enc_utf16le_bom", "enc_windows1252"]
        .map(|name| table(&data, &format!("hostile-text/{name}.csv")).unwrap());
    assert_eq!(
        (whole[0].len(), whole[0][0][0].as_str(), whole[0][1][0].as_str()),
        (4, "Kunde", "Müller & Söhne GmbH")
    );
    assert!(whole.iter().all(|rows| *rows == whole[0]));
    let wrong = wrong("hostile-text");
    for (file, (code, detail)) in &wrong {
        if code.starts_with("csv-") {
            let problem = table(&data, file).unwrap_err();
            assert_eq!((problem.code, problem.place.line), (code.as_str(), detail.parse().ok()), "{file}");
        } else {
            assert_eq!(detect(&bytes(&data, file)), Detected::Other("JSON"));
        }
    }
    let naughty = String::from_utf8(bytes(&data, "hostile-text/blns.txt")).unwrap();
    let mut text = String::from("number;text\n");
    let lines: Vec<&str> = naughty.lines().filter(|line| !line.contains('\0')).collect();
    for (n, line) in lines.iter().enumerate() {
        writeln!(text, "{n};\"{}\"", line.replace('"', "\"\"")).unwrap();
    }
    let mut rows = Rows::open("blns", text.as_bytes(), &Dialect::default()).unwrap();
    rows.next_row().unwrap();
    for line in lines {
        assert_eq!(rows.next_row().unwrap().unwrap().field(1), line);
    }
}

#[test]
fn datev_files_are_read() {
    let Some(data) = data() else { return };
    // Entries, and the sum of the amounts as they stand, in cents.
    for (file, count, sum) in [
        ("datev/EXTF_Buchungsstapel.csv", 2, 597_495),
        ("datev/EXTF_Kontenbeschriftungen.csv", 0, 0),
        ("datev/EXTF_Stammdaten.csv", 4, 0),
        ("datev/after_belegfeld_fix.csv", 3, 60_000),
        ("datev/before_belegfeld_fix.csv", 3, 60_000),
        ("datev/embedded_newlines.csv", 2, 35_050),
        ("datev/encoding_utf8_bom.csv", 2, 35_050),
        ("datev/valid_minimal_700.csv", 10, 320_918),
    ] {
        let bytes = bytes(&data, file);
        assert_eq!(detect(&bytes), Detected::Format(Format::Datev), "{file}");
        let entries = entries(DatevReader::open(file, bytes.as_slice(), None));
        assert!(matches!(entries[0], Entry::Company(_)));
        assert_eq!(entries.len() - 1, count, "{file}");
        let stated: i64 = bookings(&entries).iter().map(|booking| booking.amount.minor.abs()).sum();
        assert_eq!(stated, sum, "{file}");
    }
    let file = bytes(&data, "datev/EXTF_Buchungsstapel.csv");
    let found = entries(DatevReader::open("d", file.as_slice(), None));
    let debtor = bookings(&found).into_iter().find(|booking| booking.party == "10000").unwrap();
    assert_eq!(
        (debtor.amount.minor, debtor.document_no.as_str(), debtor.posting_date.to_string().as_str()),
        (595_000, "RE201802-135", "2018-02-22")
    );
    let named = bytes(&data, "datev/EXTF_Stammdaten.csv");
    let parties = entries(DatevReader::open("d", named.as_slice(), None));
    assert!(
        matches!(&parties[1], Entry::Party(party) if party.name == "Sabine Mustermann" && party.country == "DE")
    );
    let lines = bytes(&data, "datev/embedded_newlines.csv");
    let texts = entries(DatevReader::open("d", lines.as_slice(), None));
    assert_eq!(bookings(&texts)[0].text, "Zeile 1\nZeile 2");
}

#[test]
fn fec_files_are_read_and_balance() {
    let Some(data) = data() else { return };
    // Lines, the balance of the debtors' accounts, and the lines with a lettering.
    for (file, count, open, lettered) in
        [("fec/fec_sample.txt", 16, 37_500_000, 1), ("fec/odoo_expected_fec.txt", 7, 726_045, 0)]
    {
        let bytes = bytes(&data, file);
        assert_eq!(detect(&bytes), Detected::Format(Format::Fec), "{file}");
        let found = entries(FecReader::open(file, bytes.as_slice(), None, None));
        let found = bookings(&found);
        assert_eq!(found.len(), count, "{file}");
        assert_eq!(found.iter().map(|booking| booking.amount.minor).sum::<i64>(), 0, "{file}");
        let debtors = found.iter().filter(|booking| booking.account.starts_with("411"));
        assert_eq!(debtors.map(|booking| booking.amount.minor).sum::<i64>(), open, "{file}");
        assert_eq!(found.iter().filter(|booking| !booking.lettering.is_empty()).count(), lettered, "{file}");
    }
}

#[test]
fn the_reference_rates_of_26_years_are_read() {
    let Some(data) = data() else { return };
    let file = bytes(&data, "reference/eurofxref-hist_1999-2024.csv");
    assert_eq!(detect(&file), Detected::Format(Format::EcbRates));
    let mut rates = EcbRates::open("r", file.as_slice()).unwrap();
    let (mut count, mut days, mut first) = (0, BTreeSet::new(), None);
    while let Some(rate) = rates.next_rate().unwrap() {
        count += 1;
        days.insert(rate.date);
        first.get_or_insert(rate);
    }
    let first = first.unwrap();
    assert_eq!((first.date.to_string().as_str(), first.rate.to_string().as_str()), ("2024-12-31", "1.0389"));
    assert_eq!(days.len(), 6658);
    tell(&format!("reference rates: {count} of {} days", days.len()));
}
