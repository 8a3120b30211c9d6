//! Payers, credit limits and credit groups coming in: each wrong line is refused with its code and place.

use super::desk::{Desk, fact};
use super::{BUYERS, GROUPS, LIMITS, payers};

#[test]
fn fr_02_a_payer_must_be_an_account_and_nobody_pays_in_a_circle() {
    for (rows, expected) in [
        ("2001,0,D,A,DE,EUR,,,2009\n", "2 payer account-not-found"),
        ("2001,0,D,A,DE,EUR,,,1001\n", "2 payer account-ambiguous"),
        ("2001,0,D,A,DE,EUR,,,2002\n2002,0,D,B,DE,EUR,,,2001\n", "2 payer payer-circle"),
        (
            "2001,0,D,A,DE,EUR,,,1002\n2002,0,D,B,DE,EUR,,,2003\n2003,0,D,C,DE,EUR,,,2004\n2004,0,D,D,DE,EUR,,,2002\n",
            "3 payer payer-circle",
        ),
    ] {
        let mut desk = Desk::new();
        assert_eq!(desk.refuses("buyers", &format!("{BUYERS}{rows}")).join("; "), expected, "{rows}");
    }
    let mut desk = payers();
    let refusal = desk.import("buyers", &format!("{BUYERS}2001,0,D,Head,DE,EUR,,,2003\n")).unwrap_err();
    assert_eq!(fact(&refusal.problems[0], "accounts"), "2003/0/D → 2002/0/D → 2001/0/D → 2003/0/D");
}

#[test]
fn fr_10_a_credit_limit_belongs_to_a_payer_or_a_group_and_is_dated() {
    for (row, expected) in [
        (",,,2024-01-01,,,1.00,,,EUR,,", "2 account credit-limit-whose"),
        ("2001,A,,2024-01-01,,,1.00,,,EUR,,", "2 account credit-limit-whose"),
        ("2002,,,2024-01-01,,,1.00,,,EUR,,", "2 account credit-limit-not-a-payer"),
        ("2009,,,2024-01-01,,,1.00,,,EUR,,", "2 account account-not-found"),
        (",B,,2024-01-01,,,1.00,,,EUR,,", "2 group credit-group-not-found"),
        ("2001,,09,2024-01-01,,,1.00,,,EUR,,", "2 company company-not-found"),
        ("2001,,,,,,1.00,,,EUR,,", "2 valid_from field-missing"),
        ("2001,,,2024-01-01,2023-12-31,,1.00,,,EUR,,", "2 valid_until field-ends-before-start"),
        ("2001,,,2024-01-01,,,-1.00,,,EUR,,", "2 outstanding field-negative"),
        ("2001,,,2024-01-01,,,1.00,,0,EUR,,", "2 days_overdue field-out-of-range"),
        ("2001,,,2024-01-01,,,1.00,,1000,EUR,,", "2 days_overdue field-out-of-range"),
        ("2001,,,2024-01-01,,,99999999999999999999,,,EUR,,", "2 outstanding field-amount-too-large"),
        ("2001,,,2024-01-01,,,1.00,,,EUR,,\n2001,,,2024-01-01,,,2.00,,,EUR,,", "3 account record-repeated"),
    ] {
        let mut desk = payers();
        desk.takes("credit_groups", &format!("{GROUPS}A,First,EUR,,,\n"));
        assert_eq!(desk.refuses("credit_limits", &format!("{LIMITS}{row}\n")).join("; "), expected, "{row}");
    }
}

#[test]
fn fr_10_members_of_a_group_are_payers_and_a_group_has_one_name_and_currency() {
    for (rows, expected) in [
        ("A,First,EUR,2003,2024-01-01,", "2 account credit-limit-not-a-payer"),
        ("A,First,EUR,2009,2024-01-01,", "2 account account-not-found"),
        (",First,EUR,2001,2024-01-01,", "2 group field-missing"),
        ("A/B,First,EUR,2001,2024-01-01,", "2 group credit-group-form"),
        ("A,First,EUR,2001,2024-01-01,\nA,First,USD,2004,2024-01-01,", "3 group credit-group-differs"),
        ("A,First,EUR,2001,2024-01-01,\nB,Second,EUR,2001,2024-01-01,", "3 account record-repeated"),
        ("A,First,EUR,2001,2024-01-01,2023-01-01", "2 valid_until field-ends-before-start"),
    ] {
        let mut desk = payers();
        assert_eq!(
            desk.refuses("credit_groups", &format!("{GROUPS}{rows}\n")).join("; "),
            expected,
            "{rows}"
        );
    }
}
