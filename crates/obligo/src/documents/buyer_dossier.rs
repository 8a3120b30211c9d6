//! The dossier of a buyer: who it is, how it is covered and why, what was decided, what it owes, what is due, and what was recorded of it.

mod estimate;
mod tables;

use super::Making;
use super::account_statement::{ACCOUNT, account};
use super::book::{AS_OF, Book, KNOWN_AT};
use super::definition::{Audience, Definition, PICTURES};
use super::values::{amount_of, day_of, fact, text, text_of};
use crate::access::roles::Permission;
use crate::buyer_names::{cover_message, field_message, field_value};
use crate::buyer_reasons::sum_reasons;
use crate::buyer_timeline::{BuyerTimeline, TimelineRequest, buyer_timeline};
use crate::buyer_trail::buyer_fields;
use crate::reason_text::reason_text;
use crate::serve::Access;
use crate::snapshot::LoadedPolicy;
use crate::words::Words;
use obligo_reports::{Block, Chart, ChartKind, Fact, Point, Report, Series, Value};
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use serde_json::Value as Json;

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "buyer-dossier",
    about: "Everything known of one buyer: identity, cover, decisions, exposure, items, deadlines, notes, history",
    audience: Audience::Buyer,
    access: Access::Allowed(Permission::Read),
    parameters: &[ACCOUNT, AS_OF, KNOWN_AT],
    formats: PICTURES,
    example: "--account 10021/0/D",
    build,
    record: None,
};

/// Months of the picture before the day and after it.
const MONTHS_BACK: i32 = 24;
const MONTHS_AHEAD: i32 = 6;

/// A buyer whose dossier is made.
struct Dossier<'d> {
    words: &'static Words,
    book: &'d Book,
    buyer_id: i64,
    account: String,
    /// Its lines in the list of buyers, its own policy's first.
    lines: Vec<&'d Json>,
}

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let (buyer_id, account) = account(making, &book)?;
    let positions = book.portfolio.positions_of(buyer_id);
    let lines = positions.iter().filter_map(|n| book.buyers.lines.get(*n as usize)).collect();
    let dossier = Dossier { words, book: &book, buyer_id, account, lines };
    let mut blocks = dossier.identity();
    blocks.extend(dossier.cover());
    blocks.extend(dossier.estimates());
    blocks.extend(dossier.picture(making)?.map(Block::Chart));
    blocks.extend(dossier.tables(making)?.into_iter().map(Block::Table));
    let name = book.portfolio.snapshot.buyers.get(&buyer_id).map_or("", |buyer| buyer.name.as_str());
    let report = book.report(words, DEFINITION.name, blocks);
    let subtitle = format!("{name} {} · {}", dossier.account, report.subtitle).trim().to_owned();
    Ok(Report { subtitle, ..report })
}

impl Dossier<'_> {
    fn line(&self) -> &Json {
        self.lines.first().copied().unwrap_or(&Json::Null)
    }

    /// Its own account and those co-insured under it.
    fn accounts(&self) -> Vec<i64> {
        let branches = self.book.portfolio.co_insured_of(self.buyer_id);
        std::iter::once(self.buyer_id).chain(branches.iter().copied()).collect()
    }

    fn policy(&self) -> Option<&LoadedPolicy> {
        self.book.portfolio.snapshot.policies.get(self.line()["policy"].as_str()?)
    }

    fn identity(&self) -> Vec<Block> {
        let words = self.words;
        let mut facts = vec![fact(words, "account", text(self.account.clone()))];
        if let Some(buyer) = self.book.portfolio.snapshot.buyers.get(&self.buyer_id) {
            let fields = buyer_fields(buyer).into_iter().filter(|(_, value)| !value.is_empty());
            facts.extend(fields.map(|(column, value)| {
                let shown = text(field_value(words, "", column, &value));
                Fact::new(column, words.text(field_message(column)), shown)
            }));
        }
        vec![Block::Heading(words.text("buyer-identity")), Block::Facts(facts)]
    }

    /// How it is covered under each policy, with the reasons of its sum.
    fn cover(&self) -> Vec<Block> {
        let words = self.words;
        let mut blocks = vec![Block::Heading(words.text("buyer-cover"))];
        for line in &self.lines {
            let currency = line["currency"].as_str().and_then(Currency::parse).unwrap_or(Currency::EUR);
            let named = |key: &str, message: &str, value: Value| Fact::new(key, words.text(message), value);
            let kind = words.text(cover_message(line["kind"].as_str().unwrap_or("")));
            let mut facts = vec![
                fact(words, "kind", text(kind)),
                fact(words, "policy", text_of(line, "policy")),
                fact(words, "co_insured_under", text_of(line, "co_insured_under")),
                named("risk_number", "buyer-risk-number", text_of(line, "risk_number")),
                named("insurance_no", "buyer-insurance-no", text_of(line, "insurance_no")),
                named("not_insured_reason", "buyer-not-insured-reason", text_of(line, "not_insured_reason")),
            ];
            for key in ["insured_sum", "insurable_open", "insured", "credits", "room", "open"] {
                facts.push(fact(words, key, amount_of(line, key, currency)));
            }
            facts.push(fact(words, "uncovered_from", day_of(line, "uncovered_from")));
            facts.push(fact(words, "declined_on", day_of(line, "declined_on")));
            if line["must_be_offered"] == true {
                facts.push(named("must_be_offered", "buyers-must-be-offered", Value::Flag(true)));
            }
            facts.retain(|fact| fact.value != Value::Empty);
            blocks.push(Block::Facts(facts));
            let loaded =
                line["policy"].as_str().and_then(|code| self.book.portfolio.snapshot.policies.get(code));
            let has_sum = line["insured_sum"].is_string();
            if let Some(loaded) = loaded.filter(|_| has_sum) {
                let reasons = sum_reasons(&self.book.portfolio.snapshot, loaded, self.buyer_id);
                blocks.extend(reasons.iter().map(|reason| Block::Text(reason_text(words, reason))));
            }
        }
        blocks
    }

    /// Its insured sum over time and the exposure over it; only of main buyers under a policy.
    fn picture(&self, making: &Making<'_>) -> Result<Option<Chart>, Problem> {
        let snapshot = &self.book.portfolio.snapshot;
        let is_main = self.line()["co_insured_under"].is_null();
        let Some(policy) = self.policy().filter(|_| is_main) else { return Ok(None) };
        let today = self.book.day();
        let (from, until) = (today.plus_months(-MONTHS_BACK).month_start(), today.plus_months(MONTHS_AHEAD));
        let accounts = self.accounts();
        let items: Vec<i64> =
            accounts.iter().flat_map(|id| self.book.portfolio.item_ids_of(*id)).copied().collect();
        let companies = self.book.companies.as_ref();
        let wanted =
            TimelineRequest { buyer_id: self.buyer_id, policy, items: &items, companies, from, until };
        let found = making.session.store.read(|tx| buyer_timeline(tx, snapshot, &wanted))?;
        Ok(Some(self.chart(&found, policy.policy.currency, until)))
    }

    fn chart(&self, found: &BuyerTimeline, currency: Currency, until: Day) -> Chart {
        let words = self.words;
        let today = self.book.day();
        let at =
            |points: &[(Day, i64)]| points.iter().rev().find(|(day, _)| *day <= today).map_or(0, |(_, n)| *n);
        let money = |minor: i64| words.money(&format_minor(minor, currency.exponent()), currency.code());
        let first = found.sums.first().or(found.exposure.first()).map_or(today, |(day, _)| *day);
        let series = |key: &str, message: &str, points: &[(Day, i64)]| Series {
            key: key.to_owned(),
            label: words.text(message),
            points: points.iter().map(|(day, minor)| Point { at: Value::Day(*day), minor: *minor }).collect(),
        };
        Chart {
            key: "sum-and-exposure".to_owned(),
            title: words.text("chart-timeline"),
            description: words.with(
                "chart-timeline-description",
                &[
                    ("from", words.date(first)),
                    ("to", words.date(until)),
                    ("sum", money(at(&found.sums))),
                    ("exposure", money(at(&found.exposure))),
                ],
            ),
            kind: ChartKind::Steps,
            currency,
            series: vec![
                series("insured_sum", "chart-sum", &found.sums),
                series("exposure", "chart-exposure", &found.exposure),
            ],
        }
    }
}
