//! What is true of a portfolio that a webhook may be told of, and what of it is new.

use super::WebhookEvent;
use crate::buyers::line_over_insured_sum;
use crate::duty::DUTY_IDENTITY;
use crate::portfolio::Portfolio;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::run::run_all;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A duty is near when it is due within this many days.
pub const DEADLINE_DAYS: i32 = 7;

/// One thing that is true.
#[derive(Clone, PartialEq, Debug)]
pub struct Fact {
    /// The companies it tells of: a webhook of some companies is told only what lies within them. None: of the policy as a
    /// whole.
    pub companies: BTreeSet<String>,
    /// What is told.
    pub data: Value,
}

/// Everything that is true, by event and by what identifies it.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct WebhookFacts {
    facts: BTreeMap<(WebhookEvent, String), Fact>,
}

impl WebhookFacts {
    /// The facts of a portfolio, and the standing final runs of the store.
    pub fn of(tx: &Tx<'_>, portfolio: &Portfolio) -> Result<WebhookFacts, Problem> {
        let mut facts = WebhookFacts::default();
        facts.take_buyers(portfolio);
        facts.take_deadlines(portfolio);
        for run in run_all(tx)?.iter().filter(|run| run.reversed_entry.is_none()) {
            let policy =
                portfolio.snapshot.policies.iter().find(|(_, loaded)| loaded.number == run.policy_id);
            let data = json!({
                "run": run.run,
                "kind": run.kind,
                "policy": policy.map(|(code, _)| code),
                "buyers": run.buyers,
                "key_date": run.key_date.to_string(),
                "changes": run.changes,
                "sha256": run.sha256,
            });
            facts.add(WebhookEvent::RunFinal, run.run.to_string(), BTreeSet::new(), data);
        }
        Ok(facts)
    }

    /// Adds a fact; `identity` is what makes it the same fact later.
    pub fn add(&mut self, event: WebhookEvent, identity: String, companies: BTreeSet<String>, data: Value) {
        self.facts.insert((event, identity), Fact { companies, data });
    }

    /// The events and identities, as the store keeps them.
    #[must_use]
    pub fn identities(&self) -> BTreeSet<(String, String)> {
        self.facts.keys().map(|(event, identity)| (event.code().to_owned(), identity.clone())).collect()
    }

    /// The facts that were not known, by event.
    #[must_use]
    pub fn new_since(&self, known: &BTreeSet<(String, String)>) -> BTreeMap<WebhookEvent, Vec<&Fact>> {
        let mut new: BTreeMap<WebhookEvent, Vec<&Fact>> = BTreeMap::new();
        for ((event, identity), fact) in &self.facts {
            if !known.contains(&(event.code().to_owned(), identity.clone())) {
                new.entry(*event).or_default().push(fact);
            }
        }
        new
    }

    /// Main buyers whose insurable open amount exceeds their insured sum, and those whose cover has stopped.
    fn take_buyers(&mut self, portfolio: &Portfolio) {
        let companies = companies_of_mains(portfolio);
        for buyer in portfolio.snapshot.buyers.values() {
            let of_buyer = companies.get(&buyer.key.to_string()).cloned().unwrap_or_default();
            for line in portfolio.lines_of(buyer.buyer_id) {
                if line["policy"].is_null() || !line["co_insured_under"].is_null() {
                    continue;
                }
                let policy = text(line, "policy");
                if line_over_insured_sum(line) > 0 {
                    let identity = format!("{policy} {}", buyer.key);
                    self.add(WebhookEvent::LimitExceeded, identity, of_buyer.clone(), buyer_data(line));
                }
                if let Some(from) = line["uncovered_from"].as_str() {
                    let identity = format!("{policy} {} {from}", buyer.key);
                    self.add(WebhookEvent::StopOfCover, identity, of_buyer.clone(), buyer_data(line));
                }
            }
        }
    }

    fn take_deadlines(&mut self, portfolio: &Portfolio) {
        let until = portfolio.as_of.key_date.plus_days(DEADLINE_DAYS);
        let companies = companies_of_mains(portfolio);
        for line in &portfolio.duties {
            if Day::parse_iso(text(line, "date")).is_none_or(|day| day > until) {
                continue;
            }
            let identity = DUTY_IDENTITY.map(|part| text(line, part)).join("\u{1f}");
            let of_account = || {
                let account = ["account", "branch", "account_type"].map(|part| text(line, part)).join("/");
                companies.get(&account).cloned().unwrap_or_default()
            };
            let of_item = |company: &str| BTreeSet::from([company.to_owned()]);
            let concerned = line["company"].as_str().map_or_else(of_account, of_item);
            self.add(WebhookEvent::DeadlineNear, identity, concerned, line.clone());
        }
    }
}

fn text<'v>(line: &'v Value, name: &str) -> &'v str {
    line.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// What is told of a buyer.
fn buyer_data(line: &Value) -> Value {
    let names = [
        "policy",
        "account",
        "branch",
        "account_type",
        "name",
        "currency",
        "insured_sum",
        "insured",
        "insurable_open",
        "room",
        "uncovered_from",
    ];
    names
        .iter()
        .map(|name| ((*name).to_owned(), line[*name].clone()))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// The companies with open items of each main buyer, those of its co-insured accounts included, by account.
fn companies_of_mains(portfolio: &Portfolio) -> HashMap<String, BTreeSet<String>> {
    let mut companies: HashMap<String, BTreeSet<String>> = HashMap::new();
    for buyer in portfolio.snapshot.buyers.values() {
        let main = portfolio.lines_of(buyer.buyer_id).find_map(|line| line["co_insured_under"].as_str());
        let own = buyer.key.to_string();
        let of_main = companies.entry(main.map_or(own, str::to_owned)).or_default();
        for item in portfolio.items_of(buyer.buyer_id) {
            of_main.insert(portfolio.snapshot.company_code(item.company_id).to_owned());
        }
    }
    companies
}
