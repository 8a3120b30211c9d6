//! One step of a chore: a heading, a command in the workspace root, its duration.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Prints the heading, does the work, prints how long it took; a failure names the step.
pub fn step(name: &str, work: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    println!("\n== {name}");
    let start = Instant::now();
    let result = work();
    let seconds = start.elapsed().as_secs_f64();
    match result {
        Ok(()) => {
            println!("== {name}: passed in {seconds:.1} s");
            Ok(())
        }
        Err(reason) => Err(format!("== {name}: FAILED after {seconds:.1} s: {reason}")),
    }
}

/// Cargo as the one that runs this chore.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Folder of the workspace's `Cargo.toml`.
pub fn workspace_root() -> Result<PathBuf, String> {
    let output = cargo()
        .args(["locate-project", "--workspace", "--message-format", "plain"])
        .output()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    let manifest = String::from_utf8_lossy(&output.stdout);
    match Path::new(manifest.trim()).parent() {
        Some(root) if output.status.success() && !root.as_os_str().is_empty() => Ok(root.to_owned()),
        _ => Err("no workspace here: run cargo xtask inside the repository".to_owned()),
    }
}

/// Runs the command to its end with its output shown; a failure quotes the command.
pub fn run(command: &mut Command) -> Result<(), String> {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| Path::new(word).file_name().unwrap_or(word).to_string_lossy().into_owned())
        .collect();
    let line = words.join(" ");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` ended with {status}")),
        Err(error) => Err(format!("`{line}` does not start: {error}")),
    }
}

/// Whether `program arguments…` runs here and succeeds.
pub fn works(program: impl AsRef<OsStr>, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
