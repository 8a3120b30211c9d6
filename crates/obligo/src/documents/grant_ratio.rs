//! What insurers granted of what was asked for in a period, by insurer and currency (R2.1).

use super::Making;
use super::book::{AS_OF, Book, KNOWN_AT, POLICY};
use super::days_overdue::percent;
use super::definition::{Definition, Parameter, ParameterKind};
use super::listing::{Listing, under};
use super::values::{column, text};
use crate::credit::limit_requests::grant_ratios;
use obligo_reports::{ColumnKind, Report, Value};
use obligo_rules::open_amounts::ratio as share;
use obligo_rules::problem::Problem;

/// See the module.
pub const DEFINITION: Definition = Definition {
    parameters: &[
        Parameter::new(
            "from",
            ParameterKind::Day,
            "First day of the answers; a year up to the day otherwise",
        ),
        AS_OF,
        POLICY,
        KNOWN_AT,
    ],
    example: "--from 2024-01-01",
    ..Definition::list(
        "grant-ratio",
        "What insurers granted of the limits asked for, of each request at most what was asked (R2.1)",
        build,
    )
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let columns = vec![
        under(words, "insurer", "decisions-insurer", ColumnKind::Text),
        column(words, "currency", ColumnKind::Text),
        under(words, "answered", "decisions-answered", ColumnKind::Integer),
        under(words, "in_full", "decisions-in-full", ColumnKind::Integer),
        under(words, "in_part", "decisions-in-part", ColumnKind::Integer),
        under(words, "refused", "decisions-refused", ColumnKind::Integer),
        column(words, "requested_amount", ColumnKind::Amount),
        column(words, "granted", ColumnKind::Amount),
        under(words, "grant_ratio", "report-grant-ratio", ColumnKind::Percent),
    ];
    let mut listing =
        Listing::empty(words, "grants", "report-grant-ratio", "report-grant-ratio-none", columns);
    let to = book.day();
    let from = making.request.day("from").unwrap_or_else(|| to.plus_months(-12).plus_days(1));
    let grants = grant_ratios(&book.portfolio.snapshot, making.request.text("policy"), from, to);
    for ((insurer, _), (currency, grant)) in &grants {
        let count = |n: u32| Value::Integer(i64::from(n));
        listing.add(
            *currency,
            vec![
                text(insurer.as_str()),
                text(currency.code()),
                count(grant.answered),
                count(grant.in_full),
                count(grant.in_part),
                count(grant.refused),
                Value::Amount(grant.requested, *currency),
                Value::Amount(grant.granted, *currency),
                percent(share(grant.granted, grant.requested)),
            ],
        );
    }
    Ok(book.report(words, DEFINITION.name, listing.blocks(words)))
}
