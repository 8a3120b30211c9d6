//! How payers stand at the end of a key date, over all customers they pay for (R9.1, R9.2).

use super::book::{GroupStanding, PayerBook};
use super::tally::{TallySums, converted};
use super::{CompanyOverride, CreditLimitBook, Payers, Tally, behaviour_of_payers, past_due_before};
use crate::buyers::{Expiry, LedgerFigures, bill_state};
use crate::credit::decisions::accepted_excesses;
use crate::credit::policy::in_force_as_of;
use crate::credit::reminders::levels::levels_of_payers;
use crate::credit::work_list::FollowUps;
use crate::deadlines::earliest_deadlines;
use crate::planning::{LedgerScope, SettledItems, main_buyer_at};
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::credit_limit::GroupUse;
use obligo_rules::money::{Currency, div_round};
use obligo_rules::open_amounts::OpenAmounts;
use obligo_rules::payment_behaviour::Behaviour;
use obligo_rules::problem::Problem;
use obligo_rules::standing::{CreditLimits, Standing};
use obligo_store::Tx;
use obligo_store::buyer_block::buyer_block_in_force;
use obligo_store::credit_limit::LimitsOf;
use obligo_store::item::{item_bill_each, item_each};
use obligo_store::order::{OrderRow, order_each};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A payer: whom it pays for and how it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct PayerStanding {
    /// The store's number of its account.
    pub payer: i64,
    /// The accounts it pays for, its own first, the others in their order.
    pub customers: Vec<i64>,
    /// Code of the credit group it belongs to.
    pub group: Option<String>,
    /// Its credit manager; may be empty.
    pub credit_manager: String,
    /// Currency of all amounts here.
    pub currency: Currency,
    /// How it stands; its limits are those that bind: its own or what its group leaves it.
    pub standing: Standing,
    /// Its own limits, whatever its group leaves.
    pub own_limits: CreditLimits,
    /// What companies set instead, in the order of their numbers: shown beside, never instead.
    pub overrides: Vec<CompanyOverride>,
}

/// Every payer in the order of accounts, as of the snapshot. Passes over the ledger a few times: for one payer, see [`standing_of`], for
/// pages [`crate::portfolio::Portfolio::payers`]. Errors: `rate-missing`, `amount-too-large`.
pub fn standings(tx: &Tx<'_>, snapshot: &Snapshot) -> Result<Vec<PayerStanding>, Problem> {
    standings_with(tx, snapshot, &Figures::load(tx, snapshot, None)?)
}

/// The same, where the ledgers of the policies are loaded already.
pub fn standings_with(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    figures: &Figures,
) -> Result<Vec<PayerStanding>, Problem> {
    Ok(all(tx, snapshot, figures, None)?.payers)
}

/// How the payer of one customer stands; `None` for a number that is no account of the day. Errors: as [`standings`], of its own items and
/// those of its credit group.
pub fn standing_of(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    customer: i64,
) -> Result<Option<PayerStanding>, Problem> {
    let (payers, limits) = (Payers::of(snapshot), CreditLimitBook::load(tx, snapshot)?);
    let payer = payers.payer_of(customer);
    let group_of = |payer: i64| limits.members.get(&payer).map(|member| member.credit_group.as_str());
    let group = group_of(payer);
    let is_wanted = |of: i64| of == payer || (group.is_some() && group_of(of) == group);
    let only: HashSet<i64> =
        snapshot.buyers.keys().copied().filter(|buyer| is_wanted(payers.payer_of(*buyer))).collect();
    let figures = Figures::load(tx, snapshot, Some(&only))?;
    Ok(all(tx, snapshot, &figures, Some(&only))?.get(payer).cloned())
}

/// What the ledgers of the policies say, computed elsewhere or here.
pub struct Figures {
    /// Insured sums and what counts against them.
    pub ledgers: LedgerFigures,
    /// The earliest deadline of each account's items.
    pub deadlines: HashMap<i64, Day>,
}

impl Figures {
    /// Loads the ledgers of all policies, or of some accounts only.
    pub fn load(tx: &Tx<'_>, snapshot: &Snapshot, only: Option<&HashSet<i64>>) -> Result<Figures, Problem> {
        // Items of a co-insured account count at its main buyer.
        let with_mains = |only: &HashSet<i64>| {
            let covers = only.iter().filter_map(|buyer| snapshot.covers.get(buyer)).flatten();
            only.iter().copied().chain(covers.filter_map(|row| row.cover.co_insured_under)).collect()
        };
        let scope = LedgerScope { only_buyers: only.map(with_mains), ..LedgerScope::default() };
        Ok(Figures {
            ledgers: LedgerFigures::load_part(tx, snapshot, &scope)?,
            deadlines: earliest_deadlines(tx, snapshot, &scope)?,
        })
    }
}

/// Payers and groups; of these accounts only, if given.
pub(super) fn all(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    figures: &Figures,
    only: Option<&HashSet<i64>>,
) -> Result<PayerBook, Problem> {
    let payers = Payers::of(snapshot);
    let limits = CreditLimitBook::load(tx, snapshot)?;
    let mut tally = Tally::new(snapshot, &payers, limits.apart());
    let settled = SettledItems::load(tx, snapshot.as_of)?;
    let is_wanted = |buyer: i64| only.is_none_or(|only| only.contains(&buyer));
    item_each(
        tx,
        snapshot.as_of,
        |item, amount, _| settled.open(item, amount) != 0,
        |row| {
            if is_wanted(row.facts.buyer_id) {
                tally.add_item(row, settled.open(row.item_id, row.facts.amount));
            }
            Ok(())
        },
    )?;
    item_bill_each(tx, snapshot.as_of, |row| {
        let counts = bill_state(snapshot, row, Expiry::Computed).is_some_and(|state| state.counts);
        if counts && is_wanted(row.facts.buyer_id) {
            tally.add_bill(row, settled.open(row.item_id, row.facts.amount));
        }
        Ok(())
    })?;
    together(tx, snapshot, (&payers, &limits), tally, figures, only)
}

/// The payers of a tally of open items and bills.
pub(crate) fn together(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    (payers, limits): (&Payers, &CreditLimitBook),
    mut tally: Tally<'_>,
    figures: &Figures,
    only: Option<&HashSet<i64>>,
) -> Result<PayerBook, Problem> {
    let is_wanted = |buyer: &i64| only.is_none_or(|only| only.contains(buyer));
    let mut orders: Vec<OrderRow> = Vec::new();
    order_each(tx, |order| {
        if is_wanted(&order.buyer_id) {
            orders.push(order);
        }
        Ok(())
    })?;
    for of_customer in orders.chunk_by(|a, b| a.buyer_id == b.buyer_id) {
        if let Some(first) = of_customer.first() {
            tally.add_orders(first.buyer_id, of_customer)?;
        }
    }
    let maker = Maker {
        snapshot,
        payers,
        limits,
        sums: tally.finish()?,
        insured: insured(snapshot, payers, &figures.ledgers)?,
        accepted: accepted(tx, snapshot, payers)?,
        behaviour: behaviour_of_payers(tx, snapshot, payers)?,
        before: past_due_before(tx, snapshot, payers)?,
        follow_ups: FollowUps::load(tx, snapshot, payers)?,
        reminder_levels: levels_of_payers(tx, snapshot, payers)?,
        blocked: buyer_block_in_force(tx, snapshot.as_of.key_date)?.into_iter().collect(),
    };
    let mut customers: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for buyer in snapshot.buyers.values().filter(|b| b.key.prospect.is_empty() && is_wanted(&b.buyer_id)) {
        customers.entry(payers.payer_of(buyer.buyer_id)).or_default().push(buyer.buyer_id);
    }
    let mut found = Vec::with_capacity(customers.len());
    for (payer, mut customers) in customers {
        customers.sort_by_cached_key(|id| (*id != payer, snapshot.account(*id)));
        let deadline = customers.iter().filter_map(|id| figures.deadlines.get(id)).min().copied();
        found.push(maker.standing(payer, customers, deadline)?);
    }
    found.sort_by_cached_key(|payer| snapshot.account(payer.payer));
    let groups = maker.groups(&mut found)?;
    let policy = in_force_as_of(tx, snapshot.as_of)?;
    Ok(PayerBook::of(found, groups, payers.without_account.clone(), &policy))
}

/// What is insured of a payer. Minor units of its currency.
#[derive(Clone, Copy, Default)]
struct Insured {
    exposure: i64,
    sum: i64,
    uncovered_from: Option<Day>,
    limit_ends: Option<Day>,
}

/// Sums the main buyers with cover by payer: several under one payer add up.
fn insured(
    snapshot: &Snapshot,
    payers: &Payers,
    ledgers: &LedgerFigures,
) -> Result<HashMap<i64, Insured>, Problem> {
    let mut found: HashMap<i64, Insured> = HashMap::new();
    for loaded in snapshot.policies.values() {
        let mains = ledgers.policies.get(&loaded.number).into_iter().flat_map(|p| &p.mains);
        for (id, main) in mains.filter(|(_, main)| main.case.covered) {
            let payer = payers.payer_of(*id);
            let of_payer =
                |minor: i64| converted(snapshot, minor, loaded.policy.currency, payers.currency_of(payer));
            let insured = found.entry(payer).or_default();
            insured.exposure = insured.exposure.saturating_add(of_payer(main.figures.open)?);
            insured.sum = insured.sum.saturating_add(of_payer(main.case.sum)?);
            let earlier = |a: Option<Day>, b: Option<Day>| [a, b].into_iter().flatten().min();
            insured.uncovered_from = earlier(insured.uncovered_from, main.case.uncovered_from);
            let ends = main.case.decision.as_ref().filter(|_| main.case.sum > 0).and_then(|d| d.valid_until);
            insured.limit_ends = earlier(insured.limit_ends, ends);
        }
    }
    // What a co-insured account owes counts at its main buyer (R1.6): its own payer is neither without cover nor above a sum.
    for account in snapshot.buyers.keys() {
        let Some(main) = main_buyer_at(snapshot, *account) else { continue };
        let (own, of_main) = (payers.payer_of(*account), payers.payer_of(main));
        if !found.contains_key(&own)
            && let Some(insured) = found.get(&of_main).copied()
        {
            let sum = converted(snapshot, insured.sum, payers.currency_of(of_main), payers.currency_of(own))?;
            found.insert(own, Insured { exposure: 0, sum, ..insured });
        }
    }
    Ok(found)
}

/// Sums the accepted excesses of the accounts by payer.
fn accepted(tx: &Tx<'_>, snapshot: &Snapshot, payers: &Payers) -> Result<HashMap<i64, i64>, Problem> {
    let mut found: HashMap<i64, i64> = HashMap::new();
    for ((buyer, _), (amount, currency)) in accepted_excesses(tx, snapshot.as_of)? {
        let payer = payers.payer_of(buyer);
        let amount = converted(snapshot, amount, currency, payers.currency_of(payer))?;
        let sum = found.entry(payer).or_default();
        *sum = sum.saturating_add(amount);
    }
    Ok(found)
}

/// Puts standings together.
struct Maker<'a> {
    snapshot: &'a Snapshot,
    payers: &'a Payers,
    limits: &'a CreditLimitBook,
    sums: TallySums,
    insured: HashMap<i64, Insured>,
    /// Excess accepted (R9.4), minor units of the payer's currency.
    accepted: HashMap<i64, i64>,
    behaviour: HashMap<i64, Behaviour>,
    before: HashMap<i64, OpenAmounts>,
    follow_ups: FollowUps,
    /// Highest level of an open item (R9.8).
    reminder_levels: HashMap<i64, u32>,
    /// Blocked by hand (R9.6).
    blocked: HashSet<i64>,
}

impl Maker<'_> {
    fn standing(
        &self,
        payer: i64,
        customers: Vec<i64>,
        deadline: Option<Day>,
    ) -> Result<PayerStanding, Problem> {
        let key_date = self.snapshot.as_of.key_date;
        let sums = self.sums.of(payer);
        let insured = self.insured.get(&payer).copied();
        let behaviour = self.behaviour.get(&payer).copied().unwrap_or_default();
        let before = self.before.get(&payer).copied().unwrap_or_default();
        let own_limits = self.limits.of_payer(self.snapshot, self.payers, payer)?;
        let standing = Standing {
            is_blocked: self.blocked.contains(&payer),
            past_due: sums.past_due,
            outstanding: sums.outstanding,
            orders: sums.orders,
            days_overdue: sums.days_overdue(key_date),
            limits: own_limits,
            insured_exposure: insured.map_or(0, |i| i.exposure),
            insured_sum: insured.map(|i| i.sum),
            accepted_excess: self.accepted.get(&payer).copied().unwrap_or(0),
            uncovered_from: insured.and_then(|i| i.uncovered_from),
            deadline,
            limit_ends: insured.and_then(|i| i.limit_ends),
            days_late: behaviour.recent.days(),
            days_late_before: behaviour.before.days(),
            past_due_percent: percent(sums.past_due, sums.outstanding),
            past_due_percent_before: percent(before.past_due, before.open),
            follow_up: self.follow_ups.due.get(&payer).copied(),
            reminder_level: self.reminder_levels.get(&payer).copied().unwrap_or(0),
        };
        let currency = self.payers.currency_of(payer);
        let mut overrides = Vec::new();
        for company_id in self.limits.companies_of(payer) {
            let whose = LimitsOf { company_id: *company_id, ..LimitsOf::payer(payer) };
            overrides.push(CompanyOverride {
                company_id: *company_id,
                limits: self.limits.limits_in(self.snapshot, &whose, currency)?,
                sums: self.sums.of_company(payer, *company_id),
            });
        }
        let manager = self.snapshot.buyers.get(&payer).map(|b| b.credit_manager.clone());
        Ok(PayerStanding {
            payer,
            customers,
            group: self.group_of(payer),
            credit_manager: manager.unwrap_or_default(),
            currency,
            standing,
            own_limits,
            overrides,
        })
    }

    fn group_of(&self, payer: i64) -> Option<String> {
        let member = self.limits.members.get(&payer)?;
        self.limits.groups.contains_key(&member.credit_group).then(|| member.credit_group.clone())
    }

    /// The groups, and what their limits leave each member.
    fn groups(&self, payers: &mut [PayerStanding]) -> Result<Vec<GroupStanding>, Problem> {
        let mut members: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (n, payer) in payers.iter().enumerate() {
            if let Some(group) = &payer.group {
                members.entry(group.clone()).or_default().push(n);
            }
        }
        let mut found = Vec::new();
        for (code, group) in &self.limits.groups {
            let members = members.remove(code).unwrap_or_default();
            let mut each = Vec::with_capacity(members.len());
            let mut used = GroupUse::default();
            for n in &members {
                let of_member =
                    self.in_currency(&payers[*n].standing, payers[*n].currency, group.currency)?;
                used.add(&of_member);
                each.push(of_member);
            }
            for (n, of_member) in members.iter().zip(&each) {
                let payer = &mut payers[*n];
                let limits = self.limits.limits_in(self.snapshot, &LimitsOf::group(code), payer.currency)?;
                let others = GroupUse {
                    past_due: self.back(used.past_due, of_member.past_due, group.currency, payer.currency)?,
                    outstanding: self.back(
                        used.outstanding,
                        of_member.outstanding,
                        group.currency,
                        payer.currency,
                    )?,
                    orders: self.back(used.orders, of_member.orders, group.currency, payer.currency)?,
                };
                payer.standing.limits = payer.own_limits.bound_by_group(&limits, &others);
            }
            found.push(GroupStanding {
                group: group.clone(),
                used,
                days_overdue: members.iter().filter_map(|n| payers[*n].standing.days_overdue).max(),
                limits: self.limits.limits_in(self.snapshot, &LimitsOf::group(code), group.currency)?,
                members: members.iter().map(|n| payers[*n].payer).collect(),
            });
        }
        Ok(found)
    }

    fn in_currency(&self, standing: &Standing, from: Currency, to: Currency) -> Result<GroupUse, Problem> {
        let used = GroupUse::of(standing);
        Ok(GroupUse {
            past_due: converted(self.snapshot, used.past_due, from, to)?,
            outstanding: converted(self.snapshot, used.outstanding, from, to)?,
            orders: converted(self.snapshot, used.orders, from, to)?,
        })
    }

    /// What the others use, in a member's currency.
    fn back(&self, all: i64, own: i64, from: Currency, to: Currency) -> Result<i64, Problem> {
        converted(self.snapshot, all.saturating_sub(own), from, to)
    }
}

/// What is past due in whole per cent of what is open, rounded; `None` where nothing is owed.
fn percent(past_due: i64, open: i64) -> Option<i32> {
    if open <= 0 {
        return None;
    }
    i32::try_from(div_round(i128::from(past_due) * 100, open.into())?).ok()
}
