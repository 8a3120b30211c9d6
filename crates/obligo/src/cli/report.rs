//! Problems for people (R14.1): `error[code]: file:line: column "…": what`, the line itself, and what to do.

use super::excerpt::Excerpts;
use super::paint::{Paint, Tone};
use super::table::shortened;
use obligo::messages::{Messages, visible};
use obligo_rules::problem::{Problem, ProblemKind};
use std::fmt::Write as _;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

/// How grave it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// It was not done.
    Error,
    /// It was done, but.
    Warning,
}

/// How problems are drawn.
#[derive(Clone, Copy, Debug)]
pub struct Report<'m> {
    /// The texts.
    pub messages: &'m Messages,
    /// Colors.
    pub paint: Paint,
    /// Width of the terminal.
    pub width: usize,
    /// How many problems are shown.
    pub max: usize,
}

impl Report<'_> {
    /// The problems, at most `max` of them, then how many there are of `total`.
    pub fn draw(&self, severity: Severity, problems: &[Problem], total: usize) -> String {
        let shown = &problems[..problems.len().min(self.max)];
        let excerpts = Excerpts::read(shown.iter());
        let mut text = String::new();
        for problem in shown {
            self.one(&mut text, severity, problem, &excerpts);
        }
        let total = total.max(problems.len());
        if total > 1 && severity == Severity::Error {
            let facts = [("total", total.to_string()), ("shown", shown.len().to_string())];
            let id = if shown.len() < total { "problems-some" } else { "problems-all" };
            let _ = writeln!(text, "{}", self.paint.tone(Tone::Strong, &self.messages.text(id, &facts)));
        } else if total > shown.len() {
            let facts = [("total", total.to_string()), ("shown", shown.len().to_string())];
            let _ = writeln!(text, "{}", self.messages.text("warnings-some", &facts));
        }
        text
    }

    fn one(&self, text: &mut String, severity: Severity, problem: &Problem, excerpts: &Excerpts) {
        let (word, tone) = match severity {
            Severity::Error => ("error", Tone::Bad),
            Severity::Warning => ("warning", Tone::Warn),
        };
        let place = &problem.place;
        let label = self.messages.text(word, &[]);
        let mut head = format!("{}: ", self.paint.tone(tone, &format!("{label}[{}]", problem.code)));
        if let Some(file) = &place.file {
            let file = visible(file);
            let place = place.line.map_or_else(|| file.clone(), |line| format!("{file}:{line}"));
            let _ = write!(head, "{}: ", self.paint.tone(Tone::Strong, &place));
        }
        let (message, remedy) = self.messages.problem(problem);
        let value = place.value.as_deref().map(visible);
        let value = value.filter(|v| !v.is_empty() && !message.contains(v.as_str()));
        // A key that the message begins with needs no naming before it.
        let names_itself = |column: &str| value.is_none() && message.starts_with(column);
        let column = place.column.as_deref().filter(|column| !names_itself(column));
        if let Some(column) = column {
            // Without a file it is a field of what was typed.
            let is_key = place
                .file
                .as_deref()
                .is_none_or(|file| Path::new(file).extension().is_some_and(|e| e == "toml"));
            let id = if is_key { "place-key" } else { "place-column" };
            let column = [("column", shortened(&visible(column), 80))];
            let _ = write!(head, "{}", self.messages.text(id, &column));
        }
        match value {
            Some(value) => {
                let id = if column.is_some() { "place-value" } else { "place-value-alone" };
                let _ = write!(head, "{}", self.messages.text(id, &[("value", value)]));
            }
            None if column.is_some() => head.push_str(": "),
            None => {}
        }
        let _ = writeln!(text, "{head}{}", visible_lines(&message));
        if let Some(excerpt) = excerpts.show(problem, self.width, self.paint) {
            text.push_str(&excerpt);
        }
        if let Some(remedy) = remedy {
            let label = self.messages.text("remedy", &[]);
            let indent = label.width() + 4;
            let wrapped = wrapped(&visible_lines(&remedy), self.width.saturating_sub(indent), indent);
            let _ = writeln!(text, "  {}: {wrapped}", self.paint.tone(Tone::Good, &label));
        }
    }
}

/// A message as one line.
fn visible_lines(text: &str) -> String {
    text.split('\n').map(|line| visible(line.trim())).collect::<Vec<_>>().join(" ")
}

/// The text in lines of at most `width` cells where its words allow, those after the first indented.
pub fn wrapped(text: &str, width: usize, indent: usize) -> String {
    let width = width.max(30);
    let mut lines = String::new();
    let mut used = 0;
    for word in text.split(' ') {
        if used > 0 && used + 1 + word.width() > width {
            lines.push('\n');
            lines.push_str(&" ".repeat(indent));
            used = 0;
        } else if used > 0 {
            lines.push(' ');
            used += 1;
        }
        lines.push_str(word);
        used += word.width();
    }
    lines
}

/// The exit code of a kind of problem.
pub fn exit_code(kind: ProblemKind) -> u8 {
    match kind {
        ProblemKind::Refused => 1,
        ProblemKind::Usage => 2,
        ProblemKind::Forbidden => 3,
        ProblemKind::Unavailable => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(severity: Severity, problems: &[Problem], total: usize, max: usize) -> String {
        let messages = Messages::new("en");
        Report { messages: &messages, paint: Paint::OFF, width: 80, max }.draw(severity, problems, total)
    }

    #[test]
    fn r14_1_a_problem_names_file_line_column_value_and_remedy() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("items.csv");
        std::fs::write(&path, "document_no,amount\nA1,1.00\nA2,12.x\n").unwrap();
        let name = path.display().to_string();
        let problem = Problem::refused("field-not-an-amount")
            .in_file(&name)
            .at_line(3)
            .at_column("amount")
            .of_value("12.x");
        let expected = format!(
            "error[field-not-an-amount]: {name}:3: column \"amount\", \"12.x\": This is not an amount.\n\
             3 | A2,12.x\n  \
               |    ^^^^\n  \
               remedy: Write it like -1234.50, or set decimal and thousands in a map file.\n"
        );
        assert_eq!(draw(Severity::Error, &[problem], 1, 20), expected);
    }

    #[test]
    fn r14_1_parts_that_are_not_known_are_left_out() {
        let file = || Problem::refused("csv-empty").in_file("a.csv");
        // problem, the first line
        let table = [
            (file(), "error[csv-empty]: a.csv: The file is empty."),
            (
                Problem::refused("field-missing").at_column("amount"),
                // What was typed stands in no file: a field, not a column.
                "error[field-missing]: amount: The field must not be empty.",
            ),
            (
                Problem::refused("field-not-a-number").of_value("x\u{7}"),
                "error[field-not-a-number]: \"x␇\": This is not a number.",
            ),
            (
                Problem::usage("store-url").of_value("x").with("url", "x"),
                "error[store-url]: x is not the address of a store.",
            ),
        ];
        for (problem, expected) in table {
            assert_eq!(draw(Severity::Error, &[problem], 1, 20).lines().next(), Some(expected));
        }
        assert!(draw(Severity::Warning, &[file()], 1, 20).starts_with("warning[csv-empty]: "));
    }

    #[test]
    fn r14_1_many_problems_end_with_their_count() {
        let problems: Vec<_> = (1..=30).map(|n| Problem::refused("field-missing").at_line(n)).collect();
        let text = draw(Severity::Error, &problems, 1234, 3);
        assert_eq!(text.matches("error[field-missing]").count(), 3);
        assert_eq!(text.lines().last(), Some("3 of 1234 problems are shown; --max-errors shows more."));
        let text = draw(Severity::Error, &problems[..2], 2, 20);
        assert_eq!(text.lines().last(), Some("2 problems."));
    }

    #[test]
    fn r14_1_exit_codes_follow_the_kind() {
        for (kind, code) in [
            (ProblemKind::Refused, 1),
            (ProblemKind::Usage, 2),
            (ProblemKind::Forbidden, 3),
            (ProblemKind::Unavailable, 4),
        ] {
            assert_eq!(exit_code(kind), code);
        }
    }

    #[test]
    fn long_texts_are_wrapped() {
        let text = "one two three four five six seven eight nine ten";
        assert_eq!(wrapped(text, 30, 2), "one two three four five six\n  seven eight nine ten");
    }
}
