//! A failing story made small: steps and rows are left out as long as it still fails in the same way.

use super::compare::Mismatch;
use super::story::{Step, Story};
use std::time::{Duration, Instant};

/// No longer than this.
const PATIENCE: Duration = Duration::from_secs(40);

/// The smallest story found that fails as `first` does, and how.
pub fn shrink(
    story: &Story,
    first: &Mismatch,
    fails: &dyn Fn(&Story) -> Option<Mismatch>,
) -> (Story, Mismatch) {
    let begun = Instant::now();
    let (mut story, mut mismatch) = (story.clone(), first.clone());
    if let Some(step) = mismatch.step {
        story.steps.truncate(step + 1);
    }
    loop {
        let size = weight(&story);
        for candidate in 0..size {
            if begun.elapsed() > PATIENCE {
                return (story, mismatch);
            }
            let mut smaller = story.clone();
            // From the end, where things depend on what stands before them.
            if weight(&smaller) <= candidate || !leave_out(&mut smaller, size - 1 - candidate) {
                continue;
            }
            if let Some(found) = fails(&smaller).filter(|found| found.what == mismatch.what) {
                (story, mismatch) = (smaller, found);
            }
        }
        if weight(&story) == size {
            return (story, mismatch);
        }
    }
}

/// Everything that can be left out.
fn weight(story: &Story) -> usize {
    let rows: usize = story.start.iter().map(|t| t.rows.len()).sum();
    let terms: usize = story.policies.iter().map(Vec::len).sum();
    let steps: usize = story.steps.iter().map(step_weight).sum();
    rows + terms + steps
}

fn step_weight(step: &Step) -> usize {
    match step {
        Step::Import(table) => 1 + table.rows.len(),
        _ => 1,
    }
}

/// Leaves out the n-th thing; says whether there was one.
fn leave_out(story: &mut Story, mut n: usize) -> bool {
    for table in &mut story.start {
        if n < table.rows.len() {
            table.rows.remove(n);
            return true;
        }
        n -= table.rows.len();
    }
    for lines in &mut story.policies {
        if n < lines.len() {
            lines.remove(n);
            return true;
        }
        n -= lines.len();
    }
    for position in 0..story.steps.len() {
        let of_step = step_weight(&story.steps[position]);
        if n < of_step {
            match &mut story.steps[position] {
                Step::Import(table) if n > 0 && table.rows.len() > 1 => {
                    table.rows.remove(n - 1);
                }
                _ => {
                    story.steps.remove(position);
                }
            }
            return true;
        }
        n -= of_step;
    }
    false
}
