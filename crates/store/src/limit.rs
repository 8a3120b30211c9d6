//! Limit decisions and requests (R2.1, R2.2): every answer stays on record.

use crate::as_of::{day_of, day_opt, day_param};
use crate::company::next_id;
use crate::tx::{Param, Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::limit::LimitDecision;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use std::collections::HashMap;

/// A decision with what the rules do not need.
#[derive(Clone, PartialEq, Debug)]
pub struct LimitRow {
    /// Whose.
    pub buyer_id: i64,
    /// Under which policy.
    pub policy_id: u16,
    /// What the rules see.
    pub decision: LimitDecision,
    /// Requested amount, minor units; never cover.
    pub requested_amount: Option<i64>,
    /// When it was requested.
    pub requested_on: Option<Day>,
    /// Conditions in words.
    pub conditions: String,
    /// When the insurer decided.
    pub decided_on: Option<Day>,
    /// The insurer's reference.
    pub reference: String,
    /// UN/EDIFACT 4505.
    pub request: String,
    /// UN/EDIFACT 4509.
    pub reason: String,
}

const COLUMNS: &str = "limit_id, buyer_id, policy_id, valid_from, valid_until, amount, currency, requested_amount, requested_on, \
    response, max_term_months, max_term_months_value_dated, max_term_months_bills, insured_percent, conditions, conditions_met, \
    decided_on, reference, request, reason, top_up";

fn limit_of(row: &Row<'_>) -> LimitRow {
    let months = |column| row.int_opt(column).and_then(|n| u16::try_from(n).ok());
    LimitRow {
        buyer_id: row.int(1),
        policy_id: u16::try_from(row.int(2)).unwrap_or(0),
        decision: LimitDecision {
            id: row.int(0),
            valid_from: day_of(row.int(3)),
            valid_until: row.int_opt(4).map(day_of),
            amount: row.int_opt(5),
            currency: Currency::parse(row.text(6)).unwrap_or(Currency::EUR),
            response: row.text(9).parse().unwrap_or(0),
            conditions_met: row.int(15) != 0,
            max_term_months: months(10),
            max_term_months_value_dated: months(11),
            max_term_months_bills: months(12),
            insured_percent: row.text(13).parse().ok(),
            top_up: row.int(20) != 0,
        },
        requested_amount: row.int_opt(7),
        requested_on: row.int_opt(8).map(day_of),
        conditions: row.text(14).to_owned(),
        decided_on: row.int_opt(16).map(day_of),
        reference: row.text(17).to_owned(),
        request: row.text(18).to_owned(),
        reason: row.text(19).to_owned(),
    }
}

/// The decisions and requests of one first day on record, in recorded order.
pub fn limit_of_day(
    tx: &Tx<'_>,
    buyer_id: i64,
    policy_id: u16,
    valid_from: Day,
) -> Result<Vec<LimitRow>, Problem> {
    let mut all = Vec::new();
    tx.each(
        &format!(
            "SELECT {COLUMNS} FROM limit_decision WHERE buyer_id = $1 AND policy_id = $2 AND valid_from = $3 \
             ORDER BY limit_id"
        ),
        &[Param::Int(buyer_id), Param::Int(policy_id.into()), day_param(valid_from)],
        |row| {
            all.push(limit_of(row));
            Ok(())
        },
    )?;
    Ok(all)
}

/// Records a decision or request; the number of the decision is given here.
pub fn limit_add(tx: &Tx<'_>, entry: i64, limit: &LimitRow) -> Result<i64, Problem> {
    let id = next_id(tx, "limit_decision", "limit_id")?;
    let d = &limit.decision;
    let months = |n: Option<u16>| n.map_or(Param::Null, |n| Param::Int(n.into()));
    let response = if d.response == 0 { String::new() } else { d.response.to_string() };
    let percent = d.insured_percent.map(|p| p.to_string()).unwrap_or_default();
    tx.exec(
        &format!(
            "INSERT INTO limit_decision ({COLUMNS}, entry) VALUES \
             ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)"
        ),
        &[
            Param::Int(id),
            Param::Int(limit.buyer_id),
            Param::Int(limit.policy_id.into()),
            day_param(d.valid_from),
            day_opt(d.valid_until),
            d.amount.into(),
            Param::Text(d.currency.code()),
            limit.requested_amount.into(),
            day_opt(limit.requested_on),
            Param::Text(&response),
            months(d.max_term_months),
            months(d.max_term_months_value_dated),
            months(d.max_term_months_bills),
            Param::Text(&percent),
            Param::Text(&limit.conditions),
            Param::Int(d.conditions_met.into()),
            day_opt(limit.decided_on),
            Param::Text(&limit.reference),
            Param::Text(&limit.request),
            Param::Text(&limit.reason),
            Param::Int(d.top_up.into()),
            Param::Int(entry),
        ],
    )?;
    Ok(id)
}

/// All decisions and requests known, in recorded order.
pub fn limit_all(tx: &Tx<'_>, known: i64) -> Result<Vec<LimitRow>, Problem> {
    let mut all = Vec::new();
    tx.each(
        &format!("SELECT {COLUMNS} FROM limit_decision WHERE entry <= $1 ORDER BY limit_id"),
        &[Param::Int(known)],
        |row| {
            all.push(limit_of(row));
            Ok(())
        },
    )?;
    Ok(all)
}

/// The decisions and requests of one buyer with their audit entries, in recorded order.
pub fn limit_of_buyer(tx: &Tx<'_>, buyer_id: i64) -> Result<Vec<(i64, LimitRow)>, Problem> {
    let mut all = Vec::new();
    tx.each(
        &format!("SELECT {COLUMNS}, entry FROM limit_decision WHERE buyer_id = $1 ORDER BY limit_id"),
        &[Param::Int(buyer_id)],
        |row| {
            all.push((row.int(21), limit_of(row)));
            Ok(())
        },
    )?;
    Ok(all)
}

/// Buyer and policy of the decision or request with this number.
pub fn limit_owner(tx: &Tx<'_>, limit_id: i64) -> Result<Option<(i64, u16)>, Problem> {
    tx.one(
        "SELECT buyer_id, policy_id FROM limit_decision WHERE limit_id = $1",
        &[Param::Int(limit_id)],
        |row| Ok((row.int(0), u16::try_from(row.int(1)).unwrap_or(0))),
    )
}

/// When and by whom a decision or request was recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LimitRecorded {
    /// Audit entry.
    pub entry: i64,
    /// Instant, UTC.
    pub recorded_at: String,
    /// Who.
    pub actor: String,
}

/// The recording of every decision and request known, by its number (R0.5).
pub fn limit_recorded_all(tx: &Tx<'_>, known: i64) -> Result<HashMap<i64, LimitRecorded>, Problem> {
    let mut all = HashMap::new();
    tx.each(
        "SELECT l.limit_id, l.entry, e.recorded_at, e.actor FROM limit_decision AS l JOIN entry AS e ON e.entry = l.entry \
         WHERE l.entry <= $1",
        &[Param::Int(known)],
        |row| {
            let recorded = LimitRecorded {
                entry: row.int(1),
                recorded_at: row.text(2).to_owned(),
                actor: row.text(3).to_owned(),
            };
            all.insert(row.int(0), recorded);
            Ok(())
        },
    )?;
    Ok(all)
}
