//! The overdue notification (R7) as a letter to the insurer: the items whose deadlines have passed, with what they are reported as.

use super::Making;
use super::declaration::run_facts;
use super::declared::{self, ShownRun, account_of, shown_run};
use super::definition::{Audience, Definition, Parameter, ParameterKind, TABLES};
use super::letter;
use super::values::{amount_of, column, day_of, fact, heading, text, text_of, total};
use crate::access::roles::Permission;
use crate::item_names::{kind_message, reporting_message};
use crate::serve::Access;
use crate::words::Words;
use obligo_reports::{Block, ColumnKind, Fact, Report, Row, Table, Value};
use obligo_rules::codes::{ItemKind, ReportingStatus};
use obligo_rules::problem::Problem;
use serde_json::Value as Json;
use std::collections::HashMap;

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "overdue-notification",
    about: "The items whose deadlines have passed, of a final run or as a preview (R7)",
    audience: Audience::Insurer,
    access: Access::WholeGroup(Permission::Read),
    parameters: &[
        declared::RUN,
        declared::POLICY,
        declared::KEY_DATE,
        Parameter::new(
            "scope",
            ParameterKind::OneOf(&["all", "overdue", "default"]),
            "Which deadlines a preview is about; all of them without it",
        ),
        Parameter::new(
            "repeat_from",
            ParameterKind::Day,
            "For a preview: items reported on or after this date are only printed again",
        ),
        Parameter::new(
            "exceeding",
            ParameterKind::OneOf(&["yes", "no"]),
            "Whether a preview shows amounts above the insured ones; as the policy has it without it",
        ),
        declared::KNOWN_AT,
    ],
    formats: TABLES,
    example: "--policy ACR/A --key-date 2024-06-30",
    build,
    record: None,
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let shown = shown_run(making, "notify", None)?;
    let scope = words.text(&format!("runs-scope-{}", shown.parameter("scope")));
    let date = words.date(shown.key_date());
    let mut letter = letter::to_insurer(words, &shown.snapshot, &shown.policy, shown.dated);
    letter.opening = vec![words.with("report-opening-overdue-notification", &[("date", date.clone())])];
    let mut facts = run_facts(words, &shown);
    facts.insert(2, Fact::new("scope", words.text("runs-scope"), text(scope)));
    let mut blocks = vec![Block::Facts(totals(words, &shown))];
    if shown.lines.iter().any(|line| line["credit"] == true) {
        blocks.push(Block::Text(words.text("report-credits-beside")));
    }
    let annex = [Block::Table(items(words, &shown))];
    letter.before_annex = letter::before_annex(&blocks, &annex);
    if letter.before_annex.is_some() {
        letter.opening.push(words.text("report-annex"));
    }
    blocks.extend(annex);
    Ok(Report {
        name: DEFINITION.name.to_owned(),
        title: words.text("report-overdue-notification"),
        subtitle: words.with("key-date", &[("date", date)]),
        mark: shown.mark(words),
        letter: Some(letter),
        facts,
        blocks,
        main_table: "items".to_owned(),
        made_from: shown.made_from(words),
        made_on: Some(shown.dated),
    })
}

/// The totals as the run keeps them.
fn totals(words: &Words, shown: &ShownRun) -> Vec<Fact> {
    let count = fact(words, "count", Value::Integer(shown.totals["items"].as_i64().unwrap_or(0)));
    let amount = |key: &&str| fact(words, key, amount_of(&shown.totals, key, shown.currency()));
    std::iter::once(count).chain(["open", "insured", "amount", "credits"].iter().map(amount)).collect()
}

const DAYS: [&str; 3] = ["document_date", "net_due_date", "deadline"];
const AMOUNTS: [&str; 3] = ["open", "insured", "amount"];

/// The items. Credits stand among them with their sign and are in no sum (R7).
fn items(words: &Words, shown: &ShownRun) -> Table {
    let risk_numbers = shown.risk_numbers();
    let texts = ["account", "name", "risk_number", "company", "document_no", "kind"];
    let columns = texts
        .into_iter()
        .map(|key| column(words, key, ColumnKind::Text))
        .chain(DAYS.into_iter().map(|key| column(words, key, ColumnKind::Day)))
        .chain(AMOUNTS.into_iter().map(|key| column(words, key, ColumnKind::Amount)))
        .chain([
            column(words, "status_after", ColumnKind::Text),
            column(words, "blocks_new", ColumnKind::Flag),
        ]);
    let mut rows: Vec<Row> = shown.lines.iter().map(|line| item(words, shown, &risk_numbers, line)).collect();
    if !rows.is_empty() {
        let before = std::iter::repeat_n(Value::Empty, texts.len() - 1 + DAYS.len());
        let sums = AMOUNTS.into_iter().map(|key| amount_of(&shown.totals, key, shown.currency()));
        rows.push(total(words, before.chain(sums).chain([Value::Empty, Value::Empty])));
    }
    Table {
        key: "items".to_owned(),
        title: heading(words, "count"),
        columns: columns.collect(),
        rows,
        empty: words.text("notify-nothing"),
    }
}

fn item(words: &Words, shown: &ShownRun, risk_numbers: &HashMap<String, &str>, line: &Json) -> Row {
    let account = account_of(line);
    let risk_number = risk_numbers.get(&account).copied().unwrap_or("");
    let kind = line["kind"].as_str().unwrap_or("");
    let mut cells = vec![
        text(account.as_str()),
        text_of(line, "name"),
        text(risk_number),
        text_of(line, "company"),
        text_of(line, "document_no"),
        text(kind_of(words, kind)),
    ];
    cells.extend(DAYS.into_iter().map(|key| day_of(line, key)));
    cells.extend(AMOUNTS.into_iter().map(|key| amount_of(line, key, shown.currency())));
    cells.push(text(status(words, line["status_after"].as_str().unwrap_or(""))));
    cells.push(Value::Flag(line["blocks_new"] == true));
    Row::plain(cells)
}

fn kind_of(words: &Words, code: &str) -> String {
    ItemKind::parse(code).map_or_else(|| code.to_owned(), |kind| words.text(kind_message(kind)))
}

/// What an item is reported as, in words.
fn status(words: &Words, code: &str) -> String {
    ReportingStatus::parse(code)
        .map_or_else(|| code.to_owned(), |status| words.text(reporting_message(status)))
}
