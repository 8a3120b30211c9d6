//! Long work as its owner sees it while it goes on.

use crate::serve::Job;
use crate::words::Words;
use maud::{Markup, PreEscaped, html};

/// How far a job is. The page looks again by itself, with and without scripts.
#[must_use]
pub fn working(words: &Words, title: &str, job: &Job) -> Markup {
    let (done, of) = job.progress.read();
    let shown = (of > 0).then(|| done.min(of));
    html! {
        h1 { (title) }
        section.card role="status" data-reload="2" {
            // A preview that takes long blocks nobody: other pages can be read meanwhile.
            p { (words.text("job-working")) }
            progress aria-label=(title) max=[shown.map(|_| of)] value=[shown] {}
            p.quiet { (words.with("job-started", &[("date", words.instant(&job.started_at))])) }
        }
        (PreEscaped("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>"))
    }
}
