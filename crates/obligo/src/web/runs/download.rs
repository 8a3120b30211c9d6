//! The lines of a run as CSV or JSON lines, written while they are sent.

use super::job::preview_of;
use super::show::number;
use crate::runs;
use crate::serve::{Call, Reply};
use obligo_reports::csv::Writer;
use obligo_rules::problem::Problem;
use serde_json::Value;

/// Lines sent together.
const LINES: usize = 200;

/// `/runs/{run}/download`: what `obligo runs show --json` prints, byte for byte, or its lines as CSV.
pub fn of_run(call: Call) -> Result<Reply, Problem> {
    let run = number(&call)?;
    let mut session = call.session();
    // A run that is not there is told before anything is sent.
    runs::one(&mut session, run)?;
    let is_csv = call.query("format") == Some("csv");
    Ok(answer(&format!("run-{run}"), is_csv, move |send| {
        let mut failed = Ok(());
        runs::show(&mut session, run, &mut |text| {
            if failed.is_ok() {
                failed = send(text);
            }
        })?;
        failed
    }))
}

/// `/runs/job/{job}/download`: the same of a preview.
pub fn of_preview(call: Call) -> Result<Reply, Problem> {
    let preview = preview_of(&call)?;
    let is_csv = call.query("format") == Some("csv");
    Ok(answer("preview", is_csv, move |send| {
        preview.result.document.lines.iter().try_for_each(|line| send(line))?;
        send(&preview.result.last_line())
    }))
}

/// Visits texts until the reader has gone.
type Visit<'v> = &'v mut dyn FnMut(&str) -> Result<(), Problem>;

fn answer(
    name: &str,
    is_csv: bool,
    each: impl FnOnce(Visit<'_>) -> Result<(), Problem> + Send + 'static,
) -> Reply {
    let (media_type, file_name) = if is_csv {
        ("text/csv; charset=utf-8", format!("{name}.csv"))
    } else {
        ("application/x-ndjson; charset=utf-8", format!("{name}.jsonl"))
    };
    let work = move |send: &mut dyn FnMut(Vec<u8>) -> Result<(), Problem>| {
        let mut pieces = Pieces { send, is_csv, names: Vec::new(), kept: Vec::new(), lines: 0 };
        each(&mut |text| pieces.take(text))?;
        pieces.flush()
    };
    Reply::Stream { media_type, file_name: Some(file_name), work: Box::new(work) }
}

/// Gathers lines and sends them together.
struct Pieces<'s> {
    send: &'s mut dyn FnMut(Vec<u8>) -> Result<(), Problem>,
    is_csv: bool,
    names: Vec<String>,
    kept: Vec<u8>,
    lines: usize,
}

impl Pieces<'_> {
    fn take(&mut self, text: &str) -> Result<(), Problem> {
        if self.is_csv {
            self.row(text)?;
        } else {
            self.kept.extend_from_slice(text.as_bytes());
            self.kept.push(b'\n');
        }
        self.lines += 1;
        if self.lines.is_multiple_of(LINES) { self.flush() } else { Ok(()) }
    }

    fn row(&mut self, text: &str) -> Result<(), Problem> {
        let line: Value = serde_json::from_str(text).unwrap_or(Value::Null);
        // The last line holds the totals; a table has none.
        let Some(cells) = line.as_object().filter(|line| !line.contains_key("totals")) else { return Ok(()) };
        let written = |why: std::io::Error| Problem::unavailable("server-folder").with("why", why);
        let mut writer = Writer::new(std::mem::take(&mut self.kept));
        if self.names.is_empty() {
            self.names = cells.keys().cloned().collect();
            writer.row(&self.names).map_err(written)?;
        }
        writer.row(self.names.iter().map(|name| cell(&line[name.as_str()]))).map_err(written)?;
        self.kept = writer.finish().map_err(written)?;
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Problem> {
        (self.send)(std::mem::take(&mut self.kept))
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
