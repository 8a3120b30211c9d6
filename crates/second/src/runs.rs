//! R8.4: who and what a run looks at, the order of final runs, and their reversal.

use crate::day::Day;
use crate::model::{AccountKey, Cover, CoverKind, Evidence};
use crate::policy::Policy;
use crate::world::{Change, Insurance, Refusal, Run, RunKind, World};
use std::collections::{BTreeMap, HashMap};

/// A main buyer as a run of one policy sees it.
pub(crate) struct RunBuyer<'a> {
    pub main: AccountKey,
    /// The cover in force, or the last one if the buyer has left the policy.
    pub cover: &'a Cover,
    /// Whether the cover is in force under the policy at the key date.
    pub current: bool,
    pub items: Vec<RunItem>,
}

/// An item posted by the key date, with its data before the run.
pub(crate) struct RunItem {
    pub index: usize,
    /// Whether the item's own account belongs to the buyer at the key date; else it is not examined and does not rise.
    pub current: bool,
    pub open: i128,
    pub data: Insurance,
}

impl RunBuyer<'_> {
    pub fn kind(&self) -> CoverKind {
        self.cover.kind
    }
}

impl World {
    /// The buyers of a policy at `key_date` with their items: those covered now, and those whose open items were
    /// examined under the policy before they left it.
    pub(crate) fn run_buyers<'a>(&'a self, policy: &Policy, key_date: Day) -> Vec<RunBuyer<'a>> {
        let mut buyers: BTreeMap<AccountKey, RunBuyer> = BTreeMap::new();
        let mut current: HashMap<&AccountKey, Option<(AccountKey, &Cover)>> = HashMap::new();
        for key in self.buyers.keys() {
            let cover = self.current_cover(key, key_date).filter(|(_, c)| c.policy == policy.policy);
            if let Some((main, cover)) = &cover {
                let items = Vec::new();
                let buyer = RunBuyer { main: main.clone(), cover, current: true, items };
                buyers.entry(main.clone()).or_insert(buyer);
            }
            current.insert(key, cover);
        }
        for (index, row) in self.items.iter().enumerate() {
            if row.posting_date > key_date || !self.in_group(&row.key.company) {
                continue;
            }
            let data = self.insurance(index, key_date);
            let now = current.get(&row.key.account).cloned().flatten();
            let open = self.open(index, key_date);
            let (main, cover, is_current) = match (&data.policy, now) {
                (Some(examined), _) if *examined != policy.policy => continue,
                (_, Some((main, cover))) => (main, cover, true),
                (None, None) => continue,
                (Some(_), None) => match self.last_cover(&row.key.account, &policy.policy, key_date) {
                    Some((main, cover)) => (main, cover, false),
                    None => continue,
                },
            };
            let buyer = buyers.entry(main.clone()).or_insert(RunBuyer {
                main,
                cover,
                current: is_current,
                items: Vec::new(),
            });
            buyer.items.push(RunItem { index, current: is_current, open, data });
        }
        buyers.into_values().filter(|b| b.current || b.items.iter().any(|i| i.open != 0)).collect()
    }

    /// R8.4: forward within the sequence, never before any final run of the policy.
    pub(crate) fn check_order(&self, policy: &str, kind: RunKind, key_date: Day) -> Result<(), Refusal> {
        for run in self.runs.iter().filter(|r| !r.reversed && r.policy == policy) {
            let too_early = if run.kind == kind { key_date <= run.key_date } else { key_date < run.key_date };
            if too_early {
                return Err(Refusal::NotAfterLastRun(self.last_key_date(policy).unwrap_or(run.key_date)));
            }
        }
        Ok(())
    }

    /// R8.3: the first day of the reporting period of a declaration at `key_date`.
    pub(crate) fn period_start(&self, policy: &str, kind: RunKind, key_date: Day) -> Day {
        self.runs
            .iter()
            .filter(|r| !r.reversed && r.policy == policy && r.kind == kind && r.key_date < key_date)
            .map(|r| r.key_date.plus_days(1))
            .max()
            .unwrap_or(key_date.first_of_month())
    }

    /// Writes a final run: its number, the changed insurance data, the evidence it renewed.
    pub(crate) fn commit(
        &mut self,
        policy: &str,
        kind: RunKind,
        key_date: Day,
        changed: Vec<(usize, Insurance)>,
        renewed: Vec<Evidence>,
    ) -> u32 {
        let number = self.runs.len() as u32 + 1;
        self.runs.push(Run { number, policy: policy.to_owned(), kind, key_date, reversed: false });
        for (item, after) in changed {
            self.record(item, key_date, Some(number), Change::Data(Box::new(after)));
        }
        self.evidence.extend(renewed.into_iter().map(|e| Evidence { renewed_by: Some(number), ..e }));
        number
    }

    /// R8.4: reverses the last standing final run of its sequence, unless something later has touched its items; it
    /// restores what the run changed and stays on record.
    pub fn reverse(&mut self, number: u32) -> Result<(), Refusal> {
        let run = self.runs.iter().find(|r| r.number == number && !r.reversed);
        let run = run.cloned().ok_or(Refusal::UnknownRun(number))?;
        let same_sequence = |r: &&Run| !r.reversed && r.policy == run.policy && r.kind == run.kind;
        if self.runs.iter().filter(same_sequence).any(|r| r.number > number) {
            return Err(Refusal::NotLastOfSequence);
        }
        for entries in &self.history {
            let own = entries.iter().filter(|e| e.run == Some(number)).map(|e| e.sequence).max();
            if own.is_some_and(|own| entries.iter().any(|e| e.sequence > own)) {
                return Err(Refusal::TouchedLater);
            }
        }
        for entries in &mut self.history {
            entries.retain(|e| e.run != Some(number));
        }
        self.evidence.retain(|e| e.renewed_by != Some(number));
        for run in &mut self.runs {
            run.reversed |= run.number == number;
        }
        Ok(())
    }
}
