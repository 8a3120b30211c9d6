//! A report as a page shows it: its facts, its tables and what its pictures say. Long tables stand in the files whole.

use crate::web::parts::{self, chip};
use crate::words::Words;
use maud::{Markup, html};
use obligo_reports::{Alignment, Block, Chart, Column, Fact, Report, Row, RowKind, Table, Value, Wording};

/// Rows shown of a table.
const ROWS: usize = 100;

/// The report.
pub fn report(words: &Words, report: &Report) -> Markup {
    html! {
        section.card lang=(Words::language(words)) {
            h2 {
                (report.title)
                @if let Some(mark) = &report.mark { " " (chip("warn", &mark.text)) }
            }
            @if !report.subtitle.is_empty() { p { (report.subtitle) } }
            (facts(words, &report.facts))
            @for block in &report.blocks { (part(words, block)) }
            p.quiet { (report.made_from) }
        }
    }
}

fn part(words: &Words, block: &Block) -> Markup {
    match block {
        Block::Heading(text) => html! { h3 { (text) } },
        Block::Text(text) => html! { p { (text) } },
        Block::Facts(of) => facts(words, of),
        Block::Table(table) => rows(words, table),
        Block::Chart(chart) => picture(chart),
        Block::NewPage => Markup::default(),
    }
}

fn facts(words: &Words, facts: &[Fact]) -> Markup {
    html! {
        @if !facts.is_empty() {
            dl.facts { @for fact in facts { dt { (fact.label) } dd { (value(words, &fact.value)) } } }
        }
    }
}

fn picture(chart: &Chart) -> Markup {
    html! { h3 { (chart.title) } p { (chart.description) } }
}

fn rows(words: &Words, table: &Table) -> Markup {
    let column = |column: &Column| match column.kind.alignment() {
        Alignment::Left => parts::Column::text(&column.label),
        Alignment::Right => parts::Column::number(&column.label),
    };
    let columns: Vec<parts::Column> = table.columns.iter().map(column).collect();
    let (totals, lines): (Vec<&Row>, Vec<&Row>) =
        table.rows.iter().partition(|row| row.kind == RowKind::Total);
    let shown: Vec<Markup> = lines.iter().take(ROWS).map(|row| cells(words, table, row)).collect();
    let foot = html! { @for row in totals { tr { (cells(words, table, row)) } } };
    let left_out = lines.len().saturating_sub(ROWS);
    html! {
        h3 { (table.title) }
        (parts::table(&table.title, &columns, &shown, &foot, &table.empty))
        @if left_out > 0 {
            p.quiet { (words.with("report-rows-more", &[("count", left_out.to_string()), ("shown", words.number(&left_out.to_string()))])) }
        }
    }
}

fn cells(words: &Words, table: &Table, row: &Row) -> Markup {
    html! {
        @for (column, cell) in table.columns.iter().zip(&row.cells) {
            td class=[(column.kind.alignment() == Alignment::Right).then_some("number")] {
                @if row.kind == RowKind::Plain { (value(words, cell)) } @else { strong { (value(words, cell)) } }
            }
        }
    }
}

/// A value as the language writes it.
fn value(words: &Words, value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Amount(minor, currency) => words.amount(*minor, *currency),
        Value::Day(day) => words.day(*day),
        Value::Integer(number) => words.integer(*number),
        Value::Percent(number) => Wording::percent(words, *number),
        Value::Decimal(number) => words.decimal(*number),
        Value::Flag(flag) => words.flag(*flag),
    }
}
