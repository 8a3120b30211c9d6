//! Random portfolios through random days: the program and the plain second implementation must say the same after every
//! step, and each property of the rules holds by itself. `OBLIGO_PROPERTY_CASES` sets the number of cases,
//! `OBLIGO_PROPERTY_CASE` plays one case by its number.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "property/compare.rs"]
mod compare;
#[path = "property/dice.rs"]
mod dice;
#[path = "property/generate.rs"]
mod generate;
#[path = "property/portfolio.rs"]
mod portfolio;
#[path = "property/product.rs"]
mod product;
#[path = "property/shrink.rs"]
mod shrink;
#[path = "property/story.rs"]
mod story;
#[path = "property/terms.rs"]
mod terms;

use compare::{Mismatch, agree};
use proptest::prelude::{Config, Strategy, any};
use proptest::test_runner::{RngAlgorithm, TestError, TestRng, TestRunner};
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
    let outcome = runner.run(&any::<u64>().no_shrink(), |number| {
        match guarded(holds, &generate::story(number)) {
            None => Ok(()),
            Some(mismatch) => Err(proptest::test_runner::TestCaseError::fail(mismatch.what)),
        }
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
