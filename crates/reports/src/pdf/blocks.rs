//! The contents top down: headings, paragraphs, facts, tables, pictures.

use super::chart;
use super::columns::value_text;
use super::fonts::Style;
use super::lines::{broken, longest_word};
use super::look::{ACCENT, FACT, HEADING, INK, LEADING, QUIET, SUBTITLE, TEXT, TITLE};
use super::measure::printable;
use super::page::{Drawing, Orientation, Pages};
use super::structure::{Part, PartId};
use super::table;
use crate::model::{Block, Fact, Report};

/// Between the columns of facts.
const BETWEEN: f32 = 18.0;

/// Between the name of a fact and its value.
const BESIDE: f32 = 10.0;

/// The title of a report that is no letter, with what it is about.
pub(super) fn title(pages: &mut Pages<'_>, report: &Report) {
    let (left, y) = (pages.left(), pages.y - 14.0);
    let points = vec![(left, y), (left + 36.0, y), (left + 36.0, y + 3.0), (left, y + 3.0)];
    pages.draw(None, Drawing::Area { points, color: ACCENT });
    pages.note(0, &report.title);
    pages.paragraph(Part::Heading(1, report.title.clone()), &report.title, Style::Strong, TITLE, INK);
    if !report.subtitle.is_empty() {
        pages.y += 1.0;
        pages.paragraph(Part::Paragraph, &report.subtitle, Style::Regular, SUBTITLE, QUIET);
    }
    pages.y += 10.0;
}

/// The contents. A letter's pages stand upright and are turned for a wide table only; another report's all stand alike.
pub(super) fn blocks(pages: &mut Pages<'_>, blocks: &[Block], is_letter: bool) {
    let mut heading: Option<&str> = None;
    let mut begins_page = false;
    for block in blocks {
        if *block == Block::NewPage {
            begins_page = true;
            continue;
        }
        if std::mem::take(&mut begins_page) {
            pages.next();
        }
        if let Block::Heading(text) = block {
            // Two headings in a row: the first has nothing of its own below it but the second.
            if let Some(text) = heading.replace(text) {
                draw_heading(pages, text, HEADING * LEADING * 3.0);
            }
            continue;
        }
        let fixed = (!is_letter).then(|| pages.orientation());
        match (block, fixed) {
            (Block::Table(table), None) => pages.turn(table::orientation(pages, table)),
            (_, None) => pages.turn(Orientation::Upright),
            _ => {}
        }
        let needs = match block {
            Block::Text(_) => TEXT * LEADING * 2.0,
            Block::Facts(facts) => FACT * LEADING * facts.len().min(3) as f32,
            Block::Table(_) => 90.0,
            Block::Chart(chart) => chart::height(pages, chart),
            Block::Heading(_) | Block::NewPage => 0.0,
        };
        if let Some(text) = heading.take() {
            draw_heading(pages, text, needs);
        }
        match block {
            Block::Text(text) => {
                pages.paragraph(Part::Paragraph, text, Style::Regular, TEXT, INK);
                pages.space(6.0);
            }
            Block::Facts(list) => facts(pages, list),
            Block::Table(one) => {
                pages.space(8.0);
                table::table(pages, one);
                pages.space(10.0);
            }
            Block::Chart(one) => chart::chart(pages, one),
            Block::Heading(_) | Block::NewPage => {}
        }
    }
    if let Some(text) = heading {
        draw_heading(pages, text, 0.0);
    }
}

/// A heading that stays with the `below` points that follow it.
fn draw_heading(pages: &mut Pages<'_>, text: &str, below: f32) {
    pages.need((10.0 + HEADING * LEADING + below).min(pages.room_of_page()));
    pages.space(10.0);
    pages.note(0, text);
    pages.paragraph(Part::Heading(2, text.to_owned()), text, Style::Strong, HEADING, ACCENT);
    pages.y += 3.0;
}

/// Named values; two beside each other where they are short and many.
pub(super) fn facts(pages: &mut Pages<'_>, facts: &[Fact]) {
    if facts.is_empty() {
        return;
    }
    let texts: Vec<(String, String)> =
        facts.iter().map(|fact| (printable(&fact.label), value_text(pages.wording, &fact.value))).collect();
    let widest = |of: &dyn Fn(&(String, String)) -> f32| texts.iter().map(of).fold(0.0, f32::max);
    let label = widest(&|(label, _)| pages.measure.width(label, Style::Regular, FACT));
    let value = widest(&|(_, value)| pages.measure.width(value, Style::Regular, FACT));
    let half = (pages.width() - BETWEEN) / 2.0;
    let columns = if facts.len() > 3 && label + BESIDE + value <= half { 2 } else { 1 };
    let width = if columns == 2 { half } else { pages.width() };
    let least = widest(&|(label, _)| longest_word(pages.measure, label, Style::Regular, FACT));
    let label = label.min((width * 0.4).max(least.min(width * 0.5)));
    let list = pages.structure.add(None, Part::List);
    for row in texts.chunks(columns) {
        let laid: Vec<_> = row
            .iter()
            .map(|(name, value)| {
                (
                    broken(pages.measure, name, Style::Regular, FACT, label),
                    broken(pages.measure, value, Style::Regular, FACT, width - label - BESIDE),
                )
            })
            .collect();
        let parts: Vec<[Option<PartId>; 2]> = row
            .iter()
            .map(|_| {
                let entry = pages.structure.add(list, Part::Entry);
                [Part::Label, Part::Body].map(|part| entry.and_then(|e| pages.structure.add(Some(e), part)))
            })
            .collect();
        let lines = laid.iter().map(|(name, value)| name.len().max(value.len())).max().unwrap_or(0);
        let height = FACT * LEADING;
        if lines < 12 {
            pages.need(lines as f32 * height);
        }
        for n in 0..lines {
            pages.need(height);
            for (column, ((name, value), [label_part, value_part])) in laid.iter().zip(&parts).enumerate() {
                let x = pages.left() + column as f32 * (half + BETWEEN);
                let y = pages.y;
                if let Some(line) = name.get(n) {
                    pages.text(*label_part, (x, y), line, FACT, QUIET);
                }
                if let Some(line) = value.get(n) {
                    pages.text(*value_part, (x + label + BESIDE, y), line, FACT, INK);
                }
            }
            pages.y += height;
        }
        pages.y += 1.5;
    }
    pages.space(8.0);
}
