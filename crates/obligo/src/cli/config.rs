//! Where settings come from: flags, then the environment (both read by clap), then a TOML file.

use super::args::Globals;
use clap::ColorChoice;
use obligo_rules::nearest::nearest;
use obligo_rules::problem::Problem;
use std::path::Path;
use toml::{Table, Value};

/// The configuration file that is read if it is there.
const DEFAULT_FILE: &str = "obligo.toml";
const DEFAULT_STORE: &str = "sqlite:obligo.db";
const DEFAULT_ERRORS: usize = 20;
const SIZE_MAX: u64 = 64 * 1024;
const KEYS: [&str; 6] = ["store", "lang", "actor", "color", "quiet", "max_errors"];

/// What every command works with.
#[derive(Debug)]
pub struct Settings {
    /// URL of the store.
    pub store: String,
    /// Language asked for.
    pub lang: String,
    /// Who acts.
    pub actor: String,
    /// When to use colors.
    pub color: ColorChoice,
    /// No progress bars.
    pub quiet: bool,
    /// Problems shown of refused data.
    pub max_errors: usize,
}

impl Settings {
    /// Without a configuration file: what can be said about a problem in it.
    pub fn of_flags(globals: &Globals) -> Settings {
        Settings::merge(globals, &Table::new())
    }

    /// Flags, environment, then the file named by `--config`, or `obligo.toml` if it is there.
    ///
    /// Errors: `config-unreadable`, `config-too-large`, `config-syntax`, `config-unknown-key`, `config-value` (usage).
    pub fn load(globals: &Globals) -> Result<Settings, Problem> {
        let table = match &globals.config {
            Some(path) => read(path)?,
            None if Path::new(DEFAULT_FILE).is_file() => read(Path::new(DEFAULT_FILE))?,
            None => Table::new(),
        };
        Ok(Settings::merge(globals, &table))
    }

    fn merge(globals: &Globals, table: &Table) -> Settings {
        let text = |key: &str| table.get(key).and_then(Value::as_str).map(str::to_owned);
        let color = || text("color").and_then(|when| when.parse().ok()).unwrap_or(ColorChoice::Auto);
        let max_errors = || table.get("max_errors").and_then(Value::as_integer).map(|n| n.max(1) as usize);
        Settings {
            store: globals
                .store
                .clone()
                .or_else(|| text("store"))
                .unwrap_or_else(|| DEFAULT_STORE.to_owned()),
            lang: globals.lang.clone().or_else(|| text("lang")).unwrap_or_else(language_of_environment),
            actor: globals.actor.clone().or_else(|| text("actor")).unwrap_or_else(user_of_environment),
            color: globals.color.unwrap_or_else(color),
            quiet: globals.quiet || table.get("quiet").and_then(Value::as_bool).unwrap_or(false),
            max_errors: globals.max_errors.or_else(max_errors).unwrap_or(DEFAULT_ERRORS).max(1),
        }
    }
}

fn read(path: &Path) -> Result<Table, Problem> {
    let name = path.display().to_string();
    let unreadable =
        |error: std::io::Error| Problem::usage("config-unreadable").in_file(&name).with("reason", error);
    if std::fs::metadata(path).map_err(unreadable)?.len() > SIZE_MAX {
        return Err(Problem::usage("config-too-large").in_file(&name).with("limit", SIZE_MAX));
    }
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        let offset = error.span().map_or(0, |span| span.start);
        let line = text.get(..offset).map_or(1, |before| before.matches('\n').count() as u64 + 1);
        Problem::usage("config-syntax").in_file(&name).at_line(line).with("reason", error.message())
    })?;
    for (key, value) in &table {
        let line =
            text.lines().position(|line| line.trim_start().starts_with(key)).map_or(1, |n| n as u64 + 1);
        let problem = |code| Problem::usage(code).in_file(&name).at_line(line).with("key", key);
        let fits = match (key.as_str(), value) {
            ("store" | "lang" | "actor", Value::String(_)) | ("quiet", Value::Boolean(_)) => true,
            ("color", Value::String(when)) => when.parse::<ColorChoice>().is_ok(),
            ("max_errors", Value::Integer(n)) => *n > 0,
            (key, _) if KEYS.contains(&key) => false,
            (key, _) => {
                let near = nearest(key, KEYS).unwrap_or("none");
                return Err(problem("config-unknown-key")
                    .with("nearest", near)
                    .with("known", KEYS.join(", ")));
            }
        };
        if !fits {
            return Err(problem("config-value"));
        }
    }
    Ok(table)
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn language_of_environment() -> String {
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable).unwrap_or_default()
}

fn user_of_environment() -> String {
    ["USER", "USERNAME", "LOGNAME"].into_iter().find_map(variable).unwrap_or_else(|| "unknown".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r14_1_a_configuration_file_is_checked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("obligo.toml");
        for (text, expected) in [
            ("store = \"sqlite:a.db\"\nquiet = true\nmax_errors = 5\ncolor = \"never\"", Ok(4)),
            ("", Ok(0)),
            ("stroe = \"x\"", Err(("config-unknown-key", Some(1)))),
            ("quiet = true\nmax_errors = \"5\"", Err(("config-value", Some(2)))),
            ("quiet = true\ncolor = \"blue\"", Err(("config-value", Some(2)))),
            ("quiet = true\nstore = ", Err(("config-syntax", Some(2)))),
        ] {
            std::fs::write(&path, text).unwrap();
            let found = read(&path).map(|table| table.len()).map_err(|p| (p.code, p.place.line));
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(read(&folder.path().join("none")).unwrap_err().code, "config-unreadable");
    }
}
