use super::Answer::{Allow, Block, Warn};
use super::*;
use crate::invoice_cover::Covered;

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

fn insured() -> InvoiceCover {
    InvoiceCover { covered: Covered::Yes, ..InvoiceCover::not_insured(day("2024-07-01"), day("2024-07-31")) }
}

fn asked<'a>(standing: &'a Standing, cover: &'a InvoiceCover, amount: i64) -> OrderAsked<'a> {
    OrderAsked {
        point: CheckPoint::Entry,
        amount,
        allowed_before: None,
        is_released: false,
        standing,
        limit_check: LimitCheck::Lower,
        tolerance: 0,
        group: None,
        cover,
    }
}

fn own(limit: i64) -> CreditLimits {
    CreditLimits { outstanding: Some(limit), ..CreditLimits::default() }
}

fn grounds(checked: &OrderChecked) -> Vec<Ground> {
    checked.findings.iter().map(|finding| finding.ground).collect()
}

/// What other programs answer to an order, as their tests and threads say it, with ours and why where it differs.
#[test]
fn r9_7_the_cases_of_other_programs() {
    // case, outstanding, orders, own limit, this order, point, allowed before, ours
    let table = [
        ("PL-1 no limit is unlimited", 100, 0, None, 0, CheckPoint::Entry, None, Allow),
        ("PL-1 no limit is unlimited", 100, 0, None, 100, CheckPoint::Entry, None, Allow),
        ("PL-3 within the limit", 100, 0, Some(200), 1, CheckPoint::Entry, None, Allow),
        // There a warning; here the house's limit is a limit, and its tolerance is what warns only.
        ("PL-5 at the limit", 100, 0, Some(100), 50, CheckPoint::Entry, None, Block),
        ("PL-7 a running order goes on", 100, 0, Some(100), 50, CheckPoint::Line, Some(50), Warn),
        ("PL-7 but not when it grows", 100, 0, Some(100), 51, CheckPoint::Line, Some(50), Block),
        ("PL-7 and not out of the house", 100, 0, Some(100), 50, CheckPoint::Release, Some(50), Block),
        ("PL-27 above the limit", 24_605, 0, Some(25_000), 6_420, CheckPoint::Entry, None, Block),
        ("PL-29 the payer's limit counts", 0, 0, Some(1_000), 300, CheckPoint::Entry, None, Allow),
        ("PL-33 a delivery counts once", 0, 0, Some(100), 60, CheckPoint::Release, Some(60), Allow),
        ("PL-35 over already", 100, 0, Some(50), 1, CheckPoint::Entry, None, Block),
        ("PL-35 over already, delivery", 100, 0, Some(50), 1, CheckPoint::Release, Some(1), Block),
    ];
    for (case, outstanding, orders, limit, amount, point, allowed_before, expected) in table {
        let limits = CreditLimits { outstanding: limit, ..CreditLimits::default() };
        let standing = Standing { outstanding, orders, limits, ..Standing::default() };
        let cover = insured();
        let asked = OrderAsked { point, allowed_before, ..asked(&standing, &cover, amount) };
        assert_eq!(check_order(&asked).answer, expected, "{case}");
    }
}

#[test]
fn r9_7_the_exposure_is_compared_with_what_the_house_chose() {
    // own limit, insured sum, accepted excess; compared with; answer, limit, room for an exposure of 900 + 50 + 50
    for (own_limit, sum, accepted, check, answer, limit, room) in [
        (Some(1_000), Some(800), 0, LimitCheck::CreditLimit, Allow, Some(1_000), Some(0)),
        (Some(1_000), Some(800), 0, LimitCheck::InsuredSum, Block, Some(800), Some(-200)),
        (Some(1_000), Some(800), 0, LimitCheck::Lower, Block, Some(800), Some(-200)),
        (Some(1_000), Some(800), 200, LimitCheck::Lower, Allow, Some(1_000), Some(0)),
        (Some(900), Some(2_000), 0, LimitCheck::Lower, Block, Some(900), Some(-100)),
        (Some(900), Some(2_000), 0, LimitCheck::InsuredSum, Allow, Some(2_000), Some(1_000)),
        (Some(900), Some(800), 0, LimitCheck::None, Allow, None, None),
        (None, Some(0), 0, LimitCheck::Lower, Block, Some(0), Some(-1_000)),
        (None, None, 0, LimitCheck::Lower, Allow, None, None),
        (None, None, 0, LimitCheck::InsuredSum, Allow, None, None),
    ] {
        let limits = CreditLimits { outstanding: own_limit, ..CreditLimits::default() };
        let standing = Standing {
            outstanding: 900,
            insured_exposure: 900,
            orders: 50,
            insured_sum: sum,
            accepted_excess: accepted,
            limits,
            ..Standing::default()
        };
        let cover = insured();
        let checked = check_order(&OrderAsked { limit_check: check, ..asked(&standing, &cover, 50) });
        assert_eq!(
            (checked.answer, checked.limit, checked.room, checked.exposure),
            (answer, limit, room, 1_000),
            "{own_limit:?} {sum:?} {accepted} {check:?}"
        );
    }
}

#[test]
fn r9_7_within_the_tolerance_it_only_warns() {
    for (limit, tolerance, answer) in [(1_000, 0, Allow), (999, 0, Block), (999, 1, Warn), (998, 1, Block)] {
        let standing = Standing { outstanding: 950, limits: own(limit), ..Standing::default() };
        let cover = insured();
        let checked = check_order(&OrderAsked { tolerance, ..asked(&standing, &cover, 50) });
        assert_eq!(checked.answer, answer, "{limit} and {tolerance}");
    }
}

#[test]
fn fr_10_limits_1_3_and_4_and_the_group_are_reasons_too() {
    let all = CreditLimits {
        past_due: Some(100),
        outstanding: Some(5_000),
        outstanding_and_orders: Some(600),
        days_overdue: Some(30),
    };
    let fine = Standing {
        past_due: 100,
        outstanding: 500,
        days_overdue: Some(30),
        limits: all,
        ..Standing::default()
    };
    let group = Some((9_950, own(10_000)));
    let cover = insured();
    let within = OrderAsked { group, ..asked(&fine, &cover, 50) };
    assert_eq!(check_order(&within).findings, vec![], "exactly the limit is within it");
    let over = Standing { past_due: 101, orders: 51, days_overdue: Some(31), ..fine.clone() };
    let checked = check_order(&OrderAsked { standing: &over, amount: 51, ..within });
    assert_eq!(checked.answer, Block);
    let values: Vec<_> = checked.findings.iter().map(|f| (f.ground, f.actual, f.limit)).collect();
    let amounts = |a, l| (Value::Amount(a), Value::Amount(l));
    let expected = [
        (Ground::PastDue, amounts(101, 100)),
        (Ground::CreditLimit, amounts(602, 600)),
        (Ground::GroupLimit, amounts(10_001, 10_000)),
        (Ground::DaysOverdue, (Value::Days(31), Value::Days(30))),
    ];
    assert_eq!(values, expected.map(|(ground, (a, l))| (ground, a, l)));
}

#[test]
fn r9_7_stops_of_the_policy_block_where_the_insured_sum_counts() {
    let stopped = InvoiceCover {
        covered: Covered::No,
        max_term_date: Some(day("2024-07-20")),
        uncovered_from: Some(day("2024-06-30")),
        limit_ends: Some(day("2024-06-15")),
        stops: vec![Stop::TermTooLong, Stop::Uncovered, Stop::LimitExpires, Stop::NoRoom],
        ..insured()
    };
    let standing = Standing { insured_sum: Some(1_000), ..Standing::default() };
    for (check, answer, count) in [
        (LimitCheck::Lower, Block, 4),
        (LimitCheck::InsuredSum, Block, 4),
        (LimitCheck::CreditLimit, Warn, 4),
        (LimitCheck::None, Allow, 0),
    ] {
        let asked = OrderAsked { limit_check: check, ..asked(&standing, &stopped, 50) };
        let checked = check_order(&asked);
        assert_eq!((checked.answer, checked.findings.len()), (answer, count), "{check:?}");
        // An order that runs is not stopped by what came later; the release looks again.
        let running = OrderAsked { allowed_before: Some(50), ..asked };
        let expected = if count == 0 { Allow } else { Warn };
        assert_eq!(check_order(&running).answer, expected, "{check:?} running");
        let leaving = OrderAsked { point: CheckPoint::Release, ..running };
        assert_eq!(check_order(&leaving).answer, answer, "{check:?} leaving");
        let released = OrderAsked { is_released: true, ..leaving };
        assert_eq!(check_order(&released).answer, expected, "{check:?} released by somebody");
        assert_eq!(check_order(&OrderAsked { amount: 51, ..released }).answer, answer, "{check:?} grown");
    }
}

#[test]
fn r9_7_a_sum_that_will_be_lower_warns_unless_the_excess_is_accepted() {
    let less =
        InvoiceCover { covered: Covered::Partly, room: Some(40), stops: vec![Stop::NoRoom], ..insured() };
    for (accepted, expected) in [(0, vec![Ground::LessRoom]), (9, vec![Ground::LessRoom]), (10, vec![])] {
        let standing =
            Standing { insured_sum: Some(1_000), accepted_excess: accepted, ..Standing::default() };
        assert_eq!(grounds(&check_order(&asked(&standing, &less, 50))), expected, "{accepted}");
    }
}

#[test]
fn fr_11_a_blocked_buyer_is_another_thing_than_an_order_above_its_limit() {
    let cover = insured();
    let blocked = Standing { is_blocked: true, ..Standing::default() };
    // Whatever is compared, and whether the order runs already.
    for check in LimitCheck::ALL {
        for allowed_before in [None, Some(50)] {
            let asked = OrderAsked { limit_check: *check, allowed_before, ..asked(&blocked, &cover, 50) };
            let checked = check_order(&asked);
            assert_eq!((checked.answer, grounds(&checked)), (Block, vec![Ground::Blocked]), "{check:?}");
        }
    }
}

#[test]
fn r14_2_absurd_amounts_saturate() {
    let standing = Standing {
        outstanding: i64::MAX,
        orders: i64::MAX,
        insured_exposure: i64::MAX,
        insured_sum: Some(i64::MAX),
        accepted_excess: i64::MAX,
        past_due: i64::MIN,
        limits: own(i64::MIN),
        ..Standing::default()
    };
    let cover = insured();
    let checked = check_order(&OrderAsked { tolerance: i64::MAX, ..asked(&standing, &cover, i64::MAX) });
    assert_eq!((checked.answer, checked.room), (Block, Some(i64::MIN)));
    let checked = check_order(&asked(&Standing::default(), &cover, i64::MIN));
    assert_eq!((checked.answer, checked.exposure), (Allow, 0));
}
