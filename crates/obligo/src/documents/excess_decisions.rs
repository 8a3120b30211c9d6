//! Decisions on exceeded insurance limits: the excess accepted, and what has ended (R9.4).

use super::Making;
use super::book::{AS_OF, Book, KNOWN_AT, POLICY};
use super::definition::{Definition, Parameter, ParameterKind};
use super::listing::{Listing, under};
use super::values::{amount_of, column, day_of, text, text_of};
use crate::access::roles::Permission;
use crate::serve::Access;
use obligo_reports::{ColumnKind, Report};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;

/// See the module.
pub const DEFINITION: Definition = Definition {
    access: Access::WholeGroup(Permission::Read),
    parameters: &[
        AS_OF,
        POLICY,
        Parameter::new(
            "all",
            ParameterKind::Flag,
            "Also blocks, requests, and what others took the place of",
        ),
        KNOWN_AT,
    ],
    ..Definition::list(
        "excess-decisions",
        "Decisions on exceeded insurance limits: the excess accepted, and what has ended (R9.4)",
        build,
    )
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let columns = vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "policy", ColumnKind::Text),
        under(words, "kind", "decisions-kind", ColumnKind::Text),
        column(words, "state", ColumnKind::Text),
        column(words, "amount", ColumnKind::Amount),
        column(words, "valid_from", ColumnKind::Day),
        column(words, "valid_until", ColumnKind::Day),
        under(words, "exposure", "decisions-exposure", ColumnKind::Amount),
        column(words, "insured_sum", ColumnKind::Amount),
        under(words, "reason", "decisions-reason", ColumnKind::Text),
        under(words, "reference", "decisions-reference", ColumnKind::Text),
        column(words, "decided_by", ColumnKind::Text),
    ];
    let mut listing = Listing::empty(
        words,
        "decisions",
        "report-excess-decisions",
        "report-excess-decisions-none",
        columns,
    );
    let (wanted, all) = (making.request.text("policy"), making.request.flag("all"));
    for line in &book.portfolio.excess_decisions {
        let of = |key: &str| line[key].as_str().unwrap_or("");
        let is_current = matches!(of("state"), "running" | "ahead" | "ended");
        if !(all || is_current) || wanted.is_some_and(|code| code != of("policy")) {
            continue;
        }
        let Some(currency) = Currency::parse(of("currency")) else { continue };
        listing.add(
            currency,
            vec![
                text_of(line, "account"),
                text_of(line, "name"),
                text_of(line, "policy"),
                text(words.text(&format!("decision-kind-{}", of("kind").replace('_', "-")))),
                text(words.text(&format!("decision-state-{}", of("state")))),
                amount_of(line, "amount", currency),
                day_of(line, "valid_from"),
                day_of(line, "valid_until"),
                amount_of(line, "exposure", currency),
                amount_of(line, "insured_sum", currency),
                text_of(line, "reason"),
                text_of(line, "reference"),
                text_of(line, "decided_by"),
            ],
        );
    }
    Ok(book.report(words, DEFINITION.name, listing.blocks(words)))
}
