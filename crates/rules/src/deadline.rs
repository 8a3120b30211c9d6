//! Deadlines of an item (R3): fixed at the first final run that examines it, from the terms in force at that run's key date.

use crate::calendar::{Day, Term};
use crate::codes::ItemKind;
use crate::item::{Item, ItemEvents};
use crate::limit::LimitDecision;
use crate::policy::{OverdueBasis, Policy, WaitingFrom};

/// The dates of an item; empty = not fixed yet, or not tracked by the policy.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Deadlines {
    /// Maximum payment term date (R3.1).
    pub max_term_date: Option<Day>,
    /// Overdue date (R3.2).
    pub overdue_date: Option<Day>,
    /// Exclusion date (R3.3).
    pub exclusion_date: Option<Day>,
    /// Non-payment report due (R3.4).
    pub non_payment_report_date: Option<Day>,
    /// Collection hand-over due (R3.5).
    pub collection_date: Option<Day>,
    /// End of the waiting period (R3.6).
    pub waiting_end: Option<Day>,
    /// Claim filing due (R3.7).
    pub filing_date: Option<Day>,
    /// Base period end (R3.8).
    pub base_period_end: Option<Day>,
}

impl Deadlines {
    /// The eight dates in the order of the rules.
    #[must_use]
    pub fn as_array(&self) -> [Option<Day>; 8] {
        [
            self.max_term_date,
            self.overdue_date,
            self.exclusion_date,
            self.non_payment_report_date,
            self.collection_date,
            self.waiting_end,
            self.filing_date,
            self.base_period_end,
        ]
    }

    /// The dates from the order of [`Deadlines::as_array`].
    #[must_use]
    pub fn from_array(dates: [Option<Day>; 8]) -> Deadlines {
        let [
            max_term_date,
            overdue_date,
            exclusion_date,
            non_payment_report_date,
            collection_date,
            waiting_end,
            filing_date,
            base_period_end,
        ] = dates;
        Deadlines {
            max_term_date,
            overdue_date,
            exclusion_date,
            non_payment_report_date,
            collection_date,
            waiting_end,
            filing_date,
            base_period_end,
        }
    }
}

/// The maximum payment term of an item (R3): the term for its kind in the decision in force, else the policy's for that kind, else the
/// policy's for receivables.
#[must_use]
pub fn max_term(
    policy: &Policy,
    decision: Option<&LimitDecision>,
    kind: ItemKind,
    value_dated: bool,
) -> Term {
    let months = |pick: fn(&LimitDecision) -> Option<u16>| decision.and_then(pick).map(Term::Months);
    if kind == ItemKind::Bill {
        months(|d| d.max_term_months_bills).or(policy.terms.max_bills).unwrap_or(policy.terms.max)
    } else if value_dated {
        months(|d| d.max_term_months_value_dated).or(policy.terms.max_value_dated).unwrap_or(policy.terms.max)
    } else {
        months(|d| d.max_term_months).unwrap_or(policy.terms.max)
    }
}

/// All dates of an item from the policy and its maximum payment term (R3.1 to R3.8).
#[must_use]
pub fn deadlines_of(policy: &Policy, term: Term, item: &Item) -> Deadlines {
    let terms = &policy.terms;
    let max_term_date = term.after(item.term_start());
    let basis = match terms.overdue_basis {
        OverdueBasis::NetDue => item.net_due_date,
        OverdueBasis::MaxTerm => max_term_date,
    };
    let plus = |start: Day, days: Option<u16>| start.plus_days(i32::from(days.unwrap_or(0)));
    let overdue_date = plus(basis, terms.max_extension_days);
    let default = &policy.protracted_default;
    let mut deadlines = Deadlines {
        max_term_date: Some(max_term_date),
        overdue_date: Some(overdue_date),
        exclusion_date: Some(plus(overdue_date, terms.exclusion_days)),
        non_payment_report_date: default.non_payment_report_days.map(|n| plus(item.net_due_date, Some(n))),
        collection_date: default.collection_days.map(|n| plus(overdue_date, Some(n))),
        waiting_end: None,
        filing_date: None,
        base_period_end: policy.declaration.base_period_days.map(|n| plus(item.document_date, Some(n))),
    };
    deadlines_fix_by_events(policy, item.net_due_date, &item.events, &mut deadlines);
    deadlines
}

/// Fixes what waits for an event (R3.9): the end of the waiting period once all its bases are known, the filing date from it, and by
/// insolvency the earlier of what it is and insolvency + filing period (R3.7). Dates already fixed by the waiting period stay.
pub fn deadlines_fix_by_events(
    policy: &Policy,
    net_due_date: Day,
    events: &ItemEvents,
    deadlines: &mut Deadlines,
) {
    let default = &policy.protracted_default;
    let Some(overdue_date) = deadlines.overdue_date else { return };
    if deadlines.waiting_end.is_none() && !default.waiting.is_empty() {
        let mut ends = default.waiting.iter().map(|base| {
            let start = match base.from {
                WaitingFrom::NetDue => Some(net_due_date),
                WaitingFrom::Overdue => Some(overdue_date),
                WaitingFrom::Notice => events.notice,
                WaitingFrom::Collection => events.collection,
            };
            start.map(|day| base.term.after(day))
        });
        // The latest, once all are known.
        let first = ends.next().flatten();
        deadlines.waiting_end =
            first.and_then(|first| ends.try_fold(first, |latest, end| Some(latest.max(end?))));
        if deadlines.filing_date.is_none() {
            deadlines.filing_date = filing_after(policy, deadlines.waiting_end);
        }
    }
    if let Some(by_insolvency) = filing_after(policy, events.insolvency) {
        deadlines.filing_date =
            Some(deadlines.filing_date.map_or(by_insolvency, |day| day.min(by_insolvency)));
    }
}

/// What a later run fixes for an item whose dates it finds fixed: only what waits for an event dated since (R3.9). A filing date that a
/// person set stays.
pub fn deadlines_catch_up(
    policy: &Policy,
    net_due_date: Day,
    events: &ItemEvents,
    deadlines: &mut Deadlines,
) {
    if *events == ItemEvents::default() {
        return;
    }
    let is_untouched = deadlines.filing_date == filing_after(policy, deadlines.waiting_end);
    let insolvency = events.insolvency.filter(|_| is_untouched);
    deadlines_fix_by_events(policy, net_due_date, &ItemEvents { insolvency, ..*events }, deadlines);
}

fn filing_after(policy: &Policy, start: Option<Day>) -> Option<Day> {
    let days = policy.protracted_default.filing_days?;
    start.map(|day| day.plus_days(i32::from(days)))
}
