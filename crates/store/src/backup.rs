//! Consistent copies of a store while it is in use, and restoring them. A copy is one plain file; it comes to its name
//! only when it is complete and checked.

use crate::chain::{ChainReport, verify_chain};
use crate::db::{Access, Location, Store, create_private};
use crate::fault::{fault, io_fault};
use crate::migrate::{APPLICATION_ID, Nature, nature};
use crate::tx::Tx;
use obligo_rules::problem::Problem;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Pages copied between two calls of the progress.
const STEP_PAGES: i32 = 2048;

/// How long a restore waits for other users of the store to leave it.
const WAIT: Duration = Duration::from_secs(2);

/// Called with the pages done and all pages.
pub type Progress<'p> = &'p mut dyn FnMut(u64, u64);

/// Writes a consistent copy of the store to a new file, as of the moment it begins, while readers and writers go on; then
/// checks the copy. Readable by its owner only.
///
/// Errors: `backup-file-exists` (forbidden); `backup-unwritable`, `store-full`, `store-io`, `store-unreachable`,
/// `store-locked`, `store-damaged` (unavailable).
pub fn backup(store: &Store, path: &Path, progress: Option<Progress<'_>>) -> Result<ChainReport, Problem> {
    let name = path.display().to_string();
    if path.exists() {
        return Err(Problem::forbidden("backup-file-exists").with("path", &name));
    }
    let part = Part::beside(path).map_err(|problem| match problem.code {
        "store-unreachable" => Problem { code: "backup-unwritable", ..problem },
        _ => problem,
    })?;
    let session = store.session(Access::Read)?;
    // Holding the snapshot keeps writers from restarting the copy.
    session.run("BEGIN DEFERRED; SELECT COUNT(*) FROM sqlite_master")?;
    copy(session.connection()?, store.name(), &part, progress)?;
    drop(session);
    let report = check(&part.path, &name)?;
    part.take_name(path)?;
    Ok(report)
}

/// Puts a backup in the place of the store a URL names. The copy is checked – is it a store, of a known schema, sound,
/// its audit chain whole – before anything is replaced, and replaces the store in one step.
///
/// `force` replaces an existing store; nobody may have it open.
///
/// Errors: `restore-file-missing`, `restore-not-a-store`, `restore-damaged`, `restore-chain-broken` (refused);
/// `restore-store-exists` (forbidden); `store-too-new`, `store-locked`, `store-not-a-store` (the file to be replaced is
/// something else), `store-full`, `store-io`, `store-unreachable` (unavailable); `store-url` (usage).
pub fn restore(
    from: &Path,
    store_url: &str,
    force: bool,
    progress: Option<Progress<'_>>,
) -> Result<ChainReport, Problem> {
    let Location::File(target) = Location::of_url(store_url)? else {
        return Err(Problem::usage("store-url").of_value(store_url).with("url", store_url));
    };
    let (from_name, target_name) = (from.display().to_string(), target.display().to_string());
    if !from.is_file() {
        return Err(Problem::refused("restore-file-missing").with("path", &from_name));
    }
    let replaces = is_filled(&target);
    if replaces && !force {
        return Err(Problem::forbidden("restore-store-exists").with("path", &target_name));
    }
    let source =
        Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .map_err(|e| fault(&from_name, &e))?;
    source.busy_timeout(WAIT).map_err(|e| fault(&from_name, &e))?;
    is_store(&source, &from_name).map_err(as_refusal)?;
    let part = Part::beside(&target)?;
    copy(&source, &from_name, &part, progress).map_err(as_refusal)?;
    let report = check(&part.path, &from_name).map_err(as_refusal)?;
    if let Some((entry, what)) = report.broken.first() {
        return Err(Problem::refused("restore-chain-broken")
            .with("path", &from_name)
            .with("entry", entry)
            .with("what", what));
    }
    let emptied = if replaces { Some(take_over(&target, &target_name)?) } else { None };
    // What a killed program left of the replaced store must not be read as part of the new one.
    for side in ["-wal", "-shm", "-journal"] {
        let mut side_file = target.clone().into_os_string();
        side_file.push(side);
        match fs::remove_file(&side_file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(io_fault(&target_name, &error));
            }
            _ => {}
        }
    }
    part.take_name(&target)?;
    drop(emptied);
    Ok(report)
}

fn is_filled(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| meta.len() > 0 || !meta.is_file())
}

fn is_store(connection: &Connection, name: &str) -> Result<(), Problem> {
    match nature(connection, name)? {
        Nature::Store(_) => Ok(()),
        Nature::Empty => {
            Err(Problem::unavailable("store-not-a-store").with("path", name).with("why", "empty"))
        }
    }
}

/// A fault of the backup file means: these data are refused. Others keep their meaning.
fn as_refusal(problem: Problem) -> Problem {
    let code = match problem.code {
        "store-not-a-store" => "restore-not-a-store",
        "store-damaged" => "restore-damaged",
        _ => return problem,
    };
    Problem { code, kind: Problem::refused(code).kind, ..problem }
}

/// Copies every page of `source` into the part file and leaves it one plain file without a log.
fn copy(
    source: &Connection,
    name: &str,
    part: &Part,
    mut progress: Option<Progress<'_>>,
) -> Result<(), Problem> {
    let part_name = part.path.display().to_string();
    let mut target = open_plain(&part.path)?;
    {
        let copying = Backup::new(source, &mut target).map_err(|e| fault(name, &e))?;
        loop {
            let step = copying.step(STEP_PAGES).map_err(|e| fault(name, &e))?;
            let state = copying.progress();
            if let Some(tell) = progress.as_mut() {
                let total = u64::try_from(state.pagecount).unwrap_or(0);
                let left = u64::try_from(state.remaining).unwrap_or(0);
                tell(total.saturating_sub(left), total);
            }
            match step {
                StepResult::Done => break,
                StepResult::More => {}
                _ => {
                    return Err(Problem::unavailable("store-locked")
                        .with("path", name)
                        .with("why", "copying"));
                }
            }
        }
    }
    target.execute_batch("PRAGMA journal_mode = DELETE").map_err(|e| fault(&part_name, &e))?;
    target.close().map_err(|(_, e)| fault(&part_name, &e))?;
    File::open(&part.path).and_then(|file| file.sync_all()).map_err(|e| io_fault(&part_name, &e))
}

/// Checks a finished copy, page by page and entry by entry; the report of its chain. `name` is the file the answer is
/// about.
fn check(path: &Path, name: &str) -> Result<ChainReport, Problem> {
    let connection = open_plain(path)?;
    is_store(&connection, name)?;
    let answer = connection
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0))
        .map_err(|e| fault(name, &e))?;
    if answer != "ok" {
        return Err(Problem::unavailable("store-damaged").with("path", name).with("why", answer));
    }
    verify_chain(&Tx::new(&connection, name))
}

fn open_plain(path: &Path) -> Result<Connection, Problem> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let name = path.display().to_string();
    let connection = Connection::open_with_flags(path, flags).map_err(|e| fault(&name, &e))?;
    // Nothing to protect: the file counts only after it is synced and renamed.
    connection
        .execute_batch("PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA mmap_size = 4294967296")
        .map_err(|e| fault(&name, &e))?;
    Ok(connection)
}

/// Keeps everybody out of a store about to be replaced and folds its log into it, so that no side file stays behind. A
/// damaged store may be replaced if its header says it is one.
fn take_over(path: &Path, name: &str) -> Result<Option<Connection>, Problem> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let attempt = || -> Result<Connection, Problem> {
        let connection = Connection::open_with_flags(path, flags).map_err(|e| fault(name, &e))?;
        connection.busy_timeout(WAIT).map_err(|e| fault(name, &e))?;
        match is_store(&connection, name) {
            Err(problem) if problem.code != "store-too-new" => return Err(problem),
            _ => {}
        }
        let mode = connection
            .query_row("PRAGMA journal_mode = DELETE", [], |row| row.get::<_, String>(0))
            .map_err(|e| fault(name, &e))?;
        if mode != "delete" {
            return Err(Problem::unavailable("store-locked").with("path", name).with("why", "it is in use"));
        }
        connection.execute_batch("BEGIN EXCLUSIVE").map_err(|e| fault(name, &e))?;
        Ok(connection)
    };
    match attempt() {
        Ok(connection) => Ok(Some(connection)),
        Err(problem) if problem.code == "store-locked" => Err(problem),
        Err(_) if has_our_header(path) => Ok(None),
        Err(problem) => Err(problem),
    }
}

fn has_our_header(path: &Path) -> bool {
    let mut header = [0_u8; 72];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut header));
    let (magic, id) = (header.first_chunk::<16>(), header.last_chunk::<4>());
    read.is_ok()
        && magic == Some(b"SQLite format 3\0")
        && id.is_some_and(|id| i64::from(u32::from_be_bytes(*id)) == APPLICATION_ID)
}

/// A file in the making, beside the one it will become; removed if it never does.
struct Part {
    path: PathBuf,
    kept: bool,
}

impl Part {
    fn beside(path: &Path) -> Result<Part, Problem> {
        let mut part = path.to_path_buf().into_os_string();
        part.push(format!(".{}.part", std::process::id()));
        let part = Part { path: PathBuf::from(part), kept: false };
        // One left by a killed program with the same number is of no use.
        let _ = fs::remove_file(&part.path);
        create_private(&part.path).map_err(|mut problem| {
            // People know the file they named, not the one beside it.
            for (_, fact) in problem.facts.iter_mut().filter(|(name, _)| *name == "path") {
                *fact = path.display().to_string();
            }
            problem
        })?;
        Ok(part)
    }

    fn take_name(mut self, path: &Path) -> Result<(), Problem> {
        let name = path.display().to_string();
        fs::rename(&self.path, path).map_err(|e| io_fault(&name, &e))?;
        self.kept = true;
        // The name itself must survive a power cut too.
        #[cfg(unix)]
        {
            let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
            File::open(folder).and_then(|folder| folder.sync_all()).map_err(|e| io_fault(&name, &e))?;
        }
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_file(&self.path);
        }
    }
}
