//! Declarations with their insured amounts, stop of cover and caps (R5, R6, R8): the test vectors BD, TD and the silo cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use obligo_rules::codes::{BuyerKind, ItemKind};
use obligo_rules::declare::{DeclareParameters, break_down, plan_declaration};
use obligo_rules::item::item_inherit;
use obligo_rules::policy::{Cap, Policy, Procedure};
use support::{day, declare, item, ledger_of, named, policy};

fn items(texts: &[&str]) -> Vec<obligo_rules::item::Item> {
    texts.iter().map(|text| item(text)).collect()
}

fn insured(after: &[obligo_rules::item::Item]) -> Vec<i64> {
    after.iter().map(|i| i.insurance.insured).collect()
}

#[test]
fn r8_2_balances() {
    let buyer = named("2024-01-01 100000", "-");
    let mut exceeding = policy();
    exceeding.declaration.exceeding_amounts = true;
    let mut rigid = policy();
    rigid.declaration.credits_free_room = false;
    let a = "invoice 2024-01-05 2024-02-04 70000";
    let b = "invoice 2024-01-12 2024-02-11 50000";
    let credit = "credit_note 2024-01-20 2024-01-20 -5000";
    let bill = "bill 2024-01-15 2024-03-15 20000 status=K";
    // name, policy, items, receivables, bills, credits, declared
    let plain = policy();
    let table: [(&str, &Policy, Vec<&str>, [i64; 4]); 6] = [
        ("BD-1", &plain, vec![a, b, credit], [105_000, 0, 5_000, 100_000]),
        ("BD-1 exceeding", &exceeding, vec![a, b, credit], [120_000, 0, 5_000, 115_000]),
        ("BD-1 credits free no room", &rigid, vec![a, b, credit], [100_000, 0, 5_000, 95_000]),
        ("bill apart", &plain, vec![a, bill], [70_000, 20_000, 0, 90_000]),
        ("never below 0", &plain, vec![credit], [0, 0, 5_000, 0]),
        (
            "D is not netted",
            &plain,
            vec![a, "credit_note 2024-01-20 2024-01-20 -5000 status=D"],
            [70_000, 0, 0, 70_000],
        ),
    ];
    for (name, policy, texts, expected) in table {
        let (line, _) = declare(policy, &buyer, &items(&texts), "2024-01-31");
        assert_eq!([line.receivables, line.bills, line.credits, line.declared], expected, "R8.2 {name}");
    }
}

#[test]
fn r8_2_what_was_insured_is_declared_until_settled() {
    let buyer = named("2024-01-01 100000; 2024-03-01 0 response=8", "-");
    let texts = [
        "invoice 2024-02-10 2024-03-11 45000 status=K insured=45000",
        "invoice 2024-03-10 2024-04-09 20000",
        "credit_note 2024-03-15 2024-03-15 -3000",
    ];
    let (line, after) = declare(&policy(), &buyer, &items(&texts), "2024-03-31");
    assert_eq!(line.declared, 45_000, "BD-3");
    let statuses: Vec<&str> = after.iter().map(|i| i.insurance.status.code()).collect();
    assert_eq!(statuses, ["K", "C", "D"], "BD-3");
}

#[test]
fn r5_1_only_the_net_share_counts_where_vat_is_not_insured() {
    // BD-2: 11,900.00 gross, 10,000.00 net; the ledger brings the insurable amounts.
    let mut invoice = item("invoice 2024-01-05 2024-02-04 1190000");
    invoice.insurable_open = 1_000_000;
    let (line, after) = declare(&policy(), &named("2024-01-01 5000000", "-"), &[invoice], "2024-01-31");
    assert_eq!((line.declared, after[0].insurance.insured), (1_000_000, 1_000_000), "BD-2");
}

#[test]
fn r5_2_r5_3_the_silo_principle() {
    let before = "status=K insured=";
    // name, decisions, items with insured amounts before, insured after
    let table: Vec<(&str, &str, Vec<String>, Vec<i64>)> = vec![
        (
            "WE-01",
            "2019-01-01 250000",
            vec!["110000".into(), "120000".into(), "98226".into(), "100000".into()],
            vec![110_000, 120_000, 20_000, 0],
        ),
        (
            "WE-03",
            "2019-01-01 250000; 2019-03-02 450000",
            vec![
                format!("110000 {before}110000"),
                format!("120000 {before}120000"),
                format!("98226 {before}20000"),
                "100000".into(),
            ],
            vec![110_000, 120_000, 98_226, 100_000],
        ),
        (
            "WE-04",
            "2019-01-01 250000; 2019-03-02 150000 response=9",
            vec![
                format!("110000 {before}110000"),
                format!("120000 {before}120000"),
                format!("98226 {before}20000"),
                "100000".into(),
            ],
            vec![110_000, 120_000, 20_000, 0],
        ),
        ("WE-12", "2019-01-01 100000", vec!["120000".into()], vec![100_000]),
        (
            "R5.4 ended",
            "2019-01-01 250000; 2019-03-02 0 response=8",
            vec![format!("110000 {before}50000")],
            vec![50_000],
        ),
    ];
    for (name, decisions, texts, expected) in table {
        let texts: Vec<String> = texts
            .iter()
            .enumerate()
            .map(|(n, text)| format!("invoice 2019-02-{:02} 2019-04-01 {text}", n + 1))
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (_, after) = declare(&policy(), &named(decisions, "-"), &items(&texts), "2019-03-03");
        assert_eq!(insured(&after), expected, "R5.2 {name}");
    }
}

#[test]
fn r5_2_a_limit_ends_on_the_day_the_run_off_ends() {
    // WE-10: withdrawn with effect from 2025-04-24; a delivery before it still uses the old limit, one on it does not.
    let buyer = named("2025-01-01 50000; 2025-04-24 0 response=8", "-");
    let texts =
        ["invoice 2025-04-20 2025-05-20 5000 status=K insured=5000", "invoice 2025-04-24 2025-05-24 5000"];
    let (line, after) = declare(&policy(), &buyer, &items(&texts), "2025-04-30");
    assert_eq!((insured(&after), line.declared), (vec![5_000, 0], 5_000));
    assert_eq!(after[1].insurance.status.code(), "C");
}

#[test]
fn r5_2_the_order_is_document_date_due_date_company_document_number() {
    let texts = [
        "invoice 2024-01-10 2024-02-20 100",
        "invoice 2024-01-10 2024-02-09 100 company=1",
        "invoice 2024-01-10 2024-02-09 100",
        "bill 2024-01-20 2024-03-20 100 status=K start=2024-01-02",
        "invoice 2024-01-05 2024-03-05 100",
    ];
    for (sum, expected) in [
        (100, [0, 0, 0, 100, 0]),
        (200, [0, 0, 0, 100, 100]),
        (300, [0, 0, 100, 100, 100]),
        (400, [0, 100, 100, 100, 100]),
        (500, [100, 100, 100, 100, 100]),
    ] {
        let buyer = named(&format!("2024-01-01 {sum}"), "-");
        let (_, after) = declare(&policy(), &buyer, &items(&texts), "2024-01-31");
        assert_eq!(insured(&after), expected, "R5.2 sum {sum}");
    }
}

#[test]
fn r6_2_r6_3_a_stop_of_cover_and_its_lifting() {
    let buyer = named("2024-01-01 100000", "-");
    let mut overdue = item("invoice 2024-01-15 2024-02-15 10000 status=K insured=10000 blocks");
    overdue.insurance.deadlines.exclusion_date = Some(day("2024-05-15"));
    overdue.insurance.deadlines.max_term_date = Some(day("2024-05-15"));
    let others = [
        "invoice 2024-05-14 2024-06-13 5000",
        "invoice 2024-05-20 2024-06-19 5000",
        "credit_note 2024-05-21 2024-05-21 -700",
    ];
    let mut all = vec![overdue.clone()];
    all.extend(items(&others));
    let (line, after) = declare(&policy(), &buyer, &all, "2024-05-31");
    assert_eq!(insured(&after), [10_000, 5_000, 0, 0], "RS-5");
    assert_eq!((line.credits, line.declared), (0, 15_000), "R6.2 a blocked credit is not netted");
    assert_eq!(after[2].insurance.status.code(), "K", "RS-5");
    all[0].open = 0;
    all[0].insurable_open = 0;
    let (line, after) = declare(&policy(), &buyer, &all, "2024-06-30");
    assert_eq!(insured(&after)[1..], [5_000, 5_000, 0], "RS-6");
    assert_eq!(line.declared, 9_300);
}

#[test]
fn r8_3_turnover_and_time_premium() {
    let mut turnover = policy();
    turnover.declaration.procedure = Procedure::Turnover;
    turnover.declaration.base_period_days = Some(90);
    let mut exceeding = turnover.clone();
    exceeding.declaration.exceeding_amounts = true;
    let buyer = named("2024-01-01 100000", "-");
    let month = [
        "invoice 2024-04-05 2024-05-05 60000",
        "invoice 2024-04-12 2024-05-12 75000",
        "credit_note 2024-04-20 2024-04-20 -15000",
    ];
    let negative = ["invoice 2024-04-05 2024-05-05 5000", "credit_note 2024-04-20 2024-04-20 -8000"];
    // name, policy, items, turnover, declared
    let table: [(&str, &Policy, &[&str], i64, i64); 6] = [
        ("TD-1", &turnover, &month, 120_000, 100_000),
        ("TD-1 exceeding", &exceeding, &month, 120_000, 120_000),
        ("TD-2", &turnover, &negative, -3_000, 0),
        ("settled in the period", &turnover, &["invoice 2024-04-05 2024-05-05 500 open=0"], 500, 500),
        ("posted before", &turnover, &["invoice 2024-03-05 2024-05-05 500"], 0, 0),
        (
            "a residual is not turnover again",
            &turnover,
            &["invoice 2024-04-05 2024-05-05 500 residual"],
            0,
            0,
        ),
    ];
    for (name, policy, texts, figure, declared) in table {
        let (line, _) = declare(policy, &buyer, &items(texts), "2024-04-30");
        assert_eq!((line.turnover, line.declared), (figure, declared), "R8.3 {name}");
    }
    let open =
        ["invoice 2024-01-15 2024-02-14 10000 status=K insured=10000", "invoice 2024-02-20 2024-03-21 4000"];
    let mut open = items(&open);
    open[0].insurance.deadlines.max_term_date = Some(day("2024-05-15"));
    open[0].insurance.deadlines.base_period_end = Some(day("2024-04-14"));
    let (line, _) = declare(&turnover, &buyer, &open, "2024-04-30");
    assert_eq!(line.time_premium_base, 10_000, "TD-3");
    let credit = ["credit_note 2024-01-10 2024-01-10 -2500"];
    open.extend(items(&credit));
    let (line, _) = declare(&turnover, &buyer, &open, "2024-04-30");
    assert_eq!(line.time_premium_base, 7_500, "R8.3 credits past their base period");
}

#[test]
fn r8_3_turnover_is_declared_whatever_the_limit() {
    // WE-52: turnover 500,000 with a limit of 50,000 granted; exceeding amounts are reported.
    let mut policy = policy();
    policy.declaration.procedure = Procedure::Turnover;
    policy.declaration.exceeding_amounts = true;
    let buyer = named("2024-01-01 50000 response=5", "-");
    let (line, _) = declare(&policy, &buyer, &items(&["invoice 2024-04-05 2024-05-05 500000"]), "2024-04-30");
    assert_eq!(line.declared, 500_000);
}

#[test]
fn r8_2_balances_capped_or_not() {
    // WE-53: A 100,000 with a sum of 80,000; B 40,000 with 60,000.
    for (exceeding, expected) in [(false, 120_000), (true, 140_000)] {
        let mut policy = policy();
        policy.declaration.exceeding_amounts = exceeding;
        let sum: i64 = [("2024-01-01 80000", 100_000), ("2024-01-01 60000", 40_000)]
            .iter()
            .map(|(decisions, amount)| {
                let invoice = format!("invoice 2024-01-05 2024-02-04 {amount}");
                declare(&policy, &named(decisions, "-"), &items(&[&invoice]), "2024-01-31").0.declared
            })
            .sum();
        assert_eq!(sum, expected);
    }
}

#[test]
fn r2_6_a_cap_bounds_several_buyers_oldest_items_first() {
    let mut policy = policy();
    policy.caps =
        vec![Cap { name: "Italy".into(), amount: 100_000, country: Some("IT".into()), buyers: Vec::new() }];
    let (first, second) = (named("2024-01-01 80000", "-"), named("2024-01-01 80000", "-"));
    let of_first = items(&["invoice 2024-01-05 2024-02-04 50000", "invoice 2024-01-15 2024-02-14 50000"]);
    let of_second = items(&["invoice 2024-01-10 2024-02-09 40000"]);
    let ledger = ledger_of(&policy, &[(&first, &of_first), (&second, &of_second)], "2024-01-31");
    let parameters = DeclareParameters {
        buyers: BuyerKind::Named,
        key_date: day("2024-01-31"),
        period_start: day("2024-01-01"),
        policy_number: support::POLICY,
    };
    let plan = plan_declaration(&policy, &ledger, &parameters);
    let insured: Vec<i64> = plan.changes.iter().map(|c| c.after.insured).collect();
    assert_eq!(insured, [50_000, 10_000, 40_000], "oldest first over both buyers, 100,000 in all");
    assert_eq!(plan.buyers.iter().map(|b| b.declared).sum::<i64>(), 100_000);
}

#[test]
fn r4_5_a_residual_inherits_and_both_never_hold_more() {
    // 7.6: B 50,000 insured 30,000; residual of 20,000.
    let mut origin =
        item("invoice 2024-01-10 2024-02-09 50000 status=K insured=30000 reported=1@2024-03-31").insurance;
    origin.deadlines.max_term_date = Some(day("2024-05-10"));
    let (residual, kept) = item_inherit(&origin, 20_000);
    assert_eq!((residual.insured, kept.insured), (20_000, 10_000));
    assert_eq!((residual.status, residual.deadlines), (origin.status, origin.deadlines));
    assert_eq!(residual.reporting_status.code(), "1");
    let (residual, kept) = item_inherit(&origin, 45_000);
    assert_eq!((residual.insured, kept.insured), (30_000, 0));
}

#[test]
fn r8_2_kinds_of_items_and_their_signs() {
    let debit: Vec<&str> = ItemKind::ALL.iter().filter(|k| k.is_debit()).map(|k| k.code()).collect();
    assert_eq!(debit, ["invoice", "debit_note", "bill", "cheque"]);
}

#[test]
fn r8_5_the_break_down_is_by_account_and_company_before_floors_and_caps() {
    let policy = policy();
    let buyer = named("2024-01-01 100000", "-");
    let texts = [
        "invoice 2024-01-05 2024-02-04 60000",
        "invoice 2024-01-10 2024-02-09 30000 company=1",
        "credit_note 2024-01-12 2024-01-12 -40000 company=1",
    ];
    let of_buyer = items(&texts);
    let ledger = ledger_of(&policy, &[(&buyer, &of_buyer)], "2024-01-31");
    let parameters = DeclareParameters {
        buyers: BuyerKind::Named,
        key_date: day("2024-01-31"),
        period_start: day("2024-01-01"),
        policy_number: support::POLICY,
    };
    let plan = plan_declaration(&policy, &ledger, &parameters);
    let parts = break_down(&policy, &ledger, &parameters, &plan);
    let shown: Vec<(u16, i64, i64)> =
        parts.iter().map(|p| (p.company, p.brought.receivables, p.brought.credits)).collect();
    assert_eq!(shown, [(0, 60_000, 0), (1, 30_000, 40_000)]);
    assert_eq!(plan.buyers[0].declared, 50_000);
}
