//! Whether an order will be insured when it is invoiced (R9.7): the terms of the policy, the limit and the room on the day of the invoice.

use crate::calendar::Day;
use crate::codes::{ItemKind, codes};
use crate::deadline::max_term;
use crate::ledger::BuyerCase;
use crate::policy::Policy;
use crate::reason::StatusReason;

codes! {
    /// How much of the invoice would be insured.
    Covered {
        /// All of it.
        Yes = "yes",
        /// A part.
        Partly = "partly",
        /// Nothing, although the buyer is under a policy.
        No = "no",
        /// The buyer is under no policy.
        NotInsured = "not_insured",
    }
}

codes! {
    /// Why not all of it would be insured.
    Stop {
        /// The policy ends before the invoice date.
        PolicyEnds = "policy_ends",
        /// The policy does not cover the country.
        CountryExcluded = "country_excluded",
        /// The policy does not cover buyers of this category.
        CategoryExcluded = "category_excluded",
        /// The invoice would be due after the maximum payment term date.
        TermTooLong = "term_too_long",
        /// Cover for new receivables is stopped before the invoice date.
        Uncovered = "uncovered",
        /// The limit decision ends before the invoice date.
        LimitExpires = "limit_expires",
        /// Cover is withdrawn from a day on or before the invoice date.
        Withdrawn = "withdrawn",
        /// No sum is insured.
        NoCover = "no_cover",
        /// The sum insured on the invoice date leaves too little room.
        NoRoom = "no_room",
    }
}

/// An order as it would be invoiced. Amounts in minor units of the policy's currency.
#[derive(Clone, Copy, Debug)]
pub struct Ahead<'a> {
    /// Terms of the policy.
    pub policy: &'a Policy,
    /// The main buyer today; `None` without cover under the policy so far.
    pub now: Option<&'a BuyerCase>,
    /// The main buyer on the invoice date, as decided by now.
    pub then: Option<&'a BuyerCase>,
    /// Since when new receivables are uncovered, as it is known today (R6).
    pub uncovered_from: Option<Day>,
    /// Why the policy does not cover the account, if so.
    pub excluded: Option<StatusReason>,
    /// Expected date of the invoice: the delivery.
    pub invoice_date: Day,
    /// Its due date by the payment terms.
    pub due_date: Day,
    /// Amount of the order.
    pub amount: i64,
    /// What uses the insured sum already: open items and other orders.
    pub exposure: i64,
}

/// What will be insured, and on which dates it depends. Amounts in minor units of the policy's currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InvoiceCover {
    /// How much.
    pub covered: Covered,
    /// The amount that would be insured.
    pub amount: i64,
    /// Expected date of the invoice.
    pub invoice_date: Day,
    /// Its due date.
    pub due_date: Day,
    /// The latest due date the policy allows.
    pub max_term_date: Option<Day>,
    /// Sum insured on the invoice date.
    pub insured_sum: Option<i64>,
    /// What the other items and orders use of it.
    pub used: Option<i64>,
    /// What they leave.
    pub room: Option<i64>,
    /// Last day of the limit decision in force today.
    pub limit_ends: Option<Day>,
    /// Since when new receivables are uncovered.
    pub uncovered_from: Option<Day>,
    /// Why not all of it is insured, in the order of [`Stop`]; empty if it is.
    pub stops: Vec<Stop>,
}

impl InvoiceCover {
    /// The answer for a buyer under no policy.
    #[must_use]
    pub fn not_insured(invoice_date: Day, due_date: Day) -> InvoiceCover {
        InvoiceCover {
            covered: Covered::NotInsured,
            amount: 0,
            invoice_date,
            due_date,
            max_term_date: None,
            insured_sum: None,
            used: None,
            room: None,
            limit_ends: None,
            uncovered_from: None,
            stops: Vec::new(),
        }
    }

    /// The same with what its stops and its room leave of an order of this amount.
    fn counted(self, amount: i64) -> InvoiceCover {
        let is_stopped = self.stops.iter().any(|stop| *stop != Stop::NoRoom);
        let amount = if is_stopped { 0 } else { self.room.unwrap_or(0).min(amount).max(0) };
        let covered = match amount {
            _ if self.stops.is_empty() => Covered::Yes,
            0 => Covered::No,
            _ => Covered::Partly,
        };
        InvoiceCover { covered, amount, ..self }
    }

    /// The same with another insured sum, for an order of this amount: what a new decision would make of it. What stops cover stays.
    #[must_use]
    pub fn with_sum(self, sum: i64, amount: i64) -> InvoiceCover {
        let Some(used) = self.used else { return self };
        let room = sum.max(0).saturating_sub(used).max(0);
        let stops = self.stops.iter().copied().filter(|stop| !matches!(stop, Stop::NoRoom | Stop::NoCover));
        let no_sum = (sum <= 0).then_some(Stop::NoCover);
        let no_room = (sum > 0 && room < amount).then_some(Stop::NoRoom);
        InvoiceCover {
            insured_sum: Some(sum.max(0)),
            room: Some(room),
            stops: stops.chain(no_sum).chain(no_room).collect(),
            ..self
        }
        .counted(amount)
    }

    /// The same with its amounts in another currency.
    pub fn converted<E>(self, convert: impl Fn(i64) -> Result<i64, E>) -> Result<InvoiceCover, E> {
        Ok(InvoiceCover {
            amount: convert(self.amount)?,
            insured_sum: self.insured_sum.map(&convert).transpose()?,
            used: self.used.map(&convert).transpose()?,
            room: self.room.map(&convert).transpose()?,
            ..self
        })
    }
}

/// Whether an order will be insured when invoiced (R9.7). Nothing is expected to be paid until then.
#[must_use]
pub fn invoice_cover(ahead: &Ahead<'_>) -> InvoiceCover {
    let Ahead { policy, invoice_date, due_date, .. } = *ahead;
    let sum = ahead.then.filter(|case| case.covered).map_or(0, |case| case.sum).max(0);
    let sum_now = ahead.now.filter(|case| case.covered).map_or(0, |case| case.sum).max(0);
    let decision = ahead.then.or(ahead.now).and_then(|case| case.decision.as_ref());
    let max_term_date = max_term(policy, decision, ItemKind::Invoice, false).after(invoice_date);
    let limit_ends = ahead.now.and_then(|case| case.decision.as_ref()).and_then(|d| d.valid_until);
    let used = ahead.exposure.max(0);
    let room = sum.saturating_sub(used).max(0);
    let no_sum = match () {
        () if sum > 0 => None,
        () if sum_now == 0 => Some(Stop::NoCover),
        () if decision.is_none() && limit_ends.is_some_and(|end| end < invoice_date) => {
            Some(Stop::LimitExpires)
        }
        () => Some(Stop::Withdrawn),
    };
    let stops: Vec<Stop> = [
        policy.valid_until.is_some_and(|end| end < invoice_date).then_some(Stop::PolicyEnds),
        ahead.excluded.map(|reason| match reason {
            StatusReason::CountryExcluded => Stop::CountryExcluded,
            _ => Stop::CategoryExcluded,
        }),
        (due_date > max_term_date).then_some(Stop::TermTooLong),
        ahead.uncovered_from.is_some_and(|from| invoice_date > from).then_some(Stop::Uncovered),
        no_sum,
        (sum > 0 && room < ahead.amount).then_some(Stop::NoRoom),
    ]
    .into_iter()
    .flatten()
    .collect();
    let found = InvoiceCover {
        covered: Covered::No,
        amount: 0,
        invoice_date,
        due_date,
        max_term_date: Some(max_term_date),
        insured_sum: Some(sum),
        used: Some(used),
        room: Some(room),
        limit_ends,
        uncovered_from: ahead.uncovered_from,
        stops,
    };
    found.counted(ahead.amount)
}

#[cfg(test)]
mod tests;
