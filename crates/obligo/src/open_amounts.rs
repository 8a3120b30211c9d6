//! What insured buyers owe, gross or net of VAT, and how long it is past due, at any accounting date (R10).

use crate::items::Viewer;
use crate::planning::main_buyer_at;
use crate::snapshot::Snapshot;
use obligo_rules::open_amounts::OpenAmounts;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::item::item_each;
use std::collections::{BTreeMap, BTreeSet};

/// Which items, valued how.
#[derive(Clone, Copy, Debug)]
pub struct OpenAmountsRequest<'a> {
    /// Amounts with VAT, or net of it.
    pub with_vat: bool,
    /// The *n* of R10.2.
    pub longer_than: i32,
    /// Only the items of these companies, by the store's number; `None` for all.
    pub companies: Option<&'a BTreeSet<i64>>,
}

/// What a main buyer owes under a policy.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BuyerAmounts {
    /// Its amounts, those of its co-insured accounts included; minor units of the policy's currency.
    pub amounts: OpenAmounts,
    /// The companies it owes to, by the store's number.
    pub companies: BTreeSet<i64>,
}

/// The open items of insured companies as of the snapshot, whatever their insurance status, by main buyer and number of the policy. Errors:
/// `rate-missing`, `amount-too-large`.
pub fn open_amounts(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    request: OpenAmountsRequest<'_>,
) -> Result<BTreeMap<(i64, u16), BuyerAmounts>, Problem> {
    let viewer = Viewer::load(tx, snapshot, false)?;
    let mut found: BTreeMap<(i64, u16), BuyerAmounts> = BTreeMap::new();
    item_each(
        tx,
        snapshot.as_of,
        |item, amount, _| viewer.settled.open(item, amount) != 0,
        |row| {
            let facts = &row.facts;
            let is_wanted = request.companies.is_none_or(|own| own.contains(&facts.company_id));
            if !is_wanted || !snapshot.is_insured_company(facts.company_id) {
                return Ok(());
            }
            let Some((policy, amounts)) = viewer.amounts(row, request.with_vat)? else { return Ok(()) };
            let main = main_buyer_at(snapshot, facts.buyer_id).unwrap_or(facts.buyer_id);
            let of_buyer = found.entry((main, policy.number)).or_default();
            let (due, accounting_date) = (facts.net_due_date, snapshot.as_of.key_date);
            of_buyer.amounts.add(amounts.insurable_open, due, accounting_date, request.longer_than);
            of_buyer.companies.insert(facts.company_id);
            Ok(())
        },
    )?;
    Ok(found)
}
