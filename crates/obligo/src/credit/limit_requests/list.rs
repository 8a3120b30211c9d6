//! The list of limit requests as of a day, and what insurers granted of what was asked for.

use super::{letters_sent, record_of, told};
use crate::credit::policy::in_force_as_of;
use crate::credit::{RecordsRequest, account_asked};
use crate::session::{Session, point_in_time};
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::limit_request::{GrantRatio, LimitRecord, LimitRequest, limit_requests as read};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::limit::limit_recorded_all;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Visits the requests, those that wait longest first, then drafts, then those that have ended, the latest first. The summary counts them by
/// state and says what was granted by insurer and currency. Errors: `policy-not-found`, those of finding
/// the account. Role: viewer.
pub fn limit_requests(
    session: &mut Session,
    request: &RecordsRequest,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<Value, Problem> {
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, point_in_time(tx, request.as_of, request.known_at)?)?;
        limit_requests_in(tx, &snapshot, request, visit)
    })
}

/// One request, as the list shows it today. Error: `limit-request-not-found`. Role: viewer.
pub fn one(session: &mut Session, number: i64) -> Result<Value, Problem> {
    let today = session.today();
    let mut found = None;
    let missing = || Problem::refused("limit-request-not-found").with("request", number);
    session.read(|tx| {
        let request = super::found(tx, number)?;
        let snapshot = Snapshot::load(tx, obligo_store::as_of::AsOf::at(today))?;
        let wanted = RecordsRequest {
            policy: Some(request.policy),
            account: Some(request.account),
            all: true,
            ..RecordsRequest::at(today.max(request.request.begun_on))
        };
        limit_requests_in(tx, &snapshot, &wanted, &mut |line| {
            if line["request"] == number {
                found = Some(line);
            }
            Ok(())
        })
    })?;
    found.ok_or_else(missing)
}

/// See [`limit_requests`], within a transaction.
pub fn limit_requests_in(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    request: &RecordsRequest,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<Value, Problem> {
    if let Some(code) = &request.policy {
        snapshot.policy(code)?;
    }
    let recorded = limit_recorded_all(tx, snapshot.as_of.known)?;
    let letters = letters_sent(tx, snapshot.as_of.known)?;
    let every = in_force_as_of(tx, snapshot.as_of)?.limit_request_reminder_days;
    let account = account_asked(tx, request.account.as_deref())?;
    let mut found: Vec<Requested<'_>> = Vec::new();
    for requested in requests_of_snapshot(snapshot) {
        let (policy, limit_request) = (requested.policy, &requested.request);
        let state = limit_request.state_at(request.as_of).code();
        if request.is_in(state, matches!(state, "draft" | "sent"))
            && limit_request.begun_on <= request.as_of
            && account.is_none_or(|wanted| wanted == requested.buyer_id)
            && request.is_under(policy)
        {
            found.push(requested);
        }
    }
    found.sort_by_cached_key(|requested| {
        let r = &requested.request;
        let state = r.state_at(request.as_of);
        let rank = ["sent", "draft"].iter().position(|s| *s == state.code()).unwrap_or(2);
        let day = if rank == 2 {
            -r.answered_on.unwrap_or(r.begun_on).epoch_days()
        } else {
            r.begun_on.epoch_days()
        };
        (rank, day, r.id)
    });
    let mut states: BTreeMap<&str, usize> = BTreeMap::new();
    for Requested { buyer_id: buyer, policy_id, policy, request: limit_request } in &found {
        *states.entry(limit_request.state_at(request.as_of).code()).or_default() += 1;
        let key = snapshot.account(*buyer);
        let mut line = told(&key.to_string(), policy, limit_request, request.as_of);
        let mut rows = snapshot.limits.get(&(*buyer, *policy_id)).into_iter().flatten();
        let last = rows.find(|row| row.decision.id == limit_request.last);
        line["name"] = json!(snapshot.buyers.get(buyer).map_or("", |b| b.name.as_str()));
        line["insurer"] = json!(policy.split('/').next().unwrap_or(""));
        line["reason"] = json!(last.map_or("", |row| row.reason.as_str()));
        line["reference"] = json!(last.map_or("", |row| row.reference.as_str()));
        line["reminder_due_on"] =
            json!(limit_request.reminder_due_by(request.as_of, every).map(|day| day.to_string()));
        line["letters"] = json!(letters.get(&limit_request.id).cloned().unwrap_or_default());
        let begun = recorded.get(&limit_request.id);
        line["recorded_by"] = json!(begun.map(|r| r.actor.as_str()));
        line["recorded_at"] = json!(begun.map(|r| r.recorded_at.as_str()));
        line["entry"] = json!(begun.map(|r| r.entry));
        visit(line)?;
    }
    let from = request.as_of.plus_months(-12).plus_days(1);
    let grants = grant_ratios(snapshot, request.policy.as_deref(), from, request.as_of);
    Ok(json!({
        "as_of": request.as_of.to_string(),
        "known_at": request.known_at.map(|day| day.to_string()),
        "requests": found.len(),
        "states": states,
        "from": from.to_string(),
        "grants": grants_json(&grants),
    }))
}

/// A request with whose it is.
#[derive(Clone, Copy, Debug)]
pub struct Requested<'s> {
    /// The store's number of the buyer.
    pub buyer_id: i64,
    /// The store's number of the policy.
    pub policy_id: u16,
    /// Code of the policy.
    pub policy: &'s str,
    /// The request.
    pub request: LimitRequest,
}

/// Every request of the snapshot, in the order they were recorded.
#[must_use]
pub fn requests_of_snapshot(snapshot: &Snapshot) -> Vec<Requested<'_>> {
    let codes: BTreeMap<u16, &str> =
        snapshot.policies.iter().map(|(code, policy)| (policy.number, code.as_str())).collect();
    let mut all = Vec::new();
    for ((buyer_id, policy_id), rows) in &snapshot.limits {
        let records: Vec<LimitRecord> = rows.iter().map(record_of).collect();
        let policy = codes.get(policy_id).copied().unwrap_or("");
        let whose = |request| Requested { buyer_id: *buyer_id, policy_id: *policy_id, policy, request };
        all.extend(read(&records).into_iter().map(whose));
    }
    all.sort_by_key(|requested| requested.request.id);
    all
}

/// What insurers granted, by insurer and currency code.
pub type GrantsOf = BTreeMap<(String, String), (Currency, GrantRatio)>;

/// What insurers granted of the requests they answered from one day to another, as [`GrantRatio::add`] counts them. Amounts of different currencies are not added.
#[must_use]
pub fn grant_ratios(snapshot: &Snapshot, policy: Option<&str>, from: Day, to: Day) -> GrantsOf {
    let mut grants = GrantsOf::new();
    for Requested { policy: code, request, .. } in requests_of_snapshot(snapshot) {
        let is_in =
            request.is_recorded_first && request.answered_on.is_some_and(|day| (from..=to).contains(&day));
        if is_in && policy.is_none_or(|policy| policy == code) {
            let insurer = code.split('/').next().unwrap_or("").to_owned();
            let key = (insurer, request.currency.code().to_owned());
            grants.entry(key).or_insert((request.currency, GrantRatio::default())).1.add(&request);
        }
    }
    grants
}

/// The ratios as lines.
#[must_use]
pub fn grants_json(grants: &GrantsOf) -> Vec<Value> {
    let line = |((insurer, _), (currency, ratio)): (&(String, String), &(Currency, GrantRatio))| {
        let money = |minor: i64| format_minor(minor, currency.exponent());
        json!({
            "insurer": insurer,
            "currency": currency.code(),
            "answered": ratio.answered,
            "in_full": ratio.in_full,
            "in_part": ratio.in_part,
            "refused": ratio.refused,
            "requested": money(ratio.requested),
            "granted": money(ratio.granted),
            "percent": ratio.per_mille().map(|tenths| format!("{}.{}", tenths / 10, tenths % 10)),
        })
    };
    grants.iter().map(line).collect()
}
