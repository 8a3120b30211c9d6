//! The use case *import* (R14.1): a file is read, checked and written in one transaction, or not at all.

pub mod book;
pub mod buyers;
mod checks;
pub mod companies;
pub mod covers;
mod credit_groups;
mod credit_limits;
mod credit_managers;
pub mod events;
pub mod evidence;
pub mod insurers;
mod interest_rates;
pub mod items;
pub mod kinds;
pub mod ledger;
pub mod limits;
pub mod orders;
mod payers;
pub mod rates;
pub mod residuals;
pub mod scenario;
pub mod settlements;
pub mod snapshot_file;
mod table_file;

use crate::late_facts::{LateFact, late_facts};
use crate::session::{Session, hex};
use book::Book;
use ledger::unmatched::{Unmatched, UnmatchedList};
use obligo_formats::map::{MapFile, Mapping};
use obligo_formats::schema::{Schema, schema_of};
use obligo_formats::table::Table;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::version::Recorded;
use obligo_store::{Tx, Written};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Problems of one import kept with their text; the rest is counted.
pub const PROBLEMS_KEPT: usize = 1000;

/// What is to be imported.
#[derive(Clone, Debug, Default)]
pub struct ImportRequest {
    /// KIND of the interchange contract, or `scenario`.
    pub kind: String,
    /// Files; for a scenario its folder.
    pub files: Vec<PathBuf>,
    /// Map file for other people's columns.
    pub map: Option<PathBuf>,
    /// Items gone from the file are settled on this day.
    pub snapshot: Option<Day>,
    /// From when changed master data are valid.
    pub valid_from: Option<Day>,
    /// Encoding of the files, over the map's.
    pub encoding: Option<String>,
    /// A folder left out of the names of files as they are told and recorded: where uploads lie for a moment.
    pub base: Option<PathBuf>,
    /// Companies whose documents may be written; `None` for all.
    pub companies: Option<BTreeSet<String>>,
    /// Why, in the person's words; may be empty.
    pub reason: String,
    /// Word of `--format`; empty and `auto`: by what the file holds.
    pub format: String,
    /// A new file for the lines of ledgers that could not be placed.
    pub unmatched: Option<PathBuf>,
}

impl ImportRequest {
    /// A file's name as it is told and recorded.
    fn name(&self, path: &Path) -> String {
        let shown = self.base.as_deref().and_then(|base| path.strip_prefix(base).ok()).unwrap_or(path);
        shown.to_string_lossy().into_owned()
    }
}

/// What an import did with one file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FileReport {
    /// File as named.
    pub file: String,
    /// KIND.
    pub kind: String,
    /// Records read.
    pub records: u64,
    /// New facts.
    pub new: u64,
    /// Facts that changed what was known.
    pub changed: u64,
    /// Facts known just so.
    pub same: u64,
    /// SHA-256 of the file's bytes, for the audit trail.
    pub sha256: String,
    /// Payments of a ledger that are kept on account, in part or whole.
    pub on_account: u64,
}

impl FileReport {
    /// Counts what recording a fact did.
    pub fn count(&mut self, recorded: Recorded) {
        match recorded {
            Recorded::New => self.new += 1,
            Recorded::Changed => self.changed += 1,
            Recorded::Same => self.same += 1,
        }
    }
}

/// What an import did.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ImportReport {
    /// File by file.
    pub files: Vec<FileReport>,
    /// Warnings: late facts and the like.
    pub warnings: Vec<Problem>,
    /// Nothing was written, as asked.
    pub dry_run: bool,
    /// The first lines of ledgers that could not be placed.
    pub unmatched: Vec<Unmatched>,
    /// All of them.
    pub unmatched_total: u64,
}

/// Why data were refused: the first problems and how many there are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Refusal {
    /// The first [`PROBLEMS_KEPT`].
    pub problems: Vec<Problem>,
    /// All.
    pub total: usize,
}

impl Refusal {
    /// Adds a problem.
    pub fn push(&mut self, problem: Problem) {
        self.total += 1;
        if self.problems.len() < PROBLEMS_KEPT {
            self.problems.push(problem);
        }
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Refusal {
        Refusal { problems: vec![problem], total: 1 }
    }
}

/// Progress in bytes: done, total.
pub type Progress<'p> = &'p mut dyn FnMut(u64, u64);

/// One import under way inside the door.
pub struct Import<'i, 't, 'c> {
    /// The transaction.
    pub tx: &'t Tx<'c>,
    /// Its audit entry.
    pub entry: i64,
    /// What is known, looked up by code.
    pub book: Book,
    /// Problems so far.
    pub refusal: &'i mut Refusal,
    /// Facts dated on or before a final run (R8.6).
    pub late: Vec<LateFact>,
    /// Warnings so far.
    pub warnings: Vec<Problem>,
    /// Today, for facts without a date of their own.
    pub today: Day,
    /// From when changed master data are valid, if the user says.
    pub valid_from: Option<Day>,
    /// Items gone from the file are settled on this day.
    pub snapshot: Option<Day>,
    map: Option<&'i MapFile>,
    encoding: Option<&'i str>,
    request: &'i ImportRequest,
    unmatched: &'i mut UnmatchedList,
}

/// A table read from a file, with progress.
pub type FileTable<'p> = Table<Counted<'p>>;

/// A reader that reports how far it is and hashes what it reads.
pub struct Counted<'p> {
    file: BufReader<File>,
    done: u64,
    total: u64,
    reported: u64,
    /// Of what is read once from its beginning to its end.
    hash: Option<Rc<RefCell<Sha256>>>,
    progress: Progress<'p>,
}

impl Seek for Counted<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.done = self.file.seek(to)?;
        Ok(self.done)
    }
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = self.file.read(buffer)?;
        if let Some(hash) = &self.hash {
            hash.borrow_mut().update(&buffer[..n]);
        }
        self.done += n as u64;
        if self.done.abs_diff(self.reported) > 1 << 20 || n == 0 {
            self.reported = self.done;
            (self.progress)(self.done, self.total);
        }
        Ok(n)
    }
}

impl Import<'_, '_, '_> {
    /// A file's name as it is told and recorded.
    #[must_use]
    pub fn name(&self, path: &Path) -> String {
        self.request.name(path)
    }

    /// From when a changed version of master data is valid: as the user says, else the day after the last final run, else always.
    #[must_use]
    pub fn version_from(&self, of_row: Option<Day>) -> Day {
        of_row.or(self.valid_from).unwrap_or_else(|| match self.book.last_final {
            Some(day) => day.plus_days(1),
            None => obligo_store::cover::always(),
        })
    }

    /// Reads a file record by record with `each`; a problem of one record is kept and reading goes on.
    pub fn read_table(
        &mut self,
        path: &Path,
        schema: &'static Schema,
        progress: Progress<'_>,
        mut each: impl FnMut(
            &mut Self,
            &obligo_formats::table::Record<'_>,
            &mut FileReport,
        ) -> Result<(), Problem>,
    ) -> Result<FileReport, Problem> {
        let name = self.name(path);
        let mut mapping = self.map.map_or_else(Mapping::plain, |map| map.mapping(schema));
        if let Some(label) = self.encoding {
            mapping.dialect.encoding = obligo_formats::decode::Encoding::parse(label)
                .ok_or_else(|| Problem::usage("csv-encoding-unknown").with("encoding", label))?;
        }
        let mut file = obligo_formats::decode::open_file(path)?;
        let is_workbook = table_file::is_workbook(&name, &mut file, &self.request.format)?;
        let (mut reader, hash) = counted(file, progress);
        if is_workbook {
            reader.hash = None;
        }
        let mut report =
            FileReport { file: name.clone(), kind: schema.kind.to_owned(), ..FileReport::default() };
        let mut table = if is_workbook {
            Table::open_workbook(&name, reader, schema, &mapping)?
        } else {
            Table::open(&name, reader, schema, &mapping)?
        };
        loop {
            let before = table.records();
            match table.next_record() {
                Ok(None) => break,
                Ok(Some(record)) => {
                    if let Err(problem) = each(self, &record, &mut report) {
                        let placed = if problem.place.file.is_some() {
                            problem
                        } else {
                            let value = problem.place.value.clone();
                            Problem {
                                place: obligo_rules::problem::Place { value, ..problem.place.clone() },
                                ..problem
                            }
                            .in_file(&name)
                            .at_line(record.line())
                        };
                        self.refusal.push(placed);
                    }
                }
                Err(problem) => {
                    self.refusal.push(problem);
                    if table.records() == before {
                        break;
                    }
                }
            }
        }
        report.records = table.records();
        report.sha256 = if is_workbook { contents_hash(path)? } else { hash_of(&hash) };
        Ok(report)
    }

    /// Imports one file of a KIND.
    fn file(&mut self, kind: &str, path: &Path, progress: Progress<'_>) -> Result<FileReport, Problem> {
        if matches!(kind, "buyers" | "items" | "settlements") {
            let program = ledger::program_of(path, &self.request.format);
            if let Some(program) = program.map_err(|problem| problem.in_file(&self.name(path)))? {
                return ledger::import(self, (kind, program), path, progress);
            }
        }
        match kind {
            "companies" => companies::import(self, path, progress),
            "insurers" => insurers::import(self, path, progress),
            "buyers" => buyers::import(self, path, progress),
            "covers" => covers::import(self, path, progress),
            "limits" => limits::import(self, path, progress),
            "evidence" => evidence::import(self, path, progress),
            "rates" => rates::import(self, path, progress),
            "items" => items::import(self, path, progress),
            "settlements" => settlements::import(self, path, progress),
            "events" => events::import(self, path, progress),
            "orders" => orders::import(self, path, progress),
            "credit_managers" => credit_managers::import(self, path, progress),
            "credit_groups" => credit_groups::import(self, path, progress),
            "credit_limits" => credit_limits::import(self, path, progress),
            "interest_rates" => interest_rates::import(self, path, progress),
            other => Err(Problem::usage("import-kind-unknown").with("kind", other)),
        }
    }
}

/// A file's SHA-256 as it is being read.
type RunningHash = Rc<RefCell<Sha256>>;

/// A file to be read with progress, hashed as it is read from its beginning.
fn counted(file: File, progress: Progress<'_>) -> (Counted<'_>, RunningHash) {
    let total = file.metadata().map_or(0, |m| m.len());
    let hash = Rc::new(RefCell::new(Sha256::new()));
    let file = BufReader::with_capacity(1 << 18, file);
    (Counted { file, done: 0, total, reported: 0, hash: Some(Rc::clone(&hash)), progress }, hash)
}

fn hash_of(hash: &RunningHash) -> String {
    hex(&hash.borrow().clone().finalize())
}

/// Imports files, each in a transaction of its own; a scenario folder in one. Nothing of a refused file is written.
pub fn import(
    session: &mut Session,
    request: &ImportRequest,
    progress: Progress<'_>,
) -> Result<ImportReport, Refusal> {
    let is_scenario = request.kind == "scenario";
    if !is_scenario && schema_of(&request.kind).is_none() {
        return Err(Problem::usage("import-kind-unknown").with("kind", &request.kind).into());
    }
    let map = match &request.map {
        Some(path) => {
            let text = scenario::read_small_file(path)?;
            Some(MapFile::parse(&request.name(path), &text)?)
        }
        None => None,
    };
    let mut report = ImportReport { dry_run: session.dry_run, ..ImportReport::default() };
    let key = session.idempotency_key.clone();
    let mut unmatched = UnmatchedList::written_to(request.unmatched.as_deref())?;
    for (n, path) in request.files.iter().enumerate() {
        // Each file is a write of its own, so each needs a key of its own.
        session.idempotency_key =
            key.as_ref().map(|key| if n == 0 { key.clone() } else { format!("{key}#{}", n + 1) });
        let jobs =
            if is_scenario { scenario::files_of(path)? } else { vec![(request.kind.clone(), path.clone())] };
        let done = import_together(session, (request, map.as_ref()), path, &jobs, progress, &mut unmatched)?;
        report.files.extend(done.files);
        report.warnings.extend(done.warnings);
    }
    unmatched.finish()?;
    report.unmatched_total = unmatched.total;
    report.unmatched = unmatched.kept;
    session.idempotency_key = key;
    Ok(report)
}

/// Imports files in one transaction.
pub(crate) fn import_together(
    session: &mut Session,
    (request, map): (&ImportRequest, Option<&MapFile>),
    named: &Path,
    jobs: &[(String, PathBuf)],
    progress: Progress<'_>,
    unmatched: &mut UnmatchedList,
) -> Result<ImportReport, Refusal> {
    let mut refusal = Refusal::default();
    let mut report = ImportReport::default();
    let today = session.today();
    let dry_run = session.dry_run;
    let of_map = request.map.as_deref().map(|path| request.name(path));
    let mut input = format!(
        "import {} {} {of_map:?} {:?} {:?} {:?}",
        request.kind,
        request.name(named),
        request.snapshot,
        request.valid_from,
        request.encoding,
    );
    input.push_str(&request.format);
    if session.idempotency_key.is_some() {
        // The same key with other contents under the same name is another request.
        for (_, path) in jobs {
            input.push_str(&contents_hash(path)?);
        }
    }
    let outcome = session.write("import", &request.reason, &input, |tx, entry| {
        let mut import = Import {
            tx,
            entry,
            book: Book::load(tx)?.only(request.companies.clone()),
            refusal: &mut refusal,
            late: Vec::new(),
            warnings: Vec::new(),
            today,
            valid_from: request.valid_from,
            snapshot: request.snapshot,
            map,
            encoding: request.encoding.as_deref(),
            request,
            unmatched,
        };
        for (kind, path) in jobs {
            let of_file = match kind.as_str() {
                "policies" => crate::policies::import_file(&mut import, path)?,
                crate::credit::policy::KIND => crate::credit::policy::import_file(&mut import, path)?,
                _ => import.file(kind, path, progress)?,
            };
            report.files.push(of_file);
            // What a file adds, the next one may name.
            import.book.refresh(tx, kind)?;
            if import.refusal.total > 0 && !dry_run {
                break;
            }
        }
        if import.refusal.total > 0 {
            return Err(Problem::refused("import-refused"));
        }
        let late = std::mem::take(&mut import.late);
        let mut warnings = std::mem::take(&mut import.warnings);
        warnings.extend(late_facts(tx, entry, &late)?);
        report.warnings = warnings;
        let done = json!({ "files": report.files.iter().map(file_json).collect::<Vec<_>>() });
        let nothing_new = report.files.iter().all(|f| f.new == 0 && f.changed == 0);
        Ok(if nothing_new { Written::nothing(done) } else { Written::new(done.clone(), done) })
    });
    match outcome {
        Ok(outcome) => {
            if outcome.repeated {
                report.files = jobs
                    .iter()
                    .map(|(kind, path)| FileReport {
                        file: request.name(path),
                        kind: kind.clone(),
                        ..FileReport::default()
                    })
                    .collect();
            }
            Ok(report)
        }
        Err(_) if refusal.total > 0 => Err(refusal),
        Err(problem) => Err(problem.into()),
    }
}

/// SHA-256 of a file's bytes.
fn contents_hash(path: &Path) -> Result<String, Problem> {
    let mut file = obligo_formats::decode::open_file(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0u8; 1 << 16];
    loop {
        let n = file
            .read(&mut buffer)
            .map_err(|error| obligo_formats::decode::io_problem(&error).in_file(&path.to_string_lossy()))?;
        if n == 0 {
            return Ok(hex(&hash.finalize()));
        }
        hash.update(&buffer[..n]);
    }
}

/// A file's report as JSON.
#[must_use]
pub fn file_json(report: &FileReport) -> serde_json::Value {
    json!({
        "file": report.file,
        "kind": report.kind,
        "records": report.records,
        "new": report.new,
        "changed": report.changed,
        "same": report.same,
        "on_account": report.on_account,
        "sha256": report.sha256,
    })
}
