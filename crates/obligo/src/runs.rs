//! The final runs on record (R8.1, R8.4), and printing one again as it was frozen.

use crate::frozen::reprint;
use crate::session::Session;
use obligo_rules::problem::Problem;
use obligo_store::policy::policy_codes;
use obligo_store::run::{RunRow, run_all, run_get, run_lines_count, run_lines_some};
use obligo_store::{Entry, EntryFilter, Tx, entries};
use serde_json::{Value, json};

/// Visits the final runs by number, those of one policy or of all; the summary counts them. Roles: viewer.
pub fn list(
    session: &mut Session,
    policy: Option<&str>,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<Value, Problem> {
    session.read(|tx| {
        let codes = policy_codes(tx)?;
        let (mut runs, mut reversed) = (0, 0);
        for row in run_all(tx)? {
            let code = codes.get(&row.policy_id).map_or("", String::as_str);
            if policy.is_some_and(|wanted| wanted != code) {
                continue;
            }
            runs += 1;
            reversed += i32::from(row.reversed_entry.is_some());
            visit(line(tx, &row, code)?)?;
        }
        Ok(json!({ "runs": runs, "reversed": reversed }))
    })
}

fn line(tx: &Tx<'_>, row: &RunRow, policy: &str) -> Result<Value, Problem> {
    let recorded = entry(tx, row.entry)?;
    let reversal = row.reversed_entry.map(|number| entry(tx, number)).transpose()?.flatten();
    Ok(json!({
        "run": row.run,
        "kind": row.kind,
        "policy": policy,
        "buyers": if row.buyers.is_empty() { Value::Null } else { json!(row.buyers) },
        "key_date": row.key_date.to_string(),
        "final": true,
        "recorded_at": recorded.as_ref().map(|e| e.recorded_at.as_str()),
        "actor": recorded.as_ref().map(|e| e.actor.as_str()),
        "sha256": row.sha256,
        "changes": row.changes,
        "totals": serde_json::from_str::<Value>(&row.totals).unwrap_or(Value::Null),
        "reversed": row.reversed_entry.is_some(),
        "reversed_reason": reversal.as_ref().map(|e| e.reason.as_str()),
        "reversed_at": reversal.as_ref().map(|e| e.recorded_at.as_str()),
        "reversed_by": reversal.as_ref().map(|e| e.actor.as_str()),
        "entry": row.entry,
    }))
}

/// The audit entry with this number.
pub(crate) fn entry(tx: &Tx<'_>, number: i64) -> Result<Option<Entry>, Problem> {
    let filter = EntryFilter { below: Some(number.saturating_add(1)), limit: 1, ..EntryFilter::default() };
    Ok(entries(tx, &filter)?.pop().filter(|e| e.entry == number))
}

/// Prints the frozen lines of a final run and its last line, byte for byte as they left the house (R8.1). Error:
/// `run-not-found`. Roles: viewer.
pub fn show(session: &mut Session, run: i64, print: &mut dyn FnMut(&str)) -> Result<RunRow, Problem> {
    session.read(|tx| {
        reprint(tx, run, |line| {
            print(line);
            Ok(())
        })
    })
}

/// One final run as [`list`] has it, with its parameters and the number of its lines. Error: `run-not-found`. Role: viewer.
pub fn one(session: &mut Session, run: i64) -> Result<Value, Problem> {
    session.read(|tx| {
        let row = run_get(tx, run)?.ok_or_else(|| Problem::refused("run-not-found").with("run", run))?;
        let codes = policy_codes(tx)?;
        let mut line = line(tx, &row, codes.get(&row.policy_id).map_or("", String::as_str))?;
        line["parameters"] = serde_json::from_str(&row.parameters).unwrap_or(Value::Null);
        line["lines"] = json!(run_lines_count(tx, run)?);
        Ok(line)
    })
}

/// Some frozen lines of a final run: `count` after the first `skipped`. Role: viewer.
pub fn lines(session: &mut Session, run: i64, skipped: i64, count: i64) -> Result<Vec<Value>, Problem> {
    let texts = session.read(|tx| run_lines_some(tx, run, skipped, count))?;
    Ok(texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect())
}
