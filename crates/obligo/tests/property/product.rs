//! The program in process, on a store of its own.

use super::story::{Story, Table};
use obligo::declaration::{DeclareRequest, declare};
use obligo::edit::{EditRequest, edit};
use obligo::frozen::{RunResult, reprint, reverse};
use obligo::import::{FileReport, ImportRequest, Refusal, import};
use obligo::items::{ItemFilter, ItemName, ItemView, ItemsRequest, items};
use obligo::notification::{NotifyRequest, notify};
use obligo::session::{Session, sha256_hex};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, Scope};
use obligo_rules::edit::ItemEdit;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::{EntryFilter, Open, entries};
use std::path::Path;
use tempfile::TempDir;

/// After everything the stories tell.
const NOW: &str = "2027-01-01T09:00:00Z";

/// The program with a store in a folder of its own.
pub struct Product {
    session: Session,
    folder: TempDir,
    files: usize,
    /// Final runs done, in order.
    pub runs: Vec<i64>,
}

/// A day of the second implementation as the program's.
pub fn day(day: obligo_second::Day) -> Day {
    Day::from_epoch_days(day.0).expect("a day of the calendar")
}

fn scope(scope: obligo_second::Scope) -> Scope {
    match scope {
        obligo_second::Scope::All => Scope::All,
        obligo_second::Scope::Overdue => Scope::Overdue,
        obligo_second::Scope::Default => Scope::Default,
    }
}

/// A new folder, in memory where the machine has one there.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.expect("a temporary folder")
}

impl Product {
    /// An empty store.
    pub fn new() -> Product {
        let folder = folder();
        let url = format!("sqlite:{}", folder.path().join("property.db").display());
        let session =
            Session::open(&url, Open::Create, "property".to_owned(), NOW.to_owned()).expect("a new store");
        Product { session, folder, files: 0, runs: Vec::new() }
    }

    /// A store that holds what the story begins with, and the folder it came from.
    pub fn of(story: &Story) -> Result<(Product, std::path::PathBuf), Refusal> {
        let mut product = Product::new();
        let start = product.folder.path().join("start");
        story.write(&start);
        product.import_files("scenario", &start)?;
        Ok((product, start))
    }

    fn import_files(&mut self, kind: &str, path: &Path) -> Result<Vec<FileReport>, Refusal> {
        self.import_request(kind, path, None)
    }

    fn import_request(
        &mut self,
        kind: &str,
        path: &Path,
        map: Option<&Path>,
    ) -> Result<Vec<FileReport>, Refusal> {
        let request = ImportRequest {
            kind: kind.to_owned(),
            files: vec![path.to_owned()],
            map: map.map(Path::to_owned),
            ..ImportRequest::default()
        };
        import(&mut self.session, &request, &mut |_, _| ()).map(|report| report.files)
    }

    /// Imports somebody else's file through a map file.
    pub fn import_mapped(&mut self, kind: &str, path: &Path, map: &Path) -> Result<Vec<FileReport>, Refusal> {
        self.import_request(kind, path, Some(map))
    }

    /// Puts the terms of a policy.
    pub fn policy(&mut self, text: &str) {
        let folder = self.folder.path().join("terms");
        std::fs::create_dir_all(folder.join("policies")).expect("a folder for the policy");
        std::fs::write(folder.join("policies/policy.toml"), text).expect("the policy is written");
        if let Err(refusal) = self.import_files("scenario", &folder) {
            panic!("the policy is refused: {:?}", refusal.problems);
        }
    }

    /// Imports the scenario folder again.
    pub fn import_scenario(&mut self, folder: &Path) -> Result<Vec<FileReport>, Refusal> {
        self.import_files("scenario", folder)
    }

    /// Imports a file.
    pub fn import(&mut self, table: &Table) -> Result<Vec<FileReport>, Refusal> {
        self.import_text(table.kind, &table.text())
    }

    /// Imports a file of this text.
    pub fn import_text(&mut self, kind: &str, text: &str) -> Result<Vec<FileReport>, Refusal> {
        self.files += 1;
        let path = self.folder.path().join(format!("{}-{kind}.csv", self.files));
        std::fs::write(&path, text).expect("a file is written");
        self.import_files(kind, &path)
    }

    /// Declares.
    pub fn declare(
        &mut self,
        policy: &str,
        key_date: obligo_second::Day,
        named: bool,
        is_final: bool,
    ) -> Result<RunResult, Problem> {
        let buyers = if named { BuyerKind::Named } else { BuyerKind::Unnamed };
        let request = DeclareRequest {
            policy: policy.to_owned(),
            key_date: day(key_date),
            buyers,
            is_final,
            known: AsOf::NOW,
        };
        let result = declare(&mut self.session, &request)?;
        self.runs.extend(result.run);
        Ok(result)
    }

    /// Notifies.
    pub fn notify(
        &mut self,
        policy: &str,
        key_date: obligo_second::Day,
        of: obligo_second::Scope,
        repeat_from: Option<obligo_second::Day>,
        exceeding: Option<bool>,
        is_final: bool,
    ) -> Result<RunResult, Problem> {
        let request = NotifyRequest {
            policy: policy.to_owned(),
            key_date: day(key_date),
            scope: scope(of),
            exceeding,
            repeat_from: repeat_from.map(day),
            is_final,
            known: AsOf::NOW,
        };
        let result = notify(&mut self.session, &request)?;
        self.runs.extend(result.run);
        Ok(result)
    }

    /// Reverses a run.
    pub fn reverse(&mut self, run: i64) -> Result<(), Problem> {
        reverse(&mut self.session, run, "property").map(|_| ())
    }

    /// Edits an item.
    pub fn edit(&mut self, item: &str, edited: ItemEdit, insured: Option<String>) -> Result<(), Problem> {
        let item = ItemName::parse(item)?;
        let request = EditRequest { item, edit: edited, insured, reason: "property".to_owned() };
        edit(&mut self.session, &request).map(|_| ())
    }

    /// Every item posted by a day, settled or not, in recorded order.
    pub fn items(&mut self, as_of: obligo_second::Day) -> Vec<ItemView> {
        let request = ItemsRequest {
            as_of: day(as_of),
            known_at: None,
            all: true,
            projected: false,
            filter: ItemFilter::default(),
        };
        let mut views = Vec::new();
        items(&mut self.session, &request, |view, _| {
            views.push(view.clone());
            Ok(())
        })
        .expect("items are listed");
        views
    }

    /// A final run as printed now.
    pub fn reprint(&mut self, run: i64) -> String {
        let mut text = String::new();
        let print = |line: &str| {
            text.push_str(line);
            text.push('\n');
            Ok(())
        };
        self.session.read(|tx| reprint(tx, run, print)).expect("a run is printed");
        text
    }

    /// A hash over everything a person can see: the audit chain's end, the items, the runs.
    pub fn fingerprint(&mut self) -> String {
        let chain = self.session.read(|tx| entries(tx, &EntryFilter { limit: 1, ..EntryFilter::default() }));
        let last = chain.expect("the chain is read").pop().map(|entry| entry.hash);
        let end = obligo_second::Day::parse("2031-12-31").expect("a day");
        let runs: Vec<String> = self.runs.clone().into_iter().map(|run| self.reprint(run)).collect();
        sha256_hex(format!("{last:?} {:?} {runs:?}", self.items(end)).as_bytes())
    }
}
