//! Days overdue (R10.2): what insured payers owe, what of it is past due, and what is so for longer than a number of days.

use super::Making;
use super::book::{AS_OF, Book, KNOWN_AT, POLICY};
use super::declared::account_of;
use super::definition::{Audience, Definition, Parameter, ParameterKind, TABLES};
use super::listing::{Listing, under};
use super::open_amounts::{
    AMOUNTS, INSURANCE_FROM, INSURANCE_TO, INSURER_FROM, INSURER_TO, open_message, payers,
};
use super::values::{column, text, text_of};
use crate::access::roles::Permission;
use crate::serve::Access;
use obligo_reports::{Column, ColumnKind, Report, Value};
use obligo_rules::money::Currency;
use obligo_rules::open_amounts::OpenAmounts;
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

const DAYS: Parameter = Parameter::new(
    "days",
    ParameterKind::Number,
    "Past due by more than this many days stands in a column of its own; 30 otherwise",
);

const PAYERS: Parameter = Parameter::new(
    "payers",
    ParameterKind::OneOf(&["all", "longer"]),
    "All payers (all), or only those with an amount past due by more than the days (longer)",
);

/// Days where none are asked for.
const DAYS_DEFAULT: i64 = 30;

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "days-overdue",
    about: "What insured payers owe and how long it is past due (R10.2, RMS530)",
    audience: Audience::Insurer,
    access: Access::Allowed(Permission::Read),
    parameters: &[
        AS_OF,
        DAYS,
        PAYERS,
        AMOUNTS,
        POLICY,
        INSURER_FROM,
        INSURER_TO,
        INSURANCE_FROM,
        INSURANCE_TO,
        KNOWN_AT,
    ],
    formats: TABLES,
    example: "--as-of 2024-06-30 --days 60 --amounts net",
    build,
    record: None,
};

/// The cells of ratios, by position.
const RATIOS: [usize; 2] = [6, 8];

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let days = making.request.number("days").unwrap_or(DAYS_DEFAULT);
    let longer = words.with("report-longer-overdue", &[("days", words.number(&days.to_string()))]);
    let columns = vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "policy", ColumnKind::Text),
        under(words, "own_number", "report-own-number-short", ColumnKind::Text),
        under(words, "open", open_message(making), ColumnKind::Amount).summed(),
        under(words, "past_due", "report-past-due", ColumnKind::Amount).summed(),
        under(words, "past_due_ratio", "report-ratio", ColumnKind::Percent),
        Column::new("past_due_longer", longer, ColumnKind::Amount).summed(),
        under(words, "past_due_longer_ratio", "report-ratio", ColumnKind::Percent),
    ];
    let mut listing = Listing::empty(words, "payers", "report-payers", "report-payers-none", columns);
    let only_longer = making.request.text("payers") == Some("longer");
    let mut all: BTreeMap<Currency, OpenAmounts> = BTreeMap::new();
    for payer in payers(making, &book, i32::try_from(days).unwrap_or(i32::MAX))? {
        let (line, currency, owed) = (payer.line, payer.currency, payer.owed.amounts);
        if only_longer && owed.past_due_longer == 0 {
            continue;
        }
        all.entry(currency).or_default().merge(&owed);
        listing.add(
            currency,
            vec![
                text(account_of(line)),
                text_of(line, "name"),
                text_of(line, "policy"),
                text(payer.own_numbers),
                Value::Amount(owed.open, currency),
                Value::Amount(owed.past_due, currency),
                percent(owed.past_due_ratio()),
                Value::Amount(owed.past_due_longer, currency),
                percent(owed.past_due_longer_ratio()),
            ],
        );
    }
    let blocks = listing.blocks_with(words, &mut |currency, total| {
        let sums = all.get(&currency).copied().unwrap_or_default();
        for (n, ratio) in RATIOS.into_iter().zip([sums.past_due_ratio(), sums.past_due_longer_ratio()]) {
            if let Some(cell) = total.cells.get_mut(n) {
                *cell = percent(ratio);
            }
        }
    });
    Ok(book.report(words, DEFINITION.name, blocks))
}

/// A percentage; nothing where there is none.
pub fn percent(ratio: Option<Decimal>) -> Value {
    ratio.map_or(Value::Empty, Value::Percent)
}
