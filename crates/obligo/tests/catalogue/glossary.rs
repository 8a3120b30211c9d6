//! The glossary as the judge of the translations: where an English text uses one of its terms, the translation uses one of
//! the forms the glossary gives for that language.

use super::fluent::{PLACEABLE, Texts};
use obligo::import::kinds::KINDS;
use std::collections::{BTreeMap, BTreeSet};

/// Languages of the glossary's columns, in their order after English.
const COLUMNS: [(&str, &str); 3] = [("de", "German"), ("fr", "French"), ("sv", "Swedish")];

/// Of the letters of a term's word this many hundredths must begin a word of the translation: endings change.
const STEM_PERCENT: usize = 60;
const STEM_MIN: usize = 3;

/// Languages that write compounds as one word, and how much of a term's word must be in one: `Hauptkunde` is a `Kunde`.
const COMPOUNDING: [&str; 2] = ["de", "sv"];
const STEM_INSIDE_MIN: usize = 4;

/// Words of a form that carry no meaning of their own: articles and prepositions.
const LIGHT_WORD_MAX: usize = 3;

/// Phrases with a term's word in another sense.
const PHRASES: &[&str] =
    &["payment on account", "payments on account", "legal entity identifier", "company account"];

/// Texts that may say a term otherwise in a language, or in `all`, with the reason.
const EXCEPTIONS: &[(&str, &str, &str, &str)] = &[
    ("all", "break-down-internal", "cap", "bounds of one buyer's declaration, not a cap over several buyers"),
    (
        "all",
        "cover-under-co-insured.remedy",
        "cover",
        "the kinds of cover are named; the word may be left out",
    ),
    (
        "all",
        "date-overdue",
        "extension",
        "the policy's extension period, not an extension granted afterwards",
    ),
    ("all", "duty-exclusion", "uncovered from", "a sentence about the receivables, not the name of the date"),
    ("all", "edit-follow-up-date", "follow up date", "the date of a follow-up report to the insurer"),
    ("all", "event-names-nothing.remedy", "company", "the name of a column"),
    ("all", "setting-oidc-incomplete", "claim", "a claim of a sign-in token"),
    ("all", "settings-groups-claim", "claim", "a claim of a sign-in token"),
    ("de", "change-stop-lifted", "cover", "German says that receivables are uncovered"),
    ("de", "stop-set", "cover", "German says that receivables are uncovered"),
    ("de", "limit-without-amount.remedy", "insurer", "a Kreditmitteilung is the insurer's"),
    ("de", "status-zero-decision", "insurer", "a Kreditmitteilung is the insurer's"),
    ("sv", "status-country-excluded", "cover", "Swedish says that the insurance comprises a country"),
    ("sv", "status-country-excluded", "policy", "Swedish says that the insurance comprises a country"),
];

/// A term of the field with its forms in each language.
#[derive(Debug)]
pub struct Term {
    english: Vec<String>,
    forms: BTreeMap<&'static str, Vec<Vec<String>>>,
}

/// The terms of the glossary's tables with English, German, French and Swedish beside each other.
pub fn terms(glossary: &str) -> Vec<Term> {
    let mut found: Vec<Term> = Vec::new();
    let mut first = None;
    for line in glossary.lines() {
        let Some(cells) = line.strip_prefix('|').map(|row| row.split('|').map(str::trim).collect::<Vec<_>>())
        else {
            first = None;
            continue;
        };
        if let Some(at) = cells.iter().position(|cell| *cell == "English") {
            let names = COLUMNS.map(|(_, name)| name);
            assert_eq!(cells.get(at + 1..at + 4), Some(&names[..]), "columns of the glossary");
            first = Some(at);
        } else if let Some(at) = first.filter(|_| !cells[0].starts_with("---")) {
            let forms: BTreeMap<_, _> =
                (at + 1..).zip(COLUMNS).map(|(column, (tag, _))| (tag, forms(cells[column]))).collect();
            let names = cells[at].split('(').next().unwrap_or("").split(',');
            found.extend(names.map(|name| Term { english: english(name), forms: forms.clone() }));
        }
    }
    // Of terms that begin alike the longest is meant.
    found.sort_by_key(|term| usize::MAX - term.english.len());
    found
}

/// `Warenkreditversicherung (WKV), Kreditversicherung` has three forms.
fn forms(cell: &str) -> Vec<Vec<String>> {
    cell.split([',', '(', ')']).map(words).filter(|form| !form.is_empty()).collect()
}

/// The words of an English text that can be part of a term's name.
fn english(text: &str) -> Vec<String> {
    let is_article = |word: &String| ["a", "an", "the"].contains(&word.as_str());
    words(text).iter().filter(|word| !is_article(word)).map(|word| singular(word)).collect()
}

/// Small letters, without marks between words; names of keys, files and commands are no words.
fn words(text: &str) -> Vec<String> {
    text.replace(PLACEABLE, " _ ")
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies") {
        return format!("{stem}y");
    }
    match word.strip_suffix('s') {
        Some(stem) if !stem.ends_with('s') => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// Commands stand between quotes; commands, options, names of files, columns and placeholders such as COMPANY stay English.
fn without_names(text: &str) -> String {
    let mut rest = text.to_owned();
    while let Some(start) = rest.find("\"obligo ") {
        let end = rest[start + 1..].find('"').map_or(rest.len(), |end| start + 1 + end + 1);
        rest.replace_range(start..end, " _ ");
    }
    let is_name = |word: &str| {
        let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_capitals = inner.len() > 1 && inner.chars().all(|c| c.is_ascii_uppercase());
        word.contains("--") || is_capitals || inner.contains(['.', '_', '/', '@', '='])
    };
    rest.split_whitespace().map(|word| if is_name(word) { "_" } else { word }).collect::<Vec<_>>().join(" ")
}

/// The terms an English text uses.
fn terms_of<'t>(text: &str, terms: &'t [Term]) -> Vec<&'t Term> {
    let mut text = without_names(text).to_lowercase();
    for phrase in PHRASES {
        text = text.replace(phrase, "_");
    }
    let words = english(&text);
    let (mut at, mut found) = (0, Vec::new());
    while at < words.len() {
        match terms.iter().find(|term| words[at..].starts_with(&term.english)) {
            Some(term) => {
                found.push(term);
                at += term.english.len();
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a translation uses one of the forms, in any inflection and, where the language builds them, in a compound; a
/// heading may shorten it to one of its words.
fn uses(tag: &str, text: &str, forms: &[Vec<String>], is_heading: bool) -> bool {
    let words = words(text);
    let stem = |word: &str, least: usize| -> String {
        word.chars().take((word.chars().count() * STEM_PERCENT).div_ceil(100).max(least)).collect()
    };
    let is_used = |form: &String| {
        let (begin, inside) = (stem(form, STEM_MIN), stem(form, STEM_INSIDE_MIN));
        let in_compound = |word: &String| COMPOUNDING.contains(&tag) && word.contains(&inside);
        words.iter().any(|word| word.starts_with(&begin) || in_compound(word))
    };
    forms.iter().any(|form| {
        let is_light = |word: &&String| word.chars().count() <= LIGHT_WORD_MAX && form.len() > 1;
        let mut heavy = form.iter().filter(|word| !is_light(word));
        if is_heading { heavy.any(is_used) } else { heavy.all(is_used) }
    })
}

/// Every text of a translation that says a term of the field in another word than the glossary.
pub fn compare(tag: &str, terms: &[Term], source: &Texts, texts: &Texts) -> BTreeSet<String> {
    let mut wrong = BTreeSet::new();
    for (key, from) in source {
        let Some(text) = texts.get(key) else { continue };
        for term in terms_of(&from.read, terms) {
            let english = term.english.join(" ");
            let is_exempt = EXCEPTIONS
                .iter()
                .any(|(of, id, word, _)| [tag, "all"].contains(of) && id == key && *word == english);
            // A kind of import is a word of the command line, the same in every language.
            let is_kind = words(&text.read)
                .iter()
                .any(|word| KINDS.contains(&word.as_str()) && [singular(word)] == *term.english);
            let forms = &term.forms[tag];
            if !is_exempt
                && !is_kind
                && !forms.is_empty()
                && !uses(tag, &text.read, forms, key.starts_with("col-"))
            {
                let forms: Vec<String> = forms.iter().map(|form| form.join(" ")).collect();
                let forms = forms.join(", ");
                wrong.insert(format!(
                    "{tag}: `{key}`: {english} is {forms}, but it says: {}",
                    text.read.trim()
                ));
            }
        }
    }
    wrong
}

/// Exceptions for texts that no longer need them.
pub fn idle_exceptions(terms: &[Term], source: &Texts) -> BTreeSet<String> {
    let is_idle = |id: &str, english: &str| {
        source.get(id).is_none_or(|text| {
            !terms_of(&text.read, terms).iter().any(|term| term.english.join(" ") == english)
        })
    };
    EXCEPTIONS
        .iter()
        .filter(|(_, id, english, _)| is_idle(id, english))
        .map(|(_, id, english, _)| format!("{id}: {english}"))
        .collect()
}
