//! Master data coming in: each wrong line is refused with its code and place, each right one is taken once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo::import::{ImportReport, ImportRequest, Refusal, import};
use obligo::policies;
use obligo::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::Open;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::buyer_all;
use obligo_store::cover::cover_all;
use obligo_store::limit::limit_all;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

const POLICY: &str = "policy = \"ACR/A\"\ncurrency = \"EUR\"\nvalid_from = 2024-01-01\n[declaration]\n\
                      procedure = \"balance\"\n[terms]\nmax_term_months = 4\n";
const COMPANIES: &str = "company,name,currency,insured_group,master,address_company,account_types\n";
const BUYERS: &str = "account,branch,account_type,name,country,legal_entity,dependent_branch\n";
const COVERS: &str = "account,branch,account_type,policy,kind,valid_from,valid_until,co_insured_under\n";

/// A store with one company, one insurer, one policy and three buyers.
struct Desk {
    folder: TempDir,
    session: Session,
}

impl Desk {
    fn empty() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("store.db").display());
        let now = "2024-06-30T09:00:00Z".to_owned();
        Desk { session: Session::open(&url, Open::Create, "clerk".to_owned(), now).unwrap(), folder }
    }

    fn new() -> Desk {
        let mut desk = Desk::empty();
        desk.takes("companies", "company,name,currency\n01,Muster GmbH,EUR\n");
        desk.takes("insurers", "insurer,name,country\nACR,Example Credit Insurance,DE\n");
        desk.takes(
            "buyers",
            &format!("{BUYERS}1001,0,D,Main,DE,,\n1001,1,D,Branch,DE,,true\n1002,0,D,Other,DE,,\n@LE-7,,,Future,DE,,\n"),
        );
        desk.put(POLICY).unwrap();
        desk
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn import(&mut self, kind: &str, text: &str) -> Result<ImportReport, Refusal> {
        let path = self.file(&format!("{kind}.csv"), text);
        let request = ImportRequest { kind: kind.to_owned(), files: vec![path], ..ImportRequest::default() };
        import(&mut self.session, &request, &mut |_, _| {})
    }

    /// Imports what must be taken, and again, which must change nothing (R14.1); new, changed, same of the first time.
    fn takes(&mut self, kind: &str, text: &str) -> (u64, u64, u64) {
        let first = self.import(kind, text).unwrap_or_else(|r| panic!("{kind}: {:#?}", r.problems));
        let again = self.import(kind, text).unwrap_or_else(|r| panic!("{kind}: {:#?}", r.problems));
        let counts = |report: &ImportReport| (report.files[0].new, report.files[0].changed, report.files[0].same);
        let (new, changed, _) = counts(&again);
        assert_eq!((new, changed), (0, 0), "the same again: {text}");
        counts(&first)
    }

    /// What a refused file is refused for, as `line column code`.
    fn refuses(&mut self, kind: &str, text: &str) -> Vec<String> {
        match self.import(kind, text) {
            Ok(report) => panic!("taken: {text} {report:?}"),
            Err(refusal) => places(&refusal.problems),
        }
    }

    fn put(&mut self, text: &str) -> Result<ImportReport, Refusal> {
        let path = self.file("policy.toml", text);
        policies::put(&mut self.session, &[path], None)
    }
}

fn places(problems: &[Problem]) -> Vec<String> {
    let place = |problem: &Problem| {
        assert!(problem.place.file.is_some(), "{problem:?}");
        let column = problem.place.column.as_deref().unwrap_or("-");
        format!("{} {column} {}", problem.place.line.unwrap_or(0), problem.code)
    };
    problems.iter().map(place).collect()
}

fn fact<'p>(problem: &'p Problem, name: &str) -> &'p str {
    problem.facts.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

/// Each line in a store of its own makes: what it is refused for.
fn table(kind: &str, header: &str, rows: &[(&str, &str)]) {
    for (row, expected) in rows {
        let found = Desk::new().refuses(kind, &format!("{header}{row}\n"));
        assert_eq!(found.join("; "), *expected, "{row}");
    }
}

#[test]
fn r1_1_members_of_the_group_share_address_company_and_account_types() {
    // rows after the master 01, what they are refused for
    let master = "01,Muster,EUR,G1,true,01,D K\n";
    for (rows, expected) in [
        ("02,Export,EUR,G1,false,01,K D", ""),
        ("02,Lager,EUR,,false,09,X", ""),
        ("02,Export,EUR,G1,false,02,D", "3 address_company group-differs"),
        ("02,Export,EUR,G1,false,01,D", "3 account_types group-differs"),
        ("02,Export,EUR,G2,false,01,D K", "3 insured_group group-second"),
        ("02,Export,EUR,G1,true,01,D K", "3 master group-masters-several"),
        ("02,Export,EUX,G1,false,01,D K", "3 currency field-not-a-currency"),
        ("02,Export,EUR,G1,yes,01,D K", "3 master field-not-true-or-false"),
        (",Export,EUR,G1,false,01,D K", "3 company field-missing"),
        ("01,Export,EUR,G1,true,01,D K", "3 company record-repeated"),
    ] {
        let mut desk = Desk::empty();
        let text = format!("{COMPANIES}{master}{rows}\n");
        if expected.is_empty() {
            assert_eq!(desk.takes("companies", &text), (2, 0, 0), "{rows}");
        } else {
            assert_eq!(desk.refuses("companies", &text), [expected], "{rows}");
        }
    }
    let no_master = format!("{COMPANIES}01,Muster,EUR,G1,false,01,D\n");
    assert_eq!(Desk::empty().refuses("companies", &no_master), ["2 master group-master-missing"]);
}

#[test]
fn r1_1_a_known_group_takes_no_company_that_differs() {
    let mut desk = Desk::empty();
    desk.takes("companies", &format!("{COMPANIES}01,Muster,EUR,G1,true,01,D\n02,Export,EUR,G1,false,01,D\n"));
    let later = format!("{COMPANIES}03,Service,EUR,G1,false,03,D\n");
    let refusal = desk.import("companies", &later).unwrap_err();
    assert_eq!(places(&refusal.problems), ["2 address_company group-differs"]);
    let facts = ["company", "master", "what", "expected"].map(|name| fact(&refusal.problems[0], name));
    assert_eq!(facts, ["03", "01", "address_company", "01"]);
}

#[test]
fn r1_1_payment_terms_are_shared_where_secured_ones_are_used() {
    let header = "company,currency,insured_group,master,payment_terms,secured_terms\n";
    for (rows, expected) in [
        ("01,EUR,G1,true,30 60,\n02,EUR,G1,false,14,", ""),
        ("01,EUR,G1,true,30 PRE,PRE\n02,EUR,G1,false,PRE 30,PRE", ""),
        ("01,EUR,G1,true,30 PRE,PRE\n02,EUR,G1,false,14 PRE,PRE", "3 payment_terms group-differs"),
    ] {
        let mut desk = Desk::empty();
        match desk.import("companies", &format!("{header}{rows}\n")) {
            Ok(_) => assert_eq!(expected, "", "{rows}"),
            Err(refusal) => assert_eq!(places(&refusal.problems), [expected], "{rows}"),
        }
    }
}

#[test]
fn r1_2_an_insurer_has_a_code_of_three_characters() {
    table(
        "insurers",
        "insurer,name,country,account\n",
        &[
            ("AC,Example,DE,", "2 insurer insurer-code"),
            ("ACRE,Example,DE,", "2 insurer insurer-code"),
            ("A-R,Example,DE,", "2 insurer insurer-code"),
            (",Example,DE,", "2 insurer field-missing"),
            ("AC2,Example,de,", "2 country field-not-a-country"),
            ("AC2,Example,DE,7001", "2 account insurer-account"),
            ("AC2,Example,DE,\nAC2,Other,DE,", "3 insurer record-repeated"),
        ],
    );
    let right = "insurer,name,country,account\nAC2,Example,DE,7001/0/K\n";
    assert_eq!(Desk::new().takes("insurers", right), (1, 0, 0));
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
    let policies::PolicyShown::List(list) = policies::show(&mut desk.session, None).unwrap() else { panic!() };
    assert_eq!((list.len(), list[0]["policy"].as_str()), (1, Some("ACR/A")));
    let shown = policies::show(&mut desk.session, Some("ACR/A")).unwrap();
    assert_eq!(shown, policies::PolicyShown::File(POLICY.replace("= 4", "= 6")));
    assert_eq!(policies::show(&mut desk.session, Some("ACR/Z")).unwrap_err().code, "policy-not-found");

    run(&mut desk);
    let refusal = desk.put(&POLICY.replace("EUR", "CHF")).unwrap_err();
    assert_eq!(places(&refusal.problems), ["2 currency policy-currency-changed"]);
    desk.put(POLICY).unwrap();
    let policies::PolicyShown::List(list) = policies::show(&mut desk.session, None).unwrap() else { panic!() };
    assert_eq!(list[0]["versions"], 2, "new terms from the day after the run");
}

#[test]
fn r1_4_accounts_have_number_branch_and_type() {
    table(
        "buyers",
        BUYERS,
        &[
            ("123456789012345678901,0,D,New,DE,,", "2 account account-form"),
            ("10/01,0,D,New,DE,,", "2 account account-form"),
            (",0,D,New,DE,,", "2 account field-missing"),
            ("2001,X,D,New,DE,,", "2 branch account-branch"),
            ("2001,0,DEBI,New,DE,,", "2 account_type account-type"),
            ("2001,0,D-,New,DE,,", "2 account_type account-type"),
            ("2001,0,,New,DE,,", "2 account_type field-missing"),
            ("1001,,,New,DE,,", "2 branch account-ambiguous"),
            ("2001,0,D,New,Germany,,", "2 country field-not-a-country"),
            ("2001,0,D,New,DE,,maybe", "2 dependent_branch field-not-true-or-false"),
            ("2001,0,D,New,DE,,\n2001,0,D,New,DE,,", "3 account record-repeated"),
        ],
    );
    let mut desk = Desk::new();
    // One branch and one type are filled in; a new address begins with branch 0.
    assert_eq!(desk.takes("buyers", &format!("{BUYERS}1002,,,Other,DE,,\n")), (0, 0, 1));
    assert_eq!(desk.takes("buyers", &format!("{BUYERS}C-2001.a,,D,New,DE,,\n")), (1, 0, 0));
    let buyers = desk.session.read(|tx| buyer_all(tx, AsOf::at(Day::LAST))).unwrap();
    let new = buyers.values().find(|b| b.name == "New").unwrap();
    assert_eq!((new.key.to_string().as_str(), new.currency.as_str()), ("C-2001.a/0/D", "EUR"));
}

#[test]
fn r1_4_wrong_identifiers_are_warned_of_and_taken() {
    let header = "account,branch,account_type,country,vat_id,register_no,lei\n";
    for (row, column, why, expected) in [
        ("2001,0,D,FR,,552100555,", "register_no", "check-digit", "4"),
        ("2001,0,D,SE,,556016-0680,", "", "", ""),
        ("2001,0,D,DE,DE12,,", "vat_id", "length", "none"),
        ("2001,0,D,US,12-3456789,,", "", "", ""),
        ("2001,0,D,DE,,,529900T8BM49AURSDO56", "lei", "check-digit", "55"),
    ] {
        let report = Desk::new().import("buyers", &format!("{header}{row}\n")).unwrap();
        let found: Vec<_> = report
            .warnings
            .iter()
            .map(|w| (w.code, w.place.line, w.place.column.as_deref().unwrap(), fact(w, "why"), fact(w, "expected")))
            .collect();
        let wanted = ("warning-identifier", Some(2), column, why, expected);
        assert_eq!(found, if column.is_empty() { Vec::new() } else { vec![wanted] }, "{row}");
        assert_eq!(report.files[0].new, 1);
    }
}

#[test]
fn r1_5_a_buyer_has_one_cover_at_any_date() {
    table(
        "covers",
        COVERS,
        &[
            (
                "1001,0,D,ACR/A,named,2024-01-01,2024-03-31,\n1001,0,D,ACR/A,named,2024-03-31,,",
                "3 valid_from cover-overlaps",
            ),
            (
                "1001,0,D,ACR/A,named,2024-01-01,,\n1001,0,D,ACR/A,unnamed,2024-01-01,,",
                "3 valid_from cover-overlaps",
            ),
            ("1001,0,D,ACR/A,named,2024-03-01,2024-02-29,", "2 valid_until field-ends-before-start"),
            ("1001,0,D,ACR/Z,named,2024-01-01,,", "2 policy policy-not-found"),
            ("1001,0,D,,named,2024-01-01,,", "2 policy field-missing"),
            ("1001,0,D,ACR/A,insured,2024-01-01,,", "2 kind field-not-one-of"),
            ("1001,0,D,ACR/A,named,,,", "2 valid_from field-missing"),
            ("1001,0,D,ACR/A,named,2024-01-01,,1002/0/D", "2 co_insured_under cover-field-not-allowed"),
            ("9999,0,D,ACR/A,named,2024-01-01,,", "2 account account-not-found"),
            ("1001,,,ACR/A,named,2024-01-01,,", "2 account account-ambiguous"),
        ],
    );
    let mut desk = Desk::new();
    let covers = "1001,0,D,ACR/A,named,2024-01-01,2024-03-31,\n1001,0,D,,none,2024-04-01,,\n1002,,,ACR/A,unnamed,2024-01-01,,\n";
    assert_eq!(desk.takes("covers", &format!("{COVERS}{covers}")), (3, 0, 0));
    let found = desk.refuses("covers", &format!("{COVERS}1001,0,D,ACR/A,named,2024-02-01,,\n"));
    assert_eq!(found, ["2 valid_from cover-overlaps"], "with a known cover");
    let ended = format!("{COVERS}1001,0,D,ACR/A,named,2024-01-01,2024-02-29,\n");
    assert_eq!(desk.takes("covers", &ended), (0, 1, 0), "the same first day is a new version");
}

#[test]
fn r1_6_only_dependent_branches_are_co_insured_under_an_insured_buyer() {
    table(
        "covers",
        COVERS,
        &[
            ("1002,0,D,,co_insured,2024-01-01,,1001/0/D", "2 co_insured_under cover-not-dependent"),
            ("1001,1,D,,co_insured,2024-01-01,,1001/1/D", "2 co_insured_under cover-under-itself"),
            ("1001,1,D,,co_insured,2024-01-01,,1009/0/D", "2 co_insured_under account-not-found"),
            ("1001,1,D,,co_insured,2024-01-01,,", "2 co_insured_under field-missing"),
            ("1001,1,D,ACR/A,co_insured,2024-01-01,,1001/0/D", "2 policy cover-field-not-allowed"),
        ],
    );
    let mut desk = Desk::new();
    desk.takes("buyers", &format!("{BUYERS}1001,0,D,Main,DE,,true\n"));
    let branch = "1001,1,D,,co_insured,2024-03-01,,1001/0/D\n";
    let main_too = "1001,0,D,,co_insured,2024-05-01,,1002/0/D\n";
    let found = desk.refuses("covers", &format!("{COVERS}{branch}{main_too}"));
    assert_eq!(found, ["2 co_insured_under cover-under-co-insured"], "at a later date");
    // The main buyer's own cover may follow in the same file, or later.
    assert_eq!(desk.takes("covers", &format!("{COVERS}{branch}1001,0,D,ACR/A,named,2024-01-01,,\n")), (2, 0, 0));
    assert_eq!(
        desk.refuses("covers", &format!("{COVERS}{main_too}")),
        ["2 co_insured_under cover-under-co-insured"]
    );
    let independent = format!("{BUYERS}1001,1,D,Branch,DE,,false\n");
    assert_eq!(desk.refuses("buyers", &independent), ["2 dependent_branch buyer-is-co-insured"]);
}

/// Declares buyer 1001 with an insured item of 5,000, settled on 10 March.
fn run(desk: &mut Desk) {
    desk.takes("covers", &format!("{COVERS}1001,0,D,ACR/A,named,2024-01-01,,\n"));
    let limits = "policy,account,branch,account_type,valid_from,amount,response\n";
    desk.takes("limits", &format!("{limits}ACR/A,1001,0,D,2024-01-01,20000.00,2\n"));
    let items = "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n";
    desk.takes("items", &format!("{items}01,R1,invoice,1001,0,D,2024-01-10,2024-02-09,EUR,5000.00\n"));
    let request = obligo::declaration::DeclareRequest {
        policy: "ACR/A".to_owned(),
        key_date: Day::parse_iso("2024-01-31").unwrap(),
        buyers: obligo_rules::codes::BuyerKind::Named,
        is_final: true,
        known: AsOf::NOW,
    };
    obligo::declaration::declare(&mut desk.session, &request).unwrap();
}

#[test]
fn r1_7_the_kind_of_cover_does_not_change_while_insured_items_are_open() {
    let mut desk = Desk::new();
    run(&mut desk);
    let march = format!("{COVERS}1001,0,D,ACR/A,unnamed,2024-03-15,,\n");
    let refusal = desk.import("covers", &march).unwrap_err();
    assert_eq!(places(&refusal.problems), ["2 kind cover-kind-changes-while-insured"]);
    let facts = ["account", "before", "after", "item"].map(|name| fact(&refusal.problems[0], name));
    assert_eq!(facts, ["1001/0/D", "named", "unnamed", "01/R1/invoice"]);
    for other in [
        "1001,0,D,ACR/A,unnamed,2024-01-01,,",
        "1001,0,D,,none,2024-03-15,,",
        "1001,0,D,ACR/A,named,2024-01-01,2024-02-29,\n1001,0,D,ACR/A,unnamed,2024-03-15,,",
    ] {
        let found = desk.refuses("covers", &format!("{COVERS}{other}\n"));
        assert!(found[0].ends_with("kind cover-kind-changes-while-insured"), "{other}: {found:?}");
    }
    desk.takes("settlements", "company,document_no,kind,date,amount\n01,R1,invoice,2024-03-10,5000.00\n");
    let early = format!("{COVERS}1001,0,D,ACR/A,unnamed,2024-03-10,,\n");
    assert_eq!(desk.refuses("covers", &early), ["2 kind cover-kind-changes-while-insured"]);
    assert_eq!(desk.takes("covers", &march), (1, 0, 0));
}

#[test]
fn r1_9_a_prospect_becomes_the_account_of_its_legal_entity() {
    table(
        "buyers",
        BUYERS,
        &[
            ("@,,,Future,DE,,", "2 account account-form"),
            ("@LE-8,0,,Future,DE,,", "2 branch prospect-with-account"),
            ("@LE-8,,D,Future,DE,,", "2 account_type prospect-with-account"),
            ("@LE-8,,,Future,DE,LE-9,", "2 legal_entity prospect-entity"),
        ],
    );
    let mut desk = Desk::new();
    let limits = "policy,account,branch,account_type,valid_from,amount,response\n";
    desk.takes("limits", &format!("{limits}ACR/A,@LE-7,,,2024-01-15,30000.00,5\n"));
    // The very data of the prospect: the account alone is news.
    assert_eq!(desk.takes("buyers", &format!("{BUYERS}1007,0,D,Future,DE,LE-7,\n")), (0, 1, 0));
    let (buyers, limits_now) = desk
        .session
        .read(|tx| Ok((buyer_all(tx, AsOf::at(Day::LAST))?, limit_all(tx, AsOf::NOW)?)))
        .unwrap();
    assert_eq!(buyers[&limits_now[0].buyer_id].key.to_string(), "1007/0/D");
    // What names the prospect finds the account; its own row is left out with a warning.
    assert_eq!(desk.takes("limits", &format!("{limits}ACR/A,@LE-7,,,2024-01-15,30000.00,5\n")), (0, 0, 1));
    let report = desk.import("buyers", &format!("{BUYERS}@LE-7,,,Past,DE,,\n")).unwrap();
    assert_eq!((report.files[0].same, report.warnings[0].code), (1, "warning-prospect-has-account"));
}

#[test]
fn r1_10_numbers_at_the_insurer_are_kept_version_by_version() {
    let header = "account,branch,account_type,policy,kind,valid_from,risk_number,insurance_no,user_status\n";
    let mut desk = Desk::new();
    assert_eq!(desk.takes("covers", &format!("{header}1001,0,D,ACR/A,named,2024-01-01,R-1,77,A\n")), (1, 0, 0));
    let before = desk.session.read(|tx| obligo_store::entry_known_at(tx, "9999-01-01T00:00:00Z")).unwrap();
    assert_eq!(desk.takes("covers", &format!("{header}1001,0,D,ACR/A,named,2024-01-01,R-1,78,B\n")), (0, 1, 0));
    let numbers = |known| {
        let covers = desk.session.store.read(|tx| cover_all(tx, known)).unwrap();
        let row = &covers.values().next().unwrap()[0];
        (row.insurance_no.clone(), row.user_status.clone())
    };
    assert_eq!(numbers(before), ("77".to_owned(), "A".to_owned()));
    assert_eq!(numbers(AsOf::NOW), ("78".to_owned(), "B".to_owned()));
}

#[test]
fn r2_1_decisions_carry_the_codes_of_the_field() {
    let header = "policy,account,branch,account_type,valid_from,valid_until,amount,response,max_term_months,\
                  insured_percent,request,reason,conditions_met\n";
    table(
        "limits",
        header,
        &[
            ("ACR/A,1001,0,D,2024-01-01,,1.00,12,,,,,", "2 response field-out-of-range"),
            ("ACR/A,1001,0,D,2024-01-01,,1.00,ok,,,,,", "2 response field-not-a-number"),
            ("ACR/A,1001,0,D,2024-01-01,,1.00,2,,,9,,", "2 request field-out-of-range"),
            ("ACR/A,1001,0,D,2024-01-01,,1.00,2,,,,16,", "2 reason field-out-of-range"),
            ("ACR/A,1001,0,D,2024-01-01,,1.00,2,0,,,,", "2 max_term_months field-out-of-range"),
            ("ACR/A,1001,0,D,2024-01-01,,1.00,2,,100.5,,,", "2 insured_percent field-out-of-range"),
            ("ACR/A,1001,0,D,2024-01-01,,-1.00,2,,,,,", "2 amount field-negative"),
            ("ACR/A,1001,0,D,2024-01-01,,1.005,2,,,,,", "2 amount field-too-many-decimals"),
            ("ACR/A,1001,0,D,2024-01-01,2023-12-31,1.00,2,,,,,", "2 valid_until field-ends-before-start"),
            ("ACR/Z,1001,0,D,2024-01-01,,1.00,2,,,,,", "2 policy policy-not-found"),
            ("ACR/A,@LE-9,,,2024-01-01,,1.00,2,,,,,", "2 account prospect-not-found"),
            ("ACR/A,1001,0,D,2024-01-01,,1.00,4,,,,,done", "2 conditions_met field-not-true-or-false"),
        ],
    );
}

#[test]
fn r2_2_response_and_amount_go_together_and_every_answer_stays() {
    let header = "policy,account,branch,account_type,valid_from,amount,response\n";
    table(
        "limits",
        header,
        &[
            ("ACR/A,1001,0,D,2024-01-01,0.01,3", "2 amount limit-refused-with-amount"),
            ("ACR/A,1001,0,D,2024-01-01,0.01,8", "2 amount limit-refused-with-amount"),
            ("ACR/A,1001,0,D,2024-01-01,,2", "2 amount limit-without-amount"),
            ("ACR/A,1001,0,D,2024-01-01,,4", "2 amount limit-without-amount"),
            ("ACR/A,1001,0,D,2024-01-01,,5", "2 amount limit-without-amount"),
            ("ACR/A,1001,0,D,2024-01-01,,9", "2 amount limit-without-amount"),
        ],
    );
    let mut desk = Desk::new();
    let row = |amount: &str, response: &str| format!("ACR/A,1001,0,D,2024-01-01,{amount},{response}\n");
    // Request, answer and correction of one day, read again as they are or in part.
    let (request, answer, correction) = (row("", ""), row("100.00", "2"), row("90.00", "5"));
    assert_eq!(desk.takes("limits", &format!("{header}{request}{answer}")), (1, 1, 0));
    assert_eq!(desk.takes("limits", &format!("{header}{answer}{correction}")), (0, 1, 1));
    assert_eq!(desk.takes("limits", &format!("{header}{request}{answer}{correction}")), (0, 0, 3));
    assert_eq!(desk.takes("limits", &format!("{header}{answer}")), (0, 1, 0), "given again");
    let amounts: Vec<Option<i64>> = desk
        .session
        .read(|tx| limit_all(tx, AsOf::NOW))
        .unwrap()
        .iter()
        .map(|row| row.decision.amount)
        .collect();
    assert_eq!(amounts, [None, Some(10_000), Some(9_000), Some(10_000)]);
}

#[test]
fn r2_7_evidence_is_of_the_kinds_that_policies_require() {
    table(
        "evidence",
        "account,branch,account_type,kind,date,positive,category,valid_until\n",
        &[
            ("1002,0,D,report,2024-01-01,true,,", "2 kind field-not-one-of"),
            ("1002,0,D,agency_report,,true,,", "2 date field-missing"),
            ("1002,0,D,agency_report,2024-01-01,good,,", "2 positive field-not-true-or-false"),
            ("1002,0,D,payment_experience,2024-01-01,true,,", "2 category field-missing"),
            ("1002,0,D,payment_experience,2024-01-01,true,4,", "2 category field-out-of-range"),
            ("1002,0,D,payment_experience,2024-01-01,true,1,2023-01-01", "2 valid_until field-ends-before-start"),
            ("1009,0,D,agency_report,2024-01-01,true,,", "2 account account-not-found"),
        ],
    );
    let mut desk = Desk::new();
    let required = format!("{POLICY}[unnamed]\nrequired_evidence = {{ FR = [\"agency_report\"] }}\n");
    assert_eq!(desk.put(&required).unwrap().files[0].changed, 1);
    let evidence = "account,branch,account_type,kind,date,positive,category,valid_until\n\
                    1002,0,D,agency_report,2024-01-01,false,,\n1002,0,D,payment_experience,2024-01-01,true,2,2024-12-31\n";
    assert_eq!(desk.takes("evidence", evidence), (2, 0, 0));
}

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
    let items = "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n";
    desk.takes("items", &format!("{items}01,R1,invoice,1002,0,D,2024-01-10,2024-02-09,EUR,1.00\n"));
    let protest = format!("{header}1001,0,D,01,R1,invoice,protest,2024-02-01\n");
    assert_eq!(desk.refuses("events", &protest), ["2 event event-protest-not-a-bill"]);
    let refusal = desk.import("events", &format!("{header},,,01,R1,,notice,2024-02-01\n")).unwrap_err();
    assert_eq!(places(&refusal.problems), ["2 document_no item-ambiguous"]);
    assert_eq!(
        fact(&refusal.problems[0], "choices"),
        "01/R1/invoice@1001/0/D, 01/R1/invoice@1002/0/D"
    );
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
            ("1001,0,D,A1,2024-01-02,EUR,1.00\n1001,0,D,A1,2024-01-02,EUR,2.00", "3 order_no record-repeated"),
        ],
    );
    let mut desk = Desk::new();
    assert_eq!(desk.takes("orders", &format!("{header}1001,0,D,A1,2024-01-02,EUR,1.00\n")), (1, 0, 0));
    assert_eq!(desk.takes("orders", &format!("{header}1001,0,D,A1,2024-01-02,EUR,2.00\n")), (0, 1, 0));
}

#[test]
fn r14_1_all_problems_of_a_file_come_at_once_and_nothing_of_it_is_written() {
    let mut desk = Desk::new();
    let rows = "2001,0,D,New,DE,,\n2002,X,D,New,DE,,\n2003,0,D,New,GERMANY,,\n";
    let found = desk.refuses("buyers", &format!("{BUYERS}{rows}"));
    assert_eq!(found, ["3 branch account-branch", "4 country field-not-a-country"]);
    let buyers = desk.session.read(|tx| buyer_all(tx, AsOf::at(Day::LAST))).unwrap();
    assert!(buyers.values().all(|b| b.key.account != "2001"));
    let refusal = desk.import("buyers", "account,nme\n").unwrap_err();
    assert_eq!(refusal.problems[0].code, "csv-unknown-column");
    desk.session.dry_run = true;
    assert_eq!(desk.import("buyers", &format!("{BUYERS}2001,0,D,New,DE,,\n")).unwrap().files[0].new, 1);
    desk.session.dry_run = false;
    assert_eq!(desk.takes("buyers", &format!("{BUYERS}2001,0,D,New,DE,,\n")), (1, 0, 0), "a dry run keeps nothing");
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
            case.differences.iter().map(|d| format!("{} {}: {} not {}", case.name, d.key, d.found, d.expected))
        })
        .collect();
    assert_eq!(wrong, ["wrong status: Z not K", "wrong max_term_date: 2024-02-04 not 2024-02-05"]);
    assert_eq!(results.iter().map(|case| case.ok).filter(|ok| *ok).count(), 6);
    assert_eq!((results[6].line, results.len()), (text.lines().count() as u64 - 5, 7));

    let mut desk = Desk::new();
    desk.put(&text.replace("2024-02-05", "2024-02-04").replace("= \"K\", max_term_date = 2024-02", "= \"Z\", max_term_date = 2024-02")).unwrap();
    let stored = policies::check_stored(&mut desk.session, Some("ACR/A")).unwrap();
    assert!(stored.iter().all(|case| case.ok && case.file == "ACR/A"), "{stored:?}");
    let broken = desk.file("broken.toml", "policy = 1\n");
    assert!(policies::check_files(&[broken]).unwrap_err().total > 1);
}
