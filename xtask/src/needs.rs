//! What the chores need beside Rust: found, else installed where that is possible, else named.

use crate::step::{cargo, run, works};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The version installed where no cargo-deny is found; one that is found is taken as it is.
const CARGO_DENY_VERSION: &str = "0.20.2";

/// A program the tests call.
struct Need {
    /// What it is called in a sentence.
    name: &'static str,
    /// Any of these commands shows that it is there, by ending well.
    shown_by: &'static [&'static [&'static str]],
    /// Debian packages that bring it.
    packages: &'static [&'static str],
    why: &'static str,
}

const NEEDS: [Need; 7] = [
    Need {
        name: "a C compiler",
        shown_by: &[&["cc", "--version"], &["gcc", "--version"], &["clang", "--version"]],
        packages: &["gcc", "libc6-dev"],
        why: "the bundled SQLite is C",
    },
    Need {
        name: "the sqlite3 shell",
        shown_by: &[&["sqlite3", "--version"]],
        packages: &["sqlite3"],
        why: "tests open the store from outside",
    },
    Need {
        name: "Chromium",
        shown_by: &[&["chromium", "--version"], &["google-chrome", "--version"]],
        packages: &["chromium"],
        why: "tests use the pages as people do",
    },
    Need {
        name: "ChromeDriver",
        shown_by: &[&["chromedriver", "--version"]],
        packages: &["chromium-driver"],
        why: "it hands the tests' keys and clicks to Chromium",
    },
    Need {
        name: "Poppler's programs for PDF",
        shown_by: &[&["pdftotext", "-v"]],
        packages: &["poppler-utils"],
        why: "tests read documents back",
    },
    Need {
        name: "LibreOffice",
        shown_by: &[&["soffice", "--version"]],
        packages: &["libreoffice-calc-nogui"],
        why: "tests have it compute the sums of workbooks",
    },
    Need {
        name: "Python with venv and pip",
        shown_by: &[&["python3", "-c", "import ensurepip, venv"]],
        packages: &["python3", "python3-venv"],
        why: "schemathesis, which tries the API, is written in it",
    },
];

/// The programs the tests call; missing ones are installed when root on a system with apt-get.
pub fn programs() -> Result<(), String> {
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| !is_there(need)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages).copied().collect();
    if is_root() && works("apt-get", &["--version"]) {
        println!("Installing {}.", packages.join(" "));
        // A stale package list still installs what it knows.
        if let Err(reason) = run(apt_get().arg("update")) {
            println!("{reason}");
        }
        run(apt_get().args(["install", "-y", "--no-install-recommends"]).args(&packages))?;
    }
    match missing.into_iter().find(|need| !is_there(need)) {
        None => Ok(()),
        Some(need) => Err(format!(
            "{} is missing ({}); install it, on Debian and Ubuntu: apt-get install {}",
            need.name,
            need.why,
            need.packages.join(" ")
        )),
    }
}

/// rustfmt and clippy, which a minimal toolchain leaves out; added by rustup where there is one.
pub fn components() -> Result<(), String> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let is_there = || works(cargo().get_program(), &[subcommand, "--version"]);
        if !is_there() && works("rustup", &["--version"]) {
            run(Command::new("rustup").args(["component", "add", component]))?;
        }
        if !is_there() {
            return Err(format!(
                "{component} is missing; install it, with rustup: rustup component add {component}"
            ));
        }
    }
    Ok(())
}

/// Path of cargo-deny: the one on the path, else the one in the workspace's tools, installed there at need.
pub fn cargo_deny(root: &Path) -> Result<PathBuf, String> {
    let tools = root.join("target").join("tools");
    let installed = tools.join("bin").join("cargo-deny");
    for found in [PathBuf::from("cargo-deny"), installed.clone()] {
        if works(&found, &["--version"]) {
            return Ok(found);
        }
    }
    println!("Installing cargo-deny {CARGO_DENY_VERSION} into target/tools; this takes some minutes, once.");
    run(cargo()
        .args(["install", "--locked", "cargo-deny", "--version", CARGO_DENY_VERSION, "--root"])
        .arg(&tools))?;
    Ok(installed)
}

fn is_there(need: &Need) -> bool {
    need.shown_by
        .iter()
        .any(|command| command.split_first().is_some_and(|(program, words)| works(program, words)))
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
