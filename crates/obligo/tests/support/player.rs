//! Plays a story against the program and reports where it ends otherwise than told.

use super::story::{self, Command, Step};
use serde_json::Value;
use std::path::Path;
use std::process::Output;

/// The clock of a story that does not set it: after everything the stories tell.
const NOW: &str = "2026-01-31";

/// Commands that print data and take `--json`.
const PRINTING: [&str; 9] =
    ["declare", "notify", "items", "buyers", "limits", "runs", "deadlines", "explain", "verify"];

/// Plays the story of a folder; every line of the answer is a mismatch, none means it went as told.
///
/// After its last command the scenario is imported once more, which must change nothing (R14.1), and the store must
/// verify.
pub fn play(program: &Path, folder: &Path) -> Vec<String> {
    let file = folder.join("story.txt");
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) => return vec![format!("{}: {error}", file.display())],
    };
    let story = match story::parse(&text) {
        Ok(story) => story,
        Err(error) => return vec![format!("{}:{error}", file.display())],
    };
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let mut stage = Stage { program, folder, store: temporary.path(), now: NOW.to_owned() };
    let mut report = Vec::new();
    for step in &story.steps {
        match step {
            Step::Now(date) => stage.now.clone_from(date),
            Step::Command(command) => {
                let (mismatches, goes_on) = stage.check(command);
                if !mismatches.is_empty() {
                    report.push(format!("{}:{}  > {}", file.display(), command.line, command.text));
                    report.extend(mismatches);
                }
                if !goes_on {
                    return report;
                }
            }
        }
    }
    report.extend(stage.check_end());
    report
}

struct Stage<'s> {
    program: &'s Path,
    folder: &'s Path,
    store: &'s Path,
    now: String,
}

impl Stage<'_> {
    fn run(&self, words: &[&str]) -> Output {
        let mut command = std::process::Command::new(self.program);
        command.arg("--store").arg(format!("sqlite:{}", self.store.join("story.db").display())).args(words);
        if words.first().is_some_and(|first| PRINTING.contains(first))
            && !words.starts_with(&["runs", "reverse"])
        {
            command.arg("--json");
        }
        command
            .current_dir(self.folder)
            .env("OBLIGO_ACTOR", "story")
            .env("OBLIGO_NOW", format!("{}T09:00:00Z", self.now));
        command.env("LC_ALL", "C.UTF-8").env("NO_COLOR", "1").env_remove("OBLIGO_STORE");
        command.output().expect("the program starts")
    }

    /// The mismatches of one command, and whether the story can go on after it.
    fn check(&self, command: &Command) -> (Vec<String>, bool) {
        let words: Vec<&str> = command.words.iter().map(String::as_str).collect();
        let output = self.run(&words);
        let (printed, said) = texts(&output);
        let code = output.status.code().unwrap_or(-1);
        if !command.exit.contains(&code) {
            let allowed: Vec<String> = command.exit.iter().map(ToString::to_string).collect();
            let mut report = vec![format!("  exit {code} instead of {}", allowed.join(" or "))];
            report.extend(said.lines().chain(printed.lines()).take(12).map(|line| format!("  | {line}")));
            return (report, false);
        }
        let mut report = Vec::new();
        let holds = |text: &str, words: &str| text.to_lowercase().contains(&words.to_lowercase());
        for (line, words) in command.says.iter().filter(|(_, words)| !holds(&said, words)) {
            report.push(format!("  {line:>6} standard error does not say: {words}"));
            report.extend(said.lines().take(6).map(|line| format!("  | {line}")));
        }
        for (line, words) in command.prints.iter().filter(|(_, words)| !holds(&printed, words)) {
            report.push(format!("  {line:>6} not printed: {words}"));
            report.extend(printed.lines().take(6).map(|line| format!("  | {line}")));
        }
        if command.table.is_some() || !command.last.is_empty() {
            match objects(&printed) {
                Ok(objects) => compare(command, &objects, &mut report),
                Err(error) => report.push(error),
            }
        }
        (report, true)
    }

    fn check_end(&self) -> Vec<String> {
        let mut report = Vec::new();
        let mut must = |words: &[&str]| {
            let output = self.run(words);
            let (printed, said) = texts(&output);
            if !output.status.success() {
                report.push(format!("at the end: `{}` exits {:?}", words.join(" "), output.status.code()));
                report.extend(said.lines().take(12).map(|line| format!("  | {line}")));
            }
            printed
        };
        let before = must(&["items", "--all"]);
        must(&["import", "scenario", "."]);
        let after = must(&["items", "--all"]);
        must(&["verify"]);
        if before != after {
            report.push("at the end: importing the scenario again changed items (R14.1)".to_owned());
            let changed = before.lines().zip(after.lines()).find(|(before, after)| before != after);
            if let Some((before, after)) = changed {
                report.extend([format!("  - {before}"), format!("  + {after}")]);
            }
        }
        report
    }
}

fn compare(command: &Command, objects: &[Value], report: &mut Vec<String>) {
    let is_run = command.words.first().is_some_and(|first| first == "declare" || first == "notify");
    let is_last = |object: &&Value| is_run && object.get("totals").is_some();
    let rows: Vec<Value> = objects.iter().filter(|object| !is_last(object)).cloned().collect();
    if let Some(table) = &command.table {
        report.extend(story::differences(table, &rows));
    }
    let last = objects.iter().find(is_last).unwrap_or(&Value::Null);
    for (line, path, expected) in &command.last {
        let printed = story::cell(story::at(last, path));
        if !story::agrees(expected, &printed) {
            report.push(format!("  {line:>6} {path} is {printed} instead of {expected}"));
        }
    }
}

fn texts(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

/// One JSON object per line.
fn objects(printed: &str) -> Result<Vec<Value>, String> {
    printed
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| match serde_json::from_str(line) {
            Ok(Value::Object(object)) => Ok(Value::Object(object)),
            _ => Err(format!("  not a JSON object on a line: {line}")),
        })
        .collect()
}
