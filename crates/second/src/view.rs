//! R0.4: items as of a day.

use crate::day::Day;
use crate::model::ItemKey;
use crate::world::{Dates, World};

/// An item posted by the day, settled or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemView {
    /// Item.
    pub item: ItemKey,
    /// Document date; of a residual, the origin's.
    pub document_date: Day,
    /// Policy under which it was first examined.
    pub policy: Option<String>,
    /// Open amount, item's currency, negative for credits.
    pub open: i128,
    /// Insurable open amount, policy's currency, negative for credits; `None` without a policy or rate.
    pub insurable_open: Option<i128>,
    /// Status.
    pub status: char,
    /// Insured amount: the smaller of what was stored and the insurable open amount.
    pub insured: i128,
    /// Dates.
    pub dates: Dates,
    /// Reporting status.
    pub reporting_status: Option<char>,
    /// Date of the last report.
    pub reported_on: Option<Day>,
    /// Follow-up flag.
    pub follow_up: bool,
    /// Follow-up date.
    pub follow_up_on: Option<Day>,
    /// Flag *new receivables uncovered*.
    pub blocks_new: bool,
}

impl World {
    /// Every item posted on or before `day`, in recorded order, as the last final run up to that day left it.
    #[must_use]
    pub fn items_as_of(&self, day: Day) -> Vec<ItemView> {
        let posted = (0..self.items.len()).filter(|&i| self.items[i].posting_date <= day);
        let view = |item: usize| {
            let row = &self.items[item];
            let data = self.insurance(item, day);
            let insurable_open = self.insurable_open(item, &data, day);
            ItemView {
                item: row.key.clone(),
                document_date: row.document_date,
                policy: data.policy.clone(),
                open: self.open(item, day),
                insurable_open,
                status: data.status,
                insured: data.insured.min(insurable_open.unwrap_or(0).max(0)),
                dates: data.dates,
                reporting_status: data.reporting_status,
                reported_on: data.reported_on,
                follow_up: data.follow_up,
                follow_up_on: data.follow_up_on,
                blocks_new: data.blocks_new,
            }
        };
        posted.map(view).collect()
    }
}
