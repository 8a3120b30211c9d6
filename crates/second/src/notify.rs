//! R7: the overdue notification run.

use crate::day::Day;
use crate::model::ItemKey;
use crate::policy::Policy;
use crate::runs::{RunBuyer, RunItem};
use crate::status::Standing;
use crate::stop::States;
use crate::world::{Dates, Insurance, Refusal, RunKind, World};

/// R7.1: which deadlines are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All.
    All,
    /// Overdue and exclusion date.
    Overdue,
    /// Non-payment report, collection, end of waiting period.
    Default,
}

/// A line of the notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotifyLine {
    /// Item.
    pub item: ItemKey,
    /// Open amount, item's currency, negative for credits.
    pub open: i128,
    /// The same in the policy's currency, gross.
    pub open_in_policy: i128,
    /// Insured amount, at most the insurable open amount; policy's currency.
    pub insured: i128,
    /// Amount shown, policy's currency; of a credit its insurable open amount, negative.
    pub amount: i128,
    /// The date of the deadline that gives the status after.
    pub deadline: Option<Day>,
    /// Reporting status before.
    pub status_before: Option<char>,
    /// Reporting status after.
    pub status_after: Option<char>,
    /// Flag *new receivables uncovered* after.
    pub blocks_new: bool,
    /// Whether the line is an open credit item of a buyer with reported items.
    pub credit: bool,
}

/// A notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotifyResult {
    /// Number of the final run; `None` for a preview.
    pub run: Option<u32>,
    /// Lines by main buyer, debit items first, then in recorded order.
    pub lines: Vec<NotifyLine>,
}

struct Parameters<'a> {
    policy: &'a Policy,
    key_date: Day,
    scope: Scope,
    repeat_from: Option<Day>,
    exceeding: bool,
}

/// R7.4: `S > E > N > A > counter > blank`.
fn severity(status: Option<char>) -> u32 {
    match status {
        None => 0,
        Some('A') => 10,
        Some('N') => 11,
        Some('E') => 12,
        Some('S') => 13,
        Some(counter) => counter.to_digit(10).unwrap_or(0),
    }
}

fn deadline_of(status: Option<char>, dates: &Dates) -> Option<Day> {
    match status? {
        'A' => dates.exclusion,
        'N' => dates.non_payment_report,
        'E' => dates.collection,
        'S' => dates.waiting_end,
        _ => dates.overdue,
    }
}

impl Parameters<'_> {
    fn reached(&self, date: Option<Day>) -> bool {
        date.is_some_and(|date| self.policy.reached(date, self.key_date))
    }

    /// R7.4: the statuses whose dates in scope are reached; `1` stands for the counter.
    fn candidates(&self, dates: &Dates) -> Vec<char> {
        let mut found = Vec::new();
        if self.scope != Scope::Default {
            if self.reached(dates.overdue) {
                found.push('1');
            }
            if self.reached(dates.exclusion) {
                // R3.3: without an exclusion period `A` is not used.
                found.push(if self.policy.exclusion_days.is_some() { 'A' } else { '1' });
            }
        }
        if self.scope != Scope::Overdue {
            for (date, status) in
                [(dates.non_payment_report, 'N'), (dates.collection, 'E'), (dates.waiting_end, 'S')]
            {
                if self.reached(date) {
                    found.push(status);
                }
            }
        }
        found
    }

    /// R7.4: already reported on or after the repeat-run start; a start on or after the key date is ignored.
    fn protected(&self, data: &Insurance) -> bool {
        self.repeat_from
            .filter(|start| *start < self.key_date)
            .is_some_and(|start| data.reported_on.is_some_and(|on| on >= start))
    }

    fn follow_up_due(&self, data: &Insurance) -> bool {
        data.follow_up && self.reached(data.follow_up_on)
    }

    /// R7.4: the reporting status after the run.
    fn status_after(&self, data: &Insurance, candidates: &[char]) -> Option<char> {
        let before = data.reporting_status;
        let mut best = before;
        for candidate in candidates {
            let status = if *candidate == '1' { self.counter(data) } else { Some(*candidate) };
            if severity(status) > severity(best) {
                best = status;
            }
        }
        best
    }

    fn counter(&self, data: &Insurance) -> Option<char> {
        if self.protected(data) {
            return data.reporting_status;
        }
        let rises = self.policy.repeat_every_final_run || self.follow_up_due(data);
        match data.reporting_status {
            None => Some('1'),
            Some('1') if rises => Some('2'),
            Some('2') if rises => Some('3'),
            other => other,
        }
    }
}

impl World {
    /// R7.1: the overdue notification of a policy at `key_date`. `exceeding`: `None` = as in policy. A preview writes
    /// nothing.
    pub fn notify(
        &mut self,
        policy: &str,
        key_date: Day,
        scope: Scope,
        repeat_from: Option<Day>,
        exceeding: Option<bool>,
        final_run: bool,
    ) -> Result<NotifyResult, Refusal> {
        let terms = self.policy(policy)?.clone();
        if final_run {
            self.check_order(policy, RunKind::Notify, key_date)?;
        }
        let exceeding = exceeding.unwrap_or(terms.exceeding_amounts);
        let parameters = Parameters { policy: &terms, key_date, scope, repeat_from, exceeding };
        let mut lines = Vec::new();
        let mut changed = Vec::new();
        for buyer in self.run_buyers(&terms, key_date) {
            let mut states = self.assigned(&buyer, &parameters)?;
            lines.extend(self.notify_buyer(&buyer, &mut states, &parameters)?);
            for item in &buyer.items {
                if states[&item.index] != item.data {
                    changed.push((item.index, states[&item.index].clone()));
                }
            }
        }
        let run = if final_run {
            Some(self.commit(policy, RunKind::Notify, key_date, changed, Vec::new()))
        } else {
            None
        };
        Ok(NotifyResult { run, lines })
    }

    /// R7.2: assigns missing statuses and dates to the open items.
    fn assigned(&self, buyer: &RunBuyer, p: &Parameters) -> Result<States, Refusal> {
        let sum = if buyer.current { self.insured_sum(buyer.cover, p.policy, p.key_date, None)? } else { 0 };
        let standing = Standing { cover: buyer.cover, policy: p.policy, sum, key_date: p.key_date };
        let mut states = States::new();
        for item in &buyer.items {
            let after = if buyer.current && item.current && item.open != 0 {
                self.examined(item.index, &item.data, &standing)?
            } else {
                item.data.clone()
            };
            states.insert(item.index, after);
        }
        Ok(states)
    }

    /// R7.2–R7.5 for one buyer: its lines, and in `states` what a final run stores.
    fn notify_buyer(
        &self,
        buyer: &RunBuyer,
        states: &mut States,
        p: &Parameters,
    ) -> Result<Vec<NotifyLine>, Refusal> {
        let listed = self.listed(buyer, states, p)?;
        let mut lines = Vec::new();
        for item in &listed {
            let data = states[&item.index].clone();
            let insurable = self.insurable(item.index, &data, p.policy, item.open)?;
            let insured = data.insured.min(insurable);
            let mut after = data.clone();
            after.reporting_status = p.status_after(&data, &p.candidates(&data.dates));
            // R6.1, whatever the scope.
            if p.policy.automatic_block
                && !data.blocks_new
                && p.reached(data.dates.exclusion)
                && (p.policy.block_any || insured > 0)
            {
                after.blocks_new = true;
                after.blocks_by_hand = false;
            }
            if !p.protected(&data) {
                after.reported_on = Some(p.key_date);
                if p.follow_up_due(&data) {
                    after.follow_up = false;
                }
            }
            lines.push(NotifyLine {
                item: self.items[item.index].key.clone(),
                open: item.open,
                open_in_policy: self.gross(item.index, &data, p.policy, item.open)?,
                insured,
                amount: if p.exceeding { insurable } else { insured },
                deadline: deadline_of(after.reporting_status, &after.dates),
                status_before: data.reporting_status,
                status_after: after.reporting_status,
                blocks_new: after.blocks_new,
                credit: false,
            });
            states.insert(item.index, after);
        }
        if listed.is_empty() {
            return Ok(lines);
        }
        for item in buyer.items.iter().filter(|i| i.open != 0) {
            let row = &self.items[item.index];
            if row.key.kind.is_debit() {
                continue;
            }
            let data = &states[&item.index];
            lines.push(NotifyLine {
                item: row.key.clone(),
                open: item.open,
                open_in_policy: self.gross(item.index, data, p.policy, item.open)?,
                insured: 0,
                amount: self.insurable(item.index, data, p.policy, item.open)?,
                deadline: None,
                status_before: data.reporting_status,
                status_after: data.reporting_status,
                blocks_new: data.blocks_new,
                credit: true,
            });
        }
        Ok(lines)
    }

    /// R7.2, R7.3: the debit items with a reached deadline in scope, as far as the reporting limit lets them through.
    fn listed<'b>(
        &self,
        buyer: &'b RunBuyer,
        states: &States,
        p: &Parameters,
    ) -> Result<Vec<&'b RunItem>, Refusal> {
        let mut exceeding = Vec::new();
        let mut total = 0;
        for item in buyer.items.iter().filter(|i| i.open != 0) {
            let data = &states[&item.index];
            let selected = self.items[item.index].key.kind.is_debit()
                && matches!(data.status, 'K' | 'M' | 'I' | 'C' | 'Z')
                && !p.candidates(&data.dates).is_empty();
            if selected {
                let open = self.gross(item.index, data, p.policy, item.open)?;
                total += open;
                exceeding.push((item, open));
            }
        }
        let passes = |open: i128| match p.policy.notification_limit {
            None => true,
            Some(limit) if p.policy.limit_per_buyer => total >= limit,
            Some(limit) => open >= limit,
        };
        Ok(exceeding.into_iter().filter(|(_, open)| passes(*open)).map(|(item, _)| item).collect())
    }
}
