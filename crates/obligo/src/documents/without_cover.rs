//! Without cover: buyers with open items that no insured sum stands behind, and why (R1.5, R2.2, R2.3).

use super::Making;
use super::book::{AS_OF, Book, KNOWN_AT};
use super::declared::account_of;
use super::definition::{Definition, Parameter, ParameterKind};
use super::listing::{Listing, under};
use super::values::{amount_of, column, text, text_of};
use crate::buyer_names::code_message;
use crate::buyer_reasons::sum_reasons;
use crate::reason_text::reason_text;
use crate::words::Words;
use obligo_reports::{ColumnKind, Report, Value};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use serde_json::Value as Json;

const ALL: Parameter = Parameter::new("all", ParameterKind::Flag, "Buyers without open items too");

/// See the module.
pub const DEFINITION: Definition = Definition {
    parameters: &[AS_OF, ALL, KNOWN_AT],
    example: "--all",
    ..Definition::list("without-cover", "Buyers without an insured sum, with what they owe and why", build)
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let columns = vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "country", ColumnKind::Text),
        under(words, "category", "buyer-category", ColumnKind::Text),
        column(words, "policy", ColumnKind::Text),
        column(words, "why", ColumnKind::Text),
        column(words, "open", ColumnKind::Amount).summed(),
        under(words, "credit_limit", "buyer-credit-limit", ColumnKind::Amount),
        under(words, "must_be_offered", "buyers-must-be-offered", ColumnKind::Flag),
        under(words, "credit_manager", "buyers-credit-manager", ColumnKind::Text),
    ];
    let mut listing =
        Listing::empty(words, "buyers", "report-without-cover", "report-without-cover-none", columns);
    let wants_all = making.request.flag("all");
    for (buyer, line) in book.accounts() {
        let Some(currency) = line["currency"].as_str().and_then(Currency::parse) else { continue };
        let open = amount_of(line, "open", currency);
        let owes = !matches!(open, Value::Amount(0, _));
        let Some(why) = why(words, &book, buyer, line).filter(|_| owes || wants_all) else { continue };
        let own_currency =
            line["credit_limit_currency"].as_str().and_then(Currency::parse).unwrap_or(currency);
        let category = line["category"].as_str().and_then(code_message);
        listing.add(
            currency,
            vec![
                text(account_of(line)),
                text_of(line, "name"),
                text_of(line, "country"),
                text(category.map(|message| words.text(message)).unwrap_or_default()),
                text_of(line, "policy"),
                text(why),
                open,
                amount_of(line, "credit_limit", own_currency),
                Value::Flag(line["must_be_offered"] == true),
                text_of(line, "credit_manager"),
            ],
        );
    }
    Ok(book.report(words, DEFINITION.name, listing.blocks(words)))
}

/// Why no sum stands behind an account; `None` where one does, or where its main buyer's counts.
fn why(words: &Words, book: &Book, buyer: i64, line: &Json) -> Option<String> {
    if line["kind"] == "none" {
        let stated = line["not_insured_reason"].as_str().filter(|reason| !reason.is_empty());
        return Some(stated.map_or_else(|| words.text("cover-none"), str::to_owned));
    }
    let loaded = line["policy"].as_str().and_then(|code| book.portfolio.snapshot.policies.get(code))?;
    let is_zero = matches!(amount_of(line, "insured_sum", loaded.policy.currency), Value::Amount(0, _));
    let reasons = is_zero.then(|| sum_reasons(&book.portfolio.snapshot, loaded, buyer))?;
    Some(reasons.iter().map(|reason| reason_text(words, reason)).collect::<Vec<_>>().join(" "))
}
