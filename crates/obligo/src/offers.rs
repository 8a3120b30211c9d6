//! The duty to offer (R2.5): unnamed and uninsured buyers whose balance or turnover reaches the offering threshold.

use crate::buyers::Accounts;
use crate::planning::{SettledItems, item_amounts, item_rate};
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{CoverKind, ItemKind};
use obligo_rules::evidence::must_be_offered;
use obligo_rules::money::Currency;
use obligo_rules::policy::Procedure;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::item::{ItemRow, item_each};
use std::collections::HashMap;

/// The figure a policy's threshold is compared with: gross balance, or gross turnover of the key date's month, in the policy's
/// currency; `None` where a rate is missing.
type Figure = Option<i64>;

/// Unnamed and uninsured buyers with the figures their thresholds are compared with.
pub struct Offers<'a> {
    policies: Vec<&'a LoadedPolicy>,
    /// By buyer: positions in `policies`, each with its figure.
    tested: HashMap<i64, Vec<(usize, Figure)>>,
}

impl<'a> Offers<'a> {
    /// Sums what is needed in one pass over the items. A co-insured account counts towards its main buyer (R1.6); a buyer
    /// without cover is tested against every policy.
    pub fn load(
        tx: &Tx<'_>,
        snapshot: &'a Snapshot,
        accounts: &Accounts<'_>,
        settled: &SettledItems,
    ) -> Result<Offers<'a>, Problem> {
        let policies: Vec<&LoadedPolicy> =
            snapshot.policies.values().filter(|p| p.policy.unnamed.offering_threshold.is_some()).collect();
        let mut offers = Offers { tested: HashMap::new(), policies };
        for buyer_id in snapshot.buyers.keys() {
            let account = accounts.get(*buyer_id);
            let tested: Vec<usize> = match account.kind() {
                CoverKind::None => (0..offers.policies.len()).collect(),
                CoverKind::Unnamed => offers.position(account.policy).into_iter().collect(),
                CoverKind::Named | CoverKind::CoInsured => continue,
            };
            offers.tested.insert(*buyer_id, tested.into_iter().map(|n| (n, Some(0))).collect());
        }
        if offers.policies.is_empty() {
            return Ok(offers);
        }
        let key_date = snapshot.as_of.key_date;
        let month = key_date.month_start();
        let by_turnover =
            offers.policies.iter().any(|p| p.policy.declaration.procedure == Procedure::Turnover);
        item_each(
            tx,
            snapshot.as_of,
            |item, amount, posted| settled.open(item, amount) != 0 || (by_turnover && posted >= month),
            |row| {
                if snapshot.is_insured_company(row.facts.company_id) {
                    let buyer_id = accounts.get(row.facts.buyer_id).main.unwrap_or(row.facts.buyer_id);
                    offers.add(snapshot, buyer_id, row, settled.open(row.item_id, row.facts.amount), month);
                }
                Ok(())
            },
        )?;
        Ok(offers)
    }

    fn position(&self, policy: Option<&LoadedPolicy>) -> Option<usize> {
        let number = policy?.number;
        self.policies.iter().position(|p| p.number == number)
    }

    fn add(&mut self, snapshot: &Snapshot, buyer_id: i64, row: &ItemRow<'_>, open: i64, month: Day) {
        let Some(tested) = self.tested.get_mut(&buyer_id) else { return };
        for (position, figure) in tested {
            let loaded = self.policies[*position];
            let amounts = gross(snapshot, loaded, row, open);
            let added = match loaded.policy.declaration.procedure {
                Procedure::Balance => amounts.map(|(_, open)| open),
                Procedure::Turnover if is_turnover(row, month) => amounts.map(|(amount, _)| amount),
                Procedure::Turnover => Some(0),
            };
            *figure = figure.zip(added).map(|(sum, more)| sum.saturating_add(more));
        }
    }

    /// Whether a buyer must be offered: under its own policy, or, without cover, under any. Named and co-insured buyers need
    /// not be; `None` where a missing rate leaves it open.
    #[must_use]
    pub fn must_be_offered(&self, buyer_id: i64) -> Option<bool> {
        let Some(tested) = self.tested.get(&buyer_id) else { return Some(false) };
        let mut is_known = true;
        for (position, figure) in tested {
            match figure {
                Some(figure) if must_be_offered(&self.policies[*position].policy.unnamed, *figure) => {
                    return Some(true);
                }
                Some(_) => {}
                None => is_known = false,
            }
        }
        is_known.then_some(false)
    }
}

/// What a buyer's duty to offer is judged by under one policy.
#[derive(Clone, Copy, Debug)]
pub struct OfferFigure<'a> {
    /// The policy.
    pub policy: &'a LoadedPolicy,
    /// Balance or turnover, minor units of the policy's currency; `None` where a rate is missing.
    pub figure: Option<i64>,
    /// The offering threshold, in the same units.
    pub threshold: i64,
}

impl<'a> Offers<'a> {
    /// The figures of a buyer that must be offered, or where a missing rate leaves it open: one for each policy it is tested against.
    pub fn due(&self, buyer_id: i64) -> impl Iterator<Item = OfferFigure<'a>> {
        let tested = self.tested.get(&buyer_id).into_iter().flatten();
        tested.filter_map(|(position, figure)| {
            let policy = self.policies[*position];
            let threshold = policy.policy.unnamed.offering_threshold?;
            let is_due = figure.is_none_or(|figure| must_be_offered(&policy.policy.unnamed, figure));
            is_due.then_some(OfferFigure { policy, figure: *figure, threshold })
        })
    }
}

/// Gross amount and gross open amount in the policy's currency.
fn gross(snapshot: &Snapshot, loaded: &LoadedPolicy, row: &ItemRow<'_>, open: i64) -> Option<(i64, i64)> {
    let policy = &loaded.policy;
    let currency = Currency::parse(row.facts.currency).unwrap_or(policy.currency);
    let rate = item_rate(snapshot, policy, row, &row.state, currency).ok()?;
    let fraction = rate.fraction(currency.exponent(), policy.currency.exponent());
    let amounts = item_amounts(row.facts.amount, row.facts.net_amount, open, true, fraction)?;
    Some((amounts.amount, amounts.open))
}

/// Invoices and debit notes less credit notes, posted in the month; a residual was turnover already with its origin (R8.3).
fn is_turnover(row: &ItemRow<'_>, month: Day) -> bool {
    let kind = matches!(row.facts.kind, ItemKind::Invoice | ItemKind::DebitNote | ItemKind::CreditNote);
    kind && row.facts.origin.is_none() && row.facts.posting_date >= month
}
