//! The portfolio as the files of a scenario folder.

use super::buyers::{ACCOUNT_TYPE, Buyer, COMPANIES};
use super::decisions::{Decisions, policy_currency};
use super::ledger::{Item, Ledger};
use super::noise::Noise;
use super::rates::{CURRENCIES, Rates};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{CoverKind, ItemKind, SettlementMethod};
use std::collections::BTreeMap;

/// A CSV file under construction.
struct Table(String);

impl Table {
    fn new(header: &str) -> Table {
        Table(format!("{header}\n"))
    }

    fn row(&mut self, cells: &[&str]) {
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                self.0.push(',');
            }
            if cell.contains([',', '"', '\n']) {
                self.0.push('"');
                self.0.push_str(&cell.replace('"', "\"\""));
                self.0.push('"');
            } else {
                self.0.push_str(cell);
            }
        }
        self.0.push('\n');
    }
}

/// Cents as an amount with two decimals; every currency of the demo has two.
fn money(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

/// Ten-thousandths as a rate.
fn rate(value: i64) -> String {
    format!("{}.{:04}", value / 10_000, value % 10_000)
}

fn date(day: Option<Day>) -> String {
    day.map(|d| d.to_string()).unwrap_or_default()
}

fn flag(value: bool) -> &'static str {
    if value { "true" } else { "" }
}

pub(super) fn companies() -> String {
    let mut table = Table::new(
        "company,name,currency,insured_group,master,address_company,account_types,own_number,payment_terms,secured_terms,postal_address",
    );
    let terms = "14D 30D 45D 60D 90D 150D LC PRE";
    for (company, name, currency, master, number, address) in [
        (
            COMPANIES[0],
            "Morwald Verbindungstechnik GmbH",
            "EUR",
            "true",
            "7-401882",
            "Hammerweg 12\n99999 Morwald",
        ),
        (COMPANIES[1], "Morwald Nordic AB", "SEK", "", "7-401883", "Hamngatan 3\n999 99 Nordhamn"),
    ] {
        let group = [company, name, currency, "MORWALD", master, "10", ACCOUNT_TYPE, number];
        table.row(&[&group[..], &[terms, "LC PRE", address]].concat());
    }
    table.0
}

pub(super) fn insurers() -> String {
    let mut table = Table::new("insurer,name,country,account,postal_address");
    table.row(&["ACR", "Alcrona Kreditversicherung AG", "DE", "", "Postfach 10 10 10\n99998 Alcrona"]);
    table.row(&["NKF", "Nordkärna Kreditförsäkring AB", "SE", "", "Box 101\n999 98 Nordkärna"]);
    table.0
}

pub(super) fn buyers(buyers: &[Buyer], decisions: &Decisions, rates: &Rates, end: Day, seed: u64) -> String {
    let mut noise = Noise::new(seed, 4);
    let mut table = Table::new(
        "account,branch,account_type,name,country,currency,legal_entity,dependent_branch,category,vat_id,register_no,lei,payment_terms,credit_limit,bill_limit,limit_check,credit_manager,payer,information_date,information_source,risk_factors",
    );
    for (index, buyer) in buyers.iter().enumerate() {
        let limit = decisions.credit_limits[buyer.main.unwrap_or(index)];
        let limit =
            rates.convert(limit, policy_currency(buyer.policy), buyer.currency, end).max(1_000) / 500 * 500;
        // A branch has its share of what the whole buyer may owe.
        let limit = if buyer.main.is_some() { limit / 4 } else { limit };
        let check = noise.pick(&["", "", "", "lower", "credit_limit", "insured_sum", "none"]);
        let known = end.plus_days(-noise.days(20, 500)).to_string();
        let source = noise.pick(&["Credit agency", "Insurer", "Annual accounts", "Bank", "Visit"]);
        let risk = noise.pick(&[
            "",
            "",
            "",
            "",
            "",
            "construction",
            "young company",
            "single customer",
            "export to one country",
        ]);
        table.row(&[
            &buyer.account,
            &buyer.branch.to_string(),
            ACCOUNT_TYPE,
            &buyer.name,
            buyer.country,
            buyer.currency,
            &buyer.entity,
            flag(buyer.dependent),
            buyer.category.code(),
            &buyer.vat_id,
            &buyer.register_no,
            &buyer.lei,
            &format!("{}D", buyer.term_days),
            &money(limit * 100),
            &if buyer.accepts_bills { money(limit * 50) } else { String::new() },
            check,
            buyer.manager,
            &buyer.main.map(|main| buyers[main].path()).unwrap_or_default(),
            &known,
            source,
            &risk_factors(index, risk),
        ]);
    }
    table.0
}

/// What is written of a buyer's risk; four in five have an agency's score.
fn risk_factors(index: usize, known: &str) -> String {
    let score = (!index.is_multiple_of(5)).then(|| format!("score={}", 210 + index * 37 % 220));
    let parts = [Some(known.to_owned()).filter(|known| !known.is_empty()), score];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

pub(super) fn covers(buyers: &[Buyer], decisions: &Decisions) -> String {
    let mut table = Table::new(
        "account,branch,account_type,policy,kind,valid_from,risk_number,co_insured_under,declined_on,recommended_limit,reason,recommended_from",
    );
    for cover in &decisions.covers {
        let buyer = &buyers[cover.buyer];
        let insured = matches!(cover.kind, CoverKind::Named | CoverKind::Unnamed);
        table.row(&[
            &buyer.account,
            &buyer.branch.to_string(),
            ACCOUNT_TYPE,
            if insured { buyer.policy } else { "" },
            cover.kind.code(),
            &cover.valid_from.to_string(),
            &cover.risk_number,
            &buyer.main.map(|main| buyers[main].path()).unwrap_or_default(),
            &date(cover.declined_on),
            &cover.recommended.map(|(limit, _)| money(limit * 100)).unwrap_or_default(),
            cover.reason,
            &date(cover.recommended.map(|(_, from)| from)),
        ]);
    }
    table.0
}

pub(super) fn limits(buyers: &[Buyer], decisions: &Decisions) -> String {
    let mut table = Table::new(
        "policy,account,branch,account_type,valid_from,valid_until,amount,currency,requested_amount,requested_on,response,max_term_months,insured_percent,conditions,decided_on,reference,request,reason,conditions_met",
    );
    for (number, limit) in (1_000..).zip(&decisions.limits) {
        let buyer = &buyers[limit.buyer];
        let decided = limit.amount.map(|_| limit.valid_from.to_string()).unwrap_or_default();
        table.row(&[
            buyer.policy,
            &buyer.account,
            &buyer.branch.to_string(),
            ACCOUNT_TYPE,
            &limit.valid_from.to_string(),
            &date(limit.valid_until),
            &limit.amount.map(|a| money(a * 100)).unwrap_or_default(),
            limit.currency,
            &limit.requested.map(|(a, _)| money(a * 100)).unwrap_or_default(),
            &date(limit.requested.map(|(_, on)| on)),
            limit.response,
            &limit.max_term_months.map(|m| m.to_string()).unwrap_or_default(),
            limit.insured_percent,
            limit.conditions,
            &decided,
            &format!("{}-{number}", &buyer.policy[..3]),
            limit.request,
            limit.reason,
            flag(limit.conditions_met),
        ]);
    }
    table.0
}

pub(super) fn evidence(buyers: &[Buyer], decisions: &Decisions) -> String {
    let mut table =
        Table::new("account,branch,account_type,kind,date,positive,amount,category,valid_until,source");
    for row in &decisions.evidence {
        let buyer = &buyers[row.buyer];
        table.row(&[
            &buyer.account,
            &buyer.branch.to_string(),
            ACCOUNT_TYPE,
            row.kind.code(),
            &row.date.to_string(),
            if row.positive { "true" } else { "false" },
            "",
            row.category,
            &date(row.valid_until),
            row.source,
        ]);
    }
    table.0
}

pub(super) fn rates(rates: &Rates) -> String {
    let mut table = Table::new("date,base,currency,rate");
    for (day, row) in rates.rows() {
        for (currency, value) in CURRENCIES.iter().zip(row) {
            table.row(&[&day.to_string(), "EUR", currency, &rate(*value)]);
        }
    }
    table.0
}

/// The order of the items in the file, and every item's document number: counted by company and kind in that order.
pub(super) struct Numbering {
    pub(super) order: Vec<usize>,
    numbers: Vec<String>,
}

impl Numbering {
    pub(super) fn new(ledger: &Ledger) -> Numbering {
        let mut order: Vec<usize> = (0..ledger.items.len()).collect();
        order.sort_by_key(|i| (ledger.items[*i].posting, *i));
        let mut next: BTreeMap<(usize, ItemKind), u32> = BTreeMap::new();
        let mut numbers = vec![String::new(); ledger.items.len()];
        for index in &order {
            let item = &ledger.items[*index];
            let number = next.entry((item.company, item.kind)).or_insert(1_000);
            *number += 1;
            let prefix = match (item.kind, item.company) {
                (ItemKind::Invoice, 0) => "RE4",
                (ItemKind::Invoice, _) => "F7",
                (ItemKind::DebitNote, _) => "DN",
                (ItemKind::CreditNote, 0) => "GS",
                (ItemKind::CreditNote, _) => "KR",
                (ItemKind::PaymentOnAccount, _) => "PA",
                (ItemKind::Bill, _) => "WE",
                (ItemKind::Cheque, _) => "CH",
            };
            numbers[*index] = format!("{prefix}{number:05}");
        }
        Numbering { order, numbers }
    }

    fn key(&self, items: &[Item], index: usize) -> String {
        let item = &items[index];
        format!("{}/{}/{}", COMPANIES[item.company], self.numbers[index], item.kind.code())
    }
}

pub(super) fn items(ledger: &Ledger, buyers: &[Buyer], numbering: &Numbering) -> String {
    let mut table = Table::new(
        "company,document_no,kind,account,branch,account_type,document_date,posting_date,delivery_date,net_due_date,value_date,receivable_start,currency,amount,net_amount,payment_terms,secured,disputed,origin,text,rate",
    );
    for index in &numbering.order {
        let item = &ledger.items[*index];
        let buyer = &buyers[item.buyer];
        table.row(&[
            COMPANIES[item.company],
            &numbering.numbers[*index],
            item.kind.code(),
            &buyer.account,
            &buyer.branch.to_string(),
            ACCOUNT_TYPE,
            &item.document.to_string(),
            &item.posting.to_string(),
            &date(item.delivery),
            &item.due.to_string(),
            &date(item.value),
            &date(item.receivable_start),
            item.currency,
            &money(item.amount),
            &money(item.net),
            &item.terms,
            flag(item.secured),
            flag(item.disputed),
            &item.origin.map(|origin| numbering.key(&ledger.items, origin)).unwrap_or_default(),
            item.text,
            &item.rate.map(rate).unwrap_or_default(),
        ]);
    }
    table.0
}

pub(super) fn settlements(ledger: &Ledger, numbering: &Numbering) -> String {
    let mut table = Table::new("company,document_no,kind,date,amount,method,reference,settlement_no");
    let mut order: Vec<usize> = (0..ledger.settlements.len()).collect();
    order.sort_by_key(|i| (ledger.settlements[*i].date, *i));
    for (number, index) in (100_001..).zip(order) {
        let settlement = &ledger.settlements[index];
        let item = &ledger.items[settlement.item];
        let reference = match (settlement.other, settlement.method) {
            (Some(other), _) => numbering.numbers[other].clone(),
            (None, SettlementMethod::WriteOff) => "Small difference".to_owned(),
            (None, SettlementMethod::Return) => "Direct debit returned".to_owned(),
            _ => format!("Bank {}", settlement.date),
        };
        table.row(&[
            COMPANIES[item.company],
            &numbering.numbers[settlement.item],
            item.kind.code(),
            &settlement.date.to_string(),
            &money(settlement.amount),
            settlement.method.code(),
            &reference,
            &format!("S{number}"),
        ]);
    }
    table.0
}

pub(super) fn events(ledger: &Ledger, buyers: &[Buyer], numbering: &Numbering) -> String {
    let mut table = Table::new("account,branch,account_type,company,document_no,kind,event,date,reference");
    let mut order: Vec<usize> = (0..ledger.events.len()).collect();
    order.sort_by_key(|i| (ledger.events[*i].date, *i));
    for event in order.into_iter().map(|i| &ledger.events[i]) {
        let buyer = &buyers[event.buyer];
        let (company, number, kind) = event.item.map_or(("", "", ""), |i| {
            let item = &ledger.items[i];
            (COMPANIES[item.company], numbering.numbers[i].as_str(), item.kind.code())
        });
        table.row(&[
            &buyer.account,
            &buyer.branch.to_string(),
            ACCOUNT_TYPE,
            company,
            number,
            kind,
            event.kind.code(),
            &event.date.to_string(),
            &event.reference,
        ]);
    }
    table.0
}
