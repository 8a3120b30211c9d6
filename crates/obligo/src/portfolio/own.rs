//! The list of buyers for somebody who may see some companies only: sums and room are the insured group's (R1.1), what is open and insured
//! is of those companies' items.

use super::{BuyerBook, Portfolio};
use crate::items::ItemFigures;
use obligo_rules::codes::InsuranceStatus;
use obligo_rules::money::{Currency, format_minor};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError};

/// Sets of companies whose lines are kept.
const SETS_KEPT: usize = 16;

/// What the items of some companies on one account come to, minor units of the policy's currency.
#[derive(Clone, Copy, Default)]
struct Own {
    open: i64,
    insured: i64,
    insurable_open: i64,
    credits: i64,
}

impl Own {
    fn add(&mut self, item: &ItemFigures) {
        let insurable = item.insurable_open.unwrap_or(0);
        // The gross amount of a foreign item is not kept in the policy's currency; what can be insured of it stands for it.
        let gross = if item.currency == item.policy_currency { item.open } else { insurable };
        self.open = self.open.saturating_add(gross);
        self.insured = self.insured.saturating_add(item.insured.min(insurable).max(0));
        if item.insurance.status == InsuranceStatus::Insurable {
            let side = if item.kind.is_debit() { &mut self.insurable_open } else { &mut self.credits };
            *side = side.saturating_add(insurable.saturating_abs());
        }
    }
}

impl Portfolio {
    /// The store's numbers of companies by their codes; `None` for all.
    #[must_use]
    pub fn company_ids(&self, codes: Option<&BTreeSet<String>>) -> Option<BTreeSet<i64>> {
        let companies = self.snapshot.companies.iter();
        codes.map(|codes| companies.filter(|(_, c)| codes.contains(&c.company)).map(|(id, _)| *id).collect())
    }

    /// The list of buyers; `companies`, by the store's number, where not all may be seen.
    #[must_use]
    pub fn buyer_book(&self, companies: Option<&BTreeSet<i64>>) -> Arc<BuyerBook> {
        let Some(companies) = companies else { return Arc::clone(&self.book) };
        let lock = || self.own_books.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(companies) {
            return Arc::clone(known);
        }
        let lines =
            self.buyers.iter().zip(&self.of_lines).map(|(line, id)| self.own_line(line, *id, companies));
        let book = Arc::new(BuyerBook::of(&self.snapshot, Arc::new(lines.collect()), &self.of_lines));
        let mut kept = lock();
        if kept.len() >= SETS_KEPT {
            kept.clear();
        }
        kept.insert(companies.clone(), Arc::clone(&book));
        book
    }

    fn own_line(&self, line: &Value, buyer_id: Option<i64>, companies: &BTreeSet<i64>) -> Value {
        let mut line = line.clone();
        let currency = line["currency"].as_str().and_then(Currency::parse).unwrap_or(Currency::EUR);
        let policy =
            line["policy"].as_str().and_then(|code| self.snapshot.policies.get(code)).map(|p| p.number);
        let mut own = Own::default();
        if let Some(id) = buyer_id {
            let branches = if line["co_insured_under"].is_null() { self.co_insured_of(id) } else { &[] };
            for account in std::iter::once(&id).chain(branches) {
                let items = self.items_of(*account).iter();
                let seen = items.filter(|item| companies.contains(&item.company_id) && item.policy == policy);
                seen.for_each(|item| own.add(item));
            }
        }
        let amounts = [
            ("open", own.open),
            ("insured", own.insured),
            ("insurable_open", own.insurable_open),
            ("credits", own.credits),
        ];
        for (name, minor) in amounts {
            line[name] = json!(format_minor(minor, currency.exponent()));
        }
        line["bill_liability"] = Value::Null;
        line["credit_exposure"] = Value::Null;
        line
    }
}
