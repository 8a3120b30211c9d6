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
            allocate(case.sum, work.credits, &mut work.candidates);
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
    /// In the order of R5.2; `position` is the item's within the buyer.
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
        let items = &ledger.items[range.clone()];
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
            // A branch whose cover ended keeps what it has, as any buyer does (R5.4).
            let covered = ledger.accounts[item.account as usize].covered;
            let blocked = is_blocked(item, case.uncovered_from) || (case.covered && !covered);
            if item.is_debit() {
                self.candidates.push(Candidate {
                    insurable_open: item.insurable_open,
                    insured: self.after[offset].insured,
                    date: item.allocation_date(),
                    net_due_date: item.net_due_date,
                    position: offset as u32,
                    blocked,
                });
            } else if !blocked && policy.declaration.credits_free_room {
                self.credits = self.credits.saturating_add(-item.insurable_open);
            }
        }
        let start = range.start;
        self.candidates.sort_unstable_by(|a, b| {
            (a.date, a.net_due_date).cmp(&(b.date, b.net_due_date)).then_with(|| {
                ledger.allocation_order(start + a.position as usize, start + b.position as usize)
            })
        });
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
        let mut line =
            BuyerDeclaration { case: self.case as u32, insured_sum: case.sum, ..BuyerDeclaration::default() };
        match policy.declaration.procedure {
            Procedure::Balance => declare_balance(policy, case, items, &self.after, &mut line),
            Procedure::Turnover => declare_turnover(policy, case, items, &self.after, parameters, &mut line),
        }
        plan.buyers.push(line);
    }
}

/// What an open `K` debit item is worth in a declaration (R8.2).
fn declared_value(policy: &Policy, case: &BuyerCase, item: &Item, after: &Insurance) -> i64 {
    if policy.declaration.exceeding_amounts && !is_blocked(item, case.uncovered_from) {
        item.insurable_open
    } else {
        after.insured.min(item.insurable_open)
    }
}

/// The balance of a buyer: receivables + bills - credits, never below 0 (R8.2).
fn declare_balance(
    policy: &Policy,
    case: &BuyerCase,
    items: &[Item],
    after: &[Insurance],
    line: &mut BuyerDeclaration,
) {
    for (item, after) in open_insurable(items, after) {
        if item.is_debit() {
            let value = declared_value(policy, case, item, after);
            let sum = if item.kind == ItemKind::Bill { &mut line.bills } else { &mut line.receivables };
            *sum = sum.saturating_add(value);
            line.insurable_open = line.insurable_open.saturating_add(item.insurable_open);
        } else if !is_blocked(item, case.uncovered_from) {
            line.credits = line.credits.saturating_add(-item.insurable_open);
        }
    }
    line.declared = line.receivables.saturating_add(line.bills).saturating_sub(line.credits).max(0);
}

/// Turnover of the period and what is open beyond the base period (R8.3).
fn declare_turnover(
    policy: &Policy,
    case: &BuyerCase,
    items: &[Item],
    after: &[Insurance],
    parameters: &DeclareParameters,
    line: &mut BuyerDeclaration,
) {
    for (item, after) in items.iter().zip(after) {
        let kind = matches!(item.kind, ItemKind::Invoice | ItemKind::DebitNote | ItemKind::CreditNote);
        let counts = kind && !item.residual;
        let in_period =
            item.posting_date >= parameters.period_start && item.posting_date <= parameters.key_date;
        let insurable = after.status == InsuranceStatus::Insurable;
        if counts && in_period && insurable && !is_blocked(item, case.uncovered_from) {
            line.turnover = line.turnover.saturating_add(item.amount);
        }
    }
    let mut credits = 0i64;
    let mut beyond = 0i64;
    for (item, after) in open_insurable(items, after) {
        let is_beyond = after.deadlines.base_period_end.is_some_and(|end| end < parameters.key_date);
        if item.is_debit() {
            line.insurable_open = line.insurable_open.saturating_add(item.insurable_open);
            if is_beyond {
                beyond = beyond.saturating_add(declared_value(policy, case, item, after));
            }
        } else if is_beyond && !is_blocked(item, case.uncovered_from) {
            credits = credits.saturating_add(-item.insurable_open);
        }
    }
    line.time_premium_base = beyond.saturating_sub(credits).max(0);
    let floored = line.turnover.max(0);
    line.declared = if policy.declaration.exceeding_amounts { floored } else { floored.min(case.sum) };
}

fn open_insurable<'a>(
    items: &'a [Item],
    after: &'a [Insurance],
) -> impl Iterator<Item = (&'a Item, &'a Insurance)> {
    items
        .iter()
        .zip(after)
        .filter(|(item, after)| item.open != 0 && after.status == InsuranceStatus::Insurable)
}
