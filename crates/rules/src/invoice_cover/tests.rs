use super::*;
use crate::calendar::Term;
use crate::codes::BuyerKind;
use crate::ledger::Cancellation;
use crate::limit::LimitDecision;
use crate::money::Currency;

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

fn decision(until: Option<&str>, max_term_months: Option<u16>) -> LimitDecision {
    LimitDecision {
        id: 1,
        valid_from: day("2024-01-01"),
        valid_until: until.map(day),
        amount: Some(1_000),
        currency: Currency::EUR,
        response: 2,
        conditions_met: false,
        max_term_months,
        max_term_months_value_dated: None,
        max_term_months_bills: None,
        insured_percent: None,
        top_up: false,
    }
}

fn case(sum: i64, decision: Option<LimitDecision>) -> BuyerCase {
    BuyerCase {
        buyer_id: 1,
        kind: BuyerKind::Named,
        covered: true,
        sum,
        decision,
        start: None,
        cancellation: Cancellation::Named { decisions: Vec::new(), declined_on: None },
        uncovered_from: None,
        caps: Vec::new(),
    }
}

fn policy() -> Policy {
    let mut policy = Policy::with_defaults("ACR/A", Currency::EUR, day("2024-01-01"), Term::Days(60));
    policy.valid_until = Some(day("2024-12-31"));
    policy
}

#[test]
fn r9_7_will_it_be_covered_when_invoiced() {
    let (named, longer) = (Some(decision(None, None)), Some(decision(None, Some(4))));
    let temporary = Some(decision(Some("2024-06-30"), None));
    let (none, full, low) = (case(0, None), case(1_000, named.clone()), case(300, named));
    let (long, ending) = (case(1_000, longer), case(1_000, temporary));
    let policy = policy();
    let base = Ahead {
        policy: &policy,
        now: Some(&full),
        then: Some(&full),
        uncovered_from: None,
        excluded: None,
        invoice_date: day("2024-07-01"),
        due_date: day("2024-08-30"),
        amount: 400,
        exposure: 600,
    };
    let excluded = |reason| Ahead { excluded: Some(reason), ..base };
    let table: Vec<(&str, Ahead<'_>, Covered, i64, Vec<Stop>)> = vec![
        ("room to the last unit", base, Covered::Yes, 400, vec![]),
        ("room for a part", Ahead { exposure: 601, ..base }, Covered::Partly, 399, vec![Stop::NoRoom]),
        ("no room", Ahead { exposure: 1_000, ..base }, Covered::No, 0, vec![Stop::NoRoom]),
        (
            "credits free nothing beyond the sum",
            Ahead { exposure: -50, amount: 1_001, ..base },
            Covered::Partly,
            1_000,
            vec![Stop::NoRoom],
        ),
        (
            "due a day too late",
            Ahead { due_date: day("2024-08-31"), ..base },
            Covered::No,
            0,
            vec![Stop::TermTooLong],
        ),
        (
            "the decision allows four months",
            Ahead { due_date: day("2024-11-01"), now: Some(&long), then: Some(&long), ..base },
            Covered::Yes,
            400,
            vec![],
        ),
        (
            "dated on the day cover stops",
            Ahead { uncovered_from: Some(day("2024-07-01")), ..base },
            Covered::Yes,
            400,
            vec![],
        ),
        (
            "dated after it",
            Ahead { uncovered_from: Some(day("2024-06-30")), ..base },
            Covered::No,
            0,
            vec![Stop::Uncovered],
        ),
        (
            "the limit ends before",
            Ahead { now: Some(&ending), then: Some(&none), ..base },
            Covered::No,
            0,
            vec![Stop::LimitExpires],
        ),
        ("withdrawal announced", Ahead { then: Some(&none), ..base }, Covered::No, 0, vec![Stop::Withdrawn]),
        (
            "a lower sum announced",
            Ahead { then: Some(&low), exposure: 200, ..base },
            Covered::Partly,
            100,
            vec![Stop::NoRoom],
        ),
        (
            "no sum at all",
            Ahead { now: Some(&none), then: Some(&none), ..base },
            Covered::No,
            0,
            vec![Stop::NoCover],
        ),
        ("no cover at all", Ahead { now: None, then: None, ..base }, Covered::No, 0, vec![Stop::NoCover]),
        (
            "after the end of the policy",
            Ahead { invoice_date: day("2025-01-01"), due_date: day("2025-01-31"), ..base },
            Covered::No,
            0,
            vec![Stop::PolicyEnds],
        ),
        ("country", excluded(StatusReason::CountryExcluded), Covered::No, 0, vec![Stop::CountryExcluded]),
        ("category", excluded(StatusReason::CategoryExcluded), Covered::No, 0, vec![Stop::CategoryExcluded]),
        (
            "absurd amounts",
            Ahead { amount: i64::MAX, exposure: i64::MAX, ..base },
            Covered::No,
            0,
            vec![Stop::NoRoom],
        ),
    ];
    for (why, ahead, covered, amount, stops) in table {
        let found = invoice_cover(&ahead);
        assert_eq!((found.covered, found.amount, found.stops), (covered, amount, stops), "{why}");
    }
}

#[test]
fn r9_7_the_answer_names_its_dates() {
    let policy = policy();
    let full = case(1_000, Some(decision(Some("2024-09-30"), None)));
    let found = invoice_cover(&Ahead {
        policy: &policy,
        now: Some(&full),
        then: Some(&full),
        uncovered_from: Some(day("2024-10-01")),
        excluded: None,
        invoice_date: day("2024-07-01"),
        due_date: day("2024-07-31"),
        amount: 400,
        exposure: 100,
    });
    let dates =
        [found.max_term_date, found.limit_ends, found.uncovered_from].map(|day| day.map(|d| d.to_string()));
    assert_eq!(dates, ["2024-08-30", "2024-09-30", "2024-10-01"].map(|text| Some(text.to_owned())));
    assert_eq!((found.insured_sum, found.room), (Some(1_000), Some(900)));
}

#[test]
fn r9_7_another_sum_changes_the_room_and_not_what_stops_cover() {
    let policy = policy();
    let full = case(1_000, Some(decision(None, None)));
    let base = Ahead {
        policy: &policy,
        now: Some(&full),
        then: Some(&full),
        uncovered_from: None,
        excluded: None,
        invoice_date: day("2024-07-01"),
        due_date: day("2024-08-30"),
        amount: 400,
        exposure: 1_200,
    };
    let late = Ahead { due_date: day("2024-08-31"), ..base };
    for (ahead, sum, covered, amount, stops) in [
        (base, 1_600, Covered::Yes, 400, vec![]),
        (base, 1_500, Covered::Partly, 300, vec![Stop::NoRoom]),
        (base, 0, Covered::No, 0, vec![Stop::NoCover]),
        (late, 1_600, Covered::No, 0, vec![Stop::TermTooLong]),
    ] {
        let found = invoice_cover(&ahead).with_sum(sum, 400);
        assert_eq!((found.covered, found.amount, found.stops), (covered, amount, stops), "{sum}");
    }
    let foreign = InvoiceCover::not_insured(day("2024-07-01"), day("2024-07-01"));
    assert_eq!(foreign.clone().with_sum(500, 400), foreign, "under no policy a sum means nothing");
}
