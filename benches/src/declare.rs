//! Final declarations end to end through the program, each beside its floor.

use crate::files::{Files, POLICY};
use crate::floor::{self, Floor};
use crate::import::{Program, copy, remove};
use crate::measured::Measured;
use obligo_rules::calendar::Day;
use std::path::Path;

/// A final declaration beside its floor.
#[derive(Clone, Copy, Debug, Default)]
pub struct Declared {
    /// The program, from start to end.
    pub program: Measured,
    /// Bare `SQLite` for the same rows.
    pub floor: Floor,
}

/// Declares on copies of `store`, `tries` times; the store is left as the last one left its copy. `run` is the number the run gets.
pub fn measure(
    program: &Program,
    store: &Path,
    key_date: Day,
    run: i64,
    tries: usize,
) -> Result<Declared, String> {
    let (after, bare) = (program.folder.join("after.db"), program.folder.join("bare.db"));
    let date = key_date.to_string();
    let arguments =
        ["declare", "--policy", POLICY, "--key-date", &date, "--buyers", "named", "--final", "--json"];
    let mut best: Option<Declared> = None;
    for _ in 0..tries {
        copy(store, &after)?;
        let took = program.run(&after, &arguments)?;
        copy(store, &bare)?;
        let floor = floor::measure(&bare, &after, run)?;
        if floor.changes == 0 {
            return Err(format!("run {run} changed nothing, so there is nothing to compare"));
        }
        best = Some(best.map_or(Declared { program: took, floor }, |best| Declared {
            program: best.program.or_better(took),
            floor: best.floor.or_better(floor),
        }));
    }
    remove(&bare);
    copy(&after, store)?;
    remove(&after);
    best.ok_or_else(|| "no try".to_owned())
}

/// Two final declarations a month apart; between them the settlements of that month come in.
pub fn measure_two(
    program: &Program,
    files: &Files,
    store: &Path,
    [first, second]: [Day; 2],
    tries: usize,
) -> Result<[Declared; 2], String> {
    let of_first = measure(program, store, first, 1, tries)?;
    program.import(store, "settlements", &files.next_settlements)?;
    Ok([of_first, measure(program, store, second, 2, tries)?])
}
