//! Whether a file is a table, and of which kind.

use obligo_formats::detect::{Detected, Format, detect_file};
use obligo_rules::problem::Problem;
use std::fs::File;

/// Whether a file holds a workbook, else a text table: as `--format` says, else by what it holds. What comes through a pipe can only be
/// a text. Error: `csv-other-format` for what is no table.
pub fn is_workbook(name: &str, file: &mut File, format: &str) -> Result<bool, Problem> {
    match format {
        "csv" => return Ok(false),
        "xlsx" | "ods" => return Ok(true),
        _ => {}
    }
    if !file.metadata().is_ok_and(|about| about.is_file()) {
        return Ok(false);
    }
    let other = |format| Err(Problem::refused("csv-other-format").in_file(name).with("format", format));
    match detect_file(name, file)? {
        Detected::Format(Format::Csv | Format::EcbRates) | Detected::Empty => Ok(false),
        // The reader of workbooks tells a protected one from an old one.
        Detected::Format(Format::Xlsx | Format::Ods) | Detected::Other("XLS") => Ok(true),
        Detected::Format(format) => other(format.name()),
        Detected::Other(format) => other(format),
    }
}
