//! A policy as a text that people upload or type, and what is wrong with it.

use crate::import::Refusal;
use crate::serve::Call;
use crate::web::parts::problem_box;
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;

/// Problems shown at most.
const PROBLEMS_MAX: usize = 20;

/// The name and text of the file uploaded, or the text typed instead, which is named `usual`. Errors: `body-too-large` (usage),
/// `server-folder`.
pub fn name_and_text(call: &mut Call, usual: &str) -> Result<(String, String), Problem> {
    let upload = call.take_uploads("file").into_iter().next();
    let Some(upload) = upload else {
        return Ok((usual.to_owned(), call.secret_field("text").replace("\r\n", "\n")));
    };
    let text = String::from_utf8_lossy(&upload.small()?).into_owned();
    let name = if upload.name.is_empty() { usual } else { &upload.name };
    Ok((name.to_owned(), text))
}

/// Problems of a file, with their lines.
#[must_use]
pub fn problems(words: &Words, refusal: &Refusal) -> Markup {
    html! {
        @for problem in refusal.problems.iter().take(PROBLEMS_MAX) {
            @if let Some(line) = problem.place.line {
                p.quiet { (words.with("policies-line", &[("line", words.number(&line.to_string()))])) }
            }
            (problem_box(words, problem))
        }
    }
}
