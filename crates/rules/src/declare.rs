//! Declaration runs (R8): what a buyer's balance or turnover is, and the insured amounts that go with it (R5).

use crate::allocate::{Candidate, allocate};
use crate::calendar::Day;
use crate::cap::allocate_capped;
use crate::codes::{BuyerKind, InsuranceStatus, ItemKind};
use crate::item::{Insurance, Item};
use crate::ledger::{BuyerCase, Ledger};
use crate::policy::{Policy, Procedure};
use crate::reason::InsuredReason;
use crate::status::examine;
use crate::stop::is_blocked;
use std::collections::{BTreeMap, HashMap};

/// What a declaration run is asked (R8.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DeclareParameters {
    /// Named or unnamed buyers.
    pub buyers: BuyerKind,
    /// The key date.
    pub key_date: Day,
    /// First day of the reporting period of the turnover procedure (R8.3).
    pub period_start: Day,
    /// Number of the policy, kept with the items it examines.
    pub policy_number: u16,
}

/// What is declared of one main buyer; minor units of the policy's currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct BuyerDeclaration {
    /// Position in [`Ledger::cases`].
    pub case: u32,
    /// Insured sum at the key date.
    pub insured_sum: i64,
    /// Receivables (R8.2).
    pub receivables: i64,
    /// Bills of exchange (R8.2).
    pub bills: i64,
    /// Credits netted, as a positive amount (R8.2).
    pub credits: i64,
    /// Turnover of the period (R8.3), may be negative.
    pub turnover: i64,
    /// Open beyond the base period (R8.3).
    pub time_premium_base: i64,
    /// What is declared.
    pub declared: i64,
    /// Open `K` debit items in full, for the exposure beside the declared amount.
    pub insurable_open: i64,
}

impl BuyerDeclaration {
    /// Adds the amounts of another line to these, for totals.
    pub fn add(&mut self, line: &BuyerDeclaration) {
        for (sum, amount) in [
            (&mut self.insured_sum, line.insured_sum),
            (&mut self.receivables, line.receivables),
            (&mut self.bills, line.bills),
            (&mut self.credits, line.credits),
            (&mut self.turnover, line.turnover),
            (&mut self.time_premium_base, line.time_premium_base),
            (&mut self.declared, line.declared),
            (&mut self.insurable_open, line.insurable_open),
        ] {
            *sum = sum.saturating_add(amount);
        }
    }
}

/// One item that a run changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ItemChange {
    /// Position in [`Ledger::items`].
    pub position: u32,
    /// Insurance data after.
    pub after: Insurance,
}

/// A declaration run as planned: complete, nothing left to decide.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DeclarationPlan {
    /// A line per main buyer of the kind, in the ledger's order.
    pub buyers: Vec<BuyerDeclaration>,
    /// Changed items, in the ledger's order.
    pub changes: Vec<ItemChange>,
}

/// Plans a declaration run over the buyers of its kind. Changes nothing.
#[must_use]
pub fn plan_declaration(policy: &Policy, ledger: &Ledger, parameters: &DeclareParameters) -> DeclarationPlan {
    let mut plan = DeclarationPlan::default();
    let mut capped: Vec<BuyerWork> = Vec::new();
    let mut work = BuyerWork::default();
    let of_kind = |(_, case): &(usize, &BuyerCase)| case.kind == parameters.buyers;
    let declared = |(position, _): &(usize, &BuyerCase)| ledger.is_declared(*position);
    for (position, case) in ledger.cases.iter().enumerate().filter(of_kind).filter(declared) {
        work.begin(policy, ledger, position, parameters);
        if case.caps.is_empty() {
            let start = ledger.range(position).start;
            allocate(case.sum, work.credits, &mut work.candidates, |a, b| {
                ledger.allocation_order(start + a.position as usize, start + b.position as usize)
            });
            work.finish(policy, ledger, parameters, &mut plan);
        } else {
            capped.push(std::mem::take(&mut work));
        }
    }
    if !capped.is_empty() {
        allocate_capped(ledger, &mut capped);
        for work in &mut capped {
            work.finish(policy, ledger, parameters, &mut plan);
        }
        plan.buyers.sort_unstable_by_key(|line| line.case);
        plan.changes.sort_unstable_by_key(|change| change.position);
    }
    plan
}

/// One main buyer under way: its items after examination, and those that take part in the allocation.
#[derive(Default)]
pub(crate) struct BuyerWork {
    /// Position in [`Ledger::cases`].
    pub(crate) case: usize,
    after: Vec<Insurance>,
    /// In any order; `position` is the item's within the buyer.
    pub(crate) candidates: Vec<Candidate>,
    /// Credits that free room.
    pub(crate) credits: i64,
    /// Whether a cap kept an amount from rising.
    pub(crate) capped: bool,
}

impl BuyerWork {
    /// Examines the buyer's items and gathers what can be insured.
    fn begin(&mut self, policy: &Policy, ledger: &Ledger, position: usize, parameters: &DeclareParameters) {
        let case = &ledger.cases[position];
        let range = ledger.range(position);
        let items = &ledger.items[range];
        (self.case, self.credits, self.capped) = (position, 0, false);
        self.after.clear();
        self.after.extend(items.iter().map(|item| {
            examine(policy, parameters.policy_number, case, &ledger.accounts[item.account as usize], item)
        }));
        self.candidates.clear();
        for (offset, item) in items.iter().enumerate() {
            if self.after[offset].status != InsuranceStatus::Insurable || item.open == 0 {
                continue;
            }
            let stopped = is_blocked(item, case.uncovered_from);
            if item.is_debit() {
                // A branch whose cover ended keeps what it has, as any buyer does (R5.4); its credits still count.
                let covered = ledger.accounts[item.account as usize].covered;
                let blocked = stopped || (case.covered && !covered);
                self.candidates.push(Candidate {
                    insurable_open: item.insurable_open,
                    insured: self.after[offset].insured,
                    date: item.allocation_date(),
                    net_due_date: item.net_due_date,
                    position: offset as u32,
                    blocked,
                });
            } else if !stopped && policy.declaration.credits_free_room {
                self.credits = self.credits.saturating_add(-item.insurable_open);
            }
        }
    }

    /// Writes the insured amounts back, with their reasons, and adds the buyer's line and changes to the plan.
    fn finish(
        &mut self,
        policy: &Policy,
        ledger: &Ledger,
        parameters: &DeclareParameters,
        plan: &mut DeclarationPlan,
    ) {
        let case = &ledger.cases[self.case];
        let range = ledger.range(self.case);
        let items = &ledger.items[range.clone()];
        for candidate in &self.candidates {
            let insurance = &mut self.after[candidate.position as usize];
            let by_hand =
                insurance.insured_reason == InsuredReason::ByHand && insurance.insured == candidate.insured;
            insurance.insured = candidate.insured;
            insurance.insured_reason = match candidate {
                c if c.insured == c.insurable_open => InsuredReason::Full,
                _ if by_hand => InsuredReason::ByHand,
                c if c.blocked => InsuredReason::Blocked,
                _ if case.sum <= 0 => InsuredReason::SumZero,
                _ if self.capped => InsuredReason::Capped,
                c if c.insured > 0 => InsuredReason::Border,
                _ => InsuredReason::NoRoom,
            };
        }
        for insurance in self.after.iter_mut().filter(|i| {
            i.status != InsuranceStatus::Insurable
                && i.status != InsuranceStatus::Unexamined
                && i.insured_reason == InsuredReason::NotDeclared
        }) {
            insurance.insured_reason = InsuredReason::NotInsurable;
        }
        for (offset, (item, after)) in items.iter().zip(&self.after).enumerate() {
            if *after != item.insurance {
                plan.changes.push(ItemChange { position: (range.start + offset) as u32, after: *after });
            }
        }
        let mut sum = Contribution::default();
        for (item, after) in items.iter().zip(&self.after) {
            sum.add(&contribution(policy, case, item, after, parameters));
        }
        plan.buyers.push(line_of(policy, self.case, case, &sum));
    }
}

/// What one item brings to its buyer's line, by column.
pub(crate) fn contribution(
    policy: &Policy,
    case: &BuyerCase,
    item: &Item,
    after: &Insurance,
    parameters: &DeclareParameters,
) -> Contribution {
    let mut brought = Contribution::default();
    if after.status != InsuranceStatus::Insurable {
        return brought;
    }
    let blocked = is_blocked(item, case.uncovered_from);
    if policy.declaration.procedure == Procedure::Turnover {
        let kind = matches!(item.kind, ItemKind::Invoice | ItemKind::DebitNote | ItemKind::CreditNote);
        let in_period =
            item.posting_date >= parameters.period_start && item.posting_date <= parameters.key_date;
        if kind && !item.residual && in_period && !blocked {
            brought.turnover = item.amount;
        }
    }
    if item.open == 0 {
        return brought;
    }
    // Exceeding amounts are declared too, but never of a blocked item (R8.2).
    let value = if policy.declaration.exceeding_amounts && !blocked {
        item.insurable_open
    } else {
        after.insured.min(item.insurable_open)
    };
    match policy.declaration.procedure {
        Procedure::Balance if item.kind == ItemKind::Bill => brought.bills = value,
        Procedure::Balance if item.is_debit() => brought.receivables = value,
        Procedure::Balance if !blocked => brought.credits = -item.insurable_open,
        Procedure::Turnover if is_beyond_base_period(after, parameters.key_date) => {
            if item.is_debit() {
                brought.time_premium_base = value;
            } else if !blocked {
                brought.time_premium_base = item.insurable_open;
            }
        }
        Procedure::Balance | Procedure::Turnover => {}
    }
    if item.is_debit() {
        brought.insurable_open = item.insurable_open;
    }
    brought
}

fn is_beyond_base_period(after: &Insurance, key_date: Day) -> bool {
    after.deadlines.base_period_end.is_some_and(|end| end < key_date)
}

/// Columns of a declaration as items add up to them: before floors and caps, credits as positive amounts; minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Contribution {
    /// Receivables (R8.2).
    pub receivables: i64,
    /// Bills of exchange (R8.2).
    pub bills: i64,
    /// Credits netted (R8.2).
    pub credits: i64,
    /// Turnover of the period (R8.3).
    pub turnover: i64,
    /// Open beyond the base period, less credits beyond it (R8.3).
    pub time_premium_base: i64,
    /// Open `K` debit items in full.
    pub insurable_open: i64,
}

impl Contribution {
    fn add(&mut self, other: &Contribution) {
        for (sum, more) in [
            (&mut self.receivables, other.receivables),
            (&mut self.bills, other.bills),
            (&mut self.credits, other.credits),
            (&mut self.turnover, other.turnover),
            (&mut self.time_premium_base, other.time_premium_base),
            (&mut self.insurable_open, other.insurable_open),
        ] {
            *sum = sum.saturating_add(more);
        }
    }
}

/// The buyer's line out of what its items bring: the balance never below 0 (R8.2), turnover floored at 0 and, unless exceeding amounts
/// are reported, capped at the sum, the time premium base never below 0 (R8.3).
fn line_of(policy: &Policy, position: usize, case: &BuyerCase, sum: &Contribution) -> BuyerDeclaration {
    let declared = match policy.declaration.procedure {
        Procedure::Balance => sum.receivables.saturating_add(sum.bills).saturating_sub(sum.credits).max(0),
        Procedure::Turnover if policy.declaration.exceeding_amounts => sum.turnover.max(0),
        Procedure::Turnover => sum.turnover.max(0).min(case.sum),
    };
    BuyerDeclaration {
        case: position as u32,
        insured_sum: case.sum,
        receivables: sum.receivables,
        bills: sum.bills,
        credits: sum.credits,
        turnover: sum.turnover,
        time_premium_base: sum.time_premium_base.max(0),
        declared,
        insurable_open: sum.insurable_open,
    }
}

/// A buyer's line broken down by account and company, for internal use only (R8.5): floors and caps apply to the buyer as a whole, so
/// the parts need not add up to what is declared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BreakDown {
    /// Position in [`Ledger::cases`].
    pub case: u32,
    /// Position in [`Ledger::accounts`].
    pub account: u32,
    /// Position of the company in the ledger's names.
    pub company: u16,
    /// What its items bring.
    pub brought: Contribution,
}

/// Breaks a planned declaration down by buyer, account and company (R8.5).
#[must_use]
pub fn break_down(
    policy: &Policy,
    ledger: &Ledger,
    parameters: &DeclareParameters,
    plan: &DeclarationPlan,
) -> Vec<BreakDown> {
    let after: HashMap<u32, &Insurance> = plan.changes.iter().map(|c| (c.position, &c.after)).collect();
    let mut parts: BTreeMap<(u32, u32, u16), Contribution> = BTreeMap::new();
    for line in &plan.buyers {
        let case = &ledger.cases[line.case as usize];
        for position in ledger.range(line.case as usize) {
            let item = &ledger.items[position];
            let insurance = after.get(&(position as u32)).copied().unwrap_or(&item.insurance);
            let brought = contribution(policy, case, item, insurance, parameters);
            if brought != Contribution::default() {
                parts.entry((line.case, item.account, item.company)).or_default().add(&brought);
            }
        }
    }
    let part = |((case, account, company), brought)| BreakDown { case, account, company, brought };
    parts.into_iter().map(part).collect()
}
