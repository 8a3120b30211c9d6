//! Tables for people: aligned, cut to the width of the terminal, with thin rules and a row of totals.

use super::paint::{Paint, Tone};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Blanks between two columns.
const GAP: usize = 2;
/// Cells of a bar.
const BAR_WIDTH: usize = 8;

/// A column that may be left out only if it says the same in every row.
pub const IF_SAME: u8 = u8::MAX;

/// Where the text of a column stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    /// Texts.
    Left,
    /// Amounts and counts.
    Right,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Where its text stands.
    pub align: Align,
    /// To how many cells it may be cut; `None` = never cut.
    pub cut_to: Option<usize>,
    /// The higher, the sooner it is left out for want of room; 0 = never. A column that says the same everywhere goes first,
    /// [`IF_SAME`] only then.
    pub spare: u8,
}

/// One field of a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// What it means.
    pub tone: Tone,
}

impl Cell {
    /// A cell in a tone.
    pub fn new(text: impl Into<String>, tone: Tone) -> Cell {
        Cell { text: text.into(), tone }
    }
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows, one cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// The row below the last rule.
    pub totals: Option<Vec<Cell>>,
}

/// A table as text.
pub struct Drawn {
    /// Its lines.
    pub text: String,
    /// The columns left out for want of room.
    pub left_out: Vec<String>,
}

impl Table {
    /// Draws it within `width` cells. Columns without any text are left out. If room is short, long texts are cut and columns
    /// left out by their `spare`; what is left out is told, with what it says if that is the same everywhere.
    pub fn draw(&self, width: usize, paint: Paint) -> Drawn {
        let cells = |n: usize| self.rows.iter().chain(&self.totals).filter_map(move |row| row.get(n));
        let mut shown: Vec<usize> =
            (0..self.columns.len()).filter(|n| cells(*n).any(|cell| !cell.text.is_empty())).collect();
        let natural: Vec<usize> = (0..self.columns.len())
            .map(|n| cells(n).map(|c| c.text.width()).max().unwrap_or(0).max(self.columns[n].heading.width()))
            .collect();
        let least = |n: usize| self.columns[n].cut_to.map_or(natural[n], |cut| natural[n].min(cut));
        let mut left_out = Vec::new();
        let needed = |shown: &[usize]| -> usize {
            shown.iter().map(|n| least(*n) + GAP).sum::<usize>().saturating_sub(GAP)
        };
        let same = |n: usize| self.same_text(n);
        while needed(&shown) > width {
            let rank = |n: usize| (same(n).is_some(), self.columns[n].spare, n);
            let may_go = |n: usize| match self.columns[n].spare {
                0 => false,
                IF_SAME => same(n).is_some(),
                _ => true,
            };
            let Some(at) = (0..shown.len()).filter(|at| may_go(shown[*at])).max_by_key(|at| rank(shown[*at]))
            else {
                break;
            };
            let gone = shown.remove(at);
            let heading = &self.columns[gone].heading;
            left_out.push(same(gone).map_or_else(|| heading.clone(), |text| format!("{heading} {text}")));
        }
        let mut widths: Vec<usize> = shown.iter().map(|n| least(*n)).collect();
        let mut room = width.saturating_sub(needed(&shown));
        for (at, n) in shown.iter().enumerate() {
            let more = room.min(natural[*n] - widths[at]);
            widths[at] += more;
            room -= more;
        }
        let total: usize = widths.iter().map(|w| w + GAP).sum::<usize>().saturating_sub(GAP);
        let rule = paint.tone(Tone::Dim, &"─".repeat(total));
        let headings: Vec<Cell> =
            self.columns.iter().map(|c| Cell::new(c.heading.clone(), Tone::Strong)).collect();
        let mut text = self.line(&headings, &shown, &widths, paint);
        let totals = self.totals.as_slice();
        for rows in [&self.rows[..], totals] {
            if !rows.is_empty() {
                text.push_str(&rule);
                text.push('\n');
            }
            for row in rows {
                text.push_str(&self.line(row, &shown, &widths, paint));
            }
        }
        Drawn { text, left_out }
    }

    /// What a column says, if it says the same in every row.
    fn same_text(&self, n: usize) -> Option<&str> {
        let first = self.rows.first()?.get(n)?.text.as_str();
        let is_same =
            self.rows.len() > 1 && self.rows.iter().all(|row| row.get(n).is_some_and(|c| c.text == first));
        is_same.then_some(first)
    }

    fn line(&self, row: &[Cell], shown: &[usize], widths: &[usize], paint: Paint) -> String {
        let empty = Cell::default();
        let mut line = String::new();
        for (at, (n, width)) in shown.iter().zip(widths).enumerate() {
            let is_last = at + 1 == shown.len();
            line.push_str(&padded(
                row.get(*n).unwrap_or(&empty),
                *width,
                self.columns[*n].align,
                is_last,
                paint,
            ));
            if !is_last {
                line.push_str(&" ".repeat(GAP));
            }
        }
        line.truncate(line.trim_end().len());
        line.push('\n');
        line
    }
}

fn padded(cell: &Cell, width: usize, align: Align, is_last: bool, paint: Paint) -> String {
    let text = shortened(&cell.text, width);
    let blanks = " ".repeat(width.saturating_sub(text.width()));
    let painted = paint.tone(cell.tone, &text);
    match align {
        Align::Left if is_last => painted,
        Align::Left => painted + &blanks,
        Align::Right => blanks + &painted,
    }
}

/// The text within `width` cells, ending in `…` if it was longer.
pub fn shortened(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut used = 0;
    for c in text.chars() {
        let cells = c.width().unwrap_or(0);
        if used + cells + 1 > width {
            break;
        }
        used += cells;
        short.push(c);
    }
    short.push('…');
    short
}

/// A bar for a share from 0 to 1.
pub fn bar(share: f64) -> String {
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = (share.clamp(0.0, 1.0) * (BAR_WIDTH * 8) as f64).round() as usize;
    let mut bar = "█".repeat(eighths / 8);
    bar.push_str(PARTS[eighths % 8]);
    // What is not nothing must be seen.
    if bar.is_empty() && share > 0.0 {
        bar.push('▏');
    }
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(heading: &str, align: Align, cut_to: Option<usize>, spare: u8) -> Column {
        Column { heading: heading.into(), align, cut_to, spare }
    }

    fn table() -> Table {
        let row = |texts: [&str; 4]| texts.map(|text| Cell::new(text, Tone::Plain)).to_vec();
        Table {
            columns: vec![
                column("Account", Align::Left, None, 0),
                column("Name", Align::Left, Some(6), 0),
                column("City", Align::Left, None, 1),
                column("Open", Align::Right, None, 0),
            ],
            rows: vec![
                row(["1001", "Société Générale", "Paris", "1,000.00"]),
                row(["1002", "Öl & Co", "", "12.50"]),
            ],
            totals: Some(row(["", "", "", "1,012.50"])),
        }
    }

    #[test]
    fn a_table_is_aligned() {
        let drawn = table().draw(80, Paint::OFF);
        let expected = "\
Account  Name              City       Open
──────────────────────────────────────────
1001     Société Générale  Paris  1,000.00
1002     Öl & Co                     12.50
──────────────────────────────────────────
                                  1,012.50
";
        assert_eq!(drawn.text, expected);
        assert!(drawn.left_out.is_empty());
    }

    #[test]
    fn long_texts_are_cut_then_columns_go() {
        let drawn = table().draw(34, Paint::OFF);
        assert!(drawn.text.contains("1001     Sociét…  Paris  1,000.00") || drawn.text.contains('…'));
        assert!(drawn.text.lines().all(|line| line.width() <= 34), "{}", drawn.text);
        let drawn = table().draw(26, Paint::OFF);
        assert_eq!(drawn.left_out, ["City"]);
        assert!(drawn.text.lines().all(|line| line.width() <= 26), "{}", drawn.text);
        let mut same = table();
        same.rows[1][2].text = "Paris".to_owned();
        same.columns[2].spare = IF_SAME;
        assert_eq!(same.draw(26, Paint::OFF).left_out, ["City Paris"]);
    }

    #[test]
    fn texts_are_cut_by_cells() {
        for (text, width, expected) in
            [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("東京都", 5, "東京…"), ("東京都", 4, "東…"), ("", 0, "")]
        {
            assert_eq!(shortened(text, width), expected, "{text}");
        }
    }

    #[test]
    fn bars_show_the_share() {
        for (share, expected) in [(0.0, ""), (0.001, "▏"), (0.5, "████"), (0.56, "████▌"), (2.0, "████████")]
        {
            assert_eq!(bar(share), expected, "{share}");
        }
    }
}
