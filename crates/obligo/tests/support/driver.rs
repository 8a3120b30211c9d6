//! A real Chromium, spoken to in the web driver protocol: plain HTTP with JSON, one call after the other.

use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use ureq::Agent;

/// Longest wait for one answer; a page that needs longer is broken.
const PATIENCE: Duration = Duration::from_mins(1);

/// Whether a browser is here. Without one a journey leaves itself out and says so, except in `cargo xtask test`.
pub fn is_here() -> bool {
    let works = |program: &str| {
        let mut command = Command::new(program);
        command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    let is_here = works("chromedriver") && (works("chromium") || works("google-chrome"));
    let remedy = "`cargo xtask needs` installs chromium and chromium-driver";
    assert!(is_here || std::env::var_os("OBLIGO_AXE").is_none(), "no browser here; {remedy}");
    if !is_here {
        // Straight to standard output: the test runner keeps what a passing test prints.
        let _ = writeln!(std::io::stdout(), "skipped: 1 (no browser; {remedy})");
    }
    is_here
}

/// How a browser is started.
#[derive(Debug, Clone)]
pub struct Manner {
    /// Language of the browser, as it asks for pages: `de`.
    pub language: String,
    /// Whether pages may run scripts.
    pub has_scripts: bool,
}

/// One session of a browser with its driver; both end when it is dropped, also in a panic.
pub struct Driver {
    process: Child,
    agent: Agent,
    base: String,
    session: String,
    browser_process: Option<u64>,
    /// Removed with the browser: a profile leaves nothing for the next one.
    profile: tempfile::TempDir,
}

impl Driver {
    pub fn start(manner: &Manner) -> Self {
        let mut process = Command::new("chromedriver")
            .args(["--port=0", "--log-level=SEVERE"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let output = BufReader::new(process.stdout.take().expect("chromedriver's output"));
        let port = output
            .lines()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("started successfully on port ").map(|(_, port)| digits(port)))
            .expect("chromedriver tells its port");
        let configuration = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .proxy(None)
            .build();
        let mut driver = Self {
            process,
            agent: configuration.new_agent(),
            base: format!("http://127.0.0.1:{port}"),
            session: String::new(),
            browser_process: None,
            profile: tempfile::tempdir().expect("a folder for the profile"),
        };
        let wanted = driver.capabilities(manner);
        let session = driver.call("POST", "/session", Some(&wanted)).expect("a session of Chromium");
        driver.session = format!("/session/{}", session["sessionId"].as_str().expect("its id"));
        driver.browser_process = session["capabilities"]["goog:processID"].as_u64();
        driver
    }

    fn capabilities(&self, manner: &Manner) -> Value {
        let folder = self.profile.path().display();
        let scripts = if manner.has_scripts { 1 } else { 2 };
        json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            // An alert stays open: that one was opened is what a test wants to know.
            "unhandledPromptBehavior": "ignore",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": {
                "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
                    "--no-first-run", "--disable-background-networking", "--disable-component-update",
                    "--disable-sync", "--disable-extensions", "--hide-scrollbars", "--no-proxy-server",
                    "--force-color-profile=srgb", "--window-size=1280,900",
                    // Pages must work offline: whatever they want from elsewhere is not there.
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                    format!("--lang={}", manner.language),
                    format!("--user-data-dir={folder}"),
                ],
                "prefs": {
                    "intl.accept_languages": manner.language,
                    "profile.managed_default_content_settings.javascript": scripts,
                },
            },
        } } })
    }

    /// `POST` to a path of the session; the answer's `value`, or the error in words.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.call("POST", &format!("{}{path}", self.session), Some(body))
    }

    /// `GET` of a path of the session.
    pub fn get(&self, path: &str) -> Result<Value, String> {
        self.call("GET", &format!("{}{path}", self.session), None)
    }

    /// The value a script `return`s; elements come as references to them.
    pub fn script(&self, script: &str, arguments: &[Value]) -> Result<Value, String> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// A command of Chromium's own protocol.
    pub fn chromium(&self, command: &str, parameters: &Value) -> Result<Value, String> {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let address = format!("{}{path}", self.base);
        let sent = match (method, body) {
            ("GET", _) => self.agent.get(&address).call(),
            ("DELETE", _) => self.agent.delete(&address).call(),
            (_, body) => {
                let text = body.unwrap_or(&json!({})).to_string();
                self.agent.post(&address).header("content-type", "application/json").send(text)
            }
        };
        let mut answer = sent.map_err(|error| format!("{method} {path}: {error}"))?;
        let text = answer.body_mut().with_config().limit(256 << 20).read_to_string();
        let text = text.map_err(|error| format!("{method} {path}: {error}"))?;
        let mut answer: Value = serde_json::from_str(&text).map_err(|error| format!("{error}: {text}"))?;
        let value = answer["value"].take();
        match (value["error"].as_str(), value["message"].as_str()) {
            (Some(error), Some(message)) => {
                Err(format!("{error}: {}", message.lines().next().unwrap_or_default()))
            }
            _ => Ok(value),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let has_ended = self.session.is_empty() || self.call("DELETE", &self.session, None).is_ok();
        if let (false, Some(id)) = (has_ended, self.browser_process) {
            let _ = Command::new("kill").args(["-9", &id.to_string()]).status();
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn digits(text: &str) -> String {
    text.chars().take_while(char::is_ascii_digit).collect()
}
