//! The map file: how other people's columns and spellings become obligo's (`obligo import KIND FILE --map MAP.toml`).
//!
//! Everything is optional; what is left out is as in obligo's own files.
//!
//! ```toml
//! delimiter = ";"              # default: detected in the header (, ; tab |)
//! encoding = "windows-1252"    # default: "auto", by what the file holds. Any WHATWG label, "cp437", "cp850"
//! header_line = 1              # the lines before it are skipped
//! sheet = "Open items"         # of a workbook. Default: the first sheet that is shown and has the columns
//! date_format = "%d.%m.%Y"     # %d %m: one or two digits; %Y: four; %y: two (69-99 = 1969-1999); %H %M %S: dropped
//! decimal = ","                # decimal sign. Default: a point; in files not delimited by commas also a single comma; in
//!                              # numbers such as 1.234,56 what their groups show. Once set, 12,50- and (12,50) are -12.50
//! thousands = "."              # separator of groups of three digits; " " also means the no-break blanks
//! round_amounts = true         # amounts with more decimals than the currency are rounded half away from zero;
//!                              # default: refused
//! ignore = ["PaperlessBill"]   # their columns that are not needed; "" is a column without a name
//! ignore_unknown = true        # none of the columns not named in this file is needed; default: false, refused
//!
//! [columns]                    # our column = their column; ours that are not listed have their own name
//! document_no = "invoiceNumber"
//! amount = "InvoiceAmount"     # one of theirs may serve several of ours
//!
//! [fixed]                      # our column = the same text in every row
//! company = "01"
//!
//! [values.disputed]            # their text = our text; "" is an empty field, "*" every text not listed
//! "Yes" = "true"               # texts that are not listed stay
//! "No" = "false"
//!
//! [number]                     # our column = "digits" (only the digits are kept) or "no_leading_zeros"
//! account = "digits"
//!
//! [sign]                       # our amount column = "negate", or "by_kind" (credit notes and payments on account
//! amount = "by_kind"           # become negative, all other kinds positive; items only)
//!
//! [kind_by_sign]               # items without a column for the kind: it follows from the sign of `amount`
//! positive = "invoice"
//! negative = "credit_note"
//!
//! [skip]                       # rows left out: our column (as mapped), else their column = these texts
//! SettledDate = [""]
//!
//! [keep]                       # only rows with these texts are read
//! document_type = ["RV", "DG"]
//! ```
//!
//! Several imports can draw on one file: a section named after the KIND holds the same keys and tables for this KIND only
//! and goes before the shared ones.
//!
//! ```toml
//! [items.fixed]
//! kind = "invoice"
//!
//! [settlements.columns]
//! date = "SettledDate"
//! [settlements.skip]
//! SettledDate = [""]
//!
//! [buyers]
//! distinct = true              # of rows that come out the same, only the first is read
//! # distinct = ["account"]     # … of rows with the same text in these of our columns
//! ```

use crate::csv::Dialect;
use crate::decode::Encoding;
use crate::field::{DateFormat, NumberFormat};
use crate::map_books::Books;
use crate::schema::{Schema, schema_of};
use obligo_rules::problem::Problem;
use std::collections::{HashMap, HashSet};

/// A map file as read.
#[derive(Debug)]
pub struct MapFile {
    pub(crate) name: String,
    pub(crate) shared: Section,
    pub(crate) kinds: Vec<(&'static str, Section)>,
    /// What it says about the ledgers of other programs.
    pub books: Books,
}

/// What a map file says for all kinds or for one.
#[derive(Debug, Default)]
pub(crate) struct Section {
    pub(crate) delimiter: Option<u8>,
    pub(crate) encoding: Option<Encoding>,
    pub(crate) header_line: Option<u64>,
    pub(crate) sheet: Option<String>,
    pub(crate) date_format: Option<DateFormat>,
    pub(crate) decimal: Option<char>,
    pub(crate) thousands: Option<char>,
    pub(crate) round_amounts: Option<bool>,
    pub(crate) ignore: Vec<String>,
    pub(crate) ignore_unknown: Option<bool>,
    pub(crate) distinct: Option<Distinct>,
    pub(crate) columns: Vec<Entry<String>>,
    pub(crate) fixed: Vec<Entry<String>>,
    pub(crate) values: Vec<Entry<HashMap<String, String>>>,
    pub(crate) number: Vec<Entry<NumberRule>>,
    pub(crate) sign: Vec<Entry<SignRule>>,
    pub(crate) skip: Vec<Entry<Vec<String>>>,
    pub(crate) keep: Vec<Entry<Vec<String>>>,
    pub(crate) kind_by_sign: Option<(String, String)>,
}

/// A key of a table of the map file with its line.
#[derive(Clone, Debug)]
pub(crate) struct Entry<T> {
    pub(crate) key: String,
    pub(crate) line: u64,
    pub(crate) value: T,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) enum Distinct {
    #[default]
    No,
    Whole,
    Columns(Vec<String>),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum NumberRule {
    #[default]
    AsIs,
    Digits,
    NoLeadingZeros,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum SignRule {
    #[default]
    AsIs,
    Negate,
    ByKind,
}

/// Where the text of one of our columns comes from.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) enum SourceRule {
    /// The column of the same name.
    #[default]
    Own,
    /// Their column, and the line of the map file that says so.
    Their(String, u64),
    Fixed(String),
    /// The texts for positive and negative amounts.
    BySign(String, String),
}

#[derive(Clone, Debug, Default)]
pub(crate) struct ColumnRule {
    pub(crate) source: SourceRule,
    pub(crate) values: Option<HashMap<String, String>>,
    pub(crate) number: NumberRule,
    pub(crate) sign: SignRule,
}

#[derive(Clone, Debug)]
pub(crate) struct FilterRule {
    pub(crate) column: Entry<Vec<String>>,
    /// Rows with these texts are kept and all others left out, or the other way round.
    pub(crate) keep: bool,
}

/// What a map file says for one kind of file.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    /// How the text is laid out.
    pub dialect: Dialect,
    /// Name of the map file, for problems.
    pub(crate) map: String,
    pub(crate) date: Option<DateFormat>,
    pub(crate) number: NumberFormat,
    /// By index of our columns; empty: every column as it is.
    pub(crate) columns: Vec<ColumnRule>,
    pub(crate) filters: Vec<FilterRule>,
    /// Names in the header that are no surprise.
    pub(crate) named: HashSet<String>,
    pub(crate) ignore_unknown: bool,
    pub(crate) distinct: Distinct,
}

impl Mapping {
    /// obligo's own files: nothing is mapped.
    #[must_use]
    pub fn plain() -> Mapping {
        Mapping::default()
    }
}

impl MapFile {
    /// Reads a map file; `name` is the file as the user named it. Unknown keys and columns are refused with line and
    /// nearest known word.
    pub fn parse(name: &str, text: &str) -> Result<MapFile, Problem> {
        crate::map_read::map_file(name, text)
    }

    /// What it says for one kind of file.
    #[must_use]
    pub fn mapping(&self, schema: &Schema) -> Mapping {
        let own = self.kinds.iter().find(|(kind, _)| *kind == schema.kind).map(|(_, section)| section);
        // Of two entries for one column the later wins.
        let sections: Vec<&Section> = [Some(&self.shared), own].into_iter().flatten().collect();
        let mut mapping = Mapping { map: self.name.clone(), ..Mapping::default() };
        mapping.columns = vec![ColumnRule::default(); schema.columns.len()];
        for section in &sections {
            mapping.lay_over(section, schema);
        }
        mapping.named.extend(self.shared.their_names());
        for (kind, section) in &self.kinds {
            // The file serves these kinds as well: their columns may stand in it under our names.
            let columns = schema_of(kind).map_or(&[][..], |schema| schema.columns);
            mapping.named.extend(columns.iter().map(|column| column.name.to_owned()));
            mapping.named.extend(section.their_names());
        }
        mapping
    }
}

impl Mapping {
    fn lay_over(&mut self, section: &Section, schema: &Schema) {
        fn set<T: Clone>(place: &mut T, value: Option<&T>) {
            if let Some(value) = value {
                place.clone_from(value);
            }
        }
        self.dialect.delimiter = section.delimiter.or(self.dialect.delimiter);
        set(&mut self.dialect.encoding, section.encoding.as_ref());
        set(&mut self.dialect.header_line, section.header_line.as_ref());
        self.dialect.sheet = section.sheet.clone().or(self.dialect.sheet.take());
        self.date = section.date_format.clone().or(self.date.take());
        self.number.decimal = section.decimal.or(self.number.decimal);
        self.number.thousands = section.thousands.or(self.number.thousands);
        set(&mut self.number.round, section.round_amounts.as_ref());
        set(&mut self.ignore_unknown, section.ignore_unknown.as_ref());
        set(&mut self.distinct, section.distinct.as_ref());
        if let (Some((positive, negative)), "items", Some(kind)) =
            (&section.kind_by_sign, schema.kind, schema.index_of("kind"))
        {
            self.columns[kind].source = SourceRule::BySign(positive.clone(), negative.clone());
        }
        let rule = |rules: &mut Vec<ColumnRule>, key: &str, change: &dyn Fn(&mut ColumnRule)| {
            if let Some(rule) = schema.index_of(key).and_then(|index| rules.get_mut(index)) {
                change(rule);
            }
        };
        for entry in &section.columns {
            rule(&mut self.columns, &entry.key, &|rule| {
                rule.source = SourceRule::Their(entry.value.clone(), entry.line);
            });
        }
        for entry in &section.fixed {
            rule(&mut self.columns, &entry.key, &|rule| rule.source = SourceRule::Fixed(entry.value.clone()));
        }
        for entry in &section.values {
            rule(&mut self.columns, &entry.key, &|rule| rule.values = Some(entry.value.clone()));
        }
        for entry in &section.number {
            rule(&mut self.columns, &entry.key, &|rule| rule.number = entry.value);
        }
        for entry in &section.sign {
            rule(&mut self.columns, &entry.key, &|rule| rule.sign = entry.value);
        }
        for (entries, keep) in [(&section.skip, false), (&section.keep, true)] {
            self.filters.extend(entries.iter().map(|column| FilterRule { column: column.clone(), keep }));
        }
    }
}

impl Section {
    fn their_names(&self) -> impl Iterator<Item = String> + '_ {
        let mapped = self.columns.iter().map(|entry| entry.value.clone());
        let filtered = self.skip.iter().chain(&self.keep).map(|entry| entry.key.clone());
        // Ours that come from elsewhere may stand in the file, too.
        let replaced = self.columns.iter().map(|entry| entry.key.clone());
        let fixed = self.fixed.iter().map(|entry| entry.key.clone());
        mapped.chain(filtered).chain(replaced).chain(fixed).chain(self.ignore.iter().cloned())
    }
}
