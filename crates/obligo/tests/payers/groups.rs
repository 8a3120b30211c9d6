//! Credit groups: a common limit in one currency against the sum of the members (FR-10).

use super::{GROUPS, ITEMS, LIMITS, accounts, book, payers, standing};
use obligo_rules::credit_limit::GroupUse;

#[test]
fn fr_10_a_group_limit_is_compared_with_the_sum_of_its_members_in_the_groups_currency() {
    let mut desk = payers();
    desk.takes(
        "credit_groups",
        &format!(
            "{GROUPS}HOLDING,Holding,EUR,2001,2024-01-01,\nHOLDING,Holding,EUR,2004,2024-01-01,2024-06-30\n"
        ),
    );
    desk.takes("credit_limits", &format!("{LIMITS},HOLDING,,2024-01-01,,,700.00,900.00,20,EUR,Board,\n"));
    desk.takes(
        "items",
        &format!(
            "{ITEMS}01,R1,invoice,2003,0,D,2024-05-01,2024-06-10,EUR,600.00\n\
             01,R2,invoice,2004,0,D,2024-06-20,2024-07-20,USD,400.00\n"
        ),
    );
    desk.takes(
        "orders",
        "account,branch,account_type,order_no,order_date,currency,amount\n2004,0,D,A1,2024-06-25,USD,100.00\n",
    );
    let of_day = book(&mut desk, "2024-06-30").unwrap();
    let group = of_day.group("HOLDING").unwrap();
    assert_eq!(group.used, GroupUse { past_due: 60_000, outstanding: 80_000, orders: 5_000 });
    assert_eq!((group.days_overdue, group.limits.outstanding), (Some(20), Some(70_000)));
    assert_eq!(accounts(&mut desk, &group.members), ["2001", "2004"]);
    // account, limits 2 and 3 that bind: what the other leaves, in the member's currency; its own credit limit is higher
    for (account, outstanding, with_orders) in
        [("2001", Some(50_000), Some(65_000)), ("2004", Some(20_000), Some(60_000))]
    {
        let found = standing(&mut desk, account, "2024-06-30");
        assert_eq!(found.group.as_deref(), Some("HOLDING"));
        let limits = found.standing.limits;
        assert_eq!(
            (limits.outstanding, limits.outstanding_and_orders),
            (outstanding, with_orders),
            "{account}"
        );
        assert_eq!(limits.days_overdue, Some(20));
        assert!(found.standing.outstanding > limits.outstanding.unwrap(), "the group is over its limit");
    }
    let left = standing(&mut desk, "2004", "2024-07-01");
    assert_eq!((left.group, left.standing.limits.outstanding), (None, Some(500_000)));
    assert_eq!(standing(&mut desk, "2001", "2024-07-01").standing.limits.outstanding, Some(70_000));
}

#[test]
fn fr_10_a_payer_is_in_one_group_at_a_time() {
    let mut desk = payers();
    desk.takes(
        "credit_groups",
        &format!("{GROUPS}A,First,EUR,2001,2024-01-01,\nB,Second,EUR,,2024-01-01,\n"),
    );
    desk.takes("credit_groups", &format!("{GROUPS}B,Second,EUR,2001,2024-04-01,\n"));
    for (key_date, group) in [("2023-12-31", None), ("2024-03-31", Some("A")), ("2024-04-01", Some("B"))] {
        assert_eq!(standing(&mut desk, "2002", key_date).group.as_deref(), group, "{key_date}");
    }
    let of_day = book(&mut desk, "2024-04-01").unwrap();
    let members: Vec<_> = of_day.groups.iter().map(|g| (g.group.code.as_str(), g.members.len())).collect();
    assert_eq!(members, [("A", 0), ("B", 1)]);
}
