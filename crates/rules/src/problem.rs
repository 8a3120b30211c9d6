//! What went wrong, as data: a code, the place, and the facts. The text and its remedy come from the message
//! catalogue (`locales/`), so that each language says it in its own words (R14.1).

use std::fmt;

/// What kind of failure a problem is; it decides the exit code of the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProblemKind {
    /// The data were refused, nothing was written: exit code 1.
    Refused,
    /// Wrong usage: exit code 2.
    Usage,
    /// A rule forbids it: exit code 3.
    Forbidden,
    /// The store is unreachable or locked: exit code 4.
    Unavailable,
}

/// Where it went wrong; every part may be unknown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Place {
    /// File as the user named it.
    pub file: Option<String>,
    /// Line in it, from 1.
    pub line: Option<u64>,
    /// Column by its name in the file, or the key in a policy file.
    pub column: Option<String>,
    /// The offending value, shortened.
    pub value: Option<String>,
}

/// One failure for the person who must act.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Code in the message catalogue, for example `csv-unknown-column`; stable.
    pub code: &'static str,
    /// What kind of failure.
    pub kind: ProblemKind,
    /// Where.
    pub place: Place,
    /// Facts the text names, by the variable's name in the catalogue.
    pub facts: Vec<(&'static str, String)>,
}

impl Problem {
    /// A problem of refused data (exit code 1).
    #[must_use]
    pub fn refused(code: &'static str) -> Problem {
        Problem { code, kind: ProblemKind::Refused, place: Place::default(), facts: Vec::new() }
    }

    /// A problem of wrong usage (exit code 2).
    #[must_use]
    pub fn usage(code: &'static str) -> Problem {
        Problem { kind: ProblemKind::Usage, ..Problem::refused(code) }
    }

    /// A rule forbids it (exit code 3).
    #[must_use]
    pub fn forbidden(code: &'static str) -> Problem {
        Problem { kind: ProblemKind::Forbidden, ..Problem::refused(code) }
    }

    /// The store is unreachable or locked (exit code 4).
    #[must_use]
    pub fn unavailable(code: &'static str) -> Problem {
        Problem { kind: ProblemKind::Unavailable, ..Problem::refused(code) }
    }

    /// Adds a fact the text names.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Problem {
        self.facts.push((name, value.to_string()));
        self
    }

    /// Sets the file.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Problem {
        self.place.file = Some(file.to_owned());
        self
    }

    /// Sets the line, from 1.
    #[must_use]
    pub fn at_line(mut self, line: u64) -> Problem {
        self.place.line = Some(line);
        self
    }

    /// Sets the column by name.
    #[must_use]
    pub fn at_column(mut self, column: &str) -> Problem {
        self.place.column = Some(column.to_owned());
        self
    }

    /// Sets the offending value, shortened to 80 characters.
    #[must_use]
    pub fn of_value(mut self, value: &str) -> Problem {
        let mut short: String = value.chars().take(80).collect();
        if short.len() < value.len() {
            short.push('…');
        }
        self.place.value = Some(short);
        self
    }
}
