//! Real files of other people read and compared with figures worked out without this program: bank statements, electronic invoices,
//! audit files. They lie outside the repository, in the folder that `OBLIGO_REAL_DATA` names.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo_formats::books::{BookReader, Document, DocumentKind, Entry, Receipt};
use obligo_formats::camt::CamtReader;
use obligo_formats::einvoice::EInvoiceReader;
use obligo_formats::saft::SaftReader;
use obligo_rules::money::Money;
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Where the expected figures and the standard differ: file, column, expected, what is read, why.
const DIFFERING: &str = include_str!("real/differing.tsv");
/// Files that are really wrong: file, code, line, why its own standard forbids it.
const WRONG: &str = include_str!("real/wrong.tsv");
/// Fields of the invoices in PDF files, taken out by hand: the expected figures have none for them.
const INVOICES_IN_PDF: &str = include_str!("real/invoices_in_pdf.tsv");

/// The folder of real data; without it the tests say how many they leave out.
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

/// Records of a CSV file with quotes, the first line as keys.
fn expected(data: &Path, name: &str) -> Vec<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(data.join("expected").join(name)).unwrap();
    let mut records = vec![vec![String::new()]];
    let mut quoted = false;
    for c in text.trim_end().chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => records.last_mut().unwrap().push(String::new()),
            '\r' => {}
            '\n' if !quoted => records.push(vec![String::new()]),
            _ => records.last_mut().unwrap().last_mut().unwrap().push(c),
        }
    }
    let keys = records.remove(0);
    records.into_iter().map(|record| keys.iter().cloned().zip(record).collect()).collect()
}

fn rows(table: &'static str) -> Vec<Vec<&'static str>> {
    let lines = table.lines().skip(1).filter(|line| !line.is_empty());
    lines.map(|line| line.split('\t').collect()).collect()
}

/// Files of a folder with its name before theirs, in order.
fn files(data: &Path, folder: &str, extension: &str) -> Vec<String> {
    let found = std::fs::read_dir(data.join(folder)).unwrap().map(|entry| entry.unwrap().file_name());
    let found = found.map(|name| name.into_string().unwrap());
    let found: BTreeSet<String> = found.filter(|name| name.ends_with(extension)).collect();
    found.into_iter().map(|name| format!("{folder}/{name}")).collect()
}

/// All a reader says, and the problems among it.
fn read(reader: &mut impl BookReader) -> (Vec<Entry>, Vec<Problem>) {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    loop {
        match reader.next_entry() {
            Ok(Some(entry)) => entries.push(entry),
            Ok(None) => return (entries, problems),
            Err(problem) => problems.push(problem),
        }
    }
}

/// Compares figures, less those the table of differences names, and those of files that are really wrong.
struct Comparison {
    group: &'static str,
    files: usize,
    read: usize,
    refused: usize,
    differing: BTreeSet<String>,
    wrong: Vec<String>,
}

impl Comparison {
    fn new(group: &'static str) -> Comparison {
        Comparison { group, files: 0, read: 0, refused: 0, differing: BTreeSet::new(), wrong: Vec::new() }
    }

    /// Counts a file and its problems, which must be those of the table.
    fn count(&mut self, file: &str, problems: &[Problem]) {
        self.files += 1;
        let expected: Vec<String> = rows(WRONG)
            .iter()
            .filter(|row| row[0] == file)
            .map(|row| format!("{} {}", row[1], row[2]))
            .collect();
        let found: Vec<String> = problems
            .iter()
            .map(|problem| {
                format!(
                    "{} {}",
                    problem.code,
                    problem.place.line.map_or_else(|| "-".to_owned(), |line| line.to_string())
                )
            })
            .collect();
        *(if found.is_empty() { &mut self.read } else { &mut self.refused }) += 1;
        if found != expected {
            self.wrong.push(format!("{file}: expected problems {expected:?}, found {problems:#?}"));
        }
    }

    fn same(&mut self, file: &str, column: &str, expected: &str, found: &str) {
        let row = rows(DIFFERING).into_iter().find(|row| row[0] == file && row[1] == column);
        if let Some(row) = &row {
            self.differing.insert(file.to_owned());
            assert_eq!(row.len(), 5, "{file}: the reason is missing");
            if row[2] != expected {
                self.wrong.push(format!("{file}: {column} was {expected:?}, the table says {:?}", row[2]));
            }
        }
        let expected = row.map_or(expected, |row| row[3]);
        if expected != found {
            self.wrong.push(format!("{file}\t{column}\t{expected}\t{found}\t"));
        }
    }

    fn end(self) {
        let Comparison { group, files, read, refused, differing, wrong } = self;
        tell(&format!(
            "{group}: files {files}, read {read}, refused {refused}, differing {}",
            differing.len()
        ));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert!(files > 0, "{group} has no files");
    }
}

/// An amount as the expected files spell it, with the decimals of its currency.
fn amount(text: &str, currency: &str) -> String {
    let currency = obligo_rules::money::Currency::parse(currency).unwrap();
    if text.is_empty() { String::new() } else { Money::parse(text, currency).unwrap().to_string() }
}

fn sum(receipts: &[Receipt], wanted: impl Fn(&Receipt) -> bool) -> String {
    let wanted: Vec<&Receipt> = receipts.iter().filter(|receipt| wanted(receipt)).collect();
    let Some(first) = wanted.first() else { return String::new() };
    let currency = first.amount.currency;
    assert!(wanted.iter().all(|receipt| receipt.amount.currency == currency));
    let minor = wanted.iter().map(|receipt| receipt.amount.minor).sum::<i64>().abs();
    format!("{} {currency}", Money { minor, currency })
}

#[test]
fn bank_statements() {
    let Some(data) = data() else { return };
    let mut comparison = Comparison::new("camt");
    let table = expected(&data, "camt_totals.csv");
    for file in files(&data, "camt", ".xml") {
        let mut camt = CamtReader::open(&file, File::open(data.join(&file)).unwrap()).unwrap();
        let (entries, problems) = read(&mut camt);
        comparison.count(&file, &problems);
        let receipts: Vec<Receipt> = entries
            .into_iter()
            .map(|entry| if let Entry::Receipt(receipt) = entry { receipt } else { panic!("{entry:?}") })
            .collect();
        let row = table.iter().find(|row| format!("camt/{}", row["file"]) == file).unwrap();
        let money = |text: &str| match text.split_once(' ') {
            Some((text, currency)) => format!("{} {currency}", amount(text, currency)),
            None => String::new(),
        };
        let statements: BTreeSet<&str> = receipts.iter().map(|receipt| receipt.statement.as_str()).collect();
        comparison.same(&file, "statements", &row["statements"], &statements.len().to_string());
        let entries: BTreeSet<u64> = receipts.iter().map(|receipt| receipt.entry).collect();
        comparison.same(&file, "entries", &row["entries"], &entries.len().to_string());
        // A batch is one entry: its side is that of what its payments come to.
        let came_in = |wanted: &Receipt| {
            receipts
                .iter()
                .filter(|receipt| receipt.entry == wanted.entry)
                .map(|receipt| receipt.amount.minor)
                .sum::<i64>()
                > 0
        };
        comparison.same(&file, "sum_credit", &money(&row["sum_credit"]), &sum(&receipts, came_in));
        comparison.same(
            &file,
            "sum_debit",
            &money(&row["sum_debit"]),
            &sum(&receipts, |receipt| !came_in(receipt)),
        );
        // References of payments without an amount of their own stand together, whatever sort they are.
        let number = |column: &str| row[column].parse::<usize>().unwrap();
        let given =
            |receipt: &Receipt| usize::from(!receipt.end_to_end.is_empty()) + receipt.references.len();
        let references: usize = receipts.iter().map(given).sum();
        let wanted = number("end_to_end_ids") + number("structured_remittance");
        comparison.same(&file, "references", &wanted.to_string(), &references.to_string());
        for warning in camt.take_warnings() {
            tell(&format!("{file}: warning {} {:?}", warning.code, warning.facts));
        }
    }
    comparison.end();
}

/// Kinds whose amounts are credits: their expected figures are without sign.
fn stated(document: &Document, money: Option<Money>) -> String {
    let sign = if document.kind == DocumentKind::CreditNote { -1 } else { 1 };
    money.map_or_else(String::new, |money| Money { minor: money.minor * sign, ..money }.to_string())
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Compares the fields of a document, spelled as in the expected file.
fn same_document(
    comparison: &mut Comparison,
    file: &str,
    row: &BTreeMap<String, String>,
    document: &Document,
) {
    let currency = document.payable.unwrap().currency.code().to_owned();
    let due = document.due_date.map_or_else(String::new, |day| day.to_string());
    for (column, found) in [
        ("number", document.document_no.clone()),
        ("type_code", document.type_code.clone()),
        ("issue_date", document.document_date.to_string()),
        ("due_date", due),
        ("currency", currency.clone()),
        ("buyer", document.buyer.name.clone()),
    ] {
        comparison.same(file, column, &words(&row[column]), &found);
    }
    for (column, money) in
        [("gross", document.gross), ("prepaid", document.prepaid), ("payable", document.payable)]
    {
        comparison.same(file, column, &amount(&row[column], &currency), &stated(document, money));
    }
}

#[test]
fn electronic_invoices() {
    let Some(data) = data() else { return };
    let table = expected(&data, "einvoice_fields.csv");
    for (group, folder) in [
        ("FatturaPA", "einvoice/fatturapa"),
        ("Peppol", "einvoice/peppol"),
        ("XRechnung", "einvoice/xrechnung"),
        ("ZUGFeRD XML", "einvoice/zugferd-xml"),
    ] {
        let mut comparison = Comparison::new(group);
        for file in files(&data, folder, ".xml") {
            let (entries, problems) =
                read(&mut EInvoiceReader::open(&file, File::open(data.join(&file)).unwrap()).unwrap());
            comparison.count(&file, &problems);
            let Some(row) = table.iter().find(|row| row["file"] == file) else {
                panic!("{file}: no figures")
            };
            let Some(Entry::Document(document)) = entries.first() else { continue };
            same_document(&mut comparison, &file, row, document);
        }
        comparison.end();
    }
}

#[test]
fn audit_files() {
    let Some(data) = data() else { return };
    let mut comparison = Comparison::new("SAF-T");
    let table = expected(&data, "saft_totals.csv");
    for file in files(&data, "saft", ".xml") {
        let mut saft = SaftReader::open(&file, File::open(data.join(&file)).unwrap()).unwrap();
        let (entries, problems) = read(&mut saft);
        comparison.count(&file, &problems);
        let row = table.iter().find(|row| format!("saft/{}", row["file"]) == file).unwrap();
        let figures = saft.figures();
        for (column, found) in [
            ("customers", figures.customers.to_string()),
            ("sales_invoices", figures.sales_invoices.to_string()),
            ("sum_gross_unsigned", figures.sales_gross.normalize().to_string()),
            ("payments", figures.payments.to_string()),
            ("sum_payments_gross", figures.payments_gross.normalize().to_string()),
            ("gl_transactions", figures.transactions.to_string()),
        ] {
            let expected: Decimal = row[column].parse().unwrap();
            comparison.same(&file, column, &expected.normalize().to_string(), &found);
        }
        let documents = entries.iter().filter(|entry| matches!(entry, Entry::Document(_))).count();
        comparison.same(&file, "documents", &row["sales_invoices"], &documents.to_string());
        for warning in saft.take_warnings() {
            tell(&format!("{file}: warning {} {:?}", warning.code, warning.facts));
        }
    }
    comparison.end();
}

#[test]
fn hostile_xml() {
    let Some(data) = data() else { return };
    let mut comparison = Comparison::new("hostile XML");
    for file in files(&data, "hostile-xml", ".xml") {
        let bytes = std::fs::read(data.join(&file)).unwrap();
        let refused = CamtReader::open(&file, &bytes[..]).unwrap().next_entry().unwrap_err();
        comparison.count(&file, &[refused]);
    }
    comparison.end();
}

#[test]
fn invoices_in_pdf() {
    let Some(data) = data() else { return };
    let mut comparison = Comparison::new("ZUGFeRD PDF");
    let table = INVOICES_IN_PDF.lines().map(|line| line.split('\t').map(str::to_owned).collect());
    let mut table: Vec<Vec<String>> = table.collect();
    let keys = table.remove(0);
    for file in files(&data, "einvoice/zugferd-pdf", ".pdf") {
        let opened = obligo_formats::invoice_pdf::open(&file, File::open(data.join(&file)).unwrap());
        let (entries, problems) = match opened {
            Ok(mut reader) => read(&mut reader),
            Err(problem) => (Vec::new(), vec![problem]),
        };
        comparison.count(&file, &problems);
        let row = table.iter().find(|row| row[0] == file);
        if let Some(Entry::Document(document)) = entries.first() {
            let row = row.unwrap_or_else(|| panic!("{file}: no figures"));
            let row = keys.iter().cloned().zip(row.iter().cloned()).collect();
            same_document(&mut comparison, &file, &row, document);
        }
    }
    comparison.end();
}
