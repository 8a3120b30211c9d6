//! From text to glyphs with their places: which face has each character, which direction it runs, how wide it is.

use super::fonts::{Drawn, FaceName, Fonts, Style};
use rustybuzz::{Direction, UnicodeBuffer};
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use unicode_bidi::BidiInfo;

/// Texts no longer than this are kept, in bytes: names and words that come again on many lines.
const KEPT_BYTES: usize = 48;

/// So many texts are kept; then all are let go.
const KEPT_TEXTS: usize = 20_000;

/// A glyph of a run. Distances in shares of the type size.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) id: u16,
    /// Bytes of the run's text it stands for.
    pub(super) text: Range<usize>,
    pub(super) advance: f32,
    pub(super) x_offset: f32,
    pub(super) y_offset: f32,
}

/// Glyphs of one face and direction.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) face: FaceName,
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    /// In shares of the type size.
    pub(super) width: f32,
}

/// A line of text ready to be drawn, from left to right.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    /// In shares of the type size, without spaces at the end.
    pub(super) width: f32,
}

/// Short texts laid out before, by style.
type KeptLines = HashMap<(Style, Box<str>), Rc<Line>>;

/// Measures texts; remembers short ones.
pub(super) struct Measure {
    fonts: Fonts,
    kept: RefCell<KeptLines>,
}

impl Measure {
    /// A measure over the faces.
    pub(super) fn new(fonts: Fonts) -> Measure {
        Measure { fonts, kept: RefCell::default() }
    }

    /// The faces.
    pub(super) fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// The text as one line. It must have been made [`printable`] before.
    pub(super) fn line(&self, text: &str, style: Style) -> Rc<Line> {
        if text.len() > KEPT_BYTES {
            return Rc::new(self.shaped(text, style));
        }
        let key = (style, Box::from(text));
        if let Some(line) = self.kept.borrow().get(&key) {
            return Rc::clone(line);
        }
        let line = Rc::new(self.shaped(text, style));
        let mut kept = self.kept.borrow_mut();
        if kept.len() >= KEPT_TEXTS {
            kept.clear();
        }
        kept.insert(key, Rc::clone(&line));
        line
    }

    /// How wide a text is at most, in points: the sum of its characters, without what kerning and joining take off.
    pub(super) fn width(&self, text: &str, style: Style, size: f32) -> f32 {
        text.chars().map(|c| self.fonts.drawn(c, style).advance).sum::<f32>() * size
    }

    fn shaped(&self, text: &str, style: Style) -> Line {
        let mut line = Line::default();
        if text.chars().all(is_plain_figure) {
            line.push(self.figures(text, style));
        } else if text.chars().any(runs_leftward) {
            let bidi = BidiInfo::new(text, None);
            for paragraph in &bidi.paragraphs {
                let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
                for run in runs {
                    let is_leftward = levels[run.start].is_rtl();
                    self.directed(&text[run], style, is_leftward, &mut line);
                }
            }
        } else {
            self.directed(text, style, false, &mut line);
            let spaces = text.len() - text.trim_end_matches(' ').len();
            line.width -= spaces as f32 * self.fonts.drawn(' ', style).advance;
        }
        line
    }

    /// Digits and what stands among them: no kerning, so that columns stay columns.
    fn figures(&self, text: &str, style: Style) -> Run {
        let glyphs = text.char_indices().map(|(at, c)| glyph(self.fonts.drawn(c, style), at, c)).collect();
        let face = text.chars().next().map_or(FaceName::Regular, |c| self.fonts.drawn(c, style).face);
        Run::new(face, text, glyphs)
    }

    /// A text of one direction, split where the face changes.
    fn directed(&self, text: &str, style: Style, is_leftward: bool, line: &mut Line) {
        let mut parts: Vec<(Drawn, Range<usize>)> = Vec::new();
        for (at, c) in text.char_indices() {
            let drawn = self.fonts.drawn(c, style);
            let end = at + c.len_utf8();
            match parts.last_mut() {
                // A mark over a letter, or a space, stays with what stands before it, if that face has it.
                Some((last, range))
                    if (last.face, last.is_substitute) == (drawn.face, drawn.is_substitute)
                        || (!last.is_substitute && self.has(last.face, c) && follows(c)) =>
                {
                    range.end = end;
                }
                _ => parts.push((drawn, at..end)),
            }
        }
        if is_leftward {
            parts.reverse();
        }
        for (drawn, range) in parts {
            let part = &text[range];
            if drawn.is_substitute {
                let glyphs =
                    part.char_indices().map(|(at, c)| glyph(self.fonts.drawn(c, style), at, c)).collect();
                line.push(Run::new(drawn.face, part, glyphs));
            } else {
                line.push(self.run(part, drawn.face, is_leftward));
            }
        }
    }

    fn has(&self, face: FaceName, c: char) -> bool {
        self.fonts.shaper(face).0.glyph_index(c).is_some_and(|glyph| glyph.0 != 0)
    }

    /// A text of one face and direction, with kerning, joining and marks in their places.
    fn run(&self, text: &str, name: FaceName, is_leftward: bool) -> Run {
        let (face, em) = self.fonts.shaper(name);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(if is_leftward { Direction::RightToLeft } else { Direction::LeftToRight });
        let shaped = rustybuzz::shape(face, &[], buffer);
        let (infos, positions) = (shaped.glyph_infos(), shaped.glyph_positions());
        // Where the text of each cluster ends: at the start of the next one in reading order.
        let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        starts.push(text.len());
        let substitute = self.fonts.drawn('\u{fffd}', Style::Regular);
        let glyphs = infos
            .iter()
            .zip(positions)
            .map(|(info, position)| {
                let start = info.cluster as usize;
                let end = starts[starts.partition_point(|s| *s <= start).min(starts.len() - 1)];
                // A face may have a letter and still lack a form of it; nothing may be drawn as a missing glyph.
                let id = match u16::try_from(info.glyph_id) {
                    Ok(0) | Err(_) if name == FaceName::Fallback => substitute.glyph,
                    Ok(0) | Err(_) => face.glyph_index('?').map_or(1, |glyph| glyph.0),
                    Ok(id) => id,
                };
                Glyph {
                    id,
                    text: start..end,
                    advance: position.x_advance as f32 / em,
                    x_offset: position.x_offset as f32 / em,
                    y_offset: position.y_offset as f32 / em,
                }
            })
            .collect();
        Run::new(name, text, glyphs)
    }
}

impl Run {
    fn new(face: FaceName, text: &str, glyphs: Vec<Glyph>) -> Run {
        let width = glyphs.iter().map(|glyph| glyph.advance).sum();
        Run { face, text: text.to_owned(), glyphs, width }
    }
}

impl Line {
    fn push(&mut self, run: Run) {
        self.width += run.width;
        self.runs.push(run);
    }
}

fn glyph(drawn: Drawn, at: usize, c: char) -> Glyph {
    Glyph {
        id: drawn.glyph,
        text: at..at + c.len_utf8(),
        advance: drawn.advance,
        x_offset: 0.0,
        y_offset: 0.0,
    }
}

fn is_plain_figure(c: char) -> bool {
    matches!(c, '0'..='9' | ' ' | '.' | ',' | '-' | '+' | '%' | ':' | '−' | '\u{a0}' | '\u{202f}')
}

/// Whether a character is written from right to left.
pub(super) fn runs_leftward(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether a character is a mark on the one before it, or a space.
pub(super) fn follows(c: char) -> bool {
    c == ' '
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// The text with what hides or steers made visible, as everywhere in the program: breaks and tabs as spaces, other controls, marks of
/// direction, invisible characters and those for private use as `�`. Soft hyphens and selectors of variants are left out.
pub(crate) fn printable(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => made.push(' '),
            '\u{ad}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {}
            '\u{0}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffc}'
            | '\u{e000}'..='\u{f8ff}'
            | '\u{e0000}'..='\u{10ffff}' => made.push('\u{fffd}'),
            c if u32::from(c) & 0xfffe == 0xfffe => made.push('\u{fffd}'),
            c => made.push(c),
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure() -> Measure {
        Measure::new(Fonts::read().unwrap())
    }

    #[test]
    fn every_byte_of_a_text_belongs_to_a_glyph() {
        let measure = measure();
        for text in [
            "",
            "Ångström & Söhne",
            "1 234,50",
            "fi ffl",
            "e\u{301}",
            "信用保険",
            "شركة التجارة",
            "abc שלום def",
            "🙂👩\u{200d}🚀",
            "Ж\u{301}",
        ] {
            let text = printable(text);
            let line = measure.line(&text, Style::Regular);
            let covered: usize = line
                .runs
                .iter()
                .map(|run| {
                    let mut ranges: Vec<_> = run.glyphs.iter().map(|g| (g.text.start, g.text.end)).collect();
                    ranges.sort_unstable();
                    ranges.dedup();
                    ranges.iter().map(|(start, end)| end - start).sum::<usize>()
                })
                .sum();
            assert_eq!(covered, text.len(), "{text}");
            assert!(line.runs.iter().flat_map(|run| &run.glyphs).all(|glyph| glyph.id != 0), "{text}");
        }
    }

    #[test]
    fn what_is_written_leftward_is_laid_out_leftward() {
        let line = measure().line("שלום", Style::Regular);
        let starts: Vec<usize> = line.runs[0].glyphs.iter().map(|glyph| glyph.text.start).collect();
        assert_eq!(starts, [6, 4, 2, 0]);
    }

    #[test]
    fn what_hides_is_made_visible() {
        for (text, shown) in [
            ("a\tb\nc", "a b c"),
            ("a\u{0}b\u{202e}c\u{200b}", "a�b�c�"),
            ("soft\u{ad}ly", "softly"),
            ("\u{feff}\u{e000}\u{fffe}\u{1fffe}", "����"),
        ] {
            assert_eq!(printable(text), shown, "{text:?}");
        }
    }
}
