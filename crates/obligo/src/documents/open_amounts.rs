//! Open amounts against limit (R10.1): what insured payers owe beside what is insured of it and their insured sums.

use super::Making;
use super::book::{AS_OF, Book, KNOWN_AT, POLICY};
use super::declared::account_of;
use super::definition::{Audience, Definition, Parameter, ParameterKind, TABLES};
use super::listing::{Listing, under};
use super::values::{amount_of, column, day_of, text, text_of};
use crate::access::roles::Permission;
use crate::open_amounts::{BuyerAmounts, OpenAmountsRequest, open_amounts};
use crate::serve::Access;
use crate::words::Words;
use obligo_reports::{Column, ColumnKind, Report, Value};
use obligo_rules::money::{Currency, parse_minor};
use obligo_rules::open_amounts::{over_insured_sum, unused_sum};
use obligo_rules::problem::Problem;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Net or gross.
pub const AMOUNTS: Parameter = Parameter::new(
    "amounts",
    ParameterKind::OneOf(&["gross", "net"]),
    "Amounts with VAT (gross), or without (net)",
);
/// The insurers from this code on.
pub const INSURER_FROM: Parameter =
    Parameter::new("insurer_from", ParameterKind::Text, "Insurers from this code on");
/// The insurers up to this code.
pub const INSURER_TO: Parameter =
    Parameter::new("insurer_to", ParameterKind::Text, "Insurers up to this code");
/// The insurances from this number on.
pub const INSURANCE_FROM: Parameter =
    Parameter::new("insurance_no_from", ParameterKind::Text, "Numbers of this insurance from here on");
/// The insurances up to this number.
pub const INSURANCE_TO: Parameter =
    Parameter::new("insurance_no_to", ParameterKind::Text, "Numbers of this insurance up to here");
const LOWEST: Parameter = Parameter::new(
    "lowest",
    ParameterKind::Amount,
    "Only payers that owe at least this, in the policy's currency",
);

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "open-amounts",
    about: "What insured payers owe against their insured sums (R10.1, RMS535)",
    audience: Audience::Insurer,
    access: Access::Allowed(Permission::Read),
    parameters: &[
        AS_OF,
        AMOUNTS,
        POLICY,
        INSURER_FROM,
        INSURER_TO,
        INSURANCE_FROM,
        INSURANCE_TO,
        LOWEST,
        KNOWN_AT,
    ],
    formats: TABLES,
    example: "--as-of 2024-06-30 --amounts net --lowest 1000",
    build,
    record: None,
};

/// An insured payer with open items.
pub struct Payer<'b> {
    /// Its line in the list of buyers.
    pub line: &'b Json,
    /// Currency of its policy.
    pub currency: Currency,
    /// What it owes.
    pub owed: BuyerAmounts,
    /// The own numbers at the insurer of the companies it owes to (R1.10).
    pub own_numbers: String,
}

/// The insured payers with open items that the request's ranges let through, in the order of the list of buyers.
pub fn payers<'b>(
    making: &'b Making<'_>,
    book: &'b Book,
    longer_than: i32,
) -> Result<Vec<Payer<'b>>, Problem> {
    let request = making.request;
    let snapshot = &book.portfolio.snapshot;
    let wanted = OpenAmountsRequest {
        with_vat: request.text("amounts") != Some("net"),
        longer_than,
        companies: book.companies.as_ref(),
    };
    let mut owed: BTreeMap<(i64, u16), BuyerAmounts> =
        making.session.store.read(|tx| open_amounts(tx, snapshot, wanted))?;
    let within = |value: &str, from: &str, to: &str| {
        request.text(from).is_none_or(|from| value >= from) && request.text(to).is_none_or(|to| value <= to)
    };
    let mut found = Vec::new();
    for line in book.main_buyers(request.text("policy")) {
        let code = line["policy"].as_str().unwrap_or("");
        let insurance_no = line["insurance_no"].as_str().unwrap_or("");
        let Some(loaded) = snapshot.policies.get(code) else { continue };
        if !within(loaded.policy.insurer(), "insurer_from", "insurer_to")
            || !within(insurance_no, "insurance_no_from", "insurance_no_to")
        {
            continue;
        }
        let buyer = book.portfolio.buyer_id(&account_of(line));
        let Some(owed) = buyer.and_then(|id| owed.remove(&(id, loaded.number))) else { continue };
        let mut numbers: Vec<&str> = owed
            .companies
            .iter()
            .filter_map(|id| snapshot.companies.get(id))
            .map(|c| c.own_number.as_str())
            .collect();
        numbers.retain(|number| !number.is_empty());
        numbers.dedup();
        let own_numbers = numbers.join(", ");
        found.push(Payer { line, currency: loaded.policy.currency, owed, own_numbers });
    }
    Ok(found)
}

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let lowest = making.request.text("lowest");
    let mut listing =
        Listing::empty(words, "payers", "report-payers", "report-payers-none", columns(words, making));
    for payer in payers(making, &book, 0)? {
        let (line, currency, open) = (payer.line, payer.currency, payer.owed.amounts.open);
        let lowest = lowest.and_then(|amount| parse_minor(amount, currency.exponent()).ok());
        if lowest.is_some_and(|lowest| open < lowest) {
            continue;
        }
        let sum = match amount_of(line, "insured_sum", currency) {
            Value::Amount(minor, _) => minor,
            _ => 0,
        };
        let limit_currency = line["limit_currency"].as_str().and_then(Currency::parse).unwrap_or(currency);
        listing.add(
            currency,
            vec![
                text(account_of(line)),
                text_of(line, "name"),
                text_of(line, "policy"),
                text_of(line, "insurance_no"),
                text(payer.own_numbers),
                Value::Amount(open, currency),
                amount_of(line, "insured", currency),
                Value::Amount(sum, currency),
                Value::Amount(unused_sum(open, sum), currency),
                Value::Amount(over_insured_sum(open, sum), currency),
                day_of(line, "limit_valid_from"),
                amount_of(line, "requested_amount", limit_currency),
                day_of(line, "requested_on"),
            ],
        );
    }
    Ok(book.report(words, DEFINITION.name, listing.blocks(words)))
}

/// The heading of what is open: gross or net.
pub fn open_message(making: &Making<'_>) -> &'static str {
    if making.request.text("amounts") == Some("net") { "report-open-net" } else { "report-open-gross" }
}

fn columns(words: &Words, making: &Making<'_>) -> Vec<Column> {
    vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "policy", ColumnKind::Text),
        under(words, "insurance_no", "report-insurance-no", ColumnKind::Text),
        under(words, "own_number", "report-own-number-short", ColumnKind::Text),
        under(words, "open", open_message(making), ColumnKind::Amount).summed(),
        column(words, "insured", ColumnKind::Amount).summed(),
        column(words, "insured_sum", ColumnKind::Amount).summed(),
        under(words, "unused", "report-unused", ColumnKind::Amount).summed(),
        under(words, "exceeding", "report-exceeding", ColumnKind::Amount).summed(),
        under(words, "limit_changed", "report-limit-changed", ColumnKind::Day),
        column(words, "requested_amount", ColumnKind::Amount),
        under(words, "requested_on", "report-requested-on", ColumnKind::Day),
    ]
}
