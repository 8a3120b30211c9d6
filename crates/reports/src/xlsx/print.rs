//! How sheets come out of a printer: A4, as wide as the paper, heads repeated, the mark above, pages numbered below.

use crate::model::Report;
use crate::wording::Wording;
use rust_xlsxwriter::Worksheet;

/// Number of A4 among the papers of the format.
const A4: u8 = 9;
/// Longest text of a part of a head, and of the foot beside the page number; all parts together may have 255 characters.
const PART_MAX: usize = 76;
const FOOT_MAX: usize = 200;

/// Sets up a sheet for printing.
pub(super) fn set_up(sheet: &mut Worksheet, report: &Report, wording: &dyn Wording) {
    let mark = report.mark.as_ref().map_or("", |mark| mark.text.as_str());
    sheet
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.6, 0.6, 0.8, 0.8, 0.4, 0.4)
        .set_header(format!(
            "&L{}&C{}&R{}",
            part(&report.title, PART_MAX),
            part(mark, PART_MAX),
            part(&report.subtitle, PART_MAX)
        ))
        .set_footer(format!("&L{}&R{}", part(&report.made_from, FOOT_MAX), pages(wording)));
}

/// A text as a head takes it: `&` begins a command there.
fn part(text: &str, max: usize) -> String {
    let mut part = String::new();
    for character in text.chars().map(|c| if c.is_control() { ' ' } else { c }) {
        part.push(character);
        if character == '&' {
            part.push(character);
        }
        if part.chars().count() >= max {
            break;
        }
    }
    part
}

/// The language's page numbers, with the format's own commands in place of the numbers.
fn pages(wording: &dyn Wording) -> String {
    wording.page(1, 2).replace('&', "&&").replace('1', "&P").replace('2', "&N")
}
