//! Reads typed values from a TOML document and notes for every key asked that it is known, so that the sections are
//! the only list of keys there is.

use crate::nearest::nearest;
use obligo_rules::calendar::Day;
use obligo_rules::money::{AMOUNT_MINOR_MAX, AmountError, Currency, format_minor, parse_minor};
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Problems told of one file; the rest would only bury them.
pub const PROBLEMS_MAX: usize = 1000;

/// Longer key paths are cut off in problems.
const PATH_SHOWN_MAX: usize = 200;

/// Where the keys of cases are.
const CASE: &str = "example[]";

/// A file in reading: its text, what is wrong with it, and the keys asked so far.
pub(super) struct Document<'a> {
    file: &'a str,
    text: &'a str,
    line_starts: Vec<usize>,
    problems: RefCell<Vec<(usize, Problem)>>,
    /// Keys with a value, and tables read key by key; `[]` stands for the index of an array.
    leaves: RefCell<BTreeSet<String>>,
    tables: RefCell<BTreeSet<String>>,
    currency: Cell<Option<Currency>>,
}

impl<'a> Document<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Document<'a> {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        Document {
            file,
            text,
            line_starts,
            problems: RefCell::default(),
            leaves: RefCell::default(),
            tables: RefCell::default(),
            currency: Cell::new(None),
        }
    }

    /// Line and character of a byte offset, both from 1.
    pub(super) fn position(&self, offset: usize) -> (u64, u64) {
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1);
        let before = self.text.get(self.line_starts[line - 1]..offset).unwrap_or_default();
        (line as u64, before.chars().count() as u64 + 1)
    }

    /// A problem at this place and key; an empty key is none.
    pub(super) fn problem(&self, code: &'static str, offset: usize, key: &str) -> Problem {
        let (line, character) = self.position(offset);
        let problem = Problem::refused(code).in_file(self.file).at_line(line).with("character", character);
        if key.is_empty() {
            return problem;
        }
        let key: String = key.chars().take(PATH_SHOWN_MAX).collect();
        problem.at_column(&key).with("key", key)
    }

    pub(super) fn push(&self, offset: usize, problem: Problem) {
        let mut problems = self.problems.borrow_mut();
        if problems.len() < PROBLEMS_MAX {
            problems.push((offset, problem));
        }
    }

    /// Sets the currency that amounts are read in.
    pub(super) fn set_currency(&self, currency: Option<Currency>) {
        self.currency.set(currency);
    }

    /// All problems in the order of the file.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|(offset, _)| *offset);
        problems.into_iter().map(|(_, problem)| problem).collect()
    }

    /// Refuses every key of the document that no section has asked for.
    pub(super) fn report_unknown_keys(&self, root: &DeTable<'_>) {
        self.unknown_keys(root, "", "");
    }

    fn unknown_keys(&self, table: &DeTable<'_>, path: &str, known_path: &str) {
        for (key, value) in table {
            if self.problems.borrow().len() >= PROBLEMS_MAX {
                return;
            }
            let name = key.get_ref().as_ref();
            let (path, known) = (join(path, name), join(known_path, name));
            let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
            if plain && self.tables.borrow().contains(&known) {
                match value.get_ref() {
                    DeValue::Table(inner) => self.unknown_keys(inner, &path, &known),
                    DeValue::Array(list) => {
                        for (i, element) in list.iter().enumerate() {
                            if let DeValue::Table(inner) = element.get_ref() {
                                self.unknown_keys(
                                    inner,
                                    &format!("{path}[{}]", i + 1),
                                    &format!("{known}[]"),
                                );
                            }
                        }
                    }
                    _ => {}
                }
            } else if !plain || !self.leaves.borrow().contains(&known) {
                let offset = key.span().start;
                let (nearest, known) = self.known_beside(known_path, name);
                let problem = self.problem("policy-unknown-key", offset, &path).of_value(name);
                self.push(offset, problem.with("nearest", nearest).with("known", known));
            }
        }
    }

    /// The known key that is meant: the same key in another section (cases only among themselves), else the most
    /// similar one beside it; and all keys beside it. `none` if there is none.
    fn known_beside(&self, parent: &str, name: &str) -> (String, String) {
        let (leaves, tables) = (self.leaves.borrow(), self.tables.borrow());
        let known = leaves.union(&tables).map(|path| path.rsplit_once('.').unwrap_or(("", path)));
        let (siblings, others): (Vec<_>, Vec<_>) = known.partition(|(of, _)| *of == parent);
        let in_cases = parent.starts_with(CASE);
        let moved = others.iter().find(|(of, leaf)| *leaf == name && of.starts_with(CASE) == in_cases);
        let similar = || {
            let leaf = nearest(name, siblings.iter().map(|(_, leaf)| *leaf))?;
            Some((parent, leaf))
        };
        let meant = moved
            .copied()
            .or_else(similar)
            .map_or("none".to_owned(), |(of, leaf)| join(of, leaf).replace("[]", ""));
        let beside: Vec<&str> = siblings.iter().map(|(_, leaf)| *leaf).collect();
        (meant, beside.join(", "))
    }

    /// Whether a clause may name this key; below `[premium]` keys are free.
    fn is_known(&self, path: &str) -> bool {
        let known = self.leaves.borrow().contains(path) || self.tables.borrow().contains(path);
        (known && path != "example" && path != "clause") || path.starts_with("premium.")
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// A table of the document, absent or not; every read notes the key as known.
pub(super) struct Section<'a> {
    pub(super) document: &'a Document<'a>,
    table: Option<&'a DeTable<'a>>,
    path: String,
    known_path: String,
    offset: usize,
}

/// A value with its key.
pub(super) struct Entry<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) value: &'a DeValue<'a>,
    pub(super) path: String,
    pub(super) offset: usize,
    literal: &'a str,
}

impl<'a> Section<'a> {
    pub(super) fn root(document: &'a Document<'a>, table: &'a DeTable<'a>) -> Section<'a> {
        Section { document, table: Some(table), path: String::new(), known_path: String::new(), offset: 0 }
    }

    /// Whether the file has no such table, or one without keys.
    pub(super) fn is_empty(&self) -> bool {
        self.table.is_none_or(DeTable::is_empty)
    }

    /// Byte offset of the table's header, or of the nearest table around it.
    pub(super) fn offset(&self) -> usize {
        self.offset
    }

    /// The full path of one of its keys.
    pub(super) fn path_of(&self, key: &str) -> String {
        join(&self.path, key)
    }

    fn find(&self, key: &str) -> Option<Entry<'a>> {
        self.table?.get(key).map(|value| Entry::new(self.document, value, self.path_of(key)))
    }

    /// The value of `key`, whatever its type.
    pub(super) fn entry(&self, key: &str) -> Option<Entry<'a>> {
        self.document.leaves.borrow_mut().insert(join(&self.known_path, key));
        self.find(key)
    }

    /// The value of `key`; a problem if the file has none.
    pub(super) fn required(&self, key: &str) -> Option<Entry<'a>> {
        let entry = self.entry(key);
        if entry.is_none() {
            self.missing(key);
        }
        entry
    }

    /// The table `key`, empty if absent.
    pub(super) fn section(&self, key: &str) -> Section<'a> {
        let known_path = join(&self.known_path, key);
        self.document.tables.borrow_mut().insert(known_path.clone());
        let entry = self.find(key);
        let offset = entry.as_ref().map_or(self.offset, |entry| entry.offset);
        let table = entry.and_then(|entry| entry.table());
        Section { document: self.document, table, path: self.path_of(key), known_path, offset }
    }

    /// The tables of the array `key`.
    pub(super) fn sections(&self, key: &str) -> Vec<Section<'a>> {
        let known_path = join(&self.known_path, key);
        self.document.tables.borrow_mut().insert(known_path.clone());
        let elements = self.find(key).map(|entry| entry.elements()).unwrap_or_default();
        let section = |entry: Entry<'a>| Section {
            document: self.document,
            table: entry.table(),
            offset: entry.offset,
            path: entry.path,
            known_path: format!("{known_path}[]"),
        };
        elements.into_iter().map(section).filter(|section| section.table.is_some()).collect()
    }

    /// Reports that `key` is missing.
    pub(super) fn missing(&self, key: &str) {
        let problem = self.document.problem("policy-missing-key", self.offset, &self.path_of(key));
        self.document.push(self.offset, problem);
    }

    pub(super) fn text(&self, key: &str) -> Option<String> {
        self.entry(key)?.text().map(str::to_owned)
    }

    /// A text that people also write as a bare number.
    pub(super) fn label(&self, key: &str) -> Option<String> {
        let entry = self.entry(key)?;
        match entry.value {
            DeValue::Integer(n) if n.radix() == 10 => Some(entry.literal.to_owned()),
            _ => entry.text().map(str::to_owned),
        }
    }

    pub(super) fn flag(&self, key: &str) -> Option<bool> {
        let entry = self.entry(key)?;
        entry.value.as_bool().or_else(|| entry.wrong_type("flag"))
    }

    /// A whole number in the range.
    pub(super) fn number<N: TryFrom<u32>>(&self, key: &str, range: RangeInclusive<u32>) -> Option<N> {
        let entry = self.entry(key)?;
        let DeValue::Integer(n) = entry.value else { return entry.wrong_type("number") };
        let parsed = i64::from_str_radix(n.as_str(), n.radix()).ok().and_then(|n| u32::try_from(n).ok());
        let fits = parsed.filter(|n| range.contains(n)).and_then(|n| N::try_from(n).ok());
        fits.or_else(|| entry.out_of_range(range.start(), range.end()))
    }

    /// An amount in minor units of the policy's currency, taken from the literal text, not below `least`.
    pub(super) fn amount(&self, key: &str, least: i64) -> Option<i64> {
        self.entry(key)?.amount(least)
    }

    /// A percentage from 0 to 100, exact.
    pub(super) fn percent(&self, key: &str) -> Option<Decimal> {
        let entry = self.entry(key)?;
        let digits = entry.decimal_text().or_else(|| entry.wrong_type("percentage"))?;
        let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-' || b == b'+');
        let value = plain.then(|| digits.parse::<Decimal>().ok()).flatten();
        let Some(value) = value else { return entry.wrong_type("percentage") };
        let fits = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&value);
        if fits { Some(value.normalize()) } else { entry.out_of_range(&0, &100) }
    }

    pub(super) fn date(&self, key: &str) -> Option<Day> {
        self.entry(key)?.date()
    }

    /// One of the spellings.
    pub(super) fn choice<T: Copy>(&self, key: &str, spellings: &[(&str, T)]) -> Option<T> {
        self.entry(key)?.choice(spellings)
    }

    /// A list of these spellings.
    pub(super) fn choices<T: Copy>(&self, key: &str, spellings: &[(&str, T)]) -> Option<Vec<T>> {
        let entry = self.entry(key)?;
        entry.value.as_array().is_some().then_some(()).or_else(|| entry.wrong_type("list"))?;
        Some(entry.elements().iter().filter_map(|element| element.choice(spellings)).collect())
    }

    /// `clause."terms.max_extension_days" = "§ 9.2"`, also nested; after all sections have been read.
    pub(super) fn clauses(&self) -> BTreeMap<String, String> {
        let mut clauses = BTreeMap::new();
        if let Some(table) = self.entry("clause").and_then(|entry| entry.table()) {
            self.clauses_of(table, "", &mut clauses);
        }
        clauses
    }

    fn clauses_of(&self, table: &'a DeTable<'a>, prefix: &str, clauses: &mut BTreeMap<String, String>) {
        for (key, value) in table {
            if self.document.problems.borrow().len() >= PROBLEMS_MAX {
                return;
            }
            let named = join(prefix, key.get_ref());
            let entry = Entry::new(self.document, value, format!("clause.\"{named}\""));
            if let DeValue::Table(inner) = entry.value {
                self.clauses_of(inner, &named, clauses);
            } else if !self.document.is_known(&named) {
                let (parent, leaf) = named.rsplit_once('.').unwrap_or(("", &named));
                let (nearest, _) = self.document.known_beside(parent, leaf);
                entry.refuse_at::<()>(
                    key.span().start,
                    &named,
                    "policy-clause-key",
                    &[("nearest", &nearest)],
                );
            } else if let Some(text) = entry.text() {
                clauses.insert(named, text.to_owned());
            }
        }
    }
}

impl<'a> Entry<'a> {
    pub(super) fn new(
        document: &'a Document<'a>,
        value: &'a Spanned<DeValue<'a>>,
        path: String,
    ) -> Entry<'a> {
        let span = value.span();
        let literal = document.text.get(span.clone()).unwrap_or_default();
        Entry { document, value: value.get_ref(), path, offset: span.start, literal }
    }

    /// Reports a problem with this value.
    pub(super) fn refuse<T>(&self, code: &'static str, facts: &[(&'static str, &str)]) -> Option<T> {
        self.refuse_at(self.offset, self.value.as_str().unwrap_or(self.literal), code, facts)
    }

    fn refuse_at<T>(
        &self,
        offset: usize,
        shown: &str,
        code: &'static str,
        facts: &[(&'static str, &str)],
    ) -> Option<T> {
        let problem = self.document.problem(code, offset, &self.path).of_value(shown);
        let value = problem.place.value.clone().unwrap_or_default();
        let problem =
            facts.iter().fold(problem.with("value", value), |problem, (name, fact)| problem.with(name, fact));
        self.document.push(offset, problem);
        None
    }

    pub(super) fn wrong_type<T>(&self, expected: &str) -> Option<T> {
        self.refuse("policy-wrong-type", &[("expected", expected), ("found", self.value.type_str())])
    }

    fn out_of_range<T>(&self, from: &dyn ToString, to: &dyn ToString) -> Option<T> {
        self.refuse("policy-out-of-range", &[("from", &from.to_string()), ("to", &to.to_string())])
    }

    pub(super) fn text(&self) -> Option<&'a str> {
        self.value.as_str().or_else(|| self.wrong_type("text"))
    }

    pub(super) fn table(&self) -> Option<&'a DeTable<'a>> {
        self.value.as_table().or_else(|| self.wrong_type("table"))
    }

    /// The elements of a list, their index from 1 in the path.
    pub(super) fn elements(&self) -> Vec<Entry<'a>> {
        let Some(list) = self.value.as_array() else { return self.wrong_type("list").unwrap_or_default() };
        let entry = |(i, value)| Entry::new(self.document, value, format!("{}[{}]", self.path, i + 1));
        list.iter().enumerate().map(entry).collect()
    }

    pub(super) fn choice<T: Copy>(&self, spellings: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = spellings.iter().find(|(spelling, _)| *spelling == text);
        found.map(|(_, value)| *value).or_else(|| {
            let nearest = nearest(text, spellings.iter().map(|(spelling, _)| *spelling)).unwrap_or("none");
            let allowed: Vec<String> =
                spellings.iter().map(|(spelling, _)| format!("\"{spelling}\"")).collect();
            self.refuse("policy-unknown-value", &[("allowed", &allowed.join(", ")), ("nearest", nearest)])
        })
    }

    pub(super) fn date(&self) -> Option<Day> {
        let day = match self.value {
            DeValue::Datetime(at) if at.time.is_none() => at.date.and_then(|date| {
                Day::from_ymd(i16::try_from(date.year).ok()?, date.month as i8, date.day as i8)
            }),
            DeValue::String(text) => Day::parse_iso(text),
            _ => return self.wrong_type("date"),
        };
        day.or_else(|| self.refuse("policy-date", &[]))
    }

    /// The decimal number as written, in quotes or not.
    fn decimal_text(&self) -> Option<&'a str> {
        match self.value {
            DeValue::String(text) => Some(text),
            DeValue::Integer(n) if n.radix() == 10 => Some(n.as_str()),
            DeValue::Float(n) => Some(n.as_str()),
            _ => None,
        }
    }

    pub(super) fn amount(&self, least: i64) -> Option<i64> {
        let text = self.decimal_text().or_else(|| self.wrong_type("amount"))?;
        // Without a known currency, which is reported already, more decimals than it may have are no second error.
        let exponent = self.document.currency.get().map_or(4, Currency::exponent);
        match parse_minor(text, exponent) {
            Ok(minor) if minor < least => {
                self.out_of_range(&format_minor(least, exponent), &format_minor(AMOUNT_MINOR_MAX, exponent))
            }
            Ok(minor) => Some(minor),
            Err(AmountError::NotANumber) => self.wrong_type("amount"),
            Err(AmountError::TooLarge) => {
                self.out_of_range(&format_minor(least, exponent), &format_minor(AMOUNT_MINOR_MAX, exponent))
            }
            Err(AmountError::TooManyDecimals) => {
                let currency =
                    self.document.currency.get().map_or(String::new(), |currency| currency.to_string());
                self.refuse(
                    "policy-amount-decimals",
                    &[("currency", &currency), ("decimals", &exponent.to_string())],
                )
            }
        }
    }
}
