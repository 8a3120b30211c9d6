//! Unnamed buyers: evidence, payment experience, the sum it opens, the duty to offer (R2.3 to R2.5, R2.7).

use crate::calendar::Day;
use crate::codes::EvidenceKind;
use crate::policy::Unnamed;

/// A piece of evidence on an unnamed buyer.
#[derive(Clone, PartialEq, Debug)]
pub struct Evidence {
    /// What it is.
    pub kind: EvidenceKind,
    /// Its date.
    pub date: Day,
    /// Whether it speaks for the buyer.
    pub positive: bool,
    /// Payment experience category, 1 to 3.
    pub category: Option<u8>,
    /// Last day of a payment experience category.
    pub valid_until: Option<Day>,
}

/// The parts of an unnamed cover that bound its sum.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct UnnamedBounds {
    /// Cover declined on.
    pub declined_on: Option<Day>,
    /// Recommended limit, minor units of the policy's currency.
    pub recommended_limit: Option<i64>,
    /// From when it caps; the cover's start if not given.
    pub recommended_from: Option<Day>,
}

impl UnnamedBounds {
    /// The date the cover ended: declined, or a recommended limit of one unit or less (R2.3). `unit` = minor units of 1.
    #[must_use]
    pub fn ended_on(&self, unit: i64) -> Option<Day> {
        let by_recommendation =
            self.recommended_limit.filter(|limit| *limit <= unit).and(self.recommended_from);
        match (self.declined_on, by_recommendation) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }
}

/// The evidence of one kind that decides at `key_date`: the latest dated on or before it, at equal dates the later recorded.
#[must_use]
pub fn evidence_deciding(evidence: &[Evidence], kind: EvidenceKind, key_date: Day) -> Option<&Evidence> {
    // max_by_key keeps the last of equals, and `evidence` is in recorded order.
    evidence.iter().filter(|e| e.kind == kind && e.date <= key_date).max_by_key(|e| e.date)
}

/// The payment experience category in force at `key_date`, 1 to 3 (R2.4).
#[must_use]
pub fn experience_in_force(terms: &Unnamed, evidence: &[Evidence], key_date: Day) -> Option<u8> {
    let deciding =
        evidence_deciding(evidence, EvidenceKind::PaymentExperience, key_date).filter(|e| e.positive)?;
    (experience_valid_until(terms, deciding) >= key_date).then_some(deciding.category).flatten()
}

fn experience_valid_until(terms: &Unnamed, evidence: &Evidence) -> Day {
    evidence.valid_until.unwrap_or_else(|| {
        evidence.date.plus_months(i32::from(terms.experience_validity_months.unwrap_or(0)))
    })
}

/// The last day on which positive evidence counts; `None` where the policy takes no such evidence (R2.3, R2.4).
#[must_use]
pub fn evidence_valid_until(terms: &Unnamed, evidence: &Evidence) -> Option<Day> {
    let months = match evidence.kind {
        EvidenceKind::PaymentExperience => return Some(experience_valid_until(terms, evidence)),
        EvidenceKind::AgencyReport => terms.agency_report_months,
        EvidenceKind::BankReference => terms.bank_reference_months,
    };
    months.map(|months| evidence.date.plus_months(i32::from(months)))
}

/// The insured sum of an unnamed buyer at `key_date`, minor units of the policy's currency (R2.3). `country` chooses the
/// evidence the policy demands there (R2.7); `unit` = minor units of 1.
#[must_use]
pub fn unnamed_sum(
    terms: &Unnamed,
    bounds: &UnnamedBounds,
    evidence: &[Evidence],
    country: &str,
    unit: i64,
    key_date: Day,
) -> i64 {
    if bounds.ended_on(unit).is_some_and(|day| day <= key_date) {
        return 0;
    }
    let sum = unnamed_sum_by_evidence(terms, evidence, country, key_date);
    match (bounds.recommended_limit, bounds.recommended_from) {
        (Some(limit), Some(from)) if from <= key_date => sum.min(limit),
        _ => sum,
    }
}

fn unnamed_sum_by_evidence(terms: &Unnamed, evidence: &[Evidence], country: &str, key_date: Day) -> i64 {
    let serves =
        |kind: EvidenceKind| terms.required_evidence.get(country).is_none_or(|kinds| kinds.contains(&kind));
    let lives = |kind: EvidenceKind, months: Option<u16>| {
        serves(kind)
            && months.is_some_and(|months| {
                evidence_deciding(evidence, kind, key_date)
                    .is_some_and(|e| e.positive && e.date.plus_months(i32::from(months)) >= key_date)
            })
    };
    let by_report =
        terms.offering_threshold.filter(|_| lives(EvidenceKind::AgencyReport, terms.agency_report_months));
    let by_bank = terms
        .bank_reference_up_to
        .filter(|_| lives(EvidenceKind::BankReference, terms.bank_reference_months));
    let by_experience = experience_in_force(terms, evidence, key_date)
        .filter(|_| serves(EvidenceKind::PaymentExperience))
        .and_then(|category| terms.experience.get(usize::from(category).checked_sub(1)?))
        .map(|category| category.up_to);
    by_report.into_iter().chain(by_bank).chain(by_experience).max().unwrap_or(0)
}

/// One settled delivery of the look-back period, for payment experience (R2.4).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Delivery {
    /// Insurable amount, minor units of the policy's currency.
    pub amount: i64,
    /// Settled in full by the date the policy asks for.
    pub duly_paid: bool,
}

/// The first day of the look-back period that ends at `key_date` (R2.4): deliveries dated on or after it count.
#[must_use]
pub fn experience_lookback_start(terms: &Unnamed, key_date: Day) -> Day {
    key_date.plus_months(-i32::from(terms.experience_lookback_months.unwrap_or(0)))
}

/// The renewed category and its last day, when the category has expired and the deliveries earn one, best first (R2.4). A run never
/// grants a first one.
#[must_use]
pub fn experience_renewal(
    terms: &Unnamed,
    evidence: &[Evidence],
    deliveries: &[Delivery],
    key_date: Day,
) -> Option<(u8, Day)> {
    let last =
        evidence_deciding(evidence, EvidenceKind::PaymentExperience, key_date).filter(|e| e.positive)?;
    last.category?;
    if experience_valid_until(terms, last) >= key_date {
        return None;
    }
    let count = deliveries.iter().filter(|d| d.duly_paid).count();
    let turnover =
        deliveries.iter().filter(|d| d.duly_paid).fold(0i64, |sum, d| sum.saturating_add(d.amount));
    let earned = terms.experience.iter().position(|category| {
        count >= category.deliveries as usize && category.turnover.is_none_or(|least| turnover >= least)
    })?;
    let until = key_date.plus_months(i32::from(terms.experience_validity_months?));
    Some((earned as u8 + 1, until))
}

/// Whether an unnamed or uninsured buyer must be offered to the insurer (R2.5). `figure` is the open balance at month end
/// (balance procedure) or the month's turnover (turnover procedure), minor units.
#[must_use]
pub fn must_be_offered(terms: &Unnamed, figure: i64) -> bool {
    terms.offering_threshold.is_some_and(|threshold| figure >= threshold)
}
