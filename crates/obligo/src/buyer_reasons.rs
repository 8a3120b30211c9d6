//! Why a buyer has its insured sum, room and stop of cover (R0.6): codes with the facts used, from what the portfolio holds of it.
//! The texts for people are in `locales/…/buyers.ftl`, one per code.

use crate::portfolio::Portfolio;
use crate::reasons::{Facts, amount, clause_of, stated};
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{CoverKind, EventKind, EvidenceKind};
use obligo_rules::cover::{Cover, cover_at};
use obligo_rules::evidence::{evidence_deciding, experience_in_force};
use obligo_rules::limit::{limit_in_force, top_up_in_force};
use obligo_rules::policy::Policy;
use obligo_rules::reason::Reason;
use obligo_rules::stop::stop_date;

/// Items named one by one.
const ITEMS_NAMED: usize = 3;

/// Why the insured sum of a main buyer under its policy is what it is (R2.2, R2.3, R2.6).
#[must_use]
pub fn sum_reasons(snapshot: &Snapshot, loaded: &LoadedPolicy, buyer_id: i64) -> Vec<Reason> {
    let key_date = snapshot.as_of.key_date;
    let covers: Vec<Cover> =
        snapshot.covers.get(&buyer_id).into_iter().flatten().map(|row| row.cover.clone()).collect();
    let Some(cover) = cover_at(&covers, key_date).filter(|cover| cover.policy == Some(loaded.number)) else {
        return vec![stated("R1.5", "sum-no-cover", vec![("policy", loaded.policy.policy.clone())])];
    };
    if let Some(day) = cover.declined_on.filter(|day| *day <= key_date) {
        return vec![stated("R2.2", "sum-declined", vec![("date", day.to_string())])];
    }
    match cover.kind {
        CoverKind::Named => named(snapshot, loaded, buyer_id),
        _ => unnamed(snapshot, &loaded.policy, cover, buyer_id),
    }
}

fn named(snapshot: &Snapshot, loaded: &LoadedPolicy, buyer_id: i64) -> Vec<Reason> {
    let key_date = snapshot.as_of.key_date;
    let decisions = snapshot.decisions(buyer_id, loaded.number);
    let Some(decision) = limit_in_force(&decisions, key_date) else {
        return vec![stated("R2.2", "sum-no-decision", Vec::new())];
    };
    let text = |day: Option<Day>| day.map_or_else(|| "none".to_owned(), |day| day.to_string());
    let of = |decision: &obligo_rules::limit::LimitDecision| -> Facts {
        vec![
            ("amount", amount(decision.counted_amount().unwrap_or(0), decision.currency)),
            ("currency", decision.currency.code().to_owned()),
            ("valid_from", decision.valid_from.to_string()),
            ("valid_until", text(decision.valid_until)),
        ]
    };
    let mut reasons = vec![stated("R2.2", "sum-decision", of(decision))];
    if let Some(top_up) =
        top_up_in_force(&decisions, key_date).filter(|_| decision.counted_amount() > Some(0))
    {
        reasons.push(stated("R2.6", "sum-top-up", of(top_up)));
    }
    reasons
}

fn unnamed(snapshot: &Snapshot, policy: &Policy, cover: &Cover, buyer_id: i64) -> Vec<Reason> {
    let key_date = snapshot.as_of.key_date;
    let terms = &policy.unnamed;
    let known: Vec<_> =
        snapshot.evidence.get(&buyer_id).into_iter().flatten().map(|row| row.evidence.clone()).collect();
    let country = snapshot.buyers.get(&buyer_id).map_or("", |buyer| buyer.country.as_str());
    let serves =
        |kind: EvidenceKind| terms.required_evidence.get(country).is_none_or(|all| all.contains(&kind));
    let money = |minor: i64| {
        [("amount", amount(minor, policy.currency)), ("currency", policy.currency.code().to_owned())]
    };
    let mut reasons = Vec::new();
    let dated = [
        (
            EvidenceKind::AgencyReport,
            "sum-agency-report",
            terms.offering_threshold,
            terms.agency_report_months,
        ),
        (
            EvidenceKind::BankReference,
            "sum-bank-reference",
            terms.bank_reference_up_to,
            terms.bank_reference_months,
        ),
    ];
    for (kind, code, opens, months) in dated {
        let deciding = evidence_deciding(&known, kind, key_date).filter(|e| e.positive && serves(kind));
        let until = deciding.zip(months).map(|(e, months)| (e.date, e.date.plus_months(i32::from(months))));
        if let (Some((date, until)), Some(minor)) = (until.filter(|(_, until)| *until >= key_date), opens) {
            let mut facts: Facts = vec![("date", date.to_string()), ("valid_until", until.to_string())];
            facts.extend(money(minor));
            reasons.push(stated("R2.3", code, facts));
        }
    }
    let category =
        experience_in_force(terms, &known, key_date).filter(|_| serves(EvidenceKind::PaymentExperience));
    let of_category =
        category.and_then(|c| terms.experience.get(usize::from(c).checked_sub(1)?).map(|e| (c, e)));
    if let Some((category, experience)) = of_category {
        let mut facts: Facts = vec![("category", category.to_string())];
        facts.extend(money(experience.up_to));
        reasons.push(stated("R2.4", "sum-payment-experience", facts));
    }
    if reasons.is_empty() {
        reasons.push(stated("R2.3", "sum-no-evidence", Vec::new()));
    }
    let bounds = cover.unnamed_bounds();
    if let (Some(limit), Some(from)) =
        (bounds.recommended_limit, bounds.recommended_from.filter(|d| *d <= key_date))
    {
        let mut facts: Facts = vec![("date", from.to_string())];
        facts.extend(money(limit));
        reasons.push(stated("R2.3", "sum-recommended", facts));
    }
    reasons
}

/// Why new receivables of a main buyer are uncovered since `from` (R6.2, R6.4): the items that stop cover from that day, else the events.
/// `accounts` are its own and those co-insured under it; `name` gives an item its name.
#[must_use]
pub fn stop_reasons(
    portfolio: &Portfolio,
    policy: &Policy,
    accounts: &[i64],
    from: Day,
    name: &mut dyn FnMut(i64) -> String,
) -> Vec<Reason> {
    let open = accounts.iter().flat_map(|account| portfolio.items_of(*account));
    let stops: Vec<i64> = open
        .filter(|item| {
            item.insurance.blocks_new && stop_date(policy, &item.insurance, item.net_due_date) == from
        })
        .map(|item| item.item_id)
        .collect();
    let date = ("date", from.to_string());
    let clause = clause_of(policy, &["stop.uncovered_from", "stop.automatic_block", "stop"]);
    if !stops.is_empty() {
        let named: Vec<String> = stops.iter().take(ITEMS_NAMED).map(|id| name(*id)).collect();
        let facts = vec![date, ("items", named.join(", ")), ("count", stops.len().to_string())];
        return vec![Reason { clause, ..stated("R6.2", "stop-by-items", facts) }];
    }
    let events = accounts.iter().flat_map(|account| portfolio.snapshot.events.of_account(*account));
    let kinds = [EventKind::Insolvency, EventKind::Collection, EventKind::Claim];
    let event = events.filter(|event| event.date == from).find(|event| kinds.contains(&event.event));
    let reason = match event {
        Some(event) => stated("R6.4", "stop-by-event", vec![date, ("event", event.event.code().to_owned())]),
        None => stated("R6.2", "stop-by-withdrawal", vec![date]),
    };
    vec![Reason { clause, ..reason }]
}
