//! A report as one JSON object, written while it is walked.
//!
//! Keys are the same in every language, texts are in the reader's. Amounts and percentages are texts in plain decimals,
//! so that no reader rounds them; dates are ISO; what is absent is `null`.

use crate::failure::not_written;
use crate::model::{Block, Chart, Column, ColumnKind, Fact, Letter, Report, Row, Table, Value};
use crate::plain::{plain, unused};
use crate::wording::Wording;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::HashSet;
use std::io::Write;

/// Writes the whole report: `name`, `language`, `title`, `subtitle`, `mark`, `letter`, `facts` (those of the report and of
/// its blocks, by key), `texts` (headings and paragraphs), `tables` (rows by name of the table; each has `row_kind` and its
/// cells by key of the column), `columns` (by name of the table: key, label, kind and, where all amounts are in one,
/// currency), `charts`, `made_from`.
///
/// # Errors
///
/// `output-failed` if `out` cannot take it.
pub fn write(report: &Report, wording: &dyn Wording, out: &mut (impl Write + ?Sized)) -> Result<(), Problem> {
    serde_json::to_writer(&mut *out, &Whole(report, wording)).map_err(|error| not_written(&error))?;
    out.write_all(b"\n").and_then(|()| out.flush()).map_err(|error| not_written(&error))
}

struct Whole<'a>(&'a Report, &'a dyn Wording);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Whole(report, wording) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &report.name)?;
        map.serialize_entry("language", wording.language())?;
        map.serialize_entry("title", &report.title)?;
        map.serialize_entry("subtitle", &report.subtitle)?;
        map.serialize_entry("mark", &report.mark.as_ref().map(|mark| &mark.text))?;
        map.serialize_entry("letter", &report.letter.as_ref().map(LetterOf))?;
        let in_blocks = report.blocks.iter().filter_map(|block| match block {
            Block::Facts(facts) => Some(facts),
            _ => None,
        });
        map.serialize_entry("facts", &Facts(report.facts.iter().chain(in_blocks.flatten()).collect()))?;
        let texts = report.blocks.iter().filter_map(|block| match block {
            Block::Heading(text) | Block::Text(text) => Some(text),
            _ => None,
        });
        map.serialize_entry("texts", &texts.collect::<Vec<_>>())?;
        let mut used = HashSet::new();
        let (mut tables, mut charts) = (Vec::new(), Vec::new());
        for block in &report.blocks {
            match block {
                Block::Table(table) => tables.push((unused(&table.key, &mut used), table)),
                Block::Chart(chart) => charts.push((unused(&chart.key, &mut used), chart)),
                _ => {}
            }
        }
        map.serialize_entry("tables", &named(&tables, Rows))?;
        map.serialize_entry("columns", &named(&tables, Columns))?;
        map.serialize_entry("charts", &named(&charts, ChartOf))?;
        map.serialize_entry("made_from", &report.made_from)?;
        map.end()
    }
}

/// An object of things by their names.
struct Named<'a, R>(Vec<(&'a str, R)>);

fn named<'a, T, R>(things: &'a [(String, &'a T)], write: impl Fn(&'a T) -> R) -> Named<'a, R> {
    Named(things.iter().map(|(name, thing)| (name.as_str(), write(thing))).collect())
}

impl<R: Serialize> Serialize for Named<'_, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, thing)| (name, thing)))
    }
}

struct LetterOf<'a>(&'a Letter);

impl Serialize for LetterOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let letter = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("sender", &letter.sender)?;
        map.serialize_entry("recipient", &letter.recipient)?;
        map.serialize_entry("place_and_date", &letter.place_and_date)?;
        map.serialize_entry("references", &Facts(letter.references.iter().collect()))?;
        map.serialize_entry("salutation", &letter.salutation)?;
        map.serialize_entry("opening", &letter.opening)?;
        map.serialize_entry("closing", &letter.closing)?;
        map.serialize_entry("signatures", &letter.signatures)?;
        map.end()
    }
}

struct Facts<'a>(Vec<&'a Fact>);

impl Serialize for Facts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut used = HashSet::new();
        serializer.collect_map(self.0.iter().map(|fact| (unused(&fact.key, &mut used), ValueOf(&fact.value))))
    }
}

struct ValueOf<'a>(&'a Value);

impl Serialize for ValueOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Empty => serializer.serialize_none(),
            Value::Integer(number) => serializer.serialize_i64(*number),
            Value::Flag(flag) => serializer.serialize_bool(*flag),
            value => serializer.serialize_str(&plain(value)),
        }
    }
}

struct Rows<'a>(&'a Table);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.rows.iter().map(|row| RowOf(&self.0.columns, row)))
    }
}

struct RowOf<'a>(&'a [Column], &'a Row);

impl Serialize for RowOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len() + 1))?;
        map.serialize_entry("row_kind", self.1.kind.key())?;
        for (column, value) in self.0.iter().zip(&self.1.cells) {
            map.serialize_entry(&column.key, &ValueOf(value))?;
        }
        map.end()
    }
}

struct Columns<'a>(&'a Table);

impl Serialize for Columns<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let columns = self.0.columns.iter().enumerate();
        serializer.collect_seq(columns.map(|(at, column)| ColumnOf(column, self.0.currency(at))))
    }
}

struct ColumnOf<'a>(&'a Column, Option<Currency>);

impl Serialize for ColumnOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("key", &self.0.key)?;
        map.serialize_entry("label", &self.0.label)?;
        map.serialize_entry("kind", self.0.kind.key())?;
        if let Some(currency) = self.1 {
            map.serialize_entry("currency", currency.code())?;
        }
        map.end()
    }
}

struct ChartOf<'a>(&'a Chart);

impl Serialize for ChartOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let chart = self.0;
        let table = chart.table();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("title", &chart.title)?;
        map.serialize_entry("description", &chart.description)?;
        map.serialize_entry("currency", chart.currency.code())?;
        map.serialize_entry("columns", &Columns(&table))?;
        map.serialize_entry("rows", &Rows(&table))?;
        map.end()
    }
}

impl ColumnKind {
    /// Its name in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            ColumnKind::Text => "text",
            ColumnKind::Amount => "amount",
            ColumnKind::Day => "date",
            ColumnKind::Integer => "integer",
            ColumnKind::Percent => "percent",
            ColumnKind::Decimal => "decimal",
            ColumnKind::Flag => "flag",
        }
    }
}

impl Table {
    /// The currency of a column, if all its amounts are in one.
    #[must_use]
    pub fn currency(&self, column: usize) -> Option<Currency> {
        let mut currencies = self.rows.iter().filter_map(|row| match row.cells.get(column) {
            Some(Value::Amount(_, currency)) => Some(*currency),
            _ => None,
        });
        let first = currencies.next()?;
        currencies.all(|other| other == first).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Plain, sample};
    use serde_json::{Value as Json, json};

    fn written(report: &Report) -> Json {
        let mut out = Vec::new();
        write(report, &Plain("de"), &mut out).unwrap();
        assert_eq!(out.last(), Some(&b'\n'));
        serde_json::from_slice(&out).unwrap()
    }

    #[test]
    fn r8_2_the_whole_report_is_one_object_by_its_keys() {
        let mut report = sample();
        report.blocks.push(Block::Facts(vec![Fact::new("run", "Run", Value::Empty)]));
        let json = written(&report);
        assert_eq!(
            json["facts"],
            json!({ "policy": "HK/2025-1", "key_date": "2025-06-30", "run": 7, "run-2": null })
        );
        assert_eq!(json["texts"], json!(["Named buyers"]));
        assert_eq!((&json["mark"], &json["letter"]), (&Json::Null, &Json::Null));
        assert_eq!(json["language"], "de");
        assert_eq!(
            json["tables"]["buyers"][1],
            json!({
                "row_kind": "line", "account": "0012/0/D", "name": "Müller & Söhne \"GmbH\"; Köln", "since": "2024-02-29",
                "open": "123456.78", "items": 3, "insured_percent": "87.5", "rate": "1.0956", "co_insured": true
            })
        );
        assert_eq!(
            json["columns"]["buyers"][3],
            json!({ "key": "open", "label": "Open", "kind": "amount", "currency": "EUR" })
        );
        let kinds: Vec<&Json> =
            json["tables"]["buyers"].as_array().unwrap().iter().map(|row| &row["row_kind"]).collect();
        assert_eq!(kinds, ["group", "line", "line", "subtotal", "line", "subtotal", "total"]);
    }

    #[test]
    fn r8_2_what_is_absent_is_there_as_nothing() {
        let json = written(&Report::default());
        for key in ["facts", "tables", "columns", "charts"] {
            assert_eq!(json[key], json!({}), "{key}");
        }
        assert_eq!(json["texts"], json!([]));
    }
}
