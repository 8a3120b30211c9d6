//! The selection run of credit control (R9.2): which payers a credit manager has to look at on a key date, why, and what has changed
//! since the run before.

use crate::calendar::Day;
use crate::criterion::{Criterion, Fired, Measure, Value, criteria_fired};
use crate::money::Currency;
use crate::standing::Standing;
use std::collections::{BTreeMap, BTreeSet};

/// A payer as the run finds it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The store's number.
    pub payer: i64,
    /// Code of its credit manager; may be empty.
    pub credit_manager: String,
    /// Currency of its amounts.
    pub currency: Currency,
    /// How it stands.
    pub standing: Standing,
    /// Until when, that day included, an open note keeps it off the list.
    pub waits_until: Option<Day>,
}

/// What has changed for a payer since the run before that looked at it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Change {
    /// It was not there.
    New,
    /// A criterion has come, or a value has got worse; whatever got better beside it.
    Worse,
    /// A criterion has gone, or a value has got better, and nothing is worse.
    Better,
    /// Nothing but time has passed.
    Same,
    /// It was there, and no criterion fires any more.
    Cleared,
    /// Criteria fire, but an open note keeps it off the list.
    Waiting,
}

impl Change {
    /// Every change, as the list tells them.
    pub const ALL: [Change; 6] =
        [Change::New, Change::Worse, Change::Better, Change::Same, Change::Cleared, Change::Waiting];

    /// Its name in results and texts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Change::New => "new",
            Change::Worse => "worse",
            Change::Better => "better",
            Change::Same => "same",
            Change::Cleared => "cleared",
            Change::Waiting => "waiting",
        }
    }

    /// The change with this name.
    #[must_use]
    pub fn parse(code: &str) -> Option<Change> {
        Change::ALL.into_iter().find(|change| change.code() == code)
    }

    /// Whether a payer with it is to be worked on.
    #[must_use]
    pub fn is_listed(self) -> bool {
        !matches!(self, Change::Cleared | Change::Waiting)
    }
}

/// A reason why a payer is on the list, and since when without a break.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    /// Criterion and values.
    pub fired: Fired,
    /// Number of the run that found it first.
    pub since: i64,
}

/// A payer in a run. Amounts in minor units of its currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Selected {
    /// The store's number.
    pub payer: i64,
    /// Code of its credit manager.
    pub credit_manager: String,
    /// Currency of its amounts.
    pub currency: Currency,
    /// Past due, less credits past due.
    pub past_due: i64,
    /// Outstanding.
    pub outstanding: i64,
    /// What has changed.
    pub change: Change,
    /// Why it is there, in the order of the criteria; empty for a cleared one.
    pub reasons: Vec<Reason>,
    /// Until when, that day included, an open note keeps it off the list.
    pub waits_until: Option<Day>,
}

/// The run before, as far as a new one compares itself with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Before {
    /// What it said of the payer.
    pub selected: Selected,
    /// Its key date.
    pub key_date: Day,
}

/// Whether a run looks at the payers of a credit manager.
fn is_of_run(run: &Run<'_>, manager: &str) -> bool {
    run.managers.is_none_or(|managers| managers.contains(manager))
}

/// Number, key date and criteria of a run, and whom it is for.
#[derive(Clone, Copy, Debug)]
pub struct Run<'r> {
    /// Number.
    pub number: i64,
    /// Key date.
    pub key_date: Day,
    /// Criteria in force by the currency of a payer: thresholds that are amounts are in it.
    pub criteria: &'r BTreeMap<Currency, Vec<Criterion>>,
    /// Credit managers whose payers are looked at; `None` for all.
    pub managers: Option<&'r BTreeSet<String>>,
}

/// What the run says: payers to work on, waiting and cleared ones, in the order of `candidates`, then payers of `before` that are no
/// candidates any more. Payers of other credit managers are left out, and keep what an earlier run said of them. `before` holds, by payer,
/// the last run that looked at it; one that was cleared there counts as not having been there.
#[must_use]
pub fn selection(run: &Run<'_>, candidates: &[Candidate], before: &BTreeMap<i64, Before>) -> Vec<Selected> {
    let mut found: Vec<Selected> = Vec::new();
    for candidate in looked_at(run, candidates) {
        let before = before.get(&candidate.payer).filter(|b| b.selected.change != Change::Cleared);
        found.extend(selected(run, candidate, before));
    }
    let known: BTreeSet<i64> = candidates.iter().map(|candidate| candidate.payer).collect();
    let gone = before.values().map(|before| &before.selected).filter(|selected| {
        !known.contains(&selected.payer)
            && selected.change != Change::Cleared
            && is_of_run(run, &selected.credit_manager)
    });
    found.extend(gone.map(|selected| cleared(selected, 0, 0)));
    found
}

/// The payers a run looks at.
pub fn looked_at<'c>(run: &'c Run<'_>, candidates: &'c [Candidate]) -> impl Iterator<Item = &'c Candidate> {
    candidates.iter().filter(move |candidate| is_of_run(run, &candidate.credit_manager))
}

fn selected(run: &Run<'_>, candidate: &Candidate, before: Option<&Before>) -> Option<Selected> {
    let (past_due, outstanding) = (candidate.standing.past_due, candidate.standing.outstanding);
    let criteria = run.criteria.get(&candidate.currency).map_or(&[][..], Vec::as_slice);
    let fired = criteria_fired(criteria, &candidate.standing, run.key_date);
    if fired.is_empty() {
        return before.map(|before| Selected {
            credit_manager: candidate.credit_manager.clone(),
            ..cleared(&before.selected, past_due, outstanding)
        });
    }
    let earlier = |fired: &Fired| {
        let reasons = before.map_or(&[][..], |before| before.selected.reasons.as_slice());
        reasons.iter().find(|reason| reason.fired.name == fired.name).map(|reason| reason.since)
    };
    let change = match before {
        _ if candidate.waits_until.is_some() => Change::Waiting,
        None => Change::New,
        Some(before) => compare(run.key_date, candidate.currency, &fired, before),
    };
    let since = |fired: &Fired| earlier(fired).unwrap_or(run.number);
    Some(Selected {
        payer: candidate.payer,
        credit_manager: candidate.credit_manager.clone(),
        currency: candidate.currency,
        past_due,
        outstanding,
        change,
        reasons: fired.into_iter().map(|fired| Reason { since: since(&fired), fired }).collect(),
        waits_until: candidate.waits_until,
    })
}

fn cleared(selected: &Selected, past_due: i64, outstanding: i64) -> Selected {
    let (reasons, waits_until) = (Vec::new(), None);
    Selected { past_due, outstanding, change: Change::Cleared, reasons, waits_until, ..selected.clone() }
}

/// Whether a list of reasons is worse than, better than or the same as that of the run before (R9.2). A criterion that has come is worse, one
/// that has gone better. Of one that stayed: an amount is worse when it exceeds its limit by more; days, when they grew by more than the days
/// between the runs; a date, when it is an earlier one, or as a deadline or the end of a limit has passed meanwhile; percentages and counts, when they grew. What is worse
/// outweighs what is better. Amounts of different currencies are not compared.
fn compare(key_date: Day, currency: Currency, now: &[Fired], before: &Before) -> Change {
    let earlier = &before.selected.reasons;
    let days_between = key_date.days_since(before.key_date);
    let mut steps: Vec<i64> = Vec::new();
    for fired in now {
        let Some(reason) = earlier.iter().find(|reason| reason.fired.name == fired.name) else {
            steps.push(1);
            continue;
        };
        steps.push(match (gap(fired), gap(&reason.fired)) {
            (Gap::Amount(now), Gap::Amount(before_amount)) if currency == before.selected.currency => {
                now.saturating_sub(before_amount).signum()
            }
            (Gap::Days(now), Gap::Days(before)) => {
                i64::from(now).saturating_sub(i64::from(before)).saturating_sub(days_between.into()).signum()
            }
            (Gap::Number(now), Gap::Number(before)) => now.saturating_sub(before).signum(),
            (Gap::Date(now), Gap::Date(then)) => {
                let may_pass = matches!(fired.measure, Measure::Deadline | Measure::LimitExpiring);
                let has_passed = may_pass && now < key_date && then >= before.key_date;
                if has_passed { 1 } else { i64::from(then.days_since(now)).signum() }
            }
            _ => 0,
        });
    }
    let has_gone = |reason: &Reason| !now.iter().any(|fired| fired.name == reason.fired.name);
    if earlier.iter().any(has_gone) {
        steps.push(-1);
    }
    if steps.iter().any(|step| *step > 0) {
        Change::Worse
    } else if steps.iter().any(|step| *step < 0) {
        Change::Better
    } else {
        Change::Same
    }
}

/// What two runs compare of a criterion.
enum Gap {
    /// By how much the limit is exceeded.
    Amount(i64),
    /// Days that grow with time.
    Days(i32),
    /// A number that does not.
    Number(i64),
    /// A date.
    Date(Day),
    /// Nothing.
    None,
}

fn gap(fired: &Fired) -> Gap {
    match (fired.actual, fired.limit) {
        (Value::Amount(actual), Value::Amount(limit)) => Gap::Amount(actual.saturating_sub(limit)),
        (Value::Amount(actual), _) => Gap::Amount(actual),
        (Value::Days(days), _) if fired.measure == Measure::DaysOverdue => Gap::Days(days),
        (Value::Days(number) | Value::Percent(number), _) => Gap::Number(number.into()),
        (Value::Count(number), _) => Gap::Number(number.into()),
        (Value::Date(day), _) => Gap::Date(day),
        (Value::None, _) => Gap::None,
    }
}

/// Sums over the payers of a run (RMS430). Amounts in minor units.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Totals {
    /// Payers by change.
    pub payers: BTreeMap<Change, u32>,
    /// Past due and outstanding of the payers to work on, by currency.
    pub amounts: BTreeMap<Currency, (i64, i64)>,
    /// By criterion: payers to work on that it brought, and the sums of both values by currency where they are amounts.
    pub criteria: BTreeMap<String, CriterionTotals>,
}

/// Sums of a criterion.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CriterionTotals {
    /// Payers.
    pub payers: u32,
    /// Actual values and limits by currency.
    pub amounts: BTreeMap<Currency, (i64, i64)>,
}

/// The totals of a run.
#[must_use]
pub fn totals(selected: &[Selected]) -> Totals {
    let mut totals = Totals::default();
    let add = |sum: &mut (i64, i64), first: i64, second: i64| {
        *sum = (sum.0.saturating_add(first), sum.1.saturating_add(second));
    };
    for one in selected {
        *totals.payers.entry(one.change).or_default() += 1;
        if !one.change.is_listed() {
            continue;
        }
        add(totals.amounts.entry(one.currency).or_default(), one.past_due, one.outstanding);
        for reason in &one.reasons {
            let of = totals.criteria.entry(reason.fired.name.clone()).or_default();
            of.payers += 1;
            if let (Value::Amount(actual), Value::Amount(limit)) = (reason.fired.actual, reason.fired.limit) {
                add(of.amounts.entry(one.currency).or_default(), actual, limit);
            }
        }
    }
    totals
}

/// What the list is sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum WorkOrder {
    /// Payer.
    #[default]
    Payer,
    /// Overdue amount, largest first.
    PastDue,
    /// Credit manager, then overdue amount.
    CreditManager,
}

impl WorkOrder {
    /// Every order with its name in addresses and commands.
    pub const ALL: [(WorkOrder, &'static str); 3] = [
        (WorkOrder::Payer, "payer"),
        (WorkOrder::PastDue, "past_due"),
        (WorkOrder::CreditManager, "credit_manager"),
    ];

    /// The order with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<WorkOrder> {
        WorkOrder::ALL.into_iter().find(|(_, known)| *known == name).map(|(order, _)| order)
    }
}

#[cfg(test)]
mod tests;
