//! Deadlines of an item (R3): the test vectors DL and the worked examples on dates.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use obligo_rules::calendar::Term;
use obligo_rules::codes::ItemKind;
use obligo_rules::deadline::{deadlines_of, max_term};
use obligo_rules::policy::{DeadlineReached, OverdueBasis, Waiting, WaitingFrom};
use support::{day, day_opt, decisions_of, item, policy};

#[test]
fn r3_1_r3_2_r3_3_maximum_term_overdue_and_exclusion_dates() {
    // name | item | term | basis | extension | exclusion | max term date | overdue | exclusion date
    let table = "
        DL-1  | invoice 2024-01-15 2024-03-15 1 | 4 M  | net_due  | -  | -  | 2024-05-15 | 2024-03-15 | 2024-03-15
        DL-3  | invoice 2023-10-31 2023-12-01 1 | 4 M  | max_term | -  | -  | 2024-02-29 | 2024-02-29 | 2024-02-29
        DL-5  | invoice 2024-01-15 2024-03-15 1 | 4 M  | max_term | -  | -  | 2024-05-15 | 2024-05-15 | 2024-05-15
        DL-6  | invoice 2024-01-15 2024-03-15 1 | 4 M  | net_due  | 30 | -  | 2024-05-15 | 2024-04-14 | 2024-04-14
        DL-7  | invoice 2024-01-15 2024-03-15 1 | 4 M  | max_term | 30 | -  | 2024-05-15 | 2024-06-14 | 2024-06-14
        DL-8  | invoice 2024-01-15 2024-03-15 1 | 4 M  | net_due  | 30 | 30 | 2024-05-15 | 2024-04-14 | 2024-05-14
        DL-9  | invoice 2024-01-15 2024-03-15 1 | 4 M  | max_term | 30 | 30 | 2024-05-15 | 2024-06-14 | 2024-07-14
        DL-10 | invoice 2024-01-15 2024-03-15 1 | 4 M  | max_term | -  | -  | 2024-05-15 | 2024-05-15 | 2024-05-15
        WE-20 | invoice 2025-03-01 2025-03-31 1 | 60 D | net_due  | 60 | 30 | 2025-04-30 | 2025-05-30 | 2025-06-29
        WE-20b| invoice 2025-03-01 2025-03-31 1 | 60 D | max_term | 60 | 30 | 2025-04-30 | 2025-06-29 | 2025-07-29
        WE-23 | invoice 2025-03-01 2025-03-31 1 | 60 D | net_due  | 60 | 30 | 2025-04-30 | 2025-05-30 | 2025-06-29
        start | invoice 2024-03-20 2024-05-20 1 start=2024-01-10 | 4 M | max_term | - | - | 2024-05-10 | 2024-05-10 | 2024-05-10";
    for row in rows(table) {
        let mut policy = policy();
        policy.terms.overdue_basis =
            if row[3] == "net_due" { OverdueBasis::NetDue } else { OverdueBasis::MaxTerm };
        policy.terms.max_extension_days = row[4].parse().ok();
        policy.terms.exclusion_days = row[5].parse().ok();
        let dates = deadlines_of(&policy, term(row[2]), &item(row[1]));
        assert_eq!(dates.max_term_date, Some(day(row[6])), "R3.1 {}", row[0]);
        assert_eq!(dates.overdue_date, Some(day(row[7])), "R3.2 {}", row[0]);
        assert_eq!(dates.exclusion_date, Some(day(row[8])), "R3.3 {}", row[0]);
    }
}

#[test]
fn r3_1_the_term_is_the_decisions_for_the_kind_then_the_policys() {
    // decision | kind | value-dated | policy's bills, value-dated | term in months
    let table = "
        -                            | invoice | no  | - - | 4
        2024-01-01 50000 months=2    | invoice | no  | - - | 2
        2024-01-01 50000 months=2    | bill    | no  | - - | 4
        2024-01-01 50000 months=2    | bill    | no  | 6 - | 6
        2024-01-01 50000 bills=5     | bill    | no  | 6 - | 5
        2024-01-01 50000 months=2    | invoice | yes | - 8 | 8
        2024-01-01 50000 months=2    | invoice | yes | - - | 4";
    for row in rows(table) {
        let decisions = if row[0] == "-" { Vec::new() } else { decisions_of(row[0]) };
        let mut policy = policy();
        let mut terms = row[3].split(' ').map(|n| n.parse().ok().map(Term::Months));
        policy.terms.max_bills = terms.next().flatten();
        policy.terms.max_value_dated = terms.next().flatten();
        let kind = ItemKind::parse(row[1]).unwrap();
        let found = max_term(&policy, decisions.first(), kind, row[2] == "yes");
        assert_eq!(found, Term::Months(row[4].parse().unwrap()), "DL-4, DL-12: {row:?}");
    }
}

#[test]
fn r3_1_a_bill_starts_at_the_oldest_receivable_it_settled() {
    let mut policy = policy();
    policy.terms.max_bills = Some(Term::Months(6));
    let bill = item("bill 2024-03-20 2024-06-20 1 start=2024-01-10");
    let dates = deadlines_of(&policy, Term::Months(6), &bill);
    assert_eq!(dates.max_term_date, Some(day("2024-07-10")), "DL-12");
}

#[test]
fn r3_4_to_r3_7_protracted_default() {
    // name | report | collection | waiting | filing | notice, collection, insolvency | N, E, end of waiting, filing
    let table = "
        DL-11 | 60 | 30 | net_due 6 M                 | 30 | - - -                   | 2024-05-14 2024-05-14 2024-09-15 2024-10-15
        DL-11d| 60 | 30 | net_due 180 D               | 30 | - - -                   | 2024-05-14 2024-05-14 2024-09-11 2024-10-11
        none  | -  | -  | -                           | 30 | - - -                   | - - - -
        notice| -  | -  | notice 150 D                | 30 | - - -                   | - - - -
        given | -  | -  | notice 150 D                | 30 | 2024-06-01 - -          | - - 2024-10-29 2024-11-28
        latest| -  | -  | net_due 6 M, collection 3 M | 30 | - 2024-07-01 -          | - - 2024-10-01 2024-10-31
        insolv| -  | -  | net_due 6 M                 | 30 | - - 2024-04-20          | - - 2024-09-15 2024-05-20
        late  | -  | -  | net_due 6 M                 | 30 | - - 2024-12-20          | - - 2024-09-15 2024-10-15
        only  | -  | -  | -                           | 30 | - - 2024-04-20          | - - - 2024-05-20";
    for row in rows(table) {
        let mut policy = policy();
        let default = &mut policy.protracted_default;
        default.non_payment_report_days = row[1].parse().ok();
        default.collection_days = row[2].parse().ok();
        default.filing_days = row[4].parse().ok();
        default.waiting = row[3].split(", ").filter(|base| *base != "-").map(waiting).collect();
        let mut invoice = item("invoice 2024-01-15 2024-03-15 1");
        let events: Vec<_> = row[5].split(' ').map(day_opt).collect();
        invoice.events.notice = events[0];
        invoice.events.collection = events[1];
        invoice.events.insolvency = events[2];
        let dates = deadlines_of(&policy, Term::Months(4), &invoice);
        let found =
            [dates.non_payment_report_date, dates.collection_date, dates.waiting_end, dates.filing_date];
        let expected: Vec<_> = row[6].split(' ').map(day_opt).collect();
        assert_eq!(found.as_slice(), expected.as_slice(), "{}", row[0]);
    }
}

#[test]
fn r3_8_base_period_end() {
    for (days, expected) in [(90, "2024-04-14"), (120, "2024-05-14"), (180, "2024-07-13")] {
        let mut policy = policy();
        policy.declaration.base_period_days = Some(days);
        let dates = deadlines_of(&policy, Term::Months(4), &item("invoice 2024-01-15 2024-03-15 1"));
        assert_eq!(dates.base_period_end, Some(day(expected)), "DL-13 {days}");
    }
}

#[test]
fn r0_3_a_deadline_is_reached_on_its_day_or_after_it() {
    for (switch, key_date, reached) in [
        (DeadlineReached::On, "2024-04-13", false),
        (DeadlineReached::On, "2024-04-14", true),
        (DeadlineReached::After, "2024-04-14", false),
        (DeadlineReached::After, "2024-04-15", true),
    ] {
        assert_eq!(switch.is_reached(day("2024-04-14"), day(key_date)), reached, "{switch:?} {key_date}");
    }
}

fn rows(table: &str) -> Vec<Vec<&str>> {
    table.lines().filter(|l| !l.trim().is_empty()).map(|l| l.split('|').map(str::trim).collect()).collect()
}

fn term(text: &str) -> Term {
    let (n, unit) = text.split_once(' ').unwrap();
    if unit == "M" { Term::Months(n.parse().unwrap()) } else { Term::Days(n.parse().unwrap()) }
}

fn waiting(text: &str) -> Waiting {
    let (from, length) = text.split_once(' ').unwrap();
    let from = match from {
        "net_due" => WaitingFrom::NetDue,
        "overdue" => WaitingFrom::Overdue,
        "notice" => WaitingFrom::Notice,
        _ => WaitingFrom::Collection,
    };
    Waiting { from, term: term(length) }
}
