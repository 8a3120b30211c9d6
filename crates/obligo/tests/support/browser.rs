//! Journeys as a person makes them: open, fill by label, press by name, and see.
//!
//! What is waited for is waited for up to [`PATIENCE`]; what fails says where, with the page's visible text and a picture.

use super::driver::{Driver, Manner};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a person would look for something before giving up.
const PATIENCE: Duration = Duration::from_secs(8);
/// How long a press may leave the page as it is before it is taken to have brought a file.
const FILE_PATIENCE: Duration = Duration::from_secs(8);
const FINDERS: &str = include_str!("page.js");
/// The protocol's name for a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser window on the pages of one address.
pub struct Page {
    pub(super) driver: Driver,
    address: String,
    width: RefCell<u32>,
}

/// A window in English.
pub fn open(address: &str) -> Page {
    open_in(address, "en")
}

/// A window of a browser whose language is this one.
pub fn open_in(address: &str, language: &str) -> Page {
    Page::new(address, &Manner { language: language.to_owned(), has_scripts: true })
}

/// A window of a browser that runs no scripts.
pub fn open_without_scripts(address: &str) -> Page {
    Page::new(address, &Manner { language: "en".to_owned(), has_scripts: false })
}

impl Page {
    fn new(address: &str, manner: &Manner) -> Self {
        let page = Self {
            driver: Driver::start(manner),
            address: address.trim_end_matches('/').to_owned(),
            width: RefCell::new(1280),
        };
        page.at_width(1280);
        page
    }

    /// Goes to a path of the address, or to a whole address.
    #[track_caller]
    pub fn open(&self, path: &str) {
        let address = if path.starts_with('/') { format!("{}{path}", self.address) } else { path.to_owned() };
        self.must(self.driver.post("/url", &json!({ "url": address })), &format!("open {path}"));
        self.settles();
    }

    /// Waits for a page whose figures are still being computed: it loads itself again, and what is pressed before is lost.
    fn settles(&self) {
        until(|| {
            let waits =
                self.driver.script("return document.querySelector('.notice[data-reload]') !== null", &[]);
            waits.is_ok_and(|waits| waits == json!(false))
        });
    }

    /// Takes over the cookies of somebody who is signed in already.
    #[track_caller]
    pub fn carries(&self, cookies: &BTreeMap<String, String>) {
        // A cookie can only be set where the window is.
        self.open("/healthz");
        for (name, value) in cookies {
            let cookie = json!({ "cookie": { "name": name, "value": value, "path": "/", "httpOnly": true } });
            self.must(self.driver.post("/cookie", &cookie), "carry a cookie");
        }
    }

    /// Replaces what stands in the field with this label.
    #[track_caller]
    pub fn fill(&self, label: &str, text: &str) {
        let field = self.field(label);
        let is_typed = text.chars().all(|c| (' '..='\u{ffff}').contains(&c))
            && self.property(&field, "type").is_none_or(|kind| {
                !["date", "month", "time", "datetime-local", "color", "range"].contains(&kind.as_str())
            });
        if is_typed {
            self.must(self.element(&field, "clear", &json!({})), &format!("empty {label}"));
            self.must(self.element(&field, "value", &json!({ "text": text })), &format!("fill {label}"));
        } else {
            // Keys for these differ with the language of the browser, or do not exist.
            let script = "const [field, text] = arguments; field.focus(); field.value = text;
                field.dispatchEvent(new Event('input', { bubbles: true }));
                field.dispatchEvent(new Event('change', { bubbles: true }));";
            self.must(self.driver.script(script, &[field, json!(text)]), &format!("fill {label}"));
        }
    }

    /// Chooses an option of a list or of a group of choices, both by their words.
    #[track_caller]
    pub fn choose(&self, label: &str, option: &str) {
        let find = "const lists = page.field(arguments[0]).filter(field => field.tagName === 'SELECT');
            if (lists.length) return best([...lists[0].options], arguments[1], option => [option.text, option.value]);
            return page.group(arguments[0]).flatMap(group => best([...group.querySelectorAll('input')], arguments[1], fieldNames));";
        let arguments = [json!(label), json!(option)];
        let found = self.first(find, &arguments, &format!("choose {option} as {label}"));
        self.must(self.element(&found, "click", &json!({})), &format!("choose {option} as {label}"));
    }

    /// Ticks or unticks the box with this label.
    #[track_caller]
    pub fn tick(&self, label: &str, is_on: bool) {
        let field = self.field(label);
        if self.property(&field, "checked").is_some_and(|now| (now == "true") != is_on) {
            self.must(self.element(&field, "click", &json!({})), &format!("tick {label}"));
        }
    }

    /// Puts a file into the field with this label.
    #[track_caller]
    pub fn upload(&self, label: &str, file: &Path) {
        self.upload_all(label, &[file.to_owned()]);
    }

    /// Puts several files into the field with this label.
    #[track_caller]
    pub fn upload_all(&self, label: &str, files: &[PathBuf]) {
        let field = self.field(label);
        let paths: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        let text = paths.join("\n");
        self.must(self.element(&field, "value", &json!({ "text": text })), &format!("upload into {label}"));
    }

    /// Presses the button or link a screen reader calls so.
    #[track_caller]
    pub fn press(&self, name: &str) {
        let found = wait_for(|| self.named("page.pressable(arguments[0])", &[json!(name)]));
        match found.as_slice() {
            [] => self.fail(&format!("nothing here to press is called {name:?}")),
            [one] => self.press_element(one, name),
            several => self.fail(&format!("{} things here are called {name:?}", several.len())),
        }
    }

    /// Presses a button or link in the row that shows these words.
    #[track_caller]
    pub fn press_in_row(&self, row: &str, name: &str) {
        let arguments = [json!(row), json!(name)];
        let what = format!("{name} in the row of {row}");
        let found = self.first("return page.pressableInRow(arguments[0], arguments[1]);", &arguments, &what);
        self.press_element(&found, name);
    }

    /// Presses, and where that leads away from the page waits for the next one: opening another before would undo the press.
    #[track_caller]
    fn press_element(&self, element: &Value, name: &str) {
        let _ = self.find("page.watch(arguments[0]);", std::slice::from_ref(element));
        self.must(self.element(element, "click", &json!({})), &format!("press {name}"));
        let start = Instant::now();
        // An open alert answers with an error: nothing leads away then.
        while self.find("return page.pressed();", &[]).is_ok_and(|now| now == json!("leaves")) {
            if start.elapsed() > FILE_PATIENCE {
                // The answer was a file: the page stays.
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        self.settles();
    }

    /// Presses a key, with others held: `Tab`, `Shift+Tab`, `Enter`, `a`.
    #[track_caller]
    pub fn key(&self, keys: &str) {
        self.key_times(keys, 1);
    }

    /// Presses a key several times in a row.
    #[track_caller]
    pub fn key_times(&self, keys: &str, times: usize) {
        let keys: Vec<String> = keys.split('+').map(key_named).collect();
        let event = |kind: &str, key: &String| json!({ "type": kind, "value": key });
        let down = keys.iter().map(|key| event("keyDown", key));
        let up = keys.iter().rev().map(|key| event("keyUp", key));
        let once: Vec<Value> = down.chain(up).collect();
        let actions: Vec<&Value> = (0..times).flat_map(|_| &once).collect();
        let source = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.must(self.driver.post("/actions", &source), "press a key");
    }

    /// Types into whatever has the focus.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let active = self.must(self.driver.get("/element/active"), "type");
        self.must(self.element(&active, "value", &json!({ "text": text })), "type");
    }

    /// Role and name of what has the focus, as a screen reader tells it: `button Save`.
    #[track_caller]
    pub fn focused(&self) -> String {
        let active = self.must(self.driver.get("/element/active"), "see what has the focus");
        format!("{} {}", self.told(&active, "computedrole"), self.told(&active, "computedlabel"))
    }

    /// Waits until the page shows the words.
    #[track_caller]
    pub fn sees(&self, words: &str) {
        if !until(|| plain(&self.text()).contains(&plain(words))) {
            self.fail(&format!("the page does not show {words:?}"));
        }
    }

    /// Waits until the page does not show the words.
    #[track_caller]
    pub fn does_not_see(&self, words: &str) {
        if !until(|| !plain(&self.text()).contains(&plain(words))) {
            self.fail(&format!("the page still shows {words:?}"));
        }
    }

    /// Waits until the window is at this path; a query is not compared unless the path has one.
    #[track_caller]
    pub fn is_at(&self, path: &str) {
        let is_there = || {
            let now = self.path();
            now == path || (!path.contains('?') && now.split('?').next() == Some(path))
        };
        if !until(is_there) {
            self.fail(&format!("the window is not at {path}"));
        }
    }

    /// Path and query of the window.
    pub fn path(&self) -> String {
        let url = self.driver.get("/url").unwrap_or_default();
        url.as_str().unwrap_or_default().replacen(&self.address, "", 1)
    }

    /// The visible text.
    pub fn text(&self) -> String {
        let text = self.find("return page.text();", &[]).unwrap_or_default();
        text.as_str().unwrap_or_default().to_owned()
    }

    /// What stands in the field with this label.
    #[track_caller]
    pub fn value(&self, label: &str) -> String {
        let field = self.field(label);
        self.property(&field, "value").unwrap_or_default()
    }

    /// The rows of the table of this name without those of its head; its name is its caption, label or the heading above it.
    #[track_caller]
    pub fn table(&self, name: &str) -> Vec<Vec<String>> {
        self.rows(name, false)
    }

    /// The column heads of the table of this name.
    #[track_caller]
    pub fn columns(&self, name: &str) -> Vec<String> {
        self.rows(name, true).into_iter().next_back().unwrap_or_default()
    }

    #[track_caller]
    fn rows(&self, name: &str, is_head: bool) -> Vec<Vec<String>> {
        let what = format!("the table {name}");
        // In one step: between two of them the page may have made way for the next.
        let script =
            "const found = page.table(arguments[0]); return found.length ? [page.rows(found[0])] : [];";
        let rows = self.first(script, &[json!(name)], &what);
        let rows = rows.as_array().cloned().unwrap_or_default();
        let texts = |row: &Value| -> Vec<String> {
            let cells = row["cells"].as_array().into_iter().flatten();
            cells.map(|cell| cell.as_str().unwrap_or_default().to_owned()).collect()
        };
        rows.iter().filter(|row| row["isHead"] == is_head).map(texts).collect()
    }

    /// Whether a button or link of this name is here now.
    pub fn offers(&self, name: &str) -> bool {
        !self.named("page.pressable(arguments[0])", &[json!(name)]).is_empty()
    }

    /// Names of everything to press or fill.
    pub fn names(&self) -> Vec<String> {
        let names = self.find("return page.names();", &[]).unwrap_or_default();
        names.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
    }

    /// Width of the window in pixels, as telephones and tablets have it; the height stays 900.
    pub fn at_width(&self, width: u32) {
        self.width.replace(width);
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.must(self.driver.chromium("Emulation.setDeviceMetricsOverride", &size), "set the width");
    }

    pub(super) fn width(&self) -> u32 {
        *self.width.borrow()
    }

    #[track_caller]
    fn field(&self, label: &str) -> Value {
        let found = wait_for(|| self.named("page.field(arguments[0])", &[json!(label)]));
        match found.as_slice() {
            [] => self.fail(&format!("no field here is labelled {label:?}")),
            [one] => one.clone(),
            several => self.fail(&format!("{} fields here are labelled {label:?}", several.len())),
        }
    }

    #[track_caller]
    fn first(&self, script: &str, arguments: &[Value], what: &str) -> Value {
        let found = wait_for(|| match self.find(script, arguments) {
            Ok(Value::Array(found)) => found,
            _ => Vec::new(),
        });
        found.into_iter().next().unwrap_or_else(|| self.fail(&format!("not found: {what}")))
    }

    fn named(&self, expression: &str, arguments: &[Value]) -> Vec<Value> {
        match self.find(&format!("return {expression};"), arguments) {
            Ok(Value::Array(found)) => found,
            _ => Vec::new(),
        }
    }

    pub(super) fn find(&self, script: &str, arguments: &[Value]) -> Result<Value, String> {
        self.driver.script(&format!("{FINDERS}\n{script}"), arguments)
    }

    fn element(&self, element: &Value, action: &str, body: &Value) -> Result<Value, String> {
        let id = element[ELEMENT].as_str().unwrap_or_default();
        self.driver.post(&format!("/element/{id}/{action}"), body)
    }

    /// Name of an element a script returned, as a screen reader tells it.
    pub fn name_of(&self, element: &Value) -> String {
        self.told(element, "computedlabel")
    }

    fn told(&self, element: &Value, property: &str) -> String {
        let id = element[ELEMENT].as_str().unwrap_or_default();
        let told = self.driver.get(&format!("/element/{id}/{property}")).unwrap_or_default();
        plain(told.as_str().unwrap_or_default())
    }

    fn property(&self, element: &Value, name: &str) -> Option<String> {
        let id = element[ELEMENT].as_str().unwrap_or_default();
        match self.driver.get(&format!("/element/{id}/property/{name}")) {
            Ok(Value::String(text)) => Some(text),
            Ok(Value::Bool(is_on)) => Some(is_on.to_string()),
            _ => None,
        }
    }

    #[track_caller]
    pub(super) fn must<T>(&self, result: Result<T, String>, what: &str) -> T {
        result.unwrap_or_else(|error| self.fail(&format!("cannot {what}: {error}")))
    }

    /// Ends the journey, telling where it was.
    #[track_caller]
    pub fn fail(&self, what: &str) -> ! {
        let title = self.driver.get("/title").unwrap_or_default();
        let mut told = format!("{what}\n  at {} ({})", self.path(), title.as_str().unwrap_or("no title"));
        if let Ok(alert) = self.driver.get("/alert/text") {
            let _ = write!(told, "\n  an alert is open: {alert}");
        }
        let names = self.names();
        let _ = write!(told, "\n  to press or fill: {}", names.join(" · "));
        for line in self.text().lines().filter(|line| !line.trim().is_empty()).take(80) {
            let _ = write!(told, "\n  | {line}");
        }
        let name =
            format!("failed-{}", std::thread::current().name().unwrap_or("journey").replace("::", "-"));
        if let Some(file) = self.picture(&name) {
            let _ = write!(told, "\n  picture: {}", file.display());
        }
        panic!("{told}");
    }
}

/// What is found, as soon as something is.
fn wait_for(find: impl Fn() -> Vec<Value>) -> Vec<Value> {
    let found = RefCell::new(Vec::new());
    until(|| {
        found.replace(find());
        !found.borrow().is_empty()
    });
    found.into_inner()
}

/// Whether it becomes so in time.
fn until(is_so: impl Fn() -> bool) -> bool {
    let start = Instant::now();
    loop {
        if is_so() {
            return true;
        }
        if start.elapsed() > PATIENCE {
            return false;
        }
        std::thread::sleep(Duration::from_millis(40));
    }
}

/// As people compare texts: white space of any kind and number is one blank.
fn plain(text: &str) -> String {
    text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A key by its name, as the protocol codes it.
fn key_named(name: &str) -> String {
    let code = match name {
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "Left" => '\u{e012}',
        "Up" => '\u{e013}',
        "Right" => '\u{e014}',
        "Down" => '\u{e015}',
        "Delete" => '\u{e017}',
        other => return other.to_owned(),
    };
    code.to_string()
}
