//! Pages of the manual and their examples.
//!
//! A page names its folder in a comment, `<!-- files: docs/manual/files -->`; the blocks of kind `console` are run in order
//! in a copy of it. A line `$ obligo …` or `$ cat FILE` is followed by what it prints: standard output, then standard
//! error, then `[exit N]` if it fails. A line `…` stands for any lines. `<!-- now: 2024-06-03 -->` sets the clock,
//! `<!-- run: obligo … -->` runs a command that the page does not show.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

pub const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
const WIDTH: &str = "100";
const NOW: &str = "2024-07-02T08:00:00Z";
const ACTOR: &str = "anna";
/// Anything of the environment that the program reads, and what the tests set it to.
const ENVIRONMENT: [(&str, Option<&str>); 9] = [
    ("OBLIGO_STORE", None),
    ("OBLIGO_CONFIG", None),
    ("OBLIGO_LANG", Some("en")),
    ("OBLIGO_ACTOR", Some(ACTOR)),
    ("COLUMNS", Some(WIDTH)),
    ("CLICOLOR_FORCE", None),
    ("FORCE_COLOR", None),
    ("NO_COLOR", None),
    ("TERM", Some("dumb")),
];

pub fn text_of(path: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Path and text of every page.
pub fn pages() -> Vec<(String, String)> {
    let folder = Path::new(ROOT).join("docs/manual");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut paths: Vec<String> = names
        .filter(|name| Path::new(name).extension().is_some_and(|end| end == "md"))
        .map(|name| format!("docs/manual/{name}"))
        .collect();
    paths.push("docs/manual.md".into());
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), text_of(&path))).collect()
}

/// The text of all fenced blocks.
pub fn fenced(text: &str) -> String {
    text.split("```").skip(1).step_by(2).collect()
}

/// The anchors of the headings, as code hosts make them.
pub fn anchors(text: &str) -> BTreeSet<String> {
    let headings =
        text.lines().filter_map(|line| line.strip_prefix('#').map(|rest| rest.trim_start_matches('#')));
    headings
        .map(|heading| {
            let kept = heading.trim().chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
            kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
        })
        .collect()
}

/// Words as a shell splits them; double quotes keep blanks.
pub fn words_of(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (n, part) in line.split('"').enumerate() {
        if n % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// A folder of one's own in which commands are run.
pub struct Session {
    folder: tempfile::TempDir,
    now: String,
}

impl Session {
    pub fn of_folder(from: &Path) -> Session {
        let folder = tempfile::tempdir().unwrap();
        copy(from, folder.path());
        Session { folder, now: NOW.into() }
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).unwrap();
    }

    /// What `obligo` with these words prints, and its exit code.
    pub fn run(&self, words: &[String]) -> (String, i32) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_obligo"));
        for (name, value) in ENVIRONMENT {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command.env("OBLIGO_NOW", &self.now).env("TMPDIR", self.folder.path());
        let done = command.args(words).current_dir(self.folder.path()).stdin(Stdio::null()).output().unwrap();
        let printed = [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        (printed, done.status.code().unwrap_or(-1))
    }

    /// A line of an example, as the page shows what comes of it.
    fn try_line(&self, line: &str) -> String {
        let (line, into) = line.split_once(" > ").map_or((line, None), |(line, file)| (line, Some(file)));
        let words = words_of(line);
        let (printed, code) = match words.first().map(String::as_str) {
            Some("obligo") => self.run(&words[1..]),
            Some("cat") => (fs::read_to_string(self.folder.path().join(&words[1])).unwrap(), 0),
            _ => panic!("no command of an example: {line}"),
        };
        let mut shown: String = match into {
            Some(file) => {
                self.write(file, &printed);
                String::new()
            }
            None => printed.lines().fold(String::new(), |text, line| text + line.trim_end() + "\n"),
        };
        if code != 0 {
            let _ = writeln!(shown, "[exit {code}]");
        }
        shown
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let (entry, target) = entry.map(|entry| (entry.path(), to.join(entry.file_name()))).unwrap();
        if entry.is_dir() {
            fs::create_dir(&target).unwrap();
            copy(&entry, &target);
        } else {
            fs::copy(&entry, &target).unwrap();
        }
    }
}

/// Runs the examples of a page. With `OBLIGO_ACCEPT` the page is rewritten instead of being found wrong.
pub fn play(path: &str, text: &str) -> Result<(), String> {
    let mut session: Option<Session> = None;
    let mut written = String::new();
    let mut wrong = String::new();
    let mut lines = text.lines().enumerate().peekable();
    let mut is_console = false;
    while let Some((n, line)) = lines.next() {
        let _ = writeln!(written, "{line}");
        if line.starts_with("```") {
            is_console = line == "```console";
        } else if let Some(folder) = comment(line, "files") {
            session = Some(Session::of_folder(&Path::new(ROOT).join(folder)));
        } else if let (Some(now), Some(session)) = (comment(line, "now"), session.as_mut()) {
            session.now = format!("{now}T08:00:00Z");
        } else if let (Some(command), Some(session)) = (comment(line, "run"), session.as_ref()) {
            let printed = session.try_line(command);
            assert!(!printed.contains("[exit "), "{path}:{}: {line}\n{printed}", n + 1);
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| is_console) {
            let session = session.as_ref().unwrap_or_else(|| panic!("{path} names no folder of files"));
            let printed = session.try_line(command);
            let mut expected = String::new();
            while let Some((_, line)) = lines.next_if(|(_, line)| !line.starts_with("$ ") && *line != "```") {
                let _ = writeln!(expected, "{line}");
            }
            let fits = agrees(&expected.lines().collect::<Vec<_>>(), &printed.lines().collect::<Vec<_>>());
            written.push_str(if fits { &expected } else { &printed });
            if !fits {
                let _ = writeln!(wrong, "{path}:{}: {line}\nexpected:\n{expected}printed:\n{printed}", n + 1);
            }
            let unnamed = keys_of(&printed).into_iter().filter(|key| !text.contains(&format!("`{key}`")));
            for key in unnamed {
                let _ = writeln!(wrong, "{path}:{}: {line}\nthe key `{key}` is not explained", n + 1);
            }
        }
    }
    if std::env::var_os("OBLIGO_ACCEPT").is_some() && written != text {
        fs::write(Path::new(ROOT).join(path), written).unwrap();
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// The value of a comment `<!-- NAME: VALUE -->`.
fn comment<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    line.strip_prefix("<!-- ")?.strip_suffix(" -->")?.strip_prefix(name)?.strip_prefix(": ")
}

/// Whether lines fit a pattern in which `…` stands for any lines.
fn agrees(pattern: &[&str], printed: &[&str]) -> bool {
    match pattern.split_first() {
        None => printed.is_empty(),
        Some((&"…", rest)) => (0..=printed.len()).any(|skipped| agrees(rest, &printed[skipped..])),
        Some((line, rest)) => {
            printed.split_first().is_some_and(|(first, left)| first == line && agrees(rest, left))
        }
    }
}

/// The keys of the JSON objects among what was printed.
fn keys_of(printed: &str) -> BTreeSet<String> {
    let objects = printed.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    objects
        .flat_map(|object| {
            object.as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn an_ellipsis_stands_for_any_lines() {
    for (pattern, printed, fits) in [
        ("a b", "a b", true),
        ("a … c", "a b b c", true),
        ("a …", "a", true),
        ("… b", "a", false),
        ("a", "a b", false),
    ] {
        let lines = |text: &'static str| text.split(' ').collect::<Vec<_>>();
        assert_eq!(agrees(&lines(pattern), &lines(printed)), fits, "{pattern} / {printed}");
    }
}
