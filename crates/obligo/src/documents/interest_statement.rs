//! The interest statement: a letter to a payer with what its items, open or paid late, have cost it, period by period (R9.8).

use super::Making;
use super::account_statement::ACCOUNT;
use super::definition::{Audience, Definition, Parameter, ParameterKind, TABLES};
use super::letter;
use super::listing::{Listing, under};
use super::values::{amount_of, column, day_of, state, text, text_of};
use crate::access::roles::Permission;
use crate::credit::account_id;
use crate::credit::reminders::interest::{InterestRequest, statement};
use crate::serve::Access;
use crate::session::point_in_time;
use crate::snapshot::Snapshot;
use crate::words::Words;
use obligo_reports::{Block, ColumnKind, Fact, Letter, Report, Value};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;
use serde_json::Value as Json;

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "interest-statement",
    about: "A letter to a payer with late interest by item and period (R9.8)",
    audience: Audience::Buyer,
    access: Access::Allowed(Permission::Read),
    parameters: &[
        ACCOUNT,
        Parameter::new("until", ParameterKind::Day, "Last day that bears interest; today if left out"),
    ],
    formats: TABLES,
    example: "--account 10021/0/D --until 2024-06-30",
    build,
    record: None,
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let today = making.session.today();
    let until = making.request.day("until").unwrap_or(today);
    let account = account_id(making.session, making.request.needed("account")?)?;
    let request = InterestRequest { account, until, companies: making.companies.cloned() };
    let found = statement(making.session, &request)?;
    let snapshot = making.session.read(|tx| Snapshot::load(tx, point_in_time(tx, today, None)?))?;
    let listing = listing(words, &found);
    let is_empty = listing.len() == 0;
    let mut blocks = listing.blocks(words);
    let missing = found["rates_missing"][0]["date"].as_str();
    blocks.extend(missing.map(|day| {
        Block::Text(words.with("report-interest-statement-known", &[("date", words.date_text(day))]))
    }));
    let date = words.date(until);
    let opening = if is_empty { "interest-none" } else { "report-interest-statement-opening" };
    let closing = (!is_empty).then(|| words.text("report-interest-statement-closing"));
    Ok(Report {
        name: DEFINITION.name.to_owned(),
        title: words.text("report-interest-statement"),
        subtitle: words.with("report-as-of", &[("date", date.clone())]),
        mark: None,
        letter: Some(Letter {
            opening: vec![words.with(opening, &[("date", date)])],
            closing: closing.into_iter().chain([words.text("report-regards")]).collect(),
            place_and_date: words.date(today),
            ..frame(words, &snapshot, &found)
        }),
        facts: vec![Fact::new("until", words.text("report-field-until"), Value::Day(until))],
        blocks,
        main_table: "items".to_owned(),
        made_from: state(making)?,
        made_on: Some(today),
    })
}

/// From the company that is owed, or the one that writes for the group where there are several, to the payer.
fn frame(words: &Words, snapshot: &Snapshot, found: &Json) -> Letter {
    let empty = Vec::new();
    let lines = found["items"].as_array().unwrap_or(&empty);
    let first = lines.first().and_then(|line| line["company"].as_str());
    let only = first.filter(|code| lines.iter().all(|line| line["company"] == *code));
    let company = snapshot.companies.values().find(|company| Some(company.company.as_str()) == only);
    let account = found["account"].as_str().unwrap_or("");
    let payer = snapshot.buyers.values().find(|buyer| buyer.key.to_string() == account);
    Letter {
        sender: company
            .or_else(|| letter::sender(snapshot))
            .map(|c| letter::address(&c.name, &c.company, &c.postal_address))
            .unwrap_or_default(),
        recipient: payer
            .map(|b| letter::address(&b.name, &b.key.account, &b.postal_address))
            .unwrap_or_default(),
        place_and_date: String::new(),
        references: vec![Fact::new("account", words.text("report-your-account"), text(account))],
        salutation: words.text("report-salutation"),
        opening: Vec::new(),
        closing: Vec::new(),
        signatures: Vec::new(),
        before_annex: None,
    }
}

/// One line per period; the interest of an item, rounded once, stands in its last one.
fn listing(words: &Words, found: &Json) -> Listing {
    let columns = vec![
        column(words, "document_no", ColumnKind::Text),
        column(words, "due_date", ColumnKind::Day),
        under(words, "from", "report-interest-from", ColumnKind::Day),
        under(words, "until", "report-interest-until", ColumnKind::Day),
        under(words, "days", "report-interest-days", ColumnKind::Integer),
        column(words, "open", ColumnKind::Amount),
        under(words, "rate", "report-interest-rate", ColumnKind::Percent),
        column(words, "interest", ColumnKind::Amount).summed(),
    ];
    let mut listing = Listing::empty(words, "items", "reminder-interest", "interest-nothing", columns);
    for line in found["items"].as_array().into_iter().flatten() {
        let currency = line["currency"].as_str().and_then(Currency::parse).unwrap_or(Currency::EUR);
        let empty = Vec::new();
        let periods = line["periods"].as_array().unwrap_or(&empty);
        for (n, period) in periods.iter().enumerate() {
            let rate = period["rate"].as_str().and_then(|rate| rate.parse::<Decimal>().ok());
            let is_last = n + 1 == periods.len();
            listing.add(
                currency,
                vec![
                    text_of(line, "document_no"),
                    day_of(line, "due_date"),
                    day_of(period, "from"),
                    day_of(period, "until"),
                    period["days"].as_i64().map_or(Value::Empty, Value::Integer),
                    amount_of(period, "amount", currency),
                    rate.map_or(Value::Empty, Value::Percent),
                    if is_last { amount_of(line, "interest", currency) } else { Value::Empty },
                ],
            );
        }
    }
    listing
}
