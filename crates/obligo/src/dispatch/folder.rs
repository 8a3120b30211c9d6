//! A file put into a folder, for those without mail: whole or not at all, and never over another.

use super::Unsent;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Puts the file there. The error is the reason in words of the system.
pub fn drop_into(folder: &str, file_name: &str, bytes: &[u8]) -> Result<(), Unsent> {
    let folder = Path::new(folder);
    let target = folder.join(file_name);
    let said = |error: &std::io::Error| {
        let reason = match error.kind() {
            ErrorKind::AlreadyExists => format!("{}: {error}", target.display()),
            _ => format!("{}: {error}", folder.display()),
        };
        Unsent { reason, is_unknown: false }
    };
    // Whoever watches the folder sees the file only once it is whole.
    let mut started =
        tempfile::Builder::new().prefix(".obligo-").tempfile_in(folder).map_err(|error| said(&error))?;
    started.write_all(bytes).map_err(|error| said(&error))?;
    started.as_file().sync_all().map_err(|error| said(&error))?;
    started.persist_noclobber(&target).map_err(|error| said(&error.error))?;
    Ok(())
}
