//! Changes of insurance data by people (R4.1, R5.1, R7.6).

use crate::day::Day;
use crate::model::{AccountKey, Cover, CoverKind, ItemKey};
use crate::world::{Change, Refusal, World};

/// What a person changes; `None` leaves the datum, `Some(None)` empties it.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// Status.
    pub status: Option<char>,
    /// Insured amount, policy's currency.
    pub insured: Option<i128>,
    /// Maximum payment term date.
    pub max_term: Option<Option<Day>>,
    /// Overdue date.
    pub overdue: Option<Option<Day>>,
    /// Exclusion date.
    pub exclusion: Option<Option<Day>>,
    /// Non-payment report due.
    pub non_payment_report: Option<Option<Day>>,
    /// Collection hand-over due.
    pub collection: Option<Option<Day>>,
    /// End of waiting period.
    pub waiting_end: Option<Option<Day>>,
    /// Claim filing due.
    pub filing: Option<Option<Day>>,
    /// Base period end.
    pub base_end: Option<Option<Day>>,
    /// Flag *new receivables uncovered*.
    pub blocks_new: Option<bool>,
    /// Follow-up flag.
    pub follow_up: Option<bool>,
    /// Follow-up date.
    pub follow_up_on: Option<Option<Day>>,
    /// Reporting status.
    pub reporting_status: Option<Option<char>>,
    /// Receivable start.
    pub receivable_start: Option<Option<Day>>,
}

impl World {
    /// Records an edit. It belongs to the last final run of the item's policy before it and shows from that key date on.
    pub fn edit(&mut self, key: &ItemKey, edit: &Edit) -> Result<(), Refusal> {
        let item = self.item_index(key).ok_or(Refusal::UnknownItem)?;
        let before = self.insurance(item, Day::MAX);
        let mut after = before.clone();
        let insurable = self.insurable_open(item, &before, Day::MAX).unwrap_or(0);
        after.status = edit.status.unwrap_or(before.status);
        if let Some(insured) = edit.insured {
            let carries = after.status == 'K' && self.items[item].key.kind.is_debit();
            if insured < 0 || insured > insurable.max(0) || (insured > 0 && !carries) {
                return Err(Refusal::InsuredOutOfBounds);
            }
            after.insured = insured;
        } else if after.status != 'K' && before.insured > 0 {
            // What is stored counts, settled or not: a payment may come back.
            return Err(Refusal::StatusKeepsInsured);
        }
        let dates = &mut after.dates;
        let set = |field: &mut Option<Day>, value: Option<Option<Day>>| {
            if let Some(value) = value {
                *field = value;
            }
        };
        set(&mut dates.max_term, edit.max_term);
        set(&mut dates.overdue, edit.overdue);
        set(&mut dates.exclusion, edit.exclusion);
        set(&mut dates.non_payment_report, edit.non_payment_report);
        set(&mut dates.collection, edit.collection);
        set(&mut dates.waiting_end, edit.waiting_end);
        set(&mut dates.filing, edit.filing);
        set(&mut dates.base_end, edit.base_end);
        after.loss_dates_by_hand |= edit.waiting_end.is_some() || edit.filing.is_some();
        if let Some(flag) = edit.blocks_new {
            after.blocks_new = flag;
            after.blocks_by_hand = flag;
        }
        after.follow_up = edit.follow_up.unwrap_or(before.follow_up);
        set(&mut after.follow_up_on, edit.follow_up_on);
        after.reporting_status = edit.reporting_status.unwrap_or(before.reporting_status);
        set(&mut after.receivable_start, edit.receivable_start);
        if after == before {
            return Ok(());
        }
        let policy =
            before.policy.clone().or_else(|| self.policy_by_hand(&self.items[item].key.account, Day::MAX));
        // A person's decision is an examination: from now on the item belongs to the policy (R4.1).
        if after.status != '?' {
            after.policy.clone_from(&policy);
        }
        let last = match policy {
            Some(policy) => self.last_key_date(&policy),
            None => self.runs.iter().filter(|r| !r.reversed).map(|r| r.key_date).max(),
        };
        let effective = last.unwrap_or(Day::MIN).max(self.latest_effective(item).unwrap_or(Day::MIN));
        self.record(item, effective, None, Change::Edit(Box::new((before, after))));
        Ok(())
    }

    /// The policy of an item no run has given one: its buyer's, or the last its buyer had.
    pub(crate) fn policy_by_hand(&self, account: &AccountKey, day: Day) -> Option<String> {
        let own = self.cover_row(account, day);
        let main = own.and_then(|c| c.co_insured_under.as_ref()).unwrap_or(account);
        let of_main = |c: &&Cover| {
            c.key == *main && c.valid_from <= day && matches!(c.kind, CoverKind::Named | CoverKind::Unnamed)
        };
        let cover = match self.cover_row(main, day) {
            Some(cover) => Some(cover).filter(of_main),
            None => self.covers.iter().filter(of_main).max_by_key(|c| c.valid_from),
        };
        cover.map(|c| c.policy.clone())
    }
}
