//! What payers owe, summed item by item over all customers they pay for (R9.2).

use super::Payers;
use crate::planning::too_large;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, Rate, div_round};
use obligo_rules::order::{OrderLine, orders_exposure};
use obligo_rules::problem::Problem;
use obligo_store::item::ItemRow;
use obligo_store::order::OrderRow;
use std::collections::{HashMap, HashSet};

/// What is owed, minor units of the payer's currency, credits negative.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sums {
    /// Open items and bill liability.
    pub outstanding: i64,
    /// Open items past their net due date, less credits past theirs.
    pub past_due: i64,
    /// Net due date of the oldest open debit item past it.
    pub oldest_due: Option<Day>,
    /// Open orders and deliveries not invoiced.
    pub orders: i64,
}

impl Sums {
    /// Days by which the oldest open debit item is overdue on a day.
    #[must_use]
    pub fn days_overdue(&self, key_date: Day) -> Option<i32> {
        self.oldest_due.map(|due| key_date.days_since(due))
    }

    fn add(&mut self, row: &ItemRow<'_>, open: i64, key_date: Day) {
        let due = row.facts.net_due_date;
        self.outstanding = self.outstanding.saturating_add(open);
        if due < key_date {
            self.past_due = self.past_due.saturating_add(open);
            if row.facts.kind.is_debit() && open > 0 {
                self.oldest_due = Some(self.oldest_due.map_or(due, |oldest| oldest.min(due)));
            }
        }
    }
}

/// Sums open items, bills and orders by payer, each in the payer's currency: at the rate stored with an item, else that of its posting date
/// (R0.7).
pub struct Tally<'a> {
    snapshot: &'a Snapshot,
    payers: &'a Payers,
    policy_currencies: HashMap<u16, Currency>,
    /// Payers and companies whose sums are wanted of their own.
    apart: HashSet<(i64, i64)>,
    sums: HashMap<i64, Sums>,
    sums_apart: HashMap<(i64, i64), Sums>,
    problem: Option<Problem>,
}

impl<'a> Tally<'a> {
    /// An empty tally; `apart` names payers and companies whose sums are kept beside the whole.
    #[must_use]
    pub fn new(snapshot: &'a Snapshot, payers: &'a Payers, apart: HashSet<(i64, i64)>) -> Tally<'a> {
        Tally {
            snapshot,
            payers,
            policy_currencies: snapshot.policies.values().map(|p| (p.number, p.policy.currency)).collect(),
            apart,
            sums: HashMap::new(),
            sums_apart: HashMap::new(),
            problem: None,
        }
    }

    /// Adds an open item of any company. `open` in minor units of its currency.
    pub fn add_item(&mut self, row: &ItemRow<'_>, open: i64) {
        let payer = self.payers.payer_of(row.facts.buyer_id);
        let Some(open) = self.of_item(row, payer, open) else { return };
        let key_date = self.snapshot.as_of.key_date;
        self.sums.entry(payer).or_default().add(row, open, key_date);
        let place = (payer, row.facts.company_id);
        if self.apart.contains(&place) {
            self.sums_apart.entry(place).or_default().add(row, open, key_date);
        }
    }

    /// Adds what a bill that counts as liability owes beyond what is open of it: a bill passed on is settled in the ledger (R4.7).
    pub fn add_bill(&mut self, row: &ItemRow<'_>, open: i64) {
        let payer = self.payers.payer_of(row.facts.buyer_id);
        let Some(passed_on) = self.of_item(row, payer, row.facts.amount.saturating_sub(open)) else { return };
        let place = (payer, row.facts.company_id);
        let apart =
            if self.apart.contains(&place) { Some(self.sums_apart.entry(place).or_default()) } else { None };
        for sums in [Some(self.sums.entry(payer).or_default()), apart].into_iter().flatten() {
            sums.outstanding = sums.outstanding.saturating_add(passed_on);
        }
    }

    /// Adds the orders and deliveries of one customer, at the key date's rate (R9.7); those placed later are left out.
    pub fn add_orders(&mut self, buyer_id: i64, orders: &[OrderRow]) -> Result<(), Problem> {
        let payer = self.payers.payer_of(buyer_id);
        let to = self.payers.currency_of(payer);
        let mut lines = Vec::with_capacity(orders.len());
        for order in orders.iter().filter(|order| order.order_date <= self.snapshot.as_of.key_date) {
            let from = Currency::parse(&order.currency).unwrap_or(to);
            lines.push(OrderLine {
                order_no: &order.order_no,
                kind: &order.kind,
                state: order.state,
                amount: converted(self.snapshot, order.amount, from, to)?,
            });
        }
        let sums = self.sums.entry(payer).or_default();
        sums.orders = sums.orders.saturating_add(orders_exposure(lines.into_iter()));
        Ok(())
    }

    /// The sums. Errors: `rate-missing`, `amount-too-large` of the first item that could not be converted.
    pub fn finish(self) -> Result<TallySums, Problem> {
        match self.problem {
            Some(problem) => Err(problem),
            None => Ok(TallySums { whole: self.sums, apart: self.sums_apart }),
        }
    }

    fn of_item(&mut self, row: &ItemRow<'_>, payer: i64, minor: i64) -> Option<i64> {
        let to = self.payers.currency_of(payer);
        let from = Currency::parse(row.facts.currency).unwrap_or(to);
        if from == to || minor == 0 {
            return Some(minor);
        }
        // A rate stored with an item counts its policy's currency.
        let of_policy = self.policy_currencies.get(&row.state.insurance.policy).is_none_or(|c| *c == to);
        let stored = row.state.fixed_rate.or_else(|| Rate::parse(row.facts.rate)).filter(|_| of_policy);
        let rate = match stored {
            Some(rate) => Ok(rate),
            None => self.snapshot.rates.rate(to, from, row.facts.posting_date),
        };
        let found = rate
            .map_err(|problem| {
                problem
                    .with("company", self.snapshot.company_code(row.facts.company_id))
                    .with("document_no", row.facts.document_no)
            })
            .and_then(|rate| {
                let (n, d) = rate.fraction(from.exponent(), to.exponent());
                div_round(i128::from(minor) * n, d).ok_or_else(|| too_large(minor, from, to))
            });
        match found {
            Ok(minor) => Some(minor),
            Err(problem) => {
                self.problem.get_or_insert(problem);
                None
            }
        }
    }
}

/// The sums of a [`Tally`].
#[derive(Debug, Default)]
pub struct TallySums {
    whole: HashMap<i64, Sums>,
    apart: HashMap<(i64, i64), Sums>,
}

impl TallySums {
    /// What a payer owes to all companies.
    #[must_use]
    pub fn of(&self, payer: i64) -> Sums {
        self.whole.get(&payer).copied().unwrap_or_default()
    }

    /// What it owes to one company, if that was wanted; orders name no company and are not in it.
    #[must_use]
    pub fn of_company(&self, payer: i64, company_id: i64) -> Sums {
        self.apart.get(&(payer, company_id)).copied().unwrap_or_default()
    }
}

/// An amount in another currency at the key date's rate. Errors: `rate-missing`, `amount-too-large`.
pub(crate) fn converted(
    snapshot: &Snapshot,
    minor: i64,
    from: Currency,
    to: Currency,
) -> Result<i64, Problem> {
    if from == to || minor == 0 {
        return Ok(minor);
    }
    let (n, d) =
        snapshot.rates.rate(to, from, snapshot.as_of.key_date)?.fraction(from.exponent(), to.exponent());
    div_round(i128::from(minor) * n, d).ok_or_else(|| too_large(minor, from, to))
}
