//! The standing lines of the work list in memory: a list of tens of thousands of payers is chosen from and sorted on every page, and changes with
//! a selection run only.

use super::lines::selected_of;
use super::list::WorkChoice;
use crate::credit::payers::converted;
use crate::credit::policy::in_force;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_rules::selection::{Change, Selected, WorkOrder};
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::buyer_all;
use obligo_store::monitor_line::monitor_line_standing;
use obligo_store::monitor_run::MonitorRunRow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// What is chosen and sorted by.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Line {
    payer: i64,
    credit_manager: String,
    change: Change,
    /// Minor units of the credit policy's currency; `None` where no rate is known.
    past_due: Option<i64>,
    criteria: Vec<String>,
}

impl Line {
    fn of(selected: Selected, past_due: Option<i64>) -> Line {
        Line {
            payer: selected.payer,
            credit_manager: selected.credit_manager,
            change: selected.change,
            past_due,
            criteria: selected.reasons.into_iter().map(|reason| reason.fired.name).collect(),
        }
    }
}

/// The lines that stand after a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WorkIndex {
    /// The last run; 0 for none.
    run: i64,
    /// In the order of accounts.
    lines: Vec<Line>,
    /// Where the lines stand in `lines`, sorted otherwise.
    by_past_due: Vec<usize>,
    by_manager: Vec<usize>,
    /// Payers by credit manager and change.
    counts: BTreeMap<String, BTreeMap<Change, u64>>,
}

impl WorkIndex {
    fn load(tx: &Tx<'_>, last: Option<&MonitorRunRow>) -> Result<WorkIndex, Problem> {
        let Some(last) = last else { return Ok(WorkIndex::default()) };
        let currency = in_force(tx, last.key_date)?.currency;
        let mut rates = None;
        let mut lines = Vec::new();
        monitor_line_standing(tx, |row| {
            let selected = selected_of(&row);
            let past_due = if selected.currency == currency {
                Some(selected.past_due)
            } else {
                let rates = match &mut rates {
                    Some(rates) => rates,
                    none => none.insert(Snapshot::load(tx, AsOf::at(last.key_date))?),
                };
                converted(rates, selected.past_due, selected.currency, currency).ok()
            };
            lines.push(Line::of(selected, past_due));
            Ok(())
        })?;
        let buyers = buyer_all(tx, AsOf::at(Day::LAST))?;
        lines.sort_by_cached_key(|line| buyers.get(&line.payer).map(|buyer| buyer.key.clone()));
        Ok(WorkIndex::of(last.run, lines))
    }

    /// `lines` in the order of accounts.
    fn of(run: i64, lines: Vec<Line>) -> WorkIndex {
        let mut by_past_due: Vec<usize> = (0..lines.len()).collect();
        let mut by_manager = by_past_due.clone();
        by_past_due.sort_by_key(|n| Reverse(lines[*n].past_due));
        by_manager.sort_by_key(|n| (lines[*n].credit_manager.as_str(), Reverse(lines[*n].past_due)));
        let mut counts: BTreeMap<String, BTreeMap<Change, u64>> = BTreeMap::new();
        for line in &lines {
            let of_manager = counts.entry(line.credit_manager.clone()).or_default();
            *of_manager.entry(line.change).or_default() += 1;
        }
        WorkIndex { run, lines, by_past_due, by_manager, counts }
    }

    /// The payers chosen, in order; equal ones by account.
    #[must_use]
    pub fn chosen(&self, choice: &WorkChoice) -> Vec<i64> {
        let is_chosen = |line: &&Line| {
            choice.change.map_or(line.change.is_listed(), |change| change == line.change)
                && choice.credit_manager.as_ref().is_none_or(|code| *code == line.credit_manager)
                && choice.criterion.as_ref().is_none_or(|name| line.criteria.contains(name))
        };
        let sorted = match choice.order {
            WorkOrder::Payer => {
                return self.lines.iter().filter(is_chosen).map(|line| line.payer).collect();
            }
            WorkOrder::PastDue => &self.by_past_due,
            WorkOrder::CreditManager => &self.by_manager,
        };
        let lines = sorted.iter().filter_map(|n| self.lines.get(*n));
        lines.filter(is_chosen).map(|line| line.payer).collect()
    }

    /// How many payers have which change, of one credit manager where it is given.
    #[must_use]
    pub fn changes(&self, credit_manager: Option<&str>) -> BTreeMap<Change, u64> {
        let mut changes = BTreeMap::new();
        let is_wanted = |code: &str| credit_manager.is_none_or(|wanted| wanted == code);
        let counts = self.counts.iter().filter(|(code, _)| is_wanted(code));
        for (change, count) in counts.flat_map(|(_, counts)| counts) {
            *changes.entry(*change).or_default() += count;
        }
        changes
    }

    /// Credit managers with payers on the list.
    #[must_use]
    pub fn credit_managers(&self) -> BTreeSet<String> {
        self.counts.keys().cloned().collect()
    }
}

/// Keeps the index of the last run for whoever asks next.
#[derive(Debug, Default)]
pub struct WorkIndexKeeper(Mutex<Arc<WorkIndex>>);

impl WorkIndexKeeper {
    /// The index as a transaction sees the work list; `last` is the last run it sees.
    pub fn of(&self, tx: &Tx<'_>, last: Option<&MonitorRunRow>) -> Result<Arc<WorkIndex>, Problem> {
        let run = last.map_or(0, |last| last.run);
        let kept = Arc::clone(&self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if kept.run == run {
            return Ok(kept);
        }
        let found = Arc::new(WorkIndex::load(tx, last)?);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&found);
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(payer: i64, credit_manager: &str, change: Change, past_due: i64, criteria: &[&str]) -> Line {
        let criteria = criteria.iter().map(|name| (*name).to_owned()).collect();
        let past_due = (past_due >= 0).then_some(past_due);
        Line { payer, credit_manager: credit_manager.to_owned(), change, past_due, criteria }
    }

    #[test]
    fn fr_07_the_list_is_chosen_by_manager_criterion_and_change_and_sorted_as_asked() {
        let index = WorkIndex::of(
            1,
            vec![
                line(5, "KM2", Change::New, 10, &["past_due", "deadline"]),
                line(3, "KM1", Change::Same, 10, &["deadline"]),
                line(9, "KM2", Change::Worse, 90, &["100% \"due\""]),
                line(4, "KM1", Change::Cleared, 0, &[]),
                line(8, "KM1", Change::Waiting, 70, &["past_due"]),
            ],
        );
        let any = WorkChoice::default;
        let some = |text: &str| Some(text.to_owned());
        for (choice, expected) in [
            (any(), vec![5, 3, 9]),
            (WorkChoice { order: WorkOrder::PastDue, ..any() }, vec![9, 5, 3]),
            (WorkChoice { order: WorkOrder::CreditManager, ..any() }, vec![3, 9, 5]),
            (WorkChoice { credit_manager: some("KM2"), ..any() }, vec![5, 9]),
            (WorkChoice { criterion: some("deadline"), ..any() }, vec![5, 3]),
            (WorkChoice { criterion: some("100% \"due\""), ..any() }, vec![9]),
            (WorkChoice { criterion: some("due"), ..any() }, vec![]),
            (WorkChoice { change: Some(Change::Cleared), ..any() }, vec![4]),
            (WorkChoice { change: Some(Change::Waiting), credit_manager: some("KM1"), ..any() }, vec![8]),
        ] {
            assert_eq!(index.chosen(&choice), expected, "{choice:?}");
        }
        let count = |manager, change| index.changes(manager).get(&change).copied().unwrap_or(0);
        assert_eq!((count(None, Change::New), count(Some("KM1"), Change::New)), (1, 0));
        assert_eq!(index.credit_managers().into_iter().collect::<Vec<_>>(), ["KM1", "KM2"]);
    }
}
