//! The text of an exhibit: what is laid out, the command that goes wrong, and what it says on standard error.
//!
//! ```text
//! # why this is an exhibit
//! base                                 a store filled from `base/`
//! now 2024-07-01                       the clock from here on
//! memory 64 MB                         the command must not need more
//! env COLUMNS=60                       for the command
//! === items.csv                        a file; its lines follow
//! === items.csv, 2000 rows             its last line again and again, with `{n}` counted from 1
//! === items.csv, 100 MB                its last line again and again, without line breaks, up to this size
//! === items.csv, bytes                 `\n` and `\x9F` stand for bytes, line ends of the exhibit for nothing
//! $ import items items.csv             a command before it, which must succeed
//! ! mkdir folder                       something done to the temporary folder, see `stage::Stage::arrange`
//! > import items items.csv             the command
//! exit 1                               its exit code; everything below is what it says
//! error[…]: …
//! ```

/// An exhibit as written.
#[derive(Debug, Default)]
pub struct Exhibit {
    /// Whether it begins with the store of `base/`.
    pub base: bool,
    /// What happens before the command, in order.
    pub steps: Vec<Step>,
    /// Variables of the environment of the command.
    pub variables: Vec<(String, String)>,
    /// Most memory the command may hold, in kilobytes.
    pub memory: Option<u64>,
    /// Words of the command.
    pub command: Vec<String>,
    /// Lines up to and with the command, as written.
    pub head: String,
    /// Expected exit code and what is said, as written.
    pub expected: String,
}

/// What happens before the command.
#[derive(Debug)]
pub enum Step {
    /// The clock shows this date from here on.
    Now(String),
    /// A file is laid out.
    File(String, Vec<u8>),
    /// A command of the program, which must succeed.
    Command(Vec<String>),
    /// Something done to the temporary folder.
    Arrange(Vec<String>),
}

/// A file whose lines are being read.
struct Open {
    name: String,
    manner: String,
    lines: Vec<String>,
}

/// Reads an exhibit; the error names the line.
pub fn parse(text: &str) -> Result<Exhibit, String> {
    let mut exhibit = Exhibit::default();
    let mut open: Option<Open> = None;
    let mut lines = text.split_inclusive('\n').enumerate();
    for (index, whole) in lines.by_ref() {
        let wrong = |why: &str| format!("{}: {why}", index + 1);
        let line = whole.trim_end_matches('\n');
        exhibit.head.push_str(whole);
        let (mark, rest) = line.split_once(' ').unwrap_or((line, ""));
        let is_mark = matches!(mark, "===" | "$" | "!" | ">");
        if let Some(file) = open.as_mut().filter(|_| !is_mark) {
            file.lines.push(line.to_owned());
            continue;
        }
        if let Some(file) = open.take() {
            exhibit.steps.push(Step::File(file.name.clone(), content(&file).map_err(|e| wrong(&e))?));
        }
        match mark {
            "" | "#" => {}
            "base" => exhibit.base = true,
            "now" => exhibit.steps.push(Step::Now(rest.to_owned())),
            "memory" => {
                let megabytes = rest.strip_suffix(" MB").and_then(|n| n.parse::<u64>().ok());
                exhibit.memory = Some(megabytes.ok_or_else(|| wrong("memory is given in MB"))? * 1024);
            }
            "env" => {
                let (name, value) = rest.split_once('=').ok_or_else(|| wrong("NAME=VALUE is missing"))?;
                exhibit.variables.push((name.to_owned(), value.to_owned()));
            }
            "===" => {
                let (name, manner) = rest.split_once(", ").unwrap_or((rest, ""));
                open = Some(Open { name: name.to_owned(), manner: manner.to_owned(), lines: Vec::new() });
            }
            "$" => exhibit.steps.push(Step::Command(words(rest))),
            "!" => exhibit.steps.push(Step::Arrange(words(rest))),
            ">" => {
                exhibit.command = words(rest);
                break;
            }
            _ => return Err(wrong("this is no mark of an exhibit")),
        }
    }
    if exhibit.command.is_empty() {
        return Err("there is no line with the command".to_owned());
    }
    exhibit.expected = lines.map(|(_, line)| line).collect();
    Ok(exhibit)
}

/// The bytes of a file as its heading says.
fn content(file: &Open) -> Result<Vec<u8>, String> {
    let unknown = || format!("`{}` is no way to lay out a file", file.manner);
    let text = |lines: &[String]| lines.iter().flat_map(|line| [line, "\n"]).collect::<String>().into_bytes();
    if file.manner.is_empty() {
        return Ok(text(&file.lines));
    }
    if file.manner == "bytes" {
        return bytes(&file.lines.concat());
    }
    let (number, unit) = file.manner.split_once(' ').ok_or_else(unknown)?;
    let number: usize = number.parse().map_err(|_| unknown())?;
    let (last, before) = file.lines.split_last().ok_or("the file has no line to repeat")?;
    let mut content = text(before);
    match unit {
        "rows" => {
            for n in 1..=number {
                content.extend(last.replace("{n}", &n.to_string()).bytes());
                content.push(b'\n');
            }
        }
        "MB" | "KB" => {
            let size = number * if unit == "MB" { 1024 * 1024 } else { 1024 };
            content.extend(last.bytes().cycle().take(size));
        }
        _ => return Err(unknown()),
    }
    Ok(content)
}

fn bytes(text: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let written = match (byte, byte == b'\\') {
            (_, true) => match rest.next() {
                Some(b'n') => b'\n',
                Some(b'\\') => b'\\',
                Some(b'x') => {
                    let digits = [rest.next().unwrap_or(0), rest.next().unwrap_or(0)];
                    let digits = String::from_utf8_lossy(&digits).into_owned();
                    u8::from_str_radix(&digits, 16).map_err(|_| format!("`\\x{digits}` is no byte"))?
                }
                _ => return Err("after a backslash stands n, x or a backslash".to_owned()),
            },
            (byte, false) => byte,
        };
        bytes.push(written);
    }
    Ok(bytes)
}

/// Splits at blanks; `"…"` and `'…'` keep theirs, and `""` is an empty word.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in text.chars() {
        match quote {
            Some(open) if open == c => quote = None,
            None if c == '"' || c == '\'' => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            None if c == ' ' => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}
