//! Master data as of a point in time, loaded once per use case.

use crate::import::book::known_codes;
use crate::item_events::Events;
use crate::planning::category_of;
use obligo_formats::policy_file;
use obligo_rules::codes::Category;
use obligo_rules::limit::LimitDecision;
use obligo_rules::policy::Policy;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::{Buyer, buyer_all};
use obligo_store::company::{Company, company_all};
use obligo_store::cover::{CoverRow, cover_all};
use obligo_store::event::event_all;
use obligo_store::evidence::{EvidenceRow, evidence_all};
use obligo_store::insurer::{Insurer, insurer_all};
use obligo_store::limit::{LimitRow, limit_all};
use obligo_store::policy::{PolicyText, policy_all};
use obligo_store::rate::{Rates, rate_all};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A policy with its number and text.
#[derive(Clone, Debug)]
pub struct LoadedPolicy {
    /// The store's number.
    pub number: u16,
    /// Terms.
    pub policy: Policy,
    /// The policy file they came from.
    pub text: String,
}

/// Master data as of a point in time.
pub struct Snapshot {
    /// The point in time.
    pub as_of: AsOf,
    /// Companies by number.
    pub companies: BTreeMap<i64, Company>,
    /// Insurers by code.
    pub insurers: BTreeMap<String, Insurer>,
    /// Policies by code.
    pub policies: BTreeMap<String, LoadedPolicy>,
    /// Buyers by number.
    pub buyers: BTreeMap<i64, Buyer>,
    /// Covers by buyer, also those that begin later.
    pub covers: BTreeMap<i64, Vec<CoverRow>>,
    /// Decisions and requests by buyer and policy, in recorded order.
    pub limits: HashMap<(i64, u16), Vec<LimitRow>>,
    /// Evidence by buyer.
    pub evidence: BTreeMap<i64, Vec<EvidenceRow>>,
    /// Exchange rates.
    pub rates: Rates,
    /// Events.
    pub events: Events,
    positions: HashMap<i64, u16>,
    insured: HashSet<i64>,
    secured: HashMap<i64, HashSet<String>>,
}

impl Snapshot {
    /// Loads the master data valid and known at a point in time.
    pub fn load(tx: &Tx<'_>, as_of: AsOf) -> Result<Snapshot, Problem> {
        let companies = company_all(tx, as_of)?;
        let mut limits: HashMap<(i64, u16), Vec<LimitRow>> = HashMap::new();
        for limit in limit_all(tx, as_of.known)? {
            limits.entry((limit.buyer_id, limit.policy_id)).or_default().push(limit);
        }
        let mut policies = BTreeMap::new();
        for (code, text) in policy_all(tx, as_of)? {
            policies.insert(code, parse_policy(text)?);
        }
        let positions = companies.keys().enumerate().map(|(n, id)| (*id, n as u16)).collect();
        let secured = companies
            .iter()
            .filter(|(_, c)| !c.secured_terms.is_empty())
            .map(|(id, c)| (*id, c.secured_terms.split_ascii_whitespace().map(str::to_owned).collect()))
            .collect();
        let covers = cover_all(tx, as_of.known)?;
        let events = Events::new(event_all(tx, as_of)?, &covers);
        Ok(Snapshot {
            as_of,
            insured: insured_companies(&companies),
            companies,
            insurers: insurer_all(tx, as_of)?,
            policies,
            buyers: buyer_all(tx, as_of)?,
            covers,
            limits,
            evidence: evidence_all(tx, as_of.known)?,
            rates: rate_all(tx, as_of.known)?,
            events,
            positions,
            secured,
        })
    }

    /// The policy with this code; an unknown one is refused, naming those that exist.
    pub fn policy(&self, code: &str) -> Result<&LoadedPolicy, Problem> {
        self.policies.get(code).ok_or_else(|| {
            let known = known_codes(self.policies.keys());
            Problem::refused("policy-not-found").with("policy", code).with("known", known)
        })
    }

    /// The code of the policy with this number.
    #[must_use]
    pub fn policy_code(&self, number: u16) -> Option<&str> {
        self.policies.iter().find(|(_, p)| p.number == number).map(|(code, _)| code.as_str())
    }

    /// Company codes in the order of [`Snapshot::company_position`].
    #[must_use]
    pub fn company_codes(&self) -> Vec<String> {
        self.companies.values().map(|c| c.company.clone()).collect()
    }

    /// Position of a company among the codes.
    #[must_use]
    pub fn company_position(&self, company_id: i64) -> u16 {
        self.positions.get(&company_id).copied().unwrap_or(0)
    }

    /// Code of a company.
    #[must_use]
    pub fn company_code(&self, company_id: i64) -> &str {
        self.companies.get(&company_id).map_or("?", |c| c.company.as_str())
    }

    /// Whether the company belongs to the insured group (R1.1).
    #[must_use]
    pub fn is_insured_company(&self, company_id: i64) -> bool {
        self.insured.contains(&company_id)
    }

    /// Whether the company counts these payment terms as without credit risk.
    #[must_use]
    pub fn is_secured(&self, company_id: i64, payment_terms: &str) -> bool {
        !payment_terms.is_empty()
            && self.secured.get(&company_id).is_some_and(|terms| terms.contains(payment_terms))
    }

    /// Category of a buyer.
    #[must_use]
    pub fn category(&self, buyer: i64) -> Category {
        self.buyers.get(&buyer).map_or(Category::Company, |b| category_of(&b.category))
    }

    /// The country in which a policy counts as domestic: its insurer's.
    #[must_use]
    pub fn home_country(&self, policy: &Policy) -> &str {
        self.insurers.get(policy.insurer()).map_or("", |i| i.country.as_str())
    }

    /// Decisions of a buyer under a policy, in recorded order.
    #[must_use]
    pub fn decisions(&self, buyer: i64, policy_number: u16) -> Vec<LimitDecision> {
        self.limits.get(&(buyer, policy_number)).into_iter().flatten().map(|l| l.decision.clone()).collect()
    }

    /// The reporting name of a buyer: account key parts.
    #[must_use]
    pub fn account(&self, buyer: i64) -> obligo_store::buyer::AccountKey {
        self.buyers.get(&buyer).map(|b| b.key.clone()).unwrap_or_default()
    }
}

/// The companies whose items are insured (R1.1): the members of the insured group, or all where no group is named.
fn insured_companies(companies: &BTreeMap<i64, Company>) -> HashSet<i64> {
    let grouped = companies.values().any(|c| !c.insured_group.is_empty());
    companies.iter().filter(|(_, c)| !grouped || !c.insured_group.is_empty()).map(|(id, _)| *id).collect()
}

fn parse_policy(text: PolicyText) -> Result<LoadedPolicy, Problem> {
    let file = policy_file::parse(&text.policy, &text.terms).map_err(|problems| {
        problems
            .into_iter()
            .next()
            .unwrap_or_else(|| Problem::refused("policy-not-found").with("policy", &text.policy))
    })?;
    Ok(LoadedPolicy { number: text.policy_id, policy: file.policy, text: text.terms })
}
