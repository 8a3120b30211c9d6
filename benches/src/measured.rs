//! What something took: wall time, processor time and peak memory.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What one piece of work took. Compared, never reported as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measured {
    /// Seconds on the clock.
    pub wall: f64,
    /// Seconds of all processors, user and system, where the machine tells.
    pub cpu: Option<f64>,
    /// Peak memory in bytes, where the machine tells.
    pub memory: Option<f64>,
}

impl Measured {
    /// One after the other.
    #[must_use]
    pub fn then(self, next: Measured) -> Measured {
        let add = |a: Option<f64>, b: Option<f64>| Some(a? + b?);
        let memory = self.memory.zip(next.memory).map(|(a, b)| a.max(b));
        Measured { wall: self.wall + next.wall, cpu: add(self.cpu, next.cpu), memory }
    }

    /// The better of two tries, figure by figure.
    #[must_use]
    pub fn or_better(self, other: Measured) -> Measured {
        let less = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => Some(a.min(b)),
            _ => a.or(b),
        };
        Measured {
            wall: self.wall.min(other.wall),
            cpu: less(self.cpu, other.cpu),
            memory: less(self.memory, other.memory),
        }
    }
}

/// Does work in this process and measures it.
pub fn here<T>(work: impl FnOnce() -> T) -> (T, Measured) {
    let (start, cpu) = (Instant::now(), own_cpu());
    let made = work();
    let wall = start.elapsed().as_secs_f64();
    let cpu = own_cpu().zip(cpu).map(|(after, before)| after - before);
    (made, Measured { wall, cpu, memory: None })
}

/// Processor seconds of the main thread so far, which does all the work here; from Linux alone.
fn own_cpu() -> Option<f64> {
    let line = fs::read_to_string("/proc/self/schedstat").ok()?;
    Some(line.split(' ').next()?.parse::<f64>().ok()? / 1e9)
}

/// Runs a command to its end, its output thrown away, and measures it. Its last words come with a failure.
pub fn command(command: &mut Command, folder: &Path) -> Result<Measured, String> {
    let figures = folder.join("time.txt");
    let timer = Path::new("/usr/bin/time");
    let is_timed = timer.exists();
    let mut run = if is_timed { under(timer, &figures, command) } else { again(command) };
    let start = Instant::now();
    let output = run
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .output()
        .map_err(|error| format!("{} does not start: {error}", run.get_program().display()))?;
    let wall = start.elapsed().as_secs_f64();
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        let words = words.lines().take(5).collect::<Vec<_>>().join("\n  ");
        return Err(format!("`{}` ended with {}:\n  {words}", line(command), output.status));
    }
    let text = if is_timed { fs::read_to_string(&figures).unwrap_or_default() } else { String::new() };
    let numbers: Vec<f64> = text.split_ascii_whitespace().filter_map(|word| word.parse().ok()).collect();
    let (cpu, memory) = match numbers[..] {
        [user, system, kib] => (Some(user + system), Some(kib * 1024.0)),
        _ => (None, None),
    };
    Ok(Measured { wall, cpu, memory })
}

fn under(timer: &Path, figures: &Path, command: &Command) -> Command {
    let mut run = Command::new(timer);
    run.args(["-q", "-f", "%U %S %M", "-o"]).arg(figures).arg(command.get_program()).args(command.get_args());
    copy_surroundings(command, &mut run);
    run
}

fn again(command: &Command) -> Command {
    let mut plain = Command::new(command.get_program());
    plain.args(command.get_args());
    copy_surroundings(command, &mut plain);
    plain
}

fn copy_surroundings(from: &Command, to: &mut Command) {
    for (name, value) in from.get_envs() {
        match value {
            Some(value) => to.env(name, value),
            None => to.env_remove(name),
        };
    }
    if let Some(folder) = from.get_current_dir() {
        to.current_dir(folder);
    }
}

/// A command as one would type it, paths shortened to names.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let short = |word| PathBuf::from(word).file_name().unwrap_or(word).to_string_lossy().into_owned();
    words.map(short).collect::<Vec<_>>().join(" ")
}

/// The first line a program prints, if it runs.
pub fn first_line(program: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then(|| text.lines().next().unwrap_or("").trim().to_owned())
}
