//! Builds small ledgers out of one-line texts, so that the tables of the tests read like the customer's documents.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo_rules::buyer::{BuyerHistory, buyer_case};
use obligo_rules::calendar::{Day, Term};
use obligo_rules::codes::{BuyerKind, CoverKind, InsuranceStatus, ItemKind, Scope};
use obligo_rules::cover::Cover;
use obligo_rules::declare::{BuyerDeclaration, DeclareParameters, plan_declaration};
use obligo_rules::item::{Insurance, Item, ItemEvents};
use obligo_rules::ledger::{Account, Ledger};
use obligo_rules::limit::LimitDecision;
use obligo_rules::money::Currency;
use obligo_rules::notify::{NotifiedItem, NotifyParameters, plan_notification};
use obligo_rules::policy::Policy;
use obligo_rules::stop::{Stopper, stop_date};

pub const POLICY: u16 = 1;

pub fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap_or_else(|| panic!("no date: {text}"))
}

pub fn day_opt(text: &str) -> Option<Day> {
    if text == "-" { None } else { Some(day(text)) }
}

/// Maximum term four months, overdue 30 days after the net due date, exclusion 30 days later, VAT insured.
pub fn policy() -> Policy {
    let mut policy = Policy::with_defaults("ACR/A", Currency::EUR, day("2019-01-01"), Term::Months(4));
    policy.terms.max_extension_days = Some(30);
    policy.terms.exclusion_days = Some(30);
    policy.declaration.vat_insured = true;
    policy
}

/// A named buyer with decisions `from amount[ until][ response][ top-up]`, separated by `;`.
pub fn named(decisions: &str, declined_on: &str) -> BuyerHistory {
    BuyerHistory {
        buyer_id: 1,
        country: "DE".into(),
        covers: vec![cover(CoverKind::Named, declined_on)],
        decisions: decisions_of(decisions),
        ..BuyerHistory::default()
    }
}

pub fn cover(kind: CoverKind, declined_on: &str) -> Cover {
    Cover {
        policy: Some(POLICY),
        kind,
        valid_from: day("2019-01-01"),
        valid_until: None,
        co_insured_under: None,
        declined_on: day_opt(declined_on),
        recommended_limit: None,
        recommended_from: None,
    }
}

pub fn decisions_of(text: &str) -> Vec<LimitDecision> {
    let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
    parts.enumerate().map(|(n, part)| decision(n as i64 + 1, part)).collect()
}

fn decision(id: i64, text: &str) -> LimitDecision {
    let words: Vec<&str> = text.split_whitespace().collect();
    let value = |name: &str| words.iter().find_map(|w| w.strip_prefix(name));
    LimitDecision {
        id,
        valid_from: day(words[0]),
        valid_until: value("until=").map(day),
        amount: words[1].parse().ok(),
        currency: Currency::EUR,
        response: value("response=").map_or(2, |code| code.parse().unwrap()),
        conditions_met: words.contains(&"met"),
        max_term_months: value("months=").map(|n| n.parse().unwrap()),
        max_term_months_value_dated: None,
        max_term_months_bills: value("bills=").map(|n| n.parse().unwrap()),
        insured_percent: None,
        top_up: words.contains(&"top-up"),
    }
}

/// An item `kind document-date net-due-date amount`, with further words: `status=K`, `insured=N`, `open=N`, `posted=D`, `start=D`, `value=D`,
/// `company=N`, `secured`, `disputed`, `follow_up=D`, `reported=1@D`, `blocks`.
pub fn item(text: &str) -> Item {
    let words: Vec<&str> = text.split_whitespace().collect();
    let value = |name: &str| words.iter().find_map(|w| w.strip_prefix(name));
    let amount: i64 = words[3].parse().unwrap();
    let open = value("open=").map_or(amount, |n| n.parse().unwrap());
    let mut insurance = Insurance::default();
    if let Some(status) = value("status=") {
        insurance.status = InsuranceStatus::parse(status).unwrap();
    }
    insurance.insured = value("insured=").map_or(0, |n| n.parse().unwrap());
    insurance.blocks_new = words.contains(&"blocks");
    if let Some(date) = value("follow_up=") {
        (insurance.follow_up, insurance.follow_up_on) = (true, day_opt(date));
    }
    if let Some((status, date)) = value("reported=").and_then(|text| text.split_once('@')) {
        insurance.reporting_status = obligo_rules::codes::ReportingStatus::parse(status).unwrap();
        insurance.reported_on = Some(day(date));
    }
    Item {
        id: 0,
        account: 0,
        company: value("company=").map_or(0, |n| n.parse().unwrap()),
        kind: ItemKind::parse(words[0]).unwrap(),
        secured: words.contains(&"secured"),
        disputed: words.contains(&"disputed"),
        residual: words.contains(&"residual"),
        document_date: day(words[1]),
        posting_date: value("posted=").map_or(day(words[1]), day),
        net_due_date: day(words[2]),
        value_date: value("value=").map(day),
        receivable_start: value("start=").map(day),
        amount,
        open,
        insurable_open: open,
        events: ItemEvents::default(),
        insurance,
    }
}

/// The ledger of one buyer at a key date; flagged items stop cover as they do in the program.
pub fn ledger(policy: &Policy, buyer: &BuyerHistory, items: &[Item], key_date: &str) -> Ledger {
    ledger_of(policy, &[(buyer, items)], key_date)
}

/// The ledger of several buyers.
pub fn ledger_of(policy: &Policy, buyers: &[(&BuyerHistory, &[Item])], key_date: &str) -> Ledger {
    let mut ledger = Ledger::default();
    ledger.names.companies = vec!["01".into(), "02".into()];
    ledger.caps = policy.caps.iter().map(|cap| cap.amount).collect();
    for (n, (buyer, items)) in buyers.iter().enumerate() {
        let mut history = (*buyer).clone();
        for item in items.iter().filter(|i| i.insurance.blocks_new) {
            let from = stop_date(policy, &item.insurance, item.net_due_date);
            let settled_on = (item.open == 0).then(|| day("2000-01-01"));
            history.stoppers.push(Stopper { from, settled_on });
        }
        let convert = |minor: i64, _: Currency| Ok(minor);
        let case = buyer_case(policy, POLICY, &history, day(key_date), &convert).unwrap();
        let mut case = case.expect("the buyer has cover under the policy");
        if !policy.caps.is_empty() {
            case.caps = (0..policy.caps.len() as u32).collect();
        }
        ledger.cases.push(case);
        let case = n as u32;
        ledger.accounts.push(Account {
            case,
            buyer_id: n as i64 + 1,
            co_insured: false,
            covered: true,
            excluded: None,
        });
        for item in *items {
            let number = format!("R{}", ledger.items.len() + 1);
            let document = ledger.names.push(&number);
            ledger.documents.push(document);
            ledger.items.push(Item { id: ledger.items.len() as i64 + 1, account: case, ..item.clone() });
        }
    }
    ledger.group();
    ledger
}

/// Declares and returns the line with the items after it.
pub fn declare(
    policy: &Policy,
    buyer: &BuyerHistory,
    items: &[Item],
    key_date: &str,
) -> (BuyerDeclaration, Vec<Item>) {
    let ledger = ledger(policy, buyer, items, key_date);
    let parameters = DeclareParameters {
        buyers: ledger.cases[0].kind,
        key_date: day(key_date),
        period_start: day(key_date).month_start(),
        policy_number: POLICY,
    };
    let plan = plan_declaration(policy, &ledger, &parameters);
    let mut after = items.to_vec();
    for change in &plan.changes {
        after[change.position as usize].insurance = change.after;
    }
    (plan.buyers[0], after)
}

/// What a notification is asked in these tests.
#[derive(Clone, Copy)]
pub struct Notify<'a> {
    pub key_date: &'a str,
    pub scope: Scope,
    pub repeat_from: &'a str,
    pub exceeding: bool,
}

impl<'a> Notify<'a> {
    pub fn at(key_date: &'a str) -> Notify<'a> {
        Notify { key_date, scope: Scope::All, repeat_from: "-", exceeding: false }
    }
}

/// Notifies as a final run and returns the listed items with the items after it.
pub fn notify(
    policy: &Policy,
    buyer: &BuyerHistory,
    items: &[Item],
    ask: Notify<'_>,
) -> (Vec<NotifiedItem>, Vec<Item>) {
    let ledger = ledger(policy, buyer, items, ask.key_date);
    let parameters = NotifyParameters {
        key_date: day(ask.key_date),
        scope: ask.scope,
        exceeding_amounts: ask.exceeding,
        repeat_from: day_opt(ask.repeat_from),
        policy_number: POLICY,
    };
    let plan = plan_notification(policy, &ledger, &parameters);
    let mut after = items.to_vec();
    for change in &plan.changes {
        after[change.position as usize].insurance = change.after;
    }
    (plan.items, after)
}

/// `BuyerKind` of a buyer at a date, for tests that need it.
pub fn kind(buyer: &BuyerHistory) -> BuyerKind {
    match buyer.covers[0].kind {
        CoverKind::Unnamed => BuyerKind::Unnamed,
        _ => BuyerKind::Named,
    }
}
