//! Reasons as people read them.

use crate::messages::visible;
use crate::words::Words;
use obligo_rules::calendar::Day;
use obligo_rules::reason::Reason;

/// The text of a reason in the reader's language, amounts and dates as the language writes them.
#[must_use]
pub fn reason_text(words: &Words, reason: &Reason) -> String {
    let fact = |name: &str, value: &str| match Day::parse_iso(value) {
        Some(day) => words.date(day),
        None if name == "bases" => bases(words, value),
        None if reason.code == "date-kept" && name == "name" => {
            words.text(&format!("col-{}", value.replace('_', "-")))
        }
        None if value.contains('.') => words.number(&visible(value)),
        None => visible(value),
    };
    let facts: Vec<(&str, String)> =
        reason.facts.iter().map(|(name, value)| (*name, fact(name, value))).collect();
    words.with(reason.code, &facts)
}

/// The bases of a waiting period, given as `net_due + 6 months, collection + 90 days`.
fn bases(words: &Words, codes: &str) -> String {
    let one = |code: &str| -> Option<String> {
        let (base, term) = code.split_once(" + ")?;
        let (count, unit) = term.split_once(' ')?;
        let facts = [("base", base.to_owned()), ("count", count.to_owned()), ("unit", unit.to_owned())];
        Some(words.with("why-waiting-base", &facts))
    };
    let all: Vec<String> =
        codes.split(", ").map(|code| one(code).unwrap_or_else(|| code.to_owned())).collect();
    all.join(", ")
}
