//! `cargo xtask fuzz` and `cargo xtask soak`: any bytes for every reader, with coverage to lead the way.

use crate::step::{cargo, run, step, workspace_root};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What lets the compiler count the ways a program takes, without a compiler of its own.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Ccodegen-units=1 --cfg fuzzing";

/// A minute for all readers together.
const MINUTE: u64 = 60;
/// Ten minutes for each.
const SOAK: u64 = 600;

/// A short run over all readers: a minute together, at least two seconds each.
pub fn fuzz() -> Result<(), String> {
    let target = Target::built()?;
    let readers = target.readers()?;
    let seconds = (MINUTE / readers.len().max(1) as u64).max(2);
    target.all(&readers, seconds)
}

/// A long run: ten minutes for each reader, or those named, or as long as `--seconds N` says.
pub fn soak(arguments: &[&str]) -> Result<(), String> {
    let (seconds, named) = match arguments {
        ["--seconds", seconds, named @ ..] => {
            (seconds.parse().map_err(|_| format!("--seconds {seconds}: no number"))?, named)
        }
        named => (SOAK, named),
    };
    let target = Target::built()?;
    let known = target.readers()?;
    if let Some(unknown) = named.iter().find(|name| !known.iter().any(|reader| reader == *name)) {
        return Err(format!("no reader `{unknown}`; there are {}", known.join(", ")));
    }
    let readers: Vec<String> =
        known.into_iter().filter(|reader| named.is_empty() || named.contains(&reader.as_str())).collect();
    target.all(&readers, seconds)
}

struct Target {
    program: PathBuf,
    root: PathBuf,
}

impl Target {
    fn built() -> Result<Target, String> {
        let root = workspace_root()?;
        let folder = root.join("target/fuzz");
        let flags = std::env::var("RUSTFLAGS").unwrap_or_default();
        step("fuzz target", || {
            // The versions everything else is built with; what fuzzing adds is resolved beside them.
            std::fs::copy(root.join("Cargo.lock"), root.join("fuzz/Cargo.lock"))
                .map_err(|error| format!("Cargo.lock: {error}"))?;
            run(cargo()
                .current_dir(root.join("fuzz"))
                // With a target named, flags stay away from build scripts and macros.
                .args(["build", "--release", "--target", host()?.as_str(), "--target-dir"])
                .arg(&folder)
                .env("RUSTFLAGS", format!("{flags} {COVERAGE}")))
        })?;
        Ok(Target { program: folder.join(host()?).join("release/obligo-fuzz"), root })
    }

    /// The readers: the folders of examples to start from, one per reader.
    fn readers(&self) -> Result<Vec<String>, String> {
        let source = self.root.join("crates/formats/src/any.rs");
        let text =
            std::fs::read_to_string(&source).map_err(|error| format!("{}: {error}", source.display()))?;
        let names = text.split("AnyReader { name: \"").skip(1).filter_map(|rest| rest.split('"').next());
        Ok(names.map(str::to_owned).collect())
    }

    /// One after the other; what fell is named at the end.
    fn all(&self, readers: &[String], seconds: u64) -> Result<(), String> {
        let mut table =
            "| reader | seconds | runs | ways found | fell |\n|---|---:|---:|---:|---|\n".to_owned();
        let mut fell = Vec::new();
        for reader in readers {
            let outcome = self.one(reader, seconds)?;
            let _ = writeln!(
                table,
                "| {reader} | {seconds} | {} | {} | {} |",
                outcome.runs,
                outcome.ways,
                outcome.found.as_deref().unwrap_or("no")
            );
            fell.extend(outcome.found.map(|file| format!("{reader}: {file}")));
        }
        println!("\n{table}");
        if fell.is_empty() { Ok(()) } else { Err(format!("readers fell over {}", fell.join(", "))) }
    }

    fn one(&self, reader: &str, seconds: u64) -> Result<Outcome, String> {
        let corpus = self.root.join("target/fuzz/corpus").join(reader);
        let artifacts = self.root.join("target/fuzz/found").join(reader);
        for folder in [&corpus, &artifacts] {
            std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        let mut command = Command::new(&self.program);
        command.env("OBLIGO_FUZZ", reader).current_dir(&self.root).arg(&corpus);
        for folder in [self.root.join("fuzz/seeds").join(reader), self.root.join("fuzz/found").join(reader)] {
            if folder.is_dir() {
                command.arg(folder);
            }
        }
        // Real files lead further than made ones; they stay where they are.
        command.args(real_folders(reader));
        command.args([
            format!("-max_total_time={seconds}"),
            format!("-artifact_prefix={}/", artifacts.display()),
            "-max_len=65536".to_owned(),
            "-timeout=10".to_owned(),
            "-rss_limit_mb=1024".to_owned(),
            "-malloc_limit_mb=512".to_owned(),
            "-print_final_stats=1".to_owned(),
        ]);
        println!("== {reader}: {seconds} s");
        let output = command.output().map_err(|error| format!("{}: {error}", self.program.display()))?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let found = if output.status.success() {
            None
        } else {
            println!(
                "{}",
                said.lines()
                    .rev()
                    .take(60)
                    .collect::<Vec<_>>()
                    .into_iter()
                    .rev()
                    .collect::<Vec<_>>()
                    .join("\n")
            );
            let written = said.lines().find_map(|line| line.split("Test unit written to ").nth(1));
            Some(written.unwrap_or("see above").trim().to_owned())
        };
        let stat = |name: &str| {
            let line = said.lines().rev().find(|line| line.contains(name))?;
            line.split_whitespace().last()?.parse::<u64>().ok()
        };
        let ways = said
            .lines()
            .rev()
            .find_map(|line| line.split("cov: ").nth(1)?.split_whitespace().next()?.parse().ok());
        Ok(Outcome {
            runs: stat("stat::number_of_executed_units").unwrap_or(0),
            ways: ways.unwrap_or(0),
            found,
        })
    }
}

struct Outcome {
    runs: u64,
    ways: u64,
    found: Option<String>,
}

/// Folders of `OBLIGO_REAL_DATA` with files of a reader's kind, if it is set.
fn real_folders(reader: &str) -> Vec<PathBuf> {
    let Ok(real) = std::env::var("OBLIGO_REAL_DATA") else { return Vec::new() };
    let folders: &[&str] = match reader {
        "camt" => &["camt"],
        "csv" => &["csv-ledgers", "csv-spectrum", "hostile-text"],
        "datev" => &["datev"],
        "einvoice" => {
            &["einvoice/xrechnung", "einvoice/peppol", "einvoice/zugferd-xml", "einvoice/fatturapa"]
        }
        "fec" => &["fec"],
        "invoice-pdf" => &["einvoice/zugferd-pdf"],
        "saft" => &["saft"],
        "sie" => &["sie"],
        "workbook" => &["xlsx-odd", "xlsx-bad"],
        _ => &[],
    };
    folders.iter().map(|folder| Path::new(&real).join(folder)).filter(|folder| folder.is_dir()).collect()
}

fn host() -> Result<String, String> {
    let output = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .arg("-vV")
        .output()
        .map_err(|error| format!("rustc does not start: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc tells no host".to_owned())
}
