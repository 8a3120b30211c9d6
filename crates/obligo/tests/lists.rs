//! The lists as of a date, and explanations, over a small store.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "lists/house.rs"]
mod house;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use house::{BALANCE, House, TURNOVER, day, line};
use obligo::buyers::{BuyersRequest, buyers};
use obligo::deadlines::{DUTIES, DeadlinesRequest, deadlines};
use obligo::explain::explain;
use obligo::frozen::reverse;
use obligo::items::{ItemFilter, ItemName, ItemsRequest, items};
use obligo::limits::{LimitsRequest, limits};
use obligo::notification::{NotifyRequest, notify};
use obligo::{reasons, runs};
use obligo_rules::codes::{CoverKind, EventKind, ItemKind};
use obligo_rules::reason::{InsuredReason, StatusReason};
use serde_json::{Value, json};

fn buyer_lines(house: &mut House, as_of: &str) -> (Vec<Value>, Value) {
    let request = BuyersRequest { as_of: day(as_of), known_at: None, policy: None, search: None, all: false };
    let mut lines = Vec::new();
    let summary = buyers(&mut house.session, &request, &mut |line| {
        lines.push(line);
        Ok(())
    });
    (lines, summary.unwrap())
}

fn limit_lines(house: &mut House, as_of: &str, all: bool) -> Vec<Value> {
    let request = LimitsRequest { as_of: day(as_of), known_at: None, policy: None, account: None, all };
    let mut lines = Vec::new();
    limits(&mut house.session, &request, &mut |line| {
        lines.push(line);
        Ok(())
    })
    .unwrap();
    lines
}

fn explained(house: &mut House, item: &str, as_of: &str) -> Value {
    explain(&mut house.session, &ItemName::parse(item).unwrap(), day(as_of), None).unwrap()
}

fn codes<'v>(line: &'v Value, list: &str) -> Vec<&'v str> {
    line[list].as_array().unwrap().iter().map(|reason| reason["code"].as_str().unwrap()).collect()
}

#[test]
fn r2_5_buyers_that_must_be_offered() {
    // WE-58: balance at the month's end for ACR/A from 10,000; turnover of the month for ACR/T from 5,000.
    // account, cover, policy, (posted, amount, settled), must be offered
    type Case = (&'static str, CoverKind, Option<u16>, &'static [(&'static str, &'static str, bool)], bool);
    let table: &[Case] = &[
        ("1", CoverKind::Unnamed, Some(1), &[("2024-03-01", "9999.99", false)], false),
        ("2", CoverKind::Unnamed, Some(1), &[("2024-03-01", "10000.00", false)], true),
        ("3", CoverKind::Unnamed, Some(1), &[("2024-03-01", "10000.00", true)], false),
        ("4", CoverKind::Unnamed, Some(2), &[("2024-03-01", "5000.00", true)], true),
        ("5", CoverKind::Unnamed, Some(2), &[("2024-02-29", "5000.00", false)], false),
        ("6", CoverKind::Named, Some(1), &[("2024-03-01", "50000.00", false)], false),
        ("7", CoverKind::None, None, &[("2024-02-01", "10000.00", false)], true),
        (
            "8",
            CoverKind::None,
            None,
            &[("2024-02-01", "6000.00", false), ("2024-03-05", "4999.99", true)],
            false,
        ),
    ];
    let mut house = House::new("2024-04-02", &[BALANCE, TURNOVER]);
    for (account, kind, policy, items, _) in table {
        house.buyer(account, |_| {});
        if *kind != CoverKind::None {
            house.cover(account, *kind, *policy, |_| {});
        }
        for (n, (posted, amount, settled)) in items.iter().enumerate() {
            let document = format!("{account}-{n}");
            house.invoice(account, &document, (posted, "2024-05-01"), amount);
            if *settled {
                house.settle(&document, "2024-03-20", amount);
            }
        }
    }
    let (lines, summary) = buyer_lines(&mut house, "2024-03-31");
    for (account, _, _, _, expected) in table {
        assert_eq!(line(&lines, "account", account)["must_be_offered"], *expected, "account {account}");
    }
    assert_eq!(summary["must_be_offered"], 3);
    assert_eq!(summary["accounts"], 8);
}

#[test]
fn r4_7_bill_liability_by_mark_and_by_computation() {
    let mut house = House::new("2024-03-10", &[BALANCE]);
    for account in ["1", "2", "3"] {
        house.buyer(account, |buyer| buyer.bill_limit = Some(450_000));
        house.cover(account, CoverKind::Named, Some(1), |_| {});
    }
    house.item("1", ItemKind::Bill, "B1", ("2024-01-05", "2024-03-05"), "5000.00");
    house.item("2", ItemKind::Bill, "B2", ("2024-01-05", "2024-05-05"), "4000.00");
    house.item("3", ItemKind::Bill, "B3", ("2024-01-05", "2024-05-05"), "3000.00");
    house.event("3", "B3", EventKind::Protest, "2024-02-10");
    // as of, liability of 1, 2 and 3, whether mark and computation differ
    let before_close = [
        ("2024-01-04", ["0.00", "0.00", "0.00"], false),
        ("2024-02-09", ["5000.00", "4000.00", "3000.00"], false),
        ("2024-02-10", ["5000.00", "4000.00", "0.00"], false),
        ("2024-03-05", ["5000.00", "4000.00", "0.00"], false),
        ("2024-03-06", ["0.00", "4000.00", "0.00"], false),
        ("2024-03-10", ["5000.00", "4000.00", "0.00"], true),
    ];
    let check = |house: &mut House, table: &[(&str, [&str; 3], bool)]| {
        for (as_of, expected, differs) in table {
            let (lines, summary) = buyer_lines(house, as_of);
            for (account, liability) in ["1", "2", "3"].iter().zip(expected) {
                assert_eq!(
                    line(&lines, "account", account)["bill_liability"],
                    *liability,
                    "{account} {as_of}"
                );
            }
            assert_eq!(line(&lines, "account", "1")["bill_liability_differs"], *differs, "{as_of}");
            assert_eq!(summary["day_close_missing"], *differs, "{as_of}");
        }
    };
    check(&mut house, &before_close);
    let (lines, _) = buyer_lines(&mut house, "2024-02-09");
    assert_eq!(line(&lines, "account", "1")["bill_limit_exceeded"], true);
    assert_eq!(line(&lines, "account", "2")["bill_limit_exceeded"], false);
    house.close_day("2024-03-10");
    check(&mut house, &[("2024-03-10", ["0.00", "4000.00", "0.00"], false)]);
}

#[test]
fn r1_8_the_credit_limit_is_tested_against_balance_and_bills() {
    let mut house = House::new("2024-03-01", &[BALANCE]);
    house.buyer("1", |buyer| buyer.credit_limit = Some(1_000_000));
    house.invoice("1", "I1", ("2024-02-01", "2024-03-01"), "6000.00");
    house.item("1", ItemKind::Bill, "B1", ("2024-02-01", "2024-05-01"), "4000.00");
    let (lines, _) = buyer_lines(&mut house, "2024-02-20");
    // 6,000 + 4,000: the open bill counts once.
    assert_eq!(lines[0]["open"], "10000.00");
    assert_eq!(lines[0]["credit_limit_exceeded"], false);
    house.invoice("1", "I2", ("2024-02-02", "2024-03-02"), "0.01");
    let (lines, summary) = buyer_lines(&mut house, "2024-02-20");
    assert_eq!(lines[0]["credit_limit_exceeded"], true);
    assert_eq!(summary["credit_limit_exceeded"], 1);
    // A bill passed on to the bank is settled and still a liability.
    house.settle("B1", "2024-02-10", "4000.00");
    let (lines, _) = buyer_lines(&mut house, "2024-02-20");
    assert_eq!(
        (lines[0]["open"].as_str(), lines[0]["bill_liability"].as_str()),
        (Some("6000.01"), Some("4000.00"))
    );
    assert_eq!(lines[0]["credit_limit_exceeded"], true);
}

#[test]
fn r1_10_numbers_at_the_insurer_and_r1_6_co_insured_accounts() {
    let mut house = House::new("2024-03-01", &[BALANCE]);
    house.buyer("1", |_| {});
    house.buyer("2", |buyer| buyer.dependent_branch = true);
    house.cover("1", CoverKind::Named, Some(1), |row| {
        (row.risk_number, row.insurance_no, row.user_status) = ("R-77".into(), "N-5".into(), "20".into());
    });
    let main = house.id("1");
    house.cover("2", CoverKind::CoInsured, None, |row| row.cover.co_insured_under = Some(main));
    house.limit("1", "2024-01-01", "10000.00", |_| {});
    house.invoice("1", "I1", ("2024-01-10", "2024-02-10"), "6000.00");
    house.invoice("2", "I2", ("2024-01-11", "2024-02-11"), "3000.00");
    house.item("1", ItemKind::CreditNote, "C1", ("2024-01-12", "2024-01-12"), "-500.00");
    house.declare("2024-01-31");
    let (lines, summary) = buyer_lines(&mut house, "2024-01-31");
    let (main, branch) = (line(&lines, "account", "1"), line(&lines, "account", "2"));
    for (key, expected) in [
        ("risk_number", "R-77"),
        ("insurance_no", "N-5"),
        ("user_status", "20"),
        ("kind", "named"),
        ("insured_sum", "10000.00"),
        ("insured", "9000.00"),
        ("open", "8500.00"),
        ("insurable_open", "9000.00"),
        ("credits", "500.00"),
        ("room", "1500.00"),
    ] {
        assert_eq!(main[key], expected, "{key}");
    }
    assert_eq!(main["co_insured_accounts"], 1);
    for (key, expected) in [
        ("kind", json!("co_insured")),
        ("co_insured_under", json!("1/0/D")),
        ("policy", json!("ACR/A")),
        ("insured_sum", json!(null)),
        ("room", json!(null)),
        ("insured", json!("3000.00")),
        ("open", json!("3000.00")),
    ] {
        assert_eq!(branch[key], expected, "{key}");
    }
    assert_eq!(summary["totals"]["ACR/A"]["insured"], "9000.00");
    assert_eq!(summary["kinds"], json!({ "co_insured": 1, "named": 1 }));
}

#[test]
fn r1_9_a_prospect_is_listed_with_what_was_requested_and_decided() {
    let mut house = House::new("2024-03-01", &[BALANCE]);
    house.buyer("@LE-7", |buyer| buyer.name = "Zukunft GmbH".into());
    house.limit("@LE-7", "2024-01-15", "30000.00", |row| {
        row.decision.response = 5;
        (row.requested_amount, row.requested_on) = (Some(4_000_000), Some(day("2024-01-05")));
    });
    house.limit("@LE-7", "2024-02-10", "", |row| {
        (row.requested_amount, row.requested_on) = (Some(6_000_000), Some(day("2024-02-10")));
    });
    let (lines, _) = buyer_lines(&mut house, "2024-02-20");
    let prospect = line(&lines, "legal_entity", "LE-7");
    for (key, expected) in [
        ("account", json!("")),
        ("prospect", json!(true)),
        ("kind", json!("none")),
        ("limit_amount", json!("30000.00")),
        ("requested_amount", json!("60000.00")),
        ("requested_on", json!("2024-02-10")),
    ] {
        assert_eq!(prospect[key], expected, "{key}");
    }
    let limits = limit_lines(&mut house, "2024-02-20", false);
    assert_eq!(limits.len(), 2);
    assert_eq!(line(&limits, "state", "requested")["legal_entity"], "LE-7");
    assert_eq!(line(&limits, "state", "in force")["recorded_by"], "tester");
}

#[test]
fn r2_1_r2_2_the_states_of_decisions() {
    let mut house = House::new("2024-12-31", &[BALANCE]);
    house.buyer("1", |_| {});
    house.cover("1", CoverKind::Named, Some(1), |_| {});
    let request = |row: &mut obligo_store::limit::LimitRow| row.requested_on = Some(day("2024-01-02"));
    house.limit("1", "2024-01-02", "", request);
    house.limit("1", "2024-01-10", "20000.00", request);
    house.limit("1", "2024-02-01", "50000.00", |row| row.decision.valid_until = Some(day("2024-02-29")));
    house.limit("1", "2024-04-01", "15000.00", |row| row.decision.response = 9);
    house.limit("1", "2024-05-01", "80000.00", |row| row.decision.response = 4);
    house.limit("1", "2024-06-01", "", |row| row.decision.response = 8);
    // key date, states in recorded order
    for (as_of, expected) in [
        ("2024-01-31", ["superseded", "in force", "approved", "reduced", "conditional", "withdrawn"]),
        ("2024-02-15", ["superseded", "superseded", "increased", "reduced", "conditional", "withdrawn"]),
        ("2024-03-01", ["superseded", "in force", "expired", "reduced", "conditional", "withdrawn"]),
        ("2024-05-31", ["superseded", "superseded", "expired", "reduced", "conditional", "withdrawn"]),
        ("2024-06-01", ["superseded", "superseded", "expired", "superseded", "conditional", "withdrawn"]),
    ] {
        let lines = limit_lines(&mut house, as_of, true);
        let states: Vec<&str> = lines.iter().map(|line| line["state"].as_str().unwrap()).collect();
        assert_eq!(states, expected, "{as_of}");
        let in_force = lines.iter().filter(|line| line["in_force"] == true).count();
        assert_eq!(in_force, 1, "{as_of}");
    }
    let current = limit_lines(&mut house, "2024-03-01", false);
    assert_eq!(current.len(), 1, "only what is in force or pending, as of the date: {current:#?}");
}

/// A buyer with a sum of 10,000, three invoices and a run.
fn insured_house() -> House {
    let mut house = House::new("2024-02-01", &[BALANCE]);
    house.buyer("1", |_| {});
    house.cover("1", CoverKind::Named, Some(1), |_| {});
    house.limit("1", "2024-01-01", "10000.00", |row| row.reference = "REF-1".into());
    house.invoice("1", "I1", ("2024-01-05", "2024-02-05"), "6000.00");
    house.invoice("1", "I2", ("2024-01-06", "2024-02-06"), "6000.00");
    house.invoice("1", "I3", ("2024-01-07", "2024-06-07"), "1000.00");
    house.declare("2024-01-31");
    house
}

#[test]
fn r0_6_every_result_explains_itself() {
    let mut house = insured_house();
    let full = explained(&mut house, "01/I1/invoice", "2024-01-31");
    assert_eq!(
        codes(&full, "reasons"),
        [
            "status-within-term",
            "insured-full",
            "date-max-term",
            "date-overdue",
            "date-exclusion",
            "date-non-payment-report",
            "date-collection",
            "date-waiting-end",
            "date-filing",
            "policy-kept"
        ]
    );
    let overdue = &full["reasons"][3];
    assert_eq!(overdue["rule"], "R3.2");
    assert_eq!(overdue["clause"], "§ 9.2");
    assert_eq!(
        overdue["facts"],
        json!({ "date": "2024-03-06", "basis": "net_due", "start": "2024-02-05", "days": "30" })
    );
    assert_eq!(full["buyer"]["decision"]["reference"], "REF-1");
    assert_eq!(full["buyer"]["room"], "0.00");
    assert_eq!(full["history"][0]["run"], 1);
    assert_eq!(full["history"][0]["changes"]["status"], json!({ "before": "?", "after": "K" }));
    assert_eq!(codes(&full, "would_change"), ["change-pay-by"]);

    // C6: 4,000 of 6,000 are insured; 2,000 more sum, or 2,000 settled of I1, insure the rest.
    let border = explained(&mut house, "01/I2/invoice", "2024-01-31");
    assert_eq!(border["reasons"][1]["code"], "insured-border");
    assert_eq!(border["reasons"][1]["rule"], "R5.2");
    let would = codes(&border, "would_change");
    assert_eq!(would, ["change-limit-raised", "change-older-settled", "change-pay-by"]);
    let raised = json!({ "by": "2000.00", "to": "12000.00", "rest": "2000.00", "currency": "EUR" });
    assert_eq!(border["would_change"][0]["facts"], raised);

    let late = explained(&mut house, "01/I3/invoice", "2024-01-31");
    assert_eq!((late["status"].as_str(), late["reasons"][0]["rule"].as_str()), (Some("Z"), Some("R4.2")));
    assert_eq!(late["reasons"][0]["facts"]["days"], "31");
    assert!(codes(&late, "would_change").contains(&"change-terms-shorter"));

    // Between the runs: the payment of I1 shows as what the next run would do, I4 as not examined.
    house.settle("I1", "2024-02-01", "6000.00");
    house.invoice("1", "I4", ("2024-02-01", "2024-03-01"), "1000.00");
    let next = explained(&mut house, "01/I2/invoice", "2024-02-01");
    assert_eq!(next["would_change"][0]["code"], "change-next-run");
    assert_eq!(next["would_change"][0]["facts"]["insured"], "6000.00");
    let fresh = explained(&mut house, "01/I4/invoice", "2024-02-01");
    assert_eq!(fresh["reasons"][0]["code"], "status-not-examined");
    assert_eq!(fresh["would_change"][0]["facts"]["status"], "K");
    let refused =
        explain(&mut house.session, &ItemName::parse("01/I4/invoice").unwrap(), day("2024-01-31"), None);
    assert_eq!(refused.unwrap_err().code, "item-not-posted");
}

#[test]
fn r6_2_a_stop_of_cover_names_what_stops_it() {
    let mut house = insured_house();
    let request = NotifyRequest {
        policy: "ACR/A".into(),
        key_date: day("2024-04-30"),
        scope: obligo_rules::codes::Scope::All,
        exceeding: None,
        repeat_from: None,
        is_final: true,
        known: i64::MAX,
    };
    notify(&mut house.session, &request).unwrap();
    house.limit("1", "2024-05-01", "50000.00", |_| {});
    house.invoice("1", "I5", ("2024-05-02", "2024-06-02"), "500.00");
    let blocked = explained(&mut house, "01/I5/invoice", "2024-05-02");
    assert_eq!(blocked["buyer"]["uncovered_from"], "2024-04-05");
    assert_eq!(blocked["buyer"]["uncovered_by"], json!(["01/I1/invoice"]));
    assert!(codes(&blocked, "would_change").contains(&"change-stop-lifted"));
    let blocking = explained(&mut house, "01/I1/invoice", "2024-05-02");
    assert!(codes(&blocking, "reasons").contains(&"stop-set"));
    assert!(codes(&blocking, "would_change").contains(&"change-settle-this"));
    let (lines, _) = buyer_lines(&mut house, "2024-05-02");
    assert_eq!(lines[0]["uncovered_from"], "2024-04-05");
}

#[test]
fn r5_5_the_projection_shows_the_next_declaration_and_writes_nothing() {
    let mut house = insured_house();
    house.settle("I1", "2024-02-01", "6000.00");
    let insured = |house: &mut House, projected: bool| {
        let as_of = day("2024-02-01");
        let filter = ItemFilter::default();
        let request = ItemsRequest { as_of, known_at: None, all: false, projected, filter };
        let mut found = Vec::new();
        items(&mut house.session, &request, |view, _| {
            found.push((view.document_no.clone(), view.insured, view.projected));
            Ok(())
        })
        .unwrap();
        found
    };
    let item = |no: &str, amount: &str, projected: bool| (no.to_owned(), house::euro(amount), projected);
    assert_eq!(insured(&mut house, true), [item("I2", "6000.00", true), item("I3", "0.00", true)]);
    assert_eq!(insured(&mut house, false), [item("I2", "4000.00", false), item("I3", "0.00", false)]);
}

fn duties(house: &mut House, from: &str, to: &str) -> (Vec<(String, String, String)>, Value) {
    let request = DeadlinesRequest { from: day(from), to: day(to), policy: None, known_at: None };
    let mut found = Vec::new();
    let summary = deadlines(&mut house.session, &request, &mut |line| {
        let text = |key: &str| line[key].as_str().unwrap_or("-").to_owned();
        found.push((text("date"), text("what"), text("document_no")));
        Ok(())
    });
    (found, summary.unwrap())
}

#[test]
fn r3_2_r3_3_r3_4_r3_5_the_calendar_lists_a_deadline_until_it_is_reported() {
    let mut house = insured_house();
    let duty = |date: &str, what: &str, no: &str| (date.to_owned(), what.to_owned(), no.to_owned());
    let (found, summary) = duties(&mut house, "2024-03-01", "2024-04-06");
    let expected = [
        duty("2024-03-06", "overdue", "I1"),
        duty("2024-03-07", "overdue", "I2"),
        duty("2024-04-05", "exclusion", "I1"),
        duty("2024-04-05", "non_payment_report", "I1"),
        duty("2024-04-06", "exclusion", "I2"),
        duty("2024-04-06", "non_payment_report", "I2"),
    ];
    assert_eq!(found, expected);
    assert_eq!(summary["what"]["overdue"]["money"]["EUR"]["insured"], "10000.00");
    // I4 was never examined: its dates are those a run would fix.
    house.invoice("1", "I4", ("2024-02-20", "2024-03-10"), "700.00");
    house.event("1", "I1", EventKind::Collection, "2024-03-02");
    let request = NotifyRequest {
        policy: "ACR/A".into(),
        key_date: day("2024-03-31"),
        scope: obligo_rules::codes::Scope::All,
        exceeding: None,
        repeat_from: None,
        is_final: true,
        known: i64::MAX,
    };
    notify(&mut house.session, &request).unwrap();
    // Reported as overdue: only I4's overdue date of 9 April is left of that kind; I1 is in collection.
    let (found, _) = duties(&mut house, "2024-04-01", "2024-05-06");
    let expected = [
        duty("2024-04-05", "exclusion", "I1"),
        duty("2024-04-05", "non_payment_report", "I1"),
        duty("2024-04-06", "exclusion", "I2"),
        duty("2024-04-06", "non_payment_report", "I2"),
        duty("2024-04-09", "overdue", "I4"),
        duty("2024-05-06", "collection", "I2"),
    ];
    assert_eq!(found, expected);
    let wrong =
        DeadlinesRequest { from: day("2024-02-01"), to: day("2024-01-01"), policy: None, known_at: None };
    assert_eq!(deadlines(&mut house.session, &wrong, &mut |_| Ok(())).unwrap_err().code, "deadlines-period");
}

#[test]
fn r2_2_temporary_limits_show_their_end_in_the_calendar() {
    let mut house = insured_house();
    house.limit("1", "2024-02-01", "20000.00", |row| {
        row.decision.valid_until = Some(day("2024-02-29"));
        row.reference = "REF-2".into();
    });
    let (found, summary) = duties(&mut house, "2024-02-01", "2024-02-29");
    assert_eq!(found, [("2024-02-29".to_owned(), "limit_expiry".to_owned(), "-".to_owned())]);
    assert_eq!(summary["what"]["limit_expiry"]["money"]["EUR"]["insured"], "10000.00");
}

#[test]
fn r8_1_runs_are_listed_and_printed_again_byte_for_byte() {
    let mut house = insured_house();
    let print = |house: &mut House| {
        let mut printed = Vec::new();
        runs::show(&mut house.session, 1, &mut |line| printed.push(line.to_owned())).unwrap();
        printed
    };
    let first = print(&mut house);
    assert!(first.len() == 2 && first[1].contains("\"final\":true"), "{first:?}");
    reverse(&mut house.session, 1, "too early").unwrap();
    assert_eq!(print(&mut house), first);
    let mut lines = Vec::new();
    let summary = runs::list(&mut house.session, Some("ACR/A"), &mut |line| {
        lines.push(line);
        Ok(())
    });
    assert_eq!(summary.unwrap(), json!({ "runs": 1, "reversed": 1 }));
    assert_eq!(lines[0]["actor"], "tester");
    assert_eq!(lines[0]["totals"]["declared"], "10000.00");
    assert_eq!(
        (lines[0]["reversed"].as_bool(), lines[0]["reversed_reason"].as_str()),
        (Some(true), Some("too early"))
    );
    assert_eq!(runs::show(&mut house.session, 9, &mut |_| {}).unwrap_err().code, "run-not-found");
}

const TEXTS: &str = include_str!("../../../locales/en/reasons.ftl");

fn bundle() -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(TEXTS.to_owned()).expect("reasons.ftl is valid Fluent");
    let mut bundle = FluentBundle::new(vec!["en".parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).expect("no message twice");
    bundle
}

#[test]
fn r0_6_every_reason_has_a_text_and_every_text_a_reason() {
    let mut known: Vec<String> = StatusReason::ALL.iter().map(|reason| reason.code().to_owned()).collect();
    known.extend(InsuredReason::ALL.iter().map(|reason| reason.code().to_owned()));
    known.extend(reasons::CODES.iter().chain(obligo::explain::CODES).map(|&code| code.to_owned()));
    known.extend(DUTIES.iter().map(|(what, _)| format!("duty-{}", what.replace('_', "-"))));
    known.sort();
    let mut texts: Vec<String> = TEXTS
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
        .collect();
    texts.sort();
    assert_eq!(texts, known);
}

#[test]
fn r0_6_the_texts_find_their_facts() {
    let mut house = insured_house();
    house.event("1", "I1", EventKind::Insolvency, "2024-02-05");
    let bundle = bundle();
    let check = |reason: &Value| {
        let key = reason["code"].as_str().unwrap();
        let mut arguments = FluentArgs::new();
        for (name, value) in reason["facts"].as_object().unwrap() {
            arguments.set(name.clone(), value.as_str().unwrap().to_owned());
        }
        let pattern = bundle.get_message(key).and_then(|message| message.value()).expect(key);
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        assert!(errors.is_empty(), "{key}: {errors:?} {text}");
    };
    for item in ["01/I1/invoice", "01/I2/invoice", "01/I3/invoice"] {
        let explained = explained(&mut house, item, "2024-02-01");
        for list in ["reasons", "would_change"] {
            explained[list].as_array().unwrap().iter().for_each(check);
        }
    }
    let request = ItemsRequest {
        as_of: day("2024-02-01"),
        known_at: None,
        all: false,
        projected: true,
        filter: ItemFilter::default(),
    };
    let mut count = 0;
    items(&mut house.session, &request, |view, snapshot| {
        let found = reasons::of_item_json(view, snapshot);
        assert!(found.iter().any(|reason| reason["code"] == "projected"));
        found.iter().for_each(check);
        count += 1;
        Ok(())
    })
    .unwrap();
    assert_eq!(count, 3);
}
