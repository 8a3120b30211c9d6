//! What an import of a ledger could not place: listed, never guessed.

use obligo_formats::books::Position;
use obligo_reports::csv::Writer;
use obligo_rules::calendar::Day;
use obligo_rules::money::Money;
use obligo_rules::problem::Problem;
use serde_json::Value;
use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

/// Lines kept for a report; all are counted, and all are written to a file if one is named.
pub const UNMATCHED_KEPT: usize = 1000;

/// Why a line was not placed; the code of its word in the catalogue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Why {
    /// On an account of debtors, and no debtor is named.
    NoDebtor,
    /// An opening balance without its documents.
    Opening,
    /// Money, and no open document is named by it.
    NoDocument,
    /// Money, and several open documents fit.
    SeveralDocuments,
    /// Money, and the document it names has another amount open.
    OtherAmount,
    /// Money that is not booked yet, or an earlier entry taken back.
    NotBooked,
    /// A document of somebody else.
    NotOurs,
    /// A cancelled document.
    Cancelled,
    /// A document without its total.
    NoTotal,
}

impl Why {
    /// Its spelling in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Why::NoDebtor => "no_debtor",
            Why::Opening => "opening_balance",
            Why::NoDocument => "no_document",
            Why::SeveralDocuments => "several_documents",
            Why::OtherAmount => "other_amount",
            Why::NotBooked => "not_booked",
            Why::NotOurs => "not_ours",
            Why::Cancelled => "cancelled",
            Why::NoTotal => "no_total",
        }
    }

    /// Its message in the catalogue.
    #[must_use]
    pub fn word(self) -> String {
        format!("unmatched-{}", self.code().replace('_', "-"))
    }
}

/// A line that was not placed.
#[derive(Clone, PartialEq, Debug)]
pub struct Unmatched {
    /// File as named.
    pub file: String,
    /// Where in it.
    pub position: Position,
    /// Why.
    pub why: Why,
    /// Its day; `None` where the file has none.
    pub date: Option<Day>,
    /// Account or debtor; may be empty.
    pub account: String,
    /// Number of the document or reference; may be empty.
    pub reference: String,
    /// Amount, debit positive.
    pub amount: Money,
    /// Text; may be empty.
    pub text: String,
}

/// Columns of the file of unmatched lines.
pub const COLUMNS: [&str; 10] =
    ["file", "line", "element", "reason", "date", "account", "reference", "currency", "amount", "text"];

/// Lines not placed, as an import goes on.
#[derive(Default)]
pub struct UnmatchedList {
    /// The first [`UNMATCHED_KEPT`].
    pub kept: Vec<Unmatched>,
    /// All.
    pub total: u64,
    file: Option<(PathBuf, Writer<BufWriter<File>>)>,
}

impl UnmatchedList {
    /// A list that is also written to a new file. Errors: `unmatched-file-exists`, `unmatched-unwritable`.
    pub fn written_to(path: Option<&Path>) -> Result<UnmatchedList, Problem> {
        let Some(path) = path else { return Ok(UnmatchedList::default()) };
        let failed = |error: std::io::Error| unwritable(path, &error);
        let mut file = Writer::new(BufWriter::new(File::create_new(path).map_err(failed)?));
        file.row(COLUMNS).map_err(failed)?;
        Ok(UnmatchedList { file: Some((path.to_owned(), file)), ..UnmatchedList::default() })
    }

    /// Adds a line. Errors: `unmatched-unwritable`.
    pub fn push(&mut self, line: Unmatched) -> Result<(), Problem> {
        self.total += 1;
        if let Some((path, file)) = &mut self.file {
            file.row(line.cells()).map_err(|error| unwritable(path, &error))?;
        }
        if self.kept.len() < UNMATCHED_KEPT {
            self.kept.push(line);
        }
        Ok(())
    }

    /// Ends the file. Errors: `unmatched-unwritable`.
    pub fn finish(&mut self) -> Result<(), Problem> {
        match self.file.take() {
            Some((path, file)) => file.finish().map(|_| ()).map_err(|error| unwritable(&path, &error)),
            None => Ok(()),
        }
    }
}

impl Unmatched {
    /// Its cells under the names of [`COLUMNS`].
    #[must_use]
    pub fn json(&self) -> Value {
        let cells = COLUMNS.iter().zip(self.cells()).map(|(name, cell)| ((*name).to_owned(), cell.into()));
        Value::Object(cells.collect())
    }

    /// Its cells, by [`COLUMNS`].
    #[must_use]
    pub fn cells(&self) -> [String; 10] {
        [
            self.file.clone(),
            self.position.line.to_string(),
            self.position.element.clone(),
            self.why.code().to_owned(),
            self.date.map(|day| day.to_string()).unwrap_or_default(),
            self.account.clone(),
            self.reference.clone(),
            self.amount.currency.to_string(),
            self.amount.to_string(),
            self.text.clone(),
        ]
    }
}

fn unwritable(path: &Path, error: &std::io::Error) -> Problem {
    let path = path.to_string_lossy();
    if error.kind() == std::io::ErrorKind::AlreadyExists {
        return Problem::refused("unmatched-file-exists").with("path", path);
    }
    Problem::refused("unmatched-unwritable").with("path", path).with("why", error)
}
