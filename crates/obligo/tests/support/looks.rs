//! How a page looks and what it says about itself: pictures, print, accessibility, the browser's own complaints.

use super::browser::Page;
use super::place::workspace;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::PathBuf;

/// Longer pages are cut in pictures.
const PICTURE_HEIGHT_MAX: f64 = 6000.0;

impl Page {
    /// Dark colours, as the person's system prefers them.
    pub fn dark(&self) {
        self.media("", "dark");
    }

    /// Light colours on a screen, the start.
    pub fn light(&self) {
        self.media("", "light");
    }

    /// The page on the screen as it would be printed.
    pub fn as_printed(&self) {
        self.media("print", "light");
    }

    fn media(&self, media: &str, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        let wanted = json!({ "media": media, "features": features });
        self.must(self.driver.chromium("Emulation.setEmulatedMedia", &wanted), "set the medium");
    }

    /// A picture of the whole page in `target/screenshots`, named after journey, width and look.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let name = format!("{name}-{}", self.width());
        self.picture(&name).unwrap_or_else(|| self.fail(&format!("no picture {name}")))
    }

    pub(super) fn picture(&self, name: &str) -> Option<PathBuf> {
        let size = self.driver.chromium("Page.getLayoutMetrics", &json!({})).ok()?;
        let height = size["cssContentSize"]["height"].as_f64()?.min(PICTURE_HEIGHT_MAX);
        let clip = json!({ "x": 0, "y": 0, "width": self.width(), "height": height, "scale": 1 });
        let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let picture = self.driver.chromium("Page.captureScreenshot", &wanted).ok()?;
        let folder = pictures();
        std::fs::create_dir_all(&folder).ok()?;
        let file = folder.join(format!("{name}.png"));
        std::fs::write(&file, STANDARD.decode(picture["data"].as_str()?).ok()?).ok()?;
        Some(file)
    }

    /// The page as its print on A4, as PDF in `target/screenshots`.
    #[track_caller]
    pub fn print_pdf(&self, name: &str) -> PathBuf {
        let size = json!({ "page": { "width": 21.0, "height": 29.7 }, "background": true });
        let printed = self.must(self.driver.post("/print", &size), "print");
        let bytes = STANDARD.decode(printed.as_str().unwrap_or_default()).expect("base64");
        assert!(bytes.starts_with(b"%PDF-"), "the print is no PDF");
        std::fs::create_dir_all(pictures()).expect("a folder for pictures");
        let file = pictures().join(format!("{name}.pdf"));
        std::fs::write(&file, bytes).expect("the print is written");
        file
    }

    /// What axe-core calls serious or critical, one violation a text; none where axe-core is not here, which is said.
    #[track_caller]
    pub fn axe(&self) -> Vec<String> {
        self.axe_of("{}")
    }

    /// The same of colours alone, which differ in the dark.
    #[track_caller]
    pub fn axe_colours(&self) -> Vec<String> {
        self.axe_of("{ runOnly: ['color-contrast'] }")
    }

    #[track_caller]
    fn axe_of(&self, rules: &str) -> Vec<String> {
        let Some(axe) = axe() else { return Vec::new() };
        if self.script("return !window.axe") == json!(true) {
            self.must(self.driver.script(&axe, &[]), "bring axe-core in");
        }
        let script = format!(
            "const done = arguments[0];
            axe.run(document, {{ resultTypes: ['violations'], ...{rules} }})
                .then(found => done(found.violations), failed => done(String(failed)));"
        );
        let found = self.driver.post("/execute/async", &json!({ "script": script, "args": [] }));
        let found = self.must(found, "run axe-core");
        let Some(violations) = found.as_array() else { self.fail(&format!("axe-core failed: {found}")) };
        let is_serious =
            |violation: &&Value| matches!(violation["impact"].as_str(), Some("serious" | "critical"));
        violations.iter().filter(is_serious).map(violation_text).collect()
    }

    /// Fails if axe-core finds a serious or critical violation.
    #[track_caller]
    pub fn is_accessible(&self) {
        let violations = self.axe();
        if !violations.is_empty() {
            self.fail(&format!("axe-core finds:\n  {}", violations.join("\n  ")));
        }
    }

    /// What the browser complained about since the last call: scripts that failed, content the policy refused. That the server
    /// refused something is no complaint; a missing file of the page is one.
    pub fn complaints(&self) -> Vec<String> {
        let log = self.driver.post("/se/log", &json!({ "type": "browser" })).unwrap_or_default();
        let entries = log.as_array().cloned().unwrap_or_default();
        let told = |entry: &Value| {
            let word = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
            format!("{} {}", word("level"), word("message"))
        };
        let counts = |told: &String| {
            let is_refusal = told.contains("responded with a status of") && !told.contains("/assets/");
            !told.starts_with("DEBUG") && !told.starts_with("INFO") && !is_refusal
        };
        entries.iter().map(told).filter(counts).collect()
    }

    /// By how many pixels the page is wider than the window, so that people would scroll sideways.
    pub fn width_beyond(&self) -> i64 {
        let beyond = self.find("return page.widthBeyond();", &[]).unwrap_or_default();
        beyond.as_f64().unwrap_or_default() as i64
    }

    /// Headings and captions people see.
    pub fn headings(&self) -> Vec<String> {
        let found = self.find("return page.headings();", &[]).unwrap_or_default();
        found.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
    }

    /// How many things the tabulator key should stop at.
    pub fn focusables(&self) -> usize {
        let count = self.find("return page.focusables();", &[]).unwrap_or_default();
        count.as_u64().unwrap_or_default() as usize
    }

    /// What stands out of the window to the right, as its tag and text, outside of boxes that scroll by themselves.
    pub fn beyond(&self) -> Vec<String> {
        let found = self.find("return page.beyond();", &[]).unwrap_or_default();
        found.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
    }

    /// Whether something on the page was run: an alert, or a mark hostile text tries to leave.
    pub fn was_hacked(&self) -> bool {
        if self.driver.get("/alert/text").is_ok() {
            return true;
        }
        self.driver.script("return !!window.hacked;", &[]).is_ok_and(|mark| mark == json!(true))
    }

    /// What a script returns.
    #[track_caller]
    pub fn script(&self, script: &str) -> Value {
        self.must(self.driver.script(script, &[]), "run the test's script")
    }
}

fn violation_text(violation: &Value) -> String {
    let nodes = violation["nodes"].as_array().cloned().unwrap_or_default();
    let places: Vec<String> = nodes
        .iter()
        .take(3)
        .map(|node| {
            let why = node["any"][0]["message"].as_str().unwrap_or_default();
            format!("{} ({why})", node["html"].as_str().unwrap_or_default())
        })
        .collect();
    let word = |key: &str| violation[key].as_str().unwrap_or_default().to_owned();
    format!("{} {}: {} – {} × {}", word("impact"), word("id"), word("help"), nodes.len(), places.join(" ; "))
}

/// The script of axe-core: where the test command says, else where it puts it.
fn axe() -> Option<String> {
    let fetched = workspace().join("target").join("tools").join("axe.min.js");
    let file = std::env::var_os("OBLIGO_AXE").map_or(fetched, PathBuf::from);
    let script = std::fs::read_to_string(file).ok();
    if script.is_none() {
        assert!(std::env::var_os("OBLIGO_AXE").is_none(), "OBLIGO_AXE names no file");
        let _ = writeln!(std::io::stdout(), "skipped: axe-core (`cargo xtask needs` fetches it)");
    }
    script
}

fn pictures() -> PathBuf {
    workspace().join("target").join("screenshots")
}
