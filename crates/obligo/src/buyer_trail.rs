//! What was recorded of a buyer: every version of its master data, cover, limit decisions, evidence and events, with who, when and why
//! (R0.5).

use crate::runs::entry;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::buyer::{Buyer, buyer_versions};
use obligo_store::cover::{CoverRow, always, cover_versions};
use obligo_store::event::event_of_buyer;
use obligo_store::evidence::{EvidenceRow, evidence_of_buyer};
use obligo_store::limit::{LimitRow, limit_of_buyer};
use std::collections::HashMap;

/// Entries shown at most; older ones stay in the audit trail.
pub const TRAIL_MAX: usize = 100;

/// Fields by their column in the interchange contract, as files have them.
pub type FieldValues = Vec<(&'static str, String)>;

/// One thing recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TrailRow {
    /// Audit entry.
    pub entry: i64,
    /// When, an instant in UTC.
    pub recorded_at: String,
    /// Who.
    pub actor: String,
    /// Why; may be empty.
    pub reason: String,
    /// KIND of the interchange contract: `buyers`, `covers`, `limits`, `evidence`, `events`.
    pub kind: &'static str,
    /// From when it is valid, or its date; `None` = always.
    pub from: Option<Day>,
    /// Column, value before and after; values are as files have them.
    pub changes: Vec<(&'static str, String, String)>,
}

/// What was recorded of a buyer, newest first, at most [`TRAIL_MAX`]; and whether there is more.
pub fn buyer_trail(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    buyer_id: i64,
) -> Result<(Vec<TrailRow>, bool), Problem> {
    let mut found: Vec<(i64, &'static str, Option<Day>, FieldValues)> = Vec::new();
    let dated = |day: Day| (day != always()).then_some(day);
    for version in buyer_versions(tx, buyer_id)? {
        found.push((version.entry, "buyers", dated(version.valid_from), buyer_fields(&version.buyer)));
    }
    for (entry, row) in cover_versions(tx, buyer_id)? {
        found.push((entry, "covers", dated(row.cover.valid_from), cover_fields(snapshot, &row)));
    }
    for (entry, row) in limit_of_buyer(tx, buyer_id)? {
        found.push((entry, "limits", Some(row.decision.valid_from), limit_fields(snapshot, &row)));
    }
    let currency = snapshot.buyers.get(&buyer_id).and_then(|buyer| Currency::parse(&buyer.currency));
    for (entry, row) in evidence_of_buyer(tx, buyer_id)? {
        found.push((entry, "evidence", Some(row.evidence.date), evidence_fields(&row, currency)));
    }
    for (entry, event) in event_of_buyer(tx, buyer_id)? {
        let fields = vec![("event", event.event.code().to_owned()), ("reference", event.reference)];
        found.push((entry, "events", Some(event.date), fields));
    }
    let mut before: HashMap<&str, FieldValues> = HashMap::new();
    let mut rows = Vec::new();
    for (entry, kind, from, fields) in found {
        // Decisions, evidence and events stand for themselves; versions are compared with the one recorded before.
        let is_version = matches!(kind, "buyers" | "covers");
        let old = if is_version { before.insert(kind, fields.clone()) } else { None };
        rows.push((entry, kind, from, differences(old.as_ref(), fields)));
    }
    rows.sort_by_key(|(entry, ..)| std::cmp::Reverse(*entry));
    let has_more = rows.len() > TRAIL_MAX;
    rows.truncate(TRAIL_MAX);
    let mut trail = Vec::with_capacity(rows.len());
    for (number, kind, from, changes) in rows {
        let found = entry(tx, number)?;
        let text =
            |pick: fn(&obligo_store::Entry) -> &String| found.as_ref().map(pick).cloned().unwrap_or_default();
        trail.push(TrailRow {
            entry: number,
            recorded_at: text(|e| &e.recorded_at),
            actor: text(|e| &e.actor),
            reason: text(|e| &e.reason),
            kind,
            from,
            changes,
        });
    }
    Ok((trail, has_more))
}

fn differences(before: Option<&FieldValues>, after: FieldValues) -> Vec<(&'static str, String, String)> {
    let old = |name: &str| {
        let found = before.into_iter().flatten().find(|(n, _)| *n == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let pairs = after.into_iter().map(|(name, value)| (name, old(name), value));
    pairs.filter(|(_, before, after)| before != after).collect()
}

fn day_text(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn money_text(minor: Option<i64>, currency: Currency) -> String {
    minor.map(|minor| format_minor(minor, currency.exponent())).unwrap_or_default()
}

fn flag_text(on: bool) -> String {
    if on { "true".to_owned() } else { String::new() }
}

/// The master data of a buyer as the columns of `buyers.csv`, without its account.
#[must_use]
pub fn buyer_fields(buyer: &Buyer) -> FieldValues {
    let currency = Currency::parse(&buyer.currency).unwrap_or(Currency::EUR);
    vec![
        ("name", buyer.name.clone()),
        ("country", buyer.country.clone()),
        ("currency", buyer.currency.clone()),
        ("legal_entity", buyer.legal_entity.clone()),
        ("dependent_branch", flag_text(buyer.dependent_branch)),
        ("category", buyer.category.clone()),
        ("vat_id", buyer.vat_id.clone()),
        ("register_no", buyer.register_no.clone()),
        ("lei", buyer.lei.clone()),
        ("payment_terms", buyer.payment_terms.clone()),
        ("credit_limit", money_text(buyer.credit_limit, currency)),
        ("bill_limit", money_text(buyer.bill_limit, currency)),
        ("limit_check", buyer.limit_check.clone()),
        ("credit_manager", buyer.credit_manager.clone()),
        ("payer", buyer.payer.clone()),
        ("information_date", day_text(buyer.information_date)),
        ("information_source", buyer.information_source.clone()),
        ("risk_factors", buyer.risk_factors.clone()),
        ("postal_address", buyer.postal_address.clone()),
    ]
}

/// A cover as the columns of `covers.csv`, without its account and first day.
#[must_use]
pub fn cover_fields(snapshot: &Snapshot, row: &CoverRow) -> FieldValues {
    let cover = &row.cover;
    let policy = cover.policy.and_then(|number| snapshot.policy_code(number));
    let currency =
        policy.and_then(|code| snapshot.policies.get(code)).map_or(Currency::EUR, |p| p.policy.currency);
    let main = cover.co_insured_under.map(|main| snapshot.account(main).to_string());
    vec![
        ("kind", cover.kind.code().to_owned()),
        ("policy", policy.unwrap_or_default().to_owned()),
        ("co_insured_under", main.unwrap_or_default()),
        ("valid_until", day_text(cover.valid_until)),
        ("risk_number", row.risk_number.clone()),
        ("declined_on", day_text(cover.declined_on)),
        ("recommended_limit", money_text(cover.recommended_limit, currency)),
        ("recommended_from", day_text(cover.recommended_from)),
        ("reason", row.reason.clone()),
        ("insurance_no", row.insurance_no.clone()),
        ("user_status", row.user_status.clone()),
    ]
}

fn limit_fields(snapshot: &Snapshot, row: &LimitRow) -> FieldValues {
    let decision = &row.decision;
    let response = if decision.response == 0 { String::new() } else { decision.response.to_string() };
    vec![
        ("policy", snapshot.policy_code(row.policy_id).unwrap_or_default().to_owned()),
        ("amount", money_text(decision.amount, decision.currency)),
        ("requested_amount", money_text(row.requested_amount, decision.currency)),
        ("currency", decision.currency.code().to_owned()),
        ("valid_until", day_text(decision.valid_until)),
        ("response", response),
        ("conditions", row.conditions.clone()),
        ("reference", row.reference.clone()),
    ]
}

fn evidence_fields(row: &EvidenceRow, currency: Option<Currency>) -> FieldValues {
    let evidence = &row.evidence;
    vec![
        ("kind", evidence.kind.code().to_owned()),
        ("positive", flag_text(evidence.positive)),
        ("category", evidence.category.map(|c| c.to_string()).unwrap_or_default()),
        ("amount", money_text(row.amount, currency.unwrap_or(Currency::EUR))),
        ("valid_until", day_text(evidence.valid_until)),
        ("source", row.source.clone()),
    ]
}
