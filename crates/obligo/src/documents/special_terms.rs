//! Special terms: limit decisions in force that deviate from their policy in payment term or insured percentage, or carry conditions (R2.1).

use super::Making;
use super::book::{AS_OF, Book, KNOWN_AT, POLICY};
use super::declared::account_of;
use super::definition::Definition;
use super::listing::{Listing, under};
use super::values::{amount_of, column, day_of, text, text_of};
use crate::words::Words;
use obligo_reports::{ColumnKind, Report, Value};
use obligo_rules::calendar::Term;
use obligo_rules::money::Currency;
use obligo_rules::policy::Policy;
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;
use serde_json::Value as Json;

/// See the module.
pub const DEFINITION: Definition = Definition {
    parameters: &[AS_OF, POLICY, KNOWN_AT],
    example: "--policy ACR/A",
    ..Definition::list(
        "special-terms",
        "Limit decisions in force with terms of their own, beside the policy's",
        build,
    )
};

/// Terms of a decision in months.
const TERMS: [&str; 3] = ["max_term_months", "max_term_months_value_dated", "max_term_months_bills"];

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let columns = vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "policy", ColumnKind::Text),
        column(words, "valid_from", ColumnKind::Day),
        column(words, "valid_until", ColumnKind::Day),
        column(words, "amount", ColumnKind::Amount),
        under(words, "policy_term", "report-policy-term", ColumnKind::Text),
        column(words, "max_term_months", ColumnKind::Integer),
        under(words, "max_term_months_value_dated", "report-term-value-dated", ColumnKind::Integer),
        under(words, "max_term_months_bills", "report-term-bills", ColumnKind::Integer),
        under(words, "policy_percent", "report-policy-percent", ColumnKind::Percent),
        under(words, "insured_percent", "limits-field-insured-percent", ColumnKind::Percent),
        column(words, "conditions", ColumnKind::Text),
        under(words, "conditions_met", "limits-field-conditions-met", ColumnKind::Flag),
    ];
    let mut listing =
        Listing::empty(words, "decisions", "report-special-terms", "report-special-terms-none", columns);
    let wanted = making.request.text("policy");
    for line in book.portfolio.limits.iter().filter(|line| line["in_force"] == true) {
        let Some(loaded) =
            line["policy"].as_str().and_then(|code| book.portfolio.snapshot.policies.get(code))
        else {
            continue;
        };
        let policy = &loaded.policy;
        if !deviates(policy, line) || wanted.is_some_and(|code| code != policy.policy) {
            continue;
        }
        let currency = line["currency"].as_str().and_then(Currency::parse).unwrap_or(policy.currency);
        let months = |name: &str| line[name].as_i64().map_or(Value::Empty, Value::Integer);
        let has_conditions = line["conditions"].as_str().is_some_and(|text| !text.is_empty());
        listing.add(
            currency,
            vec![
                text(account_of(line)),
                text_of(line, "name"),
                text_of(line, "policy"),
                day_of(line, "valid_from"),
                day_of(line, "valid_until"),
                amount_of(line, "amount", currency),
                text(term(words, policy.terms.max)),
                months(TERMS[0]),
                months(TERMS[1]),
                months(TERMS[2]),
                policy.cover.insured_percent.map_or(Value::Empty, Value::Percent),
                percent_of(line).map_or(Value::Empty, Value::Percent),
                text_of(line, "conditions"),
                if has_conditions { Value::Flag(line["conditions_met"] == true) } else { Value::Empty },
            ],
        );
    }
    Ok(book.report(words, DEFINITION.name, listing.blocks(words)))
}

fn percent_of(line: &Json) -> Option<Decimal> {
    line["insured_percent"].as_str()?.parse().ok()
}

fn deviates(policy: &Policy, line: &Json) -> bool {
    let same_term = |months: i64| matches!(policy.terms.max, Term::Months(term) if i64::from(term) == months);
    let has_own_term = line[TERMS[0]].as_i64().is_some_and(|months| !same_term(months))
        || TERMS[1..].iter().any(|name| line[*name].is_i64());
    let has_own_percent =
        percent_of(line).is_some_and(|percent| policy.cover.insured_percent != Some(percent));
    has_own_term || has_own_percent || line["conditions"].as_str().is_some_and(|text| !text.is_empty())
}

fn term(words: &Words, term: Term) -> String {
    match term {
        Term::Months(count) => words.count("report-months", count.into()),
        Term::Days(count) => words.count("report-days", count.into()),
    }
}
