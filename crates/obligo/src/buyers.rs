//! The list of buyers as of a date: cover, insured sum, what is open and insured of it, room, stop of cover, duty to offer,
//! bill liability and own credit limit (R1.4 to R1.10, R2.5, R4.7).

mod accounts;
mod bills;
mod figures;
mod line;

pub use accounts::{Account, Accounts};
pub use bills::{BillLiability, BillState, Expiry, bill_liability, bill_state};
pub use figures::{Figures, LedgerFigures, MainBuyer, PolicyFigures};
pub use line::line_over_insured_sum;

use crate::limits::{is_pending, state_of};
use crate::offers::Offers;
use crate::planning::SettledItems;
use crate::session::{Session, point_in_time};
use crate::snapshot::{LoadedPolicy, Snapshot};
use line::{BuyerLine, Summary};
use obligo_rules::calendar::Day;
use obligo_rules::limit::{LimitDecision, limit_in_force};
use obligo_rules::money::{Currency, div_round};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::buyer::Buyer;
use obligo_store::item::item_each;
use obligo_store::limit::LimitRow;
use serde_json::Value;
use std::collections::HashMap;

/// Which buyers, as of when.
#[derive(Clone, Debug)]
pub struct BuyersRequest {
    /// Valid at.
    pub as_of: Day,
    /// Known at.
    pub known_at: Option<Day>,
    /// Policy code.
    pub policy: Option<String>,
    /// Part of account, name, legal entity or one of the numbers, whatever the case.
    pub search: Option<String>,
    /// Also accounts without any cover, limit, credit limit or open item.
    pub all: bool,
}

/// Visits a line per account, co-insured and uninsured ones and prospects included, in the order of accounts; an account with
/// open items under a policy it has left has another line for that policy, without the figures of the account as a whole. The
/// summary counts them and sums the main buyers by policy. Errors: `policy-not-found`, `rate-missing`. Roles: viewer.
pub fn buyers(
    session: &mut Session,
    request: &BuyersRequest,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<Value, Problem> {
    let today = session.today();
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, point_in_time(tx, request.as_of, request.known_at)?)?;
        buyers_in(tx, &snapshot, today, request, visit)
    })
}

/// See [`buyers`], within a transaction.
pub fn buyers_in(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    today: Day,
    request: &BuyersRequest,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<Value, Problem> {
    Ok(buyers_with(tx, snapshot, today, request, visit)?.0)
}

/// See [`buyers`]; gives the figures the lines are made of too.
pub fn buyers_with(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    today: Day,
    request: &BuyersRequest,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<(Value, LedgerFigures), Problem> {
    if let Some(code) = &request.policy {
        snapshot.policy(code)?;
    }
    let list = BuyerList::load(tx, snapshot, today)?;
    let mut in_order: Vec<&Buyer> = snapshot.buyers.values().collect();
    in_order.sort_by(|a, b| (!a.key.prospect.is_empty(), &a.key).cmp(&(!b.key.prospect.is_empty(), &b.key)));
    let mut summary = Summary::default();
    for buyer in in_order {
        let account = list.accounts.get(buyer.buyer_id);
        if !request.search.as_deref().is_none_or(|text| account.is_found_by(text)) {
            continue;
        }
        for (n, policy) in list.policies_of(&account).into_iter().enumerate() {
            let of_policy = |code: &String| policy.is_some_and(|p| p.policy.policy == *code);
            if !request.policy.as_ref().is_none_or(of_policy) || !(request.all || list.is_active(&account)) {
                continue;
            }
            let line = list.line(&account, policy, n == 0);
            summary.add(&line, account.main.is_none());
            visit(line.json(snapshot))?;
        }
    }
    Ok((summary.json(request, list.expiry), list.ledgers))
}

/// Everything the lines are made of.
struct BuyerList<'a> {
    snapshot: &'a Snapshot,
    accounts: Accounts<'a>,
    ledgers: LedgerFigures,
    /// Open balance of items that count under no policy, by account, in its line's currency.
    loose: HashMap<i64, Option<i64>>,
    bills: HashMap<i64, BillLiability>,
    expiry: Expiry,
    offers: Offers<'a>,
    limits: HashMap<i64, Vec<&'a LimitRow>>,
}

impl<'a> BuyerList<'a> {
    fn load(tx: &Tx<'_>, snapshot: &'a Snapshot, today: Day) -> Result<BuyerList<'a>, Problem> {
        let accounts = Accounts::of(snapshot);
        let ledgers = LedgerFigures::load(tx, snapshot)?;
        let settled = SettledItems::load(tx, snapshot.as_of)?;
        let mut loose: HashMap<i64, Option<i64>> = HashMap::new();
        item_each(
            tx,
            snapshot.as_of,
            |item, amount, _| !ledgers.holds(item) && settled.open(item, amount) != 0,
            |row| {
                if snapshot.is_insured_company(row.facts.company_id) {
                    let open = settled.open(row.item_id, row.facts.amount);
                    let sum = loose.entry(row.facts.buyer_id).or_insert(Some(0));
                    let added = accounts.in_line_currency(snapshot, row, open);
                    *sum = sum.zip(added).map(|(sum, more)| sum.saturating_add(more));
                }
                Ok(())
            },
        )?;
        let mut limits: HashMap<i64, Vec<&LimitRow>> = HashMap::new();
        for row in snapshot.limits.values().flatten() {
            limits.entry(row.buyer_id).or_default().push(row);
        }
        let expiry = Expiry::of(tx, snapshot, today)?;
        Ok(BuyerList {
            bills: bill_liability(tx, snapshot, &accounts, &settled, expiry)?,
            offers: Offers::load(tx, snapshot, &accounts, &settled)?,
            snapshot,
            accounts,
            ledgers,
            loose,
            expiry,
            limits,
        })
    }

    /// The policies an account has a line for: its own first, then those it has left with items open.
    fn policies_of(&self, account: &Account<'_>) -> Vec<Option<&'a LoadedPolicy>> {
        let own = account.policy.map(|p| p.number);
        let by_number = |number: u16| self.snapshot.policies.values().find(|p| p.number == number);
        let left = self.ledgers.policies.keys().copied().filter(|number| {
            Some(*number) != own && self.ledgers.account(*number, account.buyer.buyer_id).items > 0
        });
        let mut all: Vec<_> = own.into_iter().chain(left).map(by_number).collect();
        if all.is_empty() {
            all.push(None);
        }
        all
    }

    fn is_active(&self, account: &Account<'_>) -> bool {
        let id = account.buyer.buyer_id;
        self.snapshot.covers.contains_key(&id)
            || self.limits.contains_key(&id)
            || self.loose.contains_key(&id)
            || self.bills.contains_key(&id)
            || account.buyer.credit_limit.is_some()
            || self.ledgers.policies.values().any(|p| p.accounts.contains_key(&id))
    }

    fn line(
        &self,
        account: &Account<'a>,
        policy: Option<&'a LoadedPolicy>,
        is_primary: bool,
    ) -> BuyerLine<'a> {
        let id = account.buyer.buyer_id;
        let main_id = account.main.unwrap_or(id);
        let main = policy.and_then(|p| self.ledgers.main(p.number, main_id));
        let own = policy.map(|p| self.ledgers.account(p.number, id)).unwrap_or_default();
        let figures = main.filter(|_| account.main.is_none()).map_or(own, |main| main.figures);
        let sum = main.filter(|m| m.case.covered).map_or(0, |m| m.case.sum);
        let (currency, loose) = match policy {
            Some(p) if account.policy.is_none() => (p.policy.currency, None),
            _ => (self.accounts.currency(account), self.loose.get(&id).copied()),
        };
        let loose = loose.unwrap_or(Some(0));
        let bills = self.bills.get(&id).copied().unwrap_or_default();
        // A bill that counts as liability stands among the open items as long as it is not settled.
        let balance = loose.zip(bills.open).map(|(loose, bills)| own.open + loose - bills);
        let exposure = balance.zip(bills.shown).map(|(balance, bills)| balance.saturating_add(bills));
        let main_cover = account.main.map_or(account.cover, |main| self.accounts.cover(self.snapshot, main));
        BuyerLine {
            policy,
            currency,
            is_primary,
            figures,
            open: loose.map(|loose| figures.open.saturating_add(loose)),
            insured_sum: account.main.is_none().then_some(sum),
            room: match (account.main, policy) {
                (None, Some(p)) => Some(figures.room(&p.policy, sum)),
                (None, None) => Some(0),
                (Some(_), _) => None,
            },
            co_insured_accounts: main.filter(|_| account.main.is_none()).map_or(0, |m| m.co_insured_accounts),
            uncovered_from: main.and_then(|m| m.case.uncovered_from),
            declined_on: main_cover.and_then(|row| row.cover.declined_on),
            must_be_offered: if is_primary { self.offers.must_be_offered(id) } else { None },
            bills,
            credit_exposure: exposure,
            credit_limit_exceeded: self.exceeds(account.buyer.credit_limit, account, currency, exposure),
            bill_limit_exceeded: self.exceeds(account.buyer.bill_limit, account, currency, bills.shown),
            limit: self.limit(id, policy),
            request: self.request(id, policy),
            account: account.clone(),
        }
    }

    /// Whether a figure in the line's currency is above an own limit of the account (R1.8); `None` where a rate is missing.
    fn exceeds(
        &self,
        limit: Option<i64>,
        account: &Account<'_>,
        to: Currency,
        figure: Option<i64>,
    ) -> Option<bool> {
        let Some(limit) = limit else { return Some(false) };
        let from = Currency::parse(&account.buyer.currency).unwrap_or(to);
        let rate = self.snapshot.rates.rate(to, from, self.snapshot.as_of.key_date).ok()?;
        let (n, d) = rate.fraction(from.exponent(), to.exponent());
        Some(figure? > div_round(i128::from(limit) * n, d)?)
    }

    /// The decision in force under the line's policy; of an uninsured buyer or prospect the one that began last.
    fn limit(&self, buyer_id: i64, policy: Option<&LoadedPolicy>) -> Option<&'a LimitRow> {
        let rows = self.limit_rows(buyer_id, policy);
        let decisions: Vec<LimitDecision> = rows.iter().map(|row| row.decision.clone()).collect();
        let found = limit_in_force(&decisions, self.snapshot.as_of.key_date)?;
        rows.into_iter().find(|row| row.decision.id == found.id)
    }

    /// The latest request still without a counting answer.
    fn request(&self, buyer_id: i64, policy: Option<&LoadedPolicy>) -> Option<&'a LimitRow> {
        let rows = self.limit_rows(buyer_id, policy);
        let key_date = self.snapshot.as_of.key_date;
        let pending = (0..rows.len()).rev().find(|n| {
            let row = rows[*n];
            row.requested_on.is_none_or(|day| day <= key_date)
                && row.requested_amount.is_some()
                && row.decision.counted_amount().is_none()
                && is_pending(state_of(&rows, *n, None, key_date))
        })?;
        rows.get(pending).copied()
    }

    fn limit_rows(&self, buyer_id: i64, policy: Option<&LoadedPolicy>) -> Vec<&'a LimitRow> {
        let of_policy = |row: &&LimitRow| policy.is_none_or(|p| row.policy_id == p.number);
        let mut rows: Vec<&LimitRow> =
            self.limits.get(&buyer_id).into_iter().flatten().copied().filter(of_policy).collect();
        rows.sort_by_key(|row| row.decision.id);
        rows
    }
}
