//! Recommended credit lines: what the credit policy recommends for every payer, beside the own credit limit it has (R9.9).

use super::Making;
use super::book::Book;
use super::definition::Definition;
use super::listing::{Listing, under};
use super::values::{amount_of, column, text, text_of};
use crate::access::roles::Permission;
use crate::credit::policy::recommended::recommended_json;
use crate::serve::Access;
use obligo_reports::{ColumnKind, Report, Value};
use obligo_rules::problem::Problem;

/// See the module.
pub const DEFINITION: Definition = Definition {
    access: Access::WholeGroup(Permission::Read),
    ..Definition::list(
        "recommended-credit-lines",
        "What the credit policy recommends for every payer, beside its own credit limit (R9.9)",
        build,
    )
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let columns = vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "country", ColumnKind::Text),
        under(words, "points", "credit-policy-points", ColumnKind::Integer),
        under(words, "risk_class", "credit-policy-class", ColumnKind::Text),
        under(words, "recommended_line", "credit-policy-line", ColumnKind::Amount).summed(),
        under(words, "basis", "recommended-basis", ColumnKind::Text),
        under(words, "credit_limit", "buyer-credit-limit", ColumnKind::Amount).summed(),
        under(words, "credit_limit_above", "recommended-above", ColumnKind::Amount),
        column(words, "insured_sum", ColumnKind::Amount),
        under(words, "payment_terms", "credit-policy-payment-terms", ColumnKind::Text),
        under(words, "credit_manager", "buyers-credit-manager", ColumnKind::Text),
    ];
    let mut listing = Listing::empty(
        words,
        "payers",
        "report-recommended-credit-lines",
        "credit-policy-part-none",
        columns,
    );
    let snapshot = &book.portfolio.snapshot;
    for payer in &book.portfolio.payers()?.payers {
        let Some(recommended) = book.portfolio.recommended(payer.payer)? else { continue };
        let line = recommended_json(snapshot, recommended);
        let currency = recommended.currency;
        let points = recommended.recommendation.points.map_or(Value::Empty, |n| Value::Integer(n.into()));
        let basis =
            format!("recommended-basis-{}", recommended.recommendation.basis.code().replace('_', "-"));
        listing.add(
            currency,
            vec![
                text_of(&line, "payer"),
                text_of(&line, "name"),
                text_of(&line, "country"),
                points,
                text_of(&line, "risk_class"),
                amount_of(&line, "recommended_line", currency),
                text(words.text(&basis)),
                amount_of(&line, "credit_limit", currency),
                amount_of(&line, "credit_limit_above", currency),
                amount_of(&line, "insured_sum", currency),
                text_of(&line, "payment_terms"),
                text_of(&line, "credit_manager"),
            ],
        );
    }
    Ok(book.report(words, DEFINITION.name, listing.blocks(words)))
}
