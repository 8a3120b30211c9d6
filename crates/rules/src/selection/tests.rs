//! Selection runs as tables: who is listed, and what has changed since the run before.

use super::*;
use crate::standing::CreditLimits;

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

fn criteria() -> BTreeMap<Currency, Vec<Criterion>> {
    let usual = |measure: Measure| Criterion {
        name: measure.code().to_owned(),
        measure,
        is_on: true,
        threshold: None,
    };
    let all: Vec<Criterion> = Measure::ALL.iter().map(|measure| usual(*measure)).collect();
    BTreeMap::from([(Currency::EUR, all.clone()), (Currency::parse("SEK").unwrap(), all)])
}

fn candidate(payer: i64, manager: &str, past_due: i64, days: i32) -> Candidate {
    let limits = CreditLimits { past_due: Some(1_000), days_overdue: Some(30), ..CreditLimits::default() };
    let standing = Standing {
        past_due,
        outstanding: past_due,
        days_overdue: Some(days),
        insured_sum: Some(1_000_000),
        limits,
        ..Standing::default()
    };
    Candidate {
        payer,
        credit_manager: manager.to_owned(),
        currency: Currency::EUR,
        standing,
        waits_until: None,
    }
}

fn run_on(
    number: i64,
    key_date: &str,
    candidates: &[Candidate],
    before: &BTreeMap<i64, Before>,
) -> Vec<Selected> {
    let criteria = criteria();
    selection(
        &Run { number, key_date: day(key_date), criteria: &criteria, managers: None },
        candidates,
        before,
    )
}

fn keep(key_date: &str, selected: &[Selected]) -> BTreeMap<i64, Before> {
    let before = |one: &Selected| (one.payer, Before { selected: one.clone(), key_date: day(key_date) });
    selected.iter().map(before).collect()
}

fn changes(selected: &[Selected]) -> Vec<(i64, &'static str)> {
    selected.iter().map(|one| (one.payer, one.change.code())).collect()
}

#[test]
fn fr_07_a_run_says_what_is_new_worse_better_same_and_cleared() {
    let first = run_on(1, "2024-06-10", &[candidate(1, "A", 2_000, 10)], &BTreeMap::new());
    assert_eq!(changes(&first), [(1, "new")]);
    let before = keep("2024-06-10", &first);
    // past due, days overdue of the oldest item, change five days later
    for (past_due, days, change) in [
        (2_000, 15, Some("same")),
        (2_001, 15, Some("worse")),
        (1_999, 15, Some("better")),
        (1_000, 15, Some("cleared")),
        (0, 15, Some("cleared")),
        // A criterion more outweighs an amount that fell.
        (1_500, 31, Some("worse")),
    ] {
        let next = run_on(2, "2024-06-15", &[candidate(1, "A", past_due, days)], &before);
        assert_eq!(next.first().map(|one| one.change.code()), change, "{past_due} {days}");
    }
}

#[test]
fn fr_07_time_alone_makes_nothing_worse() {
    let first = run_on(1, "2024-06-10", &[candidate(1, "A", 2_000, 40)], &BTreeMap::new());
    let before = keep("2024-06-10", &first);
    for (days, change) in [(45, "same"), (46, "worse"), (44, "better")] {
        let next = run_on(2, "2024-06-15", &[candidate(1, "A", 2_000, days)], &before);
        assert_eq!(changes(&next), [(1, change)], "{days} days overdue after five days");
    }
    let with_deadline = |date: &str| {
        let mut candidate = candidate(1, "A", 0, 0);
        candidate.standing.deadline = Some(day(date));
        [candidate]
    };
    let before = keep("2024-06-10", &run_on(1, "2024-06-10", &with_deadline("2024-06-12"), &BTreeMap::new()));
    for (deadline, key_date, change) in [
        ("2024-06-12", "2024-06-11", "same"),
        ("2024-06-12", "2024-06-12", "same"),
        ("2024-06-12", "2024-06-13", "worse"),
        ("2024-06-11", "2024-06-11", "worse"),
        ("2024-06-15", "2024-06-11", "better"),
    ] {
        let next = run_on(2, key_date, &with_deadline(deadline), &before);
        assert_eq!(changes(&next), [(1, change)], "{deadline} on {key_date}");
    }
}

#[test]
fn r9_2_a_payer_that_waits_keeps_its_history() {
    let mut waiting = candidate(1, "A", 2_000, 10);
    waiting.waits_until = Some(day("2024-06-15"));
    let first = run_on(1, "2024-06-10", &[candidate(1, "A", 2_000, 10)], &BTreeMap::new());
    let second = run_on(2, "2024-06-11", &[waiting], &keep("2024-06-10", &first));
    assert_eq!(changes(&second), [(1, "waiting")]);
    assert_eq!(totals(&second).amounts, BTreeMap::new(), "nothing to work on");
    let third = run_on(3, "2024-06-16", &[candidate(1, "A", 2_000, 16)], &keep("2024-06-11", &second));
    assert_eq!(changes(&third), [(1, "same")]);
    assert_eq!(third[0].reasons[0].since, 1, "without a break since the first run");
}

#[test]
fn r9_2_a_reason_that_went_and_came_again_is_a_new_one() {
    let first = run_on(1, "2024-06-10", &[candidate(1, "A", 2_000, 10)], &BTreeMap::new());
    let second = run_on(2, "2024-06-11", &[candidate(1, "A", 0, 0)], &keep("2024-06-10", &first));
    assert_eq!(changes(&second), [(1, "cleared")]);
    let third = run_on(3, "2024-06-12", &[candidate(1, "A", 0, 0)], &keep("2024-06-11", &second));
    assert_eq!(changes(&third), []);
    let fourth = run_on(4, "2024-06-13", &[candidate(1, "A", 2_000, 0)], &keep("2024-06-11", &second));
    assert_eq!((changes(&fourth), fourth[0].reasons[0].since), (vec![(1, "new")], 4));
}

#[test]
fn fr_07_a_run_is_for_the_managers_chosen_and_touches_no_other() {
    let managers = BTreeSet::from(["A".to_owned()]);
    let criteria = criteria();
    let run = Run { number: 2, key_date: day("2024-06-11"), criteria: &criteria, managers: Some(&managers) };
    let all = [candidate(1, "A", 2_000, 0), candidate(2, "B", 2_000, 0), candidate(3, "", 2_000, 0)];
    let before = keep("2024-06-10", &run_on(1, "2024-06-10", &all, &BTreeMap::new()));
    assert_eq!(changes(&selection(&run, &all, &before)), [(1, "same")]);
    // A payer that is gone is cleared by the run of its manager only.
    assert_eq!(changes(&selection(&run, &all[2..], &before)), [(1, "cleared")]);
}

#[test]
fn r9_3_totals_are_over_the_payers_to_work_on() {
    let mut foreign = candidate(3, "A", 7_000, 45);
    foreign.currency = Currency::parse("SEK").unwrap();
    let all = [candidate(1, "A", 2_000, 45), candidate(2, "A", 3_000, 0), foreign];
    let found = totals(&run_on(1, "2024-06-10", &all, &BTreeMap::new()));
    assert_eq!(found.payers, BTreeMap::from([(Change::New, 3)]));
    let (eur, sek) = (Currency::EUR, Currency::parse("SEK").unwrap());
    assert_eq!(found.amounts, BTreeMap::from([(eur, (5_000, 5_000)), (sek, (7_000, 7_000))]));
    let past_due = &found.criteria["past_due"];
    assert_eq!(past_due.payers, 3);
    assert_eq!(past_due.amounts, BTreeMap::from([(eur, (5_000, 2_000)), (sek, (7_000, 1_000))]));
    assert_eq!(found.criteria["days_overdue"].payers, 2);
    assert!(found.criteria["days_overdue"].amounts.is_empty());
}

#[test]
fn r9_2_absurd_amounts_neither_overflow_nor_hide_a_change() {
    let mut huge = candidate(1, "A", i64::MAX, i32::MAX);
    huge.standing.limits.past_due = Some(i64::MIN);
    let first = run_on(1, "0001-01-01", &[huge.clone()], &BTreeMap::new());
    let mut small = huge;
    small.standing.past_due = 0;
    let second = run_on(2, "9999-12-31", &[small], &keep("0001-01-01", &first));
    assert_eq!(changes(&second), [(1, "better")]);
    let all = [candidate(1, "A", i64::MAX, 0), candidate(2, "A", i64::MAX, 0)];
    let sums = totals(&run_on(1, "2024-06-10", &all, &BTreeMap::new()));
    assert_eq!(sums.amounts[&Currency::EUR], (i64::MAX, i64::MAX));
}
