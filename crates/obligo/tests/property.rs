//! Random portfolios through random days: the program and the plain second implementation must say the same after every
//! step, and each property of the rules holds by itself. `OBLIGO_PROPERTY_CASES` sets the number of cases,
//! `OBLIGO_PROPERTY_CASE` plays one case by its number.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "property/compare.rs"]
mod compare;
#[path = "property/dice.rs"]
mod dice;
#[path = "property/found.rs"]
mod found;
#[path = "property/generate.rs"]
mod generate;
#[path = "property/invariants.rs"]
mod invariants;
#[path = "property/portfolio.rs"]
mod portfolio;
// The real ledgers use the rest of it.
#[allow(dead_code)]
#[path = "property/product.rs"]
mod product;
#[path = "property/shrink.rs"]
mod shrink;
#[path = "property/story.rs"]
mod story;
#[path = "property/terms.rs"]
mod terms;

use compare::{Mismatch, agree};
use proptest::prelude::{Strategy, any};
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};
use story::Story;

/// How many cases are played, if nobody says otherwise.
const CASES: u32 = 150;

fn cases(share: u32) -> u32 {
    let asked = std::env::var("OBLIGO_PROPERTY_CASES").ok().and_then(|n| n.parse().ok());
    (asked.unwrap_or(CASES) / share).max(1)
}

/// A failure instead of a panic.
fn guarded(holds: fn(&Story) -> Result<(), Mismatch>, story: &Story) -> Option<Mismatch> {
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| holds(story))) {
        Ok(outcome) => outcome.err(),
        Err(_) => Some(Mismatch { step: None, what: "panic", text: "see above".to_owned() }),
    }
}

/// Plays one case in so many of the usual number; a failing one is made small and told.
fn property(share: u32, holds: fn(&Story) -> Result<(), Mismatch>) {
    let failed = match std::env::var("OBLIGO_PROPERTY_CASE").ok().and_then(|n| n.parse().ok()) {
        Some(number) => guarded(holds, &generate::story(number)).map(|_| number),
        None => failing_number(cases(share), holds),
    };
    let Some(number) = failed else { return };
    let story = generate::story(number);
    let Some(first) = guarded(holds, &story) else { panic!("case {number} failed once, and not again") };
    let (small, mismatch) = shrink::shrink(&story, &first, &|story| guarded(holds, story));
    let step = mismatch.step.map_or("at the start".to_owned(), |step| format!("at step {step}"));
    panic!("{small}\n{step}: {}\n{}", mismatch.what, mismatch.text);
}

/// The number of the first story that does not hold. The numbers are the same in every run, and not shrunk: a smaller
/// number is no smaller story.
fn failing_number(cases: u32, holds: fn(&Story) -> Result<(), Mismatch>) -> Option<u64> {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let outcome =
        runner.run(&any::<u64>().no_shrink(), |number| match guarded(holds, &generate::story(number)) {
            None => Ok(()),
            Some(mismatch) => Err(proptest::test_runner::TestCaseError::fail(mismatch.what)),
        });
    match outcome {
        Ok(()) => None,
        Err(TestError::Fail(_, number)) => Some(number),
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}

#[test]
fn r2_to_r8_the_program_and_the_second_implementation_agree() {
    property(1, agree);
}

#[test]
fn r5_1_insured_amounts_stay_between_zero_and_the_insurable_open_amount() {
    property(5, invariants::insured_within_bounds);
}

#[test]
fn r5_2_nothing_is_insured_beyond_the_room() {
    property(5, invariants::never_insured_beyond_the_room);
}

#[test]
fn r5_3_runs_lower_no_insured_amount() {
    property(5, invariants::never_lowered_by_a_run);
}

#[test]
fn r4_1_a_status_is_sticky_for_runs() {
    property(5, invariants::status_is_sticky);
}

#[test]
fn r3_9_dates_once_fixed_are_not_moved_by_runs() {
    property(5, invariants::dates_stay_fixed);
}

#[test]
fn r7_5_r8_1_previews_write_nothing_and_show_what_the_final_run_does() {
    property(5, invariants::previews_write_nothing);
}

#[test]
fn r8_4_a_reversal_restores_exactly() {
    property(5, invariants::a_reversal_restores);
}

#[test]
fn r14_1_importing_twice_changes_nothing() {
    property(5, invariants::importing_twice_changes_nothing);
}

#[test]
fn r0_4_lists_of_an_earlier_date_are_not_touched_by_later_runs() {
    property(5, invariants::the_past_stays);
}

#[test]
fn r8_1_runs_print_the_same_bytes_again() {
    property(5, invariants::runs_print_the_same_again);
}
