//! Reads a map file from TOML, every complaint with its line.

use crate::decode::Encoding;
use crate::field::DateFormat;
use crate::map::{Distinct, Entry, MapFile, NumberRule, Section, SignRule};
use crate::map_books::Books;
use crate::nearest::nearest;
use crate::schema::{ALL, ITEM_KINDS, Schema};
use obligo_rules::problem::Problem;
use std::collections::HashMap;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// Longest map file in bytes (R14.2).
const MAP_BYTES_MAX: usize = 1024 * 1024;

const KEYS: [&str; 19] = [
    "delimiter",
    "encoding",
    "header_line",
    "sheet",
    "date_format",
    "decimal",
    "thousands",
    "round_amounts",
    "ignore",
    "ignore_unknown",
    "distinct",
    "columns",
    "fixed",
    "values",
    "number",
    "sign",
    "skip",
    "keep",
    "kind_by_sign",
];

pub(crate) type Key<'a> = Spanned<DeString<'a>>;
pub(crate) type Value<'a> = Spanned<DeValue<'a>>;

pub(crate) fn map_file(name: &str, text: &str) -> Result<MapFile, Problem> {
    let reader = Reader { name, text };
    if text.len() > MAP_BYTES_MAX {
        return Err(Problem::refused("map-too-long").in_file(name).with("limit", MAP_BYTES_MAX));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let reader = Reader { text, ..reader };
    let root = DeTable::parse(text).map_err(|error| {
        let problem = Problem::refused("map-syntax").in_file(name).with("reason", error.message());
        error.span().map_or(problem.clone(), |span| problem.at_line(reader.line(span.start)))
    })?;
    let mut map = MapFile {
        name: name.to_owned(),
        shared: Section::default(),
        kinds: Vec::new(),
        books: Books::default(),
    };
    for (key, value) in root.get_ref() {
        if key.get_ref() == "books" {
            map.books = crate::map_books::books(&reader, reader.table(key, value)?)?;
            continue;
        }
        match ALL.iter().find(|schema| schema.kind == key.get_ref().as_ref()) {
            Some(schema) => {
                let mut section = Section::default();
                for (key, value) in reader.table(key, value)? {
                    reader.entry(&mut section, Some(schema), key, value)?;
                }
                reader.check(&section)?;
                map.kinds.push((schema.kind, section));
            }
            None => reader.entry(&mut map.shared, None, key, value)?,
        }
    }
    reader.check(&map.shared)?;
    Ok(map)
}

#[derive(Clone, Copy)]
pub(crate) struct Reader<'t> {
    name: &'t str,
    text: &'t str,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> u64 {
        1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count() as u64
    }

    fn problem(&self, code: &'static str, key: &Key) -> Problem {
        Problem::refused(code)
            .in_file(self.name)
            .at_line(self.line(key.span().start))
            .at_column(key.get_ref())
            .with("key", key.get_ref())
    }

    /// `expected` names a form the catalogue describes.
    pub(crate) fn bad(&self, key: &Key, value: &Value, expected: &str) -> Problem {
        let raw = self.text.get(value.span()).unwrap_or_default().trim_matches(['"', '\'']);
        let line = self.line(value.span().start);
        self.problem("map-bad-value", key).at_line(line).of_value(raw).with("expected", expected)
    }

    fn table<'v, 'a>(&self, key: &Key, value: &'v Value<'a>) -> Result<&'v DeTable<'a>, Problem> {
        value.get_ref().as_table().ok_or_else(|| self.bad(key, value, "table"))
    }

    fn flag(&self, key: &Key, value: &Value) -> Result<Option<bool>, Problem> {
        value.get_ref().as_bool().map(Some).ok_or_else(|| self.bad(key, value, "true-or-false"))
    }

    /// A text; numbers and truth values are taken as they are written.
    pub(crate) fn string(&self, key: &Key, value: &Value) -> Result<String, Problem> {
        match value.get_ref() {
            DeValue::String(text) => Ok(text.trim().to_owned()),
            DeValue::Boolean(flag) => Ok(flag.to_string()),
            DeValue::Integer(_) => Ok(self.text.get(value.span()).unwrap_or_default().to_owned()),
            _ => Err(self.bad(key, value, "text")),
        }
    }

    pub(crate) fn strings(&self, key: &Key, value: &Value) -> Result<Vec<String>, Problem> {
        match value.get_ref().as_array() {
            Some(array) => array.iter().map(|value| self.string(key, value)).collect(),
            None => Err(self.bad(key, value, "texts")),
        }
    }

    fn character(&self, key: &Key, value: &Value) -> Result<char, Problem> {
        let mut characters = value.get_ref().as_str().unwrap_or_default().chars();
        match (characters.next(), characters.next()) {
            (Some(only), None)
                if !only.is_ascii_digit() && !matches!(only, '"' | '\r' | '\n' | '-' | '+' | '\0') =>
            {
                Ok(only)
            }
            _ => Err(self.bad(key, value, "one-character")),
        }
    }

    fn entry(
        &self,
        section: &mut Section,
        schema: Option<&Schema>,
        key: &Key,
        value: &Value,
    ) -> Result<(), Problem> {
        let reads = |expected: &str| self.bad(key, value, expected);
        let text = value.get_ref().as_str();
        match key.get_ref().as_ref() {
            "delimiter" => {
                let delimiter = self.character(key, value)?;
                section.delimiter =
                    Some(u8::try_from(delimiter).ok().filter(u8::is_ascii).ok_or(reads("one-character"))?);
            }
            "encoding" => {
                let label = text.ok_or(reads("encoding"))?;
                section.encoding = Some(Encoding::parse(label).ok_or(reads("encoding"))?);
            }
            "header_line" => {
                let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
                section.header_line = Some(number.filter(|line| *line > 0).ok_or(reads("line-number"))?);
            }
            "sheet" => section.sheet = Some(self.string(key, value)?),
            "date_format" => {
                section.date_format = Some(text.and_then(DateFormat::parse).ok_or(reads("date-format"))?);
            }
            "decimal" => section.decimal = Some(self.character(key, value)?),
            "thousands" => section.thousands = Some(self.character(key, value)?),
            "round_amounts" => section.round_amounts = self.flag(key, value)?,
            "ignore_unknown" => section.ignore_unknown = self.flag(key, value)?,
            "ignore" => section.ignore = self.strings(key, value)?,
            "distinct" => {
                section.distinct = Some(match value.get_ref() {
                    DeValue::Boolean(true) => Distinct::Whole,
                    DeValue::Boolean(false) => Distinct::No,
                    DeValue::Array(names) => {
                        for (name, value) in self.strings(key, value)?.iter().zip(names.iter()) {
                            self.known_column(schema, key, name, self.line(value.span().start))?;
                        }
                        Distinct::Columns(self.strings(key, value)?)
                    }
                    _ => return Err(reads("distinct")),
                });
            }
            "columns" => section.columns = self.rules(schema, key, value, Self::string)?,
            "fixed" => section.fixed = self.rules(schema, key, value, Self::string)?,
            "values" => section.values = self.rules(schema, key, value, Self::texts)?,
            "number" => section.number = self.rules(schema, key, value, Self::number_rule)?,
            "sign" => {
                section.sign = self.rules(schema, key, value, Self::sign_rule)?;
                let kinds = schema.is_none_or(|schema| schema.kind == "items");
                if !kinds && section.sign.iter().any(|rule| rule.value == SignRule::ByKind) {
                    return Err(reads("sign-rule"));
                }
            }
            "skip" => section.skip = self.filters(key, value)?,
            "keep" => section.keep = self.filters(key, value)?,
            "kind_by_sign" if schema.is_none_or(|schema| schema.kind == "items") => {
                section.kind_by_sign = Some(self.kind_by_sign(key, value)?);
            }
            unknown => {
                let kinds = ALL.iter().map(|other| other.kind).chain(["books"]).filter(|_| schema.is_none());
                return Err(self.unknown(
                    "map-unknown-key",
                    key,
                    nearest(unknown, KEYS.into_iter().chain(kinds)),
                ));
            }
        }
        Ok(())
    }

    pub(crate) fn unknown(&self, code: &'static str, key: &Key, near: Option<&str>) -> Problem {
        self.problem(code, key).with("nearest", near.unwrap_or("none"))
    }

    fn known_column(&self, schema: Option<&Schema>, key: &Key, name: &str, line: u64) -> Result<(), Problem> {
        let known =
            || ALL.iter().filter(|all| schema.is_none_or(|own| own.kind == all.kind)).flat_map(|s| s.columns);
        if known().any(|column| column.name == name) {
            return Ok(());
        }
        let near = nearest(name, known().map(|column| column.name));
        Err(self.unknown("map-unknown-column", key, near).at_line(line).at_column(name).with("column", name))
    }

    fn rules<'v, T>(
        &self,
        schema: Option<&Schema>,
        key: &Key,
        value: &'v Value,
        read: impl Fn(&Self, &Key, &'v Value) -> Result<T, Problem>,
    ) -> Result<Vec<Entry<T>>, Problem> {
        let mut rules = Vec::new();
        for (key, value) in self.table(key, value)? {
            let line = self.line(key.span().start);
            self.known_column(schema, key, key.get_ref(), line)?;
            rules.push(Entry { key: key.get_ref().to_string(), line, value: read(self, key, value)? });
        }
        Ok(rules)
    }

    fn filters(&self, key: &Key, value: &Value) -> Result<Vec<Entry<Vec<String>>>, Problem> {
        let mut filters = Vec::new();
        for (key, value) in self.table(key, value)? {
            let line = self.line(key.span().start);
            filters.push(Entry {
                key: key.get_ref().trim().to_owned(),
                line,
                value: self.strings(key, value)?,
            });
        }
        Ok(filters)
    }

    pub(crate) fn texts(&self, key: &Key, value: &Value) -> Result<HashMap<String, String>, Problem> {
        self.table(key, value)?
            .iter()
            .map(|(their, ours)| Ok((their.get_ref().trim().to_owned(), self.string(their, ours)?)))
            .collect()
    }

    fn number_rule(&self, key: &Key, value: &Value) -> Result<NumberRule, Problem> {
        match value.get_ref().as_str() {
            Some("as_is") => Ok(NumberRule::AsIs),
            Some("digits") => Ok(NumberRule::Digits),
            Some("no_leading_zeros") => Ok(NumberRule::NoLeadingZeros),
            _ => Err(self.bad(key, value, "number-rule")),
        }
    }

    fn sign_rule(&self, key: &Key, value: &Value) -> Result<SignRule, Problem> {
        match value.get_ref().as_str() {
            Some("as_is") => Ok(SignRule::AsIs),
            Some("negate") => Ok(SignRule::Negate),
            Some("by_kind") => Ok(SignRule::ByKind),
            _ => Err(self.bad(key, value, "sign-rule")),
        }
    }

    fn kind_by_sign(&self, key: &Key, value: &Value) -> Result<(String, String), Problem> {
        let (mut positive, mut negative) = (None, None);
        for (side, kind) in self.table(key, value)? {
            let text = self.string(side, kind)?;
            if !ITEM_KINDS.contains(&text.as_str()) {
                return Err(self.bad(side, kind, "item-kind"));
            }
            match side.get_ref().as_ref() {
                "positive" => positive = Some(text),
                "negative" => negative = Some(text),
                other => {
                    return Err(self.unknown(
                        "map-unknown-key",
                        side,
                        nearest(other, ["positive", "negative"]),
                    ));
                }
            }
        }
        positive.zip(negative).ok_or_else(|| self.bad(key, value, "kind-by-sign"))
    }

    /// What no single key shows.
    fn check(&self, section: &Section) -> Result<(), Problem> {
        let refuse = |entry: &Entry<String>| {
            let problem = Problem::refused("map-column-twice").in_file(self.name);
            Err(problem.at_line(entry.line).at_column(&entry.key).with("column", &entry.key))
        };
        for entry in &section.fixed {
            if section.columns.iter().any(|other| other.key == entry.key) {
                return refuse(entry);
            }
        }
        if section.decimal.is_some() && section.decimal == section.thousands {
            let is_key = |line: &str| line.trim_start().starts_with("thousands");
            let line = self.text.lines().position(is_key).map_or(1, |n| n as u64 + 1);
            let problem = Problem::refused("map-same-signs").in_file(self.name);
            return Err(problem.at_line(line).at_column("thousands"));
        }
        Ok(())
    }
}
