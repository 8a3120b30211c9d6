//! Standard output: buffered, streaming, and quiet when its reader has gone.

use obligo_rules::problem::Problem;
use serde_json::Value;
use std::io::{self, BufWriter, ErrorKind, Stdout, Write};

/// Standard output. After the first failure nothing more is written.
pub struct Output {
    out: BufWriter<Stdout>,
    failure: Option<io::Error>,
}

impl Output {
    /// Standard output, buffered.
    pub fn new() -> Output {
        Output { out: BufWriter::with_capacity(64 * 1024, io::stdout()), failure: None }
    }

    /// Prints text as it is. Error: `output-failed`; see [`Output::reader_has_gone`].
    pub fn text(&mut self, text: &str) -> Result<(), Problem> {
        let done = self.out.write_all(text.as_bytes());
        self.keep(done)
    }

    /// Prints bytes as they are, such as a document.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        let done = self.out.write_all(bytes);
        self.keep(done)
    }

    /// Prints a line.
    pub fn line(&mut self, text: &str) -> Result<(), Problem> {
        let done = self.out.write_all(text.as_bytes()).and_then(|()| self.out.write_all(b"\n"));
        self.keep(done)
    }

    /// Prints a value as one line of JSON.
    pub fn json(&mut self, value: &Value) -> Result<(), Problem> {
        let done = serde_json::to_writer(&mut self.out, value).map_err(io::Error::from);
        let done = done.and_then(|()| self.out.write_all(b"\n"));
        self.keep(done)
    }

    /// Writes what is buffered. Error: `output-failed`, also if an earlier line could not be written.
    pub fn flush(&mut self) -> Result<(), Problem> {
        if let Some(failure) = &self.failure {
            return Err(Problem::unavailable("output-failed").with("reason", failure));
        }
        let done = self.out.flush();
        self.keep(done)
    }

    /// Whether whoever read the output has stopped reading, as `head` does: no failure of ours.
    pub fn reader_has_gone(&self) -> bool {
        self.failure.as_ref().is_some_and(|failure| failure.kind() == ErrorKind::BrokenPipe)
    }

    fn keep(&mut self, done: io::Result<()>) -> Result<(), Problem> {
        if let Err(error) = done {
            let problem = Problem::unavailable("output-failed").with("reason", &error);
            self.failure.get_or_insert(error);
            return Err(problem);
        }
        Ok(())
    }
}
