//! Reasons on pages: the rule, its text, the policy's clause.

use crate::messages::visible;
use crate::reason_text::reason_text;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::reason::Reason;

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
