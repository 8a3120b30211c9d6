//! The list as CSV or JSON lines, written while it is sent: memory does not grow with the result.

use super::choice::{Asked, Then};
use super::columns::{COLUMNS, chosen};
use super::filters::Tab;
use super::{bills, then};
use crate::items::ItemView;
use crate::reasons::of_item_json;
use crate::serve::{Call, Reply};
use crate::session::point_in_time;
use crate::snapshot::Snapshot;
use obligo_reports::csv::Writer;
use obligo_rules::problem::Problem;
use serde_json::Value;

/// Items read together.
const ITEMS: usize = 200;

/// Bytes gathered before they are sent.
const PIECE: usize = 1 << 16;

type Send<'s> = &'s mut dyn FnMut(Vec<u8>) -> Result<(), Problem>;

/// `/items/download`: JSON lines as `obligo items --json` prints them (`format=jsonl`), or CSV with the columns chosen – all of the
/// contract's where none are – in plain decimals and ISO dates.
pub fn download(call: Call) -> Result<Reply, Problem> {
    let is_csv = call.query("format") != Some("jsonl");
    let columns: Vec<&'static str> = if call.query("column").is_some() {
        chosen(&call).iter().filter(|column| column.is_of_contract()).map(|column| column.name).collect()
    } else {
        COLUMNS.iter().filter(|column| column.is_of_contract()).map(|column| column.name).collect()
    };
    let (portfolio, _) = call.portfolio()?;
    let mut asked = Asked::of(&call, &portfolio)?;
    let then = Then::of(&call)?;
    let tab = Tab::of(&call, then);
    if tab == Tab::Open {
        asked.search(&call, &portfolio)?;
    }
    let work = move |send: Send<'_>| {
        let mut lines = Lines { columns: is_csv.then_some(columns), piece: Vec::new() };
        lines.head()?;
        match (then, tab) {
            (Some(then), _) => call.house.store.read(|tx| {
                let snapshot = Snapshot::load(tx, point_in_time(tx, then.as_of, then.known_at)?)?;
                then::each(tx, &snapshot, &asked, then, &mut |view| lines.put(view, &snapshot, send))
            })?,
            (None, Tab::Bills) => {
                for some in bills::chosen(&call, &portfolio, &asked)?.chunks(ITEMS) {
                    let views = portfolio.whole(&call.house.store, some.iter().map(|bill| &bill.figures))?;
                    views.iter().try_for_each(|view| lines.put(view, &portfolio.snapshot, send))?;
                }
            }
            (None, _) if asked.is_hopeless => {}
            (None, _) => {
                for positions in portfolio.choose(&asked.choice).positions.chunks(ITEMS) {
                    let views = portfolio.views(&call.house.store, positions)?;
                    views.iter().try_for_each(|view| lines.put(view, &portfolio.snapshot, send))?;
                }
            }
        }
        send(std::mem::take(&mut lines.piece))
    };
    Ok(Reply::Stream {
        media_type: if is_csv { "text/csv; charset=utf-8" } else { "application/x-ndjson" },
        file_name: Some(if is_csv { "items.csv" } else { "items.jsonl" }.to_owned()),
        work: Box::new(work),
    })
}

/// Lines not sent yet.
struct Lines {
    /// The columns of a CSV; none for JSON.
    columns: Option<Vec<&'static str>>,
    piece: Vec<u8>,
}

impl Lines {
    fn head(&mut self) -> Result<(), Problem> {
        let Some(columns) = self.columns.clone() else { return Ok(()) };
        self.csv(columns.into_iter().map(str::to_owned))
    }

    fn csv(&mut self, cells: impl Iterator<Item = String>) -> Result<(), Problem> {
        let mut writer = Writer::new(&mut self.piece);
        writer.row(cells).map_err(|why| Problem::unavailable("server-folder").with("why", why))
    }

    fn put(&mut self, view: &ItemView, snapshot: &Snapshot, send: Send<'_>) -> Result<(), Problem> {
        let line = view.json(of_item_json(view, snapshot));
        if let Some(columns) = self.columns.clone() {
            self.csv(columns.into_iter().map(|name| cell(&line[name])))?;
        } else {
            self.piece.extend_from_slice(line.to_string().as_bytes());
            self.piece.push(b'\n');
        }
        if self.piece.len() < PIECE { Ok(()) } else { send(std::mem::take(&mut self.piece)) }
    }
}

/// A value as a cell; reasons by rule and code.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(reasons) => {
            let named = |reason: &Value| {
                let text = |name: &str| reason[name].as_str().unwrap_or_default().to_owned();
                format!("{} {}", text("rule"), text("code"))
            };
            reasons.iter().map(named).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}
