//! Paragraphs broken into lines.

use super::fonts::Style;
use super::measure::{Line, Measure, follows, printable, runs_leftward};
use std::rc::Rc;

/// What sums of widths may differ by, in shares of the type size: a text has room in a width measured for it.
const ROUNDING: f32 = 0.002;

/// The lines of a text in a width in points; an empty text has one empty line. Breaks are kept, words are kept whole where they fit; a
/// longer one is broken after a hyphen or a slash, else anywhere. A line broken at a space keeps it, for those who hear or copy the text.
pub(super) fn broken(measure: &Measure, text: &str, style: Style, size: f32, width: f32) -> Vec<Rc<Line>> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let paragraph = printable(paragraph.trim_end_matches('\r'));
        for part in parts(measure, &paragraph, style, width / size) {
            lines.push(measure.line(part, style));
        }
    }
    lines
}

/// The text cut to the width, with `…` where something is missing.
pub(super) fn cut(measure: &Measure, text: &str, style: Style, size: f32, width: f32) -> Rc<Line> {
    let text = printable(text);
    if measure.width(&text, style, size) <= width {
        return measure.line(&text, style);
    }
    let room = width - measure.width("…", style, size);
    let mut used = 0.0;
    let end = text
        .char_indices()
        .find(|(_, c)| {
            used += measure.fonts().drawn(*c, style).advance * size;
            used > room
        })
        .map_or(text.len(), |(at, _)| at);
    measure.line(&format!("{}…", text[..end].trim_end()), style)
}

/// How wide the widest word is, in points.
pub(super) fn longest_word(measure: &Measure, text: &str, style: Style, size: f32) -> f32 {
    text.split(is_break).map(|word| measure.width(word, style, size)).fold(0.0, f32::max)
}

fn is_break(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// Between ideographs and syllables of East Asia a line may break anywhere.
fn breaks_around(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3fffd}')
}

/// The parts of a text that make a line each. `width` in shares of the type size.
fn parts<'a>(measure: &Measure, text: &'a str, style: Style, width: f32) -> Vec<&'a str> {
    let mut parts = Vec::new();
    // Where the line starts, where it may end at best (and the next one begin), how wide it is up to there.
    let (mut start, mut best, mut used, mut used_at_best) = (0, 0, 0.0, 0.0);
    for (at, c) in text.char_indices() {
        let advance = measure.fonts().drawn(c, style).advance;
        if breaks_around(c) && at > start {
            (best, used_at_best) = (at, used);
        }
        if used + advance > width + ROUNDING && c != ' ' && at > start && !(follows(c)) {
            let end = if best > start { best } else { at };
            parts.push(ended(&text[start..end]));
            used = if best > start { used - used_at_best } else { 0.0 };
            (start, best) = (end, end);
        }
        used += advance;
        if matches!(c, ' ' | '-' | '/' | '–' | '—' | '_' | '\\' | '@' | ';' | '|') || breaks_around(c) {
            (best, used_at_best) = (at + c.len_utf8(), used);
        }
    }
    parts.push(text[start..].trim_end_matches(' '));
    parts
}

/// A line that goes on, without all spaces at its end but one. Leftward text has none, since it would stand at the wrong end.
fn ended(line: &str) -> &str {
    let trimmed = line.trim_end_matches(' ');
    let keeps_one = trimmed.len() < line.len() && !trimmed.is_empty() && !trimmed.chars().any(runs_leftward);
    if keeps_one { &line[..=trimmed.len()] } else { trimmed }
}

#[cfg(test)]
mod tests {
    use super::super::fonts::Fonts;
    use super::*;

    #[test]
    fn lines_keep_words_whole_and_break_what_does_not_fit() {
        let measure = Measure::new(Fonts::read().unwrap());
        let table: [(&str, f32, &str); 9] = [
            ("", 10.0, ""),
            ("one two three", 4.0, "one two |three"),
            ("one two three", 100.0, "one two three"),
            ("Hausverwaltungsgesellschaft", 5.0, "Hausverwal|tungsgesell|schaft"),
            ("Nord-Süd-Handel", 5.0, "Nord-Süd-|Handel"),
            ("a  b", 0.1, "a |b"),
            ("信用保険会社", 2.5, "信用|保険|会社"),
            ("e\u{301}e\u{301}e\u{301}", 0.6, "e\u{301}|e\u{301}|e\u{301}"),
            ("trailing   ", 100.0, "trailing"),
        ];
        for (text, width, expected) in table {
            assert_eq!(
                parts(&measure, text, Style::Regular, width).join("|"),
                expected,
                "{text:?} in {width}"
            );
        }
    }

    #[test]
    fn a_broken_text_is_no_wider_than_its_room_and_loses_nothing() {
        let measure = Measure::new(Fonts::read().unwrap());
        let name = "Ψ".repeat(500) + " und Söhne GmbH & Co. KG " + &"w".repeat(64 * 1024);
        let lines = broken(&measure, &name, Style::Regular, 9.0, 120.0);
        assert!(lines.iter().all(|line| line.width * 9.0 <= 120.01));
        let whole: String = lines.iter().flat_map(|line| &line.runs).map(|run| run.text.as_str()).collect();
        assert_eq!(whole.replace(' ', ""), name.replace(' ', ""));
    }

    #[test]
    fn what_is_cut_says_so() {
        let measure = Measure::new(Fonts::read().unwrap());
        let cut = cut(&measure, "Ångströms Verkstads Aktiebolag", Style::Regular, 10.0, 60.0);
        let text: String = cut.runs.iter().map(|run| run.text.as_str()).collect();
        assert!(text.ends_with('…') && cut.width * 10.0 <= 60.0, "{text}");
    }
}
