//! Everything a credit manager has recorded on one payer and what the runs said of it: the desk of a collector.

use super::actions::{PayerAction, policy_of, with_texts};
use super::follow_up::open_dates;
use super::index::WorkIndexKeeper;
use super::lines::WorkLine;
use super::list::{WorkChoice, WorkedLine, line_of, worked};
use super::notes::{PayerNote, notes_on};
use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::item_follow_up::{ItemFollowUpRow, item_follow_up_of};
use obligo_store::monitor_line::{monitor_line_of, monitor_line_of_payer};
use obligo_store::monitor_run::{MonitorRunRow, monitor_run_last};
use obligo_store::payer_action::payer_action_of;
use std::collections::{BTreeMap, HashMap};

/// How many earlier runs the desk shows.
const RUNS_SHOWN: usize = 12;

/// See the module.
#[derive(Clone, PartialEq, Debug)]
pub struct Desk {
    /// The last run.
    pub last: Option<MonitorRunRow>,
    /// What the last run that looked at the payer said, with the work on it.
    pub line: Option<WorkedLine>,
    /// What the runs said, the last one first.
    pub history: Vec<WorkLine>,
    /// Notes, newest first.
    pub notes: Vec<PayerNote>,
    /// Actions, newest first.
    pub actions: Vec<PayerAction>,
    /// Action codes with what they mean.
    pub codes: BTreeMap<u8, String>,
    /// Names of the criteria that may be acted on.
    pub criteria: Vec<String>,
    /// Dates by item.
    pub dates: HashMap<i64, ItemFollowUpRow>,
    /// The payers of the work list in its order.
    pub payers: Vec<i64>,
}

impl Desk {
    /// Where a payer stands on the list, from 0.
    #[must_use]
    pub fn position(&self, payer: i64) -> Option<usize> {
        self.payers.iter().position(|other| *other == payer)
    }
}

/// The desk of a payer with its place among those chosen; `items` are its open items. `key_date` decides how notes stand. Role: viewer.
pub fn desk(
    session: &mut Session,
    keeper: &WorkIndexKeeper,
    payer: i64,
    items: &[i64],
    choice: &WorkChoice,
    key_date: Day,
) -> Result<Desk, Problem> {
    session.read(|tx| {
        let policy = policy_of(tx, key_date)?;
        let line = monitor_line_of(tx, payer)?.map(|row| worked(tx, &row, key_date)).transpose()?;
        let history = monitor_line_of_payer(tx, payer, RUNS_SHOWN)?;
        let mut dates = HashMap::new();
        for item in items {
            if let Some(row) = item_follow_up_of(tx, *item)?.into_iter().next() {
                dates.insert(*item, row);
            }
        }
        let last = monitor_run_last(tx)?;
        let index = keeper.of(tx, last.as_ref())?;
        Ok(Desk {
            last,
            line,
            history: history.iter().map(|row| line_of(tx, row)).collect::<Result<_, _>>()?,
            notes: notes_on(tx, payer, key_date)?,
            actions: with_texts(payer_action_of(tx, payer)?, &policy.actions),
            codes: policy.actions,
            criteria: policy.criteria.into_iter().map(|criterion| criterion.name).collect(),
            dates,
            payers: index.chosen(choice),
        })
    })
}

/// Until which day no reminder goes out for open items, by item: what the reminders respect (R9.8).
pub fn stopped_items(session: &mut Session, key_date: Day) -> Result<HashMap<i64, Day>, Problem> {
    session.read(|tx| {
        let rows = open_dates(tx, key_date)?.into_iter();
        Ok(rows.filter_map(|(_, row)| Some((row.item_id, row.stop_until?))).collect())
    })
}
