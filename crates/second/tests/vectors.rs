//! The acceptance vectors derived from the public documentation, where they agree with the rules: sums, dates, statuses.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{Book, POLICY, account, date_text, day, keyed};
use obligo_second::{Edit, ItemKind};

#[test]
fn r3_deadlines_dl_1_to_10() {
    let rows = [
        // terms, document date, days net, decision's months, status, MPT, overdue, exclusion
        ("", "2024-01-15", 60, "", 'K', "2024-05-15", "2024-03-15", "2024-03-15"),
        ("", "2024-01-15", 150, "", 'Z', "2024-05-15", "2024-06-13", "2024-06-13"),
        ("", "2023-10-31", 30, "", 'K', "2024-02-29", "2023-11-30", "2023-11-30"),
        ("", "2024-01-15", 60, "2", 'K', "2024-03-15", "2024-03-15", "2024-03-15"),
        (
            "[terms]\noverdue_basis = \"max_term\"",
            "2024-01-15",
            60,
            "",
            'K',
            "2024-05-15",
            "2024-05-15",
            "2024-05-15",
        ),
        (
            "[terms]\nmax_extension_days = 30",
            "2024-01-15",
            60,
            "",
            'K',
            "2024-05-15",
            "2024-04-14",
            "2024-04-14",
        ),
        (
            "[terms]\noverdue_basis = \"max_term\"\nmax_extension_days = 30",
            "2024-01-15",
            60,
            "",
            'K',
            "2024-05-15",
            "2024-06-14",
            "2024-06-14",
        ),
        (
            "[terms]\nmax_extension_days = 30\nexclusion_days = 30",
            "2024-01-15",
            60,
            "",
            'K',
            "2024-05-15",
            "2024-04-14",
            "2024-05-14",
        ),
        (
            "[terms]\noverdue_basis = \"max_term\"\nmax_extension_days = 30\nexclusion_days = 30",
            "2024-01-15",
            60,
            "",
            'K',
            "2024-05-15",
            "2024-06-14",
            "2024-07-14",
        ),
    ];
    for (n, (terms, date, days, months, status, max_term, overdue, exclusion)) in rows.into_iter().enumerate()
    {
        let mut book = Book::new("named", terms);
        let limit =
            format!("policy,account,valid_from,amount,max_term_months\nACR/A,100,2023-01-01,50000,{months}");
        book.import("limits", &limit);
        book.invoice("1", date, days, "1000");
        book.declare("2024-01-31");
        let view = book.view("1");
        assert_eq!(view.status, status, "row {n}");
        let dates = [view.dates.max_term, view.dates.overdue, view.dates.exclusion].map(date_text);
        assert_eq!(dates, [max_term, overdue, exclusion], "row {n}");
    }
}

#[test]
fn r3_4_to_r3_7_dl_11() {
    for (waiting, waiting_end, filing) in
        [("months = 6", "2024-09-15", "2024-10-15"), ("days = 180", "2024-09-11", "2024-10-11")]
    {
        let terms = format!(
            "[default]\nnon_payment_report_days = 60\ncollection_days = 90\nfiling_days = 30\n\
             waiting = [{{ from = \"net_due\", {waiting} }}]"
        );
        let mut book = Book::named(&terms, "2023-01-01", "50000");
        book.invoice("1", "2024-01-15", 60, "1000");
        book.declare("2024-01-31");
        let d = book.view("1").dates;
        let dates = [d.non_payment_report, d.collection, d.waiting_end, d.filing].map(date_text);
        assert_eq!(dates, ["2024-05-14", "2024-06-13", waiting_end, filing]);
    }
}

#[test]
fn r3_1_bill_dl_12() {
    let mut book = Book::named("[terms]\nbills_max_term_months = 6", "2023-01-01", "50000");
    book.invoice("1", "2024-01-10", 30, "1000");
    book.invoice("2", "2024-02-05", 30, "1000");
    book.item("bill", "B", "2024-03-20", 60, "2000");
    let settled = "company,document_no,kind,date,amount,method,reference\n\
                   1,1,invoice,2024-03-20,1000,bill,B\n1,2,invoice,2024-03-20,1000,bill,B";
    book.import("settlements", settled);
    book.declare("2024-03-31");
    assert_eq!(date_text(book.view("B").dates.max_term), "2024-07-10");
    assert_eq!(book.status("B"), 'M');
}

#[test]
fn r3_8_base_period_dl_13() {
    for (days, expected) in [(90, "2024-04-14"), (120, "2024-05-14"), (180, "2024-07-13")] {
        let mut book =
            Book::named(&format!("[declaration]\nbase_period_days = {days}"), "2023-01-01", "50000");
        book.invoice("1", "2024-01-15", 30, "1000");
        book.declare("2024-01-31");
        assert_eq!(date_text(book.view("1").dates.base_end), expected);
    }
}

#[test]
fn r2_3_agency_report_dl_14_un_1() {
    for (months, day_in, day_out) in
        [(12, "2024-05-15", "2024-05-16"), (24, "2025-05-15", "2025-05-16"), (12, "2024-04-30", "2024-05-31")]
    {
        let terms = format!("[unnamed]\noffering_threshold = 10000\nagency_report_months = {months}");
        let mut book = Book::new("unnamed", &terms);
        book.import("evidence", "account,kind,date,positive\n100,agency_report,2023-05-15,true");
        for (date, expected) in [(day_in, 1_000_000), (day_out, 0)] {
            let result = book.world.declare(POLICY, day(date), false, false).unwrap();
            assert_eq!(result.lines[0].insured_sum, expected, "{months} {date}");
        }
    }
}

#[test]
fn r4_4_existing_receivables_dl_15() {
    let terms = "valid_from = 2024-01-01\n[existing]\nmax_age_months_at_start = 3";
    let mut book = Book::named(terms, "2023-01-01", "50000");
    book.invoice("1", "2023-09-30", 30, "1000");
    book.invoice("2", "2023-10-01", 30, "1000");
    book.declare("2024-01-31");
    assert_eq!((book.status("1"), book.status("2")), ('O', 'K'));
}

const EXPERIENCE: &str = "[unnamed]\nexperience_lookback_months = 12\nexperience_validity_months = 12\n\
    experience = [{ up_to = 10000, deliveries = 5, turnover = 20000 }, \
    { up_to = 6000, deliveries = 3, turnover = 9000 }, { up_to = 3000, deliveries = 2 }]";

fn experienced(valid_until: &str) -> Book {
    let mut book = Book::new("unnamed", EXPERIENCE);
    let rows = format!(
        "account,kind,date,positive,category,valid_until\n\
         100,payment_experience,2023-06-30,true,2,{valid_until}"
    );
    book.import("evidence", &rows);
    book
}

#[test]
fn r2_4_payment_experience_un_2_un_3_dl_16() {
    let mut book = experienced("2024-06-30");
    for n in 1..=3 {
        book.invoice(&n.to_string(), &format!("2024-0{n}-10"), 30, "4000");
        book.pay(&n.to_string(), &format!("2024-0{n}-20"), "4000");
    }
    assert_eq!(
        book.world.declare(POLICY, day("2024-05-31"), false, false).unwrap().totals.insured_sum,
        600_000
    );
    // A preview renews nothing; the final run does, until 2025-07-31.
    for final_run in [false, true] {
        let result = book.world.declare(POLICY, day("2024-07-31"), false, final_run).unwrap();
        assert_eq!(result.totals.insured_sum, 600_000);
        let renewed = book.world.evidence.iter().filter(|e| e.renewed_by.is_some()).count();
        assert_eq!(renewed, usize::from(final_run));
    }
    assert_eq!(book.world.evidence.last().unwrap().valid_until, Some(day("2025-07-31")));
    // DL-16: expired the day before.
    let mut book = experienced("2024-06-29");
    for n in 1..=3 {
        book.invoice(&n.to_string(), &format!("2024-0{n}-10"), 30, "4000");
        book.pay(&n.to_string(), &format!("2024-0{n}-20"), "4000");
    }
    book.declare_as("2024-06-30", false);
    assert_eq!(book.world.evidence.last().unwrap().valid_until, Some(day("2025-06-30")));
}

#[test]
fn r2_4_never_a_first_one_and_not_without_duly_paid_deliveries() {
    let mut book = experienced("2024-06-30");
    for n in 1..=3 {
        book.invoice(&n.to_string(), &format!("2024-0{n}-10"), 5, "4000");
        book.pay(&n.to_string(), &format!("2024-0{n}-20"), "4000");
    }
    assert_eq!(book.declare_as("2024-07-31", false).insured_sum, 0);
    let mut book = Book::new("unnamed", EXPERIENCE);
    book.invoice("1", "2024-01-10", 30, "50000");
    assert_eq!(book.declare_as("2024-07-31", false).insured_sum, 0);
}

#[test]
fn r2_3_recommended_limit_un_4() {
    for (limit, expected) in [("1", 0), ("1.01", 101), ("5000", 500_000), ("9000", 600_000)] {
        let mut book = experienced("2024-06-30");
        let row = format!(
            "account,policy,kind,valid_from,recommended_limit,recommended_from\n\
             100,ACR/A,unnamed,2023-02-01,{limit},2024-05-01"
        );
        book.import("covers", &row);
        for (date, sum) in [("2024-04-30", 600_000), ("2024-05-31", expected)] {
            let result = book.world.declare(POLICY, day(date), false, false).unwrap();
            assert_eq!(result.totals.insured_sum, sum, "{limit} {date}");
        }
    }
}

#[test]
fn r2_5_offering_un_5() {
    for (amount, expected) in [("10000", true), ("9999.99", false)] {
        let mut book = Book::new("unnamed", "[unnamed]\noffering_threshold = 10000");
        book.invoice("1", "2024-01-10", 30, amount);
        let buyer = book.world.buyers[&account("100")].clone();
        assert_eq!(book.world.must_be_offered(&buyer, POLICY, day("2024-01-31")).unwrap(), expected);
    }
}

#[test]
fn r4_2_st_1_st_2_st_7() {
    let mut book = Book::named("", "2024-01-01", "50000");
    book.invoice("1", "2024-01-10", 30, "40000");
    book.invoice("2", "2024-01-11", 30, "10000");
    book.invoice("3", "2024-01-12", 30, "5000");
    assert_eq!((book.status("1"), book.view("1").insured), ('?', 0));
    book.declare("2024-01-31");
    for (number, insured) in [("1", 40_000), ("2", 10_000), ("3", 0)] {
        assert_eq!((book.status(number), book.insured(number, "2024-01-31")), ('K', insured));
    }
    book.pay("1", "2024-02-05", "40000");
    book.declare("2024-02-29");
    assert_eq!(book.insured("3", "2024-02-29"), 5_000);
}

#[test]
fn r4_2_zero_limit_st_3() {
    let mut book = Book::named("", "2024-01-01", "0");
    book.invoice("1", "2024-01-10", 30, "5000");
    book.declare("2024-01-31");
    assert_eq!(book.status("1"), 'I');
    book.limit("2024-02-10", "20000");
    book.declare("2024-02-29");
    assert_eq!((book.status("1"), book.insured("1", "2024-02-29")), ('K', 5_000));
    assert_eq!(book.view_at("1", "2024-01-31").status, 'I');
}

#[test]
fn r4_3_after_cancellation_st_4_st_5() {
    let mut book = Book::named("", "2024-01-01", "50000");
    book.limit("2024-03-01", "0");
    book.invoice("0", "2024-02-20", 30, "7000");
    book.declare("2024-02-29");
    book.invoice("1", "2024-03-05", 30, "5000");
    book.item("credit_note", "2", "2024-03-06", 0, "-500");
    assert_eq!(book.declare("2024-03-31").declared, 700_000);
    assert_eq!((book.status("1"), book.status("2")), ('C', 'D'));
    book.limit("2024-04-01", "50000");
    book.declare("2024-04-30");
    assert_eq!((book.status("0"), book.status("1"), book.status("2")), ('K', 'C', 'D'));
    assert_eq!(book.insured("0", "2024-04-30"), 7_000);
}

#[test]
fn r4_2_bill_and_term_st_6_st_8() {
    let mut book = Book::named("", "2024-01-01", "50000");
    book.item("bill", "1", "2024-01-10", 30, "5000");
    book.invoice("2", "2024-01-10", 150, "5000");
    book.declare("2024-01-31");
    assert_eq!((book.status("1"), book.status("2"), book.view("1").insured), ('M', 'Z', 0));
    let to_k = Edit { status: Some('K'), ..Edit::default() };
    book.world.edit(&keyed("1", ItemKind::Bill), &to_k).unwrap();
    let line = book.declare("2024-02-29");
    assert_eq!((line.bills, line.receivables, book.status("2")), (500_000, 0, 'Z'));
}
