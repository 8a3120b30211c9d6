//! Runs the worked cases of a policy file through the rules: one buyer, one item, a declaration and then an overdue notification.

use crate::planning::item_amounts;
use obligo_formats::policy_file::{Example, ExpectedDate, PolicyFile};
use obligo_rules::buyer::buyer_excluded;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, CoverKind, InsuranceStatus, Scope};
use obligo_rules::declare::{DeclareParameters, plan_declaration};
use obligo_rules::item::{Insurance, Item, ItemEvents};
use obligo_rules::ledger::{Account, BuyerCase, Cancellation, Ledger};
use obligo_rules::limit::{LimitDecision, limit_first_positive, limit_in_force};
use obligo_rules::money::format_minor;
use obligo_rules::notify::{NotifyParameters, plan_notification};
use obligo_rules::policy::Policy;

/// Number of the policy in the ledger of a case.
const POLICY_NUMBER: u16 = 1;
/// Country of a buyer where neither case nor policy names one.
const COUNTRY: &str = "DE";
/// UN/EDIFACT 4507: approved, not approved, cancelled.
const APPROVED: u8 = 2;
const NOT_APPROVED: u8 = 3;
const CANCELLED: u8 = 8;

/// What came of one case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseResult {
    /// File, or code of a stored policy.
    pub file: String,
    /// Name of the case.
    pub name: String,
    /// Its line in the file.
    pub line: u64,
    /// Whether everything is as expected.
    pub ok: bool,
    /// What is not.
    pub differences: Vec<Difference>,
}

/// A result that is not as expected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// Key under `expect`.
    pub key: &'static str,
    /// As the file expects it; `none` for no date.
    pub expected: String,
    /// As the rules have it.
    pub found: String,
}

/// Runs the cases of a policy file.
pub fn run(name: &str, file: &PolicyFile) -> Vec<CaseResult> {
    let results = file.examples.iter().map(|example| {
        let differences = differences(&file.policy, example);
        let ok = differences.is_empty();
        CaseResult { file: name.to_owned(), name: example.name.clone(), line: example.line, ok, differences }
    });
    results.collect()
}

fn differences(policy: &Policy, example: &Example) -> Vec<Difference> {
    let policy = with_term(policy, example);
    let key_date = example.key_date.unwrap_or(example.document_date);
    let mut ledger = ledger(&policy, example, key_date);
    let buyers = ledger.cases.first().map_or(BuyerKind::Named, |case| case.kind);
    let period_start = key_date.month_start();
    let declared = plan_declaration(
        &policy,
        &ledger,
        &DeclareParameters { buyers, key_date, period_start, policy_number: POLICY_NUMBER },
    );
    let mut found = Insurance::default();
    if let Some(item) = ledger.items.first_mut() {
        item.insurance = declared.changes.first().map_or(item.insurance, |change| change.after);
        found = item.insurance;
    }
    let notified = plan_notification(
        &policy,
        &ledger,
        &NotifyParameters {
            key_date,
            scope: Scope::All,
            exceeding_amounts: policy.declaration.exceeding_amounts,
            repeat_from: None,
            policy_number: POLICY_NUMBER,
        },
    );
    let after_notice = notified.changes.first().map_or(found, |change| change.after);
    let insurable_open = ledger.items.first().map_or(0, |item| item.insurable_open);
    compare(&policy, example, &found, &after_notice, insurable_open)
}

/// The policy with the term that the case puts in the place of the policy's own.
fn with_term(policy: &Policy, example: &Example) -> Policy {
    let mut policy = policy.clone();
    if let Some(term) = example.max_term {
        policy.terms.max = term;
        policy.terms.max_bills = None;
        policy.terms.max_value_dated = None;
    }
    policy
}

fn ledger(policy: &Policy, example: &Example, key_date: Day) -> Ledger {
    let item = item(policy, example, key_date);
    let country = example.country.as_deref().or(policy.cover.countries.first().map(String::as_str));
    let mut ledger = Ledger::default();
    ledger.cases.push(case(policy, example, &item, key_date));
    ledger.accounts.push(Account {
        case: 0,
        buyer_id: 1,
        co_insured: example.cover == CoverKind::CoInsured,
        covered: example.cover != CoverKind::None,
        excluded: buyer_excluded(policy, example.category, country.unwrap_or(COUNTRY)),
    });
    ledger.items.push(item);
    ledger.names.companies.push(String::new());
    let document = ledger.names.push("");
    ledger.documents.push(document);
    ledger.group();
    ledger
}

fn item(policy: &Policy, example: &Example, key_date: Day) -> Item {
    // A case about dates alone has an amount that no limit leaves out.
    let unit = 10i64.pow(policy.currency.exponent());
    let least = policy.notification.limit.unwrap_or(0).max(unit);
    let sign = if example.kind.is_debit() { 1 } else { -1 };
    let gross = example.amount.or(example.open).unwrap_or(sign * least);
    let net = example.net_amount.unwrap_or(gross);
    let open = example.open.unwrap_or(gross);
    let amounts = item_amounts(gross, net, open, policy.declaration.vat_insured, (1, 1));
    let known = |day: Option<Day>| day.filter(|day| *day <= key_date);
    let examined = example.status_before != InsuranceStatus::Unexamined;
    Item {
        id: 1,
        account: 0,
        company: 0,
        kind: example.kind,
        secured: example.secured,
        disputed: example.disputed,
        residual: false,
        document_date: example.document_date,
        posting_date: example.posting_date.unwrap_or(example.document_date),
        net_due_date: example.net_due_date,
        value_date: example.value_date,
        receivable_start: example.receivable_start,
        amount: amounts.map_or(gross, |a| a.amount),
        open,
        insurable_open: amounts.map_or(open, |a| a.insurable_open),
        events: ItemEvents {
            notice: known(example.notice_on),
            collection: known(example.collection_on),
            insolvency: known(example.insolvency_on),
        },
        insurance: Insurance {
            insured: example.insured_before,
            policy: if examined { POLICY_NUMBER } else { 0 },
            status: example.status_before,
            reporting_status: example.reporting_status_before,
            ..Insurance::default()
        },
    }
}

/// The buyer of a case: what the file does not say is as good for the item as it can be.
fn case(policy: &Policy, example: &Example, item: &Item, key_date: Day) -> BuyerCase {
    let cancelled_on = example.cancelled_on.filter(|day| *day <= key_date);
    let begin = example.cover_from.unwrap_or_else(|| {
        let before = cancelled_on.map_or(example.document_date, |day| day.plus_days(-1));
        before.min(example.document_date).min(policy.valid_from)
    });
    let sum = example.sum.unwrap_or_else(|| item.insurable_open.abs().max(1));
    let is_unnamed = example.cover == CoverKind::Unnamed;
    let decided = |id, valid_from, amount, response| LimitDecision {
        id,
        valid_from,
        valid_until: None,
        amount: Some(amount),
        currency: policy.currency,
        response,
        conditions_met: true,
        max_term_months: None,
        max_term_months_value_dated: None,
        max_term_months_bills: None,
        insured_percent: None,
        top_up: false,
    };
    let mut decisions = Vec::new();
    if !is_unnamed {
        // What was cancelled had been a sum before, also where the case names only the 0 of today.
        let first = if cancelled_on.is_some() { sum.max(1) } else { sum };
        let response = if first > 0 { APPROVED } else { NOT_APPROVED };
        decisions.push(decided(1, begin, first, response));
        decisions.extend(cancelled_on.map(|day| decided(2, day, 0, CANCELLED)));
    }
    BuyerCase {
        buyer_id: 1,
        kind: if is_unnamed { BuyerKind::Unnamed } else { BuyerKind::Named },
        covered: example.cover != CoverKind::None,
        sum: if cancelled_on.is_some() || example.cover == CoverKind::None { 0 } else { sum },
        decision: limit_in_force(&decisions, key_date).cloned(),
        start: if is_unnamed { Some(begin) } else { limit_first_positive(&decisions) },
        cancellation: if is_unnamed {
            Cancellation::Unnamed { ended_on: cancelled_on }
        } else {
            Cancellation::Named { decisions, declined_on: None }
        },
        uncovered_from: None,
        caps: Vec::new(),
    }
}

fn compare(
    policy: &Policy,
    example: &Example,
    found: &Insurance,
    after_notice: &Insurance,
    insurable_open: i64,
) -> Vec<Difference> {
    let expect = &example.expect;
    let mut differences = Vec::new();
    let mut check = |key: &'static str, expected: Option<String>, found: String| {
        if let Some(expected) = expected.filter(|expected| *expected != found) {
            differences.push(Difference { key, expected, found });
        }
    };
    let money = |minor: i64| format_minor(minor, policy.currency.exponent());
    let status = |status: InsuranceStatus| status.code().to_owned();
    check("status", expect.status.map(status), status(found.status));
    let dates = &found.deadlines;
    for (key, expected, found) in [
        ("max_term_date", expect.max_term_date, dates.max_term_date),
        ("overdue_date", expect.overdue_date, dates.overdue_date),
        ("exclusion_date", expect.exclusion_date, dates.exclusion_date),
        ("non_payment_report_date", expect.non_payment_report_date, dates.non_payment_report_date),
        ("collection_date", expect.collection_date, dates.collection_date),
        ("waiting_end", expect.waiting_end, dates.waiting_end),
        ("filing_date", expect.filing_date, dates.filing_date),
        ("base_period_end", expect.base_period_end, dates.base_period_end),
    ] {
        let text = |day: Option<Day>| day.map_or_else(|| "none".to_owned(), |day| day.to_string());
        let expected = expected.map(|expected| match expected {
            ExpectedDate::On(day) => text(Some(day)),
            ExpectedDate::Absent => text(None),
        });
        check(key, expected, text(found));
    }
    check("insurable_open", expect.insurable_open.map(money), money(insurable_open));
    check("insured", expect.insured.map(money), money(found.insured));
    let reporting = after_notice.reporting_status.code().to_owned();
    check("reporting_status", expect.reporting_status.map(|s| s.code().to_owned()), reporting);
    check("blocks_new", expect.blocks_new.map(|b| b.to_string()), after_notice.blocks_new.to_string());
    differences
}
