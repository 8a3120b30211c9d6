//! Unnamed buyers whose evidence must be renewed (R2.3, R2.4): it is missing, speaks against them, has expired or will soon.

use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{CoverKind, EvidenceKind};
use obligo_rules::cover::{Cover, cover_at};
use obligo_rules::evidence::{Evidence, evidence_deciding, evidence_valid_until, unnamed_sum};

/// Where a buyer's evidence stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EvidenceState {
    /// There is none.
    Missing,
    /// The latest speaks against the buyer.
    Negative,
    /// It has expired.
    Expired,
    /// It will.
    Expiring,
}

/// An unnamed buyer with evidence due. Sums in minor units of the policy's currency.
#[derive(Clone, Debug)]
pub struct EvidenceDue<'a> {
    /// The store's number of the account.
    pub buyer_id: i64,
    /// Its policy.
    pub policy: &'a LoadedPolicy,
    /// Where its evidence stands.
    pub state: EvidenceState,
    /// The evidence that ends, or the latest there is.
    pub evidence: Option<Evidence>,
    /// Last day of that evidence, if it is positive.
    pub valid_until: Option<Day>,
    /// Insured sum at the date.
    pub sum: i64,
    /// Insured sum after the days asked for, if nothing new comes.
    pub sum_then: i64,
}

/// The unnamed buyers that have no insured sum for want of evidence, or will have a smaller one `days` days later, in the order of their
/// accounts. Buyers that were declined are left out: no evidence helps them.
#[must_use]
pub fn evidence_due(snapshot: &Snapshot, days: i32) -> Vec<EvidenceDue<'_>> {
    let today = snapshot.as_of.key_date;
    let then = today.plus_days(days);
    let mut due = Vec::new();
    for (buyer_id, rows) in &snapshot.covers {
        let covers: Vec<Cover> = rows.iter().map(|row| row.cover.clone()).collect();
        let Some(cover) = cover_at(&covers, today).filter(|cover| cover.kind == CoverKind::Unnamed) else {
            continue;
        };
        let policy = snapshot.policies.values().find(|loaded| Some(loaded.number) == cover.policy);
        let Some(policy) = policy else { continue };
        let (terms, bounds) = (&policy.policy.unnamed, cover.unnamed_bounds());
        let unit = 10_i64.pow(policy.policy.currency.exponent());
        if bounds.ended_on(unit).is_some_and(|day| day <= today) {
            continue;
        }
        let known = snapshot.evidence.get(buyer_id).into_iter().flatten();
        let known: Vec<Evidence> = known.map(|row| row.evidence.clone()).collect();
        let country = snapshot.buyers.get(buyer_id).map_or("", |buyer| buyer.country.as_str());
        let sum_at = |day: Day| unnamed_sum(terms, &bounds, &known, country, unit, day);
        let (sum, sum_then) = (sum_at(today), sum_at(then));
        if sum > 0 && sum_then >= sum {
            continue;
        }
        let until = |evidence: &Evidence| {
            if evidence.positive { evidence_valid_until(terms, evidence) } else { None }
        };
        let kinds =
            [EvidenceKind::AgencyReport, EvidenceKind::BankReference, EvidenceKind::PaymentExperience];
        let deciding: Vec<&Evidence> =
            kinds.into_iter().filter_map(|kind| evidence_deciding(&known, kind, today)).collect();
        let ending = deciding.iter().filter(|e| until(e).is_some_and(|day| (today..then).contains(&day)));
        let ending = ending.min_by_key(|e| until(e)).filter(|_| sum > 0);
        let shown = ending.or_else(|| deciding.iter().max_by_key(|e| e.date)).copied();
        let state = match shown {
            None => EvidenceState::Missing,
            Some(evidence) if !evidence.positive => EvidenceState::Negative,
            Some(_) if ending.is_some() => EvidenceState::Expiring,
            Some(_) => EvidenceState::Expired,
        };
        let valid_until = shown.and_then(until);
        due.push(EvidenceDue {
            buyer_id: *buyer_id,
            policy,
            state,
            evidence: shown.cloned(),
            valid_until,
            sum,
            sum_then,
        });
    }
    due.sort_by_cached_key(|line| snapshot.account(line.buyer_id));
    due
}
