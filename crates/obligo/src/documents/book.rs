//! The book as of a day that lists are made from, and the frame around a list.

use super::Making;
use super::declared::account_of;
use super::definition::{Parameter, ParameterKind};
use super::values::fact;
use crate::portfolio::{BuyerBook, Freshness, Portfolio};
use crate::words::Words;
use obligo_reports::{Block, Fact, Report, Value};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The day a list shows.
pub const AS_OF: Parameter = Parameter::new("as_of", ParameterKind::Day, "The day it shows; today otherwise");
/// What a list knows.
pub const KNOWN_AT: Parameter =
    Parameter::new("known_at", ParameterKind::Day, "Only what had been recorded by the end of this date");
/// The policy of a list.
pub const POLICY: Parameter =
    Parameter::new("policy", ParameterKind::Policy, "Only buyers of this policy, for example ACR/A");

/// The book as somebody may see it.
pub struct Book {
    /// Everything as of the day.
    pub portfolio: Arc<Portfolio>,
    /// The lines of the list of buyers, with the items of the companies that may be seen.
    pub buyers: Arc<BuyerBook>,
    /// Those companies, by the store's number; `None` for all.
    pub companies: Option<BTreeSet<i64>>,
    known_at: Option<Day>,
    made_on: Day,
}

impl Book {
    /// The book a request asks for: today's as it is kept, another day's computed. Errors: `policy-not-found` and those of computing it.
    pub fn of(making: &Making<'_>) -> Result<Book, Problem> {
        let today = making.session.today();
        let (as_of, known_at) =
            (making.request.day("as_of").unwrap_or(today), making.request.day("known_at"));
        let kept = match (as_of == today, known_at) {
            (true, None) => making.keeper.current(today)?,
            _ => (
                Arc::new(Portfolio::compute_at(&making.session.store, as_of, known_at, today)?),
                Freshness::Current,
            ),
        };
        // What leaves the house must hold what was recorded a moment ago.
        let portfolio = match kept {
            (portfolio, Freshness::Current) => portfolio,
            (_, Freshness::Computing) => Arc::new(Portfolio::compute(&making.session.store, today)?),
        };
        if let Some(policy) = making.request.text("policy") {
            portfolio.snapshot.policy(policy)?;
        }
        let companies = portfolio.company_ids(making.companies);
        let buyers = portfolio.buyer_book(companies.as_ref());
        Ok(Book { portfolio, buyers, companies, known_at, made_on: today })
    }

    /// The day it shows.
    pub fn day(&self) -> Day {
        self.portfolio.as_of.key_date
    }

    /// Whether items of a company may be seen, by the store's number.
    pub fn sees(&self, company_id: i64) -> bool {
        self.companies.as_ref().is_none_or(|own| own.contains(&company_id))
    }

    /// The first line of each account, of its own policy if it has one, with the account's number.
    pub fn accounts(&self) -> impl Iterator<Item = (i64, &Json)> {
        let mut seen = BTreeSet::new();
        let lines = self.buyers.lines.iter();
        lines.filter_map(move |line| {
            let id = self.portfolio.buyer_id(&account_of(line))?;
            seen.insert(id).then_some((id, line))
        })
    }

    /// The lines of main buyers under a policy, or under the one asked for.
    pub fn main_buyers<'b>(&'b self, policy: Option<&'b str>) -> impl Iterator<Item = &'b Json> {
        let is_main = |line: &&Json| line["policy"].is_string() && line["co_insured_under"].is_null();
        self.buyers
            .lines
            .iter()
            .filter(is_main)
            .filter(move |line| policy.is_none_or(|code| line["policy"] == code))
    }

    /// A report of this book.
    pub fn report(&self, words: &Words, name: &str, blocks: Vec<Block>) -> Report {
        let date = words.date(self.day());
        let mut facts = vec![fact(words, "key_date", Value::Day(self.day()))];
        facts.extend(
            self.known_at
                .map(|day| Fact::new("known_at", words.text("report-field-known-at"), Value::Day(day))),
        );
        let known = self.portfolio.as_of.known;
        Report {
            name: name.to_owned(),
            title: words.text(&format!("report-{name}")),
            subtitle: words.with("report-as-of", &[("date", date.clone())]),
            facts,
            blocks,
            made_from: words.with("report-from-store", &[("date", date), ("entry", known.to_string())]),
            made_on: Some(self.made_on),
            ..Report::default()
        }
    }
}
