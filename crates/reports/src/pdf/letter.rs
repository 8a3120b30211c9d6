//! What stands around the contents of a letter, in the places of DIN 5008, form B.

use super::blocks::{self, facts};
use super::columns::value_text;
use super::fonts::Style;
use super::lines::{broken, cut};
use super::look::{ACCENT, FACT, HAIR, INK, LEADING, MM, QUIET, RULE, SUBJECT, SUBTITLE, TEXT};
use super::measure::{Line, printable};
use super::page::{Drawing, Pages};
use super::structure::Part;
use crate::model::{Letter, Report};
use std::rc::Rc;

/// The recipient's name and address begin here, below the sender's line of the window.
const RECIPIENT_TOP: f32 = 62.7 * MM;
/// The sender's line in the window.
const RETURN_TOP: f32 = 57.5 * MM;
/// The window's texts are no wider.
const WINDOW_WIDTH: f32 = 80.0 * MM;
/// Below it the window ends.
const WINDOW_BOTTOM: f32 = 90.0 * MM;
/// References and date stand here.
const REFERENCES_LEFT: f32 = 125.0 * MM;
const REFERENCES_TOP: f32 = 50.0 * MM;
/// The subject stands here or lower.
const SUBJECT_TOP: f32 = 98.5 * MM;
/// Where the letter is folded, and punched.
const FOLDS: [(f32, f32); 3] = [(105.0 * MM, 4.0 * MM), (148.5 * MM, 6.0 * MM), (210.0 * MM, 4.0 * MM)];
/// Room above a line to sign on.
const TO_SIGN: f32 = 44.0;
/// A line to sign on with the room above it and what it is for.
const SIGNED: f32 = TO_SIGN + FACT * LEADING * 2.0;

/// A report as a letter.
pub(super) fn letter(pages: &mut Pages<'_>, report: &Report, letter: &Letter) {
    for (y, length) in FOLDS {
        let points = vec![(4.0 * MM, y), (4.0 * MM + length, y)];
        pages.draw(None, Drawing::Stroke { points, width: 0.35, color: RULE, dash: None });
    }
    let head_end = head(pages, letter);
    let above = [window(pages, letter), references(pages, letter, head_end)];
    pages.y = above.into_iter().fold(SUBJECT_TOP, |y, end| y.max(end + 14.0));
    pages.note(0, &report.title);
    pages.paragraph(Part::Heading(1, report.title.clone()), &report.title, Style::Strong, SUBJECT, INK);
    if !report.subtitle.is_empty() {
        pages.paragraph(Part::Paragraph, &report.subtitle, Style::Regular, SUBTITLE, QUIET);
    }
    pages.y += 14.0;
    paragraph(pages, &letter.salutation);
    for text in &letter.opening {
        paragraph(pages, text);
    }
    facts(pages, &report.facts);
    let split = letter.before_annex.unwrap_or(usize::MAX).min(report.blocks.len());
    let (contents, annex) = report.blocks.split_at(split);
    blocks::blocks(pages, contents, true);
    pages.turn(super::page::Orientation::Upright);
    pages.space(8.0);
    close(pages, letter);
    if !annex.is_empty() {
        pages.next();
        blocks::blocks(pages, annex, true);
    }
}

/// The last words and the lines people sign on.
fn close(pages: &mut Pages<'_>, letter: &Letter) {
    let last = letter.closing.len().saturating_sub(1);
    for (n, text) in letter.closing.iter().enumerate() {
        if n == last && !letter.signatures.is_empty() {
            // Nobody signs an empty page: the last words stay with the lines below them.
            let lines = broken(pages.measure, text, Style::Regular, TEXT, pages.width()).len() as f32;
            pages.need((lines * TEXT * LEADING + 7.0 + SIGNED).min(pages.room_of_page()));
        }
        paragraph(pages, text);
    }
    signatures(pages, &letter.signatures);
}

/// As much of a text as the lines around a window can show.
fn short(text: &str) -> String {
    text.chars().take(400).collect()
}

fn paragraph(pages: &mut Pages<'_>, text: &str) {
    if !text.is_empty() {
        pages.paragraph(Part::Paragraph, text, Style::Regular, TEXT, INK);
        pages.space(7.0);
    }
}

/// The sender at the top right, the name first; says where it ends.
fn head(pages: &mut Pages<'_>, letter: &Letter) -> f32 {
    let mut y = 15.0 * MM;
    let width = pages.width();
    for (n, text) in letter.sender.iter().take(9).enumerate() {
        let (style, size, color) =
            if n == 0 { (Style::Strong, 13.0, ACCENT) } else { (Style::Regular, FACT, QUIET) };
        let line = cut(pages.measure, text, style, size, width);
        // The window's own line says it for those who hear the letter.
        let x = pages.right() - line.width * size;
        pages.text(None, (x, y), &line, size, color);
        y += size * if n == 0 { 1.5 } else { 1.3 };
    }
    y
}

/// Sender's line and recipient, where the envelope's window shows them; says where they end.
fn window(pages: &mut Pages<'_>, letter: &Letter) -> f32 {
    let left = pages.left();
    let sender = pages.structure.add(None, Part::Paragraph);
    let line = cut(pages.measure, &letter.sender.join(" · "), Style::Regular, 6.5, WINDOW_WIDTH);
    pages.text(sender, (left, RETURN_TOP), &line, 6.5, QUIET);
    if !line.runs.is_empty() {
        let y = RETURN_TOP + 9.5;
        let points = vec![(left, y), (left + WINDOW_WIDTH, y)];
        pages.draw(None, Drawing::Stroke { points, width: 0.35, color: HAIR, dash: None });
    }
    let lines: Vec<Rc<Line>> = letter
        .recipient
        .iter()
        .take(12)
        .flat_map(|text| {
            broken(pages.measure, &short(text), Style::Regular, TEXT, WINDOW_WIDTH).into_iter().take(3)
        })
        .take(12)
        .collect();
    // Six lines have their usual distance; more move closer, so that the window still shows them.
    let leading =
        (TEXT * LEADING).min((WINDOW_BOTTOM - RECIPIENT_TOP) / lines.len().max(1) as f32).max(TEXT * 1.1);
    let mut y = RECIPIENT_TOP;
    for line in &lines {
        let part = pages.structure.add(None, Part::Paragraph);
        pages.text(part, (left, y), line, TEXT, INK);
        y += leading;
    }
    y
}

/// References and date beside the window, or lower where the sender has many lines; says where they end.
fn references(pages: &mut Pages<'_>, letter: &Letter, head_end: f32) -> f32 {
    let width = pages.right() - REFERENCES_LEFT;
    let mut y = REFERENCES_TOP.max(head_end + 8.0);
    for fact in letter.references.iter().take(10) {
        let part = pages.structure.add(None, Part::Paragraph);
        let label = cut(pages.measure, &format!("{} ", fact.label.trim_end()), Style::Regular, 7.5, width);
        pages.text(part, (REFERENCES_LEFT, y), &label, 7.5, QUIET);
        y += 7.5 * 1.25;
        let value = printable(&short(&value_text(pages.wording, &fact.value)));
        for line in broken(pages.measure, &value, Style::Regular, FACT, width).iter().take(3) {
            pages.text(part, (REFERENCES_LEFT, y), line, FACT, INK);
            y += FACT * 1.3;
        }
        y += 3.0;
    }
    y += 3.0;
    let part = pages.structure.add(None, Part::Paragraph);
    for line in
        broken(pages.measure, &short(&letter.place_and_date), Style::Regular, FACT, width).iter().take(3)
    {
        pages.text(part, (REFERENCES_LEFT, y), line, FACT, INK);
        y += FACT * 1.3;
    }
    y
}

/// Lines to sign on, two beside each other, with what they are for below them. They stay with the last lines of the letter's text
/// as far as the page has room.
fn signatures(pages: &mut Pages<'_>, names: &[String]) {
    let width = (pages.width() - 24.0) / 2.0;
    for pair in names.chunks(2) {
        pages.need(SIGNED);
        pages.y += TO_SIGN;
        let (left, y) = (pages.left(), pages.y);
        let part = pages.structure.add(None, Part::Paragraph);
        for (n, name) in pair.iter().enumerate() {
            let x = left + n as f32 * (width + 24.0);
            let points = vec![(x, y), (x + width, y)];
            pages.draw(None, Drawing::Stroke { points, width: 0.5, color: RULE, dash: None });
            let line = cut(pages.measure, name, Style::Regular, FACT, width);
            pages.text(part, (x, y + 3.0), &line, FACT, QUIET);
        }
        pages.y += FACT * LEADING + 6.0;
    }
}
