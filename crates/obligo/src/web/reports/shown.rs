//! A report as a page shows it: its facts, its tables and its pictures. Long tables stand in the files whole.

use crate::web::parts::{self, chip};
use crate::words::Words;
use maud::{Markup, PreEscaped, html};
use obligo_reports::{
    Alignment, Block, Chart, Column, Fact, Report, Row, RowKind, Table, Value, Wording, svg,
};
use obligo_rules::problem::Problem;

/// Rows shown of a table.
const ROWS: usize = 100;

/// The report. Errors: those of [`svg::write`].
pub fn report(words: &Words, report: &Report) -> Result<Markup, Problem> {
    let mut parts = Vec::new();
    for block in &report.blocks {
        parts.push(part(words, report, block)?);
    }
    Ok(html! {
        section.card.report lang=(Words::language(words)) {
            h2 {
                (report.title)
                @if let Some(mark) = &report.mark { " " (chip("warn", &mark.text)) }
            }
            @if !report.subtitle.is_empty() { p { (report.subtitle) } }
            (facts(words, &report.facts))
            @for part in &parts { (part) }
            p.quiet { (report.made_from) }
        }
    })
}

fn part(words: &Words, report: &Report, block: &Block) -> Result<Markup, Problem> {
    Ok(match block {
        Block::Heading(text) => html! { h3 { (text) } },
        Block::Text(text) => html! { p { (text) } },
        Block::Facts(of) => facts(words, of),
        Block::Table(table) => rows(words, table),
        Block::Chart(chart) => picture(words, report, chart)?,
        Block::NewPage => Markup::default(),
    })
}

fn facts(words: &Words, facts: &[Fact]) -> Markup {
    html! {
        @if !facts.is_empty() {
            dl.facts { @for fact in facts { dt { (fact.label) } dd { (value(words, &fact.value)) } } }
        }
    }
}

/// The picture as its file has it, on paper in the dark too, and what it says.
fn picture(words: &Words, report: &Report, chart: &Chart) -> Result<Markup, Problem> {
    let mut drawn = Vec::new();
    svg::write(report, Some(&chart.key), words, &mut drawn)?;
    let drawn = String::from_utf8_lossy(&drawn).into_owned();
    Ok(html! {
        h3 { (chart.title) }
        figure.paper { (PreEscaped(drawn)) figcaption { (chart.description) } }
    })
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
            @let class = match cell {
                Value::Day(_) => Some("date"),
                _ => (column.kind.alignment() == Alignment::Right).then_some("number"),
            };
            td class=[class] {
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
