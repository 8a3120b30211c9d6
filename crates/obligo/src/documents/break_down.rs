//! The break-down of a declaration by company and by co-insured buyer (R8.5), for internal use: it says so on every page.

use super::Making;
use super::declaration::{PARAMETERS, run_facts};
use super::declared::{ShownRun, account_of, report_of, shown_run};
use super::definition::{Audience, Definition, TABLES};
use super::values::{amount_of, column, heading, text, text_of, total};
use crate::access::roles::Permission;
use crate::declaration::{DeclareRequest, declare_break_down};
use crate::serve::Access;
use crate::words::Words;
use obligo_reports::{Block, Column, ColumnKind, Mark, Report, Row, Table, Value};
use obligo_rules::codes::BuyerKind;
use obligo_rules::problem::Problem;
use serde_json::Value as Json;
use std::collections::{BTreeMap, HashMap};

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "declaration-break-down",
    about: "What each company and each co-insured buyer brings to a declaration, for internal use (R8.5)",
    audience: Audience::Control,
    access: Access::WholeGroup(Permission::Read),
    parameters: PARAMETERS,
    formats: TABLES,
    example: "--policy ACR/A --key-date 2024-06-30 --buyers named",
    build,
    record: None,
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let shown = shown_run(making, "declare", None)?;
    let request = DeclareRequest {
        policy: shown.policy.policy.policy.clone(),
        key_date: shown.key_date(),
        buyers: BuyerKind::parse(shown.parameter("buyers")).unwrap_or(BuyerKind::Named),
        is_final: false,
        known: shown.planned_with,
    };
    let mut parts = Vec::new();
    declare_break_down(making.session, &request, &mut |part| {
        parts.push(part);
        Ok(())
    })?;
    let amounts: &[&str] = match shown.parameter("procedure") {
        "turnover" => &["turnover", "time_premium_base"],
        _ => &["receivables", "bills", "credits"],
    };
    let internal = words.text("report-internal");
    let mark = match shown.mark(words) {
        Some(mark) => format!("{internal} · {}", mark.text),
        None => internal,
    };
    let date = words.date(shown.key_date());
    let declaration = words.text(&format!("report-{}", report_of("declare", shown.parameter("procedure"))));
    Ok(Report {
        name: DEFINITION.name.to_owned(),
        title: words.text("report-declaration-break-down"),
        subtitle: format!("{declaration}, {}", words.with("key-date", &[("date", date)])),
        mark: Some(Mark { text: mark }),
        letter: None,
        facts: run_facts(words, &shown),
        blocks: vec![
            Block::Text(words.text("break-down-internal")),
            Block::Table(companies(words, &shown, amounts, &parts)),
            Block::Table(accounts(words, &shown, amounts, &parts)),
        ],
        main_table: "accounts".to_owned(),
        made_from: shown.made_from(words),
        made_on: Some(shown.dated),
    })
}

fn sums_of<'p>(shown: &ShownRun, amounts: &[&str], parts: impl IntoIterator<Item = &'p Json>) -> Vec<Value> {
    let currency = shown.currency();
    let mut sums = vec![0_i64; amounts.len()];
    for part in parts {
        for (sum, name) in sums.iter_mut().zip(amounts) {
            if let Value::Amount(minor, _) = amount_of(part, name, currency) {
                *sum = sum.saturating_add(minor);
            }
        }
    }
    sums.into_iter().map(|minor| Value::Amount(minor, currency)).collect()
}

fn amount_columns(words: &Words, amounts: &[&str]) -> Vec<Column> {
    amounts.iter().map(|name| column(words, name, ColumnKind::Amount).summed()).collect()
}

/// What each company brings.
fn companies(words: &Words, shown: &ShownRun, amounts: &[&str], parts: &[Json]) -> Table {
    let mut of_company: BTreeMap<&str, Vec<&Json>> = BTreeMap::new();
    for part in parts {
        of_company.entry(part["company"].as_str().unwrap_or("")).or_default().push(part);
    }
    let names: HashMap<&str, &str> =
        shown.snapshot.companies.values().map(|c| (c.company.as_str(), c.name.as_str())).collect();
    let row = |(company, parts): (&&str, &Vec<&Json>)| {
        let who = [text(*company), text(names.get(company).copied().unwrap_or(""))];
        let sums = sums_of(shown, amounts, parts.iter().copied());
        Row::plain(who.into_iter().chain(sums).collect())
    };
    let mut rows: Vec<Row> = of_company.iter().map(row).collect();
    if !rows.is_empty() {
        rows.push(total(words, [Value::Empty].into_iter().chain(sums_of(shown, amounts, parts))));
    }
    let texts = ["company", "name"].map(|key| column(words, key, ColumnKind::Text));
    Table {
        key: "companies".to_owned(),
        title: heading(words, "companies"),
        columns: texts.into_iter().chain(amount_columns(words, amounts)).collect(),
        rows,
        empty: words.text("declare-nothing"),
    }
}

/// What each account of each main buyer brings, by company; co-insured ones are marked as such.
fn accounts(words: &Words, shown: &ShownRun, amounts: &[&str], parts: &[Json]) -> Table {
    let names: HashMap<String, &str> =
        shown.snapshot.buyers.values().map(|b| (b.key.to_string(), b.name.as_str())).collect();
    let row = |part: &Json| {
        let account = account_of(part);
        let name = names.get(&account).copied().unwrap_or("");
        let mut cells = vec![
            text_of(part, "main_account"),
            text(account),
            text(name),
            Value::Flag(part["co_insured"] == true),
            text_of(part, "company"),
        ];
        cells.extend(amounts.iter().map(|name| amount_of(part, name, shown.currency())));
        Row::plain(cells)
    };
    let mut rows: Vec<Row> = parts.iter().map(row).collect();
    if !rows.is_empty() {
        let before = std::iter::repeat_n(Value::Empty, 4);
        rows.push(total(words, before.chain(sums_of(shown, amounts, parts))));
    }
    let columns = [
        column(words, "main_account", ColumnKind::Text),
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "co_insured", ColumnKind::Flag),
        column(words, "company", ColumnKind::Text),
    ];
    Table {
        key: "accounts".to_owned(),
        title: words.text("report-break-down-accounts"),
        columns: columns.into_iter().chain(amount_columns(words, amounts)).collect(),
        rows,
        empty: words.text("declare-nothing"),
    }
}
