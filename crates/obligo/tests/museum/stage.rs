//! Shows an exhibit: lays it out in a temporary folder, gives its command to the program, and looks at what it said and left.

use super::exhibit::{Exhibit, Step};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The clock, where an exhibit does not set it.
const NOW: &str = "2024-06-30";

/// What a failed command must leave as it was; the last one must also succeed.
const STATE: [&[&str]; 5] = [
    &["runs", "--json"],
    &["items", "--all", "--json", "--as-of", "2025-12-31"],
    &["buyers", "--json", "--as-of", "2025-12-31"],
    &["limits", "--all", "--json"],
    &["verify"],
];

/// What an exhibit showed.
#[derive(Debug, Default)]
pub struct Shown {
    /// `exit N`, then what was said; where something was printed, that below a line of its own.
    pub said: String,
    /// What was not as it must be, whatever was said.
    pub faults: Vec<String>,
    /// Why it could not be shown on this computer.
    pub skipped: Option<&'static str>,
}

/// The program and what all exhibits begin with.
pub struct Museum {
    /// The program.
    pub program: PathBuf,
    /// The folder `base/`.
    pub base: PathBuf,
    /// A store filled from it.
    pub store: PathBuf,
}

impl Museum {
    /// Fills the store of the base in a folder.
    pub fn open(program: &Path, base: &Path, folder: &Path) -> Museum {
        let store = folder.join("obligo.db");
        let museum = Museum { program: program.to_owned(), base: base.to_owned(), store };
        copy_folder(base, &folder.join("base"));
        let stage = Stage { museum: &museum, folder, now: NOW.to_owned(), held: Vec::new(), by_hand: false };
        let output = stage.run(&["import", "scenario", "base"], &[]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        museum
    }

    /// Shows an exhibit.
    pub fn show(&self, exhibit: &Exhibit) -> Shown {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let folder = temporary.path().canonicalize().expect("the temporary folder");
        let mut stage =
            Stage { museum: self, folder: &folder, now: NOW.to_owned(), held: Vec::new(), by_hand: false };
        copy_folder(&self.base, &folder.join("base"));
        if exhibit.base {
            fs::copy(&self.store, folder.join("obligo.db")).expect("the store of the base");
        }
        let mut shown = Shown::default();
        for step in &exhibit.steps {
            match stage.take(step) {
                Ok(None) => {}
                Ok(Some(reason)) => return Shown { skipped: Some(reason), ..shown },
                Err(fault) => {
                    shown.faults.push(fault);
                    return shown;
                }
            }
        }
        let held = stage.hold();
        let before = if held.is_empty() { stage.state() } else { Vec::new() };
        let words: Vec<&str> = exhibit.command.iter().map(String::as_str).collect();
        let is_checked_first = matches!(words[..], ["import", ..] | ["policy", "put", ..])
            && !words.contains(&"--dry-run")
            && held.is_empty();
        let dry =
            is_checked_first.then(|| stage.run(&[&words, &["--dry-run"][..]].concat(), &exhibit.variables));
        let output = match exhibit.memory {
            Some(most) => stage.run_within(&words, &exhibit.variables, most, &mut shown.faults),
            None => stage.run(&words, &exhibit.variables),
        };
        drop(held);
        shown.said = stage.said(&output);
        if dry.is_some_and(|dry| dry.stderr != output.stderr || dry.status != output.status) {
            shown.faults.push("the dry run says something else (R14.1)".to_owned());
        }
        let failed = !output.status.success();
        let after = stage.state();
        unseal(&folder);
        for ((before, after), words) in before.iter().zip(&after).zip(STATE) {
            if failed && before != after {
                let words = words.join(" ");
                shown.faults.push(format!("`{words}` is not as before:\n{before}instead of\n{after}"));
            }
        }
        let verified = after.last().is_none_or(|verified| verified.starts_with("exit 0"));
        if stage.path("obligo.db").exists() && !stage.by_hand && !verified {
            shown.faults.push(format!("the store does not verify: {}", after.last().unwrap()));
        }
        shown
    }
}

struct Stage<'m> {
    museum: &'m Museum,
    folder: &'m Path,
    now: String,
    held: Vec<String>,
    /// The store was altered past the program: it need not verify.
    by_hand: bool,
}

impl Stage<'_> {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn command(&self, words: &[&str], variables: &[(String, String)]) -> Command {
        let mut command = Command::new(&self.museum.program);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("OBLIGO_")) {
            command.env_remove(name);
        }
        let (words, output) = match words {
            [words @ .., ">", "/dev/full"] => (words, full_device()),
            words => (words, Stdio::piped()),
        };
        command
            .args(words)
            .current_dir(self.folder)
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(Stdio::piped());
        command.env("OBLIGO_ACTOR", "museum").env("OBLIGO_NOW", format!("{}T12:00:00Z", self.now));
        command.env("LC_ALL", "C.UTF-8").env("NO_COLOR", "1").env("COLUMNS", "100");
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        command
    }

    fn run(&self, words: &[&str], variables: &[(String, String)]) -> Output {
        self.command(words, variables).output().expect("the program starts")
    }

    /// Runs a command and watches the most memory it held, as the system tells it.
    fn run_within(
        &self,
        words: &[&str],
        variables: &[(String, String)],
        most: u64,
        faults: &mut Vec<String>,
    ) -> Output {
        let mut child = self.command(words, variables).spawn().expect("the program starts");
        let status = format!("/proc/{}/status", child.id());
        let mut peak = 0;
        loop {
            let text = fs::read_to_string(&status).unwrap_or_default();
            let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let held = line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse().ok());
            peak = peak.max(held.unwrap_or(0));
            if child.try_wait().expect("the program can be waited for").is_some() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        if peak > most || peak == 0 {
            faults.push(format!("it held {peak} KB of memory; the most it may is {most}"));
        }
        child.wait_with_output().expect("the output of the program")
    }

    /// Takes a step; the answer says why it cannot be taken on this computer.
    fn take(&mut self, step: &Step) -> Result<Option<&'static str>, String> {
        match step {
            Step::Now(date) => self.now.clone_from(date),
            Step::File(name, content) => {
                let path = self.path(name);
                fs::create_dir_all(path.parent().unwrap()).map_err(|error| format!("{name}: {error}"))?;
                fs::write(path, content).map_err(|error| format!("{name}: {error}"))?;
                self.by_hand |= name == "obligo.db";
            }
            Step::Command(words) => {
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                let output = self.run(&words, &[]);
                if !output.status.success() {
                    let said = String::from_utf8_lossy(&output.stderr).into_owned();
                    return Err(format!("`{}` fails before the command:\n{said}", words.join(" ")));
                }
            }
            Step::Arrange(words) => return self.arrange(words),
        }
        Ok(None)
    }

    /// Something done to the temporary folder.
    fn arrange(&mut self, words: &[String]) -> Result<Option<&'static str>, String> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let done = match words[..] {
            ["mkdir", folder] => fs::create_dir_all(self.path(folder)),
            ["link", name, "to", target] => link(target, &self.path(name)),
            ["empty", name] => fs::write(self.path(name), ""),
            ["copy", from, "to", to] => fs::copy(self.path(from), self.path(to)).map(|_| ()),
            ["cut", name, "to", size] => {
                self.by_hand = true;
                let file = fs::OpenOptions::new().write(true).open(self.path(name));
                file.and_then(|file| file.set_len(size.parse().unwrap_or(0)))
            }
            ["garble", name, "from", byte] => {
                self.by_hand = true;
                fs::read(self.path(name)).and_then(|mut bytes| {
                    let from: usize = byte.parse().unwrap_or(0);
                    bytes.iter_mut().skip(from).for_each(|byte| *byte = 0xAA);
                    fs::write(self.path(name), bytes)
                })
            }
            ["forbid", name] => match forbid(&self.path(name)) {
                Ok(true) => Ok(()),
                Ok(false) => return Ok(Some("nothing can be forbidden to this user")),
                Err(error) => Err(error),
            },
            ["sql", name, statement] => {
                self.by_hand = true;
                let done = Connection::open(self.path(name)).and_then(|store| store.execute_batch(statement));
                return done.map(|()| None).map_err(|error| format!("{statement}: {error}"));
            }
            ["seal", name] => {
                self.by_hand = true;
                match seal(&self.path(name)) {
                    Ok(true) => Ok(()),
                    Ok(false) => return Ok(Some("nothing can be forbidden to this user")),
                    Err(error) => Err(error),
                }
            }
            ["hold", name] => {
                self.held.push(name.to_owned());
                Ok(())
            }
            _ => return Err(format!("`! {}` is not known", words.join(" "))),
        };
        done.map(|()| None).map_err(|error| format!("! {}: {error}", words.join(" ")))
    }

    /// Begins to write into the stores another program is to hold.
    fn hold(&self) -> Vec<Connection> {
        let hold = |name: &String| {
            let store = Connection::open(self.path(name)).expect("the store opens");
            store.execute_batch("BEGIN IMMEDIATE").expect("the store can be held");
            store
        };
        self.held.iter().map(hold).collect()
    }

    fn state(&self) -> Vec<String> {
        let told = |words: &&[&str]| {
            let output = self.run(words, &[]);
            let code = output.status.code().unwrap_or(-1);
            let printed = String::from_utf8_lossy(&output.stdout).into_owned();
            format!("exit {code}\n{printed}{}", String::from_utf8_lossy(&output.stderr))
        };
        STATE.iter().map(told).collect()
    }

    fn said(&self, output: &Output) -> String {
        let text =
            |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&self.folder.display().to_string(), "TMP");
        let code = output.status.code().map_or_else(|| output.status.to_string(), |code| code.to_string());
        let mut said = format!("exit {code}\n{}", text(&output.stderr));
        if !output.status.success() && !output.stdout.is_empty() {
            said.push_str("--- standard output\n");
            said.push_str(&without_hashes(&text(&output.stdout)));
        }
        said
    }
}

/// Hashes change with whatever is recorded, so they stand as `HASH`.
fn without_hashes(text: &str) -> String {
    let is_hash = |word: &str| word.len() == 64 && word.bytes().all(|b| b.is_ascii_hexdigit());
    let shown = |word: &str| {
        if is_hash(word.trim_end()) { word.replace(word.trim_end(), "HASH") } else { word.to_owned() }
    };
    text.split_inclusive([' ', '\n']).map(shown).collect()
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be listed") {
        let path = entry.expect("an entry of the folder").path();
        let copy = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &copy);
        } else {
            fs::copy(&path, copy).expect("a file can be copied");
        }
    }
}

fn full_device() -> Stdio {
    fs::OpenOptions::new().write(true).open("/dev/full").map_or_else(|_| Stdio::piped(), Stdio::from)
}

fn link(target: &str, name: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(target, name)
}

/// Leaves only the permission to read the file and its folder; whether that holds for this user.
fn seal(path: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o400))?;
    fs::set_permissions(path.parent().unwrap_or(path), fs::Permissions::from_mode(0o500))?;
    Ok(fs::OpenOptions::new().append(true).open(path).is_err())
}

/// Gives back what [`seal`] took, so that the folder can go.
fn unseal(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
}

/// Takes every permission away; whether that holds for this user, for it does not hold for the administrator.
fn forbid(path: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o000))?;
    Ok(fs::File::open(path).is_err())
}
