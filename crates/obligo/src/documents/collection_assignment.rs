//! The collection assignment: a letter to whoever collects, with the items handed over and what was done about them before (R9.8).

use super::Making;
use super::definition::{Audience, Definition, Parameter, ParameterKind, TABLES};
use super::letter;
use super::values::{amount_of, column, day_of, state, text, text_of, total};
use crate::access::roles::Permission;
use crate::credit::collection;
use crate::serve::Access;
use crate::session::point_in_time;
use crate::snapshot::Snapshot;
use crate::words::Words;
use obligo_reports::{Block, ColumnKind, Fact, Letter, Report, Row, Table, Value};
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use serde_json::Value as Json;

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "collection-assignment",
    about: "A letter to a collection agency with the items handed over to it (R9.8)",
    audience: Audience::Buyer,
    access: Access::Allowed(Permission::Read),
    parameters: &[
        Parameter::new("assignment", ParameterKind::Number, "Number of the collection assignment").required()
    ],
    formats: TABLES,
    example: "--assignment 1",
    build,
    record: None,
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let number = making.request.number("assignment").unwrap_or(0);
    let assignment = collection::assignment(making.session, making.companies, number)?;
    let today = making.session.today();
    let snapshot = making.session.read(|tx| Snapshot::load(tx, point_in_time(tx, today, None)?))?;
    let said = |key: &str| assignment[key].as_str().unwrap_or("").to_owned();
    let dated = Day::parse_iso(&said("assigned_on")).unwrap_or(today);
    let company = snapshot.companies.values().find(|company| company.company == said("company"));
    let currency = Currency::parse(&said("currency")).unwrap_or(Currency::EUR);
    let letter = Letter {
        sender: company.map(|c| letter::address(&c.name, &c.company, &c.postal_address)).unwrap_or_default(),
        recipient: vec![said("agency")],
        place_and_date: words.date(dated),
        references: [("reference", "collection-reference", said("reference"))]
            .into_iter()
            .filter(|(_, _, value)| !value.is_empty())
            .map(|(key, id, value)| Fact::new(key, words.text(id), text(value)))
            .collect(),
        salutation: words.text("report-salutation"),
        opening: vec![words.with("collection-opening", &[("name", said("name"))])],
        closing: vec![words.text("collection-closing"), words.text("report-regards")],
        signatures: vec![words.text("report-sign-place"), words.text("report-sign-name")],
        before_annex: None,
    };
    let blocks = vec![
        Block::Facts(debtor(words, &snapshot, &said("account"))),
        Block::Table(items(words, &assignment, currency)),
        Block::Facts(sums(words, &assignment, currency)),
    ];
    Ok(Report {
        name: DEFINITION.name.to_owned(),
        title: words.text("report-collection-assignment"),
        subtitle: said("name"),
        mark: None,
        letter: Some(letter),
        facts: vec![Fact::new("assignment", words.text("report-field-assignment"), text(number.to_string()))],
        blocks,
        main_table: "items".to_owned(),
        made_from: state(making)?,
        made_on: Some(dated),
    })
}

/// Who owes.
fn debtor(words: &Words, snapshot: &Snapshot, account: &str) -> Vec<Fact> {
    let Some(buyer) = snapshot.buyers.values().find(|buyer| buyer.key.to_string() == account) else {
        return Vec::new();
    };
    let address = buyer.postal_address.replace('\n', ", ");
    let named = [
        ("account", "col-account", account),
        ("name", "col-name", buyer.name.as_str()),
        ("postal_address", "master-postal-address", address.as_str()),
        ("country", "col-country", buyer.country.as_str()),
        ("register_no", "buyer-register-no", buyer.register_no.as_str()),
        ("vat_id", "buyer-vat-id", buyer.vat_id.as_str()),
    ];
    let given = named.into_iter().filter(|(_, _, value)| !value.is_empty());
    given.map(|(key, id, value)| Fact::new(key, words.text(id), text(value))).collect()
}

fn items(words: &Words, assignment: &Json, currency: Currency) -> Table {
    let columns = vec![
        column(words, "document_no", ColumnKind::Text),
        column(words, "document_date", ColumnKind::Day),
        super::listing::under(words, "due_date", "col-net-due-date", ColumnKind::Day),
        column(words, "currency", ColumnKind::Text),
        super::listing::under(words, "assigned", "collection-assigned-amount", ColumnKind::Amount),
    ];
    let empty = Vec::new();
    let lines = assignment["items"].as_array().unwrap_or(&empty);
    let row = |line: &Json| {
        Row::plain(vec![
            text_of(line, "document_no"),
            day_of(line, "document_date"),
            day_of(line, "due_date"),
            text(currency.code()),
            amount_of(line, "assigned", currency),
        ])
    };
    let mut rows: Vec<Row> = lines.iter().map(row).collect();
    let sum = amount_of(assignment, "open", currency);
    rows.push(total(words, std::iter::repeat_n(Value::Empty, columns.len() - 2).chain([sum])));
    Table {
        key: "items".to_owned(),
        title: words.text("reminder-items"),
        columns,
        rows,
        empty: String::new(),
    }
}

fn sums(words: &Words, assignment: &Json, currency: Currency) -> Vec<Fact> {
    [
        ("open", "reminder-open"),
        ("interest", "reminder-interest"),
        ("charges", "collection-charges"),
        ("total", "reminder-total"),
    ]
    .into_iter()
    .map(|(key, id)| Fact::new(key, words.text(id), amount_of(assignment, key, currency)))
    .collect()
}
