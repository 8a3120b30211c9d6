//! Why the books differ from the declaration (R8.2, R8.3).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use obligo_rules::codes::InsuranceStatus;
use obligo_rules::declare::{DeclareParameters, plan_declaration};
use obligo_rules::difference::DifferenceReason::{self, AboveSum, Blocked, Floor, Status, Vat};
use obligo_rules::difference::{BuyerDifference, differences};
use obligo_rules::item::Item;
use obligo_rules::policy::{Policy, Procedure};
use support::{POLICY, day, item, ledger, named, policy};

const Z: DifferenceReason = Status(InsuranceStatus::TermExceeded);
const S: DifferenceReason = Status(InsuranceStatus::Secured);
const M: DifferenceReason = Status(InsuranceStatus::Manual);

/// Name, items, amount in the books, declared, parts.
type Case<'c> = (&'c str, &'c [&'c str], i64, i64, &'c [(DifferenceReason, i64)]);

fn differ(policy: &Policy, decisions: &str, items: &[Item], key_date: &str) -> BuyerDifference {
    let buyer = named(decisions, "-");
    let ledger = ledger(policy, &buyer, items, key_date);
    let parameters = DeclareParameters {
        buyers: ledger.cases[0].kind,
        key_date: day(key_date),
        period_start: day(key_date).month_start(),
        policy_number: POLICY,
    };
    let plan = plan_declaration(policy, &ledger, &parameters);
    let found = differences(policy, &ledger, &parameters, &plan);
    assert_eq!(found.len(), plan.buyers.len());
    found[0].clone()
}

fn check(
    policy: &Policy,
    name: &str,
    texts: &[&str],
    booked: i64,
    declared: i64,
    parts: &[(DifferenceReason, i64)],
) {
    let items: Vec<Item> = texts.iter().map(|text| item(text)).collect();
    let found = differ(policy, "2024-01-01 100000", &items, "2024-03-31");
    assert_eq!((found.booked, found.declared), (booked, declared), "{name}");
    assert_eq!(found.parts.clone().into_iter().collect::<Vec<_>>(), parts, "{name}");
    assert_eq!(found.declared + found.parts.values().sum::<i64>(), found.booked, "{name}: the parts add up");
}

#[test]
fn r8_2_a_balance_differs_by_what_is_not_declared() {
    let invoice = "invoice 2024-03-05 2024-04-04 60000";
    let credit = "credit_note 2024-03-20 2024-03-20 -5000";
    let table: [Case<'_>; 7] = [
        ("nothing differs", &[invoice, credit], 55_000, 55_000, &[]),
        (
            "above the sum",
            &[invoice, "invoice 2024-03-06 2024-04-05 50000"],
            110_000,
            100_000,
            &[(AboveSum, 10_000)],
        ),
        ("term exceeded", &[invoice, "invoice 2024-03-06 2024-12-31 7000"], 67_000, 60_000, &[(Z, 7_000)]),
        (
            "secured terms",
            &[invoice, "invoice 2024-03-06 2024-04-05 8000 secured"],
            68_000,
            60_000,
            &[(S, 8_000)],
        ),
        ("a bill to decide", &[invoice, "bill 2024-03-06 2024-04-05 9000"], 69_000, 60_000, &[(M, 9_000)]),
        ("never below 0", &[credit], -5_000, 0, &[(Floor, -5_000)]),
        ("nothing open", &["invoice 2024-03-05 2024-04-04 60000 open=0"], 0, 0, &[]),
    ];
    for (name, texts, booked, declared, parts) in table {
        check(&policy(), name, texts, booked, declared, parts);
    }
}

#[test]
fn r8_2_a_blocked_item_and_credit_differ_by_the_stop_of_cover() {
    let flagged = "invoice 2024-01-05 2024-01-20 10000 status=K insured=10000 blocks";
    let later = "invoice 2024-03-25 2024-04-24 20000";
    let credit = "credit_note 2024-03-26 2024-03-26 -3000";
    check(&policy(), "blocked", &[flagged, later, credit], 27_000, 10_000, &[(Blocked, 17_000)]);
}

#[test]
fn r5_1_vat_differs_where_it_is_not_insured() {
    let mut net = item("invoice 2024-03-05 2024-04-04 119000");
    net.insurable_open = 100_000;
    let found = differ(&policy(), "2024-01-01 80000", &[net], "2024-03-31");
    assert_eq!((found.booked, found.declared), (119_000, 80_000));
    assert_eq!(found.parts.into_iter().collect::<Vec<_>>(), [(Vat, 19_000), (AboveSum, 20_000)]);
}

#[test]
fn r8_3_a_turnover_differs_by_what_is_not_declared() {
    let mut turnover = policy();
    turnover.declaration.procedure = Procedure::Turnover;
    let paid = "invoice 2024-03-05 2024-04-04 60000 open=0";
    let table: [Case<'_>; 5] = [
        ("settled items count", &[paid], 60_000, 60_000, &[]),
        ("of the period only", &[paid, "invoice 2024-02-05 2024-03-04 5000"], 60_000, 60_000, &[]),
        ("term exceeded", &[paid, "invoice 2024-03-06 2024-12-31 7000"], 67_000, 60_000, &[(Z, 7_000)]),
        (
            "capped at the sum",
            &[paid, "invoice 2024-03-07 2024-04-04 50000"],
            110_000,
            100_000,
            &[(AboveSum, 10_000)],
        ),
        ("never below 0", &["credit_note 2024-03-20 2024-03-20 -4000"], -4_000, 0, &[(Floor, -4_000)]),
    ];
    for (name, texts, booked, declared, parts) in table {
        check(&turnover, name, texts, booked, declared, parts);
    }
}
