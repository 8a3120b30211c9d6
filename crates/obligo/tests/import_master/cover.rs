//! Covers, limit decisions and evidence.

use crate::desk::{BUYERS, COVERS, Desk, POLICY, fact, places, run, table};
use obligo_store::as_of::AsOf;
use obligo_store::cover::cover_all;
use obligo_store::limit::limit_all;

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
    assert_eq!(
        desk.takes("covers", &format!("{COVERS}{branch}1001,0,D,ACR/A,named,2024-01-01,,\n")),
        (2, 0, 0)
    );
    assert_eq!(
        desk.refuses("covers", &format!("{COVERS}{main_too}")),
        ["2 co_insured_under cover-under-co-insured"]
    );
    let independent = format!("{BUYERS}1001,1,D,Branch,DE,,false\n");
    assert_eq!(desk.refuses("buyers", &independent), ["2 dependent_branch buyer-is-co-insured"]);
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
fn r1_10_numbers_at_the_insurer_are_kept_version_by_version() {
    let header = "account,branch,account_type,policy,kind,valid_from,risk_number,insurance_no,user_status\n";
    let mut desk = Desk::new();
    assert_eq!(
        desk.takes("covers", &format!("{header}1001,0,D,ACR/A,named,2024-01-01,R-1,77,A\n")),
        (1, 0, 0)
    );
    let before = desk.session.read(|tx| obligo_store::entry_known_at(tx, "9999-01-01T00:00:00Z")).unwrap();
    assert_eq!(
        desk.takes("covers", &format!("{header}1001,0,D,ACR/A,named,2024-01-01,R-1,78,B\n")),
        (0, 1, 0)
    );
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
            (
                "1002,0,D,payment_experience,2024-01-01,true,1,2023-01-01",
                "2 valid_until field-ends-before-start",
            ),
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
