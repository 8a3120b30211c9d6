//! R5: the insured amount.

use crate::day::Day;
use crate::model::ItemKind;
use crate::policy::Policy;
use crate::runs::RunBuyer;
use crate::stop::States;
use crate::world::{Refusal, World};

impl World {
    /// R5.2 for one buyer: sets `insured` in `states`.
    pub(crate) fn allocate(
        &self,
        buyer: &RunBuyer,
        states: &mut States,
        policy: &Policy,
        sum: i128,
        uncovered_from: Option<Day>,
    ) -> Result<(), Refusal> {
        let mut debits = Vec::new();
        let mut used = 0;
        let mut credits = 0;
        // Step 1.
        for item in buyer.items.iter().filter(|i| i.open != 0) {
            let data = &states[&item.index];
            if data.status != 'K' {
                continue;
            }
            let insurable = self.insurable(item.index, data, policy, item.open)?;
            if self.items[item.index].key.kind.is_debit() {
                let insured = data.insured.min(insurable);
                used += insured;
                if let Some(data) = states.get_mut(&item.index) {
                    data.insured = insured;
                }
                debits.push((item, insurable));
            } else if !self.blocked(item.index, uncovered_from) {
                credits += insurable.abs();
            }
        }
        // Step 2. A buyer who has left the policy has the sum 0.
        let freed = if policy.credits_free_room { credits } else { 0 };
        let mut room = if sum == 0 { 0 } else { sum - used + freed };
        // Step 3.
        debits.sort_by_key(|(item, _)| {
            let row = &self.items[item.index];
            let data = &states[&item.index];
            let start = data.receivable_start.or(row.receivable_start);
            let dated = if row.key.kind == ItemKind::Bill {
                start.unwrap_or(row.document_date)
            } else {
                row.document_date
            };
            (dated, row.net_due_date, row.key.clone())
        });
        for (item, insurable) in debits {
            if room <= 0 || !item.current || self.blocked(item.index, uncovered_from) {
                continue;
            }
            if let Some(data) = states.get_mut(&item.index) {
                let raise = (insurable - data.insured).min(room).max(0);
                data.insured += raise;
                room -= raise;
            }
        }
        Ok(())
    }
}
