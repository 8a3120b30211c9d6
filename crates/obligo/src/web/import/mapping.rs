//! The fields of a mapping: each of our columns from one of theirs or always the same, and how dates and numbers are written.

use crate::import_map::{Beginning, MapForm, SETTINGS};
use crate::serve::Call;
use crate::web::parts::{Column, Field, table};
use crate::words::Words;
use maud::{Markup, html};
use obligo_formats::schema::{ITEM_KINDS, Schema};

/// Encodings to choose from; labels as the command line takes them.
const ENCODINGS: &[&str] = &["utf-8", "windows-1252", "iso-8859-15", "windows-1250", "cp437", "utf-16le"];

/// Formats of dates to choose from.
const DATES: &[(&str, &str)] = &[
    ("%Y-%m-%d", "2024-12-31"),
    ("%d.%m.%Y", "31.12.2024"),
    ("%d/%m/%Y", "31/12/2024"),
    ("%m/%d/%Y", "12/31/2024"),
    ("%Y%m%d", "20241231"),
    ("%d%m%Y", "31122024"),
    ("%d.%m.%y", "31.12.24"),
];

/// What the form sent.
pub fn form_of(call: &Call) -> MapForm {
    let is_known = |name: &str| {
        name == "name" || SETTINGS.contains(&name) || name.starts_with("their.") || name.starts_with("fixed.")
    };
    let own = call.fields().filter(|(name, value)| is_known(name) && !value.trim().is_empty());
    // A separator of thousands may be a blank.
    own.map(|(name, value)| {
        let value = if name == "thousands" { value } else { value.trim() };
        (name.to_owned(), value.to_owned())
    })
    .collect()
}

fn choices(first: String, rest: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), first)).chain(rest).collect()
}

/// How bytes stand for characters.
pub fn encoding(words: &Words, value: &str) -> Markup {
    let known = ENCODINGS.iter().map(|label| ((*label).to_owned(), (*label).to_owned()));
    Field::new("encoding", &words.text("import-encoding"), value)
        .select(&choices(words.text("import-detected"), known))
}

/// What stands between columns.
pub fn delimiter(words: &Words, value: &str) -> Markup {
    let known = [(";", ";"), (",", ","), ("tab", "Tab"), ("|", "|")]
        .into_iter()
        .map(|(value, text)| (value.to_owned(), text.to_owned()));
    Field::new("delimiter", &words.text("import-delimiter"), value)
        .select(&choices(words.text("import-detected"), known))
}

/// All fields of the mapping.
pub fn mapping_fields(words: &Words, schema: &Schema, found: &Beginning, form: &MapForm) -> Markup {
    let value = |name: &str| form.get(name).map_or("", String::as_str);
    let dates = DATES.iter().map(|(format, shown)| ((*format).to_owned(), (*shown).to_owned()));
    let signs = [("negate", "import-sign-negate"), ("by_kind", "import-sign-by-kind")];
    let signs = signs.into_iter().map(|(value, id)| (value.to_owned(), words.text(id)));
    let decimals = [(",", "1234,56"), (".", "1234.56")].map(|(v, t)| (v.to_owned(), t.to_owned()));
    let thousands = [(".", "1.234"), (",", "1,234"), (" ", "1 234"), ("'", "1'234")]
        .map(|(v, t)| (v.to_owned(), t.to_owned()));
    let kinds = || ITEM_KINDS.iter().map(|kind| ((*kind).to_owned(), (*kind).to_owned()));
    let detected = || words.text("import-detected");
    let label = |id: &str| words.text(id);
    html! {
        (columns(words, schema, found, form))
        div.columns {
            (Field::new("date_format", &label("import-date-format"), value("date_format")).select(&choices(detected(), dates)))
            (Field::new("decimal", &label("import-decimal"), value("decimal")).select(&choices(detected(), decimals.into_iter())))
            (Field::new("thousands", &label("import-thousands"), value("thousands")).select(&choices(label("import-none"), thousands.into_iter())))
            @if schema.index_of("amount").is_some() {
                (Field::new("sign", &label("import-sign"), value("sign")).select(&choices(label("import-sign-as-is"), signs)))
            }
            @if schema.kind == "items" {
                (Field::new("kind_positive", &label("import-kind-positive"), value("kind_positive")).select(&choices(label("import-none"), kinds())))
                (Field::new("kind_negative", &label("import-kind-negative"), value("kind_negative")).select(&choices(label("import-none"), kinds())))
            }
            @if let Some(sheet) = &found.sheet {
                (Field::new("sheet", &label("import-sheet"), form.get("sheet").unwrap_or(sheet)).text("text"))
            } @else {
                (encoding(words, value("encoding")))
                (delimiter(words, value("delimiter")))
            }
            (Field::new("header_line", &label("import-header-line"), value("header_line")).text("number"))
        }
        (Field::new("ignore_unknown", &label("import-ignore-unknown"), value("ignore_unknown")).check())
        (Field::new("round_amounts", &label("import-round"), value("round_amounts")).check())
        details open[!value("more").is_empty()] {
            summary { (label("import-more")) }
            (Field::new("more", &label("import-more-rules"), value("more")).hint(&label("import-more-hint")).area(5))
        }
        (Field::new("name", &label("import-name"), value("name")).hint(&label("import-name-hint")).text("text"))
    }
}

fn columns(words: &Words, schema: &Schema, found: &Beginning, form: &MapForm) -> Markup {
    let headings = [
        Column::text(words.text("import-our-column")),
        Column::text(words.text("import-their-column")),
        Column::text(words.text("import-always")),
    ];
    let row = |column: &obligo_formats::schema::Column| {
        let name = column.name;
        let (their, fixed) = (format!("their.{name}"), format!("fixed.{name}"));
        let chosen = form.get(&their).map_or("", String::as_str);
        let facts = [("column", name.to_owned())];
        html! {
            td { (name) @if column.required { span.must { " *" } } }
            td {
                select name=(their) aria-label=(words.with("import-their-for", &facts)) {
                    option value="" { (if found.header.iter().any(|theirs| theirs == name) { name } else { "–" }) }
                    @for theirs in found.header.iter().filter(|theirs| !theirs.is_empty()) {
                        option value=(theirs) selected[theirs == chosen] { (theirs) }
                    }
                }
            }
            td { input type="text" name=(fixed) value=[form.get(&fixed)] aria-label=(words.with("import-always-for", &facts)); }
        }
    };
    let rows: Vec<Markup> = schema.columns.iter().map(row).collect();
    table(&words.text("import-mapping"), &headings, &rows, &Markup::default(), "")
}
