//! Offers due: unnamed and uninsured buyers whose balance or turnover has reached the offering threshold (R2.5).

use super::Making;
use super::book::{AS_OF, Book, KNOWN_AT, POLICY};
use super::declared::account_of;
use super::definition::Definition;
use super::listing::{Listing, under};
use super::values::{amount_of, column, day_of, text, text_of};
use crate::buyer_names::cover_message;
use crate::buyers::Accounts;
use crate::offers::Offers;
use crate::planning::SettledItems;
use obligo_reports::{Block, ColumnKind, Report, Value};
use obligo_rules::money::Currency;
use obligo_rules::policy::Procedure;
use obligo_rules::problem::Problem;

/// See the module.
pub const DEFINITION: Definition = Definition {
    parameters: &[AS_OF, POLICY, KNOWN_AT],
    ..Definition::list("offers-due", "Buyers that must be offered to the insurer (R2.5)", build)
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let policy = making.request.text("policy");
    let columns = vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "country", ColumnKind::Text),
        column(words, "kind", ColumnKind::Text),
        column(words, "policy", ColumnKind::Text),
        under(words, "basis", "report-offer-basis", ColumnKind::Text),
        under(words, "figure", "report-offer-figure", ColumnKind::Amount),
        under(words, "threshold", "report-offer-threshold", ColumnKind::Amount),
        column(words, "requested_amount", ColumnKind::Amount),
        under(words, "requested_on", "report-requested-on", ColumnKind::Day),
    ];
    let mut listing = Listing::empty(words, "buyers", "report-offers-due", "report-offers-none", columns);
    let snapshot = &book.portfolio.snapshot;
    let sees_all = book.companies.is_none();
    making.session.store.read(|tx| {
        let accounts = Accounts::of(snapshot);
        let offers = Offers::load(tx, snapshot, &accounts, &SettledItems::load(tx, snapshot.as_of)?)?;
        for (buyer, line) in book.accounts() {
            for due in offers.due(buyer) {
                let terms = &due.policy.policy;
                if policy.is_some_and(|wanted| wanted != terms.policy) {
                    continue;
                }
                let currency = terms.currency;
                let basis = match terms.declaration.procedure {
                    Procedure::Balance => "report-offer-balance",
                    Procedure::Turnover => "report-offer-turnover",
                };
                // The figure is of all companies' items.
                let figure = due.figure.filter(|_| sees_all);
                let limit_currency =
                    line["limit_currency"].as_str().and_then(Currency::parse).unwrap_or(currency);
                listing.add(
                    currency,
                    vec![
                        text(account_of(line)),
                        text_of(line, "name"),
                        text_of(line, "country"),
                        text(words.text(cover_message(line["kind"].as_str().unwrap_or("")))),
                        text(terms.policy.clone()),
                        text(words.text(basis)),
                        figure.map_or(Value::Empty, |minor| Value::Amount(minor, currency)),
                        Value::Amount(due.threshold, currency),
                        amount_of(line, "requested_amount", limit_currency),
                        day_of(line, "requested_on"),
                    ],
                );
            }
        }
        Ok(())
    })?;
    let mut blocks = listing.blocks(words);
    if !sees_all {
        blocks.push(Block::Text(words.text("report-offers-own")));
    }
    Ok(book.report(words, DEFINITION.name, blocks))
}
