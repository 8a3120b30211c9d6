//! A table of the document.

use super::{Document, Entry, PROBLEMS_MAX, join};
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// A table of the document, absent or not; every read notes the key as known.
pub(crate) struct Section<'a> {
    pub(crate) document: &'a Document<'a>,
    table: Option<&'a DeTable<'a>>,
    path: String,
    known_path: String,
    offset: usize,
}

impl<'a> Section<'a> {
    pub(crate) fn root(document: &'a Document<'a>, table: &'a DeTable<'a>) -> Section<'a> {
        Section { document, table: Some(table), path: String::new(), known_path: String::new(), offset: 0 }
    }

    /// Whether the file has no such table, or one without keys.
    pub(crate) fn is_empty(&self) -> bool {
        self.table.is_none_or(DeTable::is_empty)
    }

    /// Byte offset of the table's header, or of the nearest table around it.
    pub(crate) fn offset(&self) -> usize {
        self.offset
    }

    /// The full path of one of its keys.
    pub(crate) fn path_of(&self, key: &str) -> String {
        join(&self.path, key)
    }

    fn find(&self, key: &str) -> Option<Entry<'a>> {
        self.table?.get(key).map(|value| Entry::new(self.document, value, self.path_of(key)))
    }

    /// The value of `key`, whatever its type.
    pub(crate) fn entry(&self, key: &str) -> Option<Entry<'a>> {
        self.document.leaves.borrow_mut().insert(join(&self.known_path, key));
        self.find(key)
    }

    /// The value of `key`; a problem if the file has none.
    pub(crate) fn required(&self, key: &str) -> Option<Entry<'a>> {
        let entry = self.entry(key);
        if entry.is_none() {
            self.missing(key);
        }
        entry
    }

    /// The table `key`, empty if absent.
    pub(crate) fn section(&self, key: &str) -> Section<'a> {
        let known_path = join(&self.known_path, key);
        self.document.tables.borrow_mut().insert(known_path.clone());
        let entry = self.find(key);
        let offset = entry.as_ref().map_or(self.offset, |entry| entry.offset);
        let table = entry.and_then(|entry| entry.table());
        Section { document: self.document, table, path: self.path_of(key), known_path, offset }
    }

    /// The tables of the array `key`.
    pub(crate) fn sections(&self, key: &str) -> Vec<Section<'a>> {
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
    pub(crate) fn missing(&self, key: &str) {
        let problem = self.document.problem("policy-missing-key", self.offset, &self.path_of(key));
        self.document.push(self.offset, problem);
    }

    pub(crate) fn text(&self, key: &str) -> Option<String> {
        self.entry(key)?.text().map(str::to_owned)
    }

    /// A text that people also write as a bare number.
    pub(crate) fn label(&self, key: &str) -> Option<String> {
        let entry = self.entry(key)?;
        match entry.value {
            DeValue::Integer(n) if n.radix() == 10 => Some(entry.literal.to_owned()),
            _ => entry.text().map(str::to_owned),
        }
    }

    pub(crate) fn flag(&self, key: &str) -> Option<bool> {
        let entry = self.entry(key)?;
        entry.value.as_bool().or_else(|| entry.wrong_type("flag"))
    }

    /// A whole number in the range.
    pub(crate) fn number<N: TryFrom<u32>>(&self, key: &str, range: RangeInclusive<u32>) -> Option<N> {
        self.entry(key)?.number(range)
    }

    /// An amount in minor units of the policy's currency, taken from the literal text, not below `least`.
    pub(crate) fn amount(&self, key: &str, least: i64) -> Option<i64> {
        self.entry(key)?.amount(least)
    }

    /// A percentage from 0 to 100, exact.
    pub(crate) fn percent(&self, key: &str) -> Option<Decimal> {
        let entry = self.entry(key)?;
        let digits = entry.decimal_text().or_else(|| entry.wrong_type("percentage"))?;
        let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-' || b == b'+');
        let value = plain.then(|| digits.parse::<Decimal>().ok()).flatten();
        let Some(value) = value else { return entry.wrong_type("percentage") };
        let fits = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&value);
        if fits { Some(value.normalize()) } else { entry.out_of_range(&0, &100) }
    }

    pub(crate) fn date(&self, key: &str) -> Option<Day> {
        self.entry(key)?.date()
    }

    /// One of the spellings.
    pub(crate) fn choice<T: Copy>(&self, key: &str, spellings: &[(&str, T)]) -> Option<T> {
        self.entry(key)?.choice(spellings)
    }

    /// A list of these spellings.
    pub(crate) fn choices<T: Copy>(&self, key: &str, spellings: &[(&str, T)]) -> Option<Vec<T>> {
        let entry = self.entry(key)?;
        entry.value.as_array().is_some().then_some(()).or_else(|| entry.wrong_type("list"))?;
        Some(entry.elements().iter().filter_map(|element| element.choice(spellings)).collect())
    }

    /// The currency under `key`, which must be there; amounts anywhere in the file are read in it.
    pub(crate) fn currency(&self, key: &str) -> Option<Currency> {
        let currency = self.required(key).and_then(|entry| {
            Currency::parse(entry.text()?).or_else(|| entry.refuse("policy-currency", &[]))
        });
        self.document.set_currency(currency);
        currency
    }

    /// A text that is not empty and has at most `longest` characters.
    pub(crate) fn short_text(&self, key: &str, longest: usize) -> Option<String> {
        self.entry(key)?.short_text(longest)
    }

    /// The keys of the table `key`, which the file chooses, with their values.
    pub(crate) fn free_keys(&self, key: &str) -> Vec<(String, Entry<'a>)> {
        let Some(table) = self.entry(key).and_then(|entry| entry.table()) else { return Vec::new() };
        let path = self.path_of(key);
        let entry = |(key, value): (&'a Spanned<DeString<'a>>, &'a Spanned<DeValue<'a>>)| {
            let name = key.get_ref().to_string();
            let entry = Entry::new(self.document, value, join(&path, &name));
            (name, entry)
        };
        table.iter().map(entry).collect()
    }

    /// Reports a problem with the value of `key`, or with the table where it has none.
    pub(crate) fn refuse(&self, key: &str, code: &'static str, facts: &[(&'static str, &str)]) {
        if let Some(entry) = self.entry(key) {
            entry.refuse::<()>(code, facts);
            return;
        }
        let problem = self.document.problem(code, self.offset, &self.path_of(key));
        let problem = facts.iter().fold(problem, |problem, (name, fact)| problem.with(name, fact));
        self.document.push(self.offset, problem);
    }

    /// `clause."terms.max_extension_days" = "§ 9.2"`, also nested; after all sections have been read.
    pub(crate) fn clauses(&self) -> BTreeMap<String, String> {
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
