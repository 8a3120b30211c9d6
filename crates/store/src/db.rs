//! Opening a store by its URL, its connections, and reading one consistent snapshot.

use crate::fault::{fault, io_fault};
use crate::migrate::{self, Nature};
use crate::tx::Tx;
use obligo_rules::problem::Problem;
use rusqlite::{Connection, OpenFlags};
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long a write waits for another one to finish.
const WAIT: Duration = Duration::from_secs(5);

/// Idle connections kept: readers, and the one writer.
const IDLE_READERS: usize = 8;
const IDLE_WRITERS: usize = 1;

/// Prepared statements kept per connection.
const STATEMENTS: usize = 256;

/// Measured on a million items: 16 KiB take a fifth less time than 8 KiB to insert in any order and to update in order.
const PAGE_BYTES: u32 = 16384;

/// Set on every connection. FULL: an accepted run or a declared figure survives a power cut. The mapping serves scans
/// without copying.
const PRAGMAS: &str = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY;
    PRAGMA mmap_size = 4294967296; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 2000;";

/// In KiB. A writer's cache holds the document index of some millions of items, whose keys arrive in any order; readers
/// have the mapping.
const READER_PRAGMAS: &str = "PRAGMA cache_size = -32768; PRAGMA query_only = ON;";
const WRITER_PRAGMAS: &str = "PRAGMA cache_size = -262144;";

/// Whether a store may be created.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Open {
    /// Created on first use, readable by its owner only.
    Create,
    /// Must be there.
    Existing,
}

/// Where the ledger is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Location {
    File(PathBuf),
    /// Name of a database in memory, shared by the connections of one `Store`.
    Memory(String),
}

impl Location {
    /// The place a store URL names. Errors: `store-url`, `store-postgres-not-yet`.
    pub(crate) fn of_url(url: &str) -> Result<Location, Problem> {
        static MEMORY: AtomicU64 = AtomicU64::new(0);
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Err(Problem::unavailable("store-postgres-not-yet"));
        }
        match url.strip_prefix("sqlite:") {
            Some(":memory:") => {
                let number = MEMORY.fetch_add(1, Ordering::Relaxed);
                Ok(Location::Memory(format!("file:/obligo-{number}?vfs=memdb")))
            }
            Some(path) if !path.is_empty() => Ok(Location::File(PathBuf::from(path))),
            _ => Err(Problem::usage("store-url").of_value(url).with("url", url)),
        }
    }

    /// The place as people know it.
    pub(crate) fn name(&self) -> String {
        match self {
            Location::File(path) => path.display().to_string(),
            Location::Memory(_) => ":memory:".to_owned(),
        }
    }
}

/// The ledger of one insured group. Shared by threads: readers never wait for the writer, and of writers there is one at a
/// time, across threads and processes.
#[derive(Debug)]
pub struct Store {
    location: Location,
    name: String,
    wait: Duration,
    readers: Mutex<Vec<Connection>>,
    writers: Mutex<Vec<Connection>>,
}

impl Store {
    /// Opens the store of a URL: `sqlite:PATH`, or `sqlite::memory:` for one that lives as long as the value. An older
    /// schema is brought up to date.
    ///
    /// Errors: `store-url` (usage); `store-postgres-not-yet`, `store-missing`, `store-unreachable`, `store-locked`,
    /// `store-not-a-store`, `store-too-new`, `store-damaged`, `store-read-only`, `store-full`, `store-io`
    /// (unavailable).
    pub fn open(url: &str, mode: Open) -> Result<Store, Problem> {
        Store::open_waiting(url, mode, WAIT)
    }

    /// As [`Store::open`], with the time a write waits for another one to finish (5 seconds otherwise).
    pub fn open_waiting(url: &str, mode: Open, wait: Duration) -> Result<Store, Problem> {
        let location = Location::of_url(url)?;
        let name = location.name();
        let store = Store { location, name, wait, readers: Mutex::default(), writers: Mutex::default() };
        let may_be_empty = match &store.location {
            Location::Memory(_) => true,
            Location::File(path) => {
                if mode == Open::Create {
                    create_private(path)?;
                } else if !path.exists() {
                    return Err(Problem::unavailable("store-missing").with("path", &store.name));
                }
                mode == Open::Create
            }
        };
        let connection = store.connect(Access::Write)?;
        if migrate::nature(&connection, &store.name)? == Nature::Empty {
            if !may_be_empty {
                return Err(Problem::unavailable("store-not-a-store")
                    .with("path", &store.name)
                    .with("why", "it is empty"));
            }
            let page_size = format!("PRAGMA page_size = {PAGE_BYTES}");
            connection.execute_batch(&page_size).map_err(|e| store.fault(&e))?;
        }
        if matches!(store.location, Location::File(_)) {
            store.write_ahead(&connection)?;
        }
        migrate::migrate(&connection, &store.name)?;
        lock(&store.writers).push(connection);
        Ok(store)
    }

    /// Reads one consistent snapshot: what is committed when the first statement runs, whatever is written meanwhile.
    /// Nothing can be written through this transaction.
    ///
    /// Errors: those of `work`, `store-locked`, `store-io`.
    pub fn read<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
        let session = self.session(Access::Read)?;
        session.run("BEGIN DEFERRED")?;
        work(&session.tx()?)
    }

    /// The path of the store, or `:memory:`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn fault(&self, error: &rusqlite::Error) -> Problem {
        fault(&self.name, error)
    }

    /// A connection for one transaction, from those idle or new.
    pub(crate) fn session(&self, access: Access) -> Result<Session<'_>, Problem> {
        let idle = lock(self.pool(access)).pop();
        let connection = idle.map_or_else(|| self.connect(access), Ok)?;
        Ok(Session { store: self, access, connection: Some(connection) })
    }

    /// How long writes wait for another one.
    pub(crate) fn wait(&self) -> Duration {
        self.wait
    }

    fn pool(&self, access: Access) -> &Mutex<Vec<Connection>> {
        match access {
            Access::Read => &self.readers,
            Access::Write => &self.writers,
        }
    }

    fn connect(&self, access: Access) -> Result<Connection, Problem> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let opened = match &self.location {
            Location::File(path) => Connection::open_with_flags(path, flags),
            Location::Memory(uri) => {
                let flags = flags | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_URI;
                Connection::open_with_flags(uri, flags)
            }
        };
        let connection = opened.map_err(|e| self.fault(&e))?;
        connection.busy_timeout(self.wait).map_err(|e| self.fault(&e))?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        let own = match access {
            Access::Read => READER_PRAGMAS,
            Access::Write => WRITER_PRAGMAS,
        };
        for pragmas in [PRAGMAS, own] {
            connection.execute_batch(pragmas).map_err(|e| self.fault(&e))?;
        }
        Ok(connection)
    }

    /// Readers beside a writer need the write-ahead log. Switching it on does not wait by itself when another process
    /// does the same, hence the loop.
    fn write_ahead(&self, connection: &Connection) -> Result<(), Problem> {
        let mode = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0));
        let begun = Instant::now();
        loop {
            let answer = match mode("PRAGMA journal_mode") {
                Ok(mode) if mode == "wal" => return Ok(()),
                Ok(_) => mode("PRAGMA journal_mode = WAL"),
                error => error,
            };
            let problem = match answer {
                Ok(mode) if mode == "wal" => return Ok(()),
                Ok(mode) => {
                    let why =
                        format!("the file system does not allow a write-ahead log (journal mode {mode})");
                    return Err(Problem::unavailable("store-io").with("path", &self.name).with("why", why));
                }
                Err(error) => self.fault(&error),
            };
            if problem.code != "store-locked" || begun.elapsed() > self.wait {
                return Err(problem);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

/// What a connection is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Access {
    Read,
    Write,
}

/// One transaction's hold on a connection. Dropping it rolls back what is not committed, also in a panic.
pub(crate) struct Session<'s> {
    store: &'s Store,
    access: Access,
    // Always there until dropped.
    connection: Option<Connection>,
}

impl Session<'_> {
    pub(crate) fn connection(&self) -> Result<&Connection, Problem> {
        self.connection
            .as_ref()
            .ok_or_else(|| Problem::unavailable("store-io").with("path", &self.store.name))
    }

    pub(crate) fn run(&self, sql: &str) -> Result<(), Problem> {
        self.connection()?.execute_batch(sql).map_err(|e| self.store.fault(&e))
    }

    pub(crate) fn tx(&self) -> Result<Tx<'_>, Problem> {
        Ok(Tx::new(self.connection()?, &self.store.name))
    }
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        if !connection.is_autocommit() && connection.execute_batch("ROLLBACK").is_err() {
            return;
        }
        let mut pool = lock(self.store.pool(self.access));
        let enough = match self.access {
            Access::Read => IDLE_READERS,
            Access::Write => IDLE_WRITERS,
        };
        if pool.len() < enough {
            pool.push(connection);
        }
    }
}

fn lock(pool: &Mutex<Vec<Connection>>) -> MutexGuard<'_, Vec<Connection>> {
    // A push or pop leaves the list sound, even if the thread that did it went down afterwards.
    pool.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Creates the file for its owner alone, if it is not there; the engine's side files take over its mode.
pub(crate) fn create_private(path: &Path) -> Result<(), Problem> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => {
            let mut problem = io_fault(&path.display().to_string(), &error);
            if problem.code == "store-io" {
                problem.code = "store-unreachable";
            }
            Err(problem)
        }
    }
}
