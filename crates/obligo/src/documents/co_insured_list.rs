//! Co-insured customers with the customer they are insured under, their own credit limit and the date of the last information (R1.6).

use super::Making;
use super::book::{AS_OF, Book, KNOWN_AT, POLICY};
use super::declared::account_of;
use super::definition::Definition;
use super::listing::{Listing, under};
use super::values::{amount_of, column, day, day_of, text, text_of};
use obligo_reports::{ColumnKind, Report};
use obligo_rules::calendar::Day;
use obligo_rules::cover::cover_at;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::cover::always;

/// See the module.
pub const DEFINITION: Definition = Definition {
    parameters: &[AS_OF, POLICY, KNOWN_AT],
    example: "--policy ACR/A",
    ..Definition::list(
        "co-insured",
        "Co-insured customers and the customers they are insured under (R1.6)",
        build,
    )
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let columns = vec![
        column(words, "co_insured_under", ColumnKind::Text),
        under(words, "main_name", "co-insured-main", ColumnKind::Text),
        column(words, "account", ColumnKind::Text),
        under(words, "name", "co-insured-one", ColumnKind::Text),
        column(words, "country", ColumnKind::Text),
        column(words, "policy", ColumnKind::Text),
        column(words, "valid_from", ColumnKind::Day),
        under(words, "credit_limit", "buyer-credit-limit", ColumnKind::Amount),
        under(words, "information_date", "buyer-information-date", ColumnKind::Day),
        column(words, "open", ColumnKind::Amount).summed(),
        column(words, "insured", ColumnKind::Amount).summed(),
    ];
    let mut listing =
        Listing::empty(words, "accounts", "report-co-insured", "report-co-insured-none", columns);
    let (portfolio, wanted) = (&book.portfolio, making.request.text("policy"));
    for main in portfolio.mains_of_co_insured() {
        let main_name = portfolio.snapshot.buyers.get(main).map_or("", |buyer| buyer.name.as_str());
        for account in portfolio.co_insured_of(*main) {
            let line =
                portfolio.positions_of(*account).first().and_then(|n| book.buyers.lines.get(*n as usize));
            let Some(line) = line.filter(|line| wanted.is_none_or(|code| line["policy"] == code)) else {
                continue;
            };
            let currency = line["currency"].as_str().and_then(Currency::parse).unwrap_or(Currency::EUR);
            let own_currency =
                line["credit_limit_currency"].as_str().and_then(Currency::parse).unwrap_or(currency);
            listing.add(
                currency,
                vec![
                    text_of(line, "co_insured_under"),
                    text(main_name),
                    text(account_of(line)),
                    text_of(line, "name"),
                    text_of(line, "country"),
                    text_of(line, "policy"),
                    day(since(&book, *account)),
                    amount_of(line, "credit_limit", own_currency),
                    day_of(line, "information_date"),
                    amount_of(line, "open", currency),
                    amount_of(line, "insured", currency),
                ],
            );
        }
    }
    Ok(book.report(words, DEFINITION.name, listing.blocks(words)))
}

/// Since when an account is co-insured; `None` = always.
fn since(book: &Book, account: i64) -> Option<Day> {
    let rows = book.portfolio.snapshot.covers.get(&account)?;
    let covers: Vec<_> = rows.iter().map(|row| row.cover.clone()).collect();
    cover_at(&covers, book.day()).map(|cover| cover.valid_from).filter(|day| *day != always())
}
