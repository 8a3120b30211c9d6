//! `[[factor]]`, `[[class]]`, `[[terms]]` and `[[handling]]`: which risks count, what class they give, and what a class gets.

use crate::toml_document::{Entry, Section};
use obligo_rules::codes::{Category, CoverKind, EvidenceKind};
use obligo_rules::credit_policy::{Handling, StandardTerms};
use obligo_rules::payment_terms::PaymentTerms;
use obligo_rules::risk_class::{Band, FactorMeasure, RequiredEvidence, RiskClass, RiskFactor, Scale};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Longest name of a factor or class, in characters.
const NAME_MAX: usize = 40;
/// Longest words on how debtors are handled.
const TEXT_MAX: usize = 500;
/// As many factors, classes and rules as a page can show.
const ROWS_MAX: usize = 200;
const POINTS: RangeInclusive<u32> = 0..=100;
/// The word that stands for all that are not named.
const OTHERS: &str = "other";

/// The risk factors. Each has `bands` or `values`.
pub(super) fn factors(root: &Section<'_>) -> Vec<RiskFactor> {
    let mut names = Vec::new();
    let read = |section: Section<'_>| {
        section.required("measure");
        let measure = section.choice("measure", &spellings(FactorMeasure::ALL, FactorMeasure::code));
        let key = section.short_text("key", NAME_MAX);
        if measure == Some(FactorMeasure::Recorded) && section.entry("key").is_none() {
            section.missing("key");
        }
        let name = name(&section, &mut names, measure.map(FactorMeasure::code));
        let factor = RiskFactor {
            name: name?,
            measure: measure?,
            key: key.unwrap_or_default(),
            weight: section.number("weight", 1..=100).unwrap_or(1),
            scale: scale(&section, measure?)?,
            unknown: section.number("unknown", POINTS).unwrap_or(0),
        };
        Some(factor)
    };
    rows(root, "factor").into_iter().filter_map(read).collect()
}

fn scale(section: &Section<'_>, measure: FactorMeasure) -> Option<Scale> {
    let (bands, values) = (section.entry("bands"), section.entry("values"));
    if let (Some(_), Some(values)) = (&bands, &values) {
        return values.refuse("policy-either-key", &[("other", &section.path_of("bands"))]);
    }
    let by_number = bands.is_some();
    let wants_number = measure.is_number();
    if (bands.is_some() || values.is_some())
        && measure != FactorMeasure::Recorded
        && by_number != wants_number
    {
        let key = if by_number { "bands" } else { "values" };
        let wanted = section.path_of(if by_number { "values" } else { "bands" });
        section.refuse(key, "credit-policy-scale", &[("measure", measure.code()), ("wanted", &wanted)]);
        return None;
    }
    if by_number {
        return bands_of(section);
    }
    let Some(_) = values else {
        section.missing(if wants_number { "bands" } else { "values" });
        return None;
    };
    let mut points = BTreeMap::new();
    for (word, entry) in section.free_keys("values") {
        check_word(&entry, measure, &word);
        points.extend(entry.number(POINTS).map(|n| (word, n)));
    }
    let others = points.remove(OTHERS);
    Some(Scale::Values { points, others })
}

/// Refuses a word that the measure can never find.
fn check_word(entry: &Entry<'_>, measure: FactorMeasure, word: &str) {
    let is_known = match measure {
        FactorMeasure::Country => is_country(word),
        FactorMeasure::Category => Category::parse(word).is_some(),
        FactorMeasure::Cover => CoverKind::parse(word).is_some(),
        _ => true,
    };
    if !is_known && word != OTHERS {
        entry.refuse::<()>("credit-policy-word", &[("word", word), ("measure", measure.code())]);
    }
}

fn bands_of(section: &Section<'_>) -> Option<Scale> {
    let mut bands: Vec<Band> = Vec::new();
    for row in rows(section, "bands") {
        row.required("from");
        row.required("points");
        let from = row.entry("from").and_then(|entry| entry.signed(-1_000_000..=1_000_000));
        let points = row.number("points", POINTS);
        let (Some(from), Some(points)) = (from, points) else { continue };
        if bands.last().is_some_and(|band| band.from >= from) {
            row.refuse("from", "credit-policy-order", &[]);
        }
        bands.push(Band { from, points });
    }
    if bands.is_empty() {
        section.missing("bands");
        return None;
    }
    Some(Scale::Bands(bands))
}

/// The risk classes, the best first; the last begins with 0 points, so that every buyer has one.
pub(super) fn classes(root: &Section<'_>) -> Vec<RiskClass> {
    let mut names = Vec::new();
    let mut classes: Vec<RiskClass> = Vec::new();
    let sections = rows(root, "class");
    for section in &sections {
        section.required("name");
        let name = name(section, &mut names, None);
        section.required("points_from");
        let points_from = section.number("points_from", POINTS);
        let class = RiskClass {
            name: name.clone().unwrap_or_default(),
            points_from: points_from.unwrap_or(0),
            percent_of_insured_sum: section.number("percent_of_insured_sum", 0..=1000),
            maximum: section.amount("maximum", 0),
            without_cover: section.amount("without_cover", 0),
            payment_terms: payment_terms(section, "payment_terms"),
            evidence: rows(section, "evidence").iter().filter_map(evidence).collect(),
            handling: section.short_text("handling", TEXT_MAX),
        };
        if name.is_none() || points_from.is_none() {
            continue;
        }
        if classes.last().is_some_and(|better| better.points_from <= class.points_from) {
            section.refuse("points_from", "credit-policy-order", &[]);
        }
        classes.push(class);
    }
    if let Some(last) = sections.last()
        && classes.last().is_some_and(|class| class.points_from > 0)
    {
        last.refuse("points_from", "credit-policy-last-class", &[]);
    }
    classes
}

fn evidence(section: &Section<'_>) -> Option<RequiredEvidence> {
    section.required("kind");
    section.required("months");
    let kind = section.choice("kind", &spellings(EvidenceKind::ALL, EvidenceKind::code));
    let months = section.number("months", 1..=120);
    let country = country(section);
    Some(RequiredEvidence { kind: kind?, months: months?, country })
}

/// Standard payment terms by class and country.
pub(super) fn terms(root: &Section<'_>, classes: &[RiskClass]) -> Vec<StandardTerms> {
    let mut terms: Vec<StandardTerms> = Vec::new();
    for section in rows(root, "terms") {
        section.required("payment_terms");
        let (class, country) = (class(&section, classes), country(&section));
        let Some(payment_terms) = payment_terms(&section, "payment_terms") else { continue };
        if terms.iter().any(|known| known.class == class && known.country == country) {
            section.refuse("payment_terms", "credit-policy-rule-twice", &[]);
        }
        terms.push(StandardTerms { class, country, payment_terms });
    }
    terms
}

/// How debtors are handled by class and level.
pub(super) fn handling(root: &Section<'_>, classes: &[RiskClass]) -> Vec<Handling> {
    let mut all: Vec<Handling> = Vec::new();
    for section in rows(root, "handling") {
        section.required("text");
        let class = class(&section, classes);
        let level = section.number("level", 0..=99).unwrap_or(0);
        let Some(text) = section.short_text("text", TEXT_MAX) else { continue };
        if all.iter().any(|known| known.class == class && known.level == level) {
            section.refuse("text", "credit-policy-rule-twice", &[]);
        }
        all.push(Handling { class, level, text });
    }
    all
}

/// The tables of an array; more than [`ROWS_MAX`] are refused.
pub(super) fn rows<'a>(section: &Section<'a>, key: &str) -> Vec<Section<'a>> {
    let mut rows = section.sections(key);
    if rows.len() > ROWS_MAX {
        section.refuse(key, "credit-policy-too-many", &[("limit", &ROWS_MAX.to_string())]);
        rows.truncate(ROWS_MAX);
    }
    rows
}

/// The name of a row, one of its own; where it has none, the usual one.
fn name(section: &Section<'_>, names: &mut Vec<String>, usual: Option<&str>) -> Option<String> {
    let written = match section.entry("name") {
        Some(entry) => entry.short_text(NAME_MAX)?,
        None => usual?.to_owned(),
    };
    if names.contains(&written) {
        section.refuse("name", "credit-policy-name-twice", &[("name", &written)]);
    }
    names.push(written.clone());
    Some(written)
}

/// The name of a class of the file.
fn class(section: &Section<'_>, classes: &[RiskClass]) -> Option<String> {
    let spellings: Vec<(&str, &str)> =
        classes.iter().map(|class| (class.name.as_str(), class.name.as_str())).collect();
    section.choice("class", &spellings).map(str::to_owned)
}

fn country(section: &Section<'_>) -> Option<String> {
    let entry = section.entry("country")?;
    let text = entry.text()?;
    if is_country(text) {
        Some(text.to_owned())
    } else {
        entry.refuse("policy-country", &[("country", text)])
    }
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}

fn payment_terms(section: &Section<'_>, key: &str) -> Option<String> {
    let text = section.label(key)?;
    if PaymentTerms::parse(&text).is_some() {
        return Some(text);
    }
    section.entry(key)?.refuse("policy-payment-terms", &[])
}

fn spellings<T: Copy>(all: &[T], code: fn(T) -> &'static str) -> Vec<(&'static str, T)> {
    all.iter().map(|value| (code(*value), *value)).collect()
}
