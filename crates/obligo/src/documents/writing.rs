//! A report as a file.

use super::definition::Format;
use crate::words::Words;
use obligo_reports::{Report, Value, csv, json, pdf, svg, xlsx};
use obligo_rules::calendar::Day;
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
        Format::Xlsx => xlsx::write(report, words, dated(report), out),
        Format::Csv => csv::write(report, &*report.table(part)?, out),
        Format::Json => json::write(report, words, out),
        Format::Pdf => pdf::write(report, words, out),
        Format::Svg => svg::write(report, part, words, out),
    }
}

/// The day a document bears in its properties: its key date, so that the same report is the same file whenever it is made.
fn dated(report: &Report) -> Option<Day> {
    report.facts.iter().find_map(|fact| match fact.value {
        Value::Day(day) if fact.key == "key_date" => Some(day),
        _ => None,
    })
}
