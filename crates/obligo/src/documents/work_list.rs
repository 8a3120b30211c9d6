//! The work list of credit control (R9.3): the payers the last run found, with both values of each reason and the actions taken.

use super::Making;
use super::definition::{Audience, Definition, Parameter, ParameterKind, TABLES};
use super::listing::{Listing, under};
use super::values::{column, fact, state, text};
use crate::access::roles::Permission;
use crate::credit::work_list::{WorkChoice, action_codes, criterion_text, last_run, reason_text, work_list};
use crate::serve::Access;
use obligo_reports::{Block, Column, ColumnKind, Report, Row, Table, Value};
use obligo_rules::money::{Currency, parse_minor};
use obligo_rules::problem::Problem;
use obligo_rules::selection::WorkOrder;
use serde_json::Value as Json;

const ORDERS: &[&str] = &["payer", "past_due", "credit_manager"];

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "work-list",
    about: "The payers the last selection run found, why, and what was done, with totals (R9.3, RMS420, RMS430)",
    audience: Audience::Control,
    access: Access::WholeGroup(Permission::Read),
    parameters: &[
        Parameter::new("manager", ParameterKind::Text, "Only payers of this credit manager"),
        Parameter::new("order", ParameterKind::OneOf(ORDERS), "Order; payer otherwise"),
    ],
    formats: TABLES,
    example: "--order past_due",
    build,
    record: None,
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let choice = WorkChoice {
        credit_manager: making.request.text("manager").map(str::to_owned),
        order: making.request.text("order").and_then(WorkOrder::parse).unwrap_or_default(),
        ..WorkChoice::default()
    };
    let last = last_run(making.session)?;
    let key_date = last.as_ref().map_or(making.session.today(), |run| run.key_date);
    let found = work_list(making.session, &choice, key_date, (0, usize::MAX))?;
    let codes = action_codes(making.session)?;
    let columns = vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "credit_manager", ColumnKind::Text),
        column(words, "overdue", ColumnKind::Amount).summed(),
        column(words, "change", ColumnKind::Text),
        column(words, "reasons", ColumnKind::Text),
        column(words, "note", ColumnKind::Text),
        column(words, "actions", ColumnKind::Text),
    ];
    let mut listing = Listing::empty(words, "payers", "report-payers", "credit-nobody", columns);
    for worked in &found.lines {
        let (line, selected) = (&worked.line, &worked.line.selected);
        let currency = selected.currency;
        let reasons: Vec<String> =
            selected.reasons.iter().map(|reason| reason_text(words, reason, currency)).collect();
        let actions: Vec<String> = worked
            .actions
            .iter()
            .flatten()
            .map(|action| {
                codes.get(&action.action_code).map_or_else(|| action.action_code.to_string(), Clone::clone)
            })
            .collect();
        let note = worked.note.map(|note| words.text(&format!("note-state-{}", note.code())));
        listing.add(
            currency,
            vec![
                text(line.key.to_string()),
                text(line.name.clone()),
                text(selected.credit_manager.clone()),
                Value::Amount(selected.past_due, currency),
                text(words.text(&format!("credit-change-{}", selected.change.code()))),
                text(reasons.join("; ")),
                text(note.unwrap_or_default()),
                text(actions.join("; ")),
            ],
        );
    }
    let mut blocks = listing.blocks(words);
    if let Some(last) = &last {
        blocks.push(totals(making, &last.totals));
    }
    let date = words.date(key_date);
    Ok(Report {
        name: DEFINITION.name.to_owned(),
        title: words.text(&format!("report-{}", DEFINITION.name)),
        subtitle: words.with("report-as-of", &[("date", date)]),
        facts: vec![fact(words, "key_date", Value::Day(key_date))],
        blocks,
        made_from: state(making)?,
        made_on: Some(making.session.today()),
        ..Report::default()
    })
}

/// The totals of the last run by criterion (RMS430).
fn totals(making: &Making<'_>, totals: &str) -> Block {
    let words = making.words;
    let totals: Json = serde_json::from_str(totals).unwrap_or_default();
    let mut rows = Vec::new();
    for criterion in totals["criteria"].as_array().into_iter().flatten() {
        let name = text(criterion_text(words, criterion["name"].as_str().unwrap_or("")));
        let payers = Value::Integer(criterion["payers"].as_i64().unwrap_or(0));
        let amounts = criterion["amounts"].as_array().cloned().unwrap_or_default();
        if amounts.is_empty() {
            rows.push(Row::plain(vec![name.clone(), payers.clone(), Value::Empty, Value::Empty]));
        }
        for sums in amounts {
            let currency = sums["currency"].as_str().and_then(Currency::parse).unwrap_or(Currency::EUR);
            let amount = |key: &str| {
                let minor = sums[key].as_str().and_then(|text| parse_minor(text, currency.exponent()).ok());
                minor.map_or(Value::Empty, |minor| Value::Amount(minor, currency))
            };
            rows.push(Row::plain(vec![name.clone(), payers.clone(), amount("actual"), amount("limit")]));
        }
    }
    let columns: Vec<Column> = vec![
        column(words, "criterion", ColumnKind::Text),
        under(words, "payers", "col-payers", ColumnKind::Integer),
        column(words, "actual", ColumnKind::Amount),
        column(words, "limit", ColumnKind::Amount),
    ];
    Block::Table(Table {
        key: "totals".to_owned(),
        title: words.text("credit-totals"),
        columns,
        rows,
        empty: words.text("credit-nobody"),
    })
}
