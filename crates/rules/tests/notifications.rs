//! The overdue notification (R7): the test vectors RS and DR.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use obligo_rules::codes::Scope;
use obligo_rules::item::Item;
use obligo_rules::policy::{BlockBy, LimitPer, Policy, Waiting, WaitingFrom};
use support::{Notify, day, item, named, notify, policy};

/// Net due 2024-03-15: overdue 2024-04-14, exclusion 2024-05-14 under the policy of these tests.
fn overdue(words: &str) -> Item {
    item(&format!("invoice 2024-01-15 2024-03-15 10000 status=K insured=10000 {words}"))
}

fn reporting(policy: &Policy, item: &Item, ask: Notify<'_>) -> (String, Item) {
    let buyer = named("2024-01-01 50000", "-");
    let (listed, after) = notify(policy, &buyer, std::slice::from_ref(item), ask);
    let shown = match listed.first() {
        Some(line) => format!("{}>{}", line.status_before.code(), line.status_after.code()),
        None => "not listed".into(),
    };
    (shown, after[0].clone())
}

#[test]
fn r7_4_r6_1_reporting_status_and_automatic_block() {
    let policy = policy();
    let mut plain = policy.clone();
    plain.terms.exclusion_days = None;
    plain.terms.max_extension_days = Some(61);
    let mut manual = policy.clone();
    manual.notification.automatic_block = false;
    let mut any = policy.clone();
    any.notification.block_by = BlockBy::Any;
    let uninsured = item("invoice 2024-01-15 2024-03-15 10000 status=K");
    // name, policy, item, key date, before>after, blocks
    let table: [(&str, &Policy, Item, &str, &str, bool); 10] = [
        ("not due", &policy, overdue(""), "2024-04-13", "not listed", false),
        ("RS-1 first", &policy, overdue(""), "2024-04-30", ">1", false),
        ("RS-1 second", &policy, overdue("reported=1@2024-04-30"), "2024-05-31", "1>A", true),
        ("RS-2", &plain, overdue(""), "2024-05-31", ">1", true),
        ("announced by the insurer", &manual, overdue(""), "2024-05-31", ">A", false),
        ("nothing insured", &policy, uninsured.clone(), "2024-05-31", ">A", false),
        ("whatever is insured", &any, uninsured, "2024-05-31", ">A", true),
        ("a status never falls", &policy, overdue("reported=S@2024-04-30"), "2024-05-31", "S>S", true),
        (
            "secured is not reported",
            &policy,
            item("invoice 2024-01-15 2024-03-15 1 status=S"),
            "2024-05-31",
            "not listed",
            false,
        ),
        ("examined first", &policy, item("invoice 2024-01-15 2024-03-15 1"), "2024-04-30", ">1", false),
    ];
    for (name, policy, item, key_date, shown, blocks) in table {
        let (found, after) = reporting(policy, &item, Notify::at(key_date));
        assert_eq!(found, shown, "R7.4 {name}");
        assert_eq!(after.insurance.blocks_new, blocks, "R6.1 {name}");
    }
}

#[test]
fn r7_4_the_counter_rises_for_a_due_follow_up_or_on_every_run() {
    let mut every = policy();
    every.terms.exclusion_days = None;
    let once = every.clone();
    every.notification.repeat_every_final_run = true;
    let at = |key_date, repeat_from| Notify { repeat_from, ..Notify::at(key_date) };
    // name, policy, words, key date, repeat start, before>after, report date, follow-up still set
    let table = [
        ("no follow-up", &once, "reported=1@2024-04-30", "2024-05-31", "-", "1>1", "2024-05-31", false),
        (
            "due",
            &once,
            "reported=1@2024-04-30 follow_up=2024-05-20",
            "2024-05-31",
            "-",
            "1>2",
            "2024-05-31",
            false,
        ),
        (
            "ahead",
            &once,
            "reported=1@2024-04-30 follow_up=2024-06-20",
            "2024-05-31",
            "-",
            "1>1",
            "2024-05-31",
            true,
        ),
        ("every run", &every, "reported=2@2024-04-30", "2024-05-31", "-", "2>3", "2024-05-31", false),
        ("never beyond 3", &every, "reported=3@2024-04-30", "2024-05-31", "-", "3>3", "2024-05-31", false),
        (
            "RS-4 repeat run",
            &every,
            "reported=1@2024-04-30",
            "2024-05-10",
            "2024-04-30",
            "1>1",
            "2024-04-30",
            false,
        ),
        (
            "reported before it",
            &every,
            "reported=1@2024-04-30",
            "2024-05-10",
            "2024-05-01",
            "1>2",
            "2024-05-10",
            false,
        ),
        (
            "start not before",
            &every,
            "reported=1@2024-04-30",
            "2024-05-10",
            "2024-05-10",
            "1>2",
            "2024-05-10",
            false,
        ),
    ];
    for (name, policy, words, key_date, repeat_from, shown, reported, follow_up) in table {
        let (found, after) = reporting(policy, &overdue(words), at(key_date, repeat_from));
        assert_eq!(found, shown, "R7.4 {name}");
        assert_eq!(after.insurance.reported_on, Some(day(reported)), "R7.5 {name}");
        assert_eq!(after.insurance.follow_up, follow_up, "R7.6 {name}");
    }
}

#[test]
fn r7_4_protracted_default_gives_the_letters() {
    let mut policy = policy();
    policy.protracted_default.non_payment_report_days = Some(60);
    policy.protracted_default.collection_days = Some(45);
    policy.protracted_default.waiting =
        vec![Waiting { from: WaitingFrom::NetDue, term: obligo_rules::calendar::Term::Months(6) }];
    // N 2024-05-14, E 2024-05-29, end of waiting 2024-09-15
    for (key_date, scope, shown) in [
        ("2024-05-13", Scope::Default, "not listed"),
        ("2024-05-14", Scope::Default, ">N"),
        ("2024-05-14", Scope::Overdue, ">A"),
        ("2024-05-29", Scope::All, ">E"),
        ("2024-09-15", Scope::All, ">S"),
        ("2024-09-15", Scope::Overdue, ">A"),
    ] {
        let (found, _) = reporting(&policy, &overdue(""), Notify { scope, ..Notify::at(key_date) });
        assert_eq!(found, shown, "R7.4 {key_date} {scope:?}");
    }
}

#[test]
fn r7_3_the_reporting_limit_per_item_or_per_buyer() {
    let amounts = [60_000, 70_000, 150_000];
    let items: Vec<Item> = amounts
        .iter()
        .map(|a| item(&format!("invoice 2024-01-15 2024-03-15 {a} status=K insured={a}")))
        .collect();
    // name, limit, per, listed
    for (name, limit, per, listed) in [
        ("none", None, LimitPer::Item, 3),
        ("DR-1 per item", Some(100_000), LimitPer::Item, 1),
        ("DR-1 per buyer", Some(100_000), LimitPer::Buyer, 3),
        ("exactly", Some(150_000), LimitPer::Item, 1),
        ("buyer exactly", Some(280_000), LimitPer::Buyer, 3),
        ("RS-7 below", Some(280_001), LimitPer::Buyer, 0),
    ] {
        let mut policy = policy();
        policy.notification.limit = limit;
        policy.notification.limit_per = per;
        let buyer = named("2024-01-01 500000", "-");
        let (lines, after) = notify(&policy, &buyer, &items, Notify::at("2024-05-31"));
        assert_eq!(lines.len(), listed, "R7.3 {name}");
        let blocking = after.iter().filter(|i| i.insurance.blocks_new).count();
        assert_eq!(blocking, listed, "R6.1 only what is listed blocks: {name}");
    }
}

#[test]
fn r7_2_amounts_and_the_buyers_open_credits() {
    let items = [
        item("invoice 2024-01-15 2024-03-15 10000 status=K insured=6000"),
        item("credit_note 2024-04-01 2024-04-01 -2000 status=K"),
        item("invoice 2024-04-01 2024-05-01 9000 status=K insured=9000"),
    ];
    let buyer = named("2024-01-01 15000", "-");
    for (exceeding, amount) in [(false, 6_000), (true, 10_000)] {
        let ask = Notify { exceeding, ..Notify::at("2024-04-30") };
        let (lines, _) = notify(&policy(), &buyer, &items, ask);
        let shown: Vec<(bool, i64)> = lines.iter().map(|l| (l.credit, l.amount)).collect();
        assert_eq!(shown, [(false, amount), (true, -2_000)], "R7.2 exceeding {exceeding}");
    }
    let (lines, _) = notify(&policy(), &buyer, &items[1..], Notify::at("2024-04-30"));
    assert!(lines.is_empty(), "R7.2 credits alone are not listed");
}
