//! Bill liability (R4.7): bills posted whose due date has not passed and that nobody has protested. A bill passed on to a
//! bank is settled in the ledger and still a liability, so settlements do not end it.

use super::Accounts;
use crate::planning::SettledItems;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::codes::EventKind;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::event::day_close_last;
use obligo_store::item::{ItemRow, item_bill_each};
use std::collections::HashMap;

/// How the list tells an expired bill (R4.7).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expiry {
    /// By its due date: a list for a past date.
    Computed,
    /// By the mark of the last day-end close: a list as of now. `None` = no day was ever closed.
    Marked(Option<Day>),
}

impl Expiry {
    /// The way for a list as of `as_of`, run on `today`.
    pub fn of(tx: &Tx<'_>, snapshot: &Snapshot, today: Day) -> Result<Expiry, Problem> {
        if snapshot.as_of.key_date < today {
            return Ok(Expiry::Computed);
        }
        Ok(Expiry::Marked(day_close_last(tx, snapshot.as_of.known)?))
    }
}

/// Bill liability of one account, minor units of its line's currency; `None` where a rate is missing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BillLiability {
    /// What the list shows.
    pub shown: Option<i64>,
    /// Of the bills shown, what is still open in the ledger: it stands in the balance too.
    pub open: Option<i64>,
    /// Mark and computation differ: the day-end close is missing.
    pub differs: bool,
}

impl Default for BillLiability {
    fn default() -> Self {
        BillLiability { shown: Some(0), open: Some(0), differs: false }
    }
}

/// The bill liability of every account that has any bill.
pub fn bill_liability(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    accounts: &Accounts<'_>,
    settled: &SettledItems,
    expiry: Expiry,
) -> Result<HashMap<i64, BillLiability>, Problem> {
    let mut found: HashMap<i64, BillLiability> = HashMap::new();
    item_bill_each(tx, snapshot.as_of, |row| {
        let Some(state) = bill_state(snapshot, row, expiry) else { return Ok(()) };
        let facts = &row.facts;
        let account = found.entry(facts.buyer_id).or_default();
        account.differs |= state.differs;
        if state.counts {
            let open = settled.open(row.item_id, facts.amount);
            let sum = |sum: Option<i64>, minor: i64| {
                Some(sum?.saturating_add(accounts.in_line_currency(snapshot, row, minor)?))
            };
            account.shown = sum(account.shown, facts.amount);
            account.open = sum(account.open, open);
        }
        Ok(())
    })?;
    Ok(found)
}

/// Where a bill stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BillState {
    /// It counts as bill liability, as the list shows it.
    pub counts: bool,
    /// Mark and computation differ: the day-end close is missing.
    pub differs: bool,
}

/// Where a bill stands; `None` for a protested one and for those of companies that are not insured.
#[must_use]
pub fn bill_state(snapshot: &Snapshot, row: &ItemRow<'_>, expiry: Expiry) -> Option<BillState> {
    if !snapshot.is_insured_company(row.facts.company_id) || is_protested(snapshot, row) {
        return None;
    }
    let due = row.facts.net_due_date;
    let expired = due < snapshot.as_of.key_date;
    let marked = match expiry {
        Expiry::Computed => expired,
        Expiry::Marked(last) => last.is_some_and(|closed| due < closed),
    };
    Some(BillState { counts: !marked, differs: marked != expired })
}

/// Whether the bill, or every bill of its account posted by then, was protested by the key date.
fn is_protested(snapshot: &Snapshot, row: &ItemRow<'_>) -> bool {
    snapshot.events.all.iter().filter(|e| e.event == EventKind::Protest).any(|event| match event.item_id {
        Some(item) => item == row.item_id,
        None => event.buyer_id == row.facts.buyer_id && row.facts.posting_date <= event.date,
    })
}
