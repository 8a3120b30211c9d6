//! `cargo xtask test`: what a change must pass, here and on the build server alike.

use crate::needs;
use crate::step::{cargo, run, step, workspace_root};
use crate::tools::Tools;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Fetching the advisory database is given up after this long.
const FETCH_LIMIT: Duration = Duration::from_secs(90);

/// Every step in order; the first failure ends the run.
pub fn all() -> Result<(), String> {
    let root = workspace_root()?;
    let start = Instant::now();
    step("needs", || {
        needs::programs()?;
        needs::components()
    })?;
    step("format", || run(in_root(&root).args(["fmt", "--all", "--check"])))?;
    step("lints", || {
        run(in_root(&root).args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    })?;
    step("tests", || tests(&root))?;
    crate::fuzz::fuzz()?;
    step("documentation", || {
        run(in_root(&root).args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
    })?;
    step("dependencies", || dependencies(&root))?;
    println!("\n== all passed in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// The tests alone.
pub fn fast() -> Result<(), String> {
    let root = workspace_root()?;
    step("needs", needs::programs)?;
    step("tests", || tests(&root))
}

/// What the tests call beside Rust, so that a plain `cargo test` leaves nothing out.
pub fn needs() -> Result<(), String> {
    let root = workspace_root()?;
    step("needs", || {
        needs::programs()?;
        Tools::fetched(&root).map(drop)
    })
}

/// `OBLIGO_REAL_DATA`, if set, reaches the tests: a folder of real files that are not part of the repository. So do the
/// paths of the tools; with them, tests that find no browser fail instead of leaving themselves out.
fn tests(root: &Path) -> Result<(), String> {
    match std::env::var("OBLIGO_REAL_DATA") {
        Ok(folder) if Path::new(&folder).is_dir() => println!("Real data: {folder}"),
        Ok(folder) => return Err(format!("OBLIGO_REAL_DATA names no folder: {folder}")),
        Err(_) => println!("OBLIGO_REAL_DATA is not set: tests on real files are left out."),
    }
    let tools = Tools::fetched(root)?;
    run(in_root(root).args(["test", "--workspace"]).envs(tools.environment()))
}

fn dependencies(root: &Path) -> Result<(), String> {
    let deny = needs::cargo_deny(root)?;
    run(Command::new(&deny).current_dir(root).args(["check", "bans", "licenses", "sources"]))?;
    if fetch_advisories(&deny, root) {
        run(Command::new(&deny).current_dir(root).args(["--offline", "check", "advisories"]))
    } else {
        println!("Advisories not checked: their database cannot be fetched here.");
        Ok(())
    }
}

/// Whether the advisory database is here and fresh.
fn fetch_advisories(deny: &Path, root: &Path) -> bool {
    let fetch = Command::new(deny)
        .current_dir(root)
        .args(["fetch", "db"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut fetch) = fetch else { return false };
    let start = Instant::now();
    while start.elapsed() < FETCH_LIMIT {
        match fetch.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(100)),
            Err(_) => return false,
        }
    }
    // Whatever becomes of it, the answer is no.
    let _ = fetch.kill();
    let _ = fetch.wait();
    false
}

fn in_root(root: &Path) -> Command {
    let mut command = cargo();
    command.current_dir(root);
    command
}
