//! The line of a file a problem speaks of, with a mark under the offending value.

use super::table::shortened;
use crate::cli::paint::{Paint, Tone};
use obligo::messages::visible;
use obligo_rules::problem::Problem;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Longest line kept, in bytes.
const LINE_MAX: u64 = 64 * 1024;
/// How far into a file excerpts are looked for, in bytes.
const FILE_MAX: u64 = 1024 * 1024 * 1024;

/// Lines of files, read once for all problems shown.
#[derive(Default)]
pub struct Excerpts {
    lines: BTreeMap<(String, u64), String>,
}

impl Excerpts {
    /// Reads the lines the problems speak of; what cannot be read is not shown.
    pub fn read<'p>(problems: impl Iterator<Item = &'p Problem>) -> Excerpts {
        let mut wanted: BTreeMap<&str, BTreeSet<u64>> = BTreeMap::new();
        for problem in problems {
            if let (Some(file), Some(line)) = (&problem.place.file, problem.place.line) {
                // The header tells which field of the line belongs to a column.
                wanted.entry(file).or_default().extend([1, line]);
            }
        }
        let mut excerpts = Excerpts::default();
        for (file, lines) in wanted {
            excerpts.read_file(file, &lines);
        }
        excerpts
    }

    fn read_file(&mut self, name: &str, wanted: &BTreeSet<u64>) {
        // A pipe would wait for ever, or give again what is gone.
        if !std::fs::metadata(name).is_ok_and(|meta| meta.is_file()) {
            return;
        }
        let Ok(file) = File::open(name) else { return };
        let mut reader = BufReader::with_capacity(256 * 1024, file.take(FILE_MAX));
        let mut number = 0;
        let mut bytes = Vec::new();
        for line in wanted {
            while number + 1 < *line {
                match reader.skip_until(b'\n') {
                    Ok(0) | Err(_) => return,
                    Ok(_) => number += 1,
                }
            }
            bytes.clear();
            match (&mut reader).take(LINE_MAX).read_until(b'\n', &mut bytes) {
                Ok(0) | Err(_) => return,
                Ok(_) => number += 1,
            }
            if bytes.len() as u64 == LINE_MAX && reader.skip_until(b'\n').is_err() {
                return;
            }
            while bytes.last().is_some_and(|b| matches!(b, b'\n' | b'\r')) {
                bytes.pop();
            }
            let text = decoded(&bytes);
            let text = if *line == 1 { text.trim_start_matches('\u{feff}').to_owned() } else { text };
            self.lines.insert((name.to_owned(), *line), text);
        }
    }

    /// The excerpt for a problem within `width` cells: the line with its number and, if the value is found in it, a mark.
    pub fn show(&self, problem: &Problem, width: usize, paint: Paint) -> Option<String> {
        let (file, line) = (problem.place.file.as_ref()?, problem.place.line?);
        let text = self.lines.get(&(file.clone(), line))?;
        let header = self.lines.get(&(file.clone(), 1)).map_or("", String::as_str);
        let marked = marked(problem, header, text);
        let number = line.to_string();
        let (shown, before, under) = window(text, marked, width.saturating_sub(number.len() + 3).max(20));
        let bar = paint.tone(Tone::Dim, "|");
        let mut excerpt = format!("{} {bar} {shown}\n", paint.tone(Tone::Dim, &number));
        if under > 0 {
            let mark = paint.tone(Tone::Bad, &"^".repeat(under));
            let margin = " ".repeat(number.len());
            let _ = writeln!(excerpt, "{margin} {bar} {}{mark}", " ".repeat(before));
        }
        Some(excerpt)
    }
}

/// UTF-8, or else each byte as the character it is in most of Western Europe's files.
fn decoded(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|b| char::from(*b)).collect(),
    }
}

/// Bytes of the line to mark: the field of the column, the value within it, or the value wherever it stands alone.
fn marked(problem: &Problem, header: &str, line: &str) -> Option<(usize, usize)> {
    let place = &problem.place;
    let value =
        place.value.as_deref().map(|value| value.trim_end_matches('…')).filter(|value| !value.is_empty());
    let is_header = place.line == Some(1);
    let within = |from: usize, to: usize| {
        let value = value?;
        line.get(from..to)?.find(value).map(|at| (from + at, from + at + value.len()))
    };
    if let Some(column) = place.column.as_deref().filter(|_| !is_header) {
        let delimiter = delimiter(header);
        let names: Vec<&str> =
            fields(header, delimiter).into_iter().map(|(a, b)| unquoted(&header[a..b])).collect();
        if let Some(at) = names.iter().position(|name| *name == column)
            && let Some((from, to)) = fields(line, delimiter).get(at).copied()
        {
            return within(from, to).or(Some((from, to)));
        }
    }
    if let Some(character) = problem.facts.iter().find(|(name, _)| *name == "character") {
        let at: usize = character.1.parse().ok()?;
        let from = line.char_indices().nth(at.checked_sub(1)?)?.0;
        return within(from, line.len())
            .or_else(|| Some((from, from + line[from..].chars().next()?.len_utf8())));
    }
    within(0, line.len()).or_else(|| {
        let column = place.column.as_deref()?;
        line.find(column).map(|at| (at, at + column.len()))
    })
}

fn unquoted(field: &str) -> &str {
    let field = field.trim();
    field.strip_prefix('"').and_then(|f| f.strip_suffix('"')).unwrap_or(field)
}

fn delimiter(header: &str) -> char {
    let count = |c: char| header.matches(c).count();
    [',', ';', '\t', '|'].into_iter().rev().max_by_key(|c| count(*c)).unwrap_or(',')
}

/// From where to where each field of a line goes, quotes included.
fn fields(line: &str, delimiter: char) -> Vec<(usize, usize)> {
    let (mut fields, mut from, mut is_quoted) = (Vec::new(), 0, false);
    for (at, c) in line.char_indices() {
        if c == '"' {
            is_quoted = !is_quoted;
        } else if c == delimiter && !is_quoted {
            fields.push((from, at));
            from = at + c.len_utf8();
        }
    }
    fields.push((from, line.len()));
    fields
}

/// The part of a line that fits, around the mark: its text, the cells before the mark, and the cells under it.
fn window(line: &str, marked: Option<(usize, usize)>, width: usize) -> (String, usize, usize) {
    let (from, to) = marked.unwrap_or((0, 0));
    let lead = visible(line.get(..from).unwrap_or(""));
    let mark = visible(line.get(from..to).unwrap_or(""));
    let tail = visible(line.get(to..).unwrap_or(""));
    let under = if marked.is_some() { mark.width().clamp(1, width / 2) } else { 0 };
    let mark = shortened(&mark, width / 2);
    // A third of the width stands before the mark if the line is too long.
    let room = if lead.width() + mark.width() + tail.width() <= width { width } else { width / 3 };
    let lead = if lead.width() > room { format!("…{}", last_cells(&lead, room - 1)) } else { lead };
    let rest = width.saturating_sub(lead.width() + mark.width());
    let before = lead.width();
    (format!("{lead}{mark}{}", shortened(&tail, rest)), before, under)
}

fn last_cells(text: &str, width: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices().rev() {
        used += c.width().unwrap_or(0);
        if used > width {
            return &text[at + c.len_utf8()..];
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "document_no,text,amount\nA1,\"say, \"\"hi\"\"\",12.x\nA2,,\nA3,a\tb\u{1b}[31m,1.00\n";

    #[test]
    fn r14_1_the_offending_value_is_marked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("items.csv");
        std::fs::write(&path, FILE).unwrap();
        let name = path.display().to_string();
        // line, column, value, excerpt
        let table = [
            (2, Some("amount"), "12.x", "2 | A1,\"say, \"\"hi\"\"\",12.x\n  |                  ^^^^\n"),
            (3, Some("amount"), "", "3 | A2,,\n  |     ^\n"),
            (1, Some("text"), "", "1 | document_no,text,amount\n  |             ^^^^\n"),
            (2, None, "", "2 | A1,\"say, \"\"hi\"\"\",12.x\n"),
            (2, None, "zz", "2 | A1,\"say, \"\"hi\"\"\",12.x\n"),
            (4, Some("document_no"), "A3", "4 | A3,a␉b␛[31m,1.00\n  | ^^\n"),
            (9, Some("amount"), "1", ""),
        ];
        for (line, column, value, expected) in table {
            let mut problem = Problem::refused("field-missing").in_file(&name).at_line(line).of_value(value);
            if let Some(column) = column {
                problem = problem.at_column(column);
            }
            let excerpts = Excerpts::read([&problem].into_iter());
            let shown = excerpts.show(&problem, 100, Paint::OFF).unwrap_or_default();
            assert_eq!(shown, expected, "line {line}, {column:?}, {value}");
        }
    }

    #[test]
    fn r14_1_long_lines_are_cut_around_the_mark() {
        let line = format!("{}BAD{}", "a".repeat(300), "b".repeat(300));
        let (shown, before, under) = window(&line, Some((300, 303)), 60);
        assert_eq!(shown.width(), 60);
        assert_eq!(under, 3);
        assert_eq!(shown.chars().skip(before).take(3).collect::<String>(), "BAD");
        assert!(shown.starts_with('…') && shown.ends_with('…'));
    }

    #[test]
    fn r14_2_a_file_that_is_none_has_no_excerpt() {
        let problem = Problem::refused("x").in_file("/nonexistent/file").at_line(3);
        assert!(Excerpts::read([&problem].into_iter()).show(&problem, 80, Paint::OFF).is_none());
    }
}
