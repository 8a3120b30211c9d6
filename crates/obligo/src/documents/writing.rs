//! A report as a file.

use super::definition::Format;
use crate::words::Words;
use obligo_reports::{Report, csv, json, pdf, svg, xlsx};
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
    match format {
        Format::Xlsx => xlsx::write(report, words, report.made_on, out),
        Format::Csv => csv::write(report, &*report.table(part)?, out),
        Format::Json => json::write(report, words, out),
        Format::Pdf => pdf::write(report, words, out),
        Format::Svg => svg::write(report, part, words, out),
    }
}
