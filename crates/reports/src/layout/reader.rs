//! Reads a layout from TOML, every complaint with its line, character and key.

use super::{COLUMNS_MAX, DateFormat, Layout, LayoutColumn, LayoutKind, Placed, SIZE_MAX, Source};
use crate::csv::{Dialect, Encoding};
use crate::model::RowKind;
use obligo_rules::nearest::nearest;
use obligo_rules::problem::Problem;
use std::cell::RefCell;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const KEYS: [&str; 16] = [
    "report",
    "table",
    "file_name",
    "delimiter",
    "encoding",
    "quotes",
    "line_end",
    "sheet",
    "date_format",
    "decimal",
    "thousands",
    "head",
    "rows",
    "before",
    "after",
    "column",
];
const COLUMN_KEYS: [&str; 5] = ["head", "value", "text", "empty", "values"];
/// Problems told of one file; the rest would only bury them.
const PROBLEMS_MAX: usize = 100;

const ENCODINGS: [(&str, Encoding); 4] = [
    ("utf-8", Encoding::Utf8),
    ("utf-8-bom", Encoding::Utf8Marked),
    ("windows-1252", Encoding::Windows1252),
    ("iso-8859-15", Encoding::Iso8859_15),
];
const ROWS: [(&str, RowKind); 4] = [
    ("line", RowKind::Plain),
    ("group", RowKind::Group),
    ("subtotal", RowKind::Subtotal),
    ("total", RowKind::Total),
];

type Value<'a> = Spanned<DeValue<'a>>;

struct Reader<'t> {
    file: &'t str,
    text: &'t str,
    problems: RefCell<Vec<(usize, Problem)>>,
}

/// A table while it is read.
struct Keys<'r, 't> {
    reader: &'r Reader<'t>,
    table: &'r DeTable<'r>,
    /// Where its keys stand: `column[2].`, or nothing.
    path: String,
    at: usize,
}

pub(super) fn parse(file: &str, text: &str) -> Result<Layout, Vec<Problem>> {
    if text.len() > SIZE_MAX {
        return Err(vec![Problem::refused("layout-too-long").in_file(file).with("limit", SIZE_MAX)]);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let reader = Reader { file, text, problems: RefCell::default() };
    let root = match DeTable::parse(text) {
        Ok(root) => root,
        Err(error) => {
            let at = error.span().map_or(text.len(), |span| span.start);
            return Err(vec![reader.problem("layout-syntax", at).with("reason", error.message())]);
        }
    };
    let keys = Keys { reader: &reader, table: root.get_ref(), path: String::new(), at: 0 };
    keys.known(&KEYS);
    let layout = layout(&keys);
    let mut problems = reader.problems.into_inner();
    problems.sort_by_key(|(at, _)| *at);
    let problems: Vec<Problem> = problems.into_iter().map(|(_, problem)| problem).collect();
    match layout {
        Some(layout) if problems.is_empty() => Ok(layout),
        _ => Err(problems),
    }
}

fn layout(keys: &Keys<'_, '_>) -> Option<Layout> {
    let report = keys.required("report");
    let file_name = keys.required("file_name");
    let kind = file_name.as_ref().and_then(|name| {
        let end = name.text.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
        let kind = match end.as_deref() {
            Some("csv" | "txt") => Some(LayoutKind::Text),
            Some("xlsx") => Some(LayoutKind::Workbook),
            _ => None,
        };
        kind.or_else(|| keys.bad("file_name", "file-name"))
    });
    let decimal = keys.sign("decimal").unwrap_or('.');
    let thousands = keys.sign("thousands");
    if thousands == Some(decimal) {
        keys.bad::<()>("thousands", "other-sign");
    }
    let delimiter = keys.sign("delimiter").unwrap_or(',');
    if !delimiter.is_ascii() {
        keys.bad::<()>("delimiter", "one-character");
    }
    let dialect = Dialect {
        delimiter,
        encoding: keys.choice("encoding", &ENCODINGS).unwrap_or_default(),
        quotes_all: keys.choice("quotes", &[("needed", false), ("all", true)]).unwrap_or(false),
        row_end: keys.choice("line_end", &[("crlf", "\r\n"), ("lf", "\n")]).unwrap_or("\r\n"),
    };
    let date_format = keys.text("date_format").and_then(|format| {
        DateFormat::parse(&format.text).or_else(|| keys.bad("date_format", "date-format"))
    });
    let columns: Vec<LayoutColumn> =
        keys.tables("column").iter().filter_map(|column| column_of(column)).collect();
    if keys.table.get("column").is_none() {
        keys.missing("column");
    }
    let (table, sheet) = (keys.text("table"), keys.text("sheet"));
    let has_head = keys.flag("head").unwrap_or(true);
    let rows = keys.rows("rows").unwrap_or_else(|| vec![RowKind::Plain]);
    let (before, after) = (keys.lines("before"), keys.lines("after"));
    Some(Layout {
        file: keys.reader.file.to_owned(),
        report: report?,
        table,
        file_name: file_name?,
        kind: kind?,
        dialect,
        sheet: sheet.map(|sheet| sheet.text),
        date_format: date_format.unwrap_or_default(),
        decimal,
        thousands,
        has_head,
        rows,
        before,
        after,
        columns,
    })
}

fn column_of(keys: &Keys<'_, '_>) -> Option<LayoutColumn> {
    keys.known(&COLUMN_KEYS);
    let source = match (keys.text("value"), keys.text("text")) {
        (Some(value), None) => Source::Column(value),
        (None, Some(text)) => Source::Text(text),
        (Some(_), Some(_)) => {
            keys.bad::<()>("text", "value-or-text");
            return None;
        }
        (None, None) => {
            // A value of the wrong kind was told already.
            if ["value", "text"].iter().all(|key| keys.table.get(*key).is_none()) {
                keys.missing("value");
            }
            return None;
        }
    };
    Some(LayoutColumn {
        head: keys.text("head").map(|head| head.text).unwrap_or_default(),
        source,
        empty: keys.text("empty").map(|empty| empty.text).unwrap_or_default(),
        values: keys.texts("values"),
    })
}

impl Reader<'_> {
    fn place(&self, at: usize) -> (u64, u64) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() as u64 + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (line, before[start..].chars().count() as u64 + 1)
    }

    fn problem(&self, code: &'static str, at: usize) -> Problem {
        let (line, character) = self.place(at);
        Problem::refused(code).in_file(self.file).at_line(line).with("character", character)
    }

    fn push(&self, at: usize, problem: Problem) {
        let mut problems = self.problems.borrow_mut();
        if problems.len() < PROBLEMS_MAX {
            problems.push((at, problem));
        }
    }

    fn placed(&self, text: &str, value: &Value<'_>) -> Placed {
        let (line, character) = self.place(value.span().start);
        Placed { text: text.to_owned(), line, character }
    }

    /// A value that is not what its key takes. `expected` names a form the catalogue describes.
    fn bad_at(&self, key: &str, value: &Value<'_>, expected: &str) -> Problem {
        let shown = value.get_ref().as_str().or_else(|| self.text.get(value.span())).unwrap_or_default();
        self.problem("layout-bad-value", value.span().start)
            .at_column(key)
            .of_value(shown)
            .with("key", key)
            .with("expected", expected)
    }
}

impl Keys<'_, '_> {
    fn path(&self, key: &str) -> String {
        format!("{}{key}", self.path)
    }

    /// Refuses keys that are none of these.
    fn known(&self, known: &[&str]) {
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let name: String = name.chars().take(80).collect();
                let problem = self.reader.problem("layout-unknown-key", key.span().start);
                self.reader.push(
                    key.span().start,
                    problem
                        .at_column(&self.path(&name))
                        .of_value(&name)
                        .with("key", &name)
                        .with("nearest", nearest(&name, known.iter().copied()).unwrap_or("none"))
                        .with("known", known.join(", ")),
                );
            }
        }
    }

    fn missing(&self, key: &str) {
        let path = self.path(key);
        let problem = self.reader.problem("layout-missing-key", self.at);
        self.reader.push(self.at, problem.at_column(&path).with("key", path));
    }

    fn bad<T>(&self, key: &str, expected: &str) -> Option<T> {
        if let Some(value) = self.table.get(key) {
            self.reader.push(value.span().start, self.reader.bad_at(&self.path(key), value, expected));
        }
        None
    }

    fn text(&self, key: &str) -> Option<Placed> {
        let value = self.table.get(key)?;
        match value.get_ref().as_str() {
            Some(text) => Some(self.reader.placed(text, value)),
            None => self.bad(key, "text"),
        }
    }

    fn required(&self, key: &str) -> Option<Placed> {
        if self.table.get(key).is_none() {
            self.missing(key);
        }
        let text = self.text(key)?;
        if text.text.trim().is_empty() { self.bad(key, "text") } else { Some(text) }
    }

    fn flag(&self, key: &str) -> Option<bool> {
        self.table.get(key)?.get_ref().as_bool().or_else(|| self.bad(key, "true-or-false"))
    }

    fn choice<T: Copy>(&self, key: &str, spellings: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?.text;
        let found = spellings.iter().find(|(spelling, _)| *spelling == text.to_ascii_lowercase());
        found.map(|(_, value)| *value).or_else(|| self.bad(key, key))
    }

    /// One character that cannot be taken for a part of a number.
    fn sign(&self, key: &str) -> Option<char> {
        let text = self.text(key)?.text;
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(only), None)
                if !only.is_alphanumeric() && !matches!(only, '"' | '\r' | '\n' | '-' | '+' | '\0') =>
            {
                Some(only)
            }
            _ => self.bad(key, "one-character"),
        }
    }

    fn rows(&self, key: &str) -> Option<Vec<RowKind>> {
        let list = self.table.get(key)?.get_ref().as_array();
        let kinds = list.and_then(|list| {
            let kind = |value: &Value<'_>| {
                let text = value.get_ref().as_str()?;
                ROWS.iter().find(|(spelling, _)| *spelling == text).map(|(_, kind)| *kind)
            };
            list.iter().map(kind).collect::<Option<Vec<RowKind>>>()
        });
        kinds.or_else(|| self.bad(key, "rows"))
    }

    /// A list of rows, each a list of texts.
    fn lines(&self, key: &str) -> Vec<Vec<Placed>> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let cell = |value: &Value<'_>| Some(self.reader.placed(value.get_ref().as_str()?, value));
        let row =
            |value: &Value<'_>| value.get_ref().as_array()?.iter().map(cell).collect::<Option<Vec<_>>>();
        let rows =
            value.get_ref().as_array().and_then(|list| list.iter().map(row).collect::<Option<Vec<_>>>());
        rows.or_else(|| self.bad(key, "lines")).unwrap_or_default()
    }

    fn texts(&self, key: &str) -> BTreeMap<String, String> {
        let Some(value) = self.table.get(key) else { return BTreeMap::new() };
        let pairs = value.get_ref().as_table().and_then(|table| {
            let pair = |(key, value): (&Spanned<toml::de::DeString<'_>>, &Value<'_>)| {
                Some((key.get_ref().to_string(), value.get_ref().as_str()?.to_owned()))
            };
            table.iter().map(pair).collect::<Option<BTreeMap<_, _>>>()
        });
        pairs.or_else(|| self.bad(key, "values")).unwrap_or_default()
    }

    fn tables(&self, key: &str) -> Vec<Keys<'_, '_>> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let Some(list) =
            value.get_ref().as_array().filter(|list| !list.is_empty() && list.len() <= COLUMNS_MAX)
        else {
            return self.bad(key, "tables").unwrap_or_default();
        };
        let mut tables = Vec::new();
        for (position, value) in list.iter().enumerate() {
            match value.get_ref().as_table() {
                Some(table) => tables.push(Keys {
                    reader: self.reader,
                    table,
                    path: format!("{key}[{}].", position + 1),
                    at: value.span().start,
                }),
                None => self.reader.push(value.span().start, self.reader.bad_at(key, value, "tables")),
            }
        }
        tables
    }
}
