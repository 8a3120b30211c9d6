//! What the insurer would pay if the buyer were lost on the day of the dossier (R12.3, FR-13).

use super::Dossier;
use crate::documents::values::text_of;
use crate::snapshot::LoadedPolicy;
use obligo_reports::{Block, Fact, Value};
use obligo_rules::codes::BuyerKind;
use obligo_rules::indemnity::{Indemnity, LossOrder, indemnity};
use obligo_rules::limit::limit_in_force;
use obligo_rules::money::parse_minor;
use rust_decimal::Decimal;
use serde_json::Value as Json;

impl Dossier<'_> {
    /// The estimate under each policy, step by step, as if no loss had come before it in the year. Nothing for those who do not see all
    /// companies, for a loss is that of the whole group.
    pub(super) fn estimates(&self) -> Vec<Block> {
        if self.book.companies.is_some() {
            return Vec::new();
        }
        let mut found = Vec::new();
        for line in &self.lines {
            let loaded =
                line["policy"].as_str().and_then(|code| self.book.portfolio.snapshot.policies.get(code));
            let Some(loaded) = loaded else { continue };
            let exponent = loaded.policy.currency.exponent();
            let insured = line["insured"].as_str().and_then(|insured| parse_minor(insured, exponent).ok());
            found.extend(insured.filter(|insured| *insured > 0).map(|insured| (*line, loaded, insured)));
        }
        if found.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![Block::Heading(self.words.text("indemnity-title"))];
        for (line, loaded, insured) in found {
            blocks.extend(self.estimate(line, loaded, insured));
        }
        blocks.push(Block::Text(self.words.text("indemnity-about")));
        blocks
    }

    fn estimate(&self, line: &Json, loaded: &LoadedPolicy, insured: i64) -> Vec<Block> {
        let words = self.words;
        let policy = &loaded.policy;
        let Some(percent) = self.insured_percent(line, loaded) else {
            return vec![Block::Text(
                words.with("indemnity-no-percent", &[("policy", policy.policy.clone())]),
            )];
        };
        let terms = &policy.loss;
        let found = indemnity(terms, insured, percent, terms.aggregate_first_loss, terms.max_liability);
        let money = |minor: i64| Value::Amount(minor, policy.currency);
        let named = |key: &str, value: Value| Fact::new(key, words.text(message(key)), value);
        let mut facts = vec![
            Fact::new("policy", words.text("col-policy"), text_of(line, "policy")),
            named("covered_loss", money(found.covered_loss)),
        ];
        if found.passes_threshold {
            let taken = steps(terms.order, &found).into_iter();
            let taken = taken.filter(|(key, minor)| *minor > 0 || *key == "own_share");
            facts.extend(taken.map(|(key, minor)| named(key, money(minor))));
            facts.insert(2, named("percent", Value::Percent(percent)));
        } else {
            facts.push(named("threshold", money(terms.threshold)));
        }
        facts.push(named("indemnity", money(found.indemnity)));
        vec![Block::Facts(facts)]
    }

    /// The insured percentage: that of the limit decision in force, else the policy's for the kind of cover.
    fn insured_percent(&self, line: &Json, loaded: &LoadedPolicy) -> Option<Decimal> {
        let decisions = self.book.portfolio.snapshot.decisions(self.buyer_id, loaded.number);
        let decided =
            limit_in_force(&decisions, self.book.day()).and_then(|decision| decision.insured_percent);
        let is_unnamed = line["kind"].as_str() == Some(BuyerKind::Unnamed.code());
        let terms = &loaded.policy.cover;
        let unnamed = terms.insured_percent_unnamed.filter(|_| is_unnamed);
        decided.or(unnamed).or(terms.insured_percent)
    }
}

fn message(key: &str) -> &'static str {
    match key {
        "covered_loss" => "indemnity-covered-loss",
        "percent" => "policy-key-insured-percent",
        "own_share" => "indemnity-own-share",
        "each_and_every" => "policy-key-each-and-every",
        "first_loss" => "policy-key-aggregate-first-loss",
        "above_liability" => "indemnity-above-liability",
        "threshold" => "policy-key-threshold",
        _ => "indemnity-indemnity",
    }
}

/// The deductions in the order they are taken.
fn steps(order: LossOrder, found: &Indemnity) -> [(&'static str, i64); 4] {
    let share = ("own_share", found.own_share);
    let each = ("each_and_every", found.each_and_every);
    let first = ("first_loss", found.first_loss);
    let above = ("above_liability", found.above_liability);
    match order {
        LossOrder::A => [share, each, first, above],
        LossOrder::B => [each, share, first, above],
        LossOrder::C => [first, share, each, above],
    }
}
