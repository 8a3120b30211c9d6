//! Being written.
use super::{FileReport, Import, Progress};
use obligo_rules::problem::Problem;
use std::path::Path;

/// Imports a file.
pub fn import(_import: &mut Import<'_, '_, '_>, _path: &Path, _progress: Progress<'_>) -> Result<FileReport, Problem> {
    Ok(FileReport::default())
}
