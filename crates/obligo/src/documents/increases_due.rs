//! Increases due: named buyers whose exposure has used up their insured sum, with what is asked for already (R2.1, R9.1).

use super::Making;
use super::book::{AS_OF, Book, KNOWN_AT, POLICY};
use super::days_overdue::percent;
use super::declared::account_of;
use super::definition::{Definition, Parameter, ParameterKind};
use super::listing::{Listing, under};
use super::values::{amount_of, column, day_of, text, text_of};
use crate::buyers::line_over_insured_sum;
use obligo_reports::{ColumnKind, Report, Value};
use obligo_rules::money::{Currency, parse_minor};
use obligo_rules::open_amounts::ratio;
use obligo_rules::problem::Problem;

const PERCENT: Parameter = Parameter::new(
    "percent",
    ParameterKind::Number,
    "Buyers that use at least this share of their sum; otherwise those above it",
);

/// See the module.
pub const DEFINITION: Definition = Definition {
    parameters: &[AS_OF, POLICY, PERCENT, KNOWN_AT],
    example: "--percent 80",
    ..Definition::list(
        "increases-due",
        "Named buyers whose insured sum is used up, and what is missing",
        build,
    )
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let least = making.request.number("percent");
    let columns = vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "policy", ColumnKind::Text),
        under(words, "risk_number", "buyer-risk-number", ColumnKind::Text),
        column(words, "insured_sum", ColumnKind::Amount).summed(),
        column(words, "insurable_open", ColumnKind::Amount).summed(),
        under(words, "used", "buyers-use", ColumnKind::Percent),
        under(words, "missing", "report-missing", ColumnKind::Amount).summed(),
        column(words, "requested_amount", ColumnKind::Amount),
        under(words, "requested_on", "report-requested-on", ColumnKind::Day),
        under(words, "limit_valid_until", "report-limit-until", ColumnKind::Day),
    ];
    let mut listing =
        Listing::empty(words, "buyers", "report-increases-due", "report-increases-none", columns);
    for line in book.main_buyers(making.request.text("policy")).filter(|line| line["kind"] == "named") {
        let Some(currency) = line["currency"].as_str().and_then(Currency::parse) else { continue };
        let minor = |name: &str| {
            line[name].as_str().and_then(|amount| parse_minor(amount, currency.exponent()).ok()).unwrap_or(0)
        };
        let (exposure, sum, over) =
            (minor("insurable_open"), minor("insured_sum"), line_over_insured_sum(line));
        let uses =
            |least: i64| exposure > 0 && i128::from(exposure) * 100 >= i128::from(sum) * i128::from(least);
        if !least.map_or(over > 0, uses) {
            continue;
        }
        let limit_currency = line["limit_currency"].as_str().and_then(Currency::parse).unwrap_or(currency);
        listing.add(
            currency,
            vec![
                text(account_of(line)),
                text_of(line, "name"),
                text_of(line, "policy"),
                text_of(line, "risk_number"),
                Value::Amount(sum, currency),
                Value::Amount(exposure, currency),
                percent(ratio(exposure, sum)),
                Value::Amount(over, currency),
                amount_of(line, "requested_amount", limit_currency),
                day_of(line, "requested_on"),
                day_of(line, "limit_valid_until"),
            ],
        );
    }
    Ok(book.report(words, DEFINITION.name, listing.blocks(words)))
}
