//! The text of a story: commands, each followed by what it must do.
//!
//! ```text
//! # a comment
//! now 2024-02-05                      the clock from here on
//! > declare --policy ACR/A …          a command of the program
//! exit 3                              its exit code, 0 if left out; `exit 1|3` allows either
//! says some words                     standard error holds them, whatever their case
//! prints some words                   standard output holds them
//! subset                              other rows than those of the table may be there
//! account | declared                  a table: JSON keys (dotted paths), then the rows in any order
//! 1001    | 100000.00
//! none                                instead of a table: no rows
//! totals.declared | 100000.00         a value of the last line of a run; `last.run | 3` for one beside the totals
//! ```
//!
//! Cells: `-` null, empty or absent; `false` also absent; `?` an unexamined status, also as empty text; `*` anything.

use serde_json::Value;

/// A story as written.
#[derive(Debug, Default)]
pub struct Story {
    /// In order of the text.
    pub steps: Vec<Step>,
}

/// One thing that happens.
#[derive(Debug)]
pub enum Step {
    /// The clock shows this date from here on.
    Now(String),
    /// A command is given.
    Command(Command),
}

/// A command and what is expected of it.
#[derive(Debug, Default)]
pub struct Command {
    /// Line of the story, from 1.
    pub line: usize,
    /// The command as written.
    pub text: String,
    /// Its words, quotes resolved.
    pub words: Vec<String>,
    /// Exit codes allowed.
    pub exit: Vec<i32>,
    /// Words standard error must hold, with their lines.
    pub says: Vec<(usize, String)>,
    /// Words standard output must hold, with their lines.
    pub prints: Vec<(usize, String)>,
    /// Rows expected.
    pub table: Option<Table>,
    /// Values of the last line: line of the story, path, cell.
    pub last: Vec<(usize, String, String)>,
}

/// The rows expected of a command.
#[derive(Debug, Default)]
pub struct Table {
    /// Line of the header.
    pub line: usize,
    /// Paths of JSON keys; empty where no rows are expected.
    pub header: Vec<String>,
    /// Rows with their lines.
    pub rows: Vec<(usize, Vec<String>)>,
    /// Whether rows beyond these are allowed.
    pub subset: bool,
}

/// Reads a story; the error names the line.
pub fn parse(text: &str) -> Result<Story, String> {
    let mut story = Story::default();
    let mut subset = false;
    for (index, raw) in text.lines().enumerate() {
        let (line, content) = (index + 1, raw.trim());
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        if let Some(command) = content.strip_prefix('>') {
            subset = false;
            let words = words(command).map_err(|error| format!("{line}: {error}"))?;
            let text = command.trim().to_owned();
            story.steps.push(Step::Command(Command {
                line,
                text,
                words,
                exit: vec![0],
                ..Command::default()
            }));
            continue;
        }
        if let Some(date) = content.strip_prefix("now ") {
            story.steps.push(Step::Now(date.trim().to_owned()));
            continue;
        }
        let Some(Step::Command(command)) = story.steps.last_mut() else {
            return Err(format!("{line}: an expectation stands before its command"));
        };
        let (word, rest) = content.split_once(' ').map_or((content, ""), |(word, rest)| (word, rest.trim()));
        let is_row = content.contains('|') && word != "exit" && word != "says" && word != "prints";
        match word {
            _ if is_row => row(command, line, content, subset)?,
            "exit" => {
                command.exit = rest
                    .split('|')
                    .map(|code| code.trim().parse().map_err(|_| format!("{line}: `{rest}` is no exit code")))
                    .collect::<Result<_, String>>()?;
            }
            "says" => command.says.push((line, rest.to_owned())),
            "prints" => command.prints.push((line, rest.to_owned())),
            "subset" if rest.is_empty() => subset = true,
            "none" if rest.is_empty() => command.table = Some(Table { line, ..Table::default() }),
            _ if command.table.is_some() || rest.is_empty() => row(command, line, content, subset)?,
            _ => return Err(format!("{line}: `{content}` is no expectation")),
        }
    }
    if story.steps.is_empty() { Err("1: the story is empty".to_owned()) } else { Ok(story) }
}

fn row(command: &mut Command, line: usize, content: &str, subset: bool) -> Result<(), String> {
    let cells: Vec<String> = content.split('|').map(|cell| cell.trim().to_owned()).collect();
    if let [path, value] = cells.as_slice()
        && (path.starts_with("totals.") || path.starts_with("last."))
    {
        let path = path.strip_prefix("last.").unwrap_or(path);
        command.last.push((line, path.to_owned(), value.clone()));
        return Ok(());
    }
    let Some(table) = &mut command.table else {
        command.table = Some(Table { line, header: cells, subset, rows: Vec::new() });
        return Ok(());
    };
    if cells.len() != table.header.len() {
        return Err(format!("{line}: {} cells under {} headings", cells.len(), table.header.len()));
    }
    table.rows.push((line, cells));
    Ok(())
}

/// Splits a command at blanks; `"…"` and `'…'` keep theirs.
fn words(command: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for character in command.chars() {
        match (quote, character) {
            (Some(open), close) if open == close => quote = None,
            (None, '"' | '\'') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (None, blank) if blank.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    if quote.is_some() { Err("a quote is not closed".to_owned()) } else { Ok(words) }
}

/// The value at a dotted path; null if there is none.
pub fn at<'v>(object: &'v Value, path: &str) -> &'v Value {
    path.split('.').fold(object, |value, key| value.get(key).unwrap_or(&Value::Null))
}

/// A JSON value as a cell is written.
pub fn cell(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) if text.is_empty() => "-".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether a printed cell is what the story expects.
pub fn agrees(expected: &str, printed: &str) -> bool {
    match expected {
        "*" => true,
        "?" | "false" => printed == expected || printed == "-",
        _ => printed == expected,
    }
}

/// The differences between a table and what was printed, as a table of `-` expected and `+` printed rows with the
/// line of the story; empty if there are none.
pub fn differences(table: &Table, printed: &[Value]) -> Vec<String> {
    let mut left: Vec<Vec<String>> = printed
        .iter()
        .map(|object| {
            if table.header.is_empty() {
                vec![object.to_string()]
            } else {
                table.header.iter().map(|path| cell(at(object, path))).collect()
            }
        })
        .collect();
    let agreeing = |expected: &[String], got: &[String]| {
        expected.iter().zip(got).filter(|(expected, got)| agrees(expected, got)).count()
    };
    let mut unmet = Vec::new();
    for (line, cells) in &table.rows {
        match left.iter().position(|got| agreeing(cells, got) == cells.len()) {
            Some(met) => drop(left.remove(met)),
            None => unmet.push((*line, cells)),
        }
    }
    let mut rows = Vec::new();
    for (line, cells) in unmet {
        rows.push((format!("{line} -"), cells.clone()));
        // The printed row of the same name that differs least stands under the expected one.
        let nearest = (0..left.len())
            .filter(|&at| left[at].first() == cells.first())
            .max_by_key(|&at| agreeing(cells, &left[at]));
        if let Some(at) = nearest {
            rows.push(("+".to_owned(), left.remove(at)));
        }
    }
    if !table.subset {
        rows.extend(left.into_iter().map(|got| ("+".to_owned(), got)));
    }
    if rows.is_empty() {
        return Vec::new();
    }
    rows.insert(0, (format!("{}  ", table.line), table.header.clone()));
    aligned(&rows)
}

fn aligned(rows: &[(String, Vec<String>)]) -> Vec<String> {
    let width = |column: usize| {
        rows.iter()
            .filter_map(|(_, cells)| cells.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..rows.iter().map(|row| row.1.len()).max().unwrap_or(0)).map(width).collect();
    rows.iter()
        .map(|(mark, cells)| {
            let cells: Vec<String> =
                cells.iter().zip(&widths).map(|(cell, &width)| format!("{cell:width$}")).collect();
            format!("  {mark:>6} {}", cells.join(" | ").trim_end())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const TEXT: &str = r#"
# what it shows
now 2024-02-05
> import scenario .
> declare --policy ACR/A --final
account | declared
1001    | 100.00
1002    | -
totals.declared | 100.00
last.run | 1
> edit 01/R1/invoice --reason "a b"
exit 1|3
says R8.4
> items
subset
document_no
R1
> items
none
"#;

    #[test]
    fn a_story_is_read_into_commands_and_expectations() {
        let story = parse(TEXT).unwrap();
        let commands: Vec<&Command> = story
            .steps
            .iter()
            .filter_map(|step| if let Step::Command(command) = step { Some(command) } else { None })
            .collect();
        assert!(matches!(&story.steps[0], Step::Now(date) if date == "2024-02-05"));
        assert_eq!(commands.len(), 5);
        let declared = commands[1].table.as_ref().unwrap();
        assert_eq!(declared.header, ["account", "declared"]);
        assert_eq!(declared.rows.len(), 2);
        assert_eq!(commands[1].last[0], (9, "totals.declared".to_owned(), "100.00".to_owned()));
        assert_eq!(commands[1].last[1], (10, "run".to_owned(), "1".to_owned()));
        assert_eq!(commands[2].words, ["edit", "01/R1/invoice", "--reason", "a b"]);
        assert_eq!(commands[2].exit, [1, 3]);
        assert_eq!(commands[2].says, [(13, "R8.4".to_owned())]);
        assert!(commands[3].table.as_ref().unwrap().subset);
        assert_eq!(commands[3].table.as_ref().unwrap().rows.len(), 1);
        assert!(commands[4].table.as_ref().unwrap().header.is_empty());
    }

    #[test]
    fn a_story_that_cannot_be_read_names_the_line() {
        let cases = [
            ("", "1: "),
            ("says early", "1: "),
            ("> items\na | b\n1", "3: "),
            ("> items\nexit soon", "2: "),
            ("> items\nwhatever this is", "2: "),
            ("> items --x \"open", "1: "),
        ];
        for (text, line) in cases {
            let error = parse(text).unwrap_err();
            assert!(error.starts_with(line), "{text:?}: {error}");
        }
    }

    #[test]
    fn rows_are_compared_as_a_set() {
        let printed = [
            json!({"no": "R2", "s": {"a": 1}, "f": false}),
            json!({"no": "R1", "s": {"a": null}, "f": true}),
        ];
        let differing = |text: &str| {
            let story = parse(text).unwrap();
            let Step::Command(command) = &story.steps[0] else { panic!("a command") };
            differences(command.table.as_ref().unwrap(), &printed)
        };
        assert!(differing("> x\nno | s.a | f\nR1 | - | true\nR2 | 1 | false").is_empty());
        assert!(differing("> x\nno | s.a\nR1 | *\nR2 | *").is_empty());
        assert!(differing("> x\nno | absent\nR1 | -\nR2 | false").is_empty());
        assert!(differing("> x\nsubset\nno\nR2").is_empty());
        let beyond = differing("> x\nno\nR2");
        assert!(beyond.len() == 2 && beyond[1].trim() == "+ R1", "{beyond:?}");
        assert_eq!(differing("> x\nnone").len(), 3);
        let wrong = differing("> x\nno | s.a\nR1 | 7\nR2 | 1");
        assert_eq!(wrong.len(), 3, "{wrong:?}");
        assert!(wrong[1].contains("3 - R1 | 7") && wrong[2].contains("+ R1 | -"), "{wrong:?}");
    }
}
