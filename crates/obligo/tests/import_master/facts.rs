//! Policies, rates, events and orders.

use crate::desk::{Desk, POLICY, fact, places, run, table};
use obligo::import::ImportReport;
use obligo::policies;

#[test]
fn r0_7_a_day_has_one_rate() {
    table(
        "rates",
        "date,base,currency,rate\n",
        &[
            ("2024-01-02,EUR,EUR,1", "2 currency rate-same-currency"),
            ("2024-01-02,EUR,USX,1.1", "2 currency field-not-a-currency"),
            ("2024-01-02,EUR,USD,0", "2 rate rate-out-of-range"),
            ("2024-01-02,EUR,USD,-1.1", "2 rate rate-out-of-range"),
            ("2024-01-02,EUR,USD,1.10\n2024-01-02,EUR,USD,1.11", "3 rate rate-conflict"),
        ],
    );
    let mut desk = Desk::new();
    assert_eq!(desk.takes("rates", "date,base,currency,rate\n2024-01-02,EUR,USD,1.10\n"), (1, 0, 0));
    assert_eq!(desk.takes("rates", "date,base,currency,rate\n2024-01-02,EUR,USD,1.1\n"), (0, 0, 1));
    let refusal = desk.import("rates", "date,base,currency,rate\n2024-01-02,EUR,USD,1.2\n").unwrap_err();
    let facts = ["known", "new"].map(|name| fact(&refusal.problems[0], name));
    assert_eq!(facts, ["1.1", "1.2"]);
}

#[test]
fn r3_9_events_name_an_item_or_a_buyer() {
    let header = "account,branch,account_type,company,document_no,kind,event,date\n";
    table(
        "events",
        header,
        &[
            (",,,,,,insolvency,2024-02-01", "2 account event-names-nothing"),
            (",,,01,R9,invoice,notice,2024-02-01", "2 document_no item-not-found"),
            (",,,09,R9,invoice,notice,2024-02-01", "2 company company-not-found"),
            ("1009,0,D,,,,insolvency,2024-02-01", "2 account account-not-found"),
            ("1001,0,D,,,,insolvency,", "2 date field-missing"),
            ("1001,0,D,,,,bankruptcy,2024-02-01", "2 event field-not-one-of"),
            ("1001,0,D,,,,protest,2024-02-01", "2 event event-protest-not-a-bill"),
        ],
    );
    let mut desk = Desk::new();
    run(&mut desk);
    let items =
        "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n";
    desk.takes("items", &format!("{items}01,R1,invoice,1002,0,D,2024-01-10,2024-02-09,EUR,1.00\n"));
    let protest = format!("{header}1001,0,D,01,R1,invoice,protest,2024-02-01\n");
    assert_eq!(desk.refuses("events", &protest), ["2 event event-protest-not-a-bill"]);
    let refusal = desk.import("events", &format!("{header},,,01,R1,,notice,2024-02-01\n")).unwrap_err();
    assert_eq!(places(&refusal.problems), ["2 document_no item-ambiguous"]);
    assert_eq!(fact(&refusal.problems[0], "choices"), "01/R1/invoice@1001/0/D, 01/R1/invoice@1002/0/D");
    let right = format!("{header}1001,,D,01,R1,,notice,2024-02-01\n1002,,,,,,insolvency,2024-02-01\n");
    let found = desk.refuses("events", &right);
    assert_eq!(found, ["2 account account-ambiguous"], "1001 has two branches");
    assert_eq!(desk.takes("events", &right.replace("1001,,D", "1001,0,D")), (2, 0, 0));
}

#[test]
fn r9_7_orders_replace_what_was_known_of_them() {
    let header = "account,branch,account_type,order_no,order_date,currency,amount\n";
    table(
        "orders",
        header,
        &[
            ("1001,0,D,,2024-01-02,EUR,1.00", "2 order_no field-missing"),
            ("1001,0,D,A1,,EUR,1.00", "2 order_date field-missing"),
            ("1001,0,D,A1,2024-01-02,EUR,-1.00", "2 amount field-negative"),
            ("1001,0,D,A1,2024-01-02,EUR,", "2 amount field-missing"),
            (
                "1001,0,D,A1,2024-01-02,EUR,1.00\n1001,0,D,A1,2024-01-02,EUR,2.00",
                "3 order_no record-repeated",
            ),
        ],
    );
    let mut desk = Desk::new();
    assert_eq!(desk.takes("orders", &format!("{header}1001,0,D,A1,2024-01-02,EUR,1.00\n")), (1, 0, 0));
    assert_eq!(desk.takes("orders", &format!("{header}1001,0,D,A1,2024-01-02,EUR,2.00\n")), (0, 1, 0));
}

#[test]
fn r1_3_the_cases_of_a_policy_file_are_run_through_the_rules() {
    let desk = Desk::empty();
    let text = format!(
        "{POLICY}exclusion_days = 30\n[notification]\nlimit = 500\n[existing]\nmax_age_months_at_start = 1\n\
         [[example]]\nname = \"right\"\ndocument_date = 2024-01-15\npayment_terms = 30\namount = 1190\nnet_amount = 1000\n\
         sum = 800\nkey_date = 2024-01-31\nexpect = {{ status = \"K\", max_term_date = 2024-05-15, overdue_date = 2024-02-14,\
          waiting_end = \"none\", insurable_open = 1000, insured = 800, reporting_status = \"\" }}\n\
         [[example]]\nname = \"cancelled\"\ndocument_date = 2024-03-15\npayment_terms = 30\ncancelled_on = 2024-03-01\n\
         key_date = 2024-03-31\nexpect.status = \"C\"\n\
         [[example]]\nname = \"zero\"\ndocument_date = 2024-03-15\npayment_terms = 30\nsum = 0\nexpect.status = \"I\"\n\
         [[example]]\nname = \"too old\"\ndocument_date = 2023-11-15\npayment_terms = 30\nexpect.status = \"O\"\n\
         [[example]]\nname = \"not insured\"\ndocument_date = 2024-01-15\npayment_terms = 30\ncover = \"none\"\n\
         expect.status = \"?\"\n\
         [[example]]\nname = \"excluded\"\ndocument_date = 2024-01-15\npayment_terms = 30\namount = 600\nkey_date = 2024-03-20\n\
         expect = {{ exclusion_date = 2024-03-15, reporting_status = \"A\", blocks_new = true, insured = 600 }}\n\
         [[example]]\nname = \"wrong\"\ndocument_date = 2024-01-15\npayment_terms = 30\nmax_term_days = 20\n\
         expect = {{ status = \"K\", max_term_date = 2024-02-05 }}\n"
    );
    let path = desk.file("cases.toml", &text);
    let results = policies::check_files(&[path]).unwrap_or_else(|r| panic!("{:#?}", r.problems));
    let wrong: Vec<String> = results
        .iter()
        .flat_map(|case| {
            case.differences
                .iter()
                .map(|d| format!("{} {}: {} not {}", case.name, d.key, d.found, d.expected))
        })
        .collect();
    assert_eq!(wrong, ["wrong status: Z not K", "wrong max_term_date: 2024-02-04 not 2024-02-05"]);
    assert_eq!(results.iter().map(|case| case.ok).filter(|ok| *ok).count(), 6);
    assert_eq!((results[6].line, results.len()), (text.lines().count() as u64 - 5, 7));

    let mut desk = Desk::new();
    desk.put(
        &text
            .replace("2024-02-05", "2024-02-04")
            .replace("= \"K\", max_term_date = 2024-02", "= \"Z\", max_term_date = 2024-02"),
    )
    .unwrap();
    let stored = policies::check_stored(&mut desk.session, Some("ACR/A")).unwrap();
    assert!(stored.iter().all(|case| case.ok && case.file == "ACR/A"), "{stored:?}");
    let broken = desk.file("broken.toml", "policy = 1\n");
    assert!(policies::check_files(&[broken]).unwrap_err().total > 1);
}

#[test]
fn r1_3_a_policy_belongs_to_a_known_insurer_and_keeps_its_currency() {
    let mut desk = Desk::new();
    let refusal = desk.put(&POLICY.replace("ACR/A", "XYZ/A")).unwrap_err();
    assert_eq!(places(&refusal.problems), ["1 policy policy-insurer-unknown"]);
    assert_eq!(fact(&refusal.problems[0], "known"), "ACR");
    let refusal = desk.put(&POLICY.replace("EUR", "EUX")).unwrap_err();
    assert_eq!(places(&refusal.problems), ["2 currency policy-currency"]);
    let counts = |report: &ImportReport| (report.files[0].new, report.files[0].changed, report.files[0].same);
    assert_eq!(counts(&desk.put(POLICY).unwrap()), (0, 0, 1));
    let changed = desk.put(&POLICY.replace("= 4", "= 6")).unwrap();
    assert_eq!(counts(&changed), (0, 1, 0));
    let policies::PolicyShown::List(list) = policies::show(&mut desk.session, None).unwrap() else {
        panic!()
    };
    assert_eq!((list.len(), list[0]["policy"].as_str()), (1, Some("ACR/A")));
    let shown = policies::show(&mut desk.session, Some("ACR/A")).unwrap();
    assert_eq!(shown, policies::PolicyShown::File(POLICY.replace("= 4", "= 6")));
    assert_eq!(policies::show(&mut desk.session, Some("ACR/Z")).unwrap_err().code, "policy-not-found");

    run(&mut desk);
    let refusal = desk.put(&POLICY.replace("EUR", "CHF")).unwrap_err();
    assert_eq!(places(&refusal.problems), ["2 currency policy-currency-changed"]);
    desk.put(POLICY).unwrap();
    let policies::PolicyShown::List(list) = policies::show(&mut desk.session, None).unwrap() else {
        panic!()
    };
    assert_eq!(list[0]["versions"], 2, "new terms from the day after the run");
}
