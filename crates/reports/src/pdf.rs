//! Reports as PDF: laid out here, written by `krilla`, whose check for PDF/A is on for every document.
//!
//! | file | what it knows |
//! |---|---|
//! | `look` | sizes, colours, distances |
//! | `fonts` | the faces and which of them has a character |
//! | `measure` | from text to glyphs with their places |
//! | `lines` | paragraphs broken into lines |
//! | `page` | pages filled from the top down, their heads and feet |
//! | `columns`, `table` | tables |
//! | `blocks`, `letter`, `chart` | everything else |
//! | `structure` | what parts are, for those who hear a document |
//! | `paint` | pages into the PDF library |
//!
//! A document is laid out twice: first to count its pages, then to draw each as soon as it is full. So its layout takes no more memory
//! than one page; what is drawn is kept compressed.

mod blocks;
mod chart;
mod columns;
mod fonts;
mod letter;
mod lines;
mod look;
mod measure;
mod page;
mod paint;
mod structure;
mod table;

use crate::chart::Lettering;
use crate::failure::not_written;
use crate::model::{Block, Report};
use crate::wording::Wording;
use fonts::Fonts;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::metadata::{DateTime, Metadata};
use krilla::{Document, SerializeSettings};
use measure::Measure;
pub(crate) use measure::printable;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use page::{Orientation, OutlineEntry, Pages, Running, Sheet};
use std::io::Write;
use structure::Structure;

/// Tables with more cells than this are not told apart for those who hear a document: their structure would weigh more than their text.
const STRUCTURED_CELLS: usize = 12_000;

/// Writes the report as PDF: A4, PDF/A-2a and PDF/UA-1; PDF/A-2u for long lists (more than 12,000 cells), and without the claim of an
/// archive's document when the report's `made_on` is missing, which the standard asks for. The same report gives the same bytes.
///
/// Errors: `output-failed` if `out` does not take the bytes, `document-failed` if the report cannot be a PDF.
pub fn write(report: &Report, wording: &dyn Wording, out: &mut dyn Write) -> Result<(), Problem> {
    let bytes = made(report, wording)?;
    out.write_all(&bytes).map_err(|error| not_written(&error))
}

/// The faces, for whoever measures texts without a document.
pub(crate) struct Typeface {
    measure: Measure,
}

impl Typeface {
    /// Reads the faces. Error: `document-failed` if they were damaged before the program was built.
    pub(crate) fn read() -> Result<Typeface, Problem> {
        let fonts = Fonts::read().ok_or_else(|| failed("the faces cannot be read"))?;
        Ok(Typeface { measure: Measure::new(fonts) })
    }

    /// How wide a text of a picture is, in points.
    pub(crate) fn width(&self, text: &str, lettering: Lettering) -> f64 {
        chart::width(&self.measure, text, lettering)
    }
}

fn made(report: &Report, wording: &dyn Wording) -> Result<Vec<u8>, Problem> {
    let measure = &Typeface::read()?.measure;
    let is_structured = cells(report) <= STRUCTURED_CELLS;
    let running = running(report);
    let (count, ..) = laid(report, wording, measure, &running, 0, Structure::new(false), &mut |_, _| {});
    let mut document = Document::new_with(settings(is_structured, report.made_on)?);
    let structure = Structure::new(is_structured);
    let (_, outline, structure) =
        laid(report, wording, measure, &running, count, structure, &mut |sheet, structure| {
            paint::paint(&mut document, &sheet, measure.fonts(), structure);
        });
    document.set_outline(paint::outline(&outline));
    document.set_metadata(metadata(report, wording));
    if is_structured {
        document.set_tag_tree(structure.tree(wording.language()));
    }
    document.finish().map_err(|error| failed(&format!("{error}: {error:?}")))
}

fn failed(reason: &str) -> Problem {
    Problem::refused("document-failed").with("reason", reason.chars().take(300).collect::<String>())
}

/// Cells of all tables.
fn cells(report: &Report) -> usize {
    let of = |block: &Block| match block {
        Block::Table(table) => table.rows.len().saturating_mul(table.columns.len()),
        _ => 0,
    };
    report.blocks.iter().map(of).fold(0, usize::saturating_add)
}

/// Lays the whole report out; says how many pages it has.
fn laid(
    report: &Report,
    wording: &dyn Wording,
    measure: &Measure,
    running: &Running,
    count: usize,
    structure: Structure,
    full: &mut dyn FnMut(Sheet, &mut Structure),
) -> (usize, Vec<OutlineEntry>, Structure) {
    let start = Orientation::Upright;
    let mut pages = Pages::new(measure, wording, running, count, structure, start, full);
    if let Some(letter) = &report.letter {
        letter::letter(&mut pages, report, letter);
    } else {
        let is_wide = report.blocks.iter().any(|block| {
            matches!(block, Block::Table(table) if table::orientation(&pages, table) == Orientation::Lying)
        });
        if is_wide {
            pages.turn(Orientation::Lying);
        }
        blocks::title(&mut pages, report);
        blocks::facts(&mut pages, &report.facts);
        blocks::blocks(&mut pages, &report.blocks, false);
    }
    pages.finish()
}

fn running(report: &Report) -> Running {
    // No page has room for more at its head or foot, and every page measures it.
    let short = |text: &str| text.chars().take(500).collect::<String>();
    let head = match &report.letter {
        Some(letter) => {
            let sender = letter.sender.first().map_or(String::new(), |name| short(name));
            let about = [short(&report.title), short(&report.subtitle)];
            [sender, about.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")]
        }
        None => [short(&report.title), short(&report.subtitle)],
    };
    Running {
        head,
        foot: short(&report.made_from),
        mark: report.mark.as_ref().map(|mark| short(&mark.text)).filter(|text| !text.trim().is_empty()),
        margins: if report.letter.is_some() { look::LETTER } else { look::REPORT },
    }
}

fn settings(is_structured: bool, made_on: Option<Day>) -> Result<SerializeSettings, Problem> {
    let mut configuration = ConfigurationBuilder::new();
    if is_structured {
        configuration = configuration.with_accessibility_validator(Accessibility::UA1);
    }
    if made_on.is_some() {
        let archival = if is_structured { Archival::A2_A } else { Archival::A2_U };
        configuration = configuration.with_archival_validator(archival);
    }
    let configuration = configuration.finish().map_err(|error| failed(&format!("{error:?}")))?;
    Ok(SerializeSettings { configuration, enable_tagging: is_structured, ..SerializeSettings::default() })
}

fn metadata(report: &Report, wording: &dyn Wording) -> Metadata {
    // Longer texts are forbidden in archives' documents.
    let short = |text: &str| printable(text).chars().take(1000).collect::<String>();
    let title = [&report.title, &report.subtitle, &report.name]
        .into_iter()
        .find(|text| !text.trim().is_empty())
        .map_or_else(|| "obligo".to_owned(), |text| short(text));
    let mut metadata = Metadata::new()
        .title(title)
        .language(wording.language().to_owned())
        .creator("obligo".to_owned())
        .document_id(short(&format!("{} {}", report.name, report.made_from)));
    if !report.subtitle.is_empty() {
        metadata = metadata.description(short(&report.subtitle));
    }
    if let Some(sender) = report.letter.as_ref().and_then(|letter| letter.sender.first()) {
        metadata = metadata.authors(vec![short(sender)]);
    }
    if let Some(day) = report.made_on {
        let (year, month, of_month) = day.ymd();
        let date = DateTime::new(u16::try_from(year).unwrap_or(0))
            .month(u8::try_from(month).unwrap_or(1))
            .day(u8::try_from(of_month).unwrap_or(1));
        metadata = metadata.creation_date(date);
    }
    metadata
}
