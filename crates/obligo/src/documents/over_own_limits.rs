//! Over credit or bill limit: accounts, insured or not, whose balance and bills are above the own credit limit, or whose bills are above
//! the bill limit (R1.8).

use super::Making;
use super::book::Book;
use super::declared::account_of;
use super::definition::Definition;
use super::listing::{Listing, under};
use super::values::{amount_of, column, text, text_of};
use crate::buyer_names::cover_message;
use obligo_reports::{Block, ColumnKind, Report, Value};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;

/// See the module.
pub const DEFINITION: Definition =
    Definition::list("over-own-limits", "Accounts above their own credit limit or bill limit (R1.8)", build);

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let columns = vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        under(words, "credit_limit", "buyer-credit-limit", ColumnKind::Amount),
        under(words, "credit_exposure", "report-balance-and-bills", ColumnKind::Amount).summed(),
        under(words, "over_credit_limit", "report-over", ColumnKind::Amount).summed(),
        under(words, "bill_limit", "buyer-bill-limit", ColumnKind::Amount),
        under(words, "bill_liability", "buyer-bill-liability", ColumnKind::Amount).summed(),
        under(words, "over_bill_limit", "report-over", ColumnKind::Amount).summed(),
        column(words, "kind", ColumnKind::Text),
        column(words, "policy", ColumnKind::Text),
        column(words, "insured_sum", ColumnKind::Amount),
        under(words, "credit_manager", "buyers-credit-manager", ColumnKind::Text),
    ];
    let mut listing =
        Listing::empty(words, "accounts", "report-over-own-limits", "report-over-own-none", columns);
    for (_, line) in book.accounts() {
        let is_over = line["credit_limit_exceeded"] == true || line["bill_limit_exceeded"] == true;
        let Some(currency) = line["currency"].as_str().and_then(Currency::parse).filter(|_| is_over) else {
            continue;
        };
        let own_currency =
            line["credit_limit_currency"].as_str().and_then(Currency::parse).unwrap_or(currency);
        let limits = ["credit_limit", "bill_limit"].map(|name| amount_of(line, name, own_currency));
        let used = ["credit_exposure", "bill_liability"].map(|name| amount_of(line, name, currency));
        // Between two currencies the list says that it is over, not by how much.
        let over = [0, 1].map(|n| match (&used[n], &limits[n]) {
            (Value::Amount(used, of), Value::Amount(limit, own)) if of == own => {
                Value::Amount(used.saturating_sub(*limit).max(0), currency)
            }
            _ => Value::Empty,
        });
        let ([credit_limit, bill_limit], [exposure, bills], [over_credit, over_bills]) = (limits, used, over);
        listing.add(
            currency,
            vec![
                text(account_of(line)),
                text_of(line, "name"),
                credit_limit,
                exposure,
                over_credit,
                bill_limit,
                bills,
                over_bills,
                text(words.text(cover_message(line["kind"].as_str().unwrap_or("")))),
                text_of(line, "policy"),
                amount_of(line, "insured_sum", currency),
                text_of(line, "credit_manager"),
            ],
        );
    }
    let mut blocks = listing.blocks(words);
    if book.companies.is_some() {
        blocks.push(Block::Text(words.text("report-over-own-companies")));
    }
    Ok(book.report(words, DEFINITION.name, blocks))
}
