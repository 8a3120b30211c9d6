//! How a final run differs from the one before it in its sequence.

use super::Making;
use super::declaration::run_facts;
use super::declared::{self, final_run};
use super::definition::Definition;
use super::values::{column, heading, text, total};
use crate::access::roles::Permission;
use crate::run_comparison::{LineDifference, RunComparison, compare_final};
use crate::serve::Access;
use crate::words::Words;
use obligo_reports::{Block, Column, ColumnKind, Fact, Report, Row, Table, Value};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// See the module.
pub const DEFINITION: Definition = Definition {
    access: Access::WholeGroup(Permission::Read),
    parameters: &[declared::RUN.required()],
    example: "--run 3",
    ..Definition::list(
        "run-comparison",
        "How a final run differs from the one before it: new, changed and gone, buyer by buyer or item by item",
        build,
    )
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let run = making.request.number("run").unwrap_or(0);
    let shown = final_run(making, run)?;
    let comparison = making.session.read(|tx| compare_final(tx, run))?;
    let mut facts = run_facts(words, &shown);
    if let Some(comparison) = &comparison {
        let before = [
            Fact::new("run_before", words.text("report-run-before"), Value::Integer(comparison.run)),
            Fact::new(
                "key_date_before",
                words.text("report-key-date-before"),
                Value::Day(comparison.key_date),
            ),
        ];
        facts.extend(before);
        facts.push(Fact::new("same", words.text("report-run-same"), Value::Integer(comparison.same as i64)));
    }
    let kind = shown.parameter("kind");
    let is_declaration = kind == "declare";
    Ok(Report {
        name: DEFINITION.name.to_owned(),
        title: words.with("runs-differences-of", &[("run", run.to_string())]),
        subtitle: words.text(&format!("run-{kind}")),
        mark: shown.mark(words),
        letter: None,
        facts,
        blocks: vec![Block::Table(differences(words, is_declaration, shown.currency(), comparison.as_ref()))],
        main_table: "differences".to_owned(),
        made_from: shown.made_from(words),
        made_on: Some(shown.dated),
    })
}

fn differences(
    words: &Words,
    is_declaration: bool,
    currency: Currency,
    comparison: Option<&RunComparison>,
) -> Table {
    let mut columns =
        vec![column(words, "account", ColumnKind::Text), column(words, "name", ColumnKind::Text)];
    if !is_declaration {
        columns.push(column(words, "item", ColumnKind::Text));
    }
    let amount = |key: &str, id: &str| Column::new(key, words.text(id), ColumnKind::Amount).summed();
    columns.extend([
        column(words, "changed", ColumnKind::Text),
        amount("before", "runs-before"),
        amount("after", "runs-after"),
        amount("difference", "runs-difference"),
        column(words, "what", ColumnKind::Text),
    ]);
    let row = |line: &LineDifference| {
        let mut cells = vec![text(line.account.as_str()), text(line.name.as_str())];
        if !is_declaration {
            cells.push(text(line.key.as_str()));
        }
        cells.push(text(words.text(&format!("runs-difference-{}", line.change.code()))));
        cells.extend(
            [&line.amount.0, &line.amount.1, &line.difference].map(|plain| amount_in(currency, plain)),
        );
        cells.push(text(figures(words, line)));
        Row::plain(cells)
    };
    let mut rows: Vec<Row> = comparison.into_iter().flat_map(|c| c.lines.iter().map(row)).collect();
    if let Some(comparison) = comparison.filter(|_| !rows.is_empty()) {
        let before = std::iter::repeat_n(Value::Empty, columns.len() - 5);
        let (was, is, difference) = &comparison.total;
        let sums = [was, is, difference].map(|plain| amount_in(currency, plain));
        rows.push(total(words, before.chain(sums).chain([Value::Empty])));
    }
    // The totals are of the runs; lines that are the same in both are not listed.
    for column in columns.iter_mut().filter(|column| column.key == "before" || column.key == "after") {
        column.summed = false;
    }
    Table {
        key: "differences".to_owned(),
        title: words.text("runs-differences"),
        columns,
        rows,
        empty: words.text(if comparison.is_some() { "runs-no-difference" } else { "runs-first" }),
    }
}

/// A plain decimal as an amount of the currency; nothing where there is none.
fn amount_in(currency: Currency, plain: &str) -> Value {
    let minor = plain.parse::<Decimal>().ok().and_then(|amount| {
        let shifted = amount.checked_mul(Decimal::from(10_i64.pow(currency.exponent())))?;
        shifted.round().to_i64()
    });
    minor.map_or(Value::Empty, |minor| Value::Amount(minor, currency))
}

/// Every figure of a line that differs, before and after, in words.
#[must_use]
pub fn figures(words: &Words, line: &LineDifference) -> String {
    let shown = |text: &str| {
        let shown = words.number(&words.date_text(text));
        if shown.is_empty() { "–".to_owned() } else { shown }
    };
    let figure = |(name, before, after): &(&'static str, String, String)| {
        let facts = [("name", heading(words, name)), ("before", shown(before)), ("after", shown(after))];
        words.with("change", &facts)
    };
    line.figures.iter().map(figure).collect::<Vec<_>>().join("; ")
}
