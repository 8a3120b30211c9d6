//! What happened to an item's insurance data: every change with who, when and why (R0.5).

use super::entry_json;
use crate::items::ItemView;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::change::ChangeRow;
use obligo_store::run::run_get;
use obligo_store::state::ItemState;
use serde_json::{Map, Value, json};

/// The changes of the item known and placed up to the point in time, in recorded order, each with the fields it changed.
pub(super) fn of_changes(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    as_of: AsOf,
    view: &ItemView,
    changes: Vec<ChangeRow>,
) -> Result<Vec<Value>, Problem> {
    let rows: Vec<ChangeRow> = changes
        .into_iter()
        .filter(|change| change.entry <= as_of.known && change.key_date <= as_of.key_date)
        .collect();
    let mut history = Vec::with_capacity(rows.len());
    for row in rows {
        let [recorded_at, actor, action, reason] = entry_json(tx, row.entry)?;
        let reversed = match row.run {
            Some(run) => run_get(tx, run)?.and_then(|run| run.reversed_entry),
            None => None,
        };
        history.push(json!({
            "entry": row.entry,
            "recorded_at": recorded_at,
            "actor": actor,
            "action": action,
            "reason": reason,
            "run": row.run,
            "reversed": reversed.is_some_and(|entry| entry <= as_of.known),
            "cause": row.cause,
            "key_date": row.key_date.to_string(),
            "changes": differing(snapshot, view, &row),
        }));
    }
    Ok(history)
}

/// The fields that differ, each with `before` and `after`.
fn differing(snapshot: &Snapshot, view: &ItemView, row: &ChangeRow) -> Map<String, Value> {
    let (before, after) = (fields(snapshot, view, &row.before), fields(snapshot, view, &row.after));
    before
        .into_iter()
        .zip(after)
        .filter(|((_, before), (_, after))| before != after)
        .map(|((name, before), (_, after))| (name.to_owned(), json!({ "before": before, "after": after })))
        .collect()
}

fn fields(snapshot: &Snapshot, view: &ItemView, state: &ItemState) -> Vec<(&'static str, Value)> {
    let day = |day: Option<Day>| json!(day.map(|day| day.to_string()));
    let insurance = &state.insurance;
    let dates = &insurance.deadlines;
    vec![
        ("policy", json!(snapshot.policy_code(insurance.policy))),
        ("status", json!(insurance.status.code())),
        ("status_reason", json!(insurance.status_reason.code())),
        ("insured", json!(format_minor(insurance.insured, view.policy_currency.exponent()))),
        ("insured_reason", json!(insurance.insured_reason.code())),
        ("max_term_date", day(dates.max_term_date)),
        ("overdue_date", day(dates.overdue_date)),
        ("exclusion_date", day(dates.exclusion_date)),
        ("non_payment_report_date", day(dates.non_payment_report_date)),
        ("collection_date", day(dates.collection_date)),
        ("waiting_end", day(dates.waiting_end)),
        ("filing_date", day(dates.filing_date)),
        ("base_period_end", day(dates.base_period_end)),
        ("reporting_status", json!(insurance.reporting_status.code())),
        ("reported_on", day(insurance.reported_on)),
        ("follow_up", json!(insurance.follow_up)),
        ("follow_up_on", day(insurance.follow_up_on)),
        ("blocks_new", json!(insurance.blocks_new)),
        ("rate", json!(state.fixed_rate.map(|rate| rate.to_string()))),
        ("receivable_start", day(state.receivable_start)),
    ]
}
