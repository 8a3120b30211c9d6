//! The overdue notification run (R7).

use crate::calendar::Day;
use crate::codes::{InsuranceStatus, ReportingStatus, Scope};
use crate::declare::ItemChange;
use crate::item::{Insurance, Item};
use crate::ledger::Ledger;
use crate::policy::{BlockBy, LimitPer, Policy};
use crate::status::examine;

/// What an overdue notification run is asked (R7.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotifyParameters {
    /// The key date; may lie ahead in a preview.
    pub key_date: Day,
    /// Which deadlines are tested.
    pub scope: Scope,
    /// Whether amounts above the insured amount are shown.
    pub exceeding_amounts: bool,
    /// Items reported on or after this day are printed again without counting up (R7.4).
    pub repeat_from: Option<Day>,
    /// Number of the policy, kept with the items it examines.
    pub policy_number: u16,
}

/// A listed item. Amounts in minor units of the policy's currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotifiedItem {
    /// Position in [`Ledger::items`].
    pub position: u32,
    /// Whether it is one of the buyer's open credits, listed for information.
    pub credit: bool,
    /// Insured amount, limited to the insurable open amount.
    pub insured: i64,
    /// The amount reported.
    pub amount: i64,
    /// The deadline that gave the status.
    pub deadline: Option<Day>,
    /// Reporting status before and after.
    pub status_before: ReportingStatus,
    /// Reporting status after.
    pub status_after: ReportingStatus,
    /// Whether the item stops cover for new receivables afterwards (R6.1).
    pub blocks_new: bool,
}

/// An overdue notification run as planned.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NotificationPlan {
    /// Listed items, by main buyer in the ledger's order, in allocation order within a buyer, credits last.
    pub items: Vec<NotifiedItem>,
    /// Changed items, in the ledger's order.
    pub changes: Vec<ItemChange>,
}

/// Plans an overdue notification over every insured buyer of the policy. Changes nothing.
#[must_use]
pub fn plan_notification(
    policy: &Policy,
    ledger: &Ledger,
    parameters: &NotifyParameters,
) -> NotificationPlan {
    let mut plan = NotificationPlan::default();
    let mut after: Vec<Insurance> = Vec::new();
    for (position, case) in ledger.cases.iter().enumerate() {
        let range = ledger.range(position);
        let items = &ledger.items[range.clone()];
        after.clear();
        after.extend(items.iter().map(|item| {
            examine(policy, parameters.policy_number, case, &ledger.accounts[item.account as usize], item)
        }));
        let mut listed: Vec<(usize, ReportingStatus, Day)> = (0..items.len())
            .filter_map(|n| {
                let (status, deadline) = candidate(policy, parameters, &items[n], &after[n])?;
                Some((n, status, deadline))
            })
            .collect();
        keep_above_reporting_limit(policy, items, &mut listed);
        listed.sort_by(|a, b| ledger.allocation_order(range.start + a.0, range.start + b.0));
        for (n, candidate, _) in &listed {
            let notified = report(policy, parameters, *candidate, &items[*n], &mut after[*n]);
            plan.items.push(NotifiedItem { position: (range.start + n) as u32, ..notified });
        }
        if !listed.is_empty() {
            let mut credits: Vec<usize> =
                (0..items.len()).filter(|n| !items[*n].is_debit() && items[*n].open != 0).collect();
            credits.sort_by(|a, b| ledger.allocation_order(range.start + a, range.start + b));
            plan.items
                .extend(credits.into_iter().map(|n| listed_credit(&items[n], &after[n], range.start + n)));
        }
        for (n, after) in after.iter().enumerate().filter(|(n, after)| **after != items[*n].insurance) {
            plan.changes.push(ItemChange { position: (range.start + n) as u32, after: *after });
        }
    }
    plan
}

/// The most severe reporting status a reached deadline in scope gives (R7.2, R7.4), with that deadline.
fn candidate(
    policy: &Policy,
    parameters: &NotifyParameters,
    item: &Item,
    after: &Insurance,
) -> Option<(ReportingStatus, Day)> {
    let reportable = matches!(
        after.status,
        InsuranceStatus::Insurable
            | InsuranceStatus::Manual
            | InsuranceStatus::ZeroLimit
            | InsuranceStatus::CancelledDebit
            | InsuranceStatus::TermExceeded
    );
    if !reportable || !item.is_debit() || item.open <= 0 {
        return None;
    }
    let dates = &after.deadlines;
    let has_exclusion = policy.terms.exclusion_days.is_some();
    let in_default = parameters.scope != Scope::Overdue;
    let in_overdue = parameters.scope != Scope::Default;
    [
        (in_default, ReportingStatus::Claim, dates.waiting_end),
        (in_default, ReportingStatus::Collection, dates.collection_date),
        (in_default, ReportingStatus::NonPayment, dates.non_payment_report_date),
        (in_overdue && has_exclusion, ReportingStatus::Exclusion, dates.exclusion_date),
        (in_overdue, ReportingStatus::First, dates.overdue_date),
    ]
    .into_iter()
    .filter(|(in_scope, ..)| *in_scope)
    .filter_map(|(_, status, date)| Some((status, date?)))
    .find(|(_, date)| policy.terms.deadline_reached.is_reached(*date, parameters.key_date))
}

/// Drops what stays below the reporting limit (R7.3), tested on the open amount.
fn keep_above_reporting_limit(
    policy: &Policy,
    items: &[Item],
    listed: &mut Vec<(usize, ReportingStatus, Day)>,
) {
    let Some(limit) = policy.notification.limit else { return };
    match policy.notification.limit_per {
        LimitPer::Item => listed.retain(|(n, ..)| items[*n].open >= limit),
        LimitPer::Buyer => {
            let sum = listed.iter().fold(0i64, |sum, (n, ..)| sum.saturating_add(items[*n].open));
            if sum < limit {
                listed.clear();
            }
        }
    }
}

/// Reports one item: its new status, report date, follow-up and block (R7.4, R7.5, R6.1).
fn report(
    policy: &Policy,
    parameters: &NotifyParameters,
    candidate: ReportingStatus,
    item: &Item,
    after: &mut Insurance,
) -> NotifiedItem {
    let is_reached = |date: Option<Day>| {
        date.is_some_and(|day| policy.terms.deadline_reached.is_reached(day, parameters.key_date))
    };
    let before = after.reporting_status;
    let repeat_from = parameters.repeat_from.filter(|day| *day < parameters.key_date);
    let is_protected = before != ReportingStatus::None
        && repeat_from.zip(after.reported_on).is_some_and(|(from, on)| on >= from);
    let follow_up_due = after.follow_up && is_reached(after.follow_up_on);
    let status_after = if candidate == ReportingStatus::First {
        let counts_up = !is_protected && (follow_up_due || policy.notification.repeat_every_final_run);
        match before {
            ReportingStatus::None => ReportingStatus::First,
            ReportingStatus::First if counts_up => ReportingStatus::Second,
            ReportingStatus::Second if counts_up => ReportingStatus::Third,
            other => other,
        }
    } else {
        before.max(candidate)
    };
    after.reporting_status = status_after;
    if !is_protected {
        after.reported_on = Some(parameters.key_date);
        if follow_up_due {
            after.follow_up = false;
        }
    }
    let insured = after.insured.min(item.insurable_open).max(0);
    let blocks = policy.notification.automatic_block
        && is_reached(after.deadlines.exclusion_date)
        && (insured > 0 || policy.notification.block_by == BlockBy::Any);
    after.blocks_new |= blocks;
    NotifiedItem {
        position: 0,
        credit: false,
        insured,
        amount: if parameters.exceeding_amounts { item.insurable_open } else { insured },
        deadline: deadline_of(status_after, after),
        status_before: before,
        status_after,
        blocks_new: after.blocks_new,
    }
}

/// The date that belongs to a reporting status.
fn deadline_of(status: ReportingStatus, insurance: &Insurance) -> Option<Day> {
    let dates = &insurance.deadlines;
    match status {
        ReportingStatus::None => None,
        ReportingStatus::First | ReportingStatus::Second | ReportingStatus::Third => dates.overdue_date,
        ReportingStatus::Exclusion => dates.exclusion_date,
        ReportingStatus::NonPayment => dates.non_payment_report_date,
        ReportingStatus::Collection => dates.collection_date,
        ReportingStatus::Claim => dates.waiting_end,
    }
}

fn listed_credit(item: &Item, after: &Insurance, position: usize) -> NotifiedItem {
    NotifiedItem {
        position: position as u32,
        credit: true,
        insured: 0,
        amount: item.insurable_open,
        deadline: None,
        status_before: after.reporting_status,
        status_after: after.reporting_status,
        blocks_new: after.blocks_new,
    }
}
