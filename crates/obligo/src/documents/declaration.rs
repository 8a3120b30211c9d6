//! What the balance and the turnover declaration share: the letter, the totals sheet, the totals by country, lists of buyers.

use super::Making;
use super::declared::{self, ShownRun, account_of, shown_run};
use super::definition::Parameter;
use super::letter;
use super::values::{amount_of, column, day_of, fact, text, text_of, total};
use crate::words::Words;
use obligo_reports::{Block, Column, ColumnKind, Fact, Report, Row, Table, Value};
use obligo_rules::problem::Problem;
use serde_json::Value as Json;

/// What a declaration is asked for.
pub const PARAMETERS: &[Parameter] =
    &[declared::RUN, declared::POLICY, declared::KEY_DATE, declared::BUYERS, declared::KNOWN_AT];

/// A list of a declaration.
pub struct List {
    /// Its name in files.
    pub key: &'static str,
    /// Its heading.
    pub title: String,
    /// Amounts it lists, those that are summed.
    pub amounts: &'static [&'static str],
}

/// A declaration by this procedure: totals with these amounts, then its lists unless the policy wants only totals (R8.2, R8.3).
pub fn declaration(
    making: &mut Making<'_>,
    procedure: &str,
    amounts: &[&str],
    lists: impl Fn(&Words, &ShownRun) -> Vec<List>,
) -> Result<Report, Problem> {
    let (words, name) = (making.words, making.request.definition.name);
    let shown = shown_run(making, "declare", Some(procedure))?;
    let buyers = shown.parameter("buyers").to_owned();
    let facts = [("date", words.date(shown.key_date())), ("kind", buyers)];
    let mut letter = letter::to_insurer(words, &shown.snapshot, &shown.policy, shown.dated);
    letter.opening = vec![words.with(&format!("report-opening-{name}"), &facts)];
    let mut blocks = vec![Block::Table(sheet(words, &shown, amounts))];
    blocks.extend(countries(words, &shown, amounts).map(Block::Table));
    let lists = if shown.parameters["totals_only"] == true { Vec::new() } else { lists(words, &shown) };
    let main_table = lists.first().map_or("", |list| list.key).to_owned();
    let annex: Vec<Block> = lists.iter().flat_map(|list| buyers_of(words, &shown, list)).collect();
    letter.before_annex = letter::before_annex(&blocks, &annex);
    if letter.before_annex.is_some() {
        letter.opening.push(words.text("report-annex"));
    }
    blocks.extend(annex);
    Ok(Report {
        name: name.to_owned(),
        title: words.text(&format!("report-{name}")),
        subtitle: words.with("report-declaration-subtitle", &facts),
        mark: shown.mark(words),
        letter: Some(letter),
        facts: run_facts(words, &shown),
        blocks,
        main_table,
        made_from: shown.made_from(words),
        made_on: Some(shown.dated),
    })
}

/// What a run was asked and what it is known by.
pub fn run_facts(words: &Words, shown: &ShownRun) -> Vec<Fact> {
    let policy = &shown.policy.policy;
    let name = format!("{} {}", policy.policy, policy.name);
    let mut facts =
        vec![fact(words, "policy", text(name.trim())), fact(words, "key_date", Value::Day(shown.key_date()))];
    if shown.parameter("procedure") == "turnover" {
        let start = day_of(&shown.parameters, "period_start");
        facts.push(Fact::new("period_start", words.text("runs-period-start"), start));
    }
    facts.push(fact(words, "currency", text(policy.currency.code())));
    facts.extend(shown.run.map(|run| fact(words, "run", Value::Integer(run))));
    facts.push(fact(words, "sha256", text(shown.sha256.as_str())));
    facts
}

fn amounts_of(of: &Json, amounts: &[&str], shown: &ShownRun) -> Vec<Value> {
    amounts.iter().map(|name| amount_of(of, name, shown.currency())).collect()
}

fn amount_columns(words: &Words, amounts: &[&str]) -> impl Iterator<Item = Column> {
    amounts
        .iter()
        .map(|name| column(words, name, ColumnKind::Amount).summed())
        .collect::<Vec<_>>()
        .into_iter()
}

/// The totals sheet: domestic, abroad, all.
fn sheet(words: &Words, shown: &ShownRun, amounts: &[&str]) -> Table {
    let part = |id: &str, of: &Json| {
        let name = std::iter::once(text(words.text(id)));
        Row::plain(name.chain(amounts_of(of, amounts, shown)).collect())
    };
    let totals = &shown.totals;
    Table {
        key: "totals".to_owned(),
        title: words.text("runs-sheet"),
        columns: [column(words, "part", ColumnKind::Text)]
            .into_iter()
            .chain(amount_columns(words, amounts))
            .collect(),
        rows: vec![
            part("sheet-domestic", &totals["domestic"]),
            part("sheet-abroad", &totals["abroad"]),
            total(words, amounts_of(totals, amounts, shown)),
        ],
        empty: String::new(),
    }
}

/// Totals by country, where the policy asks for them.
fn countries(words: &Words, shown: &ShownRun, amounts: &[&str]) -> Option<Table> {
    let by_country = shown.totals["countries"].as_object()?;
    let of_country = |(country, of): (&String, &Json)| {
        let name = std::iter::once(text(country.as_str()));
        Row::plain(name.chain(amounts_of(of, amounts, shown)).collect())
    };
    let mut rows: Vec<Row> = by_country.iter().map(of_country).collect();
    if !rows.is_empty() {
        rows.push(total(words, amounts_of(&shown.totals, amounts, shown)));
    }
    Some(Table {
        key: "countries".to_owned(),
        title: words.text("report-by-country"),
        columns: [column(words, "country", ColumnKind::Text)]
            .into_iter()
            .chain(amount_columns(words, amounts))
            .collect(),
        rows,
        empty: words.text("declare-nothing"),
    })
}

/// The buyers with an amount in this list, and how many have none.
fn buyers_of(words: &Words, shown: &ShownRun, list: &List) -> Vec<Block> {
    let currency = shown.currency();
    let risk_numbers = shown.risk_numbers();
    let is_nothing = |name: &&str, line: &Json| {
        matches!(amount_of(line, name, currency), Value::Amount(0, _) | Value::Empty)
    };
    let has_amounts = |line: &&Json| !list.amounts.iter().all(|name| is_nothing(name, line));
    let lines: Vec<&Json> = shown.lines.iter().filter(has_amounts).collect();
    let silent = shown.lines.len() - lines.len();
    let texts = ["account", "name", "risk_number", "country"];
    let columns = texts
        .into_iter()
        .map(|key| column(words, key, ColumnKind::Text))
        .chain([column(words, "insured_sum", ColumnKind::Amount)])
        .chain(amount_columns(words, list.amounts))
        .chain([column(words, "uncovered_from", ColumnKind::Day)]);
    let row = |line: &&Json| {
        let account = account_of(line);
        let risk_number = risk_numbers.get(&account).copied().unwrap_or("");
        let who =
            [text(account.as_str()), text_of(line, "name"), text(risk_number), text_of(line, "country")];
        let sum = [amount_of(line, "insured_sum", currency)];
        let stop = [day_of(line, "uncovered_from")];
        Row::plain(
            who.into_iter().chain(sum).chain(amounts_of(line, list.amounts, shown)).chain(stop).collect(),
        )
    };
    let mut rows: Vec<Row> = lines.iter().map(row).collect();
    if !rows.is_empty() {
        let before = std::iter::repeat_n(Value::Empty, texts.len());
        let sums = amounts_of(&shown.totals, list.amounts, shown);
        rows.push(total(words, before.chain(sums).chain([Value::Empty])));
    }
    let table = Table {
        key: list.key.to_owned(),
        title: list.title.clone(),
        columns: columns.collect(),
        rows,
        empty: words.text("declare-nothing"),
    };
    let silent = (silent > 0).then(|| Block::Text(words.count("report-silent", silent)));
    std::iter::once(Block::Table(table)).chain(silent).collect()
}
