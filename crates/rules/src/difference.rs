//! Why what the books say of a buyer differs from what is declared of it (R8.2, R8.3): every amount that is not declared, by its reason.

use crate::codes::{InsuranceStatus, ItemKind};
use crate::declare::{DeclarationPlan, DeclareParameters, contribution};
use crate::item::{Insurance, Item};
use crate::ledger::Ledger;
use crate::policy::{Policy, Procedure};
use crate::stop::is_blocked;
use std::collections::{BTreeMap, HashMap};

/// Why an amount of the books is not declared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DifferenceReason {
    /// The items have another status than insurable (R4).
    Status(InsuranceStatus),
    /// VAT, where it is not insured (R5.1).
    Vat,
    /// The items are blocked by a stop of cover (R6.2).
    Blocked,
    /// It is above the insured sum, or not insured yet (R5.2).
    AboveSum,
    /// Credits beyond what is declared: a declaration is never below 0.
    Floor,
}

/// A main buyer's amount in the books, and what of it is not declared; minor units of the policy's currency. The books' amount is what is
/// declared and all parts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BuyerDifference {
    /// Position in [`Ledger::cases`].
    pub case: u32,
    /// Balance procedure: the balance, gross. Turnover procedure: invoices and debit notes less credit notes posted in the period, gross or
    /// net as VAT is insured.
    pub booked: i64,
    /// What is declared (R8.2, R8.3).
    pub declared: i64,
    /// What is not, by reason; credits negative.
    pub parts: BTreeMap<DifferenceReason, i64>,
}

impl BuyerDifference {
    fn part(&mut self, reason: DifferenceReason, amount: i64) {
        if amount != 0 {
            let sum = self.parts.entry(reason).or_default();
            *sum = sum.saturating_add(amount);
        }
    }
}

/// The differences of a planned declaration, a line for each of its buyers.
#[must_use]
pub fn differences(
    policy: &Policy,
    ledger: &Ledger,
    parameters: &DeclareParameters,
    plan: &DeclarationPlan,
) -> Vec<BuyerDifference> {
    let after: HashMap<u32, &Insurance> = plan.changes.iter().map(|c| (c.position, &c.after)).collect();
    let of_buyer = |line: &crate::declare::BuyerDeclaration| {
        let case = &ledger.cases[line.case as usize];
        let mut found =
            BuyerDifference { case: line.case, declared: line.declared, ..BuyerDifference::default() };
        let mut brought_by_all: i64 = 0;
        for position in ledger.range(line.case as usize) {
            let item = &ledger.items[position];
            let insurance = after.get(&(position as u32)).copied().unwrap_or(&item.insurance);
            let Some((booked, insurable)) = in_books(policy, parameters, item) else { continue };
            found.booked = found.booked.saturating_add(booked);
            if insurance.status != InsuranceStatus::Insurable {
                found.part(DifferenceReason::Status(insurance.status), booked);
                continue;
            }
            let brought = contribution(policy, case, item, insurance, parameters);
            let brought = match policy.declaration.procedure {
                Procedure::Balance => brought.receivables + brought.bills - brought.credits,
                Procedure::Turnover => brought.turnover,
            };
            let reason = if is_blocked(item, case.uncovered_from) {
                DifferenceReason::Blocked
            } else {
                DifferenceReason::AboveSum
            };
            found.part(DifferenceReason::Vat, booked - insurable);
            found.part(reason, insurable - brought);
            brought_by_all = brought_by_all.saturating_add(brought);
        }
        let rest = brought_by_all - line.declared;
        found.part(if rest < 0 { DifferenceReason::Floor } else { DifferenceReason::AboveSum }, rest);
        found
    };
    plan.buyers.iter().map(of_buyer).collect()
}

/// What an item comes to in the books, and its insurable part; `None` for one that the procedure does not look at.
fn in_books(policy: &Policy, parameters: &DeclareParameters, item: &Item) -> Option<(i64, i64)> {
    match policy.declaration.procedure {
        Procedure::Balance => (item.open != 0).then_some((item.open, item.insurable_open)),
        Procedure::Turnover => {
            let is_turnover =
                matches!(item.kind, ItemKind::Invoice | ItemKind::DebitNote | ItemKind::CreditNote);
            let period = parameters.period_start..=parameters.key_date;
            let counts = is_turnover && !item.residual && period.contains(&item.posting_date);
            counts.then_some((item.amount, item.amount))
        }
    }
}
