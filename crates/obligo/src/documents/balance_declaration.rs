//! The balance declaration (R8.2) as a letter to the insurer: totals, by country where the policy asks for it, and the list of buyers.

use super::Making;
use super::declared::{self, ShownRun, account_of, shown_run};
use super::definition::{Audience, Definition, TABLES};
use super::letter;
use super::values::{amount_of, column, day_of, fact, heading, text, text_of, total};
use crate::access::roles::Permission;
use crate::serve::Access;
use crate::words::Words;
use obligo_reports::{Block, ColumnKind, Fact, Report, Row, Table, Value};
use obligo_rules::problem::Problem;
use serde_json::Value as Json;

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "balance-declaration",
    about: "The balances declared to the insurer, of a final run or as a preview (R8.2)",
    audience: Audience::Insurer,
    access: Access::WholeGroup(Permission::Read),
    parameters: &[declared::RUN, declared::POLICY, declared::KEY_DATE, declared::BUYERS, declared::KNOWN_AT],
    formats: TABLES,
    example: "--policy ACR/A --key-date 2024-06-30 --buyers named",
    build,
    record: None,
};

/// Amounts of a balance declaration in the order they are reckoned.
const AMOUNTS: &[&str] = &["receivables", "bills", "credits", "declared"];

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let shown = shown_run(making, "declare", "balance")?;
    let mut report = declaration(words, &shown, DEFINITION.name, AMOUNTS);
    if shown.parameters["totals_only"] != true {
        report.blocks.extend(buyers(words, &shown));
    }
    Ok(report)
}

/// A declaration up to its totals: what both procedures share.
pub fn declaration(words: &Words, shown: &ShownRun, name: &str, amounts: &[&str]) -> Report {
    let policy = &shown.policy.policy;
    let kind = shown.parameter("buyers");
    let date = words.date(shown.key_date());
    let number = letter::policy_number(&policy.external_number, &policy.policy).to_owned();
    let facts = [("date", date), ("policy", number), ("kind", kind.to_owned())];
    let mut letter = letter::to_insurer(words, &shown.snapshot, &shown.policy, shown.dated);
    letter.opening = vec![words.with(&format!("report-opening-{name}"), &facts)];
    let mut blocks = vec![Block::Table(totals(words, shown, amounts))];
    blocks.extend(countries(words, shown, amounts).map(Block::Table));
    Report {
        name: name.to_owned(),
        title: words.text(&format!("report-{name}")),
        subtitle: words.with("report-declaration-subtitle", &facts),
        mark: shown.mark(words),
        letter: Some(letter),
        facts: run_facts(words, shown),
        blocks,
        made_from: shown.made_from(words),
        made_on: Some(shown.dated),
    }
}

/// What a run was asked and what it is known by.
pub fn run_facts(words: &Words, shown: &ShownRun) -> Vec<Fact> {
    let policy = &shown.policy.policy;
    let mut facts = vec![
        fact(words, "policy", Value::Text(format!("{} {}", policy.policy, policy.name).trim().to_owned())),
        fact(words, "key_date", Value::Day(shown.key_date())),
        fact(words, "currency", Value::Text(policy.currency.code().to_owned())),
    ];
    facts.extend(shown.run.map(|run| fact(words, "run", Value::Integer(run))));
    facts.push(fact(words, "sha256", Value::Text(shown.sha256.clone())));
    facts
}

fn totals(words: &Words, shown: &ShownRun, amounts: &[&str]) -> Table {
    let row =
        |of: &Json| amounts.iter().map(|name| amount_of(of, name, shown.currency())).collect::<Vec<_>>();
    let part =
        |id: &str, of: &Json| Row::plain(std::iter::once(text(words.text(id))).chain(row(of)).collect());
    let mut columns = vec![column(words, "part", ColumnKind::Text)];
    columns.extend(amounts.iter().map(|name| column(words, name, ColumnKind::Amount).summed()));
    Table {
        key: "totals".to_owned(),
        title: words.text("runs-sheet"),
        columns,
        rows: vec![
            part("sheet-domestic", &shown.totals["domestic"]),
            part("sheet-abroad", &shown.totals["abroad"]),
            total(words, row(&shown.totals)),
        ],
        empty: String::new(),
    }
}

/// Totals by country, where the policy asks for them.
fn countries(words: &Words, shown: &ShownRun, amounts: &[&str]) -> Option<Table> {
    let by_country = shown.totals["countries"].as_object()?;
    let row =
        |of: &Json| amounts.iter().map(|name| amount_of(of, name, shown.currency())).collect::<Vec<_>>();
    let mut columns = vec![column(words, "country", ColumnKind::Text)];
    columns.extend(amounts.iter().map(|name| column(words, name, ColumnKind::Amount).summed()));
    let of_country = |(country, of): (&String, &Json)| {
        Row::plain(std::iter::once(text(country.clone())).chain(row(of)).collect())
    };
    let rows = by_country.iter().map(of_country).chain([total(words, row(&shown.totals))]);
    Some(Table {
        key: "countries".to_owned(),
        title: words.text("report-by-country"),
        columns,
        rows: rows.collect(),
        empty: String::new(),
    })
}

fn buyers(words: &Words, shown: &ShownRun) -> Vec<Block> {
    let currency = shown.currency();
    let risk_numbers = shown.risk_numbers();
    let declares = |line: &&Json| {
        let is_zero =
            |name: &&str| matches!(amount_of(line, name, currency), Value::Amount(0, _) | Value::Empty);
        !AMOUNTS.iter().all(|name| is_zero(name))
    };
    let lines: Vec<&Json> = shown.lines.iter().filter(declares).collect();
    let silent = shown.lines.len() - lines.len();
    let mut columns = vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "risk_number", ColumnKind::Text),
        column(words, "country", ColumnKind::Text),
        column(words, "insured_sum", ColumnKind::Amount),
    ];
    columns.extend(AMOUNTS.iter().map(|name| column(words, name, ColumnKind::Amount).summed()));
    columns.push(column(words, "uncovered_from", ColumnKind::Day));
    let row = |line: &&Json| {
        let account = account_of(line);
        let risk_number = risk_numbers.get(&account).cloned().unwrap_or_default();
        let mut cells =
            vec![text(account), text_of(line, "name"), text(risk_number), text_of(line, "country")];
        cells.push(amount_of(line, "insured_sum", currency));
        cells.extend(AMOUNTS.iter().map(|name| amount_of(line, name, currency)));
        cells.push(day_of(line, "uncovered_from"));
        Row::plain(cells)
    };
    let mut rows: Vec<Row> = lines.iter().map(row).collect();
    if !rows.is_empty() {
        let sums = AMOUNTS.iter().map(|name| amount_of(&shown.totals, name, currency));
        rows.push(total(words, std::iter::repeat_n(Value::Empty, 4).chain(sums).chain([Value::Empty])));
    }
    let table = Table {
        key: "buyers".to_owned(),
        title: heading(words, "buyers"),
        columns,
        rows,
        empty: words.text("declare-nothing"),
    };
    let mut blocks = vec![Block::Table(table)];
    if silent > 0 {
        blocks.push(Block::Text(words.count("declare-silent", silent)));
    }
    blocks
}
