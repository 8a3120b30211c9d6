//! Lists for people, drawn out of the same values that `--json` prints.

use super::context::Context;
use super::paint::Tone;
use super::table::{Align, Cell, Column, Table, bar};
use obligo::messages::{visible, visible_char};
use obligo::words::Words;
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::Value;
use std::collections::BTreeMap;

/// Rows drawn of a longer list.
pub const ROWS_MAX: usize = 5_000;

/// How a value is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Show {
    /// As it is.
    Text,
    /// A text of which only so many characters are shown.
    Short(usize),
    /// A text that may be cut to so many cells.
    Cut(usize),
    /// A count.
    Count,
    /// A code as the catalogue words it, under `PREFIX-CODE`.
    Word(&'static str),
    /// Grouped by thousands; nothing is dim.
    Amount,
    /// An amount added up below, in the currency that stands under this key.
    Sum(&'static str),
    /// A word of the catalogue, `flag-KEY`, where it is true.
    Flag,
    /// A bar: the share of the first key's amount in the second's.
    Share(&'static str, &'static str),
}

/// A column of a list: which value, how, and whether it may go for want of room.
#[derive(Clone, Copy)]
pub struct Spec {
    key: &'static str,
    show: Show,
    spare: u8,
    tone: fn(&Value) -> Tone,
}

impl Spec {
    /// A column under the heading `col-KEY`; `spare` as in [`Column::spare`].
    pub const fn new(key: &'static str, show: Show, spare: u8) -> Spec {
        Spec { key, show, spare, tone: |_| Tone::Plain }
    }

    /// With the tone its row gives it.
    pub const fn toned(mut self, tone: fn(&Value) -> Tone) -> Spec {
        self.tone = tone;
        self
    }
}

/// Draws a table of plain columns.
pub fn draw(context: &mut Context, headings: &[(&str, Align)], rows: Vec<Vec<Cell>>) -> Result<(), Problem> {
    let column = |(id, align): &(&str, Align)| Column {
        heading: context.text(id, &[]),
        align: *align,
        cut_to: (*align == Align::Left).then_some(20),
        spare: 0,
    };
    let table = Table { columns: headings.iter().map(column).collect(), rows, totals: None };
    let drawn = table.draw(context.width, context.paint);
    context.out.text(&drawn.text)
}

/// A text of a row; empty if absent.
pub fn text<'v>(row: &'v Value, key: &str) -> &'v str {
    row[key].as_str().unwrap_or("")
}

/// An amount of a row; zero if absent.
pub fn amount(row: &Value, key: &str) -> Decimal {
    text(row, key).parse().unwrap_or(Decimal::ZERO)
}

/// A list on its way to a table.
pub struct List {
    specs: &'static [Spec],
    rows: Vec<Vec<Cell>>,
    seen: usize,
    sums: BTreeMap<(&'static str, String), Decimal>,
}

impl List {
    /// An empty list of these columns.
    pub fn new(specs: &'static [Spec]) -> List {
        List { specs, rows: Vec::new(), seen: 0, sums: BTreeMap::new() }
    }

    /// Rows added.
    pub fn seen(&self) -> usize {
        self.seen
    }

    /// The sums of a column by currency.
    pub fn sums(&self, key: &str) -> Vec<(&str, Decimal)> {
        self.sums
            .iter()
            .filter(|((of, _), _)| *of == key)
            .map(|((_, currency), sum)| (currency.as_str(), *sum))
            .collect()
    }

    /// Adds a row: its sums always, its cells only up to [`ROWS_MAX`].
    pub fn add(&mut self, context: &Context, row: &Value) {
        self.seen += 1;
        for spec in self.specs {
            // Credits stand beside what is notified, not in it.
            let Show::Sum(currency) = spec.show else { continue };
            if row[spec.key].is_string() && row["credit"] != Value::Bool(true) {
                let sum = self.sums.entry((spec.key, text(row, currency).to_owned())).or_default();
                *sum = sum.saturating_add(amount(row, spec.key));
            }
        }
        if self.rows.len() < ROWS_MAX {
            self.rows.push(self.specs.iter().map(|spec| cell(context, spec, row)).collect());
        }
    }

    /// Prints a row as JSON if that is asked for, else adds it.
    pub fn take(&mut self, context: &mut Context, row: &Value) -> Result<(), Problem> {
        if context.json {
            self.seen += 1;
            return context.out.json(row);
        }
        self.add(context, row);
        Ok(())
    }

    /// Prints the table, and what of it is not shown; what is left out for want of room is told at the end.
    pub fn print(self, context: &mut Context) -> Result<(), Problem> {
        let heading = |spec: &Spec| context.text(&format!("col-{}", spec.key.replace('_', "-")), &[]);
        let columns = self.specs.iter().map(|spec| Column {
            heading: heading(spec),
            align: match spec.show {
                Show::Amount | Show::Sum(_) | Show::Count => Align::Right,
                _ => Align::Left,
            },
            cut_to: match spec.show {
                Show::Cut(cells) => Some(cells),
                _ => None,
            },
            spare: spec.spare,
        });
        let columns: Vec<Column> = columns.collect();
        let totals = (self.rows.len() > 1).then(|| self.totals(context)).flatten();
        let table = Table { columns, rows: self.rows, totals };
        let drawn = table.draw(context.width, context.paint);
        context.out.text(&drawn.text)?;
        if self.seen > ROWS_MAX {
            let more = context.count("rows-not-shown", self.seen - ROWS_MAX);
            context.toned(Tone::Warn, &more)?;
        }
        context.left_out.extend(drawn.left_out);
        context.out.line("")
    }

    /// The row of totals, where amounts are of one currency only.
    fn totals(&self, context: &Context) -> Option<Vec<Cell>> {
        let mut has_any = false;
        let total = |spec: &Spec| {
            let sums = self.sums(spec.key);
            let of_rows: Vec<_> = sums.iter().filter(|(currency, _)| !currency.is_empty()).collect();
            match (spec.show, of_rows.as_slice()) {
                (Show::Sum(_), [(_, sum)]) => {
                    has_any = true;
                    Cell::new(context.decimal(*sum, sum.scale()), Tone::Strong)
                }
                _ => Cell::default(),
            }
        };
        let totals: Vec<Cell> = self.specs.iter().map(total).collect();
        has_any.then_some(totals)
    }
}

fn cell(context: &Context, spec: &Spec, row: &Value) -> Cell {
    let tone = (spec.tone)(row);
    let value = &row[spec.key];
    match spec.show {
        Show::Word(prefix) => {
            let code = value.as_str().unwrap_or("");
            let id = format!("{prefix}-{}", code.replace(['_', ' '], "-"));
            let word = if context.words.messages.has(&id) { context.text(&id, &[]) } else { visible(code) };
            Cell::new(word, tone)
        }
        Show::Text | Show::Cut(_) | Show::Short(_) | Show::Count => match value {
            Value::String(text) => {
                let most = if let Show::Short(most) = spec.show { most } else { usize::MAX };
                Cell::new(text.chars().take(most).map(visible_char).collect::<String>(), tone)
            }
            Value::Number(number) => Cell::new(number.to_string(), tone),
            _ => Cell::default(),
        },
        Show::Amount | Show::Sum(_) => {
            let plain = value.as_str().unwrap_or("");
            let is_nothing = !plain.is_empty() && plain.bytes().all(|b| b == b'0' || b == b'.');
            let tone = if is_nothing && tone == Tone::Plain { Tone::Dim } else { tone };
            Cell::new(visible(&context.number(plain)), tone)
        }
        Show::Flag => match value {
            Value::Bool(true) => {
                Cell::new(context.text(&format!("flag-{}", spec.key.replace('_', "-")), &[]), tone)
            }
            _ => Cell::default(),
        },
        Show::Share(part, whole) => match share(row, part, whole) {
            Some(share) => Cell::new(format!("{:<8} {:>4}", bar(share), percent(context.words, share)), tone),
            None => Cell::default(),
        },
    }
}

/// The share of one amount of a row in another, if both are there and the whole is more than nothing.
pub fn share(row: &Value, part: &str, whole: &str) -> Option<f64> {
    let whole = amount(row, whole);
    if whole <= Decimal::ZERO || row[part].is_null() {
        return None;
    }
    amount(row, part).checked_div(whole)?.to_f64()
}

/// A share as whole percent, with its bound from ten times the whole on.
pub fn percent(words: &Words, share: f64) -> String {
    if share >= 9.995 { "> 9×".to_owned() } else { words.percent(share) }
}

/// Green in full, yellow in part, red not at all, by the insured share of a row's insurable open amount; credits are dim.
pub fn insured_tone(row: &Value) -> Tone {
    match share(row, "insured", "insurable_open") {
        Some(share) if share >= 1.0 => Tone::Good,
        Some(share) if share > 0.0 => Tone::Warn,
        Some(_) => Tone::Bad,
        None => Tone::Dim,
    }
}

/// Green while room is left, yellow from nine tenths on, red beyond the sum.
pub fn used_tone(share: Option<f64>) -> Tone {
    match share {
        Some(share) if share > 1.0 => Tone::Bad,
        Some(share) if share >= 0.9 => Tone::Warn,
        Some(_) => Tone::Good,
        None => Tone::Dim,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn shares_are_of_what_is_there() {
        let row = json!({ "insured": "25.00", "open": "100.00", "nothing": "0.00", "absent": null });
        assert_eq!(share(&row, "insured", "open"), Some(0.25));
        assert_eq!(share(&row, "insured", "nothing"), None);
        assert_eq!(share(&row, "absent", "open"), None);
        assert_eq!(share(&row, "open", "missing"), None);
    }

    #[test]
    fn percent_is_exact_at_the_ends() {
        for (share, expected) in
            [(0.0, "0%"), (0.0001, "1%"), (0.5, "50%"), (0.9999, "99%"), (1.0, "100%"), (50.0, "> 9×")]
        {
            assert_eq!(percent(Words::of("en"), share), expected, "{share}");
        }
    }

    #[test]
    fn tones_tell_what_is_insured() {
        let row = |insured: &str, open: Value| json!({ "insured": insured, "insurable_open": open });
        for (insured, open, tone) in [
            ("10.00", json!("10.00"), Tone::Good),
            ("9.99", json!("10.00"), Tone::Warn),
            ("0.00", json!("10.00"), Tone::Bad),
            ("0.00", json!("-5.00"), Tone::Dim),
            ("0.00", Value::Null, Tone::Dim),
        ] {
            assert_eq!(insured_tone(&row(insured, open)), tone);
        }
    }
}
