//! Buyers as people look for them and enter what they know: the list, co-insured customers, the trail and the time line of one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo::buyer_reasons::{stop_reasons, sum_reasons};
use obligo::buyer_timeline::{BuyerTimeline, TimelineRequest, buyer_timeline};
use obligo::buyer_trail::buyer_trail;
use obligo::co_insured::{CoInsuredRequest, TypedAccount, add, end};
use obligo::declaration::{DeclareRequest, declare};
use obligo::import::{ImportRequest, Refusal, import};
use obligo::one_row::{OneRow, record};
use obligo::portfolio::{BuyerBook, BuyerChoice, BuyerMark, BuyerOrder, Portfolio};
use obligo::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::codes::BuyerKind;
use obligo_rules::money::parse_minor;
use obligo_store::Open;
use std::collections::BTreeSet;
use std::fs;

const POLICY: &str = "policy = \"ACR/A\"\nname = \"Group policy\"\ncurrency = \"EUR\"\nvalid_from = 2024-01-01\n\
    [declaration]\nprocedure = \"balance\"\n[terms]\nmax_term_months = 4\n[stop]\nevents = [\"insolvency\"]\n";

const FILES: &[(&str, &str)] = &[
    (
        "companies",
        "company,name,currency,insured_group,master,address_company,account_types\n\
         01,Muster,EUR,G1,true,01,D\n02,Export,EUR,G1,false,01,D\n",
    ),
    ("insurers", "insurer,name,country\nACR,Acora,AT\n"),
    (
        "buyers",
        "account,branch,account_type,name,country,currency,dependent_branch,vat_id,credit_limit,credit_manager\n\
         100,0,D,Blechner GmbH,DE,EUR,,DE136695976,,KM1\n\
         100,1,D,Blechner Lager Süd,DE,EUR,true,,,KM1\n\
         200,0,D,Zinn AG,AT,EUR,,,100.00,KM2\n\
         300,0,D,Eisen KG,DE,EUR,,,,\n",
    ),
    (
        "covers",
        "account,branch,account_type,policy,kind,valid_from,risk_number\n\
         100,0,D,ACR/A,named,2024-01-01,R4711\n200,0,D,ACR/A,named,2024-01-01,\n",
    ),
    (
        "limits",
        "policy,account,branch,account_type,valid_from,amount,currency,response,reference\n\
         ACR/A,100,0,D,2024-01-01,1000.00,EUR,2,L1\nACR/A,100,0,D,2024-03-01,400.00,EUR,9,L2\n\
         ACR/A,200,0,D,2024-01-01,5000.00,EUR,2,L3\n",
    ),
    (
        "items",
        "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n\
         01,A1,invoice,100,0,D,2024-01-10,2024-02-09,EUR,600.00\n\
         02,B1,invoice,100,0,D,2024-02-20,2024-03-20,EUR,150.00\n\
         01,A2,invoice,100,1,D,2024-02-25,2024-03-25,EUR,70.00\n\
         01,A3,invoice,200,0,D,2024-02-25,2024-03-25,EUR,300.00\n",
    ),
    (
        "settlements",
        "company,document_no,kind,account,branch,account_type,date,amount,method\n\
         01,A1,invoice,100,0,D,2024-02-15,200.00,payment\n",
    ),
];

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

fn session() -> Session {
    let folder = tempfile::tempdir().unwrap();
    for (kind, text) in FILES {
        fs::write(folder.path().join(format!("{kind}.csv")), text).unwrap();
    }
    fs::create_dir(folder.path().join("policies")).unwrap();
    fs::write(folder.path().join("policies/acr.toml"), POLICY).unwrap();
    let mut session =
        Session::open("sqlite::memory:", Open::Create, "anna".into(), "2024-03-05T08:00:00Z".into()).unwrap();
    let request = ImportRequest {
        kind: "scenario".to_owned(),
        files: vec![folder.path().to_owned()],
        ..ImportRequest::default()
    };
    import(&mut session, &request, &mut |_, _| {}).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let request = DeclareRequest {
        policy: "ACR/A".to_owned(),
        key_date: day("2024-02-29"),
        buyers: BuyerKind::Named,
        is_final: true,
        known: i64::MAX,
    };
    declare(&mut session, &request).unwrap();
    session
}

fn portfolio(session: &Session) -> Portfolio {
    Portfolio::compute(&session.store, session.today()).unwrap()
}

fn accounts(book: &BuyerBook, choice: &BuyerChoice) -> Vec<String> {
    let lines =
        book.choose(choice).positions.iter().map(|n| book.lines[*n as usize].clone()).collect::<Vec<_>>();
    let part = |line: &serde_json::Value, name: &str| line[name].as_str().unwrap().to_owned();
    lines.iter().map(|line| format!("{}/{}", part(line, "account"), part(line, "branch"))).collect()
}

fn codes(refusal: &Refusal) -> Vec<&str> {
    refusal.problems.iter().map(|problem| problem.code).collect()
}

#[test]
fn r1_4_buyers_are_found_by_name_and_every_number() {
    let session = session();
    let portfolio = portfolio(&session);
    let book = portfolio.buyer_book(None);
    for (search, expected) in [
        ("", vec!["100/0", "100/1", "200/0", "300/0"]),
        ("blechner", vec!["100/0", "100/1"]),
        ("SÜD", vec!["100/1"]),
        ("de136695976", vec!["100/0"]),
        ("r4711", vec!["100/0"]),
        ("300/0/D", vec!["300/0"]),
        ("gmbh\nde", vec![]),
        ("nobody", vec![]),
    ] {
        let choice = BuyerChoice { search: search.to_owned(), ..BuyerChoice::default() };
        assert_eq!(accounts(&book, &choice), expected, "{search}");
    }
}

#[test]
fn filters_and_orders_of_the_list() {
    let session = session();
    let portfolio = portfolio(&session);
    let book = portfolio.buyer_book(None);
    let any = BuyerChoice::default;
    let marked = |mark| BuyerChoice { marks: [mark].into(), ..any() };
    for (what, choice, expected) in [
        ("over the limit", marked(BuyerMark::OverLimit), vec!["100/0"]),
        ("over the credit limit", marked(BuyerMark::OverCreditLimit), vec!["200/0"]),
        ("stopped", marked(BuyerMark::Stopped), vec![]),
        ("named", BuyerChoice { kind: "named".into(), ..any() }, vec!["100/0", "200/0"]),
        ("in Austria", BuyerChoice { country: "AT".into(), ..any() }, vec!["200/0"]),
        ("of a manager", BuyerChoice { credit_manager: "KM1".into(), ..any() }, vec!["100/0", "100/1"]),
        ("no such policy", BuyerChoice { policy: "ACR/B".into(), ..any() }, vec![]),
        (
            "by use",
            BuyerChoice { order: BuyerOrder::Use, descending: true, kind: "named".into(), ..any() },
            vec!["100/0", "200/0"],
        ),
        (
            "by sum",
            BuyerChoice { order: BuyerOrder::InsuredSum, kind: "named".into(), ..any() },
            vec!["100/0", "200/0"],
        ),
        (
            "by name, last first",
            BuyerChoice { order: BuyerOrder::Name, descending: true, ..any() },
            vec!["200/0", "300/0", "100/1", "100/0"],
        ),
    ] {
        assert_eq!(accounts(&book, &choice), expected, "{what}");
    }
    let sums = book.choose(&BuyerChoice::default()).sums["EUR"];
    assert_eq!((sums.insured_sum, sums.open), (540_000, 92_000));
}

#[test]
fn people_of_one_company_see_its_figures_and_the_sum_of_the_group() {
    let session = session();
    let portfolio = portfolio(&session);
    let own = portfolio.company_ids(Some(&BTreeSet::from(["02".to_owned()])));
    let book = portfolio.buyer_book(own.as_ref());
    let line = book.lines.iter().find(|line| line["account"] == "100" && line["branch"] == "0").unwrap();
    assert_eq!((line["insured_sum"].as_str(), line["open"].as_str()), (Some("400.00"), Some("150.00")));
    let other = book.lines.iter().find(|line| line["account"] == "200").unwrap();
    assert_eq!((other["open"].as_str(), other["insured"].as_str()), (Some("0.00"), Some("0.00")));
    let whole = portfolio.buyer_book(None);
    let line = whole.lines.iter().find(|line| line["account"] == "100" && line["branch"] == "0").unwrap();
    assert_eq!(line["open"], "550.00");
}

fn request(main: &str, account: &str) -> CoInsuredRequest {
    CoInsuredRequest {
        main: TypedAccount::new(main, "", ""),
        account: TypedAccount::new(account, "", ""),
        valid_from: "2024-03-01".into(),
        reason: "branch of the main house".into(),
        ..CoInsuredRequest::default()
    }
}

#[test]
fn r1_6_only_dependent_branches_of_an_insured_customer_are_co_insured() {
    let with = |change: fn(&mut CoInsuredRequest)| {
        let mut request = request("100/0", "100/1");
        change(&mut request);
        request
    };
    for (what, request, expected) in [
        ("an independent establishment", request("100/0", "300"), vec!["cover-not-dependent"]),
        ("under one without cover", request("300", "100/1"), vec!["co-insured-main-not-insured"]),
        ("under itself", request("100/0", "100/0"), vec!["cover-under-itself"]),
        ("an account that does not exist", request("100/0", "999"), vec!["account-not-found"]),
        ("an address with several branches", request("100", "100/1"), vec!["account-ambiguous"]),
        ("another insurer", with(|r| r.insurer = "XYZ".into()), vec!["co-insured-other-policy"]),
        ("another policy", with(|r| r.policy = "B".into()), vec!["co-insured-other-policy"]),
        (
            "a company that is not the master",
            with(|r| r.company = "02".into()),
            vec!["co-insured-not-master"],
        ),
        ("an unknown company", with(|r| r.company = "09".into()), vec!["company-not-found"]),
        ("a day that is none", with(|r| r.valid_from = "soon".into()), vec!["field-not-a-date"]),
        ("an amount that is none", with(|r| r.credit_limit = "much".into()), vec!["field-not-an-amount"]),
    ] {
        let refusal = add(&mut session(), &request).expect_err(what);
        let found = codes(&refusal);
        assert!(found.starts_with(&expected), "{what}: {found:?}");
    }
}

#[test]
fn r1_6_a_co_insured_customer_is_added_with_credit_limit_and_information_date_and_ended() {
    let mut session = session();
    let wanted = CoInsuredRequest {
        company: "01".into(),
        insurer: "ACR".into(),
        policy: "A".into(),
        credit_limit: "250.00".into(),
        information_date: "2024-02-01".into(),
        ..request("100/0", "100/1")
    };
    let (_, main) = add(&mut session, &wanted).unwrap_or_else(|refusal| panic!("{:?}", codes(&refusal)));
    assert_eq!(main.to_string(), "100/0/D");
    let after = portfolio(&session);
    let (main, branch) = (after.buyer_id("100/0/D").unwrap(), after.buyer_id("100/1/D").unwrap());
    assert_eq!(after.co_insured_of(main), [branch]);
    assert_eq!(after.mains_of_co_insured(), [main]);
    let buyer = &after.snapshot.buyers[&branch];
    assert_eq!((buyer.credit_limit, buyer.information_date), (Some(25_000), Some(day("2024-02-01"))));
    assert_eq!((buyer.name.as_str(), buyer.dependent_branch), ("Blechner Lager Süd", true), "the rest stays");
    let (trail, _) = session.read(|tx| buyer_trail(tx, &after.snapshot, branch)).unwrap();
    let entries: BTreeSet<i64> = trail.iter().take(2).map(|row| row.entry).collect();
    assert_eq!(entries.len(), 1, "cover and master data in one transaction");
    assert_eq!(trail[0].reason, "branch of the main house");
    let of_data = trail.iter().find(|row| row.kind == "buyers").unwrap();
    let changed: Vec<&str> = of_data.changes.iter().map(|(column, ..)| *column).collect();
    assert_eq!(changed, ["credit_limit", "information_date"]);

    let account = TypedAccount::new("100/1/D", "", "");
    assert_eq!(codes(&end(&mut session, &account, day("2024-02-01"), "").unwrap_err()), ["co-insured-not"]);
    end(&mut session, &account, day("2024-03-04"), "sold").unwrap();
    assert!(portfolio(&session).co_insured_of(main).is_empty());
}

#[test]
fn r2_2_the_time_line_shows_sums_and_what_was_open() {
    let mut session = session();
    let portfolio = portfolio(&session);
    let buyer_id = portfolio.buyer_id("100/0/D").unwrap();
    let own = portfolio.company_ids(Some(&BTreeSet::from(["01".to_owned()])));
    let mut timeline = |companies: Option<&BTreeSet<i64>>| -> BuyerTimeline {
        let request = TimelineRequest {
            buyer_id,
            policy: &portfolio.snapshot.policies["ACR/A"],
            items: portfolio.item_ids_of(buyer_id),
            companies,
            from: day("2023-12-01"),
            until: day("2024-06-30"),
        };
        session.read(|tx| buyer_timeline(tx, &portfolio.snapshot, &request)).unwrap()
    };
    let amount = |text: &str| parse_minor(text, 2).unwrap();
    let whole = timeline(None);
    let sums = [("2023-12-01", "0.00"), ("2024-01-01", "1000.00"), ("2024-03-01", "400.00")];
    assert_eq!(whole.sums, sums.map(|(at, sum)| (day(at), amount(sum))));
    let exposure = [
        ("2023-12-31", "0.00"),
        ("2024-01-31", "600.00"),
        ("2024-02-29", "550.00"),
        ("2024-03-05", "550.00"),
    ];
    assert_eq!(whole.exposure, exposure.map(|(at, open)| (day(at), amount(open))));
    let last = |timeline: &BuyerTimeline| timeline.exposure.last().map(|(_, open)| *open);
    assert_eq!(last(&timeline(own.as_ref())), Some(amount("400.00")));
    assert_eq!(last(&timeline(Some(&BTreeSet::new()))), Some(0));
}

#[test]
fn r0_6_sum_and_stop_of_cover_say_why() {
    let mut session = session();
    let of_day = [("event", "insolvency"), ("date", "2024-03-02"), ("account", "100"), ("branch", "0")];
    record(&mut session, OneRow { kind: "events", fields: &of_day, reason: "", companies: None }).unwrap();
    let portfolio = portfolio(&session);
    let policy = &portfolio.snapshot.policies["ACR/A"];
    let buyer_id = portfolio.buyer_id("100/0/D").unwrap();
    let of_sum = sum_reasons(&portfolio.snapshot, policy, buyer_id);
    assert_eq!((of_sum[0].code, of_sum[0].rule), ("sum-decision", "R2.2"));
    assert!(of_sum[0].facts.contains(&("amount", "400.00".to_owned())), "{:?}", of_sum[0].facts);
    let uninsured = portfolio.buyer_id("300/0/D").unwrap();
    assert_eq!(sum_reasons(&portfolio.snapshot, policy, uninsured)[0].code, "sum-no-cover");
    let stops =
        stop_reasons(&portfolio, &policy.policy, &[buyer_id], day("2024-03-02"), &mut |_| String::new());
    assert_eq!((stops[0].code, stops[0].rule), ("stop-by-event", "R6.4"));
    let position = portfolio.positions_of(buyer_id)[0];
    assert!(portfolio.buyer_book(None).marks(position).contains(&BuyerMark::Stopped));
}

#[test]
fn a_typed_account_is_three_parts_or_one_text() {
    for (account, branch, account_type, expected) in [
        ("100/1/D", "", "", ["100", "1", "D"]),
        ("100", "1", "D", ["100", "1", "D"]),
        ("100/1/D", "2", "", ["100", "2", "D"]),
        (" 100 ", "", "", ["100", "", ""]),
        ("@ACME", "", "", ["@ACME", "", ""]),
    ] {
        let typed = TypedAccount::new(account, branch, account_type);
        assert_eq!([typed.account.as_str(), &typed.branch, &typed.account_type], expected);
    }
}
