//! Evidence due: unnamed buyers without an insured sum for want of evidence, or with a smaller one soon (R2.3, R2.4, R2.7).

use super::Making;
use super::book::{AS_OF, Book, KNOWN_AT, POLICY};
use super::definition::{Definition, Parameter, ParameterKind};
use super::listing::{Listing, under};
use super::values::{amount_of, column, day, text, text_of};
use crate::buyer_names::evidence_message;
use crate::evidence_due::{EvidenceState, evidence_due};
use obligo_reports::{ColumnKind, Report, Value};
use obligo_rules::problem::Problem;

const DAYS: Parameter = Parameter::new(
    "days",
    ParameterKind::Number,
    "Evidence that ends within this many days too; 60 otherwise",
);

/// Days where none are asked for.
const DAYS_DEFAULT: i64 = 60;

/// See the module.
pub const DEFINITION: Definition = Definition {
    parameters: &[AS_OF, POLICY, DAYS, KNOWN_AT],
    example: "--days 90",
    ..Definition::list(
        "evidence-due",
        "Unnamed buyers whose evidence is missing, negative, expired or about to expire",
        build,
    )
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let days = i32::try_from(making.request.number("days").unwrap_or(DAYS_DEFAULT)).unwrap_or(i32::MAX);
    let columns = vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "policy", ColumnKind::Text),
        column(words, "country", ColumnKind::Text),
        column(words, "state", ColumnKind::Text),
        under(words, "evidence", "buyer-evidence", ColumnKind::Text),
        under(words, "evidence_date", "report-evidence-date", ColumnKind::Day),
        column(words, "valid_until", ColumnKind::Day),
        column(words, "insured_sum", ColumnKind::Amount).summed(),
        under(words, "insured_sum_then", "report-sum-then", ColumnKind::Amount).summed(),
        column(words, "insurable_open", ColumnKind::Amount).summed(),
    ];
    let mut listing = Listing::empty(words, "buyers", "report-evidence-due", "report-evidence-none", columns);
    let policy = making.request.text("policy");
    for due in evidence_due(&book.portfolio.snapshot, days) {
        let code = &due.policy.policy.policy;
        if policy.is_some_and(|wanted| wanted != code) {
            continue;
        }
        let positions = book.portfolio.positions_of(due.buyer_id);
        let line = positions.iter().filter_map(|n| book.buyers.lines.get(*n as usize));
        let Some(line) = line.into_iter().find(|line| line["policy"] == code.as_str()) else { continue };
        let currency = due.policy.policy.currency;
        let state = match due.state {
            EvidenceState::Missing => "report-evidence-missing",
            EvidenceState::Negative => "evidence-negative",
            EvidenceState::Expired => "report-evidence-expired",
            EvidenceState::Expiring => "report-evidence-expiring",
        };
        let kind = due.evidence.as_ref().map(|e| words.text(evidence_message(e.kind))).unwrap_or_default();
        listing.add(
            currency,
            vec![
                text(book.portfolio.snapshot.account(due.buyer_id).to_string()),
                text_of(line, "name"),
                text(code.clone()),
                text_of(line, "country"),
                text(words.text(state)),
                text(kind),
                day(due.evidence.as_ref().map(|e| e.date)),
                day(due.valid_until),
                Value::Amount(due.sum, currency),
                Value::Amount(due.sum_then, currency),
                amount_of(line, "insurable_open", currency),
            ],
        );
    }
    Ok(book.report(words, DEFINITION.name, listing.blocks(words)))
}
