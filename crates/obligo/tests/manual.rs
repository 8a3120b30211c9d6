//! The manual tells the truth: its examples are run and compared, and it names every command, flag, column, key and
//! JSON key there is. `OBLIGO_ACCEPT=1 cargo test -p obligo --test manual` writes what the program prints into the pages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "manual/page.rs"]
mod page;

use obligo_formats::schema;
use page::{ROOT, Session, pages, text_of};
use std::collections::BTreeSet;
use std::path::Path;

/// The page that describes a command is the one with the heading ``## `obligo COMMAND` ``; its text ends at the next
/// heading of that depth.
fn section<'p>(pages: &'p [(String, String)], heading: &str) -> Option<&'p str> {
    pages.iter().find_map(|(_, text)| {
        let start = text.find(&format!("\n{heading}\n"))? + 1;
        let rest = &text[start + heading.len()..];
        let end = ["\n## ", "\n# "].iter().filter_map(|next| rest.find(next)).min().unwrap_or(rest.len());
        Some(&rest[..end])
    })
}

fn names(text: &str, word: &str) -> bool {
    [format!("`{word}`"), format!("`{word} ")].iter().any(|spelling| text.contains(spelling.as_str()))
}

#[test]
fn the_examples_print_what_the_pages_say() {
    let mut wrong = Vec::new();
    for (path, text) in pages() {
        if let Err(differences) = page::play(&path, &text) {
            wrong.push(differences);
        }
    }
    assert!(wrong.is_empty(), "{}\nOBLIGO_ACCEPT=1 writes what is printed into the pages.", wrong.join("\n"));
}

#[test]
fn the_manual_names_every_command_and_every_flag() {
    let session = Session::of_folder(&Path::new(ROOT).join("docs/manual/files"));
    let pages = pages();
    let mut missing = Vec::new();
    let mut commands = vec![Vec::<String>::new()];
    let mut global = BTreeSet::new();
    while let Some(words) = commands.pop() {
        let mut asked = words.clone();
        asked.push("--help".into());
        let help = session.run(&asked).0;
        let (own, common) = help.split_once("\nEvery command:\n").expect("a help text");
        let name = [vec!["obligo".to_owned()], words.clone()].concat().join(" ");
        if words.is_empty() {
            global = flags(common);
        } else {
            let heading = format!("## `{name}`");
            match section(&pages, &heading) {
                None => missing.push(format!("a section {heading}")),
                Some(text) => {
                    let unnamed = flags(own).into_iter().filter(|flag| !names(text, flag));
                    missing.extend(unnamed.map(|flag| format!("{flag} under {heading}")));
                }
            }
        }
        for command in commands_of(own) {
            commands.push([words.clone(), vec![command]].concat());
        }
    }
    let every = section(&pages, "## Flags of every command").expect("a section of the common flags");
    missing
        .extend(global.into_iter().filter(|flag| !names(every, flag)).map(|flag| format!("{flag}, common")));
    assert!(missing.is_empty(), "The manual lacks:\n{}", missing.join("\n"));
}

/// The long flags a help text describes.
fn flags(help: &str) -> BTreeSet<String> {
    let described = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let flags = described.filter_map(|line| line[line.find("--")?..].split([' ', ',']).next());
    flags.filter(|flag| !["--help", "--version"].contains(flag)).map(str::to_owned).collect()
}

fn commands_of(help: &str) -> Vec<String> {
    let Some((_, listed)) = help.split_once("\nCommands:\n") else { return Vec::new() };
    let lines = listed.lines().take_while(|line| !line.is_empty());
    let names = lines.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    names.filter(|name| !name.is_empty() && *name != "help").map(str::to_owned).collect()
}

#[test]
fn the_manual_describes_every_column_of_every_file() {
    let pages = pages();
    let mut missing = Vec::new();
    for schema in schema::ALL {
        let heading = format!("## {}.csv", schema.kind);
        let text = section(&pages, &heading).unwrap_or_else(|| panic!("there is no section {heading}"));
        for column in schema.columns {
            let row = text.lines().find(|line| line.starts_with(&format!("| `{}` |", column.name)));
            let is_required =
                row.is_some_and(|row| row.split('|').nth(2).is_some_and(|cell| cell.trim() == "yes"));
            if row.is_none() || is_required != column.required {
                missing.push(format!("{heading}: {} (required: {})", column.name, column.required));
            }
            missing.extend(
                column
                    .texts
                    .iter()
                    .filter(|value| !names(text, value))
                    .map(|value| format!("{heading}: the text {value} of {}", column.name)),
            );
        }
    }
    assert!(missing.is_empty(), "The manual is wrong about:\n{}", missing.join("\n"));
}

/// An unknown key is refused with the list of the known ones: that list is held against the page.
#[test]
fn the_manual_describes_every_key_of_the_policy_file() {
    let session = Session::of_folder(&Path::new(ROOT).join("docs/manual/files"));
    let pages = pages();
    let sections = [
        "",
        "declaration",
        "terms",
        "default",
        "notification",
        "unnamed",
        "existing",
        "cover",
        "status",
        "stop",
        "loss",
    ];
    let mut missing = Vec::new();
    for name in sections.into_iter().chain(["[cap]", "[example]", "example.expect"]) {
        let head = match name {
            "" => String::new(),
            "example.expect" => "[[example]]\n[example.expect]\n".to_owned(),
            name => format!("[{name}]\n"),
        };
        session.write("unknown.toml", &format!("{head}no_such_key = 1\n"));
        let words = ["policy", "check", "unknown.toml", "--max-errors", "100"].map(str::to_owned);
        let printed = session.run(&words).0.replace("\n          ", " ");
        let known = printed
            .lines()
            .skip_while(|line| !line.contains("no_such_key"))
            .find_map(|line| line.split_once("Known here: "));
        let known = known.unwrap_or_else(|| panic!("[{name}]: no list of keys in {printed}")).1;
        let (known, _) = known.split_once('.').unwrap_or((known, ""));
        let heading = match name {
            "" => "## The policy's own keys".to_owned(),
            "example.expect" => "## `[[example]]`".to_owned(),
            name => format!("## `[{name}]`"),
        };
        let text = section(&pages, &heading).unwrap_or_else(|| panic!("there is no section {heading}"));
        for key in known.split(", ").filter(|key| !is_section(key, &sections)) {
            if !names(text, key.trim()) {
                missing.push(format!("{key} under {heading}"));
            }
        }
    }
    assert!(missing.is_empty(), "The manual lacks:\n{}", missing.join("\n"));
}

fn is_section(key: &str, sections: &[&str]) -> bool {
    sections.contains(&key) || ["cap", "clause", "example", "premium"].contains(&key)
}

#[test]
fn what_the_readme_shows_works() {
    let session = Session::of_folder(&Path::new(ROOT).join("docs/manual/files"));
    let readme = text_of("README.md");
    let mut tried = 0;
    for line in page::fenced(&readme).lines().filter_map(|line| line.strip_prefix("obligo ")) {
        let words = page::words_of(line.split(" #").next().unwrap_or(line));
        // A server does not end by itself.
        if words.first().is_some_and(|command| command == "serve") {
            continue;
        }
        let (printed, code) = session.run(&words);
        assert_eq!(code, 0, "obligo {line}\n{printed}");
        tried += 1;
    }
    assert!(tried > 10, "only {tried} commands were found");
}

#[test]
fn links_between_the_pages_lead_somewhere() {
    let mut broken = Vec::new();
    let others = ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/glossary.md"];
    let all = pages().into_iter().chain(others.map(|path| (path.to_owned(), text_of(path))));
    for (path, text) in all {
        let folder = Path::new(&path).parent().unwrap().to_owned();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            if link.contains("://") || link.contains(char::is_whitespace) {
                continue;
            }
            let target = if file.is_empty() { Path::new(&path).to_owned() } else { folder.join(file) };
            let full = Path::new(ROOT).join(&target);
            let has_anchor =
                || page::anchors(&std::fs::read_to_string(&full).unwrap_or_default()).contains(anchor);
            if !full.exists() || !(anchor.is_empty() || has_anchor()) {
                broken.push(format!("{path}: {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "Links to nowhere:\n{}", broken.join("\n"));
}
