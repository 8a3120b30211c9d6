//! The work list (R9.3): what the last run that looked at each payer said of it, with what was done about it since.

use super::candidates::note_of;
use super::index::WorkIndexKeeper;
use super::lines::{WorkLine, reason_json, selected_of};
use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::follow_up_note::NoteState;
use obligo_rules::problem::Problem;
use obligo_rules::selection::{Change, Reason, WorkOrder};
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::{buyer_get, buyer_key};
use obligo_store::follow_up_note::follow_up_note_of;
use obligo_store::monitor_line::{MonitorLineRow, monitor_line_of};
use obligo_store::monitor_run::{MonitorRunRow, monitor_run_all, monitor_run_last};
use obligo_store::payer_action::{PayerActionRow, payer_action_of};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Which payers of the work list, in which order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WorkChoice {
    /// Only those of this credit manager.
    pub credit_manager: Option<String>,
    /// Only those a criterion of this name brought.
    pub criterion: Option<String>,
    /// Only those with this change; without one, those to work on.
    pub change: Option<Change>,
    /// Order.
    pub order: WorkOrder,
}

/// A payer of the list with the work on it.
#[derive(Clone, PartialEq, Debug)]
pub struct WorkedLine {
    /// What the run said.
    pub line: WorkLine,
    /// For each reason in its order the action that counts: the latest recorded since the reason came up.
    pub actions: Vec<Option<PayerActionRow>>,
    /// The open note that is nearest to its end.
    pub note: Option<NoteState>,
}

impl WorkedLine {
    /// The line as results show it.
    #[must_use]
    pub fn json(&self) -> Value {
        let selected = &self.line.selected;
        let mut line = self.line.json();
        line["payer"] = json!(self.line.key.to_string());
        line["run"] = json!(self.line.run);
        line["waits_until"] = json!(selected.waits_until.map(|day| day.to_string()));
        line["note"] = json!(self.note.map(NoteState::code));
        let reasons = selected.reasons.iter().zip(&self.actions).map(|(reason, action)| {
            let mut shown = reason_json(reason, selected.currency);
            shown["since"] = json!(reason.since);
            shown["action"] = json!(action.as_ref().map(|action| action.action_code));
            shown
        });
        line["criteria"] = Value::Array(reasons.collect());
        line
    }
}

/// A page of the work list.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct WorkList {
    /// The last run.
    pub last: Option<MonitorRunRow>,
    /// The lines shown.
    pub lines: Vec<WorkedLine>,
    /// How many were chosen.
    pub total: usize,
    /// Payers by change, of the credit manager chosen.
    pub changes: BTreeMap<Change, u64>,
    /// Credit managers with payers on the list.
    pub managers: BTreeSet<String>,
}

/// The lines chosen, `count` of them after the first `from`. `key_date` decides how notes stand. Role: viewer.
pub fn work_list(
    session: &mut Session,
    choice: &WorkChoice,
    key_date: Day,
    (from, count): (usize, usize),
) -> Result<WorkList, Problem> {
    work_list_with(session, &WorkIndexKeeper::default(), choice, key_date, (from, count))
}

/// The same for whoever asks again and again.
pub fn work_list_with(
    session: &mut Session,
    keeper: &WorkIndexKeeper,
    choice: &WorkChoice,
    key_date: Day,
    (from, count): (usize, usize),
) -> Result<WorkList, Problem> {
    session.read(|tx| {
        let last = monitor_run_last(tx)?;
        let index = keeper.of(tx, last.as_ref())?;
        let payers = index.chosen(choice);
        let mut found = WorkList {
            last,
            lines: Vec::new(),
            total: payers.len(),
            changes: index.changes(choice.credit_manager.as_deref()),
            managers: index.credit_managers(),
        };
        for payer in payers.into_iter().skip(from).take(count) {
            if let Some(row) = monitor_line_of(tx, payer)? {
                found.lines.push(worked(tx, &row, key_date)?);
            }
        }
        Ok(found)
    })
}

/// Every selection run, the last one first. Role: viewer.
pub fn runs(session: &mut Session) -> Result<Vec<MonitorRunRow>, Problem> {
    session.read(monitor_run_all)
}

/// The last selection run. Role: viewer.
pub fn last_run(session: &mut Session) -> Result<Option<MonitorRunRow>, Problem> {
    session.read(monitor_run_last)
}

pub(super) fn worked(tx: &Tx<'_>, row: &MonitorLineRow, key_date: Day) -> Result<WorkedLine, Problem> {
    let line = line_of(tx, row)?;
    let recorded = payer_action_of(tx, row.payer_id)?;
    let actions = line.selected.reasons.iter().map(|reason| action_on(reason, &recorded).cloned()).collect();
    let as_of = AsOf::at(key_date);
    let mut note = None;
    for row in follow_up_note_of(tx, row.payer_id)? {
        let state = note_of(tx, as_of, &row)?.state(key_date);
        note = note.max(Some(state).filter(|state| state.is_open()));
    }
    Ok(WorkedLine { line, actions, note })
}

pub(super) fn line_of(tx: &Tx<'_>, row: &MonitorLineRow) -> Result<WorkLine, Problem> {
    let buyer = buyer_get(tx, AsOf::at(Day::LAST), row.payer_id)?.unwrap_or_default();
    let key = buyer_key(tx, row.payer_id)?;
    Ok(WorkLine { run: row.run, selected: selected_of(row), key, name: buyer.name })
}

/// The action that counts for a reason: the latest, if it was recorded since the reason came up and not taken back. `recorded` newest first.
pub(super) fn action_on<'a>(reason: &Reason, recorded: &'a [PayerActionRow]) -> Option<&'a PayerActionRow> {
    let latest = recorded.iter().find(|action| action.criterion == reason.fired.name)?;
    (latest.run >= reason.since && latest.action_code > 0).then_some(latest)
}
