//! `DuckDB` and Polars doing the same allocation, in a virtual environment of their own.

use crate::engine::Checksum;
use crate::measured::Measured;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const SCRIPT: &str = include_str!("../allocation.py");

/// What another engine took for the allocation.
#[derive(Clone, Debug)]
pub struct Other {
    /// Its name.
    pub engine: String,
    /// Its version.
    pub version: String,
    /// `any`, `buyer` or `store`: the order of the rows.
    pub order: String,
    /// The best of each figure.
    pub took: Measured,
    /// What it insured.
    pub result: Checksum,
}

/// What allocates.
pub const ENGINES: [&str; 2] = ["duckdb", "polars"];
/// What reads files.
pub const READERS: [&str; 5] = ["pandas", "polars", "openpyxl", "python-calamine", "fastexcel"];

/// The Python of the virtual environment with these packages, made at need.
pub fn environment(folder: &Path, packages: &[&str]) -> Result<PathBuf, String> {
    let venv = folder.join("venv");
    let python = venv.join("bin").join("python3");
    if !has(&python, packages) {
        println!("Making a virtual environment with {}; this takes a minute, once.", packages.join(", "));
        quietly(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
        quietly(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(packages))?;
    }
    if has(&python, packages) {
        Ok(python)
    } else {
        Err(format!("Python does not find {}", packages.join(", ")))
    }
}

fn has(python: &Path, packages: &[&str]) -> bool {
    let modules: Vec<String> = packages.iter().map(|package| package.replace('-', "_")).collect();
    python.exists()
        && quietly(Command::new(python).args(["-c", &format!("import {}", modules.join(", "))])).is_ok()
}

fn quietly(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("no {name}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let words = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(words.lines().last().unwrap_or("a step failed without a word").to_owned())
}

/// Lets both engines allocate the rows of a file.
pub fn measure(python: &Path, folder: &Path, rows: &Path) -> Result<Vec<Other>, String> {
    let script = folder.join("allocation.py");
    fs::write(&script, SCRIPT).map_err(|error| format!("{}: {error}", script.display()))?;
    let output = Command::new(python)
        .arg(&script)
        .arg(rows)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("Python does not start: {error}"))?;
    let found: Vec<Other> = String::from_utf8_lossy(&output.stdout).lines().filter_map(other_of).collect();
    if output.status.success() {
        Ok(found)
    } else {
        Err(format!("allocation.py ended with {}", output.status))
    }
}

fn other_of(line: &str) -> Option<Other> {
    let value: Value = serde_json::from_str(line).ok()?;
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    Some(Other {
        engine: text("engine")?,
        version: text("version")?,
        order: text("order")?,
        took: Measured { wall: value["wall"].as_f64()?, cpu: value["cpu"].as_f64(), memory: None },
        result: Checksum { sum: value["sum"].as_i64()?, mixed: value["mixed"].as_i64()? },
    })
}
