//! R4: the ladder of the insurance status.

use crate::day::Day;
use crate::model::{Cover, CoverKind, ItemKind};
use crate::policy::Policy;
use crate::sum::{counting_amount, declined_from};
use crate::world::{Insurance, Refusal, World};

/// What the ladder needs to know of the main buyer at the key date.
pub(crate) struct Standing<'a> {
    pub cover: &'a Cover,
    pub policy: &'a Policy,
    pub sum: i128,
    pub key_date: Day,
}

impl World {
    /// R4.1, R4.2, R3.9: the insurance data after examination. Only `?`, blank and `I` are examined; whatever is, has its
    /// rate and dates fixed if they are not yet, and its policy once it has a status.
    pub(crate) fn examined(
        &self,
        item: usize,
        data: &Insurance,
        at: &Standing,
    ) -> Result<Insurance, Refusal> {
        let mut after = data.clone();
        if after.rate.is_none() {
            after.rate = Some(self.item_rate(item, data, at.policy)?);
        }
        if after.fixed {
            self.fill_loss_dates(item, &mut after, at.policy, at.key_date);
        } else {
            self.fix_dates(item, &mut after, at);
        }
        if matches!(data.status, '?' | ' ' | 'I')
            && let Some(status) = self.ladder(item, &after, at)
        {
            after.status = status;
        }
        // An item that stays unexamined is free for another policy.
        if after.policy.is_none() && !matches!(after.status, '?' | ' ') {
            after.policy = Some(at.policy.policy.clone());
        }
        Ok(after)
    }

    /// R3.9: fixes the dates, keeping those a person has set before.
    fn fix_dates(&self, item: usize, data: &mut Insurance, at: &Standing) {
        let decision = match at.cover.kind {
            CoverKind::Named => self.limit_in_force(&at.policy.policy, &at.cover.key, at.key_date),
            _ => None,
        };
        let computed = self.dates(item, data, at.policy, decision, at.key_date);
        let by_hand = data.dates.clone();
        data.dates.max_term = by_hand.max_term.or(computed.max_term);
        data.dates.overdue = by_hand.overdue.or(computed.overdue);
        data.dates.exclusion = by_hand.exclusion.or(computed.exclusion);
        data.dates.non_payment_report = by_hand.non_payment_report.or(computed.non_payment_report);
        data.dates.collection = by_hand.collection.or(computed.collection);
        data.dates.waiting_end = by_hand.waiting_end.or(computed.waiting_end);
        data.dates.filing = by_hand.filing.or(computed.filing);
        data.dates.base_end = by_hand.base_end.or(computed.base_end);
        data.fixed = true;
    }

    /// R4.2, in its order; `None` = unchanged.
    fn ladder(&self, item: usize, data: &Insurance, at: &Standing) -> Option<char> {
        let row = &self.items[item];
        let debit = row.key.kind.is_debit();
        if row.key.kind == ItemKind::Bill {
            return Some('M');
        }
        if self.secured(item) {
            return Some('S');
        }
        if self.excluded(item, at) {
            return Some('E');
        }
        if debit && data.dates.max_term.is_some_and(|max_term| row.net_due_date > max_term) {
            return Some('Z');
        }
        if at.sum > 0 {
            return Some(if data.status == 'I' || self.admitted(item, at) { 'K' } else { 'O' });
        }
        if self.cancelled(item, at) {
            return Some(if debit { 'C' } else { 'D' });
        }
        let decided = at.cover.kind == CoverKind::Named
            && self.limit_in_force(&at.policy.policy, &at.cover.key, at.key_date).is_some();
        (debit && decided).then_some('I')
    }

    /// `S`: the item says so, or its payment terms are among the company's secured ones.
    fn secured(&self, item: usize) -> bool {
        let row = &self.items[item];
        let of_company = |c: &&crate::model::Company| c.company == row.key.company;
        row.secured
            || self
                .companies
                .iter()
                .find(of_company)
                .is_some_and(|c| c.secured_terms.contains(&row.payment_terms))
    }

    /// `E`: category of the main buyer, own country, dispute.
    fn excluded(&self, item: usize, at: &Standing) -> bool {
        let row = &self.items[item];
        let category = self.buyers.get(&at.cover.key).map_or("", |b| b.category.as_str());
        let category = if category.is_empty() { "company" } else { category };
        let country = self.buyers.get(&row.key.account).map_or("", |b| b.country.as_str());
        let excludes = |word: &str| at.policy.exclude.iter().any(|x| x == word);
        let country_out =
            !at.policy.countries.is_empty() && !at.policy.countries.iter().any(|c| c == country);
        excludes(category) || country_out || (excludes("disputed") && self.disputed(item, at.key_date))
    }

    /// A dispute lasts from the item's flag or a `dispute` event to a `dispute_end`.
    fn disputed(&self, item: usize, key_date: Day) -> bool {
        let mut events = self.events_of(item, key_date);
        events.sort_by_key(|e| e.date);
        events.into_iter().fold(self.items[item].disputed, |state, e| match e.event.as_str() {
            "dispute" => true,
            "dispute_end" => false,
            _ => state,
        })
    }

    /// R4.3, given that the sum is 0 at the key date.
    fn cancelled(&self, item: usize, at: &Standing) -> bool {
        let row = &self.items[item];
        let date = if at.policy.cancelled_by_posting { row.posting_date } else { row.document_date };
        if at.cover.kind == CoverKind::Unnamed {
            return declined_from(at.cover, at.policy).is_some_and(|declined| {
                declined <= date && self.unnamed_sum(at.cover, at.policy, declined.plus_days(-1), None) > 0
            });
        }
        let had_begun = self.limits.iter().any(|l| {
            l.policy == at.policy.policy
                && l.key == at.cover.key
                && counting_amount(l).is_some_and(|amount| amount > 0)
                && l.valid_from.is_some_and(|from| from <= date)
        });
        had_begun && self.named_sum_own_currency(at.cover, at.policy, date) == 0
    }

    /// R4.4: exactly one of the two tests applies.
    fn admitted(&self, item: usize, at: &Standing) -> bool {
        let document = self.items[item].document_date;
        let within =
            |start: Day, months: Option<i32>| months.is_some_and(|m| document >= start.plus_months(-m));
        if document < at.policy.valid_from {
            return within(at.policy.valid_from, at.policy.max_age_months_at_start);
        }
        let start = match at.cover.kind {
            CoverKind::Unnamed => Some(at.cover.valid_from),
            _ => self
                .limits
                .iter()
                .filter(|l| l.policy == at.policy.policy && l.key == at.cover.key)
                .filter(|l| counting_amount(l).is_some_and(|amount| amount > 0))
                .filter_map(|l| l.valid_from)
                .min(),
        };
        match start {
            Some(start) if document < start => within(start, at.policy.max_age_months_new_buyer),
            _ => true,
        }
    }
}
