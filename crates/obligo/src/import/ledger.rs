//! Ledgers of other programs, invoices and bank statements: from bookings to buyers, items and settlements, written by the same imports
//! as our own tables. What they do not say is listed, never guessed (R14.1).
//!
//! A debit on a debtor's account is an item, a credit a credit note or money; what belongs together is told by what a line names, by
//! lettering, by the same document number ([`obligo_rules::clearing`]). Money nothing is told of stays on account. The next export of the
//! same ledger brings only the differences: what settled an item is numbered after its voucher, and compared with what is on record.

mod chart;
mod debtors;
mod documents;
mod gather;
mod known;
mod parties;
mod posting;
mod receipts;
mod settle;
mod source;
mod spool;
pub mod unmatched;

pub use source::{FORMATS, PROGRAMS, Program, program_of};

use super::{FileReport, Import, Progress};
use chart::Chart;
use gather::{Gathering, ITEM_COLUMNS};
use known::Known;
use obligo_formats::decode::open_file;
use obligo_formats::map_books::Books;
use obligo_rules::problem::Problem;
use settle::{SETTLEMENT_COLUMNS, settle};
use spool::Spool;
use std::path::Path;
use unmatched::UnmatchedList;

/// Imports a file of another program as buyers, items or settlements. Errors: `books-wrong-kind`, `books-company`, those of its reader and
/// of the imports.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    (kind, program): (&str, Program),
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    if !program.kinds().contains(&kind) {
        let kinds = program.kinds().join(", ");
        let problem = Problem::usage("books-wrong-kind").in_file(&import.name(path)).with("kind", kind);
        return Err(problem.with("format", program.code()).with("kinds", kinds));
    }
    let mut unmatched = std::mem::take(import.unmatched);
    let done = import_with(import, (kind, program), path, progress, &mut unmatched);
    *import.unmatched = unmatched;
    done
}

fn import_with(
    import: &mut Import<'_, '_, '_>,
    (kind, program): (&str, Program),
    path: &Path,
    progress: Progress<'_>,
    unmatched: &mut UnmatchedList,
) -> Result<FileReport, Problem> {
    let name = import.name(path);
    let books = import.map.map(|map| map.books.clone()).unwrap_or_default();
    let folder = tempfile::tempdir().map_err(|why| Problem::unavailable("server-folder").with("why", why))?;
    let (counted, hash) = super::counted(open_file(path)?, progress);
    let mut reader = source::open(program, &name, counted, import.encoding, &books)?;
    let mut chart = Chart::of(program, &books);
    chart.documents_only = program == Program::Saft && kind == "items" && source::has_sales(path)?;
    let mut report = match kind {
        "buyers" => {
            let (table, records) =
                parties::table(import, reader.as_mut(), (&books, &chart), folder.path(), &name)?;
            let done = table
                .import(import, &name, |import, path| super::buyers::import(import, path, &mut |_, _| {}))?;
            FileReport { records, ..done }
        }
        "settlements" => receipts::import(import, reader.as_mut(), &books, folder.path(), &name, unmatched)?,
        _ => items(import, reader.as_mut(), (&books, chart), folder.path(), &name, unmatched)?,
    };
    drop(reader);
    report.file = name;
    kind.clone_into(&mut report.kind);
    report.sha256 = super::hash_of(&hash);
    Ok(report)
}

fn items(
    import: &mut Import<'_, '_, '_>,
    reader: &mut dyn obligo_formats::books::BookReader,
    (books, chart): (&Books, Chart),
    folder: &Path,
    name: &str,
    unmatched: &mut UnmatchedList,
) -> Result<FileReport, Problem> {
    let (company_id, company) = company(import, books, name)?;
    let known = Known::load(import.tx, company_id)?;
    let rows = Spool::new(folder, "items.csv", &ITEM_COLUMNS)?;
    let mut gathering = Gathering::new((name, &company), books, chart, known, rows, unmatched);
    gathering.read(import, reader)?;
    let settling = settle(&mut gathering);
    let on_account = settling.on_account(&mut gathering)?;
    let mut rows = Spool::new(folder, "settlements.csv", &SETTLEMENT_COLUMNS)?;
    let counts = settling.settlements(import, &gathering, &mut rows)?;
    let records = gathering.records;
    let items = gathering.finish()?;
    let of_items =
        items.import(import, name, |import, path| super::items::import(import, path, &mut |_, _| {}))?;
    import.book.refresh(import.tx, "items")?;
    let snapshot = import.snapshot.take();
    let of_settlements = rows
        .finish()?
        .import(import, name, |import, path| super::settlements::import(import, path, &mut |_, _| {}));
    import.snapshot = snapshot;
    let of_settlements = of_settlements?;
    Ok(FileReport {
        records,
        new: of_items.new + of_settlements.new,
        changed: of_items.changed + of_settlements.changed,
        same: of_items.same + of_settlements.same + counts.same,
        on_account,
        ..FileReport::default()
    })
}

/// Our company: as the map file says, else the only one.
fn company(import: &Import<'_, '_, '_>, books: &Books, file: &str) -> Result<(i64, String), Problem> {
    let said = books.company.as_deref();
    let mut codes: Vec<&str> = match said {
        Some(code) => vec![code],
        None => import
            .book
            .companies
            .keys()
            .map(String::as_str)
            .filter(|code| import.book.is_yours(code))
            .collect(),
    };
    codes.sort_unstable();
    let [code] = codes.as_slice() else {
        let known: std::collections::BTreeSet<&String> = import.book.companies.keys().collect();
        let known = super::book::known_codes(known.into_iter());
        return Err(Problem::refused("books-company").in_file(file).with("known", known));
    };
    let company = import.book.company_of(code).map_err(|problem| problem.in_file(file))?;
    Ok((company.company_id, company.company.clone()))
}
