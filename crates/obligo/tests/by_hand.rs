//! What people and events change beside the runs: edit, event, close-day, re-examination, late facts, verify.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "by_hand/house.rs"]
mod house;

use house::{House, add_buyer, add_cover, add_item, add_limit, day, name, of_buyer, of_item};
use obligo::close_day::close_day;
use obligo::edit::{EditRequest, edit};
use obligo::frozen::reverse;
use obligo::late_facts::LateFact;
use obligo::reexamine::{ReexamineRequest, reexamine};
use obligo::verify::verify;
use obligo_rules::codes::{CoverKind, EventKind, InsuranceStatus, ItemKind};
use obligo_rules::edit::ItemEdit;
use obligo_rules::problem::{Problem, ProblemKind};
use obligo_store::{EntryFilter, entries};
use serde_json::{Value, json};

fn to_status(code: &str) -> ItemEdit {
    ItemEdit { status: InsuranceStatus::parse(code), ..ItemEdit::default() }
}

fn refusal(outcome: Result<Value, Problem>) -> (&'static str, ProblemKind) {
    let problem = outcome.unwrap_err();
    (problem.code, problem.kind)
}

#[test]
fn r5_1_an_edit_out_of_bounds_is_refused_and_writes_nothing() {
    let mut house = House::declared();
    house.pay("1", "2024-02-05", 500_000);
    let before = house.entries();
    let follow_up_on = ItemEdit { follow_up_on: Some(Some(day("2024-02-20"))), ..ItemEdit::default() };
    let mut early = ItemEdit::default();
    early.deadlines[2] = Some(Some(day("2024-02-01")));
    // item, insured, what else, refusal
    for (no, insured, change, code, kind) in [
        ("1", "15000.01", ItemEdit::default(), "edit-insured-above-open", ProblemKind::Forbidden),
        ("1", "-1.00", ItemEdit::default(), "edit-insured-below-zero", ProblemKind::Forbidden),
        ("1", "ten", ItemEdit::default(), "edit-amount", ProblemKind::Usage),
        ("1", "1.001", ItemEdit::default(), "edit-amount-decimals", ProblemKind::Usage),
        ("1", "", to_status("M"), "edit-still-insured", ProblemKind::Forbidden),
        ("1", "0.00", to_status("D"), "edit-status-of-other-side", ProblemKind::Forbidden),
        ("2", "", to_status("C"), "edit-status-of-other-side", ProblemKind::Forbidden),
        ("2", "1.00", ItemEdit::default(), "edit-insured-on-credit", ProblemKind::Forbidden),
        ("3", "1.00", ItemEdit::default(), "edit-insured-not-insurable", ProblemKind::Forbidden),
        ("1", "", follow_up_on, "edit-follow-up-date", ProblemKind::Forbidden),
        ("1", "", early, "edit-before-overdue-date", ProblemKind::Forbidden),
        ("9", "", to_status("K"), "item-not-found", ProblemKind::Refused),
    ] {
        assert_eq!(refusal(house.edit(no, insured, change)), (code, kind), "{no} {insured} {change:?}");
    }
    let no_reason =
        EditRequest { item: name("1"), edit: to_status("M"), insured: None, reason: "  ".to_owned() };
    assert_eq!(refusal(edit(&mut house.session, &no_reason)), ("reason-missing", ProblemKind::Usage));
    assert_eq!(house.entries(), before);
    assert_eq!(house.views("2024-01-31")["1"].insured, 2_000_000);
}

#[test]
fn r0_5_an_edit_is_on_record_with_its_reason_and_belongs_to_the_last_final_run() {
    let mut house = House::new();
    house.item("1", ItemKind::Invoice, "1001", "2024-01-10", "2024-03-10", 2_000_000);
    let result = house.edit("1", "", ItemEdit { blocks_new: Some(true), ..ItemEdit::default() }).unwrap();
    assert_eq!(result["key_date"], Value::Null, "no final run yet");
    house.declare("2024-01-31");
    let result = house.edit("1", "5000.00", ItemEdit::default()).unwrap();
    assert_eq!(result["key_date"], "2024-01-31");
    assert_eq!(result["before"], json!({ "insured": "20000.00" }));
    assert_eq!(result["after"], json!({ "insured": "5000.00" }));
    for (as_of, insured) in [("2024-01-30", 0), ("2024-01-31", 500_000), ("2024-02-01", 500_000)] {
        assert_eq!(house.views(as_of)["1"].insured, insured, "{as_of}");
    }
    let last = house.session.read(|tx| Ok(entries(tx, &EntryFilter::default())?.remove(0))).unwrap();
    assert_eq!((last.action.as_str(), last.reason.as_str()), ("edit", "agreed with the insurer"));
    // The same once more changes nothing, nor does a dry run.
    let before = house.entries();
    assert_eq!(house.edit("1", "5000.00", ItemEdit::default()).unwrap()["changed"], false);
    house.session.dry_run = true;
    assert_eq!(house.edit("1", "1.00", ItemEdit::default()).unwrap()["after"]["insured"], "1.00");
    house.session.dry_run = false;
    assert_eq!(house.entries(), before);
    assert_eq!(house.views("2024-01-31")["1"].insured, 500_000);
    assert_eq!(house.findings(), Vec::<String>::new());
}

#[test]
fn r4_1_a_bill_set_to_k_by_hand_is_insured_by_the_next_run() {
    let mut house = House::declared();
    assert_eq!(house.views("2024-01-31")["3"].insurance.status, InsuranceStatus::Manual);
    house.edit("3", "", to_status("K")).unwrap();
    house.declare("2024-02-29");
    assert_eq!(house.views("2024-02-29")["3"].insured, 300_000);
}

#[test]
fn r6_1_r7_6_flags_are_set_and_lifted_by_hand() {
    let mut house = House::declared();
    let follow_up = ItemEdit {
        follow_up: Some(true),
        follow_up_on: Some(Some(day("2024-02-20"))),
        blocks_new: Some(true),
        ..ItemEdit::default()
    };
    house.edit("1", "", follow_up).unwrap();
    let insurance = house.views("2024-01-31")["1"].insurance;
    assert!(insurance.follow_up && insurance.blocks_new);
    assert_eq!(insurance.follow_up_on, Some(day("2024-02-20")));
    house.edit("1", "", ItemEdit { blocks_new: Some(false), ..ItemEdit::default() }).unwrap();
    assert!(!house.views("2024-01-31")["1"].insurance.blocks_new);
}

#[test]
fn r3_9_a_receivable_start_moves_no_date_already_fixed_and_a_date_by_hand_stays() {
    let mut house = House::declared();
    house.item("6", ItemKind::Invoice, "1001", "2024-02-10", "2024-03-10", 100_000);
    let start = ItemEdit { receivable_start: Some(Some(day("2024-01-01"))), ..ItemEdit::default() };
    house.edit("1", "", start).unwrap();
    house.edit("6", "", start).unwrap();
    let mut longer = ItemEdit::default();
    longer.deadlines[0] = Some(Some(day("2024-07-31")));
    house.edit("4", "", longer).unwrap();
    house.declare("2024-02-29");
    let views = house.views("2024-02-29");
    for (no, max_term_date) in [("1", "2024-05-10"), ("6", "2024-05-01"), ("4", "2024-07-31")] {
        assert_eq!(views[no].insurance.deadlines.max_term_date, Some(day(max_term_date)), "{no}");
    }
}

#[test]
fn r8_4_a_run_whose_item_was_edited_is_not_reversed() {
    let mut house = House::declared();
    house.edit("1", "1.00", ItemEdit::default()).unwrap();
    assert_eq!(reverse(&mut house.session, 1, "wrong").unwrap_err().code, "run-items-touched");
}

#[test]
fn r3_6_an_event_fixes_the_dates_that_waited_for_it() {
    let mut house = House::declared();
    house.pay("5", "2024-02-15", 500_000);
    house.item("6", ItemKind::Invoice, "1001", "2024-02-25", "2024-03-25", 100_000);
    // Notice of the whole buyer: one of two bases is known now.
    let result = house.event(EventKind::Notice, of_buyer("1001"), "2024-02-20").unwrap();
    assert_eq!((&result["recorded"], &result["items"]), (&json!(true), &json!(0)));
    // Collection: the later of 20 February + 5 months and 1 March + 150 days; filing 30 days later. Of the branch too;
    // not of item 5, settled before, nor 6, not examined yet.
    let result = house.event(EventKind::Collection, of_buyer("1001"), "2024-03-01").unwrap();
    assert_eq!(result["items"], 4);
    let dates = |house: &mut House, as_of: &str, no: &str| {
        let dates = house.views(as_of)[no].insurance.deadlines;
        (dates.waiting_end, dates.filing_date)
    };
    let fixed = (Some(day("2024-07-29")), Some(day("2024-08-28")));
    for no in ["1", "2", "3", "4"] {
        assert_eq!(dates(&mut house, "2024-03-01", no), fixed, "{no}");
        assert_eq!(dates(&mut house, "2024-02-29", no), (None, None), "{no} the day before");
    }
    assert_eq!(dates(&mut house, "2024-03-01", "5"), (None, None));
    // Insolvency of one item: the earlier filing date counts, the waiting period stays.
    let result = house.event(EventKind::Insolvency, of_item("1"), "2024-03-05").unwrap();
    assert_eq!(
        result["fixed"],
        json!([{ "item": "01/1/invoice", "waiting_end": "2024-07-29", "filing_date": "2024-04-04" }])
    );
    // Once more changes nothing.
    let before = house.entries();
    let again = house.event(EventKind::Insolvency, of_item("1"), "2024-03-05").unwrap();
    assert_eq!((&again["recorded"], &again["items"]), (&json!(false), &json!(0)));
    assert_eq!(house.entries(), before);
    // The next run keeps what events fixed.
    house.declare("2024-03-31");
    assert_eq!(dates(&mut house, "2024-03-31", "4"), fixed);
    assert_eq!(house.findings(), Vec::<String>::new());
}

#[test]
fn r3_9_an_event_recorded_after_a_later_run_shows_from_that_run_on() {
    let mut house = House::declared();
    house.event(EventKind::Insolvency, of_item("1"), "2024-01-20").unwrap();
    for (as_of, filing_date) in [("2024-01-25", None), ("2024-01-31", Some(day("2024-02-19")))] {
        assert_eq!(house.views(as_of)["1"].insurance.deadlines.filing_date, filing_date, "{as_of}");
    }
}

#[test]
fn r1_4_an_event_names_its_target_or_is_refused() {
    let mut house = House::declared();
    // kind, target, refusal
    for (kind, target, code) in [
        (EventKind::Notice, of_buyer("1003"), "account-ambiguous"),
        (EventKind::Notice, of_buyer("9999"), "account-not-found"),
        (EventKind::Notice, of_item("9"), "item-not-found"),
        (EventKind::Protest, of_item("1"), "event-protest-not-a-bill"),
        (EventKind::Protest, of_buyer("1001"), "event-protest-not-a-bill"),
    ] {
        assert_eq!(house.event(kind, target, "2024-02-20").unwrap_err().code, code);
    }
    house.event(EventKind::Protest, of_item("3"), "2024-02-20").unwrap();
}

#[test]
fn r4_7_the_day_end_close_goes_forward_and_marks_expired_bills_once() {
    let mut house = House::declared();
    house.item("7", ItemKind::Bill, "1001", "2024-02-01", "2024-05-01", 700_000);
    // day, newly expired, liability left; bill 3 is due on 12 March
    for (date, expired, liability) in [
        ("2024-03-12", 0, json!({ "EUR": "10000.00" })),
        ("2024-03-13", 1, json!({ "EUR": "7000.00" })),
        ("2024-03-14", 0, json!({ "EUR": "7000.00" })),
    ] {
        let result = close_day(&mut house.session, day(date)).unwrap();
        assert_eq!((&result["expired_bills"], &result["bill_liability"]), (&json!(expired), &liability));
    }
    let before = house.entries();
    let again = close_day(&mut house.session, day("2024-03-14")).unwrap();
    assert_eq!((&again["already_closed"], &again["expired_bills"]), (&json!(true), &json!(0)));
    assert_eq!(house.entries(), before);
    let early = close_day(&mut house.session, day("2024-03-13")).unwrap_err();
    assert_eq!((early.code, early.kind), ("close-day-before-last", ProblemKind::Forbidden));
    assert!(early.facts.contains(&("last_date", "2024-03-14".to_owned())), "{early:?}");
    house.event(EventKind::Protest, of_item("7"), "2024-03-20").unwrap();
    let result = close_day(&mut house.session, day("2024-03-21")).unwrap();
    assert_eq!(result["bill_liability"], json!({}));
}

#[test]
fn r8_6_a_reexamination_works_out_status_and_dates_anew() {
    let mut house = House::declared();
    assert_eq!(house.views("2024-01-31")["5"].insurance.status, InsuranceStatus::TermExceeded);
    // A decision recorded late allows six months: item 5 is K; runs alone would never look at it again.
    house.write(|tx, entry| add_limit(tx, entry, "1001", "2024-01-05", 5_000_000, Some(6)));
    let result = house.reexamine("5", "2024-01-31", false).unwrap();
    assert_eq!(result["items"][0]["before"], json!({ "status": "Z", "max_term_date": "2024-05-14" }));
    assert_eq!(result["items"][0]["after"], json!({ "status": "K", "max_term_date": "2024-07-14" }));
    let before = house.entries();
    assert_eq!(house.reexamine("5", "2024-01-31", false).unwrap()["items"][0]["changed"], false);
    assert_eq!(house.entries(), before);
    house.declare("2024-02-29");
    assert_eq!(house.views("2024-02-29")["5"].insured, 500_000);
    // One month only: no longer K, and still insured.
    house.write(|tx, entry| add_limit(tx, entry, "1001", "2024-02-15", 5_000_000, Some(1)));
    let still = house.reexamine("5", "2024-02-29", false).unwrap_err();
    assert_eq!((still.code, still.kind), ("reexamine-still-insured", ProblemKind::Forbidden));
    house.reexamine("5", "2024-02-29", true).unwrap();
    let view = house.views("2024-02-29")["5"].clone();
    assert_eq!((view.insurance.status, view.insured), (InsuranceStatus::TermExceeded, 0));
    assert_eq!(house.findings(), Vec::<String>::new());
}

#[test]
fn r8_6_a_reexamination_is_refused_where_no_run_would_examine() {
    let mut house = House::declared();
    house.item("8", ItemKind::Invoice, "1003", "2024-01-10", "2024-02-10", 1);
    house.pay("5", "2024-02-15", 500_000);
    for (no, key_date, code) in [
        ("5", "2024-02-29", "reexamine-not-open"),
        ("1", "2024-01-01", "reexamine-not-open"),
        ("8", "2024-02-29", "reexamine-no-cover"),
        ("9", "2024-02-29", "item-not-found"),
    ] {
        assert_eq!(house.reexamine(no, key_date, false).unwrap_err().code, code, "{no}");
    }
    let request = |items, reason: &str| ReexamineRequest {
        items,
        key_date: day("2024-01-31"),
        reason: reason.to_owned(),
        drop_insured: false,
    };
    for (request, code) in
        [(request(vec![name("1")], ""), "reason-missing"), (request(vec![], "why"), "reexamine-no-item")]
    {
        assert_eq!(refusal(reexamine(&mut house.session, &request)), (code, ProblemKind::Usage));
    }
}

fn decision(buyer_id: i64, date: &str) -> LateFact {
    LateFact { buyer_id, policy_id: Some(1), date: day(date), what: "decision" }
}

fn fact<'p>(problem: &'p Problem, name: &str) -> &'p str {
    problem.facts.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| value)
}

#[test]
fn r8_6_a_late_decision_warns_with_what_it_would_have_changed() {
    let mut house = House::declared();
    house.item("6", ItemKind::Invoice, "1001", "2024-02-10", "2024-03-10", 4_000_000);
    house.declare("2024-02-29");
    // 24,000 were insured in January, the credit note frees 1,000: item 6 has 27,000 of 50,000, or all of 70,000.
    let warnings = house.late(&[decision(1, "2024-02-15")], |tx, entry| {
        add_limit(tx, entry, "1001", "2024-02-15", 7_000_000, None);
    });
    let [warning] = warnings.as_slice() else { panic!("{warnings:?}") };
    assert_eq!(warning.code, "warning-late-fact");
    for (name, value) in [
        ("what", "decision"),
        ("date", "2024-02-15"),
        ("account", "1001/0/D"),
        ("policy", "ACR/A"),
        ("run_date", "2024-02-29"),
        ("declared_before", "50000.00"),
        ("declared_after", "63000.00"),
        ("items", "01/6/invoice K 27000.00 → K 40000.00"),
    ] {
        assert_eq!(fact(warning, name), value, "{name}");
    }
}

#[test]
fn r8_6_late_items_count_for_the_main_buyer() {
    let mut house = House::declared();
    let item = |date: &str| LateFact { buyer_id: 2, policy_id: None, date: day(date), what: "item" };
    let warnings = house.late(&[item("2024-01-20"), item("2024-01-21")], |tx, entry| {
        add_item(tx, entry, "6", ItemKind::Invoice, "1002", "2024-01-20", "2024-03-10", 100_000);
        add_item(tx, entry, "7", ItemKind::Invoice, "1002", "2024-01-21", "2024-03-10", 100_000);
    });
    assert_eq!(warnings.len(), 1);
    assert_eq!(fact(&warnings[0], "account"), "1001/0/D");
    assert_eq!(fact(&warnings[0], "date"), "2024-01-20");
    assert_eq!(
        fact(&warnings[0], "items"),
        "01/6/invoice ? 0.00 → K 1000.00; 01/7/invoice ? 0.00 → K 1000.00"
    );
}

#[test]
fn r8_6_what_no_final_run_could_have_known_is_not_late() {
    let mut house = House::new();
    assert_eq!(house.late(&[decision(1, "2024-01-15")], |_, _| ()), []);
    house.declare("2024-01-31");
    assert_eq!(house.late(&[decision(1, "2024-02-01")], |_, _| ()), []);
    assert_eq!(house.late(&[], |_, _| ()), []);
    // Dated on the key date it is late; this one changes nothing.
    let warnings = house.late(&[decision(1, "2024-01-31")], |_, _| ());
    assert_eq!(warnings.iter().map(|w| w.code).collect::<Vec<_>>(), ["warning-late-fact-same"]);
    reverse(&mut house.session, 1, "wrong").unwrap();
    assert_eq!(house.late(&[decision(1, "2024-01-31")], |_, _| ()), [], "the run no longer stands");
}

#[test]
fn r8_6_many_late_facts_are_counted() {
    let mut house = House::new();
    house.declare("2024-01-31");
    let facts: Vec<LateFact> = (5..=255).map(|buyer_id| decision(buyer_id, "2024-01-15")).collect();
    let warnings = house.late(&facts, |tx, entry| {
        for n in 0..251 {
            let account = format!("2{n:03}");
            add_buyer(tx, entry, &account, "0");
            add_cover(tx, entry, &account, CoverKind::Named, None);
            add_limit(tx, entry, &account, "2024-01-15", 100, None);
        }
    });
    assert_eq!(warnings.len(), 22);
    assert_eq!((warnings[20].code, fact(&warnings[20], "count")), ("warning-late-facts-more", "180"));
    assert_eq!((warnings[21].code, fact(&warnings[21], "count")), ("warning-late-facts-not-compared", "51"));
}

#[test]
fn r0_5_verify_finds_what_was_altered_behind_the_door() {
    // what is altered, what is found
    let table = [
        ("UPDATE entry SET payload = '{}' WHERE entry = 7", "chain \"entry 7\""),
        ("UPDATE entry SET payload = '{}' WHERE entry = 7", "run-entry \"run 1\""),
        ("DELETE FROM entry WHERE entry = 7", "chain \"entry 8\""),
        ("UPDATE run SET totals = '{}' WHERE run = 1", "run-hash \"run 1\""),
        ("UPDATE run SET sha256 = 'ab' WHERE run = 1", "run-entry \"run 1\""),
        ("UPDATE run_line SET text = '{}' WHERE run = 1 AND line = 1", "run-hash \"run 1\""),
        ("DELETE FROM run WHERE run = 2", "run-missing \"run 2\""),
        ("UPDATE run SET reversed_entry = 3 WHERE run = 1", "run-reversal \"run 1\""),
        ("UPDATE run SET reversed_entry = NULL WHERE run = 2", "run-reversal \"run 2\""),
        ("UPDATE change SET insured = 7 WHERE change_id = 1", "run-hash \"run 1\""),
        ("UPDATE change SET before_state = 'x' WHERE change_id = 1", "change-state \"item 1\""),
        ("UPDATE change SET before_state = '' WHERE cause = 'edit'", "hand-changes \"entry 8\""),
        ("DELETE FROM change WHERE cause = 'edit'", "hand-changes \"entry 8\""),
        ("UPDATE change SET cause = 'event' WHERE cause = 'edit'", "hand-changes \"entry 8\""),
        ("UPDATE item SET insured = 7 WHERE document_no = '1'", "item-state \"01/1/invoice\""),
        ("UPDATE item SET insured = -7 WHERE document_no = '1'", "insured-below-zero \"01/1/invoice\""),
        ("UPDATE item SET insured = 7 WHERE document_no = '5'", "insured-not-insurable \"01/5/invoice\""),
        ("UPDATE item SET insured = 7 WHERE document_no = '2'", "insured-not-insurable \"01/2/credit_note\""),
        ("UPDATE item SET exclusion_date = 0 WHERE document_no = '1'", "dates \"01/1/invoice\""),
        ("UPDATE item SET amount = -1 WHERE document_no = '1'", "item-sign \"01/1/invoice\""),
        ("UPDATE settlement SET amount = 9999999 WHERE settlement_id = 1", "settled \"01/1/invoice\""),
        ("DELETE FROM item WHERE document_no = '5'", "change-item \"item 5\""),
    ];
    for (sql, expected) in table {
        let mut house = House::declared();
        house.edit("1", "5000.00", ItemEdit::default()).unwrap();
        house.pay("1", "2024-02-05", 100_000);
        house.declare("2024-02-29");
        reverse(&mut house.session, 2, "wrong period").unwrap();
        assert_eq!(house.findings(), Vec::<String>::new());
        house.tamper(sql);
        let findings = house.findings();
        assert!(findings.iter().any(|found| found == expected), "{sql}: {findings:?}");
    }
}

#[test]
fn r0_5_verify_counts_and_tells_how_far_it_is() {
    let mut house = House::declared();
    let mut told = Vec::new();
    let report = verify(&mut house.session, &mut |done, of| told.push((done, of))).unwrap();
    assert_eq!(told, [(10, 10)]);
    for (name, count) in [("entries", 7), ("runs", 1), ("items", 5), ("changes", 5), ("findings_total", 0)] {
        assert_eq!(report[name], count, "{name}");
    }
}
