//! `cargo xtask bench`: measures obligo, built for release, and reports ratios.

use crate::step::{cargo, run, workspace_root};

/// Builds the program and the benchmark, and hands the arguments on.
pub fn bench(arguments: &[&str]) -> Result<(), String> {
    let root = workspace_root()?;
    run(cargo().current_dir(&root).args(["build", "--release", "--package", "obligo"]))?;
    // A crate of its own: what it measures with would have to be built before `cargo xtask test` could look for a C compiler.
    run(cargo()
        .current_dir(&root)
        .args(["run", "--release", "--quiet", "--package", "obligo-bench", "--"])
        .args(arguments))
}
