//! What would change an item (R0.6, C6): plain statements with their rule and facts, worked out from the buyer's whole position.

use super::Position;
use crate::items::ItemView;
use crate::reasons::{Facts, amount, clause_of, stated};
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, InsuranceStatus, ReportingStatus};
use obligo_rules::declare::{DeclareParameters, plan_declaration};
use obligo_rules::item::Insurance;
use obligo_rules::policy::Reinstatement;
use obligo_rules::reason::{Reason, StatusReason};
use obligo_rules::stop::is_blocked;

/// Codes of the statements; each has a message.
pub const CODES: &[&str] = &[
    "change-cover",
    "change-next-run",
    "change-limit-raised",
    "change-evidence",
    "change-older-settled",
    "change-stop-lifted",
    "change-reinstatement",
    "change-terms-shorter",
    "change-existing-admitted",
    "change-policy-covers",
    "change-dispute-ended",
    "change-by-hand",
    "change-settle-this",
    "change-pay-by",
    "change-nothing",
];

/// What would change the item, the nearest at hand first.
pub(super) fn of_item(view: &ItemView, snapshot: &Snapshot, position: Option<&Position<'_>>) -> Vec<Reason> {
    let mut found = Vec::new();
    if view.open == 0 {
        found.push(stated("R4.6", "change-nothing", vec![("open", amount(0, view.currency))]));
        return found;
    }
    let Some(position) = position else {
        found.push(stated("R1.5", "change-cover", vec![("account", view.key.to_string())]));
        return found;
    };
    let next = next_run(position, snapshot.as_of.key_date);
    if let Some((_, after)) = &next {
        let insured = after.insured.min(view.insurable_open.unwrap_or(0)).max(0);
        if after.status != view.insurance.status || insured != view.insured {
            let facts = vec![
                ("status", after.status.code().to_owned()),
                ("insured", amount(insured, view.policy_currency)),
                ("currency", view.policy_currency.to_string()),
            ];
            found.push(stated("R5.5", "change-next-run", facts));
        }
    }
    if !position.case().covered {
        found.push(stated("R1.5", "change-cover", vec![("account", view.key.to_string())]));
    }
    let status = next.as_ref().map_or(view.insurance.status, |(_, after)| after.status);
    match status {
        InsuranceStatus::Insurable if view.kind.is_debit() => amounts(snapshot, position, &mut found),
        InsuranceStatus::ZeroLimit | InsuranceStatus::Unexamined if position.case().covered => {
            sum_above_zero(position, &mut found);
        }
        InsuranceStatus::TermExceeded => terms(view, position, &mut found),
        InsuranceStatus::Predates => existing(view, position, &mut found),
        InsuranceStatus::Excluded => excluded(view, position, &mut found),
        InsuranceStatus::Manual
        | InsuranceStatus::Secured
        | InsuranceStatus::CancelledDebit
        | InsuranceStatus::CancelledCredit => found.push(by_hand(status)),
        _ => {}
    }
    reports(view, snapshot, position, &mut found);
    if found.is_empty() {
        found.push(stated("R4.1", "change-nothing", vec![("open", amount(view.open, view.currency))]));
    }
    found
}

/// What a declaration of today would make of the item: its position within the buyer and its insurance data.
fn next_run(position: &Position<'_>, key_date: Day) -> Option<(usize, Insurance)> {
    let item = position.item?;
    let planned = plan_buyer(position, key_date);
    Some((item, planned[item - position.ledger.range(position.case).start]))
}

/// The insurance data of all the buyer's items after a declaration of the key date.
fn plan_buyer(position: &Position<'_>, key_date: Day) -> Vec<Insurance> {
    let range = position.ledger.range(position.case);
    let mut after: Vec<Insurance> =
        position.ledger.items[range.clone()].iter().map(|item| item.insurance).collect();
    let parameters = DeclareParameters {
        buyers: position.case().kind,
        key_date,
        period_start: key_date.month_start(),
        policy_number: position.loaded.number,
    };
    let plan = plan_declaration(&position.loaded.policy, &position.ledger, &parameters);
    for change in plan.changes {
        let n = change.position as usize;
        if range.contains(&n) {
            after[n - range.start] = change.after;
        }
    }
    after
}

/// Why an insurable item is not insured in full, and how it would be (R5.2, R6.3).
fn amounts(snapshot: &Snapshot, position: &Position<'_>, found: &mut Vec<Reason>) {
    let Some(n) = position.item else { return };
    let (ledger, case) = (&position.ledger, position.case());
    let item = &ledger.items[n];
    if is_blocked(item, case.uncovered_from) {
        let from = case.uncovered_from.map(|day| day.to_string()).unwrap_or_default();
        let by = match position.uncovered_by(snapshot).join(", ") {
            nothing if nothing.is_empty() => "none".to_owned(),
            names => names,
        };
        let facts = vec![("uncovered_from", from), ("by", by)];
        let on_confirmation = position.loaded.policy.stop.reinstatement == Reinstatement::OnConfirmation;
        let clause = clause_of(&position.loaded.policy, &["stop.reinstatement", "stop.uncovered_from"]);
        let statement = if on_confirmation {
            stated("R6.4", "change-reinstatement", facts)
        } else {
            stated("R6.3", "change-stop-lifted", facts)
        };
        found.push(Reason { clause, ..statement });
        return;
    }
    let after = plan_buyer(position, snapshot.as_of.key_date);
    let start = ledger.range(position.case).start;
    if after[n - start].insured >= item.insurable_open {
        return;
    }
    let shortfall = shortfall(position, &after, n);
    if shortfall <= 0 {
        return;
    }
    let currency = position.loaded.policy.currency;
    let rest = item.insurable_open - after[n - start].insured;
    let facts: Facts = vec![
        ("by", amount(shortfall, currency)),
        ("to", amount(case.sum.saturating_add(shortfall), currency)),
        ("rest", amount(rest, currency)),
        ("currency", currency.to_string()),
    ];
    let rule = if case.sum > 0 { "R5.2" } else { "R5.4" };
    let statement = if case.kind == BuyerKind::Named { "change-limit-raised" } else { "change-evidence" };
    found.push(stated(rule, statement, facts));
    if case.sum > 0 && !ledger.range(position.case).all(|other| other == n) {
        let facts = vec![
            ("amount", amount(shortfall, currency)),
            ("rest", amount(rest, currency)),
            ("currency", currency.to_string()),
        ];
        found.push(stated("R5.2", "change-older-settled", facts));
    }
}

/// How much more sum the items up to and including this one need, in the order of R5.2, beyond what the sum gives.
fn shortfall(position: &Position<'_>, after: &[Insurance], n: usize) -> i64 {
    let (ledger, case) = (&position.ledger, position.case());
    let range = ledger.range(position.case);
    let (mut used, mut credits, mut missing) = (0i64, 0i64, 0i64);
    for other in range.clone() {
        let (item, insurance) = (&ledger.items[other], &after[other - range.start]);
        let account = &ledger.accounts[item.account as usize];
        if insurance.status != InsuranceStatus::Insurable || item.open == 0 {
            continue;
        }
        let blocked = is_blocked(item, case.uncovered_from) || (case.covered && !account.covered);
        if !item.is_debit() {
            if !blocked && position.loaded.policy.declaration.credits_free_room {
                credits = credits.saturating_sub(item.insurable_open);
            }
            continue;
        }
        let insured = insurance.insured.min(item.insurable_open);
        used = used.saturating_add(insured);
        if !blocked && ledger.allocation_order(other, n).is_le() {
            missing = missing.saturating_add(item.insurable_open - insured);
        }
    }
    missing - (case.sum - used + credits)
}

/// Only a sum above 0 lets the item be examined to `K` (R4.2, R5.4).
fn sum_above_zero(position: &Position<'_>, found: &mut Vec<Reason>) {
    if position.case().sum > 0 {
        return;
    }
    let Some(n) = position.item else { return };
    let currency = position.loaded.policy.currency;
    let needed = position.figures.insured.saturating_add(position.ledger.items[n].insurable_open);
    let facts = vec![
        ("by", amount(needed, currency)),
        ("to", amount(needed, currency)),
        ("rest", amount(position.ledger.items[n].insurable_open, currency)),
        ("currency", currency.to_string()),
    ];
    let statement =
        if position.case().kind == BuyerKind::Named { "change-limit-raised" } else { "change-evidence" };
    found.push(stated("R5.4", statement, facts));
}

/// `Z`: the terms that would have been short enough; the status itself is sticky.
fn terms(view: &ItemView, position: &Position<'_>, found: &mut Vec<Reason>) {
    if let Some(latest) = view.insurance.deadlines.max_term_date {
        let facts = vec![
            ("net_due_date", view.net_due_date.to_string()),
            ("latest", latest.to_string()),
            ("days", view.net_due_date.days_since(latest).to_string()),
        ];
        let clause = clause_of(&position.loaded.policy, &["terms.max_term_months", "terms.max_term_days"]);
        found.push(Reason { clause, ..stated("R3.10", "change-terms-shorter", facts) });
    }
    found.push(by_hand(InsuranceStatus::TermExceeded));
}

/// `O`: how many months back the policy would have to admit existing receivables (R4.4).
fn existing(view: &ItemView, position: &Position<'_>, found: &mut Vec<Reason>) {
    let policy = &position.loaded.policy;
    let (start, key) = if view.insurance.status_reason == StatusReason::PredatesPolicy {
        (Some(policy.valid_from), "existing.max_age_months_at_start")
    } else {
        (position.case().start, "existing.max_age_months_new_buyer")
    };
    if let Some(start) = start {
        let months =
            (1..=1200).find(|months| view.document_date >= start.plus_months(-months)).unwrap_or(1200);
        let facts = vec![
            ("months", months.to_string()),
            ("document_date", view.document_date.to_string()),
            ("start", start.to_string()),
        ];
        let clause = clause_of(policy, &[key]);
        found.push(Reason { clause, ..stated("R4.4", "change-existing-admitted", facts) });
    }
    found.push(by_hand(InsuranceStatus::Predates));
}

/// `E`: what the policy would have to cover, or the dispute to end, before an item is examined.
fn excluded(view: &ItemView, position: &Position<'_>, found: &mut Vec<Reason>) {
    let policy = &position.loaded.policy;
    if view.insurance.status_reason == StatusReason::Disputed {
        found.push(stated("R4.2", "change-dispute-ended", vec![]));
    } else {
        let facts = vec![("policy", policy.policy.clone())];
        let clause = clause_of(policy, &["cover.exclude", "cover.countries"]);
        found.push(Reason { clause, ..stated("R4.2", "change-policy-covers", facts) });
    }
    found.push(by_hand(InsuranceStatus::Excluded));
}

fn by_hand(status: InsuranceStatus) -> Reason {
    stated("R4.1", "change-by-hand", vec![("status", status.code().to_owned())])
}

/// What paying or settling it would spare: the stop of cover, and the next deadline.
fn reports(view: &ItemView, snapshot: &Snapshot, position: &Position<'_>, found: &mut Vec<Reason>) {
    let (insurance, policy) = (&view.insurance, &position.loaded.policy);
    if insurance.blocks_new {
        let from = position.case().uncovered_from.map_or_else(|| "none".to_owned(), |day| day.to_string());
        found.push(stated("R6.3", "change-settle-this", vec![("uncovered_from", from)]));
    }
    if !view.kind.is_debit() {
        return;
    }
    let dates = &insurance.deadlines;
    let reported = insurance.reporting_status;
    let ahead = [
        ("overdue", "R3.2", dates.overdue_date, ReportingStatus::First),
        ("exclusion", "R3.3", dates.exclusion_date, ReportingStatus::Exclusion),
        ("non_payment_report", "R3.4", dates.non_payment_report_date, ReportingStatus::NonPayment),
        ("collection", "R3.5", dates.collection_date, ReportingStatus::Collection),
        ("waiting_end", "R3.6", dates.waiting_end, ReportingStatus::Claim),
    ];
    let key_date = snapshot.as_of.key_date;
    let next = ahead
        .into_iter()
        .filter(|(what, ..)| *what != "exclusion" || policy.terms.exclusion_days.is_some())
        .filter(|(.., status)| reported < *status)
        .filter_map(|(what, rule, date, _)| Some((date?, what, rule)))
        .filter(|(date, ..)| !policy.terms.deadline_reached.is_reached(*date, key_date))
        .min();
    if let Some((date, what, rule)) = next {
        let facts = vec![("date", date.to_string()), ("what", what.to_owned())];
        found.push(stated(rule, "change-pay-by", facts));
    }
}
