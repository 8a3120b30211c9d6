//! The ledger on real files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::result_large_err)]

mod backup;
mod chain;
mod door;
mod open;
mod people;
mod structure;

use obligo_rules::problem::Problem;
use obligo_store::{Open, Outcome, Request, Store, Tx, Written};
use rusqlite::Connection;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

/// A folder of its own with a store in it.
struct Ground {
    folder: TempDir,
}

impl Ground {
    fn new() -> Ground {
        Ground { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn url(&self) -> String {
        url(&self.path("obligo.db"))
    }

    /// The store, with a wait short enough for tests.
    fn store(&self) -> Store {
        Store::open_waiting(&self.url(), Open::Create, Duration::from_millis(50)).unwrap()
    }

    /// The engine's own connection, to do what the store would not.
    fn raw(&self) -> Connection {
        Connection::open(self.path("obligo.db")).unwrap()
    }
}

fn url(path: &Path) -> String {
    format!("sqlite:{}", path.display())
}

const REQUEST: Request<'_> = Request {
    actor: "mia",
    action: "company-import",
    reason: "",
    idempotency_key: None,
    input_hash: "aa",
    recorded_at: "2024-05-01T10:00:00Z",
    dry_run: false,
};

/// Adds a company through the door.
fn add(store: &Store, company: &str) -> Outcome {
    add_with(store, &REQUEST, company).unwrap()
}

fn add_with(store: &Store, request: &Request<'_>, company: &str) -> Result<Outcome, Problem> {
    store.write(request, |tx, entry| {
        insert(tx, company)?;
        Ok(Written::new(json!({ "company": company }), json!({ "entry_in_work": entry })))
    })
}

fn insert(tx: &Tx<'_>, company: &str) -> Result<usize, Problem> {
    tx.exec(
        "INSERT INTO company (company_id, company) SELECT COALESCE(MAX(company_id), 0) + 1, $1 FROM company",
        &[company.into()],
    )
}

/// The codes of all companies, in the order they came.
fn companies(store: &Store) -> String {
    store.read(companies_in).unwrap()
}

fn companies_in(tx: &Tx<'_>) -> Result<String, Problem> {
    let mut all = Vec::new();
    tx.each("SELECT company FROM company ORDER BY company_id", &[], |row| {
        all.push(row.text(0).to_owned());
        Ok(())
    })?;
    Ok(all.join(" "))
}

fn entries_of(store: &Store) -> i64 {
    store.read(|tx| tx.one("SELECT COUNT(*) FROM entry", &[], |row| Ok(row.int(0)))).unwrap().unwrap()
}
