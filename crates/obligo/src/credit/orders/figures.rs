//! How a payer stands at the moment of a check: what the ledger says from memory, blocks and orders from the store.

use crate::credit::payers::{GroupStanding, PayerStanding};
use crate::planning::{main_buyer_at, too_large};
use crate::portfolio::Portfolio;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, div_round};
use obligo_rules::order::{OrderLine, orders_exposure};
use obligo_rules::problem::Problem;
use obligo_rules::standing::{CreditLimits, Standing};
use obligo_store::Tx;
use obligo_store::buyer_block::buyer_block_of;
use obligo_store::order::{OrderRow, order_of_buyer};
use std::collections::{BTreeMap, BTreeSet};

/// An amount in another currency at the rate of the snapshot's date. Errors: `rate-missing`, `amount-too-large`.
pub fn in_currency(snapshot: &Snapshot, minor: i64, from: Currency, to: Currency) -> Result<i64, Problem> {
    if from == to {
        return Ok(minor);
    }
    let (n, d) =
        snapshot.rates.rate(to, from, snapshot.as_of.key_date)?.fraction(from.exponent(), to.exponent());
    div_round(i128::from(minor) * n, d).ok_or_else(|| too_large(minor, from, to))
}

/// A payer with what is known of its orders and blocks now. Amounts in minor units of its currency.
pub struct PayerNow<'p> {
    portfolio: &'p Portfolio,
    /// As the ledger says.
    pub payer: &'p PayerStanding,
    /// Its credit group.
    pub group: Option<&'p GroupStanding>,
    /// The main buyer whose insured sum counts for the customer's invoices.
    pub main: i64,
    /// Whether the payer or the customer is blocked by hand.
    pub is_blocked: bool,
    /// Orders by account: of the payer's customers, of its group's, and of those insured together with the customer.
    orders: BTreeMap<i64, Vec<OrderRow>>,
    insured_together: BTreeSet<i64>,
}

impl<'p> PayerNow<'p> {
    /// Reads it for a customer. Errors: those of computing the payers.
    pub fn load(
        tx: &Tx<'_>,
        portfolio: &'p Portfolio,
        customer: i64,
        day: Day,
    ) -> Result<PayerNow<'p>, Problem> {
        let book = portfolio.payers()?;
        let missing = || {
            let account = portfolio.snapshot.account(customer);
            Problem::refused("account-not-found").with("account", account)
        };
        let payer = book.of_customer(customer).ok_or_else(missing)?;
        let group = payer.group.as_deref().and_then(|code| book.group(code));
        let main = insured_under(portfolio, customer, payer.payer);
        let insured_together: BTreeSet<i64> =
            std::iter::once(main).chain(portfolio.co_insured_of(main).iter().copied()).collect();
        let of_group = group.into_iter().flat_map(|group| &group.members);
        let customers = of_group.filter_map(|member| book.get(*member)).flat_map(|member| &member.customers);
        let accounts: BTreeSet<i64> =
            customers.chain(&payer.customers).chain(&insured_together).copied().collect();
        let mut orders = BTreeMap::new();
        for account in accounts {
            let of_account = order_of_buyer(tx, account)?;
            if !of_account.is_empty() {
                orders.insert(account, of_account);
            }
        }
        let mut is_blocked = false;
        for account in BTreeSet::from([payer.payer, customer]) {
            is_blocked |= buyer_block_of(tx, account)?.iter().any(|block| block.is_in_force(day));
        }
        Ok(PayerNow { portfolio, payer, group, main, is_blocked, orders, insured_together })
    }

    /// What the orders of some accounts add to the exposure, in a currency; an order left out counts with none of its lines.
    fn orders_of(
        &self,
        wanted: impl Fn(i64) -> bool,
        to: Currency,
        leave_out: &dyn Fn(&OrderRow) -> bool,
    ) -> Result<i64, Problem> {
        let mut sum: i64 = 0;
        for (_, orders) in self.orders.iter().filter(|(account, _)| wanted(**account)) {
            let mut lines = Vec::with_capacity(orders.len());
            for order in orders.iter().filter(|order| !leave_out(order)) {
                let from = Currency::parse(&order.currency).unwrap_or(to);
                let amount = in_currency(&self.portfolio.snapshot, order.amount, from, to)?;
                lines.push(OrderLine {
                    order_no: &order.order_no,
                    kind: &order.kind,
                    state: order.state,
                    amount,
                });
            }
            sum = sum.saturating_add(orders_exposure(lines.into_iter()));
        }
        Ok(sum)
    }

    /// How the payer stands with its other orders.
    pub fn standing(&self, leave_out: &dyn Fn(&OrderRow) -> bool) -> Result<Standing, Problem> {
        let customers: BTreeSet<i64> = self.payer.customers.iter().copied().collect();
        let orders =
            self.orders_of(|account| customers.contains(&account), self.payer.currency, leave_out)?;
        let of_group = self.payer.standing.limits;
        let own = self.payer.own_limits;
        Ok(Standing {
            is_blocked: self.is_blocked,
            orders,
            // The limits of a group on what is outstanding are compared with the group, orders of this moment included.
            limits: CreditLimits {
                outstanding: own.outstanding,
                outstanding_and_orders: own.outstanding_and_orders,
                ..of_group
            },
            ..self.payer.standing.clone()
        })
    }

    /// What the members of the credit group owe with their other orders, and its limits, in the payer's currency.
    pub fn group_use(
        &self,
        leave_out: &dyn Fn(&OrderRow) -> bool,
    ) -> Result<Option<(i64, CreditLimits)>, Problem> {
        let Some(group) = self.group else { return Ok(None) };
        let (snapshot, from, to) = (&self.portfolio.snapshot, group.group.currency, self.payer.currency);
        let convert = |minor: i64| in_currency(snapshot, minor, from, to);
        let book = self.portfolio.payers()?;
        let members = group.members.iter().filter_map(|member| book.get(*member));
        let customers: BTreeSet<i64> = members.flat_map(|m| m.customers.iter().copied()).collect();
        let orders = self.orders_of(|account| customers.contains(&account), to, leave_out)?;
        let limits = CreditLimits {
            outstanding: group.limits.outstanding.map(convert).transpose()?,
            outstanding_and_orders: group.limits.outstanding_and_orders.map(convert).transpose()?,
            ..group.limits
        };
        Ok(Some((convert(group.used.outstanding)?.saturating_add(orders), limits)))
    }

    /// What the orders of the accounts insured under the same sum add, in a currency.
    pub fn insured_orders(
        &self,
        to: Currency,
        leave_out: &dyn Fn(&OrderRow) -> bool,
    ) -> Result<i64, Problem> {
        self.orders_of(|account| self.insured_together.contains(&account), to, leave_out)
    }

    /// The orders of the payer's customers, by account and number.
    pub fn orders(&self) -> impl Iterator<Item = &OrderRow> {
        self.payer.customers.iter().filter_map(|account| self.orders.get(account)).flatten()
    }
}

/// The main buyer whose cover counts for invoices of an account: its own, the one it is co-insured under, or else its payer's.
fn insured_under(portfolio: &Portfolio, customer: i64, payer: i64) -> i64 {
    let snapshot = &portfolio.snapshot;
    if let Some(main) = main_buyer_at(snapshot, customer) {
        return main;
    }
    let has_cover = |buyer: i64| snapshot.covers.get(&buyer).is_some_and(|rows| !rows.is_empty());
    if has_cover(customer) || !has_cover(payer) {
        customer
    } else {
        main_buyer_at(snapshot, payer).unwrap_or(payer)
    }
}
