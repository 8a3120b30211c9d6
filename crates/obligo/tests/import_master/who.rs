//! Companies, insurers, buyers and prospects.

use crate::desk::{BUYERS, COMPANIES, Desk, fact, places, table};
use obligo_rules::calendar::Day;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::buyer_all;
use obligo_store::limit::limit_all;

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
            .map(|w| {
                (
                    w.code,
                    w.place.line,
                    w.place.column.as_deref().unwrap(),
                    fact(w, "why"),
                    fact(w, "expected"),
                )
            })
            .collect();
        let wanted = ("warning-identifier", Some(2), column, why, expected);
        assert_eq!(found, if column.is_empty() { Vec::new() } else { vec![wanted] }, "{row}");
        assert_eq!(report.files[0].new, 1);
    }
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
    let (buyers, limits_now) =
        desk.session.read(|tx| Ok((buyer_all(tx, AsOf::at(Day::LAST))?, limit_all(tx, AsOf::NOW)?))).unwrap();
    assert_eq!(buyers[&limits_now[0].buyer_id].key.to_string(), "1007/0/D");
    // What names the prospect finds the account; its own row is left out with a warning.
    assert_eq!(desk.takes("limits", &format!("{limits}ACR/A,@LE-7,,,2024-01-15,30000.00,5\n")), (0, 0, 1));
    let report = desk.import("buyers", &format!("{BUYERS}@LE-7,,,Past,DE,,\n")).unwrap();
    assert_eq!((report.files[0].same, report.warnings[0].code), (1, "warning-prospect-has-account"));
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
    assert_eq!(
        desk.takes("buyers", &format!("{BUYERS}2001,0,D,New,DE,,\n")),
        (1, 0, 0),
        "a dry run keeps nothing"
    );
}
