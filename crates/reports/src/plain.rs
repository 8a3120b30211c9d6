//! Values as programs read them: plain decimals, ISO dates, the same in every language. And which table of a report is
//! meant where only one can be written.

use crate::model::{Block, Chart, Column, ColumnKind, Report, Row, RowKind, Table, Value};
use obligo_rules::money::format_minor;
use obligo_rules::nearest::nearest;
use obligo_rules::problem::Problem;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// A value as text: `-1234.50`, `2024-01-31`, `85`, `true`; nothing for an empty one.
#[must_use]
pub fn plain(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Empty => "".into(),
        Value::Text(text) => text.into(),
        Value::Amount(minor, currency) => format_minor(*minor, currency.exponent()).into(),
        Value::Day(day) => day.to_string().into(),
        Value::Integer(number) => number.to_string().into(),
        Value::Percent(number) | Value::Decimal(number) => number.to_string().into(),
        Value::Flag(flag) => flag.to_string().into(),
    }
}

impl RowKind {
    /// Its name in CSV and JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            RowKind::Plain => "line",
            RowKind::Group => "group",
            RowKind::Subtotal => "subtotal",
            RowKind::Total => "total",
        }
    }
}

impl Report {
    /// Its tables, and the numbers of its pictures as tables, in order, each under a name of its own: a second `buyers` is
    /// `buyers-2`.
    #[must_use]
    pub fn tables(&self) -> Vec<(String, Cow<'_, Table>)> {
        let mut used = HashSet::new();
        let mut found = Vec::new();
        for block in &self.blocks {
            let table = match block {
                Block::Table(table) => Cow::Borrowed(table),
                Block::Chart(chart) => Cow::Owned(chart.table()),
                _ => continue,
            };
            found.push((unused(&table.key, &mut used), table));
        }
        found
    }

    /// The table of this name, or the main one.
    ///
    /// # Errors
    ///
    /// `report-part-unknown` if there is none.
    pub fn table(&self, name: Option<&str>) -> Result<Cow<'_, Table>, Problem> {
        let main = Some(self.main_table.as_str()).filter(|main| !main.is_empty());
        let name = name.or(main);
        let mut tables = self.tables();
        let names: Vec<&str> = tables.iter().map(|(known, _)| known.as_str()).collect();
        let position = self.position(name, &names)?;
        Ok(tables.swap_remove(position).1)
    }

    /// The picture of this name, or the first one.
    ///
    /// # Errors
    ///
    /// `report-part-unknown` if there is none.
    pub fn chart(&self, name: Option<&str>) -> Result<&Chart, Problem> {
        let mut charts = Vec::new();
        for block in &self.blocks {
            if let Block::Chart(chart) = block {
                charts.push(chart);
            }
        }
        let mut used = HashSet::new();
        let names: Vec<String> = charts.iter().map(|chart| unused(&chart.key, &mut used)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        Ok(charts[self.position(name, &names)?])
    }

    /// Which of the names is meant; the first one if none is given.
    fn position(&self, name: Option<&str>, names: &[&str]) -> Result<usize, Problem> {
        let is_meant = |known: &&str| name.is_none_or(|name| name == *known);
        names.iter().position(is_meant).ok_or_else(|| {
            let name = name.unwrap_or_default();
            Problem::usage("report-part-unknown")
                .with("report", &self.name)
                .with("part", name)
                .with("nearest", nearest(name, names.iter().copied()).unwrap_or("none"))
                .with("known", names.join(", "))
        })
    }
}

/// The name, with a number behind it if it is taken.
pub(crate) fn unused(name: &str, used: &mut HashSet<String>) -> String {
    let mut number = 1;
    let mut free = name.to_owned();
    while !used.insert(free.clone()) {
        number += 1;
        free = format!("{name}-{number}");
    }
    free
}

impl Chart {
    /// Its numbers: a row per place in the order they first come, a column per series.
    #[must_use]
    pub fn table(&self) -> Table {
        let mut places: Vec<&Value> = Vec::new();
        let mut seen = HashSet::new();
        for point in self.series.iter().flat_map(|series| &series.points) {
            if seen.insert(plain(&point.at).into_owned()) {
                places.push(&point.at);
            }
        }
        let are_days = places.iter().all(|place| matches!(place, Value::Day(_)));
        if are_days {
            places.sort_by_key(|place| if let Value::Day(day) = place { Some(*day) } else { None });
        }
        let kind = if are_days { ColumnKind::Day } else { ColumnKind::Text };
        let mut columns = vec![Column::new("at", &self.title, kind)];
        columns.extend(
            self.series.iter().map(|series| Column::new(&series.key, &series.label, ColumnKind::Amount)),
        );
        let values: Vec<HashMap<Cow<'_, str>, i64>> = self
            .series
            .iter()
            .map(|series| series.points.iter().map(|point| (plain(&point.at), point.minor)).collect())
            .collect();
        let row = |place: &&Value| {
            let at = plain(place);
            let amount = |minors: &HashMap<Cow<'_, str>, i64>| {
                minors.get(&at).map_or(Value::Empty, |minor| Value::Amount(*minor, self.currency))
            };
            Row::plain(std::iter::once((*place).clone()).chain(values.iter().map(amount)).collect())
        };
        Table {
            key: self.key.clone(),
            title: self.title.clone(),
            columns,
            rows: places.iter().map(row).collect(),
            empty: String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ChartKind, Point, Series};
    use crate::testing::{day, euro, sample};
    use obligo_rules::money::Currency;

    #[test]
    fn r14_1_values_are_written_for_programs() {
        let yen = Currency::parse("JPY").unwrap();
        for (value, expected) in [
            (Value::Empty, ""),
            (euro(-5), "-0.05"),
            (Value::Amount(1000, yen), "1000"),
            (Value::Day(day("2024-02-29")), "2024-02-29"),
            (Value::Integer(-7), "-7"),
            (Value::Percent("87.50".parse().unwrap()), "87.50"),
            (Value::Flag(false), "false"),
            (Value::Text(" x".to_owned()), " x"),
        ] {
            assert_eq!(plain(&value), expected, "{value:?}");
        }
    }

    #[test]
    fn r14_1_a_table_is_found_by_name_and_an_unknown_one_names_the_nearest() {
        let mut report = sample();
        report.blocks.push(report.blocks[1].clone());
        let names: Vec<String> = report.tables().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["buyers", "buyers-2"]);
        assert_eq!(report.table(None).unwrap().key, "buyers");
        assert_eq!(report.table(Some("buyers-2")).unwrap().key, "buyers");
        let problem = report.table(Some("buyer")).unwrap_err();
        assert_eq!(problem.code, "report-part-unknown");
        assert!(problem.facts.contains(&("nearest", "buyers".to_owned())));
        assert_eq!(Report::default().table(None).unwrap_err().code, "report-part-unknown");
    }

    #[test]
    fn r8_2_the_numbers_of_a_picture_are_a_table() {
        let series = |key: &str, points: &[(&str, i64)]| Series {
            key: key.to_owned(),
            label: key.to_owned(),
            points: points
                .iter()
                .map(|(at, minor)| Point { at: Value::Day(day(at)), minor: *minor })
                .collect(),
        };
        let chart = Chart {
            key: "over-time".to_owned(),
            title: "Over time".to_owned(),
            description: String::new(),
            kind: ChartKind::Areas,
            currency: Currency::EUR,
            series: vec![
                series("insured", &[("2024-02-29", 2), ("2024-01-31", 1)]),
                series("open", &[("2024-03-31", 3), ("2024-01-31", 4)]),
            ],
        };
        let rows: Vec<String> = chart
            .table()
            .rows
            .iter()
            .map(|row| row.cells.iter().map(plain).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(rows, ["2024-01-31 0.01 0.04", "2024-02-29 0.02 ", "2024-03-31  0.03"]);
    }
}
