//! Deadlines: every duty towards the insurer in a stretch of days, with the money at stake (R3, R2.2 to R2.4).

use super::Making;
use super::book::{KNOWN_AT, POLICY};
use super::declared::account_of;
use super::definition::{Definition, Parameter, ParameterKind};
use super::listing::{Listing, under};
use super::values::{amount_of, column, day_of, fact, text, text_of};
use crate::deadlines::{DeadlinesRequest, deadlines_in};
use crate::duty::{duty_name, is_duty_seen};
use crate::portfolio::DUTY_DAYS;
use crate::session::point_in_time;
use crate::snapshot::Snapshot;
use obligo_reports::{ColumnKind, Report, Value};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::entry_last;

const FROM: Parameter = Parameter::new("from", ParameterKind::Day, "The first day; today otherwise");
const TO: Parameter =
    Parameter::new("until", ParameterKind::Day, "The last day; three months after the first otherwise");

/// See the module.
pub const DEFINITION: Definition = Definition {
    parameters: &[FROM, TO, POLICY, KNOWN_AT],
    example: "--from 2024-06-30 --to 2024-07-31",
    ..Definition::list(
        "deadlines",
        "What must be done towards the insurer, until when, with the money at stake",
        build,
    )
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let request = making.request;
    let today = making.session.today();
    let from = request.day("from").unwrap_or(today);
    let wanted = DeadlinesRequest {
        from,
        to: request.day("until").unwrap_or_else(|| from.plus_days(DUTY_DAYS)),
        policy: request.text("policy").map(str::to_owned),
        known_at: request.day("known_at"),
    };
    let columns = vec![
        column(words, "date", ColumnKind::Day),
        column(words, "days_left", ColumnKind::Integer),
        column(words, "what", ColumnKind::Text),
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "company", ColumnKind::Text),
        column(words, "document_no", ColumnKind::Text),
        column(words, "policy", ColumnKind::Text),
        column(words, "reference", ColumnKind::Text),
        column(words, "open", ColumnKind::Amount),
        column(words, "insured", ColumnKind::Amount),
        under(words, "projected", "report-projected", ColumnKind::Flag),
    ];
    let mut listing =
        Listing::empty(words, "deadlines", "report-deadlines", "report-deadlines-none", columns);
    let known = making.session.store.read(|tx| {
        let as_of = point_in_time(tx, from, wanted.known_at)?;
        let snapshot = Snapshot::load(tx, as_of)?;
        deadlines_in(tx, &snapshot, &wanted, &mut |duty| {
            if !is_duty_seen(&duty, |company| making.sees_company(company)) {
                return Ok(());
            }
            let currency = duty["currency"].as_str().and_then(Currency::parse).unwrap_or(Currency::EUR);
            let has_account = duty["account"].as_str().is_some_and(|account| !account.is_empty());
            listing.add(
                currency,
                vec![
                    day_of(&duty, "date"),
                    duty["days_left"].as_i64().map_or(Value::Empty, Value::Integer),
                    text(duty_name(words, duty["what"].as_str().unwrap_or(""))),
                    if has_account { text(account_of(&duty)) } else { Value::Empty },
                    text_of(&duty, "name"),
                    text_of(&duty, "company"),
                    text_of(&duty, "document_no"),
                    text_of(&duty, "policy"),
                    text_of(&duty, "reference"),
                    amount_of(&duty, "open", currency),
                    amount_of(&duty, "insured", currency),
                    Value::Flag(duty["projected"] == true),
                ],
            );
            Ok(())
        })?;
        Ok(as_of.known.min(entry_last(tx)?))
    })?;
    let (first, last) = (words.date(wanted.from), words.date(wanted.to));
    Ok(Report {
        name: DEFINITION.name.to_owned(),
        title: words.text("report-deadlines"),
        subtitle: words.with("report-period", &[("from", first.clone()), ("to", last)]),
        facts: vec![fact(words, "key_date", Value::Day(wanted.from))],
        blocks: listing.blocks(words),
        made_from: words.with("report-from-store", &[("date", first), ("entry", known.to_string())]),
        made_on: Some(today),
        ..Report::default()
    })
}
