//! What the vectors leave out: order and reversal of runs, edits, stops by event, currencies, co-insured accounts, moves.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{Book, POLICY, account, day, key, told};
use obligo_second::policy_file::read_policy;
use obligo_second::{Edit, Refusal, Scope, World};

#[test]
fn r8_4_order_of_runs() {
    let mut book = Book::named("", "2024-01-01", "50000");
    book.declare("2024-03-31");
    let mut refused = |date: &str, named: bool| book.world.declare(POLICY, day(date), named, true).err();
    let last = Some(Refusal::NotAfterLastRun(day("2024-03-31")));
    assert_eq!(refused("2024-03-31", true), last);
    assert_eq!(refused("2024-03-30", true), last);
    assert_eq!(refused("2024-03-30", false), last);
    assert_eq!(refused("2024-03-31", false), None);
    assert!(book.world.declare(POLICY, day("2024-01-31"), true, false).is_ok());
    let early = book.world.notify(POLICY, day("2024-03-30"), Scope::All, None, None, true);
    assert_eq!(early.err(), last);
    assert_eq!(book.notify("2024-03-31"), []);
    assert_eq!(book.world.runs.iter().map(|r| r.number).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn r8_4_reversal_restores() {
    let mut book = Book::named("", "2024-01-01", "50000");
    book.invoice("1", "2024-01-10", 30, "5000");
    book.declare("2024-01-31");
    let before = book.view("1");
    book.limit("2024-02-01", "3000");
    book.invoice("2", "2024-02-10", 30, "5000");
    book.declare("2024-02-29");
    assert_eq!(book.world.reverse(1), Err(Refusal::NotLastOfSequence));
    assert_eq!(book.world.reverse(2), Ok(()));
    assert_eq!(book.world.reverse(2), Err(Refusal::UnknownRun(2)));
    assert_eq!((book.view("1"), book.status("2")), (before, '?'));
    book.edit("1", &Edit { follow_up: Some(true), ..Edit::default() });
    assert_eq!(book.world.reverse(1), Err(Refusal::TouchedLater));
    assert_eq!(book.declare("2024-02-29").declared, 500_000);
    assert_eq!(book.world.runs.len(), 3);
}

#[test]
fn r0_4_state_as_of_a_date_and_edits() {
    let mut book = Book::named("", "2024-01-01", "50000");
    book.invoice("1", "2024-01-10", 30, "5000");
    book.declare("2024-01-31");
    book.declare("2024-02-29");
    book.edit("1", &Edit { insured: Some(400_000), ..Edit::default() });
    for (date, insured) in
        [("2024-01-30", 0), ("2024-01-31", 5_000), ("2024-02-28", 5_000), ("2024-02-29", 4_000)]
    {
        assert_eq!(book.insured("1", date), insured, "{date}");
    }
}

#[test]
fn r5_1_bounds_of_edits() {
    let mut book = Book::named("", "2024-01-01", "4000");
    book.invoice("1", "2024-01-10", 30, "5000");
    book.declare("2024-01-31");
    let mut edit = |status: Option<char>, insured: Option<i128>| {
        book.world.edit(&key("1"), &Edit { status, insured, ..Edit::default() }).err()
    };
    assert_eq!(edit(None, Some(500_001)), Some(Refusal::InsuredOutOfBounds));
    assert_eq!(edit(None, Some(-1)), Some(Refusal::InsuredOutOfBounds));
    assert_eq!(edit(Some('Z'), None), Some(Refusal::StatusKeepsInsured));
    assert_eq!(edit(Some('Z'), Some(1)), Some(Refusal::InsuredOutOfBounds));
    assert_eq!(edit(Some('Z'), Some(0)), None);
    assert_eq!(edit(Some('K'), Some(500_000)), None);
}

#[test]
fn r4_1_statuses_stick() {
    // A sum that comes later changes nothing for what was set; only `I` is examined again, with the dates it has.
    let mut book = Book::named("[terms]\nmax_term_months = 2", "2024-01-01", "0");
    book.invoice("1", "2024-01-10", 30, "1000");
    book.invoice("2", "2024-01-10", 90, "1000");
    book.declare("2024-01-31");
    let dates = book.view("1").dates;
    let longer = "policy,account,valid_from,amount,max_term_months\nACR/A,100,2024-02-01,5000,6";
    book.import("limits", longer);
    book.declare("2024-02-29");
    assert_eq!((book.status("1"), book.status("2")), ('K', 'Z'));
    assert_eq!(book.view("1").dates, dates);
}

#[test]
fn r2_2_which_decision_is_in_force() {
    let mut book = Book::new("named", "");
    book.import(
        "limits",
        "policy,account,valid_from,valid_until,amount,response,conditions_met\n\
         ACR/A,100,2024-01-01,,50000,2,\n\
         ACR/A,100,2024-02-01,2024-02-29,80000,2,\n\
         ACR/A,100,2024-03-15,,90000,6,\n\
         ACR/A,100,2024-04-01,,70000,4,false\n\
         ACR/A,100,2024-05-01,,60000,4,true\n\
         ACR/A,100,2024-05-01,,61000,,\n\
         ACR/A,100,2024-06-01,,,,\n\
         ACR/A,100,2024-07-01,,,8,",
    );
    for (date, sum) in [
        ("2023-12-31", 0),
        ("2024-01-31", 50_000),
        ("2024-02-29", 80_000),
        ("2024-03-31", 50_000),
        ("2024-04-30", 50_000),
        ("2024-05-01", 61_000),
        ("2024-06-30", 61_000),
        ("2024-07-01", 0),
    ] {
        let result = book.world.declare(POLICY, day(date), true, false).unwrap();
        assert_eq!(result.totals.insured_sum / 100, sum, "{date}");
    }
}

#[test]
fn r4_2_order_of_the_ladder() {
    let terms = "[cover]\ncountries = [\"DE\"]\nexclude = [\"disputed\"]";
    let mut book = Book::named(terms, "2024-01-01", "50000");
    book.import(
        "items",
        "company,document_no,kind,account,document_date,net_due_date,amount,secured,disputed\n\
         1,1,bill,100,2024-01-10,2024-12-10,1000,true,true\n\
         1,2,invoice,100,2024-01-10,2024-12-10,1000,true,true\n\
         1,3,invoice,100,2024-01-10,2024-12-10,1000,,true\n\
         1,4,invoice,100,2024-01-10,2024-12-10,1000,,\n\
         1,5,credit_note,100,2024-01-10,2024-12-10,-1000,,\n\
         1,6,invoice,100,2023-12-31,2024-01-31,1000,,\n\
         1,7,invoice,100,2024-01-01,2024-01-31,1000,,",
    );
    book.declare("2024-01-31");
    let statuses: String = book.world.items_as_of(day("2024-01-31")).iter().map(|v| v.status).collect();
    assert_eq!(statuses, "MSEZKOK");
}

#[test]
fn r4_3_lapse_and_decline() {
    // A lapse, and a decline, cancel what is dated after them; what is dated before is `I`, or unchanged without a decision.
    for (rows, declined, statuses) in [
        ("ACR/A,100,2024-01-01,2024-02-29,5000", "", "?C"),
        ("ACR/A,100,2024-01-01,,5000", "2024-03-01", "IC"),
        ("ACR/A,100,2024-06-01,,5000", "", "??"),
    ] {
        let mut book = Book::new("named", "");
        book.import("limits", &format!("policy,account,valid_from,valid_until,amount\n{rows}"));
        book.import(
            "covers",
            &format!("account,policy,kind,valid_from,declined_on\n100,ACR/A,named,2023-02-01,{declined}"),
        );
        book.invoice("1", "2024-02-20", 30, "1000");
        book.invoice("2", "2024-03-01", 30, "1000");
        book.declare("2024-03-31");
        let now: String = book.world.items_as_of(day("2024-03-31")).iter().map(|v| v.status).collect();
        assert_eq!(now, statuses);
    }
}

#[test]
fn r4_3_unnamed_decline() {
    for (evidence, status) in [("2024-01-15", 'C'), ("2022-01-15", '?')] {
        let terms = "[unnamed]\noffering_threshold = 10000\nagency_report_months = 12";
        let mut book = Book::new("unnamed", terms);
        book.import("evidence", &format!("account,kind,date,positive\n100,agency_report,{evidence},true"));
        let cover = "account,policy,kind,valid_from,recommended_limit,recommended_from\n\
                     100,ACR/A,unnamed,2024-01-01,1,2024-03-01";
        book.import("covers", cover);
        book.invoice("1", "2024-02-29", 30, "1000");
        book.invoice("2", "2024-03-01", 30, "1000");
        book.declare_as("2024-03-31", false);
        assert_eq!((book.status("1"), book.status("2")), ('?', status));
    }
}

#[test]
fn r6_4_event_stops_and_confirmation() {
    for (reinstatement, confirmed, uncovered) in [
        ("on_settlement", "", None),
        ("on_confirmation", "", Some("2024-02-10")),
        ("on_confirmation", "2024-03-09", Some("2024-02-10")),
        ("on_confirmation", "2024-03-15", None),
    ] {
        let terms = format!("[stop]\nevents = [\"insolvency\"]\nreinstatement = \"{reinstatement}\"");
        let mut book = Book::named(&terms, "2024-01-01", "50000");
        book.invoice("1", "2024-01-10", 30, "1000");
        book.invoice("2", "2024-02-20", 30, "2000");
        book.event("insolvency", "", "2024-02-10");
        assert_eq!(book.declare("2024-02-29").declared, 100_000);
        book.pay("1", "2024-03-10", "1000");
        if !confirmed.is_empty() {
            book.event("reinstatement", "", confirmed);
        }
        assert_eq!(book.uncovered("2024-03-31").as_deref(), uncovered, "{reinstatement} {confirmed}");
        let declared = if uncovered.is_some() { 0 } else { 200_000 };
        assert_eq!(book.declare("2024-03-31").declared, declared);
    }
}

#[test]
fn r3_9_event_bases_become_known() {
    let terms = "[default]\nfiling_days = 30\nwaiting = [{ from = \"net_due\", days = 10 }, { from = \"notice\", months = 2 }]";
    let mut book = Book::named(terms, "2024-01-01", "50000");
    book.invoice("1", "2024-01-10", 30, "1000");
    book.declare("2024-01-31");
    assert_eq!((book.view("1").dates.waiting_end, book.view("1").dates.filing), (None, None));
    book.event("notice", "1", "2024-03-05");
    book.event("notice", "1", "2024-04-05");
    assert_eq!(book.view_at("1", "2024-03-04").dates.waiting_end, None);
    assert_eq!(book.view("1").dates.waiting_end, Some(day("2024-05-05")));
    book.event("insolvency", "", "2024-04-10");
    assert_eq!(book.view("1").dates.filing, Some(day("2024-05-10")));
    let lines = book.notify("2024-05-31");
    assert_eq!(told(&lines), ["1 -S"]);
    assert_eq!(lines[0].deadline, Some(day("2024-05-05")));
}

#[test]
fn r7_4_severity_scope_and_follow_up() {
    let terms = "[terms]\nexclusion_days = 10\n[default]\nnon_payment_report_days = 20\ncollection_days = 30";
    let mut book = Book::named(terms, "2024-01-01", "50000");
    book.invoice("1", "2024-01-01", 30, "1000");
    book.item("credit_note", "C", "2024-01-05", 0, "-100");
    book.declare("2024-01-30");
    let mut run = |date: &str, scope: Scope| {
        book.world.notify(POLICY, day(date), scope, None, None, true).unwrap().lines
    };
    assert_eq!(told(&run("2024-01-30", Scope::Overdue)), Vec::<String>::new());
    assert_eq!(told(&run("2024-02-01", Scope::Default)), Vec::<String>::new());
    assert_eq!(told(&run("2024-02-02", Scope::Overdue)), ["1 -1", "C --"]);
    let lines = run("2024-02-25", Scope::Default);
    assert_eq!(told(&lines), ["1 1N", "C --"]);
    // R6.1: the exclusion date is reached, whatever the scope.
    assert!(lines[0].blocks_new && lines[1].credit);
    assert_eq!(told(&run("2024-02-26", Scope::Overdue)), ["1 NN", "C --"]);
    assert_eq!(told(&run("2024-03-31", Scope::All)), ["1 NE", "C --"]);

    let mut book = Book::named("", "2024-01-01", "50000");
    book.invoice("1", "2024-01-01", 30, "1000");
    book.declare("2024-01-31");
    assert_eq!(told(&book.notify("2024-02-10")), ["1 -1"]);
    assert_eq!(told(&book.notify("2024-02-11")), ["1 11"]);
    let follow =
        |on: &str| Edit { follow_up: Some(true), follow_up_on: Some(Some(day(on))), ..Edit::default() };
    book.edit("1", &follow("2024-02-20"));
    assert_eq!(told(&book.notify("2024-02-19")), ["1 11"]);
    assert!(book.view("1").follow_up);
    assert_eq!(told(&book.notify("2024-02-20")), ["1 12"]);
    assert!(!book.view("1").follow_up);
}

#[test]
fn r0_7_other_currencies() {
    let mut book = Book::named("", "2024-01-01", "50000");
    let usd = "company,document_no,kind,account,document_date,net_due_date,currency,amount,rate\n\
               1,1,invoice,100,2024-01-10,2024-02-10,USD,1100.00,\n\
               1,2,invoice,100,2024-01-11,2024-02-10,USD,1000.00,1.25\n\
               1,3,invoice,100,2024-01-12,2024-02-10,JPY,16000,";
    book.import("items", usd);
    let missing = book.world.declare(POLICY, day("2024-01-31"), true, false).err();
    let no_rate = |currency: &str, date| Refusal::NoRate("EUR".to_owned(), currency.to_owned(), day(date));
    assert_eq!(missing, Some(no_rate("USD", "2024-01-10")));
    book.import("rates", "date,base,currency,rate\n2024-01-08,EUR,USD,1.1\n2024-01-08,JPY,EUR,0.00625");
    assert_eq!(book.declare("2024-01-31").declared, 100_000 + 80_000 + 10_000);
    // The rate is fixed: a later, better quote for the same day changes nothing.
    book.import("rates", "date,base,currency,rate\n2024-01-09,EUR,USD,2.2");
    assert_eq!(book.declare("2024-02-29").declared, 190_000);
    // A limit converts at the key date's rate.
    book.import("limits", "policy,account,valid_from,amount,currency\nACR/A,100,2024-03-01,44000,USD");
    assert_eq!(book.declare("2024-03-31").insured_sum, 2_000_000);
    book.import("limits", "policy,account,valid_from,amount,currency\nACR/A,100,2024-04-01,1,GBP");
    let missing = book.world.declare(POLICY, day("2024-04-30"), true, true).err();
    assert_eq!(missing, Some(no_rate("GBP", "2024-04-30")));
}

#[test]
fn r1_6_co_insured_and_moves() {
    let mut book = Book::named("", "2024-01-01", "50000");
    let other = read_policy(
        "policy = \"ACR/B\"\ncurrency = \"EUR\"\nvalid_from = 2023-01-01\n[declaration]\nvat_insured = true\n[terms]\nmax_term_months = 4",
    );
    book.world.put_policy(other.unwrap());
    book.import("buyers", "account,branch,account_type,country,dependent_branch\n101,0,D,DE,true");
    book.import("covers", "account,kind,valid_from,co_insured_under\n101,co_insured,2023-01-01,100/0/D");
    book.invoice("1", "2024-01-20", 30, "30000");
    book.import(
        "items",
        "company,document_no,kind,account,document_date,net_due_date,amount\n1,2,invoice,101,2024-01-10,2024-02-10,30000",
    );
    assert_eq!(book.declare("2024-01-31").declared, 5_000_000);
    assert_eq!((book.insured("2", "2024-01-31"), book.insured("1", "2024-01-31")), (30_000, 20_000));
    // The buyer passes to another policy: what is insured stays declared under the first, with sum 0.
    book.import("covers", "account,policy,kind,valid_from\n100,ACR/B,named,2024-02-15");
    book.import("limits", "policy,account,valid_from,amount\nACR/B,100,2024-02-15,90000");
    book.invoice("3", "2024-02-20", 30, "1000");
    let old = book.declare("2024-02-29");
    assert_eq!((old.insured_sum, old.declared), (0, 5_000_000));
    let new = book.world.declare("ACR/B", day("2024-02-29"), true, true).unwrap();
    assert_eq!((new.lines.len(), new.totals.declared), (1, 100_000));
    book.pay("1", "2024-03-01", "30000");
    book.import(
        "settlements",
        "company,document_no,kind,date,amount,method\n1,2,invoice,2024-03-02,30000,payment",
    );
    let old = book.world.declare(POLICY, day("2024-03-31"), true, true).unwrap();
    assert_eq!(old.lines.len(), 0);
}

#[test]
fn r1_9_a_prospect_passes_to_its_first_account() {
    let mut book = Book::new("named", "");
    book.import("buyers", "account,legal_entity,country\n@LE7,LE7,DE");
    book.import("covers", "account,policy,kind,valid_from\n@LE7,ACR/A,named,2024-01-01");
    book.import("limits", "policy,account,valid_from,amount\nACR/A,@LE7,2024-01-01,7000");
    book.import("buyers", "account,branch,account_type,legal_entity,country\n700,0,D,LE7,DE");
    let result = book.world.declare(POLICY, day("2024-01-31"), true, false).unwrap();
    let line = result.lines.iter().find(|l| l.buyer == account("700")).unwrap();
    assert_eq!(line.insured_sum, 700_000);
}

#[test]
fn a_scenario_folder_loads() {
    let folder = std::env::temp_dir().join(format!("obligo-second-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("policies")).unwrap();
    let policy =
        "policy = \"ACR/A\"\ncurrency = \"EUR\"\nvalid_from = 2023-01-01\n[terms]\nmax_term_months = 4\n";
    for (name, text) in [
        ("policies/a.toml", policy),
        ("companies.csv", "company,name,currency\n1,\"Muster, GmbH\",EUR\n"),
        (
            "buyers.csv",
            "account,branch,account_type,name,country,payment_terms\n100,0,D,\"A \"\"B\"\"\",DE,30\n",
        ),
        ("covers.csv", "account,branch,account_type,policy,kind,valid_from\n100,,,ACR/A,named,2023-01-01\n"),
        ("limits.csv", "policy,account,valid_from,amount,response\nACR/A,100,2023-01-01,5000.00,2\n"),
        (
            "items.csv",
            "company,document_no,kind,account,document_date,amount,net_amount\n1,9,invoice,100,2024-01-10,119.00,100.00\n",
        ),
        ("settlements.csv", "company,document_no,kind,date,amount\n1,9,invoice,2024-01-20,59.50\n"),
        ("notes.txt", "ignored"),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let mut world = World::load(&folder).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(world.items[0].net_due_date, day("2024-02-09"));
    assert_eq!(world.declare(POLICY, day("2024-01-31"), true, true).unwrap().totals.declared, 5_000);
    let bad = world.import(
        "items",
        "company,document_no,kind,account,document_date,amount\n1,9,invoice,100,2024-02-30,1",
    );
    assert_eq!(bad, Err("row 2: document_date \"2024-02-30\"".to_owned()));
}
