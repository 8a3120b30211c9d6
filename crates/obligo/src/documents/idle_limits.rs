//! Idle limits: limits in force of which little was used in the last months, and the fee a year that each costs by its policy (R11.3).

use super::Making;
use super::book::{AS_OF, Book, KNOWN_AT, POLICY};
use super::days_overdue::percent;
use super::declared::account_of;
use super::definition::{Definition, Parameter, ParameterKind};
use super::listing::{Listing, under};
use super::values::{column, day_of, text, text_of};
use crate::access::roles::Permission;
use crate::buyer_timeline::{TimelineRequest, buyer_timeline};
use crate::serve::Access;
use obligo_reports::{ColumnKind, Report, Value};
use obligo_rules::limit_request::is_idle;
use obligo_rules::money::{Currency, parse_minor};
use obligo_rules::open_amounts::ratio;
use obligo_rules::problem::Problem;

/// Months looked back upon unless asked otherwise, and at most.
const MONTHS: i64 = 12;
const MONTHS_MAX: i64 = 120;
/// Per cent of the sum below which a limit is idle, unless asked otherwise.
const PERCENT: i64 = 20;

/// See the module.
pub const DEFINITION: Definition = Definition {
    access: Access::WholeGroup(Permission::Read),
    parameters: &[
        AS_OF,
        POLICY,
        Parameter::new("months", ParameterKind::Number, "Months looked back upon; 12 otherwise"),
        Parameter::new("percent", ParameterKind::Number, "Used below this share of the sum; 20 otherwise"),
        KNOWN_AT,
    ],
    example: "--months 6 --percent 10",
    ..Definition::list(
        "idle-limits",
        "Limits in force of which little was used at any month-end of the last months (R11.3)",
        build,
    )
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let months = making.request.number("months").unwrap_or(MONTHS).clamp(1, MONTHS_MAX);
    let least = making.request.number("percent").unwrap_or(PERCENT).clamp(0, 100);
    let columns = vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "policy", ColumnKind::Text),
        column(words, "insured_sum", ColumnKind::Amount).summed(),
        under(words, "largest_exposure", "decisions-largest-exposure", ColumnKind::Amount),
        under(words, "used", "buyers-use", ColumnKind::Percent),
        under(words, "limit_fee", "decisions-limit-fee", ColumnKind::Amount).summed(),
        under(words, "limit_valid_from", "col-valid-from", ColumnKind::Day),
        under(words, "limit_valid_until", "col-valid-until", ColumnKind::Day),
    ];
    let mut listing =
        Listing::empty(words, "limits", "report-idle-limits", "report-idle-limits-none", columns);
    let portfolio = &book.portfolio;
    let from = book.day().plus_months(-(i32::try_from(months).unwrap_or(12)));
    for line in book.main_buyers(making.request.text("policy")).filter(|line| line["kind"] == "named") {
        let (Some(currency), Some(buyer), Some(policy)) = (
            line["currency"].as_str().and_then(Currency::parse),
            portfolio.buyer_id(&account_of(line)),
            line["policy"].as_str().and_then(|code| portfolio.snapshot.policies.get(code)),
        ) else {
            continue;
        };
        let sum =
            line["insured_sum"].as_str().and_then(|n| parse_minor(n, currency.exponent()).ok()).unwrap_or(0);
        // Who could not use it for as long is not told idle.
        let began = line["limit_valid_from"].as_str().and_then(obligo_rules::calendar::Day::parse_iso);
        if sum <= 0 || began.is_none_or(|began| began > from) {
            continue;
        }
        let accounts = std::iter::once(buyer).chain(portfolio.branches_of(buyer));
        let items: Vec<i64> =
            accounts.flat_map(|account| portfolio.item_ids_of(account).iter().copied()).collect();
        let request = TimelineRequest {
            buyer_id: buyer,
            policy,
            items: &items,
            companies: None,
            from,
            until: book.day(),
        };
        let timeline = making.session.read(|tx| buyer_timeline(tx, &portfolio.snapshot, &request))?;
        let largest = timeline.exposure.iter().map(|(_, exposure)| *exposure).max().unwrap_or(0);
        if !is_idle(sum, largest, u32::try_from(least).unwrap_or(0)) {
            continue;
        }
        listing.add(
            currency,
            vec![
                text(account_of(line)),
                text_of(line, "name"),
                text_of(line, "policy"),
                Value::Amount(sum, currency),
                Value::Amount(largest, currency),
                percent(ratio(largest, sum)),
                policy
                    .policy
                    .limit_fee
                    .map_or(Value::Empty, |fee| Value::Amount(fee, policy.policy.currency)),
                day_of(line, "limit_valid_from"),
                day_of(line, "limit_valid_until"),
            ],
        );
    }
    Ok(book.report(words, DEFINITION.name, listing.blocks(words)))
}
