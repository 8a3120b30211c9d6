//! What payers owe over all customers they pay for, with limits and overrides beside (FR-02, R9.2).

use super::{COVERS, ITEMS, LIMITS, SETTLEMENTS, accounts, book, day, payers, standing};
use obligo_rules::standing::CreditLimits;

#[test]
fn fr_02_customers_roll_up_to_the_payer_at_the_end_of_the_chain() {
    let mut desk = payers();
    desk.takes(
        "items",
        &format!(
            "{ITEMS}01,R1,invoice,2001,0,D,2024-04-01,2024-05-01,EUR,1000.00\n\
             01,R2,invoice,2002,0,D,2024-05-15,2024-06-14,EUR,200.00\n\
             02,R3,invoice,2003,0,D,2024-06-20,2024-07-20,EUR,30.00\n\
             01,G1,credit_note,2003,0,D,2024-06-20,2024-06-20,EUR,-50.00\n\
             01,R4,invoice,2004,0,D,2024-05-31,2024-06-30,USD,4.00\n\
             01,R5,invoice,2003,0,D,2024-03-01,2024-03-31,EUR,70.00\n"
        ),
    );
    desk.takes("settlements", &format!("{SETTLEMENTS}01,R5,invoice,2024-04-10,70.00,payment\n"));
    for account in ["2001", "2002", "2003"] {
        let found = standing(&mut desk, account, "2024-06-30");
        assert_eq!(accounts(&mut desk, &found.customers), ["2001", "2002", "2003"], "asked for {account}");
        assert_eq!((found.currency.code(), found.credit_manager.as_str()), ("EUR", "SENIOR"));
        let s = &found.standing;
        assert_eq!((s.outstanding, s.past_due, s.days_overdue), (118_000, 115_000, Some(60)));
        assert_eq!(s.limits, CreditLimits { outstanding: Some(1_000_000), ..CreditLimits::default() });
        assert_eq!((s.insured_sum, s.deadline), (None, None));
    }
    let abroad = standing(&mut desk, "2004", "2024-06-30");
    assert_eq!(
        (abroad.currency.code(), abroad.standing.outstanding, abroad.standing.past_due),
        ("USD", 400, 0)
    );
    assert_eq!(standing(&mut desk, "2004", "2024-07-01").standing.days_overdue, Some(1));
}

#[test]
fn r0_7_amounts_in_another_currency_count_at_the_rate_of_their_posting_and_a_missing_rate_is_a_problem() {
    let mut desk = payers();
    desk.takes(
        "items",
        &format!(
            "{ITEMS}01,R1,invoice,2003,0,D,2024-05-31,2024-06-30,USD,100.00\n\
             01,R2,invoice,2003,0,D,2024-06-01,2024-07-01,USD,100.00\n"
        ),
    );
    assert_eq!(standing(&mut desk, "2001", "2024-06-30").standing.outstanding, 8_000 + 5_000);
    desk.takes("items", &format!("{ITEMS}01,R3,invoice,2003,0,D,2024-06-01,2024-07-01,NOK,100.00\n"));
    let problem = book(&mut desk, "2024-06-30").unwrap_err();
    assert_eq!(problem.code, "rate-missing");
    let named = |name: &str| problem.facts.iter().find(|(n, _)| *n == name).map(|(_, v)| v.as_str());
    assert_eq!((named("currency"), named("document_no")), (Some("NOK"), Some("R3")));
}

#[test]
fn r4_7_a_bill_passed_on_stays_outstanding_until_its_due_date_has_passed() {
    let mut desk = payers();
    desk.takes("items", &format!("{ITEMS}01,B1,bill,2002,0,D,2024-04-01,2024-06-30,EUR,500.00\n"));
    desk.takes("settlements", &format!("{SETTLEMENTS}01,B1,bill,2024-04-05,500.00,payment\n"));
    for (key_date, outstanding) in [("2024-04-01", 50_000), ("2024-06-30", 50_000), ("2024-07-01", 0)] {
        assert_eq!(standing(&mut desk, "2001", key_date).standing.outstanding, outstanding, "{key_date}");
    }
}

#[test]
fn r9_2_insured_sums_of_several_main_buyers_under_one_payer_add_up() {
    let mut desk = payers();
    desk.takes(
        "covers",
        &format!("{COVERS}2002,0,D,ACR/A,named,2024-01-01,,\n2003,0,D,ACR/A,named,2024-01-01,,\n"),
    );
    desk.takes(
        "limits",
        "policy,account,branch,account_type,valid_from,valid_until,amount,response\n\
         ACR/A,2002,0,D,2024-01-01,2024-09-30,200.00,2\nACR/A,2003,0,D,2024-01-01,,100.00,2\n",
    );
    desk.takes(
        "items",
        &format!(
            "{ITEMS}01,R1,invoice,2001,0,D,2024-06-01,2024-07-01,EUR,1000.00\n\
             01,R2,invoice,2002,0,D,2024-06-01,2024-07-01,EUR,150.00\n\
             01,R3,invoice,2003,0,D,2024-03-01,2024-03-31,EUR,75.00\n"
        ),
    );
    let found = standing(&mut desk, "2001", "2024-06-30").standing;
    // R1 is under no policy: it is outstanding and counts against no insured sum.
    assert_eq!(
        (found.outstanding, found.insured_exposure, found.insured_sum),
        (122_500, 22_500, Some(30_000))
    );
    assert_eq!(found.limit_ends, Some(day("2024-09-30")));
    // R3 is past due without a report: its overdue date has passed and is still the next duty.
    assert_eq!(found.deadline, Some(day("2024-03-31")));
    assert_eq!(standing(&mut desk, "2001", "2024-10-01").standing.insured_sum, Some(10_000));
}

#[test]
fn fr_10_limits_are_those_of_the_day_and_a_temporary_one_gives_way_the_day_after_its_end() {
    let mut desk = payers();
    desk.takes(
        "credit_limits",
        &format!(
            "{LIMITS}2001,,,2024-02-01,,1000.00,20000.00,30000.00,30,EUR,Berg,yearly review\n\
             2001,,,2024-05-01,2024-05-31,,50000.00,,,EUR,Berg,season\n"
        ),
    );
    let limits = |past_due, outstanding, outstanding_and_orders, days_overdue| CreditLimits {
        past_due,
        outstanding,
        outstanding_and_orders,
        days_overdue,
    };
    let reviewed = limits(Some(100_000), Some(2_000_000), Some(3_000_000), Some(30));
    for (key_date, expected) in [
        ("2024-01-31", limits(None, Some(1_000_000), None, None)),
        ("2024-02-01", reviewed),
        ("2024-05-01", limits(None, Some(5_000_000), None, None)),
        ("2024-05-31", limits(None, Some(5_000_000), None, None)),
        ("2024-06-01", reviewed),
    ] {
        assert_eq!(standing(&mut desk, "2003", key_date).standing.limits, expected, "{key_date}");
    }
}

#[test]
fn fr_02_overrides_of_companies_are_shown_beside_and_replace_nothing() {
    let mut desk = payers();
    desk.takes(
        "items",
        &format!(
            "{ITEMS}01,R1,invoice,2001,0,D,2024-04-01,2024-05-01,EUR,1000.00\n\
             02,R2,invoice,2002,0,D,2024-05-15,2024-06-14,EUR,200.00\n\
             02,R3,invoice,2003,0,D,2024-06-20,2024-07-20,EUR,30.00\n"
        ),
    );
    desk.takes(
        "credit_limits",
        &format!(
            "{LIMITS}2001,,,2024-01-01,,,5000.00,,,EUR,,\n2001,,02,2024-01-01,,,220.00,,10,EUR,,division\n"
        ),
    );
    let found = standing(&mut desk, "2001", "2024-06-30");
    assert_eq!((found.standing.outstanding, found.standing.limits.outstanding), (123_000, Some(500_000)));
    let [of_02] = found.overrides.as_slice() else { panic!("{:?}", found.overrides) };
    assert_eq!((of_02.limits.outstanding, of_02.limits.days_overdue), (Some(22_000), Some(10)));
    assert_eq!((of_02.sums.outstanding, of_02.sums.days_overdue(day("2024-06-30"))), (23_000, Some(16)));
}

#[test]
fn r9_1_payment_behaviour_is_the_payers_and_compares_three_months_with_twelve() {
    let mut desk = payers();
    desk.takes(
        "items",
        &format!(
            "{ITEMS}01,R1,invoice,2001,0,D,2023-09-01,2023-10-01,EUR,100.00\n\
             01,R2,invoice,2002,0,D,2024-03-01,2024-04-01,EUR,300.00\n\
             01,R3,invoice,2003,0,D,2024-03-01,2024-04-01,EUR,100.00\n\
             01,R4,invoice,2003,0,D,2024-02-01,2024-03-01,EUR,1000.00\n"
        ),
    );
    desk.takes(
        "settlements",
        &format!(
            "{SETTLEMENTS}01,R1,invoice,2023-10-06,100.00,payment\n01,R2,invoice,2024-04-11,300.00,payment\n\
             01,R3,invoice,2024-05-21,60.00,payment\n01,R3,invoice,2024-05-22,40.00,write_off\n"
        ),
    );
    let found = standing(&mut desk, "2001", "2024-06-30").standing;
    // 300.00 ten days late and 60.00 fifty days late; the write-off says nothing.
    assert_eq!((found.days_late, found.days_late_before), (Some(17), Some(5)));
    // At 30 March R2, R3 and R4 were open, R4 alone past due.
    assert_eq!((found.past_due_percent, found.past_due_percent_before), (Some(100), Some(71)));
}
