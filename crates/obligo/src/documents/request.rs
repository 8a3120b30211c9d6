//! What a report is asked for: values that were checked against what it takes.

use super::definition::{Definition, Format, Parameter, ParameterKind};
use crate::words::Words;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// Longest value taken.
const VALUE_MAX: usize = 200;

/// See the module.
#[derive(Clone, Debug)]
pub struct ReportRequest {
    /// The report.
    pub definition: &'static Definition,
    values: BTreeMap<&'static str, String>,
}

impl ReportRequest {
    /// Checks what was given, in ISO and plain form or as `words` writes dates and amounts; empty values are left out. Errors (usage):
    /// `report-parameter-unknown`, `report-parameter-value`, `report-parameter-missing`.
    pub fn new<'v>(
        definition: &'static Definition,
        words: &Words,
        given: impl IntoIterator<Item = (&'v str, &'v str)>,
    ) -> Result<ReportRequest, Problem> {
        let mut values = BTreeMap::new();
        for (name, value) in given {
            let parameter = definition.parameters.iter().find(|parameter| parameter.name == name);
            let parameter = parameter.ok_or_else(|| {
                let known: Vec<&str> = definition.parameters.iter().map(|p| p.name).collect();
                Problem::usage("report-parameter-unknown")
                    .with("report", definition.name)
                    .with("parameter", name)
                    .with("known", known.join(", "))
            })?;
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            let read = read(parameter.kind, words, value).ok_or_else(|| wrong(parameter, value))?;
            values.insert(parameter.name, read);
        }
        let request = ReportRequest { definition, values };
        for parameter in definition.parameters.iter().filter(|parameter| parameter.is_required) {
            request.needed(parameter.name)?;
        }
        Ok(request)
    }

    /// A value as it was given, in ISO and plain form.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// A value without which nothing can be made. Error: `report-parameter-missing` (usage).
    pub fn needed(&self, name: &'static str) -> Result<&str, Problem> {
        self.text(name).ok_or_else(|| self.missing(name))
    }

    /// A date.
    #[must_use]
    pub fn day(&self, name: &str) -> Option<Day> {
        self.text(name).and_then(Day::parse_iso)
    }

    /// A date without which nothing can be made. Error: `report-parameter-missing` (usage).
    pub fn needed_day(&self, name: &'static str) -> Result<Day, Problem> {
        self.day(name).ok_or_else(|| self.missing(name))
    }

    /// A whole number, 0 or more; the number of a run.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<i64> {
        self.text(name).and_then(|text| text.parse().ok())
    }

    /// Whether a flag is set.
    #[must_use]
    pub fn flag(&self, name: &str) -> bool {
        self.text(name) == Some("true")
    }

    /// Every value by its name.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.values.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// The query of its address.
    #[must_use]
    pub fn query(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(self.values()).finish()
    }

    /// Name of a file with it: the report's, and what tells it from others of its kind.
    #[must_use]
    pub fn file_name(&self, format: Format) -> String {
        let mut name = self.definition.name.to_owned();
        for parameter in self.definition.parameters {
            let Some(value) = self.text(parameter.name) else { continue };
            let telling = match parameter.kind {
                ParameterKind::Run => format!("run-{value}"),
                ParameterKind::Policy | ParameterKind::Day | ParameterKind::Account => value.to_owned(),
                _ => continue,
            };
            let plain = telling.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
            name = format!("{name}-{}", plain.collect::<String>());
        }
        format!("{name}.{}", format.code())
    }

    fn missing(&self, name: &str) -> Problem {
        Problem::usage("report-parameter-missing")
            .at_column(name)
            .with("report", self.definition.name)
            .with("parameter", name)
    }
}

/// The value in ISO and plain form, if it is one.
fn read(kind: ParameterKind, words: &Words, value: &str) -> Option<String> {
    if value.len() > VALUE_MAX {
        return None;
    }
    match kind {
        ParameterKind::Text | ParameterKind::Policy | ParameterKind::Company | ParameterKind::Account => {
            Some(value.to_owned())
        }
        ParameterKind::Run | ParameterKind::Number => {
            value.parse::<u32>().ok().map(|number| number.to_string())
        }
        ParameterKind::Day => {
            Day::parse_iso(value).or_else(|| words.parse_date(value)).map(|day| day.to_string())
        }
        ParameterKind::Amount => words.parse_amount(value),
        ParameterKind::Flag => ["true", "false"].contains(&value).then(|| value.to_owned()),
        ParameterKind::OneOf(known) => known.contains(&value).then(|| value.to_owned()),
    }
}

fn wrong(parameter: &Parameter, value: &str) -> Problem {
    let shown: String = value.chars().take(VALUE_MAX).collect();
    let expected = match parameter.kind {
        ParameterKind::Day => "2024-01-31".to_owned(),
        ParameterKind::Amount => "1234.50".to_owned(),
        ParameterKind::Number | ParameterKind::Run => "12".to_owned(),
        ParameterKind::Flag => "true, false".to_owned(),
        ParameterKind::OneOf(known) => known.join(", "),
        ParameterKind::Text | ParameterKind::Policy | ParameterKind::Company | ParameterKind::Account => {
            VALUE_MAX.to_string()
        }
    };
    Problem::usage("report-parameter-value")
        .at_column(parameter.name)
        .of_value(&shown)
        .with("parameter", parameter.name)
        .with("expected", expected)
}
