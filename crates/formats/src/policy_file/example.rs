//! Worked cases in a policy file: one item with the buyer's cover, and what the rules must make of it.
//!
//! ```toml
//! [[example]]
//! name = "30 days, within the maximum term"
//! document_date = 2024-01-15
//! payment_terms = "30"            # or net_due_date = 2024-02-14
//! amount = "1000.00"
//! sum = "5000.00"
//! key_date = 2024-01-31
//! expect = { status = "K", max_term_date = 2024-05-15, exclusion_date = "none", insured = "1000.00" }
//! ```

use crate::toml_document::Section;
use obligo_rules::calendar::{Day, Term};
use obligo_rules::codes::{Category, CoverKind, InsuranceStatus, ItemKind, ReportingStatus};
use obligo_rules::payment_terms::PaymentTerms;

/// One case: an item, the cover of its buyer, the key date of the run, and what is expected. Amounts are minor units
/// of the policy's currency.
#[derive(Clone, PartialEq, Debug)]
pub struct Example {
    /// In words; `example N` if the file gives none.
    pub name: String,
    /// Line of the case in the file, from 1.
    pub line: u64,
    /// Kind of the item, invoice if not said.
    pub kind: ItemKind,
    /// Document date.
    pub document_date: Day,
    /// Net due date, as given or from `payment_terms` (R3).
    pub net_due_date: Day,
    /// Posting date; `None` = document date.
    pub posting_date: Option<Day>,
    /// Value date (R3).
    pub value_date: Option<Day>,
    /// Receivable start (R3).
    pub receivable_start: Option<Day>,
    /// Gross amount, negative for credit kinds; `None` = the case is about dates and status only.
    pub amount: Option<i64>,
    /// Net amount; `None` = the gross amount.
    pub net_amount: Option<i64>,
    /// What is still open; `None` = the gross amount.
    pub open: Option<i64>,
    /// Secured payment terms (R4.2).
    pub secured: bool,
    /// The buyer disputes the item (R4.2).
    pub disputed: bool,
    /// Insurance status before the run (R4.1); unexamined if not said.
    pub status_before: InsuranceStatus,
    /// Insured amount before the run (R5.2).
    pub insured_before: i64,
    /// Reporting status before the run (R7.4).
    pub reporting_status_before: ReportingStatus,
    /// Kind of the buyer's cover (R1.5), named if not said.
    pub cover: CoverKind,
    /// Insured sum at the key date (R2); `None` = not said, enough for the item.
    pub sum: Option<i64>,
    /// Start of the buyer's own cover (R4.4); `None` = as early as the item needs.
    pub cover_from: Option<Day>,
    /// Since when the sum is 0 by cancellation or decline (R4.3).
    pub cancelled_on: Option<Day>,
    /// Maximum payment term of the decision in force, instead of the policy's (R3).
    pub max_term: Option<Term>,
    /// Country of the buyer, two letters; `None` = one the policy covers.
    pub country: Option<String>,
    /// Category of the buyer, company if not said.
    pub category: Category,
    /// Date of the notice to the insurer (R3.6).
    pub notice_on: Option<Day>,
    /// Date collection was started (R3.6).
    pub collection_on: Option<Day>,
    /// Date the insolvency became known (R3.7).
    pub insolvency_on: Option<Day>,
    /// Key date of the run; `None` = document date.
    pub key_date: Option<Day>,
    /// What the rules must find.
    pub expect: Expected,
}

/// Results of a case; what is `None` is not compared.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Expected {
    /// Insurance status (R4.2).
    pub status: Option<InsuranceStatus>,
    /// Maximum payment term date (R3.1).
    pub max_term_date: Option<ExpectedDate>,
    /// Overdue date (R3.2).
    pub overdue_date: Option<ExpectedDate>,
    /// Exclusion date (R3.3).
    pub exclusion_date: Option<ExpectedDate>,
    /// Non-payment report due (R3.4).
    pub non_payment_report_date: Option<ExpectedDate>,
    /// Collection hand-over due (R3.5).
    pub collection_date: Option<ExpectedDate>,
    /// End of the waiting period (R3.6).
    pub waiting_end: Option<ExpectedDate>,
    /// Claim filing due (R3.7).
    pub filing_date: Option<ExpectedDate>,
    /// Base period end (R3.8).
    pub base_period_end: Option<ExpectedDate>,
    /// Insurable open amount (R5.1).
    pub insurable_open: Option<i64>,
    /// Insured amount (R5.2).
    pub insured: Option<i64>,
    /// Reporting status after an overdue run (R7.4).
    pub reporting_status: Option<ReportingStatus>,
    /// The item blocks new receivables (R6.1).
    pub blocks_new: Option<bool>,
}

/// A date as a case expects it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExpectedDate {
    /// This day.
    On(Day),
    /// No date: written `"none"`.
    Absent,
}

impl ExpectedDate {
    /// Whether the computed date is as expected.
    #[must_use]
    pub fn agrees(self, computed: Option<Day>) -> bool {
        match self {
            ExpectedDate::On(day) => computed == Some(day),
            ExpectedDate::Absent => computed.is_none(),
        }
    }
}

/// All cases of the file.
pub(super) fn examples(root: &Section<'_>) -> Vec<Example> {
    let sections = root.sections("example");
    sections.iter().enumerate().filter_map(|(i, section)| example(section, i + 1)).collect()
}

fn example(section: &Section<'_>, number: usize) -> Option<Example> {
    let document_date = section.required("document_date").and_then(|entry| entry.date());
    let terms = payment_terms(section);
    let net_due_date = section.date("net_due_date").or_else(|| Some(terms?.due_date(document_date?)));
    match (section.entry("net_due_date"), section.entry("payment_terms")) {
        (None, None) => section.missing("net_due_date"),
        (Some(_), Some(terms)) => {
            terms.refuse::<()>("policy-either-key", &[("other", &section.path_of("net_due_date"))]);
        }
        _ => {}
    }
    let kind = code(section, "kind", ItemKind::ALL, ItemKind::code).unwrap_or(ItemKind::Invoice);
    let signed = |key: &str| signed_amount(section, key, kind);
    let (amount, net_amount, open) = (signed("amount"), signed("net_amount"), signed("open"));
    // Everything is read before anything is given up, so that one reading finds all errors.
    let case = Example {
        name: section.text("name").unwrap_or_else(|| format!("example {number}")),
        line: section.document.position(section.offset()).0,
        kind,
        document_date: document_date.unwrap_or(Day::LAST),
        net_due_date: net_due_date.unwrap_or(Day::LAST),
        posting_date: section.date("posting_date"),
        value_date: section.date("value_date"),
        receivable_start: section.date("receivable_start"),
        amount,
        net_amount,
        open,
        secured: section.flag("secured").unwrap_or(false),
        disputed: section.flag("disputed").unwrap_or(false),
        status_before: code(section, "status_before", InsuranceStatus::ALL, InsuranceStatus::code)
            .unwrap_or(InsuranceStatus::Unexamined),
        insured_before: section.amount("insured_before", 0).unwrap_or(0),
        reporting_status_before: code(
            section,
            "reporting_status_before",
            ReportingStatus::ALL,
            ReportingStatus::code,
        )
        .unwrap_or(ReportingStatus::None),
        cover: code(section, "cover", CoverKind::ALL, CoverKind::code).unwrap_or(CoverKind::Named),
        sum: section.amount("sum", 0),
        cover_from: section.date("cover_from"),
        cancelled_on: section.date("cancelled_on"),
        max_term: super::sections::term(section, &["max_term_months"], &["max_term_days"], 1),
        country: section.text("country"),
        category: code(section, "category", Category::ALL, Category::code).unwrap_or(Category::Company),
        notice_on: section.date("notice_on"),
        collection_on: section.date("collection_on"),
        insolvency_on: section.date("insolvency_on"),
        key_date: section.date("key_date"),
        expect: expected(section),
    };
    (document_date.is_some() && net_due_date.is_some()).then_some(case)
}

fn expected(example: &Section<'_>) -> Expected {
    let section = example.section("expect");
    if section.is_empty() {
        example.missing("expect");
    }
    let date = |key: &str| {
        let entry = section.entry(key)?;
        if entry.value.as_str() == Some("none") {
            return Some(ExpectedDate::Absent);
        }
        entry.date().map(ExpectedDate::On)
    };
    Expected {
        status: code(&section, "status", InsuranceStatus::ALL, InsuranceStatus::code),
        max_term_date: date("max_term_date"),
        overdue_date: date("overdue_date"),
        exclusion_date: date("exclusion_date"),
        non_payment_report_date: date("non_payment_report_date"),
        collection_date: date("collection_date"),
        waiting_end: date("waiting_end"),
        filing_date: date("filing_date"),
        base_period_end: date("base_period_end"),
        insurable_open: section.amount("insurable_open", i64::MIN),
        insured: section.amount("insured", 0),
        reporting_status: code(&section, "reporting_status", ReportingStatus::ALL, ReportingStatus::code),
        blocks_new: section.flag("blocks_new"),
    }
}

fn payment_terms(section: &Section<'_>) -> Option<PaymentTerms> {
    let text = section.label("payment_terms")?;
    PaymentTerms::parse(&text).or_else(|| section.entry("payment_terms")?.refuse("policy-payment-terms", &[]))
}

fn code<T: Copy>(section: &Section<'_>, key: &str, all: &[T], spelling: fn(T) -> &'static str) -> Option<T> {
    let spellings: Vec<(&str, T)> = all.iter().map(|value| (spelling(*value), *value)).collect();
    section.choice(key, &spellings)
}

/// Debit kinds are positive, credit kinds negative, as in the item file.
fn signed_amount(section: &Section<'_>, key: &str, kind: ItemKind) -> Option<i64> {
    let minor = section.amount(key, i64::MIN)?;
    if minor != 0 && kind.is_debit() != (minor > 0) {
        return section.entry(key)?.refuse("policy-example-sign", &[("kind", kind.code())]);
    }
    Some(minor)
}
