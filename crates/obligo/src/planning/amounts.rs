//! Amounts of an item in the policy's currency.

use crate::snapshot::Snapshot;
use obligo_rules::money::{Currency, Rate, div_round, format_minor, gcd};
use obligo_rules::policy::Policy;
use obligo_rules::problem::Problem;
use obligo_store::item::ItemRow;
use obligo_store::state::ItemState;

/// The problem of an amount, minor units of `currency`, that exceeds every bound in the currency it is converted into.
pub(crate) fn too_large(minor: i64, currency: Currency, into: Currency) -> Problem {
    let amount = format!("{currency} {}", format_minor(minor, currency.exponent()));
    Problem::refused("amount-too-large").with("amount", amount).with("currency", into)
}

/// Amounts of an item in the policy's currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Amounts {
    /// Insurable part of the whole amount.
    pub amount: i64,
    /// Open, gross.
    pub open: i64,
    /// Insurable open amount (R5.1).
    pub insurable_open: i64,
}

/// Values an item in the policy's currency (R0.7, R5.1); `fraction` from [`Rate::fraction`]. Each figure is rounded once.
#[must_use]
pub fn item_amounts(
    gross: i64,
    net: i64,
    open: i64,
    vat_insured: bool,
    (n, d): (i128, i128),
) -> Option<Amounts> {
    let convert = |minor: i64| if n == d { Some(minor) } else { div_round(i128::from(minor) * n, d) };
    let gross_open = convert(open)?;
    if vat_insured || gross == net || gross == 0 {
        return Some(Amounts { amount: convert(gross)?, open: gross_open, insurable_open: gross_open });
    }
    let share = gcd(gross.into(), net.into());
    let (net_part, gross_part) = (i128::from(net) / share, i128::from(gross) / share);
    let exact = i128::from(open)
        .checked_mul(net_part)
        .and_then(|x| x.checked_mul(n))
        .and_then(|x| div_round(x, gross_part.checked_mul(d)?));
    // Only figures beyond any real ledger overflow; they are rounded twice.
    let insurable_open = match exact {
        Some(value) => value,
        None => convert(div_round(i128::from(open).checked_mul(net_part)?, gross_part)?)?,
    };
    Some(Amounts { amount: convert(net)?, open: gross_open, insurable_open })
}

/// The rate of an item in another currency: fixed with it, stored with it, or that of its posting date (R0.7).
pub fn item_rate(
    snapshot: &Snapshot,
    policy: &Policy,
    row: &ItemRow<'_>,
    state: &ItemState,
    currency: Currency,
) -> Result<Rate, Problem> {
    if let Some(rate) = state.fixed_rate.or_else(|| Rate::parse(row.facts.rate)) {
        return Ok(rate);
    }
    let missing = |problem: Problem| {
        problem
            .with("company", snapshot.company_code(row.facts.company_id))
            .with("document_no", row.facts.document_no)
    };
    snapshot.rates.rate(policy.currency, currency, row.facts.posting_date).map_err(missing)
}
