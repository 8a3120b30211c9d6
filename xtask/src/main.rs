//! The chores of the repository, run as `cargo xtask NAME`.

mod bench;
mod fuzz;
mod needs;
mod step;
mod test;
mod tools;

use std::process::ExitCode;

const HELP: &str = "\
The chores of the repository.

Usage: cargo xtask NAME

  test         everything a change must pass: format, lints, tests, documentation, dependencies
  test --fast  the tests alone
  needs        looks for what the tests call beside Rust, and installs it where it may
  fuzz         any bytes for every reader of files, a minute for all of them
  soak         the same, ten minutes for each; options: soak [--seconds N] [READER…]
  bench        engine, import and declarations measured against DuckDB, Polars and SQLite; options: bench --help

Exit codes: 0 all passed; 1 a step failed, its name is the last line; 2 wrong usage.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        [] | ["help" | "--help" | "-h"] | ["test", "--help" | "-h"] => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        ["test"] => test::all(),
        ["test", "--fast"] => test::fast(),
        ["needs"] => test::needs(),
        ["fuzz"] => fuzz::fuzz(),
        ["soak", arguments @ ..] => fuzz::soak(arguments),
        ["bench", arguments @ ..] => bench::bench(arguments),
        _ => {
            eprintln!("cargo xtask knows no `{}`.\n\n{HELP}", words.join(" "));
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}
