//! The list of buyers as CSV, written while it is sent.

use super::book_of;
use super::list_parts::choice_of;
use crate::serve::{Call, Reply};
use obligo_reports::csv::Writer;
use obligo_rules::problem::Problem;
use serde_json::Value;

/// Lines sent together.
const LINES: usize = 200;

/// `/buyers/download`: the chosen lines with every column `obligo buyers --json` has, plain decimals and ISO dates.
pub fn download(call: Call) -> Result<Reply, Problem> {
    let (portfolio, _) = call.portfolio()?;
    let book = book_of(&call, &portfolio);
    let chosen = book.choose(&choice_of(&call));
    let work = move |send: &mut dyn FnMut(Vec<u8>) -> Result<(), Problem>| {
        let first = book.lines.first().and_then(Value::as_object);
        let names: Vec<String> = first.map_or_else(Vec::new, |line| line.keys().cloned().collect());
        let written = |done: std::io::Result<Vec<u8>>| {
            done.map_err(|why| Problem::unavailable("server-folder").with("why", why))
        };
        let rows = |positions: &[u32]| {
            let mut writer = Writer::new(Vec::new());
            for line in positions.iter().filter_map(|n| book.lines.get(*n as usize)) {
                writer.row(names.iter().map(|name| cell(&line[name.as_str()])))?;
            }
            writer.finish()
        };
        let mut head = Writer::new(Vec::new());
        send(written(head.row(&names).and_then(|()| head.finish()))?)?;
        for positions in chosen.positions.chunks(LINES) {
            send(written(rows(positions))?)?;
        }
        Ok(())
    };
    Ok(Reply::Stream {
        media_type: "text/csv; charset=utf-8",
        file_name: Some("buyers.csv".to_owned()),
        work: Box::new(work),
    })
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
