//! Payment behaviour of payers: days after the due date lately and before, weighted by amount, and what is past due of what is open (R9.1).

use super::Making;
use super::book::Book;
use super::definition::Definition;
use super::listing::{Listing, under};
use super::values::{column, text};
use crate::access::roles::Permission;
use crate::serve::Access;
use obligo_reports::{ColumnKind, Report, Value};
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;

/// See the module. Its figures are those of all companies.
pub const DEFINITION: Definition = Definition {
    access: Access::WholeGroup(Permission::Read),
    ..Definition::list(
        "payment-behaviour",
        "How payers pay: days after due lately and before, what is past due (R9.1)",
        build,
    )
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let columns = vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "credit_manager", ColumnKind::Text),
        column(words, "outstanding", ColumnKind::Amount).summed(),
        column(words, "past_due", ColumnKind::Amount).summed(),
        under(words, "past_due_percent", "payer-past-due-percent", ColumnKind::Percent),
        under(words, "past_due_percent_before", "payer-past-due-percent-before", ColumnKind::Percent),
        under(words, "days_late", "payer-days-late", ColumnKind::Integer),
        under(words, "days_late_before", "payer-days-late-before", ColumnKind::Integer),
        under(words, "later_by", "report-later-by", ColumnKind::Integer),
    ];
    let mut listing =
        Listing::empty(words, "payers", "report-payment-behaviour", "report-payment-behaviour-none", columns);
    let snapshot = &book.portfolio.snapshot;
    for payer in &book.portfolio.payers()?.payers {
        let s = &payer.standing;
        if s.outstanding == 0 && s.days_late.is_none() && s.days_late_before.is_none() {
            continue;
        }
        let days = |days: Option<i32>| days.map_or(Value::Empty, |days| Value::Integer(days.into()));
        let percent =
            |percent: Option<i32>| percent.map_or(Value::Empty, |p| Value::Percent(Decimal::from(p)));
        let drift = s.days_late.zip(s.days_late_before).map(|(now, before)| now.saturating_sub(before));
        listing.add(
            payer.currency,
            vec![
                text(snapshot.account(payer.payer).to_string()),
                text(snapshot.buyers.get(&payer.payer).map_or("", |buyer| buyer.name.as_str())),
                text(&payer.credit_manager),
                Value::Amount(s.outstanding, payer.currency),
                Value::Amount(s.past_due, payer.currency),
                percent(s.past_due_percent),
                percent(s.past_due_percent_before),
                days(s.days_late),
                days(s.days_late_before),
                days(drift),
            ],
        );
    }
    Ok(book.report(words, DEFINITION.name, listing.blocks(words)))
}
