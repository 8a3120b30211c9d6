//! What the engine answers, as problems a person can act on.

use obligo_rules::problem::Problem;
use rusqlite::{Error, ErrorCode};

/// The problem behind an engine error met at the store `path`. Everything here is `Unavailable` (exit code 4).
pub(crate) fn fault(path: &str, error: &Error) -> Problem {
    let why = reason(error);
    let code = match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "store-locked",
        Some(ErrorCode::DiskFull) => "store-full",
        Some(
            ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::AuthorizationForStatementDenied,
        ) => "store-unreachable",
        Some(ErrorCode::ReadOnly) => "store-read-only",
        Some(ErrorCode::SystemIoFailure) => "store-io",
        Some(ErrorCode::NotADatabase) => "store-not-a-store",
        Some(ErrorCode::DatabaseCorrupt) => "store-damaged",
        _ => "store-statement",
    };
    Problem::unavailable(code).with("path", path).with("why", why)
}

/// The problem behind a failure of the file system at `path`.
pub(crate) fn io_fault(path: &str, error: &std::io::Error) -> Problem {
    let code = match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => "store-full",
        _ => "store-io",
    };
    Problem::unavailable(code).with("path", path).with("why", error)
}

/// A statement that does not fit the schema: an error of the program, named so that it can be reported.
pub(crate) fn statement_fault(path: &str, why: impl std::fmt::Display) -> Problem {
    Problem::unavailable("store-statement").with("path", path).with("why", why)
}

fn reason(error: &Error) -> String {
    match error {
        Error::SqliteFailure(code, None) => code.to_string(),
        Error::SqliteFailure(_, Some(text)) => text.clone(),
        Error::SqlInputError { msg, sql, .. } => {
            let start: String = sql.chars().take(120).collect();
            format!("{msg} ({start})")
        }
        other => other.to_string(),
    }
}
