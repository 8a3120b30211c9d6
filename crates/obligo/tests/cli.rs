//! The command line from outside: help, usage, exit codes, what is printed where.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::process::{Command, Output, Stdio};

const COMMANDS: [&[&str]; 23] = [
    &[],
    &["demo"],
    &["import"],
    &["policy"],
    &["policy", "put"],
    &["policy", "show"],
    &["policy", "check"],
    &["declare"],
    &["notify"],
    &["items"],
    &["buyers"],
    &["limits"],
    &["runs"],
    &["runs", "list"],
    &["runs", "show"],
    &["runs", "reverse"],
    &["deadlines"],
    &["explain"],
    &["edit"],
    &["event"],
    &["close-day"],
    &["verify"],
    &["backup"],
];

/// The program in an empty folder, without anything of the environment that it reads.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_obligo"));
    for name in ["OBLIGO_STORE", "OBLIGO_LANG", "OBLIGO_ACTOR", "OBLIGO_CONFIG", "OBLIGO_NOW", "COLUMNS"] {
        command.env_remove(name);
    }
    command.current_dir(folder).env("OBLIGO_NOW", "2024-06-30T12:00:00Z").env("OBLIGO_ACTOR", "test");
    command.stdin(Stdio::null());
    command
}

fn run(folder: &Path, words: &[&str]) -> Output {
    program(folder).args(words).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A folder with a store of the scenario `every-status` in `obligo.db`.
fn filled() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/every-status");
    let done = run(folder.path(), &["import", "scenario", scenario.to_str().unwrap()]);
    assert!(done.status.success(), "{}", said(&done));
    folder
}

#[test]
fn every_help_has_an_example_and_the_exit_codes() {
    let folder = tempfile::tempdir().unwrap();
    for words in COMMANDS.iter().copied().chain([["restore"].as_slice()]) {
        for flag in ["-h", "--help"] {
            let output = run(folder.path(), &[words, &[flag]].concat());
            let help = printed(&output);
            assert_eq!(output.status.code(), Some(0), "{words:?}");
            let command = [&["obligo"], words].concat().join(" ");
            assert!(
                help.contains("Examples:\n") && help.contains(&format!("  {command}")),
                "{words:?}: {help}"
            );
            assert!(help.contains("Exit codes: 0 done; 1 "), "{words:?}: {help}");
        }
    }
}

#[test]
fn exit_codes_tell_what_went_wrong() {
    let folder = filled();
    std::fs::write(folder.path().join("bad.csv"), "company,nmae\n01,x\n").unwrap();
    std::fs::write(folder.path().join("text.db"), "no store at all, but long enough to be looked at")
        .unwrap();
    let declare =
        ["declare", "--policy", "ACR/A", "--key-date", "2024-01-31", "--buyers", "named", "--final"];
    // words, exit code, code of the problem
    let table: [(&[&str], i32, &str); 16] = [
        (&["--no-such-flag"], 2, ""),
        (&["items", "--no-such-flag"], 2, ""),
        (&["no-such-command"], 2, ""),
        (&["items", "--as-of", "2024-02-30"], 2, "2024-02-30"),
        (&["items", "--store", "mysql://x"], 2, "store-url"),
        (&["items", "--store", "postgres://localhost/x"], 4, "store-postgres-not-yet"),
        (&["items", "--store", "sqlite:absent.db"], 4, "store-missing"),
        (&["items", "--store", "sqlite:text.db"], 4, "store-not-a-store"),
        (&["items", "--config", "absent.toml"], 2, "config-unreadable"),
        (&["import", "companies", "bad.csv"], 1, "csv-unknown-column"),
        (&["import", "companies", "absent.csv"], 1, "file-not-found"),
        (&["import", "nothing", "bad.csv"], 2, ""),
        (&["edit", "01/K1/invoice", "--insured", "1.00"], 2, "--reason"),
        (&["edit", "01/K1/invoice", "--reason", "none"], 2, ""),
        (&declare, 0, ""),
        (&declare, 3, "run-not-after-last"),
    ];
    for (words, code, names) in table {
        let output = run(folder.path(), words);
        assert_eq!(output.status.code(), Some(code), "{words:?}: {}", said(&output));
        assert!(said(&output).contains(names), "{words:?}: {}", said(&output));
        assert!(code == 0 || output.stdout.is_empty(), "{words:?}: {}", printed(&output));
    }
}

#[test]
fn r14_1_a_refused_file_is_shown_with_its_line() {
    let folder = filled();
    std::fs::write(folder.path().join("bad.csv"), "company,nmae\n01,x\n").unwrap();
    let output = run(folder.path(), &["import", "companies", "bad.csv"]);
    let said = said(&output);
    assert!(said.starts_with("error[csv-unknown-column]: bad.csv:1: "), "{said}");
    assert!(said.contains("1 | company,nmae\n  |         ^^^^\n"), "{said}");
    assert!(said.contains("\n  remedy: "), "{said}");
}

#[test]
fn json_is_one_object_a_line_and_nothing_else() {
    let folder = filled();
    for words in
        [["items", "--all"].as_slice(), &["buyers"], &["limits"], &["deadlines"], &["runs"], &["verify"]]
    {
        let output = run(folder.path(), &[words, &["--json"]].concat());
        assert!(output.status.success(), "{words:?}: {}", said(&output));
        for line in printed(&output).lines() {
            assert!(line.starts_with('{') && line.ends_with('}'), "{words:?}: {line}");
        }
    }
}

#[test]
fn piped_output_has_no_colors_and_colors_can_be_had() {
    let folder = filled();
    let plain = run(folder.path(), &["items", "--as-of", "2024-01-31"]);
    assert!(!printed(&plain).contains('\u{1b}'));
    let painted = run(folder.path(), &["items", "--as-of", "2024-01-31", "--color", "always"]);
    assert!(printed(&painted).contains('\u{1b}'));
    let refused = run(folder.path(), &["items", "--store", "sqlite:absent.db"]);
    assert!(!said(&refused).contains('\u{1b}'));
}

#[test]
fn settings_come_from_flags_then_environment_then_file() {
    let folder = filled();
    let path = folder.path();
    let entries =
        |command: &mut Command| command.args(["items", "--json", "--all"]).output().unwrap().status.code();
    // An absent store shows which setting was taken: exit 4.
    assert_eq!(entries(&mut program(path)), Some(0), "the default");
    std::fs::write(path.join("obligo.toml"), "store = \"sqlite:absent.db\"\n").unwrap();
    assert_eq!(entries(&mut program(path)), Some(4), "the file");
    assert_eq!(entries(program(path).env("OBLIGO_STORE", "sqlite:obligo.db")), Some(0), "the environment");
    let mut flag = program(path);
    flag.env("OBLIGO_STORE", "sqlite:obligo.db").args(["--store", "sqlite:absent.db"]);
    assert_eq!(entries(&mut flag), Some(4), "the flag");
    std::fs::write(path.join("obligo.toml"), "stroe = \"sqlite:absent.db\"\n").unwrap();
    let output = run(path, &["items"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("is \"store\" meant?"), "{}", said(&output));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = filled();
    let mut child = program(folder.path())
        .args(["items", "--all", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(output.stderr.is_empty(), "{}", said(&output));
}

#[test]
fn empty_lists_say_what_to_do_next() {
    let folder = filled();
    for (words, hint) in [
        (["runs"].as_slice(), "--final"),
        (&["items", "--status", "C"], "obligo import items"),
        (&["deadlines", "--days", "1"], "--days"),
    ] {
        let output = run(folder.path(), words);
        assert!(printed(&output).contains(hint), "{words:?}: {}", printed(&output));
    }
}
