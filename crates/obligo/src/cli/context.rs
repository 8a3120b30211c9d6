//! What every command works with: settings, texts, colors, the clock, standard output.

use super::args::Globals;
use super::config::Settings;
use super::output::Output;
use super::paint::{Paint, Tone};
use super::progress::Progress;
use super::report::{Report, Severity};
use jiff::Timestamp;
use obligo::messages::{Facts, visible};
use obligo::session::Session;
use obligo::words::Words;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::Open;
use obligo_store::as_of::AsOf;
use rust_decimal::Decimal;
use serde_json::Value;
use std::io::{IsTerminal, Write};

/// Width of output that goes into a file or a pipe.
const WIDTH_PIPED: usize = 160;

/// See the module.
pub struct Context {
    /// Settings.
    pub settings: Settings,
    /// Texts and numbers in the language of the settings.
    pub words: &'static Words,
    /// Print JSON.
    pub json: bool,
    /// Colors on standard output.
    pub paint: Paint,
    /// Width of standard output in cells.
    pub width: usize,
    /// Progress on standard error.
    pub progress: Progress,
    /// Standard output.
    pub out: Output,
    /// Columns of tables left out for want of room; told at the end.
    pub left_out: Vec<String>,
    /// Now, ISO 8601 in UTC.
    pub now: String,
    /// The clock as it was given, which then stands still.
    pub fixed_now: Option<String>,
    idempotency_key: Option<String>,
    error_paint: Paint,
    error_width: usize,
}

impl Context {
    /// The frame of a command.
    pub fn new(globals: &Globals, settings: Settings) -> Context {
        let stdout_is_terminal = std::io::stdout().is_terminal();
        let stderr_is_terminal = std::io::stderr().is_terminal();
        Context {
            words: Words::of(&settings.lang),
            json: globals.json,
            paint: Paint::of(settings.color, &std::io::stdout()),
            width: width(stdout_is_terminal),
            progress: Progress::new(settings.quiet),
            out: Output::new(),
            left_out: Vec::new(),
            now: globals.now.clone().map_or_else(now, instant_of),
            fixed_now: globals.now.clone().map(instant_of),
            idempotency_key: globals.idempotency_key.clone(),
            error_paint: Paint::of(settings.color, &std::io::stderr()),
            error_width: width(stderr_is_terminal),
            settings,
        }
    }

    /// Opens the store for a command that may create it.
    pub fn open_or_create(&self) -> Result<Session, Problem> {
        self.session(Open::Create)
    }

    /// Opens the store that must be there.
    pub fn open(&self) -> Result<Session, Problem> {
        self.session(Open::Existing)
    }

    fn session(&self, mode: Open) -> Result<Session, Problem> {
        self.check_clock()?;
        let actor = self.settings.actor.clone();
        let mut session = Session::open(&self.settings.store, mode, actor, self.now.clone())?;
        session.idempotency_key.clone_from(&self.idempotency_key);
        Ok(session)
    }

    fn check_clock(&self) -> Result<(), Problem> {
        let is_instant = self.now.parse::<Timestamp>().is_ok() && self.now.ends_with('Z');
        if is_instant { Ok(()) } else { Err(Problem::usage("clock-not-an-instant").with("value", &self.now)) }
    }

    /// A text of the catalogue.
    pub fn text(&self, id: &str, facts: &Facts<'_>) -> String {
        self.words.with(id, facts)
    }

    /// A count with its noun: the message may name `{ $count }` to choose by and `{ $shown }` to show.
    pub fn count(&self, id: &str, count: usize) -> String {
        self.words.count(id, count)
    }

    /// An amount or count as the language writes it: `-1,234.50`.
    pub fn number(&self, plain: &str) -> String {
        self.words.number(plain)
    }

    /// A decimal with `scale` decimals as the language writes it.
    pub fn decimal(&self, value: Decimal, scale: u32) -> String {
        self.number(&format!("{value:.scale$}", scale = scale as usize))
    }

    /// A datum before and after, as people read it.
    pub fn change(&self, key: &str, before: &Value, after: &Value) -> String {
        let shown = |value: &Value| match value {
            Value::String(text) if !text.is_empty() => visible(&self.number(text)),
            Value::Null | Value::String(_) => "–".to_owned(),
            Value::Bool(true) => self.text("yes", &[]),
            Value::Bool(false) => self.text("no", &[]),
            other => other.to_string(),
        };
        let name = self.text(&format!("col-{}", key.replace('_', "-")), &[]);
        self.text("change", &[("name", name), ("before", shown(before)), ("after", shown(after))])
    }

    /// Prints a headline: what it is, and what about it.
    pub fn headline(&mut self, title: &str, details: &[String]) -> Result<(), Problem> {
        let details: Vec<&str> = details.iter().map(String::as_str).filter(|d| !d.is_empty()).collect();
        let mut line = self.paint.tone(Tone::Strong, title);
        if !details.is_empty() {
            let rest = format!("  {}", details.join(" · "));
            line.push_str(&self.paint.tone(Tone::Dim, &rest));
        }
        self.out.line(&line)?;
        self.out.line("")
    }

    /// Tells which columns were left out, and prints what is buffered.
    pub fn finish(&mut self) -> Result<(), Problem> {
        if !self.left_out.is_empty() {
            let columns = std::mem::take(&mut self.left_out).join(", ");
            let left_out = self.text("columns-left-out", &[("columns", columns)]);
            self.toned(Tone::Dim, &left_out)?;
        }
        self.out.flush()
    }

    /// Prints a line in a tone.
    pub fn toned(&mut self, tone: Tone, text: &str) -> Result<(), Problem> {
        let line = self.paint.tone(tone, text);
        self.out.line(&line)
    }

    /// Tells problems on standard error.
    pub fn tell(&self, severity: Severity, problems: &[Problem], total: usize) {
        let report = Report {
            messages: &self.words.messages,
            paint: self.error_paint,
            width: self.error_width,
            max: self.settings.max_errors,
        };
        // Where standard error is closed, nobody is there to be told.
        let _ = std::io::stderr().write_all(report.draw(severity, problems, total).as_bytes());
    }

    /// Tells warnings on standard error.
    pub fn warn(&self, warnings: &[Problem]) {
        if !warnings.is_empty() {
            self.tell(Severity::Warning, warnings, warnings.len());
        }
    }
}

/// What is known by the end of a day, as the store numbers it; everything known now without a day.
pub fn known_at(session: &mut Session, day: Option<Day>) -> Result<i64, Problem> {
    match day {
        None => Ok(AsOf::NOW),
        Some(_) => session.read(|tx| Ok(obligo::session::point_in_time(tx, Day::LAST, day)?.known)),
    }
}

/// A date alone is its first instant.
fn instant_of(text: String) -> String {
    if Day::parse_iso(&text).is_some() { text + "T00:00:00Z" } else { text }
}

fn now() -> String {
    Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn width(is_terminal: bool) -> usize {
    let of_terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let of_environment = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let width = if is_terminal { of_terminal() } else { of_environment() };
    width.unwrap_or(WIDTH_PIPED).clamp(40, 400)
}
