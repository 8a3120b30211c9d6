//! The message catalogue: what people read, in their language, from the Fluent files in `locales/`.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use obligo_rules::problem::Problem;
use std::fmt;

/// A language with its Fluent files.
struct Language {
    tag: &'static str,
    files: &'static [&'static str],
}

/// The files of a language in `locales/`, compiled in: one per part of the program.
macro_rules! language {
    ($tag:literal) => { language!($tag: "problems" "reasons" "interface" "frame" "today" "buyers" "items" "limits" "runs" "import" "settings" "policies" "reports" "lists" "decisions" "dispatch" "credit" "credit_policy" "orders" "payers" "reminders") };
    ($tag:literal: $($part:literal)+) => {
        Language {
            tag: $tag,
            files: &[$(include_str!(concat!("../../../locales/", $tag, "/", $part, ".ftl"))),+],
        }
    };
}

/// Every language there is; the first one stands in for those that are not there.
const LANGUAGES: &[Language] = &[language!("en"), language!("de"), language!("fr"), language!("sv")];

/// Facts a text names, by the variable's name in the catalogue.
pub type Facts<'f> = [(&'f str, String)];

/// The texts of one language.
pub struct Messages {
    tag: &'static str,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").field("tag", &self.tag).finish_non_exhaustive()
    }
}

impl Messages {
    /// The texts of a language named as `de`, `de-AT` or `de_AT.UTF-8`; English if it is not there.
    #[must_use]
    pub fn new(language: &str) -> Messages {
        let primary = language.split(['-', '_', '.', '@']).next().unwrap_or("").to_ascii_lowercase();
        let language = LANGUAGES.iter().find(|l| l.tag == primary).unwrap_or(&LANGUAGES[0]);
        let mut bundle =
            FluentBundle::new_concurrent(language.tag.parse().ok().into_iter().collect::<Vec<_>>());
        // The marks would stand as stray characters in terminals, files and logs.
        bundle.set_use_isolating(false);
        for file in language.files {
            // A test holds the files free of errors; what of a file can be read is better than nothing.
            let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(read, _)| read);
            bundle.add_resource_overriding(resource);
        }
        Messages { tag: language.tag, bundle }
    }

    /// The language of the texts, for example `en`.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.tag
    }

    /// The languages there are.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|l| l.tag)
    }

    /// Whether the catalogue has this message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The text of a message; without one, its code and the facts.
    #[must_use]
    pub fn text(&self, id: &str, facts: &Facts<'_>) -> String {
        self.pattern(id, None, facts).unwrap_or_else(|| {
            let facts: Vec<String> = facts.iter().map(|(name, value)| format!("{name} = {value}")).collect();
            if facts.is_empty() { id.to_owned() } else { format!("{id} ({})", facts.join(", ")) }
        })
    }

    /// What to do about a problem, if the catalogue says.
    #[must_use]
    pub fn remedy(&self, id: &str, facts: &Facts<'_>) -> Option<String> {
        self.pattern(id, Some("remedy"), facts)
    }

    /// What a label means, if the catalogue says more than the label.
    #[must_use]
    pub fn help(&self, id: &str) -> Option<String> {
        self.pattern(id, Some("help"), &[])
    }

    /// Text and remedy of a problem. Its place gives the variables `file`, `line`, `column` and `value` where no fact does.
    #[must_use]
    pub fn problem(&self, problem: &Problem) -> (String, Option<String>) {
        let place = &problem.place;
        let of_place = [
            ("file", place.file.clone()),
            ("line", place.line.map(|line| line.to_string())),
            ("column", place.column.clone()),
            ("value", place.value.clone()),
        ];
        let mut facts: Vec<(&str, String)> =
            of_place.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        facts.extend(problem.facts.iter().map(|(name, value)| (*name, visible(value))));
        (self.text(problem.code, &facts), self.remedy(problem.code, &facts))
    }

    fn pattern(&self, id: &str, attribute: Option<&str>, facts: &Facts<'_>) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in facts {
            arguments.set(*name, argument(value));
        }
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned())
    }
}

/// Counts become numbers, so that a text can choose between one and several; everything else, `0012` too, stays text.
fn argument(value: &str) -> FluentValue<'_> {
    let is_count = (1..=15).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_digit())
        && (value == "0" || !value.starts_with('0'));
    match value.parse::<i64>() {
        Ok(count) if is_count => FluentValue::from(count),
        _ => FluentValue::from(value),
    }
}

/// A text from a file with what a terminal would obey, or hide, made visible.
#[must_use]
pub fn visible(text: &str) -> String {
    text.chars().map(visible_char).collect()
}

/// See [`visible`].
#[must_use]
pub fn visible_char(c: char) -> char {
    match c {
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('�'),
        '\u{7f}' => '␡',
        // Line and paragraph separators, marks and overrides of the writing direction, invisible characters.
        '\u{80}'..='\u{9f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => '�',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Identifiers of the messages in a Fluent file: what starts a line before ` =`.
    fn identifiers(file: &str) -> BTreeSet<&str> {
        file.lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split_once('=').map(|(id, _)| id.trim()))
            .collect()
    }

    #[test]
    fn r14_1_every_message_of_every_language_can_be_read() {
        for language in LANGUAGES {
            for file in language.files {
                let resource = FluentResource::try_new((*file).to_owned());
                let errors = resource.as_ref().err().map(|(_, errors)| errors);
                assert!(errors.is_none(), "{}: {errors:?}", language.tag);
            }
            let messages = Messages::new(language.tag);
            for id in language.files.iter().flat_map(|file| identifiers(file)) {
                assert!(messages.has(id), "{}: {id}", language.tag);
                assert!(!messages.text(id, &[]).is_empty(), "{}: {id}", language.tag);
            }
        }
    }

    #[test]
    fn r14_1_every_language_has_every_message() {
        let all = |language: &'static Language| -> BTreeSet<&str> {
            language.files.iter().flat_map(|file| identifiers(file)).collect()
        };
        for language in LANGUAGES {
            assert_eq!(all(language), all(&LANGUAGES[0]), "{}", language.tag);
        }
    }

    #[test]
    fn r14_1_a_problem_has_its_text_and_remedy() {
        let messages = Messages::new("en");
        let (text, remedy) = messages.problem(
            &Problem::refused("csv-unknown-column")
                .with("kind", "items")
                .with("column", "Betrag")
                .with("nearest", "none")
                .with("known", "amount, open"),
        );
        assert_eq!(text, "A file of items has no column \"Betrag\".");
        assert!(remedy.unwrap().starts_with("Columns of items: amount, open."));
        assert_eq!(messages.text("no-such-message", &[("n", "1".into())]), "no-such-message (n = 1)");
    }

    #[test]
    fn r14_1_the_language_is_found_by_its_first_part() {
        for tag in ["en", "en_GB.UTF-8", "en-US", "C.UTF-8", "", "xx"] {
            assert_eq!(Messages::new(tag).language(), "en", "{tag}");
        }
    }

    #[test]
    fn r14_2_what_a_terminal_would_obey_is_made_visible() {
        for (text, expected) in
            [("a\tb", "a␉b"), ("\u{1b}[31m", "␛[31m"), ("x\u{202e}y", "x�y"), ("Köln 東京", "Köln 東京")]
        {
            assert_eq!(visible(text), expected);
        }
    }
}
