//! Other people's columns, mapped on a page: the first rows of a file, the map file made from a form, and rows as they would be read.

use crate::import::scenario::SMALL_FILE_BYTES_MAX;
use obligo_formats::csv::Dialect;
use obligo_formats::decode::{Encoding, open_file};
use obligo_formats::map::{MapFile, Mapping};
use obligo_formats::rows::TableRows;
use obligo_formats::schema::Schema;
use obligo_formats::table::Table;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Settings of a mapping by the name of their field: `their.COLUMN`, `fixed.COLUMN` and those of [`SETTINGS`].
pub type MapForm = BTreeMap<String, String>;

/// The fields of a mapping that are no columns.
pub const SETTINGS: &[&str] = &[
    "encoding",
    "delimiter",
    "header_line",
    "sheet",
    "date_format",
    "decimal",
    "thousands",
    "sign",
    "kind_positive",
    "kind_negative",
    "ignore_unknown",
    "round_amounts",
    "more",
];

/// The beginning of a file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Beginning {
    /// The delimiter found or told; none in a workbook.
    pub delimiter: Option<char>,
    /// In a workbook: the sheet read.
    pub sheet: Option<String>,
    /// Names of its columns.
    pub header: Vec<String>,
    /// Its first rows.
    pub rows: Vec<Vec<String>>,
}

/// Rows of a file by our columns, and what cannot be read of them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReadRows {
    /// Our columns that have any text.
    pub columns: Vec<&'static str>,
    /// Their texts, row by row.
    pub rows: Vec<Vec<String>>,
    /// Rows that cannot be read.
    pub problems: Vec<Problem>,
}

/// Reads the header and the first `rows` rows. `name` is the file as the person named it. Errors: those of the file's text, `csv-empty`.
pub fn beginning(path: &Path, name: &str, form: &MapForm, rows: usize) -> Result<Beginning, Problem> {
    let set = |field: &str| form.get(field).map(String::as_str).filter(|text| !text.is_empty());
    let dialect = Dialect {
        delimiter: set("delimiter").and_then(|text| delimiter(text).bytes().next()),
        encoding: set("encoding").and_then(Encoding::parse).unwrap_or(Encoding::Auto),
        header_line: set("header_line").and_then(|text| text.parse().ok()).filter(|n| *n > 0).unwrap_or(1),
        sheet: set("sheet").map(str::to_owned),
        ..Dialect::default()
    };
    let mut table = TableRows::open(name, open_file(path)?, &dialect)?;
    let (delimiter, sheet) = (table.delimiter().map(char::from), table.sheet().map(str::to_owned));
    let mut read: Vec<Vec<String>> = Vec::new();
    while read.len() <= rows {
        let Some(row) = table.next_row()? else { break };
        read.push((0..row.len()).map(|n| row.field(n).trim().to_owned()).collect());
    }
    if read.is_empty() {
        return Err(Problem::refused("csv-empty").in_file(name));
    }
    let header = read.remove(0);
    Ok(Beginning { delimiter, sheet, header, rows: read })
}

/// Whether a header needs no mapping: it has only our columns, and the required ones.
#[must_use]
pub fn is_ours(schema: &Schema, header: &[String]) -> bool {
    let has = |name: &str| header.iter().any(|column| column == name);
    header.iter().all(|column| schema.index_of(column).is_some())
        && schema.columns.iter().all(|column| !column.required || has(column.name))
}

/// A first mapping: columns whose names differ by letter case, blanks and signs only are taken for each other.
#[must_use]
pub fn guess(schema: &Schema, header: &[String]) -> MapForm {
    let plain = |name: &str| -> String {
        name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let mut form = MapForm::from([("ignore_unknown".to_owned(), "true".to_owned())]);
    for column in schema.columns {
        if let Some(theirs) = header.iter().find(|theirs| plain(theirs) == plain(column.name)) {
            form.insert(format!("their.{}", column.name), theirs.clone());
        }
    }
    form
}

/// The map file of a form, as `obligo import --map` takes it. Settings left empty are left out.
#[must_use]
pub fn map_text(schema: &Schema, form: &MapForm) -> String {
    let set = |field: &str| form.get(field).map(String::as_str).filter(|text| !text.is_empty());
    let mut text = String::new();
    for name in ["delimiter", "encoding", "sheet", "date_format", "decimal", "thousands"] {
        if let Some(value) = set(name) {
            let value = if name == "delimiter" { delimiter(value) } else { value };
            let _ = writeln!(text, "{name} = {}", quoted(value));
        }
    }
    if let Some(line) = set("header_line").and_then(|line| line.parse::<u64>().ok()) {
        let _ = writeln!(text, "header_line = {line}");
    }
    for name in ["round_amounts", "ignore_unknown"] {
        if set(name) == Some("true") {
            let _ = writeln!(text, "{name} = true");
        }
    }
    for (table, prefix) in [("columns", "their."), ("fixed", "fixed.")] {
        let of_table: Vec<_> = schema
            .columns
            .iter()
            .filter_map(|column| Some((column.name, set(&format!("{prefix}{}", column.name))?)))
            // What is the same in every row needs no column of theirs.
            .filter(|(name, _)| table == "fixed" || set(&format!("fixed.{name}")).is_none())
            .collect();
        if !of_table.is_empty() {
            let _ = writeln!(text, "\n[{table}]");
        }
        for (name, value) in of_table {
            let _ = writeln!(text, "{name} = {}", quoted(value));
        }
    }
    if let (Some(rule), Some(_)) = (set("sign"), schema.index_of("amount")) {
        let _ = writeln!(text, "\n[sign]\namount = {}", quoted(rule));
    }
    if let (Some(positive), Some(negative)) = (set("kind_positive"), set("kind_negative")) {
        let (positive, negative) = (quoted(positive), quoted(negative));
        let _ = writeln!(text, "\n[kind_by_sign]\npositive = {positive}\nnegative = {negative}");
    }
    if let Some(more) = set("more") {
        let _ = writeln!(text, "\n{}", more.replace('\r', ""));
    }
    text
}

/// Reads the first `rows` rows as the import would with this map file. Errors: those of the map file and of the header.
pub fn read_rows(
    path: &Path,
    name: &str,
    schema: &'static Schema,
    map: &str,
    rows: usize,
) -> Result<ReadRows, Problem> {
    let mapping = mapping_of(schema, map)?;
    let mut table = Table::open_any(name, open_file(path)?, schema, &mapping)?;
    let mut read: Vec<Vec<String>> = Vec::new();
    let mut problems = Vec::new();
    while read.len() + problems.len() < rows {
        let before = table.records();
        match table.next_record() {
            Ok(None) => break,
            Ok(Some(record)) => {
                read.push((0..schema.columns.len()).map(|n| record.text(n).to_owned()).collect());
            }
            Err(problem) => {
                problems.push(problem);
                if table.records() == before {
                    break;
                }
            }
        }
    }
    let used: Vec<usize> =
        (0..schema.columns.len()).filter(|n| read.iter().any(|row| !row[*n].is_empty())).collect();
    Ok(ReadRows {
        columns: used.iter().map(|n| schema.columns[*n].name).collect(),
        rows: read.iter().map(|row| used.iter().map(|n| row[*n].clone()).collect()).collect(),
        problems,
    })
}

/// The mapping of a map file's text. Errors: those of a map file, `small-file-too-large`.
fn mapping_of(schema: &Schema, map: &str) -> Result<Mapping, Problem> {
    if map.len() as u64 > SMALL_FILE_BYTES_MAX {
        return Err(Problem::refused("small-file-too-large").with("limit", SMALL_FILE_BYTES_MAX));
    }
    Ok(MapFile::parse("map.toml", map)?.mapping(schema))
}

/// Forms lose blanks at the ends of what they send, so a tab goes by its name.
fn delimiter(text: &str) -> &str {
    if text == "tab" { "\t" } else { text }
}

/// A text as a basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use obligo_formats::schema::items;

    fn file(text: &str) -> tempfile::NamedTempFile {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        file
    }

    fn form(fields: &[(&str, &str)]) -> MapForm {
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn the_beginning_shows_what_was_found() {
        let kept = file("Beleg;Betrag\nA-1;10,00\nA-2;20,00\nA-3;30,00\n");
        let found = beginning(kept.path(), "a.csv", &MapForm::new(), 2).unwrap();
        assert_eq!(
            (found.delimiter, found.header),
            (Some(';'), vec!["Beleg".to_owned(), "Betrag".to_owned()])
        );
        assert_eq!(found.rows, [["A-1", "10,00"], ["A-2", "20,00"]]);
        let told = beginning(kept.path(), "a.csv", &form(&[("delimiter", ","), ("header_line", "2")]), 9);
        assert_eq!(told.unwrap().header, ["A-1;10", "00"]);
        let tabs = file("a;b\tc\n");
        assert_eq!(
            beginning(tabs.path(), "t.csv", &form(&[("delimiter", "tab")]), 1).unwrap().header,
            ["a;b", "c"]
        );
        let empty = file("");
        assert_eq!(beginning(empty.path(), "e.csv", &MapForm::new(), 2).unwrap_err().code, "csv-empty");
    }

    #[test]
    fn the_beginning_of_a_workbook_names_its_sheet() {
        let kept = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(kept.path(), include_bytes!("../../../fuzz/seeds/workbook/sheet.xlsx")).unwrap();
        let found = beginning(kept.path(), "a.xlsx", &MapForm::new(), 2).unwrap();
        assert_eq!((found.delimiter, found.sheet.as_deref()), (None, Some("Open items")));
        assert_eq!(found.header, ["date", "amount"]);
        assert_eq!(found.rows[0][..2], ["2024-01-31", "0.3"]);
        let gone = beginning(kept.path(), "a.xlsx", &form(&[("sheet", "Open")]), 2).unwrap_err();
        assert_eq!(gone.code, "workbook-sheet-missing");
        assert!(
            map_text(&items::SCHEMA, &form(&[("sheet", "Open items")])).contains("sheet = \"Open items\"")
        );
    }

    #[test]
    fn a_header_of_ours_needs_no_mapping() {
        let names = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
        let needed: Vec<&str> = items::SCHEMA.columns.iter().filter(|c| c.required).map(|c| c.name).collect();
        let whole = names(&needed.join(","));
        assert!(is_ours(&items::SCHEMA, &whole));
        assert!(!is_ours(&items::SCHEMA, &whole[1..]));
        assert!(!is_ours(&items::SCHEMA, &[whole, names("Betrag")].concat()));
        let guessed = guess(&items::SCHEMA, &names("Document No.,AMOUNT,Anything"));
        assert_eq!(guessed["their.document_no"], "Document No.");
        assert_eq!(guessed["their.amount"], "AMOUNT");
        assert!(!guessed.contains_key("their.account"));
    }

    #[test]
    fn a_form_becomes_a_map_file_that_reads_their_rows() {
        let file = file(
            "Beleg;Konto;Vom;F\u{e4}llig;Betrag;Streitig\nA \"1\";0010;05.01.2024;04.02.2024;1.250,00;ja\n",
        );
        let fields = form(&[
            ("delimiter", ";"),
            ("date_format", "%d.%m.%Y"),
            ("decimal", ","),
            ("thousands", "."),
            ("ignore_unknown", "true"),
            ("their.document_no", "Beleg"),
            ("their.account", "Konto"),
            ("their.document_date", "Vom"),
            ("their.net_due_date", "F\u{e4}llig"),
            ("their.amount", "Betrag"),
            ("their.currency", "Betrag"),
            ("fixed.currency", "EUR"),
            ("fixed.company", "0\"1"),
            ("sign", "by_kind"),
            ("kind_positive", "invoice"),
            ("kind_negative", "credit_note"),
            ("their.disputed", "Streitig"),
            ("more", "[values.disputed]\r\n\"ja\" = \"true\"\r\n"),
        ]);
        let map = map_text(&items::SCHEMA, &fields);
        let read = read_rows(file.path(), "a.csv", &items::SCHEMA, &map, 5).unwrap();
        let of = |name: &str| {
            let at = read.columns.iter().position(|column| *column == name).unwrap();
            read.rows[0][at].as_str()
        };
        for (name, expected) in [
            ("company", "0\"1"),
            ("document_no", "A \"1\""),
            ("account", "0010"),
            ("currency", "EUR"),
            ("amount", "1.250,00"),
            ("kind", "invoice"),
            ("disputed", "true"),
        ] {
            assert_eq!(of(name), expected, "{name}\n{map}");
        }
        assert_eq!(read.problems, []);
        let wrong = read_rows(file.path(), "a.csv", &items::SCHEMA, "datum = 1", 5).unwrap_err();
        assert_eq!(wrong.place.file.as_deref(), Some("map.toml"));
    }
}
