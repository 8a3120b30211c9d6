//! What a change does to the text of a policy file, line by line.

use crate::words::Words;
use maud::{Markup, html};
use similar::{ChangeTag, TextDiff};

/// Unchanged lines shown around a change.
const AROUND: usize = 2;

/// The lines that go and come, with those around them.
pub fn changes(words: &Words, before: &str, after: &str) -> Markup {
    let (before, after) = (before.replace('\r', ""), after.replace('\r', ""));
    let title = words.text("policies-form-preview");
    if before == after {
        return html! { p.notice.warn role="status" { (words.text("policies-form-unchanged")) } };
    }
    let difference = TextDiff::from_lines(before.as_str(), after.as_str());
    let groups = difference.grouped_ops(AROUND);
    html! {
        section.card role="status" {
            h2 { (title) }
            p.quiet { (words.text("policies-form-preview-why")) }
            pre.changes tabindex="0" role="region" aria-label=(title) {
                @for (i, group) in groups.iter().enumerate() {
                    @if i > 0 { span.quiet { (words.text("policies-form-skipped")) } }
                    @for change in group.iter().flat_map(|part| difference.iter_changes(part)) {
                        (line(words, change.tag(), change.value().trim_end_matches('\n')))
                    }
                }
            }
        }
    }
}

/// One line with its sign, and the sign in words for those who hear the page.
fn line(words: &Words, tag: ChangeTag, text: &str) -> Markup {
    html! {
        @match tag {
            ChangeTag::Equal => { span { "  " (text) } }
            ChangeTag::Delete => { del { "- " span.hidden { (words.text("policies-form-removed")) " " } (text) } }
            ChangeTag::Insert => { ins { "+ " span.hidden { (words.text("policies-form-added")) " " } (text) } }
        }
    }
}
