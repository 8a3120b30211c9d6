//! The borders of R4 to R8: the day itself, the sum 0, the exceptions a rule names.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{Book, POLICY, day, told};
use obligo_second::Scope;

const CREDIT_TERM: &str = "[terms]\noverdue_basis = \"max_term\"";

/// An insured invoice of 5,000 dated 15 January, overdue and excluded on 15 May.
fn overdue(terms: &str) -> Book {
    let mut book = Book::named(&format!("{CREDIT_TERM}\n{terms}"), "2024-01-01", "50000");
    book.invoice("1", "2024-01-15", 60, "5000");
    book.declare("2024-01-31");
    book
}

#[test]
fn r6_2_items_dated_on_the_day_itself_are_not_blocked() {
    let mut book = overdue("");
    book.invoice("2", "2024-05-15", 30, "1000");
    book.invoice("3", "2024-05-16", 30, "1000");
    book.item("credit_note", "C", "2024-05-16", 0, "-700");
    book.notify("2024-05-31");
    let line = book.declare("2024-05-31");
    assert_eq!((line.credits, line.declared), (0, 600_000));
}

#[test]
fn r8_2_blocked_items_count_with_their_insured_amount_where_exceeding_amounts_are_reported() {
    let mut book = overdue("[declaration]\nexceeding_amounts = true");
    book.limit("2024-05-01", "6000");
    book.invoice("2", "2024-05-10", 30, "4000");
    book.invoice("3", "2024-05-16", 30, "2000");
    book.notify("2024-05-31");
    assert_eq!(book.declare("2024-05-31").declared, 900_000);
}

#[test]
fn r6_2_the_setting_takes_the_maximum_term_date() {
    let terms = "exclusion_days = 30\n[stop]\nuncovered_from = \"max_term\"";
    let mut book = overdue(terms);
    book.notify("2024-06-14");
    assert_eq!(book.uncovered("2024-06-14").as_deref(), Some("2024-05-15"));
}

#[test]
fn r6_1_which_listed_items_block() {
    for (notification, blocks) in [
        ("", [true, false]),
        ("block_by = \"any\"", [true, true]),
        ("automatic_block = false", [false, false]),
    ] {
        let terms = format!("{CREDIT_TERM}\n[notification]\n{notification}");
        let mut book = Book::named(&terms, "2024-01-01", "5000");
        book.invoice("1", "2024-01-15", 60, "5000");
        book.invoice("2", "2024-01-16", 60, "5000");
        book.declare("2024-01-31");
        book.notify("2024-05-31");
        assert_eq!([book.view("1").blocks_new, book.view("2").blocks_new], blocks, "{notification}");
    }
}

#[test]
fn r0_3_reached_on_the_day_or_after_it() {
    for (switch, on_the_day) in [("", vec!["1 -1"]), ("deadline_reached = \"after\"", vec![])] {
        let mut book = overdue(switch);
        assert_eq!(told(&book.notify("2024-05-15")), on_the_day);
        assert_eq!(book.notify("2024-05-16").len(), 1);
    }
}

#[test]
fn r7_4_a_repeat_start_on_the_key_date_is_ignored() {
    let mut book = overdue("[notification]\nrepeat_every_final_run = true");
    book.notify("2024-05-31");
    for (start, line) in [("2024-05-31", "1 12"), ("2024-05-30", "1 11")] {
        let key_date = day("2024-05-31");
        let preview = book.world.notify(POLICY, key_date, Scope::All, Some(day(start)), None, false).unwrap();
        assert_eq!(told(&preview.lines), [line]);
    }
}

#[test]
fn r7_4_the_counter_ends_at_3() {
    let mut book = overdue("[notification]\nrepeat_every_final_run = true");
    for (date, line) in
        [("2024-05-31", "1 -1"), ("2024-06-30", "1 12"), ("2024-07-31", "1 23"), ("2024-08-31", "1 33")]
    {
        assert_eq!(told(&book.notify(date)), [line]);
    }
}

#[test]
fn r7_2_amount_shown_with_and_without_exceeding_amounts() {
    let mut book = Book::named(CREDIT_TERM, "2024-01-01", "3000");
    book.invoice("1", "2024-01-15", 60, "5000");
    book.declare("2024-01-31");
    for (exceeding, amount) in [(None, 300_000), (Some(false), 300_000), (Some(true), 500_000)] {
        let result =
            book.world.notify(POLICY, day("2024-05-31"), Scope::All, None, exceeding, false).unwrap();
        let line = &result.lines[0];
        assert_eq!((line.open, line.insured, line.amount), (500_000, 300_000, amount));
    }
}

#[test]
fn r5_4_with_the_sum_0_credits_lift_nothing() {
    for (limit, insured) in [("0", 1_000), ("0.01", 4_000)] {
        let mut book = Book::named("", "2024-01-01", "3000");
        book.invoice("1", "2024-01-15", 30, "6000");
        book.invoice("2", "2024-01-16", 30, "9000");
        book.item("credit_note", "C", "2024-01-17", 0, "-4000");
        book.declare("2024-01-31");
        assert_eq!(book.insured("2", "2024-01-31"), 1_000);
        book.pay("1", "2024-02-10", "6000");
        book.limit("2024-02-15", limit);
        book.declare("2024-02-29");
        assert_eq!(book.insured("2", "2024-02-29"), insured, "{limit}");
    }
}

#[test]
fn r5_2_ties_are_broken_by_due_date_then_number_as_text() {
    let mut book = Book::named("", "2024-01-01", "3000");
    for (number, days) in [("9", 30), ("10", 30), ("8", 29), ("1", 31)] {
        book.invoice(number, "2024-01-15", days, "1000");
    }
    book.limit("2024-01-01", "2000");
    book.declare("2024-01-31");
    let insured = ["9", "10", "8", "1"].map(|n| book.insured(n, "2024-01-31"));
    assert_eq!(insured, [0, 1_000, 1_000, 0]);
}

#[test]
fn r5_2_items_of_an_account_whose_cover_has_ended_do_not_rise() {
    let mut book = Book::named("", "2024-01-01", "5000");
    book.import("buyers", "account,branch,account_type,country,dependent_branch\n101,0,D,DE,true");
    let cover =
        "account,kind,valid_from,valid_until,co_insured_under\n101,co_insured,2023-01-01,2024-02-15,100/0/D";
    book.import("covers", cover);
    book.import(
        "items",
        "company,document_no,kind,account,document_date,net_due_date,amount\n1,2,invoice,101,2024-01-10,2024-02-10,7000",
    );
    assert_eq!(book.declare("2024-01-31").declared, 500_000);
    book.limit("2024-02-01", "9000");
    assert_eq!(book.declare("2024-02-29").declared, 500_000);
}

#[test]
fn r4_5_the_origin_gives_up_what_the_residual_takes() {
    let mut book = Book::named("", "2024-01-01", "50000");
    book.invoice("B", "2024-01-11", 30, "50000");
    book.declare("2024-01-31");
    book.import(
        "items",
        "company,document_no,kind,account,document_date,net_due_date,amount,origin\n\
         1,B2,invoice,100,2024-02-15,2024-03-20,20000,1/B/invoice",
    );
    book.pay("B", "2024-02-15", "10000");
    assert_eq!((book.insured("B", "2024-02-15"), book.insured("B2", "2024-02-15")), (30_000, 20_000));
}

#[test]
fn r8_3_turnover_counts_a_document_once_and_a_preview_repeats_its_period() {
    let mut book = Book::named("[declaration]\nprocedure = \"turnover\"", "2024-01-01", "50000");
    book.invoice("B", "2024-01-11", 30, "5000");
    assert_eq!(book.declare("2024-01-31").turnover, 500_000);
    let again = book.world.declare(POLICY, day("2024-01-31"), true, false).unwrap();
    assert_eq!(again.totals.turnover, 500_000);
    book.import(
        "items",
        "company,document_no,kind,account,document_date,net_due_date,amount,origin,posting_date\n\
         1,B2,invoice,100,2024-02-15,2024-03-20,2000,1/B/invoice,2024-02-15",
    );
    book.pay("B", "2024-02-15", "5000");
    assert_eq!(book.declare("2024-02-29").turnover, 0);
}

#[test]
fn r8_3_the_base_period_must_have_ended_before_the_key_date() {
    let terms = "[declaration]\nprocedure = \"turnover\"\nbase_period_days = 90";
    let mut book = Book::named(terms, "2024-01-01", "50000");
    book.invoice("1", "2024-01-15", 30, "1000");
    book.item("credit_note", "C", "2024-01-15", 0, "-300");
    for (date, base) in [("2024-04-13", 0), ("2024-04-14", 0), ("2024-04-15", 70_000)] {
        assert_eq!(book.declare(date).time_premium_base, base, "{date}");
    }
}
