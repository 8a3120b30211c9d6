//! Reasons as people read them: the rule, its text, the policy's clause.

use crate::messages::visible;
use crate::words::Words;
use maud::{Markup, html};
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

/// Reasons as a list, each with its rule and clause.
#[must_use]
pub fn reason_list(words: &Words, reasons: &[Reason]) -> Markup {
    html! {
        ul.reasons {
            @for reason in reasons {
                li {
                    (reason_text(words, reason))
                    " " small.quiet { (reason.rule) @if let Some(clause) = &reason.clause { " · " (visible(clause)) } }
                }
            }
        }
    }
}

/// Reasons behind a word to press; nothing where there are none.
#[must_use]
pub fn why(words: &Words, reasons: &[Reason]) -> Markup {
    html! {
        @if !reasons.is_empty() {
            details.why { summary { (words.text("why")) } (reason_list(words, reasons)) }
        }
    }
}
