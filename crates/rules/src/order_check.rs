//! The order check (R9.7): may this order be taken, changed, delivered?

use crate::calendar::Day;
use crate::codes::{LimitCheck, codes};
use crate::criterion::Value;
use crate::invoice_cover::{InvoiceCover, Stop};
use crate::standing::{CreditLimits, Standing};

codes! {
    /// The answer, from harmless to grave.
    Answer {
        /// Nothing against it.
        Allow = "allow",
        /// It may go on, but somebody should know.
        Warn = "warn",
        /// Not without a release.
        Block = "block",
    }
}

codes! {
    /// Where in the order's life the check is made.
    CheckPoint {
        /// The order is taken.
        Entry = "entry",
        /// A line is added or changed.
        Line = "line",
        /// The goods are about to leave.
        Release = "release",
    }
}

codes! {
    /// What stands against an order.
    Ground {
        /// The payer is blocked by hand. No values.
        Blocked = "blocked",
        /// Past due above limit 1.
        PastDue = "past_due",
        /// Exposure above the own credit limit: limit 3 where there is one, else limit 2.
        CreditLimit = "credit_limit",
        /// Exposure above the limit of the credit group.
        GroupLimit = "group_limit",
        /// The oldest item is overdue for longer than limit 4.
        DaysOverdue = "days_overdue",
        /// Exposure above the insured sum and the excess accepted.
        InsuredSum = "insured_sum",
        /// The policy ends before the invoice date.
        PolicyEnds = "policy_ends",
        /// The policy does not cover the country.
        CountryExcluded = "country_excluded",
        /// The policy does not cover buyers of this category.
        CategoryExcluded = "category_excluded",
        /// Due after the maximum payment term date: due date, latest date.
        TermTooLong = "term_too_long",
        /// Cover for new receivables is stopped: invoice date, uncovered from.
        Uncovered = "uncovered",
        /// The limit ends before the invoice date: invoice date, last day.
        LimitExpires = "limit_expires",
        /// Cover is withdrawn by the invoice date.
        Withdrawn = "withdrawn",
        /// No sum is insured.
        NoCover = "no_cover",
        /// The sum will be lower by the invoice date: order, room then.
        LessRoom = "less_room",
    }
}

/// What the check looks at. Amounts in minor units of the payer's currency.
#[derive(Clone, Copy, Debug)]
pub struct OrderAsked<'a> {
    /// Where in the order's life.
    pub point: CheckPoint,
    /// What the order comes to now.
    pub amount: i64,
    /// What it came to when it was allowed or released; `None` for an order not taken before, or one that is stopped.
    pub allowed_before: Option<i64>,
    /// Whether somebody with authority released it: then the release check does not stop it again, unless it has grown.
    pub is_released: bool,
    /// The payer, its other orders included and this one not.
    pub standing: &'a Standing,
    /// What the house compares the exposure with.
    pub limit_check: LimitCheck,
    /// By how much an amount limit may be exceeded with a warning only; at least 0.
    pub tolerance: i64,
    /// The credit group, if the payer is in one: what its members owe with their orders, and its limits.
    pub group: Option<(i64, CreditLimits)>,
    /// Whether it will be insured when invoiced.
    pub cover: &'a InvoiceCover,
}

/// One thing that stands against an order, with its two values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Finding {
    /// What.
    pub ground: Ground,
    /// How grave by itself.
    pub answer: Answer,
    /// Value 1: what was found.
    pub actual: Value,
    /// Value 2: what it is compared with.
    pub limit: Value,
}

/// The answer with its reasons and figures. Amounts in minor units of the payer's currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrderChecked {
    /// The gravest of the findings.
    pub answer: Answer,
    /// Open items, bills, other orders and this one.
    pub exposure: i64,
    /// The limit compared with; `None` where none applies.
    pub limit: Option<i64>,
    /// What would be left of it, below 0 where it is exceeded.
    pub room: Option<i64>,
    /// Everything that stands against it, in the order of [`Ground`].
    pub findings: Vec<Finding>,
}

/// Checks an order (R9.7). No limit means unlimited, not zero. Exactly the limit is within it. An order that was allowed and has not grown
/// is not stopped by a later cut of a limit at entry or line, only warned of; the release checks it again. Saturating.
#[must_use]
pub fn check_order(asked: &OrderAsked<'_>) -> OrderChecked {
    let standing = asked.standing;
    let amount = asked.amount.max(0);
    let ordered = standing.orders.saturating_add(amount);
    let exposure = standing.outstanding.saturating_add(ordered);
    let insured_exposure = standing.insured_exposure.saturating_add(ordered);
    let limits = standing.limits;
    let looks_at_own = matches!(asked.limit_check, LimitCheck::CreditLimit | LimitCheck::Lower);
    let looks_at_insured = matches!(asked.limit_check, LimitCheck::InsuredSum | LimitCheck::Lower);
    let own = limits.outstanding_and_orders.or(limits.outstanding).filter(|_| looks_at_own);
    let insured = standing.insured_sum.filter(|_| looks_at_insured);
    let insured = insured.map(|sum| sum.max(0).saturating_add(standing.accepted_excess.max(0)));

    let mut findings = Vec::new();
    let mut found = |ground, answer, actual, limit| {
        findings.push(Finding { ground, answer, actual, limit });
    };
    let above = |actual: i64, limit: i64| {
        let tolerated = limit.saturating_add(asked.tolerance.max(0));
        (actual > limit).then_some(if actual > tolerated { Answer::Block } else { Answer::Warn })
    };
    if standing.is_blocked {
        found(Ground::Blocked, Answer::Block, Value::None, Value::None);
    }
    if asked.limit_check != LimitCheck::None {
        let group = asked.group.and_then(|(owed, limits)| {
            let limit = limits.outstanding_and_orders.or(limits.outstanding)?;
            Some((owed.saturating_add(amount), limit))
        });
        for (ground, actual, limit) in [
            (Ground::PastDue, standing.past_due, limits.past_due),
            (Ground::CreditLimit, exposure, own),
            (Ground::GroupLimit, group.map_or(0, |(owed, _)| owed), group.map(|(_, limit)| limit)),
        ] {
            if let Some((limit, answer)) = limit.and_then(|limit| Some((limit, above(actual, limit)?))) {
                found(ground, answer, Value::Amount(actual), Value::Amount(limit));
            }
        }
        if let Some((days, limit)) = standing.days_overdue.zip(limits.days_overdue)
            && days > limit
        {
            found(Ground::DaysOverdue, Answer::Block, Value::Days(days), Value::Days(limit));
        }
        if let Some((sum, answer)) = insured.and_then(|sum| Some((sum, above(insured_exposure, sum)?))) {
            found(Ground::InsuredSum, answer, Value::Amount(insured_exposure), Value::Amount(sum));
        }
        let stop = if looks_at_insured { Answer::Block } else { Answer::Warn };
        let is_over = insured.is_some_and(|sum| insured_exposure > sum);
        let unaccepted = amount.saturating_sub(standing.accepted_excess.max(0));
        for (ground, actual, limit) in stops(asked.cover, amount, is_over, unaccepted) {
            let answer = if ground == Ground::LessRoom { Answer::Warn } else { stop };
            found(ground, answer, actual, limit);
        }
    }
    let is_worked_on = (asked.point != CheckPoint::Release || asked.is_released)
        && asked.allowed_before.is_some_and(|allowed| asked.amount <= allowed);
    if is_worked_on {
        for finding in findings.iter_mut().filter(|finding| finding.ground != Ground::Blocked) {
            finding.answer = Answer::Warn;
        }
    }
    let room = |exposure: i64, limit: Option<i64>| limit.map(|limit| (limit.saturating_sub(exposure), limit));
    let lowest = [room(exposure, own), room(insured_exposure, insured)].into_iter().flatten().min();
    OrderChecked {
        answer: findings.iter().map(|finding| finding.answer).max().unwrap_or(Answer::Allow),
        exposure,
        limit: lowest.map(|(_, limit)| limit),
        room: lowest.map(|(room, _)| room),
        findings,
    }
}

/// What of the policy stands against it. Too little room counts where the sum of today is not exceeded, which is said already, and where
/// the excess accepted does not make up for it.
fn stops(cover: &InvoiceCover, amount: i64, is_over: bool, unaccepted: i64) -> Vec<(Ground, Value, Value)> {
    let date = |day: Option<Day>| day.map_or(Value::None, Value::Date);
    let invoice_date = Value::Date(cover.invoice_date);
    let found = cover.stops.iter().filter_map(|stop| {
        Some(match stop {
            Stop::PolicyEnds => (Ground::PolicyEnds, invoice_date, Value::None),
            Stop::CountryExcluded => (Ground::CountryExcluded, Value::None, Value::None),
            Stop::CategoryExcluded => (Ground::CategoryExcluded, Value::None, Value::None),
            Stop::TermTooLong => {
                (Ground::TermTooLong, Value::Date(cover.due_date), date(cover.max_term_date))
            }
            Stop::Uncovered => (Ground::Uncovered, invoice_date, date(cover.uncovered_from)),
            Stop::LimitExpires => (Ground::LimitExpires, invoice_date, date(cover.limit_ends)),
            Stop::Withdrawn => (Ground::Withdrawn, invoice_date, Value::None),
            Stop::NoCover => (Ground::NoCover, Value::None, Value::None),
            Stop::NoRoom if is_over || cover.room.is_some_and(|room| room >= unaccepted) => return None,
            Stop::NoRoom => {
                let room = cover.room.map_or(Value::None, Value::Amount);
                (Ground::LessRoom, Value::Amount(amount), room)
            }
        })
    });
    found.collect()
}

#[cfg(test)]
mod tests;
