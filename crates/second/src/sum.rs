//! R2: the insured sum.

use crate::day::Day;
use crate::model::{AccountKey, Buyer, Cover, CoverKind, Evidence, EvidenceKind, ItemKind, Limit};
use crate::money::{exponent, share_converted};
use crate::policy::Policy;
use crate::world::{Insurance, Refusal, World};

/// R2.2: the amount a decision counts with, or `None` if it does not count.
#[must_use]
pub fn counting_amount(limit: &Limit) -> Option<i128> {
    match limit.response {
        None | Some(2 | 5 | 9) => limit.amount,
        Some(4) if limit.conditions_met => limit.amount,
        Some(3 | 8) => Some(0),
        _ => None,
    }
}

/// R2.3: from when on the sum is 0: `declined_on`, or the date of a recommended limit of 1 or less of an unnamed buyer.
#[must_use]
pub fn declined_from(cover: &Cover, policy: &Policy) -> Option<Day> {
    let one = 10_i128.pow(exponent(&policy.currency));
    let recommended = match cover.recommended_limit {
        Some(limit) if cover.kind == CoverKind::Unnamed && limit <= one => {
            Some(cover.recommended_from.unwrap_or(cover.valid_from))
        }
        _ => None,
    };
    match (cover.declined_on, recommended) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

impl World {
    /// R2.2: of the decisions that count, begun and not expired at `day`, the one with the latest `valid_from`; at equal
    /// dates the later recorded.
    #[must_use]
    pub fn limit_in_force(&self, policy: &str, main: &AccountKey, day: Day) -> Option<&Limit> {
        self.limits
            .iter()
            .filter(|l| l.policy == policy && l.key == *main && counting_amount(l).is_some())
            .filter(|l| l.valid_from.is_some_and(|from| from <= day))
            .filter(|l| l.valid_until.is_none_or(|until| until >= day))
            .max_by_key(|l| l.valid_from)
    }

    /// R2: the insured sum of a main buyer at `day`, minor units of the policy's currency. `renewed` is evidence a run is
    /// about to record.
    pub fn insured_sum(
        &self,
        cover: &Cover,
        policy: &Policy,
        day: Day,
        renewed: Option<&Evidence>,
    ) -> Result<i128, Refusal> {
        if cover.kind == CoverKind::Unnamed {
            return Ok(self.unnamed_sum(cover, policy, day, renewed));
        }
        let amount = self.named_sum_own_currency(cover, policy, day);
        let Some(limit) = self.limit_in_force(&policy.policy, &cover.key, day) else { return Ok(0) };
        if amount == 0 || limit.currency.is_empty() || limit.currency == policy.currency {
            return Ok(amount);
        }
        let rate = self
            .rates
            .at(&policy.currency, &limit.currency, day)
            .ok_or_else(|| Refusal::NoRate(policy.currency.clone(), limit.currency.clone(), day))?;
        Ok(share_converted(amount, (1, 1), &limit.currency, &policy.currency, rate))
    }

    /// R2.2: the named sum in the currency of its decision.
    pub(crate) fn named_sum_own_currency(&self, cover: &Cover, policy: &Policy, day: Day) -> i128 {
        if cover.declined_on.is_some_and(|declined| declined <= day) {
            return 0;
        }
        self.limit_in_force(&policy.policy, &cover.key, day).and_then(counting_amount).unwrap_or(0)
    }

    /// R2.3: of each kind of evidence only the latest dated on or before `day` decides; the later recorded of equals.
    fn latest_evidence<'a>(
        &'a self,
        main: &AccountKey,
        kind: EvidenceKind,
        day: Day,
        renewed: Option<&'a Evidence>,
    ) -> Option<&'a Evidence> {
        self.evidence
            .iter()
            .chain(renewed)
            .filter(|e| e.key == *main && e.kind == kind && e.date <= day)
            .max_by_key(|e| e.date)
    }

    /// R2.3: the unnamed sum at `day`.
    #[must_use]
    pub fn unnamed_sum(&self, cover: &Cover, policy: &Policy, day: Day, renewed: Option<&Evidence>) -> i128 {
        if declined_from(cover, policy).is_some_and(|declined| declined <= day) {
            return 0;
        }
        let dated_within = |kind, months: Option<i32>| {
            let evidence = self.latest_evidence(&cover.key, kind, day, renewed)?;
            (evidence.positive && evidence.date.plus_months(months?) >= day).then_some(())
        };
        let mut ceilings = vec![0];
        if dated_within(EvidenceKind::AgencyReport, policy.agency_report_months).is_some() {
            ceilings.extend(policy.offering_threshold);
        }
        if dated_within(EvidenceKind::BankReference, policy.bank_reference_months).is_some() {
            ceilings.extend(policy.bank_reference_up_to);
        }
        if let Some(e) = self.latest_evidence(&cover.key, EvidenceKind::PaymentExperience, day, renewed)
            && e.positive
            && e.valid_until.is_some_and(|until| until >= day)
            && let Some(category) = e.category.and_then(|c| policy.experience.get(c.checked_sub(1)?))
        {
            ceilings.push(category.up_to);
        }
        let best = ceilings.into_iter().max().unwrap_or(0);
        match cover.recommended_limit {
            Some(cap) if cover.recommended_from.unwrap_or(cover.valid_from) <= day => best.min(cap),
            _ => best,
        }
    }

    /// R2.4: what a declaration run at `day` renews: an expired positive category, best first; never a first one.
    pub fn renewed_experience(
        &self,
        cover: &Cover,
        policy: &Policy,
        day: Day,
        items: &[usize],
    ) -> Result<Option<Evidence>, Refusal> {
        let Some(old) = self.latest_evidence(&cover.key, EvidenceKind::PaymentExperience, day, None) else {
            return Ok(None);
        };
        let expired = old.positive && old.valid_until.is_some_and(|until| until < day);
        let (Some(lookback), Some(validity)) =
            (policy.experience_lookback_months, policy.experience_validity_months)
        else {
            return Ok(None);
        };
        if !expired {
            return Ok(None);
        }
        let mut paid: u32 = 0;
        let mut turnover = 0;
        for &item in items {
            let row = &self.items[item];
            let in_period = row.document_date >= day.plus_months(-lookback) && row.document_date <= day;
            let delivery = matches!(row.key.kind, ItemKind::Invoice | ItemKind::DebitNote);
            if delivery && in_period && self.duly_paid(item, day) {
                paid += 1;
                turnover += self.insurable(item, &self.insurance(item, day), policy, row.amount)?;
            }
        }
        let fits = |n: &usize| {
            let category = &policy.experience[n - 1];
            category.deliveries.is_some_and(|needed| paid >= needed)
                && category.turnover.is_none_or(|needed| turnover >= needed)
        };
        Ok((1..=policy.experience.len()).find(fits).map(|category| Evidence {
            key: cover.key.clone(),
            kind: EvidenceKind::PaymentExperience,
            date: day,
            positive: true,
            category: Some(category),
            valid_until: Some(day.plus_months(validity)),
            renewed_by: None,
        }))
    }

    /// R2.4: settled in full by the net due date for good: nothing came back and was paid again later.
    fn duly_paid(&self, item: usize, day: Day) -> bool {
        let row = &self.items[item];
        self.open(item, day) == 0 && self.last_settled(item, day).is_some_and(|paid| paid <= row.net_due_date)
    }

    /// R2.5: whether an unnamed or uninsured buyer must be offered: the open balance at `day`, the month's end, or the
    /// turnover of its month is at or above the offering threshold of `policy`.
    pub fn must_be_offered(&self, buyer: &Buyer, policy: &str, day: Day) -> Result<bool, Refusal> {
        let policy = self.policy(policy)?;
        let named = self.current_cover(&buyer.key, day).is_some_and(|(_, c)| c.kind == CoverKind::Named);
        let Some(threshold) = policy.offering_threshold else { return Ok(false) };
        let mut figure = 0;
        for (index, row) in self.items.iter().enumerate().filter(|(_, row)| row.key.account == buyer.key) {
            let amount = if !policy.turnover_procedure {
                self.open(index, day)
            } else if (day.first_of_month()..=day).contains(&row.posting_date)
                && counts_as_turnover(row.key.kind)
            {
                row.amount
            } else {
                0
            };
            figure += self.gross(index, &Insurance::default(), policy, amount)?;
        }
        Ok(!named && figure >= threshold)
    }
}

/// R8.3: invoices and debit notes less credit notes.
#[must_use]
pub fn counts_as_turnover(kind: ItemKind) -> bool {
    matches!(kind, ItemKind::Invoice | ItemKind::DebitNote | ItemKind::CreditNote)
}
