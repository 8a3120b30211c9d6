//! The form of a policy file: the same keys as the reader's, and nothing of a file lost.

use super::*;
use crate::policy_file::{PolicyFile, parse};
use obligo_rules::policy::Policy;
use std::path::{Path, PathBuf};

const LEAST: &str = "policy = \"ACR/A\"\ncurrency = \"EUR\"\nvalid_from = 2024-01-01\n[declaration]\nprocedure = \"balance\"\n[terms]\nmax_term_months = 4\n";

/// A file with comments, dotted keys, tables in every way TOML has, and an order of its own.
const OWN: &str = r#"# agreed in March
policy = "ACR/A" # the old one
name = "Goods"
currency = "EUR"
valid_from = "2024-01-01"
list_no = 7
declaration.procedure = "balance"
clause."terms.max_term_days" = "§ 3"

[premium] # not computed yet
minimum = "100.00"
[premium.rates]
DE = "0.12" # per cent

[terms]
max_term_days = 120   # four months
bills_months = 6
[clause.unnamed]
experience = "§ 4"

[[cap]]
# the north
name = "North"
amount = 5000
buyers = ["1001/0/D", "1002/0/D"]

[[cap]]
country = "FR"
amount = "2_0" # refused

[unnamed]
experience = [{ up_to = "5000.00", deliveries = 6 }, { up_to = 100.5, deliveries = 2 }]
experience_lookback_months = 12
experience_validity_months = 12
required_evidence.DE = ["agency_report"]

[default]
[[default.waiting]]
from = "net_due"
months = 6

[[example]]
name = "a case"
document_date = 2024-01-15
payment_terms = "60"
expect = { status = "K" }
"#;

fn own() -> String {
    OWN.replace("\"2_0\" # refused", "\"20.00\" # the south")
}

fn parsed(text: &str) -> PolicyFile {
    parse("policy.toml", text).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
}

fn one(text: &str) -> Held {
    Held::One(text.to_owned())
}

fn field(path: &str) -> &'static Field {
    FIELDS.iter().find(|field| field.path() == path).unwrap_or_else(|| panic!("no field {path}"))
}

/// The file with one value set.
fn with(text: &str, path: &str, value: Held) -> String {
    let form = Form { values: [(path.to_owned(), value)].into(), ..Form::default() };
    form.written_into(text).unwrap_or_else(|problem| panic!("{problem:?}"))
}

/// Facts of the first problem about `column`.
fn refused(text: &str, column: &str, fact: &str) -> Option<String> {
    let problems = parse("policy.toml", text).err()?;
    let of_column = problems.iter().find(|problem| problem.place.column.as_deref() == Some(column))?;
    of_column.facts.iter().find(|(name, _)| *name == fact).map(|(_, value)| value.clone())
}

fn every_scenario() -> Vec<PathBuf> {
    fn below(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("the folder is there").flatten() {
            let path = entry.path();
            if path.is_dir() {
                below(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "toml") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios"), &mut found);
    found
}

#[test]
fn the_fields_are_the_keys_the_reader_knows() {
    let sections = FIELDS.iter().map(|field| field.section).collect::<std::collections::BTreeSet<_>>();
    for section in sections {
        let known = if section.is_empty() {
            refused(&format!("unheard_of = 1\n{LEAST}"), "unheard_of", "known")
        } else {
            refused(&with_section(section, "unheard_of = 1"), &format!("{section}.unheard_of"), "known")
        };
        let mut fields: Vec<&str> = FIELDS
            .iter()
            .filter(|field| field.section == section)
            .flat_map(|field| std::iter::once(field.key).chain(field.aliases.iter().copied()))
            .collect();
        if section.is_empty() {
            let sections = FIELDS.iter().map(|field| field.section).filter(|section| !section.is_empty());
            fields.extend(sections.chain(["clause", "example"]));
        }
        fields.sort_unstable();
        fields.dedup();
        assert_eq!(known.as_deref(), Some(fields.join(", ").as_str()), "[{section}]");
    }
}

#[test]
fn the_fields_of_rows_are_the_keys_the_reader_knows() {
    for (path, cells) in FIELDS.iter().filter_map(|field| match field.holds {
        Holds::Rows(cells) => Some((field.path(), cells)),
        _ => None,
    }) {
        let text = match path.split_once('.') {
            Some((section, key)) => with_section(section, &format!("{key} = [{{ unheard_of = 1 }}]")),
            None => format!("{LEAST}[[{path}]]\nunheard_of = 1\n"),
        };
        let mut keys: Vec<&str> = cells.iter().map(|cell| cell.key).collect();
        keys.sort_unstable();
        let known = refused(&text, &format!("{path}[1].unheard_of"), "known");
        assert_eq!(known.as_deref(), Some(keys.join(", ").as_str()), "{path}");
    }
}

/// The shortest file with a line in a section.
fn with_section(section: &str, line: &str) -> String {
    let heading = format!("[{section}]\n");
    if LEAST.contains(&heading) {
        LEAST.replace(&heading, &format!("{heading}{line}\n"))
    } else {
        format!("{LEAST}{heading}{line}\n")
    }
}

#[test]
fn choices_and_ranges_are_those_the_reader_has() {
    for field in FIELDS {
        let path = field.path();
        let base =
            LEAST.replace(if path == "terms.max_term_days" { "max_term_months = 4\n" } else { "-" }, "");
        let told = |value: Held, at: &str, fact: &str| refused(&with(&base, &path, value), at, fact);
        let quoted =
            |choices: &[&str]| choices.iter().map(|c| format!("\"{c}\"")).collect::<Vec<_>>().join(", ");
        match field.holds {
            Holds::Choice(choices) => {
                assert_eq!(told(one("?"), &path, "allowed"), Some(quoted(choices)), "{path}");
            }
            Holds::Choices(choices) => {
                let found = told(Held::Many(vec!["?".to_owned()]), &format!("{path}[1]"), "allowed");
                assert_eq!(found, Some(quoted(choices)), "{path}");
            }
            Holds::Number { least, most } => {
                assert_eq!(told(one("99999"), &path, "from"), Some(least.to_string()), "{path}");
                assert_eq!(told(one("99999"), &path, "to"), Some(most.to_string()), "{path}");
                assert_eq!(told(one("x"), &path, "expected").as_deref(), Some("number"), "{path}");
            }
            Holds::Amount { .. } => {
                assert_eq!(told(one("x"), &path, "expected").as_deref(), Some("amount"), "{path}");
            }
            Holds::Percent => assert_eq!(told(one("101"), &path, "to").as_deref(), Some("100"), "{path}"),
            Holds::Flag => {
                assert_eq!(told(one("x"), &path, "expected").as_deref(), Some("flag"), "{path}");
            }
            Holds::Date => assert!(told(one("2024-02-30"), &path, "value").is_some(), "{path}"),
            Holds::Text | Holds::Codes | Holds::Rows(_) | Holds::ByCountry(_) | Holds::Part => {}
        }
    }
}

#[test]
fn what_is_required_is_missed_and_defaults_change_nothing() {
    for field in FIELDS {
        let path = field.path();
        let empty = if matches!(field.holds, Holds::Choices(_)) { Held::Many(Vec::new()) } else { one("") };
        let is_missed = parse("policy.toml", &with(LEAST, &path, empty)).is_err();
        assert_eq!(is_missed, field.is_required || path == "terms.max_term_months", "{path}");
        if !field.default.is_empty() {
            let value = match field.holds {
                Holds::Choices(_) => Held::Many(field.default.split(' ').map(str::to_owned).collect()),
                _ => one(field.default),
            };
            let text = with(LEAST, &path, value);
            assert_ne!(text, LEAST, "{path}");
            assert_eq!(parsed(&text).policy, parsed(LEAST).policy, "{path}");
        }
    }
}

#[test]
fn from_the_file_to_the_form_and_back_is_the_same_file() {
    let mut texts: Vec<String> =
        every_scenario().iter().map(|path| std::fs::read_to_string(path).expect("it can be read")).collect();
    assert!(texts.len() > 30, "{} policies", texts.len());
    texts.push(own());
    for text in texts {
        let Ok(file) = parse("policy.toml", &text) else { continue };
        let form = Form::read(&text).unwrap_or_else(|problem| panic!("{problem:?}"));
        assert_eq!(form.written_into(&text).as_ref(), Ok(&text), "every value set to itself");
        let anew = form.written_into("").unwrap_or_else(|problem| panic!("{problem:?}"));
        let again = parsed(&anew);
        assert_eq!(again.policy.clauses.len(), form.clauses.len());
        assert_eq!(Policy { clauses: file.policy.clauses.clone(), ..again.policy }, file.policy, "{anew}");
        let read = Form::read(&anew).unwrap_or_else(|problem| panic!("{problem:?}"));
        assert_eq!(Form { examples: form.examples, ..read }, form, "{anew}");
    }
}

#[test]
fn only_what_changed_is_written() {
    let row = |fields: &[(&'static str, &str)]| -> Row {
        fields.iter().map(|(key, value)| (*key, one(value))).collect()
    };
    let rows = |rows: &[&[(&'static str, &str)]]| Held::Rows(rows.iter().map(|fields| row(fields)).collect());
    for (path, value, from, to) in [
        ("terms.max_term_days", one("90"), "max_term_days = 120   #", "max_term_days = 90   #"),
        ("terms.bills_max_term_months", one("7"), "bills_months = 6", "bills_months = 7"),
        ("valid_from", one("2025-01-01"), "valid_from = \"2024-01-01\"", "valid_from = 2025-01-01"),
        ("list_no", one(""), "list_no = 7\n", ""),
        ("name", one("Goods \"new\""), "\"Goods\"", "'Goods \"new\"'"),
        ("declaration.vat_insured", one("true"), "clause.\"", "declaration.vat_insured = true\nclause.\""),
        (
            "premium",
            one("minimum = \"200.00\"\n[rates]\nDE = \"0.12\" # per cent"),
            "\"100.00\"",
            "\"200.00\"",
        ),
        (
            "default.waiting",
            rows(&[&[("from", "net_due"), ("days", "180")]]),
            "from = \"net_due\"\nmonths = 6",
            "from = \"net_due\"\ndays = 180",
        ),
        (
            "unnamed.experience",
            rows(&[&[("up_to", "5000.00"), ("deliveries", "6")]]),
            ", { up_to = 100.5, deliveries = 2 }",
            "",
        ),
        (
            "unnamed.required_evidence",
            Held::Rows(vec![Row::from([
                ("country", one("DE")),
                ("kinds", Held::Many(vec!["agency_report".to_owned(), "bank_reference".to_owned()])),
            ])]),
            "[\"agency_report\"]",
            "[\"agency_report\", \"bank_reference\"]",
        ),
        ("stop.events", Held::Many(Vec::new()), "[[example]]", "[stop]\nevents = []\n\n[[example]]"),
        (
            "existing.max_age_months_at_start",
            one("3"),
            "[[example]]",
            "[existing]\nmax_age_months_at_start = 3\n\n[[example]]",
        ),
    ] {
        let before = own();
        assert!(before.contains(from), "{path}: {from}");
        let changed = with(&before, path, value.clone());
        let read = Form::read(&changed).unwrap_or_else(|problem| panic!("{problem:?}"));
        assert_eq!(
            read.values.get(path),
            Some(&value).filter(|value| !value.is_empty() || path == "stop.events")
        );
        parsed(&changed);
        assert_eq!(changed, before.replacen(from, to, 1), "{path}");
    }
}

#[test]
fn clauses_stay_where_they_stand() {
    for (path, text, from, to) in [
        ("terms.max_term_days", "§ 3.1", "= \"§ 3\"", "= \"§ 3.1\""),
        ("terms.max_term_days", "", "clause.\"terms.max_term_days\" = \"§ 3\"\n", ""),
        ("unnamed.experience", "§ 5", "experience = \"§ 4\"", "experience = \"§ 5\""),
        ("default.waiting", "§ 6", "= \"§ 3\"\n", "= \"§ 3\"\nclause.\"default.waiting\" = \"§ 6\"\n"),
    ] {
        let form = Form { clauses: [(path.to_owned(), text.to_owned())].into(), ..Form::default() };
        let changed = form.written_into(&own()).unwrap_or_else(|problem| panic!("{problem:?}"));
        assert_eq!(changed, own().replacen(from, to, 1), "{path}");
        parsed(&changed);
    }
}

#[test]
fn a_part_that_is_no_toml_is_refused_at_its_key() {
    let form = Form { values: [("premium".to_owned(), one("rates = = 1"))].into(), ..Form::default() };
    let problem = form.written_into(LEAST).expect_err("it is no TOML");
    assert_eq!((problem.code, problem.place.column.as_deref()), ("policy-syntax", Some("premium")));
    assert_eq!(problem.place.line, Some(1));
}

#[test]
fn every_field_of_a_choice_has_its_default_among_its_choices() {
    assert_eq!(field("stop.events").default, "overdue");
    for field in FIELDS {
        if let Holds::Choice(choices) = field.holds {
            assert!(field.default.is_empty() || choices.contains(&field.default), "{}", field.path());
        }
    }
}
