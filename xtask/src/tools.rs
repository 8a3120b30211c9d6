//! Tools the tests of pages and API call that are no Rust programs: fetched once into `target/tools`.

use crate::step::{run, works};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Calls the API as its own description says it may be called.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";

/// Carries axe-core 4.12.1 as one script; nothing else of the package is used.
const AXE_CARRIER: &str = "axe-playwright-python==0.1.8";

/// Paths of the tools, handed to the tests in their environment.
pub struct Tools {
    folder: PathBuf,
}

impl Tools {
    /// The tools in `target/tools`, fetched where they are missing or of another version.
    pub fn fetched(root: &Path) -> Result<Self, String> {
        let folder = root.join("target").join("tools");
        let tools = Self { folder };
        let stamp = tools.folder.join("python-tools.txt");
        let wanted = format!("{SCHEMATHESIS}\n{AXE_CARRIER}\n");
        let is_current = fs::read_to_string(&stamp).is_ok_and(|found| found == wanted)
            && tools.axe().is_file()
            && works(tools.schemathesis(), &["--version"]);
        if !is_current {
            println!("Installing {SCHEMATHESIS} and {AXE_CARRIER} into target/tools, once.");
            tools.install()?;
            fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))?;
        }
        Ok(tools)
    }

    /// Name and value of each variable by which the tests find a tool.
    pub fn environment(&self) -> [(&'static str, OsString); 2] {
        [("OBLIGO_AXE", self.axe().into()), ("OBLIGO_SCHEMATHESIS", self.schemathesis().into())]
    }

    fn axe(&self) -> PathBuf {
        self.folder.join("axe.min.js")
    }

    fn schemathesis(&self) -> PathBuf {
        self.folder.join("venv").join("bin").join("schemathesis")
    }

    fn install(&self) -> Result<(), String> {
        fs::create_dir_all(&self.folder).map_err(|error| format!("{}: {error}", self.folder.display()))?;
        let venv = self.folder.join("venv");
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&venv))?;
        let pip = || {
            let mut pip = Command::new(venv.join("bin").join("pip"));
            pip.args(["install", "--quiet", "--disable-pip-version-check"]);
            pip
        };
        run(pip().arg(SCHEMATHESIS))?;
        // Without its dependencies: they would bring a second browser.
        run(pip().args(["--no-deps", AXE_CARRIER]))?;
        let carried = find(&venv.join("lib"), Path::new("axe_playwright_python/axe.min.js"))
            .ok_or_else(|| format!("{AXE_CARRIER} carries no axe.min.js"))?;
        fs::copy(&carried, self.axe()).map_err(|error| format!("{}: {error}", carried.display()))?;
        Ok(())
    }
}

/// `file` in the packages of the one Python version under `lib`.
fn find(lib: &Path, file: &Path) -> Option<PathBuf> {
    let versions = fs::read_dir(lib).ok()?;
    versions
        .filter_map(Result::ok)
        .map(|version| version.path().join("site-packages").join(file))
        .find(|path| path.is_file())
}
