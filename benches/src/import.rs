//! Import through the program beside the import of the sqlite3 shell: the same files, columns and kinds of index.

use crate::files::{Files, ITEM_COLUMNS, SETTLEMENT_COLUMNS};
use crate::measured::{self, Measured};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the import of a portfolio took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Imports {
    /// Items by the program.
    pub items: Measured,
    /// Settlements by the program.
    pub settlements: Measured,
    /// Items by the shell.
    pub shell_items: Measured,
    /// Settlements by the shell.
    pub shell_settlements: Measured,
    /// Bytes of the store after it.
    pub store_bytes: u64,
}

/// The program under test with its store.
#[derive(Clone, Debug)]
pub struct Program {
    /// The binary.
    pub path: PathBuf,
    /// A folder for the figures of its runs.
    pub folder: PathBuf,
}

impl Program {
    /// Runs the program on a store.
    pub fn run(&self, store: &Path, arguments: &[&str]) -> Result<Measured, String> {
        let mut command = Command::new(&self.path);
        command.env("OBLIGO_STORE", format!("sqlite:{}", store.display())).args(arguments);
        measured::command(&mut command, &self.folder)
    }

    /// Imports one file.
    pub fn import(&self, store: &Path, kind: &str, file: &Path) -> Result<Measured, String> {
        self.run(store, &["import", kind, &file.to_string_lossy()])
    }
}

/// Imports the portfolio into a new store at `store`, `tries` times, and lets the shell do the same.
pub fn measure(program: &Program, files: &Files, store: &Path, tries: usize) -> Result<Imports, String> {
    let mut best: Option<Imports> = None;
    for _ in 0..tries {
        remove(store);
        program.import(store, "scenario", &files.master)?;
        let items = program.import(store, "items", &files.items)?;
        let settlements = program.import(store, "settlements", &files.settlements)?;
        let plain = program.folder.join("shell.db");
        remove(&plain);
        let shell_items = shell(program, &plain, "item", ITEM_COLUMNS, &files.items)?;
        let shell_settlements = shell(program, &plain, "settlement", SETTLEMENT_COLUMNS, &files.settlements)?;
        remove(&plain);
        let one = Imports { items, settlements, shell_items, shell_settlements, store_bytes: size(store) };
        best = Some(best.map_or(one, |best| Imports {
            items: best.items.or_better(items),
            settlements: best.settlements.or_better(settlements),
            shell_items: best.shell_items.or_better(shell_items),
            shell_settlements: best.shell_settlements.or_better(shell_settlements),
            store_bytes: one.store_bytes,
        }));
    }
    best.ok_or_else(|| "no try".to_owned())
}

/// The shell's own import: a table with the file's columns, the index of the store's table, its page size and journal.
fn shell(
    program: &Program,
    database: &Path,
    table: &str,
    columns: &str,
    file: &Path,
) -> Result<Measured, String> {
    let numbers = ["amount", "net_amount"];
    let declared: Vec<String> = columns
        .split(',')
        .map(|name| {
            let name = name.trim();
            format!("{name} {}", if numbers.contains(&name) { "NUMERIC" } else { "TEXT" })
        })
        .collect();
    let index = if table == "item" {
        "CREATE UNIQUE INDEX item_document ON item (company, document_no, kind, account);"
    } else {
        "CREATE INDEX settlement_item ON settlement (document_no);"
    };
    let script = format!(
        "PRAGMA page_size = 16384;\nPRAGMA journal_mode = WAL;\nPRAGMA synchronous = FULL;\nPRAGMA cache_size = -262144;\n\
         CREATE TABLE {table} ({});\n{index}\n.mode csv\n.import --skip 1 '{}' {table}\n",
        declared.join(", "),
        file.display()
    );
    let path = program.folder.join("import.sql");
    fs::write(&path, script).map_err(|error| format!("{}: {error}", path.display()))?;
    let read = format!(".read '{}'", path.display());
    measured::command(Command::new("sqlite3").arg("-bail").arg(database).arg(read), &program.folder)
}

/// Removes a database with its side files, if it is there.
pub fn remove(database: &Path) {
    for end in ["", "-wal", "-shm"] {
        // What is not there need not be removed; what cannot be is found by the next step.
        let _ = fs::remove_file(with_end(database, end));
    }
}

/// Copies a database that no program has open.
pub fn copy(from: &Path, to: &Path) -> Result<(), String> {
    remove(to);
    for end in ["", "-wal"] {
        let from = with_end(from, end);
        if from.exists() {
            fs::copy(&from, with_end(to, end)).map_err(|error| format!("{}: {error}", from.display()))?;
        }
    }
    Ok(())
}

fn size(database: &Path) -> u64 {
    fs::metadata(database).map_or(0, |data| data.len())
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}
