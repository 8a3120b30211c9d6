//! A credit policy file with other criteria, action codes and first day; all else stays as it is written.

use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;
use toml_edit::{ArrayOfTables, Date, Datetime, DocumentMut, Item, Table, value};

/// A criterion as a form has it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CriterionRow {
    /// Its name.
    pub name: String,
    /// Code of what it measures.
    pub measure: String,
    /// Whether it selects.
    pub is_on: bool,
    /// Amount as a plain decimal, or a number; empty for none.
    pub threshold: String,
}

/// What the form changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Control {
    /// First day of the version.
    pub valid_from: Day,
    /// Criteria by name: those of the file are changed where they stand, others are added.
    pub criteria: Vec<CriterionRow>,
    /// Action codes with their texts; codes of the file that are not here go.
    pub actions: BTreeMap<String, String>,
}

/// The file `text` with what the form says. Whether the result is a credit policy is for [`super::parse`] to say. Error: `policy-syntax`.
pub fn with_control(text: &str, control: &Control) -> Result<String, Problem> {
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() as u64 + 1;
        Problem::refused("policy-syntax").at_line(line).with("detail", error.message())
    })?;
    document["valid_from"] = value(datetime(control.valid_from));
    let mut tables = match document.remove("criterion").unwrap_or_default().into_array_of_tables() {
        Ok(tables) => tables,
        Err(_) => ArrayOfTables::new(),
    };
    for row in &control.criteria {
        let place = tables.iter().position(|table| name_of(table) == row.name);
        match place.and_then(|place| tables.get_mut(place)) {
            Some(table) => write(table, row),
            None => tables.push(new_table(row)),
        }
    }
    if !tables.is_empty() {
        document.insert("criterion", Item::ArrayOfTables(tables));
    }
    write_actions(&mut document, &control.actions);
    Ok(document.to_string())
}

fn datetime(day: Day) -> Datetime {
    let (year, month, day) = day.ymd();
    let part = |n: i8| u8::try_from(n).unwrap_or(1);
    let date = Date { year: u16::try_from(year).unwrap_or(1), month: part(month), day: part(day) };
    Datetime { date: Some(date), time: None, offset: None }
}

fn text_of(table: &Table, key: &str) -> Option<String> {
    table.get(key).and_then(Item::as_str).map(|text| text.trim().to_owned())
}

fn name_of(table: &Table) -> String {
    text_of(table, "name").or_else(|| text_of(table, "measure")).unwrap_or_default()
}

fn new_table(row: &CriterionRow) -> Table {
    let mut table = Table::new();
    if row.name != row.measure {
        table["name"] = value(row.name.as_str());
    }
    table["measure"] = value(row.measure.as_str());
    write(&mut table, row);
    table
}

fn write(table: &mut Table, row: &CriterionRow) {
    // What is written as the form has it keeps its form, such as 1e3 or a comment behind it.
    let is_on = table.get("on").and_then(Item::as_bool).unwrap_or(true);
    if is_on != row.is_on {
        table["on"] = value(row.is_on);
    }
    if row.threshold.is_empty() {
        table.remove("threshold");
    } else if written(table).as_deref() != Some(row.threshold.as_str()) {
        table["threshold"] = match row.threshold.parse::<i64>() {
            Ok(number) => value(number),
            Err(_) => value(row.threshold.as_str()),
        };
    }
}

/// The threshold as a plain text.
fn written(table: &Table) -> Option<String> {
    let item = table.get("threshold")?;
    let text = item.as_str().map(str::to_owned);
    text.or_else(|| item.as_integer().map(|n| n.to_string()))
}

fn write_actions(document: &mut DocumentMut, actions: &BTreeMap<String, String>) {
    let mut table = match document.remove("actions").unwrap_or_default().into_table() {
        Ok(table) => table,
        Err(_) => Table::new(),
    };
    let gone: Vec<String> =
        table.iter().map(|(key, _)| key.to_owned()).filter(|key| !actions.contains_key(key)).collect();
    for key in gone {
        table.remove(&key);
    }
    for (code, text) in actions {
        if table.get(code).and_then(Item::as_str) != Some(text) {
            table[code.as_str()] = value(text.as_str());
        }
    }
    if !table.is_empty() {
        document.insert("actions", Item::Table(table));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credit_policy_file::parse;
    use obligo_rules::criterion::Measure;

    const FILE: &str = "# Ours\ncurrency = \"EUR\"\nvalid_from = 2024-01-01\n\n[[criterion]]\nmeasure = \"past_due\"\nthreshold = \"1000.00\" # as agreed\n\n\
                        [[class]]\nname = \"A\" # the only one\npoints_from = 0\n\n[actions]\n10 = \"phoned\"\n20 = \"letter\"\n";

    fn row(name: &str, measure: &str, is_on: bool, threshold: &str) -> CriterionRow {
        CriterionRow {
            name: name.to_owned(),
            measure: measure.to_owned(),
            is_on,
            threshold: threshold.to_owned(),
        }
    }

    fn control(criteria: Vec<CriterionRow>, actions: &[(&str, &str)]) -> Control {
        let actions = actions.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned())).collect();
        Control { valid_from: Day::from_ymd(2024, 7, 1).unwrap(), criteria, actions }
    }

    #[test]
    fn r9_1_criteria_and_actions_change_and_all_else_stays_as_written() {
        let criteria = vec![
            row("past_due", "past_due", true, "1000.00"),
            row("ageing", "ageing", false, ""),
            row("a week late", "days_overdue", true, "7"),
        ];
        let text = with_control(FILE, &control(criteria, &[("10", "called"), ("30", "visited")])).unwrap();
        for kept in ["# Ours", "threshold = \"1000.00\" # as agreed", "name = \"A\" # the only one"] {
            assert!(text.contains(kept), "{kept} in {text}");
        }
        let policy = parse("c.toml", &text).unwrap();
        assert_eq!(policy.valid_from.to_string(), "2024-07-01");
        let found =
            |name: &str| policy.criteria.iter().find(|c| c.name == name).map(|c| (c.is_on, c.threshold));
        assert_eq!(found("past_due"), Some((true, Some(100_000))));
        assert_eq!(found("ageing"), Some((false, None)));
        assert_eq!(found("a week late"), Some((true, Some(7))));
        let actions: Vec<(u8, &str)> =
            policy.actions.iter().map(|(code, text)| (*code, text.as_str())).collect();
        assert_eq!(actions, [(10, "called"), (30, "visited")]);
    }

    #[test]
    fn r9_1_a_form_that_changes_nothing_changes_only_the_first_day() {
        let same = control(
            vec![row("past_due", "past_due", true, "1000.00")],
            &[("10", "phoned"), ("20", "letter")],
        );
        let (before, after) = (parse("c.toml", FILE).unwrap(), with_control(FILE, &same).unwrap());
        let after = parse("c.toml", &after).unwrap();
        assert_eq!(
            obligo_rules::credit_policy::CreditPolicy { valid_from: before.valid_from, ..after },
            before
        );
    }

    #[test]
    fn r9_1_every_measure_can_be_written_into_an_empty_policy() {
        let criteria = Measure::ALL.iter().map(|m| row(m.code(), m.code(), false, "")).collect();
        let least = "currency = \"SEK\"\nvalid_from = 2024-01-01\n";
        let policy = parse("c.toml", &with_control(least, &control(criteria, &[])).unwrap()).unwrap();
        assert!(policy.criteria.iter().all(|criterion| !criterion.is_on));
        assert_eq!(policy.criteria.len(), Measure::ALL.len());
    }

    #[test]
    fn r14_1_a_file_that_is_no_toml_is_refused() {
        assert_eq!(with_control("a = ", &control(vec![], &[])).unwrap_err().code, "policy-syntax");
    }
}
