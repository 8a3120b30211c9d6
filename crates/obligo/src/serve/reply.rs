//! What a handler answers; how it becomes HTTP is the adapter's matter.

use maud::Markup;
use obligo_rules::problem::Problem;
use serde_json::Value;

/// Writes an answer piece by piece; an error from the sink means the reader has gone.
pub type Stream =
    Box<dyn FnOnce(&mut dyn FnMut(Vec<u8>) -> Result<(), Problem>) -> Result<(), Problem> + Send + 'static>;

/// A page within the frame.
#[derive(Debug)]
pub struct Page {
    /// Title, in the caller's language.
    pub title: String,
    /// Which entry of the navigation it belongs to.
    pub area: &'static str,
    /// What stands between head and foot.
    pub body: Markup,
    /// HTTP status; 200 unless a form was refused.
    pub status: u16,
}

impl Page {
    /// A page with status 200.
    #[must_use]
    pub fn new(area: &'static str, title: impl Into<String>, body: Markup) -> Page {
        Page { title: title.into(), area, body, status: 200 }
    }

    /// The same page with another status.
    #[must_use]
    pub fn with_status(self, status: u16) -> Page {
        Page { status, ..self }
    }
}

/// See the module.
pub enum Reply {
    /// A page within the frame.
    Page(Page),
    /// A whole document without the frame.
    Document(u16, Markup),
    /// Go there next (303).
    See(String),
    /// Go there next, with a cookie to keep or to drop.
    SeeWithCookie(String, String),
    /// JSON, with its `ETag` if it can be edited.
    Json {
        /// HTTP status.
        status: u16,
        /// Body.
        body: Value,
        /// Version of the record.
        etag: Option<String>,
    },
    /// A problem with all that belongs to it, as `application/problem+json`.
    Problem {
        /// HTTP status.
        status: u16,
        /// Body.
        body: Value,
    },
    /// Bytes of another type; `file_name` makes it a download.
    Bytes {
        /// Media type.
        media_type: &'static str,
        /// Name to save it under.
        file_name: Option<String>,
        /// Body.
        body: Vec<u8>,
        /// Whether browsers may keep it for good: its address changes with its content.
        is_lasting: bool,
    },
    /// A long answer, sent while it is made.
    Stream {
        /// Media type.
        media_type: &'static str,
        /// Name to save it under.
        file_name: Option<String>,
        /// What writes it.
        work: Stream,
    },
}

impl Reply {
    /// JSON with status 200.
    #[must_use]
    pub fn json(body: Value) -> Reply {
        Reply::Json { status: 200, body, etag: None }
    }

    /// A page within the frame.
    #[must_use]
    pub fn page(area: &'static str, title: impl Into<String>, body: Markup) -> Reply {
        Reply::Page(Page::new(area, title, body))
    }

    /// A download.
    #[must_use]
    pub fn download(media_type: &'static str, file_name: impl Into<String>, body: Vec<u8>) -> Reply {
        Reply::Bytes { media_type, file_name: Some(file_name.into()), body, is_lasting: false }
    }
}
