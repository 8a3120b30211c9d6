//! A report as a file.

use super::definition::Format;
use crate::words::Words;
use obligo_reports::Report;
use obligo_rules::problem::Problem;
use std::io::Write;

/// Writes a report. `part` names the table of a CSV file or the picture of an SVG file; the first one without it. Errors:
/// `report-part-unknown`, `report-format-not-offered` (usage), and those of writing.
pub fn write(
    report: &Report,
    format: Format,
    part: Option<&str>,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Problem> {
    let _ = (report, part, words, out);
    Err(Problem::usage("report-format-not-yet").with("format", format.code()))
}
