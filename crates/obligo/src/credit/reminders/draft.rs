//! A letter before it is recorded: its items with what they cost.

use super::ledger::{DunningLedger, OpenItem, Party};
use super::terms::Terms;
use crate::planning::too_large;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::late_interest::{LateInterest, late_interest, rates_of};
use obligo_rules::money::{Currency, mul_div_round};
use obligo_rules::problem::Problem;
use obligo_rules::reminder::{ReminderLevel, charge_of};
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::reminder::{ReminderItemRow, reminder_get, reminder_items};
use obligo_store::settlement::settlement_of_at;
use std::collections::BTreeSet;

/// An item of a letter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DraftItem {
    /// The item.
    pub item: OpenItem,
    /// The level it is reminded with.
    pub level: ReminderLevel,
    /// Late interest asked for; empty where the level asks for none.
    pub interest: LateInterest,
    /// Fixed compensation by law.
    pub compensation: i64,
}

/// A letter. Amounts in minor units of its currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// Whom it is from and to.
    pub party: Party,
    /// Its items.
    pub items: Vec<DraftItem>,
    /// Open credits of the payer.
    pub credits: i64,
    /// What it costs.
    pub charge: i64,
    /// What letters before it cost.
    pub charges_before: i64,
}

impl Draft {
    /// Highest level of its items.
    #[must_use]
    pub fn level(&self) -> u8 {
        self.items.iter().map(|item| item.level.level).max().unwrap_or(0)
    }

    /// A sum over its items.
    #[must_use]
    pub fn sum(&self, of: impl Fn(&DraftItem) -> i64) -> i64 {
        self.items.iter().fold(0, |sum: i64, item| sum.saturating_add(of(item)))
    }

    /// Its items as the store keeps them.
    #[must_use]
    pub fn rows(&self, key_date: Day) -> Vec<ReminderItemRow> {
        let row = |draft: &DraftItem| ReminderItemRow {
            item_id: draft.item.item_id,
            level: draft.level.level,
            days_late: key_date.days_since(draft.item.due),
            open: draft.item.open,
            interest: draft.interest.amount,
            compensation: draft.compensation,
            left_out: false,
        };
        self.items.iter().map(row).collect()
    }
}

/// What letters are priced by.
pub struct Pricing<'a, 'c> {
    /// The store.
    pub tx: &'a Tx<'c>,
    /// Master data and rates of exchange.
    pub snapshot: &'a Snapshot,
    /// Terms in force.
    pub terms: &'a Terms,
}

impl Pricing<'_, '_> {
    /// The country of a payer.
    #[must_use]
    pub fn country(&self, payer: i64) -> &str {
        self.snapshot.buyers.get(&payer).map_or("", |buyer| buyer.country.as_str())
    }

    /// The letter of these items with their levels. Errors: `rate-missing`, `amount-too-large`, those of the store.
    pub fn draft(
        &self,
        ledger: &DunningLedger,
        party: Party,
        items: Vec<(OpenItem, ReminderLevel)>,
    ) -> Result<Draft, Problem> {
        let law = self.terms.law(self.country(party.payer)).to_owned();
        let day = ledger.key_date;
        let granted = self.terms.rates.law_at(&law, day);
        let mut drafted = Vec::with_capacity(items.len());
        let mut letters: BTreeSet<i64> = BTreeSet::new();
        let mut charges_before = 0i64;
        for (item, level) in items {
            let had = ledger.had.get(&item.item_id).map_or(&[][..], Vec::as_slice);
            for letter in had {
                if letters.insert(letter.reminder) {
                    let charge = reminder_get(self.tx, letter.reminder)?.map_or(0, |row| row.charge);
                    charges_before = charges_before.saturating_add(charge);
                }
                let rows = reminder_items(self.tx, letter.reminder)?;
                let own = rows.iter().filter(|row| row.item_id == item.item_id && !row.left_out);
                charges_before = own.fold(charges_before, |sum, row| sum.saturating_add(row.compensation));
            }
            let is_first = had.is_empty();
            let compensation = match granted.filter(|_| is_first && self.terms.interest.compensation) {
                Some(terms) => self.converted(terms.compensation, terms.currency, party.currency)?,
                None => 0,
            };
            let interest = if level.interest { self.interest(&item, &law)? } else { LateInterest::default() };
            drafted.push(DraftItem { item, level, interest, compensation });
        }
        let statutory = match granted.and_then(|terms| Some((terms.reminder_charge?, terms.currency))) {
            Some((charge, currency)) => self.converted(charge, currency, party.currency)?,
            None => 0,
        };
        let own = self.terms.reminders.currency;
        // A level without a fixed sum needs no rate of exchange.
        let mut missing = None;
        let fixed = |sum: i64| {
            self.converted(sum, own, party.currency).map_err(|problem| missing = Some(problem)).ok()
        };
        let priced: Vec<(ReminderLevel, i64)> =
            drafted.iter().map(|draft| (draft.level, draft.item.amount)).collect();
        let charge = charge_of(&priced, fixed, statutory);
        let charge =
            charge.ok_or_else(|| missing.unwrap_or_else(|| too_large(i64::MAX, own, party.currency)))?;
        let credits = ledger.credits.get(&party).copied().unwrap_or(0);
        Ok(Draft { party, items: drafted, credits, charge, charges_before })
    }

    /// Late interest of an item up to the snapshot's day, by the law of a country or as agreed.
    pub fn interest(&self, item: &OpenItem, law: &str) -> Result<LateInterest, Problem> {
        let as_of = self.snapshot.as_of;
        let rates = rates_of(self.terms.rates.of_country(law), self.terms.interest.agreed);
        let open = open_from(self.tx, as_of, item)?;
        Ok(late_interest(&rates, item.due, as_of.key_date, &open))
    }

    /// An amount in another currency, by the rate of the snapshot's day. Errors: `rate-missing`, `amount-too-large`.
    pub fn converted(&self, minor: i64, from: Currency, to: Currency) -> Result<i64, Problem> {
        if minor == 0 || from == to {
            return Ok(minor);
        }
        let rate = self.snapshot.rates.rate(to, from, self.snapshot.as_of.key_date)?;
        let (n, d) = rate.fraction(from.exponent(), to.exponent());
        mul_div_round(minor, n, d).ok_or_else(|| too_large(minor, from, to))
    }
}

/// What was open of an item from a day on: a settlement counts from the day after it.
fn open_from(tx: &Tx<'_>, as_of: AsOf, item: &OpenItem) -> Result<Vec<(Day, i64)>, Problem> {
    let first = item.document_date.min(item.due);
    let mut open = vec![(first, item.amount)];
    let mut left = item.amount;
    settlement_of_at(tx, item.item_id, as_of, |settlement| {
        left = left.saturating_sub(settlement.amount);
        open.push((settlement.date.plus_days(1).max(first), left));
    })?;
    Ok(open)
}
