//! R8.1–R8.3: the declaration run.

use crate::day::Day;
use crate::model::{AccountKey, CoverKind, Evidence, ItemKind};
use crate::policy::Policy;
use crate::runs::{RunBuyer, RunItem};
use crate::status::Standing;
use crate::stop::States;
use crate::sum::counts_as_turnover;
use crate::world::{Insurance, Refusal, RunKind, World};

/// A line of a declaration, or its totals; minor units of the policy's currency.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeclareLine {
    /// Main buyer; empty in the totals.
    pub buyer: AccountKey,
    /// Insured sum at the key date.
    pub insured_sum: i128,
    /// Balance procedure: receivables.
    pub receivables: i128,
    /// Balance procedure: bills.
    pub bills: i128,
    /// Balance procedure: credits, positive.
    pub credits: i128,
    /// What is declared.
    pub declared: i128,
    /// Turnover procedure: turnover, possibly negative.
    pub turnover: i128,
    /// Turnover procedure: base of the time premium.
    pub time_premium_base: i128,
}

/// A declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclareResult {
    /// Number of the final run; `None` for a preview.
    pub run: Option<u32>,
    /// Every buyer of the kind, by account.
    pub lines: Vec<DeclareLine>,
    /// Sums of the lines.
    pub totals: DeclareLine,
}

struct Plan {
    lines: Vec<DeclareLine>,
    changed: Vec<(usize, Insurance)>,
    renewed: Vec<Evidence>,
}

impl World {
    /// R8.1: the declaration of a policy for named or unnamed buyers at `key_date`; a preview writes nothing.
    pub fn declare(
        &mut self,
        policy: &str,
        key_date: Day,
        named: bool,
        final_run: bool,
    ) -> Result<DeclareResult, Refusal> {
        let kind = if named { RunKind::DeclareNamed } else { RunKind::DeclareUnnamed };
        let terms = self.policy(policy)?.clone();
        if final_run {
            self.check_order(policy, kind, key_date)?;
        }
        let plan = self.plan_declaration(&terms, key_date, kind)?;
        let mut totals = DeclareLine::default();
        for line in &plan.lines {
            totals.insured_sum += line.insured_sum;
            totals.receivables += line.receivables;
            totals.bills += line.bills;
            totals.credits += line.credits;
            totals.declared += line.declared;
            totals.turnover += line.turnover;
            totals.time_premium_base += line.time_premium_base;
        }
        let run = if final_run {
            Some(self.commit(policy, kind, key_date, plan.changed, plan.renewed))
        } else {
            None
        };
        Ok(DeclareResult { run, lines: plan.lines, totals })
    }

    fn plan_declaration(&self, policy: &Policy, key_date: Day, kind: RunKind) -> Result<Plan, Refusal> {
        let wanted = if kind == RunKind::DeclareNamed { CoverKind::Named } else { CoverKind::Unnamed };
        let from = self.period_start(&policy.policy, kind, key_date);
        let in_period = |item: &RunItem| (from..=key_date).contains(&self.items[item.index].posting_date);
        let mut plan = Plan { lines: Vec::new(), changed: Vec::new(), renewed: Vec::new() };
        for buyer in self.run_buyers(policy, key_date).iter().filter(|b| b.kind() == wanted) {
            let mut sum = 0;
            if buyer.current {
                let mut renewed = None;
                if buyer.kind() == CoverKind::Unnamed {
                    let items: Vec<usize> = buyer.items.iter().map(|i| i.index).collect();
                    renewed = self.renewed_experience(buyer.cover, policy, key_date, &items)?;
                }
                sum = self.insured_sum(buyer.cover, policy, key_date, renewed.as_ref())?;
                plan.renewed.extend(renewed);
            }
            let mut states = States::new();
            for item in &buyer.items {
                // R4.6.
                let looks = item.open != 0 || (policy.turnover_procedure && in_period(item));
                let standing = Standing { cover: buyer.cover, policy, sum, key_date };
                let after = if buyer.current && item.current && looks {
                    self.examined(item.index, &item.data, &standing)?
                } else {
                    item.data.clone()
                };
                states.insert(item.index, after);
            }
            let uncovered_from = self.stop_date(buyer, &states, policy, key_date);
            self.allocate(buyer, &mut states, policy, sum, uncovered_from)?;
            let mut line =
                DeclareLine { buyer: buyer.main.clone(), insured_sum: sum, ..DeclareLine::default() };
            if policy.turnover_procedure {
                self.turnover_line(&mut line, buyer, &states, policy, key_date, uncovered_from, &in_period)?;
            } else {
                self.balance_line(&mut line, buyer, &states, policy, uncovered_from)?;
            }
            plan.lines.push(line);
            for item in &buyer.items {
                if states[&item.index] != item.data {
                    plan.changed.push((item.index, states[&item.index].clone()));
                }
            }
        }
        Ok(plan)
    }

    /// R8.2: the insured amount, or the insurable open amount where exceeding amounts are reported; blocked items count
    /// with their insured amount only.
    fn declared_value(
        &self,
        item: &RunItem,
        data: &Insurance,
        policy: &Policy,
        blocked: bool,
    ) -> Result<i128, Refusal> {
        let insurable = self.insurable(item.index, data, policy, item.open)?;
        Ok(if policy.exceeding_amounts && !blocked { insurable } else { data.insured.min(insurable) })
    }

    /// R8.2.
    fn balance_line(
        &self,
        line: &mut DeclareLine,
        buyer: &RunBuyer,
        states: &States,
        policy: &Policy,
        uncovered_from: Option<Day>,
    ) -> Result<(), Refusal> {
        for item in buyer.items.iter().filter(|i| i.open != 0) {
            let data = &states[&item.index];
            let kind = self.items[item.index].key.kind;
            let blocked = self.blocked(item.index, uncovered_from);
            if data.status != 'K' {
                continue;
            }
            if kind == ItemKind::Bill {
                line.bills += self.declared_value(item, data, policy, blocked)?;
            } else if kind.is_debit() {
                line.receivables += self.declared_value(item, data, policy, blocked)?;
            } else if !blocked {
                line.credits += self.insurable(item.index, data, policy, item.open)?.abs();
            }
        }
        line.declared = (line.receivables + line.bills - line.credits).max(0);
        Ok(())
    }

    /// R8.3: both lists.
    #[allow(clippy::too_many_arguments)]
    fn turnover_line(
        &self,
        line: &mut DeclareLine,
        buyer: &RunBuyer,
        states: &States,
        policy: &Policy,
        key_date: Day,
        uncovered_from: Option<Day>,
        in_period: &dyn Fn(&RunItem) -> bool,
    ) -> Result<(), Refusal> {
        let mut base = 0;
        for item in &buyer.items {
            let row = &self.items[item.index];
            let data = &states[&item.index];
            let blocked = self.blocked(item.index, uncovered_from);
            if data.status != 'K' {
                continue;
            }
            // A residual is the rest of a document that has been declared.
            if in_period(item) && !blocked && counts_as_turnover(row.key.kind) && row.origin.is_none() {
                line.turnover += self.insurable(item.index, data, policy, row.amount)?;
            }
            if item.open == 0 || data.dates.base_end.is_none_or(|end| end >= key_date) {
                continue;
            }
            if row.key.kind.is_debit() {
                base += self.declared_value(item, data, policy, blocked)?;
            } else if !blocked {
                base -= self.insurable(item.index, data, policy, item.open)?.abs();
            }
        }
        line.declared = line.turnover.max(0);
        if !policy.exceeding_amounts {
            line.declared = line.declared.min(line.insured_sum);
        }
        line.time_premium_base = base.max(0);
        Ok(())
    }
}
