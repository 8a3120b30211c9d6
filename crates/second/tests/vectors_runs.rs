//! The acceptance vectors derived from the public documentation, where they agree with the rules: amounts and runs.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{Book, POLICY, date_text, day, told};
use obligo_second::Scope;

const OVERDUE_30_30: &str = "[terms]\nmax_extension_days = 30\nexclusion_days = 30";
const CREDIT_TERM: &str = "[terms]\noverdue_basis = \"max_term\"";

fn overdue(terms: &str) -> Book {
    let mut book = Book::named(terms, "2024-01-01", "50000");
    book.invoice("1", "2024-01-15", 60, "5000");
    book.declare("2024-03-31");
    book
}

#[test]
fn r7_4_rs_1_rs_3() {
    let mut book = overdue(OVERDUE_30_30);
    assert_eq!(told(&book.notify("2024-04-30")), ["1 -1"]);
    // RS-3: a preview prints and writes nothing.
    let preview = book.world.notify(POLICY, day("2024-05-31"), Scope::All, None, None, false).unwrap();
    assert_eq!(told(&preview.lines), ["1 1A"]);
    assert_eq!((book.view("1").reporting_status, book.uncovered("2024-05-31")), (Some('1'), None));
    let lines = book.notify("2024-05-31");
    assert_eq!(told(&lines), ["1 1A"]);
    assert!(lines[0].blocks_new);
    assert_eq!((lines[0].amount, date_text(lines[0].deadline)), (500_000, "2024-05-14".to_owned()));
    assert_eq!(book.uncovered("2024-05-31").as_deref(), Some("2024-05-14"));
}

#[test]
fn r6_rs_2_rs_5_rs_6() {
    let mut book = overdue(CREDIT_TERM);
    book.invoice("2", "2024-05-14", 60, "1000");
    book.invoice("3", "2024-05-20", 60, "1000");
    assert_eq!(told(&book.notify("2024-05-31")), ["1 -1"]);
    assert_eq!(book.uncovered("2024-05-31").as_deref(), Some("2024-05-15"));
    book.declare("2024-05-31");
    assert_eq!((book.insured("2", "2024-05-31"), book.insured("3", "2024-05-31")), (1_000, 0));
    assert_eq!(book.status("3"), 'K');
    book.pay("1", "2024-06-05", "5000");
    book.declare("2024-06-30");
    assert_eq!((book.uncovered("2024-06-30"), book.insured("3", "2024-06-30")), (None, 1_000));
}

#[test]
fn r7_4_repeat_run_rs_4() {
    for (repeat_from, after) in [(Some("2024-04-30"), "1 11"), (None, "1 12"), (Some("2024-05-10"), "1 12")] {
        let terms = format!("{OVERDUE_30_30}\n[notification]\nrepeat_every_final_run = true");
        let mut book = overdue(&terms);
        book.notify("2024-04-30");
        let from = repeat_from.map(day);
        let lines = book.world.notify(POLICY, day("2024-05-10"), Scope::All, from, None, true).unwrap().lines;
        assert_eq!(told(&lines), [after]);
        let kept = after == "1 11";
        let reported = if kept { "2024-04-30" } else { "2024-05-10" };
        assert_eq!(date_text(book.view("1").reported_on), reported);
    }
}

#[test]
fn r7_3_reporting_limit_rs_7_dr_1() {
    let limited =
        |per: &str| format!("{CREDIT_TERM}\n[notification]\nlimit = \"1000\"\nlimit_per = \"{per}\"");
    for (per, amounts, expected) in [
        ("item", vec!["800"], vec![]),
        ("item", vec!["600", "700", "1500"], vec!["3 -1"]),
        ("item", vec!["1000"], vec!["1 -1"]),
        ("buyer", vec!["600", "700", "1500"], vec!["1 -1", "2 -1", "3 -1"]),
    ] {
        let mut book = Book::named(&limited(per), "2024-01-01", "50000");
        for (n, amount) in amounts.iter().enumerate() {
            book.invoice(&(n + 1).to_string(), "2024-01-15", 60, amount);
        }
        book.declare("2024-03-31");
        assert_eq!(told(&book.notify("2024-05-31")), expected);
        assert_eq!(book.uncovered("2024-05-31").is_some(), !expected.is_empty());
        let blocking = book.world.items_as_of(day("2024-05-31")).iter().filter(|v| v.blocks_new).count();
        assert_eq!(blocking, expected.len());
    }
}

#[test]
fn r5_2_table_7_3() {
    let mut book = Book::named("", "2024-01-01", "100000");
    let rows = [
        ("R1", "2024-01-05", "30000"),
        ("R2", "2024-01-12", "45000"),
        ("R3", "2024-01-20", "40000"),
        ("R4", "2024-01-28", "10000"),
        ("R5", "2024-02-10", "20000"),
        ("R6", "2024-03-10", "15000"),
    ];
    for (number, date, amount) in rows {
        book.invoice(number, date, 30, amount);
    }
    book.pay("R1", "2024-02-15", "30000");
    book.limit("2024-03-01", "60000");
    book.pay("R2", "2024-04-10", "45000");
    book.pay("R3", "2024-04-11", "25000");
    book.limit("2024-05-01", "90000");
    for (date, insured) in [
        ("2024-01-31", vec![30_000, 45_000, 25_000, 0]),
        ("2024-02-29", vec![0, 45_000, 40_000, 10_000, 5_000]),
        ("2024-03-31", vec![0, 45_000, 40_000, 10_000, 5_000, 0]),
        ("2024-04-30", vec![0, 0, 15_000, 10_000, 20_000, 15_000]),
        ("2024-05-31", vec![0, 0, 15_000, 10_000, 20_000, 15_000]),
    ] {
        let line = book.declare(date);
        let now: Vec<i128> = book.world.items_as_of(day(date)).iter().map(|v| v.insured / 100).collect();
        assert_eq!(now, insured, "{date}");
        assert_eq!(line.declared / 100, insured.iter().sum::<i128>(), "{date}");
    }
}

#[test]
fn r5_2_credits_7_4() {
    for (free, b, declared) in [("true", 40_000, 100_000), ("false", 20_000, 80_000)] {
        let terms = format!("[declaration]\ncredits_free_room = {free}");
        let mut book = Book::named(&terms, "2024-01-01", "100000");
        book.invoice("A", "2024-01-10", 30, "80000");
        book.invoice("B", "2024-01-11", 30, "40000");
        book.item("credit_note", "C", "2024-01-12", 0, "-20000");
        assert_eq!(book.declare("2024-01-31").declared / 100, declared);
        assert_eq!(book.insured("B", "2024-01-31"), b);
    }
}

#[test]
fn r4_5_residual_7_6() {
    let mut book = Book::named("", "2024-01-01", "100000");
    book.invoice("A", "2024-01-10", 30, "70000");
    book.invoice("B", "2024-01-11", 30, "50000");
    book.declare("2024-01-31");
    assert_eq!(book.insured("B", "2024-01-31"), 30_000);
    book.import(
        "items",
        "company,document_no,kind,account,document_date,net_due_date,amount,origin\n\
         1,B2,invoice,100,2024-02-15,2024-03-20,20000,1/B/invoice",
    );
    book.pay("B", "2024-02-15", "50000");
    let residual = book.view("B2");
    assert_eq!(
        (residual.status, residual.insured, residual.document_date),
        ('K', 2_000_000, day("2024-01-11"))
    );
    assert_eq!(residual.dates, book.view("B").dates);
    // The past stays as the run left it.
    assert_eq!(book.insured("B", "2024-01-31"), 30_000);
    book.invoice("C", "2024-02-20", 30, "15000");
    book.declare("2024-02-29");
    assert_eq!((book.insured("B2", "2024-02-29"), book.insured("C", "2024-02-29")), (20_000, 10_000));
}

#[test]
fn r8_2_balance_bd_1() {
    for (exceeding, declared) in [("false", 100_000), ("true", 115_000)] {
        let terms = format!("[declaration]\nexceeding_amounts = {exceeding}");
        let mut book = Book::named(&terms, "2024-01-01", "100000");
        book.invoice("A", "2024-01-10", 30, "70000");
        book.invoice("B", "2024-01-11", 30, "50000");
        book.item("credit_note", "C", "2024-01-12", 0, "-5000");
        assert_eq!(book.declare("2024-01-31").declared / 100, declared);
    }
}

#[test]
fn r5_1_net_share_bd_2() {
    for (insured, declared) in [(true, 11_900), (false, 10_000)] {
        let mut book = Book::named("", "2024-01-01", "100000");
        book.world.policies.get_mut(POLICY).unwrap().vat_insured = insured;
        book.import(
            "items",
            "company,document_no,kind,account,document_date,net_due_date,amount,net_amount\n\
             1,A,invoice,100,2024-01-10,2024-02-10,11900,10000",
        );
        assert_eq!(book.declare("2024-01-31").declared / 100, declared);
    }
}

#[test]
fn r8_2_cover_ended_bd_3() {
    let mut book = Book::named("", "2024-01-01", "50000");
    book.invoice("A", "2024-02-10", 30, "45000");
    book.declare("2024-02-29");
    book.limit("2024-03-01", "0");
    book.invoice("B", "2024-03-10", 30, "20000");
    book.item("credit_note", "C", "2024-03-15", 0, "-3000");
    let line = book.declare("2024-03-31");
    assert_eq!((line.insured_sum, line.credits, line.declared / 100), (0, 0, 45_000));
    assert_eq!((book.status("B"), book.status("C")), ('C', 'D'));
}

#[test]
fn r8_3_turnover_td_1_td_2() {
    for (exceeding, items, turnover, declared) in [
        ("true", vec!["60000", "75000", "-15000"], 120_000, 120_000),
        ("false", vec!["60000", "75000", "-15000"], 120_000, 100_000),
        ("false", vec!["5000", "-8000"], -3_000, 0),
    ] {
        let terms = format!("[declaration]\nprocedure = \"turnover\"\nexceeding_amounts = {exceeding}");
        let mut book = Book::named(&terms, "2024-01-01", "100000");
        for (n, amount) in items.iter().enumerate() {
            let kind = if amount.starts_with('-') { "credit_note" } else { "invoice" };
            book.item(kind, &n.to_string(), "2024-01-10", 30, amount);
        }
        // Settled within the period still counts.
        book.pay("0", "2024-01-20", "1000");
        let line = book.declare("2024-01-31");
        assert_eq!((line.turnover / 100, line.declared / 100), (turnover, declared));
        // The next period starts the day after.
        assert_eq!(book.declare("2024-02-29").turnover, 0);
    }
}

#[test]
fn r8_3_time_premium_td_3() {
    let mut book =
        Book::named("[declaration]\nprocedure = \"turnover\"\nbase_period_days = 90", "2024-01-01", "50000");
    book.import("buyers", "account,branch,account_type,country\n200,0,D,DE");
    book.import("covers", "account,policy,kind,valid_from\n200,ACR/A,named,2023-01-01");
    book.import("limits", "policy,account,valid_from,amount\nACR/A,200,2024-01-01,50000");
    book.invoice("1", "2024-01-15", 30, "10000");
    book.invoice("2", "2024-02-20", 30, "4000");
    book.import(
        "items",
        "company,document_no,kind,account,document_date,net_due_date,amount\n1,3,invoice,200,2024-01-05,2024-02-05,6000",
    );
    for (date, bases) in
        [("2024-03-31", [0, 0]), ("2024-04-30", [10_000, 6_000]), ("2024-05-31", [14_000, 6_000])]
    {
        let result = book.world.declare(POLICY, day(date), true, true).unwrap();
        let lines: Vec<i128> = result.lines.iter().map(|l| l.time_premium_base / 100).collect();
        assert_eq!(lines, bases, "{date}");
        assert_eq!(result.totals.time_premium_base / 100, bases.iter().sum::<i128>());
    }
}

#[test]
fn r4_to_r8_end_to_end_11_4() {
    let terms = format!("{OVERDUE_30_30}\n[notification]\nlimit = \"1000\"");
    let mut book = Book::named(&terms, "2024-01-01", "50000");
    for (number, date, amount) in [
        ("I1", "2024-01-10", "20000"),
        ("I2", "2024-01-25", "20000"),
        ("I3", "2024-02-10", "15000"),
        ("I4", "2024-04-20", "8000"),
    ] {
        book.invoice(number, date, 30, amount);
    }
    for (number, date, amount) in
        [("I2", "2024-03-20", "20000"), ("I1", "2024-05-15", "20000"), ("I3", "2024-06-10", "15000")]
    {
        book.pay(number, date, amount);
    }
    let nothing: [&str; 0] = [];
    for (date, report, uncovered, insured, declared) in [
        ("2024-01-31", nothing.as_slice(), None, vec![20_000, 20_000], 40_000),
        ("2024-02-29", &[], None, vec![20_000, 20_000, 10_000], 50_000),
        ("2024-03-31", &["I1 -1"], None, vec![20_000, 0, 15_000], 35_000),
        ("2024-04-30", &["I1 1A", "I3 -1"], Some("2024-04-09"), vec![20_000, 0, 15_000, 0], 35_000),
        ("2024-05-31", &["I3 1A"], Some("2024-05-10"), vec![0, 0, 15_000, 8_000], 23_000),
        ("2024-06-30", &["I4 -1"], None, vec![0, 0, 0, 8_000], 8_000),
    ] {
        assert_eq!(told(&book.notify(date)), report, "{date}");
        let line = book.declare(date);
        let now: Vec<i128> = book.world.items_as_of(day(date)).iter().map(|v| v.insured / 100).collect();
        assert_eq!(now, insured, "{date}");
        assert_eq!(line.declared / 100, declared, "{date}");
        assert_eq!(book.uncovered(date).as_deref(), uncovered, "{date}");
    }
    assert_eq!(book.world.runs.len(), 12);
}
