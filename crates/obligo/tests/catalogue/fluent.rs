//! The catalogue as data: every message of every language with its texts and variables.

use crate::repository::FILES;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use std::collections::{BTreeMap, BTreeSet};

/// Categories by which a text chooses between one and several; languages have different ones.
const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The language all others are translated from.
pub const SOURCE: &str = "en";

/// Where a placeable stands in a text.
pub const PLACEABLE: char = '\u{fffc}';

/// The files of a language, by name: `today.ftl`.
pub type Files = BTreeMap<String, String>;

/// The files of each language, by its tag.
pub fn languages() -> BTreeMap<String, Files> {
    let mut found: BTreeMap<String, Files> = BTreeMap::new();
    for file in FILES.iter() {
        if let Some((tag, name)) = file.path.strip_prefix("locales/").and_then(|path| path.split_once('/')) {
            found.entry(tag.to_owned()).or_default().insert(name.to_owned(), file.text.clone());
        }
    }
    assert!(found[SOURCE].len() > 5, "locales/{SOURCE} is gone");
    found
}

/// The value of a message or one of its attributes.
#[derive(Default, Debug)]
pub struct Text {
    /// Everything a person may read of it, placeables as [`PLACEABLE`].
    pub read: String,
    /// Variables that are shown or chosen by a word: a translation needs them all, and no others.
    pub variables: BTreeSet<String>,
    /// Variables that only choose between one and several: a language may need none.
    pub counts: BTreeSet<String>,
    /// Words a text chooses by, with the variable: `what/overdue`.
    pub choices: BTreeSet<String>,
    /// Words it falls back to.
    pub fallbacks: BTreeSet<String>,
}

/// The texts of a language by message, attributes as `id.remedy`.
pub type Texts = BTreeMap<String, Text>;

/// Reads the files of a language, and tells what is wrong with them by themselves.
pub fn read(tag: &str, files: &Files, wrong: &mut BTreeSet<String>) -> Texts {
    let mut texts = Texts::new();
    let mut homes: BTreeMap<String, &str> = BTreeMap::new();
    for (name, file) in files {
        let resource = fluent_syntax::parser::parse(file.as_str()).unwrap_or_else(|(read, errors)| {
            wrong.insert(format!("{tag}/{name}: {errors:?}"));
            read
        });
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            if let Some(home) = homes.insert(id.to_owned(), name) {
                wrong.insert(format!("{tag}: `{id}` is in {home} and in {name}"));
            }
            let attributes = message.attributes.iter().map(|a| (format!("{id}.{}", a.id.name), &a.value));
            for (key, pattern) in message.value.iter().map(|value| (id.to_owned(), value)).chain(attributes) {
                let mut text = Text::default();
                text.add(pattern);
                if text.read.trim().is_empty() {
                    wrong.insert(format!("{tag}/{name}: `{key}` is empty"));
                }
                text.counts = &text.counts - &text.variables;
                texts.insert(key, text);
            }
        }
    }
    texts
}

impl Text {
    fn add(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.read.push_str(value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => self.show(inline),
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let InlineExpression::VariableReference { id } = selector else {
                        panic!("a text chooses by a variable: {selector:?}")
                    };
                    let words: Vec<&str> = variants
                        .iter()
                        .filter_map(|variant| match variant.key {
                            VariantKey::Identifier { name } if !PLURAL_CATEGORIES.contains(&name) => {
                                Some(name)
                            }
                            _ => None,
                        })
                        .collect();
                    let list = if words.is_empty() { &mut self.counts } else { &mut self.variables };
                    list.insert(id.name.to_owned());
                    self.choices.extend(words.iter().map(|word| format!("{}/{word}", id.name)));
                    for variant in variants {
                        self.read.push(PLACEABLE);
                        self.add(&variant.value);
                    }
                    self.read.push(PLACEABLE);
                }
            }
        }
    }

    fn show(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { value } => self.read.push_str(value),
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
                self.read.push(PLACEABLE);
            }
            other => panic!("texts show variables and nothing else: {other:?}"),
        }
    }
}

/// What a translation lacks or has too much, beside the texts it is translated from.
pub fn compare(tag: &str, source: &Texts, texts: &Texts) -> BTreeSet<String> {
    let mut wrong = BTreeSet::new();
    for key in source.keys().filter(|key| !texts.contains_key(*key)) {
        wrong.insert(format!("{tag}: `{key}` is missing"));
    }
    for (key, text) in texts {
        let Some(from) = source.get(key) else {
            wrong.insert(format!("{tag}: `{key}` is not in {SOURCE}"));
            continue;
        };
        let known = &from.variables | &from.counts;
        for name in from.variables.difference(&(&text.variables | &text.counts)) {
            wrong.insert(format!("{tag}: `{key}` lacks {{ ${name} }}"));
        }
        for name in (&text.variables | &text.counts).difference(&known) {
            // Whoever shows a count gives it to choose by, too.
            if name != "count" || !from.variables.contains("shown") {
                wrong.insert(format!("{tag}: `{key}` has {{ ${name} }}, which {SOURCE} has not"));
            }
        }
        // A translation may choose where English shows the word itself.
        for choice in from.choices.difference(&(&text.choices | &text.fallbacks)) {
            wrong.insert(format!("{tag}: `{key}` has no [{choice}]"));
        }
        let chooses = |choice: &str| {
            let variable = choice.split('/').next();
            from.choices.iter().any(|known| known.split('/').next() == variable)
        };
        for choice in
            text.choices.difference(&(&from.choices | &from.fallbacks)).filter(|choice| chooses(choice))
        {
            wrong.insert(format!("{tag}: `{key}` has [{choice}], which {SOURCE} has not"));
        }
    }
    wrong
}
